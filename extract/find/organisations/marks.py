"""A passage as the grammar of names reads it: tokens, and what is known of them beforehand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.find.countries.finder import country_index
from extract.find.words import Phrase, Words
from extract.knowledge.countries import Reading, readings
from extract.knowledge.organisations import heads, words_of

_TOKEN = re.compile(
    r"(?:of|on|and|for|the|in|against|under)(?=[A-Z][a-z]{2})"  # as in "ofDrugs"
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+|\w+(?:['’\-‐‑]\w+)*+(?:(?<=s)['’](?=\s))?|[^\w\s]"
)
_GLUED_HEADS = ("of", "on", "for", "against")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*")
_CAPITALS = re.compile(r"\w+")
_SHORTEST_SHOUT = 12
_TITLE_CASE = 0.8
_LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True)
class Marks:
    """Tokens of a text with the countries, regions and known bodies among them.

    The mappings go from a token to the token behind the phrase it opens, and back; ``body_of``
    from a token inside a known name to its first.
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
    body_of: Mapping[int, int]
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


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(name for name, reading in readings().items() if reading.form == "demonym")


def is_demonym(marks: Marks, start: int) -> bool:
    """Whether the country named at ``start`` is named by its adjective: "Palestinian"."""
    end = marks.countries.get(start, start)
    return end > start and marks.text[marks.starts[start] : marks.ends[end - 1]] in _demonyms()


def bare(word: str) -> str:
    """A token without its possessive ending."""
    return _POSSESSIVE.sub("", word) if possessive(word) else word


def possessive(word: str) -> bool:
    """Whether a token ends in a possessive."""
    return word[-1:] in "'’" or word[-2:] in ("'s", "’s")


def is_short(word: str) -> bool:
    """Whether a token has the form of an acronym: "CARICC", "MoI", "MAOC-N"."""
    return (
        2 <= len(word) <= 12
        and _SHORT.fullmatch(word) is not None
        and 2 * sum(letter.isupper() for letter in word) >= sum(letter.isalpha() for letter in word)
    )


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
def _regions() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Regions as tokens by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words_of("region"), key=lambda phrase: (-len(phrase), phrase)):
        words = tuple(tokens(phrase)[0])
        found.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in found.items()}


def _find_regions(texts: Sequence[str]) -> dict[int, int]:
    table = _regions()
    found: dict[int, int] = {}
    for index in [index for index, word in enumerate(texts) if word in table]:
        for words in table[texts[index]]:
            if tuple(texts[index : index + len(words)]) == words:
                found[index] = index + len(words)
                break
    return found


def tokens(text: str) -> tuple[list[str], list[int], list[int]]:
    """Words, initialisms and marks of a text with offsets; glued connectors are cut off."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    texts = [text[start:end] for start, end in spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    heads_glued = _glued_heads()
    if not heads_glued.keys().isdisjoint(texts):
        for index in range(len(texts) - 1, -1, -1):
            cut = heads_glued.get(texts[index])
            if cut:
                middle = starts[index] + cut
                texts[index : index + 1] = [texts[index][:cut], texts[index][cut:]]
                starts.insert(index + 1, middle)
                ends.insert(index, middle)
    return texts, starts, ends


def with_small_letters(text: str, sentences: Iterable[tuple[int, int]]) -> str:
    """The text with sentences in capitals rewritten as "Ministry of Justice", offsets kept."""
    pieces: list[str] = []
    reached = 0
    for start, end in sentences:
        stretch = text[start:end]
        if stretch.isupper() and len(stretch) >= _SHORTEST_SHOUT:
            quiet = _CAPITALS.sub(_quiet, stretch)
            if len(quiet) == len(stretch):
                pieces += [text[reached:start], quiet]
                reached = end
    return "".join([*pieces, text[reached:]])


def _quiet(match: re.Match[str]) -> str:
    lower = match.group().lower()
    return lower if lower in words_of("small") else lower[:1].upper() + lower[1:]


def mark(
    text: str,
    words: Words,
    sentences: Iterable[tuple[int, int]] = (),
    bodies: Iterable[tuple[int, int]] = (),
    countries: Iterable[Phrase[Reading]] | None = None,
) -> Marks:
    """Read the tokens of a text and mark what is known of them."""
    if countries is None:
        countries = country_index().find(words)
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

    named = forward(
        (phrase.start, phrase.end)
        for phrase in countries
        if phrase.values[0].use not in ("nothing", "language")
    )
    known = forward(bodies)
    return Marks(
        text=text,
        texts=tuple(texts),
        starts=tuple(starts),
        ends=tuple(ends),
        countries=named,
        country_ends={end: start for start, end in named.items()},
        regions=_find_regions(texts),
        bodies=known,
        body_ends={end: start for start, end in known.items()},
        body_of={index: start for start, end in known.items() for index in range(start + 1, end)},
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
        if last - first > _LONGEST_TITLE:
            continue
        long = [word for word in texts[first:last] if len(word) > 3 and word[0].isalpha()]
        if len(long) > 3 and sum(w[0].isupper() for w in long) >= _TITLE_CASE * len(long):
            found.update(range(first, last))
    return frozenset(found)
