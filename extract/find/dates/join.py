"""Dates joined into intervals and lists: "26 October to 3 November 2013", "2014, 2015 and 2016"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.find.dates.cues import next_reading, words_before
from extract.find.dates.edtf import SEASONS, Part
from extract.find.dates.point import Point

_LONGEST_GAP = 18
_JOINT = re.compile(
    r"\s{0,3}(?:(?P<range>[-–—‒]|\b(?:to|until|till|through|thru|up to|TO)\b)"
    r"|(?P<slash>/)|(?P<list>,?\s{0,3}\b(?:and|or|AND)\b|&)|(?P<comma>,))"
    r"\s{0,3}(?:(?:in|on|the|from|by|of)\s{1,3}){0,2}"
)
_LIST_GOES_ON = re.compile(r"\s{0,3}(?:,|&|and\b|or\b)")
_PLURAL = re.compile(r"\s{1,3}[a-z]{2,20}s\b")
_BETWEEN = re.compile(
    r"\bbetween\s{1,3}(?:(?:in|the|early|late|mid|years?|period|months?|end|beginning|of)"
    r"[\s-]{1,3}){0,3}$",
    re.IGNORECASE,
)


def join_points(text: str, points: Sequence[Point]) -> list[Point]:
    """Points with intervals made of two and years handed back along lists; the weak ones gone."""
    joined: list[Point] = []
    for point in reversed(points):  # from the right: the last of a list states its year
        pair = _joined(text, point, joined[-1]) if joined else None
        if pair is None:
            joined.append(point)
        else:
            joined[-1:] = reversed(pair)
    return [point for point in _strengthened(text, joined[::-1]) if not point.weak]


def _joint(text: str, left: Point, right: Point) -> re.Match[str] | None:
    gap = text[left.end : right.start]
    return _JOINT.fullmatch(gap) if len(gap) <= _LONGEST_GAP and "\n\n" not in gap else None


def _joined(text: str, left: Point, right: Point) -> tuple[Point, ...] | None:
    """What two neighbours make of each other: one interval, or two dates of one year."""
    joint = _joint(text, left, right)
    if joint is None:
        return None
    between = joint["list"] and _BETWEEN.search(words_before(text, left.start, 40))
    if joint["range"] or joint["slash"] or between:
        interval = _interval(left, right, joint)
        if interval is not None:
            return (interval,)
    return _listed(left, right, joint)


def _grain(part: Part) -> str:
    if part.day is not None:
        return "day"
    if part.month is None:
        return "year"
    return "season" if part.month in SEASONS else "month"


def _interval(left: Point, right: Point, joint: re.Match[str]) -> Point | None:
    if left.is_open or right.is_open or any(one.high and not one.grain for one in (left, right)):
        return None
    grains = _grain(left.low), _grain(right.last)
    is_word = joint["range"] is not None and joint["range"].isalpha()
    if grains[0] != grains[1] and not is_word:
        return None
    if joint["slash"] and (grains[0] == "day" or (grains[0] == "year" and left.weak != right.weak)):
        return None
    ends = share_year(left.low, right.last)
    if ends is None or (grains[0] == "year" and not _is_period(*ends, joint)):
        return None
    return Point(left.start, right.end, ends[0], f"{grains[0]}_range", ends[1])


def share_year(low: Part, high: Part) -> tuple[Part, Part] | None:
    """The ends of an interval, the year that only one states given to the other too.

    None where they do not run forward, or an end is left without a month to place it by.
    """
    if (low.year is None) != (high.year is None):
        if low.month is None or high.month is None:
            return None
        over_new_year = low.month > high.month
        if low.year is None and high.year is not None:
            low = low._replace(year=high.year - over_new_year)
        elif low.year is not None:
            high = high._replace(year=low.year + over_new_year)
    if low == high:
        return None
    if low.first is not None and high.last is not None and high.first is not None:
        return (low, high) if low.first <= high.first and low.first < high.last else None
    return low, high


def _is_period(low: Part, high: Part, joint: re.Match[str]) -> bool:
    """Whether two years make a period, not a code such as 1961/1988."""
    if low.year is None or high.year is None:
        return False
    return high.year - low.year <= (5 if joint["slash"] else 60)


def _listed(left: Point, right: Point, joint: re.Match[str]) -> tuple[Point, ...] | None:
    """Months in a row are an interval; of other dates the last hands its year to all."""
    low, high = left.low, right.low
    if joint["range"] or joint["slash"] or low.year is not None or low.month is None:
        return None
    grain = _grain(low)
    if high.month is None or grain != _grain(high):
        return None
    if grain == "month" and left.high is None and high.month == low.month + 1:
        run = _month_run(left, right, joint)
        if run is not None:
            return (run,)
    if joint["comma"] and grain != "day" and not right.rule.endswith("_list"):
        return None
    if high.year is None or left.last.month is None or left.last.month > high.month:
        return None
    later = None if left.high is None else left.high._replace(year=high.year)
    low = low._replace(year=high.year)
    return replace(left, low=low, high=later, weak=False, rule=f"{left.rule}_list"), right


def _month_run(left: Point, right: Point, joint: re.Match[str]) -> Point | None:
    """Months that follow on one another: "May and June 2018", "May, June and July 2018"."""
    is_run = right.rule == "month_run"
    if (right.high is not None and not is_run) or (joint["comma"] and not is_run):
        return None
    if left.weak and right.weak:
        return None
    low = left.low._replace(year=right.low.year)
    return Point(left.start, right.end, low, "month_run", right.last)


def _strengthened(text: str, points: list[Point]) -> list[Point]:
    """Weak points made strong by a strong neighbour of the same grain in a list."""
    for index in range(1, len(points)):
        left, right = points[index - 1], points[index]
        if right.weak and not left.weak and _grain(left.low) == _grain(right.low):
            joint = _joint(text, left, right)
            if joint is not None and _ends_as_date(text, right.end, is_comma=bool(joint["comma"])):
                points[index] = replace(right, weak=False)
    for index in range(len(points) - 1, 0, -1):
        left, right = points[index - 1], points[index]
        if left.weak and not right.weak and _grain(left.low) == _grain(right.low):
            joint = _joint(text, left, right)
            if joint is not None and not joint["comma"]:
                points[index - 1] = replace(left, weak=False)
    return points


def _ends_as_date(text: str, end: int, *, is_comma: bool) -> bool:
    """Whether what follows a number of a list lets it be a year: "2015 and 1998 villagers"."""
    if is_comma:
        return _LIST_GOES_ON.match(text, end) is not None
    return next_reading(text, end) == "date" or not _PLURAL.match(text, end)
