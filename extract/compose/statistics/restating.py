"""One figure, one record: a headline, lead or repetition of a figure becomes its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extract.find.passage import Candidate, SlotSpan


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
    for draft in drafts:
        twin = next((one for one in kept if _same(one, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        winner, loser = (draft, twin) if _fuller(draft, twin) else (twin, draft)
        winner.restated += [
            *loser.restated, SlotSpan("restatement", loser.record.start, loser.record.end)
        ]  # fmt: skip
        winner.record = _completed(winner.record, loser.record)
        kept[kept.index(twin)] = winner
    kept.sort(key=lambda one: one.record.start)
    return [
        replace(one.record, evidence=(*one.record.evidence, *sorted(one.restated, key=_at)))
        for one in kept
    ]


def _at(span: SlotSpan) -> int:
    return span.start


def _same(one: Draft, other: Draft) -> bool:
    first, second = one.record.fields, other.record.fields
    if one.line == other.line or (first["value"], first["unit"]) != (
        second["value"],
        second["unit"],
    ):
        return False
    if first["upper"] != second["upper"]:
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


def _fuller(draft: Draft, twin: Draft) -> bool:
    return twin.heading and not draft.heading


def _completed(record: Candidate, other: Candidate) -> Candidate:
    """The record with the period and areas it leaves open and the other states."""
    slots = ("period", "areas", "source")
    missing = {slot: other.fields[slot] for slot in slots if not record.fields[slot]}
    spans = tuple(span for span in other.evidence if span.slot in missing)
    return replace(record, fields={**record.fields, **missing}, evidence=(*record.evidence, *spans))
