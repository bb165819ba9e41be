"""Where a clause tells of an event: a noun that names one, or a verb that needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.compose.activities.cueing import is_crime
from extract.compose.activities.heads import head_counts, person_nouns
from extract.compose.activities.more import more_people
from extract.compose.activities.nouns import sightings_by_noun
from extract.compose.activities.people import countries_from
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
        and not (one.noun is None and _is_counted(clause, one))
    ]
    return sorted(kept, key=lambda one: (one.start, -one.end))


def _is_counted(clause: Clause, verb: Sighting) -> bool:
    """ "110 trained investigators": no verb."""
    return any(count.start < verb.start and verb.end < count.end for count in clause.of("quantity"))


_PROFORM = re.compile(
    r"(?<![\w-])(?:the|a|another)\s+(?:first|second|third|fourth|fifth|sixth|next|last|final"
    r"|previous|following|latest|most recent)"
    r"(?:\s+(?:one|round|leg|part|edition|instalment)|\s+of\s+(?:the\s+series|them|these))?"
    r"(?=,?\s+(?:will|was|is|took|takes|has|in|from|held|followed|ended|ran)\b)"
    r"|(?<![\w-])(?:an?|the|another|one|its)\s+(?:[\w-]+\s+){0,2}?(?:follow-?up|sequel|re-?run|repeat|continuation)"
    r"(?=,?\s+(?:\w+ly\s+)?(?:will|was|is|took|takes|has|in|on|at|for|with|to|ended|ran)\b)",
    re.IGNORECASE,
)


_IN_ORDER = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "next", "last", "final", "previous"}
    | {"latest", "recent"}
    | {"following", "follow-up", "followup", "sequel", "re-run", "rerun", "repeat", "continuation"}
)


def proform(clause: Clause, kind: ActivityType) -> Iterator[Sighting]:
    """ "The next one will take place in Quetta in May": another event of the kind just told."""
    if _IN_ORDER.isdisjoint(clause.words):
        return
    if not own_dates(clause) and not _HELD.search(clause.text):
        return
    for match in _PROFORM.finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        yield Sighting(clause, start, end, kind, "one", "proform", "other")


_HELD = re.compile(
    r"\b(?:held|take place|takes place|took place|scheduled|hosted)\b", re.IGNORECASE
)
_IT_IS_HELD = re.compile(
    r"(?:(?<=[.;,] )|^)(?:(?:It|This|Both|They|These|it)|(?:and|but|which)\s+it)\s+"
    r"(?P<verb>(?:will\s+(?:now\s+|then\s+)?|is\s+(?:now\s+)?(?:to|due\s+to|scheduled\s+to|expected\s+to)\s+"
    r"|had\s+been\s+|was\s+|were\s+|is\s+|are\s+)?(?:now\s+)?(?:be\s+|being\s+)?"
    r"(?:held|hosted|organi[sz]ed|convened|run|takes?\s+place|took\s+place|tak(?:en|ing)\s+place"
    r"|runs|ran|lasts?|lasted|ends?|ended|closes?|closed|opens?|opened|begins?|began|starts?|started"
    r"|brought\s+together|gathered|drew|was\s+attended|attended|moved\s+to|rescheduled|put\s+on|put\s+off))\b"
    r"|\bit\s+will\s+now\s+be\s+held\b"
)


_PRONOUNS = frozenset({"it", "this", "both", "they", "these"})


def pronoun(clause: Clause) -> Sighting | None:
    """ "It was held in Suva from 3 to 5 May": the event just told, by a pronoun."""
    if clause.heading or _PRONOUNS.isdisjoint(clause.words):
        return None
    match = _IT_IS_HELD.search(clause.text)
    if match is None:
        return None
    start, end = clause.start + match.start(), clause.start + match.end()
    return Sighting(clause, start, end, None, "it", "pronoun", "definite")


def assembly(clause: Clause) -> Sighting | None:
    """People on a day in a town: an event, if they do something there or a noun calls it one."""
    if not own_dates(clause):
        return None
    people = head_counts(clause) or more_people(clause)
    if not people and len(countries_from(clause)) > 1:
        people = clause.of("country")
    start, end = (people[0].start, people[0].end) if people else _people_from(clause)
    if end == 0 or is_crime(clause, end):
        return None
    return Sighting(clause, start, end, None, None, "assembly", "new")


_FROM_MANY = re.compile(
    r"\b(?P<people>[a-z]{4,20}s|police)\s+(?:from|of|representing)\s+(?:the\s+|some\s+|more\s+than\s+|over\s+)?"
    r"(?:\d{1,3}|several|both|all|many|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|sixty)\b"
)


def _people_from(clause: Clause) -> tuple[int, int]:
    """Where people stand who are not counted, but their countries or villages are."""
    for match in _FROM_MANY.finditer(clause.text):
        if match.group("people") in person_nouns():
            return clause.start + match.start(), clause.start + match.end()
    return 0, 0
