"""What the clause of one sighting says of its event."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.compose.activities.cueing import cue, says
from extract.compose.activities.events import CEREMONIES, Event
from extract.compose.activities.heads import ATTENDING, crowd, participants
from extract.compose.activities.parties import read_parties
from extract.compose.activities.people import countries_from, own_bodies
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.when import nearest_date
from extract.compose.activities.where import spot_of

_ATTENDED = re.compile(
    r"\b(?:brought together|bringing together|attended|gathered|guests|in the presence of"
    r"|took part|joined by|graduat\w+|certificates?|diplomas?|sworn in|audience of|turned out"
    r"|applauded|watched|witnessed|marchers|runners|guests)\b",
    re.IGNORECASE,
)


_AUDIENCE = re.compile(
    r"\b(?:before|in front of|in which|drew|draws|drawing|attract(?:ed|s|ing))\s+"
    r"(?:an\s+audience\s+of\s+)?"
    r"(?:the\s+|some\s+|about\s+|around\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+|close\s+to\s+)?$",
    re.IGNORECASE,
)  # "presented today before some 85 diplomats"


def read_event(sighting: Sighting, dateline_end: int) -> Event:
    """What the clause of one sighting says of the event."""
    clause = sighting.clause
    counted = participants(clause, sighting.end if sighting.noun is not None else None)
    if (
        sighting.type in CEREMONIES
        and counted
        and counted.fields["unit"] not in ATTENDING
        and not _ATTENDED.search(clause.text)
        and not _AUDIENCE.search(clause.before(counted.start, 40))
    ):
        counted = None
    if counted is None and sighting.pattern == "march":
        counted = crowd(clause)
    return Event(
        sightings=[sighting],
        type=sighting.type,
        typed_by_noun=sighting.noun is not None,
        date=nearest_date(clause, sighting.start, dateline_end, years=sighting.type == "visit"),
        spot=spot_of(clause, sighting.start, dateline_end),
        participants=counted,
        countries=list(countries_from(clause)),
        bodies=list(own_bodies(clause)),
        parties=read_parties(sighting),
        held=cue("held").search(clause.text) is not None,
        planned=_is_planned(sighting),
        parallel=_is_parallel(sighting),
        first=clause.index,
        last=clause.index,
    )


def without_slots(event: Event) -> Event:
    """The event as a word that only refers to it leaves it: the clause is about another."""
    return replace(event, date=None, spot=None, participants=None, countries=[], bodies=[])


def _is_planned(sighting: Sighting) -> bool:
    clause = sighting.clause
    return cue("planned").search(clause.text) is not None


def _is_parallel(sighting: Sighting) -> bool:
    """ "In parallel with the courses, the councils held round tables"."""
    if sighting.noun is None or sighting.reference not in {"bare", "new"}:
        return False
    before = sighting.clause.before(sighting.start, 200)
    return says(sighting.clause, "parallel") and cue("parallel").search(before) is not None
