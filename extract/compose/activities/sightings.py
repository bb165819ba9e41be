"""Where a clause tells of an event: a noun that names one, or a verb that needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.compose.activities.cueing import is_crime
from extract.compose.activities.nouns import sightings_by_noun
from extract.compose.activities.people import head_counts
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.verbs import sightings_by_verb
from extract.compose.activities.when import own_dates
from extract.compose.clauses import Clause
from schemas.values import ActivityType


def find_sightings(clause: Clause, dateline_end: int, reports: bool) -> list[Sighting]:
    """Every word for an event in the clause, in reading order, the dateline left out.

    ``reports``: the article speaks of a publication.
    """
    found = [*sightings_by_noun(clause), *sightings_by_verb(clause, reports)]
    if not found:
        return found
    inside = [
        (mention.start, mention.end) for mention in clause.of("organisation", "person", "place")
    ]
    kept = [
        one
        for one in found
        if one.start >= dateline_end
        and not any(start <= one.start and one.end <= end for start, end in inside)
    ]
    return sorted(kept, key=lambda one: (one.start, -one.end))


_PROFORM = re.compile(
    r"(?<![\w-])(?:the|a|another)\s+(?:first|second|third|fourth|fifth|sixth|next|last|final|previous|following)"
    r"(?:\s+one|\s+of\s+(?:the\s+series|them|these))?(?=,?\s+(?:will|was|is|took|takes|has|in|followed|ended|ran)\b)",
    re.IGNORECASE,
)


def proform(clause: Clause, kind: ActivityType) -> Iterator[Sighting]:
    """ "The next one will take place in Quetta in May": another event of the kind just told."""
    if not own_dates(clause) and not _HELD.search(clause.text):
        return
    for match in _PROFORM.finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        yield Sighting(clause, start, end, kind, "one", "proform", "other")


_HELD = re.compile(
    r"\b(?:held|take place|takes place|took place|scheduled|hosted)\b", re.IGNORECASE
)


def assembly(clause: Clause) -> Sighting | None:
    """People counted on a day in a town: an event, if a noun behind it calls it one."""
    counts = head_counts(clause)
    if not counts or not own_dates(clause) or is_crime(clause, counts[0].end):
        return None
    return Sighting(clause, counts[0].start, counts[0].end, None, None, "assembly", "new")
