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
    source = ""
    for token in _TOKEN.findall(wording):
        space = r"\s+" if source and not source.endswith(r"\s+)?") else ""
        if token == "...":
            source += _GAP
        elif token == ":":
            source += r"\s*:"
        elif not token.startswith("("):
            source += space + _either(token)
        elif source:
            source += rf"(?:{space}{_either(token[1:-1])})?"
        else:
            source += rf"(?:{_either(token[1:-1])}\s+)?"
    return source if wording.endswith((":", "%")) else rf"{source}(?![\w-])"


def _either(token: str) -> str:
    words = [
        re.escape(word).replace("_", r"\s+").replace("'", "['’]") for word in token.split("/")
    ]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def wordings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the wordings, from a word boundary on."""
    alternatives = "|".join(wording_pattern(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{alternatives})", re.IGNORECASE)
