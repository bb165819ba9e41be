"""How far a name reaches to the right of its head noun."""

from __future__ import annotations

from extract.find.organisations.marks import Marks, is_short
from extract.find.organisations.phrases import phrase_end
from extract.find.organisations.words import is_name_word, takes_in
from extract.knowledge.organisations import Head, words_of

_MOST_CONNECTORS = 6


def reach_right(marks: Marks, head: Head, end: int) -> int:
    """The token behind the name whose head noun ends before ``end``."""
    connectors = 0
    if head.strength == "latin":
        while _is_adjective(marks, end):
            end, connectors = end + 1, 1
    elif head.words[-1] in words_of("local") and end in marks.countries and marks.joined(end):
        end, connectors = marks.countries[end], 1  # "Country Office Pakistan"
    while end < len(marks) and connectors < _MOST_CONNECTORS:
        start = _behind_bracket(marks, end)
        step = _follow(marks, head, start, connectors)
        if step is None or (_is_placed(marks, head, end, connectors) and not _stays(marks, start)):
            return end
        end, connectors = step, connectors + 1
    return end


def _is_adjective(marks: Marks, index: int) -> bool:
    """Whether the token belongs to "Policía Nacional" and is no acronym, place or body."""
    return (
        marks.joined(index)
        and is_name_word(marks, index)
        and index not in marks.countries
        and index not in marks.bodies
        and not is_short(marks.word(index))
    )


def _is_placed(marks: Marks, head: Head, end: int, connectors: int) -> bool:
    """Whether the name has come to its country, behind which few connectors go on."""
    return end in marks.country_ends and connectors > 0 and head.strength != "latin"


def _stays(marks: Marks, index: int) -> bool:
    return marks.word(index) in {"in", "to", "under"}


def _behind_bracket(marks: Marks, index: int) -> int:
    if (
        marks.word(index) == "("
        and marks.word(index + 2) == ")"
        and is_short(marks.word(index + 1))
    ):
        return index + 3
    return index


def _follow(marks: Marks, head: Head, index: int, connectors: int) -> int | None:
    """The end of "of the Republic of Uzbekistan", "for Drug Control" … that begins at ``index``."""
    connector = marks.word(index).lower()
    latin = connector in words_of("latin")
    if not marks.joined(index) or not marks.joined(index + 1):
        return None
    following = index + 1
    if latin:
        following += marks.word(following) in words_of("latin_article")
    elif marks.word(following) == "the":
        following += 1
    if not latin and not _may_follow(marks, head, connector, following, first=not connectors):
        return None
    end = phrase_end(marks, head, following, connector)
    return end if end > following else None


def _may_follow(marks: Marks, head: Head, connector: str, index: int, *, first: bool) -> bool:
    """Whether a name with this head goes on over the connector to the word at ``index``."""
    match connector:
        case "of":
            return True
        case "for" | "on" | "against":
            return head.strength in ("sure", "some", "whole") and (first or head.type != "ministry")
        case "under":
            return marks.word(index) in words_of("authority")
        case "in":
            return takes_in(marks, index - 1) or _works_in(marks, head, index, first=first)
        case "to":
            return _works_towards(marks, head, index)
        case "at":
            return head.words[-1] == "Office" and first and marks.word(index - 1) == "at"
        case _:
            return False


def _works_in(marks: Marks, head: Head, index: int, *, first: bool) -> bool:
    """ "Office in Colombia", "Embassy of Japan in Tajikistan"."""
    if head.type == "embassy" and not first and is_name_word(marks, index):
        return True  # "Embassy of Norway in Kathmandu"
    placed = index in marks.countries or index in marks.regions
    return placed and (head.type == "embassy" or (first and head.words[0] in words_of("local")))


def _works_towards(marks: Marks, head: Head, index: int) -> bool:
    """ "Mission to the United Nations", "Office to Monitor …"."""
    if head.type == "embassy":
        return index in marks.countries or marks.word(index) in {"United", "UN", "International"}
    return marks.word(index) in {"Monitor", "Combat", "Fight"}
