"""How many persons were arrested: everyone a line names beside a word of arrest, added up."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of
from extract.compose.seizures.page import Line
from extract.compose.seizures.persons import Group, read_groups
from extract.compose.seizures.subjects import read_subjects
from extract.knowledge.seizures import seizure_words

REACH = 110  # characters between persons and the word of their arrest
JOINT = 70  # characters between two persons of one list

_ALL = re.compile(r"both|all |the two", re.IGNORECASE)
_ANYONE = re.compile(
    r"\b(?:persons|people|suspects|individuals|men|women|foreigners|others|traffickers|smugglers"
    r"|crew members|sailors|passengers|drivers|accused|youths|members|couriers)$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|nobody|no one|none|not|never|without|yet to be)\b[^.;]{0,40}$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"\b(?:[Nn]o[ -]?(?:body|one|persons?|people|suspects?|man)"
    r"|[Nn]one of (?:the|its) (?:crew|men|suspects))"
    r"\s(?:has|have|had|was|were|could be)\s(?:(?:so far|yet|been|ever|as yet)\s){0,3}"
    r"(?:arrested|detained|apprehended|held|caught|taken into custody)\b"
    r"|\b(?:[Nn]o|[Ww]ithout(?: making)?(?: any| an)?)\s(?:suspects?\s|immediate\s)?arrests?\b"
    r"|\b[Aa]rrests?(?: made)?:? (?:none|nil|zero)\b"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|under|in|on|has|have)\s(?:\w+ly\s|also\s)?\w*$"
)
_BREAK = re.compile(r"[;]|\.\s|,\s(?:while|whereas|but|though|although)\s")
_AND = re.compile(r"\b(?:and|with|plus|as well as|together|along|alongside)\b|&")
_ALONG = re.compile(r"^(?:Along|Together) with\s")
_SO_WERE = re.compile(r",?\s(?:and\sso|as|and\sthen\sso)\s(?:was|were|is|are|has|have)\s")
_BACKWARD = re.compile(
    r"\b(?:in|under|on|behind|was|were|is|are|has|have|had|being|remanded|await\w*|face[sd]?|gave|surrendered|confessed)\b",
    re.IGNORECASE,
)


def read_arrested(line: Line) -> tuple[int, int, int] | None:
    """How many persons were arrested, with where it stands."""
    if "arrested" not in line.read:
        line.read["arrested"] = _read_arrested(line)
    found: tuple[int, int, int] | None = line.read["arrested"]
    return found


@cache
def _arrest() -> re.Pattern[str]:
    words = alternation(seizure_words()["arrest"])
    return re.compile(rf"\b(?:{words}|held(?=\s?(?:[.;,]|$)))\b", re.IGNORECASE)


@cache
def _keys() -> frozenset[str]:
    return keys_of((*seizure_words()["arrest"], "held"))


def _read_arrested(line: Line) -> tuple[int, int, int] | None:
    marks = list(_arrest().finditer(line.text)) if line.holds(_keys()) else []
    if not marks:
        return None
    nobody = _NOBODY.search(line.text)
    if nobody is not None:
        return 0, line.start + nobody.start(), line.start + nobody.end()
    stated = [one for one in line.of("quantity") if one.fields["unit"] == "arrest"]
    if stated:
        return int(stated[0].fields["value"]), stated[0].start, stated[0].end
    single = _ONE_ARREST.search(line.text)
    if single is not None:
        return 1, line.start + single.start(), line.start + single.end()
    return _added_up(line, marks)


_ONE_ARREST = re.compile(
    r"\b(?:[Oo]ne|[Aa] (?:single|first)) arrest\b(?! warrant)"
    r"|\b[Aa]n arrest (?:was|has been) made\b"
)


def _added_up(line: Line, marks: list[re.Match[str]]) -> tuple[int, int, int] | None:
    """Everyone of whom a word of arrest is said, each once; "both" are the others again."""
    groups = read_groups(line)
    taken: list[Group] = []
    again: list[Group] = []
    for mark in marks:
        if _NONE.search(line.text, max(0, mark.start() - 60), mark.start()):
            continue
        told = _of_mark(line.text, mark, groups)
        if len(told) == 1 and _ALL.match(line.text, told[0].start):
            again += told
        for group in told:
            if not any(group.start < one.end and one.start < group.end for one in taken):
                taken.append(group)
    if not taken:
        return None
    counted = again[:1] or taken
    start, end = min(one.start for one in counted), max(one.end for one in counted)
    return sum(one.count for one in counted), line.start + start, line.start + end


# "would have been | arrested", "could be | held"
_UNREAL = re.compile(r"\b(?:would|could|might)\s(?:never\s)?(?:have\s)?(?:been\s|be\s)?\w?$")


def _of_mark(text: str, mark: re.Match[str], groups: list[Group]) -> list[Group]:
    """The persons of one word of arrest: its subject, or its object where it has none."""
    if _UNREAL.search(text, max(0, mark.start() - 30), mark.start() + 1):
        return []
    breaks = [found.start() for found in _BREAK.finditer(text)]
    first = max((at for at in breaks if at < mark.start()), default=0)
    last = min((at for at in breaks if at >= mark.end()), default=len(text))
    around = [one for one in groups if one.start < mark.start() and mark.end() < one.end]
    if around:
        return around  # "the two arrested men"
    before = [one for one in groups if first <= one.start and one.end <= mark.start() + 1]
    after = [one for one in groups if mark.end() - 1 <= one.start and one.end <= last]
    passive = _PASSIVE.search(text, max(0, mark.start() - 25), mark.start())
    backward = passive or _BACKWARD.match(mark.group())
    subjects = read_subjects(text, mark.start(), mark.group().lower()) if backward else []
    along = _ALONG.search(text, first, mark.start())
    if along and len(before) == 2 and before[0].start >= along.start():
        return before  # "along with the driver, two guards were taken in"
    if backward and before and mark.start() - before[-1].end <= REACH:
        chain = _chain(text, before[::-1], back=True)
        if after and _SO_WERE.fullmatch(text, mark.end(), after[0].start):
            chain += after[:1]
        if after and re.match(
            r"[^.;,]{0,30},?\s(?:together|along) with\s$", text[mark.end() : after[0].start]
        ):
            chain += after[:1]
        return subjects if _total(subjects) > _total(chain) else chain
    if subjects:
        return subjects
    if after and after[0].start - mark.end() <= (25 if not passive else 60):
        return _chain(text, after, back=False)
    if before and not after and mark.start() - before[-1].end <= REACH // 2:
        return _chain(text, before[::-1], back=True)
    return []


def _total(groups: list[Group]) -> int:
    return sum(one.count for one in groups)


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
