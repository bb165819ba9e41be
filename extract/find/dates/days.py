"""Days of one month: "9", "9-11", "8 and 9", "12, 13 and 14", "3 and 17"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extract.find.dates.cues import next_reading, words_before
from extract.find.dates.edtf import Part
from extract.find.dates.point import Point
from extract.knowledge.calendar import day_words, numbers_of

_RANGE_LINK = re.compile(r"[-–—‒]|\b(?:to|until|till|through)\b", re.IGNORECASE)
_LIST_LINK = re.compile(r"&|\band\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)
_MONTH_CUE = re.compile(r"\b(?:in|of|during)\s{1,3}$", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:Vol|VOL|Volume|VOLUME|Issue|ISSUE|Nos?|NO|Number|Item|[Pp]age|Phase|Session)\.?:?\s{1,3}$"
)
_LOWER_WORD = re.compile(r"\s{1,3}[a-z]")
_SUFFIX = re.compile(r"\s?(?:st|nd|rd|th)\b", re.IGNORECASE)
_AMOUNTS = {"measure", "count"}


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    number: int


def read_days(text: str, match: re.Match[str], order: str) -> list[Point]:
    """The points of a match whose days stand before (``dm``) or after (``md``) the month."""
    name = match[f"{order}_month"]
    year, end = _year(text, match, order)
    if name.islower() and year is None:
        return []
    days = [
        _Day(
            match.start(f"{order}_days") + found.start(),
            match.start(f"{order}_days") + found.end(),
            day_words().get(found.group()) or int(found.group()),
        )
        for found in _number().finditer(match[f"{order}_days"])
    ]
    month = numbers_of("month")[name.rstrip(".").lower()]
    base = Point(
        start=match.start(),
        end=end,
        low=Part(year, month),
        rule="day_month" if order == "dm" else "month_day",
        weekday=_weekday(match[f"{order}_weekday"]),
    )
    if order == "dm" and len(days) == 1 and _CODE.search(words_before(text, base.start, 12)):
        start = match.start("dm_month")  # "Volume 7 March 2012"
        return [replace(base, start=start, rule="month_year" if year else "month", weekday=None)]
    if order == "md" and year is None:
        days = _without_counts(text, match, days)
        if not days:
            return [replace(base, end=match.end("md_month"), rule="month")]
        base = replace(base, end=match.end("md_days") if len(days) > 1 else _day_end(text, days[0]))
    return [point for point in _points(text, base, days, order) if point.is_valid]


@cache
def _number() -> re.Pattern[str]:
    words = "|".join(sorted(day_words(), key=lambda word: (-len(word), word)))
    return re.compile(rf"\d+|\b(?:{words})\b")


def _year(text: str, match: re.Match[str], order: str) -> tuple[int | None, int]:
    """The year of the match and where the match then ends."""
    short = match["dm_short"] if order == "dm" else None
    if short is not None:
        if text[match.end("dm_days")] != "-":  # only as in 20-May-22
            return None, match.end("dm_month")
        return int(short) + (2000 if int(short) <= 60 else 1900), match.end()
    digits = match[f"{order}_year"]
    if digits is None:
        return None, match.end()
    end = match.end(f"{order}_year")
    if _is_amount_behind_a_date(text, match, order):
        return None, match.end("dm_month" if order == "dm" else "md_days")
    return int(digits), end


def _is_amount_behind_a_date(text: str, match: re.Match[str], order: str) -> bool:
    """Whether the year counts what follows: "On 5 May, 2015 participants …".

    Without a comma it is the year ("On 5 May 2015 participants …"), and so it is in "May 5, 2015",
    where the comma belongs to the date; only before a measure it never is.
    """
    reading = next_reading(text, match.end(f"{order}_year"))
    gap = text[match.end(f"{order}_month" if order != "md" else "md_days") :]
    comma = gap.lstrip().startswith(",") and order != "md"
    return reading == "measure" or (reading == "count" and comma)


def _weekday(name: str | None) -> int | None:
    return numbers_of("weekday")[name.split()[0].rstrip(".,").lower()] if name else None


def _without_counts(text: str, match: re.Match[str], days: list[_Day]) -> list[_Day]:
    """The days less the number that counts what follows: "In May 20 people"."""
    end = match.end("md_days")
    counts = next_reading(text, end) in _AMOUNTS
    before = words_before(text, match.start(), 10)
    if len(days) == 1:
        in_month = _MONTH_CUE.search(before) and _LOWER_WORD.match(text, end)
        is_amount = next_reading(text, end) == "measure"
        return [] if in_month or is_amount else days
    return days[:-1] if counts else days


def _day_end(text: str, day: _Day) -> int:
    suffix = _SUFFIX.match(text, day.end)
    return suffix.end() if suffix else day.end


def _points(text: str, base: Point, days: list[_Day], order: str) -> list[Point]:
    year, month, _ = base.low
    numbers = [day.number for day in days]
    first = Part(year, month, numbers[0])
    if len(days) == 1:
        return [replace(base, low=first)]
    links = [text[a.end : b.start] for a, b in pairwise(days)]
    rises = all(a < b for a, b in pairwise(numbers))
    follow = rises and numbers[-1] - numbers[0] == len(numbers) - 1
    between = _BETWEEN.search(words_before(text, base.start, 16))
    is_list = _LIST_LINK.search(links[-1]) is not None
    if rises and (
        (len(days) == 2 and (between or _RANGE_LINK.search(links[0]))) or (follow and is_list)
    ):
        return [
            replace(base, low=first, high=Part(year, month, numbers[-1]), rule=f"{base.rule}_range")
        ]
    if not is_list:
        nearest = days[-1] if order == "dm" else days[0]
        start = nearest.start if order == "dm" else base.start
        end = base.end if order == "dm" else _day_end(text, nearest)
        return [
            replace(base, start=start, end=end, low=Part(year, month, nearest.number), weekday=None)
        ]
    return _separate(text, base, days, order)


def _separate(text: str, base: Point, days: list[_Day], order: str) -> list[Point]:
    """Two dates, the month standing with the one beside it: "3 and 17 May 2012"."""
    points = []
    for day in days:
        start, end = day.start, _day_end(text, day)
        if order == "dm" and day is days[-1]:
            end = base.end
        if order == "md" and day is days[0]:
            start = base.start
        if order == "md" and day is days[-1]:
            end = base.end
        low = Part(base.low.year, base.low.month, day.number)
        points.append(
            replace(base, start=start, end=end, low=low, rule=f"{base.rule}_list", weekday=None)
        )
    return points
