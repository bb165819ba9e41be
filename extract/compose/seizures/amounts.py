"""What a line measures that can be seized: amounts of drugs and goods, containers, cases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

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
    is_medicine,
    of_name,
    of_substance,
    own_form,
    substance_heads,
)
from extract.compose.seizures.page import Line
from extract.compose.seizures.units import Role, role_of
from extract.compose.seizures.unlisted import seized_itself
from extract.find.passage import Candidate
from extract.find.substances import substance_named
from extract.knowledge.counting import function_words
from extract.knowledge.seizures import item_nouns, seizure_words
from extract.knowledge.substances import substance_names


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
    role = role_of(fields) or _listed_role(line, quantity)
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
        thing = seized_itself(line, quantity, form=is_medicine(quantity))
        if thing is None and (role == "measure" or not _is_bare(line, quantity)):
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


def _listed_role(line: Line, quantity: Candidate) -> Role | None:
    """Goods by name whose noun alone says nothing, plainly seized: "40,000 SIM cards"."""
    if item_nouns().get(str(quantity.fields["unit"])) != "nothing":
        return None
    named = counted_goods(line.between(quantity.start, quantity.end))
    return "goods" if named and seized_itself(line, quantity, form=False) else None


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
    if (own := _own_name(line, quantity, role)) is not None:
        return own
    if role == "measure" and _is_bracketed(line, quantity):
        return None  # of what stands in front
    said = _OF_SAME.match(behind(line, quantity))
    of = measured_goods(line, quantity) if said is None else None
    if of and of not in seizure_words()["anaphors"] and (role == "goods" or _is_in_line(of, line)):
        return of_name(of)
    return None


def _is_bracketed(line: Line, quantity: Candidate) -> bool:
    """Whether it stands in brackets behind another: "300 packets (12 kg)"."""
    quantities = line.of("quantity")
    index = bisect_left(quantities, quantity.start, key=lambda one: one.start) - 1
    end = quantities[index].end if index >= 0 else quantity.start
    return end < quantity.start and bool(_BRACKETED.fullmatch(line.between(end, quantity.start)))


def _own_name(line: Line, quantity: Candidate, role: Role) -> dict[str, Any] | None:
    """What the counted words say by themselves: arms, pairs of something, kinds of tablets."""
    text = line.between(quantity.start, quantity.end)
    if role == "goods" and _names_itself(line, quantity):
        return {"name": counted_name(text), "category": "weapon"}
    if quantity.fields["unit"] == "pair" and (pair := pair_beside(line, quantity)):
        return pair
    return own_form(text) if role == "form" else None


_THAT_IS = re.compile(
    r"(?:\b(?:that is|that makes|which is|i\.e\.|or|with|containing|holding|totall?ing)|[(=])"
    r"[,:]?\s?"
    r"(?:about\s|some\s|in all\s|a total of\s)?$"
)
_BRACKETED = re.compile(
    r"(?:\sof(?:\s[\w-]+){1,2})?(?:(?:\s\(|,\s|\s)weighing|\s\((?:weight|net|total))[^()\d]{0,20}"
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
    if named is None or _means_other(line, quantity):
        return False
    if named["what"] in substance_heads() and substance_named(named["what"]) is None:
        return False
    if of is None:
        return named["what"] not in function_words() | set(seizure_words()["anaphors"])
    return of.split()[0] in after


def _means_other(line: Line, quantity: Candidate) -> bool:
    """Whether what is measured means goods named before: "the substance", "dried herb"."""
    words, of = seizure_words(), str(quantity.fields.get("of") or "")
    *kinds, head = of.split() or [""]
    if of in words["anaphors"] or head not in words["anaphors"]:
        return of in words["anaphors"]
    return set(kinds) <= set(words["plain_forms"]) and not any(
        one.end <= quantity.start for one in line.of("substance")
    )


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
