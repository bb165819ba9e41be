"""Candidates of kind substance: drugs, precursors and other psychoactive substances."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.substances import (
    GoodsName,
    SubstanceName,
    goods_names,
    substance_cues,
    substance_names,
)

_NEAR = 40  # characters read before and behind a weak name
_QUOTES = "\"'“”‘’«»`"


@cache
def substance_index() -> PhraseIndex[SubstanceName]:
    """Every name of a substance, in any case; weak and doubtful ones included (see ``use``)."""
    return PhraseIndex(substance_names().items(), fold=str.lower)


@cache
def goods_index() -> PhraseIndex[GoodsName]:
    """Every name of goods other than drugs, in any case."""
    return PhraseIndex(goods_names().items(), fold=str.lower)


@cache
def _folded_names() -> dict[str, SubstanceName]:
    folded: dict[str, SubstanceName] = {}
    for phrase, name in substance_names().items():
        folded.setdefault(phrase.lower(), name)
    return folded


def substance_named(text: str) -> SubstanceName | None:
    """The substance that ``text`` names by itself, in any case; None for weak and unknown names."""
    name = _folded_names().get(" ".join(text.lower().split()))
    return name if name is not None and name.use == "strong" else None


@lru_cache(maxsize=1)
def find_substances(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Every name of a substance in one passage; quantities read them first, so once for both."""
    found = [
        Phrase(phrase.start, phrase.end, (name,))
        for phrase in substance_index().find(passage.words)
        if (name := _read(passage.text[phrase.start : phrase.end], phrase.values, context))
    ]
    strong = [phrase for phrase in found if phrase.values[0].use == "strong"]
    groups = {phrase.values[0].drug_group for phrase in strong} - {None}
    ends = {phrase.end: phrase.values[0].substance_id for phrase in strong}

    def is_supported(phrase: Phrase[SubstanceName]) -> bool:
        name = phrase.values[0]
        if name.use == "weak":
            return _has_cue(passage.text, phrase, ends, drugs_named=bool(groups))
        return name.use == "strong" or name.drug_group in groups

    return [_candidate(phrase) for phrase in found if is_supported(phrase)]


def _read(
    surface: str, names: Iterable[SubstanceName], context: DocumentContext
) -> SubstanceName | None:
    """What a phrase names: acronyms want capitals, and the meaning the document gives them."""
    acronym = context.acronyms.get(surface) if surface.isupper() else None
    defined = {name.substance_id for name in _named_in(acronym.long_form)} if acronym else set()
    for name in names:
        if name.use == "nothing" or (acronym and name.substance_id not in defined):
            continue
        if not name.is_acronym or surface.rstrip("s").isupper():
            return name
    return None


def _named_in(long_form: str) -> list[SubstanceName]:
    return [phrase.values[0] for phrase in substance_index().find(Words.of(long_form))]


def _has_cue(
    text: str, phrase: Phrase[SubstanceName], ends: dict[int, str | None], *, drugs_named: bool
) -> bool:
    """Whether a weak name stands as an alias, before "pills", or as so many kilograms."""
    before = text[max(0, phrase.start - _NEAR) : phrase.start]
    after = text[phrase.end : phrase.end + _NEAR]
    if _cue("head_after").match(after) or _cue("alias_before").search(before):
        return drugs_named
    bare = before.rstrip(_QUOTES + " ")
    if bare.endswith(("(", ",")):
        named_at = phrase.start - len(before) + len(bare[:-1].rstrip())
        return ends.get(named_at) == phrase.values[0].substance_id
    return drugs_named and _cue("unit_before").search(before) is not None


_SHAPES = {
    "alias_before": rf"\b(?:{{}})\s+[{_QUOTES}]?$",
    "head_after": rf"[{_QUOTES}]?\s(?:{{}})\b",
    "unit_before": rf"(?:\b|(?<=\d))(?:{{}})\s+of\s+[{_QUOTES}]?$",
}


@cache
def _cue(cue: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in substance_cues()[cue])
    return re.compile(_SHAPES[cue].replace("{}", words), re.IGNORECASE)


def _candidate(phrase: Phrase[SubstanceName]) -> Candidate:
    name = phrase.values[0]
    detail = "name" if name.use == "strong" else name.use
    return Candidate(
        kind="substance",
        start=phrase.start,
        end=phrase.end,
        rule=f"lexicon:substances.{detail}",
        fields={
            "name": name.name if name.is_acronym else name.name.lower(),
            "substance_id": name.substance_id,
            "drug_group": name.drug_group,
        },
        support=3 if name.use == "strong" else 2,
    )
