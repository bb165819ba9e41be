"""The year of a date that states none: from a session, the dateline, or the article's own dates.

A wrong year is worse than none: whatever leaves two years possible leaves the date without one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.find.dates.cues import FUTURE
from extract.find.dates.document_time import Anchor, DocumentTime
from extract.find.dates.edtf import SEASONS, Part
from extract.find.dates.join import share_year
from extract.find.dates.point import Point
from extract.find.passage import Passage
from extract.knowledge.calendar import Session, numbers_of, sessions
from schemas.values import DateResolution

# A day that comes round every year, and a year told only by another.
_RECURRING = re.compile(
    r"\b(?:every|each|annual(?:ly)?|yearly|usually|traditionally|observed|International\s+(?:\w+\s+)?Day"
    r"|World\s+\w*\s*Day|Day\s+(?:of|for|against))\b",
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RELATIVE_YEAR = re.compile(r",?\s(?:of\s)?(?P<which>this|last|next)\syear\b")
SHIFTS = {"this": 0, "current": 0, "last": -1, "next": 1}


_NEAR = 1000


@dataclass(frozen=True, slots=True)
class Settled:
    """A year and what settled it."""

    year: int
    resolution: DateResolution


class YearFinder:
    """Settles the years of one passage's year-less dates."""

    def __init__(self, passage: Passage, time: DocumentTime, points: Sequence[Point]) -> None:
        self._passage = passage
        self._anchor = time.anchor_of(passage.article)
        self._starts = [start for start, _ in passage.sentences]
        stated = [
            point for point in points if point.low.year is not None and point.low.month is not None
        ]
        self._stated = frozenset(point.low for point in stated)
        self._article_year = _only_year(stated, time)

    def settle(self, point: Point) -> Settled | None:
        """The year of ``point.low``, None where the evidence is weak."""
        if point.low.month is None or point.low.month in SEASONS:
            return None
        if (told := self._by_relative_year(point)) is not None:
            return told if _fits(point, told.year) else None
        sentence, previous = self._sentences(point)
        settled = self._by_session(point, sentence)
        if settled is None and not _RECURRING.search(sentence):
            if self._anchor is not None:
                settled = self._by_anchor(point, sentence, self._anchor)
            else:
                settled = self._by_article(point)
            stated = {int(year) for year in _YEAR.findall(sentence + " " + previous)}
            if settled is not None and stated - {settled.year}:
                settled = None
        if settled is None or not _fits(point, settled.year):
            return None
        return settled

    def _sentences(self, point: Point) -> tuple[str, str]:
        """The sentence of the point and the one before it; of long ones what is near."""
        text, spans = self._passage.text, self._passage.sentences
        index = bisect_right(self._starts, point.start) - 1
        start, end = spans[index] if index >= 0 else (0, 0)
        if not start <= point.start < end:
            return "", ""
        near = text[max(start, point.start - _NEAR) : min(end, point.end + _NEAR)]
        previous = spans[index - 1] if index > 0 else (start, start)
        return near, text[max(previous[0], previous[1] - _NEAR) : previous[1]]

    def _by_relative_year(self, point: Point) -> Settled | None:
        """Of the words behind it: "in June this year", "on 3 May of last year"."""
        match = _RELATIVE_YEAR.match(self._passage.text, point.end)
        if match is None or self._anchor is None:
            return None
        return Settled(self._anchor.first.year + SHIFTS[match["which"]], self._anchor.source)

    def _by_session(self, point: Point, sentence: str) -> Settled | None:
        """Of a session named beside it: "On 20 May … the 31st Session of the CCPCJ"."""
        lowered = sentence.lower()
        if "session" not in lowered and "congress" not in lowered:
            return None
        years = set()
        for row, pattern in _session_phrases():
            if row.kind in lowered and point.low.month in row.months and pattern.search(sentence):
                for ordinal in _ordinals_of(sentence, row.kind):
                    years.add(row.year(ordinal))
        known = {year for year in years if year is not None}
        return Settled(known.pop(), "session") if len(known) == 1 else None

    def _by_anchor(self, point: Point, sentence: str, anchor: Anchor) -> Settled | None:
        year = _year_near(point, anchor, is_future=FUTURE.search(sentence) is not None)
        return Settled(year, anchor.source) if year is not None else None

    def _by_article(self, point: Point) -> Settled | None:
        """All days and months the article dates are of one year, the latest of all, and near."""
        year = self._article_year
        first = point.low._replace(year=year).first if year is not None else None
        if year is None or first is None:
            return None
        if point.low._replace(year=year) in self._stated:
            return None  # the same day again may be its anniversary
        days = (other.first for other in self._stated)
        is_near = any(day is not None and abs((first - day).days) <= 92 for day in days)
        return Settled(year, "article") if is_near else None


def _only_year(stated: Sequence[Point], time: DocumentTime) -> int | None:
    years = {point.low.year for point in stated} | {point.last.year for point in stated}
    if len(years) != 1:
        return None
    year = years.pop()
    return year if year is not None and all(other <= year for other in time.years) else None


def _year_near(point: Point, anchor: Anchor, *, is_future: bool) -> int | None:
    """The year that puts the point nearest before the anchor, or, said to come, after it."""
    around = [
        (year, first, last)
        for year in (anchor.first.year - 1, anchor.first.year, anchor.first.year + 1)
        if (first := _first(point, year)) and (last := _first(point, year, is_last=True))
    ]
    past = [(year, first) for year, first, _ in around if first <= anchor.last]
    coming = [(year, first) for year, first, last in around if last >= anchor.first]
    if not past or not coming:
        return None
    year, first = past[-1]
    gap = max(0, (anchor.last - first).days)
    next_year, next_first = coming[0]
    lead = (next_first - anchor.last).days
    if next_year == year:  # it falls into the anchor itself
        return year
    if is_future:
        return next_year if lead <= 183 and gap > 31 else None
    if lead <= 60:
        return None
    return year if gap <= (300 if year == anchor.first.year else 183) else None


def _first(point: Point, year: int, *, is_last: bool = False) -> date | None:
    part = (point.last if is_last else point.low)._replace(year=year)
    if not part.is_valid:
        return None
    return part.last if is_last else part.first


def _fits(point: Point, year: int) -> bool:
    """Whether the days exist in that year and its weekday is the one stated."""
    low = point.low._replace(year=year)
    if not low.is_valid or (point.high is not None and share_year(low, point.high) is None):
        return False
    first = low.first
    return point.weekday is None or first is None or first.isoweekday() == point.weekday


@cache
def _session_phrases() -> tuple[tuple[Session, re.Pattern[str]], ...]:
    return tuple(
        (row, re.compile(r"\b(?:" + "|".join(map(re.escape, row.phrases)) + r")\b"))
        for row in sessions()
    )


@cache
def _ordinal() -> re.Pattern[str]:
    words, tens = ("|".join(numbers_of(kind)) for kind in ("ordinal", "tens"))
    return re.compile(
        rf"\b(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?:(?P<tens>{tens})[\s-])?(?P<word>{words}))\b",
        re.IGNORECASE,
    )


def _ordinals_of(sentence: str, kind: str) -> list[int]:
    """Ordinals that number a session or congress: "31st Session", "fourteenth Crime Congress"."""
    found = []
    for match in _ordinal().finditer(sentence):
        following = sentence[match.end() : match.end() + 60].lower()
        reach = 24 if kind == "session" else 60
        if kind not in following[:reach]:
            continue
        if match["digits"]:
            found.append(int(match["digits"]))
        else:
            tens = numbers_of("tens").get((match["tens"] or "").lower(), 0)
            found.append(tens + numbers_of("ordinal")[match["word"].lower()])
    return found


def with_year(point: Point, year: int) -> tuple[Part, Part | None]:
    """The ends of the point in that year, over New Year where the later month comes first."""
    low = point.low._replace(year=year)
    if point.high is None:
        return low, None
    ends = share_year(low, point.high)
    return ends if ends is not None else (low, point.high)
