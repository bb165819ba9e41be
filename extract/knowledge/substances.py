"""Substances and other goods: their names, ids and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import DrugGroup, ItemCategory

Use = Literal["strong", "nearby", "weak", "nothing"]


class SubstanceRow(Row):
    """A row of substances.tsv."""

    substance_id: str | None = None
    drug_group: DrugGroup | None = None
    generic: bool = False
    names: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class GoodsRow(Row):
    """A row of goods.tsv."""

    category: ItemCategory
    names: tuple[str, ...]


class SubstanceCueRow(Row):
    """A row of substance_cues.tsv."""

    cue: str
    words: tuple[str, ...]
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class SubstanceName:
    """One name of a substance: what a mention of it becomes.

    ``use`` says how sure the name alone is; ``generic`` that it names a class ("opiates").
    """

    name: str
    substance_id: str | None
    drug_group: DrugGroup | None
    category: ItemCategory
    generic: bool = False
    use: Use = "strong"

    @property
    def is_acronym(self) -> bool:
        """Whether only capitals will do ("LSD")."""
        return self.name.rstrip("s").isupper()


@dataclass(frozen=True, slots=True)
class GoodsName:
    """One name of goods other than drugs."""

    name: str
    category: ItemCategory


@cache
def substance_names() -> dict[str, SubstanceName]:
    """Every phrase that names a substance, plurals and modified names included."""
    rows = read_table("substances.tsv", SubstanceRow)
    found: dict[str, SubstanceName] = {}
    for plural in (False, True):  # a listed name goes before the plural of another
        for row in rows:
            for phrase, name in _phrases(row):
                if plural:
                    _add_plural(found, phrase, name)
                else:
                    found.setdefault(phrase, name)
    return found


@cache
def goods_names() -> dict[str, GoodsName]:
    """Every phrase that names goods other than drugs, plurals included."""
    found: dict[str, GoodsName] = {}
    for row in read_table("goods.tsv", GoodsRow):
        for name in row.names:
            for phrase in (name, plural_of(name)):
                found.setdefault(phrase, GoodsName(name, row.category))
    return found


@cache
def substance_cues() -> dict[str, tuple[str, ...]]:
    """The words that let a weak name be read."""
    return {row.cue: row.words for row in read_table("substance_cues.tsv", SubstanceCueRow)}


def _add_plural(found: dict[str, SubstanceName], phrase: str, name: SubstanceName) -> None:
    plural = plural_of(phrase)  # classes are named by their plural: "opiates"
    found.setdefault(plural, replace(name, name=plural) if name.generic else name)


def _phrases(row: SubstanceRow) -> Iterator[tuple[str, SubstanceName]]:
    if row.substance_id is None:
        yield from ((phrase, _name(phrase, row, "nothing")) for phrase in row.names)
        return
    for name in row.names:
        yield name, _name(name, row, "strong")
        for modifier in row.modifiers:
            modified = f"{modifier} {name}"
            yield modified, _name(modified, row, "strong")
    yield from ((phrase, _name(phrase, row, "nearby")) for phrase in row.nearby)
    yield from ((phrase, _name(phrase, row, "weak")) for phrase in row.weak)


def _name(name: str, row: SubstanceRow, use: Use) -> SubstanceName:
    category: ItemCategory = "precursor" if row.drug_group == "Precursors" else "drug"
    return SubstanceName(name, row.substance_id, row.drug_group, category, row.generic, use)


def plural_of(name: str) -> str:
    """The regular plural of a name; a name in -s stands for itself."""
    if name.endswith(("s", "S")):
        return name
    if name.endswith("leaf"):
        return name.removesuffix("leaf") + "leaves"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("sh", "ch", "x")) else "s")
