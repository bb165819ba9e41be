"""The output folder of the contract: written beside the old files, then renamed over them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from urllib.parse import quote

from pydantic import BaseModel

from extract.errors import UsageError
from schemas import DocumentRecord, Fact, RejectedRecord

FACTS, DOCUMENTS, REJECTED, TEXTS = "facts.jsonl", "documents.jsonl", "rejected.jsonl", "texts"
_PARTIAL = ".partial"
_LONGEST_NAME = 180
_UNSAFE = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f]')


def text_file_name(document_id: str) -> str:
    """The name of a document's text below ``texts/``: the id, made safe for any file system."""
    name = _UNSAFE.sub(lambda match: quote(match.group(), safe=""), document_id)
    if name.startswith("."):
        name = "%2E" + name[1:]
    if len(name.encode()) > _LONGEST_NAME:
        name = (
            name.encode()[:_LONGEST_NAME].decode(errors="ignore")
            + "~"
            + hashlib.sha256(document_id.encode()).hexdigest()[:16]
        )
    return f"{name}.txt"


class OutputFolder:
    """The files of one run. Nothing of the last run is lost before this one is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, IO[str]] = {}
        self._texts: set[str] = set()
        self._new_texts = folder / (TEXTS + _PARTIAL)

    def __enter__(self) -> Self:
        try:
            (self.folder / TEXTS).mkdir(parents=True, exist_ok=True)
            shutil.rmtree(self._new_texts, ignore_errors=True)
            self._new_texts.mkdir()
            for name in (FACTS, DOCUMENTS, REJECTED):
                path = self.folder / (name + _PARTIAL)
                self._open[name] = path.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            self._clear()
            raise self._unwritable(error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for file in self._open.values():
                    file.close()
                self._put_in_place()
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            self._clear()

    def _put_in_place(self) -> None:
        """Rename what this run wrote over what the last one did; only then remove stale texts."""
        before = {text_file_name(name) for name in _document_ids(self.folder / DOCUMENTS)}
        for name in sorted(self._texts):
            (self._new_texts / name).replace(self.folder / TEXTS / name)
        for name in self._open:
            (self.folder / (name + _PARTIAL)).replace(self.folder / name)
        for name in sorted(before - self._texts):
            (self.folder / TEXTS / name).unlink(missing_ok=True)

    def _clear(self) -> None:
        for name, file in self._open.items():
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                (self.folder / (name + _PARTIAL)).unlink(missing_ok=True)
        shutil.rmtree(self._new_texts, ignore_errors=True)

    def _unwritable(self, error: OSError) -> UsageError:
        place = error.filename2 or error.filename or self.folder
        return UsageError(f"cannot write to {Path(place).as_posix()}: {error.strerror or error}")

    def write_facts(self, facts: Iterable[Fact]) -> None:
        self._write(FACTS, facts)

    def write_document(self, record: DocumentRecord, text: str) -> None:
        """Write the manifest line and the text that every offset points into."""
        name = text_file_name(record.document_id)
        try:
            (self._new_texts / name).write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise self._unwritable(error) from error
        self._texts.add(name)
        self._write(DOCUMENTS, [record])

    def write_rejected(self, records: Iterable[RejectedRecord]) -> None:
        self._write(REJECTED, records)

    def _write(self, name: str, records: Iterable[BaseModel]) -> None:
        try:
            self._open[name].writelines(record.model_dump_json() + "\n" for record in records)
        except OSError as error:
            raise self._unwritable(error) from error


def _document_ids(path: Path) -> Iterable[str]:
    try:
        lines = path.read_bytes().split(b"\n")  # a title may hold U+2028, which ends no line
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            record: dict[str, Any] = json.loads(line)
            yield str(record["document_id"])
