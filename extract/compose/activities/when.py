"""When an event is: the date that stands with it, never a date of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract.compose.activities.cueing import cue_before
from extract.compose.clauses import Clause, once
from extract.find.passage import Candidate

_NAME_GOES_ON = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+){0,4}(?:Programme|Program|Plan|Strategy|Report|Assessment|Survey|Agenda|Conference)\b"
)
_DAY_OF = re.compile(
    r",\s+(?:the\s+)?(?:day\s+(?:one|two|three|four|five|\d)|(?:first|second|third|fourth|last|final)"
    r"\s+day)\s+of\b",
    re.IGNORECASE,
)
LONGEST = 45  # days of an event
DAY_PARTS = 2  # hyphens in the EDTF of a day
SPECIFIC = frozenset({"day", "month", "season", "interval", "quarter"})


def is_specific(found: Candidate) -> bool:
    """Whether the date is finer than a year."""
    if found.fields["precision"] == "interval":
        return re.search(r"\d{4}-\d\d|XXXX-\d\d", str(found.fields["edtf"])) is not None
    return found.fields["precision"] in SPECIFIC


_TODAY = re.compile(
    r"(?<![\w'’])(?:today(?!['’])|this (?:morning|afternoon|evening))(?![\w-])", re.IGNORECASE
)


def is_today(clause: Clause) -> bool:
    """Whether the clause says that it happens on the day of the text."""
    return _TODAY.search(clause.text) is not None


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST = re.compile(
    rf"(?<!ended )(?<!closed )(?<!concluded )(?<![\w-])(?:on|last|this)\s+"
    rf"(?P<day>{'|'.join(_WEEKDAYS)})(?![\w-])(?!,?\s+\d)",
    re.IGNORECASE,
)
_DAY_WORDS = frozenset(
    {"today", "yesterday", "tomorrow", "morning", "afternoon", "evening", *_WEEKDAYS}
)
_AHEAD = re.compile(
    r"\b(?:will|next|shall|to be|is to|are to|leaves for|travels on)\b", re.IGNORECASE
)
_BESIDE = re.compile(r"(?<![\w'’])(?P<word>yesterday|tomorrow)(?!['’\w-])", re.IGNORECASE)


def add_days(clause: Clause, day: date | None) -> None:
    """File "today" and "on Monday" among the dates of the clause, if the day of the text is known.

    A weekday without a date is the last one up to the day of the text.
    """
    if day is None or _DAY_WORDS.isdisjoint(clause.words):
        return
    for match in _TODAY.finditer(clause.text):
        _file_day(clause, match, day)
    for match in _BESIDE.finditer(clause.text):
        step = 1 if match.group("word").lower() == "tomorrow" else -1
        _file_day(clause, match, day + timedelta(days=step))
    for match in _LAST.finditer(clause.text):
        ahead = _AHEAD.search(_around(clause.text, match)) is not None
        away = _WEEKDAYS.index(match.group("day").lower()) - day.weekday()
        back = -away % 7 or (7 if match.group().lower().startswith("last") else 0)
        _file_day(clause, match, day + timedelta(days=away % 7 if ahead else -back))


_CUT = re.compile(r";|\s(?:and|but|while|where)\s")


def _around(text: str, day: re.Match[str]) -> str:
    """The part of a sentence that a day stands in: "opened on Monday and will run …"."""
    cuts = [match.span() for match in _CUT.finditer(text)]
    left = max((end for _, end in cuts if end <= day.start()), default=0)
    right = min((start for start, _ in cuts if start >= day.end()), default=len(text))
    return text[left:right]


def _file_day(clause: Clause, match: re.Match[str], day: date) -> None:
    file_days(clause, match.span(), day, day)


def file_days(clause: Clause, span: tuple[int, int], first: date, last: date) -> None:
    """File a stretch of days among the dates of the clause, if no date stands there."""
    start, end = clause.start + span[0], clause.start + span[1]
    if any(one.start < end and start < one.end for one in (*clause.of("date"), *clause.days)):
        return
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    precision = "day" if first == last else "interval"
    fields = {"edtf": edtf, "earliest": first, "latest": last, "precision": precision}
    clause.days.append(Candidate("date", start, end, "rule:activity.day", fields))


def all_dates(clause: Clause) -> Sequence[Candidate]:
    """The dates of the clause, those filed with them too, in reading order."""
    dates = clause.of("date")
    if not clause.days:
        return dates
    return sorted([*dates, *clause.days], key=lambda one: (one.start, -one.end))


@once
def own_dates(clause: Clause) -> Sequence[Candidate]:
    """The dates finer than a year that can be the date of what the clause tells."""
    return [
        found
        for found in all_dates(clause)
        if ".." not in str(found.fields["edtf"])
        and is_specific(found)
        and not cue_before("background").search(clause.before(found.start))
        and not _NAME_GOES_ON.match(clause.after(found.end))
        and not _DAY_OF.match(clause.after(found.end, 40))
    ]


_END = re.compile(
    r"\b(?:end(?:s|ed|ing)|clos(?:es|ed|ing)|conclud(?:es|ed|ing)|finish(?:es|ed)|wound\s+up"
    r"|runs?|lasts?|lasted|ran|continu(?:es|ed)|goes\s+on)\s+(?:on|until|till|to|here\s+on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def end_date(clause: Clause) -> Candidate | None:
    """The day on which the clause says that it ends."""
    days = (one for one in all_dates(clause) if one.fields["precision"] == "day")
    return next((one for one in days if _END.search(clause.before(one.start, 40))), None)


_GOING_ON = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?been\s+\w+ing\b")


def since_day(clause: Clause) -> Candidate | None:
    """ "Since 6 May they had been practising": the day it began."""
    if "since" not in clause.words or not _GOING_ON.search(clause.text):
        return None
    for found in clause.of("date"):
        edtf = str(found.fields["edtf"])
        if edtf.endswith("/..") and edtf.count("-") == DAY_PARTS:
            return replace(found, fields={**found.fields, "edtf": edtf[:-3], "precision": "day"})
    return None


def whole_stretch(
    first: Candidate, last: Candidate, otherwise: Candidate | None = None
) -> Candidate:
    """ "Opened on 5 May … runs until 16 May": one stretch of days; else the first as it is."""
    start, end = first.fields.get("earliest"), last.fields.get("latest")
    otherwise = otherwise or first
    if not isinstance(start, date):
        return otherwise
    if end is None:  # its year stands with the first day
        try:
            end = date.fromisoformat(str(last.fields["edtf"]).replace("XXXX", str(start.year)))
        except ValueError:  # 29 February of another year
            return otherwise
    if first.fields["precision"] != "day" or not 0 < (end - start).days <= LONGEST:
        return otherwise
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    fields = {**first.fields, "edtf": edtf, "latest": end, "precision": "interval"}
    return replace(first, fields=fields)


_TO = re.compile(r"\s*(?:to|until|till|through|and|–|—|-)\s*", re.IGNORECASE)
_HELD_IN_YEAR = re.compile(
    r"\b(?:held|take place|takes place|took place|hosted|meet|met)\b", re.IGNORECASE
)


def nearest_date(
    clause: Clause, offset: int, dateline_end: int, years: bool = False
) -> Candidate | None:
    """The date nearest to the word for the event; a year only where it was held in that year."""
    dates = [found for found in own_dates(clause) if found.start >= dateline_end]
    dates = dates or [found for found in clause.of("date") if found.fields["precision"] == "half"]
    if not dates and (years or _HELD_IN_YEAR.search(clause.text)):
        dates = [
            found
            for found in clause.of("date")
            if found.fields["precision"] == "year"
            and found.start >= dateline_end
            and re.search(r"\b[Ii]n\s+$", clause.before(found.start))
        ]
    if not dates:
        return None
    nearest = min(
        dates,
        key=lambda one: (min(abs(one.start - offset), abs(offset - one.end)), one.start),
    )
    return _joined(clause, dates, nearest)


def _joined(clause: Clause, dates: list[Candidate], nearest: Candidate) -> Candidate:
    """ "from Monday 23 September to today" is one stretch of days."""
    index = dates.index(nearest)
    for first, last in zip(
        dates[max(0, index - 1) :], dates[max(0, index - 1) + 1 : index + 2], strict=False
    ):
        link = clause.between(first.end, last.start)
        days = first.fields["precision"] == last.fields["precision"] == "day"
        if days and _TO.fullmatch(link) and str(first.fields["edtf"]) < str(last.fields["edtf"]):
            fields = {
                **first.fields,
                "edtf": f"{first.fields['edtf']}/{last.fields['edtf']}",
                "latest": last.fields.get("latest"),
                "precision": "interval",
            }
            return replace(first, end=last.end, fields=fields)
    return nearest
