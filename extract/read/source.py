"""What every reader yields: one document's text, fixed from here on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as read: every offset of every fact points into ``text``."""

    document_id: str
    source: str
    media_type: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
