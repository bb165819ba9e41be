"""The countries and regions a figure is for.

1. "respectively" gives each figure its own. 2. The names right behind the figure ("191 in
Kyrgyzstan"). 3. The last names before it in its clause. 4. The next names behind it. 5. None in the
clause: those of its paragraph so far, then those the article is about (its headline, its dateline,
the country it names most). "The region" and "the three countries" point back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.statistics.about import about
from extract.compose.statistics.dating import cue
from extract.compose.statistics.frames import Focus
from extract.compose.statistics.insets import is_verb
from extract.compose.statistics.naming import WORLD, Names, framed, read_names
from extract.compose.statistics.page import Figure, Line
from extract.compose.statistics.pointing import Place, Pointers, excluded
from extract.compose.statistics.tense import without_asides

_BEHIND = re.compile(
    r"(?:,\s+in|\s+(?:[^\s,;:–—(]+\s+){0,8}?(?:in|by|for|across|throughout|within|of))"
    r"\s+(?:(?:the|all|neighbou?ring|nearby|whole)\s+){0,2}$"
)
_BOUND_FOR = re.compile(
    r"\b(?:bound|destined|head(?:ed|ing)|meant|en route|on (?:its|their) way)\b"
)
_BREAK = re.compile(r"[,;:–—(]|\b(?:and|but|while|whereas|up from|down from)\b")
_SHARE = re.compile(
    r"\s*(?:\)\s*)?(?:share\s+)?(?:of|in)\s+(?:the\s+|all\s+)?(?:\w+\s+){0,3}$|\s+of\s+the\s+$"
)
_PORTION = re.compile(r"\b(?:share|portion|proportion|part)\b", re.IGNORECASE)
_GIVEN_BY = re.compile(
    r"\b(?:fund|financ|sponsor|paid|support|donat|contribut|together with|with|from|to)\w*"
    r"\s+(?:\w+\s+){0,3}$"
)
_LABEL = re.compile(r"\s?(?:\(|:\s|\s[–—-]\s)")
_SHARES = re.compile(
    r"^[^,;.]{0,40}\b(?:account|represent|ma[dk]e|constitut|contribut|suppl|provid|produc|took|take"
    r"|receiv|absorb|hold|held|ha[ds]|claim|reach)\w*\s(?:[^,;.\d]{1,30}\s)?$"
)
_NUMBER = re.compile(r"\s+(?:it\s+was\s+)?[\d]")
_COMES = re.compile(
    r"[^,;:()]{0,60}?\s(?:comes?|came|coming|set\s+out|originated?|originating)\s+from\s+(?:the\s+)?"
)
_IN_MANY = re.compile(
    r"[^,.;:]{0,40}?\s(?:in|from|by|across)\s(?:(?:about|some|over|nearly|more than)\s)?"
    r"\d{2,3}\s(?:countries|States|states|countries and territories)\b"
)
_BOTH = re.compile(
    r"[^,.;:\d]{0,40}?\s(?:in|from|by|across|for|of)\s(?:both|(?:the|these|those)\stwo)\s(?:countries|[Ss]tates|republics|nations|neighbours)\b"
)
# "1 per cent of the proceeds laundered worldwide are confiscated": the whole sentence is.
_WORLDWIDE = re.compile(r"(?!\s+of\s+the\s+world)[^,.;:()–—\d]{0,80}?\s$")
_ADVERBS = frozenset({"worldwide", "globally"})
_HERE = re.compile(r"\bhere\b")
_NEAR = 80
_STATES = frozenset({"country", "state"})


def read_areas(figures: Sequence[Figure], lines: Sequence[Line]) -> list[Place]:
    """The areas of each figure of an article, in reading order."""
    named = {line.index: read_names(line) for line in lines}
    default = about(lines, named)
    pointers = Pointers()
    focus = Focus(Place(default))
    found: list[Place] = []
    position, noted = 0, 0
    for figure in figures:
        line = figure.line
        while position <= line.index:
            focus.enter(lines, position, named)
            position += 1
        while noted < line.index:
            pointers.note(named[noted])
            noted += 1
        place = _own(figure, named[line.index], pointers, focus.place, default)
        found.append(place)
        if figure.unit not in _STATES:
            focus.last = place
    return found


def _own(
    figure: Figure,
    names: Sequence[Names],
    pointers: Pointers,
    inherited: Place,
    default: tuple[str, ...],
) -> Place:
    """The areas the figure's own clause gives it, or those it inherits."""
    line = figure.line
    paired = _respective(figure, names) or _of_both(figure, names, pointers)
    paired = paired or _worldwide(figure, names)
    if paired is not None:
        return paired
    local = [one for one in names if not (one.world or one.official)]
    placed = [one for one in local if not one.origin]
    frame = framed(line, placed)
    placed = [frame] if frame is not None else placed
    chosen = _labelled(figure, local) or _sharer(figure, placed) or _behind(figure, placed)
    chosen = chosen or _before(figure, placed) or _after(figure, placed)
    chosen = chosen or _crossed(local) or _source(figure, local)
    if inherited.areas:  # "402 persons returned from Libya" are no figure for Libya
        part = figure.dimension == "percent"  # "Syrians made up 57 per cent of the arrivals"
        local = [one for one in local if (one.people and not part) or not one.origin]
    chosen = chosen or _before(figure, local) or _after(figure, local)
    if chosen is not None:
        return Place(chosen.areas, ((chosen.start, chosen.end),), excluded(names))
    return _unnamed(figure, names, pointers, inherited, default)


def _unnamed(
    figure: Figure,
    names: Sequence[Names],
    pointers: Pointers,
    inherited: Place,
    default: tuple[str, ...],
) -> Place:
    """The areas of a figure whose clause names none of its own."""
    line = figure.line
    body = _body(figure)
    if body is not None:
        return body
    if _HERE.search(line.clause.text) and default and default != (WORLD,):
        return Place(default)
    back = pointers.back(line.clause.text)
    if back is not None:
        return back
    behind = line.between(figure.end, figure.end + 60)
    wide = inherited.areas == (WORLD,) or any(one.world for one in names)
    many = not wide and _IN_MANY.match(behind)
    if many or cue("no_area").search(behind):
        return Place(())
    world = next((one for one in names if one.world and not _is_of_another(figure, one)), None)
    if world is None and figure.unit in _STATES:
        return Place(default if any(len(area) != 3 for area in default) else ())
    if world is None or (inherited.areas and _is_share(figure, world)):
        return inherited
    return Place((WORLD,), ((world.start, world.end),))


def _body(figure: Figure) -> Place | None:
    """The country of the body the clause names: "the DCA seized …", "according to the DNCD"."""
    line = figure.line
    bodies = [one for one in line.of("organisation") if one.fields.get("country")]
    if not bodies:
        return None
    last = next((one for one in reversed(bodies) if one.end <= figure.start), bodies[0])
    ahead = line.between(max(line.body, last.start - 40), last.start)
    if _GIVEN_BY.search(ahead):
        return None
    return Place((last.fields["country"],), ((last.start, last.end),))


def _is_share(figure: Figure, world: Names) -> bool:
    """Whether the world is only the whole that a share is taken of."""
    if figure.dimension != "percent":
        return False
    line = figure.line
    if _PORTION.search(line.between(line.clause.start, world.start)):
        return True
    return world.start >= figure.end and bool(_SHARE.match(line.between(figure.end, world.start)))


def _is_of_another(figure: Figure, world: Names) -> bool:
    """Whether the world is the whole of another's share: "a ton, 1 per cent of the world's"."""
    others = (one for one in figure.line.figures if one is not figure)
    return any(one.start > figure.start and _is_share(one, world) for one in others)


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


def _of_both(figure: Figure, names: Sequence[Names], pointers: Pointers) -> Place | None:
    """ "720 hectares in both countries": the two named last."""
    if not _BOTH.match(figure.line.between(figure.end, figure.end + 80)):
        return None
    return pointers.both([one for one in names if one.end <= figure.start and not one.world])


def _worldwide(figure: Figure, names: Sequence[Names]) -> Place | None:
    """The world where the subject of a share is what there is worldwide, in an article on any
    country; not so in "Peru made up 12 per cent of the coca grown worldwide"."""
    line = figure.line
    world = next((one for one in names if one.world and one.start >= figure.end), None)
    if world is None or figure.dimension != "percent" or not is_verb(figure, world.end):
        return None
    gap, said = line.between(figure.end, world.start), line.between(world.start, world.end)
    if said.lower() not in _ADVERBS or not _WORLDWIDE.fullmatch(gap):
        return None
    return Place((WORLD,), ((world.start, world.end),))


def _labelled(figure: Figure, names: Sequence[Names]) -> Names | None:
    """ "Uganda (61)", "Rwanda: 38"."""
    line = figure.line
    for one in names:
        gap = line.between(one.end, figure.start) if one.end < figure.start else ""
        if _LABEL.fullmatch(gap) and ("(" in gap or one.start == line.clause.start):
            return one
    return None


def _sharer(figure: Figure, names: Sequence[Names]) -> Names | None:
    """Whose the share is: "Spain accounted for 37 per cent of the seizures made in Europe"."""
    if figure.dimension != "percent":
        return None
    owner = _before(figure, names)
    if owner is None or not _SHARES.search(figure.line.between(owner.end, figure.start)):
        return None
    return owner


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
        if _NUMBER.match(line.between(group.end, group.end + 12)):
            return None  # "31 in all, in Peru 14"
        after = next((one for one in names if one.start > group.end), group)
        return after if line.between(group.end, after.start).strip() == "by" else group
    return None


def _crossed(names: Sequence[Names]) -> Names | None:
    """What goods went through where only their origin is told besides: "through Togo"."""
    origin = any(one.origin for one in names)
    return next((one for one in names if origin and one.transit), None)


def _source(figure: Figure, names: Sequence[Names]) -> Names | None:
    """Where an amount is said to come from: "Another 23 tons came from Laos"."""
    if figure.dimension not in {"mass", "area"}:
        return None
    group = next((one for one in names if one.origin and one.start >= figure.end), None)
    found = group and _COMES.fullmatch(figure.line.between(figure.end, group.start))
    return group if found else None


def _before(figure: Figure, names: Sequence[Names]) -> Names | None:
    return next((one for one in reversed(names) if one.end <= figure.start and not one.route), None)


def _after(figure: Figure, names: Sequence[Names]) -> Names | None:
    group = next((one for one in names if one.start >= figure.end and not one.route), None)
    if group is None:
        return None
    gap = without_asides(figure.line.between(figure.end, group.start))
    if figure.line.between(figure.start - 2, figure.start) == ", ":
        gap = gap.removeprefix(",")  # "over half of it, 69,000 ha, was in Colombia"
    if _BREAK.search(gap):
        return None
    return group
