"""Every error and reject code, with its words."""

from __future__ import annotations

import re

from schemas import RejectedRecord

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no file can hold, as replacement characters."""
    return _SURROGATE.sub("\ufffd", text)


class UnodcFactsError(Exception):
    """An error whose text is meant for the user: it names the file, the place and the reason."""


class UsageError(UnodcFactsError):
    """Wrong usage, or nothing readable to work on (exit code 2)."""


class KnowledgeError(UnodcFactsError):
    """A knowledge file says something that cannot be right; the text names file and line."""


class ModelError(UnodcFactsError):
    """No usable spaCy pipeline is installed."""


class ReadError(UnodcFactsError):
    """One input that could not be read; it becomes a line of ``rejected.jsonl``."""

    def __init__(
        self, source: str, code: str, message: str, document_id: str | None = None
    ) -> None:
        self.source = without_surrogates(source)
        self.code = code
        self.message = without_surrogates(message)
        self.document_id = None if document_id is None else without_surrogates(document_id)
        super().__init__(f"{self.source}: {self.message} [{code}]")

    def record(self) -> RejectedRecord:
        return RejectedRecord(
            source=self.source,
            document_id=self.document_id,
            stage="read",
            code=self.code,
            message=self.message,
        )
