"""Wordings of the tables as regular expressions.

A wording is words with white space between them: ``a/b`` is either word, ``(word)`` and
``(a/b)`` may be missing, ``...`` is up to 60 characters of one clause. Case never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")

_GAP = r"[^.;:]{0,60}?(?:\.\d[^.;:]{0,40}?)?"  # with one decimal point
_TOKEN = re.compile(r"\([^()\s]*\)|\S+")
_LEADING = re.compile(r"\(\?:(?P<inner>[^()]*|\(\?:[^()]*\)\\s\+)\)(?P<maybe>\??)")
_ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}  # letters that are these without case
_FUNCTION_WORDS = frozenset({"from", "with", "that", "which"})
_FIRST = re.compile(r"(?:\\s\+|\\[^\w\s]|[^\W_])(?![*+?{])")


def wording_pattern(wording: str) -> str:
    """The wording as the source of a regular expression."""
    source, lead = "", True  # lead: nothing but words that may be missing so far
    for part in _TOKEN.findall(wording):
        if part == "...":
            source += _GAP
        elif part == ":":
            source += r"\s*:"
        elif part.startswith("("):
            word = _either(part[1:-1])
            source += rf"(?:{word}\s+)?" if lead else rf"(?:\s+{word})?"
            continue
        else:
            source += _either(part) if lead else rf"\s+{_either(part)}"
        lead = False
    return source if wording.endswith((":", "%")) else rf"{source}(?![\w-])"


def _either(part: str) -> str:
    words = [re.escape(word).replace("_", r"\s+").replace("'", "['’]") for word in part.split("/")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def slots_of(wording: str) -> tuple[frozenset[str], list[frozenset[str]]]:
    """Sets of words, lower case, one of each of which stands wherever the wording does.

    First the slot with the longest words, as short ones stand in every sentence; then all others
    that end where a word does: before a gap one may not.
    """
    parts = [part for part in _TOKEN.findall(wording) if not part.startswith("(")]
    slots = [
        (
            frozenset(max(re.split(r"[_'’]", word), key=len).lower() for word in part.split("/")),
            following != "...",
        )
        for part, following in zip(parts, [*parts[1:], ""], strict=True)
        if part not in {"...", ":"}
    ]
    key = max((words for words, _ in slots), key=_rarity)
    return key, [
        words
        for words, whole in slots
        if whole and words is not key and all(map(str.isalpha, words))
    ]


def _rarity(words: frozenset[str]) -> int:
    return 0 if words & _FUNCTION_WORDS else min(map(len, words))


class WordingIndex(Generic[Row]):
    """Rows of wordings by their key words: which of them a clause can hold is told by its words."""

    def __init__(self, rows: Sequence[tuple[Row, Sequence[str]]]) -> None:
        self._rows = [(row, wordings(words)) for row, words in rows]
        self._by_word: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        for number, (_, phrases) in enumerate(rows):
            for key, others in map(slots_of, phrases):
                for word in key:
                    self._by_word.setdefault(word, []).append((number, others))
        self.words = frozenset(self._by_word)

    def within(self, words: frozenset[str]) -> list[tuple[Row, re.Pattern[str]]]:
        """The rows, in their order, that may have a wording in ``words``, with their patterns."""
        numbers = {
            number
            for word in self.words & words
            for number, others in self._by_word[word]
            if not any(map(words.isdisjoint, others))
        }
        return [self._rows[number] for number in sorted(numbers)]


def wordings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the wordings, from a word boundary on."""
    sources = [source for phrase in phrases for source in _openings(wording_pattern(phrase))]
    return re.compile(at_word(sources), re.IGNORECASE)


def _openings(source: str) -> Iterator[str]:
    """The pattern once for each way it can begin, in the order in which they are tried."""
    group = _LEADING.match(source)
    if group is None or "\\|" in source:
        yield source
        return
    rest = source[group.end() :]
    if group["maybe"]:
        yield from _openings(group["inner"] + rest)
        yield from _openings(rest)
        return
    for word in group["inner"].split("|"):
        yield word + rest


def at_word(sources: Sequence[str], joined_by: str = r"[\w-]") -> str:
    """Any of the alternatives at the beginning of a word, as part of a pattern without case.

    It begins with the first letters in both cases, which the regex engine looks for at once.
    """
    by_letter: dict[str, list[str]] = {}
    for source in sources:
        token = _first_token(source)
        if not (token.isascii() and token.isalnum()):
            return rf"(?<!{joined_by})(?:{branches(sources)})"
        by_letter.setdefault(token.lower(), []).append(source[1:])
    letters = "".join(letter + letter.upper() + _ALSO.get(letter, "") for letter in by_letter)
    rests = [f"(?<={letter})(?:{branches(rest)})" for letter, rest in by_letter.items()]
    if len(rests) == 1:
        rests = [branches(*by_letter.values())]
    return rf"(?-i:[{letters}])(?<!{joined_by}.)(?:{'|'.join(rests)})"


def branches(sources: Sequence[str]) -> str:
    """The alternatives, those that begin alike put together: what they match stays the same.

    Only alternatives between which no other can match are brought together; case is no difference.
    """
    parts: list[str] = []
    alike: dict[str, list[str]] = {}
    for source in sources:
        token = _first_token(source)
        if token:
            alike.setdefault(token.lower(), []).append(source)
            continue
        parts += map(_joined, alike.values())
        alike = {}
        parts.append(source)
    return "|".join([*parts, *map(_joined, alike.values())])


def _joined(sources: Sequence[str]) -> str:
    """Alternatives that begin with one token; ``\\s`` and letters are such."""
    if len(sources) == 1:
        return sources[0]
    start = _first_token(sources[0])
    rests = [source[len(start) :] for source in sources]
    return f"{start}(?:{branches(rests)})"


def _first_token(source: str) -> str:
    """A letter, an escaped mark or white space that the source begins with; else nothing."""
    match = _FIRST.match(source)
    return match.group() if match else ""
