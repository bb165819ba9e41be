"""How goods travelled and were hidden: conveyance, mode, concealment and cover load."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.seizures.page import Line
from extract.knowledge.seizures import concealments, transports
from schemas.values import TransportMode

PHRASE = 110  # characters of a phrase of concealment at most
Found = tuple[str, int, int]


@cache
def _conveyances() -> tuple[re.Pattern[str], dict[str, tuple[TransportMode, bool]]]:
    words = {
        word.lower(): (row.transport_mode, row.role == "conveyance")
        for row in reversed(transports())
        for word in row.words
    }
    longest = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest))})(?:s|es)?\b", re.IGNORECASE)
    return pattern, words


def read_transport(line: Line) -> tuple[TransportMode, Found | None, tuple[int, int]] | None:
    """The mode, the conveyance as written if one is named, and where it stands."""
    pattern, words = _conveyances()
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    way = None
    for match in pattern.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if any(first <= start < last for first, last in bodies):
            continue
        mode, is_thing = words[match.group(1).lower()]
        if is_thing:
            return mode, (match.group(), start, end), (start, end)
        way = way or (mode, None, (start, end))
    return way


_PLACED = r"(?:\s[\w-]+){0,4}?\s(?:in|inside|into|within|under|underneath|beneath|behind|among|amongst|between|on|around|with|to|at)\s"


@cache
def _concealments() -> tuple[re.Pattern[str], re.Pattern[str]]:
    placed, disguise = (
        "|".join(
            re.escape(cue)
            for row in concealments()
            if row.needs_preposition is needed
            for cue in row.cues
        )
        for needed in (True, False)
    )
    return (
        re.compile(rf"\b(?:{placed}){_PLACED}[^.;()\n]{{3,{PHRASE}}}", re.IGNORECASE),
        re.compile(rf"(?:\bin\s(?:a|the)\s)?\b(?:{disguise})\b[^.;()\n]{{0,{PHRASE}}}", re.I),
    )


_CLAUSE_END = re.compile(
    r",?\s(?:and (?:was|were|had|has|the|seized|arrested|a|an|\d)|which|who|while|when|after|before|that was|that were"
    r"|exported|imported|worth|valued|was|were|at the|by the|bound for|destined|en route|from|on \d|according)\b|,\s"
)


def read_concealment(line: Line, first: int, last: int) -> Found | None:
    """The phrase between two offsets that says how the goods were hidden."""
    for pattern in _concealments():
        match = pattern.search(line.text, first - line.start, last - line.start)
        if match is None:
            continue
        phrase = match.group()
        stop = _CLAUSE_END.search(phrase, min(len(phrase), 18))
        text = (phrase[: stop.start()] if stop else phrase).rstrip(" ,:-–—\"”’'")
        start = line.start + match.start()
        return line.between(start, start + len(text)), start, start + len(text)
    return None


_GOODS = r"(?P<cover>[a-z-]{3,20}(?: [a-z-]{3,20}){0,2})"
_COVERS = (
    re.compile(
        r"\b(?:[Ss]hipment|[Cc]onsignment|[Ll]oad|[Cc]argo|[Cc]ontainers?|truckload|sacks|bags|boxes|cartons)"
        rf" (?:of|with|loaded with|carrying|containing) {_GOODS}"
    ),
    re.compile(
        r"\b(?:truck|lorry|vehicle|van|trailer|car|wagon|ship|vessel|boat)s? "
        rf"(?:with|loaded with|transporting|carrying|laden with) {_GOODS}"
    ),
    re.compile(
        r"\b(?:[Uu]nder|[Bb]eneath|[Aa]mong|[Aa]mongst|[Bb]ehind|[Bb]etween|[Aa]mid) "
        rf"(?:the |(?:a )?(?:load|cargo|shipment|bags|sacks|boxes|layers?) of ){_GOODS}"
    ),
    re.compile(rf"\b(?:declared|disguised|passed off|mislabelled|manifested|camouflaged|described) as {_GOODS}"),
)
_NOT_COVER = re.compile(
    r"\b(?:pillow|seat|floor|cab|wheel|driver|drugs?|supervision|control|name|guise|country|law|project"
    r"|framework|leadership|which|suspects?|those|same|programme|auspices|was|were|are|is|and|or|that)\b"
)


def read_cover(line: Line) -> Found | None:
    """The load that covered the goods; never the goods themselves."""
    seized = [(one.start, one.end) for one in line.of("substance", "quantity", "country")]
    for pattern in _COVERS:
        for match in pattern.finditer(line.text):
            text = re.split(
                r"\s(?:from|bound|in|on|at|to|for|with|into|lay|being|that|exported|arriving|coming|heading|destined|and|or|which|when|by|inside|aboard)\b", match.group("cover")
            )[0]
            start = line.start + match.start("cover")
            end = start + len(text)
            if _NOT_COVER.search(text) or any(
                first < end and start < last for first, last in seized
            ):
                continue
            return text, start, end
    return None
