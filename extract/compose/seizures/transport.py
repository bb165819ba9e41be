"""How goods travelled: the conveyance as written, and its mode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import TransportRow, seizure_words, transports, words_pattern
from schemas.values import LocationType, TransportMode

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Transport:
    """A mode of transport; ``thing`` is the conveyance as written, where one is named."""

    mode: TransportMode
    start: int
    end: int
    thing: str | None = None


@cache
def _words() -> dict[str, TransportRow]:
    return {
        word.lower(): row
        for row in reversed(transports())
        if row.role != "hint"
        for word in row.words
    }


@cache
def _hints() -> dict[str, tuple[TransportRow, ...]]:
    """What a word says at the kind of place where the goods were seized."""
    found: dict[str, tuple[TransportRow, ...]] = {}
    for row in transports():
        for word in row.words if row.role == "hint" else ():
            found[word.lower()] = (*found.get(word.lower(), ()), row)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b({alternation((*_words(), *_hints()))})(?:s|es)?\b"
        r"(?<!\bto ship)(?<!\bto train)(?<!\bto bus)(?<!\bto raft)"
        r"(?! (?:parts|wash|park|licen[cs]e|licen[cs]ing|bomb|crash)\b)",
        re.IGNORECASE,
    )


@cache
def _keys() -> frozenset[str]:
    return keys_of((*_words(), *_hints()), "s", "es")


_RANKS = {"conveyance": 0, "way": 1, "hint": 2}


def read_transport(
    lines: Iterable[Line], location: LocationType | None, goods: frozenset[Span]
) -> Transport | None:
    """The mode of transport that lines tell: a conveyance first, then a way, then a hint.

    A conveyance among the seized ``goods`` ("eleven stolen cars") carried nothing.
    """
    best: tuple[int, Transport] | None = None
    for line in lines:
        for row, found in _transports_in(line):
            if row.role == "hint" and row.location_type != location:
                continue
            if any(start <= found.start < end for start, end in goods):
                continue
            if best is None or _RANKS[row.role] < best[0]:
                best = _RANKS[row.role], found
    return best[1] if best else None


_BOXES = frozenset(("container", "containers"))


def read_container(
    lines: Iterable[Line], article: Iterable[Line], country: str | None
) -> Transport | None:
    """A container, where the article tells of a port or the sea: it came or went by ship."""
    if country in seizure_words()["landlocked"]:
        return None
    for line in lines:
        if line.holds(_BOXES) and (match := _BOX.search(line.text)) is not None:
            if any(_tells_of_sea(one) for one in article):
                start = line.start + match.start()
                return Transport("Vessel/boat", start, start + len(match.group()))
            return None
    return None


_BOX = re.compile(
    r"\b(?<!air )[Cc]ontainers?\b(?! (?:control|unit|lorry|truck|train))", re.IGNORECASE
)


def _tells_of_sea(line: Line) -> bool:
    known: bool | None = line.read.get("sea")
    if known is None:
        words = words_pattern("maritime", r"\b(?<!dry )(?:{})\b")
        known = line.read["sea"] = line.holds(_maritime()) and words.search(line.text) is not None
    return known


@cache
def _maritime() -> frozenset[str]:
    return keys_of(seizure_words()["maritime"])


def _transports_in(line: Line) -> list[tuple[TransportRow, Transport]]:
    """Every word of transport in the line that is no part of a name."""
    known: list[tuple[TransportRow, Transport]] | None = line.read.get("transports")
    if known is not None:
        return known
    known = line.read["transports"] = []
    if not line.holds(_keys()):
        return known
    taken = [(one.start, one.end) for one in line.of("organisation", "person", "place")]
    for match in _pattern().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        word = match.group(1).lower()
        rows = (*_hints().get(word, ()), *((_words()[word],) if word in _words() else ()))
        if rows[0].named:
            is_name = match.group()[0].islower()  # a lada is no Lada
        else:
            is_name = (match.group()[0].isupper() and match.start() > 0) or any(
                first <= start < last for first, last in taken
            )
        if is_name:  # the city of Van
            continue
        for row in rows:
            thing = match.group() if row.role == "conveyance" else None
            known.append((row, Transport(row.transport_mode, start, end, thing)))
    return known
