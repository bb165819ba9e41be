"""Dates told by another: "today", "last year", "the previous year", "on Tuesday".

Only what resolves with near certainty is found: these words are as often used loosely.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from extract.find.dates.cues import FUTURE
from extract.find.dates.document_time import Anchor, DocumentTime
from extract.find.dates.edtf import Part
from extract.find.dates.point import Point
from extract.find.dates.scan import windows
from extract.find.dates.years import SHIFTS
from extract.find.passage import Passage
from extract.knowledge.calendar import numbers_of
from schemas.values import DateResolution

_NEAREST = 20  # dates before an expression that may tell its year
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A point whose date another one told."""

    point: Point
    resolution: DateResolution


@cache
def _pattern() -> re.Pattern[str]:
    weekdays = "|".join(day.title() for day in numbers_of("weekday") if len(day) > 5)
    return re.compile(
        r"\b(?:(?:(?:early|late|later|earlier|mid)\s)?"
        r"(?P<which>[Tt]his|current|[Ll]ast|[Nn]ext)\s(?P<unit>year|month)\b(?!\sof\b)"
        r"|(?P<before>(?:(?:one|a)\s)?year\s(?:before|earlier)\b"
        r"(?!\s(?:the|that|it|he|she|they|this|in|and)\b)|(?:previous|preceding)\syear\b)"
        # "today" dates the text only beside what was done; alone it may mean "nowadays".
        r"|(?:\w{2,20}ed|said|here|held|met|began)\s(?P<day>today|yesterday)\b"
        r"|(?P<day_first>[Tt]oday|[Yy]esterday)\s(?:\w{2,20}ed|said|began|held|met)\b"
        rf"|\b[Oo]n\s(?P<weekday>{weekdays})\b(?!,?\s\d))"
    )


@cache
def _anchors() -> frozenset[str]:
    """What every such expression holds one of, in lower case."""
    return frozenset({"year", "month", *_DAYS, *numbers_of("weekday")})


def _expressions(passage: Passage) -> Iterator[re.Match[str]]:
    """What the pattern finds, looked for around the words it cannot do without."""
    words, anchors = passage.words, _anchors()
    if anchors.isdisjoint(words.distinct_lower):
        return
    spans = zip(words.lower, words.starts, words.ends, strict=True)
    found = ((start, end) for word, start, end in spans if word in anchors)
    for start, end in windows(found, len(passage.text)):
        yield from _pattern().finditer(passage.text, start, end)


def find_relative(
    passage: Passage, time: DocumentTime, points: Sequence[Point]
) -> Iterator[RelativeDate]:
    """Relative expressions of the passage that resolve, in reading order.

    ``points`` are the passage's other dates in reading order.
    """
    anchor = time.anchor_of(passage.article)
    starts = [point.start for point in points]
    for match in _expressions(passage):
        behind = points[: bisect_left(starts, match.end())][-_NEAREST:]
        if behind and _told_already(passage.text, behind[-1], match.start()):
            continue
        if match["before"]:
            found = _year_before(passage, match, behind)
        elif anchor is None:
            continue
        elif match["unit"]:
            found = _shifted(match, anchor)
        elif match["weekday"]:
            found = _on_weekday(passage, match, anchor)
        else:
            found = _on_day(match, anchor)
        if found is not None and found.point.is_valid:
            yield found


def _told_already(text: str, point: Point, start: int) -> bool:
    """Whether the expression is part of a date, or tells a date its year: "in June this year"."""
    gap = text[point.end : start]
    return point.end > start or (point.low.year is None and gap in {" ", ", ", " of "})


def _year_before(
    passage: Passage, match: re.Match[str], behind: Sequence[Point]
) -> RelativeDate | None:
    """Of the only year its sentence states before it: "than in 2007 … one year earlier"."""
    start = _sentence_of(passage, match.start())[0]
    told = [point for point in behind if start <= point.start]
    years = {point.low.year for point in told}
    year = next(iter(years)) if len(years) == 1 else None
    if year is None or any(point.low.month or point.high or point.is_open for point in told):
        return None
    point = Point(*match.span("before"), Part(year - 1), "year_before")
    return RelativeDate(point, "article")


def _sentence_of(passage: Passage, offset: int) -> tuple[int, int]:
    index = bisect_right(passage.sentences, (offset, len(passage.text))) - 1
    start, end = passage.sentences[index] if index >= 0 else (offset, offset)
    return (start, end) if start <= offset < end else (offset, offset)


def _shifted(match: re.Match[str], anchor: Anchor) -> RelativeDate | None:
    """Counted from the anchor: "this year", "last month"."""
    shift = SHIFTS[match["which"].lower()]
    if match["unit"] == "month":
        months = anchor.first.year * 12 + anchor.first.month - 1 + shift
        low = Part(months // 12, months % 12 + 1)
    elif anchor.source == "published" and anchor.first.month == 1:
        return None  # what appears in January may have been written before New Year
    else:
        low = Part(anchor.first.year + shift)
    return RelativeDate(Point(*match.span(), low, f"relative_{match['unit']}"), anchor.source)


def _on_day(match: re.Match[str], anchor: Anchor) -> RelativeDate | None:
    group = "day" if match["day"] else "day_first"
    if not anchor.is_day:
        return None
    day = anchor.first.toordinal() + _DAYS[match[group].lower()]
    if not date.min.toordinal() <= day <= date.max.toordinal():
        return None
    found = date.fromordinal(day)
    low = Part(found.year, found.month, found.day)
    return RelativeDate(Point(*match.span(group), low, "relative_day"), anchor.source)


def _on_weekday(passage: Passage, match: re.Match[str], anchor: Anchor) -> RelativeDate | None:
    """Of something past, the last such day up to publication: "on Tuesday"."""
    start, end = _sentence_of(passage, match.start())
    if anchor.source != "published" or FUTURE.search(passage.text[start : min(end, start + 2000)]):
        return None
    back = (anchor.first.isoweekday() - numbers_of("weekday")[match["weekday"].lower()]) % 7
    if anchor.first.toordinal() <= back:
        return None
    day = anchor.first - timedelta(days=back)
    low = Part(day.year, day.month, day.day)
    return RelativeDate(Point(*match.span("weekday"), low, "weekday"), anchor.source)
