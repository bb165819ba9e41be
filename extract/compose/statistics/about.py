"""The area an article is about: what a figure is for where nothing nearer says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.compose.statistics.naming import WORLD, Names
from extract.compose.statistics.page import Line

_GLOBAL = re.compile(
    r"\b(?:World|Global)\s+(?:[A-Z]\w+\s+){0,3}(?:Report|Study|Review|Assessment|Survey|Overview)\b"
    r"|\bglobal (?:overview|study|report|survey)\b"
)
_IN = re.compile(r"\b(?:in|across|throughout)\s+(?:the\s+)?$", re.IGNORECASE)
_HEAD = 3  # paragraphs that say what the article is about
_DATELINE = 25  # characters
_HEADLINE = 4  # times a name in the headline counts
_HEADS = 400  # lines read for what the article is about
_LEADING = 4  # times a region in the lead counts
_OF_DATELINE = 2
_LEAST = 0.2  # of all that is named; less is one country of many
_Areas = tuple[str, ...]


def about(lines: Sequence[Line], named: dict[int, list[Names]]) -> _Areas:
    """What the body, the dateline and, weightier, the headline name most."""
    if _is_global(lines, named):
        return (WORLD,)
    tally: Counter[_Areas] = Counter()
    for line in lines[:_HEADS]:
        if line.clause.heading and any(one.world for one in named[line.index]):
            return (WORLD,)
        for areas, weight in _weighed(line, named[line.index]):
            tally[areas] += weight
    dateline = next((line.dateline for line in lines[:_HEADS] if line.dateline), None)
    if dateline:
        tally[(dateline,)] += _OF_DATELINE
    if not tally:
        return ()
    most = max(tally.values())
    if most < _LEAST * sum(tally.values()):
        return ()
    best = sorted(areas for areas, weight in tally.items() if weight == most)
    if len(best) == 1:
        return best[0]
    return (dateline,) if dateline and (dateline,) in best else ()


def _weighed(line: Line, names: Sequence[Names]) -> Iterator[tuple[_Areas, int]]:
    """The areas a line names and what they weigh; those of a dateline are counted apart."""
    headline = line.clause.heading and line.paragraph <= 1
    lead = line.figures and line.lead and not line.clause.heading
    for one in names:
        if line.dateline and one.start < max(line.body, line.clause.start + _DATELINE):
            continue
        if one.world:
            yield (WORLD,), 1
        elif one.route or one.origin or one.official:
            continue
        elif headline:
            yield one.areas, _HEADLINE
        elif lead and _is_scene(line, one):
            yield one.areas, _LEADING
        else:
            yield from (((area,), 1) for area in one.areas)


def _is_scene(line: Line, names: Names) -> bool:
    """Whether a lead's figures are for a region: "172 tons were seized in East Asia"."""
    region = len(names.areas) == 1 and len(names.areas[0]) != 3
    return region and _IN.search(line.between(line.body, names.start)) is not None


def _is_global(lines: Sequence[Line], named: dict[int, list[Names]]) -> bool:
    """Whether the article tells of a report on the world, and not of a country in it."""
    head = [line for line in lines[:_HEADS] if line.paragraph <= _HEAD]
    if not any(_GLOBAL.search(line.clause.text) for line in head):
        return False
    titles = [one for line in head if line.clause.heading for one in named[line.index]]
    return not any(len(area) == 3 for one in titles for area in one.areas)
