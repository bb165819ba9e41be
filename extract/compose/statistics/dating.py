"""What a date is to a figure: its period, what it is compared with, a publication's, a deadline."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause, once
from extract.compose.statistics.page import Figure, Line
from extract.compose.wording import wordings
from extract.find.passage import Candidate
from extract.knowledge.statistics import statistic_words

_FROM = re.compile(
    r"\b(?:(?P<start>(?<!came )(?<!come )(?<!comes )from)|up on"
    r"|(?P<compared>against|compared with|compared to|below|above|instead of|after))"
    r"\s+(?:(?!to\s|\d)[^\s,;]+\s){0,3}$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:up|down|back|away|went|gone|going|goes|came|moved|passed|r[aeio]se|risen|rising|rises|f[ae]ll|fallen"
    r"|falling|falls|dr[oe]pp?\w*|grew|grown|growing|grows|increas\w+|decreas\w+|declin\w+|reduc\w+|shr[aiu]nk\w*"
    r"|climb\w+|jump\w+|soar\w+|surg\w+|plung\w+|plummet\w+|slump\w+|slid|slipp\w+|sank|sunk|edged|crept"
    r"|doubl\w+|tripl\w+|trebl\w+|halv\w+|improv\w+|chang\w+|cut|brought|rais\w+|lower\w*|widen\w+"
    r"|dwindl\w+|tumbl\w+|eas(?:ed|ing)|expand\w+|swell\w*|swollen|more|less|fewer|higher|compared)\b"
)
_LISTED = re.compile(r"(?:,?\s+and\s+|,\s+)(?:about\s+|some\s+)?")
_FROM_OF_RANGE = re.compile(r"\bfrom\s+(?:[^\s,;\d]+\s){0,2}$")
_DATED_FROM = re.compile(r"[^,;.]{0,30}?\s(?:in|of)\s(?:19|20)\d\d\sto\s(?:\S+\s){0,2}?\S?\d")
_FROM_DATED = re.compile(r"\bfrom\s(?:\S+\s){0,2}?[\d.,]+(?:\s[^\s,;]+){0,3}\s(?:in|of)\s$")
_TO_OTHER = re.compile(r"\sto\s(?!(?:19|20)\d\d\b)(?:\S+\s){0,2}?\S?\d")
_SET_BESIDE = frozenset({"against", "compared with", "compared to"})
_NO_MORE = re.compile(r"\s*(?:[.;)]|$)")
_ACROSS = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:in|at|for|among)\s+(?!(?:19|20)\d\d|th(?:e|at|is|ose)\s)[^,;.]{2,40}?\sto\s"
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
_LAST_YEAR = re.compile(
    r"\b(?=[ltp])(?<!ber )(?<!ary )(?<!arch )(?<!pril )(?<!May )(?<!June )(?<!July )(?<!gust )"
    r"(?:last|this|past) year\b",
    re.IGNORECASE,
)
_WORD_OF_TITLE = r"[A-Z][\w'’-]{1,20}\s+(?:(?:of|on|in|and|the)\s+){0,2}"
_BACK = 40
_REACHED_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|should|would|to be|plan\w*|aim\w*|goals?|targets?"
    r"|hop\w+|expect\w*|intend\w*|projected|forecast\w*|predict\w*|foresee\w*|envisag\w+)\b"
)
_LEADS_ELSEWHERE = re.compile(r"[,;:]|\s+(?:\w+\s+)?have\b|\b(?:than|that|who|which|because|if)\b")
_LAST_OF_SERIES = re.compile(r"\b(?:the|its|their)\s$")
_OVER_NUMBER = re.compile(
    r"\b(?:(?:than|over|on|from)\s+the|(?:against|compared (?:with|to))(?:\s+(?:the|some|about))?)"
    r"\s+\d[\d,.  ]*\s(?:\w+\s){0,2}?(?:of|in|for)\s+$"
)

_MASTHEAD = re.compile(
    r"\b(?:issue|no\.?|nr\.?|vol(?:ume)?\.?|newsletter|bulletin|quarter(?:ly)?|edition|update|review|press|page|photo)\b",
    re.IGNORECASE,
)


_PAST = frozenset({"last", "this", "past"})


@once
def is_of_last_year(clause: Clause) -> bool:
    """Whether the clause speaks of the last year, or of this one, as a whole."""
    return not _PAST.isdisjoint(clause.words) and _LAST_YEAR.search(clause.text) is not None


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
    if date.rule.startswith("rule:date.relative") and _LAST_OF_SERIES.search(
        before(line, date.start, 6)
    ):
        return False  # "the last year for which …"
    if edtf.startswith("XXXX") and edtf.count("-") != 2:
        return False
    ahead = before(line, date.start)
    if date.fields["precision"] == "day" and not line.title:
        stock = _ON.search(ahead) is not None and not is_of_last_year(line.clause)
        if not stock:
            return False
    title_behind, title_before = _titles()
    if title_behind.match(line.between(date.end, date.end + 80)) or title_before.search(ahead):
        return False
    if ending("publication").search(ahead):
        return False
    return not ending("until").search(ahead) or _REACHED_BY.search(ahead) is not None


def whole_year(date: Candidate) -> str:
    """The time a date says: of "the end of 2012" the year, since it if it is open."""
    edtf: str = date.fields["edtf"]
    if not date.rule.startswith("rule:date.edge_of_year"):
        return edtf
    return f"{edtf[:4]}/.." if edtf.endswith("/..") else edtf[:4]


def is_masthead(line: Line) -> bool:
    """Whether the line names a publication, its number and date: "Newsletter No. 4, 2009"."""
    return _MASTHEAD.search(line.clause.text) is not None


def is_ahead(date: Candidate, line: Line) -> bool:
    """Whether the date lies ahead: "by 2030 it is projected to rise"."""
    return (
        _AHEAD.search(line.clause.text) is not None
        and ending("until").search(before(line, date.start)) is not None
    )


def is_foreseen(figure: Figure, wording: str) -> bool:
    """Whether the figure is only what may come ("conditional": "could reach 900 tons") or what
    somebody reckons with ("projected": "is expected to fall to 3")."""
    line = figure.line
    left = max((one.end for one in line.figures if one.end <= figure.start), default=line.body)
    ahead = line.between(max(left, figure.start - 2 * _BACK), figure.start)
    return any(
        match.group() != "May" and not _LEADS_ELSEWHERE.search(ahead, match.end())
        for match in cue(wording).finditer(ahead)
    )


def is_base(date: Candidate, line: Line) -> bool:
    """Whether the date is one that is compared with, or dates the "from" of a change."""
    ahead = before(line, date.start)
    if date.rule == "rule:date.year_before" or ending("base").search(ahead):
        return True
    if _OVER_NUMBER.search(ahead):
        return True
    if _FROM_DATED.search(ahead) and _TO_OTHER.match(line.between(date.end, date.end + 40)):
        return True  # "from 18 million in 2020 to 143 million"
    owner = next((one for one in reversed(line.figures) if one.end <= date.start), None)
    return owner is not None and date.start - owner.end < _BACK and is_from(owner)


def is_open(date: Candidate, line: Line) -> bool:
    """Whether the time begins at the date: "since 1998", "since it began its work in 2014"."""
    edtf = date.fields["edtf"]
    return edtf.endswith("/..") or bool(_SINCE.search(before(line, date.start, 100)))


def is_from(figure: Figure) -> bool:
    """Whether it is what another figure is compared with, at another time."""
    if figure.compared is None:
        figure.compared = _reads_as_compared(figure)
    return figure.compared


def _reads_as_compared(figure: Figure) -> bool:
    ahead = before(figure.line, figure.start)
    match = None if _RANGE.search(ahead) else _FROM.search(ahead)
    if match is None:
        return False
    if match["start"]:
        said = figure.line.between(figure.line.clause.start, figure.start)
        dated = _DATED_FROM.match(figure.line.between(figure.end, figure.end + 60))
        return bool(dated or _MOVED.search(said)) and not is_across(figure)
    if not match["compared"]:
        return True
    if _TIME_BEHIND.match(_behind_list(figure)):
        return True
    # "94 deaths, against 88.": nothing but another time can be what it is set beside.
    alone = match["compared"].lower() in _SET_BESIDE and _NO_MORE.match(_behind_list(figure))
    earlier = [one for one in figure.line.figures if one.end <= figure.start]
    amount = figure.dimension != "percent"  # "51 per cent against 33" may be two parts
    return bool(alone and earlier and amount) and earlier[-1].unit == figure.unit


def _behind_list(figure: Figure) -> str:
    """What stands behind a figure and those listed with it: "8 cases and 1.9 million in 2008"."""
    line, end = figure.line, figure.end
    for one in line.figures:
        if one.start >= end and _LISTED.fullmatch(line.between(end, one.start)):
            end = one.end
    return line.between(end, end + 60)


def is_across(figure: Figure) -> bool:
    """Whether it is the low end of places, not times: "from 104 in Serbia to 381 in Croatia"."""
    if not _FROM_OF_RANGE.search(before(figure.line, figure.start)):
        return False
    return _ACROSS.match(figure.line.between(figure.end, figure.end + 60)) is not None


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
