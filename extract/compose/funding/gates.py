"""A cheap first look at a clause: most say nothing of funding, and are left at once."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.funding.needs import sums_of
from extract.knowledge.funding import Cue, cues

_COMPOUNDS = ("-funded", "-financed", "-sponsored", "-paid", "-backed", "-donated", "-supported")
_UNKNOWN = re.compile(
    r"(?:\b[A-Z][\w'’.&-]*\s+(?:[a-z]{1,3}\s+){0,2}|\b(?:by|from)\s+|:\s+)[A-Z]"
    r"|^[A-Z][\w'’.-]*,\s+[a-z]"
)
_ACRONYM = re.compile(r"\b[A-Z]{3}")


def may_tell(clause: Clause, worded: bool) -> bool:
    """Whether somebody may be told to pay here: there is a name, and a word of money or giving.

    ``worded``: there are words of the table, or somebody pays in this sentence or the last.
    """
    words = clause.words
    told = (
        worded
        or not words.isdisjoint(_paying())
        or ("-" in clause.text and any(word.endswith(_COMPOUNDS) for word in words))
        or (not words.isdisjoint(_giving()) and bool(clause.of("quantity")))
        or bool(sums_of(clause))
    )
    return told and _may_name(clause)


def _may_name(clause: Clause) -> bool:
    return (
        bool(clause.of("organisation", "country", "place"))
        or _UNKNOWN.search(clause.text) is not None
        or _ACRONYM.search(clause.text) is not None
    )


@cache
def _paying() -> frozenset[str]:
    means: tuple[Cue, ...] = ("money", "cost")
    nouns = (max(words.split(), key=len) for cue in means for words in cues()[cue])
    verbs: tuple[Cue, ...] = ("pay_verb", "paid")
    first = (words.split()[0] for cue in verbs for words in cues()[cue])
    return frozenset(cues()["trigger"]) | frozenset(nouns) | frozenset(first)


@cache
def _giving() -> frozenset[str]:
    return frozenset(words.split()[0] for words in cues()["give_verb"])
