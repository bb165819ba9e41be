"""Verbs that tell of an event without naming it, and what must stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.compose.activities.cueing import any_at_word, cue, is_crime
from extract.compose.activities.heads import crowd, head_counts
from extract.compose.activities.more import more_people
from extract.compose.activities.people import has_people
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.when import is_today, own_dates
from extract.compose.activities.where import spot_of, towns
from extract.compose.clauses import Clause
from extract.compose.wording import WordingIndex
from extract.knowledge.activities import VerbRow, event_verbs

BESIDE = 40  # characters beside a verb in which its object stands


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
        return _TOTAL.search(clause.text) is None and _are_together(clause, row)
    if row.needs == "place":
        return _goes_somewhere(clause, start, end)
    if not _has_object(clause, row, start, end):
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


_TOTAL = re.compile(
    r"\b(?:since|so far|to date|over the years)\b.{0,120}?\b(?:has|have)\s+(?:\w+\s+)?\w+ed\b"
    r"|\b(?:has|have)\s+(?:\w+\s+)?\w+ed\b.{0,120}?\b(?:since|so far|to date|over the years)\b",
    re.IGNORECASE,
)  # "has trained 3,800 officers since 2004"


def _has_object(clause: Clause, row: VerbRow, start: int, end: int) -> bool:
    """Whether what the row asks for stands behind the verb, or is its subject."""
    if row.needs == "anything":
        return _objects(row).search(clause.between(start - BESIDE, end + BESIDE)) is None
    reach = 190 if row.needs == "publication" else 90
    before = clause.text[max(0, start - clause.start - reach) : start - clause.start]
    window = clause.text[start - clause.start : end - clause.start + 110]
    itself = _BY_ITSELF.match(clause.text, start - clause.start) is not None
    if clause.heading or itself or _PASSIVE.search(before) or row.pattern != "open":
        window = before + window
    for match in _objects(row).finditer(window):
        if row.needs != "object" or itself or not _WHERE.search(window[: match.start()]):
            return True
    return False


_WHERE = re.compile(
    r"\b(?:at|near|from)\s+(?:the\s+)?(?:[\w'’.-]+\s+){0,4}$"
)  # no object stands there


def _are_together(clause: Clause, row: VerbRow) -> bool:
    """People with a day or a town; a day and a town; days on which something is discussed."""
    dates, placed, people = own_dates(clause), bool(towns(clause)), has_people(clause)
    people = people or (row.type == "campaign" and crowd(clause) is not None)
    if people:
        return bool(dates) or placed
    if row.needs == "meet":
        return bool(dates) and placed
    days = any(one.fields["precision"] == "interval" for one in dates)
    return row.pattern == "gather" and days and cue("discuss").search(clause.text) is not None


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|which|that|goes|went|changed?)\s+(?:[^,;]{1,50}\s)?$",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(
    r"(?:go|went|gone|got|gets|set\s+out|c[ao]me|bec[ao]me|took\s+up|takes\s+up|ribbon|first\s+stone"
    r"|foundation\s+stone|cornerstone|opened\s+its|opens\s+its)",
    re.IGNORECASE,
)  # what opens is the subject
NAME_OF_OPERATION = re.compile(r"\s+[A-Z][\w-]+(?:\s+[A-Z\d][\w-]*){0,3}")


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
        return NAME_OF_OPERATION.match(clause.after(end)) is not None
    return is_today(clause) or any(date.fields["precision"] == "day" for date in days)


def _goes_somewhere(clause: Clause, start: int, end: int) -> bool:
    """Somebody goes to a place named right behind the verb, at a time stated."""
    subject = clause.between(clause.start, start)
    if cue("goods").search(subject) is not None or cue("carried").search(subject) is not None:
        return False
    counted = any(one.end <= start for one in [*head_counts(clause), *more_people(clause)])
    somebody = counted or cue("somebody").search(subject) is not None
    if not somebody and _TAKEN.match(clause.text, start - clause.start):
        return False
    if not somebody and not any(one.end <= start for one in clause.of("organisation", "person")):
        return False
    somewhere = (
        any(
            start <= mention.start
            and mention.start - end <= 60
            and not cue("carried").search(clause.between(end, mention.start))
            for mention in clause.of("place", "country", "organisation")
        )
        or re.search(r"\sto\s+[A-Z]", clause.between(start, end)) is not None
    )
    if not somewhere:
        return False
    return bool(own_dates(clause)) or (counted and bool(clause.of("date")))


_TAKEN = re.compile(r"(?:taken|brought|sent|flown|driven|dispatched|invited|bound)", re.IGNORECASE)
