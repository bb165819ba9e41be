"""Bodies and their names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.organisations.finder import find_organisations
from extract.find.organisations.lexicon import bodies_by_name, name_key
from extract.find.organisations.settling import settle_names
from extract.find.passage import DocumentContext
from extract.knowledge.organisations import bodies, patterns
from tests.organisation_cases import found, passage, read_cases, surfaces

PIECES = st.sampled_from(
    re.split(
        r"\|",
        "Ministry|Office|of|the|for|and|,|(|)|UNODC|Japan|Japanese|Central|Asia|Justice|Police's|in"
        "|National|Prosecutor’s|Board|Trafficking|Persons|Task|Force|.|\n\n|U.S.|onDrugs|MoI|12"
        "|Customs|Directorate|General|Policía|Nacional|de|Regional|Government|“|/|HIV/AIDS|Mol",
    )
)


@pytest.mark.parametrize(("text", "expected"), read_cases("organisations.tsv"))
def test_case(text: str, expected: str) -> None:
    assert (";".join(surfaces(text)) or "-") == expected


@pytest.mark.parametrize("text", [row.example for row in patterns() if row.example])
def test_the_example_of_a_pattern_holds_a_body(text: str) -> None:
    assert surfaces(text)


@pytest.mark.parametrize("text", [row.counter_example for row in patterns() if row.counter_example])
def test_its_counter_example_holds_none(text: str) -> None:
    assert surfaces(text) == []


def test_every_body_has_its_own_slug_and_an_existing_parent() -> None:
    slugs = [body.id for body in bodies()]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug) for slug in slugs)
    assert {body.parent for body in bodies() if body.parent} <= set(slugs)


@pytest.mark.parametrize("body", bodies(), ids=lambda body: body.id)
def test_a_known_body_is_found_by_its_name(body) -> None:  # type: ignore[no-untyped-def]
    text = f"They thanked the {body.name} for its help."
    if body.name.startswith("UNODC ") or body.name in body.weak:
        return
    [mention] = found(text)
    assert text[mention.start : mention.end] == body.name
    assert mention.fields["organisation_id"] == bodies_by_name()[name_key(body.name)].id


def test_the_fields_of_a_known_body_found_by_its_acronym() -> None:
    [mention] = found("He works for UNODC.")
    assert mention.rule == "lexicon:organisations.acronym"
    assert mention.fields == {
        "name": "United Nations Office on Drugs and Crime",
        "acronym": "UNODC",
        "organisation_id": "unodc",
        "organisation_type": "un_body",
        "country": None,
    }


def test_a_spelling_variant_is_the_same_body() -> None:
    names = ("World Customs Organisation", "WORLD CUSTOMS ORGANIZATION", "WCO")
    assert {found(f"Staff of {name} came.")[0].fields["organisation_id"] for name in names} == {
        "wco"
    }


def test_the_fields_of_a_name_with_its_acronym_inside() -> None:
    [mention] = found("The Ministry of Interior (MoI) of the Kyrgyz Republic helped.")
    assert mention.fields["name"] == "Ministry of Interior of the Kyrgyz Republic"
    assert mention.fields["acronym"] == "MoI"
    assert mention.fields["organisation_type"] == "ministry"
    assert mention.fields["country"] == "KGZ"


def test_an_acronym_takes_the_name_it_is_short_for() -> None:
    mentions = found("The AVC met. The Anti-Vice Commission (AVC) is new.")
    assert {mention.fields["name"] for mention in mentions} == {"Anti-Vice Commission"}
    assert {mention.fields["acronym"] for mention in mentions} == {"AVC"}


def test_a_scanned_acronym_is_marked() -> None:
    mention = found("The Ministry of Interior (MoI) met. The Mol agreed.")[-1]
    assert mention.warnings == ("ocr_variant",)
    assert mention.fields["name"] == "Ministry of Interior"


def test_an_acronym_nobody_explains_is_marked() -> None:
    [mention] = found("QRNP officers seized 3 kg of cocaine.")
    assert mention.warnings == ("unresolved_acronym",)
    assert mention.fields["name"] == "QRNP"


def test_the_document_may_give_a_known_acronym_another_meaning() -> None:
    text = "The Wildlife Care Operation (WCO) lasted a week. WCO ended."
    assert surfaces(text) == []


def test_glued_words_are_parted_in_the_canonical_name() -> None:
    [mention] = found("The Ministryof Justice issued a statement.")
    assert mention.fields["name"] == "Ministry of Justice"


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_arrangement_of_name_words_gives_sound_candidates(text: str) -> None:
    part = passage(text)
    candidates = find_organisations(part, DocumentContext())
    assert candidates == find_organisations(part, DocumentContext())
    for candidate in candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert text[candidate.start : candidate.end].strip()
        assert " " not in candidate.rule


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for candidate in find_organisations(passage(text), DocumentContext()):
        assert 0 <= candidate.start < candidate.end <= len(text)


def test_a_long_line_of_name_words_is_read_in_linear_time() -> None:
    text = "Ministry of Justice and the National Office for Drug Control, " * 3_000
    assert len(find_organisations(passage(text), DocumentContext())) >= 6_000


def names(text: str) -> list[tuple[str, str | None]]:
    return [(one.fields["name"], one.fields.get("country")) for one in settle_names(found(text))]


def test_a_possessive_before_a_name_gives_its_country() -> None:
    assert names("Malawi's Prison Service and Kenya’s Anti-Corruption Bureau met.") == [
        ("Prison Service", "MWI"),
        ("Anti-Corruption Bureau", "KEN"),
    ]


def test_a_short_name_takes_the_long_one_of_its_article() -> None:
    whole = ("Ministry of Interior of Ghana", "GHA")
    text = "The Ministry of Interior (MoI) of Ghana paid. The MoI and the Ministry of Interior met."
    assert names(text) == [whole, whole, whole]
    assert (
        names("The Prison Service under the Government of Mali met. Mali's Prison Service met.")
        == [("Prison Service under the Government of Mali", "MLI")] * 2
    )


def test_a_short_name_of_two_bodies_stays_short() -> None:
    text = (
        "The Ministry of Health of Mali and the Ministry of Health of Chad met;"
        " the Ministry of Health paid."
    )
    assert names(text)[-1] == ("Ministry of Health", None)
    assert names("Kenya's Prison Service and the Prison Service of Mali met.")[0] == (
        "Prison Service",
        "KEN",
    )


def test_a_part_and_its_possessive_owner_have_one_name() -> None:
    [mention] = found("UNODC's Regional Office for Central Asia paid.")
    assert mention.fields["organisation_id"] == "roca"
