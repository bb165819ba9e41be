"""Bodies beside a seizure that only helped with it: no authority."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.seizures.keys import keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import seizure_words, words_pattern

REACH = 90  # characters before a body that may say it only helped

# Only "and" joins those who helped: behind a comma begins what someone else did.
_HELPED = (
    r"\b(?:with|thanks to|under)\s(?:(?:the|joint|close|technical)\s){0,2}(?:{})\s(?:of|from|by)\s"
)
_BY = (
    r"\b(?:supported|assisted|backed|aided|helped|mentored|trained|advised|funded"
    r"|facilitated)\sby\s"
)
_REST = r"(?:(?:the|and|its|their|of|(?-i:[A-ZÀ-Þ(])[\w’'()-]*)\s)*$"
_AFTER = r"^(?:\s\([^)]{1,20}\))?\s(?:(?:also|has|have|had)\s){0,2}(?:{})\b(?!\sby\b)"
_LED_BY = re.compile(_BY + _REST, re.IGNORECASE)


@cache
def _keys() -> frozenset[str]:
    return keys_of((*seizure_words()["help"], *seizure_words()["helping"], "by"))


def only_helped(line: Line, start: int, end: int) -> bool:
    """Whether the body stands beside words that it supported or coordinated, no more."""
    if not line.holds(_keys()):
        return False
    lead = line.between(max(line.start, start - REACH), start)
    if words_pattern("help", _HELPED + _REST).search(lead) or _LED_BY.search(lead):
        return True
    return words_pattern("helping", _AFTER).search(line.between(end, end + 40)) is not None
