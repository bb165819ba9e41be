"""Where a line puts a seizure, and which of its countries are only the route."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.seizures import RouteRole, locations, routes, seizure_words
from schemas.values import LocationType

REACH = 60  # characters before a name read for its part in the route


@dataclass(frozen=True, slots=True)
class Spot:
    """A named country or place in a line and the part it plays."""

    start: int
    end: int
    text: str
    role: str  # "at", "origin", "transit", "destination", "nationality", "body"
    country: str | None = None
    place_type: str | None = None  # None: a country
    location_type: LocationType | None = None


@dataclass(slots=True)
class Route:
    """Countries of a route, with where they were read."""

    origin: dict[str, tuple[int, int]] = field(default_factory=dict)
    transit: dict[str, tuple[int, int]] = field(default_factory=dict)
    destination: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_spots(line: Line) -> list[Spot]:
    """The countries and places of a line in reading order, each with its part."""
    geo = sorted(
        (*line.of("country", "place"), *_sites(line)), key=lambda one: (one.start, -one.end)
    )
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    spots: list[Spot] = []
    for mention in geo:
        if any(start <= mention.start and mention.end <= end for start, end in bodies):
            continue
        if spots and mention.start < spots[-1].end:
            continue
        spots.append(_spot(line, mention, spots[-1] if spots else None))
    return spots


def _spot(line: Line, mention: Candidate, before: Spot | None) -> Spot:
    text = line.between(mention.start, mention.end)
    is_country = mention.kind == "country"
    place_type = None if is_country else mention.fields["place_type"]
    head = _head_type(text) if not is_country else None
    return Spot(
        start=mention.start,
        end=mention.end,
        text=text,
        role=_role(line, mention, before),
        country=mention.fields["iso3"] if is_country else mention.fields.get("country"),
        place_type=place_type,
        location_type=head,
    )


def _role(line: Line, mention: Candidate, before: Spot | None) -> str:
    lead = line.between(max(line.start, mention.start - REACH), mention.start)
    is_country = mention.kind == "country"
    after = line.between(mention.end, mention.end + 40)
    if is_country and mention.fields.get("form") == "demonym":
        if _nationality().match(after):
            return "nationality"
        if _route_goods().match(after):
            return "origin"
        return "at" if _territory().match(after) else "other"
    if before is not None:
        gap = line.between(before.end, mention.start)
        if (gap.strip() and _LIST.fullmatch(gap)) or (
            before.place_type and is_country and gap.strip() in {"in", "in the"}
        ):
            return before.role
        if before.role == "origin" and _TO.search(gap):
            return "destination"
    if told := _TOLD_AFTER.match(after):
        return "origin" if told.group(1) == "origin" else "destination"
    if _NATIONAL_OF.search(lead):
        return "nationality"
    if _SEAT_OF.search(lead):
        return "other"
    if _BORDER.search(lead):
        return "border"
    for role, pattern in _route_patterns():
        if pattern.search(lead):
            return role
    if _LEAVE_FOR.search(lead):
        return "destination"
    bare = _FROM.search(lead)
    if bare is not None:
        if _person_lead().search(lead[: bare.start()]):
            return "nationality"
        return "origin"
    if _TO_NAME.search(lead):
        return "destination" if _FROM_LATER.search(after) else "other"
    return "at"


# "A, B and C", "A (B", "A's B"
_LIST = re.compile(
    r"\s*\)?\s*(?:,|/|\(|&)?\s*(?:(?:and|or|as well as)\s(?:also\s)?(?:(?:in|to|from|for)\s)?)?(?:the\s)?"
)
_TO = re.compile(r"\bto\s+(?:the\s+)?(?:port\s+of\s+)?(?:addresses in\s+)?$")
_TO_NAME = re.compile(r"\b(?:to|for|with|by|against)\s+(?:the\s+)?$")
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?(?:port\s+of\s+|city\s+of\s+|neighbou?ring\s+)?$")
_NATIONAL_OF = re.compile(
    r"\b(?:nationals?|citizens?|residents?|natives?|registered in|flag of)(?:\sof)?\s(?:the\s)?$",
    re.IGNORECASE,
)
_SEAT_OF = re.compile(
    r"\b(?:firm|company|trader|exporter|importer|consignee|trading house|bank|office|laboratory|university|businessman|based|born|living|court|ambassador|government|minister|president|embassy|people|capital|representative)"
    r"\s(?:in|at|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\b(?:between|border with|borders with|bordering)\s(?:the\s)?$", re.IGNORECASE
)
_LEAVE_FOR = re.compile(
    r"\b(?:leave|leaving|left|sail|sailing|sailed|fly|flying|depart\w*|declared|ship\w*|load\w*|marked|meant|on its way|flight)"
    r"\b[^.;:]{0,50}\b(?:for|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(
    r"\s(?:was|is|being|as|were|are)\s(?:the\s|its\s|their\s)?(?:final\s|intended\s|declared\s|country\sof\s)*"
    r"(origin|destination)"
)
_FROM_LATER = re.compile(r"^\s+from\s")
_BETWEEN = r"(?:\s+(?:the|a|[\w-]+\s+(?:coast|port|province|region|city|island)\s+of|ports?\s+of|ports?\s+in|city\s+of|markets?\s+in|addresses\s+in|buyers\s+in|[A-Z][\w-]+,)){0,3}\s*$"


@cache
def _route_patterns() -> tuple[tuple[RouteRole, re.Pattern[str]], ...]:
    return tuple(
        (
            row.role,
            re.compile(
                r"\b(?:" + "|".join(re.escape(word) for word in row.words) + r")" + _BETWEEN,
                re.IGNORECASE,
            ),
        )
        for row in routes()
    )


def _words_pattern(name: str, frame: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in seizure_words()[name])
    return re.compile(frame.format(words), re.IGNORECASE)


@cache
def _nationality() -> re.Pattern[str]:
    return _words_pattern("people", r"(?:\s\w+)?\s(?:{})\b")


@cache
def _route_goods() -> re.Pattern[str]:
    return _words_pattern("route_goods", r"\s(?:{})\b")


@cache
def _territory() -> re.Pattern[str]:
    return _words_pattern("territory", r"(?:\s[\w-]+)?[\s-](?:{})\b")


@cache
def _person_lead() -> re.Pattern[str]:
    return _words_pattern("people", r"\b(?:{})\s+$")


@cache
def _heads() -> tuple[tuple[str, LocationType], ...]:
    """Every head of a place with its type, longest first."""
    heads = [(head, row.location_type) for row in locations() for head in row.heads]
    return tuple(sorted(heads, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(re.escape(head) for head, _ in _heads()) + r")s?\b", re.I)


@cache
def _head_types() -> dict[str, LocationType]:
    return {head.lower(): kind for head, kind in reversed(_heads())}


def _head_type(text: str) -> LocationType | None:
    """The type of location a place's own name tells: its last head word counts."""
    found = list(_head_pattern().finditer(text))
    return _head_types()[found[-1].group(1).lower()] if found else None


@cache
def _site_pattern() -> re.Pattern[str]:
    heads = sorted(
        (head for row in locations() if row.named for head in row.heads),
        key=lambda head: (-len(head), head),
    )
    name = r"[\"“«'‘]?[A-ZÀ-Þ][\w’'-]+[\"”»'’]?"
    return re.compile(
        rf"(?P<name>{name}(?:[ -](?:(?:de|del|la|al|el|of)[ -])?{name}){{0,3}})"
        r"(?:['’]s?)? "
        rf"(?:(?:international|customs|sea|dry|air|road|land|cargo|main|river|central|new) ){{0,2}}"
        rf"(?P<head>(?i:{'|'.join(map(re.escape, heads))}))\b(?! (?i:{_NOT_SITES}))"
    )


_NOT_SITES = (
    "control|liaison|authorit|communication|unit|officer|project|programme|staff|security|police"
)
_OF_SITE = re.compile(
    r"\b(?i:port|seaport|harbour|airport|port city|checkpoint) of "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
)
_OPENERS = re.compile(r"^(?:The|At|In|On|From|Near|This|An?|During|Officers|Police|Customs)\s")


_NAMED = re.compile(
    r"\b(?:at|near|off|outside|in) (?:the )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,2})"
)


def _sites(line: Line) -> Iterable[Candidate]:
    """Named sites that the words themselves give away: "Mombasa port", "at Point Lisas"."""
    known = [(one.start, one.end) for one in line.of("place")]
    taken = [(one.start, one.end) for one in line.mentions]
    for match in _NAMED.finditer(line.text):
        start, end = line.start + match.start("name"), line.start + match.end("name")
        if not any(first < end and start < last for first, last in taken):
            yield Candidate(
                "place",
                start,
                end,
                "rule:seizure.named",
                {"name": match.group("name"), "place_type": "other"},
            )
    for pattern in (_site_pattern(), _OF_SITE):
        for match in pattern.finditer(line.text):
            start, end = line.start + match.start(), line.start + match.end()
            if opener := _OPENERS.match(match.group()):
                start += opener.end()
            if (
                "head" in pattern.groupindex
                and not line.between(start, line.start + match.start("head")).strip()
            ):
                continue
            if any(first <= start and end <= last for first, last in known):
                continue
            inside = [one for one in line.of("place", "country") if start <= one.start < end]
            countries = {one.fields.get("country") or one.fields.get("iso3") for one in inside} - {
                None
            }
            country = countries.pop() if len(countries) == 1 else None
            yield Candidate(
                "place", start, end, "rule:seizure.site",
                {"name": line.between(start, end), "place_type": "other", "country": country},
            )  # fmt: skip


def location_type_in(line: Line, spots: Iterable[Spot]) -> tuple[LocationType, int, int] | None:
    """The kind of location a line names: of its named place, or said by a bare noun."""
    for spot in spots:
        if spot.role == "at" and spot.location_type is not None:
            return spot.location_type, spot.start, spot.end
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    for match in _head_pattern().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if any(first < end and start < last for first, last in bodies):
            continue
        lead = line.between(max(line.start, start - 30), start)
        if any(mark.start <= start < mark.end for mark in line.triggers):
            continue
        if _AT.search(lead):
            return _head_types()[match.group(1).lower()], start, end
    return None


_AT = re.compile(
    r"\b(?:at|in|on|inside|outside|near|off|from|of|entered)\s+(?:(?:the|a|an|his|her|their|its|one)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}$|\bs?earch(?:ed|ing)?\s+(?:of\s+)?(?:the|a)\s+$"
)


def add_route(route: Route, spots: Iterable[Spot]) -> None:
    """File the route countries of a line."""
    for spot in spots:
        if spot.country and spot.role in {"origin", "transit", "destination"}:
            getattr(route, spot.role).setdefault(spot.country, (spot.start, spot.end))
