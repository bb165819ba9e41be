"""Who holds an event, and who only helps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.compose.activities.cueing import any_at_word, any_of, cue
from extract.compose.activities.sighting import Sighting
from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, names_after, names_before
from extract.knowledge.activities import cues


@dataclass(frozen=True, slots=True)
class Parties:
    """Organisers apart from partners, as named."""

    organisers: tuple[Name, ...] = ()
    partners: tuple[Name, ...] = ()


def read_parties(sighting: Sighting) -> Parties:
    """Who holds the event, from the clause of the sighting."""
    clause = sighting.clause
    partners = _partners(clause)
    organisers = (
        (_behind(clause, _held_by()) if "by" in clause.words else [])
        or _before_verb(clause, partners)
        or (_behind(clause, _held_with()) if "with" in clause.words else [])
    )
    taken = {name.start for name in partners}
    own = [name for name in organisers if name.start not in taken and is_body(name)]
    if own:
        own += [name for name in _joint(clause, own) if name.start not in taken and is_body(name)]
    return Parties(tuple(own), tuple(name for name in partners if is_body(name)))


def _partners(clause: Clause) -> list[Name]:
    found = []
    for match in cue("partner").finditer(clause.text):
        names = names_after(clause, clause.start + match.end())
        found += _without_subject(clause, names) if match.start() == 0 else names
    return found


def _without_subject(clause: Clause, names: list[Name]) -> list[Name]:
    """ "In cooperation with INTERPOL, UNODC held …": behind the bare comma the subject begins."""
    for index in range(len(names) - 1, 0, -1):
        if _COMMA.fullmatch(clause.between(names[index - 1].end, names[index].start)):
            return names[:index]
    return names


_COMMA = re.compile(r"(?:\s*\([^()]{1,60}\))?,\s+(?:the\s+)?", re.IGNORECASE)
# What can stand between "held" and "by UNODC": a town, a day, no other participle
_WHERE_WHEN = (
    r"(?:\s[^,;:()]{0,60}?\b(?:(?-i:[A-Z])[\w'’-]*|\d{1,4}|today|yesterday|jointly|together))?\s+"
)


@cache
def _held() -> tuple[str, ...]:
    words = [word for word in cues()["organised_by"] if word.endswith(" by")]
    return tuple(word.removesuffix(" by") for word in words)


@cache
def _held_by() -> re.Pattern[str]:
    words, verbs = any_at_word(cues()["organised_by"]), any_at_word(_held())
    return re.compile(rf"(?:{words}|{verbs}{_WHERE_WHEN}by)(?![\w-])", re.IGNORECASE)


@cache
def _held_with() -> re.Pattern[str]:
    """ "Organised jointly with", "jointly held with", "co-hosted with"."""
    verbs = any_of(_held())
    return re.compile(
        rf"(?:{any_at_word(_held())}{_WHERE_WHEN}(?:jointly|together)"
        rf"|\b(?:jointly\s+|co-?)(?:{verbs}))\s+with(?![\w-])",
        re.IGNORECASE,
    )


def _behind(clause: Clause, phrase: re.Pattern[str]) -> list[Name]:
    for match in phrase.finditer(clause.text):
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


_FIRST = re.compile(r"(?:jointly|together)\s+with\s+", re.IGNORECASE)


def _joint(clause: Clause, organisers: list[Name]) -> list[Name]:
    """Names behind "together with", right after the organisers or the verb, or first of all."""
    first = _FIRST.match(clause.text)
    if first is not None:
        return _without_subject(clause, names_after(clause, clause.start + first.end()))
    for match in _together().finditer(clause.text, organisers[0].end - clause.start):
        names = names_after(clause, clause.start + match.end())
        if names:
            return names
    return []
