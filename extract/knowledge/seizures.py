"""Words of seizures: triggers, cues, places, conveyances, concealment and routes."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import LocationType, TransportMode

Side = Literal["before", "after", "either", "noun"]
Strength = Literal["strong", "weak"]
ItemRole = Literal["form", "package", "goods", "nothing"]
ConcealmentKind = Literal[
    "verb", "wrap", "soft", "phrase", "as", "spot", "opened", "weak", "site", "under"
]  # fmt: skip
RouteRole = Literal["origin", "transit", "destination"]
Cue = Literal[
    "unreal", "trend", "trend_verb", "comparison", "other_act", "aggregate", "separate",
    "continuing", "enforcement", "scene", "exercise", "relative_time", "funding", "hedge",
    "perceived", "same_place", "gathering",
]  # fmt: skip


class TriggerRow(Row):
    """A row of seizure_triggers.tsv."""

    trigger: str
    side: Side
    strength: Strength
    forms: tuple[str, ...]
    example: str
    counter_example: str


class CueRow(Row):
    """A row of seizure_cues.tsv."""

    cue: Cue
    words: tuple[str, ...]
    example: str


class LocationRow(Row):
    """A row of seizure_locations.tsv."""

    location_type: LocationType
    named: bool = False
    heads: tuple[str, ...]
    example: str | None = None
    counter_example: str | None = None


class TransportRow(Row):
    """A row of seizure_transport.tsv."""

    transport_mode: TransportMode
    role: Literal["conveyance", "way", "hint"]
    named: bool = False
    location_type: LocationType | None = None
    words: tuple[str, ...]
    example: str | None = None
    counter_example: str | None = None


class ConcealmentRow(Row):
    """A row of seizure_concealment.tsv."""

    kind: ConcealmentKind
    cues: tuple[str, ...]
    example: str
    counter_example: str | None = None


class UnitRow(Row):
    """A row of seizure_units.tsv."""

    role: ItemRole
    units: tuple[str, ...]


class WordsRow(Row):
    """A row of seizure_words.tsv."""

    name: str
    words: tuple[str, ...]


class RouteRow(Row):
    """A row of seizure_routes.tsv."""

    role: RouteRole
    words: tuple[str, ...]
    example: str | None = None
    counter_example: str | None = None


@cache
def triggers() -> tuple[TriggerRow, ...]:
    """Every trigger pattern."""
    return read_table("seizure_triggers.tsv", TriggerRow)


@cache
def cues() -> dict[Cue, tuple[str, ...]]:
    """The words of every cue."""
    return {row.cue: row.words for row in read_table("seizure_cues.tsv", CueRow)}


@cache
def locations() -> tuple[LocationRow, ...]:
    """Kinds of places where goods are seized."""
    return read_table("seizure_locations.tsv", LocationRow)


@cache
def transports() -> tuple[TransportRow, ...]:
    """Conveyances and ways of transport."""
    return read_table("seizure_transport.tsv", TransportRow)


@cache
def concealments() -> tuple[ConcealmentRow, ...]:
    """Words that open a phrase of concealment."""
    return read_table("seizure_concealment.tsv", ConcealmentRow)


@cache
def routes() -> tuple[RouteRow, ...]:
    """Words that give a place a part in the route."""
    return read_table("seizure_routes.tsv", RouteRow)


@cache
def item_nouns() -> dict[str, ItemRole]:
    """Counted nouns whose part in a seizure is listed."""
    rows = read_table("seizure_units.tsv", UnitRow)
    return {unit: row.role for row in rows for unit in row.units}


@cache
def seizure_words() -> dict[str, tuple[str, ...]]:
    """The short word lists, by name."""
    return {row.name: row.words for row in read_table("seizure_words.tsv", WordsRow)}


@cache
def words_pattern(name: str, frame: str) -> re.Pattern[str]:
    """A word list in a frame, where it stands for ``{}``; longest first, any case."""
    words = sorted(seizure_words()[name], key=lambda word: (-len(word), word))
    return re.compile(frame.replace("{}", "|".join(map(re.escape, words))), re.IGNORECASE)
