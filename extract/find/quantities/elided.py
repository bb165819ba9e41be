"""Numbers whose unit or noun stands elsewhere: "34,720 in 2005", "60 were from Kenya"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.chained import WHOLE, is_rate
from extract.find.quantities.counts import singular
from extract.find.quantities.cues import (
    BRACKET_PAIR,
    COMPARED,
    CONTRAST,
    INSTEAD,
    LISTED_PLACE,
    OF_THEM,
    PLACED,
    PLACED_FROM,
    PRONOUN_WAS,
    RELATIVE_FOR,
    TIMED,
    WERE_SUCH,
    WITH_EACH,
    YEAR_BEFORE,
)
from extract.find.quantities.licences import licensed
from extract.find.quantities.pairs import Pair, with_unit
from extract.find.quantities.subjects import noun_named_before, noun_of_clause
from extract.knowledge.counting import function_words, nouns, quantity_words
from extract.knowledge.units import Unit

# How far back the unit may have been said.
_REACH = 160
_FAR = 320
_SENTENCES_BACK = 2
_MOST = 30
# Of how many units the last amount is looked at.
_UNITS = 3
_MODIFIERS = re.compile(
    r"\s([A-Za-z][\w-]*)(?:\s[a-z-]+)?(?:,?\s(?:and|or|as\swell\sas)|,)\s(?:(?:about|some|nearly)\s)?"
)
# "119 cases in 16 States": where, not what.
_PLACE_BEFORE = re.compile(
    r"\b(?:in|across|at|(?P<of>from|of|through|to|by|for|via|between|among))\s(?:all\s|the\s)?$"
)
# "A further 25 will be taught": people.
_DONE_TO = re.compile(
    r"\s(?:(?:will|can|could|must|to|have|had|has)\s)?(?:be|been|were|was|are|is)\s([a-z]+)"
)
_AFTER_WITH = re.compile(r"\s?(?:[.;)]|,(?!\d)|$)|\s(?:and|in|of|each|while)\b")
_END = re.compile(r"\s*(?:[.;,)]|$|\s(?:and|but|instead|while)\b)")


def with_elided_units(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts, bare ones given the unit their sentence says before or behind, where it does."""
    reader = _Reader(passage)
    return reader.before(_shared_nouns(passage.text, amounts))


def _can_lack_unit(amount: Amount) -> bool:
    figure = amount.figure
    if figure is None or amount.blocked or figure.labelled or figure.year:
        return False
    return not (amount.spelled and amount.low < 2)


class _Reader:
    """Gives bare amounts the unit said before them."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.text = passage, passage.text
        self.starts = [start for start, _ in passage.sentences]
        self.done: list[Amount] = []

    def before(self, amounts: list[Amount]) -> list[Amount]:
        """The amounts in reading order, completed."""
        for amount in amounts:
            completed = amount
            if amount.unit is None and _can_lack_unit(amount):
                completed = self._completed(amount) or amount
            self.done.append(completed)
        return self.done

    def _completed(self, bare: Amount) -> Amount | None:
        index = bisect_right(self.starts, bare.start) - 1
        floor = self.starts[index] if index >= 0 else 0
        unit = noun_of_clause(self.passage, bare, floor)
        if unit is None:
            compared = self._from_last(bare, floor) or self._licensed(bare, floor, index)
            if compared is not None:
                return compared
            unit = self._from_people(bare, floor, index)
        if unit is None:
            return None
        return replace(bare, unit=unit, rule="rule:quantity.unit_said_before")

    def _licensed(self, bare: Amount, floor: int, index: int) -> Amount | None:
        """The number with the unit of this sentence or the two before, where the words allow it."""
        back = self.starts[max(0, index - _SENTENCES_BACK)] if index > 0 else 0
        said = self._last_told(floor) or self._last_told(back)
        done = _DONE_TO.match(self.text, bare.end)
        if done and done.group(1) in quantity_words("person_verb"):
            said = self._last_person(back) or said
        if said is None:
            unit = noun_named_before(self.text, bare, floor)
            return replace(bare, unit=unit, rule="rule:quantity.unit_said_before") if unit else None
        for other in self._told(said, back):
            if bare.start - other.end > _FAR:
                return None
            found = licensed(Pair(self.text, other, bare, floor), nearest=other is said)
            if found is not None:
                return found
        return None

    def _told(self, said: Amount, floor: int) -> Iterator[Amount]:
        """The amount last told, then the last ones of other units before it."""
        seen = {said.unit}
        yield said
        for amount in reversed(self.done[-_MOST:]):
            if amount.start < floor or len(seen) > _UNITS:
                return
            unit = amount.unit
            if amount.start < said.start and unit and unit.dimension != "duration":
                if unit not in seen:
                    yield amount
                seen.add(unit)

    def _last(
        self, floor: int, kind: str | None = None, before: int | None = None
    ) -> Amount | None:
        """The last amount with a unit, of a kind or no duration, at ``floor`` or later."""
        for amount in reversed(self.done[-_MOST:]):
            if amount.start < floor:
                return None
            if before is not None and amount.start >= before:
                continue
            dimension = amount.unit.dimension if amount.unit else None
            if dimension is not None and (
                kind == dimension or (not kind and dimension != "duration")
            ):
                return amount
        return None

    def _from_last(self, bare: Amount, floor: int) -> Amount | None:
        """The unit of the amount before, where the bare number stands in the same frame."""
        said = self._last_told(floor)
        if said is not None and is_rate(said) and bare.low > WHOLE:
            said = self._last(floor, before=said.start)
        if said is None or bare.start - said.end > _REACH:
            return None
        between = self.text[said.end : bare.start]
        if "\n\n" in between:
            return None
        alike = (
            self._is_replaced(bare, between)
            or self._is_pronoun(bare, between)
            or _in_brackets(self.text, said, bare, between)
            or self._is_placed(said, bare, between)
            or self._goes_with(said, bare, between, floor)
            or self._is_compared(bare, between)
        )
        return with_unit(bare, said) if alike else None

    def _last_person(self, floor: int) -> Amount | None:
        """The last count of people."""
        before: int | None = None
        while (said := self._last(floor, "count", before)) is not None and said.unit is not None:
            noun = nouns()[1].get(said.unit.code.casefold())
            if noun is not None and noun.kind == "person":
                return said
            before = said.start
        return None

    def _last_told(self, floor: int) -> Amount | None:
        """The last amount, but not where it was: "119 cases in 16 States"."""
        said = self._last(floor)
        if said is None or said.unit is None or said.unit.dimension != "count":
            return said
        placed = _PLACE_BEFORE.search(self.text, max(floor, said.start - 16), said.start)
        noun = nouns()[1].get(said.unit.code.casefold()) if placed else None
        if placed is None or (placed["of"] and (noun is None or noun.kind != "body")):
            return said
        return self._last(floor, before=said.start) or said

    def _is_replaced(self, bare: Amount, between: str) -> bool:
        """ "3,113 instead of 800"."""
        return INSTEAD.search(between) is not None and _END.match(self.text, bare.end) is not None

    def _is_pronoun(self, bare: Amount, between: str) -> bool:
        """ "in 2018 it was 228", "there had been 24 in 2002"."""
        if not PRONOUN_WAS.search(between) or not PLACED.match(self.text, bare.end):
            return False
        timed = TIMED.match(self.text, bare.end) or YEAR_BEFORE.search(between)
        return timed is not None

    def _is_placed(self, said: Amount, bare: Amount, between: str) -> bool:
        """ "34 from Uganda and 19 from Burundi"."""
        counts = said.unit is not None and said.unit.dimension == "count"
        placed = counts and PLACED_FROM.match(self.text, bare.end)
        return bool(placed) and LISTED_PLACE.fullmatch(between) is not None

    def _goes_with(self, said: Amount, bare: Amount, between: str, floor: int) -> bool:
        """ "opioids follow with 61 million, amphetamines with 30.7 million"."""
        if not WITH_EACH.search(between) or not _AFTER_WITH.match(self.text, bare.end):
            return False
        led = self.text[max(floor, said.start - 60) : said.start]
        chained = said.rule.endswith("before") or led.endswith("(")
        return chained or WITH_EACH.search(led) is not None

    def _is_compared(self, bare: Amount, between: str) -> bool:
        """ "24,160 hectares this year, as against 34,720 in 2005"."""
        if not PLACED.match(self.text, bare.end) or not COMPARED.search(between):
            return False
        return bool(CONTRAST.search(between)) and TIMED.match(self.text, bare.end) is not None

    def _from_people(self, bare: Amount, floor: int, index: int) -> Unit | None:
        """ "Of them 26 were freed", "60 were from Kenya", "built for 700 men and holds 1,912"."""
        text = self.text
        said = self._last(floor, "count")
        back = said is None
        if said is None and index > 0:
            said = self._last(self.starts[max(0, index - 2)], "count")
        if said is None or said.unit is None or said.unit.dimension != "count":
            return None
        noun = nouns()[1].get(said.unit.code.casefold())
        if noun is None or noun.kind != "person":
            return None
        before = text[max(floor, bare.start - 40) : bare.start]
        if RELATIVE_FOR.search(before) and _END.match(text, bare.end):
            return None if back else said.unit
        opens = not before.strip() or before.rstrip().endswith((":", ";", ","))
        if WERE_SUCH.match(text, bare.end) and (opens or OF_THEM.search(before)):
            return said.unit
        return None


def _in_brackets(text: str, said: Amount, bare: Amount, between: str) -> bool:
    """ "Nangarhar (18,904 ha) and Badakhshan (12,756)"."""
    return (
        BRACKET_PAIR.fullmatch(between) is not None
        and text[bare.start - 1 : bare.start] == "("
        and text[bare.end : bare.end + 1] == ")"
        and text[said.start - 1 : said.start] == "("
    )


def _shared_nouns(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "32 Bangladeshi and 14 Rohingya victims": the noun is said once, at the end."""
    done = list(amounts)
    for index in range(len(done) - 2, -1, -1):
        bare, later = done[index], done[index + 1]
        if bare.unit is not None or later.unit is None or not _can_lack_unit(bare):
            continue
        if later.unit.dimension != "count" or later.figure is None:
            continue
        match = _MODIFIERS.fullmatch(text, bare.end, later.start)
        if match is None:
            continue
        behind = re.compile(r"\s([A-Za-z][\w-]*)").match(text, later.figure.end)
        doses = nouns()[1].get(later.unit.code.casefold())
        stuff = (
            doses is not None
            and doses.kind == "form"
            and " and " in match.group()
            and match.group(1) not in function_words()
        )
        if behind and (stuff or _same_class(match.group(1), behind.group(1))):
            done[index] = replace(bare, unit=later.unit, rule="rule:quantity.noun_said_later")
    return done


def _same_class(one: str, other: str) -> bool:
    """Whether two words modify one noun alike: two peoples, or male and female."""
    if one[0].isupper() and other[0].isupper():
        return singular(one) is None or one.endswith("ese")
    modifiers = quantity_words("modifier")
    return one in modifiers and other in modifiers
