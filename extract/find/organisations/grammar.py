"""Names of bodies by their build: modifiers, a head noun, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from extract.find.organisations.left import reach_left
from extract.find.organisations.marks import Marks, bare, possessive
from extract.find.organisations.right import reach_right
from extract.find.organisations.support import Build, owned_by_country, support_of
from extract.find.organisations.words import head_at
from extract.knowledge.organisations import Head, heads, words_of


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by its build: span, tokens, head noun, and how well it is supported."""

    start: int
    end: int
    first: int
    last: int
    head: Head
    support: int


@cache
def _head_words() -> frozenset[str]:
    return frozenset(last + ending for last in heads() for ending in ("", "'s", "’s"))


def names(marks: Marks) -> Iterator[Name]:
    """Every name of a body in reading order of the head nouns; names may overlap."""
    table = _head_words()
    ended: dict[int, Name] = {}
    inside = {index for start, end in marks.countries.items() for index in range(start, end)}
    for index in [index for index, word in enumerate(marks.texts) if word in table]:
        if index not in inside:
            head = head_at(marks, index)
            name = _name(marks, head, index) if head else None
            if name:
                yield name
                ended[name.last] = name
                longer = _with_owner(marks, name, ended)
                if longer:
                    yield longer


def _with_owner(marks: Marks, name: Name, ended: Mapping[int, Name]) -> Name | None:
    """The name with the body before it in brackets: "… on Drugs and Crime (UNODC) Office"."""
    owner = ended.get(name.first - 3)
    if owner is None or marks.word(name.first - 3) != "(" or marks.word(name.first - 1) != ")":
        return None
    return replace(name, start=owner.start, first=owner.first)


def _name(marks: Marks, head: Head, index: int) -> Name | None:
    opening = index + 1 - len(head.words)
    first = reach_left(marks, opening)
    end = index + 1
    last = end if possessive(marks.word(index)) else reach_right(marks, head, end)
    first = marks.body_of.get(first, _without_openers(marks, first, opening))
    build = Build(marks, head, first, opening, end, last)
    support = support_of(build)
    if not support:
        return None
    if head.words[-1] in words_of("part") and build.described and first in marks.body_ends:
        first = marks.body_ends[first]  # "UNODC's Regional Office"
    start, stop = marks.starts[first], marks.ends[last - 1]
    if possessive(marks.word(last - 1)):
        stop = marks.starts[last - 1] + len(bare(marks.word(last - 1)))
    refused = " ".join(marks.text[start:stop].lower().split()) in words_of("refused") or (
        " ".join(marks.texts[end - 2 : end]) in words_of("site")
    )
    if refused and not owned_by_country(marks, first):
        return None
    return Name(start, stop, first, last, head, support)


def _without_openers(marks: Marks, first: int, head: int) -> int:
    """Drop adjectives that open no name: "New Training Centre", "Joint" alone stays."""
    while first < head and marks.word(first) in {"New", "First", "Second", "Third", "Other"}:
        pair = f"{marks.word(first)} {marks.word(first + 1)}"
        if first in marks.countries or pair in words_of("place"):
            break
        first += 1
    return first
