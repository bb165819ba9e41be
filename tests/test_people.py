"""People: the table of cases, the knowledge's own examples, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.people.finder import find_people
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.knowledge.people import CueWords, Title, cue_rows, given_names, titles
from extract.language import ModelSpan, Proposals

CASES = Path(__file__).parent / "cases" / "people.tsv"
FIELDS = ("name", "honorific", "role", "organisation")


def passage(text: str, *spans: ModelSpan) -> Passage:
    return Passage(
        article=0,
        offset=0,
        text=text,
        words=Words.of(text),
        sentences=split_sentences(text),
        proposals=Proposals(text, [(0, len(text))], lambda _: spans),
    )


def people(text: str, *spans: ModelSpan) -> list[Candidate]:
    return find_people(passage(text, *spans), DocumentContext())


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(text, expected) for text, expected in cells]


def expected_people(cell: str) -> list[tuple[str | None, ...]]:
    if cell == "-":
        return []
    parts = [person.strip().split("|") for person in cell.split(";")]
    return [tuple((*(part or None for part in p), None, None, None)[:4]) for p in parts]


@pytest.mark.parametrize(("text", "expected"), rows())
def test_case(text: str, expected: str) -> None:
    found = [tuple(person.fields[name] for name in FIELDS) for person in people(text)]
    assert found == expected_people(expected)


@pytest.mark.parametrize("row", [row for row in titles() if row.example], ids=lambda r: r.title)
def test_title_is_held_to_its_examples(row: Title) -> None:
    assert row.example is not None
    assert people(row.example), "the example names a person"
    if row.counter:
        assert not people(row.counter), "the counter-example does not"


@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.cue)
def test_cue_is_held_to_its_examples(row: CueWords) -> None:
    assert people(row.example)
    assert not people(row.counter)


def test_span_is_the_name_only() -> None:
    text = "H.E. Ms. Helen Whitlam, Australia’s High Commissioner to Samoa, cut the ribbon."
    (person,) = people(text)
    assert text[person.start : person.end] == "Helen Whitlam"
    slots = {slot.slot: text[slot.start : slot.end] for slot in person.evidence}
    assert slots["role"] == "High Commissioner to Samoa"


def test_a_model_proposal_alone_is_no_person() -> None:
    text = "Then Quillon Vantarry. That was all."
    assert not people(text)
    assert not people(text, ModelSpan(5, 21, "PERSON"))


def test_a_model_proposal_and_a_second_cue_are() -> None:
    text = "Then Quillon Vantarry opened the door."
    (person,) = people(text, ModelSpan(5, 21, "PERSON"))
    assert person.rule == "model:PERSON+verb"
    assert person.support == 1


def test_proposals_of_streets_are_none() -> None:
    text = "They met in Avenida Paulista, Rue Mohamed V and Villa Rosa Clara."
    spans = [ModelSpan(12, 28, "PERSON"), ModelSpan(30, 43, "PERSON"), ModelSpan(48, 64, "PERSON")]
    assert not people(text, *spans)


def test_given_names_are_many_and_capitalised() -> None:
    assert len(given_names()) > 1000
    assert all(name[0].isupper() for name in given_names())


PIECES = st.sampled_from(
    [
        "Mr. ",
        "Dr.",
        "Director",
        " of ",
        "the ",
        "UNODC",
        "Ana ",
        "van der ",
        "Luz",
        ", ",
        "(",
        ")",
        ".",
        "\n",
        "“",
        " and ",
        "A. ",
        "'s",
        "é",
        "General ",
        "said ",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_the_same_people_in_range(text: str) -> None:
    found = people(text)
    assert found == people(text)
    for person in found:
        assert 0 <= person.start < person.end <= len(text)
        assert person.fields["name"]
        for slot in person.evidence:
            assert 0 <= slot.start < slot.end <= len(text)
