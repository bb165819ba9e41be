"""The calendar time a figure is about.

1. The date right behind it: "80,000 ha in 2003". 2. The last date before it in its clause.
3. The next date behind it, other figures between. 4. None in the clause: the latest period of its
paragraph, then of its article, if that reads like a survey. A date that is only compared with
("than in 2002") is no period of the figure; it dates the other end of "from 74,000 to 80,000". A
change carries the later year; "since 1998" runs to the latest year of the article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.compose.statistics.dating import (
    behind,
    cue,
    is_base,
    is_change,
    is_from,
    is_open,
    usable,
)
from extract.compose.statistics.focus import Focus, Time, note, remember, said_of
from extract.compose.statistics.governing import attached, following, preceding
from extract.compose.statistics.page import FRACTION, Figure, Line
from extract.compose.statistics.relative import Now, with_relative
from extract.compose.statistics.tense import is_present, is_price, is_quoted
from extract.find.passage import Candidate
from extract.knowledge.counting import number_words

_YEAR = re.compile(r"\d{4}")
_PLAIN_YEAR = re.compile(r"\d{4}")
_TWO_TIMES = re.compile(r"(\d{4}[-\d]*)/(\d{4}[-\d]*)")
_FROM_OF_PAIR = re.compile(r"\bfrom\s+(?:[^\s\d]+\s){0,2}$")
_TO = re.compile(r"\bto\s+(?:[^\s\d]+\s){0,2}$")
_WHEN = re.compile(r",?\s+(?:when|in which)\s+(?:\S+\s){0,4}")
_TODAY = re.compile(r"[^,;.]{0,30}\s(?:now|today|at present|currently)\b")
_NOW = re.compile(r"\s(?:now|today)\b")
_CLOSE, _REACH = 70, 600
_SAME = re.compile(
    r"\b(?:the\s+same|that)\s+(?:\w+\s+)?(?:year|years|period|time|months?|span|interval|stretch|season)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s+(?:in|within|over)\s+(?:the\s+(?:space\s+of\s+)?)?(?:just\s+|only\s+)?(?P<count>\w{3,6})\s+years\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\bOf\s+(?:these|those|them|the\s+\w+)\b[^|]*\||\|\s+(?:of|among)\s+(?:them|these|those)\b"
)
_VAGUE = ("over_years", "yearly", "other_period")


def read_periods(
    figures: Sequence[Figure], lines: Sequence[Line], day: dt.date | None
) -> list[Time | None]:
    """The period of each figure of an article written on ``day``, in reading order."""
    focus = Focus(today=f"{day.year:04d}" if day else "")
    times: list[Time | None] = []
    dates: list[Candidate] = []
    line: Line | None = None
    position = 0
    for figure in figures:
        while position <= figure.line.index:
            note(focus, lines[position], passed=lines[position] is not figure.line)
            position += 1
        if figure.line is not line:
            line = figure.line
            dates = [one for one in with_relative(line, _now(focus, day)) if usable(one, line)]
        time = _time(figure, dates, focus)
        times.append(time)
        if time is None:
            focus.undated = True
        else:
            remember(focus, figure, time)
    return times


def _now(focus: Focus, day: dt.date | None) -> Now:
    year = f"{day.year:04d}" if day else focus.newest
    return Now(day, year, focus.frame, focus.opened, tuple(focus.stated))


def _time(figure: Figure, stated: Sequence[Candidate], focus: Focus) -> Time | None:
    line = figure.line
    dates = [
        one
        for one in stated
        if abs(one.start - figure.start) < _REACH and _labels(one, figure) is not False
    ]
    change = is_change(figure)
    paired = _paired(figure, dates)
    if paired is not None:
        return paired
    if change:
        over = _over_years(figure, dates, focus)
        if over is not None:
            return over
    found = (
        attached(figure, dates, change)
        or preceding(figure, dates)
        or following(figure, dates, change)
    )
    if _TODAY.match(behind(figure, 40)) and (found is None or is_base(found, line)):
        now = focus.today or focus.main
        return Time(now) if now else None
    if found is None:
        if focus.season and not is_from(figure) and cue("season").search(line.clause.text):
            return Time(focus.season)
        by_part = change and figure.unit == FRACTION  # "has fallen by a third": since when?
        return None if by_part else _inherited(figure, focus)
    if _NOW.match(line.between(figure.end, figure.end + 12)):
        return Time(focus.main) if focus.main else None
    if not change or not is_open(found, line):
        return _as_said(found, line)
    return _to_stated(found, dates) or _until_now(found, focus)


def _paired(figure: Figure, dates: Sequence[Candidate]) -> Time | None:
    """ "… hectares in 2003 and 2004 respectively"; "between 2003 and 2004 it rose from … to …"."""
    line = figure.line
    if "espectively" in line.clause.text:
        same = [one for one in line.figures if one.dimension == figure.dimension]
        if len(dates) == len(same) > 1 and figure in same:
            date = dates[same.index(figure)]
            if line.between(date.end, dates[-1].end + 1).count(".") == 0:
                return Time(said_of(date, line), date)
    ends = [one for one in dates if _TWO_TIMES.fullmatch(one.fields["edtf"])]
    if len(ends) != 1 or ends[0] is not dates[0]:
        return None
    first, last = ends[0].fields["edtf"].split("/")
    if _FROM_OF_PAIR.search(line.between(line.body, figure.start)):
        others = [one for one in line.figures if one.start >= figure.end]
        return Time(first, ends[0]) if others and others[0].unit == figure.unit else None
    before = [one for one in line.figures if one.end <= figure.start]
    if (
        not before
        or before[-1].unit != figure.unit
        or not _TO.search(line.between(line.body, figure.start))
    ):
        return None
    opened = _FROM_OF_PAIR.search(line.between(line.body, before[-1].start))
    return Time(last, ends[0]) if opened else None


def _labels(date: Candidate, figure: Figure) -> bool | None:
    """Whether "(2011: 62,500)" dates the figure; None: the date is no such label."""
    line = figure.line
    if (
        line.between(date.start - 1, date.start) != "("
        or line.between(date.end, date.end + 1) != ":"
    ):
        return None
    return date.end < figure.start and ")" not in line.between(date.end, figure.start)


def _as_said(date: Candidate, line: Line) -> Time:
    edtf = said_of(date, line)
    if (
        "/" not in edtf
        and is_open(date, line)
        and not _WHEN.match(line.between(date.end, date.end + 40))
    ):
        edtf += "/.."
    return Time(edtf, date)


def _over_years(figure: Figure, dates: Sequence[Candidate], focus: Focus) -> Time | None:
    """ "In 2017 …, a drop of 65 per cent within three years": the years up to the last stated."""
    match = _WITHIN.match(behind(figure, 60))
    row = number_words().get(match["count"].lower()) if match else None
    count = int(row.value) if row else 0
    line = figure.line
    stated = [one for one in dates if one.end <= figure.start and not is_base(one, line)]
    date = stated[-1] if stated else None
    last = said_of(date, line) if date else focus.frame or ""
    if not 1 < count < 30 or not _PLAIN_YEAR.fullmatch(last):
        return None
    return Time(f"{int(last) - count:04d}/{last}", date)


def _to_stated(since: Candidate, dates: Sequence[Candidate]) -> Time | None:
    """A change since a year goes to the other year of its clause."""
    start = since.fields["edtf"].removesuffix("/..")
    others = [one.fields["edtf"] for one in dates if one is not since]
    if len(others) != 1 or not _PLAIN_YEAR.fullmatch(start) or not others[0][:4] > start:
        return None
    return Time(f"{start}/{others[0][:4]}", since)


def _until_now(since: Candidate, focus: Focus) -> Time:
    """A change since a year goes to the article's latest year."""
    start = since.fields["edtf"].removesuffix("/..")
    years = _YEAR.findall(focus.frame or "")
    return Time(f"{start}/{years[-1]}" if years and years[-1] > start else f"{start}/..", since)


def _inherited(figure: Figure, focus: Focus) -> Time | None:
    """The time of the frame the figure stands in, if its words leave it there."""
    line = figure.line
    if _SAME.search(line.clause.text) and focus.stated:
        if len(focus.stated) == 1:
            return None if is_from(figure) else Time(focus.stated[0])
        return Time(min(focus.stated) if is_from(figure) else max(focus.stated))
    left = max((one.end for one in line.figures if one.end <= figure.start), default=line.body)
    ahead, after = line.between(max(left, figure.start - 60), figure.start), behind(figure, 90)
    if cue("past").search(ahead) or any(cue(name).search(after) for name in _VAGUE):
        return None
    if is_from(figure):
        return Time(focus.base) if focus.base else None
    out = figure.dimension == "money" and is_price(line)
    if out or is_quoted(figure) or (is_present(line) and not focus.is_recent):
        return None
    if focus.told and _OF_THEM.search(ahead + "|" + after):
        return Time(focus.told)
    return Time(focus.frame) if focus.frame else None
