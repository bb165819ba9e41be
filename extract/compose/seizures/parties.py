"""Who seized, and who only reported it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line, Mark
from extract.find.passage import Candidate
from extract.knowledge.seizures import seizure_words, words_pattern

UNLIKELY = 7  # ranks from here on are no authority
REACH = 45  # characters between a body and its verb


@dataclass(frozen=True, slots=True)
class Party:
    """A body as the line names it, and how surely it is the one that seized."""

    start: int
    end: int
    text: str
    rank: int  # the lower the surer
    country: str | None = None
    unit_place: str | None = None  # "Cartagena" of "PCU Cartagena"


@cache
def _custody() -> re.Pattern[str]:
    words = seizure_words()
    bodies, ranks = alternation(words["custody"]), alternation(words["ranks"])
    return re.compile(
        rf"\b(?:PCU|ACCU|JPCU|BLO|JAITF)s?(?: (?:of )?[A-ZÀ-Þ][\w’'-]+)?\b"
        rf"|(?:\b(?!The |In |At |On )[A-ZÀ-Þ][\w’'-]+ )?\b(?i:{bodies})s?\b(?: (?i:{ranks})\b)?"
    )


@cache
def _keys() -> frozenset[str]:
    units = ("PCU", "ACCU", "JPCU", "BLO", "JAITF")
    return keys_of((*units, *seizure_words()["custody"]), "s")


_ACTED_BY = re.compile(
    r"\bby\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){0,3}(?:of\s+(?:the\s+)?)?$", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"\b(?:officers?|members?|agents|inspectors|staff|officials)\s+(?:of|from|at|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_UNIT = re.compile(
    r"(?:PCU|ACCU|JPCU|BLO|JAITF)s? (?:of )?(?P<behind>[A-ZÀ-Þ][\w’'-]+)"
    r"|(?P<ahead>[A-ZÀ-Þ][\w’'-]+) (?:PCU|ACCU|JPCU|BLO|JAITF)"
)
_BRACKET = re.compile(r" \([A-Z][A-Za-z-]{1,12}\)")


def read_parties(line: Line, acts: list[Mark]) -> list[Party]:
    """Bodies of the line that may have seized, each with its rank."""
    key = f"parties {[act.start for act in acts]}"
    known: list[Party] | None = line.read.get(key)
    if known is None:
        known = line.read[key] = list(_read_parties(line, acts))
    return known


def _read_parties(line: Line, acts: list[Mark]) -> Iterator[Party]:
    for body in line.of("organisation"):
        if body.fields.get("organisation_type") in {
            "un_body",
            "intergovernmental",
            "embassy",
            "media",
        }:
            continue
        rank = _rank(line, body, acts)
        bracket = _BRACKET.match(line.between(body.end, body.end + 20))
        end = body.end + (bracket.end() if bracket else 0)
        yield Party(
            body.start, end, line.between(body.start, end), rank, body.fields.get("country")
        )
    if not line.holds(_keys()):
        return
    taken = [(one.start, one.end) for one in line.of("organisation", "person")]
    for match in _custody().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if any(first < end and start < last for first, last in taken):
            continue
        rank = 3 if _is_agent(line, start, end, acts) else 6
        unit = _UNIT.fullmatch(match.group())
        place = unit["behind"] or unit["ahead"] if unit else None
        yield Party(start, end, match.group(), rank, _country_of(line, start, end), place)


def _rank(line: Line, body: Candidate, acts: list[Mark]) -> int:
    agent = _is_agent(line, body.start, body.end, acts)
    seizing = words_pattern("seizing_kinds", r"\b(?:{})\b").search(
        f"{body.fields['name']} {line.between(body.start, body.end)}"
    )
    if reports(line, body):
        return 6 if seizing else UNLIKELY
    if agent:
        return 0 if seizing else 1
    if _MEMBERS.search(line.between(body.start - REACH, body.start)):
        return 2 if seizing else 4
    return 4 if seizing else UNLIKELY


def _is_agent(line: Line, start: int, end: int, acts: list[Mark]) -> bool:
    """Subject of a verb of seizing, or named after "by"."""
    if acts and _ACTED_BY.search(line.between(max(line.start, start - REACH), start)):
        return True
    return any(0 <= act.start - end <= REACH * 2 and _free(line, end, act.start) for act in acts)


def _free(line: Line, start: int, end: int) -> bool:
    """Whether no number and no clause mark parts the body from its verb."""
    return not re.search(r"[;:]|\d", line.between(start, end))


def _country_of(line: Line, start: int, end: int) -> str | None:
    inside = [one for one in line.of("country") if start <= one.start and one.end <= end]
    return inside[0].fields["iso3"] if inside else None


def reports(line: Line, body: Candidate) -> bool:
    """Whether the body stands beside a verb of reporting."""
    after = line.between(body.end, body.end + 30)
    before = line.between(max(line.start, body.start - 25), body.start)
    if words_pattern("report", r"^(?:\s\([^)]{1,20}\))?,?\s(?:has |have )?(?:{})\b").search(after):
        return True
    return words_pattern("report", r"\b(?:{})\s(?:by\s)?(?:the\s)?$").search(before) is not None
