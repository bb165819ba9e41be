"""The lines of a text: where they stand and what kind of line they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.knowledge.words import joining_words

_LINE = re.compile(r"[^\n\f]+")
_BULLET = re.compile(
    r"[•●▪■◦‣·*►➢✓▶❖§]\s*\S|[-–—]\s+\S|(?:\(?[0-9]{1,2}[.)]|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,4}[.)])\s+\S"
)
_WIDE_GAP = re.compile(r"\S(?: {4}|\t| +\t)[ \t]*(?=\S)")
_CELL_END = re.compile(r"\t[\t ]*| {4,}|\|")
_TERMINAL = re.compile(r"[.!?:;…][\"”’»')\]]{0,3}$")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S{1,64}@)\S")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[(]\s?)?(?:page|pg?\.)?\s?[0-9]{1,3}(?:\s?(?:of|/|\|)\s?(?:[0-9]{1,3}|page))?"
    r"(?:\s?[-–—|\])])?|[ivx]{1,5}",
    re.IGNORECASE,
)
_MARGIN = " 0123456789|-–—•·/\t"

MAX_HEAD = 90


@dataclass(slots=True)
class Line:
    """A line with something on it; ``start``/``end`` leave out the white space around.

    ``gap`` counts the line ends between this line and the one before it, a new page as two.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    furniture: bool = False

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a table: cells far apart, and not a justified sentence."""
        if self.ends_sentence:
            return False
        gaps = len(_WIDE_GAP.findall(self.text))
        return 0 < gaps and 2 * gaps <= max(len(self.text.split()), 2)

    @property
    def is_item(self) -> bool:
        """Whether this is an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop, a colon or their like ends this line."""
        return _TERMINAL.search(self.text, max(0, len(self.text) - 5)) is not None

    @property
    def stays_open(self) -> bool:
        """Whether the last word cannot end anything ("of", "the", "Mr.")."""
        return self.text[-12:].rpartition(" ")[2] in joining_words("open")

    @property
    def begins_small(self) -> bool:
        """Whether this line begins as the middle of a sentence does."""
        if not self.text[0].islower() or self.is_item:
            return False
        return _ADDRESS.match(self.text) is None

    @property
    def is_address(self) -> bool:
        """Whether the last word is (the beginning of) an address on the internet."""
        return _ADDRESS.search(self.text[-120:].rpartition(" ")[2]) is not None


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, page furniture marked."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        between = text.count("\n", end, start) + 2 * text.count("\f", end, start)
        lines.append(
            Line(start, start + len(stripped), stripped, start - match.start(), between)
        )
        end = start + len(stripped)
    _mark_furniture(lines)
    return lines


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number."""
    return len(text) < 16 and _PAGE_NUMBER.fullmatch(text) is not None


def running_head(text: str) -> str:
    """A line as it would repeat on every page: without page number, case and margins."""
    if len(text) > MAX_HEAD or _TERMINAL.search(text):
        return ""
    head = " ".join(text.strip(_MARGIN).lower().split())
    return head if sum(map(str.isalpha, head)) > 4 else ""


def _mark_furniture(lines: list[Line]) -> None:
    heads = [running_head(line.text) for line in lines]
    counts = Counter(head for head in heads if head)
    numbers = [is_page_number(line.text) for line in lines]
    loose = [  # furniture, if it stands alone or among its like
        number or (counts[head] > 1 and not line.is_item and not line.begins_small)
        for line, head, number in zip(lines, heads, numbers, strict=True)
    ]
    for index, line in enumerate(lines):
        if numbers[index]:
            # A page's number, not one in a column of numbers.
            line.furniture = not any(numbers[max(0, index - 1) : index] + numbers[index + 1 : index + 2])
        elif loose[index] and (line.text[0].isdigit() or line.text[-1].isdigit()):
            line.furniture = True
        elif loose[index]:
            line.furniture = _stands_apart(lines, index, loose)
        else:
            line.furniture = _is_numbered_head(line)


def _stands_apart(lines: list[Line], index: int, loose: list[bool]) -> bool:
    """Whether nothing but its like touches the line at ``index``."""
    above = index == 0 or lines[index].gap > 1 or loose[index - 1]
    below = index + 1 == len(lines) or lines[index + 1].gap > 1 or loose[index + 1]
    return above and below


def _is_numbered_head(line: Line) -> bool:
    """A running head seen once: a short text and, far from it or behind a bar, a page number."""
    if len(line.text) > 2 * MAX_HEAD or not (line.text[0].isdigit() or line.text[-1].isdigit()):
        return False
    cells = [cell.strip() for cell in _CELL_END.split(line.text)]
    return len(cells) == 2 and is_page_number(cells[0]) != is_page_number(cells[1])
