"""What the document says of its own time: the years that year-less dates may inherit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.find.dates.document_time import Anchor, DocumentTime
from extract.find.dates.point import Point
from extract.find.dates.scan import scan_points
from extract.find.passage import Passage

# A dateline or a date line of the head stands within this many characters of an article's start.
_HEAD = 1200
_MONTH_HEAD = 400
_LABEL_WIDTH = 90
# Digits first, then what stands before them: that is what makes the searches fast.
_SLASHED = re.compile(r"(\d(?<![\d/.-].)\d?)[/-](\d{1,2})[/-](?:19|20)\d\d(?![\d/-])")
_YEARS = re.compile(r"(?:19|20)(?<![\d.,/-]..)\d\d(?![\d/-]|[.,]\d)")
# Before a date that dates its article stand only names, labels and marks: "VIENNA/KABUL,",
# "UNODC Regional Office   ", "Newsletter | Issue 11 | ", "Published on".
_LABEL = re.compile(
    r"(?:(?:[A-Z][\w’'.]*+|\d{1,4}+|of|for|and|the|de|on|date|issued|published|posted|[|,/():•–—-])"
    r"[ \t/,|()-]{0,40}){0,14}"
)
_MARK_AFTER = re.compile(
    r"[ \t]*(?:[–—:|\]]|-(?!\d)|\((?=[A-Z])|\)|\.(?=\s+[A-Z“])|$|\n)", re.MULTILINE
)
_LEAD_AFTER = re.compile(r"[ \t]+[A-Z]")


def read_calendar(passages: Sequence[Passage], published: date | None) -> DocumentTime:
    """The time the document is written in, as far as it or its source says."""
    datelines: dict[int, Anchor] = {}
    years: set[int] = set()
    votes = {True: 0, False: 0}
    for passage in passages:
        years.update(int(year) for year in _YEARS.findall(passage.text))
        _count_orders(passage.text, votes)
        if passage.article not in datelines:
            dateline = _dateline(passage.text[:_HEAD])
            if dateline is not None:
                datelines[passage.article] = dateline
    anchor = Anchor(published, published, "published") if published else _of_all(datelines)
    day_first = None if bool(votes[True]) == bool(votes[False]) else bool(votes[True])
    return DocumentTime(anchor, datelines, frozenset(years), day_first)


def _of_all(datelines: dict[int, Anchor]) -> Anchor | None:
    """The head of the first article dates the whole file where it names an issue's month."""
    head = datelines.get(0)
    return head if head is not None and not head.is_day else None


def _dateline(head: str) -> Anchor | None:
    """The first date that stands as a dateline or on a line of its own; a day before a month."""
    months: list[Anchor] = []
    for point in scan_points(head, in_first=_LABEL_WIDTH):
        if point.high is not None or point.low.year is None or point.low.month is None:
            continue
        first, last = point.low.first, point.low.last
        if first is None or last is None or not _dates_its_text(head, point):
            continue
        if point.low.day is not None:
            return Anchor(first, last, "document")
        if point.low.month <= 12 and point.start <= _MONTH_HEAD:
            months.append(Anchor(first, last, "document"))
    return months[0] if months else None


def _dates_its_text(head: str, point: Point) -> bool:
    before = head[head.rfind("\n", 0, point.start) + 1 : point.start]
    if len(before) > _LABEL_WIDTH:
        return False
    # "date 2018-11-19 Opium output …": a label of the source before it, the text right behind it.
    is_marked = _MARK_AFTER.match(head, point.end) or (
        before.strip().lower() in {"date", "published", "posted", "date:"}
        and _LEAD_AFTER.match(head, point.end)
    )
    return bool(is_marked) and _LABEL.fullmatch(before.lstrip()) is not None


def _count_orders(text: str, votes: dict[bool, int]) -> None:
    for first, second in _SLASHED.findall(text):
        if int(first) > 12 >= int(second):
            votes[True] += 1
        elif int(second) > 12 >= int(first):
            votes[False] += 1
