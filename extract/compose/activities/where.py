"""Where an event is: the town and country it is held in, and what a dateline says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.compose.activities.cueing import cue_before
from extract.compose.activities.heads import are_people
from extract.compose.activities.unlisted import town_alone, towns_before_countries
from extract.compose.clauses import Clause, once
from extract.find.passage import Candidate
from extract.knowledge.places import place_names

_AT = re.compile(
    r"\b(?:in|at|to|near|off|outside|through|visit|visited|visits|toured)\s+(?:the\s+)?(?:[\w'’-]+\s+(?:city|town|capital|port)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_TOWN_AT = re.compile(
    r"\b(?:in|at|to|near|off|outside|through|visit|visited|visits|toured|into|inside|converg(?:e|es|ed|ing)\s+on|(?:returned|return|returning|back|home)\s+from|moved\s+on\s+to"
    r"|(?:foreseen|planned|scheduled|slated|set|due|fixed|booked|announced|programmed)\s+for)\s+(?:the\s+)?"
    r"(?:(?:[\w'’-]+\s+){0,2}(?:city|town|capital|port|streets|heart|centre|center|university|academy"
    r"|prison|airport|harbour|suburbs?|outskirts|courthouse|school|district|village|seaport)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
SEAT_OF_BODY = re.compile(
    r"\b(?:(?<!tour )(?<!opening )(?<!inauguration )(?<!launch )(?<!visit )of|from|by|with|heads"
    r"|and|[A-Z]\w+\s+at)\s+(?:the\s+)?(?:[A-Z][\w'’&()-]*\s+|(?:of|for|and|on)\s+(?:the\s+)?){0,8}"
    r"(?:(?!(?:an?|at|in)\b)[a-z][\w-]*\s+){0,2}"
    r"(?i:hospital|university|office|mission|cent(?:re|er)|agency|bank|court|institute|embassy"
    r"|laboratory|bureau|academy|college|school|section|branch|delegation|commission|consulate"
    r"|headquarters)\s+(?:in|at|to)\s+$"
)  # "of Beaumont Hospital in Dublin"
_BESIDE = re.compile(
    r"\b(?:(?:north|south|east|west|outskirts|outside|capital|suburb|centre) of|near)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r",\s+(?:on\s+)?(?:from\s+)?\d")
_HOSTS = re.compile(
    r"(?:,[^,]{2,40},)?\s+(?:has\s+|had\s+|will\s+|again\s+|also\s+)?(?:(?:was|is|be|were|been|will\s+be)[^.;]{0,40}?"
    r"\b(?:venue|scene|setting|stage|host|seat)\b|hosts?\b|hosted\b|received\b|receives?\b|welcomed\b"
    r"|welcomes?\b|saw\b|sees?\b|housed\b|played\s+host)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*(?:,\s*(?:in\s+)?|\(\s*|\s+in\s+|\s*/\s*)(?:the\s+)?")
_IN = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?$", re.IGNORECASE)
_LISTED_ON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?(?:,\s*and\s|,|and\s)\s*(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A town with its country, or a country alone; either may be unsettled."""

    city: Candidate | None
    country: str | None
    country_span: tuple[int, int] | None = None


@once
def towns(clause: Clause) -> Sequence[Candidate]:
    """Towns of the clause that something can be in."""
    bodies = [(mention.start, mention.end) for mention in clause.of("organisation")]
    found = []
    for place in clause.of("place"):
        town = place if place.fields["place_type"] == "city" else town_of_site(clause, place)
        before = clause.before(place.start)
        at = _TOWN_AT.search(before)
        if town is None or not (
            at is not None
            or (before.endswith("(") and _DAY_BEHIND.match(clause.after(place.end, 12)))
            or _HOSTS.match(clause.after(place.end, 90))
            or (before.endswith(", ") and _is_before_day(clause, place))
        ):
            continue
        if place is town and _is_in_name(clause, place):
            continue
        part = at is not None and at.group().endswith("of ")  # "through the streets of Dili"
        away = not (part or _HELD_AT.search(before)) and cue_before("away").search(before)
        if away or SEAT_OF_BODY.search(before):
            continue
        if any(
            start <= place.start and place.end <= end and not _IN.search(before)
            for start, end in bodies
        ):
            continue
        found.append(town)
    found = found or list(_venue_towns(clause))
    longer = towns_before_countries(clause)
    starts = {town.start for town in longer}
    return [town for town in found if town.start not in starts] + longer


_VENUE = re.compile(
    r"(?:^|(?P<before>[a-z\d]\S*)\s+|[,(]\s*)(?:at|At|in|inside)\s+(?:the\s+)?(?:premises\s+of\s+(?:the\s+)?)?$"
)


def _venue_towns(clause: Clause) -> Iterator[Candidate]:
    """ "Held at the University of Nairobi": the town in the name of the house it is held in."""
    for body in clause.of("organisation"):
        venue = _VENUE.search(clause.before(body.start))
        if venue is None or are_people(venue.group("before") or ""):
            continue
        for place in clause.of("place"):
            inside = body.start <= place.start and place.end <= body.end
            if inside and place.fields["place_type"] == "city":
                yield place


_HELD_AT = re.compile(
    r"\b[a-z]+\s+at\s+(?:the\s+)?(?:[\w'’&.-]+\s+){1,6}in\s+(?:the\s+)?$"
)  # "a course at the UNODC office in Dushanbe"


def _is_before_day(clause: Clause, town: Candidate) -> bool:
    """ "Planning workshop, Ha Noi, Viet Nam, 9-10 September": a note of what, where and when."""
    end = town.end
    for other in clause.of("country", "date"):
        if other.start >= end and re.fullmatch(
            r",?\s+\(?|\s*,\s*", clause.between(end, other.start)
        ):
            if other.kind == "date":
                return True
            end = other.end
    return False


_SITE = re.compile(
    r"(?:\s+[A-Z][\w'’]+){1,4}\s+(?:\([^()]{1,20}\)\s+)?(?:in|at|near)\s+(?:the\s+)?"
)


def _is_in_name(clause: Clause, town: Candidate) -> bool:
    """ "Lang'ata Women's Prison in Nairobi": the name goes on, and the town stands behind it."""
    return any(
        other.start > town.end and _SITE.fullmatch(clause.between(town.end, other.start))
        for other in clause.of("place")
        if other.fields["place_type"] == "city"
    )


def town_of_site(clause: Clause, site: Candidate) -> Candidate | None:
    """The known town a site is named after: "Swakopmund prison", "Port of Walvis Bay"."""
    text = clause.between(site.start, site.end)
    words = text.split()
    names = [" ".join(words[:count]) for count in range(min(3, len(words) - 1), 0, -1)]
    if " of " in text:
        names.append(text.rsplit(" of ", 1)[1])
    for name in names:
        known = place_names().get(name)
        if known is not None and known.place_type == "city" and not known.weak:
            country = known.countries[0] if len(known.countries) == 1 else None
            fields = {
                "name": name,
                "place_type": "city",
                "country": site.fields.get("country") or country,
            }
            start = site.start + text.rindex(name)
            return replace(site, start=start, end=start + len(name), fields=fields)
    return None


def spot_of(clause: Clause, offset: int, dateline_end: int) -> Spot | None:
    """The town nearest to the word for the event, or the only country it is said to be in."""
    here = [town for town in towns(clause) if town.start >= dateline_end]
    if here:
        town = min(here, key=lambda place: (abs(place.start - offset), place.start))
        spot = with_country(clause, town)
        return Spot(None, spot.country, spot.country_span) if _is_listed(clause, town) else spot
    country = _country_of(clause, offset, dateline_end)
    alone = town_alone(clause, offset)
    if alone is not None and alone.start >= dateline_end:
        return replace(country, city=alone) if country else Spot(alone, None)
    return country


def _country_of(clause: Clause, offset: int, dateline_end: int) -> Spot | None:
    """The only country, or the country of the only other place, that something is said to be in."""
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
        and not SEAT_OF_BODY.search(clause.before(place.start))
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
            if (
                country.start == clause.start + link.end()
                and country.fields["form"] != "demonym"
                and not _is_subject(clause, town, country)
            ):
                return Spot(town, country.fields["iso3"], (country.start, country.end))
    country_code = town.fields.get("country")
    return Spot(town, country_code, (town.start, town.end) if country_code else None)


_OPENS = frozenset({"in", "at", "according", "as", "released", "published", "launched", "speaking"})
_DOES = re.compile(
    r"\s+(?:is|was|are|were|has|had|have|remains?|remained|saw|produces?|produced|accounts?|accounted"
    r"|grew|grows)\b"
)


def _is_subject(clause: Clause, town: Candidate, country: Candidate) -> bool:
    """ "In a report released in Bangkok, Myanmar is …": not the country of the town."""
    own = town.fields.get("country")
    if own is None or own == country.fields["iso3"]:
        return False
    first = clause.text.split(" ", 1)[0].lower()
    return first in _OPENS and _DOES.match(clause.after(country.end, 20)) is not None


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
