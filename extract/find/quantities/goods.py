"""Substances and goods named in a passage: what a mass or a package can be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.find import substances
from extract.find.passage import Passage

# Part of a name when capitalised ("Office on Drugs and Crime"), unlike "Heroin".
_GENERIC = frozenset({"drugs", "drug", "narcotics", "narcotic drugs", "narcotic", "precursors"})
_CROP = re.compile(r"\b(?:popp(?:y|ies)|coca|cannabis|khat|opium|marijuana|hemp|qat|tobacco)\b")


@dataclass(frozen=True, slots=True)
class Goods:
    """Named substances and goods in reading order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]
    crop_starts: tuple[int, ...]
    crops: tuple[str, ...]

    def last_before(self, position: int, floor: int) -> str | None:
        """The last name that ends at or before ``position`` and begins at ``floor`` or later."""
        index = bisect_left(self.starts, position) - 1
        if index >= 0 and self.ends[index] > position:
            index -= 1
        return self.names[index] if index >= 0 and self.starts[index] >= floor else None

    def last_crop_before(self, position: int) -> str | None:
        """The last drug crop named before ``position``."""
        index = bisect_left(self.crop_starts, position) - 1
        return self.crops[index] if index >= 0 else None

    def first_within(self, start: int, end: int) -> str | None:
        """The first name inside the stretch."""
        index = bisect_left(self.starts, start)
        if index < len(self.starts) and self.ends[index] <= end:
            return self.names[index]
        return None


def goods_in(passage: Passage) -> Goods:
    """The substances and goods a passage names."""
    phrases = sorted(
        {
            (phrase.start, phrase.end)
            for name in ("substance_index", "goods_index")
            if hasattr(substances, name)
            for phrase in getattr(substances, name)().find(passage.words)
        }
    )
    kept: list[tuple[int, int, str]] = []
    for start, end in phrases:
        written = passage.text[start:end]
        name = " ".join(written.split()).lower()
        if name in _GENERIC and written[0].isupper() and not _opens_sentence(passage, start):
            continue
        if kept and start < kept[-1][1]:
            continue
        kept.append((start, end, name))
    crops = [(start, name) for start, _, name in kept if is_crop(name)]
    return Goods(
        tuple(start for start, _, _ in kept),
        tuple(end for _, end, _ in kept),
        tuple(name for _, _, name in kept),
        tuple(start for start, _ in crops),
        tuple(name for _, name in crops),
    )


def is_crop(name: str) -> bool:
    """Whether land can be planted with it."""
    return _CROP.search(name) is not None


def _opens_sentence(passage: Passage, start: int) -> bool:
    index = bisect_left(passage.sentences, (start, start))
    return index < len(passage.sentences) and passage.sentences[index][0] == start
