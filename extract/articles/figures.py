"""Captions whose figure the text has lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.articles.stretches import Kind, Stretch, is_sentence, read_stretches
from extract.knowledge.headings import line_start

MAX_CAPTION = 160
# How far below its caption the data of a figure would begin.
REACH = 3

_NUMBER = re.compile(r"\s?[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?(?:\s?[:.–—-]|\s+(?=[A-ZÀ-Þ]))|\s?:")
_YEAR = r"[12][0-9]{3}"
_SPAN = rf"{_YEAR}\s?(?:[-–/]|to|and)\s?[12]?[0-9]{{1,3}}"
_YEARS = re.compile(
    rf"(?:,\s{_YEAR}(?:\s?[-–/]\s?[0-9]{{2,4}})?|\s\({_YEAR}(?:\s?[-–/]\s?[0-9]{{2,4}})?\)|\s{_SPAN})"
    r"(?:\s?\([^()]{1,30}\))?$"
)
_DATA = re.compile(r"\d")


def lost_figures(text: str) -> list[str]:
    """The captions in a repaired text that stand without the figure they tell of."""
    stretches = read_stretches(text)
    return [
        line.text
        for index, line in enumerate(stretches)
        if line.kind is not Kind.BODY
        and _is_caption(line)
        and not _has_data(stretches[index + 1 : index + 1 + REACH])
    ]


def _is_caption(line: Stretch) -> bool:
    if len(line.text) > MAX_CAPTION or "\t" in line.text:
        return False
    small = line.text.lower()
    label = line_start("figure").match(small)
    if label is not None:
        return _NUMBER.match(line.text, label.end()) is not None
    measured = line_start("measured").match(small)
    return measured is not None and not is_sentence(line.text) and bool(_YEARS.search(line.text))


def _has_data(below: Sequence[Stretch]) -> bool:
    """Whether rows of figures follow: lines that are no prose and mostly hold numbers."""
    rows = [line for line in below if line.kind is not Kind.BODY and not _is_caption(line)]
    return any(
        "\t" in line.text
        or "|" in line.text
        or 2 * sum(map(bool, map(_DATA.search, line.text.split()))) >= line.words
        for line in rows
    )
