"""Tables among the lines: a title that names what is counted, then "Kenya 119", "Yemen 120"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.compose.statistics.page import DIMENSIONS, Figure, Line
from extract.find.quantities.counts import singular
from extract.find.quantities.numerals import is_year, read_digits
from extract.knowledge.statistics import unit_classes
from extract.knowledge.units import Unit, fold, spellings

_ROW = re.compile(
    r"(?P<name>[^\d\t]{2,60}?|(?:19|20)\d\d)[\t :.]{1,10}(?P<number>\d[\d.,']{0,12})\s*"
)
_ENTRY = re.compile(r"\s*[:(]?\s*(?P<number>\d[\d.,']{0,12}(?<![.,]))\)?(?=\s*(?:[,;.]|$|and\s))")
_TITLE = re.compile(r"[^:]{4,160}:\s")
_MEASURE = re.compile(r"\(\s*(?:in\s+)?([A-Za-z%]+)\s*\)|,\s+in\s+([a-z]+)\b")
_LONGEST_TITLE = 160
_FEWEST_ROWS = 2


def read_tables(lines: Sequence[Line]) -> list[Figure]:
    """The figures of every table; its rows become lines of their title's paragraph."""
    found = [figure for line in lines if ":" in line.clause.text for figure in _entries(line)]
    index = 1
    while index < len(lines):
        rows = list(_rows(lines, index))
        unit = _unit_of(lines[index - 1].clause.text) if len(rows) >= _FEWEST_ROWS else None
        if unit is not None:
            title = lines[index - 1]
            title.title = True
            found += [_figure(line, start, value, unit, title) for line, start, value in rows]
        index += max(1, len(rows))
    return found


def _entries(line: Line) -> list[Figure]:
    """ "Deaths from overdose, 2019: Estonia 27, Latvia 13": a table in one line."""
    title = _TITLE.match(line.clause.text)
    places = line.clause.of("country", "place") if title else []
    if title is None or len(places) < _FEWEST_ROWS:
        return []
    found: list[tuple[int, int, float]] = []
    for one in places:
        entry = _ENTRY.match(line.clause.text, one.end - line.clause.start)
        if entry is None or one.start < line.clause.start + title.end():
            continue
        start, end = (line.clause.start + at for at in entry.span("number"))
        numeral = read_digits(entry["number"], 0)
        counted = any(figure.start < end and start < figure.end for figure in line.figures)
        if numeral is None or counted or is_year(entry["number"]):
            continue
        found.append((start, end, float(numeral.value)))
    unit = _unit_of(title.group().rstrip(": ")) if len(found) >= _FEWEST_ROWS else None
    if unit is None:
        return []
    said = unit.code, DIMENSIONS[unit.dimension], "=", None, line, "table"
    return [Figure(start, end, value, None, *said) for start, end, value in found]


def _rows(lines: Sequence[Line], index: int) -> Iterator[tuple[Line, int, float]]:
    for line in lines[index:]:
        text = line.clause.text
        match = _ROW.fullmatch(text) if text.rstrip()[-1:].isdigit() else None
        places = line.clause.of("country", "place") if match else []
        if match is not None and match["name"].isdecimal():
            places = line.clause.of("date")
        if match is None or not places or line.figures or is_year(match["number"]):
            return
        named = places[0].start == line.clause.start
        if not named or places[0].end < line.clause.start + len(match["name"].rstrip()):
            return
        numeral = read_digits(match["number"], 0)
        if numeral is None or numeral.end != len(match["number"]):
            return
        yield line, line.clause.start + match.start("number"), float(numeral.value)


def _unit_of(text: str) -> Unit | None:
    """What a title says the numbers are: a measure in brackets, or the noun it counts."""
    if len(text) > _LONGEST_TITLE or text.endswith("."):
        return None
    measure = _MEASURE.search(text)
    if measure is not None:
        unit = spellings().folded.get(fold(measure.group(1) or measure.group(2)))
        if unit is not None and unit.dimension in DIMENSIONS:
            return unit
    for word in re.findall(r"[A-Za-z-]{3,20}", text):
        noun = singular(word[0].lower() + word[1:])
        if noun is not None:
            row = unit_classes().get(noun.singular)
            met = row is not None and row.kind == "scene"
            return None if met else Unit(noun.singular, "count", None, noun.singular)
    return None


def _figure(line: Line, start: int, value: float, unit: Unit, title: Line) -> Figure:
    line.paragraph, line.row = title.paragraph, title.clause.text
    end = line.clause.start + len(line.clause.text.rstrip())
    return Figure(
        start, end, value, None, unit.code, DIMENSIONS[unit.dimension], "=", None, line, "table"
    )
