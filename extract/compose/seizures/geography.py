"""Where a line puts a seizure, and which of its countries are only the route."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.compose.seizures.page import Line
from extract.compose.seizures.roles import Role, role_of, told_role
from extract.compose.seizures.ships import is_of_ship
from extract.compose.seizures.sites import find_sites, find_weak, head_type, read_label
from extract.find.passage import Candidate
from schemas.values import LocationType


@dataclass(frozen=True, slots=True)
class Spot:
    """A named country or place in a line and the part it plays."""

    start: int
    end: int
    text: str
    role: Role
    country: str | None = None
    place_type: str | None = None  # None: a country
    location_type: LocationType | None = None
    beside: bool = False  # a border named for the country behind it, or what a place is only near
    grown: bool = False  # where goods are from by nature ("Afghan heroin"), not on this journey


@dataclass(slots=True)
class Route:
    """Countries of a route, with where they were read."""

    origin: dict[str, tuple[int, int]] = field(default_factory=dict)
    transit: dict[str, tuple[int, int]] = field(default_factory=dict)
    destination: dict[str, tuple[int, int]] = field(default_factory=dict)
    grown: dict[str, tuple[int, int]] = field(default_factory=dict)  # origins by nature only


def read_spots(line: Line) -> list[Spot]:
    """The countries and places of a line in reading order, each with its part."""
    known: list[Spot] | None = line.read.get("spots")
    if known is None:
        known = line.read["spots"] = _read_spots(line)
    return known


def _read_spots(line: Line) -> list[Spot]:
    geo = sorted(
        (*line.of("country", "place"), *find_sites(line), *find_weak(line)),
        key=lambda one: (one.start, -one.end),
    )
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    spots: list[Spot] = []
    before: tuple[Candidate, Role] | None = None
    for mention in geo:
        if any(start <= mention.start and mention.end <= end for start, end in bodies):
            continue
        if spots and mention.start < spots[-1].end:
            continue
        if mention.kind == "place" and is_of_ship(line.between(line.start, mention.start)):
            continue
        told = told_role(line, mention) if mention.fields.get("weak") else None
        if mention.fields.get("weak") and told not in {"origin", "transit", "destination"}:
            continue
        role = told or role_of(line, mention, before)
        before = mention, role
        spots.append(_spot(line, mention, role))
    spots = _without_neighbours(line, _between(line, spots))
    label = read_label(line)
    return spots if label is None else _under_label(_spot(line, label, "at"), spots)


_NEAR = re.compile(
    r"\b(?:near|close to|next to|not far from|towards?"
    r"|(?:kilomet(?:re|er)s?|km|miles?|away) from)\s(?:the\s)?$"
)
_FRONTIER = re.compile(r"(?:[-\s]\w+)?\s(?:border|frontier)\b")


def _without_neighbours(line: Line, spots: list[Spot]) -> list[Spot]:
    """ "In Herat, near the Iranian border": the border is named for the country behind it."""
    found = list(spots)
    for index, spot in enumerate(spots):
        if spot.role != "at" or spot.place_type == "city" or not _is_border(line, spot):
            continue
        others = {one.country for one in spots if one.role == "at" and one is not spot}
        near = _NEAR.search(line.between(max(line.start, spot.start - 30), spot.start))
        if near or others - {None, spot.country}:
            found[index] = replace(spot, country=None, beside=True)
    return found


def _is_border(line: Line, spot: Spot) -> bool:
    """Whether the spot is a border without a name but that of a country."""
    ends = [one.end for one in line.of("country") if one.start == spot.start]
    return any(
        _FRONTIER.fullmatch(line.between(end, spot.end))
        if end < spot.end
        else _FRONTIER.match(line.between(end, end + 20))
        for end in ends
    )


def _between(line: Line, spots: list[Spot]) -> list[Spot]:
    """ "Between Osh and Jalal-Abad": two cities of one country have the place between them."""
    found = list(spots)
    for index, (one, other) in enumerate(pairwise(spots)):
        cities = one.place_type == other.place_type == "city"
        joined = line.between(one.end, other.start) in {" and ", " to "}
        if cities and joined and one.role == other.role == "border":
            place: Role = "at" if one.country == other.country else "border"
            found[index : index + 2] = replace(one, role=place), replace(other, role=place)
    return found


def _under_label(label: Spot, spots: Iterable[Spot]) -> list[Spot]:
    """The spots of a line that opens with its place: those of other countries are not where."""
    rest = [spot for spot in spots if spot.start >= label.end]
    return [
        label,
        *(
            replace(spot, role="other")
            if spot.role == "at" and spot.country not in {None, label.country}
            else spot
            for spot in rest
        ),
    ]


def _spot(line: Line, mention: Candidate, role: Role) -> Spot:
    text = line.between(mention.start, mention.end)
    is_country = mention.kind == "country"
    place_type = None if is_country else mention.fields["place_type"]
    head = head_type(text) if not is_country else None
    return Spot(
        start=mention.start,
        end=mention.end,
        text=text,
        role=role,
        country=mention.fields["iso3"] if is_country else mention.fields.get("country"),
        place_type=place_type,
        location_type=head,
        grown=role == "origin"
        and mention.fields.get("form") == "demonym"
        and not line.between(line.start, mention.start).endswith(
            "from the "
        ),  # "from the Lao bank"
    )


def add_route(route: Route, spots: Iterable[Spot]) -> None:
    """File the route countries of a line."""
    for spot in spots:
        if spot.country and spot.role in {"origin", "transit", "destination"}:
            part = route.grown if spot.grown else getattr(route, spot.role)
            part.setdefault(spot.country, (spot.start, spot.end))
