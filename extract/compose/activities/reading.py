"""The clauses of an article read one by one: which words tell of which event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.compose.activities.again import again
from extract.compose.activities.cueing import cue, is_crime, is_off, says, words_of
from extract.compose.activities.datelines import Dateline, read_label
from extract.compose.activities.events import (
    GATHERINGS,
    MEMORY,
    Event,
    add_people,
    add_sighting,
)
from extract.compose.activities.heads import ATTENDING, opens, participants, people_who_came
from extract.compose.activities.parts import parts_of
from extract.compose.activities.people import countries_from, own_bodies
from extract.compose.activities.relative import add_relative_days, last_day
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.sightings import assembly, find_sightings, proform, pronoun
from extract.compose.activities.telling import read_event, without_slots
from extract.compose.activities.when import add_days
from extract.compose.clauses import Clause
from schemas.values import ActivityType

_EXPECTED = re.compile(
    r"\b(?:expected|invited|attended|took part|will take part|had come)\b", re.IGNORECASE
)
_GOING = re.compile(r"(?:went|go|travel|flew|journey|sail|drove)", re.IGNORECASE)  # to an event
_CAME_FROM = re.compile(r"\b(?:come|came|coming|each|hailed)\s+from\b|\b[Ii]nvitations?\b")
SIGHTINGS = 8  # events one clause can tell of
REACH_OF_VERB = 60  # characters between "opened" and the event that is opened
REACH_OF_VISIT = 30  # characters between "taken to" and the fair
REACH = 3  # clauses behind the last word for an event that still tell of it


def read_events(
    clauses: Sequence[Clause], dateline: Dateline | None, day: date | None
) -> list[Event]:
    """What the clauses tell of, in reading order; ``day`` is the day of the text."""
    reports = any(not clause.words.isdisjoint(words_of("publication")) for clause in clauses)
    events: list[Event] = []
    label: Dateline | None = None
    last: date | None = None
    for clause in clauses:
        add_days(clause, day)
        add_relative_days(clause, last, day)
        last = last_day(clause, last)
        if clause.heading:
            label = None
        if dateline is not None and dateline.clause == clause.index:
            starts, label = dateline.end, None
        else:
            label = read_label(clause) or label
            starts = clause.start
        for part in parts_of(clause):
            _read_part(events, part, max(starts, part.start), reports, label)
    return events


def _read_part(
    events: list[Event], clause: Clause, starts: int, reports: bool, label: Dateline | None
) -> None:
    """File what a clause, or a part of one, tells of."""
    sightings = _of_clause(clause, starts, reports)
    recent = reversed(events[-MEMORY:])
    before = next((one.type for one in recent if one.type in GATHERINGS), None)
    sightings = [_of_type(one, before) for one in sightings]
    if before is not None and not any(one.noun for one in sightings):
        sightings += proform(clause, before)
    if not sightings and events and (more := again(clause, events)) is not None:
        sightings.append(more)
    if not sightings and events and (same := pronoun(clause)) is not None:
        sightings.append(same)
    if not sightings and not clause.heading and (people := assembly(clause)) is not None:
        sightings.append(people)
    for sighting in sightings:
        told = read_event(sighting, starts)
        rivals = [one for one in sightings if one.noun and one.reference != "definite"]
        if sighting.reference == "definite" and rivals:
            told = without_slots(told)
        told.label = label
        if label is not None and label.clause == clause.index:
            told.spot, told.date = told.spot or label.spot, told.date or label.date
        add_sighting(events, told)
    if not any(one.pattern != "assembly" for one in sightings):
        _listen(events, clause)


def _of_type(sighting: Sighting, before: ActivityType | None) -> Sighting:
    """ "A similar exercise": another event of the type told before."""
    if sighting.general and sighting.reference == "other":
        return replace(sighting, type=before)
    return sighting


def _of_clause(clause: Clause, starts: int, reports: bool) -> list[Sighting]:
    """The sightings of a clause; general talk, and nouns that only say what another one is, not."""
    found = find_sightings(clause, starts, reports)
    if not found:
        return found
    kept: list[Sighting] = []
    nouns = [one for one in found if one.noun is not None]
    for sighting in found:
        if _yields(sighting, found, bool(nouns)) or _is_only_gone_to(sighting, found):
            continue
        if sighting.pattern == "open" and any(
            noun.type in GATHERINGS | {"campaign"}
            and abs(noun.start - sighting.start) < REACH_OF_VERB
            for noun in nouns
        ):
            continue
        if _is_general_talk(sighting):
            continue
        if _says_what_it_is(sighting, kept):
            if not kept[-1].general:
                continue
            kept.pop()  # "the exercise was the heart of the … workshop"
        kept.append(sighting)
    return kept[:SIGHTINGS]


def _yields(sighting: Sighting, found: Sequence[Sighting], nouns: bool) -> bool:
    """Whether the verb adds nothing to a noun, or to a verb that says more."""
    if sighting.pattern not in {"meet", "gather", "learn", "march", "stay"}:
        return False
    if sighting.pattern in {"meet", "gather"} and any(
        one.noun is None and sighting.clause.before(one.start, 4).endswith("to ")
        for one in found
        if one.start > sighting.end
    ):
        return True  # "officials gathered to launch a platform"
    visits = any(one.pattern == "visit" for one in found)
    if nouns or (visits and sighting.pattern in {"meet", "gather"}):
        return True
    return sighting.pattern != "learn" and any(one.pattern == "learn" for one in found)


def _is_only_gone_to(sighting: Sighting, found: Sequence[Sighting]) -> bool:
    """ "They went to a workshop": not a visit besides."""
    if sighting.pattern == "visit" and len(found) > 1:
        return _GOING.match(sighting.clause.between(sighting.start, sighting.end)) is not None
    return sighting.type == "other" and bool(sighting.noun) and _gone_to(sighting, found)


def _gone_to(sighting: Sighting, found: Sequence[Sighting]) -> bool:
    """ "Eleven growers were taken to a trade fair": a visit."""
    return any(
        one.pattern == "visit" and 0 <= sighting.start - one.end < REACH_OF_VISIT for one in found
    )


def _says_what_it_is(sighting: Sighting, before: list[Sighting]) -> bool:
    """ "The training is the second workshop of four"."""
    if not before or sighting.noun is None:
        return False
    last = before[-1]
    between = sighting.clause.between(last.end, sighting.start).strip().lower()
    first = between.split(" ")[0] if between else ""
    return first in {"is", "was", "were", "are", "of", "on", "for"} and len(between) < 60


def _criminals_meet(before: str) -> bool:
    """ "The traffickers held a meeting"."""
    culprits = cue("crime").search(before, max(0, len(before) - 50))
    return culprits is not None and cue("organise").match(before, culprits.end() + 1) is not None


def _is_general_talk(sighting: Sighting) -> bool:
    text = sighting.clause.text
    if sighting.noun and says(sighting.clause, "arrest") and not cue("concrete").search(text):
        return True
    if sighting.noun and _criminals_meet(text[: sighting.start - sighting.clause.start]):
        return True
    if sighting.reference == "none" or is_off(sighting.clause):
        return True
    if sighting.reference == "definite":
        return False
    return cue("unreal").search(sighting.clause.before(sighting.start, 60)) is not None


def _listen(events: list[Event], clause: Clause) -> None:
    """A clause right behind an event may say who was there."""
    if not events or clause.heading:
        return
    recent = reversed(events[-MEMORY:])
    event = next((one for one in recent if one.type is not None), events[-1])
    if event.type not in GATHERINGS | {"other", "launch"} or clause.index - event.last > REACH:
        return
    if not says(clause, "taking_part") and _CAME_FROM.search(clause.text) is None:
        return
    if is_crime(clause, clause.start) or any(one.kind == "substance" for one in clause.mentions):
        return
    countries, bodies, count = countries_from(clause), own_bodies(clause), participants(clause)
    if event.type == "launch":  # guests may be counted behind it, and hardly anybody else
        guests = count is not None and count.fields["unit"] in ATTENDING
        event.participants = event.participants or (count if guests else None)
        return
    told = count is not None and (
        count.fields["unit"] in ATTENDING
        or _EXPECTED.search(clause.text)
        or (event.type in GATHERINGS and clause.index - event.last == 1 and opens(clause, count))
    )
    if not told:
        count = people_who_came(clause)
    add_people(event, countries, bodies)
    event.participants = event.participants or count
    if countries or bodies or count is not None:
        event.last = clause.index
