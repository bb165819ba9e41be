"""Totals of another time or place beside a total: "against 15 t in 2021", "of which 10 in Peru"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.compose.seizures.amounts import Amount, read_amounts
from extract.compose.seizures.asides import BLUR, FAR, YEAR_BEFORE, is_of_another_time, times_of
from extract.compose.seizures.days import as_date
from extract.compose.seizures.draft import Draft, inside
from extract.compose.seizures.geography import read_spots
from extract.compose.seizures.linking import renamed
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate

_SHARE = re.compile(
    r"\b(?:of which|of these|of this|of it|out of this|including|among them)\b|:\s$|\($"
)
_OF_IT = re.compile(r"\sof (?:it|this|these|them)\b")
_IT_WAS = re.compile(
    r"\b(?:it|this|(?:the|that|this) (?:figure|total|amount|quantity|number|haul|catch|tally))\s"
    rf"(?:was|were|had been|stood at|came to|amounted to|had amounted to)\s{BLUR}$",
    re.IGNORECASE,
)


def apart(line: Line, told: Sequence[Amount]) -> list[Amount]:
    """The amounts of the line that another time or place had: all but the first can be such."""
    found: list[Amount] = []
    for one, other in pairwise(told):
        alike = other.base_unit == one.base_unit or other.role == one.role
        gap = line.between(one.end, other.start)
        if not alike:
            continue
        share = one in found or _is_share(line, other, gap)
        if (
            is_of_another_time(line, other.start, other.end)
            or (share and _has_place(line, other))
            or (one in found and times_of(line, other.start, other.end))
        ):
            found.append(other)
    return found


def _is_share(line: Line, one: Amount, gap: str) -> bool:
    return bool(_SHARE.search(gap) or _OF_IT.match(line.between(one.end, one.end + FAR)))


def _has_place(line: Line, one: Amount) -> bool:
    after = re.split(r"[;.()]|,|\sand\s", line.between(one.end, one.end + FAR))[0]
    return any(
        one.end <= spot.start < one.end + len(after) and spot.role == "at"
        for spot in read_spots(line)
    )


def compared(draft: Draft, others: Sequence[Amount]) -> list[Draft]:
    """A draft for each total of another time or place that stands beside the draft's own."""
    drafts: list[Draft] = []
    ends = [*(one.start for one in others[1:]), draft.region[1]]
    for one, end in zip(others, ends, strict=False):
        source = next((item for item in draft.items if item.role == one.role), draft.items[0])
        amount = one if one.name is not None else renamed(one, source)
        region = (one.start, max(end, one.end))
        part = Draft(draft.line, region, [amount], draft.acts, draft.strong, aggregate=True)
        part.beside = True
        part.spots = [spot for spot in read_spots(draft.line) if inside(spot, region)]
        part.dates = times_of(draft.line, one.start, one.end) or _year_before(draft, one)
        if not part.dates and not part.spots:
            continue
        part.dates = part.dates or draft.dates
        part.spots = part.spots or draft.spots
        drafts.append(part)
    return drafts


def _year_before(draft: Draft, one: Amount) -> list[Candidate]:
    """ "The year before": before the year of the draft."""
    match = YEAR_BEFORE.match(draft.line.between(one.end, one.end + FAR))
    years = {str(date.fields["edtf"])[:4] for date in draft.dates}
    if match is None or len(years) != 1 or not (year := years.pop()).isdigit():
        return []
    return [as_date(one.end, one.end + match.end(), f"{int(year) - 1:04}")]


def told_next(line: Line, last: Draft | None, before: Sequence[Line]) -> list[Draft]:
    """What a total was at another time, told in the next sentence: "In 2004 it was 2.2 tonnes"."""
    if last is None or not last.aggregate or not before or last.line is not before[-1]:
        return []
    told = [
        one for one in read_amounts(line) if _IT_WAS.search(line.between(line.start, one.start))
    ]
    head = last.items[0]
    if len(told) != 1 or told[0].base_unit != head.base_unit or not line.of("date"):
        return []
    amount = renamed(told[0], head)
    part = Draft(line, (line.start, line.end), [amount], last.acts, last.strong, aggregate=True)
    part.beside = True
    part.dates, part.spots = line.of("date"), list(read_spots(line)) or last.spots
    return [part]
