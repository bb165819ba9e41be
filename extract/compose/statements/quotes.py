"""Quoted stretches of a text, whatever marks the writer used, closed or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "angle", "low"]

_MARK = re.compile(r"``|''|´´|‘‘|’’|[“”„‟″〝〞\"«»]|[‘’'`´]")
_PARAGRAPH = re.compile(r"\n\s*\n")
# What may close a quotation that the key opened.
_CLOSES: dict[Family, frozenset[str]] = {
    "double": frozenset('”"“″〞‟„') | {"''", "´´", "’’"},
    "low": frozenset('“”"') | {"''", "‘‘", "’’"},
    "angle": frozenset('»«"”'),
    "single": frozenset("’'´‘`"),
}
_AFTER_SINGLE = re.compile(r"\s*(?:[.,;:!?)\]–—-]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch: [outer_start, outer_end) with its marks, ``parts`` the words between.

    A quotation over several paragraphs has a part for each; ``closed`` is False where the
    closing mark is missing, ``opened`` where the opening one is.
    """

    outer_start: int
    outer_end: int
    parts: tuple[tuple[int, int], ...]
    closed: bool = True
    opened: bool = True

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    @property
    def family(self) -> Family:
        if self.text in {"«", "»"}:
            return "angle"
        if self.text == "„":
            return "low"
        return "single" if self.text in "‘’'`´" else "double"


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations of [start, end) in reading order, never nested."""
    paragraphs = list(_paragraphs(text, start, end))
    return list(_Reader(text, paragraphs).read(list(_marks(text, start, end))))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _PARAGRAPH.finditer(text, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        mark = match.group()
        single = mark in "‘’'`´"
        if single and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        if before.isspace() and after.isspace():
            opens = closes = not single
        else:
            opens = not (before.isalnum() or before in ".,!?…%)") and not after.isspace()
            closes = not before.isspace() and before not in "([" and not after.isalnum()
        if mark in {"«", "``", "„", "〝", "‘‘"}:
            opens = True
        elif mark in {"»", "''", "´´", "’’"}:
            closes = True
        yield _Mark(match.start(), match.end(), mark, opens, closes)


class _Reader:
    """Pairs marks: what is open, and the parts of it already read."""

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._starts = [start for start, _ in paragraphs]
        self._open: _Mark | None = None
        self._part = 0
        self._parts: list[tuple[int, int]] = []
        self._read_to = 0

    def read(self, marks: Sequence[_Mark]) -> Iterator[Quote]:
        """The quotations between the marks."""
        for index, mark in enumerate(marks):
            if mark.start < self._read_to:
                continue
            if self._open is not None and self._paragraph(mark.start) > self._paragraph(self._part):
                if self._reopens(mark):
                    continue
                yield self._unclosed()
            quote = (
                self._inside(mark)
                if self._open
                else self._outside(mark, marks[index + 1 : index + 41])
            )
            if quote is not None:
                self._read_to = quote.outer_end
                yield quote
        if self._open is not None:
            yield self._unclosed()

    def _inside(self, mark: _Mark) -> Quote | None:
        """What the mark does to the open quotation."""
        if self._open is None:
            return None
        if mark.closes and mark.text in _CLOSES[self._open.family]:
            return self._closed(self._open, mark)
        if mark.opens and mark.text == self._open.text:
            self._begin(mark)  # the earlier one was never closed
        return None

    def _outside(self, mark: _Mark, following: Sequence[_Mark]) -> Quote | None:
        """What the mark does where nothing is open."""
        if mark.opens and mark.family != "single":
            self._begin(mark)
        elif mark.opens:
            close = self._single_close(mark, following)
            if close is not None:
                self._begin(mark)
                return self._closed(mark, close)
        elif mark.closes and mark.text in {"”", "»", "''", '"'}:
            return self._unopened(mark)
        return None

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _begin(self, mark: _Mark) -> None:
        self._open, self._part, self._parts = mark, mark.end, []

    def _reopens(self, mark: _Mark) -> bool:
        """Whether the mark takes up the open quotation again where the next paragraph begins."""
        here, last = self._paragraph(mark.start), self._paragraph(self._part)
        start = self._starts[here]
        again = self._open is not None and mark.opens and mark.family == self._open.family
        if not again or here != last + 1 or self._text[start : mark.start].strip():
            return False
        part = self._trimmed(self._part, self._paragraphs[last][1])
        if part[0] < part[1]:  # else nothing stands between the two marks
            self._parts.append(part)
        self._part = mark.end
        return True

    def _closed(self, opened: _Mark, close: _Mark) -> Quote:
        parts = (*self._parts, self._trimmed(self._part, close.start))
        self._open = None
        return Quote(opened.start, close.end, parts)

    def _unopened(self, close: _Mark) -> Quote:
        start = max(self._starts[self._paragraph(close.start)], self._read_to)
        return Quote(start, close.end, (self._trimmed(start, close.start),), opened=False)

    def _unclosed(self) -> Quote:
        start = self._part if self._open is None else self._open.start
        end = self._paragraphs[self._paragraph(self._part)][1]
        parts = (*self._parts, self._trimmed(self._part, end))
        self._open = None
        return Quote(start, parts[-1][1], parts, closed=False)

    def _single_close(self, opened: _Mark, marks: Sequence[_Mark]) -> _Mark | None:
        """The end of a quotation in single marks: an apostrophe at a word's end is none."""
        limit = self._paragraphs[self._paragraph(opened.start)][1]
        for mark in marks:
            if mark.start >= limit:
                return None
            if mark.text not in _CLOSES["single"] or not mark.closes:
                continue
            punctuated = self._text[mark.start - 1] in ".,!?…"
            if punctuated or _AFTER_SINGLE.match(self._text, mark.end, limit):
                return mark
        return None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        stretch = self._text[start:end]
        lead = len(stretch) - len(stretch.lstrip())
        return start + lead, max(start + lead, start + len(stretch.rstrip()))
