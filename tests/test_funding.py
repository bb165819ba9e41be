"""Funding: the table of cases, the knowledge's own examples, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.compose.funding import compose_funding
from extract.compose.wording import slots_of, wordings
from extract.find.passage import Candidate
from extract.knowledge.funding import PatternRow, cues, patterns
from tests.composing import scene_of
from tests.support import cases


def funding(text: str) -> list[Candidate]:
    return compose_funding(scene_of(text))


def shown(record: Candidate) -> str:
    fields = record.fields
    amount = fields["amount"]
    parts = [
        fields["donor"],
        fields["donor_country"] or "",
        fields["recipient"] or "",
        f"{amount['value']:g} {amount['unit']}" if amount else "",
    ]
    return "|".join(parts).rstrip("|")


@pytest.mark.parametrize(("text", "expected"), cases("funding"))
def test_case(text: str, expected: str) -> None:
    found = [shown(record) for record in funding(text.replace("\\n", "\n"))]
    assert ("; ".join(found) or "-") == expected


@pytest.mark.parametrize("row", patterns(), ids=lambda row: row.pattern)
def test_wording_is_held_to_its_examples(row: PatternRow) -> None:
    assert f"rule:funding.{row.pattern}" in {record.rule for record in funding(row.example)}
    assert not funding(row.counter_example)


def test_donor_told_twice_for_one_thing_is_one_record() -> None:
    text = "The project is funded by Norway. Norway pays for the project."
    assert len(funding(text)) == 1


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        (
            "The visit was funded by the Ford Foundation (FF). FF also paid for a second course.",
            "Ford Foundation",
        ),
        (
            "The Government of Japan funded the course. Japan paid for the boats.",
            "Government of Japan",
        ),
    ],
)
def test_donor_is_told_under_one_name(text: str, donor: str) -> None:
    assert {record.fields["donor"] for record in funding(text)} == {donor}


def test_implementers_are_no_donors() -> None:
    text = (
        "The work is planned within a joint initiative of UNFPA, UNICEF and UNODC with the "
        "financial support provided by the UN Peacebuilding Fund."
    )
    assert [record.fields["donor"] for record in funding(text)] == ["UN Peacebuilding Fund"]


def test_every_slot_has_its_evidence() -> None:
    (record,) = funding("Australia will give AU$650,000 for the second phase.")
    assert {slot.slot for slot in record.evidence} == {
        "donor", "donor_country", "recipient", "amount",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("paid (jointly) by", "paid by", True),
        ("paid (jointly) by", "Paid   jointly by", True),
        ("paid (jointly) by", "paid bye", False),
        ("a/the gift ... from", "the gift of five vans from", True),
        ("a/the gift ... from", "the gift. It came from", False),
        ("donors :", "Donors: Japan", True),
        ("made_available by", "made available by", True),
    ],
)
def test_wordings(wording: str, text: str, found: bool) -> None:
    assert (wordings([wording]).search(text) is not None) is found
    if found:
        words = frozenset(text.lower().replace(":", "").split())
        key, others = slots_of(wording)
        assert not any(map(words.isdisjoint, (key, *others)))


def test_tables_are_filled() -> None:
    assert all(words for words in cues().values())


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text(text: str) -> None:
    scene = scene_of(text)
    found = compose_funding(scene)
    assert found == compose_funding(scene)
    for record in found:
        for slot in record.evidence:
            assert 0 <= slot.start < slot.end <= len(scene.text)


WORDS = [
    *("Japan", "the European Union", "funded", "by", "with", "funding", "from", "USD 5 million"),
    *("and", ",", ";", "pays for", "the project", ".", "Donors:", "the rest", "(INL)"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(deadline=None, max_examples=60)
def test_any_order_of_words(words: list[str]) -> None:
    scene = scene_of(" ".join(words))
    for record in compose_funding(scene):
        donor = next(slot for slot in record.evidence if slot.slot == "donor")
        assert scene.text[donor.start : donor.end] == record.fields["donor"]
