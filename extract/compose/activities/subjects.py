"""Countries an event is about or runs through: the subject of a report, those of an operation."""

from __future__ import annotations

import re

from extract.compose.activities.cueing import words_of
from extract.compose.activities.events import Event
from extract.compose.activities.sighting import Sighting
from extract.compose.clauses import Clause

NEAR = 70  # characters between "launched" and the report
_OF_WORDS = frozenset({"publish", "dated", "announce"})
_BEHIND = re.compile(
    r"(?:\s+(?!(?:and|which|that|about|of|for|on(?!\s+\d))\b)[\w'’.-]+){0,4}?\s+(?:in|at)\s+(?:the\s+)?$"
)
_WORD = re.compile(r"[a-z]+")


def is_of_words(event: Event) -> bool:
    """Whether what is launched is a report: its subject is no place."""
    return event.type == "launch" and any(
        one.pattern in _OF_WORDS or _stands_by_report(one) for one in event.sightings
    )


def _stands_by_report(sighting: Sighting) -> bool:
    around = sighting.clause.between(sighting.start - NEAR, sighting.end + NEAR).lower()
    return not words_of("publication").isdisjoint(_WORD.findall(around))


def drop_subject(event: Event) -> None:
    """Take away the country a report is about, where it is not "released in Myanmar"."""
    spot = event.spot
    if spot is None or spot.city is not None or spot.country_span is None:
        return
    start = spot.country_span[0]
    told = any(
        one.end <= start <= one.clause.end and _BEHIND.fullmatch(one.clause.between(one.end, start))
        for one in event.sightings
    )
    if is_of_words(event) and not told:
        event.spot = None


def is_in_several(event: Event) -> bool:
    """Whether it is an operation in several countries: no one town or country is its own."""
    if not event.sightings or event.sightings[0].pattern != "operation":
        return False
    return any(len(_countries(clause)) > 1 or _counts(clause) for clause in event.clauses)


def _countries(clause: Clause) -> set[str]:
    bodies = [(one.start, one.end) for one in clause.of("organisation")]
    return {
        str(one.fields["iso3"])
        for one in clause.of("country")
        if one.fields["form"] != "demonym"
        and not any(start <= one.start and one.end <= end for start, end in bodies)
    }


def _counts(clause: Clause) -> bool:
    """ "Took place in nine countries"."""
    return any(
        one.fields["unit"] in {"country", "state", "nation"} and one.fields["value"] > 1
        for one in clause.of("quantity")
    )
