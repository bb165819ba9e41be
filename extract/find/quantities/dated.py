"""Numbers beside the name of a month: days, not counts."""

from __future__ import annotations

import re

from extract.find.quantities.numerals import Numeral
from extract.knowledge.calendar import month_pattern

_MONTH = rf"(?:{month_pattern()}|{month_pattern().upper()})"
_DAY_OF = re.compile(
    rf"(?:\s?(?:st|nd|rd|th)\b)?(?:\s?(?:-|–|—|to|and|or|,|&|/)\s?\d{{1,2}}){{0,4}}"
    rf"(?:\s?(?:st|nd|rd|th)\b)?,?(?:\s+of)?[\s-]*{_MONTH}\b"
)
_AFTER_MONTH = re.compile(rf"\b{_MONTH}\.?\s{{1,2}}(?:\d{{1,2}}\s?(?:-|–|—|to|and|,|&)\s?){{0,4}}$")


def is_day_of_month(text: str, numeral: Numeral) -> bool:
    """ "15 May": the name of a month stands behind."""
    return numeral.value <= 31 and _DAY_OF.match(text, numeral.end) is not None


def is_day_after_month(text: str, numeral: Numeral) -> bool:
    """ "May 15 officers": a day as likely as a count."""
    return numeral.value <= 31 and follows_month(text, numeral.start)


def follows_month(text: str, start: int) -> bool:
    """Whether the name of a month, with days perhaps, stands right before ``start``."""
    return _AFTER_MONTH.search(text, max(0, start - 32), start) is not None
