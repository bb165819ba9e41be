"""Numbers whose unit was said before: "24,160 hectares this year, as against 34,720 in 2005"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.counts import singular
from extract.find.quantities.cues import (
    COMPARED,
    CONTRAST,
    HAS_COME_TO,
    NUMBER_OF,
    PLACED,
    SUBJECT_OF_CHANGE,
    TIMED,
)
from extract.knowledge.counting import Noun
from extract.knowledge.units import Unit

# How far back the unit may have been said.
_REACH = 160


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
    if not PLACED.match(text, bare.end) or not COMPARED.search(between):
        return None
    if not CONTRAST.search(between) or "\n\n" in between:
        return None
    return unit if TIMED.match(text, bare.end) else None


def _from_number_of(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "The number of prisoners … has already reached 191 in Kyrgyzstan"."""
    if not PLACED.match(text, bare.end):
        return None
    subject = SUBJECT_OF_CHANGE.search(text, max(floor, bare.start - 60), bare.start)
    window = max(floor, bare.start - 250)
    if subject is None and not HAS_COME_TO.search(text, window, bare.start):
        return None
    for match in reversed(list(NUMBER_OF.finditer(text, window, bare.start))):
        for word in match.group(1).split():
            noun = singular(word)
            if noun is not None:
                return _count_unit(noun)
    counted = singular(subject.group(1)) if subject else None
    if counted is not None and counted.kind not in {None, "abstract"}:
        return _count_unit(counted)
    return None


def _count_unit(noun: Noun) -> Unit:
    return Unit(noun.singular, "count", f"{{{noun.singular}}}", noun.singular)
