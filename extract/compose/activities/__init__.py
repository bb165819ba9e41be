"""Activities: concrete events held or announced, each one record."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.articles import Article
from extract.compose.activities.cueing import cue, is_crime, words_of
from extract.compose.activities.events import (
    ATTENDING,
    GATHERINGS,
    MEMORY,
    Event,
    add_people,
    add_sighting,
    read_event,
    without_slots,
)
from extract.compose.activities.people import (
    countries_from,
    has_people,
    own_bodies,
    participants,
    people_who_came,
)
from extract.compose.activities.pooling import complete_by_scenery
from extract.compose.activities.record import is_concrete, is_rich, record_of
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.sightings import assembly, find_sightings, proform
from extract.compose.activities.when import add_days, nearest_date, own_dates
from extract.compose.activities.where import Dateline, read_dateline, towns, visited
from extract.compose.clauses import Clause, read_clauses
from extract.compose.scene import Scene
from extract.find.passage import Candidate

__all__ = ["compose_activities"]

_EXPECTED = re.compile(
    r"\b(?:expected|invited|attended|took part|will take part|had come)\b", re.IGNORECASE
)
_CAME_FROM = re.compile(r"\b(?:come|came|coming|each|hailed)\s+from\b|\b[Ii]nvitations?\b")
SIGHTINGS = 8  # events one clause can tell of
REACH_OF_VERB = 60  # characters between "opened" and the event that is opened
REACH = 3  # clauses behind the last word for an event that still tell of it


def compose_activities(scene: Scene) -> list[Candidate]:
    """Every event of the document, held or announced."""
    return [candidate for article in scene.articles for candidate in _of_article(scene, article)]


def _of_article(scene: Scene, article: Article) -> list[Candidate]:
    clauses = read_clauses(scene, article)
    dateline = read_dateline(clauses)
    anchor = scene.context.calendar.anchor_of(article.index)
    day = anchor.first if anchor is not None and anchor.is_day else None
    reports = any(not clause.words.isdisjoint(words_of("publication")) for clause in clauses)
    events: list[Event] = []
    for clause in clauses:
        starts = dateline.end if dateline and dateline.clause == clause.index else clause.start
        add_days(clause, day)
        recent = events[-MEMORY:]
        before = next((one.type for one in reversed(recent) if one.type in GATHERINGS), None)
        sightings = _of_clause(clause, starts, reports)
        if before is not None and not any(one.noun for one in sightings):
            sightings += proform(clause, before)
        for sighting in sightings:
            told = read_event(sighting, starts)
            rivals = [one for one in sightings if one.noun and one.reference != "definite"]
            if sighting.reference == "definite" and rivals:
                told = without_slots(told)
            add_sighting(events, told)
        if not any(one.pattern != "assembly" for one in sightings):
            _listen(events, clause)
    concrete, weak = [], []
    for event in events:
        _complete(event, clauses, dateline)
        if is_concrete(event):
            concrete.append(event)
        elif event.type is not None:
            weak.append(event)
    complete_by_scenery(concrete or weak, clauses, dateline)
    if not concrete:
        concrete = [event for event in weak if is_rich(event)]
    return [record_of(leg, article.index) for event in concrete for leg in _legs(event, clauses)]


def _legs(event: Event, clauses: list[Clause]) -> list[Event]:
    """A visit to several countries is one event in each."""
    if event.type != "visit" or (event.spot is not None and event.spot.city is not None):
        return [event]
    near = clauses[event.first_body : event.last + 1 + REACH]
    stops = visited(near)
    if len(stops) < 2:
        return [event]
    return [replace(event, spot=stop) for stop in stops]


def _of_clause(clause: Clause, starts: int, reports: bool) -> list[Sighting]:
    """The sightings of a clause; general talk, and nouns that only say what another one is, not."""
    found = find_sightings(clause, starts, reports)
    kept: list[Sighting] = []
    nouns = [one for one in found if one.noun is not None]
    visits = any(one.pattern == "visit" for one in found)
    learns = any(one.pattern == "learn" for one in found)
    for sighting in found:
        if sighting.pattern in {"meet", "gather", "learn", "march", "stay"}:
            if nouns or (visits and sighting.pattern in {"meet", "gather"}):
                continue
            if learns and sighting.pattern != "learn":
                continue
        if sighting.pattern == "open" and any(
            noun.type in GATHERINGS | {"campaign"}
            and abs(noun.start - sighting.start) < REACH_OF_VERB
            for noun in nouns
        ):
            continue
        if _says_what_it_is(sighting, kept) or _is_general_talk(sighting):
            continue
        kept.append(sighting)
    if not found and not clause.heading and (people := assembly(clause)) is not None:
        kept.append(people)
    return kept[:SIGHTINGS]


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
    if sighting.noun and cue("arrest").search(text) and not cue("concrete").search(text):
        return True
    if sighting.noun and _criminals_meet(text[: sighting.start - sighting.clause.start]):
        return True
    if sighting.reference == "none" or cue("cancelled").search(text):
        return True
    if sighting.reference == "definite":
        return False
    return cue("unreal").search(sighting.clause.before(sighting.start, 60)) is not None


def _listen(events: list[Event], clause: Clause) -> None:
    """A clause right behind an event may say who was there."""
    if not events or clause.heading:
        return
    named = [event for event in events[-MEMORY:] if event.type is not None]
    event = named[-1] if named else events[-1]
    if event.type not in GATHERINGS | {"other"} or clause.index - event.last > REACH:
        return
    if cue("taking_part").search(clause.text) is None and _CAME_FROM.search(clause.text) is None:
        return
    if is_crime(clause, clause.start):
        return
    countries, bodies, count = countries_from(clause), own_bodies(clause), participants(clause)
    if count is None or not (count.fields["unit"] in ATTENDING or _EXPECTED.search(clause.text)):
        count = people_who_came(clause)
    add_people(event, countries, bodies)
    event.participants = event.participants or count
    if countries or bodies or count is not None:
        event.last = clause.index


def _complete(event: Event, clauses: list[Clause], dateline: Dateline | None) -> None:
    """What the sentence before, and the dateline, add to an event."""
    if event.type in GATHERINGS and event.typed_by_noun:
        for clause in reversed(clauses[max(0, event.first_body - 2) : event.first_body]):
            _add_from_before(event, clause)
    if event.type == "other" and event.date is None and event.first > 0:
        event.date = _stretch_before(clauses[event.first - 1])
    early = event.first <= (dateline.clause + 3 if dateline else 3)
    series = all(one.many for one in event.sightings)
    if dateline is not None and early and not event.planned and not series:
        _add_dateline(event, dateline)


def _add_from_before(event: Event, clause: Clause) -> None:
    """ "From 4 to 7 April eighteen prosecutors …. The workshop …": people and days come first."""
    near = clause.index == event.first_body - 1 or own_dates(clause) or towns(clause)
    crime = is_crime(clause, clause.start)
    if clause.heading or crime or not near or not has_people(clause):
        return
    if event.participants is None:
        event.participants = participants(clause)
        add_people(event, countries_from(clause), own_bodies(clause))
    if event.date is None:
        event.date = nearest_date(clause, clause.end, clause.start)


def _stretch_before(clause: Clause) -> Candidate | None:
    """The stretch of days the sentence before an operation's name tells of."""
    return next(
        (date for date in own_dates(clause) if date.fields["precision"] == "interval"), None
    )


def _add_dateline(event: Event, dateline: Dateline) -> None:
    home = dateline.spot
    if event.spot and home and event.spot.city is None and event.spot.country == home.country:
        event.spot = home
    if event.spot is None and not dateline.agency and event.type != "visit":
        event.spot = dateline.spot
    day = dateline.date
    stretch = day is not None and day.fields["precision"] == "interval"
    if event.date is None and stretch and event.type in GATHERINGS:
        event.date = day
