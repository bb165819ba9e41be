"""Days a story tells by another: "last Thursday", "on the 12th", "two days later", "that night".

They count from the day of the dateline, or from the last day the article told. Only what is certain
is read: the day of publication itself never stands for the day of a seizure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from extract.compose.seizures.keys import keys_of
from extract.compose.seizures.page import Line
from extract.find.dates.edtf import bounds, precision
from extract.find.passage import Candidate
from extract.knowledge.calendar import numbers_of
from extract.knowledge.counting import small_numbers

_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_BACK = frozenset({"earlier", "before", "previously", "ago"})
_NEXT = r"(?:next|following)\s(?:day|morning|afternoon|evening|night)"
_SAME = r"(?:[Ss]ame|[Tt]hat(?: very| same)?)\s(?:day|morning|afternoon|evening|night)"


@cache
def _numbers() -> dict[str, int]:
    return small_numbers(11) | {"a": 1}


@cache
def _pattern() -> re.Pattern[str]:
    weekdays = "|".join(day.title() for day in numbers_of("weekday") if len(day) > 5)
    numbers = "|".join(_numbers())
    return re.compile(
        rf"\b(?:(?P<last>[Ll]ast|[Pp]ast)\s)?(?P<weekday>{weekdays})(?!s\b|,?\s\d{{1,2}}(?:st|nd|rd|th|\s[A-Z]))"
        r"(?:\s(?:morning|afternoon|evening|night))?\b"
        r"|\b(?P<yesterday>[Yy]esterday|[Ll]ast night)\b"
        r"|\b(?:[Oo]n|of|since|by) the (?P<nth>\d{1,2})(?:st|nd|rd|th)\b"
        r"(?=[.,;:)]|\s(?:when|at|in|and|the|a|by|officers|police|customs)\b"
        r"|\sof (?:the|that) (?:same )?month)"
        rf"|\b(?:[Tt]he\s)?(?P<same>{_SAME})\b"
        rf"|\b(?:[Tt]he\s)?(?P<next>{_NEXT}|[Dd]ay after)\b(?!\s(?:to|we|will)\b)"
        r"|\b(?:[Tt]he\s)(?P<eve>(?:day|night|evening) before|previous (?:day|night|evening))\b"
        r"(?!\s(?:the|he|she|they|it|this)\b)"
        rf"|\b(?P<count>(?i:{numbers})|\d{{1,2}})\s(?P<unit>day|night|week|fortnight|month)s?\s"
        r"(?P<way>later|afterwards?|earlier|before|previously|ago)\b"
        r"(?=\s?[.,;:)]|\s(?:the|a|an|in|at|on|his|her|their|officers|police|customs|and|another|it"
        r"|they|by|that|when)\b|\s[A-Z])"
    )


_NTH = re.compile(r"\d(?:st|nd|rd|th)\b")


@cache
def _keys() -> frozenset[str]:
    """Words one of which every match of the pattern holds, but for "on the 12th"."""
    parts = ("day", "morning", "afternoon", "evening", "night", "yesterday")
    return frozenset((*numbers_of("weekday"), *parts)) | keys_of(("month", *_UNITS, "night"), "s")


def written_on(lines: Sequence[Line]) -> date | None:
    """The day that the dateline gives."""
    days = [day for line in lines[:4] for one in line.read.get("written", ()) if (day := _day(one))]
    return days[0] if len(days) == 1 else None


def add_days(lines: Sequence[Line], dateline: date | None) -> None:
    """Give every line the days it tells by another one."""
    told: date | None = None
    for line in lines:
        known = line.of("date")
        added: list[Candidate] = []
        may_tell = line.holds(_keys()) or _NTH.search(line.text)
        for match in _pattern().finditer(line.text) if may_tell else ():
            start, end = line.start + match.start(), line.start + match.end()
            if any(one.start - 6 < end and start < one.end + 6 for one in known):
                continue
            earlier = [day for one in (*known, *added) if one.end <= start and (day := _day(one))]
            found = _resolve(match, dateline, earlier[-1] if earlier else told)
            if found is not None:
                added.append(_candidate(start, end, found))
        if added:
            line.mentions = sorted((*line.mentions, *added), key=lambda one: (one.start, one.end))
        days = [day for one in line.of("date") if (day := _day(one))]
        told = days[-1] if days else told


def _day(one: Candidate) -> date | None:
    if one.fields.get("precision") != "day" or not one.fields.get("earliest"):
        return None
    value = one.fields["earliest"]
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _resolve(match: re.Match[str], dateline: date | None, told: date | None) -> str | None:
    """The date in EDTF, where its ground is known."""
    if match["weekday"] or match["yesterday"]:
        return _before_dateline(match, dateline)
    if match["nth"]:
        return _nth(int(match["nth"]), told, dateline)
    if match["way"] and match["way"].lower() == "ago":
        told = dateline
    if told is None:
        return None
    if match["same"]:
        return told.isoformat()
    if match["next"] or match["eve"]:
        return _shifted(told, 1 if match["next"] else -1)
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _numbers()[word]
    sign = -1 if match["way"].lower() in _BACK else 1
    if match["unit"] == "month":
        months = told.year * 12 + told.month - 1 + sign * count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return _shifted(told, sign * count * _UNITS.get(match["unit"], 1))


def _before_dateline(match: re.Match[str], dateline: date | None) -> str | None:
    if dateline is None:
        return None
    if match["yesterday"]:
        return _shifted(dateline, -1)
    back = (dateline.isoweekday() - numbers_of("weekday")[match["weekday"].lower()]) % 7
    if not back and not match["last"]:
        return None  # "on Tuesday", told on a Tuesday: today, or a week ago
    return _shifted(dateline, -(back or 7))


def _nth(number: int, told: date | None, dateline: date | None) -> str | None:
    """ "On the 12th": of the month told last, else the last such day before the dateline."""
    month = told or dateline
    if month is None or not 1 <= number <= 31:
        return None
    if told is None and number > month.day:
        month = month.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=number).isoformat()
    except ValueError:
        return None


def _shifted(day: date, days: int) -> str | None:
    if not date.min.toordinal() <= day.toordinal() + days <= date.max.toordinal():
        return None
    return (day + timedelta(days=days)).isoformat()


def _candidate(start: int, end: int, edtf: str) -> Candidate:
    first, last = bounds(edtf)
    return Candidate(
        "date",
        start,
        end,
        "rule:seizure.day",
        {
            "edtf": edtf,
            "earliest": first,
            "latest": last,
            "precision": precision(edtf),
            "resolution": "article",
        },
    )
