"""One event or two: whether a draft tells of an event that was told before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.compose.seizures.acts import event_dates, is_open
from extract.compose.seizures.amounts import Amount, is_generic
from extract.compose.seizures.draft import Draft
from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.measures import agree, alike
from extract.compose.seizures.page import Line


@dataclass(slots=True)
class Event:
    """One seizure: its drafts, first the one that states it best, and its items."""

    drafts: list[Draft]
    items: list[Amount]
    restated: list[tuple[int, int]] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    aggregate: bool = False

    @property
    def lines(self) -> list[Line]:
        """The lines that state it, in reading order."""
        found = {draft.line.index: draft.line for draft in self.drafts}
        return [found[index] for index in sorted(found)]

    @property
    def is_apart(self) -> bool:
        """Whether it is told as another seizure than the one before."""
        line = self.drafts[0].line
        return line.has("separate", end=line.start + 40)


def restates(event: Event, draft: Draft) -> bool:
    """Whether an item of the draft is an item of the event over again."""
    return any(is_same(item, other) for item in event.items for other in draft.items)


def is_same(item: Amount, other: Amount) -> bool:
    if not same_goods(item, other):
        return False
    if item.value is None or other.value is None:
        return item.key == other.key
    return agree(item, other)


def same_goods(item: Amount, other: Amount) -> bool:
    """Whether two names can mean one thing: the same, a class and one of its kind, or a short
    name and a longer one ("tusks", "elephant tusks")."""
    if item.key == other.key:
        return True
    if item.is_drug and other.is_drug:
        return is_generic(item) or is_generic(other)
    return alike(item, other)


def conflict(event: Event, draft: Draft) -> bool:
    """Whether stated dates or countries show that two drafts tell of different seizures."""
    if draft.line.has("separate", start=draft.line.start, end=draft.line.start + 40):
        return True
    first, last = event.drafts[0], event.drafts[-1].line.index
    ours, theirs = _setting_spots(first, -1), _setting_spots(draft, last)
    here, there = (
        {spot.country for spot in spots if spot.role == "at" and spot.country}
        for spots in (ours, theirs)
    )
    if here and there and not here & there:
        return True
    dates, others = _setting_dates(first, -1), _setting_dates(draft, last)
    if draft.aggregate and _are("year", others) and not event.aggregate and _are("day", dates):
        return True  # a year's total is no single seizure over again
    return bool(dates and others) and not any(
        overlap(one.fields, other.fields) for one in dates for other in others
    )


def _are(precision: str, dates: Sequence[Any]) -> bool:
    """Whether there are dates, all of this precision."""
    return bool(dates) and all(one.fields.get("precision") == precision for one in dates)


def _setting_spots(draft: Draft, after: int) -> Sequence[Spot]:
    """The draft's own spots, or those its paragraph gave just before, behind line ``after``."""
    if draft.spots:
        return draft.spots
    lines = (line for line in reversed(draft.setting) if line.index > after)
    return next((spots for line in lines if (spots := read_spots(line))), ())


def _setting_dates(draft: Draft, after: int) -> Sequence[Any]:
    if draft.dates:
        return draft.dates
    lines = (line for line in reversed(draft.setting) if line.index > after)
    found = ([one for one in event_dates(line) if not is_open(one)] for line in lines)
    return next((dates for dates in found if dates), ())


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two dates can be of one day; one that is still open is no day."""
    first, second = str(one["edtf"]), str(other["edtf"])
    if "/.." in first + second:
        return "day" not in {one.get("precision"), other.get("precision")}
    if all(date.get("earliest") and date.get("latest") for date in (one, other)):
        return bool(one["earliest"] <= other["latest"] and other["earliest"] <= one["latest"])
    return first[-5:] == second[-5:]


def continues(event: Event, draft: Draft) -> bool:
    """Whether the draft goes on telling of the last event: more goods, or parts of them."""
    last, line = event.drafts[-1].line, draft.line
    listed = last.text.rstrip().endswith((";", ":", ","))
    if line.section != last.section or (
        event.aggregate != draft.aggregate and (draft.strong or draft.dates) and not listed
    ):
        return False
    if _PRONOUN.match(line.text) and line.paragraph == last.paragraph:
        return True
    if conflict(event, draft):
        return False
    return listed or are_parts(event, draft) or _goes_on(event, draft)


def _goes_on(event: Event, draft: Draft) -> bool:
    """Whether what stands next to the event's last line is still about it."""
    last, line = event.drafts[-1].line, draft.line
    apart = line.paragraph - last.paragraph
    if apart > 1 or (apart == 1 and (draft.strong or event.aggregate)):
        return False
    if event.aggregate and len(_countries(draft)) == 1 and len(_countries(event.drafts[0])) != 1:
        draft.aggregate = True
        return False
    if not rivals(event, draft):
        if _is_new(event, draft) and (_moves_on(draft, last.index) or _has_own_day(event, draft)):
            return False
        return apart == 0 or not _is_new(event, draft)
    if line.has("continuing", end=line.start + 60):
        return apart == 0
    own = draft.acts and draft.dates and draft.spots  # "after 411 kg were found in Abidjan in May"
    return apart == 0 and not draft.strong and not own


def _countries(draft: Draft) -> set[str]:
    return {spot.country for spot in draft.spots if spot.role == "at" and spot.country}


def _moves_on(draft: Draft, after: int) -> bool:
    """Whether the lines just before the draft give a day or a place of their own."""
    return any(
        event_dates(line) or any(spot.role == "at" and spot.place_type for spot in read_spots(line))
        for line in draft.setting
        if line.index > after
    )


def _has_own_day(event: Event, draft: Draft) -> bool:
    """Whether the draft says of a day that goods were seized, and the event neither."""
    if not draft.strong or not _are("day", draft.dates):
        return False
    return not any(one.strong or one.dates for one in event.drafts)


def _is_new(event: Event, draft: Draft) -> bool:
    """Whether the draft measures goods, and none that the event is about."""
    return any(one.value is not None for one in draft.items) and not any(
        same_goods(item, other) for item in event.items for other in draft.items
    )


_PRONOUN = re.compile(
    r"(?:They|It|These|The (?:drugs?|load|packages|substance|goods)) "
    r"(?:weighed|were|was|had|amounted|contained|held|carried|made|came|turned out)\b"
)


def rivals(event: Event, draft: Draft) -> bool:
    """Whether both measure the same goods, and differently."""
    return any(
        item.key == other.key
        and item.value is not None
        and other.value is not None
        and not agree(item, other)
        and (
            item.role == other.role
            or any(second["unit"] == other.unit for second in item.equivalent)
        )
        for item in event.items
        for other in draft.items
    )


def are_parts(event: Event, draft: Draft) -> bool:
    """Whether the draft's items add up to one item of the event: a breakdown."""
    return any(
        len(parts) > 1 and adds_up(item, parts)
        for item in event.items
        if (
            parts := [one for one in draft.items if same_goods(item, one) and one.role == item.role]
        )
    )


def adds_up(total: Amount, parts: Sequence[Amount]) -> bool:
    sums = sum(one.base_value or one.value or 0 for one in parts)
    whole = total.base_value or total.value or 0
    margin = 0.03 if total.comparator not in {None, "="} else 0.005
    return whole > 0 and abs(sums - whole) <= margin * whole
