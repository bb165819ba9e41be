"""A text as words with offsets, and many phrases found in it in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import sub
from typing import Any, Generic, TypeVar

_WORD = re.compile(r"\w+|[^\w\s]")
_PIECE = re.compile(r"\s*(?:\w+|[^\w\s])")
_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"})
_SENTENCE, _PASSAGE = 1_000, 20_000

Value = TypeVar("Value")


@dataclass(frozen=True)
class Words:
    """The words and single punctuation marks of a text, apostrophes and hyphens unified."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text; sentences and passages are read by several rules and kept."""
        if len(text) <= _SENTENCE:
            return _words_of_sentence(text)
        return _words_of_passage(text) if len(text) <= _PASSAGE else cls._of(text)

    @classmethod
    def _of(cls, text: str) -> Words:
        # Words with the white space before them make up the text: their lengths tell the places.
        pieces = _PIECE.findall(text.translate(_SAME))
        texts = tuple(map(str.strip, pieces))
        ends = tuple(accumulate(map(len, pieces)))
        return cls(texts, tuple(map(sub, ends, map(len, texts))), ends)

    def within(self, start: int, end: int) -> Words:
        """The words that begin between two offsets; their own stay those of the whole text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return Words(self.texts[first:last], self.starts[first:last], self.ends[first:last])

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(map(str.lower, self.texts))

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.texts)

    @cached_property
    def distinct_lower(self) -> frozenset[str]:
        """Each word once, whatever its case."""
        return frozenset(self.lower)


@lru_cache(maxsize=1024)
def _words_of_sentence(text: str) -> Words:
    return Words._of(text)  # noqa: SLF001


@lru_cache(maxsize=64)
def _words_of_passage(text: str) -> Words:
    return Words._of(text)  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Value]):
    """A phrase found: its span in the text and every value filed under it."""

    start: int
    end: int
    values: tuple[Value, ...]


class PhraseIndex(Generic[Value]):
    """Phrases filed under values, found at word boundaries, longest first, never overlapping.

    ``fold`` makes words comparable (``str.lower`` to ignore case); by default case counts.
    White space and the kind of apostrophe or hyphen never count.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Value]], fold: Callable[[str], str] = str
    ) -> None:
        self._fold = fold
        self._root: dict[str, Any] = {}
        for phrase, value in phrases:
            node = self._root
            for word in _WORD.findall(phrase.translate(_SAME)):
                node = node.setdefault(fold(word), {})
            if node is not self._root:
                node[""] = (*node.get("", ()), value)

    def find(self, words: Words) -> list[Phrase[Value]]:
        """Every longest phrase in reading order; a word belongs to one phrase at most."""
        texts, distinct = words.texts, words.distinct
        if self._fold is str.lower:
            texts, distinct = words.lower, words.distinct_lower
        elif self._fold is not str:
            texts = tuple(map(self._fold, words.texts))
            distinct = frozenset(texts)
        # Most texts hold few words that begin a phrase, or none: sets tell that at once.
        openers = distinct & self._root.keys()
        found: list[Phrase[Value]] = []
        if not openers:
            return found
        free_from = 0
        for first in [index for index, word in enumerate(texts) if word in openers]:
            if first >= free_from and (hit := self._longest(texts, first)) is not None:
                last, values = hit
                found.append(Phrase(words.starts[first], words.ends[last], values))
                free_from = last + 1
        return found

    def _longest(self, texts: tuple[str, ...], first: int) -> tuple[int, tuple[Value, ...]] | None:
        """The last word and the values of the longest phrase that begins at ``first``."""
        node: dict[str, Any] | None = self._root[texts[first]]
        last, index, values = first, first, None
        while node is not None:
            if "" in node:
                last, values = index, node[""]
            index += 1
            node = node.get(texts[index]) if index < len(texts) else None
        return None if values is None else (last, values)
