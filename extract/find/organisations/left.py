"""How far a name reaches to the left of its head noun."""

from __future__ import annotations

from extract.find.organisations.marks import Marks, is_short, possessive
from extract.find.organisations.words import (
    AND,
    ends_in_head,
    is_name_word,
    is_plain,
    is_topic,
    owns,
    takes_in,
)
from extract.knowledge.organisations import words_of

# Heads that also name a field of work: "Customs and Excise Department".
_FIELDS = frozenset({"Customs", "Laboratory"})
_LONGEST = 14


def reach_left(marks: Marks, head: int) -> int:
    """The first token of the name whose head noun begins at ``head``."""
    first = head
    while first > 0 and head - first < _LONGEST:
        step = _step_left(marks, first)
        if step == first or _is_kind(marks, step, head):
            return first
        first = step
    return first


def _is_kind(marks: Marks, index: int, head: int) -> bool:
    """Whether the token only says what the name behind it names: "the NGO Dhaka Mission"."""
    between = marks.texts[index + 1 : head]
    return marks.word(index) in words_of("kind") and not all(
        is_topic(word) or word in words_of("generic") for word in between
    )


def _step_left(marks: Marks, first: int) -> int:
    index = first - 1
    word = marks.word(index)
    if not marks.joined(first):
        return first
    if possessive(word):
        return index if owns(word) else first
    for ends in (marks.country_ends, marks.body_ends):
        if first in ends:
            return ends[first]
    if is_name_word(marks, index):
        return index
    if word == ")" and is_short(marks.word(index - 1)) and marks.word(index - 2) == "(":
        return marks.body_ends.get(index - 2, first)
    if word in AND:
        return _cross_left(marks, first)
    if word in {"of", "in"}:
        return _through_connector(marks, first)
    return first


def _through_connector(marks: Marks, first: int) -> int:
    """The start of "Prevention of Corruption" or "Port of Tema" before a head noun."""
    start = first - 2
    word, before = marks.word(start), marks.word(start - 1)
    if word in words_of("seat") and marks.word(first - 1) == "of":
        return start
    field = is_topic(word) and is_plain(marks, start) and not ends_in_head(marks, start + 1)
    inner = marks.word(first - 1) == "of" or takes_in(marks, first - 1)
    while field and is_plain(marks, start - 1) and is_topic(marks.word(start - 1)):
        start, before = start - 1, marks.word(start - 2)
    opened = before in {"the", "The", "its", "their", "and"} or is_short(before)
    if not (field and inner and opened and is_topic(marks.word(first))):
        return first
    return start - 1 if is_short(before) else start


def _cross_left(marks: Marks, first: int) -> int:
    """The start of "Policy, Knowledge Management and" before a name that began at ``first``."""
    opening = index = first - 1
    parts = 0
    while True:
        start = index
        while start and marks.joined(start) and is_plain(marks, start - 1):
            start -= 1
        if start == index or not is_topic(marks.word(index - 1)):
            break
        if ends_in_head(marks, index) and marks.word(index - 1) not in _FIELDS:
            break
        opening, parts = start, parts + 1
        if marks.word(start - 1) != ",":
            break
        index = start - 1
    if not parts:
        return first
    before = marks.word(opening - 1)
    fixed = (
        before in {"the", "The", "its", "their"}
        or possessive(before)
        or (
            is_short(marks.word(opening))
            or opening in marks.countries
            or opening in marks.bodies
            or marks.word(opening) in words_of("marker")
        )
    )
    return opening if fixed else first
