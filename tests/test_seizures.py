"""Seizures: small stories against the records they tell of."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.knowledge import seizures as knowledge
from extract.language import ModelSpan
from extract.pipeline import Extraction, extract_stream
from extract.read.source import SourceDocument
from schemas import Seizure
from schemas.values import SeizedItem
from tests.support import cases

STORIES = tomllib.loads((Path(__file__).parent / "cases" / "seizures.toml").read_text("utf-8"))[
    "story"
]
AMOUNTS = ("also", "containers", "equivalent")


class NoModel:
    """In the place of the spaCy pipeline: proposes nothing."""

    def entities(self, _: str) -> tuple[ModelSpan, ...]:
        return ()


def read(text: str) -> Extraction:
    """What the pipeline makes of a text, without a model."""
    document = SourceDocument("story", "story.txt", "text/plain", text)
    (extraction,) = extract_stream([document], NoModel())  # type: ignore[arg-type]
    assert not extraction.rejected
    return extraction


def seizures(text: str) -> list[Seizure]:
    return [fact for fact in read(text).facts if isinstance(fact, Seizure)]


def shown(item: SeizedItem) -> str:
    amount = "?" if item.value is None else f"{item.value:.12g} {item.unit}"
    return f"{amount} {item.substance}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_story(story: dict[str, Any]) -> None:
    text = story["text"].strip("\n")
    found = seizures(text)
    wanted = story.get("record", [])
    assert [[shown(item) for item in one.items] for one in found] == [
        one["items"] for one in wanted
    ]
    for record, facts in zip(found, wanted, strict=True):
        for slot, value in facts.items():
            assert slot_of(record, slot) == value, slot


@pytest.mark.parametrize(("sentence", "expected"), cases("arrests"))
def test_arrests(sentence: str, expected: str) -> None:
    lead = "On 12 December 2017 gendarmes in Mopti, Mali, stopped a jeep with 300 kg of cannabis. "
    (record,) = seizures(lead + sentence)
    assert ("-" if record.arrested is None else str(record.arrested)) == expected


def slot_of(record: Seizure, slot: str) -> Any:
    """A slot as the stories write it."""
    if slot == "items":
        return [shown(item) for item in record.items]
    if slot == "date":
        return record.date.edtf if record.date else ""
    if slot == "restated":
        return any(evidence.slot == "restatement" for evidence in record.evidence)
    if slot in AMOUNTS:
        return [[one.value, one.unit] for one in getattr(record.items[0], slot)]
    value = getattr(record, slot)
    if isinstance(value, tuple):
        return [one for one in value if slot != "warnings" or one != "year_inferred"]
    return "" if value is None else value


def test_every_filled_slot_has_its_evidence() -> None:
    (record,) = seizures(STORIES[0]["text"])
    slots = {evidence.slot for evidence in record.evidence}
    assert {"items", "country", "place", "date", "origin", "destination", "authority"} <= slots
    assert {"concealment", "arrested", "transport_mode", "location_type"} <= slots


def test_a_route_country_is_never_the_country_of_seizure() -> None:
    (record,) = seizures("Officers seized 3 kg of heroin on its way from Iran to Türkiye.")
    assert record.country is None
    assert (record.origin, record.destination) == (("IRN",), ("TUR",))


@pytest.mark.parametrize("row", knowledge.triggers(), ids=lambda row: row.trigger)
def test_trigger_rows_keep_their_examples(row: knowledge.TriggerRow) -> None:
    assert seizures(row.example), row.example
    assert not seizures(row.counter_example), row.counter_example


def test_tables_are_read() -> None:
    assert knowledge.cues()
    assert knowledge.locations()
    assert knowledge.transports()
    assert knowledge.concealments()
    assert knowledge.routes()
    assert knowledge.item_nouns()
    assert knowledge.seizure_words()


WORDS = st.lists(
    st.sampled_from(
        [
            "seized", "police", "12 kg", "of", "heroin", "in", "Kenya", ";", ":", "\n\n", ".",
            "from", "Peru", "hidden", "and", "45 seizures", "on 3 May 2019", "300 tablets", "were",
            "(", "the first", "the second", "Tema port", "capsules", "cash", "US$ 300", "weighing",
            "or", "\x00", "’",
        ]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(WORDS.map(" ".join), st.text(max_size=200)))
def test_any_text_is_read_twice_alike(text: str) -> None:
    first = seizures(text)
    assert [record.id for record in first] == [record.id for record in seizures(text)]
    for record in first:
        assert text[record.start : record.end] == record.text
        assert record.items
