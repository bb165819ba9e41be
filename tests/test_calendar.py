"""What a document says of its own time, and the calendar's tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find.dates.calendar import read_calendar
from extract.find.dates.document_time import DocumentTime
from extract.find.dates.finder import find_dates
from extract.find.passage import DocumentContext
from extract.knowledge.calendar import (
    CalendarName,
    Session,
    YearCue,
    calendar_names,
    numbers_of,
    sessions,
    year_cues,
)
from extract.knowledge.tables import read_table
from tests.test_dates import dates_of, passage_of

BODY = "\n\nThe unit trained 20 officers. On 8 May a truck was stopped.\n"


def time_of(*texts: str, published: date | None = None) -> DocumentTime:
    return read_calendar(
        [passage_of(text, article) for article, text in enumerate(texts)], published
    )


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Vienna, 16 May 2006 – Output fell again.", "2006-05-16"),
        ("VIENNA/KABUL, 16 May 2006 (UN Information Service) - Output fell.", "2006-05-16"),
        ("Panama City, 16 May 2006. Output fell again.", "2006-05-16"),
        ("Port unit opens\n\n16 May 2006\n\nA unit opened.", "2006-05-16"),
        ("Port unit opens\n\nMay 16, 2006 - A unit opened.", "2006-05-16"),
        ("Published: 16 May 2006\n\nA unit opened.", "2006-05-16"),
        ("date 2006-05-16 Output fell again.", "2006-05-16"),
        ("Newsletter | Issue 11 | May 2006\n\nA unit opened.", "2006-05-31"),
        ("Regional Office for the Pacific        May 2006\n\nA unit opened.", "2006-05-31"),
    ],
)
def test_a_head_dates_the_text(head: str, day: str) -> None:
    anchor = time_of(head + BODY).anchor_of(0)
    assert anchor is not None
    assert anchor.last == date.fromisoformat(day)
    assert anchor.source == "document"


@pytest.mark.parametrize(
    "head",
    [
        "A unit opened on 16 May 2006 in Suva.",
        "Output fell after 16 May 2006 - and rose again.",
        "The course of 9-11 May 2006 – a first – was full.",
        "World Drug Report 2006\n\nOutput fell.",
        "Vienna, 16 May – Output fell.",
    ],
)
def test_no_head_no_anchor(head: str) -> None:
    assert time_of(head + BODY).anchor_of(0) is None


def test_publication_dates_what_has_no_dateline() -> None:
    time = time_of("Unit opens." + BODY, published=date(2019, 5, 20))
    anchor = time.anchor_of(0)
    assert anchor is not None
    assert (anchor.source, anchor.last) == ("published", date(2019, 5, 20))


def test_an_issue_dates_every_article_a_dateline_only_its_own() -> None:
    issue = time_of("Newsletter | May 2006\n\nA unit opened.", "Another article.")
    assert issue.anchor_of(1) is not None
    press = time_of("Dakar, 16 May 2006 – A unit opened.", "Another article.")
    assert press.anchor_of(1) is None


def test_year_of_an_issue_reaches_the_dates_of_its_articles() -> None:
    passages = [passage_of("Newsletter | May 2006\n\nA unit opened."), passage_of(BODY, 1)]
    context = DocumentContext(calendar=read_calendar(passages, None))
    (found,) = find_dates(passages[1], context)
    assert found.fields["edtf"] == "2006-05-08"
    assert found.fields["resolution"] == "document"


def test_habit_of_slashed_dates() -> None:
    assert time_of("25/05/2022").day_first is True
    assert time_of("05/25/2022").day_first is False
    assert time_of("05/06/2022").day_first is None
    assert time_of("25/05/2022 and 05/25/2022").day_first is None


@pytest.mark.parametrize(
    ("body", "ordinal", "year"),
    [
        ("CCPCJ", 31, 2022),
        ("CND", 62, 2019),
        ("CND", 65, 2022),
        ("UNGA", 70, 2015),
        ("UNCAC COSP", 9, 2021),
        ("CTOC COP", 10, 2020),
        ("Crime Congress", 13, 2015),
    ],
)
def test_sessions(body: str, ordinal: int, year: int) -> None:
    years = {row.year(ordinal) for row in sessions() if row.body == body} - {None}
    assert years == {year}


@pytest.mark.parametrize("row", sessions(), ids=lambda row: f"{row.body} {row.first}")
def test_session_examples(row: Session) -> None:
    text, _, year = row.example.partition(" -> ")
    assert [found.fields["edtf"][:4] for found in dates_of(text)] == [year]


@pytest.mark.parametrize("row", read_table("year_cues.tsv", YearCue), ids=lambda row: row.example)
def test_year_cue_examples(row: YearCue) -> None:
    is_year = row.reading in {"time", "date"}
    assert bool(dates_of(row.example)) is is_year
    assert bool(dates_of(row.counter or "")) is not is_year


@pytest.mark.parametrize(
    "row",
    [*calendar_names("month"), *calendar_names("season"), *calendar_names("weekday")],
    ids=lambda row: row.names[0],
)
def test_calendar_examples(row: CalendarName) -> None:
    assert len(dates_of(row.example)) == 1
    assert dates_of(row.counter or "") == []


def test_every_month_and_cue_is_read() -> None:
    assert set(numbers_of("month").values()) == set(range(1, 13))
    assert year_cues("after")["kg"] == "measure"
    assert year_cues("before")["in"] == "time"


@settings(max_examples=100)
@given(st.lists(st.text(max_size=120), max_size=3))
def test_any_text_has_a_time(texts: list[str]) -> None:
    assert time_of(*texts) == time_of(*texts)
