"""Who a figure comes from: the survey, report, body or speaker its clause names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.statistics.dating import cue
from extract.compose.statistics.page import Figure, Line

_TITLE = re.compile(
    r"(?:\d{4}\s+)?(?:[A-Z][\w'’-]+\s+(?:(?:of|in|on|and|the|for)\s+){0,2}){1,7}"
    r"(?:Survey|Report|Assessment|Bulletin|Review)s?(?:\s+(?:on|of)\s+(?:[A-Z]\w+\s+(?:in\s+|and\s+)?){1,4})?(?:\s+\d{4})?"
)
_TITLE_NOUN = re.compile(r"Survey|Report|Assessment|Bulletin|Review")
_QUOTED = re.compile(r"\s*[\"“«‘]")
_NEAR = 45
Span = tuple[int, int]


def read_sources(figures: Sequence[Figure], lines: Sequence[Line]) -> list[Span | None]:
    """The source of each figure.

    A survey or body holds for the rest of its paragraph, a speaker for the sentence and what is
    quoted right behind it.
    """
    found: list[Span | None] = []
    last: Span | None = None
    spoken: int | None = None
    paragraph, position = -1, 0
    for figure in figures:
        while position <= figure.line.index:
            if lines[position].paragraph != paragraph:
                last, paragraph = None, lines[position].paragraph
            line = lines[position]
            if spoken not in {None, line.clause.sentence} and not _QUOTED.match(line.clause.text):
                last, spoken = None, None
            source = _source(line)
            if source is not None:
                last = source
                speaks = any(one.start == source[0] for one in line.of("person"))
                spoken = line.clause.sentence if speaks else None
            position += 1
        found.append(last)
    return found


def _source(line: Line) -> Span | None:
    text = line.clause.text
    if line.clause.heading:
        return None
    title = None
    if _TITLE_NOUN.search(text):
        title = _TITLE.search(text, max(0, line.body - line.clause.start))
    if title is not None:
        return line.clause.start + title.start(), line.clause.start + title.end()
    named = line.of("organisation", "person")
    for match in cue("reporting").finditer(text) if named else ():
        start, end = line.clause.start + match.start(), line.clause.start + match.end()
        for one in named:
            if 0 <= one.start - end <= _NEAR or 0 <= start - one.end <= _NEAR:
                return one.start, one.end
    return None
