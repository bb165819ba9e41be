"""Who is arrested, by the grammar alone: the subjects of "were arrested" are persons.

"The sacristan, his two nephews and a police officer were arrested" counts four, though no table of
persons need know a sacristan.
"""

from __future__ import annotations

import re
from functools import cache

from extract.compose.seizures.persons import Group, is_person
from extract.knowledge.counting import small_numbers

REACH = 170  # characters before the word of arrest

# Words of arrest that are said of persons only; a ship or a load may be held or detained.
_OF_PERSONS = re.compile(
    r"arrested|handcuffed|jailed|imprisoned|remanded|behind bars|on remand|under arrest|in custody"
    r"|in prison|in handcuffs|taken into custody|placed in custody|into custody|apprehended"
    r"|led away|taken away|led off|marched off|in police custody|arraigned"
    r"|placed under arrest|put under arrest"
)
_OF_ANYTHING = re.compile(r"detained|held|captured|caught|were held|was held|taken away")
_BEING = re.compile(
    r"\s(?:was|were|is|are|has been|have been|had been|was being|were being)"
    r"(?:\s(?:\w+ly|also|both|all|since|later|then|now|still|taken|placed|put|remanded|held)){0,2}\s$"
)
# What closes a list: "the importer and his agent, two people in all, were arrested".
_CLOSING_ASIDE = re.compile(r",\s[^,;]{3,60},$")
_SINGLE = r"the|an?|his|her|its|their|one|another"
_OPENERS = re.compile(
    r"(?:^|[.;:]\s|,\s(?:and|while|but)\s|\b(?:when|after|until|where|while|that)\s)"
)
_JOINT = re.compile(r",?\sand\s|\sas well as\s|,\s")
_MANY = re.compile(
    r"\b(?:gang|crew|network|group|ring|family|team|syndicate|cell|band|rest|others|majority|case|cases"
    r"|file|none|nobody|no)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"an?\s", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:couple|pair|twins)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:who|which|that|whose|was|were|is|are|had|has|by|for|to|with|and|or|if|as|on|after)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^s\W]s|men|women|people|children)$")


@cache
def _phrase() -> re.Pattern[str]:
    numbers = "|".join(small_numbers(20))
    return re.compile(
        rf"(?:(?P<number>{numbers}|\d{{1,3}})"
        rf"|(?:both\s|all\s)?(?P<single>{_SINGLE})(?:\s(?P<counted>{numbers}|\d{{1,3}}))?)"
        r"\s(?P<noun>[^\W\d][\w’'-]*(?:\s[^\W\d][\w’'-]*){0,3}?)"
        r"(?:\s(?:of|from|in|at|behind|aged)\s[\w’'-]+(?:\s[\w’'-]+){0,3})?"
        r"(?P<relative>\s(?:who|whom|that|he|she|they)\s[^,;]{3,60})?",
        re.IGNORECASE,
    )


def read_subjects(text: str, end: int, word: str) -> list[Group]:
    """The persons of whom the word of arrest at ``end`` is said, if every one is counted."""
    sure = _OF_PERSONS.fullmatch(word) is not None
    if not sure and not _OF_ANYTHING.fullmatch(word):
        return []
    lead = text[max(0, end - REACH) : end]
    being = _BEING.search(lead)
    if being is None:
        return []
    lead = _CLOSING_ASIDE.sub("", lead[: being.start()])
    opened = [match.end() for match in _OPENERS.finditer(lead)]
    for first in opened:
        found = _listed(lead[first:], max(0, end - REACH) + first)
        if found and (sure or any(is_person(text[one.start : one.end]) for one in found)):
            return found
    return []


def _listed(lead: str, at: int) -> list[Group]:
    """Every entry of a list of persons; none where one entry counts nobody."""
    groups: list[Group] = []
    start = 0
    for joint in (*_JOINT.finditer(lead), None):
        entry = lead[start : joint.start() if joint else len(lead)]
        count = _count(entry)
        if count is None:
            return []
        again = groups and joint and _AGAIN.match(entry) and joint.group() == ", and "
        if not again:  # "the driver, a Turk, and the owner"
            groups.append(Group(at + start, at + start + len(entry), count))
        start = joint.end() if joint else start
    return groups


def _count(entry: str) -> int | None:
    match = _phrase().fullmatch(entry)
    if match is None or _MANY.search(entry):
        return None
    if _ASIDE.search(entry, 0, match.start("relative") if match["relative"] else len(entry)):
        return None
    noun = match["noun"]
    word = (match["number"] or match["counted"] or "").lower()
    if word:
        return int(word) if word.isdigit() else small_numbers(20)[word]
    if _PAIR.search(noun):
        return 2
    return None if _PLURAL.search(noun) else 1
