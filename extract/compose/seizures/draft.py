"""A draft: what one stretch of a line says of a seizure; and its division where it tells of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.geography import Spot
from extract.compose.seizures.page import Line, Mark
from extract.find.passage import Candidate
from extract.knowledge.seizures import seizure_words

Region = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """What one stretch of one line says of one seizure."""

    line: Line
    region: Region
    items: list[Amount]
    acts: list[Mark]
    strong: bool
    aggregate: bool = False
    beside: bool = False  # told only to compare another total with it
    cases: tuple[int, int, int] | None = None
    spots: list[Spot] = field(default_factory=list)
    dates: list[Candidate] = field(default_factory=list)
    setting: tuple[Line, ...] = ()
    warnings: set[str] = field(default_factory=set)

    @property
    def trigger(self) -> str:
        """The name of the pattern that found it."""
        act = self.acts[0].trigger if self.acts else None
        return act.trigger if act else "measured"


def inside(one: Mark | Amount | Spot | Candidate, region: Region) -> bool:
    return region[0] <= one.start and one.end <= region[1]


# --- how many, and how often ----------------------------------------------------------------------


def count_cases(line: Line, region: Region) -> tuple[int, int, int] | None:
    for one in line.of("quantity"):
        counted = one.fields["unit"] in seizure_words()["cases"] and inside(one, region)
        if counted and len(line.between(one.start, one.end).split()) <= 3:
            return int(one.fields["value"]), one.start, one.end
    return None


_SUPERLATIVE = re.compile(r"\b(?:largest|biggest|heaviest|first|greatest)\b[^.;]{0,60}\bsince\b")


def is_aggregate(draft: Draft) -> bool:
    line = draft.line
    day = any(date.fields.get("precision") == "day" for date in draft.dates)
    if draft.cases is None and (day or _SUPERLATIVE.search(line.text)):
        return False
    if line.has("aggregate", start=draft.region[0], end=draft.region[1]):
        return True
    if draft.cases is not None and draft.cases[0] > 1:
        return True
    if len({spot.country for spot in draft.spots if spot.role == "at" and spot.country}) > 2:
        return True
    for date in draft.dates:
        precision = date.fields.get("precision")
        if precision in {"year", "decade", "half", "quarter"}:
            return True
        if "/.." in date.fields["edtf"] and (draft.strong or draft.cases):
            return True
        if precision == "interval":
            return True
    return False


# --- two seizures in one line ---------------------------------------------------------------------

_CLAUSE = re.compile(
    r",?\s(?:while|whereas|whilst)\s|;\s|,\s(?:and|but)\s(?=[a-z\s]{0,60}\b(?:police|customs|officers|authorities)\b)"
)


def clauses(line: Line, acts: Sequence[Mark]) -> Iterator[Region]:
    """Stretches of the line that may tell of seizures of their own."""
    start = line.start
    strong = [mark for mark in acts if mark.trigger and mark.trigger.side != "noun"]
    for match in _CLAUSE.finditer(line.text):
        cut = line.start + match.start()
        if any(start <= mark.start < cut for mark in strong) and any(
            mark.start >= cut for mark in strong
        ):
            yield start, cut
            start = line.start + match.end()
    yield start, line.end


def spread(draft: Draft) -> list[Draft]:
    """One draft for each item that has a date or place of its own: "15 kg in A and 20 kg in B"."""
    items = draft.items
    if len(items) < 2 or any(item.value is None for item in items):
        return [draft]
    cuts = [draft.region[0]]
    for one, other in pairwise(items):
        joint = _joint(draft.line, one.end, other.start)
        if joint is None:
            return [draft]
        cuts.append(joint)
    regions = [*zip(cuts, [*cuts[1:], draft.region[1]], strict=True)]
    if not _each_has_its_own(draft, regions):
        return [draft]
    return [_part(draft, item, region) for item, region in zip(items, regions, strict=True)]


_JOINT = re.compile(r";\s|,\s(?:and|but|while|whereas)\s|\s(?:while|whereas)\s")
_AND = re.compile(r"\s(?:and|or|to)\s|,\s")


def _joint(line: Line, start: int, end: int) -> int | None:
    """Where the clause of one item ends and that of the next begins."""
    gap = line.between(start, end)
    found = list(_JOINT.finditer(gap)) or list(_AND.finditer(gap))
    return start + found[-1].start() if found else None


def _each_has_its_own(draft: Draft, regions: Sequence[Region]) -> bool:
    dates = [[one.fields["edtf"] for one in draft.dates if inside(one, r)] for r in regions]
    begin = draft.line.read.get("dateline", 0)  # a dateline tells of no item
    at = [one for one in draft.spots if one.role == "at" and one.start >= begin]
    spots = [[one.country or one.text for one in at if inside(one, r)] for r in regions]
    return any(all(own) and len({tuple(one) for one in own}) == len(own) for own in (dates, spots))


def _part(draft: Draft, item: Amount, region: Region) -> Draft:
    part = Draft(draft.line, region, [item], draft.acts, draft.strong)
    part.spots = [spot for spot in draft.spots if inside(spot, region)]
    part.dates = [date for date in draft.dates if inside(date, region)]
    part.warnings = set(draft.warnings)
    part.setting = draft.setting
    if draft.cases is None or draft.cases[0] != len(draft.items):
        part.aggregate = is_aggregate(part)
    return part
