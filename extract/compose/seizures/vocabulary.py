"""Several tables of phrases found in one pass over an article; each is read by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.find.words import Words
from extract.knowledge.seizures import Cue, TriggerRow, cues, triggers
from extract.knowledge.substances import goods_names

TRIGGERS, GOODS = "triggers", "goods"  # the tables beside those of the cues
Phrase = tuple[int, int, Any]  # where it stands, and what its table files under it


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The phrases of all tables as one tree of words."""

    root: dict[str, Any]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str, Any]]) -> Vocabulary:
        """A tree of phrases, each with its table and what is filed under it there."""
        root: dict[str, Any] = {}
        for phrase, table, value in phrases:
            node = root
            for word in Words.of(phrase).lower:
                node = node.setdefault(word, {})
            if node is not root:
                node.setdefault("", {}).setdefault(table, value)
        return cls(root)

    def find(self, words: Words) -> dict[str, list[Phrase]]:
        """The longest phrases by table, in reading order; those of one table never overlap."""
        texts = words.lower
        openers = words.distinct_lower & self.root.keys()
        found: dict[str, list[Phrase]] = {}
        free: dict[str, int] = {}
        for first in [index for index, word in enumerate(texts) if word in openers]:
            for table, (last, value) in self._longest(texts, first).items():
                if first >= free.get(table, 0):
                    phrase = words.starts[first], words.ends[last], value
                    found.setdefault(table, []).append(phrase)
                    free[table] = last + 1
        return found

    def _longest(self, texts: tuple[str, ...], first: int) -> dict[str, tuple[int, Any]]:
        """The last word and the value of each table's longest phrase that begins at ``first``."""
        longest: dict[str, tuple[int, Any]] = {}
        node: dict[str, Any] | None = self.root[texts[first]]
        index = first
        while node is not None:
            if "" in node:
                for table, value in node[""].items():
                    longest[table] = index, value
            index += 1
            node = node.get(texts[index]) if index < len(texts) else None
        return longest


@cache
def vocabulary() -> Vocabulary:
    """Triggers, cues and names of goods."""
    told: list[tuple[str, str, TriggerRow | Cue | str]] = [
        (form, TRIGGERS, row) for row in triggers() for form in row.forms
    ]
    told += [(word, cue, cue) for cue, words in cues().items() for word in words]
    told += [(name, GOODS, goods.category) for name, goods in goods_names().items()]
    return Vocabulary.of(told)
