"""Goods of no list, where the text plainly says that they were seized."""

from __future__ import annotations

import re
from typing import Any

from extract.compose.seizures.asides import measured_goods
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.counting import function_words
from extract.knowledge.seizures import words_pattern

LIST = 200  # characters of a list in front of one of its entries
_STRAIGHT = r"(?:\s(?:{}))*\s"
_CLAUSES = re.compile(r"[.;:()]|\b(?:worth|valued|value)\b")
_REMARK = re.compile(
    r",\s(?:without|with|all|most|each|some|mostly)\s[^,;:.]{1,40},"
)  # on an entry
_JOINING = frozenset({"and", "of", "plus", "as", "well", "over", "about", "more", "than", "nearly"})
_WAS = re.compile(
    r"(?:\sof\s[\w-]+(?:\s[\w-]+)?)?\s(?:was|were|has been|have been|had been)\s(?:also\s)?"
)


def seized_itself(line: Line, quantity: Candidate) -> dict[str, Any] | None:
    """Goods of no list, where the text plainly says that they were seized."""
    for mark in line.triggers:
        row = mark.trigger
        if row is None or row.strength != "strong":
            continue
        active = mark.end <= quantity.start and (
            words_pattern("straight", _STRAIGHT).fullmatch(line.between(mark.end, quantity.start))
            or only_lists(line.between(mark.end, quantity.start))
        )
        passive = row.side == "either" and _WAS.fullmatch(line.between(quantity.end, mark.start))
        if active or passive:
            words = line.between(quantity.start, quantity.end).lower().split()
            counted = " ".join(word for word in words if word[0].isalpha())
            name = measured_goods(line, quantity) or (
                counted if quantity.fields["dimension"] == "count" else None
            )
            return {"name": name, "category": "non_drug_goods"} if name else None
    return None


def only_lists(text: str) -> bool:
    """Whether nothing but the entries of a list stands between: no verb, place or time."""
    text = _REMARK.sub(",", text)
    if _CLAUSES.search(text) or len(text) > LIST:
        return False
    words = {word for word in text.lower().replace(",", " ").split() if word.isalpha()}
    return words.isdisjoint(function_words() - _JOINING)
