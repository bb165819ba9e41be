"""The patterns of single dates, built from the calendar's names; every repetition is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

from extract.knowledge.calendar import NameKind, calendar_names, day_words

# White space inside a date: never a blank line.
GAP = r"(?:[^\S\n]{1,4}|[^\S\n]?\n[^\S\n]?)"
YEAR = r"(?:1[89]\d\d|20[0-6]\d)(?!\d|[.,]\d)"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)(?:{GAP}?(?:st|nd|rd|th|ST|ND|RD|TH)\b)?"
_NOT_INSIDE = r"(?<![\w$€£#@])(?<!\d[.,:])"
_AND_TO = r"\b(?:and|to|until|till|through|AND|TO)\b"
_DAY_JOIN = rf"(?:{GAP}?(?:[,/&–—‒-]|,?{GAP}?{_AND_TO}(?:{GAP}the\b)?){GAP}?)"
_OF = rf"(?:{GAP}?-?|{GAP}(?:of|OF){GAP})"
_TO_YEAR = rf"(?:{GAP}?[.,]?{GAP}?|-|{GAP}(?:of|OF){GAP}(?:the{GAP}year{GAP})?)"


def _forms(kind: NameKind) -> set[str]:
    """The names of a kind with a capital, in capitals, in lower case."""
    names = [name for row in calendar_names(kind) for name in (*row.names, *row.short)]
    return {form for name in names for form in (name.title(), name.upper(), name.lower())}


def _one_of(forms: Iterable[str], behind_first: str = "", behind: str = "") -> str:
    """The forms as a pattern, longest first, with what is checked behind the first letter or all.

    Each branch begins with a letter of its own: that is what makes it fast.
    """
    ordered = sorted(forms, key=lambda form: (form[0], -len(form), form))
    return "|".join(
        f"{first}{behind_first}(?:{'|'.join(form[1:] for form in group)}){behind}"
        for first, group in groupby(ordered, key=itemgetter(0))
    )


def _names(kind: NameKind) -> str:
    return _one_of(_forms(kind))


def _month() -> str:
    return rf"(?:(?:{_names('month')})(?![^\W\d_]))"


def _season() -> str:
    return rf"(?:(?:{_names('season')})(?!\w))"


@cache
def anchor_pattern() -> re.Pattern[str]:
    """What every date holds at least one of; cheap enough to run over everything.

    A month in lower case ("may", "march") is one only beside a year, which anchors it.
    """
    months = [name for row in calendar_names("month") for name in (*row.names, *row.short)]
    names = {*months, *(name.upper() for name in months), *_forms("season")}
    written = _one_of(names, r"(?<![A-Za-z].)", r"(?![a-z])")
    return re.compile(rf"{written}|1[89]\d\d|20\d\d|nineties|eighties")


@cache
def point_pattern() -> re.Pattern[str]:
    """A date of one piece, or a list of days of one month.

    The branch that matched is told by the groups: ``dm_*`` day before month, ``md_*`` month before
    day, ``my_*`` month and year, ``n_*`` numeric, ``s_*`` season, ``r_*`` short year range,
    ``decade``, ``year``.
    """
    month = _month()
    weekday = rf"(?:(?:{_names('weekday')})\b\.?,?{GAP}(?:the{GAP})?)"
    # "20 to 3 October": the 3 belongs to October, not to the list before it.
    free_day = rf"{_DAY}(?!{_OF}{month})"
    dotted = rf"{month}(?:\.(?={_TO_YEAR}{YEAR}|{GAP}?(?:[-–—/]|(?:to|and|until)\b)))?"
    # "Monday 12 to Friday 16 March"
    joined_day = rf"{_DAY_JOIN}{weekday}?{_DAY}"
    # "the sixth and seventh of September", not "a third of September's arrivals"
    spelled = rf"(?:{'|'.join(sorted(day_words(), key=lambda word: (-len(word), word)))})"
    spelled_days = rf"(?<!\b[Aa] ){spelled}(?:{_DAY_JOIN}{spelled}){{0,3}}(?={GAP}of{GAP})"
    iso = (
        r"(?P<n_year>(?:19|20)\d\d)(?P<n_mark>[-/.])(?P<n_month>0[1-9]|1[0-2])(?P=n_mark)"
        r"(?P<n_day>0[1-9]|[12]\d|3[01])(?!\d)"
    )
    numeric = (
        r"(?P<n_a>0?[1-9]|[12]\d|3[01])(?P<n_sep>[-/.])(?P<n_b>0?[1-9]|[12]\d|3[01])(?P=n_sep)"
        rf"(?P<n_y>{YEAR})(?![-/]\d)"
    )
    day_month = (
        rf"(?P<dm_weekday>{weekday})?(?P<dm_days>{_DAY}(?:{joined_day}){{0,6}}|{spelled_days}){_OF}"
        rf"(?P<dm_month>{dotted})(?:{_TO_YEAR}(?P<dm_year>{YEAR})|-(?P<dm_short>\d\d)(?![\w-]|{GAP}?{month}))?"
    )
    month_day = (
        rf"(?P<md_weekday>{weekday})?(?P<md_month>{month}\.?){GAP}?(?P<md_days>{_DAY}"
        rf"(?:{_DAY_JOIN}{free_day}){{0,6}})(?!{GAP}?(?:%|per{GAP}cent|percent|kg\b))"
        rf"(?:(?:{GAP}?,{GAP}?|{GAP}(?:of{GAP})?)(?P<md_year>{YEAR}))?"
    )
    season = (
        rf"(?P<s_name>{_season()})(?:(?:{GAP}(?:season{GAP})?(?:of{GAP})?|,{GAP}?|-)"
        rf"(?P<s_year>{YEAR})(?:[-–/](?P<s_next>(?:20)?\d\d)(?!\d))?)?"
    )
    branches = (
        iso,
        numeric,
        day_month,
        month_day,
        rf"(?P<my_month>{dotted})(?:{_TO_YEAR}(?P<my_year>{YEAR}))?",
        season,
        r"(?P<r_low>(?:1[89]|20)\d\d)(?P<r_mark>[-–/‒])(?P<r_high>\d\d)(?![\d/-]|[.,]\d)",
        r"(?P<decade>(?:1[89]|20)\d0)['’]?s\b",
        r"(?P<decade_word>nineties|eighties)\b",
        rf"(?P<fy>FY{GAP}?)?(?P<year>{YEAR})(?![\w@])",
    )
    names = {*_forms("month"), *_forms("weekday"), *_forms("season"), *day_words()}
    names |= {"nineties", "eighties", "FY"}
    opening = rf"(?=\d|{_one_of(name[:3] for name in names)})"
    return re.compile(_NOT_INSIDE + opening + "(?:" + "|".join(branches) + ")")
