"""Countries: the table against ISO 3166-1, the finder against its cases and any text."""

from __future__ import annotations

from datetime import date

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.countries.finder import country_index, find_countries, iso3_of
from extract.find.passage import Acronym, Candidate, DocumentContext
from extract.find.words import Words
from extract.knowledge.countries import (
    CueRow,
    DoubtRow,
    NotCountryRow,
    countries,
    readings,
)
from extract.knowledge.tables import read_table
from tests.support import cases, passage

DOUBTS = read_table("country_doubts.tsv", DoubtRow)
CUES = [
    row
    for row in read_table("country_cues.tsv", CueRow)
    if row.cue not in ("language", "institution", "language_after")
]
NOT_COUNTRIES = read_table("not_countries.tsv", NotCountryRow)


def found(text: str, context: DocumentContext | None = None) -> list[Candidate]:
    return find_countries(passage(text), context or DocumentContext())


def shown(text: str) -> str:
    pairs = (f"{text[c.start : c.end]}={c.fields['iso3']}" for c in found(text))
    return "|".join(pairs) or "-"


@pytest.mark.parametrize(("text", "expected"), cases("countries"))
def test_case(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_the_table_holds_every_country_of_iso_3166() -> None:
    table = {row.iso3: (row.iso2, row.m49) for row in countries().values()}
    kosovo = table.pop("XKX")
    assert kosovo == ("XK", None)
    assert table == {c.alpha_3: (c.alpha_2, c.numeric) for c in pycountry.countries}


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_iso_names_are_read(country: pycountry.db.Country) -> None:
    for key in ("common_name", "official_name"):
        name = getattr(country, key, "").removeprefix("the ")
        if not name or "Special Administrative Region" in name or name == "Georgia":
            continue
        assert iso3_of(name) == country.alpha_3


def test_every_reading_of_a_name_is_one_country() -> None:
    seen: dict[str, str] = {}
    for row in countries().values():
        for name in (*row.names, *row.official, *row.abbreviations, *row.demonyms):
            assert seen.setdefault(name, row.iso3) == row.iso3, name


@pytest.mark.parametrize("row", DOUBTS, ids=lambda row: f"{row.surface}-{row.iso3}")
def test_doubts_hold_to_their_examples(row: DoubtRow) -> None:
    def reads(text: str) -> set[tuple[str, str]]:
        return {(text[c.start : c.end], c.fields["iso3"]) for c in found(text)}

    assert (row.surface, row.iso3) in reads(row.example)
    assert (row.surface, row.iso3) not in reads(row.counter_example)


@pytest.mark.parametrize("row", NOT_COUNTRIES, ids=lambda row: row.phrase)
def test_phrases_that_name_no_country(row: NotCountryRow) -> None:
    assert readings()[row.phrase].use == "nothing"
    assert country_index().find(Words.of(row.phrase))


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.cue)
def test_cues_hold_to_their_examples(row: CueRow) -> None:
    if row.cue not in ("spoken_as", "geography_of", "pronoun_before"):
        assert shown(row.counter_example) != "-"
    assert shown(row.example) == "-"


def test_an_abbreviation_the_document_defines_otherwise_is_no_country() -> None:
    redefined = DocumentContext(
        acronyms={"DRC": Acronym("DRC", "Drug Research Centre")}, published=date(2020, 1, 1)
    )
    assert not found("The DRC was opened.", redefined)
    defined = DocumentContext(acronyms={"CAR": Acronym("CAR", "Central African Republic")})
    assert [c.fields["iso3"] for c in found("The CAR joined.", defined)] == ["CAF"]


def test_fields_and_rule() -> None:
    (candidate,) = found("officers of the Kyrgyz Republic")
    assert candidate.fields == {
        "name": "Kyrgyzstan",
        "iso3": "KGZ",
        "iso2": "KG",
        "m49": "417",
        "form": "official",
    }
    assert candidate.rule == "lexicon:countries.official"


@given(st.text(max_size=300) | st.lists(st.sampled_from(sorted(readings()))).map(" ".join))
def test_any_text(text: str) -> None:
    first = found(text)
    assert first == found(text)
    assert all(0 <= c.start < c.end <= len(text) for c in first)
