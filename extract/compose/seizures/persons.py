"""Phrases of a line that count persons: "two men", "the driver", "two Fijians and a Turk"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation
from extract.compose.seizures.page import Line
from extract.knowledge.counting import nouns, plural_of, small_numbers
from extract.knowledge.seizures import seizure_words

_STOPS = (
    "and|or|of|in|was|were|is|are|who|with|by|at|from|to|on|the|his|her|a|an|both|that|for|as|had"
)
_SINGLE = frozenset({"a", "an", "the", "his", "her", "its", "their", "another", "one", "this"})


@dataclass(frozen=True, slots=True)
class Group:
    """Persons as one phrase counts them."""

    start: int
    end: int
    count: int
    definite: bool = False


@cache
def _persons() -> dict[str, bool]:
    """Every noun of persons that may be arrested, and whether it is a plural."""
    plurals, singulars = nouns()
    words = seizure_words()
    pursuers = set(words["pursuers"])
    forms: dict[str, bool] = {}
    for folded, noun in plurals.items():
        if noun.kind == "person" and noun.singular.lower() not in pursuers:
            forms[folded] = True
    for noun in singulars.values():
        if noun.kind == "person" and noun.singular.lower() not in pursuers:
            forms.setdefault(noun.singular.lower(), False)
    for word in (*words["single"], *words["accused"]):
        forms.setdefault(word.lower(), False)
        forms.setdefault(plural_of(word.lower()), True)
    return forms


def is_person(phrase: str) -> bool:
    """Whether a phrase names a person or persons by a noun of the tables."""
    return any(word in _persons() for word in phrase.lower().split())


@cache
def _numbers() -> dict[str, int]:
    return small_numbers(20) | {"both": 2}


@cache
def _named() -> re.Pattern[str]:
    """Persons by a noun: "two men", "the driver", "his 19-year-old assistant", "a Turk"."""
    numbers = "|".join((*_numbers(), *_SINGLE - {"one"}))
    counts = "|".join(small_numbers(20))
    return re.compile(
        rf"(?<![\w,.-])(?:(?:the|its|his|her|their|these|those)\s(?=(?:{counts}|\d{{1,3}})\s))?"
        rf"(?P<number>{numbers}|\d{{1,4}})\s(?:of\s(?:the|its|his|their)\s)?(?:(?!(?:{_STOPS})\s)\w[\w’'-]*\s){{0,4}}"
        rf"(?P<noun>{alternation(_persons())})\b(?![’'-]|\s(?:{_SETS})\b)",
        re.IGNORECASE,
    )


# What persons are members of; "an organised criminal group" is itself no person.
_SETS = (
    "groups?|gangs?|rings?|networks?|cartels?|syndicates?|organi[sz]ations?|cells?|mafias?|clans?"
    "|bands?|crews?|famil(?:y|ies)|outfits?|triads?|organi[sz]ed crime"
)


@cache
def _members() -> re.Pattern[str]:
    """Persons by what they belong to: "seventeen members of an organised criminal group"."""
    numbers = "|".join((*_numbers(), "an?", "another"))
    return re.compile(
        rf"(?<![\w,.-])(?P<number>{numbers}|\d{{1,4}})\s(?:(?!(?:{_STOPS})\s)\w[\w’'-]*\s){{0,3}}members?"
        rf"\sof\s(?:\w[\w’'-]*\s){{0,6}}?(?:{_SETS})\b",
        re.IGNORECASE,
    )


def _by_membership(line: Line) -> Iterator[Group]:
    if line.holds(_MEMBER_KEYS):
        for match in _members().finditer(line.text):
            word = match["number"].lower()
            count = int(word) if word.isdigit() else _numbers().get(word, 1)
            yield Group(match.start(), match.end(), count)


_MEMBER_KEYS = frozenset({"member", "members"})


_FEW = (
    r"[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
    r"|\d{1,4}"
)
_BARE = re.compile(
    r"\b(?:(?P<both>[Bb]oth|[Tt]he (?:two|pair|couple)|[Tt]he other two)"
    r"|[Aa]ll\s(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
    rf"|(?P<some>{_FEW})"
    r"(?:\s(?:of (?:them|whom|these)))?(?=\s(?:were|are|have|had|more|others|of))"
    r"|(?P<crew>[Cc]rew of\s(?P<size>\w+)"
    rf"|(?P<hands>{_FEW})"
    r"[ -](?:\w+\s)?crew(?: members)?)"
    rf"|(?P<arrested>{_FEW})(?=\s(?:arrested|detained|apprehended|captured|detainees|arrestees)\b)"
    rf"|(?:(?<=rrested\s)|(?<=rrested:\s))(?P<caught>{_FEW})(?=[.,;]|$)"
    r"|(?P<one>[Oo]ne|[Hh]e|[Ss]he|[Tt]he other|[Aa]n? (?:second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|further))(?=\s(?:was|is|has|had|remains))"
    r"|(?P<him>him|her)(?=[.,;]))(?!\w)"
)
_AFTER_DEMONYM = re.compile(
    r"[.,;)]|\s(?:and|was|were|who|with|aged|in|from|is|are|has|have|had|as|of|on|at|behind|under|plus|into|then|later|face|faces)\b|$"
)


def read_groups(line: Line) -> list[Group]:
    """Every phrase of the line that counts persons, none inside another."""
    found: list[Group] = []
    read = (
        *_by_membership(line),
        *_counted(line),
        *_by_noun(line.text),
        *_by_demonym(line),
        *_by_pronoun(line.text),
    )
    for group in sorted(read, key=lambda one: (one.start, -one.end)):
        if not found or group.start >= found[-1].end:
            found.append(group)
    return list(_wholes(line.text, found))


def _wholes(text: str, groups: list[Group]) -> Iterator[Group]:
    """The groups without those who were counted before: "seven men, two of whom are Turks"."""
    part: Group | None = None
    aside = 0
    for group in groups:
        if group.start < aside:
            continue
        named = _ASIDE.match(text, group.end)
        aside = named.end() if named else 0
        listed = part is not None and _ALSO.fullmatch(text, part.end, group.start) is not None
        if group is not groups[0] and (listed or _is_part(text, group)):
            part = group
        else:
            part = None
            yield group


# "five suspects – three Turks, a Thai and a Greek – were": who they are is no further count.
_ASIDE = re.compile(
    r"(?:\s\w[\w’'-]*){0,4}\s(?:\([^()]{3,120}\)|[-–—]{1,2}\s[^-–—;.]{3,120}\s[-–—]{1,2}\s)"
)
_ALSO = re.compile(r"[^,;]{0,40}|,\s(?:and\s|as well as\s)?")


_PART = re.compile(
    r"\b(?:among|amongst)\s(?:them|whom|these|those)(?:\s(?:are|were|is|was))?\s(?:also\s)?$"
    r"|\b(?:including|of (?:whom|them|these),?)\s(?:only\s)?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof\s(?:whom|them|these|those)\b")


def _is_part(text: str, group: Group) -> bool:
    return (
        _OF_THEM.match(text, group.end) is not None
        or _OF_THEM.search(text, group.start, group.end) is not None
        or _PART.search(text, max(0, group.start - 30), group.start) is not None
    )


def _by_demonym(line: Line) -> Iterator[Group]:
    """Persons by where they come from: "two Fijians and a Turk"."""
    for one in line.of("country"):
        first, last = one.start - line.start, one.end - line.start
        if one.fields.get("form") != "demonym" or not _AFTER_DEMONYM.match(line.text, last):
            continue
        lead = _COUNT.search(line.text, max(0, first - 30), first)
        if lead is not None:
            word = lead["number"].lower()
            count = int(word) if word.isdigit() else _numbers().get(word, 1)
            yield Group(lead.start(), last, count)


_COUNT = re.compile(
    rf"(?<![\w,.-])(?P<number>an?|another|one|{_FEW})\s(?:young\s|other\s|more\s|further\s|male\s|female\s|\d\d-year-old\s)?$",
    re.IGNORECASE,
)


def _counted(line: Line) -> Iterator[Group]:
    """Persons that are a quantity of the line: "1,556 people", "eighty-eight smugglers"."""
    for one in line.of("quantity"):
        value = one.fields["value"]
        if one.fields["unit"].lower() in _persons() and value == int(value):
            yield Group(one.start - line.start, one.end - line.start, int(value))


def _by_noun(text: str) -> Iterator[Group]:
    for match in _named().finditer(text):
        word, noun = match["number"].lower(), match["noun"].lower()
        count = int(word) if word.isdigit() else _numbers().get(word, 1)
        if match["noun"][0].isupper() and not _AFTER_DEMONYM.match(text, match.end()):
            continue  # "the Honduran Ministry"
        if noun in {"couple", "pair", "brothers"} and count == 1:
            count = 2
        elif word in _SINGLE and _persons()[noun]:
            continue  # "the drivers": how many is not said
        if count:
            definite = match.group().split()[0].lower() in {"the", "his", "her", "its", "their"}
            yield Group(match.start(), match.end(), count, definite)


def _by_pronoun(text: str) -> Iterator[Group]:
    for match in _BARE.finditer(text):
        words = (match[name] for name in ("all", "some", "size", "hands", "arrested", "caught"))
        word = next(filter(None, words), "")
        count = 2 if match["both"] else 1
        if word:
            count = int(word) if word.isdigit() else _numbers().get(word.lower(), 0)
        if count:
            yield Group(match.start(), match.end(), count)
