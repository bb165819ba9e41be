"""Dates: the table of cases, and what holds for any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find.dates.calendar import read_calendar
from extract.find.dates.edtf import Part, bounds, is_valid, precision, write_edtf
from extract.find.dates.finder import find_dates
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words

CASES = Path(__file__).parent / "cases" / "dates.tsv"


def passage_of(text: str, article: int = 0) -> Passage:
    return Passage(
        article=article,
        offset=0,
        text=text,
        words=Words.of(text),
        sentences=split_sentences(text),
    )


def dates_of(text: str, published: date | None = None) -> list[Candidate]:
    passage = passage_of(text)
    context = DocumentContext(published=published, calendar=read_calendar([passage], published))
    return find_dates(passage, context)


def _cases() -> list[tuple[str, str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows[1:]]


@pytest.mark.parametrize(("text", "expected", "published"), _cases())
def test_case(text: str, expected: str, published: str) -> None:
    found = dates_of(text, date.fromisoformat(published) if published else None)
    wanted = [] if expected == "-" else expected.split(";")
    assert [each.fields["edtf"] for each in found] == [item.split("=")[-1] for item in wanted]
    for each, item in zip(found, wanted, strict=True):
        if "=" in item:
            assert text[each.start : each.end] == item.split("=")[0]


def test_fields_of_an_explicit_day() -> None:
    (found,) = dates_of("Seized on 20 May 2022 in Osh.")
    assert found.fields == {
        "edtf": "2022-05-20",
        "earliest": date(2022, 5, 20),
        "latest": date(2022, 5, 20),
        "precision": "day",
        "resolution": "explicit",
    }
    assert found.rule == "rule:date.day_month"
    assert found.warnings == ()


def test_an_inferred_year_is_marked() -> None:
    (found,) = dates_of("On 6 October the laboratory was shut.", date(2023, 10, 10))
    assert found.fields["resolution"] == "published"
    assert found.warnings == ("year_inferred",)


def test_an_unknown_year_has_no_bounds() -> None:
    (found,) = dates_of("On 6 October the laboratory was shut.")
    assert (found.fields["earliest"], found.fields["latest"]) == (None, None)
    assert found.fields["resolution"] == "unresolved"


def test_a_blank_line_ends_what_stands_beside_a_date() -> None:
    found = dates_of("A new Phase\n\n11 August 2016\n\nIn total\n\n2015\n\nparticipants came.")
    assert [each.fields["edtf"] for each in found] == ["2016-08-11", "2015"]


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("the first quarter of 2012", "quarter"),
        ("the second half of 2012", "half"),
        ("the 1990s", "decade"),
        ("fall 2017", "season"),
        ("since 2004", "interval"),
        ("2013-2016", "interval"),
        ("in May 2013", "month"),
    ],
)
def test_precision_of_a_mention(text: str, grain: str) -> None:
    assert [found.fields["precision"] for found in dates_of(text)] == [grain]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2017-23", "2017-09-01", "2017-11-30"),
        ("2019-24", "2019-01-01", "2020-02-29"),
        ("2015/2019", "2015-01-01", "2019-12-31"),
        ("2014/..", "2014-01-01", None),
        ("XXXX-05-20", None, None),
    ],
)
def test_bounds(edtf: str, first: str | None, last: str | None) -> None:
    low, high = bounds(edtf)
    assert (low and low.isoformat(), high and high.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    ["", "XXXX", "2022-13", "2022-02-30", "2019/2015", "../..", "2014-25", "XXXX-05/2018-06", "20"],
)
def test_invalid_edtf(edtf: str) -> None:
    assert not is_valid(edtf)


@given(
    st.integers(min_value=1, max_value=9999),
    st.none() | st.integers(min_value=1, max_value=12),
    st.none() | st.integers(min_value=1, max_value=28),
)
def test_every_part_is_written_validly(year: int, month: int | None, day: int | None) -> None:
    part = Part(year, month, day if month else None)
    low, high = bounds(write_edtf(part))
    assert is_valid(part.edtf)
    assert low is not None
    assert high is not None
    assert low <= high
    assert precision(part.edtf) in {"day", "month", "year"}


_PIECES = st.sampled_from(
    (
        *"0123456789-–/.,() \n",
        *(
            "20",
            "19",
            "2015",
            "May",
            "March",
            "Sept.",
            "of ",
            " to ",
            " and ",
            "between ",
            "since ",
        ),
        *("first quarter of ", "end of ", "Monday ", "fall ", "th ", "1990s", "29 February ", "31"),
        *("the previous year", "today launched", "31st Session of the CCPCJ", "99", "winter "),
    )
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=200), st.none() | st.dates())
def test_any_text_gives_valid_dates(text: str, published: date | None) -> None:
    found = dates_of(text, published)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert is_valid(each.fields["edtf"])
        first, last = each.fields["earliest"], each.fields["latest"]
        assert first is None or last is None or first <= last
    assert found == dates_of(text, published)
