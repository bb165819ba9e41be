"""Money that was seized itself, told from what goods were worth and what was paid."""

from __future__ import annotations

import re
from typing import Any

from extract.compose.seizures.asides import NEAR
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate

_IN_NOTES = re.compile(
    r"(?:\sand\s\S+\s?[\d.,]*\d)?\s(?:\w+\s)?in\s(?:\d+-\w+\s)?(?:small\s|used\s|mixed\s|bundled\s|foreign\s|large\s)?"
    r"(?P<what>(?:counterfeit|forged|fake|false)\s(?:notes|bills|banknotes|currency|money)"
    r"|undeclared (?:cash|currency)|cash|banknotes|notes|bills|currency|money|coins|bundles)\b"
)
_PRICED = re.compile(
    r"\b(?:worth|value|valued|price|paid|pay|promised|cost|costs|fine|fined|sold|sell|fetch|bribe"
    r"|reward|budget|grant|estimated|earn|earned)\b[^,;]{0,30}$|\b(?:for|at|of|than|to|by|from)\s$",
    re.IGNORECASE,
)
_EARNING = frozenset({"taken", "yielded", "weighed"})  # what is done with money anyway
_ANOTHER = re.compile(r"\b(?:another|a further)\s$")  # more of the cash told before
_OWED = re.compile(
    r"\s(?:in|of|as)\s(?:\w+\s)?(?:duty|duties|tax|taxes|fines?|revenues?|fees|aid|support|funding|damages?"
    r"|bail|levies|salar\w+|compensation|bribes?|street value|value|damage)\b"
)
_LISTED_WITH = re.compile(
    r"(?:,|\band|\bplus|\bas well as|\balong with|\btogether with|\bbesides|\balso)\s"
    r"(?:also\s|just\s|about\s|some\s|over\s|nearly\s|almost\s|more than\s|around\s)*$"
)


def cash_of(line: Line, quantity: Candidate, thing: dict[str, Any] | None) -> dict[str, Any] | None:
    """Money that was seized itself: notes by name, or listed with goods behind a trigger."""
    cash = {"name": "cash", "category": "money"}
    notes = _IN_NOTES.match(line.between(quantity.end, quantity.end + NEAR))
    if notes is not None:
        what = notes["what"].lower()
        return {**cash, "name": what if " " in what or what == "banknotes" else "cash"}
    if thing == cash and "cash" not in line.text.lower():
        thing = None  # said of other money before
    if thing is not None and thing["category"] == "money":
        return thing if " " in thing["name"] else cash
    if thing is not None:
        return thing if thing["category"] in {"non_drug_goods", "weapon"} else None
    lead = line.between(max(line.start, quantity.start - NEAR), quantity.start)
    acts = [
        mark
        for mark in line.triggers
        if mark.end <= quantity.start
        and mark.trigger
        and (mark.trigger.trigger not in _EARNING or _ANOTHER.search(lead))
    ]
    owed = _OWED.match(line.between(quantity.end, quantity.end + NEAR))
    if owed:
        return None
    if _is_taken(line, quantity):
        return cash
    if not acts or _PRICED.search(lead):
        return None
    beside = quantity.start - acts[-1].end <= 12
    return cash if beside or _LISTED_WITH.search(lead) else None


_WAS_TAKEN = re.compile(
    r"(?:(?:, | )(?:together|along) with [^.;]{1,40}?,?)?"
    r"\s(?:was|were|has been|have been|had been)\s(?:also\s|later\s|then\s|subsequently\s)?"
)


def _is_taken(line: Line, quantity: Candidate) -> bool:
    """Whether a sum is said to have been seized or found: "EUR 380,000 was found in a coat"."""
    return any(
        mark.trigger is not None
        and mark.trigger.side == "either"
        and mark.trigger.trigger in {"seized", "found"}
        and _WAS_TAKEN.fullmatch(line.between(quantity.end, mark.start)) is not None
        for mark in line.triggers
        if mark.start >= quantity.end
    )
