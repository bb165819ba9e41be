"""Known bodies in a text, by their names and acronyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.find.passage import DocumentContext, Passage
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.organisations import Body, bodies, words_of

_SPELLINGS = {
    "organisation": "organization",
    "organisations": "organizations",
    "organised": "organized",
    "centre": "center",
    "centres": "centers",
    "programme": "program",
    "defence": "defense",
    "labour": "labor",
    "counternarcotics": "narcotics",
    "combatting": "combating",
    "&": "and",
}
_SHORTENED = {
    "United Nations ": ("UN ", "U.N. "),
    "United States ": ("US ", "U.S. ", "USA "),
    "United Kingdom ": ("UK ", "U.K. "),
}
_ALONE = frozenset({"un"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known body found in a passage."""

    start: int
    end: int
    body: Body
    detail: str


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word as names are compared: case and British or American spelling do not count."""
    lower = word.lower()
    return _SPELLINGS.get(lower, lower)


def name_key(name: str) -> tuple[str, ...]:
    """A whole name in comparable form."""
    return tuple(fold(word) for word in Words.of(name).texts if word != ",")


@cache
def bodies_by_name() -> Mapping[tuple[str, ...], Body]:
    """Every known body under each of its sure names and its acronym."""
    found: dict[tuple[str, ...], Body] = {}
    for body in bodies():
        for name in (*_names(body), *([body.acronym] if body.acronym else [])):
            if name not in body.weak:
                found.setdefault(name_key(name), body)
    return found


def _names(body: Body) -> Iterator[str]:
    for name in (body.name, *body.aliases):
        yield name
        for long, shorts in _SHORTENED.items():
            if name.startswith(long):
                yield from (short + name[len(long) :] for short in shorts)


@cache
def _name_index() -> PhraseIndex[Body]:
    phrases = [(name, body) for body in bodies() for name in _names(body) if " " in name]
    return PhraseIndex(phrases, fold=fold)


@cache
def _exact_index() -> PhraseIndex[tuple[Body, bool]]:
    """Acronyms, one-word names and weak names, case counting, with whether they are weak."""
    phrases: list[tuple[str, tuple[Body, bool]]] = []
    for body in bodies():
        sure = [name for name in _names(body) if " " not in name]
        if body.acronym and body.acronym not in body.weak:
            sure.append(body.acronym)
        phrases += [(name, (body, False)) for name in sorted(set(sure))]
        phrases += [(name, (body, True)) for name in body.weak]
    return PhraseIndex(phrases)


def find_bodies(passage: Passage, context: DocumentContext, countries: frozenset[str]) -> list[Hit]:
    """Known bodies in a passage; ``countries`` are the alpha-3 codes the passage names."""
    text = passage.text
    hits = [
        Hit(phrase.start, phrase.end, phrase.values[0], "name")
        for phrase in _name_index().find(passage.words)
        if _is_written_as_name(text[phrase.start : phrase.end])
    ]
    doubtful: list[Phrase[tuple[Body, bool]]] = []
    for phrase in _exact_index().find(passage.words):
        surface = text[phrase.start : phrase.end]
        sure = [body for body, weak in phrase.values if not weak]
        if _is_defined_otherwise(surface, phrase.values, context) or _is_no_word(text, phrase):
            continue
        if len(sure) < len(phrase.values):
            doubtful.append(phrase)
        elif sure:
            hits.append(Hit(phrase.start, phrase.end, sure[0], "acronym"))
    named = frozenset(hit.body.id for hit in hits)
    international = any(hit.body.type == "un_body" for hit in hits)
    for phrase in doubtful:
        body = _supported(phrase.values, named, countries, international)
        if body is None and _acts(text, phrase.end):
            body = phrase.values[0][0]
        if body is not None:
            hits.append(Hit(phrase.start, phrase.end, body, "weak"))
    return [hit for hit in hits if not (hit.body.id in _ALONE and _opens_a_name(text, hit.end))]


def _supported(
    values: Iterable[tuple[Body, bool]],
    named: frozenset[str],
    countries: frozenset[str],
    international: bool,
) -> Body | None:
    """The body a doubtful surface stands for; None where nothing speaks for any."""
    sure: Body | None = None
    for body, weak in values:
        if not weak:
            sure = sure or body
        elif (
            body.id in named
            or body.parent in named
            or body.country in countries
            or (international and body.type == "un_body")
        ):
            return body
    return sure


def _acts(text: str, end: int) -> bool:
    """Whether what follows speaks of a body: "ANF officers", "ANF Peshawar arrested"."""
    following = text[end : end + 40].split()[:2]
    return any(word in words_of("verb") or word in words_of("staff") for word in following)


def _is_written_as_name(surface: str) -> bool:
    """Whether a short name has its capitals; a long one is unmistakable without."""
    words = surface.split()
    small = any(word.islower() for word in words if len(word) > 3)
    return surface[0].isupper() and (len(words) > 4 or not small)


def _is_defined_otherwise(
    surface: str, values: Iterable[tuple[Body, bool]], context: DocumentContext
) -> bool:
    """Whether the document gives the acronym a long form that names none of the bodies."""
    defined = context.acronyms.get(surface)
    if defined is None:
        return False
    key = name_key(defined.long_form)
    return all(bodies_by_name().get(key) != body for body, _ in values)


def _is_no_word(text: str, phrase: Phrase[tuple[Body, bool]]) -> bool:
    """ "AU$", "@UNODC", and "WHO" among other words in capitals."""
    before, behind = (
        text[max(0, phrase.start - 1) : phrase.start],
        text[phrase.end : phrase.end + 1],
    )
    if before in {"@", "#", "$"} or behind == "$":
        return True
    if text[phrase.start : phrase.end] not in words_of("shouted"):
        return False
    around = text[max(0, phrase.start - 12) : phrase.start] + text[phrase.end : phrase.end + 12]
    return sum(letter.islower() for letter in around) < 3 and len(around.strip()) > 3


def _opens_a_name(text: str, end: int) -> bool:
    """Whether "UN" is the first word of a longer name: "UN Resident Coordinator", "UN-PRAC"."""
    following = text[end : end + 2]
    return following[:1] == "-" or (following[:1] == " " and following[1:].isupper())
