"""The subset of EDTF (ISO 8601-2) that dates are delivered in: validity, bounds, precision."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from schemas.values import DatePrecision

SEASONS = range(21, 25)
WINTER = 24
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_YEAR = 2000  # a year-less 29 February is valid
_PART = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


class Part(NamedTuple):
    """A day, month, season or year; ``year`` None is one the text does not settle."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """``2022-05-20``, ``XXXX-05``, ``2017-23``, ``2014``."""
        fields = ["XXXX" if self.year is None else f"{self.year:04d}"]
        fields += [f"{field:02d}" for field in (self.month, self.day) if field is not None]
        return "-".join(fields)

    @property
    def is_valid(self) -> bool:
        """Whether such a day, month or season exists; an unknown year needs a month."""
        if self.year is not None and not date.min.year <= self.year <= date.max.year:
            return False
        if self.month is None:
            return self.year is not None and self.day is None
        if self.month in SEASONS:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= _longest(self.year or _LEAP_YEAR, self.month)

    @property
    def first(self) -> date | None:
        """The first day it can mean."""
        if self.year is None or not self.is_valid:
            return None
        if self.month is not None and self.month in SEASONS:
            # A winter is named after the year it begins in or the one it ends in.
            return date(self.year, 1 if self.month == WINTER else 3 * (self.month - 20), 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day it can mean."""
        if self.year is None or not self.is_valid:
            return None
        year, month = self.year, self.month or 12
        if month == WINTER and year < date.max.year:
            year, month = year + 1, 2
        elif month in SEASONS:
            month = min(3 * (month - 20) + 2, 12)
        return date(year, month, self.day or _longest(year, month))


def _longest(year: int, month: int) -> int:
    """How many days a month has."""
    return _MONTHS[month - 1] + (month == 2 and isleap(year))


@lru_cache(maxsize=1024)
def parse_part(edtf: str) -> Part | None:
    """The part written ``edtf``, None if it is none of our subset."""
    match = _PART.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    part = Part(
        None if year == "XXXX" else int(year),
        int(month) if month else None,
        int(day) if day else None,
    )
    return part if part.is_valid else None


def write_edtf(low: Part, high: Part | None = None, *, is_open: bool = False) -> str:
    """One part, the interval of two, or an interval without an end."""
    if high is not None:
        return f"{low.edtf}/{high.edtf}"
    return f"{low.edtf}/.." if is_open else low.edtf


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and last day ``edtf`` can mean; None where it is open or the year unknown."""
    start, _, end = edtf.partition("/")
    low, high = parse_part(start), parse_part(end or start)
    return (low.first if low else None, high.last if high else None)


def is_valid(edtf: str) -> bool:
    """Whether ``edtf`` is of our subset, exists in the calendar, and runs forward."""
    start, slash, end = edtf.partition("/")
    low, high = parse_part(start), parse_part(end)
    if not slash:
        return low is not None
    if end == "..":
        return low is not None
    if start == "..":
        return high is not None
    if low is None or high is None or (low.year is None) != (high.year is None):
        return False
    if low.first is None or high.last is None or high.first is None:
        return True  # without a year an interval may run over New Year
    return low.first <= high.first and low.first <= high.last


def precision(edtf: str) -> DatePrecision:
    """How fine ``edtf`` is; an interval is ``interval``."""
    part = parse_part(edtf)
    if part is None:
        return "interval"
    if part.day is not None:
        return "day"
    if part.month is None:
        return "year"
    return "season" if part.month in SEASONS else "month"
