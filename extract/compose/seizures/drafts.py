"""A line -> drafts of seizures: what was seized there, by which words, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.compose.seizures.acts import (
    event_dates,
    is_actual,
    is_contraband,
    is_hedged,
    is_of_other_act,
    is_supposed,
    is_trend,
    may_tell,
)
from extract.compose.seizures.amounts import (
    Amount,
    any_drugs,
    is_generic,
    read_amounts,
    unmeasured,
)
from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.linking import link
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


def read_drafts(
    line: Line, before: Sequence[Line], after: Sequence[Line], last: Draft | None
) -> list[Draft]:
    """The seizures a line tells of.

    ``before`` and ``after`` are the lines of its section around it; ``last`` is a draft of the one
    before, whose list the line may continue.
    """
    if not line.of("quantity") and not (line.triggers and (line.goods or line.of("substance"))):
        return []
    acts = [mark for mark in line.triggers if is_actual(line, mark)]
    amounts = [one for one in read_amounts(line) if not is_of_other_act(line, one, acts)]
    if (not acts and line.triggers and not amounts) or is_trend(line, acts):
        return []
    if last is not None and last.strong and _OPEN_LIST.search(last.line.text):
        acts = acts or last.acts
    if not acts and any(
        mark.trigger and mark.trigger.strength == "strong" for mark in line.triggers
    ):
        return []
    drafts = []
    for region in _clauses(line, acts):
        own = [a for a in acts if _inside(a, region) or a.end <= line.start]
        inside = [a for a in amounts if _inside(a, region)]
        if not _is_strong(own):
            if not may_tell(line, own, before, after):
                continue
            inside = [a for a in inside if is_contraband(a, own) and not is_supposed(line, a)]
        draft = _draft(line, region, own, inside, before)
        if draft is not None:
            drafts += _spread(draft)
    return drafts


_OPEN_LIST = re.compile(r"[;:,]\s*$")


def _inside(one: Mark | Amount | Spot | Candidate, region: Region) -> bool:
    return region[0] <= one.start and one.end <= region[1]


def _is_strong(acts: Sequence[Mark]) -> bool:
    return any(mark.trigger and mark.trigger.strength == "strong" for mark in acts)


def _draft(
    line: Line, region: Region, acts: list[Mark], amounts: list[Amount], before: Sequence[Line]
) -> Draft | None:
    strong = _is_strong(acts)
    cases = _cases(line, region)
    bare = _bare_items(line, region, acts, strong=strong)
    if not amounts and not bare:
        return None
    items = link(line, amounts, _context_item(line, amounts, before))
    items += [one for one in bare if one.key not in {item.key for item in items}]
    if not items:
        return None
    acts = sorted(acts, key=lambda mark: mark.trigger is None or mark.trigger.strength != "strong")
    dates = [date for date in event_dates(line) if _inside(date, region)]
    draft = Draft(line, region, items, acts, strong=strong, cases=cases, dates=dates)
    draft.spots = [spot for spot in read_spots(line) if _inside(spot, region)]
    draft.setting = tuple(one for one in before[-4:] if one.paragraph == line.paragraph)
    draft.aggregate = _is_aggregate(draft)
    if is_hedged(line, acts):
        draft.warnings.add("hedged")
    return draft


# --- what was seized ------------------------------------------------------------------------------


def _bare_items(line: Line, region: Region, acts: list[Mark], *, strong: bool) -> list[Amount]:
    """Goods named as seized without an amount: those in the list right beside the trigger."""
    found: list[Amount] = []
    for mark in (one for one in acts if _inside(one, region)):
        row = mark.trigger
        if row is None or (
            row.strength == "weak" and row.trigger not in {"found", "discovery", "taken"}
        ):
            continue
        first, last = mark.end, min(region[1], mark.end + 160)
        if row.side == "before":
            first, last = max(region[0], mark.start - 90), mark.start
        found += [
            one
            for one in unmeasured(line, first, last)
            if not _is_any_drug(one) and _is_object(line, mark, one)
        ]
        if row.side == "either" and not found:
            first = max(region[0], mark.start - 60)
            found += [
                one
                for one in unmeasured(line, first, mark.start)
                if not _is_any_drug(one) and _PASSIVE.fullmatch(line.between(one.end, mark.start))
            ]
    return found if strong else [one for one in found if one.is_drug or one.category is not None]


_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,40},)?\s*(?:was|were|has been|have been|is|are|being)?\s*(?:also )?"
)
_OBJECT = re.compile(
    r"\s*(?:of|the|a|an|some|large|huge|quantities|quantity|amounts|amount|significant|smuggling|smuggled|"
    r"shipment|consignment|load|cache|attempt|to|smuggle|trafficking|illegal|illicit|unspecified|"
    r"contraband|several|undeclared|that|as well as|and|of|\s)*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*as well as|,?\s*along with)?\s*(?:the |a |an |other |some )?",
    re.IGNORECASE,
)


def _is_any_drug(one: Amount) -> bool:
    """Whether the name says no more than "drugs"."""
    return one.is_drug and one.drug_group is None and is_generic(one)


def _is_object(line: Line, mark: Mark, one: Amount) -> bool:
    gap = line.between(mark.end, one.start)
    if mark.end <= one.start and _OBJECT.fullmatch(gap):
        return True
    between = line.between(mark.end, one.start)
    if between.count("(") > between.count(")"):
        return False
    spans = [(named.start, named.end) for named in line.of("quantity", "substance")]
    spans += [(thing.start, thing.end) for thing in line.goods]
    listed = [end for start, end in spans if mark.end <= start and end <= one.start]
    return bool(listed) and _LISTED.fullmatch(line.between(max(listed), one.start)) is not None


def _context_item(line: Line, amounts: Sequence[Amount], before: Sequence[Line]) -> Amount | None:
    """The goods that an amount without a name is of: named in the line, or just before."""
    if all(one.name is not None for one in amounts):
        return None
    sources = (line, *reversed(before[-7:]))
    for source in sources:
        named = [
            one
            for one in unmeasured(source, source.start, source.end)
            if one.key not in {amount.key for amount in amounts}
        ]
        if source is not line:
            named += [one for one in read_amounts(source) if one.name is not None]
        drugs = [one for one in named if one.is_drug or one.category == "wildlife"]
        drugs = [one for one in drugs if not is_generic(one)] or drugs
        if source is not line and len({one.key for one in drugs}) > 1 and drugs[0].is_drug:
            return replace(drugs[0], **any_drugs())
        if drugs:
            return min(drugs, key=lambda one: one.start)
    return None


# --- how many, and how often ----------------------------------------------------------------------


def _cases(line: Line, region: Region) -> tuple[int, int, int] | None:
    for one in line.of("quantity"):
        counted = one.fields["unit"] in seizure_words()["cases"] and _inside(one, region)
        if counted and len(line.between(one.start, one.end).split()) <= 3:
            return int(one.fields["value"]), one.start, one.end
    return None


_SUPERLATIVE = re.compile(r"\b(?:largest|biggest|heaviest|first|greatest)\b[^.;]{0,60}\bsince\b")


def _is_aggregate(draft: Draft) -> bool:
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


def _clauses(line: Line, acts: Sequence[Mark]) -> Iterator[Region]:
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


def _spread(draft: Draft) -> list[Draft]:
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
_AND = re.compile(r"\s(?:and|or)\s|,\s")


def _joint(line: Line, start: int, end: int) -> int | None:
    """Where the clause of one item ends and that of the next begins."""
    gap = line.between(start, end)
    found = list(_JOINT.finditer(gap)) or list(_AND.finditer(gap))
    return start + found[-1].start() if found else None


def _each_has_its_own(draft: Draft, regions: Sequence[Region]) -> bool:
    dates = [[one.fields["edtf"] for one in draft.dates if _inside(one, r)] for r in regions]
    spots = [
        [one.country or one.text for one in draft.spots if one.role == "at" and _inside(one, r)]
        for r in regions
    ]
    return any(all(own) and len({tuple(one) for one in own}) == len(own) for own in (dates, spots))


def _part(draft: Draft, item: Amount, region: Region) -> Draft:
    part = Draft(draft.line, region, [item], draft.acts, draft.strong)
    part.spots = [spot for spot in draft.spots if _inside(spot, region)]
    part.dates = [date for date in draft.dates if _inside(date, region)]
    part.warnings = set(draft.warnings)
    part.setting = draft.setting
    if draft.cases is None or draft.cases[0] != len(draft.items):
        part.aggregate = _is_aggregate(part)
    return part
