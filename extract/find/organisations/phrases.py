"""What follows "of" and "for" in a name: places, topics and coordinations of them."""

from __future__ import annotations

from extract.find.organisations.marks import Marks, bare, is_demonym, is_short, possessive
from extract.find.organisations.words import (
    AND,
    ends_in_head,
    head_at,
    is_name_word,
    is_title,
    is_topic,
    owns,
)
from extract.knowledge.organisations import Head, words_of

_LONGEST = 14


def phrase_end(marks: Marks, head: Head, start: int, connector: str) -> int:
    """The end of the noun phrase at ``start``: places, topics and coordinations of them."""
    if head.type == "ministry" or head.words[-1] == "Department":
        portfolio = _portfolio(marks, start)
        if portfolio > start:
            return portfolio
    end = capitals_end(marks, start)
    if head.type == "ministry":
        end = _only_topics(marks, start, end)
    if end == start:
        return start
    if marks.countries.get(start) == end or start in marks.regions:
        return _places(marks, end) if connector == "for" else end
    while True:
        longer = _coordinated(marks, end)
        if longer == end:
            return end
        end = longer


def _only_topics(marks: Marks, start: int, end: int) -> int:
    """A field of work without the town behind it: "Ministry of Justice Addis Ababa"."""
    for index in range(start + 1, end):
        if index in marks.countries or index in marks.regions:
            return end
        if "/" in marks.texts[index - 1 : index + 1]:
            continue
        if is_topic(bare(marks.word(index - 1))) and not is_topic(bare(marks.word(index))):
            return index if marks.word(index) not in words_of("marker") else end
    return end


def _portfolio(marks: Marks, start: int) -> int:
    """The end of a ministry's field written in small letters: "interior", "internal affairs"."""
    for length in (4, 3, 2, 1):
        words = marks.texts[start : start + length]
        if words and words[0].islower() and " ".join(words).lower() in words_of("portfolio"):
            return start + len(words)
    return start


def capitals_end(marks: Marks, start: int) -> int:
    """The end of the capitalised words at ``start``; a country ends them."""
    end = start
    while end < len(marks) and end - start < _LONGEST and (end == start or marks.joined(end)):
        word = marks.word(end)
        known = marks.regions.get(end) or marks.countries.get(end) or marks.bodies.get(end)
        if known:
            ends_run = end in marks.countries and not _goes_on(marks, end, known)
            end = known
            if ends_run or possessive(marks.word(end - 1)):
                break
        elif _is_slash(marks, end) or _is_office(marks, start, end):
            end += 1
        elif end > start and _is_connector(marks, end):
            return end
        elif not is_name_word(marks, end):
            return _without_adjectives(marks, start, end) if is_title(word) else end
        elif word in words_of("other") and _is_another_kind(marks, start, end):
            return _without_adjectives(marks, start, end)
        else:
            end += 1
            if possessive(word) and not owns(word):
                break
    return end


def _is_slash(marks: Marks, index: int) -> bool:
    """The mark in "HIV/AIDS"."""
    return (
        marks.word(index) == "/"
        and marks.word(index - 1).isupper()
        and marks.word(index + 1).isupper()
    )


def _is_connector(marks: Marks, index: int) -> bool:
    """ "Contre" in "Unité de Lutte Contre la Corruption"."""
    small = marks.word(index).lower()
    return small in words_of("latin") and marks.word(index + 1) in words_of("latin_article")


def _is_another_kind(marks: Marks, start: int, index: int) -> bool:
    """Whether the noun ends the name: "Health Programme", not "Airport Security"."""
    if index > start:
        return marks.word(index + 1) not in AND
    return not is_topic(marks.word(index)) and not is_name_word(marks, index + 1)


def _goes_on(marks: Marks, start: int, end: int) -> bool:
    """Whether a country is the first word of a longer name: "Palestinian Police"."""
    if is_demonym(marks, start):
        return True
    for index in range(end, min(end + 5, len(marks))):
        if not marks.joined(index) or not is_name_word(marks, index):
            return False
        if head_at(marks, index):
            return True
    return False


def _is_office(marks: Marks, start: int, index: int) -> bool:
    """A title as the object of "Office of the": "Prosecutor General", "Prime Minister"."""
    return is_title(marks.word(index)) and all(
        word in words_of("title")
        or word in {"Prime", "High", "Special", "Public", "United", "Nations"}
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
    while marks.word(index) in AND or marks.word(index) == ",":
        last = marks.word(index) in AND
        index += 1
        if marks.word(index) in AND:
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
        last = mark in AND
        if not last and mark != ",":
            return end
        start = index + 1
        if marks.word(start) in AND:
            last, start = True, start + 1
        if marks.word(start) == "the" and last and (start + 1) in marks.regions:
            return marks.regions[start + 1]
        if not _is_topic_part(marks, start):
            return end
        stop = _only_topics(marks, start, capitals_end(marks, start))
        if stop == start or (
            ends_in_head(marks, stop, start) and marks.word(stop - 1) != "Services"
        ):
            return end
        if not any(is_topic(bare(word)) for word in marks.texts[start:stop]):
            return end
        if last:
            return stop
        index = stop
    return end


def _is_topic_part(marks: Marks, start: int) -> bool:
    word = marks.word(start)
    return (
        start not in marks.countries
        and start not in marks.bodies
        and (not is_short(word) or is_topic(word))
    )
