"""Verbs that tell of an event without naming it, and what must stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.compose.activities.cueing import any_at_word, cue, is_crime
from extract.compose.activities.people import has_people
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.when import is_today, own_dates
from extract.compose.activities.where import spot_of, towns
from extract.compose.clauses import Clause
from extract.compose.wording import WordingIndex
from extract.knowledge.activities import VerbRow, event_verbs


@cache
def _verbs() -> WordingIndex[VerbRow]:
    return WordingIndex([(row, row.words) for row in event_verbs()])


@cache
def _objects(row: VerbRow) -> re.Pattern[str]:
    return re.compile(rf"{any_at_word(row.objects)}(?:e?s)?(?![\w-])", re.IGNORECASE)


def sightings_by_verb(clause: Clause, reports: bool) -> Iterator[Sighting]:
    """The verbs of the clause that tell of an event, at most one of a pattern."""
    for row, pattern in _verbs().within(clause.words):
        for match in pattern.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            if row.needs == "news" and not reports:
                break
            if _tells(clause, row, start, end):
                yield Sighting(clause, start, end, row.type, None, row.pattern, "new")
                if row.needs != "day":
                    break


def _tells(clause: Clause, row: VerbRow, start: int, end: int) -> bool:
    if row.needs in {"news", "dated", "day"}:
        return _is_dated(clause, row, end)
    if is_crime(clause, start):
        return False
    if row.needs in {"people", "meet"}:
        dated, placed = bool(own_dates(clause)), bool(towns(clause))
        alone = row.needs == "meet" and dated and placed
        return alone or (has_people(clause) and (dated or placed))
    if row.needs == "place":
        return _goes_somewhere(clause, start, end)
    reach = 190 if row.needs == "publication" else 90
    before = clause.text[max(0, start - clause.start - reach) : start - clause.start]
    window = clause.text[start - clause.start : end - clause.start + 110]
    if clause.heading or _PASSIVE.search(before) or row.pattern != "open":
        window = before + window
    if _objects(row).search(window) is None:
        return False
    if clause.heading:
        return True
    if row.needs == "publication":
        days = any(date.fields["precision"] == "day" for date in own_dates(clause))
        return days or is_today(clause)
    return (
        bool(own_dates(clause))
        or bool(towns(clause))
        or spot_of(clause, start, clause.start) is not None
    )


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|which|that|has|have|had|goes|went|changed?)\s+(?:[^,;]{1,50}\s)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s+[A-Z][\w-]+(?:\s+[A-Z\d][\w-]*){0,3}")


def _is_dated(clause: Clause, row: VerbRow, end: int) -> bool:
    """A day stands in the clause; right behind a publication; beside the name of an operation."""
    days = [
        date
        for date in own_dates(clause)
        if date.fields["precision"] in {"day", "interval", "month"}
    ]
    if row.needs == "dated":
        return any(
            0 <= date.start - end <= 6 and date.fields["precision"] == "day" for date in days
        )
    if row.needs == "day":
        return _NAME.match(clause.after(end)) is not None
    return is_today(clause) or any(date.fields["precision"] == "day" for date in days)


def _goes_somewhere(clause: Clause, start: int, end: int) -> bool:
    """Somebody goes to a place named right behind the verb, at a time stated."""
    subject = clause.between(clause.start, start)
    somebody = (
        has_people(clause)
        or cue("somebody").search(subject) is not None
        or any(mention.end <= start for mention in clause.of("organisation", "person"))
    )
    somewhere = (
        any(
            start <= mention.start and mention.start - end <= 60
            for mention in clause.of("place", "country", "organisation")
        )
        or re.search(r"\sto\s+[A-Z]", clause.between(start, end)) is not None
    )
    return somebody and somewhere and bool(own_dates(clause))
