"""The one overlap order."""

from __future__ import annotations

import pytest

from extract.find.passage import Candidate
from extract.resolve import resolve

KINDS = {
    "o": "organisation",
    "c": "country",
    "p": "person",
    "l": "place",
    "d": "date",
    "q": "quantity",
    "s": "substance",
}


def candidate(written: str) -> Candidate:
    """``c3-8`` is a country at [3, 8); ``c3-8:1`` one with support 1."""
    span, _, support = written[1:].partition(":")
    start, _, end = span.partition("-")
    return Candidate(KINDS[written[0]], int(start), int(end), "rule:test", {}, int(support or 3))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("c0-5 c0-5", "c0-5"),  # the same twice
        ("c0-5 c0-9", "c0-9"),  # the longer of one kind
        ("c0-5:1 c3-8:3", "c3-8:3"),  # the better supported of one length
        ("c0-5 c3-8", "c0-5"),  # the earlier
        ("c0-5:0", ""),  # no support, no mention
        ("o0-20 c12-20", "o0-20 c12-20"),  # a country inside a body
        ("q0-20 c5-10", "q0-20 c5-10"),  # a country inside a quantity
        ("d0-8 q0-12", "d0-8"),  # a date holds its ground
        ("d5-9 q0-4", "d5-9 q0-4"),
        ("p0-10 c5-10", "p0-10"),  # Chad Wilson
        ("o0-20 p0-10", "o0-20"),  # a foundation named after a person
        ("o0-20 s5-10", "o0-20"),  # a narcotics board
        ("l0-11 c0-6", "l0-11"),  # Panama City
        ("l0-9 c0-17", "c0-17"),  # Hong Kong, China
        ("l0-6 c0-6", "c0-6 l0-6"),
        ("p0-11 d8-11", "p0-11"),  # Theresa May
        ("d0-10 p0-3", "d0-10"),  # May 5, 2021
        ("p0-11 d8-11 q8-20", "p0-11 q8-20"),
    ],
)
def test_what_stands(given: str, expected: str) -> None:
    kept = resolve([candidate(written) for written in given.split()])
    wanted = [candidate(written) for written in expected.split()]
    assert sorted(kept, key=str) == sorted(wanted, key=str)


def test_the_order_given_does_not_matter() -> None:
    written = ["c0-5", "c3-8", "o0-20", "p2-9", "d4-6", "q3-7", "l0-8"]
    forwards = resolve([candidate(one) for one in written])
    backwards = resolve([candidate(one) for one in reversed(written)])
    assert forwards == backwards
