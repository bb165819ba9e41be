"""A clause cut where it goes on to another event: "… ended on 3 May, and in June 20 will …"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extract.compose.activities.sightings import find_sightings
from extract.compose.activities.when import own_dates
from extract.compose.clauses import WORD, Clause

_JOINT = re.compile(
    r"[,)]?\s+(?:and|while|whereas|but|then)\s+|,\s+(?:followed\s+by|before)\s+", re.IGNORECASE
)
MOST_DAYS = 8  # of a sentence; more stand in a table


def parts_of(clause: Clause) -> list[Clause]:
    """The clause, or the parts of it that each tell of an event on a day of its own."""
    if clause.heading or len(clause.of("date")) + len(clause.days) < 2:
        return [clause]
    days = own_dates(clause)
    if len(days) > MOST_DAYS:
        return [clause]
    cuts = []
    left = clause.start
    for one, other in pairwise(days):
        for joint in _JOINT.finditer(
            clause.text, one.end - clause.start, other.start - clause.start
        ):
            end, start = clause.start + joint.start(), clause.start + joint.end()
            if _is_told(_part(clause, left, end)) and _is_told(_part(clause, start, clause.end)):
                cuts.append((end, start))
                left = start
                break
    parts, left = [], clause.start
    for end, start in cuts:
        parts.append(_part(clause, left, end))
        left = start
    return [*parts, _part(clause, left, clause.end)] if cuts else [clause]


def _part(clause: Clause, start: int, end: int) -> Clause:
    text = clause.between(start, end)
    return replace(
        clause,
        start=start,
        end=end,
        text=text,
        words=frozenset(WORD.findall(text.lower())),
        mentions=[one for one in clause.mentions if start <= one.start and one.end <= end],
        days=[one for one in clause.days if start <= one.start and one.end <= end],
    )


def _is_told(part: Clause) -> bool:
    """Whether the part tells of an event on a day."""
    return bool(own_dates(part)) and bool(find_sightings(part, part.start, reports=False))
