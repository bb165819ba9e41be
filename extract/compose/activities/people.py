"""Who is at an event: how many, and from which countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.compose.activities.cueing import any_at_word, cue_after, cue_before, words_of
from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, names_in
from extract.find.passage import Candidate
from extract.knowledge.activities import regions
from extract.knowledge.counting import nouns

_SEPARATOR = re.compile(
    r"\s*(?:\([^()]{1,60}\))?\s*"
    r"(?:,|;|and|,\s*and|&|as well as|,\s*as well as|or|/|,?\s*and from)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:the|these|those|them|whom)\b", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:each|apiece|per\s)", re.IGNORECASE)
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
    known = word in person_nouns() or word in words_of("people")
    return known and word not in words_of("not_participant")


def has_people(clause: Clause) -> bool:
    """Whether people are counted, or come from several countries."""
    return bool(head_counts(clause)) or len(countries_from(clause)) > 1


def participants(clause: Clause) -> Candidate | None:
    """How many take part, where the clause states one number for all."""
    counts = [
        count
        for count in head_counts(clause)
        if not _is_part(clause, count)
        and not _EACH.match(clause.after(count.end, 12))
        and "(" not in clause.between(count.start - 1, count.end)
    ]
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
    r"(?P<noun>[\w'’]+)\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*)?"
    r"(?:(?:who\s+|had\s+)?(?:came|come|coming|drawn|invited|expected|selected|nominated)\s+)?"
    r"(?:from|representing|of)\s+(?:(?:the|across|both|all\s+of)\s+)?$",
    re.IGNORECASE,
)
_FROM_ENDS = ("from", "representing", "of", "the", "across", "both")  # how what _FROM finds ends
_PLURALS = frozenset({"police", "staff", "people", "men", "women", "youth"})


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
            if one.fields["form"] == "demonym" and is_counted(clause, one)
        ]
    return found


def _takes_part(run: CountryList, size: int) -> bool:
    if cue_before("absent").search(run.before) or _apart().search(run.before):
        return False
    if cue_before("each_from").search(run.before):
        return True
    came = _FROM.search(run.before) if run.before.rstrip().lower().endswith(_FROM_ENDS) else None
    if came is not None:
        noun = came.group("noun").lower()
        if (noun.endswith("s") or noun in _PLURALS) and noun in person_nouns():
            return True
        return size > 1 and noun in words_of("taking_part")
    return size > 1 and bool(
        cue_before("gathers").search(run.before) or cue_after("attend").match(run.after)
    )


@cache
def _apart() -> re.Pattern[str]:
    words = any_at_word(words_of("teacher") | words_of("crime"))
    return re.compile(rf"{words}(?![\w-])[^,;]{{0,40}}$", re.IGNORECASE)


def _teach(clause: Clause, run: CountryList) -> bool:
    """ "Experts from France gave a course for 18 guards": another number tells who takes part."""
    experts = re.search(
        r"\b(?:experts|specialists|teams?)\s+(?:from|of)\s+(?:the\s+)?$", run.before, re.IGNORECASE
    )
    return experts is not None and any(
        count.start > run.countries[-1].end for count in head_counts(clause)
    )


def is_counted(clause: Clause, demonym: Candidate) -> bool:
    """Whether it stands in a number of people: "40 Kenyan prosecutors"."""
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
        if link is not None and count.fields["unit"] not in words_of("teacher"):
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
