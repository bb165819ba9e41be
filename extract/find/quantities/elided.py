"""Numbers whose unit was said before: "24,160 hectares this year, as against 34,720 in 2005"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.counts import singular
from extract.knowledge.units import Unit

# How far back the unit may have been said.
_REACH = 160
_COMPARED = re.compile(
    r"\b(?:against|with|to|from|than|versus|vs\.?|and|but|or|by|reach(?:ed|ing)|was|were|only|just)\s+"
    r"(?:(?:just|only|about|around|some|nearly|almost|over|under|more than|less than|fewer than"
    r"|an estimated|approximately|up to|roughly)\s+)?$"
)
_PLACED = re.compile(
    r"\s+(?:in|during|for|by|at|on|from|the (?:previous|following|year)|last|this|a year|one year"
    r"|(?:a|one) (?:year|month) (?:earlier|before|ago))\b|\s*(?:[.;)]|,(?!\d)|$)"
)
_CONTRAST = re.compile(r"\b(?:compared|against|versus|vs|than|from|down|up|and|while|but|to)\b")
_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total|total number|count|tally)\s+of\s+((?:[A-Za-z-]+\s){0,4}?)([A-Za-z-]+)\b"
)
_HAS_COME_TO = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|(?:risen|rose|fell|fallen|grew|grown|dropped|increased|decreased|declined|went|gone|jumped|stood"
    r"|stands|amounted|amounts|came|climbed|down|up) (?:by \S+(?: per cent)? )?(?:to|at)|was|were|is|are|has been|totall?ed|exceed(?:ed|s)|hit|passed|at)"
    r"\s+(?:(?:more than|over|about|around|nearly|almost|some|at least|only|just|an estimated|approximately"
    r"|already|up to)\s+){0,2}$"
)


def with_elided_units(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts, bare ones given the unit their sentence said before where it says so."""
    starts = [start for start, _ in passage.sentences]
    done: list[Amount] = []
    last: Amount | None = None
    for amount in amounts:
        completed = amount
        if amount.unit is None and _can_lack_unit(amount):
            index = bisect_right(starts, amount.start) - 1
            floor = starts[index] if index >= 0 else 0
            unit = _from_number_of(passage.text, amount, floor)
            if unit is None and last is not None and last.start >= floor:
                unit = _from_parallel(passage.text, last, amount)
            if unit is not None:
                completed = replace(amount, unit=unit, rule="rule:quantity.unit_said_before")
        done.append(completed)
        if completed.unit is not None:
            last = completed
    return done


def _can_lack_unit(amount: Amount) -> bool:
    figure = amount.figure
    if figure is None or amount.blocked or figure.labelled or figure.year:
        return False
    return not (amount.spelled and amount.low < 2)


def _from_parallel(text: str, said: Amount, bare: Amount) -> Unit | None:
    """The unit of the amount before, where the bare number stands in the same frame."""
    unit = said.unit
    if unit is None or unit.dimension == "duration" or bare.start - said.end > _REACH:
        return None
    between = text[said.end : bare.start]
    if not _PLACED.match(text, bare.end) or not _COMPARED.search(between):
        return None
    if not _CONTRAST.search(between) or "\\n\\n" in between:
        return None
    year_behind = re.compile(r"\s+(?:in|during|for|by)\s+[A-Z0-9]|\s+(?:the|last|this|a|one) ")
    return unit if year_behind.match(text, bare.end) else None


def _from_number_of(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "The number of prisoners … has already reached 191 in Kyrgyzstan"."""
    if not _PLACED.match(text, bare.end):
        return None
    window = max(floor, bare.start - 250)
    if not _HAS_COME_TO.search(text, window, bare.start):
        return None
    for match in reversed(list(_NUMBER_OF.finditer(text, window, bare.start))):
        words = f"{match.group(1)}{match.group(2)}".split()
        for word in words:
            noun = singular(word)
            if noun is not None:
                return Unit(noun.singular, "count", f"{{{noun.singular}}}", noun.singular)
    return None
