"""Tablets counted by the bare name of the drug: "6 ecstasy", "4,800 captagon"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.counts import count_unit
from extract.knowledge.counting import Noun, quantity_words

_NAME = re.compile(
    r"\s(?P<name>[A-Za-z]{4,})(?=\s?(?:[.,;)]|$)|\s(?:and|or|was|were|in|from|worth)\b)"
)


def counted_by_name(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts, bare numbers before a drug that is sold by the piece being counts of it."""
    if passage.words.distinct_lower.isdisjoint(quantity_words("by_piece")):
        return amounts
    return [_named(passage.text, amount) for amount in amounts]


def _named(text: str, amount: Amount) -> Amount:
    figure = amount.figure
    if amount.unit is not None or amount.blocked or figure is None or figure.labelled:
        return amount
    match = _NAME.match(text, amount.end)
    if match is None or figure.year or (amount.spelled and amount.low < 2):
        return amount
    name = match["name"].lower()
    if name not in quantity_words("by_piece"):
        return amount
    unit = count_unit(Noun(name, "form"))
    return replace(amount, end=match.end("name"), unit=unit, rule="rule:quantity.count")
