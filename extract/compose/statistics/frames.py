"""What place an article is talking about: frames for a figure without an area of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.compose.statistics.naming import Names, framed
from extract.compose.statistics.page import Line
from extract.compose.statistics.pointing import Place, excluded

_FRAME = 25  # characters; where what frames a sentence stands


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
        frame = framed(line, names)
        names = [frame] if frame is not None else names
        self.listed |= {
            one.areas for one in names if not (one.world or one.official or one.route or one.origin)
        }

    def _close(self) -> None:
        """What a sentence leaves to the next."""
        if len(self.listed) > 1:
            self.last = None
            self.topic = self.topic if self.topic and self.topic.areas in self.listed else None
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
