"""Words of numbers and what stands around them: counted nouns, comparators, labels."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import Comparator

NumberKind = Literal["unit", "teen", "ten", "hundred", "dozen", "scale", "money_scale"]
NounKind = Literal[
    "person", "package", "form", "vehicle", "weapon", "wildlife", "body", "event", "thing",
    "abstract",
]  # fmt: skip


class NumberWordRow(Row):
    """A row of number_words.tsv."""

    word: str
    value: Decimal
    kind: NumberKind


class NounRow(Row):
    """A row of counted_nouns.tsv."""

    noun: str
    plural: tuple[str, ...] = ()
    kind: NounKind


class ComparatorRow(Row):
    """A row of comparators.tsv."""

    phrase: str
    comparator: Comparator
    side: Literal["before", "after"]


class LabelRow(Row):
    """A row of number_labels.tsv."""

    word: str
    case: Literal["any", "capital"]


class FunctionWordRow(Row):
    """A row of function_words.tsv."""

    word: str
    word_class: str


WordUse = Literal[
    "first_half", "never_head", "lead", "of_goods", "generic_goods", "stand_in", "no_part", "sum",
    "ground", "place", "figure", "part", "earner", "price", "load", "before_noun", "modifier",
    "person_verb", "crop", "definite", "funded", "flow", "measure", "actor", "rate",
    "room", "degree", "blank", "town", "gauge", "source",
    "trade",
    "by_piece",
    "over_object",
    "over_number",
    "over_time",
    "over_spell",
]  # fmt: skip


class QuantityWordRow(Row):
    """A row of quantity_words.tsv."""

    word: str
    use: WordUse


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: as the unit is written, and its kind (None: not in the table)."""

    singular: str
    kind: NounKind | None = None


@cache
def number_words() -> dict[str, NumberWordRow]:
    """Number words by the word; money scales apart."""
    rows = read_table("number_words.tsv", NumberWordRow)
    return {row.word: row for row in rows if row.kind != "money_scale"}


@cache
def small_numbers(largest: int) -> dict[str, int]:
    """The words "one", "two" … up to ``largest`` (20 at most), in order."""
    rows = number_words().values()
    small = [row for row in rows if row.kind in {"unit", "teen", "ten"} and row.value <= largest]
    return {row.word: int(row.value) for row in small if row.value >= 1}


@cache
def money_scales() -> dict[str, Decimal]:
    """Letters that are a scale beside money only ("$12m")."""
    rows = read_table("number_words.tsv", NumberWordRow)
    return {row.word: row.value for row in rows if row.kind == "money_scale"}


def plural_of(noun: str) -> str:
    """The plural by rule."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def nouns() -> tuple[dict[str, Noun], dict[str, Noun]]:
    """Nouns of the table by their folded plural, and by their folded singular."""
    plurals: dict[str, Noun] = {}
    singulars: dict[str, Noun] = {}
    for row in read_table("counted_nouns.tsv", NounRow):
        noun = Noun(row.noun if row.noun.isupper() else row.noun.lower(), row.kind)
        singulars.setdefault(row.noun.casefold(), noun)
        for plural in row.plural or (plural_of(row.noun),):
            plurals.setdefault(plural.casefold(), noun)
    return plurals, singulars


@cache
def function_words() -> frozenset[str]:
    """Words that end the noun phrase after a number."""
    return frozenset(row.word for row in read_table("function_words.tsv", FunctionWordRow))


@cache
def word_classes() -> dict[str, str]:
    """The class of each function word."""
    return {row.word: row.word_class for row in read_table("function_words.tsv", FunctionWordRow)}


@cache
def quantity_words(use: WordUse) -> frozenset[str]:
    """Words that steer the reading of quantities, by their use."""
    rows = read_table("quantity_words.tsv", QuantityWordRow)
    return frozenset(row.word for row in rows if row.use == use)


@cache
def comparators(side: Literal["before", "after"]) -> dict[str, Comparator]:
    """Comparators by their folded phrase."""
    rows = read_table("comparators.tsv", ComparatorRow)
    return {row.phrase: row.comparator for row in rows if row.side == side}


@cache
def labels() -> tuple[frozenset[str], frozenset[str]]:
    """Words that label a number in any case, and those that do so only as written."""
    rows = read_table("number_labels.tsv", LabelRow)
    return (
        frozenset(row.word for row in rows if row.case == "any"),
        frozenset(row.word for row in rows if row.case == "capital"),
    )
