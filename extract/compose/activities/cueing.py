"""The cue words of the tables as patterns, each compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.compose.clauses import WORD, Clause
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


@cache
def _keys(name: Cue) -> frozenset[str]:
    """The longest word of each of the cue's: a clause with none of these holds no such word."""
    return frozenset(max(WORD.findall(word.lower()), key=len) for word in cues()[name])


def can_say(clause: Clause, name: Cue) -> bool:
    """Whether the words of the clause are such that one of the cue's can stand in it."""
    return not _keys(name).isdisjoint(clause.words)


def says(clause: Clause, name: Cue) -> bool:
    """Whether one of the cue's words stands in the clause."""
    return can_say(clause, name) and cue(name).search(clause.text) is not None


def is_crime(clause: Clause, offset: int) -> bool:
    """Whether arrests are told of anywhere, or criminals before ``offset``."""
    if says(clause, "arrest"):
        return True
    return can_say(clause, "crime") and bool(cue("crime").search(clause.before(offset, 40)))


_TO_ANOTHER_DAY = re.compile(
    r"(?:\s+from\s[^.;]{1,40}?)?\s+(?:to|until|till)\s+(?:the\s+)?[\dA-Z\w]"
)


def is_off(clause: Clause) -> bool:
    """Whether something did not take place and is not put off to another day either."""
    return can_say(clause, "cancelled") and any(
        not (match.group().lower().endswith("postponed") and _moved(clause.text, match.end()))
        for match in cue("cancelled").finditer(clause.text)
    )


def _moved(text: str, end: int) -> bool:
    return _TO_ANOTHER_DAY.match(text, end) is not None
