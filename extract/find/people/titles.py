"""The honorifics, ranks and roles of a passage, and the phrases that are no person's name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract.find.sentences import UPPER
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.countries import countries
from extract.knowledge.people import not_names, role_nouns, titles

_LETTER = r"[^\W\d_]"
CAPITALISED = (
    rf"[{UPPER}](?:{_LETTER}|[\u0300-\u036f]){{0,40}}(?:['’ʼ‘`´-]{_LETTER}{{1,40}}){{0,5}}"
)

CueKind = Literal["honorific", "rank", "title", "role", "common"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A title or role word where it stands; a common role counts in lower case only."""

    start: int
    end: int
    word: str
    kind: CueKind
    plural: bool = False
    portfolio: bool = False
    topic: bool = False
    doubtful: bool = False


def find_cues(words: Words, text: str) -> list[Cue]:
    """Titles and roles of a passage in reading order."""
    cues: list[Cue] = []
    for phrase in _cue_index().find(words):
        cue = _cue(phrase, text)
        if cue is None:
            continue
        last = cues[-1] if cues else None
        if last is not None and _is_one_role(last, cue, text):
            word = f"{last.word} {cue.word}"
            cues[-1] = replace(cue, start=last.start, word=word)
        else:
            cues.append(cue)
    return cues


def _is_one_role(first: Cue, second: Cue, text: str) -> bool:
    """Whether two roles side by side are one: "deputy" and "director", "team" and "leader"."""
    roles = {"title", "role"}
    alike = text[first.start].islower() == text[second.start].islower()
    together = text[first.end : second.start] == " " and alike
    return together and {first.kind, second.kind} <= roles and not first.plural


@cache
def _cue_index() -> PhraseIndex[Cue]:
    entries: list[tuple[str, Cue]] = []
    for row in titles():
        cue = Cue(0, 0, row.title, row.kind, doubtful=row.counter is not None)
        entries += [(form, cue) for form in _dotted_forms(row.title)]
        if row.plural:
            entries.append((row.plural, replace(cue, plural=True)))
    for role in role_nouns():
        kind: CueKind = "role" if role.use == "qualifier" else role.use
        cue = Cue(
            0,
            0,
            role.role,
            kind,
            portfolio=role.portfolio == "yes",
            topic=role.portfolio == "topic",
        )
        entries += [(form, cue) for form in _hyphen_forms(role.role)]
        if role.plural:
            plural = replace(cue, plural=True)
            entries += [(form, plural) for form in _hyphen_forms(role.plural)]
    return PhraseIndex(entries, fold=str.lower)


def _hyphen_forms(role: str) -> tuple[str, ...]:
    """ "vice-president" also as "vice president", "director general" as "director-general"."""
    forms = {role, role.replace("-", " "), role.replace(" general", "-general")}
    return tuple(sorted(forms))


def _dotted_forms(title: str) -> tuple[str, ...]:
    """ "Lt Gen" also as "Lt. Gen"; the last full stop is never part of it."""
    words = title.split()
    return (title,) if len(words) == 1 else (title, ". ".join(words))


def _cue(phrase: Phrase[Cue], text: str) -> Cue | None:
    """The cue of a phrase; a title counts with a capital only, an initialism as it is written."""
    surface = text[phrase.start : phrase.end]
    for value in phrase.values:
        named = value.kind in {"honorific", "rank"}
        if (named and not surface[0].isupper()) or (
            value.kind == "common" and not surface.islower()
        ):
            continue
        if named and value.word.isupper() and surface != value.word:
            continue
        if named and surface.isupper() and len(surface) == 2 and not value.word.isupper():
            continue  # "MS", "DR": a ship, a country
        if value.topic and text.endswith((" of ", " for "), 0, phrase.start):
            continue
        end = phrase.end + (text[phrase.end : phrase.end + 1] == "." and named)
        kind: CueKind = "role" if value.kind == "common" else value.kind
        flags = (value.plural, value.portfolio, value.topic, value.doubtful)
        return Cue(phrase.start, end, value.word, kind, *flags)
    return None


@cache
def phrase_names() -> frozenset[str]:
    """Names of two words and more that are no person's: places, countries, known bodies."""
    nations = {
        name
        for row in countries().values()
        for name in (*row.names, *row.former, *row.demonyms, *row.weak_demonyms)
    }
    spaced = {name for name in nations if " " in name}
    return not_names("phrase") | spaced | {f"{name}s" for name in spaced}
