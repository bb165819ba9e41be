"""Which date of a clause is the time of a figure: the one right behind it, before it, or next.

A date that is only compared with, one of another clause or of a clause that is closed before the
figure dates other things.
"""

from __future__ import annotations

import re

from extract.compose.statistics.dating import behind, cue, is_base, is_from, is_open
from extract.compose.statistics.focus import said_of
from extract.compose.statistics.page import Figure, Line
from extract.compose.statistics.tense import VERBS, without_asides
from extract.find.passage import Candidate

_JOINT = re.compile(
    r"(?:\b(?:and|but|while|whereas|yet)|,)\s+(?:only\s+|then\s+)?(?:in|by|for|during)?\s*$"
)
_STOP = re.compile(r"[,;:]\s|\b(?:which|who|when|where|whereas|while)\b")
_OTHER_CLAUSE = re.compile(r"\b(?:before|after|until|because|unless)\s|\([^)]*\d[^)]*$")
_RELATIVE = re.compile(r",\s(?:\w+\s)?(?:which|who|whose|where|when)\s(?:[^,;]|,(?=\d))*$")
_CLOSED = re.compile(rf"(?:[^,;]|,(?=\d))*,\s{VERBS}\b")
_CONTRAST = re.compile(
    r"\b(?:from(?=\s*$)|compared|against|up|down|whereas|while|but|when|since"
    r"|(?:more|less|fewer|higher|lower|larger|smaller)\s+(?:\S+\s+){0,4}than)\b"
)
_NO_LIST = re.compile(
    r",\s(?!\d|(?:and|or|about|some|nearly|over|almost|another|more|as well"
    rf"|{VERBS})\b)"
)
_SUPERLATIVE = re.compile(r"\b(?:not|no|any|\w+est|never|most|least|record|first)\b", re.IGNORECASE)
_TO_ANOTHER = re.compile(r"\b(?:to|they|it|we)\b")
_ONLY_TIME = re.compile(r"\s*[(,]?\s*(?:in|for|during|at the end of)?\s*")
_WHEN = re.compile(r",?\s+(?:when|in which)\s+(?:\S+\s){0,4}")
_FROM_RANGE = re.compile(r"\s(?:from|between)\s+$")
_CLOSE, _REACH = 70, 600


def attached(figure: Figure, dates: list[Candidate], change: bool) -> Candidate | None:
    """The date right behind the figure; right before it in "in 1998, when 26,800 ha"."""
    line = figure.line
    for date in dates:
        if date.end <= figure.start and _WHEN.fullmatch(line.between(date.end, figure.start)):
            return date
        if date.start < figure.end or date.start - figure.end > _CLOSE:
            continue
        return date if _governs(date, figure, change) else None
    return None


def _governs(date: Candidate, figure: Figure, change: bool) -> bool:
    """Whether nothing stands between the figure and the date behind it that parts them."""
    line = figure.line
    gap = without_asides(line.between(figure.end, date.start))
    if any(figure.end <= one.start and one.end <= date.start for one in line.figures):
        return False
    if _OTHER_CLAUSE.search(gap):
        return False  # "37,199 ha were sprayed before it was stopped in October"
    if (change and is_base(date, line)) or (_JOINT.search(gap) and _figure_follows(line, date)):
        return False
    if "/" in date.fields["edtf"]:
        gap = _FROM_RANGE.sub(" ", gap)
    if not _STOP.search(gap) and not _CONTRAST.search(gap):
        return True
    since = change and is_open(date, line) and not _STOP.search(gap)
    return since or _ONLY_TIME.fullmatch(gap) is not None


def _figure_follows(line: Line, date: Candidate) -> bool:
    """Whether the date stands before a figure of its own: "… and in 2018 it was 228"."""
    follower = next((one for one in line.figures if one.start >= date.end), None)
    return follower is not None and follower.start - date.end < 45


def preceding(figure: Figure, dates: list[Candidate]) -> Candidate | None:
    """The last date before the figure that is not one of comparison."""
    line = figure.line
    if is_from(figure):
        return None
    for date in reversed(dates):
        if date.end > figure.start or is_base(date, line) or _is_told_aside(date, figure):
            continue
        if cue("over_years").search(behind(figure, 60)):
            return None
        if is_open(date, line) and any(
            one.end <= date.start for one in line.figures if one.dimension != "count"
        ):
            continue
        earlier = next((one for one in reversed(dates) if one.end <= date.start), None)
        joint = earlier is not None and said_of(earlier, line).endswith(f"/{date.fields['edtf']}")
        return earlier if joint else date
    return None


def _is_told_aside(date: Candidate, figure: Figure) -> bool:
    """Whether the date ends with its clause: "X, which had 14 in 2012, is left with 3"."""
    line = figure.line
    if not _RELATIVE.search(line.between(line.body, date.start)):
        return False
    return _CLOSED.match(line.between(date.end, figure.start)) is not None


def following(figure: Figure, dates: list[Candidate], change: bool) -> Candidate | None:
    """The next date behind the figure, with others of its list between."""
    line = figure.line
    date = next((one for one in dates if one.start >= figure.end), None)
    if date is None:
        return None
    gap = without_asides(line.between(figure.end, date.start))
    if _NO_LIST.search(gap) or _OTHER_CLAUSE.search(gap):
        return None
    if is_from(figure) and len(line.figures) > 1 and not _TO_ANOTHER.search(gap):
        return None if _CONTRAST.search(gap) else date
    opens = is_open(date, line)
    if opens and not change and not _SUPERLATIVE.search(gap):
        return date
    if opens or is_base(date, line) or is_from(figure) or _CONTRAST.search(gap):
        return None
    return None if _JOINT.search(gap) and _figure_follows(line, date) else date
