"""Shares in words: "two thirds of the inmates", "half the villages", "one in five women"."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.beside import unit_behind
from extract.knowledge.counting import number_words, quantity_words
from extract.knowledge.units import Unit

FRACTION = Unit("fraction", "count", "1", "fraction")

_SMALL = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\d{1,4}"
_PART_NAMES = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20,
}  # fmt: skip
_SHARE = re.compile(
    rf"\b(?P<n>an?|{_SMALL})[\s-](?:full\s)?(?P<d>half|halves|(?:third|quarter|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|twentieth)s?)\b(?!-)",
    re.IGNORECASE,
)
_PART_WORDS = frozenset((*_PART_NAMES, *(f"{name}s" for name in _PART_NAMES)))
# "a third party", "the one third country": an ordinal, not a share.
_SHARE_GOES_ON = re.compile(
    r"\s(?:of|are|were|is|was|have|had|has|in|to|from|more|less|fewer|lower|higher|by|each|for|between|on)\b"
    r"|\s(?:the|its|their|these|those|all)\s|\s?[.,;:)–—]|\s?$"
)
_HALF = re.compile(
    r"\b[Hh]alf(?=\s(?:of|the|its|their|these|those|all|are|were|have|had|as)\b|\s?[.,;)]|\s?$)"
)
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|last|other|latter|former|and\sa|this|that|each|per)\s$"
)
_IN = re.compile(
    rf"\b(?P<n>{_SMALL})\s(?:(?P<noun>[a-z]{{3,20}})\s)?(?P<in>in|out\sof)\s(?:every\s|each\s)?"
    rf"(?P<m>{_SMALL}|(?:a|one)\shundred|100,000)\b(?![.,]?\d|\s?%|-)",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\s(?:of\s)?(?:(?:the|an?|this|last)\s)?([A-Za-z]+)|\sof\s(\d)")
# "three in five" is a share; "three in six" may be three of something in six places.
_ROUND = frozenset({3, 4, 5, 7, 8, 9, 10, 20, 100, 1000})
_LARGEST = 1000
_DIGITS = 3


def fractions(passage: Passage) -> list[Amount]:
    """Every share in words of a passage, in reading order, never overlapping."""
    read = _ratios(passage)
    if not _PART_WORDS.isdisjoint(passage.words.distinct_lower):
        read = [*_parts(passage), *_halves(passage), *read]
    found: list[Amount] = []
    for amount in sorted(read, key=lambda one: one.start):
        if not found or amount.start >= found[-1].end:
            found.append(amount)
    return found


def _parts(passage: Passage) -> list[Amount]:
    found = []
    for match in _SHARE.finditer(passage.text):
        number, name = match["n"].lower(), match["d"].lower()
        single = number in {"a", "an", "one", "1"}
        below = _PART_NAMES.get(name) or _PART_NAMES.get(name.removesuffix("s"))
        if below is None or single == (name.endswith("s")) or _is_time(passage, match.end()):
            continue
        above = 1 if single else _value(number)
        if above is None or above >= below or not _SHARE_GOES_ON.match(passage.text, match.end()):
            continue
        found.append(_amount(passage, match.start(), match.end(), above, below))
    return found


def _halves(passage: Passage) -> list[Amount]:
    found = []
    for match in _HALF.finditer(passage.text):
        before = passage.text[max(0, match.start() - 8) : match.start()]
        if not _NO_HALF_BEFORE.search(before) and not _is_time(passage, match.end()):
            found.append(_amount(passage, match.start(), match.end(), 1, 2))
    return found


def _ratios(passage: Passage) -> list[Amount]:
    found = []
    for match in _IN.finditer(passage.text):
        above, below = _value(match["n"].lower()), _value(match["m"].lower())
        if above is None or below is None or not 0 < above < below <= _LARGEST:
            continue
        if match["in"].lower() == "in" and above != 1:
            alike = match["n"].isdigit() == match["m"].isdigit()
            if below not in _ROUND or not alike or match["noun"]:
                continue
        noun = match["noun"]
        if noun and (noun in quantity_words("no_part") or noun in number_words()):
            continue
        hit = unit_behind(passage.text, match.end())
        if hit is not None or passage.text[max(0, match.start() - 1) : match.start()] in {",", "."}:
            continue
        found.append(_amount(passage, match.start(), match.end(), above, below))
    return found


def _value(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    if written in {"a hundred", "one hundred"}:
        return 100
    row = number_words().get(written)
    return int(row.value) if row else None


def _is_time(passage: Passage, end: int) -> bool:
    """ "half of 2012", "a quarter of a century", "half of the year", "a quarter of a tonne"."""
    match = _OF_TIME.match(passage.text, end)
    if match is None:
        return False
    word = match.group(1)
    if word is None:
        return True
    return word == "century" or unit_behind(f" {word}", 0) is not None


def _amount(passage: Passage, start: int, end: int, above: int, below: int) -> Amount:
    words = passage.words
    share = Decimal(above) / Decimal(below)
    rounded = share.quantize(Decimal(1).scaleb(share.adjusted() - _DIGITS + 1))
    return Amount(
        start, end, bisect_left(words.starts, start), bisect_left(words.starts, end), rounded,
        unit=FRACTION, spelled=True, rule="rule:quantity.fraction",
    )  # fmt: skip
