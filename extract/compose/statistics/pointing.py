"""Words that point back to areas named before: "the region", "the three countries"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.compose.statistics.dating import cue
from extract.compose.statistics.naming import Names
from extract.knowledge.counting import number_words

_BOTH = 2


@dataclass(frozen=True, slots=True)
class Place:
    """The areas of a figure and where they were read."""

    areas: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()
    excluded: tuple[str, ...] = ()


def excluded(names: Sequence[Names]) -> tuple[str, ...]:
    """The areas a line leaves out ("with the exception of …")."""
    return tuple(area for one in names if one.excluded for area in one.areas)


@dataclass(slots=True)
class Pointers:
    """What "the region" and "the three countries" mean at this point of the article."""

    region: Names | None = None
    excluded: tuple[str, ...] = ()
    last: Names | None = None
    lists: dict[int, Names] = field(default_factory=dict)
    latest: list[Names] = field(default_factory=list)  # countries, each but once running

    def note(self, names: Sequence[Names]) -> None:
        """Remember the regions and lists of countries a line names."""
        for one in names:
            if one.world or one.official or one.route or one.origin:
                continue
            self.latest = [*self.latest[-1:], one]
            if any(len(area) != 3 for area in one.areas):
                self.region = one
                self.excluded = excluded(names)
            if len(one.areas) > 1:
                self.last = one
                self.lists.setdefault(len(one.areas), one)  # what the article is about comes first

    def both(self, names: Sequence[Names]) -> Place | None:
        """The two countries named last, in one list or apart, up to these names of a line."""
        areas: dict[str, tuple[int, int]] = {}
        for one in reversed([*self.latest, *names]):
            if one.areas[0] in areas:
                continue
            if any(len(area) != 3 for area in one.areas) or len(areas) + len(one.areas) > _BOTH:
                return None
            areas |= dict.fromkeys(one.areas, (one.start, one.end))
            if len(areas) == _BOTH:
                return Place(tuple(areas), tuple(sorted(set(areas.values()))))
        return None

    def back(self, text: str) -> Place | None:
        """The areas the text points back at."""
        counted = cue("counted_countries").search(text)
        if counted is not None:
            for word in counted.group().lower().split():
                row = number_words().get(word)
                listed = self.lists.get(int(row.value)) if row else None
                if listed is not None:
                    return Place(listed.areas, ((listed.start, listed.end),))
        if self.last is not None and cue("together").search(text):
            return Place(self.last.areas, ((self.last.start, self.last.end),))
        if self.region is not None and cue("same_region").search(text):
            return Place(self.region.areas, ((self.region.start, self.region.end),), self.excluded)
        return None
