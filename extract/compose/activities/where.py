"""Where an event is: the town and country it is held in, and what a dateline says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.compose.activities.cueing import cue_before
from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.places import place_names

_AT = re.compile(
    r"\b(?:in|at|to|near|outside|through|visit|visited|visits|toured)\s+(?:the\s+)?(?:[\w'’-]+\s+(?:city|town|capital|port)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:(?:north|south|east|west|outskirts|outside|capital|suburb|centre) of|near)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_UNLISTED = re.compile(
    r"\b(?:in|at)\s+(?P<name>[A-Z][\w'’-]+(?:\s+(?:(?:de|la|del|do|da|el|al|of|the)\s+){0,2}[A-Z][\w'’-]+){0,4}),\s+(?:the\s+)?$"
)
_LINK = re.compile(r"\s*(?:,\s*(?:in\s+)?|\(\s*|\s+in\s+|\s*/\s*)(?:the\s+)?")
_IN = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?$", re.IGNORECASE)
_LISTED_ON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?(?:,\s*and\s|,|and\s)\s*(?:the\s+)?")
_DATELINE_MARK = re.compile(r"\s[-–—]{1,2}\s|[–—|:]|\.(?:\s|$)|\s-(?=\w)")
_DATELINE_REST = re.compile(
    r"(?:\s|[,.:/()\-–—|]|UNODC|UNIS|UN Information Service|online|virtual|web-based|and|of|the|on"
    r"|date|press release|issued)*",
    re.IGNORECASE,
)
DATELINE_LENGTH = 130


@dataclass(frozen=True, slots=True)
class Spot:
    """A town with its country, or a country alone; either may be unsettled."""

    city: Candidate | None
    country: str | None
    country_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence of an article: "Suva, Fiji, 26 May 2023 -".

    ``agency``: a news service stands in it, and the town is where that service is.
    """

    clause: int
    end: int
    spot: Spot | None
    date: Candidate | None
    agency: bool = False


def towns(clause: Clause) -> list[Candidate]:
    """Towns of the clause that something can be in."""
    bodies = [(mention.start, mention.end) for mention in clause.of("organisation")]
    found = []
    for place in clause.of("place"):
        town = place if place.fields["place_type"] == "city" else _town_of_site(clause, place)
        before = clause.before(place.start)
        if town is None or not _AT.search(before) or cue_before("away").search(before):
            continue
        if any(
            start <= place.start and place.end <= end and not _IN.search(before)
            for start, end in bodies
        ):
            continue
        found.append(town)
    longer = _unlisted_towns(clause)
    starts = {town.start for town in longer}
    return [town for town in found if town.start not in starts] + longer


def _town_of_site(clause: Clause, site: Candidate) -> Candidate | None:
    """The known town a site is named after: "Swakopmund prison"."""
    words = clause.between(site.start, site.end).split()
    for count in range(min(3, len(words) - 1), 0, -1):
        name = " ".join(words[:count])
        known = place_names().get(name)
        if known is not None and known.place_type == "city" and not known.weak:
            country = known.countries[0] if len(known.countries) == 1 else None
            fields = {
                "name": name,
                "place_type": "city",
                "country": site.fields.get("country") or country,
            }
            return replace(site, end=site.start + len(name), fields=fields)
    return None


def _unlisted_towns(clause: Clause) -> list[Candidate]:
    """A name the tables do not know, before its country: "in La Asunta, Bolivia"."""
    taken = clause.of("place", "organisation", "person", "date", "country")
    found = []
    for country in clause.of("country"):
        match = _UNLISTED.search(clause.before(country.start, 80))
        if match is None or country.fields["form"] == "demonym":
            continue
        start = max(clause.start, country.start - 80) + match.start("name")
        end = start + len(match.group("name"))
        if any(
            mention.start < end
            and start < mention.end
            and not (mention.kind == "place" and mention.start == start and mention.end < end)
            for mention in taken
        ):
            continue
        fields = {
            "name": match.group("name"),
            "place_type": "city",
            "country": country.fields["iso3"],
        }
        found.append(replace(country, kind="place", start=start, end=end, fields=fields))
    return found


def spot_of(clause: Clause, offset: int, dateline_end: int) -> Spot | None:
    """The town nearest to the word for the event, or the only country it is said to be in."""
    here = [town for town in towns(clause) if town.start >= dateline_end]
    if here:
        town = min(here, key=lambda place: (abs(place.start - offset), place.start))
        spot = with_country(clause, town)
        return Spot(None, spot.country, spot.country_span) if _is_listed(clause, town) else spot
    countries = [
        country
        for country in clause.of("country")
        if country.start >= dateline_end
        and country.fields["form"] != "demonym"
        and (
            _IN.search(clause.before(country.start)) or _BESIDE.search(clause.before(country.start))
        )
        and not _inside_body(clause, country)
    ]
    if any(_in_list(clause, country) for country in countries):
        return None
    places = [
        place
        for place in clause.of("place")
        if place.fields.get("country")
        and (_AT.search(clause.before(place.start)) or _BESIDE.search(clause.before(place.start)))
    ]
    if countries:
        country = min(countries, key=lambda one: (abs(one.start - offset), one.start))
        return Spot(None, country.fields["iso3"], (country.start, country.end))
    if len({place.fields["country"] for place in places}) == 1:
        place = places[0]
        return Spot(None, place.fields["country"], (place.start, place.end))
    return None


def with_country(clause: Clause, town: Candidate) -> Spot:
    """A town with the country behind it, or the one it is known to be in."""
    link = _LINK.match(clause.text, town.end - clause.start)
    if link is not None:
        for country in clause.of("country"):
            if country.start == clause.start + link.end() and country.fields["form"] != "demonym":
                return Spot(town, country.fields["iso3"], (country.start, country.end))
    country_code = town.fields.get("country")
    return Spot(town, country_code, (town.start, town.end) if country_code else None)


def _is_listed(clause: Clause, town: Candidate) -> bool:
    """ "held in Bishkek, Osh and Naryn": no one town."""
    return any(
        re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", clause.between(town.end, other.start))
        for other in clause.of("place")
        if other.fields["place_type"] == "city" and other.start >= town.end
    )


def _in_list(clause: Clause, country: Candidate) -> bool:
    link = _LISTED_ON.match(clause.text, country.end - clause.start)
    return link is not None and any(
        other.start == clause.start + link.end() for other in clause.of("country")
    )


def _inside_body(clause: Clause, country: Candidate) -> bool:
    return any(
        body.start <= country.start and country.end <= body.end
        for body in clause.of("organisation")
    )


_TO_COUNTRIES = re.compile(
    r"\b(?:visit|visits|tour|trip|trips|mission|missions|visited|toured)\s+(?:to\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def visited(clauses: Sequence[Clause]) -> list[Spot]:
    """The countries gone to in turn: "a tour to Austria and Romania", "In Austria … In Romania"."""
    stops: dict[str, Spot] = {}
    for clause in clauses:
        named = [one for one in clause.of("country") if one.fields["form"] != "demonym"]
        for index, country in enumerate(named):
            before = clause.before(country.start)
            opens = re.fullmatch(r"(?:In|At)\s+(?:the\s+)?", before) is not None
            listed = (
                index > 0
                and named[index - 1].fields["iso3"] in stops
                and re.fullmatch(
                    r"\s*(?:,|and|,\s*and)\s+(?:to\s+)?(?:the\s+)?",
                    clause.between(named[index - 1].end, country.start),
                )
            )
            if opens or listed or _TO_COUNTRIES.search(before):
                code = str(country.fields["iso3"])
                stops.setdefault(code, Spot(None, code, (country.start, country.end)))
    return list(stops.values())


def read_dateline(clauses: Sequence[Clause]) -> Dateline | None:
    """The dateline of an article: on a line of its own, or before the first sentence."""
    spots: list[Spot] = []
    date: Candidate | None = None
    last: Clause | None = None
    end = 0
    for clause in clauses[:6]:
        found = _dateline_part(clause)
        if found is None:
            if spots and not clause.heading:
                break
            continue
        last, end = clause, found
        inside = [mention for mention in clause.mentions if mention.end <= found]
        date = next((one for one in inside if one.kind == "date"), None) or date
        spots += [
            with_country(clause, place)
            for place in inside
            if place.kind == "place" and place.fields["place_type"] == "city"
        ]
    if last is None:
        return None
    cities = {spot.city.fields["name"] for spot in spots if spot.city is not None}
    spot = spots[0] if len(cities) == 1 else None
    agency = "Information Service" in clause_head(last, end) or "UNIS" in clause_head(last, end)
    return Dateline(last.index, end, spot, date, agency)


def clause_head(clause: Clause, end: int) -> str:
    """The dateline itself."""
    return clause.between(clause.start, end)


def _dateline_part(clause: Clause) -> int | None:
    """Where the dateline in this clause ends; None where there is none."""
    for mark in _DATELINE_MARK.finditer(clause.text, 0, DATELINE_LENGTH):
        if any(
            mention.start - clause.start < mark.end() <= mention.end - clause.start
            for mention in clause.of("date", "place", "country")
        ):
            continue
        end = clause.start + mark.end()
        if _is_dateline(clause, end):
            return end
    return (
        clause.end
        if len(clause.text) <= DATELINE_LENGTH and _is_dateline(clause, clause.end)
        else None
    )


def _is_dateline(clause: Clause, end: int) -> bool:
    parts: list[str] = []
    position, known = clause.start, False
    for mention in clause.of("place", "country", "date"):
        if mention.start >= end:
            break
        if mention.start >= position:
            parts.append(clause.between(position, mention.start))
            position = mention.end
            known = known or mention.kind in {"date", "place"}
    parts.append(clause.between(position, max(position, end)))
    return known and _DATELINE_REST.fullmatch(" ".join(parts)) is not None
