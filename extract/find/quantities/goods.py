"""Substances and goods named in a passage: what a mass or a package can be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.passage import DocumentContext, Passage
from extract.find.substances import find_substances, goods_index
from extract.knowledge.counting import nouns, quantity_words

_HARVEST = re.compile(r"opium|leaf|leaves|cannabis|resin|khat|hashish|marijuana")
_PLANT = re.compile(r"popp(?:y|ies)$|^coca$|bush(?:es)?$|plants?$")
_NO_CROP = re.compile(r"\b(?:dry|dried|fresh|raw|wet|liquid|leaf|leaves|resin|herb|latex|oil)\b")
_CROP = re.compile(r"\b(?:popp(?:y|ies)|coca|cannabis|khat|opium|marijuana|hemp|qat|tobacco)\b")


@dataclass(frozen=True, slots=True)
class Names:
    """Names in reading order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, spans: list[tuple[int, int, str]]) -> Names:
        """The names of (start, end, name) in reading order."""
        return cls(
            tuple(start for start, _, _ in spans),
            tuple(end for _, end, _ in spans),
            tuple(name for _, _, name in spans),
        )

    def last_before(self, position: int, floor: int) -> str | None:
        """The last name that ends at or before ``position`` and begins at ``floor`` or later."""
        index = bisect_left(self.starts, position) - 1
        if index >= 0 and self.ends[index] > position:
            index -= 1
        return self.names[index] if index >= 0 and self.starts[index] >= floor else None

    def first_within(self, start: int, end: int) -> tuple[str | None, int]:
        """The first name inside the stretch, and where it ends."""
        index = bisect_left(self.starts, start)
        if index < len(self.starts) and self.ends[index] <= end:
            return self.names[index], self.ends[index]
        return None, end


@dataclass(frozen=True, slots=True)
class Goods:
    """Drugs, crops and all goods named in a passage."""

    all: Names
    drugs: Names
    crops: Names
    distinct: frozenset[str]

    def last_before(self, position: int, floor: int) -> str | None:
        """The last goods named before ``position``, at ``floor`` or later."""
        return self.all.last_before(position, floor)

    def last_drug_before(self, position: int, floor: int = 0) -> str | None:
        """The last drug named before ``position``, at ``floor`` or later."""
        return self.drugs.last_before(position, floor)

    def drugs_before(self, position: int) -> Iterator[str]:
        """The drugs named before ``position``, the last first."""
        for index in range(bisect_left(self.drugs.starts, position) - 1, -1, -1):
            yield self.drugs.names[index]

    def last_crop_before(self, position: int) -> str | None:
        """The last drug crop named before ``position``."""
        return self.crops.last_before(position, 0)

    def first_within(self, start: int, end: int) -> str | None:
        """The first goods named inside the stretch."""
        return self.all.first_within(start, end)[0]

    def drug_within(self, start: int, end: int) -> tuple[str | None, int]:
        """The first drug named inside the stretch, and where its name ends."""
        return self.drugs.first_within(start, end)

    def names_goods(self, said: str) -> bool:
        """Whether a phrase holds the name of goods of this passage."""
        return any(name in said for name in self.distinct)

    def product_before(self, position: int, floor: int) -> str | None:
        """The last drug named before ``position`` that is no plant: what a field yields."""
        for index in range(bisect_left(self.drugs.starts, position) - 1, -1, -1):
            if self.drugs.starts[index] < floor:
                return None
            if not _PLANT.search(self.drugs.names[index]):
                return self.drugs.names[index]
        return None

    def harvest_before(self, position: int) -> str | None:
        """The last drug named before ``position`` that a field yields."""
        names = (name for name in self.drugs_before(position) if _HARVEST.search(name))
        return next((name for name in names if not _PLANT.search(name)), None)

    def opening(self, phrase: str, start: int) -> str:
        """The name a noun phrase opens with, else the phrase: "heroin crosses" is heroin."""
        name = self.first_within(start, start + len(phrase) + 12)
        return name if name is not None and phrase.startswith(name) else phrase


def goods_in(passage: Passage, context: DocumentContext) -> Goods:
    """The substances and goods a passage names."""
    drugs = [(found.start, found.end) for found in find_substances(passage, context)]
    goods = [
        (phrase.start, phrase.end)
        for phrase in goods_index().find(passage.words)
        if not _carries(passage.text[phrase.start : phrase.end])
    ]
    named = _named(passage, [*drugs, *goods])
    kinds = set(drugs)
    return Goods(
        Names.of(named),
        Names.of([item for item in named if item[:2] in kinds]),
        Names.of([item for item in named if is_crop(item[2])]),
        frozenset(name for _, _, name in named),
    )


def is_crop(name: str) -> bool:
    """Whether land can be planted with it."""
    return _CROP.search(name) is not None and not _NO_CROP.search(name)


def _carries(name: str) -> bool:
    """Vehicles and packages hold goods; an amount is not of them."""
    plurals, singulars = nouns()
    noun = plurals.get(name.lower()) or singulars.get(name.lower())
    return noun is not None and noun.kind in {"vehicle", "package"}


def _named(passage: Passage, spans: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        written = passage.text[start:end]
        name = " ".join(written.split()).lower()
        if (
            name in quantity_words("generic_goods")
            and written[0].isupper()
            and not _opens_sentence(passage, start)
        ):
            continue
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, name))
    return kept


def _opens_sentence(passage: Passage, start: int) -> bool:
    index = bisect_left(passage.sentences, (start, start))
    return index < len(passage.sentences) and passage.sentences[index][0] == start
