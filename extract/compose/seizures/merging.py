"""Drafts -> events: one event, one record. The rules stand in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from extract.compose.seizures.amounts import Amount, agree, alike, is_generic
from extract.compose.seizures.drafts import Draft, event_dates
from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.linking import pack, restate
from extract.compose.seizures.page import Line

MANY = 12  # events of one article among which a total is sought
FIGURE = ("value", "upper", "unit", "comparator", "base_value", "base_unit", "role")


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
    events: list[Event] = []
    for draft in drafts:
        if draft.line.index not in opening:
            _file(draft, events)
    for draft in reversed(drafts):
        if draft.line.index in opening:
            _absorb(draft, events)
    events = [event for event in events if _stands(event)]
    for event in events:
        if any(item.disagrees for item in event.items):
            event.warnings.add("figures_disagree")
    for event in events:
        event.warnings |= event.drafts[0].warnings
    return _without_totals(events)


def _opening(lines: Sequence[Line]) -> set[int]:
    """Headings and the lead: the first sentence below the first heading of an article."""
    headings = {line.index for line in lines if line.heading}
    lead = next((line.index for line in lines if not line.heading and len(line.text) > 40), None)
    return headings | ({lead} if lead is not None else set())


# --- one event or two -----------------------------------------------------------------------------


def _file(draft: Draft, events: list[Event]) -> None:
    """Add the draft to the event it tells of, or as an event of its own."""
    for event in reversed(events):
        if _restates(event, draft) and not _conflict(event, draft):
            _take(event, draft)
            return
    if events and _continues(events[-1], draft):
        _take(events[-1], draft)
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
    return agree(item, other)


def same_goods(item: Amount, other: Amount) -> bool:
    """Whether two names can mean one thing: the same, a class and one of its kind, or a short
    name and a longer one ("tusks", "elephant tusks")."""
    if item.key == other.key:
        return True
    if item.is_drug and other.is_drug:
        return is_generic(item) or is_generic(other)
    return alike(item, other)


def _conflict(event: Event, draft: Draft) -> bool:
    """Whether stated dates or countries show that two drafts tell of different seizures."""
    if draft.line.has("separate", start=draft.line.start, end=draft.line.start + 40):
        return True
    first, last = event.drafts[0], event.drafts[-1].line.index
    ours, theirs = _setting_spots(first, -1), _setting_spots(draft, last)
    here, there = (
        {spot.country for spot in spots if spot.role == "at" and spot.country}
        for spots in (ours, theirs)
    )
    if here and there and not here & there:
        return True
    dates, others = _setting_dates(first, -1), _setting_dates(draft, last)
    return bool(dates and others) and not any(
        _overlap(one.fields, other.fields) for one in dates for other in others
    )


def _setting_spots(draft: Draft, after: int) -> Sequence[Spot]:
    """The draft's own spots, or those its paragraph gave just before, behind line ``after``."""
    if draft.spots:
        return draft.spots
    lines = (line for line in reversed(draft.setting) if line.index > after)
    return next((spots for line in lines if (spots := read_spots(line))), ())


def _setting_dates(draft: Draft, after: int) -> Sequence[Any]:
    if draft.dates:
        return draft.dates
    lines = (line for line in reversed(draft.setting) if line.index > after)
    return next((dates for line in lines if (dates := event_dates(line))), ())


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("earliest") and one.get("latest") and other.get("earliest") and other.get("latest"):
        return bool(one["earliest"] <= other["latest"] and other["earliest"] <= one["latest"])
    return str(one["edtf"])[-5:] == str(other["edtf"])[-5:] or "/.." in f"{one['edtf']}{other['edtf']}"


def _continues(event: Event, draft: Draft) -> bool:
    """Whether the draft goes on telling of the last event: more goods, or parts of them."""
    last, line = event.drafts[-1].line, draft.line
    listed = last.text.rstrip().endswith((";", ":", ","))
    if line.section != last.section or (
        event.aggregate != draft.aggregate and (draft.strong or draft.dates) and not listed
    ):
        return False
    if _PRONOUN.match(line.text) and line.paragraph == last.paragraph:
        return True
    if _conflict(event, draft):
        return False
    if listed or _are_parts(event, draft):
        return True
    apart = line.paragraph - last.paragraph
    if apart > 1 or (apart == 1 and (draft.strong or event.aggregate)):
        return False
    if event.aggregate and not draft.strong and _has_place(draft) and _rivals(event, draft):
        draft.aggregate = True
        return False
    if not _rivals(event, draft):
        return apart == 0 or not _is_new(event, draft)
    return apart == 0 and (not draft.strong or line.has("continuing", end=line.start + 60))


def _has_place(draft: Draft) -> bool:
    return any(spot.role == "at" and spot.country for spot in draft.spots)


def _is_new(event: Event, draft: Draft) -> bool:
    """Whether the draft measures goods, and none that the event is about."""
    return any(one.value is not None for one in draft.items) and not any(
        same_goods(item, other) for item in event.items for other in draft.items
    )


_PRONOUN = re.compile(r"(?:They|It|These|The (?:drugs?|load|packages|substance|goods)) (?:weighed|were|was|had|amounted)\b")


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
    return any(
        len(parts) > 1 and _adds_up(item, parts)
        for item in event.items
        if (parts := [one for one in draft.items if same_goods(item, one) and one.role == item.role])
    )


def _adds_up(total: Amount, parts: Sequence[Amount]) -> bool:
    sums = sum(one.base_value or one.value or 0 for one in parts)
    whole = total.base_value or total.value or 0
    margin = 0.03 if total.comparator not in {None, "="} else 0.005
    return whole > 0 and abs(sums - whole) <= margin * whole


# --- what a draft adds ----------------------------------------------------------------------------


def _take(event: Event, draft: Draft) -> None:
    """File what the draft says with the event."""
    event.drafts.append(draft)
    event.warnings |= draft.warnings
    parts = _are_parts(event, draft)
    for amount in draft.items:
        _add(event, amount, draft, parts=parts)


def _add(event: Event, amount: Amount, draft: Draft, *, parts: bool) -> None:
    if amount.value is not None:
        event.restated += amount.spans
    for item in event.items:
        if _same(item, amount):
            _absorb_amount(item, amount)
            return
    kin = [item for item in event.items if item.key == amount.key or _is_short(item, amount)]
    if not kin or amount.value is None:
        if draft.acts or amount.is_drug:
            event.items.append(amount)
        return
    if not (event.aggregate and not draft.acts):
        _relate(event, kin, amount, parts=parts)


def _is_short(item: Amount, amount: Amount) -> bool:
    """Whether one of them only says "the substance" of the other."""
    return same_goods(item, amount) and item.role != amount.role


def _relate(event: Event, kin: list[Amount], amount: Amount, *, parts: bool) -> None:
    """Another figure of goods already listed: container, second measure, part or more of it."""
    measured = [item for item in kin if item.role in {"measure", "form"}]
    packages = [item for item in kin if item.role == "package"]
    if amount.role == "package" and measured:
        pack(measured[-1], amount)
    elif amount.role in {"measure", "form"} and packages and not measured:
        for package in packages:
            event.items.remove(package)
            pack(amount, package)
        event.items.append(amount)
    elif measured and amount.role in {"measure", "form"} and measured[0].role != amount.role:
        second = {"value": amount.value, "unit": amount.unit}
        if second not in measured[0].equivalent:
            measured[0].equivalent.append(second)
    elif not parts:
        event.items.append(amount)


def _absorb_amount(item: Amount, amount: Amount) -> None:
    if amount.value is None:
        return
    if item.value is None:
        for name in FIGURE:
            setattr(item, name, getattr(amount, name))
        item.spans = [*amount.spans, *item.spans]
        item.name = item.name if is_generic(amount) else amount.name
    else:
        restate(item, amount)
    item.containers += [one for one in amount.containers if one not in item.containers]
    item.equivalent += [one for one in amount.equivalent if one not in item.equivalent]


# --- headlines, leads and totals ------------------------------------------------------------------


def _absorb(summary: Draft, events: list[Event]) -> None:
    """Spread a headline's or lead's items over the events they restate."""
    matched: list[Event] = []
    rest: list[Amount] = []
    for amount in summary.items:
        found = next(
            (
                (event, item)
                for event in events
                if summary.line.heading or not _dates_exclude(event, summary)
                for item in event.items
                if _same(item, amount)
            ),
            None,
        )
        if found is None:
            rest.append(amount)
            continue
        event, item = found
        if amount.value is not None:
            event.restated += amount.spans
        _absorb_amount(item, amount)
        if event not in matched:
            matched.append(event)
    if len(matched) == 1:
        matched[0].drafts.append(summary)
        matched[0].warnings |= summary.warnings
        for amount in rest:
            _add(matched[0], amount, summary, parts=False)
    elif rest and (summary.strong or not summary.line.heading):
        _open(summary, rest, events)


def _dates_exclude(event: Event, summary: Draft) -> bool:
    dates, others = event.drafts[0].dates, summary.dates
    return bool(dates and others) and not any(
        _overlap(one.fields, other.fields) for one in dates for other in others
    )


def _open(summary: Draft, rest: list[Amount], events: list[Event]) -> None:
    """A headline or lead that nothing below repeats: a seizure of its own, gone on about below."""
    fresh = Event([summary], rest, aggregate=summary.aggregate)
    following = [one for one in events if one.drafts[0].line.index > summary.line.index]
    if following and _continues(fresh, following[0].drafts[0]):
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


def _without_totals(events: list[Event]) -> list[Event]:
    """A figure that is the sum of others is a total: of one event's items, a restatement of it."""
    kept: list[Event] = []
    for event in events:
        others = [one for one in events[:MANY] if one is not event]
        whole = next((one for one in others if _totals(event, [one])), None)
        if whole is not None and len(event.items) == 1:
            whole.restated += event.items[0].spans
            whole.drafts += event.drafts
            continue
        if any(_totals(event, list(pair)) for size in (2, 3) for pair in combinations(others, size)):
            event.aggregate = True
        kept.append(event)
    return kept


def _totals(event: Event, others: Sequence[Event]) -> bool:
    total = event.items[0]
    parts = [
        [item for item in one.items if item.key == total.key and item.role == total.role]
        for one in others
    ]
    flat = [item for group in parts for item in group]
    return all(parts) and len(flat) > 1 and _adds_up(total, flat)
