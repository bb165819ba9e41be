"""A text as words with offsets, and many phrases found in it in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

_WORD = re.compile(r"\w+|[^\w\s]")
_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"})

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and single punctuation marks of a text, apostrophes and hyphens unified."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        matches = list(_WORD.finditer(text.translate(_SAME)))
        return cls(
            tuple(match.group() for match in matches),
            tuple(match.start() for match in matches),
            tuple(match.end() for match in matches),
        )


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
        found: list[Phrase[Value]] = []
        folded = words.texts if self._fold is str else [self._fold(word) for word in words.texts]
        free_from, total = 0, len(folded)
        for first, word in enumerate(folded):
            node = self._root.get(word)
            if node is None or first < free_from:
                continue
            last, values, index = first, node.get(""), first
            while (index := index + 1) < total and (node := node.get(folded[index])) is not None:
                if "" in node:
                    last, values = index, node[""]
            if values is not None:
                found.append(Phrase(words.starts[first], words.ends[last], values))
                free_from = last + 1
        return found
