"""How many persons were arrested: everyone a line names beside a word of arrest, added up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.knowledge.counting import nouns, plural_of, small_numbers
from extract.knowledge.seizures import seizure_words

REACH = 110  # characters between persons and the word of their arrest
JOINT = 70  # characters between two persons of one list

_STOPS = (
    "and|or|of|in|was|were|is|are|who|with|by|at|from|to|on|the|his|her|a|an|both|that|for|as|had"
)
_SINGLE = frozenset({"a", "an", "the", "his", "her", "its", "their", "another", "one", "this"})


@dataclass(frozen=True, slots=True)
class Group:
    """Persons as one phrase counts them."""

    start: int
    end: int
    count: int
    definite: bool = False


@cache
def _persons() -> dict[str, bool]:
    """Every noun of persons that may be arrested, and whether it is a plural."""
    plurals, singulars = nouns()
    words = seizure_words()
    pursuers = set(words["pursuers"])
    forms: dict[str, bool] = {}
    for folded, noun in plurals.items():
        if noun.kind == "person" and noun.singular.lower() not in pursuers:
            forms[folded] = True
    for noun in singulars.values():
        if noun.kind == "person" and noun.singular.lower() not in pursuers:
            forms.setdefault(noun.singular.lower(), False)
    for word in (*words["single"], *words["accused"]):
        forms.setdefault(word.lower(), False)
        forms.setdefault(plural_of(word.lower()), True)
    return forms


@cache
def _numbers() -> dict[str, int]:
    return small_numbers(20) | {"both": 2}


@cache
def _named() -> re.Pattern[str]:
    """Persons by a noun: "two men", "the driver", "his 19-year-old assistant", "a Turk"."""
    numbers = "|".join((*_numbers(), *_SINGLE - {"one"}))
    return re.compile(
        rf"(?<![\w,.-])(?P<number>{numbers}|\d{{1,4}})\s(?:of\s(?:the|its|his|their)\s)?(?:(?!(?:{_STOPS})\s)[\w’'-]+\s){{0,4}}"
        rf"(?P<noun>{alternation(_persons())})\b(?![’'-])",
        re.IGNORECASE,
    )


_BARE = re.compile(
    r"\b(?:(?P<both>[Bb]oth|[Tt]he (?:two|pair|couple)|[Tt]he other two)"
    r"|[Aa]ll\s(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
    r"|(?P<some>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})"
    r"(?:\s(?:of (?:them|whom|these)))?(?=\s(?:were|are|have|had|more|others|of))"
    r"|(?P<crew>[Cc]rew of\s(?P<size>\w+)"
    r"|(?P<hands>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})"
    r"[ -](?:\w+\s)?crew(?: members)?)"
    r"|(?P<one>[Oo]ne|[Hh]e|[Ss]he|[Tt]he other)(?=\s(?:was|is|has|had|remains))"
    r"|(?P<him>him|her)(?=[.,;]))(?!\w)"
)
_ANYONE = re.compile(
    r"\b(?:persons|people|suspects|individuals|men|women|foreigners|others|traffickers|smugglers)$",
    re.IGNORECASE,
)
_AFTER_DEMONYM = re.compile(
    r"[.,;)]|\s(?:and|was|were|who|with|aged|in|from|is|are|has|have|as|of|on|at|behind|under|plus)\b|$"
)
_NONE = re.compile(
    r"\b(?:no|nobody|no one|none|not|never|without|yet to be)\b[^.;]{0,40}$", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\b(?:arrest|arrests|arresting|detaining|detention)$|\b(?:and|who|police|officers)\s\w+$"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|under|in|on|has|have)\s(?:\w+ly\s|also\s)?\w*$"
)
_BREAK = re.compile(r"[;]|\.\s|,\s(?:while|whereas|but|though|although)\s")
_AND = re.compile(r"\b(?:and|with|plus|as well as|together|along|alongside)\b|&")
_BACKWARD = re.compile(
    r"\b(?:in|under|on|behind|was|were|is|are|has|have|had|being|remanded|await\w*|face[sd]?|gave|surrendered|confessed)\b",
    re.IGNORECASE,
)


def read_arrested(line: Line) -> tuple[int, int, int] | None:
    """How many persons were arrested, with where it stands."""
    key = "arrested"
    if key not in line.read:
        line.read[key] = _read_arrested(line)
    found: tuple[int, int, int] | None = line.read[key]
    return found


@cache
def _arrest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(seizure_words()['arrest'])})\b", re.IGNORECASE)


@cache
def _keys() -> frozenset[str]:
    return keys_of(seizure_words()["arrest"])


def _read_arrested(line: Line) -> tuple[int, int, int] | None:
    if not line.holds(_keys()):
        return None
    marks = list(_arrest().finditer(line.text))
    if not marks:
        return None
    stated = [one for one in line.of("quantity") if one.fields["unit"] == "arrest"]
    if stated:
        return int(stated[0].fields["value"]), stated[0].start, stated[0].end
    groups = _groups(line)
    taken: list[Group] = []
    for mark in marks:
        if not _NONE.search(line.text, max(0, mark.start() - 60), mark.start()):
            for group in _of_mark(line.text, mark, groups):
                if not any(group.start < one.end and one.start < group.end for one in taken):
                    taken.append(group)
    if not taken:
        return None
    both = [
        one
        for one in taken
        if line.text[one.start :].lower().startswith(("both", "all ", "the two"))
    ]
    counted = both[:1] or taken
    start, end = min(one.start for one in counted), max(one.end for one in counted)
    return sum(one.count for one in counted), line.start + start, line.start + end


def _groups(line: Line) -> list[Group]:
    """Every phrase of the line that counts persons, none inside another."""
    found: list[Group] = []
    read = (*_counted(line), *_by_noun(line.text), *_by_pronoun(line.text))
    for group in sorted(read, key=lambda one: (one.start, -one.end)):
        if not found or group.start >= found[-1].end:
            found.append(group)
    return found


def _counted(line: Line) -> Iterator[Group]:
    """Persons that are a quantity of the line: "1,556 people", "eighty-eight smugglers"."""
    for one in line.of("quantity"):
        value = one.fields["value"]
        if one.fields["unit"].lower() in _persons() and value == int(value):
            yield Group(one.start - line.start, one.end - line.start, int(value))


def _by_noun(text: str) -> Iterator[Group]:
    for match in _named().finditer(text):
        word, noun = match["number"].lower(), match["noun"].lower()
        count = int(word) if word.isdigit() else _numbers().get(word, 1)
        if match["noun"][0].isupper() and not _AFTER_DEMONYM.match(text, match.end()):
            continue  # "the Honduran Ministry"
        if noun in {"couple", "pair", "brothers"} and count == 1:
            count = 2
        elif word in _SINGLE and _persons()[noun]:
            continue  # "the drivers": how many is not said
        if count:
            definite = word in {"the", "his", "her", "its", "their"}
            yield Group(match.start(), match.end(), count, definite)


def _by_pronoun(text: str) -> Iterator[Group]:
    for match in _BARE.finditer(text):
        word = match["all"] or match["some"] or match["size"] or match["hands"] or ""
        count = 2 if match["both"] else 1
        if word:
            count = int(word) if word.isdigit() else _numbers().get(word.lower(), 0)
        if count:
            yield Group(match.start(), match.end(), count)


def _of_mark(text: str, mark: re.Match[str], groups: list[Group]) -> list[Group]:
    """The persons of one word of arrest: its subject, or its object where it has none."""
    breaks = [found.start() for found in _BREAK.finditer(text)]
    first = max((at for at in breaks if at < mark.start()), default=0)
    last = min((at for at in breaks if at >= mark.end()), default=len(text))
    before = [one for one in groups if first <= one.start and one.end <= mark.start() + 1]
    after = [one for one in groups if mark.end() - 1 <= one.start and one.end <= last]
    passive = _PASSIVE.search(text, max(0, mark.start() - 25), mark.start())
    backward = passive or _BACKWARD.match(mark.group())
    if backward and before and mark.start() - before[-1].end <= REACH:
        chain = _chain(text, before[::-1], back=True)
        if after and re.match(
            r"[^.;,]{0,30},?\s(?:together|along) with\s$", text[mark.end() : after[0].start]
        ):
            chain += after[:1]
        return chain
    if after and after[0].start - mark.end() <= (25 if not passive else 60):
        return _chain(text, after, back=False)
    if before and not after and mark.start() - before[-1].end <= REACH // 2:
        return _chain(text, before[::-1], back=True)
    return []


def _chain(text: str, groups: list[Group], *, back: bool) -> list[Group]:
    """The groups of one list, from the one that stands beside the word of arrest."""
    chain = [groups[0]]
    joined = False
    for group in groups[1:]:
        left, right = (group, chain[-1]) if back else (chain[-1], group)
        gap = text[left.end : right.start]
        if len(gap) > JOINT or (
            left.definite and "," in gap and not _AND.search(gap) and not right.definite
        ):
            if len(gap) <= JOINT:
                chain[-1] = left if back else chain[-1]  # "the driver, a man of 30"
                continue
            break
        if _AND.search(gap):
            joined = True
        elif not (joined and gap.strip()[-1:] in {",", ""}) and not (
            not back and gap.strip() == ","
        ):
            break
        chain.append(group)
    return _without_apposition(text, sorted(chain, key=lambda one: one.start))


def _without_apposition(text: str, chain: list[Group]) -> list[Group]:
    """ "Two men, a Turk and a Greek, …": who they are is no further count."""
    head, rest = chain[0], chain[1:]
    if not _ANYONE.search(text[head.start : head.end]):
        return chain
    return chain[:1] if rest and 1 < head.count == sum(one.count for one in rest) else chain
