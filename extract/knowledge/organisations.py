"""Bodies the project knows by name, and what the names of all others are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import OrganisationType

Strength = Literal["sure", "some", "state", "company", "latin", "whole"]
Role = Literal[
    "head",
    "marker",
    "generic",
    "topic",
    "region",
    "place",
    "stop",
    "title",
    "other",
    "owner",
    "portfolio",
    "refused",
    "abbreviation",
    "authority",
    "local",
    "trade",
    "latin",
    "latin_article",
    "kind",
    "seat",
    "part",
    "label",
    "brand",
    "criminal",
    "behind",
    "small",
    "site",
    "unit",
    "shouted",
    "verb",
    "staff",
]


class Body(Row):
    """A known body: its slug, its names, and those of its names that need support."""

    id: str
    name: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    type: OrganisationType
    country: str | None = None
    parent: str | None = None


class Pattern(Row):
    """Words that play one role in the names of bodies."""

    role: Role
    strength: Strength | None = None
    type: OrganisationType | None = None
    words: tuple[str, ...]
    example: str | None = None
    counter_example: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: how much it needs beside it, and the type of body it names."""

    words: tuple[str, ...]
    strength: Strength
    type: OrganisationType


@cache
def bodies() -> tuple[Body, ...]:
    """Every known body, in table order."""
    return read_table("organisations.tsv", Body)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every row of the pattern table."""
    return read_table("organisation_patterns.tsv", Pattern)


@cache
def words_of(role: Role) -> frozenset[str]:
    """The words that play ``role``."""
    return frozenset(word for row in patterns() if row.role == role for word in row.words)


@cache
def heads() -> Mapping[str, tuple[Head, ...]]:
    """Head nouns by their last word, the longest first."""
    found: dict[str, list[Head]] = {}
    for row in patterns():
        if row.role == "head" and row.strength and row.type:
            for phrase in row.words:
                words = tuple(phrase.split())
                found.setdefault(words[-1], []).append(Head(words, row.strength, row.type))
    return MappingProxyType(
        {
            last: tuple(sorted(group, key=lambda head: -len(head.words)))
            for last, group in found.items()
        }
    )
