"""Substances and goods named in a passage: what a mass or a package can be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.asides import is_aside, is_cover
from extract.find.substances import find_substances, goods_index
from extract.knowledge.counting import nouns, quantity_words

_HARVEST = re.compile(r"opium|leaf|leaves|cannabis|resin|khat|hashish|marijuana")
_PLANT = re.compile(r"popp(?:y|ies)$|^coca$|bush(?:es)?$|plants?$")
_PLANTS = frozenset({"poppy", "poppies", "coca", "cannabis", "khat"})
_PLANTED = re.compile(
    r"\b(?:[Oo]pium\s)?(?:[Pp]oppy|[Cc]oca|[Cc]annabis|[Kk]hat)(?=\s(?:fields?|plots?|farm\w*|grow\w*|cultivat\w+|plant\w*))"
    r"|\b[Pp]opp(?:y|ies)\b(?![\s-](?:straw|seeds?|husks?|tea|heads?|free)\b)"
)
_NO_CROP = re.compile(r"\b(?:dry|dried|fresh|raw|wet|liquid|leaf|leaves|resin|herb|latex|oil)\b")
# Goods that come into the story: "officers found ivory", "a container of rosewood".
_INTRODUCED = re.compile(
    r"\b(?:found|seized|discovered|uncovered|intercepted|confiscated|detected|recovered|caught|carr\w+|held"
    r"|contain\w+|hid\w*|conceal\w+|load\w+\swith|full\sof|transport\w+|smuggl\w+|packed\swith|turned\sout"
    r"\sto\sbe|traffick\w+\sin|consign\w+\sof|shipments?\sof|loads?\sof|hauls?\sof|seizures?\sof)\s"
    r"(?:[\w-]+\s){0,3}$"
)
_ARTICLE = re.compile(r"\b(?:An?|The)\s$")
_YIELDS = frozenset({"opium", "marijuana"})  # what a field yields, never what grows on it
_SCALES = re.compile(r"\bscales\b")
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
    food_crops: Names
    distinct: frozenset[str]
    new: frozenset[int]

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

    def introduced(self, start: int, end: int) -> str | None:
        """The last goods that a sentence opens with or says were found, in a stretch."""
        index = bisect_left(self.all.starts, end) - 1
        while index >= 0 and self.all.starts[index] >= start:
            if self.all.ends[index] <= end and self.all.starts[index] in self.new:
                return self.all.names[index]
            index -= 1
        return None

    def only_one_before(self, position: int) -> str | None:
        """The goods of a passage that names no others, if named before ``position``."""
        return self.all.last_before(position, 0) if len(self.distinct) == 1 else None

    def only_crop(self) -> str | None:
        """The drug crop of a passage that names no other."""
        grown = [name for name in self.crops.names if name not in _YIELDS]
        grown = grown or list(self.crops.names)
        plants = {_CROP.findall(name)[-1].replace("poppies", "poppy") for name in grown}
        return grown[0] if len(plants) == 1 else None

    def first_within(self, start: int, end: int) -> str | None:
        """The first goods named inside the stretch."""
        return self.all.first_within(start, end)[0]

    def starting_at(self, position: int) -> str | None:
        """The goods whose name begins at a position."""
        index = bisect_left(self.all.starts, position)
        return self.all.names[index] if self.all.starts[index : index + 1] == (position,) else None

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
    if "angolin" in passage.text:  # where pangolins are spoken of, scales weigh nothing
        goods += [match.span() for match in _SCALES.finditer(passage.text)]
    kinds = set(drugs)
    spoken_of = not _PLANTS.isdisjoint(passage.words.distinct_lower)
    fields = [match.span() for match in _PLANTED.finditer(passage.text)] if spoken_of else []
    plants = [span for span in fields if not is_aside(passage.text, *span)]
    named = [
        item
        for item in _named(passage, [*drugs, *goods])
        if not is_aside(passage.text, item[0], item[1])
        and (item[:2] in kinds or not is_cover(passage.text, item[0]))
    ]
    return Goods(
        Names.of(named),
        Names.of([item for item in named if item[:2] in kinds]),
        Names.of(_named(passage, [item[:2] for item in named if is_crop(item[2])] + plants)),
        Names.of([item for item in named if is_food_crop(item[2]) and not _is_for(passage, item)]),
        frozenset(name for _, _, name in named),
        frozenset(start for start, _, _ in named if _is_introduced(passage, start)),
    )


def _is_for(passage: Passage, item: tuple[int, int, str]) -> bool:
    """ "in debt for rice": no crop in a field."""
    return passage.text[max(0, item[0] - 4) : item[0]] == "for "


def is_crop(name: str) -> bool:
    """Whether land can be planted with it."""
    return _CROP.search(name) is not None and not _NO_CROP.search(name)


def is_food_crop(name: str) -> bool:
    """Whether it grows on fields and is no drug."""
    return not quantity_words("crop").isdisjoint(name.split())


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


def _is_introduced(passage: Passage, start: int) -> bool:
    """Whether a sentence opens with the name, or it is what was found or carried."""
    if _INTRODUCED.search(passage.text, max(0, start - 50), start):
        return True
    article = _ARTICLE.search(passage.text, max(0, start - 4), start)
    opened = article is not None and _opens_sentence(passage, article.start())
    return (
        opened
        or _opens_sentence(passage, start)
        or passage.text[max(0, start - 1) : start] in {"", "\n"}
    )


def _opens_sentence(passage: Passage, start: int) -> bool:
    index = bisect_left(passage.sentences, (start, start))
    return index < len(passage.sentences) and passage.sentences[index][0] == start
