"""Drafts -> events: one event, one record. The rules stand in the package's docstring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from extract.compose.seizures.amounts import Amount, agree, is_generic
from extract.compose.seizures.drafts import Draft
from extract.compose.seizures.linking import pack, restate
from extract.compose.seizures.page import Line

MANY = 12  # events of one article among which a total is sought


@dataclass(slots=True)
class Event:
    """One seizure: its drafts, first the one that states it best, and its items."""

    drafts: list[Draft]
    items: list[Amount]
    restated: list[tuple[int, int]] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    aggregate: bool = False

    @property
    def lines(self) -> list[Line]:
        """The lines that state it, in reading order."""
        found = {draft.line.index: draft.line for draft in self.drafts}
        return [found[index] for index in sorted(found)]


def merge(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Event]:
    """The events of an article."""
    opening = _opening(lines)
    summaries = [draft for draft in drafts if draft.line.index in opening]
    told = [draft for draft in drafts if draft.line.index not in opening]
    events: list[Event] = []
    for draft in told:
        _file(draft, events)
    for draft in reversed(summaries):
        _absorb(draft, events)
    events = [event for event in events if _stands(event)]
    for event in events:
        event.aggregate = event.aggregate or any(one.aggregate for one in event.drafts[:1])
    _mark_totals(events)
    return events


def _opening(lines: Sequence[Line]) -> set[int]:
    """Headings and the lead: the first sentence below the first heading of an article."""
    headings = {line.index for line in lines if line.heading}
    lead = next((line.index for line in lines if not line.heading and len(line.text) > 40), None)
    return headings | ({lead} if lead is not None else set())


def _file(draft: Draft, events: list[Event]) -> None:
    """Add the draft to the event it tells of, or as an event of its own."""
    for event in reversed(events):
        if _restates(event, draft) and not _conflict(event, draft):
            _take(event, draft)
            return
    last = events[-1] if events else None
    if last is not None and _continues(last, draft):
        _take(last, draft)
        return
    events.append(Event([draft], list(draft.items), aggregate=draft.aggregate))


def _restates(event: Event, draft: Draft) -> bool:
    """Whether an item of the draft is an item of the event over again."""
    return any(_same(item, other) for item in event.items for other in draft.items)


def _same(item: Amount, other: Amount) -> bool:
    if not same_goods(item, other):
        return False
    if item.value is None or other.value is None:
        return item.key == other.key
    if item.key != other.key and item.value != other.value:
        return False
    return agree(item, other)


def same_goods(item: Amount, other: Amount) -> bool:
    """Whether two names can mean one thing: the same, or a class and one of its kind."""
    if item.key == other.key:
        return True
    drugs = item.is_drug and other.is_drug
    return drugs and (is_generic(item) or is_generic(other))


def _conflict(event: Event, draft: Draft) -> bool:
    """Whether stated dates or countries show that two drafts tell of different seizures."""
    if draft.line.has("separate", start=draft.line.start, end=draft.line.start + 40):
        return True
    first = event.drafts[0]
    ours = {spot.country for spot in first.spots if spot.role == "at" and spot.country}
    theirs = {spot.country for spot in draft.spots if spot.role == "at" and spot.country}
    if ours and theirs and not ours & theirs:
        return True
    return bool(first.dates and draft.dates) and not any(
        _overlap(one.fields, other.fields) for one in first.dates for other in draft.dates
    )


def _overlap(one: dict, other: dict) -> bool:  # type: ignore[type-arg]
    if one.get("earliest") and one.get("latest") and other.get("earliest") and other.get("latest"):
        return bool(one["earliest"] <= other["latest"] and other["earliest"] <= one["latest"])
    return one["edtf"].replace("XXXX", "")[-6:] == other["edtf"].replace("XXXX", "")[-6:]


def _continues(event: Event, draft: Draft) -> bool:
    """Whether the draft goes on telling of the last event: more goods, or parts of them."""
    last = event.drafts[-1].line
    line = draft.line
    listed = last.text.rstrip().endswith((";", ":", ","))
    if line.section != last.section or (event.drafts[0].aggregate != draft.aggregate and draft.acts and not listed):
        return False
    if _conflict(event, draft):
        return False
    near = line.paragraph - last.paragraph <= (0 if draft.strong else 1)
    parts = _are_parts(event, draft)
    if listed or parts:
        return True
    if not near:
        return False
    if line.index == last.index:
        return not any(one.spots and other.spots and one.spots != other.spots and _rivals(event, draft)
                       for one in event.drafts for other in [draft])  # fmt: skip
    if not draft.acts:
        return True
    return not _rivals(event, draft) or line.has("continuing")


def _rivals(event: Event, draft: Draft) -> bool:
    """Whether both measure the same goods, and differently."""
    return any(
        item.key == other.key
        and item.role == other.role
        and item.value is not None
        and other.value is not None
        and not agree(item, other)
        for item in event.items
        for other in draft.items
    )


def _are_parts(event: Event, draft: Draft) -> bool:
    """Whether the draft's items add up to one item of the event: a breakdown."""
    for item in event.items:
        parts = [one for one in draft.items if same_goods(item, one) and one.role == item.role]
        if len(parts) > 1 and _adds_up(item, parts):
            return True
    return False


def _adds_up(total: Amount, parts: Sequence[Amount]) -> bool:
    sums = sum(one.base_value or one.value or 0 for one in parts)
    whole = total.base_value or total.value or 0
    return whole > 0 and abs(sums - whole) <= 0.02 * whole


def _take(event: Event, draft: Draft) -> None:
    """File what the draft says with the event."""
    event.drafts.append(draft)
    event.warnings |= draft.warnings
    event.aggregate = event.aggregate or (draft.aggregate and draft.strong and draft.cases is not None)
    parts = _are_parts(event, draft)
    for amount in draft.items:
        _add(event, amount, draft, parts=parts)


def _add(event: Event, amount: Amount, draft: Draft, *, parts: bool) -> None:
    event.restated += amount.spans if amount.value is not None else []
    for item in event.items:
        if _same(item, amount):
            _absorb_amount(item, amount)
            return
    for index, item in enumerate(event.items):
        if item.key != amount.key:
            continue
        if amount.role == "package" and item.role in {"measure", "form"}:
            pack(item, amount)
            return
        if item.role == "package" and amount.role in {"measure", "form"}:
            event.items[index] = pack(amount, item)
            return
        if {item.role, amount.role} == {"form", "measure"} and not draft.line.has("continuing"):
            event.items[index] = _second_measure(item, amount)
            return
        if parts:
            return
        if item.role == amount.role and not draft.acts:
            return
    if amount.value is None and any(same_goods(item, amount) for item in event.items):
        return
    if parts and all(same_goods(item, amount) for item in event.items[:1]) and not amount.key:
        return
    if draft.acts or amount.is_drug:
        event.items.append(amount)


def _second_measure(item: Amount, amount: Amount) -> Amount:
    main, second = (item, amount) if item.role == "form" else (amount, item)
    if item.role == "measure":
        main, second = item, amount
    measure = {"value": second.value, "unit": second.unit}
    if measure not in main.equivalent:
        main.equivalent.append(measure)
    return main


def _absorb_amount(item: Amount, amount: Amount) -> None:
    if amount.value is None:
        return
    if item.value is None:
        for name in ("value", "upper", "unit", "comparator", "base_value", "base_unit", "role"):
            setattr(item, name, getattr(amount, name))
        item.spans = [*amount.spans, *item.spans]
        item.name = amount.name if not is_generic(amount) else item.name
    else:
        restate(item, amount)
    item.containers += [one for one in amount.containers if one not in item.containers]
    item.equivalent += [one for one in amount.equivalent if one not in item.equivalent]


def _absorb(summary: Draft, events: list[Event]) -> None:
    """Spread a headline's or lead's items over the events they restate."""
    matched: list[Event] = []
    rest: list[Amount] = []
    for amount in summary.items:
        event = next(
            (one for one in events if not _conflict_of_dates(one, summary)
             and any(_same(item, amount) for item in one.items)), None,
        )  # fmt: skip
        if event is None:
            rest.append(amount)
        else:
            item = next(item for item in event.items if _same(item, amount))
            if amount.value is not None:
                event.restated += amount.spans
            _absorb_amount(item, amount)
            if event not in matched:
                matched.append(event)
    if len(matched) == 1:
        event = matched[0]
        event.drafts.append(summary)
        event.warnings |= summary.warnings
        for amount in rest:
            _add(event, amount, summary, parts=False)
    elif rest:
        _open_or_continue(summary, rest, events)


def _conflict_of_dates(event: Event, summary: Draft) -> bool:
    first = event.drafts[0]
    return bool(first.dates and summary.dates and not summary.line.heading) and not any(
        _overlap(one.fields, other.fields) for one in first.dates for other in summary.dates
    )


def _open_or_continue(summary: Draft, rest: list[Amount], events: list[Event]) -> None:
    """A headline or lead that nothing below repeats: a seizure of its own."""
    fresh = Event([summary], rest, aggregate=summary.aggregate)
    if not summary.strong and summary.line.heading:
        return
    following = [one for one in events if one.drafts[0].line.index > summary.line.index]
    if following and not following[0].drafts[0].strong and _continues(fresh, following[0].drafts[0]):
        for draft in following[0].drafts:
            _take(fresh, draft)
        events.remove(following[0])
    events.insert(0, fresh)


def _stands(event: Event) -> bool:
    """Whether the event says enough to be a record."""
    if any(item.value is not None for item in event.items):
        return True
    return any(
        draft.strong
        and (draft.dates or draft.cases or any(spot.role == "at" for spot in draft.spots))
        for draft in event.drafts
    )


def _mark_totals(events: list[Event]) -> None:
    """An event whose one figure is the sum of others is their total."""
    if not 2 < len(events) <= MANY:
        return
    for event in events:
        others = [one for one in events if one is not event]
        for item in event.items:
            shares = [part for one in others for part in one.items if part.key == item.key and part.role == item.role]
            if any(
                _adds_up(item, pair) for size in (2, 3) for pair in combinations(shares[:MANY], size)
            ):
                event.aggregate = True
