"""Goods of no list, where the text plainly says that they were seized."""

from __future__ import annotations

import re
from typing import Any

from extract.compose.seizures.asides import measured_goods
from extract.compose.seizures.naming import counted_name
from extract.compose.seizures.page import Line, Mark
from extract.find.passage import Candidate
from extract.knowledge.counting import function_words, number_words
from extract.knowledge.seizures import words_pattern

LIST = 300  # characters of a list in front of one of its entries
_STRAIGHT = r"(?:\s(?:{}))*\s"
_CLAUSES = re.compile(r"[;:()]|\.(?!\d)|\b(?:worth|valued|value)\b")
_REMARKS = re.compile(  # on an entry
    r",\s(?:without|with|all|most|each|some|mostly)\s[^,;:.]{1,40}(?=,)|\s\([^()]*\)"
    r"|\s(?:worth|with (?:an? )?(?:estimated |total |street |market )*(?:value|cost|price) of)"
    r"\s(?:(?:about|some|over|nearly)\s)?\S*\d\S*(?:\s(?:million|thousand|billion))?"
    r"|\s(?:in|of)\s(?:cash|notes|(?:[\w-]+\s)?(?:pieces|packets|packages|bags|bundles|sachets))\b"
)
_OPENING = re.compile(
    r"^\s(?:(?:was|were|are|included?|includes)(?=\s)|(?:the\sfollowing|these)(?:\s\w+)?:)"
)
_JOINING = frozenset(
    {"and", "of", "plus", "as", "well", "over", "about", "more", "than", "nearly", "a", "an"}
)
_WAS = re.compile(
    r"(?:\sof\s[\w-]+(?:\s[\w-]+)?)?\s(?:was|were|has been|have been|had been)\s(?:also\s)?"
)
_ALL_WAS = re.compile(r"\s(?:was|were|has been|have been|had been)\s(?:also\s|all\s)?$")


def seized_itself(line: Line, quantity: Candidate, *, form: bool) -> dict[str, Any] | None:
    """Goods of no list, where the text plainly says that they were seized.

    What comes in tablets or vials (``form``) needs no strong word.
    """
    if not any(_takes(line, quantity, mark, sure=form) for mark in line.triggers):
        return None
    name = measured_goods(line, quantity)
    if name is None and quantity.fields["dimension"] == "count":
        name = counted_name(line.between(quantity.start, quantity.end))
    return {"name": name, "category": "non_drug_goods"} if name else None


def _takes(line: Line, quantity: Candidate, mark: Mark, *, sure: bool) -> bool:
    """Whether what is measured is the object of the trigger, or stands in a list of its objects."""
    row = mark.trigger
    if row is None:
        return False
    strong = sure or row.strength == "strong"
    if mark.end <= quantity.start:
        lead = line.between(mark.end, quantity.start)
        if strong and words_pattern("straight", _STRAIGHT).fullmatch(lead):
            return True
        return only_lists(lead) and (strong or _is_beside_drug(line, quantity))
    if row.side != "either":
        return False
    lead = line.between(quantity.end, mark.start)
    if strong and _WAS.fullmatch(lead):
        return True
    listed = _ALL_WAS.search(lead)
    return (
        listed is not None
        and only_lists(lead[: listed.start()])
        and (sure or _is_beside_drug(line, quantity))
    )


def _is_beside_drug(line: Line, quantity: Candidate) -> bool:
    """Whether an entry of the same list is a drug."""
    return any(
        only_lists(line.between(min(one.end, quantity.end), max(one.start, quantity.start)))
        for one in line.of("substance")
    )


def only_lists(text: str) -> bool:
    """Whether nothing but the entries of a list stands between: no verb, place or time."""
    if len(text) > 3 * LIST:  # however much of it were remarks
        return False
    text = _REMARKS.sub("", _OPENING.sub("", text))
    if _CLAUSES.search(text) or len(text) > LIST:
        return False
    words = {word for word in text.lower().replace(",", " ").split() if word.isalpha()}
    return words.isdisjoint(function_words() - _JOINING - number_words().keys())
