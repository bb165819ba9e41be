"""The evidence beside a run of capitalised words that it names a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.find.people_names import CAPITALISED, Segment, Token, phrase_names
from extract.find.people_roles import Position, body_after
from extract.knowledge.people import given_names, not_names, verb_forms
from extract.knowledge.words import is_word
from extract.language import ModelSpan

_AGE = re.compile(r",? (?:aged |age )?\(?[1-9]\d(?:,|\)| years?\b|\.(?:\s|$)| and\b)|, (?:a |an )?[1-9]\d-year-old\b|,? aged [1-9]")
_NAMED = re.compile(
    r"(?:\b(?:named|called|identified as|known as|namely|alias|aka|a\.k\.a\.|by the name of|\d-year-old)\s"
    r"|(?:^|[\n.])\s?By\s"
    r"|\b(?:Photo|Photos|Photo credit|Photographer|Author|Authors|Editor|Contact|Written by|Prepared by"
    r"|Interview with|Interviewer|Speaker|Moderator|Moderated by|Text|Text by|Photo by|Photos by|Story by"
    r"|For info|For information|Focal point)\s?:\s?)$"
)
_BY = re.compile(
    r"\b(?:by|[Aa]ccording to|with|between|and|from|of|to|thanks?|thanked|including|for|like|as|met|joined|welcomed|against|on)\s$|[,;(]\s$"
)
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Vv]ia|[Ii]nto|[Tt]hrough|[Aa]cross|[Oo]ff|[Aa]round|[Oo]utside|[Tt]owards?|[Tt]hroughout|[Ww]ithin)\s(?:the\s)?$")
_PLACE_OF = re.compile(
    r"\b(?:village|city|town|district|province|region|municipality|port|state|commune|county"
    r"|capital|island|ward|tambon|township|suburb|neighbou?rhood|department|vessel|ship|boat)"
    r"\s(?:of\s)?$"
)
_QUOTED_VERB_BEFORE = re.compile(r"[\"”»’'“″]\s?[,.]?\s?[-–—]?\s?(?:has |had |later |then |also )?$")


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
    proposals: Sequence[ModelSpan]
    proposal_ends: Sequence[int]
    acronyms: frozenset[str]


def refused(segment: Segment, text: str) -> bool:
    """Whether the segment is called after someone or is known to be something else."""
    before = segment.before
    for token in segment.rest:
        if token.text in not_names("after"):
            return True
        if token.sort in {"function", "title"}:
            break
    if before is not None and before.cue is None and before.text in not_names("before"):
        return True
    if segment.honoured:
        return False
    if text.startswith((" & ", " &amp; "), segment.end):
        return True
    if _place_after().match(text, segment.end) or _PLACE_OF.search(text, *_window(segment.start)):
        return True
    surface = " ".join(text[segment.start : segment.end].split())
    return surface in phrase_names() or any(
        surface.startswith(f"{phrase} ") for phrase in _phrases_by_word().get(segment.words[0], ())
    )


@cache
def _place_after() -> re.Pattern[str]:
    nouns = "|".join(sorted(word.lower() for word in not_names("after") if word.isalpha()))
    return re.compile(rf"\)?[ \xa0](?:{nouns})\b")


@cache
def _phrases_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrase_names()):
        first = phrase.split()[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def weigh(
    segment: Segment, near: Surroundings, left: Position | None, right: Position | None
) -> Evidence | None:
    """The strongest evidence that the segment names a person, None if there is none."""
    full = is_full(segment)
    if segment.honoured:
        return Evidence("rule:person.honorific", 3)
    titled = _titled(segment, near, full=full)
    if titled is not None:
        return titled
    if not full:
        return _weigh_surname(segment, near)
    if right is not None and not after_place_word(near.text, segment.start):
        return Evidence("rule:person.role_after", 3 if is_known(segment) else 2)
    sole = left is not None and (not left.plural or is_known(segment))
    if sole and not segment.titles and not _is_common(segment, near):
        return Evidence("rule:person.role_before", 2)
    return _weigh_neighbours(segment, near)


def _weigh_surname(segment: Segment, near: Surroundings) -> Evidence | None:
    """One word that the model proposes and that speaks beside a quotation."""
    word = segment.words[0].lower()
    if segment.rest or segment.before or word in near.lower_words or is_word(word):
        return None
    if _verb_beside(near.text, segment.start, segment.end)[0] != "quote":
        return None
    return Evidence("model:PERSON+quotation", 1) if is_proposed(segment, near) else None


def _titled(segment: Segment, near: Surroundings, *, full: bool) -> Evidence | None:
    """Evidence of a rank or a role that stands directly before the name."""
    if not segment.titles:
        return None
    cue = segment.titles[-1]
    capital = near.text[cue.start].isupper()
    if full and (capital or not _is_common(segment, near)):
        return Evidence("rule:person.title", 3 if capital else 2)
    single = cue.kind in {"rank", "title"} and capital and not cue.plural
    word = segment.words[-1]
    if single and not is_word(word.lower()) and word.lower() not in near.lower_words:
        return Evidence("rule:person.title_surname", 2)
    return None


def is_full(segment: Segment) -> bool:
    """Whether the segment has a given name, or an initial, and a surname."""
    words = segment.words
    return len(words) > 1 and any(len(word.strip(".")) > 1 for word in words[1:])


def is_known(segment: Segment) -> bool:
    """Whether one of its words is a given name."""
    names = given_names()
    return any(word in names or word.split("-")[0] in names for word in segment.words)


def _weigh_neighbours(segment: Segment, near: Surroundings) -> Evidence | None:
    """Evidence of the verbs, ages, cues and proposals beside a full name without a role."""
    text, start, end = near.text, segment.start, segment.end
    if after_place_word(text, start) or _is_common(segment, near):
        return None
    if _AGE.match(text, end):
        return Evidence("rule:person.age", 2)
    if _NAMED.search(text, *_window(start)):
        return Evidence("rule:person.named", 2)
    spoken, acts = _verb_beside(text, start, end)
    known, proposed = is_known(segment), is_proposed(segment, near)
    if spoken == "quote":
        return Evidence("rule:person.quotation", 2)
    if (spoken or acts) and known:
        return Evidence("rule:person.given_name+verb", 2)
    if proposed and (spoken or acts):
        return Evidence("model:PERSON+verb", 1)
    if proposed and known:
        return Evidence("model:PERSON+given_name", 1)
    long = sum(len(word) > 2 for word in segment.words) > 1
    if proposed and long and body_after(text, end) is not None:
        return Evidence("model:PERSON+organisation", 1)
    return None


def _is_common(segment: Segment, near: Surroundings) -> bool:
    """Whether its words are ordinary words, or known acronyms, with a capital."""
    words = [word for word in segment.words if len(word) > 1]
    if any(word in near.acronyms for word in words):
        return True
    names = given_names()
    common = [w for w in words if w not in names and (is_word(w.lower()) or w.lower() in near.lower_words)]
    return len(common) * 2 > len(words) or (bool(common) and not is_known(segment))


def is_proposed(segment: Segment, near: Surroundings) -> bool:
    """Whether the model proposes a person that shares the segment's last word."""
    place = bisect_left(near.proposal_ends, segment.end - 1)
    if place >= len(near.proposals):
        return False
    span = near.proposals[place]
    return span.start < segment.end and span.end >= segment.end - 1 and span.start <= segment.tokens[-1].start


def _verb_beside(text: str, start: int, end: int) -> tuple[str, bool]:
    """("quote", "verb" or "", whether a verb of action follows)."""
    before = _say_before().search(text, *_window(start))
    if before is not None:
        quoted = _QUOTED_VERB_BEFORE.search(text, max(0, before.start() - 20), before.start())
        return ("quote" if quoted else "verb"), False
    if _say_after().match(text, end):
        quoted = re.search(r"[\"”»’'“″]\s?[,.]?\s?$", text[max(0, start - 4) : start])
        return ("quote" if quoted else "verb"), False
    return "", bool(_act_after().match(text, end))


def after_place_word(text: str, start: int) -> bool:
    """Whether "in", "at" and the like stand before ``start``."""
    return _PLACE_BEFORE.search(text, *_window(start)) is not None


def _window(position: int) -> tuple[int, int]:
    return max(0, position - 40), position


@cache
def _say_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(verb_forms('say'))}|[Aa]ccording to)\s$")


@cache
def _say_after() -> re.Pattern[str]:
    forms = "|".join(verb_forms("say"))
    return re.compile(rf",?\s(?:(?:has|have|also|then|further|later|\w{{3,20}}ly)\s){{0,2}}(?:{forms})\b")


@cache
def _act_after() -> re.Pattern[str]:
    forms = "|".join(verb_forms("act"))
    return re.compile(rf",?\s(?:(?:has|have|had|was|is|also|then|\w{{3,20}}ly)\s){{0,2}}(?:{forms})\b")
