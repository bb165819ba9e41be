"""Who seized, and who only reported it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line, Mark
from extract.compose.seizures.ships import find_patrols
from extract.find.passage import Candidate
from extract.knowledge.calendar import numbers_of
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
    months = "|".join(month.title() for month in numbers_of("month"))
    return re.compile(
        rf"\b(?:PCU|ACCU|JPCU|BLO|JAITF)s?(?: (?:of )?[A-ZÀ-Þ][\w’'-]+)?\b"
        rf"|(?:\b(?!(?:The|In|At|On|{months}) )[A-ZÀ-Þ][\w’'-]+ )?"
        rf"\b(?i:{bodies})s?\b(?: (?i:{ranks})\b)?"
    )


@cache
def _keys() -> frozenset[str]:
    units = ("PCU", "ACCU", "JPCU", "BLO", "JAITF")
    return keys_of((*units, *seizure_words()["custody"]), "s")


_ACTED_BY = re.compile(
    r"\bby\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){0,3}(?:of\s+(?:the\s+)?)?$", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"\b(?:officers?|members?|agents|inspectors|staff|officials|guards|divers|men|detectives|rangers"
    r"|investigators|soldiers|sailors|marines|troops|patrols?|dogs?|specialists|teams?|units?|boats?"
    r"|ships?|squads?)\s+(?:of|from|at|with)\s+(?:the\s+)?$",
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
        text = line.between(body.start, end)
        place = _seat_of(line, body)
        yield Party(body.start, end, text, rank, body.fields.get("country"), place)
    for start, end, text in find_patrols(line):
        if not any(one.start < end and start < one.end for one in line.of("organisation")):
            yield Party(start, end, text, 3 if _is_agent(line, start, end, acts) else 6)
    yield from _by_members(line, acts)
    if not line.holds(_keys()):
        return
    taken = [(one.start, one.end) for one in line.of("organisation", "person", "date")]
    for match in _custody().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if any(first < end and start < last for first, last in taken):
            continue
        if _MADE_OF.search(line.between(max(line.start, start - 40), start)):
            continue
        rank = 3 if _is_agent(line, start, end, acts) else 6
        unit = _UNIT.fullmatch(match.group())
        place = unit["behind"] or unit["ahead"] if unit else None
        yield Party(start, end, match.group(), rank, _country_of(line, start, end), place)


_RANKS = (
    "officers|members|agents|inspectors|detectives|troops|soldiers|rangers|investigators|guards"
)
_RANK_KEYS = frozenset(_RANKS.split("|"))
_OF_BODY = re.compile(
    rf"\b(?i:{_RANKS})\s(?:of|from)\sthe\s"
    r"(?P<body>[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:of|for|and|against)\s)?[A-ZÀ-Þ][\w’'-]+){1,4})"
)


def _by_members(line: Line, acts: list[Mark]) -> Iterator[Party]:
    """Bodies that no list knows, by their people: "officers of the Presidential Guard"."""
    if not line.holds(_RANK_KEYS):
        return
    taken = [(one.start, one.end) for one in line.of("organisation", "place", "country")]
    for match in _OF_BODY.finditer(line.text):
        start, end = line.start + match.start("body"), line.start + match.end("body")
        if not any(first < end and start < last for first, last in taken):
            rank = 1 if _is_agent(line, line.start + match.start(), end, acts) else 4
            yield Party(start, end, match["body"], rank)


_SEATED = re.compile(
    r"\b(?:Control Units?|Task Force|Liaison Office|PCU|ACCU|JAITF|BLO)(?:\s\([A-Z]+\))?"
    r"\s(?:of|at|in)\s"
    r"(?:the\s(?:Port|Autonomous Port)\sof\s)?(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)"
)


def _seat_of(line: Line, body: Candidate) -> str | None:
    """The place that stands in the name of a unit: "Port Control Unit of Rijeka"."""
    match = _SEATED.search(line.between(body.start, body.end))
    if match is None:
        return None
    start = body.start + match.start("place")
    of_country = any(one.start <= start < one.end for one in line.of("country"))
    return None if of_country else match["place"]


_MADE_OF = re.compile(
    r"\b(?:made up of|consisting of|composed of|comprising|staffed by|staffed with|manned by|brings"
    r" together|trained|training|courses? for|mentors? for)\s(?:[\w-]+,?\s){0,4}$"
)
_SHORT = re.compile(
    r"\b(?:[Tt]he (?:same )?|[Tt]his |[Tt]hat )"
    r"(Unit|Cell|Service|Bureau|Agency|Department|Directorate|Force|Authority|Commission|Team"
    r"|Administration|Office|Squad|Brigade|Division|Section|Centre|Board|Committee|Corps"
    r"|unit|cell|team|service|bureau|agency|directorate|squad|brigade|task force)\b(?! of\b)"
)


_SUBJECT = re.compile(
    r"\s(?:(?:had|has|have|also|then|alone|itself|jointly|recently|since|already|now)\s){0,3}"
    r"(?:\w+ed|made|found|caught|took|taken|held|kept|brought|dealt|got|hit|stopped|laid)\b"
)


_PRONOUN = re.compile(r"\b(?:[Ii]t|[Tt]hey)(?=\s)")
_BACK = 4  # lines in which "it" may have been named


def read_recalled(line: Line, acts: list[Mark], before: Sequence[Line]) -> Party | None:
    """The body that "the Unit", "it" or "they" of the line recalls, where that is who seized."""
    for match in _SHORT.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        acted = _SUBJECT.match(line.text, match.end()) and any(act.start >= end for act in acts)
        if not (acted or _is_agent(line, start, end, acts)):
            continue
        found = _named_so(match.group(1).lower(), start, (line, *reversed(before)))
        if found is not None:
            return found
    for match in _PRONOUN.finditer(line.text):
        near = any(0 <= act.start - line.start - match.end() <= REACH for act in acts)
        if near and _SUBJECT.match(line.text, match.end()):
            named = [
                one for one in read_parties(line, acts) if one.end <= line.start + match.start()
            ]
            told = [one for one in named if one.text[0].isupper()]
            return replace(told[-1], rank=2) if told else _of_pronoun(line, before)
    return None


_THEN_VERB = re.compile(
    r"(?:\s\([^)]{1,30}\))?(?:\s(?:in|at|of|on)\s(?:the\s)?[\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})?\s"
    r"(?!(?:and|or|of|in|on|at|for|with|to|from|by|as|than|that|which|who|whose|is|are)\b)[a-z]{3,}"
)
_OPENING = re.compile(
    r"(?:^|[,;:–—-]\s|\bwhen\s)(?:\W{0,2}(?:[Tt]he|[Aa]n?)\s)?"
    r"(?:(?:\w+\s)?(?:of|from)\s(?:the\s)?)?(?:[\w-]+\s)?$"
)


def is_subject(line: Line, party: Party) -> bool:
    """Whether a clause of the line opens with the body, and tells what it did."""
    return (
        party.rank < UNLIKELY
        and _OPENING.search(line.between(line.start, party.start)) is not None
        and _THEN_VERB.match(line.between(party.end, line.end)) is not None
    )


def _named_so(head: str, start: int, lines: Sequence[Line]) -> Party | None:
    """The last body before ``start`` in whose name the word stands."""
    for line in lines:
        for body in reversed(line.of("organisation")):
            text = line.between(body.start, body.end)
            if body.end <= start and head in text.lower().split():
                return Party(body.start, body.end, text, 2, body.fields.get("country"))
    return None


def _of_pronoun(line: Line, before: Sequence[Line]) -> Party | None:
    """The body that the lines before a pronoun are about: the first that the nearest one names."""
    for index in range(len(before) - 1, max(-1, len(before) - 1 - _BACK), -1):
        earlier = before[index]
        if earlier.heading or earlier.section != line.section:
            return None
        short = _SHORT.match(earlier.text)
        if short is not None:
            return _named_so(short.group(1).lower(), earlier.start, before[index::-1])
        told = [party for party in read_parties(earlier, []) if party.rank < UNLIKELY]
        if told:
            first = min(told, key=lambda party: party.start)
            return replace(first, rank=2)
    return None


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
