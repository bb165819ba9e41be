"""Reader of plain text and Markdown: the decoded file, unchanged."""

from __future__ import annotations

from pathlib import Path

from extract.errors import ReadError
from extract.read.decode import NotTextError, decode
from extract.read.source import SourceDocument

TEXT_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}


def read_text_file(path: Path, source: str) -> SourceDocument:
    """Read a ``.txt`` or ``.md`` file. Raises ReadError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(source, "unreadable", error.strerror or str(error), path.stem) from error
    if not data:
        raise ReadError(source, "empty_file", "the file is empty (0 bytes)", path.stem)
    try:
        decoded = decode(data)
    except NotTextError as error:
        raise ReadError(source, error.code, str(error), path.stem) from error
    return SourceDocument(
        document_id=path.stem,
        source=source,
        media_type=TEXT_MEDIA_TYPES[path.suffix.lower()],
        text=decoded.text,
        warnings=decoded.warnings,
    )
