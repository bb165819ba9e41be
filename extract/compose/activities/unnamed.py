"""People who do something on a day in a town, and no word that names it: its type."""

from __future__ import annotations

import re

from extract.compose.activities.cueing import cue, says
from extract.compose.activities.events import Event
from schemas.values import ActivityType

_DAYS = frozenset({"day", "interval"})
_NOT_THERE = re.compile(
    r"\b(?:(?:have|has|had)\s+(?:no|an?|the|\d|been|yet|left|already|received)|there\s+(?:are|were|is|was)|no\s+longer|arriv(?:ed|es|e)|landed|came\s+home"
    r"|aboard|on\s+board|appear(?:ed|s)?|nationals?|serv(?:e|ed|es|ing)|work(?:s|ed)?|is|are)\b",
    re.IGNORECASE,
)


def type_of_unnamed(event: Event, placed: bool) -> ActivityType | None:
    """The type of an event that is told by people, a day and a place alone; None: it is none.

    ``placed``: a dateline says where.
    """
    told = event.sightings[0]
    clause = told.clause
    if clause.heading or event.date is None:
        return None
    if event.date.fields["precision"] not in _DAYS and not event.planned:
        return None
    if says(clause, "goods") or any(one.kind == "substance" for one in clause.mentions):
        return None
    if event.spot is None and not placed and not says(clause, "virtual"):
        return None
    if any(cue(name).search(clause.text) for name in ("crime", "police_work")):
        return None
    if says(clause, "teaching"):
        return "training"
    return None if _NOT_THERE.search(clause.text, told.end - clause.start) else "meeting"
