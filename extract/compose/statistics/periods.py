"""The calendar time a figure is about.

1. The date right behind it: "80,000 ha in 2003". 2. The last date before it in its clause. 3. The
next date behind it, other figures between. 4. None in the clause: the latest period of its
paragraph, then of its article, if that reads like a survey. A date that is only compared with ("than
in 2002") is no period of the figure; it dates the other end of "from 74,000 to 80,000". A change
carries the later year; "since 1998" runs to the latest year of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.compose.statistics.page import Figure, Line
from extract.compose.wording import wordings
from extract.find.passage import Candidate
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import statistic_words

_YEAR = re.compile(r"\d{4}")
_JOINT = re.compile(
    r"(?:\b(?:and|but|while|whereas|yet)|,)\s+(?:only\s+|then\s+)?(?:in|by|for|during)?\s*$"
)
_STOP = re.compile(r"[,;:]\s|\b(?:which|who|when|where|whereas|while)\b")
_CONTRAST = re.compile(
    r"\b(?:from|compared|against|up|down|whereas|while|but|when|since"
    r"|(?:more|less|fewer|higher|lower|larger|smaller)\s+(?:\S+\s+){0,4}than)\b"
)
_ONLY_TIME = re.compile(r"\s*[(,]?\s*(?:in|for|during|at the end of)?\s*")
_CLOSE = 70
_FROM = re.compile(
    r"\b(?:from|instead of|up on|(?P<compared>against|compared with|compared to))\s+(?:[^\s,;]+\s){0,3}$",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r"[^,;.]{0,40}?\b(?:\d{4}|(?:years?|months?|period|quarter|half)\b)", re.IGNORECASE
)
_AND = re.compile(r"(?:per cent|percent|%)\s+and\s+(?:\w+\s)?$")
_CHANGE_BEHIND = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:more|less|fewer|higher|lower|increase|decrease|decline|rise|drop"
    r"|reduction|up|down|larger|smaller|growth|jump|fall)\b",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:up|down|added|jump of|rise of|increase of|drop of|decrease of|decline of|fall of"
    r"|reduction of|growth of|amounts to|drops|falls|rises|grows|increases)\s+(?:\S+\s){0,2}$"
    r"|\bby\s+(?:\S+\s){0,3}$",
    re.IGNORECASE,
)
_CHANGE_VERB = re.compile(
    r"\b(?:rose|fell|grew|dropp?\w+|declin\w+|increas\w+|decreas\w+|added|climb\w+|shrank|shrunk"
    r"|grown|up|down|drops|falls|rises|jump\w*|reduc\w+)\b",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"\b(?P<count>\w{1,9})\s+years?\s+(?P<side>earlier|later|before|after|previously)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:the\s+same|that)\s+(?:\w+\s+)?(?:year|years|period|time|months?)\b", re.IGNORECASE
)
_SUPERLATIVE = re.compile(r"\b(?:not|no|any|\w+est|never|most|least|record|first)\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:last|this|past) year\b", re.IGNORECASE)
_FROM_RANGE = re.compile(r"\s(?:from|between)\s+$")
_SINCE = re.compile(r"\bsince\b[^.;,]{0,80}$", re.IGNORECASE)
_TITLE_BEHIND = re.compile(r"\s+(?!In\b)[A-Z][a-z]+\s+[A-Z]")
_TITLE_BEFORE = re.compile(
    r"(?:Report|Survey|Assessment|Bulletin|Review|Drugs|Persons|Newsletter|Programme|Plan)[,\s]+$"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A period and the date it was read from (None: worked out or inherited)."""

    edtf: str
    mention: Candidate | None = None


@dataclass(slots=True)
class Memory:
    """What the article has said so far."""

    survey: bool
    main: str | None = None
    paragraph: int = -1
    latest: str | None = None
    base: str | None = None
    stated: list[str] = field(default_factory=list)


@cache
def _cue(name: str) -> re.Pattern[str]:
    return wordings(statistic_words()[name])


@cache
def _ending(name: str) -> re.Pattern[str]:
    """The cue with nothing but an article between it and what follows."""
    return re.compile(rf"(?:{_cue(name).pattern})\s+(?:the\s+|those of\s+|in\s+|late\s+)?$", re.IGNORECASE)


def read_periods(figures: Sequence[Figure], survey: bool) -> list[Time | None]:
    """The period of each figure of an article, in reading order."""
    memory = Memory(survey)
    times: list[Time | None] = []
    for figure in figures:
        if figure.line.paragraph != memory.paragraph:
            memory.paragraph, memory.latest = figure.line.paragraph, None
        _note_base(memory, figure.line)
        time = _time(figure, memory)
        times.append(time)
        if time is not None:
            _remember(memory, figure, time)
    return times


def _time(figure: Figure, memory: Memory) -> Time | None:
    line = figure.line
    dates = [one for one in line.of("date") if _usable(one, line)]
    change = is_change(figure)
    found = (
        _attached(figure, dates, change)
        or _preceding(figure, dates)
        or _following(figure, dates, change)
    )
    if found is not None:
        return _until_now(found, memory) if change and _is_open(found, line) else _as_said(found, line)
    return _shifted(figure, memory) or _inherited(figure, memory)


def is_change(figure: Figure) -> bool:
    """Whether the figure says how much something changed, not how much there was."""
    line = figure.line
    behind = line.between(figure.end, figure.end + 40)
    ahead = line.between(max(line.clause.start, figure.start - 50), figure.start)
    if _CHANGE_BEHIND.match(behind):
        return True
    if _AND.search(ahead):
        before = [one for one in line.figures if one.end <= figure.start]
        return bool(before) and is_change(before[-1])
    if not _CHANGE_BEFORE.search(ahead) or _is_from(figure):
        return False
    return figure.dimension == "percent" and bool(_CHANGE_VERB.search(line.clause.text))


def _usable(date: Candidate, line: Line) -> bool:
    """Whether the date can be a period: not a month of no year, a publication's, a deadline."""
    edtf = date.fields["edtf"]
    if date.rule == "rule:date.relative_day" or (edtf.startswith("XXXX") and edtf.count("-") != 2):
        return False
    if date.fields["precision"] == "day" and _LAST_YEAR.search(line.clause.text):
        return False
    before = line.between(max(line.clause.start, date.start - 40), date.start)
    if _TITLE_BEHIND.match(line.between(date.end, date.end + 20)) or _TITLE_BEFORE.search(before):
        return False
    return not _ending("publication").search(before) and not _ending("until").search(before)


def _is_base(date: Candidate, line: Line) -> bool:
    """Whether the date is one that is compared with, or dates the "from" of a change."""
    before = line.between(max(line.clause.start, date.start - 40), date.start)
    if _ending("base").search(before) or date.rule == "rule:date.year_before":
        return True
    owner = next((one for one in reversed(line.figures) if one.end <= date.start), None)
    return owner is not None and date.start - owner.end < 40 and _is_from(owner)


def _is_open(date: Candidate, line: Line) -> bool:
    before = line.between(line.body, date.start)
    return date.fields["edtf"].endswith("/..") or bool(_SINCE.search(before))


def _as_said(date: Candidate, line: Line) -> Time:
    edtf = date.fields["edtf"]
    if "/" not in edtf and _is_open(date, line):
        edtf += "/.."
    return Time(edtf, date)


def _between_figures(line: Line, start: int, end: int) -> bool:
    return any(start <= other.start and other.end <= end for other in line.figures)


def _attached(figure: Figure, dates: list[Candidate], change: bool) -> Candidate | None:
    """The date right behind the figure; right before it in "in 1998, when 26,800 ha"."""
    line = figure.line
    for date in dates:
        if date.end <= figure.start and re.fullmatch(
            r",?\s+(?:when|in which)\s+(?:\S+\s){0,4}", line.between(date.end, figure.start)
        ):
            return date
        if date.start < figure.end or date.start - figure.end > _CLOSE:
            continue
        gap = line.between(figure.end, date.start)
        if _between_figures(line, figure.end, date.start) or (change and _is_base(date, line)):
            return None
        if _JOINT.search(gap) and _figure_follows(line, date):
            return None
        if "/" in date.fields["edtf"]:
            gap = _FROM_RANGE.sub(" ", gap)
        if _STOP.search(gap) or _CONTRAST.search(gap):
            since = change and _is_open(date, line) and not _STOP.search(gap)
            return date if since or _ONLY_TIME.fullmatch(gap) else None
        return date
    return None


def _behind(figure: Figure, length: int) -> str:
    """The text behind a figure, up to the next."""
    starts = (one.start for one in figure.line.figures if one.start >= figure.end)
    return figure.line.between(figure.end, min(figure.end + length, next(starts, figure.end + length)))


def _figure_follows(line: Line, date: Candidate) -> bool:
    """Whether the date stands before a figure of its own: "… and in 2018 it was 228"."""
    follower = next((one for one in line.figures if one.start >= date.end), None)
    return follower is not None and follower.start - date.end < 45


def _preceding(figure: Figure, dates: list[Candidate]) -> Candidate | None:
    """The last date before the figure that is not one of comparison."""
    line = figure.line
    if _is_from(figure):
        return None
    for date in reversed(dates):
        if date.end > figure.start or _is_base(date, line):
            continue
        if _cue("over_years").search(_behind(figure, 60)):
            return None
        if _is_open(date, line) and any(
            one.end <= date.start for one in line.figures if one.dimension != "count"
        ):
            continue
        return date
    return None


def _following(figure: Figure, dates: list[Candidate], change: bool) -> Candidate | None:
    """The next date behind the figure, with others of its list between."""
    line = figure.line
    for date in dates:
        if date.start < figure.end:
            continue
        gap = line.between(figure.end, date.start)
        if _is_open(date, line) and not change and not _SUPERLATIVE.search(gap):
            return date
        if _CONTRAST.search(gap) or _is_base(date, line) or _is_open(date, line):
            return None
        if _JOINT.search(gap) and _figure_follows(line, date):
            return None
        return None if _is_from(figure) else date
    return None


def _is_from(figure: Figure) -> bool:
    """Whether it is what another figure is compared with, at another time."""
    line = figure.line
    match = _FROM.search(line.between(max(line.clause.start, figure.start - 40), figure.start))
    if match is None or not match["compared"]:
        return match is not None
    return _TIME_BEHIND.match(_behind(figure, 60)) is not None


def _until_now(since: Candidate, memory: Memory) -> Time:
    """A change since a year goes to the article's latest year."""
    start = since.fields["edtf"].removesuffix("/..")
    years = _YEAR.findall(memory.latest or memory.main or "")
    return Time(f"{start}/{years[-1]}" if years and years[-1] > start else f"{start}/..", since)


def _shifted(figure: Figure, memory: Memory) -> Time | None:
    """ "288 three years later", "ten years earlier the figure had stood at …"."""
    line = figure.line
    match = _SHIFT.search(line.between(figure.end, figure.end + 40))
    match = match or _SHIFT.search(line.between(line.body, figure.start))
    known = memory.latest or memory.main
    if match is None or known is None or not re.match(r"\d{4}(?!/)", known):
        return None
    word = match["count"].lower()
    row = number_words().get("one" if word == "a" else word)
    count = int(word) if word.isdecimal() and len(word) < 3 else int(row.value) if row else 0
    if not 0 < count < 100:
        return None
    later = match["side"].lower() in {"later", "after"}
    return Time(f"{int(known[:4]) + (count if later else -count):04d}")


def _inherited(figure: Figure, memory: Memory) -> Time | None:
    line = figure.line
    if _SAME.search(line.clause.text):
        if len(memory.stated) == 1:
            return Time(memory.stated[0])
        if len(memory.stated) > 1:
            return Time(min(memory.stated) if _is_from(figure) else max(memory.stated))
    left = max((one.end for one in line.figures if one.end <= figure.start), default=line.body)
    ahead = line.between(max(left, figure.start - 60), figure.start)
    if _cue("past").search(ahead) or _cue("present").search(ahead):
        return None
    behind = _behind(figure, 90)
    if any(_cue(name).search(behind) for name in ("over_years", "yearly", "other_period")):
        return None
    if _is_from(figure):
        return Time(memory.base) if memory.base else None
    if memory.latest is not None:
        return Time(memory.latest)
    return Time(memory.main) if memory.main and memory.survey else None


def _note_base(memory: Memory, line: Line) -> None:
    for date in line.of("date"):
        if _is_base(date, line) and re.fullmatch(r"\d{4}", date.fields["edtf"]):
            memory.base = date.fields["edtf"]


def _remember(memory: Memory, figure: Figure, time: Time) -> None:
    if time.mention is not None:
        memory.stated = [*[one for one in memory.stated[-1:] if one != time.edtf], time.edtf]
    if _is_from(figure):
        memory.base = time.edtf
        return
    if memory.latest is None or _last_year(time.edtf) >= _last_year(memory.latest):
        memory.latest = time.edtf
    if memory.main is None or (figure.line.lead and _last_year(time.edtf) > _last_year(memory.main)):
        memory.main = time.edtf


def _last_year(edtf: str) -> str:
    years = _YEAR.findall(edtf)
    return max(years) if years else ""
