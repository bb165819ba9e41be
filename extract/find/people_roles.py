"""The role and the organisation that a text gives a person, read before or after the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.find.people_names import CAPITALISED, Cue, Segment
from extract.knowledge.countries import countries
from extract.knowledge.people import not_names, role_qualifiers, verb_forms

_LINK = r"(?:of|for|at|in|to|on|with|from|against|and|&|under|the|its|de|del|la|du|des|do|da)"
_NOUN = rf"(?:{CAPITALISED}|\([^()\n]{{1,20}}\)|[A-Z]{{1,6}}/[A-Z]{{1,6}}|\d{{1,4}})"
_TAIL = re.compile(rf"(?:,?[ \xa0](?={CAPITALISED}|the\b)|[ \xa0])(?:(?:{_LINK})[ \xa0]){{0,3}}{_NOUN}")
_MORE = re.compile(rf"[ \xa0-](?:(?:{_LINK})[ \xa0]){{0,3}}{_NOUN}")
_LISTED = re.compile(rf"(?:, ?{CAPITALISED}(?: {CAPITALISED}){{0,3}}){{1,3}},? (?:and|&) ")
_FULL_GAP = re.compile(
    rf"(?:[ \xa0](?:(?:{_LINK})[ \xa0]){{0,3}}{_NOUN}){{0,16}},?[ \xa0]"
    r"|\s(?:of|for|at|in|to|on)\s[^,.;:()\n]{2,100}(?:\s?\([^()\n]{1,20}\))?,\s"
)
_AFTER_GAP = re.compile(
    r"(?:\s?[,(–—]\s?|\s[-–—]\s|\n{1,2}|\s(?:is|was)(?=\s))\s?(?:(?:who|which)\s(?:is|was)\s)?"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|his|her)\s")
_LEFT_WORD = re.compile(r"[^\s,;:()]{1,40}[ \xa0]$")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
_SPLIT = re.compile(r",?\s(?:of|at|for|with|from)\s(?:the\s)?|,\s(?:the\s)?")
_PLACE_TAIL = re.compile(r"\s(?:in|to)\s(?:the\s)?[^\s]{2,}(?:\s[^\s]+){0,4}$")
_MAX_TAIL = 220


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the passage and what it reads."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """What a person is, and where; either part may be unknown."""

    role: Stretch | None = None
    organisation: Stretch | None = None
    plural: bool = False
    named: bool = True


def role_right(text: str, end: int, cues: Sequence[Cue], first: int) -> Position | None:
    """The role in apposition after a name that ends at ``end``: "X, Director of Y".

    ``first`` is the index of the first cue at or after ``end``.
    """
    gap = _AFTER_GAP.match(text, end)
    if gap is None:
        return None
    for cue in cues[first : first + 3]:
        if cue.start - end > 120 or "\n" in text[gap.end() : cue.start]:
            return None
        if cue.kind in {"honorific", "rank"} or not _leads(text[gap.end() : cue.start]):
            continue
        return _position(text, gap.end(), cue)
    return None


def _leads(words: str) -> bool:
    """Whether the words between the comma and the role only qualify it."""
    article = _ARTICLE.match(words)
    parts = (words[article.end() :] if article else words).split()
    if len(parts) > 8:
        return False
    for part in parts:
        bare = _POSSESSIVE.sub("", part).strip(",")
        known = bare in role_qualifiers() or bare in {"and", "&", "of", "the", "on", "for"}
        if not (known or bare[:1].isupper() or bare[:1].isdigit()):
            return article is not None and len(parts) <= 5 and _no_clause(parts)
    return True


def _no_clause(parts: Sequence[str]) -> bool:
    barred = _clause_words()
    return all(
        part.replace("-", "").isalpha() and len(part) > 2 and part not in barred for part in parts
    )


@cache
def _clause_words() -> frozenset[str]:
    return frozenset(verb_forms("say", "act")) | {w.lower() for w in not_names("function")}


def role_left(text: str, segment: Segment, cues: Sequence[Cue], last: int) -> Position | None:
    """The role before a name: directly, or "the Chairman of Z, X Y".

    ``last`` is the index after the last cue that ends before the name's titles begin.
    """
    roles = [cue for cue in segment.titles if cue.kind in {"title", "role"}]
    if roles:
        return _before(text, roles[0], segment.titles[-1])
    for cue in reversed(cues[max(0, last - 3) : last]):
        gap = text[cue.end : segment.lead]
        if len(gap) > 160 or cue.kind in {"honorific", "rank"}:
            continue
        if gap in {" ", ", "} or _FULL_GAP.fullmatch(gap):
            return _position(text, _extend_left(text, cue.start), cue, segment.lead)
    ranks = [cue for cue in segment.titles if cue.kind == "rank"]
    if ranks:
        start, end = ranks[0].start, ranks[-1].end
        return Position(Stretch(start, end, text[start:end].strip()), None, ranks[0].plural)
    return None


def _before(text: str, first: Cue, last: Cue) -> Position:
    """Titles in a row before the name: "Prosecutor Senior Constable"."""
    start = _extend_left(text, first.start)
    end = last.end if last.kind != "honorific" else first.end
    return _position(text, start, replace(first, end=end), end)


def _extend_left(text: str, start: int) -> int:
    """Back over the words that qualify the role: "UNODC Country" before "Representative"."""
    for _ in range(8):
        match = _LEFT_WORD.search(text, max(0, start - 42), start)
        if match is None:
            break
        word = _POSSESSIVE.sub("", match.group().strip())
        if word.endswith((".", "!", "?")) and not _is_acronym(word):
            break
        if word in not_names("function") or not (word[:1].isupper() or word in role_qualifiers()):
            break
        start = match.start()
    return start


def _position(text: str, start: int, cue: Cue, limit: int | None = None) -> Position:
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    owner, role_start = _owner(text, start, cue.start)
    end = _tail_end(text, cue.end, limit)
    role_end, body = (end, None) if cue.portfolio else _body(text, cue.end, end)
    role = text[role_start:role_end].strip(" ,")
    if cue.plural:
        role = f"{text[role_start : cue.start]}{cue.word}{text[cue.end : role_end]}".strip(" ,")
    return Position(
        Stretch(role_start, role_start + len(text[role_start:role_end].rstrip(" ,")), role),
        body or owner,
        cue.plural,
        named=article is None or article.group().strip() not in {"a", "an"},
    )


def _owner(text: str, start: int, head: int) -> tuple[Stretch | None, int]:
    """The organisation named before the role ("UNODC Country …") and where the role begins."""
    owner, role_start, at = None, start, start
    for word in re.finditer(r"\S+", text[start:head]):
        at = start + word.end()
        bare = _POSSESSIVE.sub("", word.group()).strip(",")
        owned = bare != word.group()
        several = start + word.start() > start
        if _is_acronym(bare) or (several and _is_body_word(bare)):
            owner = Stretch(start, start + word.start() + len(bare), text[start : start + word.start()] + bare)
            role_start = at + 1
        elif owned:
            role_start = at + 1
            owner = None
            start_of_owner = at + 1
            return _owner(text, start_of_owner, head) if start_of_owner < head else (None, head)
    if owner is not None:
        owner = _stretch(text, owner.start, owner.end)
    return owner, min(role_start, head)


def _tail_end(text: str, end: int, limit: int | None) -> int:
    """The end of "of the X in Y" after a role that ends at ``end``."""
    stop = min(limit if limit is not None else len(text), end + _MAX_TAIL)
    match = _TAIL.match(text, end, stop)
    reach = end
    while match is not None:
        reach = match.end()
        listed = _LISTED.match(text, reach, stop)
        if listed and _ends_in_body(text, listed.end(), stop):
            match = _MORE.match(text, listed.end() - 1, stop)
            continue
        match = _MORE.match(text, reach, stop)
    return reach


def _ends_in_body(text: str, start: int, stop: int) -> bool:
    match = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,4}}").match(text, start, stop)
    return match is not None and _is_body_word(match.group().split()[-1])


def _body(text: str, head: int, end: int) -> tuple[int, Stretch | None]:
    """Where the role ends in the tail, and the organisation the rest of it names."""
    for link in _SPLIT.finditer(text, head, end):
        stretch = _stretch(text, link.end(), end)
        if stretch is not None and _names_body(stretch.text):
            return link.start(), stretch
        if link.group().startswith(","):
            return link.start(), None
    return end, None


def _stretch(text: str, start: int, end: int) -> Stretch | None:
    owner = re.compile(r"(?:the\s)?[^\s]{2,40}['’]s?\s").match(text, start, end)
    if owner is not None:
        start = owner.end()
    surface = text[start:end].rstrip(" ,")
    place = _PLACE_TAIL.search(surface)
    if place is not None and _names_body(surface[: place.start()]):
        surface = surface[: place.start()]
    return Stretch(start, start + len(surface), " ".join(surface.split())) if surface else None


def _names_body(surface: str) -> bool:
    words = [word.strip("(),.") for word in surface.split()]
    return any(_is_acronym(word) for word in words) or (
        len(words) > 1 and any(_is_body_word(word) for word in words)
    )


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "").replace("/", "").replace(".", "")
    if word in _country_letters():
        return False
    return len(letters) > 1 and letters.isalpha() and sum(c.isupper() for c in letters) * 2 > len(letters)


@cache
def _country_letters() -> frozenset[str]:
    rows = countries().values()
    return frozenset(short for r in rows for short in (*r.abbreviations, *r.weak_abbreviations))


@cache
def _body_words() -> frozenset[str]:
    loose = {"Programme", "Program", "Project", "Initiative", "Customs", "Post", "Line", "Lines"}
    return not_names("organisation") - loose


def _is_body_word(word: str) -> bool:
    return word in _body_words()


def body_after(text: str, end: int) -> Stretch | None:
    """The organisation right after a name: "X Y of the Central Office", "X Y (UNODC)"."""
    match = re.compile(r"\s(?:of|from|at|with)\s(?:the\s)?|\s\((?=[^()\n]{2,40}\))").match(text, end)
    if match is None:
        return None
    if match.group().endswith("("):
        stop = text.index(")", match.end())
        surface = text[match.end() : stop]
        return Stretch(match.end(), stop, surface) if _names_body(surface) else None
    reach = _tail_end(text, match.end() - 1, None)
    stretch = _stretch(text, match.end(), reach) if reach > match.end() else None
    return stretch if stretch is not None and _names_body(stretch.text) else None

