"""Places: cities, regions, border crossings, and the words that make a name a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.knowledge.countries import without_accents
from extract.knowledge.tables import Row, read_table
from schemas.values import PlaceType

Side = Literal["after", "before"]


class CityRow(Row):
    """A row of cities.tsv."""

    name: str
    countries: tuple[str, ...] = ()
    weak: bool = False
    aliases: tuple[str, ...] = ()


class PlaceRow(Row):
    """A row of places.tsv."""

    name: str
    place_type: PlaceType
    country: str | None = None
    weak: bool = False
    aliases: tuple[str, ...] = ()


class PatternRow(Row):
    """A row of place_patterns.tsv."""

    side: Side
    place_type: PlaceType
    small: bool = False
    heads: tuple[str, ...]
    example: str
    counter_example: str


class NotNameRow(Row):
    """A row of place_not_names.tsv."""

    use: str
    words: tuple[str, ...]
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A known place: several countries where cities of the name are of like weight."""

    name: str
    place_type: PlaceType
    countries: tuple[str, ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """A word that calls what stands beside it a place ("oblast", "port of")."""

    side: Side
    place_type: PlaceType
    small: bool


@cache
def place_names() -> dict[str, PlaceName]:
    """Every spelling of every known place."""
    found: dict[str, PlaceName] = {}
    for spelling, name in _names():
        for form in (spelling, without_accents(spelling)):
            found.setdefault(form, name)
            found.setdefault(form.upper(), name)
    return found


def _names() -> Iterator[tuple[str, PlaceName]]:
    for place in read_table("places.tsv", PlaceRow):
        countries = (place.country,) if place.country else ()
        name = PlaceName(place.name, place.place_type, countries, place.weak)
        yield from ((spelling, name) for spelling in (place.name, *place.aliases))
    for city in read_table("cities.tsv", CityRow):
        name = PlaceName(city.name, "city", city.countries, city.weak)
        yield from ((spelling, name) for spelling in (city.name, *city.aliases))


@cache
def place_heads() -> tuple[tuple[str, PlaceHead], ...]:
    """Every head with what it says of the words beside it."""
    return tuple(
        (head, PlaceHead(row.side, row.place_type, row.small))
        for row in read_table("place_patterns.tsv", PatternRow)
        for head in row.heads
    )


@cache
def not_names(use: str) -> frozenset[str]:
    """Words that are no part of a place's name, by use."""
    return frozenset(
        word
        for row in read_table("place_not_names.tsv", NotNameRow)
        if row.use == use
        for word in row.words
    )
