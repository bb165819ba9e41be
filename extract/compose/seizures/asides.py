"""Figures of a line that measure nothing that was seized: rates, comparisons, sizes."""

from __future__ import annotations

import re

from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.seizures import words_pattern

CLAUSE = 90  # characters before a number that say what it is for
NEAR = 40  # characters between a number and the thing it measures

_EACH = re.compile(r"\b(?:each|every|per|apiece)\b[^.;,]{0,25}$", re.IGNORECASE)
_EACH_AFTER = re.compile(
    r"(?:\sof\s\w+(?:\s\w+)?)?\s(?:each|apiece|per|a pair|a piece|a kilo\w*|a day|a month|a year)\b"
)
_COMPARED = r"\b(?:{})\s(?:the\s)?(?:some\s|about\s)?$"
_STRENGTH = re.compile(
    r"\b(?:tablets|pills|capsules|ampoules|vials|doses|bricks|packets|bags|sacks|bottles|drums"
    r"|canisters|bundles|blocks|pellets|tins|cans|strips|blisters)\sof\s(?:about\s|some\s)?$"
)
_DIFFERENCE = re.compile(r"\w\s(?:fewer|more|less)\b")
_DIFFERENCE_BEHIND = re.compile(
    r"\s(?:of \w+ )?(?:more|less|fewer|higher|lower|above|below) than\b"
)
_FOR_MAKING = re.compile(
    r"\b(?:thresholds?|minimum|maximum|limit|limits|ceiling)\b[^.;]{0,60}$|"
    r"\b(?:enough|sufficient|needed|required|necessary|suffices?|used)\s(?:to|for)\b[^.;]{0,60}$"
    r"|\bto\s(?:produce|make|manufacture|yield|cook|obtain)\s(?:[a-z]+\s){0,4}$",
    re.IGNORECASE,
)
_RUNNING_TOTAL = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|rais(?:es|ed|ing)|push(?:es|ed|ing)?)\s"
    r"(?:the|their|its|this|that|his|her)\b[^.;]{0,60}\bto\s[^.;]{0,25}$"
    r"|\b(?:so that|whole haul)\b[^.;,]{0,50}\b(?:comes?|came|stands?|amounts?)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\b(?:exceed|surpass|outstrip|dwarf|eclips|outdo|beat)\w*\s(?:all|everything|what|the|their|its|those|any)"
    r"\b[^.;:]{0,90}$|\b(?:an|the)\saverage\s[^.;,]{0,40}$|^average\s[^.;]{0,90}$|\bthan\s(?:in|on|at|during|the|last|all|any|its|their|what|that|those|usual)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_IN_HIDING = re.compile(
    r"\b(?:soles|linings?|compartments?|hollows?|insides?|pockets|heels|rows|walls)\sof\s$"
    r"|\b(?:behind|beneath)\s$",
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"\s(?:packets?|packages?|bags?|bricks?|blocks?|sacks?|parcels?|bars?|tins?|cans?)\b"
)


_LABEL = re.compile(r"(?:\sof)?\s?[\"“„«‘]")


def is_label(line: Line, end: int) -> bool:
    """Whether what follows stands in quotes: what papers or a label say, not what it is."""
    return _LABEL.match(line.between(end, end + 6)) is not None


_STANDS_FOR = re.compile(
    r"\b(?:(?:stand|stood|account)(?:s|ing)?\sfor|represent(?:s|ing|ed)?|correspond(?:s|ing|ed)?\sto"
    r"|equivalent|equal\sto|the\slives\sof|deaths?\sof|killing\sof|cost\sthe\slife)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def stands_for(line: Line, quantity: Candidate) -> bool:
    """Whether a count says what the goods were once: "1.2 tonnes, that stand for 120 animals"."""
    clause = line.between(max(line.start, quantity.start - CLAUSE), quantity.start)
    return _STANDS_FOR.search(clause) is not None


FAR = 60  # characters behind a figure in which its time or place stands
BLUR = r"(?:the\s|only\s|just\s|about\s|some\s|nearly\s|almost\s|over\s|around\s|more than\s)*"
_AGAINST = re.compile(
    r"(?:\b(?:against|compared (?:with|to)|from|after|versus|vs\.?|as opposed to|than the|with the)"
    rf"|\((?:in\s)?(?:19|20)\d\d:|\(.{{0,20}}(?:year|months?|period)\b[^():]{{0,20}}:)\s{BLUR}$",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(
    r"[^.;()\d]{0,30}\b(?:the year before|(?:a|one) year (?:earlier|before|ago)"
    r"|(?:the|in the|of the) (?:previous|preceding) year)\b"
)


def is_of_another_time(line: Line, start: int, end: int) -> bool:
    """Whether the figure is what a total is compared with, and its own time is said."""
    if not _AGAINST.search(line.between(max(line.start, start - FAR), start)):
        return False
    return (
        bool(times_of(line, start, end))
        or YEAR_BEFORE.match(line.between(end, end + FAR)) is not None
    )


def times_of(line: Line, start: int, end: int) -> list[Candidate]:
    """The time of a figure: behind it, or before a colon."""
    rest = re.split(r"[;()]|\d,\d|,\s(?:while|and|but|which|with)\b", line.between(end, end + FAR))[
        0
    ]
    return [
        date
        for date in line.of("date")
        if (end <= date.start < end + len(rest)) or 0 < start - date.end <= 3
    ]


_COVER = re.compile(
    r"\b(?:under|beneath|below|behind|among|amid|between|inside|crates|sacks|bags|boxes|cartons|pallets"
    r"|loads?|cargo|consignment|shipment|hidden|concealed|disguised|declared)\s(?:[\w-]+\s){0,3}$"
)


def measured_goods(line: Line, quantity: Candidate) -> str | None:
    """What the number is of, unless it only hid that: "95 kg … under crates of onions"."""
    of: str | None = quantity.fields.get("of")
    if of is None:
        return None
    at = line.text.lower().find(of.split()[-1], quantity.end - line.start)
    hid = at >= 0 and _COVER.search(line.text[quantity.end - line.start : at]) is not None
    return None if hid else of


_OF_THE_WHOLE = re.compile(r"(?:^|[\s(])(?:Of|Out of|From)\s(?:the|some|these|those|a total of)\s$")
_FOR_A = re.compile(r"\b(?:for|from|on)\s$", re.IGNORECASE)
_OFF_WEIGHT = re.compile(  # "4 t too heavy", "100 tonnes leave Europe every season"
    r"(?:\sof\s\w+)?\s(?:too\s(?:much|many|heavy|light|little|few)|overweight|underweight)\b"
    r"|\s[^.;,]{0,50}\b(?:every|each)\s(?:year|season|month|week|day|night)\b"
)
_ONE = re.compile(r"(?:a|one|each)\s", re.IGNORECASE)


def is_aside(line: Line, quantity: Candidate) -> bool:
    """Whether the figure is a rate, a comparison or the size of one packet."""
    lead = line.between(max(line.start, quantity.start - NEAR), quantity.start)
    after = line.between(quantity.end, quantity.end + NEAR)
    if _IN_HIDING.search(lead) or _EACH.search(lead) or _EACH_AFTER.match(after):
        return True
    if _STRENGTH.search(lead) or _DIFFERENCE.search(line.between(quantity.start, quantity.end)):
        return True
    if _OF_THE_WHOLE.search(lead) or _DIFFERENCE_BEHIND.match(after):
        return True
    if _OFF_WEIGHT.match(line.between(quantity.end, quantity.end + CLAUSE)):
        return True
    if _FOR_A.search(lead) and _ONE.match(line.between(quantity.start, quantity.end)):
        return True
    clause = line.between(max(line.start, quantity.start - CLAUSE), quantity.start)
    if _FOR_MAKING.search(clause) or _RUNNING_TOTAL.search(clause) or _THAN.search(clause):
        return True
    compared = words_pattern("compared", _COMPARED).search(lead)
    if (
        compared is not None
        and "than" not in compared.group()
        and line.start < quantity.start - NEAR
        and not is_of_another_time(line, quantity.start, quantity.end)
    ):
        return True
    return "-" in line.between(quantity.start, quantity.end) and _PACKED.match(after) is not None
