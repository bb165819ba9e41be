"""Events told without a word for them: "another 22 in Lilongwe in June", an entry of a list."""

from __future__ import annotations

from collections.abc import Sequence

from extract.compose.activities.cueing import is_crime, is_off, says
from extract.compose.activities.datelines import is_entry
from extract.compose.activities.events import GATHERINGS, Event
from extract.compose.activities.heads import head_counts
from extract.compose.activities.more import more_people
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.unlisted import town_alone
from extract.compose.activities.when import own_dates
from extract.compose.activities.where import towns
from extract.compose.clauses import Clause

REACH = 5  # clauses behind the last word for an event
REACH_OF_LIST = 14  # clauses between it and an entry of a list


def again(clause: Clause, events: Sequence[Event]) -> Sighting | None:
    """A further event of the kind just told, where the clause says for whom, when or where."""
    if not events:
        return None
    entry = is_entry(clause)
    if not entry and (clause.heading or not says(clause, "again")):
        return None
    told = _last(clause, events, REACH_OF_LIST if entry else REACH)
    if told is None:
        return None
    if (not entry and says(clause, "goods")) or any(
        one.kind == "substance" for one in clause.mentions
    ):
        return None
    if is_crime(clause, clause.start) or is_off(clause):
        return None
    counts = [one.start for one in [*head_counts(clause), *more_people(clause)]]
    days = own_dates(clause)
    placed = bool(towns(clause)) or town_alone(clause, clause.start) is not None
    if not (days or placed) or not (counts or (days and placed) or entry):
        return None
    start = min([*counts, *(one.start for one in days)]) if counts or days else clause.start
    end = min(clause.end, start + 1)
    return Sighting(clause, start, end, told.type, None, "again", "other")


def _last(clause: Clause, events: Sequence[Event], reach: int) -> Event | None:
    last = max(reversed(events[-REACH:]), key=lambda one: one.last)
    near = clause.index - last.last <= reach
    return last if near and last.type in GATHERINGS | {"visit"} else None
