"""Substances: the tables are sound, the finder holds to its cases and to any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.passage import Acronym, Candidate, DocumentContext
from extract.find.substances import (
    find_substances,
    goods_index,
    substance_index,
    substance_named,
)
from extract.find.words import Words
from extract.knowledge.substances import (
    SubstanceCueRow,
    SubstanceRow,
    plural_of,
    substance_names,
)
from extract.knowledge.tables import read_table
from tests.support import cases, passage

SUBSTANCES = [row for row in read_table("substances.tsv", SubstanceRow) if row.substance_id]
CUES = read_table("substance_cues.tsv", SubstanceCueRow)


def found(text: str, context: DocumentContext | None = None) -> list[Candidate]:
    return find_substances(passage(text), context or DocumentContext())


def shown(text: str) -> str:
    pairs = (f"{text[c.start : c.end]}={c.fields['substance_id']}" for c in found(text))
    return "|".join(pairs) or "-"


@pytest.mark.parametrize(("text", "expected"), cases("substances"))
def test_case(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_ids_are_unique_slugs() -> None:
    ids = [str(row.substance_id) for row in SUBSTANCES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in ids)


def test_a_name_means_one_substance() -> None:
    seen: dict[str, str | None] = {}
    for row in SUBSTANCES:
        for name in (*row.names, *row.nearby, *row.weak):
            assert seen.setdefault(name.lower(), row.substance_id) == row.substance_id, name


@pytest.mark.parametrize("row", SUBSTANCES, ids=lambda row: row.substance_id)
def test_every_name_is_read(row: SubstanceRow) -> None:
    for name in row.names:
        assert [c.fields["drug_group"] for c in found(f"2 kg of {name}.")] == [row.drug_group]


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.cue)
def test_cues_hold_to_their_examples(row: SubstanceCueRow) -> None:
    def weak(text: str) -> list[str]:
        return [c.rule for c in found(f"Heroin. {text}") if c.rule.endswith(".weak")]

    assert weak(row.example)
    assert not weak(row.counter_example)


def test_an_acronym_the_document_defines_otherwise() -> None:
    police = DocumentContext(acronyms={"NPS": Acronym("NPS", "National Police Service")})
    assert not found("The NPS was trained.", police)
    drugs = DocumentContext(acronyms={"NPS": Acronym("NPS", "new psychoactive substances")})
    assert len(found("The NPS was seized.", drugs)) == 1


def test_names_are_lower_case_and_classes_plural() -> None:
    names = [c.fields["name"] for c in found("Heroin, MDMA, amphetamines and Narcotic Drugs")]
    assert names == ["heroin", "MDMA", "amphetamine", "narcotic drugs"]


def test_a_name_alone() -> None:
    name = substance_named("Cannabis  resin")
    assert name is not None
    assert (name.substance_id, name.category) == ("cannabis-resin", "drug")
    assert substance_named("ice") is None
    assert substance_named("sugar") is None


def test_goods() -> None:
    (phrase,) = goods_index().find(Words.of("Two Elephant Tusks"))
    assert phrase.values[0].name == "elephant tusk"
    assert phrase.values[0].category == "wildlife"
    assert substance_index().find(Words.of("ivory")) == []


@pytest.mark.parametrize(
    ("name", "plural"), [("poppy", "poppies"), ("coca leaf", "coca leaves"), ("opiate", "opiates")]
)
def test_plurals(name: str, plural: str) -> None:
    assert plural_of(name) == plural


@given(st.text(max_size=300) | st.lists(st.sampled_from(sorted(substance_names()))).map(" ".join))
def test_any_text(text: str) -> None:
    first = found(text)
    assert first == found(text)
    assert all(0 <= c.start < c.end <= len(text) for c in first)
