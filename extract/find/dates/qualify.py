"""What stands around a date and belongs to it: "late", "end of", "first quarter of", "since"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extract.find.dates.cues import words_before
from extract.find.dates.edtf import Part
from extract.find.dates.point import Point
from extract.knowledge.calendar import NameKind, calendar_names, numbers_of
from schemas.values import DatePrecision

_REACH = 64
_GAP = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"
_YEAR_OF = rf"{_GAP}(?:of|in){_GAP}(?:the{_GAP})?(?:(?:fiscal{_GAP}|financial{_GAP})?year{_GAP})?"
_LOOSE = re.compile(
    rf"\b(?:early|late|mid|(?:middle|midst|close|latter{_GAP}(?:half|part)|(?:first|second)"
    rf"{_GAP}half|early{_GAP}part){_GAP}of(?:{_GAP}the)?)[\s-]{{0,3}}(?:in{_GAP})?$",
    re.IGNORECASE,
)
# "the start in 2013" is no part of the year: something started then.
_EDGE = re.compile(
    rf"\b(?P<edge>end|beginning|start){_YEAR_OF}(?<!\bin)(?<!\bin\s)$", re.IGNORECASE
)
_Q = re.compile(
    r"\b(?P<letter>[QH])(?P<number>[1-4])(?: ?[-–] ?[QH]?(?P<until>[1-4]))?[ /,-]{0,2}$"
)
_SINCE = re.compile(rf"\bsince{_GAP}(?:the{_GAP}|about{_GAP}|at{_GAP}least{_GAP})?$", re.IGNORECASE)
_ONWARDS = re.compile(
    rf"{_GAP}(?:and{_GAP})?(?:onwards?\b|to{_GAP}(?:date|the{_GAP}present|present)\b"
    rf"|until{_GAP}(?:now|today)\b|[-–]{_GAP}(?:present|ongoing)\b)",
    re.IGNORECASE,
)
# What stands directly before a date, but for marks, where any of these patterns fits.
_MARKS = " \t\n\r\f\v,/-"
_LAST_WORDS = (
    *("early", "late", "mid", "of", "in", "the", "year"),
    *(unit + ending for unit in ("quarter", "half", "semester", "month") for ending in ("", "s")),
    *("1", "2", "3", "4"),  # Q1, H2
)
_HALVES = {1: (1, 6), 2: (7, 12), -1: (7, 12)}


def qualify(text: str, point: Point) -> Point:
    """The point with what stands before it: wider in the text, narrower in time."""
    before = words_before(text, point.start, _REACH)
    if not before.lower().rstrip(_MARKS).endswith(_LAST_WORDS):
        return point
    start = point.start - len(before)
    for read in (_part_of_year, _edge_of_year, _loose):
        found = read(before, point)
        if found is not None:
            return replace(found, start=found.start + start)
    return point


def open_ended(text: str, point: Point) -> Point:
    """The point without an end where "since" or "onwards" takes it away."""
    if point.high is not None and point.grain != "decade":
        return point
    if not (
        _SINCE.search(words_before(text, point.start, 20))
        or _ONWARDS.match(text, point.end, point.end + 24)
    ):
        return point
    return replace(point, high=None, grain=None, is_open=True, rule=f"{point.rule}_since")


def _is_year(point: Point) -> bool:
    return point.low.month is None and point.high is None and not point.is_open


def _words(kind: NameKind) -> str:
    return "|".join(name for row in calendar_names(kind) for name in (*row.names, *row.short))


@cache
def _fraction() -> re.Pattern[str]:
    """Parts of a year: "first quarter of", "last four months of", "first and second quarters"."""
    ordinal, number = _words("ordinal"), _words("number")
    return re.compile(
        rf"\b(?P<ordinal>{ordinal})(?:{_GAP}(?:and|to|&){_GAP}(?P<until>{ordinal}))?{_GAP}"
        rf"(?:(?P<count>{number}){_GAP})?(?P<unit>quarter|half|semester|month)s?(?:{_YEAR_OF}|{_GAP})$",
        re.IGNORECASE,
    )


def _part_of_year(before: str, point: Point) -> Point | None:
    if not _is_year(point):
        return None
    match = _Q.search(before)
    if match:
        number, unit = int(match["number"]), "quarter" if match["letter"] == "Q" else "half"
        months = _months(unit, number, int(match["until"] or number), 1)
    else:
        match = _fraction().search(before)
        if match is None:
            return None
        ordinals = numbers_of("ordinal")
        number = ordinals[match["ordinal"].lower()]
        until = ordinals[match["until"].lower()] if match["until"] else number
        count = numbers_of("number")[match["count"].lower()] if match["count"] else 1
        unit = match["unit"].lower()
        months = _months(unit, number, until, count)
    if months is None:
        return None
    year = point.low.year
    grain: DatePrecision | None = None
    if months[1] - months[0] == 2:
        grain = "quarter"
    elif months in _HALVES.values():
        grain = "half"
    return replace(
        point,
        start=match.start(),
        low=Part(year, months[0]),
        high=Part(year, months[1]) if months[0] < months[1] else None,
        grain=grain,
        rule=f"{unit}_of_year",
        weak=False,
    )


def _months(unit: str, number: int, until: int, count: int) -> tuple[int, int] | None:
    """First and last month of the ``number``-th ``unit``, or of ``count`` units at an end."""
    length = {"quarter": 3, "half": 6, "semester": 6, "month": 1}[unit]
    total = 12 // length
    if count > 1:
        if number not in {1, -1} or count > total:
            return None
        return (1, count * length) if number == 1 else (13 - count * length, 12)
    number, until = (total if value == -1 else value for value in (number, until))
    if not 1 <= number <= until <= total:
        return None
    return (number - 1) * length + 1, until * length


def _edge_of_year(before: str, point: Point) -> Point | None:
    match = _EDGE.search(before)
    if match is None or point.high is not None or point.low.day is not None:
        return None
    low = point.low
    if low.month is None:
        low = Part(low.year, 12 if match["edge"].lower() == "end" else 1)
    return replace(point, start=match.start(), low=low, rule="edge_of_year", weak=False)


def _loose(before: str, point: Point) -> Point | None:
    match = _LOOSE.search(before)
    if match is None or point.low.day is not None:
        return None
    return replace(point, start=match.start(), weak=False)
