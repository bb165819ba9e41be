"""One figure, one record: a headline, lead or repetition of a figure becomes its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extract.find.passage import Candidate, SlotSpan

_MOST = 50  # figures of one value that are looked back at


@dataclass(slots=True)
class Draft:
    """A statistic before restatements of it are merged; ``line`` is its clause's number."""

    record: Candidate
    line: int
    heading: bool
    restated: list[SlotSpan] = field(default_factory=list)


def merged(drafts: Sequence[Draft]) -> list[Candidate]:
    """The records in reading order, restatements merged.

    Two figures are one if value, unit and what is measured agree, they stand in different clauses,
    and neither period nor areas exclude each other; the one in the body, stated more fully, stays.
    Percentages of the body are too alike to be taken for one another.
    """
    kept: list[Draft] = []
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        said = draft.record.fields
        twins = alike.setdefault((said["value"], said["upper"], said["unit"]), [])
        twin = next((one for one in twins[-_MOST:] if _same(one, draft)), None)
        if twin is None:
            twins.append(draft)
            kept.append(draft)
            continue
        winner, loser = (draft, twin) if twin.heading and not draft.heading else (twin, draft)
        said_again = SlotSpan("restatement", loser.record.start, loser.record.end)
        twin.restated.append(said_again)
        twin.record = _completed(winner.record, loser.record)
        twin.line, twin.heading = winner.line, winner.heading
    kept.sort(key=lambda one: one.record.start)
    return [
        replace(one.record, evidence=(*one.record.evidence, *sorted(one.restated, key=_at)))
        for one in kept
    ]


def _at(span: SlotSpan) -> int:
    return span.start


def _same(one: Draft, other: Draft) -> bool:
    first, second = one.record.fields, other.record.fields
    if one.line == other.line:
        return False
    early = one.heading or other.heading
    if not _compatible(first["period"], second["period"], strict=not early):
        return False
    if not early and (first["unit"] == "%" or first["indicator"] != second["indicator"]):
        return False
    return early or _compatible(first["areas"], second["areas"], strict=True)


def _compatible(one: Any, other: Any, *, strict: bool) -> bool:
    """Whether two slots can be of one record: equal, or one of them unstated."""
    return one == other or (not strict and (not one or not other))


def _completed(record: Candidate, other: Candidate) -> Candidate:
    """The record with the period and areas it leaves open and the other states."""
    slots = ("period", "areas", "source")
    missing = {slot: other.fields[slot] for slot in slots if not record.fields[slot]}
    spans = tuple(span for span in other.evidence if span.slot in missing)
    return replace(record, fields={**record.fields, **missing}, evidence=(*record.evidence, *spans))
