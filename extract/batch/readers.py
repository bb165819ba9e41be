"""What `extract` wrote, read back: facts, the manifest and the texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from extract.batch.writers import DOCUMENTS, FACTS, TEXTS, text_file_name
from extract.errors import UsageError
from schemas import FACT_ADAPTER, DocumentRecord, Fact

_DOCUMENT_ADAPTER = TypeAdapter(DocumentRecord)
Line = TypeVar("Line")


def read_facts(folder: Path) -> Iterator[Fact]:
    """Every fact of an output folder, one at a time. Raises UsageError naming file and line."""
    return _records(folder, FACTS, FACT_ADAPTER)


def read_documents(folder: Path) -> Iterator[DocumentRecord]:
    """Every line of the manifest. Raises UsageError naming file and line."""
    return _records(folder, DOCUMENTS, _DOCUMENT_ADAPTER)


def read_text(folder: Path, document_id: str) -> str:
    """The text that a document's offsets point into. Raises UsageError."""
    path = folder / TEXTS / text_file_name(document_id)
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.as_posix()}: not UTF-8 at byte {error.start}") from error


def _records(folder: Path, name: str, adapter: TypeAdapter[Line]) -> Iterator[Line]:
    if not folder.is_dir():
        raise UsageError(f"{folder.as_posix()}: no such folder")
    path = folder / name
    if not path.is_file():
        reason = f"no {name} in it; name a folder that `unodc-facts extract` wrote"
        raise UsageError(f"{folder.as_posix()}: {reason}")
    try:
        # Bytes end a line at \n alone; a text may hold U+2028, which is no end of line here.
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                yield _record(line, adapter, f"{path.as_posix()}:{number}")
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}") from error


def _record(line: bytes, adapter: TypeAdapter[Line], where: str) -> Line:
    try:
        return adapter.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        said = f"{place}: {first['msg']}" if place else first["msg"]
        raise UsageError(f"{where}: {said}") from error
