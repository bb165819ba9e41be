"""How well the build of a name supports it: a head noun alone names nothing."""

from __future__ import annotations

from dataclasses import dataclass

from extract.find.organisations.lexicon import bodies_by_name, name_key
from extract.find.organisations.marks import Marks, bare, is_short, possessive
from extract.find.organisations.words import is_name_word, is_topic, plural_heads
from extract.knowledge.organisations import Head, heads, words_of

_DETERMINERS = frozenset({"the", "The", "its", "their", "our", "a", "an", "this", "and"})


@dataclass(frozen=True, slots=True)
class Build:
    """The tokens of a name: modifiers from ``first``, head noun from ``opening`` to ``end``."""

    marks: Marks
    head: Head
    first: int
    opening: int
    end: int
    last: int

    @property
    def modifiers(self) -> tuple[str, ...]:
        """What stands before the head noun."""
        return self.marks.texts[self.first : self.opening]

    @property
    def goes_on(self) -> bool:
        """Whether something follows the head noun: "… of Justice"."""
        return self.last > self.end

    @property
    def generic(self) -> bool:
        """Whether the modifiers name nothing by themselves: "Regional", "Joint"."""
        return all(word in words_of("generic") for word in self.modifiers)

    @property
    def described(self) -> bool:
        """Whether the modifiers only say what the body does or where: "Firearms Trafficking"."""
        return all(word in words_of("generic") or is_topic(word) for word in self.modifiers)

    @property
    def acronym_follows(self) -> bool:
        """Whether an acronym in brackets stands behind the name."""
        return self.marks.word(self.last) == "(" and is_short(self.marks.word(self.last + 1))


def support_of(build: Build) -> int:
    """3 a full name, 2 a name with a weak spot, 0 none."""
    if build.head.strength == "whole":
        return 3
    if _is_something_else(build) or _is_building(build):
        return 0
    match build.head.strength:
        case "company":
            return 2 if build.modifiers and not build.generic else 0
        case "state":
            return _support_of_state_body(build)
        case "latin":
            return 3 if build.goes_on else 0
        case _:
            return _support_of_other(build)


def owned_by_country(marks: Marks, first: int) -> bool:
    """Whether a country's possessive stands before the name: "Kyrgyzstan's Prison Service"."""
    return first in marks.country_ends and possessive(marks.word(first - 1))


def _support_of_state_body(build: Build) -> int:
    marks = build.marks
    if build.first == build.opening and marks.word(build.first - 1) == "of":
        return 0  # "Inspector General of Police of Sindh": a person's office
    if build.head.type == "government" and name_key(" ".join(build.modifiers)) in bodies_by_name():
        return 0  # "United Nations Congress": an event
    placed = any(is_name_word(marks, index) for index in range(build.end, build.last))
    if placed or _is_proper(build):
        return 3
    return 2 if _is_town(build) else 0


def _support_of_other(build: Build) -> int:
    marks = build.marks
    if build.generic and not build.goes_on:
        topical = build.head.strength == "sure" and any(map(is_topic, build.modifiers))
        return 2 if topical or (build.acronym_follows and build.modifiers) else 0
    proper = _is_proper(build)
    titled = build.first in marks.flat and marks.word(build.first - 1) != "the"
    if titled and not proper and not _is_anchored(build):
        return 0
    if build.goes_on or proper or len(build.modifiers) > 1 or build.acronym_follows:
        return 3
    before = marks.word(build.first - 1)
    fixed = build.head.strength == "sure" or before in _DETERMINERS or possessive(before)
    return 2 if fixed else 0


def _is_proper(build: Build) -> bool:
    """Whether the modifiers hold a country, a known body, an acronym or a marker."""
    marks = build.marks
    return owned_by_country(marks, build.first) or any(
        index in marks.countries
        or index in marks.bodies
        or index in marks.regions
        or word in words_of("marker")
        or (is_short(word) and index not in marks.flat)
        for index, word in enumerate(build.modifiers, start=build.first)
    )


def _is_town(build: Build) -> bool:
    """Whether the modifiers can open with a town: "Medan Police", not "Traffic Police"."""
    word = build.marks.word(build.first)
    return (
        build.first < build.opening
        and build.head.type == "law_enforcement"
        and build.first not in build.marks.flat
        and not is_topic(word)
        and word not in words_of("generic")
    )


def _is_anchored(build: Build) -> bool:
    """Whether what follows the head noun holds a country, a region or a known body."""
    marks = build.marks
    return marks.word(build.end) == "of" or any(
        index in marks.countries or index in marks.regions or index in marks.bodies
        for index in range(build.end, build.last)
    )


def _is_building(build: Build) -> bool:
    """ "Headquarters of the Agency" is a place; "Drug Control Headquarters" is a body."""
    marks = build.marks
    return build.head.words[-1] == "Headquarters" and (
        build.first in marks.bodies or marks.word(build.end) == "of"
    )


def _is_something_else(build: Build) -> bool:
    """Whether the capitals run on to a noun that names no body: "… Reform Programme"."""
    marks = build.marks
    if build.goes_on or (build.first in marks.countries and _is_proper(build)):
        return False
    for index in range(build.end, min(build.end + 5, len(marks))):
        word = marks.word(index)
        if not marks.joined(index) or not word[:1].isupper():
            return False
        if word in words_of("other") or bare(word) in plural_heads():
            return True
        if word in heads():
            return False
    return False
