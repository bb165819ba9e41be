"""What time an article is talking about: the focus a figure without a date of its own goes by.

A stack of frames, the inner hiding the outer: the year a headline names; the article's time, which
its first dated figures set and each paragraph carries on; the heading of a section; the paragraph's
latest time. A new paragraph or section takes its frame away. What is said aside moves no frame: a
time in brackets with a figure of its own, one that is compared with, one told in the pluperfect
behind another, one that lies ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.compose.statistics.dating import (
    before,
    is_ahead,
    is_base,
    is_from,
    is_masthead,
    is_open,
    usable,
    whole_year,
)
from extract.compose.statistics.page import Figure, Line
from extract.find.passage import Candidate

_LONG = frozenset({"year", "half", "quarter"})
_MONTHS_OR_YEARS = re.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")
_RECENT = 2  # years
_YEAR = re.compile(r"\d{4}")
_AHEAD_OF = re.compile(
    r"\b(?:by|until|till|to|through)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE
)
_AND_YEAR = re.compile(r"\s+and\s+((?:19|20)\d\d)\b(?!\s+(?:it|there|\d))")
_OWN_FIGURE = re.compile(r"[^)(]{0,12}?[:,]?\s*[^)(\d]{0,12}\d")
_HAD = re.compile(r"\bhad\b(?!\s+(?:to|a|an|the|no|\d)\b)")
_PART = re.compile(r",\s|;\s|:\s|\b(?:and|but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class Time:
    """A period and the date it was read from (None: worked out or inherited)."""

    edtf: str
    mention: Candidate | None = None


@dataclass(slots=True)
class Focus:
    """The frames of time at this point of an article.

    ``today``: its year; ``season``: the year of its dateline; ``title``: the year its headline
    names; ``main``: its time; ``section``: its section's; ``latest``: the paragraph's;
    ``base``: what is compared with; ``stated``: the last two stated; ``opened``: since when, in
    the paragraph; ``told``: the last time told there, aside or not; ``newest``: the latest
    year of all so far; ``undated``: the paragraph has a
    figure of no stated time.
    """

    today: str = ""
    season: str | None = None
    title: str | None = None
    main: str | None = None
    section: str | None = None
    paragraph: int = -1
    latest: str | None = None
    base: str | None = None
    stated: list[str] = field(default_factory=list)
    opened: str | None = None
    told: str | None = None
    newest: str = ""
    undated: bool = False

    @property
    def frame(self) -> str | None:
        """The innermost frame of all."""
        return self.latest or self.section or self.main or self.title

    @property
    def is_recent(self) -> bool:
        """Whether the frame is no more than two years before the article."""
        last = _last_year(self.frame or "")
        return not self.today or not last or int(self.today) - int(last) <= _RECENT


def said_of(date: Candidate, line: Line) -> str:
    """The time a date says: of "the end of 2012" the year, of "2016 and 2017" both."""
    edtf = whole_year(date)
    if _YEAR.fullmatch(edtf):
        other = _AND_YEAR.match(line.between(date.end, date.end + 20))
        if other is not None and edtf < other[1]:
            return f"{edtf}/{other[1]}"
    return edtf


def note(focus: Focus, line: Line, *, passed: bool) -> None:
    """Take in a line's years: those compared with, and, of a line gone by, its own."""
    if line.paragraph != focus.paragraph:
        _open_paragraph(focus, line)
    if line.body > line.clause.start:
        days = [one.fields["edtf"] for one in line.clause.of("date") if one.end <= line.body]
        focus.season = days[0][:4] if days and _YEAR.match(days[0]) else focus.season
    if line.clause.heading and not line.title:
        _read_heading(focus, line)
    for date in line.of("date"):
        _note_date(focus, line, date, passed=passed)


def _open_paragraph(focus: Focus, line: Line) -> None:
    focus.main = whole_years(focus.latest) if focus.latest else focus.main
    focus.paragraph, focus.latest, focus.undated = line.paragraph, None, False
    focus.opened = focus.told = None


def _read_heading(focus: Focus, line: Line) -> None:
    """ "Trafficking in 2016": a heading frames its section, the first of all the article."""
    years = [
        whole_years(said_of(one, line))
        for one in line.of("date")
        if one.fields["precision"] in {"year", "interval"}
        and usable(one, line)
        and not is_base(one, line)
    ]
    plain = [one for one in years if _YEAR.match(one) and ".." not in one]
    said = plain[-1] if plain and not is_masthead(line) else None
    if line.lead and focus.title is None and focus.main is None:
        focus.title = said
    else:
        focus.section = said


def _note_date(focus: Focus, line: Line, date: Candidate, *, passed: bool) -> None:
    edtf = date.fields["edtf"]
    if edtf[:4].isdecimal() and not _AHEAD_OF.search(before(line, date.start)):
        focus.newest = max(focus.newest, edtf[:4])
    if passed and (edtf.endswith("/..") or (edtf[:4].isdecimal() and is_open(date, line))):
        focus.opened = whole_year(date).removesuffix("/..")
    if not usable(date, line):
        return
    edtf, precision = said_of(date, line), date.fields["precision"]
    if is_base(date, line):
        focus.base = _base(focus, edtf) if _YEAR.fullmatch(edtf) else focus.base
        return
    aside = is_aside(focus, date, line)
    told = precision != "day" and edtf[:1].isdecimal()
    if passed and told and not (aside and _is_bracketed(date, line)):
        focus.told = edtf
    if aside:
        return
    if focus.main is None and passed and _YEAR.match(edtf) and ".." not in edtf:
        focus.main = whole_years(edtf) if line.figures else None
    long = (
        precision in _LONG or _YEAR.fullmatch(edtf) or _MONTHS_OR_YEARS.fullmatch(edtf) is not None
    )
    if (passed and long and not edtf.endswith("/..")) or line.title:
        focus.latest = _later(focus.latest, edtf)


def is_aside(focus: Focus, date: Candidate, line: Line) -> bool:
    """Whether a time is told by the way: "(2015: 498)", "by 2030 it will", "in 2014 it had"."""
    said = line.between(line.clause.start, date.start)
    if _is_bracketed(date, line):
        return True
    if is_ahead(date, line) or (focus.today and date.fields["edtf"][:4] > focus.today):
        return True
    earlier = _last_year(date.fields["edtf"]) < _last_year(focus.frame or "")
    if not earlier or "had" not in line.clause.words:
        return False
    cuts = [match.start() for match in _PART.finditer(said)]
    behind = line.between(date.end, line.clause.end)
    stop = _PART.search(behind, 3)
    return (
        _HAD.search(said[cuts[-1] if cuts else 0 :] + behind[: stop.start() if stop else None])
        is not None
    )


def _is_bracketed(date: Candidate, line: Line) -> bool:
    """Whether a time stands in brackets with a figure of its own."""
    said = line.between(line.clause.start, date.start)
    if said.rfind("(") <= said.rfind(")"):
        return False
    return _OWN_FIGURE.match(line.between(date.end, date.end + 40)) is not None


def remember(focus: Focus, figure: Figure, time: Time) -> None:
    """Take in the time of a figure."""
    if time.mention is not None:
        focus.stated = [*[one for one in focus.stated[-1:] if one != time.edtf], time.edtf]
    if is_from(figure):
        focus.base = _base(focus, time.edtf)
        return
    if time.mention is not None and not _is_bracketed(time.mention, figure.line):
        focus.told = time.edtf
    if focus.undated and not figure.rule:
        return  # "7,400 inmates. In 2016 it was 4,900": what follows is of no year again
    if time.mention is not None and is_aside(focus, time.mention, figure.line):
        return
    focus.latest = _later(focus.latest, time.edtf)
    if focus.main is None or figure.line.lead:
        focus.main = _later(focus.main, whole_years(time.edtf))


def _base(focus: Focus, edtf: str) -> str:
    """The later of two times compared with: "up from 12 in 2012, … and from 4 in 1996"."""
    known = focus.base
    earlier = known is not None and _last_year(known) < _last_year(focus.frame or "")
    return known if known and earlier and _last_year(edtf) < _last_year(known) else edtf


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
