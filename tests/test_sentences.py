"""Sentences: the table of cases, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.find.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "sentences.tsv"


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [
        (
            text.replace("\\n", "\n").replace("\\t", "\t"),
            expected.replace("\\n", "\n").replace("\\t", "\t"),
        )
        for text, expected in cells
    ]


@pytest.mark.parametrize(("text", "expected"), rows())
def test_case(text: str, expected: str) -> None:
    found = "¦".join(text[start:end] for start, end in split_sentences(text))
    assert found == expected


@settings(max_examples=200)
@given(st.one_of(st.text(), st.text(alphabet='aA. \n"”?1')))
def test_any_text_is_covered_by_ordered_sentences(text: str) -> None:
    spans = split_sentences(text)
    assert spans == split_sentences(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()
