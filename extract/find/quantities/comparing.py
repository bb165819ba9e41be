"""How a number is meant: more than, at least, up to, about."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.knowledge.counting import comparators
from schemas.values import Comparator

_LONGEST = 5


def comparator_of(passage: Passage, amount: Amount) -> Comparator:
    """The comparator the words around an amount give it; ``=`` without any."""
    return _before(passage, amount) or _after(passage, amount) or "="


def _before(passage: Passage, amount: Amount) -> Comparator | None:
    words = passage.words
    last = amount.first
    while last and words.starts[last - 1] >= amount.start:
        last -= 1
    table = comparators("before")
    if last and words.texts[last - 1].lower() not in _edge_words("before"):
        return None
    tail = [word.lower() for word in words.texts[max(0, last - _LONGEST) : last]]
    if tail and tail[-1] == ".":
        tail.pop()
    for length in range(len(tail), 0, -1):
        phrase = " ".join(tail[-length:])
        if phrase in table:
            return table[phrase]
    return None


def _after(passage: Passage, amount: Amount) -> Comparator | None:
    text, words = passage.text, passage.words
    figure = amount.figure
    table = comparators("after")
    if figure is not None and text[figure.end : figure.end + 1] == "+":
        return ">="
    edges = _edge_words("after")
    for index in (amount.after, figure.after if figure is not None else amount.after):
        if index >= len(words.texts) or words.texts[index].lower() not in edges:
            continue
        head = [word.lower() for word in words.texts[index : index + 3]]
        for length in range(len(head), 0, -1):
            if (phrase := " ".join(head[:length])) in table:
                return table[phrase]
    return None


@cache
def _edge_words(side: Literal["before", "after"]) -> frozenset[str]:
    """The words of the phrases that stand next to the number; a full stop may stand between."""
    phrases = [phrase.split() for phrase in comparators(side)]
    return frozenset({words[-1] if side == "before" else words[0] for words in phrases} | {"."})
