"""Who is at an event: how many, and from which countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, names_in
from extract.find.passage import Candidate
from extract.knowledge.activities import cues, regions
from extract.knowledge.counting import nouns

_SEPARATOR = re.compile(
    r"\s*(?:\([^()]{1,60}\))?\s*(?:,|;|and|,\s*and|&|as well as|,\s*as well as|or|/|,?\s*and from)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:the|these|those|them|whom)\b", re.IGNORECASE)
_COORDINATED = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*(?:by\s+)?", re.IGNORECASE)


@cache
def person_nouns() -> frozenset[str]:
    """Words for people, singular and plural, lower case."""
    plurals, singulars = nouns()
    words = {word for word, noun in plurals.items() if noun.kind == "person"}
    return frozenset(words | {word for word, noun in singulars.items() if noun.kind == "person"})


def head_counts(clause: Clause) -> list[Candidate]:
    """The numbers of people in a clause who can be at an event."""
    return [
        quantity
        for quantity in clause.of("quantity")
        if quantity.fields["dimension"] == "count" and _can_attend(str(quantity.fields["unit"]))
    ]


def _can_attend(unit: str) -> bool:
    word = unit.casefold().split()[-1] if unit.split() else ""
    known = word in person_nouns() or word in cues()["people"]
    return known and word not in cues()["not_participant"]


def has_people(clause: Clause) -> bool:
    """Whether people are counted, or come from several countries."""
    return bool(head_counts(clause)) or len(countries_from(clause)) > 1


def participants(clause: Clause) -> Candidate | None:
    """How many take part, where the clause states one number for all."""
    counts = [count for count in head_counts(clause) if not _is_part(clause, count)]
    if not counts:
        return None
    named = [
        one
        for one in counts
        if one.fields["unit"] in {"participant", "attendee", "delegate", "trainee"}
    ]
    first = named[0] if named else counts[0]
    following = [
        one
        for one in clause.of("quantity")
        if one.start > first.start and str(one.fields["unit"]).split()[-1:][0] in person_nouns()
    ]
    for other in following:
        if _COORDINATED.fullmatch(clause.between(first.end, other.start)):
            return None
    return first


_WHO_CAME = re.compile(
    r"\s+(?:\([^()]{1,40}\)\s+)?(?:\w+\s+)?(?:came|come|attended|attend|took part|take part|participated|gathered|were present|are expected|joined)\b",
    re.IGNORECASE,
)


def people_who_came(clause: Clause) -> Candidate | None:
    """ "Some 130 people came": anybody counts where the clause says that they came."""
    for count in clause.of("quantity"):
        if count.fields["dimension"] != "count" or not _WHO_CAME.match(clause.after(count.end)):
            continue
        words = str(count.fields["unit"]).casefold().split()
        if words and words[-1] in person_nouns():
            return count
    return None


def _is_part(clause: Clause, count: Candidate) -> bool:
    """ "Eleven of the 26 participants": a part, not the whole."""
    bare = " " not in clause.between(count.start, count.end).strip()
    return bare and _OF_THEM.match(clause.after(count.end, 20)) is not None


@dataclass(frozen=True, slots=True)
class CountryList:
    """Countries that stand in one list, and the words before and behind it."""

    countries: tuple[Candidate, ...]
    before: str
    after: str


def country_lists(clause: Clause) -> list[CountryList]:
    """The runs of country names in a clause; names inside organisations left out."""
    bodies = [(mention.start, mention.end) for mention in clause.of("organisation")]
    runs: list[list[Candidate]] = []
    for mention in clause.of("country"):
        if any(start <= mention.start and mention.end <= end for start, end in bodies):
            continue
        if runs and _SEPARATOR.fullmatch(clause.between(runs[-1][-1].end, mention.start)):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [
        CountryList(tuple(run), clause.before(run[0].start, 90), clause.after(run[-1].end, 60))
        for run in runs
    ]


_FROM = re.compile(
    r"(?P<noun>[\w'’]+)\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*)?(?:(?:who\s+)?(?:came|come|coming|had come|drawn|invited|expected|selected|nominated)\s+)?"
    r"(?:from|representing|of)\s+(?:the\s+|across\s+|both\s+|all\s+of\s+)?$",
    re.IGNORECASE,
)
_EACH_FROM = re.compile(
    r"\b(?:come|came|coming|each|hailed|of them|of whom|others)\s+from\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_TEACHERS = re.compile(
    r"\b(?:support (?:of|from)|funded by|financed by|paid for by|contributions? (?:of|from)|funds (?:of|from)|trainers?|instructors?|lecturers?|speakers?|facilitators?|mentors?|consultants?|moderators?"
    r"|panellists?|donors?|tourists?|victims?|suspects?|migrants?)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:offered|gave|provided|brought together|bring together|brings together|brought|gathered|assembled"
    r"|united|invited|connected|involved|involving|attended by|joined by|participation of|delegations of"
    r"|governments of|delegates of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HELD_IN = re.compile(
    r"\b(?:held|organi[sz]ed|conducted|took place|rolled out|delivered|staged)\s+(?:\w+\s+)?in\s+(?:the\s+)?$"
    r"|\b(?:countries|states|nations|participants|delegates|officials),?\s+(?:including|among them|such as|namely|notably)"
    r"\s+(?:from\s+)?(?:the\s+)?$"
    r"|\b(?:invitations?\s+(?:have|has|were|was)\s+(?:been\s+)?sent\s+to|invited)\s+(?:the\s+)?$"
    r"|\b(?:visit|course|training|workshop|seminar|class)\s+(?:\w+\s+){0,3}for\s+(?:the\s+)?$"
    r"|\b(?:taking part|participants|participating countries|countries|participating|guests)\s+(?:were|are|included?|came from)\s*:?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_ATTEND = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:also\s+|all\s+|each\s+|had\s+|have\s+|will\s+){0,3}(?:attend|took part|take part|participate|were represented|send|sent|join|were among|were present|were there|took their seats|interacted)",
    re.IGNORECASE,
)


def countries_from(clause: Clause) -> list[Candidate]:
    """Countries whose people take part, by the words around their list."""
    found: list[Candidate] = []
    for run in country_lists(clause):
        named = [one for one in run.countries if one.fields["form"] != "demonym"]
        if named and _takes_part(run, len(named)) and not _teach(clause, run):
            found += named
        found += [
            one
            for one in run.countries
            if one.fields["form"] == "demonym" and _is_counted(clause, one)
        ]
    return found


def _takes_part(run: CountryList, size: int) -> bool:
    if _TEACHERS.search(run.before):
        return False
    if _EACH_FROM.search(run.before):
        return True
    came = _FROM.search(run.before)
    if came is not None:
        noun = came.group("noun").lower()
        many = noun.endswith("s") or noun in {"police", "staff", "people", "men", "women", "youth"}
        return (many and noun in person_nouns()) or (size > 1 and noun in cues()["taking_part"])
    return size > 1 and any(
        (_OFFERED.search(run.before), _HELD_IN.search(run.before), _ATTEND.match(run.after))
    )


def _teach(clause: Clause, run: CountryList) -> bool:
    """ "Experts from France gave a course for 18 guards": another number tells who takes part."""
    experts = re.search(
        r"\b(?:experts|specialists|teams?)\s+(?:from|of)\s+(?:the\s+)?$", run.before, re.IGNORECASE
    )
    return experts is not None and any(
        count.start > run.countries[-1].end for count in head_counts(clause)
    )


def _is_counted(clause: Clause, demonym: Candidate) -> bool:
    """ "40 Kenyan prosecutors"."""
    return any(
        count.start <= demonym.start and demonym.end <= count.end for count in head_counts(clause)
    )


_SENT = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:had\s+)?sent\s+(?:\w+)\s", re.IGNORECASE)


def own_bodies(clause: Clause) -> list[Name]:
    """National bodies whose people are counted: "20 officers of the Fiji Navy"."""
    bodies = [name for name in names_in(clause) if name.country is not None and is_body(name)]
    starts = set()
    for count in head_counts(clause):
        link = re.match(r"\s+(?:of|from)\s+(?:the\s+)?", clause.after(count.end, 20))
        if link is not None and count.fields["unit"] not in cues()["teacher"]:
            starts.add(count.end + link.end())
    return [
        body for body in bodies if body.start in starts or _SENT.match(clause.after(body.end, 40))
    ]


def stated_count(clause: Clause) -> int | None:
    """How many countries the clause says there are."""
    for quantity in clause.of("quantity"):
        if quantity.fields["unit"] in {"country", "state", "nation", "member state"}:
            return int(quantity.fields["value"])
    return None


def region_members(clause: Clause) -> tuple[str, ...]:
    """The members of a region of fixed membership whose number the clause states."""
    for quantity in clause.of("quantity"):
        if quantity.fields["unit"] not in {"country", "state", "nation", "republic"}:
            continue
        text = clause.between(quantity.start, min(clause.end, quantity.end + 30))
        for region in regions():
            if len(region.members) == quantity.fields["value"] and any(
                name in text for name in region.names
            ):
                return region.members
    return ()


def distinct(countries: Sequence[Candidate]) -> tuple[str, ...]:
    """Their codes, each once, in reading order."""
    return tuple(dict.fromkeys(str(one.fields["iso3"]) for one in countries))
