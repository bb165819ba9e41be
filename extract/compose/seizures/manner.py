"""How goods travelled and were hidden: conveyance, mode, concealment and cover load."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import (
    TransportRow,
    concealments,
    seizure_words,
    transports,
    words_pattern,
)
from schemas.values import LocationType, TransportMode

PHRASE = 110  # characters of a phrase of concealment at most
Found = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Transport:
    """A mode of transport; ``thing`` is the conveyance as written, where one is named."""

    mode: TransportMode
    start: int
    end: int
    thing: str | None = None


@cache
def _words() -> dict[str, TransportRow]:
    return {word.lower(): row for row in reversed(transports()) for word in row.words}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b({alternation(_words())})(?:s|es)?\b(?! (?:parts|wash|park|licen[cs]))",
        re.IGNORECASE,
    )


@cache
def _keys() -> frozenset[str]:
    return keys_of(_words(), "s", "es")


def read_transport(lines: Iterable[Line], location: LocationType | None) -> Transport | None:
    """The mode of transport that lines tell: a conveyance first, then a way, then a hint."""
    best: tuple[int, Transport] | None = None
    ranks = {"conveyance": 0, "way": 1, "hint": 2}
    for line in lines:
        for row, found in _transports_in(line):
            if row.role == "hint" and row.location_type != location:
                continue
            if best is None or ranks[row.role] < best[0]:
                best = ranks[row.role], found
    return best[1] if best else None


def _transports_in(line: Line) -> list[tuple[TransportRow, Transport]]:
    """Every word of transport in the line that is no part of a name or an amount."""
    known: list[tuple[TransportRow, Transport]] | None = line.read.get("transports")
    if known is not None:
        return known
    known = line.read["transports"] = []
    if not line.holds(_keys()):
        return known
    taken = [(one.start, one.end) for one in line.of("organisation", "person", "place", "quantity")]
    for match in _pattern().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        is_name = match.group()[0].isupper() and match.start() > 0  # the city of Van
        if is_name or any(first <= start < last for first, last in taken):
            continue
        row = _words()[match.group(1).lower()]
        thing = match.group() if row.role == "conveyance" else None
        known.append((row, Transport(row.transport_mode, start, end, thing)))
    return known


_PREPOSITIONS = (
    "in|inside|into|within|under|underneath|beneath|behind|among|amongst|between|around|to"
)
_FILLED = (
    "holding|held|containing|contained|stuffed with|filled with|full of|packed with"
    "|crammed with|hollowed|lined with|concealing|hid|hiding"
)
_TAIL = rf"[^.;()\n]{{3,{PHRASE}}}"


@cache
def _concealments() -> tuple[tuple[re.Pattern[str], tuple[frozenset[str], ...]], ...]:
    """Phrases of concealment, the surest first, each with sets of words it needs one of."""
    listed = {
        kind: [cue for row in concealments() if row.kind == kind for cue in row.cues]
        for kind in ("verb", "disguise", "spot", "under")
    }
    keys = {kind: keys_of(cues) for kind, cues in listed.items()}
    words = {kind: "|".join(map(re.escape, cues)) for kind, cues in listed.items()}
    shelters = "|".join(seizure_words()["not_hiding"])
    patterns = (
        re.compile(
            rf"\b(?:{words['verb']})(?:\s[\w-]+){{0,4}}?\s(?:{_PREPOSITIONS})\s{_TAIL}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?:\bin\s(?:a|the)\s)?\b(?:{words['disguise']})\b[^.;()\n]{{0,{PHRASE}}}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?i:{words['under']})\s(?!(?:the\s)?[A-Z]|lay\b|was\b|were\b|{_ARTICLE}(?:{shelters})\b){_TAIL}"
        ),
        re.compile(
            r"\b(?:[Ii]n|[Ii]nside|[Ii]nto|[Ff]rom|[Oo]ut of)\s"
            r"(?:the|a|an|his|her|their|its|[a-z]+)?\s?"
            rf"(?:[a-z-]+\s){{0,3}}(?:{words['spot']})\b"
            rf"[^.;()\n]{{0,{PHRASE}}}",
        ),
        re.compile(r"\bas\s[\"“‘'][^\"”’']{3,40}[\"”’']"),
        re.compile(
            rf"\b(?:[\w-]+\s){{0,3}}(?:{words['spot']})(?=\s(?:that\s|which\s|had\s|were\s|was\s){{0,2}}"
            rf"(?:{_FILLED})\b)"
        ),
    )
    needed = (
        *((keys[kind],) for kind in ("verb", "disguise", "under")),
        (keys_of(("in", "inside", "into", "from", "out of")),),
        (frozenset({"as"}),),
        (keys["spot"], keys_of(_FILLED.split("|"))),
    )
    return tuple(zip(patterns, needed, strict=True))


_ARTICLE = "(?:the |a |its |their |his |this |that )?(?:\\w+ )?"
_PHRASE_END = r",?\s(?:{}|and \d|on \d)\b|,\s|:\s"


_IN_PACKETS = re.compile(
    r"\w+\s(?:\w+\s)?(?:in|into)\s(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|bricks|packets|plastic)\b"
)


def read_concealment(line: Line, first: int, last: int) -> Found | None:
    """The phrase between two offsets that says how the goods were hidden."""
    for pattern, needed in _concealments():
        if not all(map(line.holds, needed)):
            continue
        match = pattern.search(line.text, first - line.start, last - line.start)
        if match is None or _IN_PACKETS.match(match.group()):
            continue
        phrase = match.group()
        stop = words_pattern("phrase_end", _PHRASE_END).search(phrase, min(len(phrase), 14))
        text = (phrase[: stop.start()] if stop else phrase).rstrip(" ,:-–—\"”’'")
        start = line.start + match.start()
        return line.between(start, start + len(text)), start, start + len(text)
    return None


_GOODS = r"(?P<cover>[a-z-]{3,20}(?: [a-z-]{3,20}){0,2})"
_LOADS = "shipment|consignment|load|cargo|container|containers"
_PACKS = "truckload|sacks|bags|boxes|cartons"
_CARRIERS = "truck|lorry|vehicle|van|trailer|car|wagon|ship|vessel|boat"
_ABOVE = "under|beneath|among|amongst|behind|between|amid"
_SAID = "declared|disguised|passed off|mislabelled|manifested|camouflaged|described"


def _opening(words: str) -> str:
    """The words as they may also open a sentence."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split("|"))


_COVERS = (
    re.compile(
        rf"\b(?:{_opening(_LOADS)}|{_PACKS})"
        rf" (?:of|with|loaded with|carrying|containing) {_GOODS}"
    ),
    re.compile(
        rf"\b(?:{_CARRIERS})s? "
        rf"(?:with|loaded with|transporting|carrying|laden with) {_GOODS}"
    ),
    re.compile(
        rf"\b(?:{_opening(_ABOVE)}) "
        r"(?:\d+ |the |a |(?:first )?(?:rows?|pallets|load|cargo|shipment|bags|sacks|boxes|layers?)"
        rf" of ){{1,4}}{_GOODS}"
    ),
    re.compile(rf"\b(?:{_SAID}) as {_GOODS}"),
)
_NOT_COVER = re.compile(
    r"\b(?:pillow|seat|floor|cab|wheel|driver|drugs?|supervision|control|name|guise|country|law|project"
    r"|framework|leadership|which|suspects?|those|same|programme|auspices|was|were|are|is|and|or|that)\b"
)


@cache
def _cover_keys() -> frozenset[str]:
    """Words one of which every match of the patterns above holds."""
    return keys_of("|".join((_LOADS, _PACKS, _CARRIERS, _ABOVE, _SAID)).split("|"), "s")


def read_cover(line: Line) -> Found | None:
    """The load that covered the goods; never the goods themselves."""
    if not line.holds(_cover_keys()):
        return None
    seized = [(one.start, one.end) for one in line.of("substance", "quantity", "country")]
    for pattern in _COVERS:
        for match in pattern.finditer(line.text):
            text = re.split(
                r"\s(?:from|bound|in|on|at|to|for|with|into|near|lay|being|that|exported|arriving|coming|heading|destined|and|or|which|when|by|inside|aboard)\b",
                match.group("cover"),
            )[0]
            start = line.start + match.start("cover")
            end = start + len(text)
            if _NOT_COVER.search(text) or any(
                first < end and start < last for first, last in seized
            ):
                continue
            return text, start, end
    return None
