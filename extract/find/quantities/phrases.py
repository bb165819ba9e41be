"""Noun phrases to the right and to the left of an amount, by closed classes of words."""

from __future__ import annotations

from bisect import bisect_left

from extract.find.passage import Passage
from extract.knowledge.counting import function_words, nouns, quantity_words

_LONGEST = 6
_QUOTES = frozenset("\"“‘«'")


def phrase_after(passage: Passage, position: int, limit: int) -> str | None:
    """The noun phrase that begins at ``position``, lower case, without articles."""
    words = passage.words
    index = bisect_left(words.starts, position)
    taken: list[tuple[int, int]] = []
    while index < len(words.texts) and words.ends[index] <= limit and len(taken) < _LONGEST:
        word = words.texts[index]
        lower = word.lower()
        if not taken and (lower in quantity_words("lead") or lower in _QUOTES):
            index += 1
            continue
        if not word[0].isalpha():
            inside = word in {"-", "'"} and taken and words.ends[index - 1] == words.starts[index]
            glued = index + 1 < len(words.starts) and words.ends[index] == words.starts[index + 1]
            if not (inside and glued):
                break
            index += 1
            continue
        if (lower in function_words() or _is_participle(lower, bool(taken))) and not _glued(
            passage, index
        ):
            break
        taken.append((words.starts[index], words.ends[index]))
        index += 1
        if _closes(passage, index):
            break
    return _said(passage, taken)


def _closes(passage: Passage, index: int) -> bool:
    """Whether the word before ``index`` is a plural that no other noun follows."""
    texts = passage.words.texts
    if texts[index - 1].lower() not in nouns()[0] or index >= len(texts):
        return False
    following = texts[index].lower()
    return following != "-" and following not in nouns()[0]


def phrase_before(passage: Passage, position: int, floor: int) -> str | None:
    """The noun phrase that ends at ``position``, lower case, without articles."""
    words = passage.words
    index = bisect_left(words.starts, position) - 1
    taken: list[tuple[int, int]] = []
    while index >= 0 and words.starts[index] >= floor and len(taken) < _LONGEST:
        word = words.texts[index]
        lower = word.lower()
        if not word[0].isalpha():
            glued = (
                (
                    word in {"-", "'"}
                    and index > 0
                    and words.ends[index - 1] == words.starts[index]
                    and words.ends[index] == words.starts[index + 1 : index + 2][0]
                )
                if taken
                else False
            )
            if not glued:
                break
            index -= 1
            continue
        if lower in function_words() or (lower in quantity_words("lead") and taken):
            break
        if lower == "s" and index and words.texts[index - 1] == "'":
            index -= 2
            break
        taken.insert(0, (words.starts[index], words.ends[index]))
        index -= 1
    while taken and passage.text[taken[0][0] : taken[0][1]].lower() in quantity_words("lead"):
        taken.pop(0)
    return _said(passage, taken)


def _glued(passage: Passage, index: int) -> bool:
    words = passage.words
    return (
        index > 0 and words.texts[index - 1] == "-" and words.ends[index - 1] == words.starts[index]
    )


def _is_participle(word: str, later: bool) -> bool:
    if not later:
        return False
    if word.endswith("ed") and len(word) > 4:
        return word not in {"seed", "weed", "speed"}
    return word in {"hidden", "found", "bound", "taken", "stolen", "hid", "worth"}


def _said(passage: Passage, taken: list[tuple[int, int]]) -> str | None:
    if not taken:
        return None
    stretch = passage.text[taken[0][0] : taken[-1][1]]
    return " ".join(stretch.split()).lower()
