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
from extract.knowledge.seizures import item_nouns, seizure_words, words_pattern
from extract.knowledge.substances import substance_names

Role = Literal["measure", "form", "package", "goods", "money", "unmeasured"]

CLAUSE = 90  # characters before a number that say what it is for
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
    if role is None or _is_aside(line, quantity):
        return None
    if role == "goods" and _HELD_IN.search(line.between(quantity.start - NEAR, quantity.start)):
        return None
    thing = _thing(line, quantity, role) if role != "money" else _cash(line, quantity)
    if thing is None and role == "money":
        return None
    if thing is None and (role == "goods" or _is_of_others(line, quantity)):
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
    if dimension != "count" or fields["unit"] == "fraction":
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
    goods = _goods_beside(line, quantity)
    if goods is None and role in {"form", "goods"}:
        goods = _counted_goods(line.between(quantity.start, quantity.end))
    if goods is not None:
        return goods
    of = quantity.fields.get("of")
    if of and (role == "goods" or _is_in_line(of, line)):
        return _of_name(of)
    return None


def _cash(line: Line, quantity: Candidate) -> dict[str, Any] | None:
    """Money that was seized itself: notes by name, or listed with goods behind a trigger."""
    cash = {"name": "cash", "category": "money"}
    notes = _IN_NOTES.match(line.between(quantity.end, quantity.end + NEAR))
    if notes is not None:
        what = notes["what"].lower()
        return {**cash, "name": what if " " in what else "cash"}
    thing = _thing(line, quantity, "goods")
    if thing is not None and thing["category"] == "money":
        return thing if " " in thing["name"] else cash
    if thing is not None:
        return thing if thing["category"] not in {"drug", "precursor"} else None
    lead = line.between(max(line.start, quantity.start - NEAR), quantity.start)
    acts = [mark for mark in line.triggers if mark.end <= quantity.start]
    if not acts or _PRICED.search(lead):
        return None
    beside = quantity.start - acts[-1].end <= 12
    return cash if beside or _LISTED_WITH.search(lead) else None


# --- what a number is of --------------------------------------------------------------------------

_LINK = re.compile(
    r"\s*(?:of|with|containing|in|:|-|–|—)?\s*(?:pure|raw|suspected|the|some)?\s*$", re.IGNORECASE
)
_OF = re.compile(r"\s(?:of|with|containing)\s")
_EACH = re.compile(r"\b(?:each|every|per|apiece)\b[^.;,]{0,25}$", re.IGNORECASE)
_EACH_AFTER = re.compile(r"\s(?:each|apiece|per|a pair|a piece|a kilo\w*|a day|a month|a year)\b")
_COMPARED = r"\b(?:{})\s(?:the\s)?(?:some\s|about\s)?$"
_STRENGTH = re.compile(
    r"\b(?:tablets|pills|capsules|ampoules|vials|doses|bricks|packets|bags|sacks|bottles|drums"
    r"|canisters|bundles|blocks|pellets|tins|cans|strips|blisters)\sof\s(?:about\s|some\s)?$"
)
_DIFFERENCE = re.compile(r"\w\s(?:fewer|more|less)\b")
_HELD_IN = re.compile(
    r"\b(?:in|on|from|inside|aboard|into|behind|with|by|travelling in)\s"
    r"(?:the\s|some\s|about\s|more than\s|over\s|at least\s|as many as\s|an estimated\s)?$"
)
_IN_NOTES = re.compile(
    r"\s(?:\w+\s)?in\s(?:small\s|used\s|mixed\s|bundled\s|foreign\s|large\s)?"
    r"(?P<what>(?:counterfeit|forged|fake|false)\s(?:notes|bills|banknotes|currency|money)"
    r"|undeclared (?:cash|currency)|cash|banknotes|notes|bills|currency|money|coins|bundles)\b"
)
_PRICED = re.compile(
    r"\b(?:worth|value|valued|price|paid|pay|promised|cost|costs|fine|fined|sold|sell|fetch|bribe"
    r"|reward|budget|grant|estimated|earn|earned)\b[^,;]{0,30}$|\b(?:for|at|of|than|to|by|from)\s$",
    re.IGNORECASE,
)
_LISTED_WITH = re.compile(
    r"(?:,|\band|\bplus|\bas well as|\balong with|\btogether with|\bbesides|\balso)\s"
    r"(?:also\s|about\s|some\s|over\s|nearly\s|almost\s|more than\s|around\s)?$"
)
_FOR_MAKING = re.compile(
    r"\b(?:enough|sufficient|needed|required|necessary|suffices?|used)\s(?:to|for)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_RUNNING_TOTAL = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|rais(?:es|ed|ing)|push(?:es|ed|ing)?)\s"
    r"(?:the|their|its|this|that|his|her)\b[^.;]{0,60}\bto\s[^.;]{0,25}$"
    r"|\b(?:so that|whole haul)\b[^.;,]{0,50}\b(?:comes?|came|stands?|amounts?)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\bthan\s(?:in|on|at|during|the|last|all|any|its|their|what|that|those|usual)\b[^;]{0,60}$"
)
_IN_HIDING = re.compile(
    r"\b(?:soles|linings?|compartments?|hollows?|insides?|pockets|heels|rows|walls)\sof\s$"
    r"|\b(?:behind|beneath)\s$",
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"\s(?:packets?|packages?|bags?|bricks?|blocks?|sacks?|parcels?|bars?|tins?|cans?)\b"
)


def _is_aside(line: Line, quantity: Candidate) -> bool:
    """Whether the figure is a rate, a comparison or the size of one packet."""
    lead = line.between(max(line.start, quantity.start - NEAR), quantity.start)
    after = line.between(quantity.end, quantity.end + 16)
    if _IN_HIDING.search(lead) or _EACH.search(lead) or _EACH_AFTER.match(after):
        return True
    if _STRENGTH.search(lead) or _DIFFERENCE.search(line.between(quantity.start, quantity.end)):
        return True
    clause = line.between(max(line.start, quantity.start - CLAUSE), quantity.start)
    if _FOR_MAKING.search(clause) or _RUNNING_TOTAL.search(clause) or _THAN.search(clause):
        return True
    compared = words_pattern("compared", _COMPARED).search(lead)
    if (
        compared is not None
        and "than" not in compared.group()
        and line.start < quantity.start - NEAR
    ):
        return True
    return "-" in line.between(quantity.start, quantity.end) and _PACKED.match(after) is not None


def _is_of_others(line: Line, quantity: Candidate) -> bool:
    """Whether the words right behind the number name something that is no known goods."""
    of: str | None = quantity.fields.get("of")
    after = line.between(quantity.end, quantity.end + NEAR).lower()
    if of is None or of in seizure_words()["anaphors"]:
        return False
    return _OF.match(after) is not None and of.split()[0] in after


def _substance_beside(line: Line, quantity: Candidate) -> Candidate | None:
    for mention in line.of("substance"):
        if mention.end <= quantity.start:
            continue
        if mention.start < quantity.end:
            return mention
        return mention if _LINK.match(line.between(quantity.end, mention.start)) else None
    return None


def _goods_beside(line: Line, quantity: Candidate) -> dict[str, Any] | None:
    """Goods named right behind the number ("38.5 kg of rhinoceros horn")."""
    for thing in line.goods:
        if thing.start >= quantity.end:
            if _LINK.match(line.between(quantity.end, thing.start)):
                return {"name": thing.name, "category": thing.category}
            return None
    return None


def of_substance(mention: Candidate) -> dict[str, Any]:
    """The item fields of a substance mention."""
    name: str = mention.fields["name"]
    group = mention.fields.get("drug_group")
    return {
        "name": name if name.isupper() else name.lower(),
        "substance_id": mention.fields.get("substance_id"),
        "drug_group": group,
        "category": "precursor" if group == "Precursors" else "drug",
    }


def _of_name(name: str) -> dict[str, Any] | None:
    """The item fields of goods named by ``name``; None where it names nothing to seize."""
    substance = substance_named(name)
    if substance is not None:
        return {
            "name": name,
            "substance_id": substance.substance_id,
            "drug_group": substance.drug_group,
            "category": substance.category,
        }
    found = goods_index().find(Words.of(name))
    return {"name": name, "category": found[-1].values[0].category} if found else None


def _counted_goods(text: str) -> dict[str, Any] | None:
    """Goods that are counted themselves ("800,000 false cigarette marks")."""
    found = goods_index().find(Words.of(text))
    if not found:
        return None
    name = text[found[0].start :].lower()
    return {"name": name, "category": found[-1].values[0].category}


def _is_in_line(of: str, line: Line) -> bool:
    """Whether the line itself says what is measured; elsewhere it may mean other goods."""
    return of.rsplit(maxsplit=1)[-1] in line.text.lower()


def any_drugs() -> dict[str, Any]:
    """The item fields of drugs that are not told apart."""
    return _of_name("drugs") or {"name": "drugs", "category": "drug"}


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
