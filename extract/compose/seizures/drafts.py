"""A line -> drafts of seizures: what was seized there, by which words, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.seizures.acts import (
    before_trend,
    event_dates,
    is_actual,
    is_hedged,
    is_of_no_act,
    is_of_other_act,
    is_trend,
)
from extract.compose.seizures.amounts import Amount, read_amounts
from extract.compose.seizures.asides import times_of
from extract.compose.seizures.compared import apart, compared, told_next
from extract.compose.seizures.contraband import contraband, goes_on_about_others
from extract.compose.seizures.draft import (
    Draft,
    Region,
    clauses,
    count_cases,
    inside,
    is_aggregate,
    spread,
)
from extract.compose.seizures.ellipsis import elided, may_elide
from extract.compose.seizures.geography import read_spots
from extract.compose.seizures.linking import link
from extract.compose.seizures.measures import alike
from extract.compose.seizures.page import BULLETS, Line, Mark
from extract.compose.seizures.paired import paired
from extract.compose.seizures.policing import (
    may_tell,
    tells_itself,
)
from extract.compose.seizures.unnamed import (
    bare_items,
    context_item,
    name_form,
    name_money,
    name_rounds,
)


def read_drafts(
    line: Line, before: Sequence[Line], after: Sequence[Line], last: Draft | None
) -> list[Draft]:
    """The seizures a line tells of.

    ``before`` and ``after`` are the lines of its section around it; ``last`` is the draft before
    it, whose list the line may continue, or of whose goods it may tell.
    """
    named = line.triggers and (line.goods or line.of("substance"))
    if not line.of("quantity") and not named and not (before and may_elide(line)):
        return []
    acts = [mark for mark in line.triggers if is_actual(line, mark)]
    amounts = _amounts(line, acts, before)
    if not acts and line.triggers and not amounts:
        return []
    if not line.triggers and (next_told := told_next(line, last, before)):
        return next_told
    if is_trend(line, acts):
        cut = before_trend(line, acts)
        if cut is None:
            return _reached(line, before)
        acts = [act for act in acts if act.end <= cut]
        told = [one for one in amounts if one.end <= cut]
        return _by_clause(line, acts, told, before, after, last) + _reached(line, before, cut)
    if not acts:
        acts = _acts_of_list(line, before, last)
    if not acts and any(
        mark.trigger and mark.trigger.strength == "strong" for mark in line.triggers
    ):
        return []
    return _by_clause(line, acts, amounts, before, after, last)


def _by_clause(
    line: Line,
    acts: list[Mark],
    amounts: Sequence[Amount],
    before: Sequence[Line],
    after: Sequence[Line],
    last: Draft | None,
) -> list[Draft]:
    drafts: list[Draft] = []
    for region in clauses(line, acts):
        own = [a for a in acts if inside(a, region) or a.end <= line.start]
        found = [a for a in amounts if inside(a, region)]
        if not _is_strong(own):
            if not may_tell(line, own, before, after) and not tells_itself(
                line, own, found, context_item(line, found, before)
            ):
                continue
            if not own and goes_on_about_others(line, found, before):
                continue
            found = contraband(line, found, own, last)
            if not own and all(a.role == "package" and a.name is None for a in found):
                continue
        beside = apart(line, found)
        found = [one for one in found if one not in beside]
        draft = _draft(line, region, own, found, before, last)
        if draft is not None:
            drafts += [*spread(draft), *compared(draft, beside)]
    return drafts


def _amounts(line: Line, acts: Sequence[Mark], before: Sequence[Line]) -> list[Amount]:
    """What the line measures and says was seized, or does not say was not."""
    told = sorted(
        [*read_amounts(line), *elided(line, acts, before)], key=lambda amount: amount.start
    )
    return [
        one
        for one in told
        if not is_of_other_act(line, one, acts) and not is_of_no_act(line, one, acts)
    ]


_OPEN_LIST = re.compile(r"[;:,]\s*$")
_REACHED = re.compile(
    r"\b(?:to|reached|reaching|hit|hitting|at|totall?ed|totall?ing|topped|exceeded|passed)\s"
    r"(?:about\s|some\s|nearly\s|almost\s|over\s|more than\s|around\s|just\s|a record\s|only\s)*$"
)
_WORLD = re.compile(r"\b(?:global|world|worldwide|globally|international)\b", re.IGNORECASE)


def _reached(line: Line, before: Sequence[Line], start: int = 0) -> list[Draft]:
    """What the seizures of a time came to ("Seizures of hashish rose to 5 tonnes in 2019")."""
    acts = [mark for mark in line.triggers if mark.trigger and mark.trigger.side == "noun"]
    if not acts:
        return []
    told = [
        one
        for one in read_amounts(line)
        if not is_of_other_act(line, one, acts)
        and one.role in {"measure", "form"}
        and _REACHED.search(line.between(one.start - 30, one.start))
        and not _is_of_world(line, one)
    ]
    region = max(start, line.start), line.end
    times = [times_of(line, one.start, one.end) for one in told]
    own = all(times)  # "to 9 tons in 2017 and to 12 tons in 2018"
    groups = [[one] for one in told] if own else [told]
    drafts: list[Draft] = []
    for group in groups:
        draft = _draft(line, region, acts, group, before, drafts[-1] if drafts else None)
        if draft is None:
            continue
        draft.aggregate = True
        draft.dates = times_of(line, group[-1].start, group[-1].end) or draft.dates
        draft.items = [one for one in draft.items if one.value is not None]
        drafts += [draft] if draft.items else []
    return drafts


def _is_of_world(line: Line, one: Amount) -> bool:
    """Whether the clause up to the figure speaks of the world, or of every year."""
    start = max(line.start, line.start + line.text.rfind(";", 0, one.start - line.start))
    return (
        line.has("trend", start=start, end=one.start)
        or _WORLD.search(line.between(start, one.start)) is not None
        or _WORLD.match(line.between(one.end, one.end + 12).lstrip(" ,")) is not None
    )


_SAME = frozenset({"same", "another", "further", "more", "again", "additional"})
LONGEST_LIST = 30  # entries


def _acts_of_list(line: Line, before: Sequence[Line], last: Draft | None) -> list[Mark]:
    """What the words over a list say of its entries ("Seized in March:")."""
    beside = last is not None and bool(before) and last.line is before[-1]
    if last is not None and beside and last.strong and _OPEN_LIST.search(last.line.text):
        return last.acts
    if line.text[0] not in BULLETS:
        return []
    for one in reversed(before[-LONGEST_LIST:]):
        if one.text.endswith(":"):
            return [mark for mark in one.triggers if is_actual(one, mark)]
        if one.text[0] not in BULLETS:
            return []
    return []


_OF_WORD = re.compile(r"\sof\s[\w-]+\s")


def _says_found(mark: Mark) -> bool:
    """Whether the trigger tells of finding or taking, not of where goods did not get to."""
    return mark.trigger is not None and mark.trigger.side != "before"


def _is_told(line: Line, item: Amount, bare: Amount) -> bool:
    """Whether goods without an amount are those of an item, or the end of its name."""
    return alike(item, bare) or bool(_OF_WORD.fullmatch(line.between(item.end, bare.start)))


def _is_strong(acts: Sequence[Mark]) -> bool:
    return any(mark.trigger and mark.trigger.strength == "strong" for mark in acts)


def _draft(
    line: Line,
    region: Region,
    acts: list[Mark],
    amounts: list[Amount],
    before: Sequence[Line],
    last: Draft | None,
) -> Draft | None:
    strong = _is_strong(acts)
    cases = count_cases(line, region)
    bare = bare_items(line, region, acts, strong=strong)
    if not amounts and not bare:
        return None
    rows = paired(line, amounts, last.items) if last and last.line in before[-3:] else None
    amounts = amounts if rows is None else rows
    context = context_item(line, amounts, before)
    if (
        context is None
        and last is not None
        and (line.holds(_SAME) or (acts and last.line.section == line.section))
    ):
        context = last.items[0]
    if context is None and any(_says_found(mark) for mark in acts):
        amounts = [name_form(line, one) for one in amounts]
    amounts = [name_rounds(line, name_money(line, one, before), before) for one in amounts]
    items = link(line, amounts, context)
    line.read["items"] = items
    items += [one for one in bare if not any(_is_told(line, item, one) for item in items)]
    if not items:
        return None
    acts = sorted(acts, key=lambda mark: mark.trigger is None or mark.trigger.strength != "strong")
    dates = [date for date in event_dates(line) if inside(date, region)]
    draft = Draft(line, region, items, acts, strong=strong, cases=cases, dates=dates)
    draft.spots = [spot for spot in read_spots(line) if inside(spot, region)]
    draft.setting = tuple(one for one in before[-4:] if one.paragraph == line.paragraph)
    draft.aggregate = is_aggregate(draft)
    if is_hedged(line, acts):
        draft.warnings.add("hedged")
    return draft
