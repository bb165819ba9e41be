"""Events -> candidates: each slot from the line that states it, else from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extract.compose.seizures.acts import event_dates
from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.arrests import read_arrested
from extract.compose.seizures.dating import fill_date
from extract.compose.seizures.events import Event
from extract.compose.seizures.geography import read_spots
from extract.compose.seizures.page import Line
from extract.compose.seizures.parties import (
    UNLIKELY,
    Party,
    is_subject,
    read_parties,
    read_recalled,
    reports,
)
from extract.compose.seizures.placing import copy_place, fill_place
from extract.compose.seizures.slots import Slots
from extract.compose.seizures.support import only_helped
from extract.compose.seizures.surroundings import Surroundings
from extract.compose.seizures.ways import fill_manner, fill_route
from extract.find.passage import Candidate, SlotSpan

SURE = 2  # ranks up to here are of a body that the line itself says seized
LEAD = 3  # lines before an event that may tell who came upon it
RECALL = 20  # lines before an event in which "the Unit" may have been named


def settle(
    event: Event, around: Surroundings, article: int, before: Candidate | None = None
) -> Candidate:
    """The record of one event; ``before`` is that of the event told before it."""
    slots = Slots(warnings=set(event.warnings))
    _widen(event, around)
    fill_date(slots, event, around, before)
    if before is not None:
        copy_place(slots, event, before)
    fill_place(slots, event, around, before)
    _parties(slots, event, around)
    fill_manner(slots, event, around)
    fill_route(slots, event, around)
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


def _widen(event: Event, around: Surroundings) -> None:
    """Let a draft of a later clause see its whole line, where the line tells of no other seizure.

    "On 9 June the ship had stopped a dhow from Oman; 85 kg lay under a false floor."
    """
    for draft in event.drafts:
        line = draft.line
        alone = all(one is event for one in around.homes.get(line.index, []))
        if alone and draft.region[0] > line.start:
            draft.dates = draft.dates or event_dates(line)
            draft.spots = read_spots(line)


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
    if not event.drafts[0].beside:  # those arrested are told of the total it is beside
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
        leads = distance and _leads(line, event)
        scored += [
            (1 if leads and is_subject(line, party) else party.rank + distance, index, party)
            for index, party in enumerate(read_parties(line, acts))
            if party.rank < UNLIKELY and not only_helped(line, party.start, party.end)
        ]
    best = min(scored, key=lambda entry: entry[:2])[2] if scored else None
    if best is None or min(entry[0] for entry in scored) > SURE:
        first = event.drafts[0]
        before = around.lines[max(0, first.line.index - RECALL) : first.line.index]
        best = read_recalled(first.line, first.acts, before) or best
    return best


def _leads(line: Line, event: Event) -> bool:
    """Whether the line opens the story that its paragraph goes on to tell of the event."""
    first = event.drafts[0].line
    return (
        not event.aggregate
        and line.paragraph == first.paragraph
        and 0 < first.index - line.index <= LEAD
    )
