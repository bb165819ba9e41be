"""Words of events: nouns and verbs that tell of one, and what stands around them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import ActivityType

Need = Literal[
    "people", "meet", "object", "anything", "place", "publication", "news", "dated", "day"
]  # fmt: skip
Cue = Literal[
    "held", "planned", "unreal", "other", "definite", "general", "crime", "teacher", "taking_part",
    "organise", "organised_by", "partner", "joint", "virtual", "hybrid", "background",
    "publication", "not_participant", "arrest", "concrete", "people", "cancelled", "teaching",
    "money_talk", "seat", "came", "gathers", "attend", "each_from", "absent", "somebody",
    "away", "many", "again", "goods", "discuss", "carried", "put_off",
    "police_work", "parallel", "finite", "drew",
]  # fmt: skip


class NounRow(Row):
    """A row of activity_nouns.tsv."""

    type: ActivityType
    qualifiers: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    nouns: tuple[str, ...]
    not_preceded: tuple[str, ...] = ()
    not_followed: tuple[str, ...] = ()
    example: str
    counter_example: str


class VerbRow(Row):
    """A row of activity_verbs.tsv."""

    pattern: str
    type: ActivityType
    needs: Need
    words: tuple[str, ...]
    objects: tuple[str, ...] = ()
    example: str
    counter_example: str


class CueRow(Row):
    """A row of activity_cues.tsv."""

    cue: Cue
    words: tuple[str, ...]


class RegionRow(Row):
    """A row of activity_regions.tsv."""

    region: str
    members: tuple[str, ...]
    names: tuple[str, ...]


class CapitalRow(Row):
    """A row of activity_capitals.tsv."""

    iso3: str
    names: tuple[str, ...]


@cache
def event_nouns() -> tuple[NounRow, ...]:
    """Nouns that name an event."""
    return read_table("activity_nouns.tsv", NounRow)


@cache
def event_verbs() -> tuple[VerbRow, ...]:
    """Verbs that tell of one."""
    return read_table("activity_verbs.tsv", VerbRow)


@cache
def cues() -> dict[Cue, tuple[str, ...]]:
    """The words of every cue."""
    return {row.cue: row.words for row in read_table("activity_cues.tsv", CueRow)}


@cache
def capitals() -> dict[str, str]:
    """The country of every capital, by its name in lower case."""
    rows = read_table("activity_capitals.tsv", CapitalRow)
    return {name.casefold(): row.iso3 for row in rows for name in row.names}


@cache
def capital_of() -> dict[str, str]:
    """The capital of every country, as first named."""
    return {row.iso3: row.names[0] for row in read_table("activity_capitals.tsv", CapitalRow)}


@cache
def regions() -> tuple[RegionRow, ...]:
    """Groups of countries with a fixed membership."""
    return read_table("activity_regions.tsv", RegionRow)
