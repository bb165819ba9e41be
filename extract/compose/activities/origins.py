"""Countries beside the people who come from them: "ten from Fiji", "Thai and Lao police"."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.activities.cueing import any_at_word, words_of
from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.activities import regions
from extract.knowledge.counting import nouns, small_numbers

_JOINED = re.compile(r"\s*(?:,|and|,\s*and|as well as|or|&|/|-)\s*", re.IGNORECASE)
_HEAD = re.compile(r"(?:\s+[a-z][\w-]+){1,4}")
_BODIES = frozenset(
    {"agencies", "services", "authorities", "delegations", "teams", "ministries", "units", "police"}
)


@cache
def _number_from() -> re.Pattern[str]:
    numbers = "|".join([*sorted(small_numbers(20), key=len, reverse=True), r"\d{1,3}"])
    return re.compile(
        rf"\b(?:{numbers}|others|the\s+rest|the\s+others)\s+(?:each\s+)?(?:(?:were|was|are|is|came|come)"
        r"\s+)?from\s+(?:the\s+)?(?:neighbouring\s+)?$",
        re.IGNORECASE,
    )


def _is_number_from(before: str) -> bool:
    """Whether a text ends "ten from"."""
    ends = before.rstrip().lower().endswith(("from", "the", "neighbouring"))
    return ends and _number_from().search(before) is not None


_NUMBER_BEHIND = re.compile(r"\s*(?:\(\s*)?\d{1,3}\s*[,;.)]")


def counted_countries(clause: Clause) -> list[Candidate]:
    """ "Ten from Fiji, eight from Samoa"; "(Kenya 10, Uganda 8)"."""
    named = [one for one in clause.of("country") if one.fields["form"] != "demonym"]
    from_them = [one for one in named if _is_number_from(clause.before(one.start, 50))]
    if not from_them and len(named) > 1:
        behind = [one for one in named if _NUMBER_BEHIND.match(clause.after(one.end, 12))]
        return behind if len(behind) > 1 else []
    return from_them


@cache
def _people_words() -> frozenset[str]:
    plurals, _ = nouns()
    people = {word for word, noun in plurals.items() if noun.kind == "person"}
    out = words_of("not_participant")
    return frozenset(word for word in people if plurals[word].singular not in out) | _BODIES


@cache
def _out() -> re.Pattern[str]:
    words = any_at_word(words_of("teacher") | words_of("crime"))
    return re.compile(rf"{words}(?![\w-])", re.IGNORECASE)


def peoples(clause: Clause) -> list[Candidate]:
    """Several adjectives of one noun for people: "Egyptian, Jordanian and Lebanese officers"."""
    demonyms = [one for one in clause.of("country") if one.fields["form"] == "demonym"]
    if len(demonyms) < 2:
        return []
    found: list[Candidate] = []
    run: list[Candidate] = []
    for one in demonyms:
        if run and not _JOINED.fullmatch(clause.between(run[-1].end, one.start)):
            run = []
        run.append(one)
        head = _HEAD.match(clause.after(one.end, 70)) if len(run) > 1 else None
        if head is None or _out().search(head.group()):
            continue
        if not _people_words().isdisjoint(head.group().lower().split()):
            found += run
    return found


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
