"""A passage as the grammar of names reads it: tokens, and what is known of them beforehand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.find.countries import country_index
from extract.find.words import PhraseIndex, Words
from extract.knowledge.organisations import heads, words_of

_TOKEN = re.compile(
    r"[A-Za-z]\.(?:[A-Za-z]\.)+|\w+(?:['’\-‐‑]\w+)*(?:(?<=s)['’](?=\s))?|[^\w\s]"
)
_GLUED_HEADS = ("of", "on", "for", "against")
_GLUED_WORD = re.compile(r"(?:of|on|and|for|the|in|against|under)(?=[A-Z][a-z]{2,})")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*")
_TITLE_CASE = 0.8


@dataclass(frozen=True, slots=True)
class Marks:
    """Tokens of a text with the countries, regions and known bodies among them.

    The mappings go from a token to the token behind the phrase it opens, and back.
    """

    text: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    countries: Mapping[int, int]
    country_ends: Mapping[int, int]
    regions: Mapping[int, int]
    bodies: Mapping[int, int]
    body_ends: Mapping[int, int]
    flat: frozenset[int]

    def __len__(self) -> int:
        return len(self.texts)

    def word(self, index: int) -> str:
        """The token at ``index``; empty outside the text."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def joined(self, index: int) -> bool:
        """Whether the token at ``index`` stands on the line of the one before it."""
        if not 0 < index < len(self.texts):
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return len(gap) < 3 and "\n" not in gap


def bare(word: str) -> str:
    """A token without its possessive ending."""
    return _POSSESSIVE.sub("", word)


def possessive(word: str) -> bool:
    """Whether a token ends in a possessive."""
    return word[-1:] in "'’" or word[-2:] in ("'s", "’s")


def is_short(word: str) -> bool:
    """Whether a token has the form of an acronym: "CARICC", "MoI", "MAOC-N"."""
    return 2 <= len(word) <= 12 and _SHORT.fullmatch(word) is not None and 2 * sum(
        letter.isupper() for letter in word
    ) >= sum(letter.isalpha() for letter in word)


@cache
def _glued_heads() -> Mapping[str, int]:
    """Head nouns with a connector stuck to them, and where to cut."""
    return {
        last + connector: len(last)
        for last in heads()
        if len(last) > 5
        for connector in _GLUED_HEADS
    }


@cache
def _region_index() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in sorted(words_of("region")))


def tokens(text: str) -> tuple[list[str], list[int], list[int]]:
    """Words, initialisms and marks of a text with offsets; glued connectors are cut off."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    glued = _glued_heads()
    for match in _TOKEN.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        cut = glued.get(word, 0)
        if not cut and word[0].islower() and not word.islower():
            prefix = _GLUED_WORD.match(word)
            cut = prefix.end() if prefix else 0
        if cut:
            texts.append(word[:cut])
            starts.append(start)
            ends.append(start + cut)
            word, start = word[cut:], start + cut
        texts.append(word)
        starts.append(start)
        ends.append(end)
    return texts, starts, ends


def mark(
    text: str,
    words: Words,
    sentences: Iterable[tuple[int, int]],
    bodies: Iterable[tuple[int, int]],
) -> Marks:
    """Read the tokens of a text and mark what is known of them."""
    texts, starts, ends = tokens(text)

    def span(start: int, end: int) -> tuple[int, int] | None:
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] != start:
            return None
        last = bisect_left(starts, end)
        tail = text[end : ends[last - 1]]  # "UNODC-supported" is not UNODC
        return None if tail and not possessive(tail) else (first, last)

    def forward(spans: Iterable[tuple[int, int]]) -> dict[int, int]:
        found = (span(start, end) for start, end in spans)
        return dict(pair for pair in found if pair is not None)

    countries = forward(
        (phrase.start, phrase.end)
        for phrase in country_index().find(words)
        if phrase.values[0].use not in ("nothing", "language")
    )
    regions = forward((phrase.start, phrase.end) for phrase in _region_index().find(words))
    known = forward(bodies)
    return Marks(
        text=text,
        texts=tuple(texts),
        starts=tuple(starts),
        ends=tuple(ends),
        countries=countries,
        country_ends={end: start for start, end in countries.items()},
        regions=regions,
        bodies=known,
        body_ends={end: start for start, end in known.items()},
        flat=_flat(text, texts, starts, sentences),
    )


def _flat(
    text: str, texts: list[str], starts: list[int], sentences: Iterable[tuple[int, int]]
) -> frozenset[int]:
    """Tokens of lines in which nearly every word has a capital: capitals say nothing there."""
    found: set[int] = set()
    for start, end in sentences:
        if text[end - 1] in ".!?":
            continue
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        long = [word for word in texts[first:last] if len(word) > 3 and word[0].isalpha()]
        if len(long) > 3 and sum(w[0].isupper() for w in long) >= _TITLE_CASE * len(long):
            found.update(range(first, last))
    return frozenset(found)
