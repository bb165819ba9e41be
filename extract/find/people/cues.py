"""The evidence beside a run of capitalised words that it names a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.find.people.bodies import body_after
from extract.find.people.names import Segment
from extract.find.people.roles import Position
from extract.find.people.titles import phrase_names
from extract.knowledge.people import CueKind, cue_words, given_names, not_names, verb_forms
from extract.knowledge.words import is_word
from extract.language import Proposals

_AGE = re.compile(
    r",? (?:aged |age )?\(?[1-9]\d(?:,|\)| years?\b|\.(?:\s|$)| and\b)"
    r"|, (?:a |an )?[1-9]\d-year-old\b|,? aged [1-9]"
)
_QUOTE_BEFORE_VERB = re.compile(r"[\"”»’'“″]\s?[,.]?\s?[-–—]?\s?(?:has |had |later |then |also )?$")
_TOWARDS = re.compile(r"\b(?:to|from)\s$")
_OWNED = re.compile(r"\b[A-Z]{2,10}['’]s\s$")
_QUOTE_BEFORE_NAME = re.compile(r"[\"”»’'“″]\s?[,.]?\s?$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a segment is a person: the rule that says so and how sure it is."""

    rule: str
    support: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What weighing a segment needs to know of the passage."""

    text: str
    lower_words: frozenset[str]
    proposals: Proposals
    acronyms: frozenset[str]


def refused(segment: Segment, text: str) -> bool:
    """Whether the segment is called after someone or is known to be something else."""
    for token in segment.rest:
        if token.text in not_names("after"):
            return True
        if token.sort in {"function", "title"}:
            break
    if (before := segment.before) and before.cue is None and before.text in not_names("before"):
        return True
    named = not segment.honoured and _is_called_after(segment, text)
    return named or _is_ground(segment, text)


def _is_ground(segment: Segment, text: str) -> bool:
    """Whether a ship or a place stands before it, titles of nobles included ("yacht Queen Ana")."""
    noble = all(cue.word.capitalize() in cue_words("noble") for cue in segment.titles)
    return noble and _place_of().search(text, *_window(segment.lead)) is not None


def _is_called_after(segment: Segment, text: str) -> bool:
    """Whether a name without honorific is that of a street, a ward, a phrase."""
    if not segment.titles and segment.tokens[0].text in not_names("before"):
        return True
    if text.startswith((" & ", " &amp; "), segment.end) or _after_noun().match(text, segment.end):
        return True
    phrases = _phrases_by_word().get(segment.words[0], ())
    surface = " ".join(text[segment.start : segment.end].split()) + " "
    return surface.startswith(tuple(f"{phrase} " for phrase in phrases))


def weigh(
    segment: Segment, near: Surroundings, left: Position | None, right: Position | None
) -> Evidence | None:
    """The strongest evidence that the segment names a person, None if there is none."""
    full = is_full(segment)
    if segment.honoured and (full or _is_surname(segment)):
        return Evidence("rule:person.honorific", 3)
    titled = _weigh_title(segment, near, full=full)
    if titled is not None:
        return titled
    if not full:
        return _weigh_surname(segment, near)
    if right is not None and not after_place_word(near.text, segment.start):
        return Evidence("rule:person.role_after", 3 if is_known(segment) else 2)
    sole = left is not None and not left.plural
    if sole and not segment.titles and not _is_common(segment, near):
        return Evidence("rule:person.role_before", 2)
    return _weigh_neighbours(segment, near)


def is_full(segment: Segment) -> bool:
    """Whether the segment has a given name, or an initial, and a surname."""
    words = segment.words
    return len(words) > 1 and any(len(word.strip(".")) > 1 for word in words[1:])


def is_known(segment: Segment) -> bool:
    """Whether one of its words is a given name."""
    names = given_names()
    return any(word in names or word.split("-")[0] in names for word in segment.words)


def likely_name(segment: Segment, near: Surroundings) -> bool:
    """Whether it looks like a full name on its own, or to the model."""
    return is_full(segment) and (is_known(segment) or _is_proposed(segment, near))


def could_be_listed(segment: Segment, near: Surroundings) -> bool:
    """Whether it may be a name because names stand beside it in a list."""
    placed = after_place_word(near.text, segment.start)
    return is_full(segment) and not placed and not _is_common(segment, near)


def after_place_word(text: str, start: int) -> bool:
    """Whether "in", "at" and the like stand before ``start``."""
    return _place_before().search(text, *_window(start)) is not None


def _weigh_title(segment: Segment, near: Surroundings, *, full: bool) -> Evidence | None:
    """Evidence of a rank or a role that stands directly before the name."""
    if not segment.titles:
        return None
    cue = segment.titles[-1]
    capital = near.text[cue.start].isupper()
    if full and (capital or not _is_common(segment, near)):
        return Evidence("rule:person.title", 3 if capital else 2)
    single = cue.kind in {"rank", "title"} and capital and not cue.plural
    word = segment.words[-1].lower()
    if single and not is_word(word) and word not in near.lower_words:
        return Evidence("rule:person.title_surname", 2)
    return None


def _is_surname(segment: Segment) -> bool:
    """Whether one word after a title that means other things too can be a surname."""
    doubtful = all(cue.doubtful for cue in segment.titles if cue.kind == "honorific")
    ordinary = segment.tokens[0].sort == "stop" or is_word(segment.words[0].lower())
    return not (doubtful and ordinary)


def _weigh_surname(segment: Segment, near: Surroundings) -> Evidence | None:
    """Evidence for one word that the model proposes and that speaks beside a quotation."""
    word = segment.words[0].lower()
    if segment.rest or segment.before or word in near.lower_words or is_word(word):
        return None
    if not _is_quoted(near.text, segment.start, segment.end):
        return None
    return Evidence("model:PERSON+quotation", 1) if _is_proposed(segment, near) else None


def _weigh_neighbours(segment: Segment, near: Surroundings) -> Evidence | None:
    """Evidence of the verbs, ages, cues and proposals beside a full name without a role."""
    text, start, end = near.text, segment.start, segment.end
    if after_place_word(text, start) or _is_common(segment, near):
        return None
    pattern = _sure_cue(text, start, end)
    if pattern is not None:
        return Evidence(f"rule:person.{pattern}", 2)
    acts = _has_verb(text, start, end)
    body = body_after(text, end) is not None
    owned = acts and _OWNED.search(text, *_window(start)) is not None
    if (is_known(segment) or owned) and (acts or body):
        return Evidence(f"rule:person.given_name+{'verb' if acts else 'organisation'}", 2)
    if segment.words[0].split("-")[0] in given_names():
        return Evidence("lexicon:given_names", 1)
    if not _is_proposed(segment, near):
        return None
    if acts or (is_known(segment) and not _TOWARDS.search(text, *_window(start))):
        return Evidence(f"model:PERSON+{'verb' if acts else 'given_name'}", 1)
    whole = sum(len(word) > 2 for word in segment.words) > 1
    return Evidence("model:PERSON+organisation", 1) if body and whole else None


def _sure_cue(text: str, start: int, end: int) -> str | None:
    """The pattern beside a full name that needs no second cue."""
    if _AGE.match(text, end):
        return "age"
    if _who().match(text, end):
        return "who"
    if _named().search(text, *_window(start)):
        return "named"
    return "quotation" if _is_quoted(text, start, end, after=False) else None


def _is_common(segment: Segment, near: Surroundings) -> bool:
    """Whether its words are ordinary words, or known acronyms, with a capital."""
    words = [word for word in segment.words if len(word) > 1]
    if any(word in near.acronyms for word in words):
        return True
    names = given_names()
    common = [
        word
        for word in words
        if word not in names and (is_word(word.lower()) or word.lower() in near.lower_words)
    ]
    return len(common) * 2 > len(words) or (bool(common) and not is_known(segment))


def _is_proposed(segment: Segment, near: Surroundings) -> bool:
    """Whether the model proposes a person that holds the segment's last word."""
    last = segment.tokens[-1].start
    return any(near.proposals.holding("PERSON", last, max(last, segment.end - 1)))


def _is_quoted(text: str, start: int, end: int, *, after: bool = True) -> bool:
    """Whether the name speaks beside a quotation: "…", said X, and with ``after`` "…", X said."""
    verb = _say_before().search(text, *_window(start))
    if verb is not None:
        return bool(_QUOTE_BEFORE_VERB.search(text, max(0, verb.start() - 20), verb.start()))
    if not after or not _say_after().match(text, end):
        return False
    return bool(_QUOTE_BEFORE_NAME.search(text, max(0, start - 4), start))


def _has_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb of speech or action stands before or after the name."""
    window = _window(start)
    before = _say_before().search(text, *window) or _act_before().search(text, *window)
    return bool(before or _say_after().match(text, end) or _act_after().match(text, end))


def _window(position: int) -> tuple[int, int]:
    return max(0, position - 48), position


@cache
def _phrases_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrase_names()):
        first = phrase.split()[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _any_case(cue: CueKind) -> str:
    """The words of a cue, with a capital or without."""
    return "|".join(f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" for w in cue_words(cue))


@cache
def _after_noun() -> re.Pattern[str]:
    nouns = _any_of(sorted(word.lower() for word in not_names("after") if word.isalpha()))
    return re.compile(rf"\)?[ \xa0](?:{nouns})s?\b")


@cache
def _place_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_case('place')})\s(?:the\s)?$")


@cache
def _place_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any_of(cue_words('place_of'))})\s(?:of\s|named\s|called\s)?(?:the\s)?[\"“'‘]?$"
    )


@cache
def _who() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{_any_of(cue_words('who'))})\b")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:{_any_of(cue_words('named'))})\s|(?:^|[\n.])\s?By\s"
        rf"|\b(?:{_any_of(cue_words('label'))})\s?:\s?|\b(?:{_any_case('credit')})\s(?:by|with)\s"
        r"|(?:©|\([Cc]\)|[Pp]hotos?:|[Cc]redit:)[^\n/]{0,24}/\s?)$"
    )


@cache
def _say_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(verb_forms('say'))}|[Aa]ccording to)\s$")


@cache
def _act_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(verb_forms('act'))})\s$")


@cache
def _say_after() -> re.Pattern[str]:
    adverbs = r"(?:(?:has|have|also|then|further|later|\w{3,20}ly)\s){0,2}"
    return re.compile(rf",?\s{adverbs}(?:{_any_of(verb_forms('say'))})\b")


@cache
def _act_after() -> re.Pattern[str]:
    adverbs = r"(?:(?:has|have|had|was|is|also|then|\w{3,20}ly)\s){0,2}"
    return re.compile(rf",?\s{adverbs}(?:{_any_of(verb_forms('act'))})\b")
