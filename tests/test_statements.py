"""Statements: the table of cases, the cues' own examples, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles import Article
from extract.compose.scene import Scene
from extract.compose.statements import compose_statements
from extract.find import FINDERS
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.knowledge.people import StatementCue, statement_cues
from extract.resolve import resolve

CASES = Path(__file__).parent / "cases" / "statements.tsv"


def scene(text: str) -> Scene:
    sentences = split_sentences(text)
    passage = Passage(0, 0, text, words=Words.of(text), sentences=sentences)
    context = DocumentContext()
    finders = [find for find in FINDERS if find.__name__ in {"find_people", "find_organisations"}]
    mentions = resolve([found for find in finders for found in find(passage, context)])
    articles = (Article(0, 0, len(text)),)
    return Scene(text, articles, sentences, tuple(mentions), context)


def statements(text: str) -> list[Candidate]:
    return compose_statements(scene(text))


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(text.replace("\\n", "\n"), expected) for text, expected in cells]


@pytest.mark.parametrize(("text", "expected"), rows())
def test_case(text: str, expected: str) -> None:
    found = statements(text)
    wanted = [] if expected == "-" else [one.strip().split("|") for one in expected.split(";")]
    assert len(found) == len(wanted)
    for statement, (start, *slots) in zip(found, wanted, strict=True):
        assert statement.fields["quote"].startswith(start)
        names = [statement.fields[name] for name in ("speaker", "role", "organisation")]
        assert names == (([slot or None for slot in slots]) + [None] * 3)[:3]


@pytest.mark.parametrize("row", statement_cues(), ids=lambda row: row.cue)
def test_cue_is_held_to_its_examples(row: StatementCue) -> None:
    holds = row.cue != "naming"
    example, counter = statements(row.example), statements(row.counter)
    assert bool(example) == holds
    assert example != counter


def test_evidence_shows_quotation_and_speaker() -> None:
    text = "“We close the route”, said Captain Ana Ruiz of UNODC. “For good.”"
    first, second = statements(text)
    slots = [(slot.slot, text[slot.start : slot.end]) for slot in first.evidence]
    assert ("quote", "We close the route") in slots
    assert ("speaker", "Ana Ruiz") in slots
    assert second.support < first.support


MARKS = st.sampled_from(
    [*"“”«»„‘’'X", '"', "``", "''", " ", "\n\n", "said ", "Ms. Ana Ruiz", "We go on", ", ", ". "]
)


@settings(max_examples=200)
@given(st.one_of(st.text(), st.lists(MARKS, max_size=40).map("".join)))
def test_any_text_gives_the_same_statements_in_range(text: str) -> None:
    found = statements(text)
    assert found == statements(text)
    for statement in found:
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.fields["quote"]
        for slot in statement.evidence:
            assert 0 <= slot.start < slot.end <= len(text)
