"""Subjects of a verb of paying that do not stand right before it.

A company nobody knows ("Tesco, a British retailer, met the fees"), the agency a State pays through
("The State, through its agency X, bears"), and the subject of two verbs ("Norway hosted the
meeting and paid for the flights").
"""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.names import Name, is_demonym, names_in
from extract.compose.wording import branches
from extract.knowledge.funding import cues

REACH = 200  # characters between the subject and its verb
_HELPERS = r"(?:(?:has|have|had|also|then|now|already|kindly|generously|will|which|itself)\s+){0,3}"
_FIRST_VERB = (
    r"(?:[a-z]{3,}(?:ed|s)|took|bought|built|ran|held|set|sent|gave|brought|taught|lent|flew)"
    r"\s(?!that\b)(?:(?!\b(?:that|which|who|said|while|but)\b)[^;:]){2,110}?\s+and\s+"
)
_AND_PAID = re.compile(rf"(?:\s*\([^()]{{1,60}}\))?\s+{_HELPERS}{_FIRST_VERB}{_HELPERS}$")
_SUBJECT = re.compile(
    r"(?:(?:In|On|At|Since|Last|This)\s(?:[^,]{2,50},|(?:[A-Z][a-z]+\s+)?\d{4}|year|month|week)\s+)?"
    r"(?:(?:[Tt]he|[Gg]overnments?|[Kk]ingdom|[Rr]epublic|of|and|while)\s+){0,4}$"
)
_ACRONYM = re.compile(
    r"(?:^|[,;–—]\s+|\b(?:and|while|but|[Tt]he)\s+)(?P<name>[A-Z][A-Z&]{2,6})\s+" + _HELPERS + r"$"
)
_BY_CHANNEL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:State|Government|government|country|authorities|city|county)"
    r"(?:\s+itself)?,?\s+(?:acting\s+)?(?:through|via|by way of)\s+(?:its|the|their|a)\s+"
    r"(?:[a-z][\w-]*\s+){0,5}(?P<name>[A-Z][\w'’-]+(?:\s+(?:(?:of|for|de|del|la|the|and|y)\s+){0,2}"
    r"[A-Z][\w'’-]+){0,8})(?:\s*\([^()]{1,60}\))?,?\s+" + _HELPERS + r"$"
)


@cache
def _company() -> re.Pattern[str]:
    """Like "Tesco, a British retailer, "; a first verb may stand between it and the second."""
    trades = branches([re.escape(word) for word in sorted(cues()["company"])])
    return re.compile(
        r"(?:^|[;–—]\s+|\b(?:and|while|but|[Tt]he)\s+)(?P<name>[A-Z][\w&.'’-]*(?:\s+(?:&\s+)?[A-Z][\w&.'’-]*){0,5})"
        rf"(?:\s*\([^()]{{1,60}}\))?,\s+(?:an?|the|one\s+of)\s[^,;:]{{0,60}}?(?<![\w-])(?:{trades})"
        rf"(?![\w-])[^,;:]{{0,50}},\s+{_HELPERS}(?:{_FIRST_VERB}{_HELPERS})?$"
    )


def sponsors_before(clause: Clause, offset: int) -> list[Name]:
    """A company or agency nobody found, as the subject of the verb at ``offset``."""
    first = max(clause.start, offset - REACH)
    before = clause.between(first, offset)
    found = (
        _ACRONYM.search(before)
        or _BY_CHANNEL.search(before)
        or (_company().search(before) if "," in before else None)
    )
    if found is None:
        return []
    start, end = first + found.start("name"), first + found.end("name")
    known = [one for one in names_in(clause) if one.start < end and start < one.end]
    return known[:1] or [Name(start, end, found.group("name"), None)]


def subject_of_two(clause: Clause, offset: int) -> list[Name]:
    """Norway, in "Norway hosted the meeting and paid for": the first name of the clause."""
    name = next(iter(names_in(clause)), None)
    if name is None or name.end > offset or offset - name.end > REACH or is_demonym(name):
        return []
    if not _SUBJECT.fullmatch(clause.between(clause.start, name.start)):
        return []
    return [name] if _AND_PAID.match(clause.between(name.end, offset)) else []
