"""Figures that leave out their unit: "in 2018 it was 228", "(12,756)", "24 in 2002".

The number finder gives a bare number its unit where its sentence does; here the figures of a
statistic before it do, in the same paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from extract.compose.statistics.dating import cue
from extract.compose.statistics.page import Figure, Line
from extract.find.quantities.counts import singular
from extract.find.quantities.numerals import is_year, read_digits
from extract.knowledge.counting import number_words

_AGES = re.compile(r"\b(?:aged?|ages|between|from)\s+\d+\s*(?:to|and|[-–])\s*$", re.IGNORECASE)
# "288 three years later": the years belong to the words behind.
_MISREAD = re.compile(r"[\d,. ]+\s[a-z]{3,5}\s+years?\s+(?:later|earlier|before)")
_MANY = re.compile(r"\bas many (\w+)\b")
_OPEN = re.compile(
    r"\s*(?:[.;,)]|$|(?:in|for|during|by)\s+(?:the\s+)?"
    r"(?:\d{4}|first|second|whole|last|previous|same|year|period)"
    r"|of\s+(?:19|20)\d\d\b|[a-z]{1,5}\s+years?\s+(?:earlier|later|before)"
    r"|(?:and|to|instead of|or)\s)"
)
_MARK_BEFORE = re.compile(r"(?:[(:]\s*|\)\s*,?\s*)$")
_BRACKETED = re.compile(r"\(\s*$")
_REACH = 220
_SOME = 10
_MOST = 100
_COUNTABLE = frozenset({"count", "area", "mass", "money"})


@cache
def _ends(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue(name).pattern})\.?\s+$", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    """A number in digits, or in one word of two or more."""
    words = "|".join(sorted(_spelled()))
    return re.compile(
        rf"(?<![\w.,/$€£#+%-])(?:(?P<digits>\d[\d.,'’ ]{{0,18}}\d|\d)|(?P<word>{words}))(?![\w/%-])"
        r"(?:\s(?P<scale>million|billion))?",
        re.IGNORECASE,
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{cue('bare_verb').pattern})", re.IGNORECASE)


@cache
def _spelled() -> dict[str, float]:
    return {word: float(row.value) for word, row in number_words().items() if row.value >= 2}


def complete(lines: Sequence[Line], chosen: Sequence[Figure]) -> list[Figure]:
    """The chosen figures, and the bare numbers that go on about one of them."""
    by_line: dict[int, list[Figure]] = {}
    for figure in chosen:
        by_line.setdefault(figure.line.index, []).append(figure)
    found: list[Figure] = []
    model: Figure | None = None
    for line in lines:
        if model is not None and model.line.paragraph != line.paragraph:
            model = None
        own = by_line.get(line.index, [])
        if model is None and not own:
            continue
        everything = [*own, *(_bare(line, own, model))]
        everything.sort(key=lambda figure: figure.start)
        found += everything
        model = next((one for one in reversed(everything) if _models(one)), model)
    return found


def _models(figure: Figure) -> bool:
    return figure.dimension in _COUNTABLE


def _bare(line: Line, own: Sequence[Figure], model: Figure | None) -> Iterator[Figure]:
    """Numbers of the line with no unit, given that of the figure before them."""
    taken = [
        one
        for one in line.clause.mentions
        if one.kind != "place" and not _MISREAD.match(line.between(one.start, one.end + 10))
    ]
    starts = [one.start for one in taken]
    ends = list(accumulate((one.end for one in taken), max))
    seen = list(own)
    for match in _number().finditer(line.clause.text):
        start, end = line.clause.start + match.start(), line.clause.start + match.end()
        index = bisect_left(starts, end) - 1
        if start < line.body or (index >= 0 and ends[index] > start):
            continue
        value = _value(match)
        before = [one for one in seen if one.end <= start and _models(one)]
        said = max(before, key=lambda one: one.end, default=model)
        if value is None or said is None or start - said.end > _REACH or len(seen) > _MOST:
            continue
        bare = Figure(start, end, value, None, said.unit, said.dimension, "=", said.of, line)
        if _stands_alone(bare, said):
            many = _MANY.search(line.between(line.body, start))
            noun = singular(many.group(1)) if many else None
            if noun is not None:
                bare.unit, bare.dimension = noun.singular, "count"
            seen.append(bare)
            yield bare
    yield from _ones(line, seen)


def _ones(line: Line, said: Sequence[Figure]) -> Iterator[Figure]:
    """ "from one NPS in 2014, to 21 NPS in 2015": one of what the clause counts."""
    counted = {one.unit: one for one in said if one.dimension == "count"}
    known = {one.start for one in said}
    for unit, like in sorted(counted.items()):
        for match in re.finditer(
            rf"\b(?:only|just|from|to)\s+(one\s+{re.escape(unit)})\b", line.clause.text
        ):
            start, end = (line.clause.start + at for at in match.span(1))
            if start not in known:
                yield Figure(start, end, 1.0, None, unit, "count", "=", like.of, line)


def _value(match: re.Match[str]) -> float | None:
    if match["word"]:
        return _spelled().get(match["word"].lower())
    digits = match["digits"]
    if is_year(digits) or (digits.isdecimal() and int(digits) < 2):
        return None
    numeral = read_digits(digits, 0)
    if numeral is None or numeral.end != len(digits):
        return None
    scale = {"million": 1e6, "billion": 1e9}.get((match["scale"] or "").lower(), 1.0)
    return float(numeral.value) * scale


def _stands_alone(bare: Figure, said: Figure) -> bool:
    """Whether nothing counted follows, and what stands before sets it beside the other figure."""
    line = bare.line
    before = line.between(max(line.body, bare.start - 30), bare.start)
    behind = line.between(bare.end, bare.end + 30)
    if _ends("bare_label").search(before) or _AGES.search(before):
        return False
    if said.dimension == "count" and bare.value >= _SOME and _verb().match(behind):
        return True
    if not _OPEN.match(behind):
        return False
    if _BRACKETED.search(before):
        bracketed = line.between(said.start - 2, said.start).endswith("(")
        return bracketed and behind.startswith(")")
    return bool(_ends("bare_before").search(before) or _MARK_BEFORE.search(before))
