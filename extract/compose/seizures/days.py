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
_RANKS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
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
        rf"\b(?<!\ba )(?<!\bevery )(?<!\beach )(?<!\bany )(?:(?P<last>[Ll]ast|[Pp]ast)\s)?"
        rf"(?P<weekday>{weekdays})(?!s\b|,?\s\d{{1,2}}(?:st|nd|rd|th|\s[A-Z]))"
        r"(?:\s(?:morning|afternoon|evening|night))?\b"
        r"|\b(?P<yesterday>[Yy]esterday|[Ll]ast night)\b"
        r"|\b(?:[Oo]n|of|since|by) the (?P<nth>\d{1,2})(?:st|nd|rd|th)\b"
        r"(?=[.,;:)]|\s(?:when|at|in|and|the|a|by|officers|police|customs)\b"
        r"|\sof (?:the|that) (?:same )?month)"
        rf"|\b(?:[Tt]he\s)?(?P<same>{_SAME}|(?:very\s)?[Ss]ame\s(?:{weekdays}))\b"
        rf"|\b(?P<hours>(?:(?i:an|{numbers}|some|a few|\d{{1,2}})\s)?"
        r"(?:[Hh]ours?|[Mm]inutes)\slater)\b"
        r"|\b(?P<month>[Ll]ater (?:that|in the) month|(?:[Tt]hat|[Tt]he) same month"
        r"|[Bb]efore the month was (?:out|over)|[Bb]y the end of (?:that|the same) month)\b"
        r"|\b(?P<year>(?:[Tt]hat|[Tt]he)(?: very)?(?: same)? year)\b(?<!\b[Tt]he year)"
        r"|\b(?P<week>(?:[Tt]hat|[Tt]he)(?: very)? same week"
        r"|[Ll]ater (?:that|in the(?: same)?) week)\b"
        rf"|\b(?:[Tt]he\s)?(?P<next>{_NEXT}|[Dd]ay after)\b(?!\s(?:to|we|will)\b)"
        rf"|\b[Oo]n the (?P<rank>{'|'.join(_RANKS)}) day\b(?! (?:of|in))"
        r"|\b(?P<then>(?:[Ee]ver )?[Ss]ince then|[Ee]ver since)\b"
        r"|\b(?:[Tt]he\s)(?P<eve>(?:day|night|evening) before|previous (?:day|night|evening))\b"
        r"(?!\s(?:the|he|she|they|it|this)\b)"
        rf"|\b(?P<count>(?i:{numbers})|\d{{1,2}})\s(?P<unit>day|night|week|fortnight|month|year)s?\s"
        r"(?P<way>later|afterwards?|after that|earlier|before|previously|ago|on(?=,))\b"
        r"(?!\s(?:than|as|to|of)\b)"
    )


_NTH = re.compile(r"\d(?:st|nd|rd|th)\b")


@cache
def _keys() -> frozenset[str]:
    """Words one of which every match of the pattern holds, but for "on the 12th"."""
    parts = (
        "day",
        "morning",
        "afternoon",
        "evening",
        "night",
        "year",
        "years",
        "week",
        "yesterday",
        "since",
        "hour",
        "hours",
        "minutes",
    )
    return frozenset((*numbers_of("weekday"), *parts)) | keys_of(("month", *_UNITS, "night"), "s")


def written_on(lines: Sequence[Line]) -> date | None:
    """The day that the dateline gives."""
    days = [day for line in lines[:4] for one in line.read.get("written", ()) if (day := _day(one))]
    return days[0] if len(days) == 1 and days[0].year > 1 else None


def add_days(lines: Sequence[Line], dateline: date | None) -> None:
    """Give every line the days it tells by another one."""
    told: list[Candidate] = []
    for line in lines:
        known = line.of("date")
        added: list[Candidate] = []
        may_tell = line.holds(_keys()) or _NTH.search(line.text)
        for match in _pattern().finditer(line.text) if may_tell else ():
            start, end = line.start + match.start(), line.start + match.end()
            if any(one.start - 6 < end and start < one.end + 6 for one in known):
                continue
            earlier = [*told, *(one for one in (*known, *added) if one.end <= start)]
            by_month = match["month"] or match["nth"] or match["unit"] == "month"
            by_year = match["then"] or match["year"] or match["unit"] == "year"
            wanted = _is_point if by_year else _is_dated if by_month else _is_told
            if match["count"] and not by_month and earlier and _precision(earlier[-1]) == "month":
                continue  # "in May …; a week later": later than which day is not said
            last = next((one for one in reversed(earlier) if wanted(one)), None)
            found = _resolve(match, dateline, last)
            if found is not None and not found.startswith("0002"):
                added.append(as_date(start, end, found.replace(_NO_YEAR, "XXXX")))
        if added:
            line.take((*line.mentions, *added))
            known = line.of("date")
        told = [*told, *known][-6:]


def _precision(one: Candidate) -> str | None:
    found: str | None = one.fields.get("precision")
    return found


def _is_point(one: Candidate) -> bool:
    """Whether a time may open another that lasts ("since then")."""
    return _precision(one) in {"day", "month", "year"}


def _is_dated(one: Candidate) -> bool:
    """Whether the month of a time is known."""
    return _precision(one) in {"day", "month"}


def _is_told(one: Candidate) -> bool:
    """Whether a story may count days on from the date: a day, or days from and to."""
    return one.fields.get("precision") == "day" or str(one.fields["edtf"]).count("-") == 4


_NO_YEAR = "0001"  # stands for the year of a day whose year is not known


def _day(one: Candidate) -> date | None:
    """The day of a date, also where its year is not known."""
    if _precision(one) != "day":
        return None
    try:
        return date.fromisoformat(str(one.fields["edtf"]).replace("XXXX", _NO_YEAR))
    except ValueError:  # a day about which the writer was not sure
        return None


def _first_day(one: Candidate) -> date | None:
    """The day of a date, or the first of its month."""
    if _precision(one) != "month":
        return _day(one)
    try:
        return date.fromisoformat(str(one.fields["edtf"]).replace("XXXX", _NO_YEAR) + "-01")
    except ValueError:
        return None


def _resolve(match: re.Match[str], dateline: date | None, last: Candidate | None) -> str | None:
    """The date in EDTF, where its ground is known; ``last`` is the date told before."""
    if match["then"] or match["rank"]:
        return _from(last) if match["then"] else _day_of(last, _RANKS[match["rank"]])
    if match["year"] or match["unit"] == "year":
        return _of_year(match, dateline, last)
    told = _first_day(last) if last else None
    if match["weekday"] or match["yesterday"]:
        return _before_dateline(match, dateline)
    if match["nth"]:
        return _nth(int(match["nth"]), told, dateline)
    if match["way"] and match["way"].lower() == "ago":
        told = dateline
    return None if told is None else _of_told(match, told)


def _of_told(match: re.Match[str], told: date) -> str | None:
    """The date as it counts from a day told before."""
    if match["same"] or match["hours"] or match["month"]:
        return told.isoformat()[: 7 if match["month"] else 10]
    if match["week"]:
        monday = told.toordinal() - told.weekday()
        ends = (date.fromordinal(day).isoformat() for day in (monday, monday + 6))
        return "/".join(ends) if monday > 0 and told.year > 1 else None
    if match["next"] or match["eve"]:
        return _shifted(told, 1 if match["next"] else -1)
    return _counted(match, told)


def _counted(match: re.Match[str], told: date) -> str | None:
    """ "Three weeks later", from a day told before."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _numbers()[word]
    sign = -1 if match["way"].lower() in _BACK else 1
    if match["unit"] == "month":
        months = told.year * 12 + told.month - 1 + sign * count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return _shifted(told, sign * count * _UNITS.get(match["unit"], 1))


def _of_year(match: re.Match[str], dateline: date | None, last: Candidate | None) -> str | None:
    """ "That year", or "two years before": a year, counted from the date told last."""
    if match["year"]:
        year = str(last.fields["edtf"])[:4] if last else ""
        return year if year.isdigit() else None
    ago = match["way"].lower() == "ago"
    told = (
        str(dateline.year if dateline else "") if ago else str(last.fields["edtf"] if last else "")
    )
    if not told[:4].isdigit() or "/" in told:
        return None
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _numbers()[word]
    return f"{int(told[:4]) + (-count if match['way'].lower() in _BACK else count):04}"


def _from(last: Candidate | None) -> str | None:
    """ "Since then": from the date told last, or its first end."""
    edtf = str(last.fields["edtf"]).split("/")[0] if last else ""
    return f"{edtf}/.." if edtf[:4].isdigit() else None


def _day_of(last: Candidate | None, rank: int) -> str | None:
    """ "On the last day": of the days from the first to the last that the date told last gives."""
    ends = str(last.fields["edtf"]).split("/") if last else []
    if len(ends) != 2 or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", end) for end in ends):
        return ends[rank] if len(ends) == 2 and rank == -1 and len(ends[-1]) == 10 else None
    first, final = map(date.fromisoformat, ends)
    day = final if rank < 0 else first + timedelta(days=rank)
    return day.isoformat() if first <= day <= final else None


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


def as_date(start: int, end: int, edtf: str) -> Candidate:
    """A date of the article, told by other words than a calendar's."""
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
