"""Reader of JSON lines: one document a line, each line judged by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extract.errors import ReadError, without_surrogates
from extract.read.source import SourceDocument

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class JsonRow:
    """A line that names a document: its id and where the line begins."""

    document_id: str
    source: str
    place: int
    line: int


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A ``.jsonl`` file: ``{"id", "text", "title"?, "published"?, "url"?}`` a line."""

    path: Path
    source: str

    def rows(self) -> Iterator[JsonRow | ReadError]:
        """Every line's document, or what is wrong with the line."""
        place = 0
        try:
            with self.path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    if line.strip() and line.strip() != _BYTE_ORDER_MARK:
                        yield self._row(line, place, number)
                    place += len(line)
        except OSError as error:
            yield ReadError(self.source, "unreadable", error.strerror or str(error))
            return
        if place == 0:
            yield ReadError(self.source, "empty_file", "the file is empty (0 bytes)")

    def read(self, place: int, number: int) -> SourceDocument:
        """The document whose line begins at byte ``place``. Raises ReadError."""
        try:
            with self.path.open("rb") as file:
                file.seek(place)
                line = file.readline()
        except OSError as error:
            raise ReadError(self.source, "unreadable", error.strerror or str(error)) from error
        return self._document(line, number)

    def _row(self, line: bytes, place: int, number: int) -> JsonRow | ReadError:
        try:
            document = self._document(line, number)
        except ReadError as problem:
            return problem
        return JsonRow(document.document_id, document.source, place, number)

    def _document(self, line: bytes, number: int) -> SourceDocument:
        source = self.source if self.source.endswith(f":{number}") else f"{self.source}:{number}"
        fields = _parse(line, source)
        document_id = fields.get("id")
        if isinstance(document_id, int) and not isinstance(document_id, bool):
            document_id = str(document_id)
        if not isinstance(document_id, str) or not document_id.strip():
            raise ReadError(source, "invalid_line", '"id" is missing or not a string')
        text = fields.get("text")
        if not isinstance(text, str):
            message = '"text" is missing or not a string'
            raise ReadError(source, "invalid_line", message, document_id)
        readable = without_surrogates(text)
        warnings = () if readable == text else ("lone_surrogates_replaced",)
        return SourceDocument(
            document_id=without_surrogates(document_id),
            source=source,
            media_type="application/jsonl",
            text=readable,
            title=_optional(fields, "title", source, document_id),
            published=_published(fields, source, document_id),
            url=_optional(fields, "url", source, document_id),
            warnings=warnings,
        )


def _parse(line: bytes, source: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.removeprefix(_BYTE_ORDER_MARK).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(source, "undecodable", f"byte {error.start} is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(source, "invalid_json", f"not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise ReadError(source, "invalid_line", "not a JSON object")
    return fields


def _optional(fields: dict[str, Any], name: str, source: str, document_id: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ReadError(source, "invalid_line", f'"{name}" is not a string', document_id)
    return without_surrogates(value) if value else None


def _published(fields: dict[str, Any], source: str, document_id: str) -> date | None:
    value = fields.get("published")
    if value is None or value == "":
        return None
    try:
        return parse_published(value)
    except ValueError as error:
        raise ReadError(source, "invalid_published", str(error), document_id) from error


def parse_published(value: object) -> date:
    """An ISO date (a time behind it is ignored). Raises ValueError naming the value."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()[:10])
        except ValueError:
            pass
    raise ValueError(f'"published" is not a date (YYYY-MM-DD): {value!r}')
