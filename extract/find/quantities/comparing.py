"""How a number is meant: more than, at least, up to, about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.knowledge.counting import comparators, number_words, quantity_words
from schemas.values import Comparator

_LONGEST = 5
_ROUND = 10


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
            particle = phrase == "over" and _leads_elsewhere(words.texts, last - 1, amount)
            return None if particle else table[phrase]
    return None


def _leads_elsewhere(texts: Sequence[str], over: int, amount: Amount) -> bool:
    """Whether this "over" goes with the verb ("handed over four radios") or says during what time
    ("EUR 6 million over four years"), and not how much."""
    ahead = texts[over - 1].lower() if over else ""
    if amount.unit is not None and amount.unit.dimension == "duration":
        behind = [word.lower() for word in texts[amount.after : amount.after + 2]]
        return ahead not in quantity_words("over_time") and quantity_words("over_spell").isdisjoint(
            behind
        )
    if ahead in quantity_words("over_object"):
        return True
    counted = amount.unit is not None and amount.unit.dimension == "count"
    return counted and ahead in quantity_words("over_number") and amount.low % _ROUND != 0


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
            phrase = " ".join(head[:length])
            if phrase in table and not _counts_on(words.texts, index + length, phrase):
                return table[phrase]
    return None


def _counts_on(texts: Sequence[str], index: int, phrase: str) -> bool:
    """ "15 radios and over 30 helmets": it speaks of the number that follows."""
    following = texts[index].lower() if index < len(texts) else ""
    return phrase.startswith(("and ", "or ")) and (
        following[:1].isdigit() or following in number_words()
    )


@cache
def _edge_words(side: Literal["before", "after"]) -> frozenset[str]:
    """The words of the phrases that stand next to the number; a full stop may stand between."""
    phrases = [phrase.split() for phrase in comparators(side)]
    return frozenset({words[-1] if side == "before" else words[0] for words in phrases} | {"."})
