"""The countries and regions a figure is for.

1. "respectively" gives each figure its own. 2. The names right behind the figure ("191 in
Kyrgyzstan"). 3. The last names before it in its clause. 4. The next names behind it. 5. None in the
clause: those of its paragraph so far, then those the article is about (its headline, its dateline,
the country it names most). "The region" and "the three countries" point back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.compose.statistics.dating import cue
from extract.compose.statistics.naming import WORLD, Names, read_names
from extract.compose.statistics.page import Figure, Line
from extract.compose.statistics.pointing import Place, Pointers, excluded

_BEHIND = re.compile(
    r"\s+(?:[^\s,;:–—(]+\s+){0,8}?(?:in|by|for|across|throughout|within|of)\s+(?:the\s+)?$"
)
_BOUND_FOR = re.compile(
    r"\b(?:bound|destined|head(?:ed|ing)|meant|en route|on (?:its|their) way)\b"
)
_BREAK = re.compile(r"[,;:–—(]|\b(?:and|but|while|whereas|up from|down from)\b")
_SHARE = re.compile(
    r"\s*(?:\)\s*)?(?:share\s+)?(?:of|in)\s+(?:the\s+|all\s+)?(?:\w+\s+){0,3}$|\s+of\s+the\s+$"
)
_PORTION = re.compile(r"\b(?:share|portion|proportion|part)\b", re.IGNORECASE)
_NEAR = 80
_STATES = frozenset({"country", "state"})
_HEADS = 400  # lines read for what the article is about


def read_areas(figures: Sequence[Figure], lines: Sequence[Line]) -> list[Place]:
    """The areas of each figure of an article, in reading order."""
    named = {line.index: read_names(line) for line in lines}
    default = _default(lines, named)
    pointers = Pointers()
    found: list[Place] = []
    last: Place | None = None
    paragraph, position, noted = -1, 0, 0
    for figure in figures:
        line = figure.line
        while position <= line.index:
            current = lines[position]
            if current.paragraph != paragraph:
                carried = position > 0 and lines[position - 1].goes_on
                last, paragraph = (last if carried else None), current.paragraph
            if current.index < line.index:
                last = _mentioned(current, named[current.index]) or last
            position += 1
        while noted < line.index:
            pointers.note(named[noted])
            noted += 1
        place = _own(figure, named[line.index], pointers, last or Place(default), default)
        found.append(place)
        last = place
    return found


def _default(lines: Sequence[Line], named: dict[int, list[Names]]) -> tuple[str, ...]:
    """What the article is about by its headline, its dateline, or its most named country."""
    tally: Counter[str] = Counter()
    world = False
    for line in lines[:_HEADS]:
        for names in named[line.index]:
            if names.world:
                world = world or line.clause.heading
                tally[WORLD] += 1
            elif names.route or names.origin or names.official:
                continue
            elif line.clause.heading and line.paragraph <= 1:
                return names.areas
            else:
                tally.update(names.areas)
    if world:
        return (WORLD,)
    dateline = next((line.dateline for line in lines[:_HEADS] if line.dateline), None)
    if dateline:
        tally[dateline] += 2
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)


def _mentioned(line: Line, names: Sequence[Names]) -> Place | None:
    """The area a line without a statistic leaves to the next."""
    last = [
        one
        for one in names
        if not (one.world or one.route or one.origin or one.official) and len(one.areas) == 1
    ]
    return Place(last[-1].areas, (), excluded(names)) if last and not line.clause.heading else None


def _own(
    figure: Figure,
    names: Sequence[Names],
    pointers: Pointers,
    inherited: Place,
    default: tuple[str, ...],
) -> Place:
    """The areas the figure's own clause gives it, or those it inherits."""
    line = figure.line
    paired = _respective(figure, names)
    if paired is not None:
        return paired
    local = [one for one in names if not (one.world or one.official)]
    placed = [one for one in local if not one.origin]
    chosen = _behind(figure, placed) or _before(figure, placed) or _after(figure, placed)
    chosen = chosen or _before(figure, local) or _after(figure, local)
    if chosen is not None:
        return Place(chosen.areas, ((chosen.start, chosen.end),), excluded(names))
    back = pointers.back(line.clause.text)
    if back is not None:
        return back
    if cue("no_area").search(line.between(figure.end, figure.end + 60)):
        return Place(())
    world = next((one for one in names if one.world), None)
    if world is None and figure.unit in _STATES:
        return Place(default if any(len(area) != 3 for area in default) else ())
    if world is None or (inherited.areas and _is_share(figure, world)):
        return inherited
    return Place((WORLD,), ((world.start, world.end),))


def _is_share(figure: Figure, world: Names) -> bool:
    """Whether the world is only the whole that a share is taken of."""
    if figure.dimension != "percent":
        return False
    line = figure.line
    if _PORTION.search(line.between(line.clause.start, world.start)):
        return True
    return world.start >= figure.end and bool(_SHARE.match(line.between(figure.end, world.start)))


def _respective(figure: Figure, names: Sequence[Names]) -> Place | None:
    """ "Bolivia and Peru added 5 per cent and 4 per cent respectively"."""
    if "espectively" not in figure.line.clause.text:
        return None
    for group in names:
        same = [
            one
            for one in figure.line.figures
            if one.dimension == figure.dimension and one.start >= group.end
        ]
        if (
            len(group.each) > 1
            and figure in same[: len(group.each)]
            and len(same) >= len(group.each)
        ):
            start, end, area = group.each[same.index(figure)]
            return Place((area,), ((start, end),))
    return None


def _behind(figure: Figure, names: Sequence[Names]) -> Names | None:
    line = figure.line
    for group in names:
        if group.start < figure.end or group.start - figure.end > _NEAR:
            continue
        if any(figure.end <= other.start < group.start for other in line.figures):
            return None
        if _BOUND_FOR.search(line.between(figure.end, group.start)):
            continue
        if not _BEHIND.match(line.between(figure.end, group.start)):
            return None
        after = next((one for one in names if one.start > group.end), group)
        return after if line.between(group.end, after.start).strip() == "by" else group
    return None


def _before(figure: Figure, names: Sequence[Names]) -> Names | None:
    return next((one for one in reversed(names) if one.end <= figure.start and not one.route), None)


def _after(figure: Figure, names: Sequence[Names]) -> Names | None:
    group = next((one for one in names if one.start >= figure.end and not one.route), None)
    if group is None or _BREAK.search(figure.line.between(figure.end, group.start)):
        return None
    return group
