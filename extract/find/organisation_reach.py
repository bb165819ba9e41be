"""How far a name reaches to the left and to the right of its head noun."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extract.find.organisation_marks import Marks, bare, is_short, possessive
from extract.knowledge.organisations import Head, heads, words_of

_AND = frozenset({"and", "&"})
_ARTICLES = frozenset({"the", "The"})
_LATIN = frozenset({"de", "del", "des", "du", "da", "do", "dos", "das", "della", "di", "e", "y", "et"})
_LATIN_ARTICLES = frozenset({"la", "las", "los", "le", "les"})
_AUTHORITIES = frozenset(
    {"Government", "President", "Ministry", "Cabinet", "Prime", "Office", "Presidency", "Supreme"}
)
_LONGEST = 14
_ABSTRACT = re.compile(
    r"(?:[st]ion|ions|ment|ments|ity|ities|ism|ance|ence|ship|ics|ture|cy|logy|graphy|ness|fare|ery)$"
)
_SUPPORTED = re.compile(r"[-‐‑](?:[a-z]+ed|led|run|based|wide|style|backed)$")
_LOCAL = frozenset({"Office", "Centre", "Center", "Bureau", "Embassy", "Mission", "Delegation"})
_ABROAD = frozenset({"Embassy", "Consulate", "Mission", "Delegation", "General", "Commission"})


def is_name_word(marks: Marks, index: int) -> bool:
    """Whether the token can stand inside a name."""
    word = bare(marks.word(index))
    if not word[:1].isupper() or word in words_of("title") or _SUPPORTED.search(word):
        return False
    if word in words_of("stop"):
        return f"{word} {marks.word(index + 1)}" in words_of("place")
    return index not in marks.flat or _is_known(word)


def _is_known(word: str) -> bool:
    return word in words_of("marker") or is_topic(word) or is_short(word) or word in words_of(
        "generic"
    )


def is_topic(word: str) -> bool:
    """Whether bodies deal with what the word says."""
    word = word.rsplit("-", 1)[-1]
    return word in words_of("topic") or bool(_ABSTRACT.search(word))


def head_at(marks: Marks, index: int) -> Head | None:
    """The head noun that ends with the token at ``index``, the longest there is."""
    word = marks.word(index)
    group = heads().get(word) or heads().get(bare(word), ())
    for head in group:
        words = marks.texts[max(0, index + 1 - len(head.words)) : index]
        if tuple(word.replace("’", "'") for word in words) == head.words[:-1]:
            return head
    return None


def ends_in_head(marks: Marks, end: int) -> bool:
    """Whether a head noun, singular or plural, ends before ``end``."""
    return head_at(marks, end - 1) is not None or bare(marks.word(end - 1)) in plural_heads()


@cache
def plural_heads() -> frozenset[str]:
    """Head nouns of one word in the plural: they name kinds of bodies, not one."""
    singular = (last for last in heads() if len(heads()[last][-1].words) == 1)
    plural = {last[:-1] + "ies" if last.endswith("y") else last + "s" for last in singular}
    return frozenset(plural - {"Services"})


def reach_left(marks: Marks, head: int) -> int:
    """The first token of the name whose head noun begins at ``head``."""
    first = head
    while 0 < first and head - first < _LONGEST:
        step = _step_left(marks, first)
        if step == first:
            return first
        first = step
    return first


def _step_left(marks: Marks, first: int) -> int:
    index = first - 1
    word = marks.word(index)
    if not marks.joined(first):
        return first
    if possessive(word):
        return index if word.replace("’", "'") in words_of("owner") else first
    for ends in (marks.country_ends, marks.body_ends):
        if first in ends:
            return ends[first]
    if is_name_word(marks, index):
        return index
    if word == ")" and is_short(marks.word(index - 1)) and marks.word(index - 2) == "(":
        return marks.body_ends.get(index - 2, first)
    if word in _AND:
        return _cross_left(marks, first)
    return first


def _cross_left(marks: Marks, first: int) -> int:
    """The start of "Policy, Knowledge Management and" before a name that began at ``first``."""
    opening = index = first - 1
    parts = 0
    while True:
        start = index
        while start and marks.joined(start) and _is_plain(marks, start - 1):
            start -= 1
        if start == index or not is_topic(marks.word(index - 1)):
            break
        if ends_in_head(marks, index) and marks.word(index - 1) != "Customs":
            break
        opening, parts = start, parts + 1
        if marks.word(start - 1) != ",":
            break
        index = start - 1
    if not parts:
        return first
    before = marks.word(opening - 1)
    fixed = before in {"the", "The", "its", "their"} or possessive(before) or (
        is_short(marks.word(opening)) or opening in marks.countries or opening in marks.bodies
        or marks.word(opening) in words_of("marker")
    )
    return opening if fixed else first


def _is_plain(marks: Marks, index: int) -> bool:
    return is_name_word(marks, index) and not possessive(marks.word(index))


def reach_right(marks: Marks, head: Head, end: int) -> int:
    """The token behind the name whose head noun ends before ``end``."""
    connectors = 0
    while end < len(marks) and connectors < 6:
        start = _behind_bracket(marks, end)
        step = _follow(marks, head, start, connectors)
        if step is None:
            return end
        country = end in marks.country_ends and connectors > 0
        if country and marks.word(start) not in {"in", "to", "under"}:
            return end
        end, connectors = step, connectors + 1
    return end


def _behind_bracket(marks: Marks, index: int) -> int:
    if marks.word(index) == "(" and marks.word(index + 2) == ")" and is_short(marks.word(index + 1)):
        return index + 3
    return index


def _follow(marks: Marks, head: Head, index: int, connectors: int) -> int | None:
    """The end of "of the Republic of Uzbekistan", "for Drug Control" … that begins at ``index``."""
    connector = marks.word(index)
    rule = _CONNECTORS.get(connector)
    if rule is None and connector not in _LATIN:
        return None
    if not marks.joined(index) or not marks.joined(index + 1):
        return None
    following = index + 1
    if connector in _LATIN:
        following += marks.word(following) in _LATIN_ARTICLES
    elif marks.word(following) == "the":
        following += 1
    if rule is not None and not rule(marks, head, following, connectors):
        return None
    end = _phrase(marks, head, following, connector)
    return end if end > following else None


def _after_of(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    return True


def _after_for(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    return head.strength in ("sure", "some") and not (head.type == "ministry" and connectors)


def _after_under(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    return marks.word(index) in _AUTHORITIES


def _after_in(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    place = index in marks.countries or index in marks.regions
    return place and (
        head.type == "embassy" or (connectors == 0 and head.words[-1] in _LOCAL)
    )


def _after_to(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    if head.type == "embassy":
        return index in marks.countries or marks.word(index) in {"United", "UN", "International"}
    return marks.word(index) in {"Monitor", "Combat", "Fight"}


def _after_at(marks: Marks, head: Head, index: int, connectors: int) -> bool:
    return head.words[-1] == "Office" and connectors == 0 and marks.word(index - 1) == "at"


_Rule = Callable[[Marks, Head, int, int], bool]
_CONNECTORS: dict[str, _Rule] = {
    "of": _after_of,
    "for": _after_for,
    "on": _after_for,
    "against": _after_for,
    "under": _after_under,
    "in": _after_in,
    "to": _after_to,
    "at": _after_at,
}


def _phrase(marks: Marks, head: Head, start: int, connector: str) -> int:
    """The end of the noun phrase at ``start``: places, topics and coordinations of them."""
    if head.type == "ministry" or head.words[-1] == "Department":
        portfolio = _portfolio(marks, start)
        if portfolio > start:
            return portfolio
    end = _run(marks, start)
    if end == start:
        return start
    if start in marks.countries and marks.countries[start] == end or start in marks.regions:
        return _places(marks, end) if connector in {"for", "in"} else end
    while True:
        longer = _coordinated(marks, end)
        if longer == end:
            return end
        end = longer


def _portfolio(marks: Marks, start: int) -> int:
    """The end of a ministry's field written in small letters: "interior", "internal affairs"."""
    for length in (4, 3, 2, 1):
        words = marks.texts[start : start + length]
        if words and words[0].islower() and " ".join(words).lower() in words_of("portfolio"):
            return start + len(words)
    return start


def _run(marks: Marks, start: int) -> int:
    """The end of the capitalised words at ``start``; a country ends them."""
    end = start
    while end < len(marks) and end - start < _LONGEST and (end == start or marks.joined(end)):
        word = marks.word(end)
        place = marks.regions.get(end) or marks.countries.get(end)
        if place:
            end = place
            if possessive(marks.word(end - 1)):
                break
            continue
        if word == "/" and end > start and marks.word(end + 1)[:1].isupper():
            end += 1
            continue
        if _is_office(marks, start, end):
            end += 1
            continue
        if not is_name_word(marks, end):
            break
        if end > start and word in words_of("other") and marks.word(end + 1) not in _AND:
            return _without_adjectives(marks, start, end)
        if end == start and word in words_of("other") and not is_topic(word):
            return start
        end += 1
        if possessive(word) and word.replace("’", "'") not in words_of("owner"):
            break
    return end


def _is_office(marks: Marks, start: int, index: int) -> bool:
    """A title as the object of "Office of the": "Prosecutor General", "Prime Minister"."""
    return bare(marks.word(index)) in words_of("title") and all(
        word in words_of("title") or word in {"Prime", "High", "Special", "Public", "United", "Nations"}
        for word in marks.texts[start:index]
    )


def _without_adjectives(marks: Marks, start: int, end: int) -> int:
    while end - 1 > start and (
        marks.word(end - 1) in words_of("generic") or marks.word(end - 1) in words_of("marker")
    ):
        end -= 1
    return end


def _places(marks: Marks, end: int) -> int:
    """The end of a list of countries and regions: "Afghanistan, Central Asia and the Pacific"."""
    reached = index = end
    while marks.word(index) in _AND or marks.word(index) == ",":
        last = marks.word(index) in _AND
        index += 1
        if marks.word(index) in _AND:
            last, index = True, index + 1
        index += marks.word(index) == "the"
        following = marks.regions.get(index) or marks.countries.get(index)
        if not following:
            break
        index = following
        if last:
            reached = index
            break
    return reached


def _coordinated(marks: Marks, end: int) -> int:
    """The end of ", B and C" behind a topic that ends at ``end``; ``end`` where none follows."""
    index = end
    for _ in range(6):
        mark = marks.word(index)
        last = mark in _AND
        if not last and mark != ",":
            return end
        start = index + 1
        if marks.word(start) in _AND:
            last, start = True, start + 1
        if marks.word(start) == "the" and last and (start + 1) in marks.regions:
            return marks.regions[start + 1]
        if not _is_topic_part(marks, start):
            return end
        stop = _run(marks, start)
        if stop == start or (ends_in_head(marks, stop) and marks.word(stop - 1) != "Services"):
            return end
        if not any(is_topic(bare(word)) for word in marks.texts[start:stop]):
            return end
        if last:
            return stop
        index = stop
    return end


def _is_topic_part(marks: Marks, start: int) -> bool:
    return start not in marks.countries and start not in marks.bodies and not is_short(
        marks.word(start)
    )
