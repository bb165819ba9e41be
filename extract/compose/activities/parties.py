"""Who holds an event, and who only helps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.compose.activities.cueing import cue
from extract.compose.activities.sighting import Sighting
from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, names_after, names_before


@dataclass(frozen=True, slots=True)
class Parties:
    """Organisers apart from partners, as named."""

    organisers: tuple[Name, ...] = ()
    partners: tuple[Name, ...] = ()


def read_parties(sighting: Sighting) -> Parties:
    """Who holds the event, from the clause of the sighting."""
    clause = sighting.clause
    partners = _partners(clause)
    organisers = _behind_passive(clause) or _before_verb(clause, partners)
    taken = {name.start for name in partners}
    own = [name for name in organisers if name.start not in taken and is_body(name)]
    if own:
        own += [name for name in _joint(clause, own) if name.start not in taken and is_body(name)]
    return Parties(tuple(own), tuple(name for name in partners if is_body(name)))


def _partners(clause: Clause) -> list[Name]:
    return [
        name
        for match in cue("partner").finditer(clause.text)
        for name in names_after(clause, clause.start + match.end())
    ]


def _behind_passive(clause: Clause) -> list[Name]:
    for match in cue("organised_by").finditer(clause.text):
        names = names_after(clause, clause.start + match.end())
        if names:
            return names
    return []


def _before_verb(clause: Clause, partners: list[Name]) -> list[Name]:
    for match in cue("organise").finditer(clause.text):
        names = names_before(clause, clause.start + match.start())
        if names:
            return names
        behind = clause.text[: match.start()].rstrip()
        for phrase in cue("partner").finditer(behind):
            if any(name.start >= clause.start + phrase.start() for name in partners):
                names = names_before(clause, clause.start + phrase.start())
                if names:
                    return names
    return []


@cache
def _together() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\([^()]{{1,60}}\))?,?\s+{cue('joint').pattern}", re.IGNORECASE)


def _joint(clause: Clause, organisers: list[Name]) -> list[Name]:
    """Names behind "together with", right after the organisers or the verb."""
    for match in _together().finditer(clause.text, organisers[0].end - clause.start):
        names = names_after(clause, clause.start + match.end())
        if names:
            return names
    return []
