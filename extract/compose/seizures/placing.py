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
from extract.compose.seizures.surroundings import Surroundings, is_of_other_act
from extract.find.passage import Candidate
from extract.knowledge.places import place_names
from extract.knowledge.seizures import seizure_words

LEAD = 2  # lines
PLACE = ("country", "place", "city", "location_type")


def fill_place(slots: Slots, event: Event, around: Surroundings, before: Candidate | None) -> None:
    """Fill country, city, place and kind of location, from the nearest line that gives them."""
    near = [] if event.aggregate else around.near(event)
    near = [line for line in near if not is_of_other_act(line)]
    if any(_at_border(spot) for draft in event.drafts for spot in draft.spots):
        _country_from_parties(slots, event, [])  # two countries share the name of a crossing
    first = event.drafts[0]
    _put_spots(slots, first.spots, around)
    more = [] if event.aggregate else event.drafts[1:]
    for line in (one for one in reversed(near) if more and _leads(one, first.line)):
        _put_spots(slots, read_spots(line), around)
    for draft in more:
        _put_spots(slots, draft.spots, around)
    _country_from_parties(slots, event, [])
    _copy_from_before(slots, event, around, before)
    paragraphs = {line.paragraph for line in event.lines}
    told = [line for line in near if line.paragraph in paragraphs or _tells(line)]
    leading = [line for line in reversed(told) if line.index < event.drafts[0].line.index]
    for line in leading:
        _put_spots(slots, read_spots(line), around)
    _country_from_parties(slots, event, told)
    if not event.aggregate:
        following = [line for line in told if line not in leading and line.paragraph in paragraphs]
        for line in (*around.context(event), *following, *told):
            apart = (event.is_apart and line not in following) or is_of_other_act(line)
            _put_spots(slots, read_spots(line), around, country_only=apart)
    _fill_from_article(slots, event, around)
    for line in (*event.lines, *(line for line in near if line.paragraph in paragraphs)):
        found = location_type_in(line)
        if found is not None:
            slots.put("location_type", *found)


def _leads(line: Line, stating: Line) -> bool:
    """Whether a line comes just before the one that states an event, in its paragraph."""
    return line.paragraph == stating.paragraph and 0 < stating.index - line.index <= LEAD


def _at_border(spot: Spot) -> bool:
    return spot.role == "at" and (
        spot.place_type == "border_crossing" or spot.location_type == "Land border"
    )


_FURTHER = re.compile(
    r"\b(?:(?:a|the) (?:second|third|fourth|fifth|further|other)|another|more)\b",
    re.IGNORECASE,
)
_SAME_BODY = re.compile(
    r"\b(?:(?:in|across|throughout) )?the country\b|\b(?:the|its|this|that) (?:same )?"
    r"(?:unit|team|port|airport|checkpoint|post|crossing|terminal|cell|station)s?\b",
    re.IGNORECASE,
)


_THE_SAME = re.compile(
    r"\bthe same (?:unit|team|post|crossing|cell|station|officers|inspectors|squad|patrol)\b",
    re.IGNORECASE,
)


def _copy_from_before(
    slots: Slots, event: Event, around: Surroundings, before: Candidate | None
) -> None:
    """ "A second barrel yielded another four": where the event told just before it was."""
    first = event.drafts[0].line
    told_in = around.line_at(before.start) if before else first
    if before is None or told_in.section != first.section:
        return
    if any(spot.role == "at" for draft in event.drafts for spot in draft.spots):
        return
    patterns = (_SAME_BODY,) if event.aggregate else (_FURTHER, _THE_SAME)
    match = next(filter(None, (pattern.search(first.text) for pattern in patterns)), None)
    together = told_in.paragraph == first.paragraph
    national = event.aggregate and (match is None or "country" in match.group())
    if (event.aggregate and _is_of_several(event)) or not (match or (national and together)):
        return
    if not (together or national):
        return
    start, end = match.span() if match else (0, 1)
    start, end = first.start + start, first.start + end
    for slot in PLACE[:1] if national else PLACE:
        slots.put(slot, before.fields.get(slot), start, end)


def _tells(line: Line) -> bool:
    """Whether a line of another paragraph may still tell where something was seized."""
    pays = any(one.fields["dimension"] == "money" for one in line.of("quantity"))
    return not pays and (bool(line.triggers) or line.has("enforcement", "scene"))


def _fill_from_article(slots: Slots, event: Event, around: Surroundings) -> None:
    """Take the dateline's place, or the one country the article is about."""
    if not event.aggregate or not _is_of_several(event):
        placed = (event.aggregate and _is_national(slots)) or slots.fields.get("place") is not None
        _put_spots(slots, around.dateline_spots(), None, country_only=placed)
        spot = around.only_country(event)
        if spot is not None:
            slots.put("country", spot.country, spot.start, spot.end)


_YEARS = re.compile(r"\d{4}(?:/\d{4})?")


def _is_national(slots: Slots) -> bool:
    """Whether a total is of a year, or of a country its own words name: not of one city then."""
    date = slots.fields.get("date")
    of_years = date is not None and _YEARS.fullmatch(str(date["edtf"])) is not None
    return of_years or slots.fields.get("country") is not None


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
    if any(spot.role == "at" and spot.place_type for spot in event.drafts[0].spots):
        return
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
            6 if spot.beside else 0 if spot.location_type else _ORDER.get(spot.place_type or "", 5),
            spot.start,
        ),
    )
    fitting = [
        spot for spot in named if known is None or spot.country in {None, known} or _at_border(spot)
    ]
    if fitting and not country_only:
        site = fitting[0]
        if slots.fields.get("place") is None:
            kind = _surrounding(site, fitting)
            slots.put("location_type", kind.location_type, kind.start, kind.end)
        slots.put("place", site.text, site.start, site.end)
        city = next((spot for spot in fitting if spot.place_type == "city"), None)
        if city is not None:
            slots.put("city", city.text, city.start, city.end)
        else:
            _put_town(slots, fitting, known)
    if known is not None:
        return
    by_place = {spot.country for spot in fitting[:1] if spot.country}
    countries = by_place or {spot.country for spot in at if spot.country}
    if len(countries) == 1:
        spot = next(spot for spot in (*fitting, *at) if spot.country in countries)
        slots.put("country", spot.country, spot.start, spot.end)


def _put_town(slots: Slots, sites: Sequence[Spot], country: str | None) -> None:
    """The town that a site is named after: "Takoradi seaport", "Port of Mombasa"."""
    for site in sites:
        for match in _NAME.finditer(site.text):
            for end in (match.end(), match.end("first")):
                name = place_names().get(site.text[match.start() : end])
                if name is None or name.weak or name.place_type != "city":
                    continue
                if name.countries == (country or site.country,):
                    start = site.start + match.start()
                    slots.put("city", name.name, start, site.start + end)
                    return


_NAME = re.compile(r"(?P<first>[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?")


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
            inside = [
                one.fields["iso3"]
                for one in line.of("country")
                if party.start <= one.start and one.end <= party.end
            ]
            country = party.country or (inside[0] if len(set(inside)) == 1 else None)
            if country:
                slots.put("country", country, party.start, party.end)
            if slots.fields.get("country"):
                return
