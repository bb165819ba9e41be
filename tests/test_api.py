"""The Python face of the package."""

from __future__ import annotations

import doctest
from datetime import date, datetime

import pytest

import extract
from extract import api, extract_documents, extract_text, pipeline
from extract.errors import UnodcFactsError
from extract.language import EntityModel
from schemas import RejectedRecord


def test_the_face_is_small_sorted_and_complete() -> None:
    assert extract.__all__ == sorted(extract.__all__)
    for name in extract.__all__:
        assert callable(getattr(extract, name))
    with pytest.raises(AttributeError, match="no attribute 'extract_everything'"):
        extract.extract_everything  # noqa: B018


def test_the_example_in_the_docstring_is_true() -> None:
    results = doctest.testmod(api)
    assert results.attempted > 0
    assert results.failed == 0


def test_documents_in_documents_order(model: EntityModel) -> None:
    documents = [{"id": "b", "text": "Peru and Chile"}, {"id": "a", "text": "Ghana"}]
    facts = list(extract_documents(documents, model=model))
    assert [fact.document_id for fact in facts if fact.kind == "country"] == ["b", "b", "a"]


def test_the_publication_date_settles_a_year(model: EntityModel) -> None:
    text = "Nairobi, 3 May - A workshop was opened in Nairobi today."
    facts = extract_text(text, published=date(2019, 5, 3), model=model)
    assert ("2019-05-03", "published") in [
        (fact.edtf, fact.resolution) for fact in facts if fact.kind == "date"
    ]


@pytest.mark.parametrize(
    ("document", "error", "message"),
    [
        ({"id": "a"}, TypeError, 'a document needs "id" and "text", both strings'),
        ({"id": 1, "text": "x"}, TypeError, 'a document needs "id" and "text", both strings'),
        ({"id": "a", "text": "x", "published": 3}, TypeError, '"published" of a is not a date: 3'),
        ({"id": "a", "text": "x", "published": "May"}, ValueError, "is not a date"),
    ],
)
def test_documents_that_are_refused(
    document: dict[str, object], error: type[Exception], message: str, model: EntityModel
) -> None:
    with pytest.raises(error, match=message):
        list(extract_documents([document], model=model))


def test_published_may_carry_a_time(model: EntityModel) -> None:
    text = "Nairobi, 3 May - A workshop was opened in Nairobi today."
    dates = [
        [fact.edtf for fact in extract_documents([document], model=model) if fact.kind == "date"]
        for document in (
            {"id": "d", "text": text, "published": datetime(2019, 5, 3, 10)},
            {"id": "d", "text": text, "published": "2019-05-03T10:00:00Z"},
        )
    ]
    assert dates[0] == dates[1]
    assert "2019-05-03" in dates[0]


def test_what_could_not_be_delivered_is_told(
    model: EntityModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(passages: object) -> None:
        raise ZeroDivisionError("made for this test")

    monkeypatch.setattr(pipeline, "learn_acronyms", broken)
    with pytest.raises(UnodcFactsError, match="text: ZeroDivisionError: made for this test"):
        extract_text("News from Kenya.", model=model)
    rejected: list[RejectedRecord] = []
    documents = [{"id": "a", "text": "News from Kenya."}]
    assert list(extract_documents(documents, model=model, on_rejected=rejected.append)) == []
    assert [one.code for one in rejected] == ["internal_error"]
