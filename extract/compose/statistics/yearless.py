"""Months and seasons that leave their year to the article: "in May", "last December"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.compose.statistics.page import Line
from extract.find.dates.edtf import precision
from extract.find.passage import Candidate
from extract.knowledge.counting import number_words

_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:/\.\.)?")
_MONTHS_OF_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-\d\d)?/XXXX-(\d\d)(?:-\d\d)?")
_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 2}
_LAST = re.compile(r"\b(?P<side>last|this|past)\s+$", re.IGNORECASE)
_MONTHS_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:(?P<count>\w{1,6})\s+months\s+(?:before|earlier)"
    r"|(?:previous|preceding|prior)\s+(?:(?P<number>\w{1,6})\s+months|quarter|half(?:-year)?))\b"
    r"(?!\s+(?:the|that|it|they|he|she|a)\b)"
)
_MONTHS_OF_YEAR = re.compile(r"(\d{4})-(\d\d)/(?=\1)\d{4}-(\d\d)")
_PAST = re.compile(r"\b(?:was|were|had|held|\w{3,}ed)\b")


def dated(start: int, end: int, edtf: str) -> Candidate:
    """A date that is told by another."""
    fields = {"edtf": edtf, "precision": precision(edtf)}
    return Candidate("date", start, end, "rule:date.told_by_another", fields)


def completed(line: Line, said: Candidate, day: date) -> Candidate:
    """ "held 586 people in May", "January-June": the last such months before the article."""
    edtf: str = said.fields["edtf"]
    match = _MONTHS_OF_NO_YEAR.fullmatch(edtf) or _NO_YEAR.fullmatch(edtf)
    if match is None or _LAST.search(line.between(max(line.body, said.start - 6), said.start)):
        return said
    if match.re is _NO_YEAR and not _PAST.search(line.clause.text) and ".." not in edtf:
        return said
    months = [int(month) for month in match.groups()]
    if max(months) > 12 or months[-1] < months[0]:
        return said
    year = day.year if months[-1] <= day.month else day.year - 1
    return dated(said.start, said.end, edtf.replace("XXXX", f"{year:04d}"))


def of_last(line: Line, said: Candidate, day: date | None) -> Candidate:
    """ "last December", "this summer": of the year the article's date gives them."""
    match = _NO_YEAR.fullmatch(said.fields["edtf"]) if day else None
    ahead = _LAST.search(line.between(max(line.body, said.start - 6), said.start))
    if match is None or day is None or ahead is None:
        return said
    number = int(match[1])
    ends = _SEASON_ENDS.get(number, number)
    gone_by = day.month > ends or (day.month == ends and number > 12)
    this = gone_by or ahead["side"].lower() == "this"
    return dated(said.start, said.end, f"{day.year if this else day.year - 1}-{match[1]}")


def months_before(line: Line, dates: Sequence[Candidate]) -> Iterator[Candidate]:
    """ "From July to September …, against 2,451 in the three months before"."""
    for match in _MONTHS_BEFORE.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        known = next((one for one in reversed(dates) if one.end <= start), None)
        range_ = _MONTHS_OF_YEAR.fullmatch(known.fields["edtf"]) if known else None
        if range_ is None or any(one.start < end and start < one.end for one in dates):
            continue
        year, first, last = (int(part) for part in range_.groups())
        length = last - first + 1
        if (said := match["count"] or match["number"]) and _number(said) != length:
            continue  # "the twelve months before" three others
        first, last = first - length, last - length
        if first > 0 or last <= 0:  # both in one year
            year, shift = (year, 0) if first > 0 else (year - 1, 12)
            yield dated(start, end, f"{year}-{first + shift:02d}/{year}-{last + shift:02d}")


def _number(word: str) -> int | None:
    row = number_words().get(word.lower())
    if row is not None:
        return int(row.value)
    return int(word) if word.isdecimal() else None
