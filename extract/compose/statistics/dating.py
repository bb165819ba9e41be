"""What a date is to a figure: its period, what it is compared with, a publication's, a deadline."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.statistics.page import Figure, Line
from extract.compose.wording import wordings
from extract.find.passage import Candidate
from extract.knowledge.statistics import statistic_words

_FROM = re.compile(
    r"\b(?:from|instead of|up on|below|above|after(?= \S+ the previous)"
    r"|(?P<compared>against|compared with|compared to))"
    r"\s+(?:[^\s,;]+\s){0,3}$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:rang\w+|runs?|ran|var(?:y|ies|ied)|lies?|anything|anywhere|differs?)\s+(?:\S+\s+){0,2}?from\s+(?:\S+\s+){0,2}$"
)
_TIME_BEHIND = re.compile(
    r"[^,;.]{0,40}?\b(?:\d{4}|(?:years?|months?|period|quarter|half)\b)", re.IGNORECASE
)
_AND = re.compile(r"(?:per cent|percent|%)\s+and\s+(?:\w+\s)?$")
_SINCE = re.compile(r"\bsince\b[^.;,]{0,80}$", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|of|as at|at|by|since|from|and|night of|between)\s+$", re.IGNORECASE)
# Not "November last year": that is one month, and often one event.
LAST_YEAR = re.compile(
    r"\b(?=[ltp])(?<!ber )(?<!ary )(?<!arch )(?<!pril )(?<!May )(?<!June )(?<!July )(?<!gust )"
    r"(?:last|this|past) year\b",
    re.IGNORECASE,
)
_WORD_OF_TITLE = r"[A-Z][\w'’-]{1,20}\s+(?:(?:of|on|in|and|the)\s+){0,2}"
_BACK = 40
_REACHED_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|should|would|to be|plan\w*|aim\w*|goals?|targets?"
    r"|hop\w+|expect\w*|intend\w*)\b"
)


@cache
def cue(name: str) -> re.Pattern[str]:
    """The wordings of a row of statistic_words.tsv."""
    return wordings(statistic_words()[name])


@cache
def ending(name: str) -> re.Pattern[str]:
    """The wordings with nothing but an article between them and what follows."""
    gap = r"\s+(?:the\s+|th(?:ose|at) (?:of|in|for)\s+|in\s+|late\s+)?$"
    return re.compile(rf"(?:{cue(name).pattern}){gap}", re.IGNORECASE)


@cache
def _change_behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:\([^)]{{0,40}}\)\s*)?(?:{cue('change_noun').pattern})", re.IGNORECASE
    )


@cache
def _change_before() -> re.Pattern[str]:
    """The words of a change with up to two more in front of the figure: "up by some"."""
    made_up = r"(?<!made )(?<!make )(?<!makes )(?<!making )"
    words = cue("change_before").pattern
    return re.compile(
        rf"{made_up}(?:{words})\s+(?:\S+\s){{0,2}}$|\bby\s+(?:\S+\s){{0,3}}$", re.IGNORECASE
    )


@cache
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A title right behind a date, and one it ends."""
    nouns = "|".join(statistic_words()["title"])
    behind_it = rf"\s+(?:{_WORD_OF_TITLE}){{0,6}}(?:{nouns})\b"
    return re.compile(behind_it), re.compile(rf"\b(?:{nouns}|Drugs|Persons)[,\s]+$")


def before(line: Line, offset: int, length: int = _BACK) -> str:
    """The text of the line in front of an offset."""
    return line.between(max(line.clause.start, offset - length), offset)


def behind(figure: Figure, length: int) -> str:
    """The text behind a figure, up to the next."""
    starts = (one.start for one in figure.line.figures if one.start >= figure.end)
    limit = figure.end + length
    return figure.line.between(figure.end, min(limit, next(starts, limit)))


def usable(date: Candidate, line: Line) -> bool:
    """Whether the date can be a period: not a month of no year, a publication's, a deadline."""
    edtf = date.fields["edtf"]
    if date.rule == "rule:date.relative_day":
        return False
    if edtf.startswith("XXXX") and edtf.count("-") != 2:
        return False
    ahead = before(line, date.start)
    if date.fields["precision"] == "day" and not line.title:
        stock = _ON.search(ahead) is not None and not LAST_YEAR.search(line.clause.text)
        if not stock:
            return False
    title_behind, title_before = _titles()
    if title_behind.match(line.between(date.end, date.end + 80)) or title_before.search(ahead):
        return False
    if ending("publication").search(ahead):
        return False
    return not ending("until").search(ahead) or (
        _REACHED_BY.search(ahead) is not None and not _AHEAD.search(line.clause.text)
    )


def is_base(date: Candidate, line: Line) -> bool:
    """Whether the date is one that is compared with, or dates the "from" of a change."""
    if ending("base").search(before(line, date.start)) or date.rule == "rule:date.year_before":
        return True
    owner = next((one for one in reversed(line.figures) if one.end <= date.start), None)
    return owner is not None and date.start - owner.end < _BACK and is_from(owner)


def is_open(date: Candidate, line: Line) -> bool:
    """Whether the time begins at the date: "since 1998", "since it began its work in 2014"."""
    edtf = date.fields["edtf"]
    return edtf.endswith("/..") or bool(_SINCE.search(before(line, date.start, 100)))


def is_from(figure: Figure) -> bool:
    """Whether it is what another figure is compared with, at another time."""
    ahead = before(figure.line, figure.start)
    match = None if _RANGE.search(ahead) else _FROM.search(ahead)
    if match is None or not match["compared"]:
        return match is not None
    return _TIME_BEHIND.match(behind(figure, 60)) is not None


def is_change(figure: Figure) -> bool:
    """Whether the figure says how much something changed, not how much there was."""
    if figure.change is None:
        figure.change = _reads_as_change(figure)
    return figure.change


def _reads_as_change(figure: Figure) -> bool:
    line = figure.line
    ahead = before(line, figure.start, 50)
    if _change_behind().match(line.between(figure.end, figure.end + 40)):
        return True
    if _AND.search(ahead):
        earlier = [one for one in line.figures if one.end <= figure.start]
        return bool(earlier) and is_change(earlier[-1])
    if figure.dimension != "percent" or not _change_before().search(ahead) or is_from(figure):
        return False
    return cue("change_verb").search(line.clause.text) is not None
