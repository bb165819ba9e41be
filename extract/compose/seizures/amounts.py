"""What a line measures that can be seized: amounts of drugs and goods, containers, cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from extract.compose.seizures.asides import NEAR, is_aside, is_label, measured_goods, stands_for
from extract.compose.seizures.beside import (
    behind,
    goods_before,
    goods_beside,
    multiplied,
    pair_beside,
    substance_beside,
)
from extract.compose.seizures.cash import cash_of
from extract.compose.seizures.naming import (
    counted_goods,
    counted_name,
    of_name,
    of_substance,
    substance_heads,
)
from extract.compose.seizures.page import Line
from extract.compose.seizures.unlisted import seized_itself
from extract.find.passage import Candidate
from extract.find.substances import substance_named
from extract.knowledge.counting import function_words, nouns
from extract.knowledge.seizures import item_nouns, seizure_words
from extract.knowledge.substances import goods_names, substance_names

Role = Literal["measure", "form", "package", "goods", "money", "unmeasured"]


@dataclass(slots=True)
class Amount:
    """Something seized, as one place of the text states it."""

    start: int
    end: int
    role: Role
    name: str | None
    substance_id: str | None = None
    drug_group: str | None = None
    category: str | None = None
    value: float | None = None
    upper: float | None = None
    unit: str | None = None
    comparator: str | None = None
    base_value: float | None = None
    base_unit: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    also: list[dict[str, Any]] = field(default_factory=list)
    containers: list[dict[str, Any]] = field(default_factory=list)
    equivalent: list[dict[str, Any]] = field(default_factory=list)
    disagrees: bool = False

    @property
    def is_drug(self) -> bool:
        """Whether it is a drug or a precursor."""
        return self.category in {"drug", "precursor"}

    @property
    def key(self) -> str | None:
        """What makes two names the same goods."""
        return self.substance_id or self.name


def read_amounts(line: Line) -> list[Amount]:
    """Every amount of the line that a seizure could be of, in reading order."""
    found = [amount for quantity in line.of("quantity") if (amount := _measured(line, quantity))]
    return sorted(found, key=lambda amount: amount.start)


def _measured(line: Line, quantity: Candidate) -> Amount | None:
    fields = quantity.fields
    role = _role(fields)
    if role is None or is_aside(line, quantity):
        return None
    lead = line.between(quantity.start - NEAR, quantity.start)
    if _is_bare(line, quantity) and (
        _OTHERS.search(lead) or (role == "goods" and _FURTHER.search(lead))
    ):
        return None  # what it counts is for ellipsis to say
    held = role == "goods" and _HELD_IN.search(lead)
    thing = (
        _thing(line, quantity, role)
        if role != "money"
        else cash_of(line, quantity, _thing(line, quantity, "goods"))
    )
    if held and not (thing and thing["category"] in _CARRIED and held.group().startswith("with")):
        return None
    if thing is not None and role == "goods" and stands_for(line, quantity):
        return None
    if thing is None and role == "money":
        return None
    if fields["unit"] == "piece" and _THAT_IS.search(lead):
        role = "form"  # of what was counted in packs before
    elif thing is None and (role == "goods" or _is_of_others(line, quantity)):
        thing = seized_itself(line, quantity)
        if thing is None and not _is_bare(line, quantity):
            return None
    elif thing and thing["category"] == "precursor" and is_label(line, quantity.end):
        thing = None
    return _amount(quantity, role, multiplied(fields, lead) if role == "measure" else fields, thing)


def _amount(
    quantity: Candidate, role: Role, fields: Mapping[str, Any], thing: dict[str, Any] | None
) -> Amount:
    return Amount(
        start=quantity.start,
        end=quantity.end,
        role=role,
        value=fields["value"],
        upper=fields.get("upper"),
        unit=fields["unit"],
        comparator=fields.get("comparator"),
        base_value=fields.get("base_value"),
        base_unit=fields.get("base_unit"),
        spans=[(quantity.start, quantity.end)],
        **(thing or {"name": None}),
    )


def _role(fields: Any) -> Role | None:
    dimension = fields["dimension"]
    if dimension in {"mass", "volume"}:
        return "measure"
    if dimension == "money":
        return "money"
    if dimension != "count" or fields["unit"] == "fraction":
        return None
    unit = fields["unit"]
    if unit in seizure_words()["loads"] and fields.get("of") in _wares():
        return "package"
    listed = item_nouns().get(unit)
    if listed is not None:
        return listed if listed != "nothing" else None
    noun = nouns()[1].get(unit.casefold())
    kind = noun.kind if noun else None
    if kind == "package":
        return "package"
    if kind == "form":
        return "form"
    return "goods" if kind in {"weapon", "wildlife", "vehicle", "thing", None} else None


@cache
def _wares() -> frozenset[str]:
    """Goods that come by the container: "487 containers of counterfeit goods"."""
    return frozenset(
        f"{name}{end}"
        for name, goods in goods_names().items()
        if goods.category == "non_drug_goods"
        for end in ("", "s")
    )


def _thing(line: Line, quantity: Candidate, role: Role) -> dict[str, Any] | None:
    """What is measured: a substance beside the number, what the number is of, or its own noun."""
    mention = substance_beside(line, quantity)
    if mention is not None:
        return of_substance(mention)
    goods = goods_beside(line, quantity) or goods_before(line, quantity, role)
    if goods is None and role == "form" and _OF_IT.match(line.between(quantity.end, line.end)):
        return None
    if goods is None and role in {"form", "goods"}:
        goods = counted_goods(line.between(quantity.start, quantity.end))
    if goods is not None:
        return goods
    if role == "goods" and _names_itself(line, quantity):
        return {
            "name": counted_name(line.between(quantity.start, quantity.end)),
            "category": "weapon",
        }
    if quantity.fields["unit"] == "pair" and (pair := pair_beside(line, quantity)):
        return pair
    said = _OF_SAME.match(behind(line, quantity))
    of = measured_goods(line, quantity) if said is None else None
    if of and of not in seizure_words()["anaphors"] and (role == "goods" or _is_in_line(of, line)):
        return of_name(of)
    return None


# --- what a number is of --------------------------------------------------------------------------

_THAT_IS = re.compile(
    r"(?:\b(?:that is|that makes|which is|i\.e\.|or|with|containing|holding|totall?ing)|[(=])"
    r"[,:]?\s?"
    r"(?:about\s|some\s|in all\s|a total of\s)?$"
)
_APPOSED = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:[a-z]+\s)?(?P<what>[a-z]+),\s$")
_OF_SAME = re.compile(r"\sof\sthe\s(?:very\s)?same\b")
_OF_IT = re.compile(r"\sof (?:it|them|this|these)\b")
_OF_WHAT = re.compile(
    r"\s(?:of|with|containing)\s(?:(?:the|pure|raw|suspected|same|some)\s)*(?P<what>[a-z]+)"
)
_HELD_IN = re.compile(
    r"(?<!together )(?<!along )\b(?:in|on|from|inside|aboard|into|behind|with|by|travelling in)\s"
    r"(?:the\s|some\s|about\s|more than\s|over\s|at least\s|as many as\s|an estimated\s)?$"
)
_CARRIED = frozenset({"wildlife", "weapon"})  # "a lorry with 14 leopard skins"
_OTHERS = re.compile(r"\b(?:other|first|last|remaining|of\sthe)\s$")
_FURTHER = re.compile(r"\b(?:another|further|additional)\s$")


def _is_of_others(line: Line, quantity: Candidate) -> bool:
    """Whether the words right behind the number name something that is no known goods."""
    of: str | None = quantity.fields.get("of")
    after = behind(line, quantity)
    apposed = _APPOSED.search(line.between(quantity.start - NEAR, quantity.start))
    if apposed and _OF_IT.match(after) and apposed["what"] not in seizure_words()["anaphors"]:
        return True
    named = _OF_WHAT.match(after)
    if named is None or of in seizure_words()["anaphors"]:
        return False
    if named["what"] in substance_heads() and substance_named(named["what"]) is None:
        return False
    if of is None:
        return named["what"] not in function_words() | set(seizure_words()["anaphors"])
    return of.split()[0] in after


def _names_itself(line: Line, quantity: Candidate) -> bool:
    known = quantity.fields["unit"] in seizure_words()["names_itself"]
    return known and not _is_bare(line, quantity)


def _is_bare(line: Line, quantity: Candidate) -> bool:
    """Whether the noun that is counted was said before: "a further seven"."""
    unit = str(quantity.fields["unit"])
    return unit[:4].lower() not in line.between(quantity.start, quantity.end).lower()


def _is_in_line(of: str, line: Line) -> bool:
    """Whether the line itself says what is measured; elsewhere it may mean other goods."""
    return of.rsplit(maxsplit=1)[-1] in line.text.lower()


@cache
def _generic() -> frozenset[str | None]:
    """Ids of classes of substances, which a named one of the class makes precise."""
    return frozenset(name.substance_id for name in substance_names().values() if name.generic)


def is_generic(amount: Amount) -> bool:
    """Whether the amount is of a class ("drugs")."""
    return amount.substance_id is not None and amount.substance_id in _generic()


def unmeasured(line: Line, start: int, end: int) -> Iterator[Amount]:
    """Substances and goods named in a stretch of the line, without amounts."""
    measured = [(mention.start, mention.end) for mention in line.of("quantity")]
    taken: list[tuple[int, int]] = [
        (mention.start, mention.end)
        for mention in line.of("organisation", "person", "place", "country")
    ]
    spans: list[tuple[int, int, dict[str, Any]]] = [
        (mention.start, mention.end, of_substance(mention)) for mention in line.of("substance")
    ]
    spans += [
        (thing.start, thing.end, {"name": thing.name, "category": thing.category})
        for thing in line.goods
    ]
    for first, last, fields in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first < start or last > end:
            continue
        if any(left < last and first < right for left, right in (*measured, *taken)):
            continue
        if fields["name"] in seizure_words()["nameless"]:
            continue
        taken.append((first, last))
        yield Amount(start=first, end=last, role="unmeasured", spans=[(first, last)], **fields)
