"""Events -> candidates: each slot from the line that states it, else from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from extract.compose.seizures.acts import event_dates, is_open
from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.arrests import read_arrested
from extract.compose.seizures.events import Event
from extract.compose.seizures.geography import (
    Route,
    Spot,
    add_route,
    read_spots,
)
from extract.compose.seizures.manner import read_concealment, read_cover, read_transport
from extract.compose.seizures.page import Line
from extract.compose.seizures.parties import UNLIKELY, Party, read_parties, reports
from extract.compose.seizures.placing import copy_place, fill_place
from extract.compose.seizures.slots import Slots
from extract.compose.seizures.surroundings import Surroundings, share
from extract.find.passage import Candidate, SlotSpan


def settle(
    event: Event, around: Surroundings, article: int, before: Candidate | None = None
) -> Candidate:
    """The record of one event; ``before`` is that of the event told before it."""
    slots = Slots(warnings=set(event.warnings))
    _date(slots, event, around)
    if before is not None:
        copy_place(slots, event, before)
    fill_place(slots, event, around)
    _parties(slots, event, around)
    _manner(slots, event, around)
    _route(slots, event, around)
    _items(slots, event)
    slots.fields["aggregate"] = event.aggregate
    for draft in event.drafts:
        if draft.cases and draft.cases[0] > 1 and event.aggregate:
            slots.put("cases", *draft.cases)
    main = event.drafts[0]
    start = min(main.region[0], *(start for item in main.items for start, _ in item.spans))
    return Candidate(
        kind="seizure",
        start=start,
        end=main.region[1],
        rule=f"rule:seizure.{main.trigger}",
        fields=slots.fields,
        support=3 if main.strong else 2,
        evidence=tuple(sorted(set(slots.evidence), key=lambda s: (s.start, s.end, s.slot))),
        warnings=tuple(sorted(slots.warnings)),
        article=article,
    )


def _items(slots: Slots, event: Event) -> None:
    items = []
    for item in event.items:
        items.append(_item(item))
        slots.evidence += [SlotSpan("items", start, end) for start, end in item.spans]
    own = {span for item in event.items for span in item.spans}
    slots.evidence += [
        SlotSpan("restatement", start, end)
        for start, end in event.restated
        if (start, end) not in own
    ]
    slots.fields["items"] = items


def _item(item: Amount) -> dict[str, Any]:
    measured = item.value is not None
    return {
        "substance": item.name or "unnamed goods",
        "substance_id": item.substance_id,
        "drug_group": item.drug_group,
        "category": item.category,
        "value": item.value,
        "upper": item.upper,
        "unit": item.unit,
        "comparator": item.comparator if measured else None,
        "base_value": item.base_value,
        "base_unit": item.base_unit if measured else None,
        "also": item.also,
        "containers": item.containers,
        "equivalent": item.equivalent,
    }


# --- when -----------------------------------------------------------------------------------------


def _date(slots: Slots, event: Event, around: Surroundings) -> None:
    for dates in _date_sources(event, around):
        usable = [date for date in dates if event.aggregate or not is_open(date)]
        if not usable:
            continue
        at = event.drafts[0].acts[0].start if event.drafts[0].acts else event.drafts[0].region[0]
        if event.aggregate:
            best = usable[0]
        else:
            best = min(
                usable,
                key=lambda date: (
                    date.fields.get("precision") != "day",
                    abs(date.start - at),
                    date.start,
                ),
            )
        value = {key: best.fields.get(key) for key in ("edtf", "earliest", "latest")}
        edtf = str(best.fields["edtf"])
        if event.aggregate and around.is_since(best) and "/" not in edtf:
            value |= {"edtf": f"{edtf}/..", "latest": None}
        slots.put("date", value, best.start, best.end)
        if best.fields.get("resolution") not in {"explicit", None}:
            slots.warnings.add("year_inferred")
        return


def _date_sources(event: Event, around: Surroundings) -> Iterator[list[Candidate]]:
    """Dates by line, the surest line first."""
    first, *others = event.drafts
    last = max(draft.line.index for draft in event.drafts)
    yield first.dates
    yield from (_borrowed(event, line) for line in around.near(event) if line.index < last)
    for draft in others:
        yield draft.dates
    if any(draft.line.has("relative_time") for draft in event.drafts):
        return
    for line in around.near(event):
        yield _borrowed(event, line)
    if not event.aggregate and not event.is_apart:
        for line in around.context(event):
            if line.has("enforcement") or line.triggers:
                yield _borrowed(event, line)


def _borrowed(event: Event, line: Line) -> list[Candidate]:
    """Dates of a line beside the event; a total lasts longer than a day or a month."""
    unfit = {"season", "day", "month"} if event.aggregate else {"season"}
    if line.index > event.lines[-1].index:
        unfit = unfit | {"year"}  # "the unit, set up in 2018": the year of something else
    return [date for date in event_dates(line) if date.fields.get("precision") not in unfit]


# --- who ------------------------------------------------------------------------------------------


def _parties(slots: Slots, event: Event, around: Surroundings) -> None:
    best = _authority(event, around)
    if best is not None:
        slots.put("authority", best.text, best.start, best.end)
        if not event.aggregate:
            slots.put("country", best.country, best.start, best.end)
        if best.unit_place:
            start = best.start + best.text.index(best.unit_place)
            slots.put("place", best.unit_place, start, start + len(best.unit_place))
    for line in event.lines:
        for body in line.of("organisation"):
            text = line.between(body.start, body.end)
            if reports(line, body) and text != slots.fields.get("authority"):
                slots.put("reported_by", text, body.start, body.end)
    if not event.aggregate or event.drafts[0].cases:
        _arrested(slots, (*event.lines, *around.near(event)))


_FURTHER = re.compile(
    r"\b(?:another|second|third|fourth|further|also|too|later|since then|in addition|as well)\b",
    re.IGNORECASE,
)


def _arrested(slots: Slots, lines: Sequence[Line]) -> None:
    """Those whom the first line counts, and those whom later ones add."""
    count = 0
    spans: list[tuple[int, int]] = []
    for line in lines:
        found = read_arrested(line)
        if found is None or (spans and not _FURTHER.search(line.text)):
            continue
        count += found[0]
        spans.append(found[1:])
    for start, end in spans:
        slots.put("arrested", count, start, end)


def _authority(event: Event, around: Surroundings) -> Party | None:
    """The body that seized: the surest in the lines of the event, then of those around it."""
    lines = [(0, line) for line in event.lines] + [(4, line) for line in around.near(event)]
    if not event.aggregate:
        lines += [(5, line) for line in around.context(event)]
    scored: list[tuple[int, int, Party]] = []
    for distance, line in lines:
        acts = [mark for draft in event.drafts if draft.line is line for mark in draft.acts]
        acts = acts or [
            mark for mark in line.triggers if mark.trigger and mark.trigger.strength == "strong"
        ]
        scored += [
            (party.rank + distance, index, party)
            for index, party in enumerate(read_parties(line, acts))
            if party.rank < UNLIKELY
        ]
    return min(scored, key=lambda entry: entry[:2])[2] if scored else None


# --- how ------------------------------------------------------------------------------------------


def _manner(slots: Slots, event: Event, around: Surroundings) -> None:
    lines = [*event.lines, *around.near(event)]
    lines.sort(key=lambda line: line.heading)
    for line in lines:
        start, end = share(line, [one is event for one in around.homes.get(line.index, [])])[0]
        if (hidden := read_concealment(line, start, end)) is not None:
            slots.put("concealment", *hidden)
        if (cover := read_cover(line)) is not None and not event.aggregate:
            slots.put("cover_load", *cover)
    told = (
        event.lines
        if event.aggregate
        else [*lines, *(one for one in around.context(event) if one.heading)]
    )
    found = read_transport(told, slots.fields.get("location_type"))
    if found is not None:
        slots.put("transport_mode", found.mode, found.start, found.end)
        slots.put("conveyance", found.thing, found.start, found.end)


def _route(slots: Slots, event: Event, around: Surroundings) -> None:
    route = Route()
    for draft in event.drafts:
        add_route(route, draft.spots)
    context = [] if event.aggregate else around.context(event)
    for line in (*around.near(event), *context):
        _add_missing(route, _share(event, line, around))
    for slot in ("origin", "transit", "destination"):
        countries: dict[str, tuple[int, int]] = getattr(route, slot)
        slots.fields[slot] = list(countries)
        slots.evidence += [SlotSpan(slot, start, end) for start, end in countries.values()]
    lines = (*event.lines, *around.near(event))
    if any(
        line.has("perceived", start=max(line.start, start - 60), end=start)
        for line in lines
        for start, _ in route.origin.values()
        if line.start <= start < line.end
    ):
        slots.warnings.add("perceived_origin")


def _add_missing(route: Route, spots: Sequence[Spot]) -> None:
    """File route countries only in parts of the route that are still unknown."""
    further = Route()
    add_route(further, spots)
    route.origin = route.origin or further.origin
    route.transit = route.transit or further.transit
    route.destination = route.destination or further.destination


def _share(event: Event, line: Line, around: Surroundings) -> list[Spot]:
    """The spots of a line; where it tells of two ("the first …, the second …"), the event's own."""
    events = around.homes.get(line.index, [])
    stretches = share(line, [one is event for one in events])
    return [
        spot
        for spot in read_spots(line)
        if any(start <= spot.start < end for start, end in stretches)
    ]
