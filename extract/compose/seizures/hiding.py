"""How goods were hidden: the phrase that names the place, the covering or the false name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import ConcealmentKind, concealments, seizure_words, words_pattern

PHRASE = 110  # characters of a phrase of concealment at most
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hiding:
    """A phrase of concealment; the lower its rank, the surer."""

    rank: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Frame:
    rank: int
    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]  # sets of words it needs one of


_COVERING = "inside|within|under|underneath|beneath|below|behind|among|amongst|amid|between"
_SOURCE = "from|out of"
_WORD = r"[\w’'-]+\s"
_TAIL = rf"[^.;()\n]{{0,{PHRASE}}}"
_FILLED = (
    "holding|held|containing|contained|stuffed with|filled with|full of|packed with"
    "|crammed with|hollowed|lined with|concealing|concealed|hid|hiding|yielded|gave up"
)
_PAPERS = "manifest|papers|waybill|documents|document|label|labels|declaration|lading|invoice"
_CLAIMS = (
    "said|spoke of|listed|showed|mentioned|promised|read|named|told of|described|claimed|declared"
)
_ARTICLE = r"(?:the |a |its |their |his |this |that )?(?:\w+ )?"
# Ranks read in lines of the event, in lines beside them, and in others about it.
OWN, BESIDE, NEAR = frozenset(range(5)), frozenset({0, 1, 2}), frozenset({0, 2})


@cache
def _cues(kind: ConcealmentKind) -> tuple[str, ...]:
    return tuple(cue for row in concealments() if row.kind == kind for cue in row.cues)


@cache
def _frames() -> tuple[_Frame, ...]:
    kinds: tuple[ConcealmentKind, ...] = ("verb", "wrap", "soft", "as", "phrase", "spot", "opened")
    words = {kind: alternation(_cues(kind)) for kind in kinds}
    shelters = "|".join(seizure_words()["not_hiding"])
    spot = rf"(?:{words['spot']})(?:s|es)?\b"

    def frame(rank: int, pattern: str, *needed: Sequence[str]) -> _Frame:
        return _Frame(
            rank,
            re.compile(pattern, re.IGNORECASE),
            tuple(keys_of(one, "s", "es") for one in needed),
        )

    prepositions = f"in|into|around|to|onto|on|{_COVERING}"
    return (
        frame(
            0,
            rf"\b(?:{words['verb']})\s(?:{_WORD}){{0,4}}?(?P<head>{prepositions})\s[^.;()\n\d]{_TAIL}",
            _cues("verb"),
        ),
        frame(
            1,
            rf"\b(?:{words['soft']})\s(?:{_WORD}){{0,4}}?(?P<soft>)(?P<head>{_COVERING})\s[^.;()\n]{_TAIL}",
            _cues("soft"),
            _COVERING.split("|"),
        ),
        frame(
            0,
            rf"(?:\b(?:in|from|out of|{_COVERING})\s(?:{_WORD}){{0,2}})?"
            rf"\b(?P<head>{words['phrase']})s?\b{_TAIL}",
            _cues("phrase"),
        ),
        frame(
            1,
            rf"\b(?:in|into|{_SOURCE}|{_COVERING})\s(?:(?:[a-z’'-]+|\d+)\s){{0,4}}?"
            rf"(?P<head>{spot}){_TAIL}",
            _cues("spot"),
        ),
        frame(
            1,
            rf"\b(?:{words['opened']})\s(?:(?:the|an?|its|his|her|their|one)\s|(?=both|two|three|four))(?P<soft>)"
            rf"(?:(?:back|bottom|side|lid|inside|base|top|end|front|one)\sof\s(?:the|an?|its|his|her)\s)?"
            rf"(?:{_WORD}){{0,2}}?(?P<head>{spot}){_TAIL}",
            _cues("opened"),
            _cues("spot"),
        ),
        frame(
            1,
            r"(?P<soft>)\b(?:an?|the|his|her|its|their|one|two|three|four)\s(?:[a-z’'-]+\s){0,3}"
            r"(?P<head>[a-z’'-]{3,})(?=\swith\s(?:[^.;]|\.\d){3,70}\sinside\b)",
            ["inside"],
        ),
        frame(
            1,
            rf"\b(?P<head>{alternation(_cues('under'))})\s(?!(?:the\s)?(?-i:[A-Z])|\d+\s(?:years|km)\b"
            rf"|lay\b|was\b|were\b|{_ARTICLE}(?:{shelters})\b)[^.;()\n]{_TAIL}",
            _cues("under"),
        ),
        frame(2, rf"\b(?:{words['as']})\s(?:{_WORD}){{0,3}}?(?P<head>as)\s{_TAIL}", ["as"]),
        frame(2, r"\b(?P<head>as)\s[\"“‘'][^\"”’']{3,40}[\"”’']", ["as"]),
        frame(
            2, rf"\b(?:{_PAPERS})\s(?P<head>{_CLAIMS})\s(?!(?-i:[A-Z])){_TAIL}", _PAPERS.split("|")
        ),
        frame(
            2,
            rf"\b(?P<head>(?:said|supposed|declared|claimed|stated)\sto\s(?:carry|contain|hold))\s{_TAIL}",
            ["carry", "contain", "hold"],
        ),
        frame(
            3,
            rf"\b(?:{_WORD}){{0,3}}(?P<head>{spot})(?=\s(?:that\s|(?:of\s)?which\s|had\s|were\s|was\s){{0,2}}"
            rf"(?:{_FILLED})\b)",
            _cues("spot"),
            _FILLED.split("|"),
        ),
        frame(
            3,
            rf"\b(?:{words['wrap']})\s(?:{_WORD}){{0,3}}?(?P<head>{prepositions})\s[^.;()\n\d]{_TAIL}",
            _cues("wrap"),
        ),
        frame(
            3,
            rf"\b(?:in|into|{_SOURCE}|{_COVERING})\s(?:[a-z’'-]+\s){{0,3}}?"
            rf"(?P<head>(?:{alternation(_cues('weak'))})(?:s|es)?\b){_TAIL}",
            _cues("weak"),
        ),
        frame(
            3,
            rf"\b(?:(?P<out>{_SOURCE})|in|into|{_COVERING})\s(?:[a-z’'-]+\s){{0,3}}?"
            rf"(?P<head>(?:{alternation(_cues('site'))})(?:s|es)?\b)"
            rf"(?(out)(?=\s(?:loaded|laden|filled|carrying)\b)){_TAIL}",
            _cues("site"),
        ),
    )


_PHRASE_END = (
    r",?\s(?:{}|and \d|on \d)\b|:\s"
    r"|,\s(?!(?:and\s)?(?:in|inside|under|behind|beneath|between|among)\s(?:a|an|the|its|their|some)\b)"
    r"|(?<!\sof)(?<!\sin)(?<!\sto)(?<!\son)(?<!\sby)(?<!\sat)(?<!\sand)(?<!\sor)(?<!\sfor)(?<!with)"
    r"(?<!from)(?<!into)(?<!under)(?<!behind)(?<!inside)(?<!between)(?<!beneath)(?<!around)"
    r"(?<!among)(?<!below)(?<!near)(?<!\sas)(?<!both)(?<!over)(?<!within)(?<!against)(?<!like)"
    r"\s(?:the|a|an|its|their|his|her|they|he|she|it)\s"
)
_PACKING = re.compile(
    r"[\w’'-]+\s(?:[\w’'-]+\s){0,3}?(?:in|into)\s(?:(?:small|black|transparent|clear|clean|adhesive|brown)\s)?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|bricks|packets|plastic|polyethylene"
    r"|cellophane|foil|tape|bags|sachets|parcels|packages|blocks|tablets|capsules|pellets)\b",
    re.IGNORECASE,
)


_PACKED = re.compile(
    r"\b(?:packed|packaged|wrapped|divided|bagged|sealed|weighed)\s(?:\w+ly\s|up\s)?$",
    re.IGNORECASE,
)


def read_hidings(line: Line, share: Span, goods: Sequence[Span]) -> list[Hiding]:
    """What a stretch of the line says of how the goods were hidden, one phrase a kind."""
    first, last = share[0] - line.start, share[1] - line.start
    found: list[Hiding] = []
    for frame in _frames():
        if not all(map(line.holds, frame.needed)):
            continue
        match = frame.pattern.search(line.text, first, last)
        if match is None or _hides_nothing(line, match, goods):
            continue
        first_word = "soft" if "soft" in match.re.groupindex else 0
        start = line.start + match.start(first_word)
        end = _end_of(line, start, match, goods)
        rank = frame.rank
        if rank == 0 and _PACKING.match(line.text, match.start()):
            rank = 4
        if rank == 3 and _PACKED.search(line.text, max(0, match.start() - 30), match.start()):
            continue
        found.append(Hiding(rank, line.between(start, end), start, end))
    return found


_SPOKEN_OF = r"\b(?:{})\s(?:(?:that|which|was|were|is|are|been|being|often)\s){0,3}$"
_SPOKEN_IN = r"\s(?:[\w’'-]+\s){0,3}?(?:{})\b"
_NOT_INSIDE = r"\s(?:[\w’'-]+\s){0,2}?(?:{})\b"
_ARTICLES = re.compile(r"\s(?:(?:the|its|this|that|their|early|late|mid)\s)*")
_AROUND = frozenset({"within", "between", "inside", "among", "amid"})


def _hides_nothing(line: Line, match: re.Match[str], goods: Sequence[Span]) -> bool:
    """Whether the phrase tells of no goods ("money hidden in accounts"), or of no thing in which
    they could lie ("within the country", "between May and July")."""
    if match["head"].lower() in _SMALL:
        begin = match.start()
        spoken = words_pattern("no_goods", _SPOKEN_OF).search(line.text, max(0, begin - 40), begin)
        at = line.start + spoken.start() if spoken else 0
        if spoken and not any(start <= at + 1 and at < end for start, end in goods):
            return True
        if words_pattern("no_goods", _SPOKEN_IN).match(line.text, match.end("head")):
            return True
    if match["head"].lower() not in _AROUND:
        return False
    if words_pattern("not_inside", _NOT_INSIDE).match(line.text, match.end("head")):
        return True
    lead = _ARTICLES.match(line.text, match.end("head"))
    at = line.start + (lead.end() if lead else match.end("head"))
    return any(one.start == at for one in line.of("date", "country", "place"))


def _end_of(line: Line, begin: int, match: re.Match[str], goods: Sequence[Span]) -> int:
    """Where the phrase ends: before the next clause, and before the goods themselves."""
    head = match.end("head")
    space = line.text.find(" ", head + 1)
    least = space if match["head"].lower() in _SMALL and 0 <= space < match.end() else head
    stop = words_pattern("phrase_end", _PHRASE_END).search(line.text, least, match.end())
    end = line.start + (stop.start() if stop else match.end())
    for start, _ in goods:
        if line.start + match.end("head") <= start < end:
            end = start
    end = _before_setting(line, line.start + least, end)
    text = line.between(begin, end)
    text = _LOOSE.sub("", text.rstrip(" ,:-–—\"”’'(")).rstrip(" ,")
    return begin + len(text)


_SETTING = re.compile(
    r"\s(?:(?:off|near|outside|in|at)\s(?:the\s(?:port|coast|city|town|district|province|state)\sof\s)?"
    r"|(?:about\s|some\s)?\d+\s(?:nautical\s)?(?:miles|km|kilometres)\s(?:\w+\s)?(?:of|off|from)\s"
    r"|off\sthe\scoast\sof\s|off\sthe\s|(?:early\s|late\s)?(?:on|in|during)\s(?:the\s)?)$"
)


def _before_setting(line: Line, start: int, end: int) -> int:
    """Where the phrase ends before the place or day of the seizure: "off Zanzibar on 11 March"."""
    for one in line.of("date", "place", "country"):
        if start < one.start < end:
            lead = _SETTING.search(line.between(max(start, one.start - 32), one.start))
            if lead is not None:
                return one.start - len(lead.group())
    return end


_SMALL = frozenset(f"in|into|around|to|onto|on|as|{_COVERING}".split("|"))
_LOOSE = re.compile(r"(?:\s(?:and|of|some|about|nearly|over|more than|a|the|with|about|almost))+$")
