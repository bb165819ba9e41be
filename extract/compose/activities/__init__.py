"""Activities: concrete events held or announced, each one record."""

from __future__ import annotations

from dataclasses import replace

from extract.articles import Article
from extract.compose.activities.cueing import is_crime
from extract.compose.activities.datelines import Dateline, read_dateline
from extract.compose.activities.events import CEREMONIES, GATHERINGS, Event, add_people
from extract.compose.activities.groups import add_groups
from extract.compose.activities.heads import participants
from extract.compose.activities.homeland import add_homeland
from extract.compose.activities.people import countries_from, has_people, own_bodies
from extract.compose.activities.pooling import complete_by_scenery
from extract.compose.activities.reading import REACH, read_events
from extract.compose.activities.record import is_concrete, is_rich, record_of
from extract.compose.activities.series import each_of_series
from extract.compose.activities.subjects import drop_subject, is_in_several
from extract.compose.activities.unnamed import type_of_unnamed
from extract.compose.activities.when import (
    end_date,
    nearest_date,
    own_dates,
    since_day,
    whole_stretch,
)
from extract.compose.activities.where import towns, visited
from extract.compose.clauses import Clause, read_clauses
from extract.compose.scene import Scene
from extract.find.passage import Candidate

__all__ = ["compose_activities"]


def compose_activities(scene: Scene) -> list[Candidate]:
    """Every event of the document, held or announced."""
    return [candidate for article in scene.articles for candidate in _of_article(scene, article)]


def _of_article(scene: Scene, article: Article) -> list[Candidate]:
    clauses = read_clauses(scene, article)
    dateline = read_dateline(clauses)
    anchor = scene.context.calendar.anchor_of(article.index)
    day = anchor.first if anchor is not None and anchor.is_day else None
    events = read_events(clauses, dateline, day)
    head = dateline.end if dateline is not None else 0
    for event in events:
        event.type = event.type or type_of_unnamed(event, dateline is not None)
        drop_subject(event)
        rivals = [one for one in events if one is not event and one.type is not None]
        _complete(event, rivals, clauses, event.label or dateline)
    sure = {
        id(event) for event in events if is_concrete(event) or len(each_of_series(event, head)) > 1
    }
    named = [event for event in events if id(event) in sure or event.type is not None]
    complete_by_scenery(named, clauses, dateline)
    for event in named:
        add_groups(event, clauses)
        add_homeland(event, clauses)
    told = [event for event in named if id(event) in sure or is_rich(event)]
    return [record_of(leg, article.index) for event in told for leg in _legs(event, clauses, head)]


def _legs(event: Event, clauses: list[Clause], head: int) -> list[Event]:
    """A visit to several countries is one event in each."""
    told = each_of_series(event, head)
    if len(told) > 1:
        return told
    if event.type != "visit" or (event.spot is not None and event.spot.city is not None):
        return [event]
    near = clauses[event.first_body : event.last + 1 + REACH]
    stops = visited(near)
    if len(stops) < 2:
        return [event]
    return [replace(event, spot=stop) for stop in stops]


def _complete(
    event: Event, rivals: list[Event], clauses: list[Clause], dateline: Dateline | None
) -> None:
    """What the sentence before, and the dateline, add to an event."""
    if event.type in GATHERINGS and event.typed_by_noun:
        taken = {one.clause.index for other in rivals for one in other.sightings}
        for clause in reversed(clauses[max(0, event.first_body - 2) : event.first_body]):
            if clause.index not in taken:
                _add_from_before(event, clause)
    if event.type == "other" and event.date is None and event.first > 0:
        event.date = _stretch_before(clauses[event.first - 1])
    if event.type in GATHERINGS:
        ends = (end_date(clause) for clause in event.clauses if not clause.heading)
        last = next((day for day in ends if day is not None), None)
        event.date = whole_stretch(event.date, last) if event.date and last else event.date or last
        near = clauses[event.first_body : min(event.last, event.first_body + REACH) + 1]
        since = next((day for clause in near if (day := since_day(clause))), None)
        if since is not None and event.date is not None:
            event.date = whole_stretch(since, event.date, event.date)
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
    away = dateline.agency or event.type == "visit" or is_in_several(event)
    if event.spot is None and not away:
        event.spot = dateline.spot
    day = dateline.date
    stretch = day is not None and day.fields["precision"] == "interval"
    fresh = event.type in CEREMONIES and event.first_body == dateline.clause
    if event.date is None and (fresh or (stretch and event.type in GATHERINGS)):
        event.date = day
