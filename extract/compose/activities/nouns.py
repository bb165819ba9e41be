"""Nouns that name an event, and how they refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extract.compose.activities.cueing import any_at_word, any_of, cue
from extract.compose.activities.sighting import Reference, Sighting
from extract.compose.clauses import Clause
from extract.knowledge.activities import NounRow, cues, event_nouns
from schemas.values import ActivityType


@cache
def _noun_rows() -> dict[str, list[NounRow]]:
    rows: dict[str, list[NounRow]] = {}
    for row in event_nouns():
        for noun in row.nouns:
            rows.setdefault(noun, []).append(row)
    return rows


@cache
def _nouns() -> re.Pattern[str]:
    nouns = (*_noun_rows(), *cues()["general"])
    return re.compile(rf"(?P<noun>{any_at_word(nouns)})(?P<many>e?s)?(?![\w-])", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    return _forms(noun.split()[0] for noun in (*_noun_rows(), *cues()["general"]))


@cache
def _long_words() -> frozenset[str]:
    """The last long word of every noun: as its first, it stands wherever the noun does."""
    nouns = [noun.split() for noun in (*_noun_rows(), *cues()["general"])]
    return _forms(([word for word in noun if len(word) > 4] or noun)[-1] for noun in nouns)


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word + ending for word in words for ending in ("", "s", "es"))


@cache
def _next_to(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s\-]+(?:{any_of(words)})(?![\w-])", re.IGNORECASE)


@cache
def _last(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_at_word(words)}\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


@cache
def _close_before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_at_word(words)}\s+$", re.IGNORECASE)


_NUMBERED = re.compile(
    r"(?:\b\d{1,3}(?:st|nd|rd|th)|(?:teenth|ieth|[a-z]ty-[a-z]{3,7}))\s+(?:\w+\s+)?$", re.IGNORECASE
)


def sightings_by_noun(clause: Clause) -> Iterator[Sighting]:
    """The nouns of the clause that name an event, in reading order."""
    words = clause.words
    if _first_words().isdisjoint(words) or _long_words().isdisjoint(words):
        return
    for match in _nouns().finditer(clause.text):
        noun = match.group("noun").lower()
        if _is_verb(clause, noun, match):
            continue
        row = _row_of(clause, noun, match)
        general = noun in cues()["general"]
        if row is None and not general:
            continue
        reference, many = _reference(clause.text[: match.start()])
        if general and row is None and reference not in {"definite", "other"}:
            continue
        yield Sighting(
            clause=clause,
            start=clause.start + match.start(),
            end=clause.start + match.end(),
            type=_type_of(row, clause, noun, match),
            noun=noun,
            pattern="noun",
            reference=reference,
            many=many or match.group("many") is not None,
        )


def _type_of(
    row: NounRow | None, clause: Clause, noun: str, match: re.Match[str]
) -> ActivityType | None:
    if row is None:
        return None
    return "conference" if _conference_session(clause, noun, match) else row.type


_VERBS_TOO = frozenset({"visit", "tour", "launch", "march", "parade", "campaign", "contest"})
_AUXILIARY = re.compile(
    r"\b(?:will|would|to|can|may|should|could|not|did|they|who|also|and|we)\s+$", re.IGNORECASE
)


def _is_verb(clause: Clause, noun: str, match: re.Match[str]) -> bool:
    """ "A team will visit Maputo"; "when the Assembly, meeting in special session, …"."""
    before = clause.text[: match.start()]
    if noun == "meeting" and re.match(
        r"\s+(?:in|with|at|the|on|for)\b", clause.text[match.end() :]
    ):
        return (
            re.search(r"(?:,|\bwhile|\bwhen|\bafter|\bby|\bis|\bare|\bwere|\bwas)\s*$", before)
            is not None
        )
    if noun == "march" and match.group("noun")[0].isupper():
        return True
    if noun in _VERBS_TOO and match.group("many") and _has_object(clause, match):
        return True
    return noun in _VERBS_TOO and _AUXILIARY.search(before) is not None


_OBJECT = re.compile(r"\s+(?:the|its|a|an|his|her|their|this|new|today|tomorrow)\b")


def _has_object(clause: Clause, match: re.Match[str]) -> bool:
    """ "UNODC launches its report", "which the Office launches today": a verb, no plural."""
    if _OBJECT.match(clause.text, match.end()) is None:
        return False
    start = clause.start + match.start()
    determiner = _DETERMINER.search(clause.before(start, 30))
    return determiner is None or any(
        mention.start < start and clause.between(mention.end, start).strip() in {"", ")"}
        for mention in clause.of("organisation", "person", "country")
    )


def _conference_session(clause: Clause, noun: str, match: re.Match[str]) -> bool:
    """ "The third session of the Conference of the States Parties" is a conference."""
    return noun == "session" and bool(
        re.match(r"\s+of\s+the\s+(?:\w+\s+){0,3}Conference\b", clause.text[match.end() :])
    )


def _row_of(clause: Clause, noun: str, match: re.Match[str]) -> NounRow | None:
    before, after = clause.text[: match.start()], clause.text[match.end() : match.end() + 60]
    for row in _noun_rows().get(noun, ()):
        if row.not_preceded and _close_before(row.not_preceded).search(before[-40:]):
            continue
        if row.not_followed and _next_to(row.not_followed).match(after):
            continue
        if not (row.qualifiers or row.followers):
            return row
        if row.qualifiers and _last(row.qualifiers).search(before[-60:]):
            return row
        if noun == "session" and _NUMBERED.search(before[-40:]):
            return row
        if row.followers and _next_to(row.followers).match(after):
            return row
    return None


_QUOTED = re.compile(r"[\"“«][^\"“”«»]{2,160}[\"”»]\s*(?:\([^()]{1,20}\)\s*)?$")
_DETERMINER = re.compile(
    r"(?<![\w-])(?P<word>the|this|that|these|those|its|their|both|his|her|our|a|an|one|any|no|each|every"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|many|various|numerous|few|\d{1,3}"
    r"|another)(?P<rest>(?:[\s\-‑]+(?!(?:an?|the|who|which|through|of|in|on|at|by|with|to|and|or|from|for|was|were|is|are|has|have|had"
    r"|held|hosts?|hosted|organi[sz](?:es|ed)|convened|conducted|facilitated|launched|ran|opened|began|attended"
    r"|visited|completed|gave|staged|arranged|delivered|took|brought|offered|ended|closed|will)\b)"
    r"[\w'’./&-]+){0,7})[\s,]*$",
    re.IGNORECASE,
)
_UNSURE = frozenset({"no", "any", "each", "every"})


def _reference(before: str) -> tuple[Reference, bool]:
    """How the noun behind ``before`` refers, and whether to many."""
    quoted = _QUOTED.search(before[-200:])
    if quoted is not None:
        before = before[: len(before) - (len(before[-200:]) - quoted.start())] + " "
    determiners = list(_DETERMINER.finditer(before[-90:]))
    if not determiners:
        return "bare", False
    found = determiners[-1]
    word = found.group("word").lower()
    if word in _UNSURE:
        return "none", False
    many = word.isdigit() or cue("many").fullmatch(word) is not None
    if word == "this":
        return "definite", many
    if word == "another" or cue("other").search(found.group("rest")):
        return "other", many
    if cue("definite").fullmatch(word):
        return "definite", many
    return "new", many
