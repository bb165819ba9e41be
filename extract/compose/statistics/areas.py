"""The countries and regions a figure is for.

1. "respectively" gives each figure its own. 2. The names right behind the figure ("191 in
Kyrgyzstan"). 3. The last names before it in its clause. 4. The next names behind it. 5. None in the
clause: those of its paragraph so far, then those the article is about (its headline, its dateline,
the country it names most). "The region" and "the three countries" point back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.compose.statistics.about import about
from extract.compose.statistics.dating import cue
from extract.compose.statistics.naming import WORLD, Names, read_names
from extract.compose.statistics.page import Figure, Line
from extract.compose.statistics.pointing import Place, Pointers, excluded

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
_NEAR = 80
_STATES = frozenset({"country", "state"})
_FRAME = 25  # characters; where what frames a sentence stands


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
        focus.last = place
    return found


@dataclass(slots=True)
class Focus:
    """The frames of place: the article's, its section's, the paragraph's last sentence's.

    What a sentence lists one by one ("Estonia 27, Latvia 13") is no frame: the next goes back to
    the paragraph's. A new paragraph goes back to its section, a heading that names no area to the
    article.
    """

    article: Place
    section: Place | None = None
    topic: Place | None = None
    last: Place | None = None
    paragraph: int = -1
    listed: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def place(self) -> Place:
        """The innermost frame."""
        return self.last or self.topic or self.section or self.article

    def enter(self, lines: Sequence[Line], index: int, named: dict[int, list[Names]]) -> None:
        """Go on to a line: leave the frames that end before it."""
        line = lines[index]
        if line.clause.heading and line.paragraph > 1 and not line.row:
            self._head(named[index])
        before = lines[index - 1] if index else None
        if line.paragraph != self.paragraph:
            carried = before is not None and before.goes_on
            self.last = self.last if carried else None
            self.topic, self.paragraph = None, line.paragraph
            self.listed.clear()
        elif before is not None:
            self._after(before, named[before.index])
            if before.clause.sentence != line.clause.sentence:
                self._close()

    def _head(self, names: Sequence[Names]) -> None:
        areas = {one.areas for one in names if not (one.official or one.route)}
        self.section = Place(areas.pop()) if len(areas) == 1 else None

    def _after(self, line: Line, names: Sequence[Names]) -> None:
        """What a clause leaves to the next."""
        if not line.figures:
            self.last = _mentioned(line, names) or self.last
            return
        self.listed |= {
            one.areas for one in names if not (one.world or one.official or one.route or one.origin)
        }

    def _close(self) -> None:
        """What a sentence leaves to the next."""
        if len(self.listed) > 1:
            self.last = None
        elif self.topic is None:
            self.topic = self.last
        self.listed.clear()


def _mentioned(line: Line, names: Sequence[Names]) -> Place | None:
    """The area a line without a statistic leaves to the next: the one that frames it."""
    last = [
        one
        for one in names
        if one.start - line.body < _FRAME
        and not (one.world or one.route or one.origin or one.official)
        and len(one.areas) == 1
    ]
    if not last or line.clause.heading:
        return None
    return Place(last[-1].areas, (), excluded(names))


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
    chosen = _labelled(figure, local) or _sharer(figure, placed) or _behind(figure, placed)
    chosen = chosen or _before(figure, placed) or _after(figure, placed)
    if inherited.areas:  # "402 persons returned from Libya" are no figure for Libya
        local = [one for one in local if one.people or not one.origin]
    chosen = chosen or _before(figure, local) or _after(figure, local)
    if chosen is not None:
        return Place(chosen.areas, ((chosen.start, chosen.end),), excluded(names))
    body = _body(figure)
    if body is not None:
        return body
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


def _before(figure: Figure, names: Sequence[Names]) -> Names | None:
    return next((one for one in reversed(names) if one.end <= figure.start and not one.route), None)


def _after(figure: Figure, names: Sequence[Names]) -> Names | None:
    group = next((one for one in names if one.start >= figure.end and not one.route), None)
    if group is None or _BREAK.search(figure.line.between(figure.end, group.start)):
        return None
    return group
