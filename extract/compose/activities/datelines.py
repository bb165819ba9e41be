"""What an article or an item begins with: "Suva, Fiji, 26 May 2023 -", "RABAT: the course …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.compose.activities.unlisted import unlisted_town
from extract.compose.activities.where import Spot, with_country
from extract.compose.clauses import Clause
from extract.find.passage import Candidate

_DATELINE_MARK = re.compile(r"\s[-–—]{1,2}\s|[–—|:]|\.(?:\s|$)|\s-(?=\w)")
_DATELINE_REST = re.compile(
    r"(?:\s|[,.:/()\-–—|]|UNODC|UNIS|UN Information Service|online|virtual|web-based|and|of|the|on"
    r"|date|press release|issued)*",
    re.IGNORECASE,
)
DATELINE_LENGTH = 130


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence of an article: "Suva, Fiji, 26 May 2023 -".

    ``agency``: a news service stands in it, and the town is where that service is.
    """

    clause: int
    end: int
    spot: Spot | None
    date: Candidate | None
    agency: bool = False


def read_dateline(clauses: Sequence[Clause]) -> Dateline | None:
    """The dateline of an article: on a line of its own, or before the first sentence."""
    spots: list[Spot] = []
    date: Candidate | None = None
    last: Clause | None = None
    end = 0
    for clause in clauses[:6]:
        found = _dateline_part(clause)
        if found is None:
            if spots and not clause.heading:
                break
            continue
        last, end = clause, found
        inside = [mention for mention in clause.mentions if mention.end <= found]
        date = next((one for one in inside if one.kind == "date"), None) or date
        own = _cities(clause, inside)
        spots = own if own and any(one.kind == "date" for one in inside) else spots + own
    if last is None:
        return None
    cities = {spot.city.fields["name"] for spot in spots if spot.city is not None}
    spot = spots[0] if len(cities) == 1 else None
    agency = "Information Service" in clause_head(last, end) or "UNIS" in clause_head(last, end)
    return Dateline(last.index, end, spot, date, agency)


def _cities(clause: Clause, mentions: Sequence[Candidate]) -> list[Spot]:
    return [
        with_country(clause, place)
        for place in mentions
        if place.kind == "place" and place.fields["place_type"] == "city"
    ]


_ENTRY = re.compile(r"(?:[-–—*•·]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)?")


def entry_start(clause: Clause) -> int:
    """Where the words of a list's entry begin, behind its mark."""
    match = _ENTRY.match(clause.text)
    return clause.start + match.end() if match else clause.start


def is_entry(clause: Clause) -> bool:
    """Whether the clause is an entry of a list that begins with a day or a town."""
    first = entry_start(clause)
    if first == clause.start:
        return False
    begins = any(one.start == first for one in clause.of("date", "place"))
    return begins or _new_town(clause, first) is not None


_NEW_TOWN = re.compile(r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})(?:,\s+|\s*\(\s*|:\s+)")


def _new_town(clause: Clause, start: int) -> Candidate | None:
    """A name no table knows, with a day behind it: "- Norvale, 5-7 May: …"."""
    match = _NEW_TOWN.match(clause.text, start - clause.start)
    if match is None or not any(
        one.start == clause.start + match.end() for one in clause.of("date", "country")
    ):
        return None
    if any(one.start < start + len(match.group("name")) for one in clause.mentions):
        return None
    return unlisted_town(clause, start, start + len(match.group("name")))


def read_label(clause: Clause) -> Dateline | None:
    """The town or day that an item begins with: "RABAT: the course …", "- 3 May, Suva: …"."""
    if not clause.mentions:
        return None
    start = entry_start(clause)
    town = _new_town(clause, start) if start > clause.start else None
    if town is None and (
        clause.mentions[0].kind not in {"place", "date", "country"}
        or clause.mentions[0].start != start
    ):
        return None
    end = _dateline_part(clause, start if town is None else town.end)
    if end is None or end >= clause.end - 1:
        return None
    inside = [mention for mention in clause.mentions if mention.end <= end]
    first = clause.mentions[0]
    if town is None and first.kind == "place" and start > clause.start:
        town = replace(first, fields={**first.fields, "place_type": "city"})
    spots = _cities(clause, [town] if town is not None else inside)
    date = next((one for one in inside if one.kind == "date"), None)
    cities = {spot.city.fields["name"] for spot in spots if spot.city is not None}
    return Dateline(clause.index, end, spots[0] if len(cities) == 1 else None, date)


def clause_head(clause: Clause, end: int) -> str:
    """The dateline itself."""
    return clause.between(clause.start, end)


def _dateline_part(clause: Clause, start: int | None = None) -> int | None:
    """Where the dateline in this clause ends; None where there is none."""
    named = clause.of("place", "country", "date")
    if not named or named[0].start - clause.start > DATELINE_LENGTH:
        return None
    for mark in _DATELINE_MARK.finditer(clause.text, 0, DATELINE_LENGTH):
        if any(
            mention.start - clause.start < mark.end() <= mention.end - clause.start
            for mention in named
        ):
            continue
        end = clause.start + mark.end()
        if _is_dateline(clause, end, start):
            return end
    return (
        clause.end
        if len(clause.text) <= DATELINE_LENGTH and _is_dateline(clause, clause.end, start)
        else None
    )


def _is_dateline(clause: Clause, end: int, start: int | None) -> bool:
    parts: list[str] = []
    position, known = clause.start if start is None else start, False
    for mention in clause.of("place", "country", "date"):
        if mention.start >= end:
            break
        if mention.start >= position:
            parts.append(clause.between(position, mention.start))
            position = mention.end
            known = known or mention.kind in {"date", "place"}
    parts.append(clause.between(position, max(position, end)))
    return known and _DATELINE_REST.fullmatch(" ".join(parts)) is not None
