"""The records as JSON Schema 2020-12: ``python -m schemas.publish`` rewrites ``schemas/json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from schemas import FACT_ADAPTER, SCHEMA_VERSION, DocumentRecord, RejectedRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = Path(__file__).parent / "json"


def json_schemas() -> dict[str, dict[str, Any]]:
    """Name -> JSON Schema of a line of facts.jsonl, documents.jsonl and rejected.jsonl."""
    return {
        "fact": _dressed(
            "fact", "One line of facts.jsonl", FACT_ADAPTER.json_schema(mode="serialization")
        ),
        "document": _of_model("document", DocumentRecord),
        "rejected": _of_model("rejected", RejectedRecord),
    }


def _of_model(name: str, model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization")
    return _dressed(name, (model.__doc__ or "").strip(), schema)


def _dressed(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": f"urn:unodc-facts:schema:{SCHEMA_VERSION}:{name}",
        "title": f"unodc-facts {name}",
        "version": SCHEMA_VERSION,
        "description": description,
        **{key: value for key, value in schema.items() if key not in {"title", "description"}},
    }


def schema_text(schema: dict[str, Any]) -> str:
    """The text of a published schema file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write every schema to its file."""
    for name, schema in json_schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(schema_text(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
