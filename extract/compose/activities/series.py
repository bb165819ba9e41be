"""One sentence of several events: "in Suva on 3 May for 20 officers, in Apia on 9 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from extract.compose.activities.events import GATHERINGS, Event
from extract.compose.activities.heads import head_counts
from extract.compose.activities.more import more_people
from extract.compose.activities.when import own_dates
from extract.compose.activities.where import towns, with_country
from extract.compose.clauses import Clause
from extract.find.passage import Candidate

Part = tuple[Literal["town", "day", "people"], Candidate]
_SERIAL = GATHERINGS | {"campaign", "other", "visit"}
_JUST_LISTED = re.compile(r"\s*(?:,|and|,\s*and|or|&)\s*(?:in\s+|at\s+)?", re.IGNORECASE)
_OWN_DAY = re.compile(r"\s*\(\s*\d|,?\s+(?:on\s+)?\d{1,2}(?:[-–]\d|\s+[A-Z])")
_ROUTE = re.compile(r"\b(?:from|between|via)\s+(?:the\s+)?$", re.IGNORECASE)


def each_of_series(event: Event, head: int = 0) -> list[Event]:
    """The event as the several it is, where a clause pairs towns with days or people.

    ``head``: where the dateline ends, whose town and day are no event's of the series.
    """
    if event.type not in _SERIAL:
        return [event]
    for clause in event.clauses:
        if clause.heading and len(event.clauses) > 1:
            continue
        groups = _groups(clause, head)
        if groups:
            return [_one(event, clause, group, groups) for group in groups]
    return [event]


def _groups(clause: Clause, head: int) -> list[list[Part]]:
    """What is told of each town; nothing where the clause does not go from town to town."""
    places = clause.of("place")
    if len(places) < 2:
        return []
    parts = [part for part in _parts(clause) if part[1].start >= head]
    total = sum(kind == "town" for kind, _ in parts)
    if total < 2:
        return []
    return next((groups for groups in _ways(parts) if _is_paired(groups, total)), [])


def _ways(parts: Sequence[Part]) -> Iterator[list[list[Part]]]:
    """The ways to put them in groups; what is told once, and first, is told of all."""
    yield _from_first_kind(parts)
    yield _up_to_town(parts)
    kinds = [kind for kind, _ in parts]
    common = 0
    while common < 2 and kinds.count(kinds[common]) == 1:
        common += 1
    if common:
        yield _from_first_kind(parts[common:])
        yield _up_to_town(parts[common:])


def _is_paired(groups: Sequence[Sequence[Part]], total: int) -> bool:
    """Whether each group is one town with a day or a number of people."""
    each = all(sum(kind == "town" for kind, _ in group) == 1 for group in groups)
    return each and len(groups) == total and all(len(group) > 1 for group in groups)


def _parts(clause: Clause) -> list[Part]:
    parts: list[Part] = [("day", one) for one in own_dates(clause)]
    parts += [("people", one) for one in [*head_counts(clause), *more_people(clause)]]
    own = towns(clause)
    listed = [one for one in clause.of("place") if one.fields["place_type"] == "city"]
    for place in listed:
        before = clause.before(place.start, 24)
        if (
            place in own
            or _OWN_DAY.match(clause.after(place.end, 20))
            or (own and _JUST_LISTED.search(before[-6:]) and not _ROUTE.search(before))
        ):
            parts.append(("town", place))
    return sorted(parts, key=lambda part: part[1].start)


def _from_first_kind(parts: Sequence[Part]) -> list[list[Part]]:
    groups: list[list[Part]] = []
    for part in parts:
        if not groups or part[0] == parts[0][0]:
            groups.append([])
        groups[-1].append(part)
    return groups


def _up_to_town(parts: Sequence[Part]) -> list[list[Part]]:
    groups: list[list[Part]] = [[]]
    for part in parts:
        groups[-1].append(part)
        if part[0] == "town":
            groups.append([])
    return groups[:-1] if not groups[-1] else []


def _one(
    event: Event, clause: Clause, group: Sequence[Part], all_: Sequence[Sequence[Part]]
) -> Event:
    told = dict(reversed(group))
    dated = sum(any(kind == "day" for kind, _ in other) for other in all_)
    counted = sum(any(kind == "people" for kind, _ in other) for other in all_)
    return replace(
        event,
        spot=with_country(clause, told["town"]),
        date=told.get("day") or (event.date if dated == 0 else None),
        participants=told.get("people") or (event.participants if counted == 0 else None),
    )
