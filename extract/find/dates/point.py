"""A date of one piece, before it is joined with others."""

from __future__ import annotations

from dataclasses import dataclass

from extract.find.dates.edtf import Part
from schemas.values import DatePrecision


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year, or what a short expression makes of them.

    ``low``..``high`` is an interval where ``high`` is set; ``grain`` names it when it has a name of
    its own (quarter, half, decade). A weak point counts only beside another date, as 2015 does in
    "2014 and 2015". ``weekday`` is 1 for Monday; ``is_open`` an interval without an end.
    """

    start: int
    end: int
    low: Part
    rule: str
    high: Part | None = None
    weak: bool = False
    grain: DatePrecision | None = None
    weekday: int | None = None
    is_open: bool = False

    @property
    def last(self) -> Part:
        """The later end, or the part itself."""
        return self.high or self.low

    @property
    def is_valid(self) -> bool:
        """Whether its days exist: 31 April does not."""
        return self.low.is_valid and self.last.is_valid
