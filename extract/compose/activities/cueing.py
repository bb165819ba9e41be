"""The cue words of the tables as patterns, each compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.wording import at_word, branches
from extract.knowledge.activities import Cue, cues


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives, longest first; a space is any white space."""
    return branches(_sources(words))


def any_at_word(words: Iterable[str]) -> str:
    """The words as alternatives that begin where a word does."""
    return at_word(_sources(words))


def _sources(words: Iterable[str]) -> list[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]


@cache
def cue(name: Cue) -> re.Pattern[str]:
    """Any of the cue's words, at word boundaries."""
    return re.compile(rf"{any_at_word(cues()[name])}(?![\w-])", re.IGNORECASE)


@cache
def cue_before(name: Cue) -> re.Pattern[str]:
    """Any of the cue's words at the end of a text, an article behind it or none."""
    return re.compile(
        rf"{any_at_word(cues()[name])}:?\s+(?:(?:the|both|all\s+of)\s+)?$", re.IGNORECASE
    )


@cache
def cue_after(name: Cue) -> re.Pattern[str]:
    """Any of the cue's words at the beginning of a text, behind a bracket and helping verbs."""
    return re.compile(
        r"\s*(?:\([^()]{1,40}\))?,?\s*(?:(?:also|all|each|had|have|has|will|were|are|who)\s+){0,3}"
        rf"(?:{any_of(cues()[name])})(?![\w-])",
        re.IGNORECASE,
    )


@cache
def words_of(name: Cue) -> frozenset[str]:
    """The cue's words, for looking one up."""
    return frozenset(cues()[name])


def is_crime(clause: Clause, offset: int) -> bool:
    """Whether arrests are told of anywhere, or criminals before ``offset``."""
    if cue("arrest").search(clause.text):
        return True
    return cue("crime").search(clause.before(offset, 40)) is not None
