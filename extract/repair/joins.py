"""Lines -> paragraphs: what a page's width broke is joined, what the writer broke stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.repair.hyphens import DROP, SUSPENDED, Vocabulary, at_line_end
from extract.repair.lines import Line, read_lines
from extract.repair.mapping import Edit

PARAGRAPH = "\n\n"
_LAST_WORD = re.compile(r"(?:[^\W_]+-)*[^\W_]+-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
# The rest of an address: a word with a mark inside that no prose has there.
_ADDRESS_PART = re.compile(r"[\w-]{0,80}[./_=?%&#][\w-]|[\w-]{1,80}\.?$")
# A line that is a date, a place and date, or a signature-like scrap keeps to itself.
_DATE_LINE = re.compile(
    r"(?:[A-Z][\w’'. -]{1,40}[,–-]\s?)?"
    r"[0-3]?[0-9][a-z]{0,2}\s[A-Z][a-z]{2,8}\.?,?\s[12][0-9]{3}\.?$"
)
_ISSUE = re.compile(
    r"\b(?:No\.|Nº|[Ii]ssue|ISSUE|Vol\.?|Volume)\s?[0-9]|[A-Z][a-z]{2,8}\s[12][0-9]{3}$"
)
_NO_HEADING = re.compile(r"(?:By|Photo|Source|Text|Tel|E-?mail|Contact|Figure|Table|Map)\b")
_RELATIVE = re.compile(r",\s(?:which|who|whose|whom|where|while|although|but|so)\s")
MAX_FURNITURE = 8
NARROWEST, WIDEST = 24, 160
RAGGED = 18
PROSE = 45
# One line in so many may stick out: an address, two words run together.
OVERLONG = 10
UNSET = 10**9


def join_lines(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits that turn the line ends of ``text`` into spaces, paragraph ends or nothing."""
    lines = read_lines(text)
    if not lines:
        yield Edit(0, len(text), "")
        return
    yield Edit(0, lines[0].start, "")
    paragraphs = list(_paragraphs(lines, vocabulary))
    for paragraph, following in pairwise(paragraphs):
        yield from paragraph.joins
        end, start = paragraph.last.end, following.first.start
        yield Edit(end, start, _separator(paragraph, following))
    yield from paragraphs[-1].joins
    yield Edit(lines[-1].end, len(text), "")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together and the edits that join them."""

    first: Line
    last: Line
    joins: list[Edit]

    @property
    def is_prose(self) -> bool:
        return self.last.ends_sentence or self.last.end - self.first.start > 120


def _paragraphs(lines: list[Line], vocabulary: Vocabulary) -> Iterator[_Paragraph]:
    widths = _widths(lines)
    paragraph = _Paragraph(lines[0], lines[0], [])
    index = 0
    while index + 1 < len(lines):
        behind = _behind_furniture(lines, index)
        is_continued = bool(paragraph.joins)
        edit = _join(lines[index], lines[behind], widths[index], is_continued, vocabulary)
        if edit is None and widths[index] == widths[behind] != UNSET:
            is_led = is_continued or _is_headed(lines, index)
            edit = _fill(lines[index], lines[behind], widths[index], is_led=is_led)
        if edit is None:
            behind = index + 1
            yield paragraph
            paragraph = _Paragraph(lines[behind], lines[behind], [])
        else:
            paragraph.joins.append(edit)
            paragraph.last = lines[behind]
        index = behind
    yield paragraph


def _behind_furniture(lines: list[Line], index: int) -> int:
    """The line in which a sentence left open by line ``index`` would go on."""
    following = index + 1
    if lines[index].furniture or not lines[following].furniture or lines[index].ends_sentence:
        return following
    last = min(len(lines) - 1, index + MAX_FURNITURE)
    while following < last and lines[following].furniture:
        following += 1
    return index + 1 if lines[following].furniture else following


def _join(
    line: Line, after: Line, width: int, is_continued: bool, vocabulary: Vocabulary
) -> Edit | None:
    """The edit that joins two lines of one sentence or paragraph, or None."""
    if line.furniture or after.furniture:
        return None
    if line.text[-1] in "-/" and (edit := _mend_mark(line, after, vocabulary)):
        return edit
    if line.is_row or after.is_row or after.is_item:
        return None
    if _goes_on(line, after, 99 if is_continued else line.text.count(" ") + 1):
        return Edit(line.end, after.start, " ")
    indented = after.indent > line.indent + 1
    if after.gap > 1 or indented or _is_date(line.text) or _is_date(after.text):
        return None
    first_word = after.text[:40].partition(" ")[0]
    if len(line.text) + 1 + len(first_word) > width:
        return Edit(line.end, after.start, " ")
    return None


def _fill(line: Line, after: Line, width: int, *, is_led: bool) -> Edit | None:
    """The edit that joins two lines of one ragged block, though the next word would have fitted."""
    if line.furniture or after.furniture or after.gap > 1 or line.ends_sentence:
        return None
    if line.is_row or after.is_row or after.is_item or len(line.text) < width - RAGGED:
        return None
    if after.indent > line.indent + 1 or _is_date(line.text) or _is_date(after.text):
        return None
    is_prose = is_led or _RELATIVE.search(line.text) is not None
    return Edit(line.end, after.start, " ") if is_prose else None


def _is_headed(lines: list[Line], index: int) -> bool:
    """Whether a line with a gap above it has its headline there already."""
    if not index or lines[index].gap < 2:
        return False
    above = lines[index - 1]
    is_alone = index == 1 or above.gap > 1
    return is_alone and not above.furniture and _may_be_heading(above)


def _goes_on(line: Line, after: Line, words: int) -> bool:
    """Whether the sentence of ``line``, ``words`` long so far, cannot have ended there."""
    if after.begins_small and not line.ends_sentence:
        # Short small lines below each other are a list.
        return words > 2 or (after.gap < 2 and after.text.count(" ") > 2)
    if not after.text[0].isalnum() and after.text[0] not in "\"“'‘«(":
        return False
    if line.stays_open:
        return words > 3 or after.gap < 2
    if after.gap < 2 and line.ends_in_preposition:
        # Prose, or a headline over two lines; "What it stands for" is a headline of its own.
        is_short = len(after.text) <= max(NARROWEST, len(line.text)) and not after.ends_sentence
        return len(line.text) > PROSE or is_short
    return line.text[-1] == "," and words > 7


def _mend_mark(line: Line, after: Line, vocabulary: Vocabulary) -> Edit | None:
    """The edit behind a hyphen or a slash at a line end."""
    if after.gap < 2 and line.is_address:
        return Edit(line.end, after.start, "" if _ADDRESS_PART.match(after.text) else " ")
    if line.text[-1] == "-":
        return _mend_hyphen(line, after, vocabulary)
    is_whole = after.gap < 2 and line.text[-2:-1].isalnum()
    return Edit(line.end, after.start, "") if is_whole else None


def _mend_hyphen(line: Line, after: Line, vocabulary: Vocabulary) -> Edit | None:
    left = _LAST_WORD.search(line.text, max(0, len(line.text) - 60))
    right = _FIRST_WORD.match(after.text)
    if left is None or right is None or (after.gap > 1 and not after.text[0].islower()):
        return None
    kept = at_line_end(left.group()[:-1], right.group(), vocabulary)
    if kept == SUSPENDED:
        return Edit(line.end, after.start, " ")
    return Edit(line.end - (1 if kept == DROP else 0), after.start, "")


def _separator(paragraph: _Paragraph, following: _Paragraph) -> str:
    """A line feed between lines that are no prose, an empty line between paragraphs."""
    line, after = paragraph.last, following.first
    if after.gap > 1 or line.furniture or after.furniture:
        return PARAGRAPH
    if paragraph.first.is_item or after.is_item or line.is_row or after.is_row:
        return "\n"
    return PARAGRAPH if paragraph.is_prose or following.is_prose else "\n"


def _is_date(text: str) -> bool:
    return len(text) < 60 and _DATE_LINE.match(text) is not None


def _widths(lines: list[Line]) -> list[int]:
    """For each line the width its paragraph was set in; beyond all lines where it was not."""
    widths = [UNSET] * len(lines)
    blocks = list(_blocks(lines))
    set_widths = [_width_of(lines[first:last]) for first, last in blocks]
    typical = sorted(width for width in set_widths if width)
    common = typical[len(typical) // 2] if typical else _common_width(lines)
    for (first, last), own in zip(blocks, set_widths, strict=True):
        longest = max(len(line.text) for line in lines[first:last])
        width = own or (longest if common and common - RAGGED <= longest <= common + RAGGED else 0)
        if not width:
            heading = list(takewhile(_may_be_heading, lines[first:last]))
            width = _heading_width(heading)
            widths[first : first + len(heading)] = [width or UNSET] * len(heading)
        else:
            widths[first:last] = [width] * (last - first)
    return widths


def _common_width(lines: list[Line]) -> int:
    """The width of a text whose paragraphs are all too short to show it by themselves."""
    touching = [(a, b) for a, b in pairwise(lines) if b.gap < 2 and len(a.text) <= WIDEST]
    lengths = sorted(len(line.text) for line, _ in touching)
    if len(lengths) < 3 or 4 * sum(b.begins_small for _, b in touching) < len(touching):
        return 0
    width = lengths[-1 - len(lengths) // OVERLONG]
    full = sum(width - RAGGED <= length <= width + RAGGED for length in lengths)
    return width if width >= 2 * NARROWEST and 5 * full >= 3 * len(lengths) else 0


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
    width = sorted(lengths)[-1 - len(lengths) // OVERLONG]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(length >= width - RAGGED for length in lengths[:-1])
    small = sum(line.begins_small for line in block[1:])
    return width if 2 * full >= len(block) - 1 and 4 * small >= len(block) - 1 else 0


def _may_be_heading(line: Line) -> bool:
    if line.ends_sentence or line.is_row or line.is_item or len(line.text) > 100:
        return False
    return "|" not in line.text and not _NO_HEADING.match(line.text)


def _heading_width(lines: list[Line]) -> int:
    """The width of a headline set over two or three lines, 0 where the lines are none."""
    if not 1 < len(lines) < 4 or len(lines[0].text) < NARROWEST:
        return 0
    if any(_ISSUE.search(line.text) for line in lines):
        return 0
    if any(a.text.isupper() != b.text.isupper() for a, b in pairwise(lines)):
        return 0
    return max(len(line.text) for line in lines)
