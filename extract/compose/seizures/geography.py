"""Where a line puts a seizure, and which of its countries are only the route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.compose.seizures.page import Line
from extract.compose.seizures.roles import Role, role_of
from extract.compose.seizures.sites import find_sites, head_type
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


@dataclass(slots=True)
class Route:
    """Countries of a route, with where they were read."""

    origin: dict[str, tuple[int, int]] = field(default_factory=dict)
    transit: dict[str, tuple[int, int]] = field(default_factory=dict)
    destination: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_spots(line: Line) -> list[Spot]:
    """The countries and places of a line in reading order, each with its part."""
    known: list[Spot] | None = line.read.get("spots")
    if known is None:
        known = line.read["spots"] = _read_spots(line)
    return known


def _read_spots(line: Line) -> list[Spot]:
    geo = sorted(
        (*line.of("country", "place"), *find_sites(line)), key=lambda one: (one.start, -one.end)
    )
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    spots: list[Spot] = []
    before: tuple[Candidate, Role] | None = None
    for mention in geo:
        if any(start <= mention.start and mention.end <= end for start, end in bodies):
            continue
        if spots and mention.start < spots[-1].end:
            continue
        role = role_of(line, mention, before)
        before = mention, role
        spots.append(_spot(line, mention, role))
    return spots


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
    )


def add_route(route: Route, spots: Iterable[Spot]) -> None:
    """File the route countries of a line."""
    for spot in spots:
        if spot.country and spot.role in {"origin", "transit", "destination"}:
            getattr(route, spot.role).setdefault(spot.country, (spot.start, spot.end))
