"""Days told by another day: "the next day", "on the 28th", "between the 14th and the 19th"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from extract.compose.activities.when import all_dates, file_days
from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.counting import small_numbers

_STEPS = {"same": 0, "very": 0, "that": 0, "next": 1, "following": 1, "later": 1}
_NEXT = re.compile(
    r"\b(?:on\s+)?(?:(?:the\s+)(?P<step>same|very|next|following)\s+(?P<unit>day|morning|afternoon|evening)"
    r"|(?P<that>that)\s+(?:day|morning|afternoon|evening)|a\s+day\s+(?P<later>later))\b(?!\s+of)",
    re.IGNORECASE,
)
_NUMBER = r"(?:the\s+)(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)"
_ORDINAL = re.compile(
    rf"\b(?:on|from|between|by)\s+{_NUMBER.format('first')}"
    rf"(?:\s+(?:to|and|until|till)\s+{_NUMBER.format('last')})?(?=\s*[.,;:)]|\s*$|\s+[a-z]{{2,7}}\b)"
    r"(?!\s+(?:of|session|meeting|anniversary|time|century|edition|floor|place|day)\b)",
    re.IGNORECASE,
)
_ORDINALS = frozenset(f"{day}{end}" for day in range(1, 32) for end in ("st", "nd", "rd", "th"))
_WORDS = frozenset({"day", "morning", "afternoon", "evening"})


@cache
def _days_later() -> re.Pattern[str]:
    numbers = "|".join([*sorted(small_numbers(20), key=len, reverse=True), r"\d{1,2}"])
    return re.compile(rf"\b(?P<number>{numbers})\s+days\s+later\b", re.IGNORECASE)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(small_numbers(20)[word])


def add_relative_days(clause: Clause, last: date | None, day: date | None) -> None:
    """File the days the clause tells by ``last``, the day told before, or ``day``, the text's."""
    if last is not None and "later" in clause.words:
        for match in _days_later().finditer(clause.text):
            own = _last_of(clause, clause.start + match.start())
            told = (own or last) + timedelta(days=_number(match.group("number").lower()))
            file_days(clause, match.span(), told, told)
    if last is not None and not _WORDS.isdisjoint(clause.words):
        for match in _NEXT.finditer(clause.text):
            word = next(one for one in match.group("step", "that", "later") if one)
            own = _last_of(clause, clause.start + match.start())
            told = (own or last) + timedelta(days=_STEPS[word.lower()])
            file_days(clause, match.span(), told, told)
    base = last or day
    if base is None or _ORDINALS.isdisjoint(clause.words):
        return
    for match in _ORDINAL.finditer(clause.text):
        numbers = [int(one) for one in match.group("first", "last") if one]
        try:
            days = [base.replace(day=number) for number in numbers]
        except ValueError:
            continue
        if days[0] <= days[-1]:
            file_days(clause, match.span(), days[0], days[-1])


def last_day(clause: Clause, before: date | None) -> date | None:
    """The last day the clause tells of, else the one told before it."""
    return _last_of(clause, clause.end) or before


def _last_of(clause: Clause, offset: int) -> date | None:
    """The last day told before ``offset``."""
    dates = reversed(all_dates(clause))
    return next((day for one in dates if one.end <= offset and (day := _end(one))), None)


def _end(found: Candidate) -> date | None:
    last = found.fields.get("latest")
    days = str(found.fields["edtf"]).count("-") in {2, 4}
    return last if days and isinstance(last, date) else None
