"""Quantities: the table of cases, and what must hold for any text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.quantities import find_quantities
from extract.find.quantities.numerals import parse_marks
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.knowledge.counting import comparators, nouns, number_words
from extract.knowledge.units import currency_rows, unit_rows
from schemas import Quantity

CASES = Path(__file__).parent / "cases" / "quantities.tsv"


def _passage(text: str) -> Passage:
    return Passage(
        article=0, offset=0, text=text, words=Words.of(text), sentences=split_sentences(text)
    )


def _found(text: str) -> list[Candidate]:
    return find_quantities(_passage(text), DocumentContext())


def _number(value: float) -> str:
    return repr(value).removesuffix(".0")


def _said(candidate: Candidate) -> str:
    fields = candidate.fields
    said = _number(fields["value"])
    if fields["upper"] is not None:
        said += f"..{_number(fields['upper'])}"
    said += f" {fields['unit']}"
    if fields["of"]:
        said += f" of={fields['of']}"
    return said if fields["comparator"] == "=" else f"{said} {fields['comparator']}"


def _cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, expected) for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_case(text: str, expected: str) -> None:
    assert ("; ".join(_said(found) for found in _found(text)) or "-") == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,235", "1235"),
        ("1.235", "1.235"),
        ("0,235", "0.235"),
        ("1,5", "1.5"),
        ("1.478.4", "1478.4"),
        ("3.287.21", "3287.21"),
        ("1.234.567", "1234567"),
        ("12,34,567", "1234567"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1'235", "1235"),
        ("5,10,15", None),
        ("1.2.3.4", None),
    ],
)
def test_marks_are_read_as_meant(written: str, value: str | None) -> None:
    assert parse_marks(written) == (None if value is None else Decimal(value))


def test_base_values() -> None:
    found = _found("They took 2 tonnes of khat, 500 g of heroin and 300 mL of ketamine in 3 days.")
    assert [(c.fields["base_value"], c.fields["base_unit"]) for c in found] == [
        (2000.0, "kg"),
        (0.5, "kg"),
        (0.3, "L"),
        (3.0, "day"),
    ]


def test_span_leaves_the_comparator_out_and_takes_the_sign_in() -> None:
    text = "More than US$17 million, about 20 thousand kg and over 12 experienced facilitators."
    assert [text[c.start : c.end] for c in _found(text)] == [
        "US$17 million",
        "20 thousand kg",
        "12 experienced facilitators",
    ]


def test_money_and_counts_have_their_codes() -> None:
    money, count = _found("The donor gave $500 for 20 vials.")
    assert money.fields["ucum"] is None
    assert money.fields["base_unit"] == "USD"
    assert count.fields["ucum"] == "{vial}"


def test_a_shared_name_of_money_is_never_guessed() -> None:
    assert _found("They asked for 700 rupees.") == []
    assert _found("In Nepal and India they asked for 700 rupees.") == []
    assert _found("In Nepal they asked for 700 rupees.")[0].fields["unit"] == "NPR"


def test_full_stops_mark_thousands_where_the_text_shows_it() -> None:
    shown = _found("The lot of 1.234.567 tablets weighed 2.500 kg.")
    assert [c.fields["value"] for c in shown] == [1234567.0, 2500.0]
    assert _found("The lot weighed 2.500 kg.")[0].fields["value"] == 2.5


@pytest.mark.parametrize("row", unit_rows(), ids=lambda row: row.unit)
def test_each_unit_holds_to_its_examples(row: object) -> None:
    code, example = getattr(row, "unit", ""), getattr(row, "example", "")
    counter = getattr(row, "counter_example", None)
    assert [c.fields["unit"] for c in _found(f"They had {example}.")][:1] == [code]
    if counter:
        assert code not in [c.fields["unit"] for c in _found(f"They had {counter}.")]


@pytest.mark.parametrize("row", currency_rows(), ids=lambda row: row.code)
def test_each_currency_is_read_on_both_sides(row: object) -> None:
    code = getattr(row, "code", "")
    for sign in getattr(row, "signs", ()):
        assert [c.fields["unit"] for c in _found(f"It gave {sign} 5,000 away.")] == [code], sign
    for form in getattr(row, "forms", ()):
        assert [c.fields["unit"] for c in _found(f"It gave 5,000 {form} away.")] == [code], form


def test_tables_load() -> None:
    assert len(nouns()[0]) > 400
    assert comparators("before")["more than"] == ">"
    assert number_words()["dozen"].value == 12


_PIECES = (
    "12|1,235|3.5|one|two|half|a|million|kg|g|tonnes|$|US$|of|the|from|to|between|and|or|-|(|)|.|,"
    "|people|officers|heroin|per cent|%|2015|May|\n\n|x|½|+|th"
)
_TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(_PIECES.split("|")), max_size=40).map(
    " ".join
)


@settings(max_examples=300)
@given(_TEXTS)
def test_any_text_gives_valid_records_twice_the_same(text: str) -> None:
    first = _found(text)
    assert first == _found(text)
    for candidate in first:
        assert 0 <= candidate.start < candidate.end <= len(text)
        Quantity.model_validate(
            {
                "id": "0" * 16,
                "document_id": "d",
                "article": 0,
                "start": 0,
                "end": 1,
                "text": "x",
                "method": candidate.rule,
                **candidate.fields,
            }
        )


def test_long_digits_and_lines_do_not_raise() -> None:
    for text in ("9" * 5000, "1," * 5000, "one hundred and " * 2000, "1 000 " * 3000, "(" * 9000):
        _found(text)


def test_commas_mark_decimals_where_the_text_shows_it() -> None:
    shown = _found("The haul of 138 061,738 kg came down from 6,231 tonnes.")
    assert [c.fields["value"] for c in shown] == [138061.738, 6.231]
    assert _found("The haul weighed 6,231 kg.")[0].fields["value"] == 6231.0


def test_fractions_are_shares_of_something() -> None:
    (share,) = _found("Two thirds of the inmates wait.")
    assert share.fields["unit"] == "fraction"
    assert share.fields["dimension"] == "count"
    assert share.fields["ucum"] == "1"
    assert share.fields["base_value"] == share.fields["value"] == 0.667
