"""Every date of one piece in a text, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.find.dates.cues import (
    bare_month_stands,
    bare_season_stands,
    next_reading,
    words_before,
    year_stands,
)
from extract.find.dates.days import read_days
from extract.find.dates.edtf import Part
from extract.find.dates.grammar import anchor_pattern, point_pattern
from extract.find.dates.point import Point
from extract.knowledge.calendar import calendar_names, numbers_of

_REACH = 48  # no date of one piece reaches further from the name or year it is found by
_ADDRESS = re.compile(r"://|www\.|@|\.[a-z]{2,4}/")
_DECADES = {"nineties": 1990, "eighties": 1980}
_ACT_BEFORE = re.compile(
    r"\b(?:Law|Act|Decree|Ordinance|Resolution|Decision|Order|Bill|Regulation|Directive)\s+"
    r"(?:[Nn]o\.?\s*|[Nn]umber\s+)?$"
)
_DECADE_CUE = re.compile(r"\b(?:the|early|mid|late)[\s-]{1,3}$", re.IGNORECASE)


def scan_points(
    text: str, *, day_first: bool | None = None, in_first: int | None = None
) -> Iterator[Point]:
    """The points of ``text``, none overlapping; ``day_first`` settles 05/06/2019.

    With ``in_first`` only the stretches that reach into so many first characters of a line.
    """
    anchors = (match.span() for match in anchor_pattern().finditer(text))
    for start, end in windows(anchors, len(text)):
        reached = 0 if in_first is None else start - in_first
        if reached > 0 and "\n" not in text[reached - 1 : end]:
            continue
        for match in point_pattern().finditer(text, start, end):
            if not _is_address(text, match.start(), match.end()):
                yield from _read(text, match, day_first)


def windows(anchors: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Stretches around the words every date holds one of, merged where they meet."""
    start, end = 0, -1
    for first, last in anchors:
        if first - _REACH > end:
            if end > 0:
                yield start, end
            start = max(0, first - _REACH)
        end = min(length, last + _REACH)
    if end > 0:
        yield start, end


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the match is a piece of a web or mail address."""
    touching = words_before(text, start, 1) + text[end : end + 1]
    if not any(mark in touching for mark in "/-.=_"):
        return False
    before = words_before(text, start, 80)
    if not before or before[-1].isspace():
        return False
    return _ADDRESS.search(before.rsplit(None, 1)[-1] + text[end : end + 1]) is not None


def _read(text: str, match: re.Match[str], day_first: bool | None) -> list[Point]:
    if match["dm_days"]:
        return read_days(text, match, "dm")
    if match["md_days"]:
        return read_days(text, match, "md")
    if match["my_month"]:
        point = _month(text, match)
    elif match["s_name"]:
        point = _season(text, match)
    elif match["n_year"]:
        low = Part(int(match["n_year"]), int(match["n_month"]), int(match["n_day"]))
        point = Point(match.start(), match.end(), low, "iso")
    elif match["n_a"]:
        point = _numeric(text, match, day_first)
    elif match["decade"] or match["decade_word"]:
        point = _decade(text, match)
    elif match["r_low"]:
        point = _year_pair(text, match)
    else:
        point = _year(text, match)
    return [point] if point is not None and point.is_valid else []


def _month(text: str, match: re.Match[str]) -> Point | None:
    name, year = match["my_month"], match["my_year"]
    full = name.rstrip(".").lower()
    number = numbers_of("month")[full]
    start, end = match.span()
    if year is not None:
        # "In May 2021 officers met": a round number alone may count what follows.
        amounts = {"measure", "count"} if year.endswith("00") else {"measure"}
        if next_reading(text, end) not in amounts:
            return Point(start, end, Part(int(year), number), "month_year")
        end = match.end("my_month")
    if name.islower():
        return None
    row = next(row for row in calendar_names("month") if row.number == number)
    is_full = full == row.names[0].lower()
    stands = bare_month_stands(text, start, end, needs_cue=not is_full or row.alone == "cue")
    if stands is None or (
        not is_full and text[end : end + 1] != "." and name.title() not in _CLEAR
    ):
        return Point(start, end, Part(None, number), "month", weak=True)
    return Point(start, end, Part(None, number), "month") if stands else None


# Abbreviations that are no other word: "in Sept", but not "in Jan" or "in Mar".
_CLEAR = frozenset({"Aug", "Sept", "Oct", "Nov", "Feb"})


def _season(text: str, match: re.Match[str]) -> Point | None:
    name, year = match["s_name"], match["s_year"]
    number = numbers_of("season")[name.lower()]
    if year is None:
        stands = bare_season_stands(text, match.start(), match.end(), name)
        return Point(match.start(), match.end(), Part(None, number), "season", weak=not stands)
    if match["s_next"] and int(match["s_next"][-2:]) != (int(year) + 1) % 100:
        return Point(match.start(), match.end("s_year"), Part(int(year), number), "season_year")
    return Point(match.start(), match.end(), Part(int(year), number), "season_year")


def _numeric(text: str, match: re.Match[str], day_first: bool | None) -> Point | None:
    """20.05.2022, 20/05/2022, 05/20/2022; two possible months are told by the document's habit."""
    if words_before(text, match.start(), 1) in {"-", "–", "/"}:
        return None  # the end of "2-3/03/2016" or of a code
    first, second, year = (int(match[name]) for name in ("n_a", "n_b", "n_y"))
    if match["n_sep"] == "." or first > 12 or first == second:
        is_day_first: bool | None = True
    elif second > 12:
        is_day_first = False
    else:
        is_day_first = day_first
    if is_day_first is None:
        return None
    low = Part(year, second, first) if is_day_first else Part(year, first, second)
    return Point(match.start(), match.end(), low, "numeric")


def _decade(text: str, match: re.Match[str]) -> Point | None:
    word = match["decade_word"]
    if word and not _DECADE_CUE.search(words_before(text, match.start(), 8)):
        return None
    first = _DECADES[word] if word else int(match["decade"])
    if first in {1800, 1900}:
        return None  # as often the century
    return Point(match.start(), match.end(), Part(first), "decade", Part(first + 9), grain="decade")


def _year_pair(text: str, match: re.Match[str]) -> Point | None:
    """2016-17 and 2010/11 are years; 2018-11 is a month; 2017/23 and Law 2015-36 are codes."""
    low, high = int(match["r_low"]), int(match["r_high"])
    start, end = match.span()
    if year_stands(text, start, match.end("r_low")) is False:
        return None
    if _ACT_BEFORE.search(words_before(text, start)):
        return None  # "Law 2015-36" is its number
    step = (high - low) % 100
    if 0 < step <= (1 if match["r_mark"] == "/" else 30):
        return Point(start, end, Part(low), "year_pair", Part(low + step))
    if match["r_mark"] == "-" and 1 <= high <= 12:
        return Point(start, end, Part(low, high), "iso_month")
    return None


def _year(text: str, match: re.Match[str]) -> Point | None:
    start, end = match.span()
    point = Point(start, end, Part(int(match["year"])), "year")
    if match["fy"]:
        return point
    stands = year_stands(text, start, end)
    if stands is False:
        return None
    return point if stands else replace(point, weak=True)
