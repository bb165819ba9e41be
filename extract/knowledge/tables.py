"""Read a knowledge table: tab-separated, a header line, ``#`` comments, ``|`` between values."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import KnowledgeError

FOLDER = files("extract.knowledge")
LIST_MARK = "|"


class Row(BaseModel):
    """A row of a table. List fields are declared ``tuple[str, ...]``; an empty cell is unset."""

    model_config = ConfigDict(extra="forbid", frozen=True)


RowType = TypeVar("RowType", bound=Row)


def _cells(header: list[tuple[str, bool]], line: str) -> dict[str, object]:
    cells = line.split("\t")
    if len(cells) > len(header):
        raise ValueError(f"{len(cells)} cells under {len(header)} column names")
    row: dict[str, object] = {}
    for (name, is_list), cell in zip(header, cells, strict=False):
        if value := cell.strip():
            row[name] = [part.strip() for part in value.split(LIST_MARK)] if is_list else value
    return row


def _is_list(model: type[Row], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and str(field.annotation).startswith("tuple")


def read_table(name: str, model: type[RowType]) -> tuple[RowType, ...]:
    """Rows of the table ``name`` (file name with ending), each validated by ``model``.

    Raises KnowledgeError naming file and line.
    """
    rows: list[RowType] = []
    header: list[tuple[str, bool]] = []
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if not header:
            names = [cell.strip() for cell in line.split("\t")]
            header = [(name, _is_list(model, name)) for name in names]
            continue
        try:
            rows.append(model.model_validate(_cells(header, line)))
        except (ValidationError, ValueError) as error:
            raise KnowledgeError(f"knowledge/{name}:{number}: {error}") from error
    return tuple(rows)


def digest() -> str:
    """SHA-256 over every table, in name order."""
    total = hashlib.sha256()
    for item in sorted(FOLDER.iterdir(), key=lambda item: item.name):
        if item.name.endswith((".tsv", ".toml")):
            total.update(item.name.encode() + b"\0" + item.read_bytes() + b"\0")
    return total.hexdigest()
