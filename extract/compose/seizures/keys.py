"""Key words: a cheap look at the words of a text tells that a slow pattern cannot match it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_WORD = re.compile(r"\w+")


def words_in(text: str) -> frozenset[str]:
    """Every word of a text in lower case, once."""
    return frozenset(_WORD.findall(text.lower()))


def keys_of(phrases: Iterable[str], *endings: str) -> frozenset[str]:
    """The longest word of each phrase: a text with none of these holds none of the phrases.

    ``endings`` are what a pattern lets the last word of a phrase end in besides ("s").
    """
    keys: set[str] = set()
    for phrase in phrases:
        words = _WORD.findall(phrase.lower())
        key = max(words, key=len)
        keys |= {key, *(key + ending for ending in endings if key == words[-1])}
    return frozenset(keys)


def alternation(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases, the longest first, for use where case does not count.

    It branches letter by letter, so that a search need not try every phrase at every word.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for letter in phrase.lower():
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    lead = ""
    while len(tree) == 1 and "" not in tree:
        letter, tree = next(iter(tree.items()))
        lead += re.escape(letter)
    further = "|".join(re.escape(one) + _branches(tree[one]) for one in sorted(tree) if one)
    if not further:
        return lead
    return f"{lead}(?:{further}){'?' if '' in tree else ''}"
