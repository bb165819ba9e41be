"""Drafts -> events: one event, one record. The rules stand in the package's docstring."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from extract.compose.seizures.amounts import Amount, is_generic
from extract.compose.seizures.draft import Draft
from extract.compose.seizures.events import (
    Event,
    adds_up,
    are_parts,
    conflict,
    continues,
    is_same,
    overlap,
    restates,
    rivals,
    same_goods,
)
from extract.compose.seizures.linking import pack, renamed, restate
from extract.compose.seizures.page import Line

MANY = 12  # events of one article among which a total is sought
REACH = 30  # events back among which one told again is sought
AHEAD = 80  # lines that a heading or lead may sum up
FIGURE = ("value", "upper", "unit", "comparator", "base_value", "base_unit", "role")


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
        _settle_commas(event)
        if any(item.disagrees for item in event.items):
            event.warnings.add("figures_disagree")
        if _parts_exceed_total(event):
            event.warnings.add("parts_exceed_total")
    for event in events:
        event.warnings |= event.drafts[0].warnings
    return _without_totals(events) if len(events) <= REACH else events


def _opening(lines: Sequence[Line]) -> set[int]:
    """Headings and the lead: the first sentence below the first heading of an article."""
    headings = {line.index for line in lines if line.heading}
    lead = next((line.index for line in lines if not line.heading and len(line.text) > 40), None)
    return headings | ({lead} if lead is not None else set())


# --- one event or two -----------------------------------------------------------------------------


def _file(draft: Draft, events: list[Event]) -> None:
    """Add the draft to the event it tells of, or as an event of its own."""
    for event in reversed(events[-REACH:]):
        if restates(event, draft) and not conflict(event, draft):
            _take(event, draft)
            return
    if events and continues(events[-1], draft):
        _take(events[-1], draft)
        return
    events.append(Event([draft], list(draft.items), aggregate=draft.aggregate))


# --- what a draft adds ----------------------------------------------------------------------------


def _take(event: Event, draft: Draft) -> None:
    """File what the draft says with the event."""
    event.drafts.append(draft)
    event.warnings |= draft.warnings
    parts = are_parts(event, draft)
    for amount in draft.items:
        _add(event, amount, draft, parts=parts)


def _add(event: Event, amount: Amount, draft: Draft, *, parts: bool) -> None:
    if amount.value is not None:
        event.restated += amount.spans
    for item in event.items:
        if is_same(item, amount):
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
    if is_generic(amount):
        amount = renamed(amount, kin[0])
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
    first = summary.line.index
    near = [one for one in events if first - AHEAD <= one.drafts[0].line.index <= first + AHEAD]
    matched: list[Event] = []
    rest: list[Amount] = []
    for amount in summary.items:
        found = next(
            (
                (event, item)
                for event in near
                if summary.line.heading or not _dates_exclude(event, summary)
                for item in event.items
                if is_same(item, amount)
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
        overlap(one.fields, other.fields) for one in dates for other in others
    )


def _open(summary: Draft, rest: list[Amount], events: list[Event]) -> None:
    """A headline or lead that nothing below repeats: a seizure of its own, gone on about below."""
    fresh = Event([summary], rest, aggregate=summary.aggregate)
    following = [one for one in events if one.drafts[0].region > summary.region]
    first = following[0].drafts[0] if following else None
    if (
        first
        and not (first.line is summary.line and rivals(fresh, first))
        and continues(fresh, first)
    ):
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


def _settle_commas(event: Event) -> None:
    """ "118 kg of drugs: heroin 64,250 kg, opium 41 kg …": a comma that must be a decimal one."""
    parts = [one for one in event.items[1:] if one.is_drug and one.base_value is not None]
    odd = [one for one in parts if one.unit == "kg" and (one.value or 0) >= 1000]
    if not (odd and _parts_exceed_total(event)):
        return
    for one in odd:
        one.value, one.base_value = (one.value or 0) / 1000, (one.base_value or 0) / 1000
    if adds_up(event.items[0], parts):
        event.warnings.add("figures_disagree")
        return
    for one in odd:
        one.value, one.base_value = (one.value or 0) * 1000, (one.base_value or 0) * 1000


def _parts_exceed_total(event: Event) -> bool:
    """Whether the drugs named weigh more than the drugs in all."""
    total = event.items[0]
    if not is_generic(total) or total.comparator not in {None, "="} or total.base_value is None:
        return False
    parts = [
        item.base_value or 0
        for item in event.items[1:]
        if item.is_drug and item.base_unit == total.base_unit
    ]
    return sum(parts) > 1.02 * total.base_value


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
        if any(
            _totals(event, list(pair)) for size in (2, 3) for pair in combinations(others, size)
        ):
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
    return all(parts) and len(flat) > 1 and adds_up(total, flat)
