"""Candidates of kind country: names, official names, abbreviations and demonyms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from extract.find.countries import cues
from extract.find.countries.cues import Hit
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.countries import DoubtRow, Reading, countries, doubts, readings
from schemas.values import CountryForm


@dataclass(frozen=True, slots=True)
class _Named:
    """A hit that was read as a country."""

    hit: Hit
    iso3: str
    form: CountryForm
    support: int = 3
    detail: str = ""


@cache
def country_index() -> PhraseIndex[Reading]:
    """Every phrase of the country tables with its reading."""
    return PhraseIndex(readings().items())


def iso3_of(name: str) -> str | None:
    """The country a name, official name, abbreviation or demonym means by itself."""
    reading = readings().get(name)
    return reading.iso3 if reading is not None and reading.use == "country" else None


@lru_cache(maxsize=1)
def country_phrases(passage: Passage) -> list[Phrase[Reading]]:
    """Every phrase of the country tables in a passage; organisations ask for them again."""
    return country_index().find(passage.words)


@lru_cache(maxsize=1)
def find_countries(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Every name, official name, abbreviation and demonym of a country in one passage.

    Kept for the places of the passage, which ask for them again.
    """
    hits = [
        Hit(phrase.start, phrase.end, passage.text[phrase.start : phrase.end], phrase.values[0])
        for phrase in country_phrases(passage)
    ]
    if not hits:
        return []
    languages = cues.languages(passage.text, hits)
    sound = [
        hit
        for index, hit in enumerate(hits)
        if hit.reading.use in ("country", "weak", "doubt")
        and index not in languages
        and not cues.reads_otherwise(passage, hit)
        and not _redefined(hit, context)
    ]
    named = [
        _Named(hit, hit.reading.iso3, hit.reading.form)
        for hit in sound
        if hit.reading.use == "country" and hit.reading.iso3 is not None
    ]
    sure = frozenset(country.iso3 for country in named)
    rows = {
        key: _settling_row(key, sure, passage.text)
        for key in sorted({hit.reading.key for hit in sound if hit.reading.use == "doubt"})
    }
    for hit in sound:
        if hit.reading.use == "weak" and _is_supported(hit, sure, passage, context):
            named.append(_Named(hit, str(hit.reading.iso3), hit.reading.form, 2, ".supported"))
        elif row := rows.get(hit.reading.key):
            named.append(_Named(hit, row.iso3, row.form, 2, ".settled"))
    return [_candidate(country) for country in sorted(named, key=lambda country: country.hit.start)]


def _is_supported(
    hit: Hit, sure: frozenset[str], passage: Passage, context: DocumentContext
) -> bool:
    """Whether the text backs a weak name: the country is named, or the document defines it."""
    if cues.is_counted(passage.text, hit.start):
        return False
    return hit.reading.iso3 in sure or _defined_as(hit.surface, context) == hit.reading.iso3


def _settling_row(key: str, sure: frozenset[str], text: str) -> DoubtRow | None:
    """The row that says which country a doubtful name means in this text."""
    return next((row for row in doubts()[key] if _holds(row, sure, text)), None)


def _holds(row: DoubtRow, sure: frozenset[str], text: str) -> bool:
    def stands(cue: str) -> bool:
        return cue in sure if cue in countries() else cue in text

    if any(stands(cue) for cue in row.against):
        return False
    return not row.needs or any(stands(cue) for cue in row.needs)


def _defined_as(surface: str, context: DocumentContext) -> str | None:
    """The country an abbreviation is defined as by the document."""
    acronym = context.acronyms.get(surface)
    return iso3_of(acronym.long_form.removeprefix("the ")) if acronym else None


def _redefined(hit: Hit, context: DocumentContext) -> bool:
    """Whether the document gives an abbreviation another meaning."""
    acronym = context.acronyms.get(hit.surface)
    if acronym is None or not hit.surface.isupper():
        return False
    return hit.reading.iso3 not in _named_in(acronym.long_form)


@lru_cache(maxsize=256)
def _named_in(long_form: str) -> frozenset[str | None]:
    phrases = country_index().find(Words.of(long_form))
    return frozenset(phrase.values[0].iso3 for phrase in phrases)


def _candidate(country: _Named) -> Candidate:
    row = countries()[country.iso3]
    return Candidate(
        kind="country",
        start=country.hit.start,
        end=country.hit.end,
        rule=f"lexicon:countries.{country.form}{country.detail}",
        fields={
            "name": row.name,
            "iso3": row.iso3,
            "iso2": row.iso2,
            "m49": row.m49,
            "form": country.form,
        },
        support=country.support,
    )
