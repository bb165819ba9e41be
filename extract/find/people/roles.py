"""The role and the organisation that a text gives a person, read before or after the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.find.people.bodies import (
    LINK,
    MAX_TAIL,
    NOUN,
    Stretch,
    body_stretch,
    is_acronym,
    is_body_word,
    more_end,
    names_body,
    title_words,
)
from extract.find.people.names import Segment
from extract.find.people.titles import CAPITALISED, Cue
from extract.knowledge.people import not_names, role_qualifiers, verb_forms

_TAIL = re.compile(
    rf"(?:,[ \xa0](?:the[ \xa0])?|[ \xa0](?:(?:{LINK})[ \xa0]){{1,3}}){NOUN}|[ \xa0][A-Z]{{2,}}\b"
)
_NEXT_NAME = re.compile(rf",?[ \xa0](?={CAPITALISED})")
_FULL_GAP = re.compile(
    rf"(?:[ \xa0](?:(?:{LINK})[ \xa0]){{0,3}}{NOUN}){{0,16}},?[ \xa0](?:the[ \xa0])?"
    rf"|(?:[ \xa0](?:(?:{LINK})[ \xa0]){{0,3}}{NOUN}){{0,12}}:\s"
    r"|\s(?:of|for|at|in|to|on)\s[^,.;:()\n]{2,100}(?:\s?\([^()\n]{1,20}\))?,\s"
)
# Two appositions after each other: "trainers from Malta, authors of the handbook, Ms. X and Mr. Y".
_DOUBLE_GAP = re.compile(
    r"(?:\s(?:of|for|at|in|to|on|from|with)\s[^,.;:()\n]{2,80})?,\s(?:the\s)?[a-z][a-z-]+(?:\s[a-z-]+){0,2}"
    r"\s(?:of|for|at|in|to|on|from|with|behind)\s[^,.;:()\n]{2,80},\s"
)
_AFTER_GAP = re.compile(
    r"(?:\s?[,(–—]\s?|\s[-–—]\s|\n{1,2}|\s(?:is|was)(?=\s))\s?(?:(?:who|which)\s(?:is|was)\s)?"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|his|her)\s")
_LEFT_WORD = re.compile(r"(?:[^\s,;:()]{1,40}|\([A-Z][^()\s]{1,15}\))[ \xa0]$")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
_SPLIT = re.compile(r",?\s(?:of|at|for|with|from)\s(?:the\s)?|,\s(?:the\s)?")
_OWNER_TAIL = re.compile(r"\s(?:of|at|for|from|in)\s(?:the\s)?[^\s]{2,40}['’]s?$")
_FROM_PLACE = re.compile(r"\s(?:from|in)\s")
_AT = re.compile(r"\s(?:at|with)\s")
# The second half of "Chairman/Chief Executive".
_DOUBLE = re.compile(rf"\s?/\s?{CAPITALISED}(?:[ -]{CAPITALISED}){{0,2}}")
# "Commissioner-General": a title with a second half.
_SECOND_HALF = re.compile(r"-(?:General|in-[Cc]hief|[Dd]esignate|[Ee]lect)\b")
_INNER = re.compile(r"\s?\([^()]{1,60}\)?")
_PROJECTS = frozenset({"Project", "Programme", "Program", "Initiative", "Campaign", "Operation"})
_IN_PLACE = re.compile(r"\b(?:in|at)\s$")


@dataclass(frozen=True, slots=True)
class Position:
    """What a person is, and where; either part may be unknown."""

    role: Stretch | None = None
    organisation: Stretch | None = None
    end: int = 0
    plural: bool = False
    bare: bool = False


def role_right(
    text: str, end: int, cues: Sequence[Cue], first: int, following: int
) -> Position | None:
    """The role in apposition after a name that ends at ``end``: "X, Director of Y".

    ``first`` is the index of the first cue at or after ``end``, ``following`` where the next name
    begins.
    """
    gap = _AFTER_GAP.match(text, end)
    if gap is None:
        return None
    for cue in cues[first : first + 3]:
        if cue.start - end > 120 or "\n" in text[gap.end() : cue.start]:
            return None
        if cue.kind in {"honorific", "rank"} or not _leads(text[gap.end() : cue.start]):
            continue
        position = _position(text, gap.end(), cue)
        ahead = position.end > following or _heads_next(
            text, cue, position, cues[first : first + 12]
        )
        return None if ahead else position
    return None


def _heads_next(text: str, cue: Cue, position: Position, cues: Sequence[Cue]) -> bool:
    """Whether the role stands before the next name instead: "X, Ambassador of Y Mr. Z"."""
    follows = _NEXT_NAME.match(text, cue.end)
    if follows is not None and not follows.group().startswith(","):
        word = text[follows.end() : follows.end() + 30].split(maxsplit=1)[0].strip(".,;:()")
        if not is_acronym(word):
            return True
    return any(
        cue.end < other.start <= position.end + 1
        and other.kind in {"honorific", "rank"}
        and not other.doubtful
        for other in cues
        if other.start <= position.end + 1
    )


def _leads(words: str) -> bool:
    """Whether the words between the comma and the role only qualify it."""
    article = _ARTICLE.match(words)
    parts = (words[article.end() :] if article else words).split()
    if len(parts) > 8:
        return False
    for part in parts:
        bare = _POSSESSIVE.sub("", part).strip(",")
        known = bare in role_qualifiers() or bare in {"and", "&"}
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


def role_left(
    text: str, segment: Segment, cues: Sequence[Cue], last: int, free: int
) -> Position | None:
    """The role before a name: directly, or "the Chairman of Z, X Y".

    ``last`` is the index after the last cue that ends before the name's titles begin; a cue that
    begins before ``free`` belongs to someone else.
    """
    roles = [cue for cue in segment.titles if cue.kind in {"title", "role"}]
    if roles:
        return _before(text, roles[0], segment.titles[-1])
    for cue in reversed(cues[max(0, last - 3) : last]):
        gap = text[cue.end : segment.lead]
        ranked = cue.kind == "rank" and not gap.startswith(" of ")
        if len(gap) > 160 or cue.start < free or ranked or cue.kind == "honorific":
            continue
        double = segment.honoured and cue.plural and _DOUBLE_GAP.fullmatch(gap)
        if gap in {" ", ", "} or double or _FULL_GAP.fullmatch(gap):
            position = _position(text, _extend_left(text, cue.start), cue, segment.lead)
            return replace(position, bare=False)
    ranks = [cue for cue in segment.titles if cue.kind == "rank"]
    if ranks:
        start, end = _qualified(text, ranks[0].start), ranks[-1].end
        return Position(
            Stretch(start, end, text[start:end].strip()), None, end, ranks[0].plural, True
        )
    return None


def _qualified(text: str, start: int) -> int:
    """Back over what qualifies a rank: "Deputy" before "Superintendent"."""
    word = _LEFT_WORD.search(text, max(0, start - 42), start)
    if word is None or word.group().strip().lower() not in role_qualifiers():
        return start
    return word.start()


def _before(text: str, first: Cue, last: Cue) -> Position:
    """Titles in a row before the name: "Prosecutor Senior Constable"."""
    start = _extend_left(text, first.start)
    end = last.end if last.kind != "honorific" else first.end
    return _position(text, start, replace(first, end=end), end)


def _extend_left(text: str, head: int) -> int:
    """Back over the words that qualify the role: "UNODC Country" before "Representative"."""
    start = head
    for _ in range(8):
        match = _LEFT_WORD.search(text, max(0, start - 42), start)
        if match is None:
            break
        word = _POSSESSIVE.sub("", match.group().strip())
        if "[" in word or "]" in word:
            break
        if word.endswith((".", "!", "?")) and not is_acronym(word):
            break
        if word.startswith("("):
            return match.start()
        if word.rstrip(".") in title_words():
            break
        if word in not_names("function", "headline") or not (
            word[:1].isupper() or word in role_qualifiers()
        ):
            break
        start = match.start()
    return head if _IN_PLACE.search(text, max(0, start - 8), start) else start


def _position(text: str, start: int, cue: Cue, limit: int | None = None) -> Position:
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    double = _DOUBLE.match(text, cue.end) or _SECOND_HALF.match(text, cue.end)
    if double is not None:
        cue = replace(cue, end=double.end(), word=text[cue.start : double.end()])
    owner, role_start = _owner(text, start, cue.start)
    end = _tail_end(text, cue.end, limit)
    role_end, body = end, None
    if not cue.portfolio:
        role_end, body = _body(text, cue.end, end, owned=owner is not None)
        place = _FROM_PLACE.search(text, cue.end, role_end)
        if place is not None and text[cue.start].islower():
            role_end = place.start()
    role = text[role_start:role_end].strip(" ,")
    if cue.plural:
        parts = (text[role_start : cue.start], _singular(text, cue), text[cue.end : role_end])
        role = "".join(parts).strip(" ,")
    return Position(
        Stretch(role_start, role_start + len(text[role_start:role_end].rstrip(" ,")), role),
        body or owner,
        max(end, cue.end),
        cue.plural,
        bare=role == text[cue.start : cue.end] and not (body or owner),
    )


def _singular(text: str, cue: Cue) -> str:
    return cue.word.capitalize() if text[cue.start].isupper() else cue.word


def _owner(text: str, start: int, head: int) -> tuple[Stretch | None, int]:
    """The organisation named before the role ("UNODC Country …") and where the role begins."""
    owner, first, role_start = None, -1, start
    for word in re.finditer(r"\S+", text[start:head]):
        at, bare = start + word.start(), _POSSESSIVE.sub("", word.group()).strip("(),")
        if first < 0 and word.group()[0].islower():
            continue
        several, first = first >= 0, (at if first < 0 else first)
        if is_acronym(bare) or (several and is_body_word(bare)):
            first += text[first] == "("
            inside = text.find(bare, at, start + word.end())
            # "N'DJAMENA": an apostrophe inside the word stays in it
            end = inside + len(bare) if inside >= 0 else start + word.end()
            owner, role_start = Stretch(first, end, text[first:end]), start + word.end() + 1
        elif bare != word.group():
            owner, first, role_start = None, -1, start + word.end() + 1
    return owner, min(role_start, head)


def _tail_end(text: str, end: int, limit: int | None) -> int:
    """The end of "of the X in Y" after a role that ends at ``end``."""
    stop = min(limit if limit is not None else len(text), end + MAX_TAIL)
    match = _TAIL.match(text, end, stop)
    reach = end if match is None else more_end(text, match.end(), stop)
    owner = _OWNER_TAIL.search(text, end, reach)
    return owner.start() if owner is not None else reach


def _is_project(text: str, start: int, end: int) -> bool:
    """Whether what follows "of" up to the next link is a project, which employs nobody."""
    link = _SPLIT.search(text, start, end)
    words = _INNER.sub("", text[start : link.start() if link else end]).split()
    return (
        len(words) > 1
        and not is_acronym(words[0])
        and (words[0] in _PROJECTS or words[-1] in _PROJECTS)
    )


def _body(text: str, head: int, end: int, *, owned: bool) -> tuple[int, Stretch | None]:
    """Where the role ends in the tail, and the organisation the rest of it names.

    What an ``owned`` role is for ("UNODC Representative for the Gulf Region") stays with it.
    """
    for link in _SPLIT.finditer(text, head, end):
        stretch = body_stretch(text, link.end(), end)
        if owned and "for" in link.group():
            return end, None
        inner = _AT.search(text, link.end(), end)
        if inner is not None and not names_body(text[link.end() : inner.start()]):
            continue  # "Head of Training at KEMRI"
        if _is_project(text, link.end(), end):
            continue
        if stretch is not None and names_body(stretch.text):
            return link.start(), stretch
        if link.group().startswith(","):
            return link.start(), None
    return end, None
