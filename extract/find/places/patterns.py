"""Names that a word beside them calls a place: "Khatlon oblast", "the port of Callao"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from extract.find.passage import Candidate, Passage
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.places import PlaceHead, Side, not_names, place_heads
from schemas.values import PlaceType

_LONGEST_NAME = 7  # words and marks
_OPENING, _CLOSING = "\"'“«‘", "\"'”»’"


class Site(NamedTuple):
    """A stretch that names a place by its kind.

    ``is_name`` is False where only general words stand there ("Central Asian region");
    ``owner_end`` is where the owner in "Uzbekistan's Surkhondaryo Region" ends.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    place_type: PlaceType
    side: str
    country: str | None
    is_name: bool
    owner_end: int


@cache
def head_index(side: Side) -> PhraseIndex[PlaceHead]:
    """Every word that calls the name on its other side a place, in any case."""
    return PhraseIndex(
        ((head, entry) for head, entry in place_heads() if entry.side == side), fold=str.lower
    )


def find_sites(passage: Passage, countries: Mapping[tuple[int, int], Candidate]) -> Iterator[Site]:
    """Every name beside a word for a kind of place, ``countries`` being those named, by span."""
    for phrase in head_index("after").find(passage.words):
        if _is_written_as(passage.text, phrase) and not _is_body(passage.text, phrase):
            yield from _named_ahead(passage, phrase, countries)
    for phrase in head_index("before").find(passage.words):
        if _is_written_as(passage.text, phrase):
            yield from _named_behind(passage, phrase, countries)


def _is_written_as(text: str, phrase: Phrase[PlaceHead]) -> bool:
    return not (phrase.values[0].small and text[phrase.start].isupper())


def _is_body(text: str, phrase: Phrase[PlaceHead]) -> bool:
    """Whether the head opens the name of a body: "Khatlon District Court"."""
    following = text[phrase.end : phrase.end + 30].split(maxsplit=1)
    return (
        text[phrase.start].isupper()
        and bool(following)
        and following[0].strip(",.;") in not_names("followed_by_body")
    )


def _named_ahead(
    passage: Passage,
    phrase: Phrase[PlaceHead],
    countries: Mapping[tuple[int, int], Candidate],
) -> Iterator[Site]:
    words, text, head = passage.words, passage.text, phrase.values[0]
    at = bisect_left(words.starts, phrase.start) - 1
    if at < 0 or "\n" in text[words.ends[at] : phrase.start]:
        return
    quoted = _quoted_ahead(passage, at)
    if quoted is not None:
        start, name_start, name_end = quoted
        name = f"{text[name_start:name_end]} {text[phrase.start : phrase.end]}"
        span = (start, phrase.end, name_start, name_end, name)
        yield Site(*span, head.place_type, head.side, None, is_name=True, owner_end=-1)
        return
    last = at
    if words.texts[at] == "s" and at >= 2 and words.texts[at - 1] == "'":
        last = at - 2
    first = _first_word(words, text, last)
    first, country = _without_country(words, first, last, countries)
    if first > last:
        return
    start, name_end = words.starts[first], words.ends[last]
    named = _country_named(countries, start, name_end)
    if named is not None and (head.place_type != "airport" or last < at):
        return  # "Kenya's port", "Djibouti port": the country, not a place
    owner_end = start - 3 if text[max(0, start - 3) : start - 1] in ("'s", "’s") else -1
    yield Site(
        start,
        phrase.end,
        start,
        name_end,
        " ".join(text[start : phrase.end].split()),
        head.place_type,
        head.side,
        country or named,
        is_name=_is_name(words.texts[first : last + 1]),
        owner_end=owner_end,
    )


def _quoted_ahead(passage: Passage, at: int) -> tuple[int, int, int] | None:
    """Start of the quote, start and end of the name in it: '"Morport"' before the head."""
    words = passage.words
    if passage.text[words.starts[at]] not in _CLOSING:
        return None
    for first in range(at - 1, max(-1, at - _LONGEST_NAME), -1):
        if passage.text[words.starts[first]] in _OPENING:
            inside = words.texts[first + 1 : at]
            if inside and inside[0][0].isupper():
                return words.starts[first], words.starts[first + 1], words.ends[at - 1]
            return None
    return None


def _named_behind(
    passage: Passage,
    phrase: Phrase[PlaceHead],
    countries: Mapping[tuple[int, int], Candidate],
) -> Iterator[Site]:
    words, text, head = passage.words, passage.text, phrase.values[0]
    first = bisect_left(words.starts, phrase.end)
    last = _last_word(words, text, first)
    if last < first or "\n" in text[phrase.end : words.starts[first]]:
        return
    start, end = words.starts[first], words.ends[last]
    country = _country_named(countries, start, end)
    if country is not None and head.place_type == "province":
        return
    yield Site(
        phrase.start,
        end,
        start,
        end,
        " ".join(text[phrase.start : end].split()),
        head.place_type,
        head.side,
        country,
        is_name=_is_name(words.texts[first : last + 1]),
        owner_end=-1,
    )


def _first_word(words: Words, text: str, last: int) -> int:
    """Index of the word a name that ends with the word ``last`` begins with; past it if none."""
    first = last + 1
    for index in range(last, max(-1, last - _LONGEST_NAME), -1):
        word = words.texts[index]
        if index < last and "\n" in text[words.ends[index] : words.starts[index + 1]]:
            break
        if _begins_name(word):
            first = index
        elif not _may_stand_inside(words, index):
            break
    return first


def _last_word(words: Words, text: str, first: int) -> int:
    last = first - 1
    for index in range(first, min(len(words.texts), first + _LONGEST_NAME)):
        word = words.texts[index]
        if index > first and "\n" in text[words.ends[index - 1] : words.starts[index]]:
            break
        if _begins_name(word) or (word.isdigit() and last == index - 2 > first - 1):
            last = index
        elif index == first or not _may_stand_inside(words, index):
            break
    return last


def _begins_name(word: str) -> bool:
    return word[0].isupper() and word.title() not in not_names("opener")


def _may_stand_inside(words: Words, index: int) -> bool:
    """Particles, and hyphens, apostrophes, stops and numbers that touch their neighbours."""
    word = words.texts[index]
    if word in not_names("particle"):
        return True
    touches = index > 0 and words.ends[index - 1] == words.starts[index]
    return touches and (word in "-'." or word.isdigit())


def _without_country(
    words: Words, first: int, last: int, countries: Mapping[tuple[int, int], Candidate]
) -> tuple[int, str | None]:
    """Where the name begins behind "Colombian" or "Somalia", and the country that says."""
    for end in range(first, min(first + 3, last + 1)):
        country = countries.get((words.starts[first], words.ends[end]))
        if country is not None and (country.fields["form"] == "demonym" or end < last):
            return end + 1, country.fields["iso3"]
    return first, None


def _country_named(
    countries: Mapping[tuple[int, int], Candidate], start: int, end: int
) -> str | None:
    country = countries.get((start, end))
    return country.fields["iso3"] if country is not None else None


def _is_name(texts: tuple[str, ...]) -> bool:
    general = not_names("alone")
    return any(
        word[0].isalpha() and word.title() not in general and word not in general
        for word in texts
        if word not in not_names("particle")
    )
