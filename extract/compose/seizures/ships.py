"""Ships by name: those that seize ("the frigate HMAS Perth"), whose names are no places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import seizure_words

_NAME = r"[\"“'‘]?[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?[\"”'’]?"

_OF_COUNTRY = r"[A-ZÀ-Þ][a-z]+(?:an|ch|ish|ese|ani|tch|k|i)"  # "French", "Iraqi"


@cache
def _patrol() -> re.Pattern[str]:
    words = seizure_words()
    prefixes = "|".join(words["ship_prefixes"])
    kinds = alternation(words["warships"])
    return re.compile(
        rf"\b(?:(?:[A-ZÀ-Þ][a-zà-þ]+ )?(?i:{kinds}) (?:(?:{prefixes}) )?{_NAME}"
        rf"|(?:{prefixes}) {_NAME}"
        rf"|{_OF_COUNTRY} (?i:navy|naval|coast guard) (?:ship|vessel) (?:(?:{prefixes}) )?{_NAME})"
    )


@cache
def _keys() -> frozenset[str]:
    words = seizure_words()
    return keys_of((*words["ship_prefixes"], *words["warships"], "ship", "vessel"))


@cache
def _before_name() -> re.Pattern[str]:
    words = seizure_words()
    carriers = alternation((*words["ships"], *words["warships"]))
    return re.compile(rf"\b(?:(?:{'|'.join(words['ship_prefixes'])})|(?i:{carriers}))\s[\"“'‘]?$")


def is_of_ship(lead: str) -> bool:
    """Whether the words before a name make it that of a ship ("the dhow", "HMCS")."""
    return _before_name().search(lead, max(0, len(lead) - 30)) is not None


def find_patrols(line: Line) -> Iterator[tuple[int, int, str]]:
    """Ships of a navy or coast guard that the line names."""
    if line.holds(_keys()):
        for match in _patrol().finditer(line.text):
            yield line.start + match.start(), line.start + match.end(), match.group()
