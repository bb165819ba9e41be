"""Names of bodies by their build: modifiers, a head noun, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.organisation_marks import Marks, bare, is_short, possessive
from extract.find.organisation_reach import (
    head_at,
    is_name_word,
    plural_heads,
    reach_left,
    reach_right,
)
from extract.knowledge.organisations import Head, heads, words_of

_DETERMINERS = frozenset({"the", "The", "its", "their", "our", "a", "an", "this", "and"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by its build: span, tokens, head noun, and how well it is supported."""

    start: int
    end: int
    first: int
    last: int
    head: Head
    support: int


def names(marks: Marks) -> Iterator[Name]:
    """Every name of a body in reading order of the head nouns; names may overlap."""
    table = heads()
    inside = {index for start, end in marks.countries.items() for index in range(start, end)}
    for index, word in enumerate(marks.texts):
        if (word in table or (possessive(word) and bare(word) in table)) and index not in inside:
            head = head_at(marks, index)
            name = _name(marks, head, index) if head else None
            if name:
                yield name


def _name(marks: Marks, head: Head, index: int) -> Name | None:
    opening = index + 1 - len(head.words)
    first = reach_left(marks, opening)
    end = index + 1
    last = end if possessive(marks.word(index)) else reach_right(marks, head, end)
    first = _without_openers(marks, first, opening)
    support = _support(marks, head, (first, opening, end, last))
    if not support:
        return None
    start, stop = marks.starts[first], marks.ends[last - 1]
    if possessive(marks.word(last - 1)):
        stop = marks.starts[last - 1] + len(bare(marks.word(last - 1)))
    refused = " ".join(marks.text[start:stop].lower().split()) in words_of("refused")
    if refused and not _owned_by_country(marks, first):
        return None
    return Name(start, stop, first, last, head, support)


def _without_openers(marks: Marks, first: int, head: int) -> int:
    """Drop adjectives that open no name: "New Training Centre", "Joint" alone stays."""
    while first < head and marks.word(first) in {"New", "First", "Second", "Third", "Other"}:
        if first in marks.countries or not is_name_word(marks, first):
            break
        first += 1
    return first


def _support(marks: Marks, head: Head, place: tuple[int, int, int, int]) -> int:
    """3 a full name, 2 a name with a weak spot, 0 none."""
    first, opening, end, last = place
    modifiers = marks.texts[first:opening]
    proper = _is_proper(marks, first, opening) or _owned_by_country(marks, first)
    of_phrase = last > end
    short_follows = marks.word(last) == "(" and is_short(marks.word(last + 1))
    generic = all(word in words_of("generic") for word in modifiers)
    if _something_else(marks, end) and not of_phrase and not (proper and first in marks.countries):
        return 0
    if head.strength == "company":
        return 2 if modifiers and not generic else 0
    if head.strength == "state":
        return 3 if proper or (of_phrase and _is_placed(marks, end, last)) else 0
    if generic and not of_phrase:
        return 2 if short_follows and modifiers else 0
    if head.strength == "sure":
        return 3 if of_phrase or proper or len(modifiers) > 1 else 2
    if of_phrase:
        return 3
    fixed = marks.word(first - 1) in _DETERMINERS or possessive(marks.word(first - 1))
    if proper or short_follows or len(modifiers) > 1:
        return 3
    return 2 if fixed else 0


def _is_proper(marks: Marks, first: int, opening: int) -> bool:
    """Whether the modifiers hold a country, a known body, an acronym or a marker."""
    return any(
        index in marks.countries
        or index in marks.bodies
        or index in marks.regions
        or word in words_of("marker")
        or (is_short(word) and index not in marks.flat)
        for index, word in enumerate(marks.texts[first:opening], start=first)
    )


def _owned_by_country(marks: Marks, first: int) -> bool:
    """Whether a country's possessive stands before the name: "Kyrgyzstan's Prison Service"."""
    return first in marks.country_ends and possessive(marks.word(first - 1))


def _is_placed(marks: Marks, end: int, last: int) -> bool:
    """Whether what follows the head noun is a proper name: "of the Republic of Moldova"."""
    return any(is_name_word(marks, index) for index in range(end, last))


def _something_else(marks: Marks, end: int) -> bool:
    """Whether the capitals run on to a noun that names no body: "… Reform Programme"."""
    for index in range(end, min(end + 5, len(marks))):
        word = marks.word(index)
        if not marks.joined(index) or not word[:1].isupper():
            return False
        if word in words_of("other") or bare(word) in plural_heads():
            return True
        if word in heads():
            return False
    return False
