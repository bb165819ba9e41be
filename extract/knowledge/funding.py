"""Words of funding: wordings that say who pays, and what stands around them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table

Need = Literal[
    "money",
    "giver",
    "object",
    "funded",
    "project",
    "agency",
    "things",
    "kit",
    "gives",
    "cash",
    "backs",
    "added",
    "named",
    "thanked",
]
Cue = Literal[
    "unreal",
    "crime",
    "money",
    "giver",
    "project",
    "ministry",
    "kit",
    "gives",
    "fund_talk",
    "dirty",
    "pay_verb",
    "give_verb",
    "base_verb",
    "backs",
    "paid",
    "cost",
    "helper",
    "catenative",
    "no_giver",
    "service",
    "donor_state",
    "company",
    "trigger",
]


class PatternRow(Row):
    """A row of funding_patterns.tsv."""

    pattern: str
    donor: Literal["before", "after"]
    needs: Need | None = None
    words: tuple[str, ...]
    example: str
    counter_example: str


class CueRow(Row):
    """A row of funding_cues.tsv."""

    cue: Cue
    words: tuple[str, ...]


@cache
def patterns() -> tuple[PatternRow, ...]:
    """Every wording that says who pays."""
    return read_table("funding_patterns.tsv", PatternRow)


@cache
def cues() -> dict[Cue, tuple[str, ...]]:
    """The words of every cue."""
    return {row.cue: row.words for row in read_table("funding_cues.tsv", CueRow)}
