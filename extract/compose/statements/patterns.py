"""The words around a quotation, as patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.knowledge.people import statement_words, verb_forms

ADVERBS = r"(?:(?:has|have|had|also|then|later|further|again|both|once|\w{3,20}ly)\s){0,3}"
LINK = re.compile(r"[^!?:“”\"]{0,120}(?:[,;]|\band|\bbut|\bthat)\s")
LEADS_IN = re.compile(r"[:,]\s*$|\bthat\s*$")
TOLD_THAT = re.compile(r"\bthat\s*$")
ACCORDING = re.compile(r"\b[Aa]ccording to\s[^“”\"]{0,120}$")
SURNAME = re.compile(r"\s([A-ZÀ-Þ][\w’'-]{2,30})(?=[,.]|\s[a-z]|$)")
ROLE = re.compile(r"\b[Tt]he\s((?:[\w’'-]+\s){0,5}[\w’'-]+),?\s*$")


def any_of(words: Sequence[str]) -> str:
    """The words as alternatives of a pattern."""
    return "|".join(re.escape(word) for word in words)


@cache
def say() -> re.Pattern[str]:
    """A verb of speech."""
    return re.compile(rf"\b(?:{any_of(verb_forms('say'))})\b")


@cache
def act() -> re.Pattern[str]:
    """A verb of speech or action."""
    return re.compile(rf"\b(?:{any_of(verb_forms('say', 'act'))})\b")


@cache
def verb_first() -> re.Pattern[str]:
    """ "…", said."""
    verbs = any_of(verb_forms("say"))
    return re.compile(rf"\s*[,.;]?\s*[-–—]{{0,2}}\s*{ADVERBS}(?:{verbs})\b")


@cache
def pronouns() -> str:
    """Pronouns, as alternatives."""
    return any_of(statement_words("pronoun"))


@cache
def pronoun_after() -> re.Pattern[str]:
    """ "…", he said."""
    verbs = any_of(verb_forms("say"))
    return re.compile(rf"\s*[,.;]?\s*[-–—]{{0,2}}\s*([Hh]e|[Ss]he|[Tt]hey)\s{ADVERBS}(?:{verbs})\b")


@cache
def pronoun_before() -> re.Pattern[str]:
    """A pronoun before the verb of speech."""
    return re.compile(rf"\b({pronouns()})\s{ADVERBS}$", re.IGNORECASE)


@cache
def pronoun_next() -> re.Pattern[str]:
    """A pronoun after the verb of speech."""
    return re.compile(rf"\s({pronouns()})\b")


@cache
def pronoun_subject() -> re.Pattern[str]:
    """A sentence whose subject is a pronoun."""
    return re.compile(r"(?:[^.,]{0,80},\s)?([Hh]e|[Ss]he)\b")


@cache
def verb_after() -> re.Pattern[str]:
    """The verb of speech after a name and what is said of it."""
    verbs = any_of(verb_forms("say"))
    between = r"(?:,[^.“”\"]{0,140}?,|\s\([^()]{0,60}\)|\s(?:of|from|at)\s[^,.“”\"]{1,100}?)?"
    return re.compile(rf"{between}\s*,?\s*{ADVERBS}(?:{verbs})\b")


@cache
def group() -> re.Pattern[str]:
    """Who speaks without a name."""
    return re.compile(rf"\b(?:{any_of(statement_words('group'))})\b")


@cache
def naming() -> re.Pattern[str]:
    """Words of what has a name or a text."""
    return re.compile(rf"\b(?:{any_of(statement_words('naming'))})\b", re.IGNORECASE)


@cache
def said_inside() -> re.Pattern[str]:
    """A comma and a verb of speech, inside what was taken for quoted words."""
    return re.compile(rf",(?=\s(?:[Hh]e\s|[Ss]he\s)?(?:{any_of(verb_forms('say'))})\s)")
