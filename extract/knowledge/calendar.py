"""The calendar's names, the cues beside a bare year, and the sessions that settle a year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from extract.knowledge.tables import Row, read_table

NameKind = Literal["month", "weekday", "season", "ordinal", "number", "tens"]
Reading = Literal["time", "date", "number", "measure", "count"]


class CalendarName(Row):
    """A month, weekday, season, or a number word that counts them."""

    kind: NameKind
    number: int
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    alone: Literal["yes", "cue"] | None = None
    example: str
    counter: str | None = None


class YearCue(Row):
    """Words that, beside a four-digit number, tell a year from an amount or a code."""

    side: Literal["before", "after"]
    reading: Reading
    words: tuple[str, ...]
    example: str
    counter: str | None = None


class Session(Row):
    """The numbered sessions of a body: ``year_of_first + step * (ordinal - first)``."""

    body: str
    phrases: tuple[str, ...]
    kind: Literal["session", "congress"]
    first: int
    last: int
    year_of_first: int
    step: int
    months: tuple[int, ...]
    example: str
    counter: str | None = None

    def year(self, ordinal: int) -> int | None:
        """The year of the session so numbered, None outside the numbers known."""
        if not self.first <= ordinal <= self.last:
            return None
        return self.year_of_first + self.step * (ordinal - self.first)


@cache
def calendar_names(kind: NameKind) -> tuple[CalendarName, ...]:
    """Every name of one kind, in table order."""
    return tuple(row for row in read_table("calendar.tsv", CalendarName) if row.kind == kind)


@cache
def numbers_of(kind: NameKind) -> Mapping[str, int]:
    """Lower-case name or abbreviation -> its number."""
    return MappingProxyType(
        {
            name.lower(): row.number
            for row in calendar_names(kind)
            for name in (*row.names, *row.short)
        }
    )


@cache
def month_pattern() -> str:
    """Any month's name or abbreviation, the longest first, as part of a regular expression."""
    names = [name for row in calendar_names("month") for name in (*row.names, *row.short)]
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


@cache
def day_words() -> Mapping[str, int]:
    """Days of a month spelled out, in lower case: "sixth" -> 6, "twenty-first" -> 21."""
    words = {word: day for word, day in numbers_of("ordinal").items() if word.isalpha() and day > 0}
    for tens, above in numbers_of("tens").items():
        words |= {f"{tens}-{word}": above + day for word, day in words.items() if day < 10}
    return MappingProxyType({word: day for word, day in sorted(words.items()) if day <= 31})


@cache
def year_cues(side: Literal["before", "after"]) -> Mapping[str, Reading]:
    """Lower-case word (or ``word:neighbour``) -> what it says of the number it stands beside."""
    cues: dict[str, Reading] = {}
    for row in read_table("year_cues.tsv", YearCue):
        if row.side == side:
            for word in row.words:
                months = numbers_of("month") if word == "@month" else (word,)
                cues.update(dict.fromkeys(months, row.reading))
    return MappingProxyType(cues)


@cache
def sessions() -> tuple[Session, ...]:
    """The session table."""
    return read_table("sessions.tsv", Session)
