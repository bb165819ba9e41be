"""Who is at an event: from which countries and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.compose.activities.cueing import any_at_word, cue_after, cue_before, words_of
from extract.compose.activities.heads import are_people, head_counts
from extract.compose.activities.origins import counted_countries, peoples
from extract.compose.clauses import Clause, once
from extract.compose.names import Name, is_body, names_after, names_in
from extract.find.passage import Candidate

_SEPARATOR = re.compile(
    r"\s*(?:\([^()]{1,60}\)|under\s+(?:UNSCR|UNSC|Security\s+Council\s+resolution)\s+1244)?\*?\s*"
    r"(?:,|;|and|,\s*and|&|as well as|,\s*as well as|or|/|,?\s*and from)?\s*(?:the\s+)?",
    re.IGNORECASE,
)


def has_people(clause: Clause) -> bool:
    """Whether people are counted, or come from several countries."""
    return bool(head_counts(clause)) or len(countries_from(clause)) > 1


@dataclass(frozen=True, slots=True)
class CountryList:
    """Countries that stand in one list, and the words before and behind it."""

    countries: tuple[Candidate, ...]
    before: str
    after: str


@once
def country_lists(clause: Clause) -> Sequence[CountryList]:
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
_FROM_GROUP = re.compile(
    r"(?P<noun>\w+)\s+(?:from|of|representing)\s+[^.;()]{0,50}?\b(?:countries|states|nations|jurisdictions|islands)"
    r"\s*(?:\(|:|,|[-–—])\s*(?:namely\s+|that\s+is,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)  # "officers from six countries – Kenya, …"
_FROM_ENDS = ("from", "representing", "of", "the", "across", "both")  # how what _FROM finds ends
_REGION_FIRST = re.compile(
    r"(?:the\s+)?(?:[a-z]+\s+)?(?:(?:states|countries|nations|republics)\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*"
    r"|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+(?:states|countries|nations|republics))\s*(?:,|and|,\s*and)\s*$"
)  # "from the five states of Central Asia, Azerbaijan and Iran"
_PLURALS = frozenset({"police", "staff", "people", "men", "women", "youth"})


@once
def countries_from(clause: Clause) -> Sequence[Candidate]:
    """Countries whose people take part, by the words around their list."""
    if not clause.of("country"):
        return []
    found = [*counted_countries(clause), *peoples(clause), *_sent_by(clause)]
    for run in country_lists(clause):
        named = [one for one in run.countries if one.fields["form"] != "demonym"]
        if named and _takes_part(clause, run, len(named)) and not _teach(clause, run):
            found += named
        found += [
            one
            for one in run.countries
            if one.fields["form"] == "demonym" and is_counted(clause, one)
        ]
    return found


_OF_BODY = re.compile(r"\s+(?:of|from|at|with)\s+(?:the\s+)?")
_NAMED_BODY = re.compile(
    r"\s+(?:[A-Z]|(?:police|customs|navy|army|coast|border|prison|ministry|government|authorities|parliament"
    r"|judiciary|courts?|agency|service|office)\b)"
)


def _sent_by(clause: Clause) -> list[Candidate]:
    """ "Five guards from the Dominican Penitentiary School": the country of the body."""
    found = []
    for count in head_counts(clause):
        link = _OF_BODY.match(clause.text, count.end - clause.start)
        if link is None or count.fields["unit"] in words_of("teacher"):
            continue
        start = clause.start + link.end()
        found += [
            one
            for one in clause.of("country")
            if one.start == start
            and one.fields["form"] == "demonym"
            and _NAMED_BODY.match(clause.after(one.end, 30))
        ]
    return found


def _takes_part(clause: Clause, run: CountryList, size: int) -> bool:
    if not _seems_to_take_part(run, size) or cue_before("absent").search(run.before):
        return False
    taught = words_of("teacher") if not _are_counted_too(clause, run) else frozenset()
    return not _apart(taught | words_of("crime") | words_of("absent")).search(run.before)


_COUNTED_TOO = re.compile(
    r"(?:(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?!the\b|an?\b|by\b|with\b|\d)"
    r"(?:[a-z][\w-]*\s+){1,3}?(?=,|and\b|as\b|from\b)\s*)*\s*from\s+(?:the\s+|both\s+)?",
    re.IGNORECASE,
)


def _are_counted_too(clause: Clause, run: CountryList) -> bool:
    """ "34 customs officers and forensic experts from Peru": such experts do not teach."""
    first = run.countries[0].start
    return any(
        count.fields["unit"] not in words_of("teacher")
        and _COUNTED_TOO.fullmatch(clause.between(count.end, first))
        for count in head_counts(clause)
        if count.end < first
    )


def _seems_to_take_part(run: CountryList, size: int) -> bool:
    if cue_before("each_from").search(run.before):
        return True
    before = _REGION_FIRST.sub("", run.before)
    came = _FROM.search(before) if before.rstrip().lower().endswith(_FROM_ENDS) else None
    if came is not None:
        noun = came.group("noun").lower()
        if (noun.endswith("s") or noun in _PLURALS) and are_people(noun):
            return True
        return size > 1 and noun in words_of("taking_part")
    group = _FROM_GROUP.search(before) if size > 1 else None
    if group is not None and are_people(group.group("noun").lower()):
        return True
    return size > 1 and bool(
        cue_before("gathers").search(run.before) or cue_after("attend").match(run.after)
    )


@cache
def _apart(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"{any_at_word(words)}(?![\w-])[^,;]{{0,40}}$", re.IGNORECASE)


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


@once
def own_bodies(clause: Clause) -> Sequence[Name]:
    """National bodies whose people are counted: "20 officers of the Fiji Navy"."""
    bodies = [name for name in names_in(clause) if name.country is not None and is_body(name)]
    starts = set()
    for count in head_counts(clause):
        link = re.match(r"\s+(?:of|from)\s+(?:the\s+)?", clause.after(count.end, 20))
        if link is not None and count.fields["unit"] not in words_of("teacher"):
            listed = names_after(clause, count.end + link.end())
            starts |= {name.start for name in listed} | {count.end + link.end()}
    return [
        body for body in bodies if body.start in starts or _SENT.match(clause.after(body.end, 40))
    ]


def distinct(countries: Sequence[Candidate]) -> tuple[str, ...]:
    """Their codes, each once, in reading order."""
    return tuple(dict.fromkeys(str(one.fields["iso3"]) for one in countries))
