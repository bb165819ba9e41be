"""What stands around a country's name and makes it something else: money, a river, a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from extract.find.passage import Passage
from extract.knowledge.countries import Reading, cue_words
from extract.knowledge.people import given_names

_NEAR = 60  # characters read before and behind a name
_SEPARATOR = re.compile(r"-?\s*(?:[,;/|·•&]|,?\s*\b(?:and|or)\b)\s*(?:in\s+|the\s+)?|-")
_STOP = re.compile(r"\s*(?:$|[)\]|:;.!?\"”»·•]|\n|,\s+(?:and|or|but)?\s*[a-z]|\s[-–—]\s)")
_BARE_STOP = re.compile(r"\s*(?:$|[)|:·•]|\n)")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.'’-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_LOCATIVE = re.compile(r"\b(?:in|within|across|throughout|into|between|visited)\s+$", re.IGNORECASE)
_FAMILY_NAME = re.compile(r"\s(?:[A-Z]\.\s)?([A-ZÀ-Þ][a-zß-ÿ]+)")
_GIVEN_NAME = re.compile(r"(?<![\w.])([A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w-]{1,20})\s$")
_COUNTED = re.compile(r"\d\s?$")
_LINK = re.compile(r"://|www\.|@")


class Hit(NamedTuple):
    """A phrase of the country tables in a passage."""

    start: int
    end: int
    surface: str
    reading: Reading


def reads_otherwise(passage: Passage, hit: Hit) -> bool:
    """Whether the words around a name make it money, a place, a person, a pronoun or a link."""
    before = passage.text[max(0, hit.start - _NEAR) : hit.start]
    after = passage.text[hit.end : hit.end + _NEAR]
    return (
        _is_money(hit, after)
        or _is_geography(hit, before, after)
        or _is_person(passage, hit, before, after)
        or (hit.surface == "US" and _cue("pronoun_before").search(before) is not None)
        or _is_in_link(before, after)
    )


def is_counted(text: str, start: int) -> bool:
    """Whether a number stands directly before ("5 GB")."""
    return _COUNTED.search(text, max(0, start - 2), start) is not None


def is_person_title(before: str) -> bool:
    """Whether the text before a name ends with "Mr.", "Dr." and the like."""
    return _cue("honorific").search(before) is not None


def languages(text: str, hits: Sequence[Hit]) -> frozenset[int]:
    """Indices of the hits that name a language: "in French and Russian", "Spanish version"."""
    found: set[int] = set()
    first = 0
    for index in range(len(hits)):
        joined = index + 1 < len(hits) and _SEPARATOR.fullmatch(
            text, hits[index].end, hits[index + 1].start
        )
        if joined:
            continue
        chain = range(first, index + 1)
        if _is_language(text, [hits[member] for member in chain]):
            found.update(i for i in chain if hits[i].surface in _spoken())
        first = index + 1
    return frozenset(found)


def _is_language(text: str, chain: Sequence[Hit]) -> bool:
    """Whether a chain of adjectives ("Dari, French and Russian") is one of languages."""
    if not any(hit.surface in _spoken() or hit.reading.use == "language" for hit in chain):
        return False
    if any(hit.reading.use == "language" for hit in chain):
        return True
    before = text[max(0, chain[0].start - _NEAR) : chain[0].start]
    after = text[chain[-1].end : chain[-1].end + _NEAR]
    if _cue("language_noun").match(after):
        return True
    alone = _STOP.match(after) or _cue("language_after").match(after)
    if alone and _cue("language_verb").search(before):
        return True
    return bool(_BARE_STOP.match(after)) and chain[-1].surface.endswith(("ch", "sh"))


def _is_money(hit: Hit, after: str) -> bool:
    small = after.lower()
    if _cue("currency").match(small):
        return True
    return hit.reading.form == "demonym" and bool(_cue("currency_of_demonym").match(small))


def _is_geography(hit: Hit, before: str, after: str) -> bool:
    if hit.reading.form != "name":
        return False
    return any(
        (
            _cue("geography").match(after),
            _cue("geography_before").search(before),
            _cue("geography_of").search(before),
        )
    )


def _is_person(passage: Passage, hit: Hit, before: str, after: str) -> bool:
    if is_person_title(before):
        return True
    surface = hit.surface.title()
    given, family = surface in _words("given_name"), surface in _words("family_name")
    if family and (_cue("rank").search(before) or _follows_given_name(before)):
        return True
    if not (given or family) or _LOCATIVE.search(before):
        return False
    if given and hit.start >= passage.headline_end and _is_family_name(after):
        return True
    if not (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after)):
        return False
    people = passage.proposals.holding("PERSON", hit.start, hit.end)
    return any(span.end - span.start > hit.end - hit.start for span in people)


def _follows_given_name(before: str) -> bool:
    match = _GIVEN_NAME.search(before)
    return match is not None and (match.group(1).endswith(".") or match.group(1) in given_names())


def _is_family_name(after: str) -> bool:
    match = _FAMILY_NAME.match(after)
    return match is not None and match.group(1) not in _words("institution")


def _is_in_link(before: str, after: str) -> bool:
    if not before or before[-1].isspace() or before[-1] in "(\"'“‘":
        return False
    token = before.rsplit(maxsplit=1)[-1] + after.split(" ", maxsplit=1)[0]
    return _LINK.search(token) is not None


@cache
def _words(cue: str) -> frozenset[str]:
    return frozenset(cue_words()[cue])


@cache
def _spoken() -> frozenset[str]:
    words = cue_words()["spoken_as"]
    return frozenset((*words, *(word.upper() for word in words)))


_SHAPES = {
    "currency": r"[\s-]?\$|[\s-]({})\b",  # in lower case
    "currency_of_demonym": r"[\s-]({})\b",  # in lower case
    "geography": r"\s({})\b",
    "geography_before": r"\b({})\s+$",
    "geography_of": r"\b({})s?\s+of\s+(?:the\s+)?$",
    "language_noun": r"(?i:[\s-]({})\b)",
    "language_verb": r"\b(?i:({})\s+(?:both\s+|either\s+)?)$",
    "language_after": r"\s({})\b",
    "honorific": r"\b({})\.?\s+$",
    "rank": r"\b({})\.?\s+(?:[A-Z][\w.'’-]*\s+)?$",
    "pronoun_before": r"(?:^|\s)(?:(?i:({}))\s+)$",
}


@cache
def _cue(cue: str) -> re.Pattern[str]:
    return re.compile(_SHAPES[cue].replace("{}", "|".join(_alternatives(cue))))


def _alternatives(cue: str) -> Iterable[str]:
    words = cue_words()[cue]
    if cue.startswith("geography"):
        words = (*words, *(word.upper() for word in words))
    if cue.startswith("currency"):
        words = tuple(map(str.lower, words))
    return [re.escape(word) for word in words]
