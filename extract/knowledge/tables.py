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


def _cells(model: type[Row], header: list[str], line: str) -> dict[str, object]:
    cells = line.split("\t")
    if len(cells) > len(header):
        raise ValueError(f"{len(cells)} cells under {len(header)} column names")
    row: dict[str, object] = {}
    for name, cell in zip(header, cells, strict=False):
        value = cell.strip()
        if not value:
            continue
        field = model.model_fields.get(name)
        is_list = field is not None and str(field.annotation).startswith("tuple")
        row[name] = [part.strip() for part in value.split(LIST_MARK)] if is_list else value
    return row


def read_table(name: str, model: type[RowType]) -> tuple[RowType, ...]:
    """Rows of the table ``name`` (file name with ending), each validated by ``model``.

    Raises KnowledgeError naming file and line.
    """
    rows: list[RowType] = []
    header: list[str] = []
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if not header:
            header = [cell.strip() for cell in line.split("\t")]
            continue
        try:
            rows.append(model.model_validate(_cells(model, header, line)))
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
