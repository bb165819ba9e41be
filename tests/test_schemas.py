"""The records: strict, frozen, published, and what the published schema says."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from schemas import FACT_ADAPTER, FACT_MODELS, Country, Fact
from schemas.publish import DIALECT, FOLDER, json_schemas, schema_text

COUNTRY: dict[str, Any] = {
    "id": "0123456789abcdef",
    "kind": "country",
    "document_id": "d",
    "article": 0,
    "text": "Kenya",
    "start": 3,
    "end": 8,
    "method": "lexicon:countries",
    "name": "Kenya",
    "iso3": "KEN",
    "form": "name",
}


def test_a_record_survives_its_json() -> None:
    fact = FACT_ADAPTER.validate_python(COUNTRY)
    assert isinstance(fact, Country)
    assert FACT_ADAPTER.validate_json(fact.model_dump_json()) == fact


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"extra": 1}, "Extra inputs are not permitted"),
        ({"iso3": "Kenya"}, "String should match pattern"),
        ({"id": "xyz"}, "String should match pattern"),
        ({"end": 9}, "text of 5 characters at [3, 9)"),
        ({"confidence": 1.5}, "less than or equal to 1"),
        ({"method": "guess"}, "String should match pattern"),
        ({"kind": "planet"}, "does not match any of the expected tags"),
        ({"form": "nickname"}, "Input should be 'name', 'official'"),
    ],
)
def test_what_a_record_refuses(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        FACT_ADAPTER.validate_python({**COUNTRY, **change})
    assert message in str(caught.value)


def test_records_are_frozen() -> None:
    fact = FACT_ADAPTER.validate_python(COUNTRY)
    with pytest.raises(ValidationError, match="frozen"):
        fact.text = "Uganda"


def test_every_kind_is_in_the_union() -> None:
    union = get_args(get_args(Fact)[0])
    assert set(union) == set(FACT_MODELS.values())
    assert {model.model_fields["kind"].default for model in union} == set(FACT_MODELS)


@pytest.mark.parametrize("name", ["fact", "document", "rejected"])
def test_published_schemas_match_the_code(name: str) -> None:
    schema = json_schemas()[name]
    published = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(schema), "run: make fix"
    assert schema["$schema"] == DIALECT
    assert schema["version"] in schema["$id"]
    assert schema["description"]
    Draft202012Validator.check_schema(schema)


def test_the_published_schema_judges_like_the_code() -> None:
    validator = Draft202012Validator(json_schemas()["fact"])
    fact = FACT_ADAPTER.validate_python(COUNTRY)
    assert validator.is_valid(json.loads(fact.model_dump_json()))
    assert not validator.is_valid({**COUNTRY, "extra": 1})
    assert not validator.is_valid({**COUNTRY, "iso3": "Kenya"})
