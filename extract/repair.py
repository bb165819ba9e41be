"""Damaged text -> repaired text, with a map from every repaired position to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A text in which every position still knows where it stood in the source.

    ``starts`` holds the repaired offsets at which the shift to the source changes, ``shifts``
    the number to add to a repaired offset from there on.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def source_offset(self, offset: int) -> int:
        """The source offset of the repaired character at ``offset``."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span, half-open, that the repaired span [start, end) was made from."""
        if end <= start:
            offset = self.source_offset(start)
            return offset, offset
        return self.source_offset(start), self.source_offset(end - 1) + 1


def repair(text: str) -> RepairedText:
    """Undo line breaks, hyphenation and stray spaces."""
    return RepairedText(text)
