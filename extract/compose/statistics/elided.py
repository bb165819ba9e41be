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

from extract.compose.statistics.dating import cue, is_change
from extract.compose.statistics.page import FRACTION, Figure, Line
from extract.compose.wording import branches
from extract.find.quantities.counts import singular
from extract.find.quantities.numerals import is_year, read_digits
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import unit_classes

_AGES = re.compile(r"\b(?:aged?|ages|between|from)\s+\d+\s*(?:to|and|[-–])\s*$", re.IGNORECASE)
# "288 three years later": the years belong to the words behind.
_MISREAD = re.compile(r"[\d,. ]+\s[a-z]{3,5}\s+years?\s+(?:later|earlier|before)")
_MANY = re.compile(r"\bas many (\w+)\b")
_OPEN = re.compile(
    r"\s*(?:[.;,)(–—]|:(?!\d)|$"
    r"|(?:in|for|during|by|from|at|to|on|among|across|per|over|since|between|before|under|within"
    r"|throughout|against|with|without|through|via|after|and|or|but|as|while|whereas|than|when"
    r"|instead|because|although|thanks)\s"
    r"|of\s+(?:(?:19|20)\d\d|them|these|those|it|which|whom|last)\b"
    r"|(?:more|less|fewer|higher|lower)\s+(?:than|in|on)\b"
    r"|(?:a|an|each|every|the|this|last|that)\s+(?:single\s+)?(?:day|week|month|year|previous|season|hour)"
    r"|(?:respectively|annually|yearly|worldwide|nationwide|alone|altogether|now|today|already|apiece)\b"
    r"|[a-z]{1,5}\s+years?\s+(?:earlier|later|before))"
)
_IT = re.compile(
    r"\b(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he\s+(?:figure|total|number|amount|quantity|sum))\s+(?:\w+\s+){1,4}$"
)
_DIGIT = re.compile(r"\d")
_SUBJECT = re.compile(
    r"(?:The\s+)?(?:(?:[Tt]otal\s+)?[Nn]umber\s+of\s+)?(?:[\w-]{1,20}\s+){0,3}?(?P<noun>[A-Za-z]{4,20})"
    r"(?:\s+(?:in|of|by|on|for|among|across|against|from|to)\s+[^,.;:\d]{1,60}?)?,?\s+"
    r"(?:(?:has|have|had|then|also|thus|even|nearly|only)\s+)*"
    r"(?:rose|risen|fell|fallen|went|gone|climbed|dropped|jumped|grew|grown|declined|increased"
    r"|decreased|soared|sank|stood|stand|numbered|number|totalled|total|reached|reach|came|came\s+down"
    r"|was|were|shot|surged|plunged|hit|averaged|exceeded|topped|passed|amounted|ran)\b"
    r"(?:\s+(?:up|down|back|at|to|from|by|about|around|some|nearly|almost|over|under|only|just"
    r"|more|less|than|as|high|low|well|above|below|steadily|sharply|slightly|an|estimated|put)){0,5}\s+"
)
_NAMED = re.compile(r"(?<![.!?:;]\s)(?<!^)\b[A-Z][\w'’.-]*\s+$")
_AGED = re.compile(r"[^\W\d],\s*$")
_SCALES = re.compile(
    r"\b(?P<m>million|mln|mio|m)\b|\b(?P<b>billion|bn|bln|milliard)\b", re.IGNORECASE
)
_MARK_BEFORE = re.compile(r"(?:[(:]\s*|\)\s*,?\s*)$")
_BRACKETED = re.compile(r"\(\s*$")
_REACH = 220
_NEAR = 120
_MODELS = 4
_MOST_PERCENT = 100
_MOST_AGED = 100
_SOME = 10
_MOST = 100
_RATIO = 5_000  # a figure and one that goes on about it are not further apart


@cache
def _ends(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue(name).pattern})\.?\s+$", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    """A number in digits, or in one word of two or more."""
    words = branches(sorted(_spelled()))
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
    models: list[Figure] = []
    for line in lines:
        if not line.figures and not line.clause.heading and _DIGIT.search(line.clause.text):
            by_line[line.index] = [*by_line.get(line.index, []), *_of_subject(line)]
        if models and models[-1].line.paragraph != line.paragraph:
            models = []
        own = by_line.get(line.index, [])
        _retold(own, models)
        if not models and not own:
            continue
        everything = [*own, *(_bare(line, own, models))]
        everything.sort(key=lambda figure: figure.start)
        found += everything
        models = [*models, *everything][-_MODELS:]
    return found


def _retold(own: Sequence[Figure], models: Sequence[Figure]) -> None:
    """Give "it was 9.3" the unit of what it is about, where it was taken for a share."""
    for index, figure in enumerate(own):
        told = [*models, *own[:index]]
        if told and figure.dimension == "percent" and figure.rule.endswith("unit_said_before"):
            topic = _topic(figure, told)
            if topic is not None:
                figure.unit, figure.dimension = topic.unit, topic.dimension


def _of_subject(line: Line) -> Iterator[Figure]:
    """ "Murders in Peru stood at 1,204 in 2010": the first number counts the subject."""
    match = _SUBJECT.match(line.clause.text, max(0, line.body - line.clause.start))
    if match is None:
        return
    noun = singular(match["noun"].lower())
    row = unit_classes().get(noun.singular) if noun else None
    number = _number().match(line.clause.text, match.end())
    value = _value(number) if number else None
    if noun is None or row is None or row.weight <= 0 or number is None or value is None:
        return
    start, end = line.clause.start + number.start(), line.clause.start + number.end()
    taken = any(one.start < end and start < one.end for one in line.clause.mentions)
    if not taken and _OPEN.match(line.between(end, end + 30)):
        yield Figure(start, end, value, None, noun.singular, "count", "=", None, line)


def _like(bare: Figure, seen: Sequence[Figure], models: Sequence[Figure]) -> Figure | None:
    """The figure before it that a bare number goes on about: the nearest it can be one of."""
    line = bare.line
    before = sorted((one for one in seen if one.end <= bare.start), key=lambda one: one.end)
    nearest = max((one.end for one in line.figures if one.end <= bare.start), default=0)
    if (before and before[-1].end < nearest) or (not before and nearest):
        return None  # beside a figure that is no statistic
    topic = _topic(bare, [*models, *before])
    if topic is not None:
        return topic
    by = line.between(bare.start - 8, bare.start).endswith(("by ", "with "))
    for one in reversed([*models, *before]):
        if bare.start - one.end > _REACH:
            return None
        if _can_be(bare, one) and (by or not is_change(one)):
            return one
    return None


def _topic(bare: Figure, told: Sequence[Figure]) -> Figure | None:
    """What "it was 9.3", "the figure fell to 38" is about: no share, and no change."""
    line = bare.line
    if not _IT.search(line.between(max(line.body, bare.start - 40), bare.start)):
        return None
    levels = [one for one in told if one.dimension != "percent" and not is_change(one)]
    first = next((one for one in levels if one.line.index == told[-1].line.index), None)
    return first if first is not None and _can_be(bare, first) else None


def _can_be(bare: Figure, said: Figure) -> bool:
    """Whether the number can be one of the unit of the other."""
    if said.unit == FRACTION or not said.value:
        return False
    if said.dimension == "percent":
        return bare.value <= _MOST_PERCENT
    if said.dimension == "count" and bare.value % 1 and not said.value % 1:
        return False
    return 1 / _RATIO < _scaled(bare, said) / said.value < _RATIO


def _scaled(bare: Figure, said: Figure) -> float:
    """ "14 million dollars in 2021, against 5.5 in 2019": the value in the other's scale."""
    if bare.value * 1000 >= said.value:
        return bare.value
    scale = _SCALES.search(said.line.between(said.start, said.end))
    if scale is None:
        return bare.value
    return bare.value * (1e6 if scale["m"] else 1e9)


def _bare(line: Line, own: Sequence[Figure], models: Sequence[Figure]) -> Iterator[Figure]:
    """Numbers of the line with no unit, given that of the figure before them."""
    numbers = list(_number().finditer(line.clause.text))
    if not numbers:
        yield from _ones(line, own)
        return
    taken = [
        one
        for one in line.clause.mentions
        if one.kind != "place" and not _MISREAD.match(line.between(one.start, one.end + 10))
    ]
    starts = [one.start for one in taken]
    ends = list(accumulate((one.end for one in taken), max))
    seen = list(own)
    for match in numbers:
        start, end = line.clause.start + match.start(), line.clause.start + match.end()
        index = bisect_left(starts, end) - 1
        if start < line.body or (index >= 0 and ends[index] > start):
            continue
        value = _value(match)
        if value is None or len(seen) > _MOST:
            continue
        bare = Figure(start, end, value, None, "", "count", "=", None, line)
        said = _like(bare, seen, models)
        if said is None:
            continue
        bare.unit, bare.dimension, bare.of = said.unit, said.dimension, said.of
        bare.value = _scaled(bare, said)
        if _stands_alone(bare, said, spelled=match["word"] is not None):
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


def _stands_alone(bare: Figure, said: Figure, *, spelled: bool) -> bool:
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
        placed = any(one.end == bare.start - 2 for one in line.clause.of("country", "place"))
        return (bracketed or placed) and behind.startswith(")")
    if _ends("bare_before").search(before) or _MARK_BEFORE.search(before):
        return True
    if spelled or bare.value < _SOME or bare.start - said.end > _NEAR:
        return False
    aged = _AGED.search(before) is not None and behind.startswith(",") and bare.value < _MOST_AGED
    return not aged and not _is_name(line, bare.start)


def _is_name(line: Line, start: int) -> bool:
    """Whether a name that is no country's or place's ends right before the number."""
    named = line.between(max(line.body, start - 40), start)
    places = line.clause.of("country", "place")
    return _NAMED.search(named) is not None and not any(one.end == start - 1 for one in places)
