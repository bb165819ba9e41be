"""Which figures are statistics: what stands around each is added up.

A figure's dimension gives it a start; the cues of statistic_cues.tsv, the counted noun and the
dates of its clause add to it or take away. A seizure is an event, its figures no statistics,
unless they are a total: over a year or another period, or since something began.
"""

from __future__ import annotations

import re

from extract.compose.statistics.dating import is_foreseen, is_of_last_year
from extract.compose.statistics.gathering import compares, gathers, goes_on_about, is_summary
from extract.compose.statistics.page import FRACTION, Cue, Figure, Line
from extract.find.passage import Candidate
from extract.knowledge.statistics import CueRow, UnitRow, unit_classes

ENOUGH = 3
_BASE = {"percent": 3, "area": 3, "mass": 0, "count": 0, "money": 0}
_REACH = 90
_GOODS_GO_ON = -1
_SEIZED, _SEIZED_IN_PERIOD = -4, 2
_PRICE, _FRACTION, _BILLIONS = 4, -1, 3
_IF, _CASUALTIES, _OF_MONEY_GIVEN = -4, 6, -4
_TIMED, _TIMED_BEHIND, _DAY = 1, 2, -1
_SINGLE, _DEFINITE, _FEW, _NEVER = -3, -6, -1, -99
# A survey: so many figures, and such a share of them, are statistics by themselves.
_GATHERED = {"percent": 1, "area": 0, "mass": 4, "count": 2, "money": 2}
_COMPARED = {"percent": 1, "area": 1, "mass": 2, "count": 2, "money": 2}
_SURVEY_FIGURES, _SURVEY_SHARE, _SURVEY_BONUS = 4, 0.5, 1
_CENTS = frozenset({"cent"})  # "61 cents of each dollar"
_PERIODS = frozenset({"year", "interval", "decade", "quarter", "half", "season", "century"})
_DAYS = re.compile(r"-\d\d-")
_KILLED = frozenset({"killed", "murdered", "died", "slain"})
_CROWDS = (10_000, 100_000)  # so many people, cases, villages are counted, not met
_MANY = 100
_DEFINITE_FEW, _VERY_FEW = 20, 10
_THE = re.compile(r"\b(?:the|these|those|its|their|our|all|both)\s+(?:other\s+)?$", re.IGNORECASE)
_PART_OF = re.compile(
    r"\s+(?!instead\b)(?:\w+\s+)?(?:of|out of|in)\s+(?:(?:the|its|their|every)\s+)?(?:\w+['’]s\s+)?"
)
_PAYS = re.compile(r"\b(?:worth|costs?|fetch\w*|sold|sells|goes|went|brings?|brought|pays?|paid)\b")
_FOR_ONE = re.compile(
    r"\s+(?:for\s+)?(?:a|an|per|the|each|every)\s+(?:single\s+)?(?:kilo\w*|kg|gram\w*|g|tonne|ton|pound|ounce|litre"
    r"|tablet|pill|dose|hectare|head|person|piece|bag|strip|crossing|passage)\b"
)
_ONE_COSTS = re.compile(
    r"\b(?:an?|one|each|every)\s+(?:[^\s,.;:]+\s+){1,6}?"
    r"(?:costs?|fetch\w*|(?:sells|sold|goes|went|had|bought) for|(?:is|was) worth)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\s+of\s+(?:which\b|it,|each\s+dollar|(?:the|that|this|its|these|all)\s+(?:\w+\s+)?(?:sum|costs?|budget|money|funds|funding|amount|grant|bill)\b)"
)
_OF_THEM = re.compile(r"\s+(?:of|among)\s+(?:them|whom|these|those|which|the\b)|\s+(?:wo)?men\b")
_TIME_BEHIND = re.compile(
    r"(?:\s+of\s+(?:\w+\s+){1,3}?)?\s*\(?(?:in|for|during)\s+(?:the\s+year\s+)?"
)


def decide(lines: list[Line]) -> list[Figure]:
    """The figures of an article that are statistics, in reading order."""
    scores: list[tuple[Figure, int]] = []
    going_on: list[CueRow] = []
    summary = is_summary(lines)
    for before, line in zip([None, *lines], lines, strict=False):
        if line.figures:
            line.timed = summary or goes_on_about(line, before)
            scores += [(figure, score(figure, going_on)) for figure in line.figures]
            totals = [cue.row for cue in line.cues if cue.row and cue.row.cue == "aggregate"]
            going_on = totals or going_on
        if not line.goes_on:
            going_on = []
    strong = sum(1 for _, points in scores if points >= ENOUGH)
    survey = strong >= _SURVEY_FIGURES and strong >= _SURVEY_SHARE * len(scores)
    bonus = _SURVEY_BONUS if survey else 0
    chosen: list[Figure] = []
    for figure, points in scores:
        total = points + bonus * (points > 0 and figure.unit != FRACTION)
        if total >= ENOUGH or (chosen and _goes_on(figure, total, chosen[-1])):
            chosen.append(figure)
    return chosen


def _goes_on(figure: Figure, points: int, last: Figure) -> bool:
    """Whether a figure that falls short goes on about the statistic before it."""
    gap = figure.line.index - last.line.index
    if gap > 1:
        return False
    if _is_goods(figure) and _is_goods(last) and points >= _GOODS_GO_ON:
        return True
    if points <= 0 or figure.line.paragraph != last.line.paragraph:
        return False
    same_sentence = figure.line.clause.sentence == last.line.clause.sentence
    if same_sentence and figure.unit == last.unit:
        return True
    alike = figure.dimension in {"count", "mass"} or figure.unit == last.unit != FRACTION
    return points == ENOUGH - 1 and alike


def _is_goods(figure: Figure) -> bool:
    return figure.dimension == "mass" or _kind(figure) == "goods"


def score(figure: Figure, going_on: list[CueRow]) -> int:
    """What the figure, the cues around it and the dates of its clause come to."""
    line, dimension = figure.line, figure.dimension
    met = {row.cue: row.worth(dimension) for row in going_on}
    seized = False
    for cue in line.cues:
        if cue.row is None:
            seized = True
        elif _reaches(cue, figure):
            met[cue.row.cue] = cue.row.worth(dimension)
    if dimension == "money" and _is_price(figure):
        return _PRICE
    _sum_up(figure, met)
    if seized and "aggregate" in met and dimension != "money":
        met.pop("aid", None)  # "… has seized, with the help of Japan, …"
    if "aggregate" in met and "flows" in met:
        met.pop("worth", None)  # "has recovered assets worth …"
    total = _BASE[dimension] + _by_itself(figure) + sum(met.values())
    if line.clause.text.startswith("If "):
        total += _IF
    if dimension in {"percent", "area"}:
        return total
    dates = line.of("date")
    timed = any(_is_period(one) for one in dates) or is_of_last_year(line.clause)
    timed = timed or (line.timed and not any(one.fields["precision"] == "day" for one in dates))
    line.timed = timed
    if (
        (seized or (_is_goods(figure) and timed))
        and "aggregate" not in met
        and dimension != "money"
    ):
        summed = timed or "change" in met or "seizures" in line.clause.words
        total += _SEIZED_IN_PERIOD if summed and "hidden" not in met else _SEIZED * seized
    return total + _of_time(figure, dates, timed)


def _sum_up(figure: Figure, met: dict[str, int]) -> None:
    """Count what the line sums up, or sets beside another time, as its cues say it."""
    line = figure.line
    if line.gathers is None:
        line.gathers, line.compares = gathers(line), compares(line)
    if line.gathers:
        unknown = figure.dimension == "count" and _class(figure) is None
        met.setdefault("aggregate", _GATHERED[figure.dimension] - unknown)
    if line.compares:
        met.setdefault("change", _COMPARED[figure.dimension])


def _of_time(figure: Figure, dates: list[Candidate], timed: bool) -> int:
    """What the dates of the clause are worth."""
    few = _FEW if figure.dimension == "count" and figure.value < _VERY_FEW and not timed else 0
    for date in dates:
        gap = figure.line.between(figure.end, date.start) if date.start >= figure.end else "-"
        if _is_period(date) and _TIME_BEHIND.fullmatch(gap):
            return _TIMED + _TIMED_BEHIND
    if timed:
        return _TIMED
    return few + _DAY if dates else few


def _is_period(date: Candidate) -> bool:
    """Whether the date is longer than a month, or since one: what totals are given for."""
    edtf = date.fields["edtf"]
    return date.fields["precision"] in _PERIODS and (edtf.endswith("..") or not _DAYS.search(edtf))


def _by_itself(figure: Figure) -> int:
    """What the counted noun and the words around the number are worth."""
    if figure.rule == "rule:quantity.article" or figure.unit in _CENTS:
        return _NEVER
    if _is_whole(figure) or _is_one(figure) or is_foreseen(figure, "conditional"):
        return _NEVER
    if figure.dimension in {"area", "mass"}:
        one = figure.value == 1 and (figure.dimension == "area" or _has(figure.line, "price"))
        return _NEVER if one else 0
    if figure.dimension == "money":
        return _BILLIONS if figure.value >= 1e9 else 0
    if figure.dimension == "percent":
        if _is_of_money(figure) or _is_of_guests(figure):
            return _OF_MONEY_GIVEN
        return _FRACTION * (figure.unit == FRACTION)
    return _by_noun(figure)


def _is_one(figure: Figure) -> bool:
    """ "One gram costs …", "it was one case": no count of anything."""
    said = figure.line.between(figure.start, figure.end)
    return figure.value == 1 and figure.dimension != "percent" and said[:4].lower() == "one "


def _by_noun(figure: Figure) -> int:
    line = figure.line
    row = _class(figure)
    total = row.weight if row else 0
    if row is not None and row.kind == "scene" and _KILLED & line.clause.words:
        total += _CASUALTIES
    if row is None or row.kind != "goods":
        total += sum(1 for size in _CROWDS if figure.value >= size)
    if row is not None and row.kind == "phenomenon" and figure.value >= _MANY:
        total += 1
    if figure.value == 1:
        total += _SINGLE
    before = line.between(max(line.body, figure.start - 20), figure.start)
    if figure.value < _DEFINITE_FEW and _THE.search(before):
        total += _DEFINITE
    return total


def _class(figure: Figure) -> UnitRow | None:
    return unit_classes().get(figure.unit) or unit_classes().get(figure.unit.lower())


def _kind(figure: Figure) -> str | None:
    row = _class(figure) if figure.dimension == "count" else None
    return row.kind if row else None


def _is_of_money(figure: Figure) -> bool:
    """ "80 per cent of which comes from the Union", "half of that sum": of money given."""
    line = figure.line
    match = _SUM.match(line.between(figure.end, figure.end + 40))
    if match is None or not match.group().endswith("which"):
        return match is not None
    before = [one for one in line.figures if one.end <= figure.start]
    return bool(before) and before[-1].dimension == "money" and not _is_price(before[-1])


def _is_of_guests(figure: Figure) -> bool:
    """ "25 participants, 40 per cent of them women"."""
    before = [one for one in figure.line.figures if one.end <= figure.start]
    row = _class(before[-1]) if before and before[-1].dimension == "count" else None
    if row is None or row.kind != "scene":
        return False
    return _OF_THEM.match(figure.line.between(figure.end, figure.end + 30)) is not None


def _is_price(figure: Figure) -> bool:
    """ "A kilo of horn is worth up to 60,000 dollars", "60,000 dollars for a kilo"."""
    line = figure.line
    if _FOR_ONE.match(line.between(figure.end, figure.end + 40)):
        return True
    if _ONE_COSTS.search(line.between(max(line.body, figure.start - 80), figure.start)):
        return True
    for one in line.figures:
        if one.dimension == "mass" and one.value == 1 and one.end <= figure.start:
            return _PAYS.search(line.between(one.end, figure.start)) is not None
    return False


def _has(line: Line, name: str) -> bool:
    return any(cue.row is not None and cue.row.cue == name for cue in line.cues)


def _is_whole(figure: Figure) -> bool:
    """Whether the number is the whole that another is a part of: "17 of the 42 families"."""
    line = figure.line
    part = next((one for one in reversed(line.figures) if one.end <= figure.start), None)
    if part is None or part.dimension == "percent":
        return False
    return _PART_OF.fullmatch(line.between(part.end, figure.start)) is not None


def _reaches(cue: Cue, figure: Figure) -> bool:
    """Whether the cue is near enough: in the clause, close, or with no other figure between."""
    if cue.row is None or cue.row.reach == "clause":
        return True
    before = cue.end <= figure.start
    left, right = (cue.end, figure.start) if before else (figure.end, cue.start)
    if right - left > _REACH or cue.row.reach == "close":
        return right - left <= _REACH
    return not any(left <= other.start and other.end <= right for other in figure.line.figures)
