"""The country of an event whose own words name none: its sentence's, its section's, its text's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.compose.activities.cueing import says
from extract.compose.activities.events import Event
from extract.compose.activities.subjects import is_in_several, is_of_words
from extract.compose.activities.where import Spot
from extract.compose.clauses import Clause
from extract.find.passage import Candidate


def add_homeland(event: Event, clauses: Sequence[Clause]) -> None:
    """Give the event the one country its sentence, its section or its text speaks of."""
    spot = event.spot
    if event.type == "visit" or (spot is not None and spot.country is not None):
        return
    if is_of_words(event) or is_in_several(event):
        return
    if any(says(one.clause, "virtual") for one in event.sightings):
        return
    if spot is None and event.type not in {"training", "workshop", "launch", "campaign", "other"}:
        return
    guests = {one.fields["iso3"] for one in event.countries}
    for named in _around(event, clauses):
        codes = {one.fields["iso3"] for one in named}
        if len(codes) > 1 or not codes.isdisjoint(guests):
            return
        if codes:
            event.spot = _in_country(spot, named[0])
            return


def _around(event: Event, clauses: Sequence[Clause]) -> Iterable[list[Candidate]]:
    """The countries it may be in, the nearest first."""
    own = [one for one in event.clauses if not one.heading]
    yield [one for clause in own for one in clause.of("country") if one.fields["form"] != "demonym"]
    heading = next((one for one in reversed(clauses[: event.first_body]) if one.heading), None)
    yield heading.of("country") if heading is not None else []
    yield [one for clause in clauses for one in clause.of("country")]


def _in_country(spot: Spot | None, country: Candidate) -> Spot:
    city = spot.city if spot is not None else None
    return Spot(city, str(country.fields["iso3"]), (country.start, country.end))
