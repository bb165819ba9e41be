"""Lines -> paragraphs: what a page's width broke is joined, what the writer broke stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.repair.hyphens import DROP, SUSPENDED, Vocabulary, at_line_end
from extract.repair.lines import Line, read_lines
from extract.repair.mapping import Edit

PARAGRAPH = "\n\n"
_LAST_WORD = re.compile(r"(?:[^\W_]+-)*[^\W_]+-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
# The rest of an address: a word with a mark inside that no prose has there.
_ADDRESS_PART = re.compile(r"[\w-]{0,80}[./_=?%&#][\w-]|[\w-]{1,80}\.?$")
# A line that is a date, a place and date, or a signature-like scrap keeps to itself.
_DATE_LINE = re.compile(r"(?:[A-Z][\w’'. -]{1,40}[,–-]\s?)?[0-3]?[0-9][a-z]{0,2}\s[A-Z][a-z]{2,8}\.?,?\s[12][0-9]{3}\.?$")
MAX_FURNITURE = 8
NARROWEST, WIDEST = 24, 160
RAGGED = 18


def join_lines(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits that turn the line ends of ``text`` into spaces, paragraph ends or nothing."""
    lines = read_lines(text)
    if not lines:
        if text:
            yield Edit(0, len(text), "")
        return
    widths = _widths(lines)
    if lines[0].start:
        yield Edit(0, lines[0].start, "")
    index = 0
    while index + 1 < len(lines):
        line = lines[index]
        behind = _behind_furniture(lines, index)
        edit = _join(line, lines[behind], widths[index], vocabulary)
        if behind > index + 1 and (edit is None or "\n" in edit.text):
            behind = index + 1
            edit = None
        yield edit or Edit(line.end, lines[behind].start, _separator(line, lines[behind]))
        index = behind
    if lines[-1].end < len(text):
        yield Edit(lines[-1].end, len(text), "")


def _behind_furniture(lines: list[Line], index: int) -> int:
    """The line in which a sentence left open by line ``index`` would go on."""
    following = index + 1
    if lines[index].furniture or not lines[following].furniture or lines[index].ends_sentence:
        return following
    last = min(len(lines) - 1, index + MAX_FURNITURE)
    while following < last and lines[following].furniture:
        following += 1
    return index + 1 if lines[following].furniture else following


def _join(line: Line, after: Line, width: int, vocabulary: Vocabulary) -> Edit | None:
    """The edit that joins two lines of one sentence or paragraph, or None."""
    if line.furniture or after.furniture:
        return None
    broken = after.gap > 1
    if not broken and line.text[-1] in "-/" and line.is_address:
        return Edit(line.end, after.start, "" if _ADDRESS_PART.match(after.text) else " ")
    if line.text[-1] == "-" and (edit := _mend_hyphen(line, after, vocabulary)):
        return edit
    if line.text[-1] == "/" and not broken and line.text[-2:-1].isalnum():
        return Edit(line.end, after.start, "")
    if line.is_row or after.is_row or after.is_item:
        return None
    if _goes_on(line, after):
        return Edit(line.end, after.start, " ")
    indented = after.indent > line.indent + 1
    if broken or indented or _is_date(line.text) or _is_date(after.text):
        return None
    first_word = after.text[:40].partition(" ")[0]
    if len(line.text) + 1 + len(first_word) > width:
        return Edit(line.end, after.start, " ")
    return None


def _goes_on(line: Line, after: Line) -> bool:
    """Whether the sentence of ``line`` cannot have ended there."""
    words = line.text.count(" ") + 1
    if after.begins_small and not line.ends_sentence:
        # Short small lines below each other are a list.
        return words > 2 or (after.gap < 2 and after.text.count(" ") > 2)
    if not after.text[0].isalnum() and after.text[0] not in "\"“'‘«(":
        return False
    if line.stays_open:
        return words > 3 or after.gap < 2
    return line.text[-1] == "," and words > 7


def _mend_hyphen(line: Line, after: Line, vocabulary: Vocabulary) -> Edit | None:
    left = _LAST_WORD.search(line.text, max(0, len(line.text) - 60))
    right = _FIRST_WORD.match(after.text)
    if left is None or right is None or (after.gap > 1 and not after.text[0].islower()):
        return None
    kept = at_line_end(left.group()[:-1], right.group(), vocabulary)
    if kept == SUSPENDED:
        return Edit(line.end, after.start, " ")
    return Edit(line.end - (1 if kept == DROP else 0), after.start, "")


def _separator(line: Line, after: Line) -> str:
    """A line feed between lines that are no prose, an empty line between paragraphs."""
    if after.gap > 1 or line.furniture or after.furniture:
        return PARAGRAPH
    if after.is_item or line.is_row or after.is_row:
        return "\n"
    prose = line.ends_sentence or after.ends_sentence or max(len(line.text), len(after.text)) > 120
    return PARAGRAPH if prose and not line.is_item else "\n"


def _is_date(text: str) -> bool:
    return len(text) < 60 and _DATE_LINE.match(text) is not None


def _widths(lines: list[Line]) -> list[int]:
    """For each line the width its paragraph was set in; beyond all lines where it was not."""
    widths = [WIDEST * 10**6] * len(lines)
    blocks = list(_blocks(lines))
    set_widths = [_width_of(lines[first:last]) for first, last in blocks]
    typical = sorted(width for width in set_widths if width)
    common = typical[len(typical) // 2] if typical else 0
    for (first, last), own in zip(blocks, set_widths, strict=True):
        longest = max(len(line.text) for line in lines[first:last])
        width = own or (longest if common and common - RAGGED <= longest <= common + RAGGED else 0)
        if not width and last - first < 4 and _is_heading(lines[first:last]):
            width = longest
        if width:
            widths[first:last] = [width] * (last - first)
    return widths


def _blocks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines with no empty line between them."""
    first = 0
    for index, line in enumerate(lines):
        if index and line.gap > 1:
            yield first, index
            first = index
    yield first, len(lines)


def _width_of(block: list[Line]) -> int:
    """The width a block of prose was set in, 0 where its lines were not broken at a width."""
    if len(block) < 3:
        return 0
    lengths = [len(line.text) for line in block]
    width = max(lengths)
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(length >= width - RAGGED for length in lengths[:-1])
    small = sum(line.begins_small for line in block[1:])
    return width if 2 * full >= len(block) - 1 and 4 * small >= len(block) - 1 else 0


def _is_heading(block: list[Line]) -> bool:
    """A headline set over two or three lines: alike, none of them a sentence of its own."""
    if any(line.ends_sentence or line.is_row or line.is_item or "|" in line.text for line in block):
        return False
    if any(len(line.text) > 100 for line in block) or len(block[0].text) < NARROWEST:
        return False
    return all(a.text.isupper() == b.text.isupper() for a, b in pairwise(block))
