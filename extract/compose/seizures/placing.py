"""Where a seizure happened: country, city, place and kind of location, never of the route."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.seizures.events import Event
from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.page import Line
from extract.compose.seizures.parties import read_parties
from extract.compose.seizures.sites import location_type_in
from extract.compose.seizures.slots import Slots
from extract.compose.seizures.surroundings import Surroundings
from extract.find.passage import Candidate
from extract.knowledge.seizures import seizure_words

PLACE = ("place", "city", "country", "location_type")


def fill_place(slots: Slots, event: Event, around: Surroundings) -> None:
    """Fill country, city, place and kind of location, from the nearest line that gives them."""
    near = [] if event.aggregate else around.near(event)
    for draft in event.drafts[:1] if event.aggregate else event.drafts:
        _put_spots(slots, draft.spots, around)
    _country_from_parties(slots, event, [])
    leading = [line for line in near if line.index < event.drafts[0].line.index]
    for line in leading:
        _put_spots(slots, read_spots(line), around)
    _country_from_parties(slots, event, near)
    paragraphs = {line.paragraph for line in event.lines}
    if not event.aggregate:
        following = [line for line in near if line not in leading and line.paragraph in paragraphs]
        for line in (*around.context(event), *following, *near):
            apart = event.is_apart and line not in following
            _put_spots(slots, read_spots(line), around, country_only=apart)
    _fill_from_article(slots, event, around)
    for line in (*event.lines, *(line for line in near if line.paragraph in paragraphs)):
        found = location_type_in(line)
        if found is not None:
            slots.put("location_type", *found)


def _fill_from_article(slots: Slots, event: Event, around: Surroundings) -> None:
    """Take the dateline's place, or the one country the article is about."""
    if not event.aggregate or not _is_of_several(event):
        _put_spots(slots, around.dateline_spots(), None)
        spot = around.only_country(event)
        if spot is not None:
            slots.put("country", spot.country, spot.start, spot.end)


_ORDER = {
    "border_crossing": 0,
    "port": 0,
    "airport": 0,
    "checkpoint": 0,
    "city": 2,
    "other": 3,
    "province": 4,
}


def _is_of_several(event: Event) -> bool:
    """Whether a total is one of many bodies or countries."""
    text = event.drafts[0].line.text.lower()
    words = set(re.findall(r"\w+", text))
    return any(spot.place_type == "region" for spot in event.drafts[0].spots) or any(
        word in words or (" " in word and word in text) for word in seizure_words()["several"]
    )


def copy_place(slots: Slots, event: Event, before: Candidate) -> None:
    """ "At the same port": the place of the event before."""
    for draft in event.drafts:
        lines = (draft.line, *draft.setting[-1:])
        marks = [mark for line in lines for mark in line.cues if mark.cue == "same_place"]
        for mark in marks[:1]:
            for slot in PLACE:
                slots.put(slot, before.fields.get(slot), mark.start, mark.end)


def _put_spots(
    slots: Slots, spots: Sequence[Spot], around: Surroundings | None, *, country_only: bool = False
) -> None:
    """Country, city and place of one line, if they agree with what is known."""
    at = [
        spot
        for spot in spots
        if spot.role == "at" and not (around and around.in_dateline(spot.start))
    ]
    known = slots.fields.get("country")
    named = sorted(
        (spot for spot in at if spot.place_type not in {None, "region"}),
        key=lambda spot: (
            0 if spot.location_type else _ORDER.get(spot.place_type or "", 5),
            spot.start,
        ),
    )
    fitting = [spot for spot in named if known is None or spot.country in {None, known}]
    if fitting and not country_only:
        site = fitting[0]
        if slots.fields.get("place") is None:
            kind = _surrounding(site, fitting)
            slots.put("location_type", kind.location_type, kind.start, kind.end)
        slots.put("place", site.text, site.start, site.end)
        city = next((spot for spot in fitting if spot.place_type == "city"), None)
        if city is not None:
            slots.put("city", city.text, city.start, city.end)
    if known is not None:
        return
    by_place = {spot.country for spot in fitting[:1] if spot.country}
    countries = by_place or {spot.country for spot in at if spot.country}
    if len(countries) == 1:
        spot = next(spot for spot in (*fitting, *at) if spot.country in countries)
        slots.put("country", spot.country, spot.start, spot.end)


def _surrounding(site: Spot, spots: Sequence[Spot]) -> Spot:
    """What tells the kind of place: a customs checkpoint in a seaport is no land border."""
    behind = (spot for spot in spots if spot.location_type and 0 < spot.start - site.end <= 12)
    return next(behind, site)


def _country_from_parties(slots: Slots, event: Event, near: Sequence[Line]) -> None:
    """The country that the name of the seizing body tells."""
    if slots.fields.get("country") is not None:
        return
    lines = [(draft.line, draft.acts) for draft in event.drafts] + [(line, []) for line in near]
    for line, acts in lines:
        parties = [one for one in read_parties(line, acts) if one.rank <= 4 or one.unit_place]
        for party in sorted(parties, key=lambda one: one.rank):
            for place in line.of("place"):
                if party.start <= place.start and place.end <= party.end:
                    slots.put("country", place.fields.get("country"), place.start, place.end)
            if party.country:
                slots.put("country", party.country, party.start, party.end)
            if slots.fields.get("country"):
                return
