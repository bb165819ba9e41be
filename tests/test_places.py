"""Places: the tables are sound, the finder holds to its cases and to any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.passage import Candidate, DocumentContext
from extract.find.places.finder import find_places
from extract.knowledge.countries import countries
from extract.knowledge.places import CityRow, PatternRow, PlaceRow, place_heads, place_names
from extract.knowledge.tables import read_table
from tests.support import cases, passage

PATTERNS = read_table("place_patterns.tsv", PatternRow)


def found(text: str) -> list[Candidate]:
    """What stands once overlaps are resolved: the longest at each place."""
    kept: list[Candidate] = []
    candidates = find_places(passage(text), DocumentContext())
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        if all(candidate.end <= c.start or c.end <= candidate.start for c in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def shown(text: str) -> str:
    return (
        "|".join(
            f"{text[c.start : c.end]}={c.fields['place_type']}={c.fields['country'] or ''}"
            for c in found(text)
        )
        or "-"
    )


@pytest.mark.parametrize(("text", "expected"), cases("places"))
def test_case(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: f"{row.side}-{row.heads[0]}")
def test_patterns_hold_to_their_examples(row: PatternRow) -> None:
    assert [c.fields["place_type"] for c in found(row.example)] == [row.place_type]
    assert not found(row.counter_example)


def test_countries_of_the_tables_exist() -> None:
    for city in read_table("cities.tsv", CityRow):
        assert set(city.countries) <= countries().keys(), city.name
    for place in read_table("places.tsv", PlaceRow):
        assert place.country is None or place.country in countries(), place.name


def test_quotes_stand_in_the_span_and_not_in_the_name() -> None:
    text = 'the "Morport" Customs checkpoint'
    (site,) = found(text)
    assert text[site.start : site.end] == '"Morport" Customs checkpoint'
    assert site.fields["name"] == "Morport Customs checkpoint"
    assert site.rule == "rule:place.checkpoint_after"


WORDS = sorted(
    (*place_names(), *(head for head, _ in place_heads()), "of", "The", "'", "Kenyan", '"', "\n\n")
)


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_text(text: str) -> None:
    first = find_places(passage(text), DocumentContext())
    assert first == find_places(passage(text), DocumentContext())
    assert all(0 <= c.start < c.end <= len(text) for c in first)
