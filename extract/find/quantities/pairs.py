"""A bare number and the amount told before it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.find.quantities.amounts import Amount
from extract.find.quantities.licence_cues import WORD
from extract.knowledge.counting import function_words, word_classes

_PUNCTUATION = frozenset(".,;:)–—")
_ALIKE = Decimal(100)


class Pair(NamedTuple):
    """A bare number, the amount told before it, and where the sentence of the number begins."""

    text: str
    said: Amount
    bare: Amount
    floor: int

    @property
    def between(self) -> str:
        """The wording between the two."""
        return self.text[self.said.end : self.bare.start]

    @property
    def before(self) -> str:
        """The wording before the number, of its own sentence."""
        return self.text[max(self.floor, self.bare.start - 120) : self.bare.start]

    @property
    def near(self) -> bool:
        """Whether both stand in one sentence."""
        return self.said.start >= self.floor


def with_unit(bare: Amount, said: Amount) -> Amount:
    """The number with the unit of the amount before, and its scale: "USD 14 million … 5.5"."""
    low = bare.low
    if said.scale > 1 and bare.scale == 1 and bare.high is None and not bare.spelled:
        scaled = low * said.scale
        alike = said.low / _ALIKE <= scaled <= said.low * _ALIKE
        low = scaled if alike and low < said.low / _ALIKE else low
    scale = said.scale if low != bare.low else bare.scale
    return replace(
        bare, low=low, scale=scale, unit=said.unit, rule="rule:quantity.unit_said_before"
    )


def stands_alone(text: str, end: int) -> bool:
    """Whether no noun follows the number: a mark, a function word or a verb does."""
    rest = text[end : end + 2].lstrip(" ")[:1]
    if not rest or rest == "\n" or text.startswith(" - ", end):
        return True
    if rest in _PUNCTUATION:
        return not (rest in ".,:" and text[end + 1 : end + 2].isdigit())
    word = WORD.match(text, end)
    if word is None:
        return False
    said = word.group(1)
    return said.lower() in function_words() or said.endswith("ed")


def verb_follows(text: str, end: int) -> bool:
    match = WORD.match(text, end)
    if match is None:
        return False
    word = match.group(1)
    return word_classes().get(word) in {"auxiliary", "verb"} or word.endswith("ed")
