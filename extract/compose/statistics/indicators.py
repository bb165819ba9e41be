"""What a figure measures, in words of the text: "opium production", "decrease in coca cultivation"."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.statistics.page import Figure, Line
from extract.compose.statistics.periods import is_change
from extract.compose.wording import wordings
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import IndicatorRow, indicator_rows

_LONGEST = 80
_BEFORE_NOUN = (" of", " from", " in")


@cache
def _patterns() -> tuple[tuple[IndicatorRow, re.Pattern[str]], ...]:
    return tuple((row, wordings(row.words)) for row in indicator_rows())


def indicator(figure: Figure) -> str:
    """A short name of what is measured."""
    direction = _nearest(figure, "direction") if is_change(figure) else None
    topic = _topic(figure, direction)
    known = figure.of if figure.of and figure.of.split()[-1] in figure.line.clause.text.lower() else ""
    noun = known or ("" if topic else figure.unit if figure.dimension == "count" else "")
    if figure.dimension == "count":
        noun = _counted(figure)
    words = f"{topic} {noun}" if topic.endswith(_BEFORE_NOUN) else f"{noun} {topic}"
    words = words.strip() if noun else topic.removesuffix(" of").removesuffix(" from").strip()
    if direction:
        words = f"{direction.name} {words}" if words else direction.name.removesuffix(" in")
    return " ".join(words.split())[:_LONGEST] or figure.unit


def _topic(figure: Figure, direction: IndicatorRow | None) -> str:
    if figure.dimension == "count":
        return ""
    row = _nearest(figure, "topic")
    if row is not None:
        return row.name
    return "share of" if figure.dimension == "percent" and direction is None else ""


def _nearest(figure: Figure, part: str) -> IndicatorRow | None:
    """The indicator word of the clause that stands nearest to the figure."""
    line: Line = figure.line
    best: tuple[int, IndicatorRow] | None = None
    for row, pattern in _patterns():
        if row.part != part:
            continue
        for match in pattern.finditer(line.clause.text):
            start, end = line.clause.start + match.start(), line.clause.start + match.end()
            distance = figure.start - end if end <= figure.start else start - figure.end
            if best is None or distance < best[0]:
                best = (distance, row)
    return best[1] if best else None


def _numeral(word: str) -> bool:
    return all(part in number_words() for part in word.split("-"))


def _counted(figure: Figure) -> str:
    """The counted noun as the text has it: "human trafficking victims"."""
    surface = figure.line.between(figure.start, figure.end)
    words = [
        word
        for word in surface.split()
        if re.fullmatch(r"[A-Za-z][\w'’-]*", word) and not _numeral(word.lower())
    ]
    noun = " ".join(words) or figure.unit
    return f"{noun} ({figure.of})" if figure.of and figure.of not in noun else noun
