"""Wordings of the tables as regular expressions.

A wording is words with white space between them: ``a/b`` is either word, ``(word)`` and
``(a/b)`` may be missing, ``...`` is up to 60 characters of one clause. Case never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_GAP = r"[^.;:]{0,60}?"
_TOKEN = re.compile(r"\([^()\s]*\)|\S+")


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


def key_words(phrases: Iterable[str]) -> frozenset[str]:
    """Words, lower case, one of which stands wherever one of the wordings does: a cheap first look.

    Of each wording, the slot with the longest words: short ones stand in every sentence.
    """
    found: set[str] = set()
    for phrase in phrases:
        slots = [
            [max(re.split(r"[_'’]", word), key=len).lower() for word in part.split("/")]
            for part in _TOKEN.findall(phrase)
            if not part.startswith("(") and part not in {"...", ":"}
        ]
        found.update(max(slots, key=lambda words: min(map(len, words))))
    return frozenset(found)


def wordings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the wordings, from a word boundary on."""
    alternatives = "|".join(wording_pattern(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{alternatives})", re.IGNORECASE)
