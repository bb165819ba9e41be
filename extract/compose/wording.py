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
    for token in _TOKEN.findall(wording):
        if token == "...":
            source += _GAP
        elif token == ":":
            source += r"\s*:"
        elif token.startswith("("):
            word = _either(token[1:-1])
            source += rf"(?:{word}\s+)?" if lead else rf"(?:\s+{word})?"
            continue
        else:
            source += _either(token) if lead else rf"\s+{_either(token)}"
        lead = False
    return source if wording.endswith((":", "%")) else rf"{source}(?![\w-])"


def _either(token: str) -> str:
    words = [re.escape(word).replace("_", r"\s+").replace("'", "['’]") for word in token.split("/")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def wordings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the wordings, from a word boundary on."""
    alternatives = "|".join(wording_pattern(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{alternatives})", re.IGNORECASE)
