"""The subject of a verb of paying, and what may stand between the two.

Both readers of verbs share it: the wordings of the table look back from the verb
(``payers_before``), the loose reading looks forward from the name (``bridge``).
"""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, is_demonym, names_before, names_in
from extract.compose.wording import branches
from extract.knowledge.funding import Cue, cues

REACH = 200  # characters between a donor and its verb: a channel is a long name
_ASIDE = (
    r"(?:\s*\([^()]{1,80}\))?(?:\s+in\s+[A-Z][\w-]+)?(?:,\s(?!(?:will|is|are|was|were|has|have|had|can|may|and|but|or|to)\s)"
    r"[^,;:()]{2,110},"
    r"|,?\s+(?:(?:acting|working)\s+)?(?:through|via|by\s+way\s+of|by\s+means\s+of|represented\s+by"
    r"|under)\s(?!which\b|whom\b)[^;:]{2,120}?)?"
)
_YEAR = r"(?:in|since|until|from)\s+(?:[A-Z][a-z]+\s+)?\d{4}"
_FIRST_TO = (
    r"(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:country|countries|State|States|government|donor|donors|body"
    r"|one|ones)\s+(?:so far\s+)?to"
)
_CHANNEL_OF = re.compile(
    r"\b(?:through|via|by\s+way\s+of|by\s+means\s+of|represented\s+by)"
    r"\s+(?:(?:its|their|the|his|her)\s+)?$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\bof\s+(?:the\s+)?$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:governments?|people|peoples|citizens|taxpayers|kingdom|republic|state|duchy|principality"
    r"|sultanate|emirate|commonwealth|federation|ambassador|ambassadors|embassy|embassies|envoy|consul)"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r",?\s+whose\s+(?:\w+\s+)?(?:government|country|ministry|authorities|embassy|taxpayers|parliament)\b",
    re.IGNORECASE,
)
_ENVOY = re.compile(
    r"\s+(?:Deputy\s+)?(?:[Aa]mbassador|[Aa]uthorities|[Tt]axpayers?|[Ee]nvoy|[Cc]onsul(?:\s+General)?|[Pp]arliament"
    r"|[Mm]inister|[Cc]ooperation|aid\s+agency)\b(?:,\s[^,;]{2,60},)?"
)
_AND = re.compile(r"\b(?:and|as well as|together with|along with|plus)\b|&", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"(?:\s*\([^()]{1,60}\))?,\s+and\b")  # of two names, no list
_GOES_ON = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s+(?:(?:also|now|then|jointly)\s+)?"
    r"(?:has|have|had|will|is|are|was|were|can|may|\w{3,}ed|bought|built|ran|held|set|put|gave|began"
    r"|brought|taught|runs|holds|works|trains|plans|helps|carries|carried)\b(?!\s+by\b)"
)


@cache
def bridge() -> str:
    """What may stand between the subject and its verb, as the source of a pattern.

    A bracket, an aside ("through its agency", "the host,"), helping verbs and adverbs, a verb that
    takes another ("agreed to", "confirmed that it will", "the first country to"), "hosted and".
    """
    helper = rf"(?:{branches(sources('helper'))}|\w{{2,}}ly|{_YEAR})(?![\w-])"
    taking = rf"(?:{branches(sources('catenative'))}|{_FIRST_TO})(?![\w-])"
    return (
        rf"{_ASIDE},?(?:\s+{helper},?){{0,6}}(?:\s+{taking}(?:\s+{helper}){{0,4}}){{0,2}}"
        rf"(?:\s+[a-z]{{3,}}(?:ed|s)\s+and(?:\s+{helper}){{0,3}})?"
    )


@cache
def _bridge() -> re.Pattern[str]:
    return re.compile(rf"{bridge()}\s*", re.IGNORECASE)


def sources(name: Cue) -> list[str]:
    """The words of a cue as sources of patterns, the longest first."""
    ordered = sorted(cues()[name], key=lambda word: (-len(word), word))
    return [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]


def payers_before(clause: Clause, offset: int) -> list[Name]:
    """The subject of the verb at ``offset``, across "through its agency" and "has agreed to"."""
    found = names_before(clause, offset)
    if found and not is_channel(clause, found[-1]):
        return found
    for name in reversed(names_in(clause)):
        if name.end > offset or is_demonym(name):
            continue
        if offset - name.end > REACH:
            break
        if is_channel(clause, name) or not _bridge().fullmatch(clause.between(name.end, offset)):
            continue
        payers = names_before(clause, name.end)
        if payers:
            return payers
    return []


def verb_offset(clause: Clause, name: Name) -> int:
    """Where the verb may begin: behind ", whose Government", or "Canadian Ambassador"."""
    pattern = _ENVOY if is_demonym(name) else _WHOSE
    whose = pattern.match(clause.text, name.end - clause.start)
    return clause.start + whose.end() if whose else name.end


def is_channel(clause: Clause, name: Name) -> bool:
    """Whether another pays by way of this body."""
    return is_body(name) and _CHANNEL_OF.search(clause.before(name.start, 30)) is not None


def is_part_of(clause: Clause, name: Name) -> bool:
    """Whether the country only says whose the subject is: "the police of Brazil"."""
    before = clause.before(name.start, 40)
    of = not is_body(name) and _OF_WHOM.search(before) is not None
    return of and _STATE_OF.search(before) is None


def without_subject(clause: Clause, donors: list[Name]) -> list[Name]:
    """Of "money from Sweden, (and) UNODC bought …" the last name is no donor, but the subject."""
    if len(donors) < 2:
        return donors
    last = donors[-1]
    between = clause.between(donors[-2].end, last.start)
    turns = len(donors) == 2 and _NEW_CLAUSE.match(between) is not None
    coordinated = not turns and _AND.search(between) is not None
    if not coordinated and _GOES_ON.match(clause.text, last.end - clause.start):
        return donors[:-1]
    return donors
