"""A stretch of days told by its length and one end: "the three-day course ended on 5 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.counting import small_numbers

_LARGEST = 15  # days or weeks that an event is said to last
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|clos(?:es|ed|ing)|conclud(?:es|ed|ing)"
    r"|finish(?:es|ed)|wound up|until|wrapped up"
    r"|last day|complet(?:es|ed)|graduated|came to an end|brought to an end"
    r"|is over|was over|drew to a close)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:from|start(?:s|ed|ing)?|begin(?:s|ning)?|began|begun|open(?:s|ed"
    r"|ing)?|commenc(?:es|ed|ing)|since|as of)\b",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"\bweek\s+(?:of|beginning|starting|from)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_WEEKEND = 5  # working days of a week
_COMMON_YEAR = 2001  # stands in for a year not told; no leap day


def stretched(found: Candidate, near: Sequence[Clause]) -> Candidate:
    """The date as the stretch it ends or begins, where its clause or one beside it tells so."""
    if found.fields["precision"] != "day" or "/" in str(found.fields["edtf"]):
        return found
    own = next((one for one in near if one.start <= found.start < one.end), None)
    if own is None:
        return found
    if _WEEK_OF.search(own.before(found.start, 30)):
        return _stretch(found, _WEEKEND, forward=True)
    for clause in [own, *(one for one in near if abs(one.index - own.index) == 1)]:
        days = _length(clause)
        if days is None:
            continue
        before = own.before(found.start, 40)
        starts = re.search(
            r"\b(?:from|starting|beginning|as of)\b[^,;]{0,25}$", before, re.IGNORECASE
        )
        if starts is not None:
            return _stretch(found, days, forward=True)
        ends, begins = _ENDS.search(own.text), _BEGINS.search(own.text)
        if ends is not None and (begins is None or clause is own):
            return _stretch(found, days, forward=False)
        if begins is not None and ends is None:
            return _stretch(found, days, forward=True)
    return found


@cache
def _length_pattern() -> re.Pattern[str]:
    numbers = "|".join(small_numbers(_LARGEST))
    return re.compile(
        rf"\b(?P<number>{numbers}|\d{{1,2}})(?:\s+(?:full|long|whole"
        rf"|working))?[-\s](?P<unit>days?|weeks?)\b"
        r"(?!\s+(?:ago|later|before|after|earlier|old|in\s+advance|sooner))"
        r"|\b(?P<week>week-long|weeklong|a\s+week\s+of)\b",
        re.IGNORECASE,
    )


def _length(clause: Clause) -> int | None:
    match = _length_pattern().search(clause.text)
    if match is None:
        return None
    if match.group("week"):
        return _WEEKEND
    number = match.group("number").lower()
    count = int(number) if number.isdigit() else small_numbers(_LARGEST)[number]
    if match.group("unit").lower().startswith("week"):
        return _WEEKEND if count == 1 else None
    return count if 1 < count <= 60 else None


def _stretch(found: Candidate, days: int, forward: bool) -> Candidate:
    text = str(found.fields["edtf"])
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", text)
    if match is None:
        return found
    year, month, number = match.groups()
    known = year != "XXXX"
    try:
        day = date(int(year) if known else _COMMON_YEAR, int(month), int(number))
        other = day + timedelta(days=(days - 1) * (1 if forward else -1))
    except (ValueError, OverflowError):
        return found
    first, last = (day, other) if forward else (other, day)
    if not known and first.year != last.year:
        return found
    shown = [one.isoformat() if known else f"XXXX{one.isoformat()[4:]}" for one in (first, last)]
    fields = {
        **found.fields,
        "edtf": "/".join(shown),
        "earliest": first if known else found.fields.get("earliest"),
        "latest": last if known else found.fields.get("latest"),
        "precision": "interval",
    }
    return replace(found, fields=fields)
