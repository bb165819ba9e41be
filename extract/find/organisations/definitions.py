"""Acronyms as the document defines them, look-ahead included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.find.organisations.grammar import names
from extract.find.organisations.lexicon import bodies_by_name, name_key
from extract.find.organisations.marks import is_short, mark
from extract.find.passage import Acronym, Passage
from extract.find.words import Words
from extract.knowledge.organisations import words_of

_BRACKET = re.compile(r"\(([^()\n]{2,140})\)")
_CUE = re.compile(r"^(?:or|also|hereinafter|hereafter|the|known as|called|abbreviated as)\s+")
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n|[()\"“”«»]")
_WINDOW = 220


def learn_acronyms(passages: Sequence[Passage]) -> Mapping[str, Acronym]:
    """Acronyms with the long forms that stand before or inside their brackets.

    The first definition in the document counts. The long forms are of every kind: bodies,
    programmes, substances, events.
    """
    found: dict[str, Acronym] = {}
    for passage in passages:
        for acronym in _definitions(passage.text):
            found.setdefault(acronym.acronym, acronym)
            singular = acronym.acronym[:-1]
            if acronym.acronym.endswith("s") and is_short(singular) and singular.isupper():
                found.setdefault(singular, Acronym(singular, _singular(acronym.long_form)))
    return found


def _definitions(text: str) -> Iterator[Acronym]:
    for match in _BRACKET.finditer(text):
        inside = _CUE.sub("", match.group(1).strip().strip("\"'“”‘’«»")).strip("\"'“”‘’«»")
        before = text[max(0, match.start() - _WINDOW) : match.start()].rstrip()
        if is_short(inside):
            long_form = _long_form(inside, before)
            if long_form:
                yield Acronym(inside, long_form)
        elif " " in inside:
            short = before[before.rfind(" ") + 1 :].lstrip("\"'“‘«")
            if is_short(short) and (
                _initials_match(short, inside)
                or (
                    _body_name(inside) == " ".join(inside.split())
                    and _is_subsequence(short, inside)
                )
            ):
                yield Acronym(short, " ".join(inside.split()))


def _long_form(acronym: str, before: str) -> str | None:
    """What the acronym in brackets behind ``before`` is short for."""
    cut = 0
    for cut_match in _SENTENCE_END.finditer(before):
        cut = cut_match.end()
    window = before[cut:]
    body = _body_name(window)
    if body and _is_subsequence(acronym, body):
        return body
    spelled = _spelled_out(acronym, window)
    if spelled:
        return spelled
    # acronyms of another language: "Federal Criminal Police Office (BKA)"
    foreign = acronym.isupper() and acronym not in words_of("abbreviation")
    return body if foreign else None


def _body_name(window: str) -> str | None:
    """The longest name of a body at the end of ``window``."""
    marks = mark(window, Words.of(window))
    best = min((name.start for name in names(marks) if name.end == len(window)), default=None)
    known = _known_start(window)
    starts = [start for start in (best, known) if start is not None]
    return " ".join(window[min(starts) :].split()) if starts else None


def _known_start(window: str) -> int | None:
    """Where the longest known name that ends ``window`` starts."""
    for match in list(_WORD.finditer(window))[-16:]:
        if match.group()[0].isupper() and name_key(window[match.start() :]) in bodies_by_name():
            return match.start()
    return None


def _is_subsequence(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym come in this order in the name, the first an initial."""
    letters = [letter for letter in acronym.lower().rstrip("s") if letter.isalnum()]
    initials = {match.group()[0].lower() for match in _WORD.finditer(name)}
    position = 0
    lower = name.lower()
    for letter in letters:
        position = lower.find(letter, position) + 1
        if not position:
            return False
    return bool(letters) and letters[0] in initials


def _spelled_out(acronym: str, window: str) -> str | None:
    """The words before an acronym whose letters it takes in order, the shortest that fit."""
    letters = [letter.lower() for letter in acronym if letter.isalnum()]
    if acronym.endswith("s") and not acronym.isupper():
        letters = letters[:-1]
    words = list(_WORD.finditer(window))
    words = words[-min(len(letters) + 6, 2 * len(letters) + 2) :]
    if not words or not letters:
        return None
    for first in range(len(words) - 2, -1, -1):
        word = words[first].group().lower()
        if word in words_of("small") or word[0] != letters[0]:
            continue
        if _takes_letters(letters, [match.group().lower() for match in words[first:]]):
            return " ".join(window[words[first].start() :].split())
    return None


def _takes_letters(letters: list[str], words: list[str]) -> bool:
    """Whether the words give the letters in order, each significant word one or more.

    A word gives its first letters ("AIRport COmmunication Project"); the last may also give
    letters further in ("HeadQuarters").
    """
    reached = {0}
    for word in words:
        following = set(reached) if word in words_of("small") else set()
        for index in reached:
            following |= _prefixes(letters, index, re.split(r"[-‐‑]", word))
        if not following:
            return False
        reached = following
    return len(letters) in reached or any(
        _is_scattered(letters[index - 1 :], words[-1]) for index in reached if index
    )


def _prefixes(letters: list[str], index: int, parts: list[str]) -> set[int]:
    """How many letters are used up when each part of a word gives its first ones, or none."""
    reached = {index}
    for number, part in enumerate(parts):
        following = set(reached) if number else set()
        for start in reached:
            length = 0
            while length < len(part) and letters[start : start + 1 + length] == list(
                part[: length + 1]
            ):
                length += 1
                if start + length > len(letters):
                    break
                following.add(start + length)
        reached = following
    return reached


def _is_scattered(letters: list[str], word: str) -> bool:
    """Whether a word opens with the first letter and holds the others in order."""
    position = 0
    for letter in letters:
        position = word.find(letter, position) + 1
        if not position:
            return False
    return bool(letters) and word[:1] == letters[0]


def _initials_match(acronym: str, long_form: str) -> bool:
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    words = [word.lower() for word in _WORD.findall(long_form)]
    return bool(words) and words[0][0] == letters[0] and _takes_letters(letters, words)


def _singular(long_form: str) -> str:
    if long_form.endswith("ies"):
        return long_form[:-3] + "y"
    return long_form.removesuffix("s")
