"""What a line measures that can be seized: amounts of drugs and goods, containers, cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.find.substances import goods_index, substance_named
from extract.find.words import Words
from extract.knowledge.counting import nouns
from extract.knowledge.seizures import item_nouns, seizure_words
from extract.knowledge.substances import substance_names

Role = Literal["measure", "form", "package", "goods", "money", "unmeasured"]

NEAR = 40  # characters between a number and the thing it measures


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
    if role is None:
        return None
    thing = _thing(line, quantity, role)
    if role == "money" and (thing is None or thing["category"] in {"drug", "precursor"}):
        return None
    if role == "goods" and thing is None:
        return None
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
    if dimension != "count":
        return None
    unit = fields["unit"]
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


def _thing(line: Line, quantity: Candidate, role: Role) -> dict[str, Any] | None:
    """What is measured: a substance beside the number, what the number is of, or its own noun."""
    mention = _substance_beside(line, quantity)
    if mention is not None:
        return of_substance(mention)
    if of := quantity.fields.get("of"):
        return of_name(of)
    if role == "goods":
        return _counted_goods(line.between(quantity.start, quantity.end))
    return None


_NUMBER = re.compile(r"^\W*(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)\s(?:(?:thousand|million|hundred)\s)?", re.I)


def _counted_goods(text: str) -> dict[str, Any] | None:
    """Goods that are counted themselves ("800,000 false cigarette marks")."""
    return _goods_named(text, _NUMBER.sub("", text, count=1).lower())


_LINK = re.compile(r"\s*(?:of|with|containing|in|:|-|–|—)?\s*(?:pure|raw|suspected|the|some)?\s*$")


def _substance_beside(line: Line, quantity: Candidate) -> Candidate | None:
    for mention in line.of("substance"):
        if mention.end <= quantity.start:
            continue
        if mention.start < quantity.end:
            return mention
        return mention if _LINK.match(line.between(quantity.end, mention.start)) else None
    return None


def of_substance(mention: Candidate) -> dict[str, Any]:
    """The item fields of a substance mention."""
    return {
        "name": mention.fields["name"].lower()
        if not mention.fields["name"].isupper()
        else mention.fields["name"],
        "substance_id": mention.fields.get("substance_id"),
        "drug_group": mention.fields.get("drug_group"),
        "category": "precursor" if mention.fields.get("drug_group") == "Precursors" else "drug",
    }


def of_name(name: str) -> dict[str, Any] | None:
    """The item fields of goods named by ``name``; None where it names nothing to seize."""
    substance = substance_named(name)
    if substance is not None:
        return {
            "name": name,
            "substance_id": substance.substance_id,
            "drug_group": substance.drug_group,
            "category": substance.category,
        }
    return _goods_named(name, name)


def _goods_named(text: str, name: str) -> dict[str, Any] | None:
    found = goods_index().find(Words.of(text))
    if not found:
        return None
    return {"name": name, "category": found[-1].values[0].category}


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
        (mention.start, mention.end) for mention in line.of("organisation", "person", "place")
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


def agree(one: Amount, other: Amount) -> bool:
    """Whether two amounts can state one: equal, or one a round figure for the other."""
    first, second = _base(one), _base(other)
    if first is None or second is None or first[1] != second[1]:
        return False
    left, right = first[0], second[0]
    if abs(left - right) <= 2e-3 * max(left, right):
        return True
    rough, exact = (one, other) if _digits(one) <= _digits(other) else (other, one)
    bound, value = (left, right) if rough is one else (right, left)
    ratio = value / bound if bound else 0.0
    if rough.comparator in {">", ">="}:
        return 1.0 <= ratio <= 1.2
    if rough.comparator in {"<", "<="}:
        return 0.85 <= ratio <= 1.0
    if rough.comparator == "~" or exact.comparator == "~":
        return 0.85 <= ratio <= 1.15
    return _digits(rough) <= 2 < _digits(exact) and 0.95 <= ratio <= 1.05


def _base(amount: Amount) -> tuple[float, str] | None:
    if amount.value is None:
        return None
    if amount.base_value is not None and amount.base_unit:
        return amount.base_value, amount.base_unit
    return amount.value, amount.unit or ""


def _digits(amount: Amount) -> int:
    """Significant digits of the number: how exact it is."""
    number = f"{amount.value or 0:.6f}".rstrip("0").rstrip(".")
    return len(number.replace(".", "").strip("0")) or 1


def more_exact(one: Amount, other: Amount) -> bool:
    """Whether ``one`` states the figure more exactly than ``other``."""
    plain = (one.comparator in {None, "="}) - (other.comparator in {None, "="})
    return (_digits(one), plain) > (_digits(other), 0) if plain else _digits(one) > _digits(other)


def plain_amount(amount: Amount) -> dict[str, Any]:
    """Value and unit, for containers and equivalents."""
    return {"value": amount.value, "unit": amount.unit}


def compared_amount(amount: Amount) -> dict[str, Any]:
    """Value, unit and comparator, for restatements."""
    return {**plain_amount(amount), "comparator": amount.comparator or "="}
