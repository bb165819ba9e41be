"""Acronyms as a document defines them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.organisations.definitions import learn_acronyms
from tests.organisation_cases import passage, read_cases


def _learnt(text: str) -> str:
    found = learn_acronyms([passage(text)])
    return ";".join(f"{short}={found[short].long_form}" for short in sorted(found)) or "-"


@pytest.mark.parametrize(("text", "expected"), read_cases("acronyms.tsv"))
def test_case(text: str, expected: str) -> None:
    assert _learnt(text) == expected


def test_the_first_definition_counts_over_all_passages() -> None:
    first = passage("The Anti-Vice Commission (AVC) met.")
    second = passage("The Audio Video Centre (AVC) met.")
    assert learn_acronyms([first, second])["AVC"].long_form == "Anti-Vice Commission"


@given(st.text(alphabet="ABCabc ()-.,'’\n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert learn_acronyms([passage(text)]) == learn_acronyms([passage(text)])


def test_many_brackets_are_read_in_linear_time() -> None:
    assert learn_acronyms([passage("(" * 20_000 + "A (AB) " * 5_000)]) == {}
