"""What stands beside a number and says what it measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.compose.seizures.asides import NEAR
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.counting import function_words
from extract.knowledge.seizures import seizure_words

_LINK = re.compile(
    r"\s*(?:of|with|containing|in|:|-|–|—)?\s*"
    r"(?:(?:of\s)?(?:it|them|which|this|these)\s(?:being\s|was\s|were\s)?|[-–—,)]\s?being\s)?"
    r"(?:pure|raw|suspected|the|some|(?-i:[A-Z][a-z]+))?\s*[\"“‘«]?$",
    re.IGNORECASE,
)


_APPOSED = re.compile(
    r"^\s?\([^()]{1,40}\)"
    r"|^,\s(?:or|i\.e\.|that is|equal to)\s(?:[^,;.]|[.,](?=\d)){1,40},"
)


def _gap(line: Line, quantity: Candidate, end: int) -> str:
    """What stands before the name, a second measure aside: "48 g (some 90 pills) of X"."""
    return _APPOSED.sub("", line.between(quantity.end, end))


_OF_KIND = re.compile(
    r"\sof\s(?P<kind>(?:(?!fake|false|imitation|mock|sham|dummy|simulated|so-called)[a-z-]+\s){1,3})$"
)


def _links(line: Line, quantity: Candidate, end: int) -> bool:
    """Whether only joining words, or adjectives, stand before the name: "3 kg of uncut heroin"."""
    gap = _gap(line, quantity, end)
    if _LINK.match(gap):
        return True
    kind = _OF_KIND.fullmatch(gap)
    return (
        kind is not None
        and function_words().isdisjoint(kind["kind"].split())
        and not any(quantity.end <= thing.start < end for thing in line.goods)
    )


def substance_beside(line: Line, quantity: Candidate) -> Candidate | None:
    """The substance named in or right behind the number."""
    for mention in line.of("substance"):
        if mention.end <= quantity.start:
            continue
        if mention.start < quantity.end:
            return mention
        return mention if _links(line, quantity, mention.start) else None
    return None


def goods_beside(line: Line, quantity: Candidate) -> dict[str, Any] | None:
    """Goods named right behind the number ("38.5 kg of rhinoceros horn")."""
    for thing in line.goods:
        if thing.start >= quantity.end and thing.name not in seizure_words()["anaphors"]:
            if _LINK.match(_gap(line, quantity, thing.start)):
                return {"name": thing.name, "category": thing.category}
            return None
    return None


_LABEL_GAP = re.compile(r"\s?[,:–—-]?\s?")
_ENTRY_START = re.compile(r"(?:^|[:;,(•]|\s[-–])\s?(?:and\s)?(?:[a-z]{3,}\s){0,2}$")
_ENTRY_END = re.compile(r"\s?(?:[.;,)]|$)|\sand\s")
_PAIR_OF = re.compile(r"\sof\s(?P<what>[a-z]+(?:\s[a-z]+(?=[\s,.;)]*(?:[,.;)]|\sand\s|$)))?)")


def behind(line: Line, quantity: Candidate) -> str:
    """What stands right behind the number, in lower case."""
    return line.between(quantity.end, quantity.end + NEAR).lower()


def goods_before(line: Line, quantity: Candidate, role: str) -> dict[str, Any] | None:
    """Goods named in front of the number, as in a list ("sharks' fins 310 kg; …")."""
    if role != "measure" or not _ENTRY_END.match(behind(line, quantity)):
        return None
    for thing in reversed(line.goods):
        gap = line.between(thing.end, quantity.start)
        if thing.end >= quantity.start or thing.name in seizure_words()["anaphors"]:
            continue
        listed = _ENTRY_START.search(line.between(line.start, thing.start))
        if _LABEL_GAP.fullmatch(gap) and (gap.strip() or listed):
            return {"name": thing.name, "category": thing.category}
        return None
    return None


_TIMES = re.compile(r"(?:^|[\s(])(?P<times>\d{1,5})\s?[x×]\s?$")


def multiplied(fields: Mapping[str, Any], lead: str) -> Mapping[str, Any]:
    """The measure of one piece as that of all: "40 x 25 kg"."""
    match = _TIMES.search(lead)
    if match is None:
        return fields
    times = int(match["times"])
    return {
        **fields,
        **{
            name: fields[name] * times
            for name in ("value", "upper", "base_value")
            if fields.get(name) is not None
        },
    }


def pair_beside(line: Line, quantity: Candidate) -> dict[str, Any] | None:
    """What is counted in pairs: "840 pairs of sport shoes"."""
    match = _PAIR_OF.match(behind(line, quantity))
    return {"name": match["what"], "category": "non_drug_goods"} if match else None
