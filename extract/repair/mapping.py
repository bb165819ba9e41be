"""A text whose every position still knows where it stood in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

COPIED = -1


class Edit(NamedTuple):
    """Put ``text`` in the place of [start, end); start == end inserts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A text made of pieces, each copied from the source or standing for a stretch of it.

    Piece ``i`` begins at ``starts[i]`` of the text and at ``sources[i]`` of the source.
    ``widths[i]`` is COPIED where it runs parallel to the source, else the number of source
    characters the piece as a whole stands for (0: it was inserted).
    """

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)
    widths: tuple[int, ...] = (COPIED,)

    def source_offset(self, offset: int) -> int:
        """The source offset of the repaired character at ``offset``."""
        piece = bisect_right(self.starts, offset) - 1
        into = offset - self.starts[piece] if self.widths[piece] == COPIED else 0
        return self.sources[piece] + into

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span, half-open, that the repaired span [start, end) was made from."""
        first = self.source_offset(start)
        if end <= start:
            return first, first
        last = self._source_end(end - 1)
        if first < last:
            return first, last
        # Nothing but inserted characters: the source character before them stands for them.
        return (first - 1, first) if first else (0, 1)

    def edited(self, edits: Iterable[Edit]) -> RepairedText:
        """This text after ``edits``, which are in order and do not overlap."""
        builder = _Builder(self)
        for edit in edits:
            builder.copy_until(edit.start)
            if len(edit.text) == edit.end - edit.start:
                builder.copy_until(edit.end, edit.text)
            else:
                builder.replace(edit)
        builder.copy_until(len(self.text))
        return builder.built()

    def _source_end(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        if self.widths[piece] == COPIED:
            return self.sources[piece] + offset - self.starts[piece] + 1
        return self.sources[piece] + self.widths[piece]


class _Builder:
    """Walks over a repaired text once and collects the pieces of the next."""

    def __init__(self, before: RepairedText) -> None:
        self._before = before
        self._piece = 0
        self._position = 0
        self._length = 0
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._widths: list[int] = []

    def copy_until(self, end: int, text: str | None = None) -> None:
        """Go on to ``end``, character for character; ``text`` has other characters for them."""
        start = self._position
        if start >= end:
            return
        starts, sources, widths = self._before.starts, self._before.sources, self._before.widths
        piece, last = self._piece, len(starts) - 1
        while piece < last and starts[piece + 1] <= start:
            piece += 1
        position = start
        while True:
            into = position - starts[piece] if widths[piece] == COPIED else 0
            self._mark(self._length + position - start, sources[piece] + into, widths[piece])
            if piece == last or starts[piece + 1] >= end:
                break
            piece += 1
            position = starts[piece]
        self._piece, self._position = piece, end
        self._add(self._before.text[start:end] if text is None else text)

    def replace(self, edit: Edit) -> None:
        """Let the edit's text stand for its stretch as a whole."""
        if edit.text:
            first = self._before.source_offset(edit.start)
            last = first
            if edit.end > edit.start:
                first, last = self._before.source_span(edit.start, edit.end)
            self._mark(self._length, first, last - first)
            self._add(edit.text)
        self._position = edit.end

    def built(self) -> RepairedText:
        """The text collected so far."""
        if not self._starts:
            return RepairedText("")
        return RepairedText(
            "".join(self._texts), tuple(self._starts), tuple(self._sources), tuple(self._widths)
        )

    def _mark(self, start: int, source: int, width: int) -> None:
        self._starts.append(start)
        self._sources.append(source)
        self._widths.append(width)

    def _add(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)
