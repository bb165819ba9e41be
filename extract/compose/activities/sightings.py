"""Where a clause tells of an event: a noun that names one, or a verb that needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.compose.activities.people import has_people, head_counts
from extract.compose.activities.when import is_today, own_dates
from extract.compose.activities.where import spot_of, towns
from extract.compose.clauses import Clause
from extract.compose.wording import wordings
from extract.knowledge.activities import Cue, NounRow, VerbRow, cues, event_nouns, event_verbs
from schemas.values import ActivityType

Reference = Literal["new", "bare", "definite", "other", "none"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word for an event, where it stands; ``noun`` is None for a verb."""

    clause: Clause
    start: int
    end: int
    type: ActivityType | None
    noun: str | None
    pattern: str
    reference: Reference
    many: bool = False

    @property
    def general(self) -> bool:
        """Whether the noun goes back to an event of any type: "the event"."""
        return self.type is None and self.noun is not None


@cache
def cue(name: Cue) -> re.Pattern[str]:
    """Any of the cue's words, at word boundaries."""
    return re.compile(rf"(?<![\w-])(?:{_either(cues()[name])})(?![\w-])", re.IGNORECASE)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


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
    return re.compile(
        rf"(?<![\w-])(?P<noun>{_either(nouns)})(?P<many>e?s)?(?![\w-])", re.IGNORECASE
    )


@cache
def _next_to(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s\-]+(?:{_either(words)})(?![\w-])", re.IGNORECASE)


@cache
def _last(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_either(words)})\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


@cache
def _close_before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_either(words)})\s+$", re.IGNORECASE)


_NUMBERED = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\s+(?:\w+\s+)?$")


@cache
def _verbs() -> tuple[tuple[VerbRow, re.Pattern[str]], ...]:
    return tuple((row, wordings(row.words)) for row in event_verbs())


@cache
def _objects(row: VerbRow) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_either(row.objects)})(?:e?s)?(?![\w-])", re.IGNORECASE)


def find_sightings(clause: Clause, dateline_end: int, article_text: str) -> list[Sighting]:
    """Every word for an event in the clause, in reading order, the dateline left out."""
    found = [*_by_noun(clause), *_by_verb(clause, article_text)]
    inside = [
        (mention.start, mention.end) for mention in clause.of("organisation", "person", "place")
    ]
    kept = [
        one
        for one in found
        if one.start >= dateline_end
        and not any(start <= one.start and one.end <= end for start, end in inside)
    ]
    return sorted(kept, key=lambda one: (one.start, -one.end))


def _by_noun(clause: Clause) -> Iterator[Sighting]:
    for match in _nouns().finditer(clause.text):
        noun = match.group("noun").lower()
        if _is_verb(clause, noun, match):
            continue
        row = _row_of(clause, noun, match)
        general = noun in cues()["general"]
        if row is None and not general:
            continue
        reference, many = _reference(clause.text[: match.start()])
        if general and row is None and reference != "definite":
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
    return noun in _VERBS_TOO and _AUXILIARY.search(before) is not None


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
    r"|another)(?P<rest>(?:[\s\-‑]+(?!(?:of|in|on|at|by|with|to|and|or|from|for|was|were|is|are|has|have)\b)"
    r"[\w'’./&-]+){0,7})[\s,]*$",
    re.IGNORECASE,
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten twelve several some many various numerous few "
    "these those both".split()
)


def _reference(before: str) -> tuple[Reference, bool]:
    """How the noun behind ``before`` refers, and whether to many."""
    quoted = _QUOTED.search(before[-200:])
    if quoted is not None:
        before = before[: len(before) - (len(before[-200:]) - quoted.start())] + " "
    found = None
    for found in _DETERMINER.finditer(before[-90:]):
        pass
    if found is None:
        return "bare", False
    word = found.group("word").lower()
    if word in {"no", "any", "each", "every"}:
        return "none", False
    many = word in _NUMBERS or word.isdigit()
    if word == "this":
        return "definite", many
    if word == "another" or cue("other").search(found.group("rest")):
        return "other", many
    if cue("definite").fullmatch(word):
        return "definite", many
    return "new", many


def _by_verb(clause: Clause, article_text: str) -> Iterator[Sighting]:
    for row, pattern in _verbs():
        for match in pattern.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            if row.needs == "news" and _objects(row).search(article_text) is None:
                break
            if _tells(clause, row, start, end):
                yield Sighting(clause, start, end, row.type, None, row.pattern, "new")
                if row.needs != "day":
                    break


_PROFORM = re.compile(
    r"(?<![\w-])(?:the|a|another)\s+(?:first|second|third|fourth|fifth|sixth|next|last|final|previous|following)"
    r"(?:\s+one|\s+of\s+(?:the\s+series|them|these))?(?=,?\s+(?:will|was|is|took|takes|has|in|followed|ended|ran)\b)",
    re.IGNORECASE,
)


def proform(clause: Clause, kind: ActivityType) -> Iterator[Sighting]:
    """ "The next one will take place in Quetta in May": another event of the kind just told."""
    if not own_dates(clause) and not _HELD.search(clause.text):
        return
    for match in _PROFORM.finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        yield Sighting(clause, start, end, kind, "one", "proform", "other")


_HELD = re.compile(
    r"\b(?:held|take place|takes place|took place|scheduled|hosted)\b", re.IGNORECASE
)


def is_crime(clause: Clause, offset: int) -> bool:
    """Whether police work or criminals are told of: arrests anywhere, culprits before ``offset``."""
    if cue("arrest").search(clause.text):
        return True
    return cue("crime").search(clause.before(offset, 40)) is not None


def assembly(clause: Clause) -> Sighting | None:
    """People counted on a day in a town: an event, if a noun behind it calls it one."""
    counts = head_counts(clause)
    if not counts or not own_dates(clause) or is_crime(clause, counts[0].end):
        return None
    return Sighting(clause, counts[0].start, counts[0].end, None, None, "assembly", "new")


def _tells(clause: Clause, row: VerbRow, start: int, end: int) -> bool:
    if row.needs in {"news", "dated", "day"}:
        return _is_dated(clause, row, end)
    if is_crime(clause, start):
        return False
    if row.needs in {"people", "meet"}:
        dated, placed = bool(own_dates(clause)), bool(towns(clause))
        alone = row.needs == "meet" and dated and placed
        return alone or (has_people(clause) and (dated or placed))
    if row.needs == "place":
        return _goes_somewhere(clause, start, end)
    reach = 190 if row.needs == "publication" else 90
    before = clause.text[max(0, start - clause.start - reach) : start - clause.start]
    window = clause.text[start - clause.start : end - clause.start + 110]
    if clause.heading or _PASSIVE.search(before) or row.pattern != "open":
        window = before + window
    if _objects(row).search(window) is None:
        return False
    if clause.heading:
        return True
    if row.needs == "publication":
        days = any(date.fields["precision"] == "day" for date in own_dates(clause))
        return days or is_today(clause)
    return (
        bool(own_dates(clause))
        or bool(towns(clause))
        or spot_of(clause, start, clause.start) is not None
    )


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|which|that|has|have|had|goes|went|changed?)\s+(?:[^,;]{1,50}\s)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s+[A-Z][\w-]+(?:\s+[A-Z\d][\w-]*){0,3}")


def _is_dated(clause: Clause, row: VerbRow, end: int) -> bool:
    """A day stands in the clause; right behind a publication; beside the name of an operation."""
    days = [
        date
        for date in own_dates(clause)
        if date.fields["precision"] in {"day", "interval", "month"}
    ]
    if row.needs == "dated":
        return any(
            0 <= date.start - end <= 6 and date.fields["precision"] == "day" for date in days
        )
    if row.needs == "day":
        return _NAME.match(clause.after(end)) is not None
    return any(date.fields["precision"] == "day" for date in days)


_SOMEBODY = re.compile(
    r"\b(?:team|delegation|delegates|group|mission|officials|experts|judges|prosecutors|officers|participants"
    r"|farmers|representatives|members|minister|director|ambassador|visitors|students)\b",
    re.IGNORECASE,
)


def _goes_somewhere(clause: Clause, start: int, end: int) -> bool:
    """Somebody goes to a place named right behind the verb, at a time stated."""
    subject = clause.between(clause.start, start)
    somebody = (
        has_people(clause)
        or _SOMEBODY.search(subject) is not None
        or any(mention.end <= start for mention in clause.of("organisation", "person"))
    )
    somewhere = (
        any(
            start <= mention.start and mention.start - end <= 60
            for mention in clause.of("place", "country", "organisation")
        )
        or re.search(r"\sto\s+[A-Z]", clause.between(start, end)) is not None
    )
    return somebody and somewhere and bool(own_dates(clause))
