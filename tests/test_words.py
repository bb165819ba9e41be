"""Words of a text, and phrases found among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.words import PhraseIndex, Words

INDEX = PhraseIndex(
    [
        ("Panama", "country"),
        ("Panama City", "city"),
        ("Côte d'Ivoire", "country"),
        ("Guinea-Bissau", "country"),
        ("U.S.", "country"),
        ("City of God", "film"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Panama.", ["Panama"]),
        ("Panama City", ["Panama City"]),
        ("Panama\n City", ["Panama\n City"]),
        ("Panama City of God", ["Panama City"]),
        ("Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("Guinea‑Bissau", ["Guinea‑Bissau"]),
        ("the U.S. Navy", ["U.S."]),
        ("Panamanian panama", []),
        ("", []),
    ],
)
def test_longest_phrase_at_word_boundaries(text: str, expected: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in INDEX.find(Words.of(text))] == expected


def test_case_may_be_ignored_and_values_add_up() -> None:
    index = PhraseIndex([("Ice", 1), ("ice", 2)], fold=str.lower)
    (hit,) = index.find(Words.of("ICE"))
    assert hit.values == (1, 2)


def test_words_may_be_folded_in_any_way() -> None:
    index = PhraseIndex([("World Food Programme", 1)], fold=lambda word: word.removesuffix("me"))
    assert index.find(Words.of("the World Food Program")) != []


@given(st.text())
def test_words_are_stretches_of_the_text(text: str) -> None:
    words = Words.of(text)
    for word, start, end in zip(words.texts, words.starts, words.ends, strict=True):
        assert len(word) == end - start
        assert 0 <= start < end <= len(text)
    assert list(words.starts) == sorted(words.starts)
