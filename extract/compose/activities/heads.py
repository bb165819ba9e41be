"""How many people are at an event: the numbers that count them, and which of them tells of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.compose.activities.cueing import cue_after, cue_before, is_crime, says, words_of
from extract.compose.activities.more import more_people
from extract.compose.clauses import Clause, once
from extract.find.passage import Candidate
from extract.knowledge.counting import nouns

ATTENDING = frozenset({"participant", "delegate", "trainee", "attendee", "guest", "visitor"})
_OF_THEM = re.compile(r"\s+of\s+(?:the|these|those|them|whom)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_FROM_SEVERAL = re.compile(
    r"\s+(?:in\s+all\s+)?(?:from|of|representing)\s+(?:some\s+|over\s+|more\s+than\s+)?"
    r"(?:\d+|several|all|both|many|[a-z]+)\s+(?:[\w-]+\s+)?(?:countries|states|nations|agencies"
    r"|institutions|organi[sz]ations|ministries|provinces|districts|regions|islands)\b",
    re.IGNORECASE,
)
_WENT = (
    r"\s+(?:had\s+|have\s+|will\s+)?(?:all\s+)?(?:sat|attend\w*|took|take|complet\w+|finish\w*"
    r"|follow\w+|gathered|met|came|went|pass\w+|join\w+|graduated|learn\w+)\b"
)
_WHO_WENT = re.compile(rf",?\s+(?:who|that){_WENT}", re.IGNORECASE)
_WENT_TO = re.compile(rf"{_WENT}(?:\s+[\w-]+){{0,6}}\s*", re.IGNORECASE)
_EACH_SENT = re.compile(
    r"\b(?:each\s+(?:had\s+)?(?:sending|send|brought|nominated|chose)|sent)\s+$"
)
_EACH = re.compile(r"\s+(?:each|apiece|per\s)", re.IGNORECASE)
_COORDINATED = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*(?:by\s+)?", re.IGNORECASE)


@cache
def person_nouns() -> frozenset[str]:
    """Words for people, singular and plural, lower case."""
    plurals, singulars = nouns()
    words = {word for word, noun in plurals.items() if noun.kind == "person"}
    return frozenset(words | {word for word, noun in singulars.items() if noun.kind == "person"})


def are_people(noun: str) -> bool:
    """Whether a word names people: "judges", "observers"."""
    return noun in person_nouns() or noun.removesuffix("s") in words_of("people")


_TEACH = re.compile(
    r"[^.;]{0,80}?\b(?<!be )(?:supported|facilitated|moderated|delivered|chaired|led|taught|ran)"
    r"\s+(?:the|this|these|both)\b(?!\s+way)"
)  # "two Italian prosecutors supported the event"


@once
def head_counts(clause: Clause) -> Sequence[Candidate]:
    """The numbers of people in a clause who can be at an event."""
    return [
        quantity
        for quantity in clause.of("quantity")
        if quantity.fields["dimension"] == "count"
        and _can_attend(clause, quantity)
        and not _TEACH.match(clause.after(quantity.end, 120))
    ]


def _can_attend(clause: Clause, count: Candidate) -> bool:
    unit = str(count.fields["unit"]).casefold()
    if unit == "worker":
        words = clause.between(count.start, count.end).lower().removesuffix("s").split()
        return " ".join(words[-2:]) in words_of("people")
    word = unit.split()[-1] if unit.split() else ""
    if word not in person_nouns():
        words = _WORDS.findall(clause.between(count.start, count.end).lower())
        if len(words) > 1 and words[-2] in person_nouns() and words[-1] == word + "s":
            return words[-2] not in _unnamed()  # "24 new handlers starts"
    if any(count.start < one.start and one.end == count.end for one in clause.of("country")):
        return not (is_crime(clause, count.start) or says(clause, "goods"))  # "eight Peruvians"
    if word in person_nouns() or word in words_of("people"):
        return word not in words_of("not_participant") or (
            word in _ANYBODY and _are_named(clause, count)
        )
    return False


def _are_named(clause: Clause, count: Candidate) -> bool:
    """ "33 judges and investigators", "112 persons from 22 countries": people who do something."""
    words = _WORDS.findall(clause.between(count.start, count.end).lower())
    if words[-1:] and words[-1] in _SEXES and ("and" in words or "young" in words):
        return True  # "45 young women and men"
    if words and words[-1] not in {"person", "persons", "people"}:
        return words[-1] in person_nouns() and words[-1] not in _unnamed()
    if words[-2:-1] and words[-2] in {"young", "local", "business", "religious", "media"}:
        return True
    return _FROM_SEVERAL.match(clause.after(count.end, 40)) is not None


_ANYBODY = frozenset({"person", "man", "woman", "girl", "boy"})
_SEXES = frozenset({"women", "girls", "men", "boys"})


@cache
def _unnamed() -> frozenset[str]:
    """Words for people who are not at an event, and their plurals."""
    plurals, _ = nouns()
    out = words_of("not_participant")
    return frozenset(out | {word for word, noun in plurals.items() if noun.singular in out})


_FOR = re.compile(
    r"[^.;:]{0,200}?\bfor\s+(?:some|about|around|the|over|nearly|another)?\s*", re.IGNORECASE
)
_AMONG = re.compile(
    r"\b(?:among\s+(?:them|whom)|including|of\s+(?:them|whom))\s+(?:the\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)


def participants(clause: Clause, noun_end: int | None = None) -> Candidate | None:
    """How many take part, where the clause states one number for all.

    ``noun_end``: where the noun of the event ends; "a course for 20 guards" is told behind it.
    """
    counts = [
        count
        for count in head_counts(clause)
        if not _is_part(clause, count)
        and not _EACH.match(clause.after(count.end, 12))
        and _is_told(clause, count)
        and not (noun_end is not None and _BESIDE.match(clause.between(count.end, noun_end)))
        and not _EACH_SENT.search(clause.before(count.start, 30))
    ]
    if not counts:
        return next(iter(more_people(clause)), None) or _drawn(clause, noun_end)
    whole = [one for one in counts if not _AMONG.search(clause.before(one.start, 30))]
    named = [one for one in counts if one.fields["unit"] in ATTENDING]
    went = [one for one in counts if _WHO_WENT.match(clause.after(one.end, 60))]
    meant = [
        one
        for one in counts
        if noun_end is not None and _FOR.fullmatch(clause.between(noun_end, one.start))
    ]
    first = (named or meant or went or whole or counts)[0]
    following = [
        one
        for one in clause.of("quantity")
        if one.start > first.start and str(one.fields["unit"]).split()[-1:][0] in person_nouns()
    ]
    return _with_others(clause, first, following)


_BESIDE = re.compile(r"\s+and\s+(?:an?|the|two|three|four|several)\s+[\w\s-]{1,60}$")
_WHOLE_BRACKET = re.compile(r"\s*(?:expected|invited|registered|attended|took\s+part)?\s*[,;)]")


def _is_told(clause: Clause, count: Candidate) -> bool:
    """Whether it is no aside: of what stands in brackets only "(45 participants expected)"."""
    if clause.between(count.start - 1, count.start) != "(":
        return True
    everybody = count.fields["unit"] in ATTENDING
    return everybody and _WHOLE_BRACKET.match(clause.after(count.end, 30)) is not None


def _drawn(clause: Clause, noun_end: int | None) -> Candidate | None:
    """ "The seminar drew 75 bank employees", "85 prisoners finished the course": whoever comes."""
    for count in clause.of("quantity"):
        word = str(count.fields["unit"]).casefold().split()[-1:]
        people = word and word[0] in person_nouns() and word[0] not in words_of("crime")
        if people and (
            cue_before("drew").search(f"{clause.before(count.start, 30)} ")
            or (noun_end is not None and _WENT_TO.fullmatch(clause.between(count.end, noun_end)))
        ):
            return count
    return None


def _with_others(
    clause: Clause, first: Candidate, following: Sequence[Candidate]
) -> Candidate | None:
    """The number with those in one list with it; none where the list may only explain it."""
    told, last, link, parts = first, first, "and", 0.0
    able = True
    for other in following:
        between = clause.between(last.end, other.start)
        if not _COORDINATED.fullmatch(between):
            break
        if _OF_THEM.search(clause.between(other.start, other.end + 12)):
            return first  # "24 judges, nine of them women"
        able = able and _can_attend(clause, other)
        parts += other.fields["value"]
        told, last, link = _both(told, other), other, between
    if parts == first.fields["value"]:
        return first  # "24 judges, nine women and 15 men"
    return told if able and re.search(r"\b(?:and|as)\b", link, re.IGNORECASE) else None


def _both(one: Candidate, other: Candidate) -> Candidate:
    """ "22 magistrates and eight inspectors": so many in all."""
    value = one.fields["value"] + other.fields["value"]
    return replace(one, end=other.end, fields={**one.fields, "value": value})


def crowd(clause: Clause) -> Candidate | None:
    """ "Some 2,000 people marched": of those who march nobody says more."""
    counts = (one for one in clause.of("quantity") if one.fields["unit"] in _ANYBODY)
    return next(counts, None)


def people_who_came(clause: Clause) -> Candidate | None:
    """ "Some 130 people came": anybody counts where the clause says that they came."""
    for count in clause.of("quantity"):
        if count.fields["dimension"] != "count" or not cue_after("came").match(
            clause.after(count.end)
        ):
            continue
        words = str(count.fields["unit"]).casefold().split()
        if words and words[-1] in person_nouns():
            return count
    return None


_FIRST = re.compile(
    r"(?:(?:The|All|Some|About|Around|Nearly|Over|More\s+than|In\s+all|Altogether|A\s+total\s+of|A\s+group\s+of)"
    r",?\s+)?",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"\s+(?:[^.,;:]{0,40}\s)?(?:from|of|representing|belonging\s+to)\s")


def opens(clause: Clause, count: Candidate) -> bool:
    """ "Thirty-four prosecutors from Kenya and Malawi drafted …": the clause is about them."""
    first = clause.between(clause.start, count.start)
    if _FIRST.fullmatch(first) is None or _ORIGIN.match(clause.after(count.end, 90)) is None:
        return False
    return not (says(clause, "police_work") or says(clause, "goods"))


def _is_part(clause: Clause, count: Candidate) -> bool:
    """ "Eleven of the 26 participants": a part, not the whole."""
    bare = " " not in clause.between(count.start, count.end).strip()
    return bare and _OF_THEM.match(clause.after(count.end, 20)) is not None
