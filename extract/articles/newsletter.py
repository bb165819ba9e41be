"""What makes a text a newsletter, and what only a newsletter has."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from extract.articles.stretches import Kind, Stretch, is_issue, is_item, is_masthead
from extract.knowledge.headings import whole_line
from extract.repair.lines import is_page_number

MAX_CAPTION_WORDS = 12
MIN_PROSE_WORDS = 6
MIN_SINGLE = 4
MIN_HEADS, MAX_SHORT = 2, 3

_CELL_END = re.compile(r"[\t|]|(?<=\d) | (?=\d{1,3}$)")


def is_report(stretches: list[Stretch]) -> bool:
    """Whether the sections are those of a report."""
    sections = {
        stretch.text.lower().strip(" 0123456789.:")
        for stretch in stretches
        if stretch.kind is Kind.SECTION
    }
    return sum(whole_line("report").match(section) is not None for section in sections) > 1


def is_newsletter(stretches: list[Stretch]) -> bool:
    """Whether a title line or contents say so, or pages are numbered among the articles."""
    if sum(stretch.kind is Kind.CONTENTS for stretch in stretches) > 1:
        return True
    head = takewhile(lambda stretch: stretch.kind is not Kind.BODY, stretches)
    if any(is_issue(stretch.text) for stretch in head):
        return True
    return any(
        is_masthead(stretch.text) or _is_numbered_head(stretch)
        for stretch in stretches
        if stretch.kind is not Kind.BODY
    )


def set_tables(stretches: list[Stretch]) -> None:
    """Make the line above the rows of a table, and rows that lost their gaps, asides."""
    rows = [stretch.kind is Kind.ASIDE and "\t" in stretch.text for stretch in stretches]
    for index, stretch in enumerate(stretches):
        if stretch.kind is not Kind.HEADLINE:
            continue
        is_above = rows[index + 1 : index + 3] == [True, True] and not any(
            _is_column(row.text) for row in stretches[index + 1 : index + 3]
        )
        is_among = rows[index - 1 : index] == [True] and rows[index + 1 : index + 2] == [True]
        if (is_above and stretch.words < MAX_CAPTION_WORDS) or (
            is_among and stretch.text[-1].isdigit()
        ):
            stretch.kind = Kind.ASIDE


def _is_column(row: str) -> bool:
    """Whether a row is a line of prose with something beside it."""
    words = row.partition("\t")[0].split()
    return len(words) >= MIN_PROSE_WORDS and 2 * sum(map(str.islower, words)) > len(words)


def set_single(stretches: list[Stretch]) -> None:
    """Make one word above prose a headline where headlines are short or, like it, in capitals."""
    heads = [one for one in stretches if one.kind is Kind.HEADLINE]
    are_capitals = sum(one.is_capitals for one in heads) >= MIN_HEADS
    are_short = sum(one.words <= MAX_SHORT for one in heads) >= MIN_HEADS
    for one, below in pairwise(stretches):
        alone = one.kind is Kind.OTHER and one.words == 1 and len(one.text) >= MIN_SINGLE
        fits = (are_capitals and one.is_capitals) or (are_short and one.text.istitle())
        if alone and fits and one.text.isalpha() and below.kind is Kind.BODY:
            one.kind = Kind.HEADLINE


def set_briefs(stretches: list[Stretch]) -> None:
    """Make "In brief" a headline where its items follow at once, and the items its body."""
    in_brief = False
    for index, stretch in enumerate(stretches):
        small = stretch.text.lower().strip(" :")
        if stretch.kind is Kind.ABOVE and whole_line("brief").match(small):
            following = stretches[index + 1 : index + 5]
            below = next((line for line in following if line.kind is not Kind.ASIDE), None)
            in_brief = below is not None and (below.kind is Kind.BODY or is_item(below.text))
            stretch.kind = Kind.HEADLINE if in_brief else Kind.ABOVE
        elif stretch.kind in {Kind.HEADLINE, Kind.SECTION}:
            in_brief = False
        elif in_brief and is_item(stretch.text):
            stretch.kind = Kind.BODY


def _is_numbered_head(stretch: Stretch) -> bool:
    """Whether a line is a running head with a page number."""
    if stretch.kind is not Kind.ASIDE or len(stretch.text) > 120 or is_page_number(stretch.text):
        return False
    first, *_, last = ["", *_CELL_END.split(stretch.text)]
    return any(is_page_number(cell.strip()) for cell in (first, last) if cell)
