"""Bytes -> text: the encoding is detected, never guessed in silence."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX or XLSX"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "SQLite"),
)
_SAMPLE = 65_536
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x00\x1b")
_CONTROL_SHARE = 0.02
_ZERO_SHARE = 0.2


class NotTextError(ValueError):
    """The bytes are no text; ``code`` says in which way."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, with a warning where its encoding had to be guessed."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode by byte order mark, strict UTF-8, zero-byte pattern, cp1252, then detection.

    Raises NotTextError for binary data and for bytes that no encoding explains.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise NotTextError(
                    "undecodable", f"marked as {encoding}, but byte {error.start} does not fit"
                ) from error
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    try:
        return Decoded(data.decode("cp1252"), ("encoding_cp1252",))
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise NotTextError("undecodable", f"not UTF-8 (byte {place}) and no other encoding fits")
    return Decoded(str(best), (f"encoding_guessed_{best.encoding}",))


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise NotTextError("binary_file", f"this is a {name} file, not a text")
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros > _ZERO_SHARE * len(sample):
        raise NotTextError(
            "binary_file", "too many zero bytes for a text (UTF-16 without its mark?)"
        )
    controls = sum(1 for byte in sample if byte < 32 and byte not in _TEXT_CONTROLS)
    if controls > _CONTROL_SHARE * len(sample):
        raise NotTextError("binary_file", "too many control bytes for a text")
