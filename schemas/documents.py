"""What is said of whole documents: the manifest line, and what could not be delivered."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from schemas.evidence import Record


class ArticleRecord(Record):
    """One article of a document; offsets point into ``texts/ID.txt``."""

    index: int = Field(ge=0)
    headline: str | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class RunRecord(Record):
    """What produced the facts: enough to reproduce them."""

    version: str = Field(description="version of unodc-facts")
    schema_version: str
    model: str = Field(description="name of the spaCy pipeline")
    model_version: str
    model_sha256: str = Field(description="digest of its weight files")
    knowledge_sha256: str = Field(description="digest of the knowledge files")


class DocumentRecord(Record):
    """One line of ``documents.jsonl``."""

    document_id: str
    source: str
    media_type: str
    sha256: str = Field(description="of the text in texts/ID.txt, UTF-8")
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    articles: tuple[ArticleRecord, ...] = ()
    fact_counts: dict[str, int] = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    run: RunRecord


class RejectedRecord(Record):
    """One line of ``rejected.jsonl``: an input or a candidate that could not be delivered."""

    source: str
    document_id: str | None = None
    stage: Literal["read", "repair", "find", "resolve", "compose", "validate", "write"]
    code: str
    message: str
    candidate: dict[str, Any] | None = None
