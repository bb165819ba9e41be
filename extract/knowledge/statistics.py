"""Words of statistics: what makes a figure one, and what its time, area and source look like."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table

Reach = Literal["clause", "close", "near"]
UnitClass = Literal["phenomenon", "people", "scene", "goods"]


class CueRow(Row):
    """A row of statistic_cues.tsv."""

    cue: str
    reach: Reach
    percent: int
    area: int
    mass: int
    count: int
    money: int
    words: tuple[str, ...]
    example: str
    counter_example: str

    def worth(self, dimension: str) -> int:
        """What the cue adds to a figure of this dimension."""
        return int(getattr(self, dimension))


class UnitRow(Row):
    """A row of statistic_units.tsv."""

    kind: UnitClass
    weight: int
    nouns: tuple[str, ...]


class WordsRow(Row):
    """A row of statistic_words.tsv."""

    name: str
    words: tuple[str, ...]
    example: str
    counter_example: str | None = None


@cache
def cue_rows() -> tuple[CueRow, ...]:
    """Every cue and what it is worth."""
    return read_table("statistic_cues.tsv", CueRow)


@cache
def unit_classes() -> dict[str, UnitRow]:
    """Counted noun -> its class."""
    rows = read_table("statistic_units.tsv", UnitRow)
    return {noun: row for row in rows for noun in row.nouns}


@cache
def word_rows() -> tuple[WordsRow, ...]:
    """Every named word list."""
    return read_table("statistic_words.tsv", WordsRow)


@cache
def statistic_words() -> dict[str, tuple[str, ...]]:
    """Named word lists: the world, comparison, the past, sources."""
    return {row.name: row.words for row in word_rows()}


class IndicatorRow(Row):
    """A row of statistic_indicators.tsv."""

    part: Literal["direction", "topic"]
    name: str
    of: tuple[str, ...]
    words: tuple[str, ...]
    example: str


@cache
def indicator_rows() -> tuple[IndicatorRow, ...]:
    """How indicators are worded."""
    return read_table("statistic_indicators.tsv", IndicatorRow)
