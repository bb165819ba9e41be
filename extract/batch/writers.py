"""The output folder of the contract: written beside the old files, then renamed over them."""

from __future__ import annotations

import hashlib
import json
import re
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

    def __enter__(self) -> Self:
        try:
            (self.folder / TEXTS).mkdir(parents=True, exist_ok=True)
            for name in (FACTS, DOCUMENTS, REJECTED):
                path = self.folder / (name + _PARTIAL)
                self._open[name] = path.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            self._close()
            reason = error.strerror or error
            raise UsageError(f"cannot write to {self.folder.as_posix()}: {reason}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, _: TracebackType | None
    ) -> None:
        self._close()
        if kind is not None:
            for name in self._open:
                with suppress(OSError):
                    (self.folder / (name + _PARTIAL)).unlink()
            return
        self._remove_stale_texts()
        for name in self._open:
            (self.folder / (name + _PARTIAL)).replace(self.folder / name)

    def write_facts(self, facts: Iterable[Fact]) -> None:
        self._write(FACTS, facts)

    def write_document(self, record: DocumentRecord, text: str) -> None:
        """Write the manifest line and the text that every offset points into."""
        name = text_file_name(record.document_id)
        path = self.folder / TEXTS / name
        partial = path.with_name(path.name + _PARTIAL)
        partial.write_text(text, encoding="utf-8", newline="")
        partial.replace(path)
        self._texts.add(name)
        self._write(DOCUMENTS, [record])

    def write_rejected(self, records: Iterable[RejectedRecord]) -> None:
        self._write(REJECTED, records)

    def _write(self, name: str, records: Iterable[BaseModel]) -> None:
        self._open[name].writelines(record.model_dump_json() + "\n" for record in records)

    def _close(self) -> None:
        for file in self._open.values():
            file.close()

    def _remove_stale_texts(self) -> None:
        """Remove texts that the last run wrote and this one did not; touch nothing else."""
        for document_id in _document_ids(self.folder / DOCUMENTS):
            name = text_file_name(document_id)
            if name not in self._texts:
                with suppress(OSError):
                    (self.folder / TEXTS / name).unlink()


def _document_ids(path: Path) -> Iterable[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            record: dict[str, Any] = json.loads(line)
            yield str(record["document_id"])
