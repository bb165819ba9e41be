"""The lines of a text: where they stand and what kind of line they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.knowledge.words import joining_words

_LINE = re.compile(r"[^\n\f]+")
_BULLET = re.compile(
    r"[•●▪■◦‣·°*►➢✓▶❖§]\s*\S|[-–—]\s+\S|(?:\(?[0-9]{1,2}[.)]|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,4}[.)])\s+\S"
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

MIN_HEAD, MAX_HEAD = 5, 90
MAX_ROW = 300


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
        """Whether this is a row of a table."""
        return is_row(self.text)

    @property
    def is_item(self) -> bool:
        """Whether this is an item of a list."""
        mark = self.text[:6]
        if mark[0].isalpha() and "." not in mark and ")" not in mark:
            return False
        return _BULLET.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop, a colon or their like ends this line."""
        if self.text[-1].isalnum():
            return False
        return _TERMINAL.search(self.text, max(0, len(self.text) - 5)) is not None

    @property
    def stays_open(self) -> bool:
        """Whether the last word cannot end anything ("of", "the", "Mr.")."""
        word = self.text[-12:].rpartition(" ")[2]
        return word in _open_words() or (len(word) > 1 and word.lower() in _open_words())

    @property
    def ends_in_preposition(self) -> bool:
        """Whether the last word is one that can end a line, but hardly a sentence ("in")."""
        return self.text[-12:].rpartition(" ")[2] in joining_words("preposition")

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


def _open_words() -> frozenset[str]:
    return joining_words("open")


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
        lines.append(Line(start, start + len(stripped), stripped, start - match.start(), between))
        end = start + len(stripped)
    _close_up(lines)
    _mark_furniture(lines)
    return lines


def _close_up(lines: list[Line]) -> None:
    """Take the empty line from between the lines of a text that has one behind every line."""
    gaps = Counter(min(line.gap, 3) for line in lines[1:])
    small = sum(line.begins_small for line in lines)
    if gaps[1] or len(lines) < 6 or gaps[2] < gaps[3] or 3 * small < len(lines):
        return
    for line in lines:
        line.gap -= line.gap == 2


def is_row(line: str) -> bool:
    """Whether a line is cells far apart: no sentence, and no line spread out to a width."""
    if "\t" not in line and "    " not in line:
        return False
    gaps = len(_WIDE_GAP.findall(line[:MAX_ROW]))
    if not gaps or len(line) > MAX_ROW or line.rstrip("\"”’»')")[-1:] in {".", "!", "?"}:
        return False
    words = line.split()
    figures = sum(word[0].isdigit() for word in words)
    return len(words) < 8 or 2 * gaps <= len(words) or 3 * figures > len(words)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number."""
    return len(text) < 16 and _PAGE_NUMBER.fullmatch(text) is not None


def running_head(text: str) -> str:
    """A line as it would repeat on every page: without page number, case and margins."""
    if len(text) < MIN_HEAD or len(text) > MAX_ROW or _TERMINAL.search(text, max(0, len(text) - 5)):
        return ""
    if text[-1] == "-" and text[-2].isalpha():
        return ""  # a word goes on in the next line
    head = " ".join(text.strip(_MARGIN).lower().split())
    if len(head) > MAX_HEAD:
        return ""
    return head if sum(map(str.isalpha, head)) >= MIN_HEAD else ""


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
            line.furniture = _is_page_break(lines, index, loose, numbers)
        elif loose[index] and (line.text[0].isdigit() or line.text[-1].isdigit()):
            line.furniture = True
        elif loose[index]:
            line.furniture = _stands_apart(lines, index, loose)
        else:
            line.furniture = _is_numbered_head(line)


def _is_page_break(lines: list[Line], index: int, loose: list[bool], numbers: list[bool]) -> bool:
    """Whether the number at ``index`` is a page's: apart from the text, not in a column."""
    around = [other for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    if any(numbers[other] for other in around):
        return False
    is_last = index + 1 == len(lines)
    apart = lines[index].gap > 1 or (not is_last and lines[index + 1].gap > 1) or index == 0
    return apart or any(loose[other] for other in around)


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
