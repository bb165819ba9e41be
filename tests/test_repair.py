"""Damaged text is repaired, and every position of it is still found in the source."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.knowledge.words import HyphenWord, hyphen_words, is_word
from extract.repair import RepairedText, repair
from extract.repair.hyphens import Vocabulary, at_line_end
from extract.repair.mapping import Edit

CASES = Path(__file__).parent / "cases" / "repair.tsv"
_ESCAPE = re.compile(r"\\(?:[nrtf]|u[0-9a-f]{4})")

DAMAGE = st.text(
    st.sampled_from("ab Z9-\n\n\t\r\f.,:/()\u00a0\u00ad\u2028\ufb01\u0002\ufffe|@”")
    | st.characters(codec="utf-8")
)
PIECES = (
    "the UNODC gov- erning Turk-menistan onDrugs phase.Its HIV/ AIDS ( x ) 12 kg , Mr.Jordan 14"
    " MEKONG NOTES low- and \ufb01 nal of- fice - \u2022 item http://a.b/c,D"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", "\n\n", "of-\n\n"])).map(" ".join)


def unescape(cell: str) -> str:
    return _ESCAPE.sub(lambda match: codecs.decode(match.group(), "unicode_escape"), cell)


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(unescape(text), unescape(text if want == "-" else want)) for text, want in cells]


@pytest.mark.parametrize(("text", "expected"), rows())
def test_case(text: str, expected: str) -> None:
    assert repair(text).text == expected


@pytest.mark.parametrize(("_text", "expected"), rows())
def test_repaired_text_needs_no_repair(_text: str, expected: str) -> None:
    assert repair(expected).text == expected


@pytest.mark.parametrize("row", hyphen_words(), ids=lambda row: f"{row.part}-{row.word}")
def test_hyphen_row_keeps_to_its_examples(row: HyphenWord) -> None:
    vocabulary = Vocabulary("")
    for kept in row.example.split("|"):
        assert at_line_end(*kept.split("-"), vocabulary) == "-"
    if row.counter_example:
        assert at_line_end(*row.counter_example.split("-"), vocabulary) == ""


@pytest.mark.parametrize("word", ["smuggled", "countries", "stopping", "taxes", "uzbekistan"])
def test_regular_forms_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("fragment", ["erning", "tion", "gov", "menistan", "vention", ""])
def test_fragments_are_no_words(fragment: str) -> None:
    assert not is_word(fragment)


def test_evidence_is_the_raw_stretch() -> None:
    raw = "of legislation gov-\n\n\n\nerning the Turk-menistan HIV/ AIDS andTuvalu"
    repaired = repair(raw)
    for word, source in [
        ("governing", "gov-\n\n\n\nerning"),
        ("Turkmenistan", "Turk-menistan"),
        ("HIV/AIDS", "HIV/ AIDS"),
        ("and Tuvalu", "andTuvalu"),
        ("Tuvalu", "Tuvalu"),
        ("and", "and"),
    ]:
        start = repaired.text.index(word)
        first, last = repaired.source_span(start, start + len(word))
        assert raw[first:last] == source


def test_text_without_damage_is_its_own_source() -> None:
    assert RepairedText("plain").source_span(1, 3) == (1, 3)
    assert RepairedText("plain").source_offset(5) == 5


def test_inserted_space_stands_for_the_character_before_it() -> None:
    edited = RepairedText("ab").edited([Edit(1, 1, " "), Edit(2, 2, "!")])
    assert edited.text == "a b!"
    assert [edited.source_span(at, at + 1) for at in range(4)] == [(0, 1), (0, 1), (1, 2), (1, 2)]
    assert RepairedText("b").edited([Edit(0, 0, " ")]).source_span(0, 1) == (0, 1)


@given(DAMAGE | WORDS)
@example("")
@example("\u200b")
@example("-\n-")
@example("\ud800 lone surrogate")
def test_any_text_is_repaired_and_mapped(raw: str) -> None:
    repaired = repair(raw)
    assert repair(raw) == repaired
    before = (0, 0)
    for index, character in enumerate(repaired.text):
        start, end = span = repaired.source_span(index, index + 1)
        assert 0 <= start < end <= len(raw)
        assert span >= before or character == " "
        assert repaired.source_offset(index) <= len(raw)
        if not character.isspace() and end - start == 1 and raw[start].isalnum():
            assert (
                character == raw[start]
                or raw[start] in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
            )
        before = span if character != " " else before


@given(WORDS)
def test_repair_loses_no_letter(raw: str) -> None:
    """Only page furniture inside a sentence goes; there is none that repeats with a number here."""
    whole = raw.replace("\ufb01", "fi")
    letters, unnumbered = (
        re.sub(r"[\W\d_]", "", text)
        for text in (whole, re.sub(r"(?m)^\W*[ivxlc]{1,5}\W*$", "", whole))
    )
    kept = re.sub(r"[\W\d_]", "", repair(raw).text)
    assert kept in (letters, unnumbered) or "MEKONGNOTES" in letters
