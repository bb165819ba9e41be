"""Words, as far as repairing broken ones needs them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from extract.knowledge.tables import Row, read_table

_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "r", "er", "ers", "ness", "al", "ally", "ism", "ist")


class _CommonWords(Row):
    topic: str
    words: tuple[str, ...]


class HyphenWord(Row):
    """A prefix or suffix whose hyphen belongs to it."""

    part: Literal["prefix", "suffix"]
    word: str
    partners: tuple[str, ...] = ()
    example: str
    counter_example: str | None = None


class JoiningWords(Row):
    """Small words by the role they play where stretches are joined."""

    role: Literal[
        "suspended", "open", "preposition", "glued", "fused", "title", "tens", "units", "ending"
    ]
    words: tuple[str, ...]
    example: str
    counter_example: str | None = None


class _CountryNames(Row):
    model_config = ConfigDict(extra="ignore", frozen=True)
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@cache
def common_words() -> frozenset[str]:
    """Base forms of common words, lower case."""
    rows = read_table("words_common.tsv", _CommonWords)
    return frozenset(word for row in rows for word in row.words)


@cache
def common_words_of(topic: str) -> frozenset[str]:
    """The common words of one topic, lower case."""
    rows = read_table("words_common.tsv", _CommonWords)
    return frozenset(word for row in rows if row.topic == topic for word in row.words)


@cache
def country_name_parts() -> frozenset[str]:
    """Words that begin or continue a country's name of several ("New", "South"), lower case."""
    rows = read_table("countries.tsv", _CountryNames)
    names = (name for row in rows for name in (*row.names, *row.former) if " " in name)
    return frozenset(word for name in names for word in name.lower().split()[:-1])


@cache
def country_words() -> frozenset[str]:
    """Names and demonyms of countries that are one word, lower case."""
    rows = read_table("countries.tsv", _CountryNames)
    names = (name for row in rows for name in (*row.names, *row.former, *row.demonyms))
    return frozenset(name.lower() for name in names if name.isalpha())


@cache
def hyphen_words() -> tuple[HyphenWord, ...]:
    """Every row of the table of prefixes and suffixes that keep their hyphen."""
    return read_table("words_hyphen.tsv", HyphenWord)


@cache
def hyphen_partners(part: str) -> Mapping[str, frozenset[str]]:
    """Prefixes or suffixes that keep their hyphen, each with the halves it keeps it before."""
    rows = [row for row in hyphen_words() if row.part == part]
    return {row.word: frozenset(row.partners) for row in rows}


@cache
def joining_words(role: str) -> frozenset[str]:
    """The small words that play ``role``."""
    rows = read_table("words_joining.tsv", JoiningWords)
    return frozenset(word for row in rows if row.role == role for word in row.words)


def is_word(word: str) -> bool:
    """Whether ``word`` (lower case) is a common word, a country, or a regular form of one."""
    known = common_words()
    if word in known or word in country_words():
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < 3 or len(stem) == len(word):
            continue
        doubled = stem[:-1] if stem[-1] == stem[-2] else ""
        if stem in known or stem + "e" in known or doubled in known:
            return True
        if stem.endswith("i") and stem[:-1] + "y" in known:
            return True
    return False
