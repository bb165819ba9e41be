"""Who takes part, told without a list: "judges of both countries", "officers from Lomé"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.compose.activities.events import GATHERINGS, Event, add_people
from extract.compose.activities.heads import are_people
from extract.compose.activities.people import country_lists, distinct
from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.counting import small_numbers

NEAR = 2  # clauses before "both countries" whose list comes first
_THE_COUNTRIES = re.compile(
    r"(?:\b(?P<people>[a-z]+)\s+(?:of|from)\s+|^)(?:both|all|the|these)\s+(?:of\s+the\s+|the\s+)?"
    r"(?P<number>[a-z]+)?\s*(?:countries|states|nations|neighbours)\b",
    re.IGNORECASE,
)
_COUNTRIES = frozenset({"countries", "states", "nations", "neighbours"})
_FROM_TOWN = re.compile(r"\b(?P<people>[a-z]+)\s+(?:had\s+come\s+|came\s+|coming\s+)?from\s+$")
_AND = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*")


def add_groups(event: Event, clauses: Sequence[Clause]) -> None:
    """Add the countries that the event's sentences only point at."""
    if event.type not in GATHERINGS | {"visit", "other"} or len(event.countries) > 1:
        return
    for clause in event.clauses:
        if not clause.heading and not _COUNTRIES.isdisjoint(clause.words):
            add_people(event, _meant(clause, clauses), ())
    home = event.spot.country if event.spot is not None else None
    if event.type == "visit" and not event.countries:
        add_people(event, [one for one in _guests(event) if one.fields["iso3"] != home], ())
    if not event.countries and not event.bodies and home is not None:
        for clause in event.clauses:
            abroad = [one for one in _of_towns(clause) if one.fields["iso3"] != home]
            add_people(event, abroad, ())


def _meant(clause: Clause, clauses: Sequence[Clause]) -> Sequence[Candidate]:
    """The countries "both countries" goes back to: a list of so many just before it, else the
    first, whose countries the text is about."""
    match = _THE_COUNTRIES.search(clause.text)
    people = (match.group("people") or "").lower() if match is not None else ""
    if match is None or (people and not are_people(people)):
        return ()
    word = (match.group("number") or "").lower()
    number = 2 if "both" in match.group().lower() else int(small_numbers(20).get(word, 0))
    before = [one for one in clauses if one.index < clause.index]
    for earlier in [*reversed(before[-NEAR:]), *before]:
        for run in country_lists(earlier):
            if len(distinct(run.countries)) == number:
                return run.countries
    named = [one for earlier in before for one in earlier.of("country")]
    return named if number > 1 and len(distinct(named)) == number else ()


_OF = re.compile(r"(?:\b(?:of|from)|[^\W\d_]['’]s)\s+(?:the\s+)?$")
_TEAM_FROM = re.compile(
    r"\b(?:delegations?|teams?|groups?|missions?|visitors|guests)\s+(?:from|of)\s+(?:the\s+)?$"
)
_WHO = re.compile(r"(?:['’]s)?(?:\s+[\w-]+){0,3}?\s+(?P<people>[a-z]+)\b")


def _guests(event: Event) -> Iterator[Candidate]:
    """ "A Finnish delegation visited", "the Minister of Justice of Georgia paid a visit to"."""
    for clause in event.clauses:
        for country in clause.of("country"):
            if _TEAM_FROM.search(clause.before(country.start)):
                yield country
    visit = next((one for one in event.sightings if one.type == "visit"), None)
    if visit is None or visit.reference == "definite":
        return
    clause = visit.clause
    for country in clause.of("country"):
        if country.end > visit.start:
            return
        if country.fields["form"] == "demonym":
            who = _WHO.match(clause.after(country.end, 50))
            if who is not None and (
                are_people(who.group("people")) or who.group("people") in _TEAMS
            ):
                yield country
        elif _OF.search(clause.before(country.start)):
            yield country


_TEAMS = frozenset({"delegation", "delegations", "team", "teams", "mission", "group", "party"})


def _of_towns(clause: Clause) -> Iterator[Candidate]:
    """ "Prosecutors from Tripoli and Benghazi": the countries of the towns people come from."""
    last = -1
    for town in clause.of("place"):
        origin = _FROM_TOWN.search(clause.before(town.start))
        come = origin is not None and are_people(origin.group("people").lower())
        listed = last >= 0 and _AND.fullmatch(clause.between(last, town.start))
        if not (come or listed) or town.fields["place_type"] != "city":
            last = -1
            continue
        last = town.end
        if town.fields.get("country"):
            code = town.fields["country"]
            yield replace(town, kind="country", fields={"iso3": code, "form": "town"})
