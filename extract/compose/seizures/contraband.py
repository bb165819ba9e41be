"""Amounts that no strong word says were seized: which of them were, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.draft import Draft
from extract.compose.seizures.page import Line, Mark
from extract.compose.seizures.policing import is_contraband, is_supposed
from extract.compose.seizures.unlisted import only_lists


def contraband(
    line: Line, found: list[Amount], acts: list[Mark], last: Draft | None
) -> list[Amount]:
    """What needs no strong word of seizing, and what is listed behind it."""
    sure = [
        one
        for one in found
        if (
            is_contraband(line, one, acts)
            or _is_more(line, one, last)
            or _is_entry(line, one, last)
        )
        and not is_supposed(line, one)
    ]
    listed = [
        one
        for one in found
        for first in sure
        if (acts or one.category == "money")
        and first.end < one.start
        and only_lists(line.between(first.end, one.start))
    ]
    if sure and _is_balance(line, found):
        return found
    return [one for one in found if one in sure or one in listed]


_COLON = re.compile(r":\s(?:[a-z]+\s){0,3}$")


def _is_balance(line: Line, found: Sequence[Amount]) -> bool:
    """Whether the amounts are the entries of one list behind a colon: "Their balance: 3 kg …"."""
    return _COLON.search(line.between(line.start, found[0].start)) is not None and all(
        only_lists(line.between(one.end, other.start)) for one, other in pairwise(found)
    )


def goes_on_about_others(line: Line, found: Sequence[Amount], before: Sequence[Line]) -> bool:
    """Whether a line tells of more of what was grown, made or sold: "Another 23 t came from …"."""
    if not before or not found:
        return False
    others = {mark.start for mark in before[-1].cues if mark.cue == "other_act"}
    return (
        bool(others)
        and all(mark.start in others for mark in before[-1].triggers)
        and all(one.name is None or one.name not in line.text.lower() for one in found)
    )


_MORE = re.compile(r"(?:\sof\s\w+)?\smore\b(?!\sthan)")
_FURTHER = re.compile(r"\b(?:another|a further|additional)\s$", re.IGNORECASE)


def _is_more(line: Line, one: Amount, last: Draft | None) -> bool:
    """Whether the line tells of more of what was seized just before: "60,000 cigarettes more"."""
    if last is None or all(one.key != item.key for item in last.items):
        return False
    return bool(
        _MORE.match(line.between(one.end, one.end + 30))
        or _FURTHER.search(line.between(one.start - 12, one.start))
    )


_LABELLED = re.compile(r"[A-Z][a-z]+(?:\s[a-z]+){0,2}:\s")


def _is_entry(line: Line, one: Amount, last: Draft | None) -> bool:
    """Whether the line is the next entry of a list: "Heroin: 3 kg. Cigarettes: 18,400."."""
    return (
        last is not None
        and last.line.index == line.index - 1
        and last.line.paragraph == line.paragraph
        and all(_LABELLED.match(each.text) is not None for each in (line, last.line))
        and one.start - line.start < 40
    )
