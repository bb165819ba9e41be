"""The organisation a person speaks for, as it stands beside a role or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.find.people.titles import CAPITALISED, phrase_names
from extract.knowledge.countries import countries
from extract.knowledge.people import not_names, role_nouns, titles

LINK = r"(?:of|for|at|in|to|on|with|from|against|and|&|under|the|its|de|del|la|du|des|do|da)"
NOUN = rf"(?:{CAPITALISED}|\([^()\n]{{1,60}}\)|[A-Z]{{1,6}}/[A-Z]{{1,6}}|\d{{1,4}})"
MAX_TAIL = 220
_MORE = re.compile(rf"[ \xa0-](?:(?:{LINK})[ \xa0]){{0,3}}{NOUN}")
_LISTED = re.compile(rf"(?:, ?{CAPITALISED}(?: {CAPITALISED}){{0,3}}){{1,3}},? (?:and|&) ")
_NOUNS = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,4}}")
_OWNER = re.compile(r"(?:the\s)?[^\s]{2,40}['’]s?\s")
_BRACKET = re.compile(r"\s\([^()]{1,20}\)$")
_PLACE_TAIL = re.compile(r"\s(?:in|to)\s(?:the\s)?[^\s]{2,}(?:\s[^\s]+){0,4}$")
_BODY_LINK = re.compile(
    r",?\swho\s(?:heads|leads|chairs|runs|directs|manages|represents|coordinates|commands"
    r"|works\s(?:for|at|with)|teaches(?:\s\w+)?\sat|(?:had\s)?c[oa]me\sfrom)\s(?:the\s)?"
    r"|\s(?:of|from|at|with)\s(?:the\s)?|,\s(?:the\s)?|\s\((?=[^()\n]{2,40}\))"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the passage and what it reads."""

    start: int
    end: int
    text: str


def body_after(text: str, end: int) -> Stretch | None:
    """The organisation right after a name: "X Y of the Central Office", "X Y (UNODC)"."""
    match = _BODY_LINK.match(text, end)
    if match is None:
        return None
    if match.group().endswith("("):
        stop = text.index(")", match.end())
        surface = text[match.end() : stop]
        return Stretch(match.end(), stop, surface) if _names_only_body(surface) else None
    first = text[match.end() : match.end() + 40].split(" ", 1)[0]
    if not first[:1].isupper() or first.rstrip(".") in title_words():
        return None
    listed = match.group().startswith(", ") and "who" not in match.group()
    reach = more_end(text, match.end() - 1, match.end() + MAX_TAIL)
    stretch = body_stretch(text, match.end(), reach) if reach > match.end() else None
    if stretch is None or not _names_only_body(stretch.text):
        return None
    roles = {word.lower() for word in stretch.text.split()} & _role_words()
    return None if listed and roles else stretch


def body_stretch(text: str, start: int, end: int) -> Stretch | None:
    """[start, end) without the owner before it ("the Ministry's …") and the place after it."""
    owner = _OWNER.match(text, start, end)
    if owner is not None:
        start = owner.end()
    surface = text[start:end].rstrip(" ,")
    surface = _BRACKET.sub("", surface)
    place = _PLACE_TAIL.search(surface)
    if place is not None and names_body(surface[: place.start()]):
        surface = surface[: place.start()]
    return Stretch(start, start + len(surface), " ".join(surface.split())) if surface else None


def more_end(text: str, reach: int, stop: int) -> int:
    """The end of the capitalised words and links that go on after ``reach``."""
    match = _MORE.match(text, reach, stop)
    while True:
        reach = reach if match is None else match.end()
        listed = _LISTED.match(text, reach, stop)
        if listed and _ends_in_body(text, listed.end(), stop):
            match = _MORE.match(text, listed.end() - 1, stop)
        elif match is None:
            return reach
        else:
            match = _MORE.match(text, reach, stop)


def _ends_in_body(text: str, start: int, stop: int) -> bool:
    match = _NOUNS.match(text, start, stop)
    return match is not None and is_body_word(match.group().split()[-1])


def names_body(surface: str) -> bool:
    """Whether an acronym or, among several words, an organisation's noun is in it."""
    words = [word.strip("(),.") for word in surface.split()]
    return any(is_acronym(word) for word in words) or (
        len(words) > 1 and any(is_body_word(word) for word in words)
    )


def _names_only_body(surface: str) -> bool:
    """Whether it names a body: no country, and no role in one ("Head of the Embassy")."""
    if surface in phrase_names() or not names_body(surface):
        return False
    if surface.rsplit(maxsplit=1)[-1].lower() in _role_words():
        return False
    words = surface.split()
    words = [word.strip("(),.") for word in words]
    role = next((i for i, word in enumerate(words) if word.lower() in _role_words()), None)
    body = next(i for i, word in enumerate(words) if is_acronym(word) or is_body_word(word))
    return role is None or body < role - 1 or not {"of", "to", "for"} & set(words[role:])


def is_acronym(word: str) -> bool:
    """Whether capitals make up most of it, as of a body, not of a country."""
    letters = word.replace("-", "").replace("/", "").replace(".", "")
    if word in _country_letters():
        return False
    return (
        len(letters) > 1
        and letters.isalpha()
        and sum(c.isupper() for c in letters) * 2 > len(letters)
    )


def is_body_word(word: str) -> bool:
    """Whether it is the noun of an organisation: Office, Ministry."""
    return word in _body_words()


@cache
def _country_letters() -> frozenset[str]:
    rows = countries().values()
    return frozenset(short for r in rows for short in (*r.abbreviations, *r.weak_abbreviations))


@cache
def _body_words() -> frozenset[str]:
    loose = {"Programme", "Program", "Project", "Initiative", "Customs", "Post", "Line", "Lines"}
    return (not_names("organisation") - loose) | {"Nations"}


@cache
def title_words() -> frozenset[str]:
    """Every honorific."""
    return frozenset(row.title for row in titles() if row.kind == "honorific")


@cache
def _role_words() -> frozenset[str]:
    rows = role_nouns()
    return frozenset(r.role for r in rows if r.use != "common" and r.portfolio != "topic")
