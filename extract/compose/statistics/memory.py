"""What an article has said of time so far: what a figure without a date of its own goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.compose.statistics.dating import is_base, is_from, usable
from extract.compose.statistics.page import Figure, Line
from extract.find.passage import Candidate

_LONG = frozenset({"year", "half", "quarter"})
_YEAR = re.compile(r"\d{4}")
_PLAIN_YEAR = re.compile(r"\d{4}")
_AND_YEAR = re.compile(r"\s+and\s+((?:19|20)\d\d)\b(?!\s+(?:it|there|\d))")


@dataclass(frozen=True, slots=True)
class Time:
    """A period and the date it was read from (None: worked out or inherited)."""

    edtf: str
    mention: Candidate | None = None


@dataclass(slots=True)
class Memory:
    """What the article has said so far.

    ``season``: the year of its dateline; ``main``: its time; ``latest``: the paragraph's;
    ``base``: what is compared with; ``stated``: the last two stated; ``shifted``: a line and the
    time worked out in it; ``undated``: the paragraph has a figure of no stated time.
    """

    season: str | None = None
    main: str | None = None
    paragraph: int = -1
    latest: str | None = None
    base: str | None = None
    stated: list[str] = field(default_factory=list)
    shifted: tuple[int, str] | None = None
    undated: bool = False


def said_of(date: Candidate, line: Line) -> str:
    """The time a date says: of "the end of 2012" the year, of "2016 and 2017" both."""
    edtf: str = date.fields["edtf"]
    if date.rule == "rule:date.edge_of_year":
        return edtf[:4]
    if _PLAIN_YEAR.fullmatch(edtf):
        other = _AND_YEAR.match(line.between(date.end, date.end + 20))
        if other is not None and edtf < other[1]:
            return f"{edtf}/{other[1]}"
    return edtf


def note(memory: Memory, line: Line, *, passed: bool) -> None:
    """Take in a line's years: those compared with, and, of a line gone by, its own."""
    if line.paragraph != memory.paragraph:
        memory.main = whole_years(memory.latest) if memory.latest else memory.main
        memory.paragraph, memory.latest, memory.undated = line.paragraph, None, False
    if line.body > line.clause.start:
        days = [one.fields["edtf"] for one in line.clause.of("date") if one.end <= line.body]
        memory.season = days[0][:4] if days and _YEAR.match(days[0]) else memory.season
    for date in line.of("date"):
        if not usable(date, line):
            continue
        edtf, precision = said_of(date, line), date.fields["precision"]
        if is_base(date, line):
            memory.base = edtf if _PLAIN_YEAR.fullmatch(edtf) else memory.base
            continue
        if memory.main is None and passed and _YEAR.match(edtf) and ".." not in edtf:
            memory.main = whole_years(edtf) if line.figures else None
        if (passed and precision in _LONG and not edtf.endswith("/..")) or line.title:
            memory.latest = _later(memory.latest, edtf)


def remember(memory: Memory, figure: Figure, time: Time) -> None:
    if time.mention is not None:
        memory.stated = [*[one for one in memory.stated[-1:] if one != time.edtf], time.edtf]
    if is_from(figure):
        memory.base = time.edtf
        return
    if memory.undated and not figure.rule:
        return  # "7,400 inmates. In 2016 it was 4,900": what follows is of no year again
    memory.latest = _later(memory.latest, time.edtf)
    if memory.main is None or figure.line.lead:
        memory.main = _later(memory.main, whole_years(time.edtf))


def whole_years(edtf: str) -> str:
    """A period in whole years: what the rest of an article is about."""
    years = _YEAR.findall(edtf)
    if len(years) == 1 and not edtf.startswith("/") and ".." not in edtf:
        return str(years[0])
    if len(years) == 2:
        return str(years[0]) if years[0] == years[1] else f"{years[0]}/{years[1]}"
    return edtf


def _later(known: str | None, edtf: str) -> str:
    """The one of two periods that ends later; of equals the first."""
    return edtf if known is None or _last_year(edtf) > _last_year(known) else known


def _last_year(edtf: str) -> str:
    return max(_YEAR.findall(edtf), default="")
