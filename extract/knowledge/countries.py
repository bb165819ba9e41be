"""Countries: their names, what looks like one, and the words that settle which it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table
from schemas.values import CountryForm


class CountryRow(Row):
    """A row of countries.tsv."""

    iso3: str
    iso2: str | None = None
    m49: str | None = None
    name: str
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    weak_abbreviations: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    weak_demonyms: tuple[str, ...] = ()


class NotCountryRow(Row):
    """A row of not_countries.tsv."""

    phrase: str
    reason: str


class CueRow(Row):
    """A row of country_cues.tsv."""

    cue: str
    words: tuple[str, ...]
    example: str
    counter_example: str


class DoubtRow(Row):
    """A row of country_doubts.tsv."""

    surface: str
    form: CountryForm
    iso3: str
    needs: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase can be read as.

    ``use`` is ``country``; ``weak`` (a country where the text supports it); ``doubt`` (a row of
    the doubts decides); ``language``; or ``nothing`` (holds a country's name, names none).
    ``key`` is the surface of a doubt.
    """

    use: Literal["country", "weak", "doubt", "language", "nothing"]
    iso3: str | None = None
    form: CountryForm = "name"
    key: str = ""


@cache
def countries() -> dict[str, CountryRow]:
    """Every country by its alpha-3 code."""
    return {row.iso3: row for row in read_table("countries.tsv", CountryRow)}


@cache
def cue_words() -> dict[str, tuple[str, ...]]:
    """The words of each cue."""
    return {row.cue: row.words for row in read_table("country_cues.tsv", CueRow)}


@cache
def doubts() -> dict[str, tuple[DoubtRow, ...]]:
    """The rows of each doubted surface, in the order they are tried."""
    rows: dict[str, tuple[DoubtRow, ...]] = {}
    for row in read_table("country_doubts.tsv", DoubtRow):
        for surface in _spellings(row.surface):
            rows[surface] = (*rows.get(surface, ()), row)
    return rows


@cache
def readings() -> dict[str, Reading]:
    """Every phrase the finder looks for, with what it is read as: the surest reading of each."""
    found: dict[str, Reading] = {}
    for row in read_table("not_countries.tsv", NotCountryRow):
        for phrase in (row.phrase, row.phrase.upper()):
            found[phrase] = Reading("nothing")
    for language in cue_words()["language"]:
        found[language] = Reading("language")
    for surface in doubts():
        found.setdefault(surface, Reading("doubt", key=surface))
    for country in countries().values():
        for phrase, reading in _readings_of(country):
            found.setdefault(phrase, reading)
    return found


def _readings_of(row: CountryRow) -> Iterator[tuple[str, Reading]]:
    names = _all_spellings(*row.names, *row.former)
    official = _all_spellings(*row.official, *_republics(row))
    demonyms = _all_spellings(*row.demonyms, *map(_plural, row.demonyms))
    yield from ((name, Reading("country", row.iso3)) for name in names)
    yield from ((name, Reading("country", row.iso3, "official")) for name in official)
    yield from (
        (short, Reading("country", row.iso3, "abbreviation")) for short in row.abbreviations
    )
    yield from (
        (short, Reading("weak", row.iso3, "abbreviation")) for short in row.weak_abbreviations
    )
    yield from ((demonym, Reading("country", row.iso3, "demonym")) for demonym in demonyms)
    for weak in row.weak_demonyms:
        yield from ((form, Reading("weak", row.iso3, "demonym")) for form in (weak, _plural(weak)))


def _republics(row: CountryRow) -> tuple[str, ...]:
    short = row.names[0] if row.names else row.name
    return (f"Republic of {short}", f"Republic of the {short}")


def _plural(demonym: str) -> str:
    return demonym if re.search(r"(?:s|se|sh|ch|z|men|man)$", demonym) else demonym + "s"


def _all_spellings(*names: str) -> list[str]:
    return [spelling for name in names for spelling in _spellings(name)]


def _spellings(name: str) -> tuple[str, ...]:
    """The spellings a text may give a name, itself first."""
    forms = [name]
    forms += [name.replace("Saint ", short) for short in ("St. ", "St ") if "Saint " in name]
    forms += [form.replace(" and ", " & ") for form in forms if " and " in form]
    forms += [plain for form in forms if (plain := without_accents(form)) != form]
    forms += [_titled(form) for form in forms]
    forms += [form.upper() for form in forms]
    return tuple(dict.fromkeys(forms))


def without_accents(text: str) -> str:
    """``text`` in base letters: "Côte" as "Cote"."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _titled(name: str) -> str:
    """Every word with a capital, as headlines write "Republic Of Korea"."""
    return re.sub(r"(?<= )(?:of|and|the)(?= )", lambda word: word.group().title(), name)
