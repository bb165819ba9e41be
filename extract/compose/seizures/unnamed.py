"""Goods without an amount of their own, and amounts without a name of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.compose.seizures.acts import opens_list
from extract.compose.seizures.amounts import Amount, is_generic, read_amounts, unmeasured
from extract.compose.seizures.asides import is_label
from extract.compose.seizures.naming import any_drugs, counted_name, substance_heads
from extract.compose.seizures.page import Line, Mark

_COVER = re.compile(
    r"\b(?:under|beneath|below|behind|among|amid|amongst|between|of|than)\s(?:\w+\s){0,2}$"
)
_ON_PAPER = re.compile(
    r",?\s(?:according to|after|by|as per|on)\s(?:its|the|their|his|her)?\s?(?:own\s)?"
    r"(?:shipping\s|customs\s)?(?:documents?|papers?|manifest|label|declaration|invoice|waybill)\b"
)
_MADE_INTO = re.compile(  # what comes of goods named before: "the raw material of methamphetamine"
    r"\b(?:material|precursor|ingredient|substance|chemical|basis|base)s?\s(?:of|for)\s(?:\w+\s)?$"
    r"|\b(?:into|mak(?:e|es|ing)|(?:manufactur|produc|process|cook)(?:e|es|ing)|manufacture of"
    r"|production of|turns? \w+ into)\s(?:(?:\w+\s){0,2}\d[\d.,]*\s?\w+\s(?:of\s)?)?(?:\w+\s)?$"
)
_OF_SAID = re.compile(r"\sof\s(?:the|this|that)\s(?P<same>same\s)?(?P<head>[a-z]+)")
BACK = 7  # lines that may have named the goods
FAR = 30  # lines whose amounts tell which goods a text is about


def bare_items(
    line: Line, region: tuple[int, int], acts: list[Mark], *, strong: bool
) -> list[Amount]:
    """Goods named as seized without an amount: those in the list right beside the trigger."""
    found: list[Amount] = []
    for mark in (one for one in acts if (region[0] <= one.start and one.end <= region[1])):
        row = mark.trigger
        if row is None or (
            row.strength == "weak" and row.trigger not in {"found", "discovery", "taken"}
        ):
            continue
        first, last = mark.end, min(region[1], mark.end + 160)
        if named := opens_list(line, mark):
            first = named.end() + mark.end  # "the seized chemicals were 3 t of …"
        if row.side == "before":
            first, last = max(region[0], mark.start - 90), mark.start
        found += [
            one
            for one in unmeasured(line, first, last)
            if not _is_any_drug(one) and _is_object(line, mark, one)
        ]
        if row.side == "either" and not found and not line.has("other_act"):
            first = max(region[0], mark.start - 60)
            found += [
                one
                for one in unmeasured(line, first, mark.start)
                if not _is_any_drug(one) and _PASSIVE.fullmatch(line.between(one.end, mark.start))
            ]
    found = list({one.start: one for one in found}.values())  # two triggers may take one
    return found if strong else [one for one in found if one.is_drug or one.category is not None]


_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,40},)?\s*(?:was|were|has been|have been|is|are|being)?\s*(?:also )?"
)
_OBJECT = re.compile(
    r"\s*(?:of|the|a|an|some|large|huge|quantities|quantity|amounts|amount|significant|smuggling|smuggled|"
    r"shipment|consignment|load|cache|attempt|to|smuggle|trafficking|illegal|illicit|unspecified|"
    r"contraband|several|undeclared|that|as well as|and|of|\s)*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*as well as|,?\s*along with)?\s*(?:the |a |an |other |some )?"
    r"(?:(?:(?:un\w+|small|smaller|large|larger|considerable|significant) )?"
    r"(?:quantit(?:y|ies)|amounts?) of )?",
    re.IGNORECASE,
)


def _is_any_drug(one: Amount) -> bool:
    """Whether the name says no more than "drugs"."""
    return one.is_drug and one.drug_group is None and is_generic(one)


def _is_object(line: Line, mark: Mark, one: Amount) -> bool:
    gap = line.between(mark.end, one.start)
    if mark.end <= one.start and _OBJECT.fullmatch(gap):
        return True
    between = line.between(mark.end, one.start)
    if between.count("(") > between.count(")"):
        return False
    spans = [(named.start, named.end) for named in line.of("quantity", "substance")]
    spans += [(thing.start, thing.end) for thing in line.goods]
    listed = [end for start, end in spans if mark.end <= start and end <= one.start]
    return bool(listed) and _LISTED.fullmatch(line.between(max(listed), one.start)) is not None


def context_item(line: Line, amounts: Sequence[Amount], before: Sequence[Line]) -> Amount | None:
    """The goods that an amount without a name is of: named in the line, or just before."""
    if all(one.name is not None for one in amounts):
        return None
    head = _said_head(line, amounts)
    told = _in_same_form(line, amounts, before)
    if told is not None:
        return told
    sources = (line, *reversed(before[-BACK:]))
    units = {one.unit for one in amounts if one.name is None and one.role == "goods"}
    for source in sources:
        named = [
            one
            for one in unmeasured(source, source.start, source.end)
            if one.key not in {amount.key for amount in amounts}
            and not (
                one.category == "precursor"
                and one.start - 1 > source.start  # no quotation opens there
                and is_label(source, one.start - 1)
            )
            and not _LABELLED.search(source.between(one.start - 40, one.start))
            and not _MADE_INTO.search(source.between(one.start - 60, one.start))
            and not _ON_PAPER.match(source.between(one.end, one.end + 40))
            and not (not one.is_drug and _COVER.search(source.between(one.start - 40, one.start)))
        ]
        if source is not line:
            measured: list[Amount] = source.read.get("items") or [
                one for one in read_amounts(source) if one.name is not None
            ]
            named = [*measured, *named]
            alike = next((one for one in measured if one.unit in units), None)
            if alike is not None:
                return alike
        if head is not None:
            named = [one for one in named if _is_said(one, head)]
        drugs = [one for one in named if one.is_drug or one.category == "wildlife"]
        drugs = [one for one in drugs if not is_generic(one)] or drugs
        if source is not line and len({one.key for one in drugs}) > 1 and drugs[0].is_drug:
            return _one_of(drugs, amounts, before) or replace(drugs[0], **any_drugs())
        if drugs:
            told_of = [one for one in drugs if one.value is not None]
            return min(told_of or drugs, key=lambda one: one.start)
        smokes = [one for one in named if _SMOKES.search(one.name or "")]
        if smokes and _in_packs(amounts):
            return smokes[0]
    return None


def _said_head(line: Line, amounts: Sequence[Amount]) -> str | None:
    """The noun that an amount is of, where it means goods named before: "of the same drug"."""
    for one in amounts:
        said = _OF_SAID.match(line.between(one.end, one.end + 40))
        if one.name is None and said is not None:
            return said["head"]
    return None


_DRUG_HEADS = frozenset(
    {"drug", "drugs", "substance", "narcotic", "narcotics", "stimulant", "powder"}
)
_CHEMICAL_HEADS = frozenset({"chemical", "chemicals", "precursor", "liquid"})


def _is_said(one: Amount, head: str) -> bool:
    """Whether the noun can mean these goods: a drug, or what ends in it ("the anhydride")."""
    if head in _DRUG_HEADS:
        return one.is_drug
    if head in _CHEMICAL_HEADS and one.category == "precursor":
        return True
    return head not in substance_heads() or (one.name or "").endswith(head)


_LABELLED = re.compile(
    r"\b(?:marked|labell?ed|declared|described|invoiced|listed|manifested|posing)(?: as)?"
    r"(?: containing)? [\"“‘'«]?$"
)


_SMOKES = re.compile(r"\bcigarettes?\b|\btobacco\b")
_PACKS = frozenset({"pack", "packet", "carton", "stick", "case"})


def _in_packs(amounts: Sequence[Amount]) -> bool:
    """Whether what has no name is counted as cigarettes are."""
    return all(one.unit in _PACKS for one in amounts if one.name is None)


def _in_same_form(line: Line, amounts: Sequence[Amount], before: Sequence[Line]) -> Amount | None:
    """The one drug that was counted just before in the form that is counted here: "tablets"."""
    forms = {_form(one) for one in amounts if one.name is None and one.role == "form"}
    if not forms or line.of("substance"):
        return None
    for source in reversed(before[-BACK:]):
        known = source.read.get("items") or read_amounts(source)
        told = [one for one in known if one.is_drug and _form(one) in forms]
        if told:
            return told[0] if len({one.key for one in told}) == 1 else None
    return None


def _form(amount: Amount) -> str | None:
    """The form counted; pills and tablets are one."""
    return "tablet" if amount.unit in {"pill", "tab"} else amount.unit


def name_form(line: Line, amount: Amount) -> Amount:
    """The amount, tablets and the like being called so where no one says what they are of."""
    if amount.name is not None or amount.role != "form" or amount.unit == "piece":
        return amount
    name = counted_name(line.between(amount.start, amount.end))
    return replace(amount, name=name, category="drug") if name else amount


def name_rounds(line: Line, amount: Amount, before: Sequence[Line]) -> Amount:
    """The amount, rounds being called ammunition where the text has called them so."""
    if amount.name != "rounds":
        return amount
    said = any("ammunition" in source.text for source in (line, *before[-FAR:]))
    return replace(amount, name="ammunition") if said else amount


def name_money(line: Line, amount: Amount, before: Sequence[Line]) -> Amount:
    """The sum, being called what the text calls the money seized: "undeclared currency"."""
    if amount.role != "money" or amount.name != "cash":
        return amount
    for source in (line, *reversed(before[-BACK:])):
        named = [thing.name for thing in source.goods if thing.category == "money"]
        if named:
            name = next((one for one in named if one in _NOTES), None)
            return replace(amount, name=name) if name and "cash" not in named else amount
    return amount


_NOTES = frozenset({"undeclared currency", "foreign currency", "currency"})


def _one_of(
    drugs: Sequence[Amount], amounts: Sequence[Amount], before: Sequence[Line]
) -> Amount | None:
    """The one of several drugs just named that can be meant: a liquid, or one measured before."""
    liquid = any(one.name is None and one.base_unit == "L" for one in amounts)
    if liquid:
        drugs = [one for one in drugs if one.category == "precursor"]
    if len({one.key for one in drugs}) > 1:
        told = {one.key for line in before[-FAR:] for one in read_amounts(line)}
        drugs = [one for one in drugs if one.key in told]
    return drugs[0] if drugs and len({one.key for one in drugs}) == 1 else None
