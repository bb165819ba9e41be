"""Phrases that tell headlines from lines that only look like them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table

Role = Literal[
    "kicker",
    "section",
    "report",
    "masthead",
    "caption",
    "back",
    "brief",
    "opener",
    "subject",
    "body",
    "counted",
    "named",
    "titled",
    "contents",
    "issue",
    "single",
    "figure",
    "measured",
]


class HeadingPhrases(Row):
    """Phrases of one role, lower case; a ``*`` at the end lets more words follow."""

    role: Role
    phrases: tuple[str, ...]
    example: str


@cache
def heading_phrases() -> tuple[HeadingPhrases, ...]:
    """Every row of the table."""
    return read_table("words_headings.tsv", HeadingPhrases)


def _phrases(role: Role) -> list[str]:
    return [phrase for row in heading_phrases() if row.role == role for phrase in row.phrases]


@cache
def heading_words(role: Role) -> frozenset[str]:
    """The phrases of a role as a set."""
    return frozenset(_phrases(role))


@cache
def whole_line(role: Role) -> re.Pattern[str]:
    """Matches the whole of a lower-case line that is one of the role's phrases."""
    patterns = (
        re.escape(phrase.rstrip("* ")) + (r"\b.{0,60}" if phrase.endswith("*") else "")
        for phrase in sorted(_phrases(role), key=lambda phrase: (-len(phrase), phrase))
    )
    return re.compile(f"(?:{'|'.join(patterns)})$")


@cache
def line_start(role: Role) -> re.Pattern[str]:
    """Matches one of the role's phrases at the beginning of a lower-case line."""
    phrases = sorted(_phrases(role), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def anywhere(role: Role) -> re.Pattern[str]:
    """Finds one of the role's phrases as a word of a lower-case line."""
    phrases = sorted(_phrases(role), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
