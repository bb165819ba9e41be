"""The one door: paths -> documents, in the order of their ids, whatever order was given.

Every input is first *listed* (cheap: ids and places only), so that ids can be told apart and
sorted before a text is held in memory; then each is *read* in turn.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extract.errors import ReadError, without_surrogates
from extract.read.jsonl import JsonLines
from extract.read.source import SourceDocument
from extract.read.text import TEXT_MEDIA_TYPES, read_text_file

# Formats the contract names; those without a reader yet are refused by name, not skipped.
COMING_SUFFIXES = frozenset({".html", ".htm", ".pdf", ".docx"})
MAX_CHARACTERS = 10_000_000
LONG_LINE = 100_000


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of the inputs, not yet read: ``place`` is its byte offset in a .jsonl."""

    document_id: str
    source: str
    path: Path
    place: int | None = None
    line: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents of the inputs by id, what could not be listed, and how much was passed over."""

    documents: tuple[Listed, ...]
    problems: tuple[ReadError, ...]
    passed_over: int = 0


def list_inputs(inputs: Iterable[Path], leave_out: Path | None = None) -> Listing:
    """List every document under the inputs; ``leave_out`` is a folder never looked into."""
    listed: list[Listed] = []
    problems: list[ReadError] = []
    passed_over = 0
    for path, source in _files(inputs, leave_out, problems):
        suffix = path.suffix.lower()
        if suffix == ".jsonl":
            for row in JsonLines(path, source).rows():
                if isinstance(row, ReadError):
                    problems.append(row)
                else:
                    listed.append(Listed(row.document_id, row.source, path, row.place, row.line))
        elif suffix in TEXT_MEDIA_TYPES:
            listed.append(Listed(without_surrogates(path.stem), source, path))
        elif suffix in COMING_SUFFIXES:
            problems.append(_problem(source, "format_not_supported", f"no reader for {suffix} yet"))
        elif any(path == given for given in inputs):
            problems.append(
                _problem(source, "format_not_supported", f"no reader for {suffix or 'this'} files")
            )
        else:
            passed_over += 1
    return Listing(_told_apart(listed), tuple(problems), passed_over)


def read_listed(
    listed: Listed, published: date | None = None, max_characters: int = MAX_CHARACTERS
) -> SourceDocument:
    """Read one listed document. Raises ReadError."""
    if listed.place is None:
        document = read_text_file(listed.path, listed.source)
    else:
        document = JsonLines(listed.path, listed.source).read(listed.place, listed.line)
    text = document.text
    if not text.strip():
        raise _problem(listed.source, "empty_text", "there is no text in it", listed.document_id)
    if len(text) > max_characters:
        raise _problem(
            listed.source,
            "text_too_long",
            f"{len(text):,} characters, the limit is {max_characters:,}; "
            "split it or raise --max-characters",
            listed.document_id,
        )
    warnings = [*document.warnings, *listed.warnings]
    if max(map(len, text.splitlines()), default=0) > LONG_LINE:
        warnings.append("endless_line")
    return replace(
        document,
        document_id=listed.document_id,
        published=document.published or published,
        warnings=tuple(warnings),
    )


def _files(
    inputs: Iterable[Path], leave_out: Path | None, problems: list[ReadError]
) -> Iterator[tuple[Path, str]]:
    """Every file under the inputs once, with the name it goes by in the output.

    A file that several inputs lead to goes by the first of its names, whatever their order.
    """
    names: dict[Path, tuple[str, Path]] = {}
    for given in inputs:
        if not (given.exists() or given.is_symlink()):
            problems.append(_problem(given.as_posix(), "missing_path", "no such file or folder"))
            continue
        for path in _walk(given, leave_out, problems) if given.is_dir() else [given]:
            name = path.relative_to(given).as_posix() if given.is_dir() else path.name
            try:
                resolved, is_file = path.resolve(), path.is_file()
            except (OSError, RuntimeError) as error:
                problems.append(_problem(name, "unreadable", str(error)))
                continue
            if not is_file:
                problems.append(_problem(name, "unreadable", "not a regular file"))
            elif resolved not in names or name < names[resolved][0]:
                names[resolved] = (name, path)
    for _, (name, path) in sorted(names.items()):
        yield path, without_surrogates(name)


def _walk(folder: Path, leave_out: Path | None, problems: list[ReadError]) -> Iterator[Path]:
    """Files below a folder; hidden ones, and what `extract` itself wrote, are no inputs."""
    excluded = leave_out.resolve() if leave_out else None

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or folder)
        problems.append(_problem(place.as_posix(), "unreadable", error.strerror or str(error)))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        if here.resolve() == excluded or {"facts.jsonl", "documents.jsonl"} <= set(files):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (here / name for name in sorted(files) if not name.startswith("."))


def _order(one: Listed) -> tuple[str, str, int, str]:
    """By id, then by file, line and place: the same in whatever order inputs are given."""
    file = one.source.rpartition(":")[0] if one.line else one.source
    return one.document_id, file, one.line, str(one.path.resolve())


def _told_apart(listed: list[Listed]) -> tuple[Listed, ...]:
    """Documents by id; of several with one id the first by source keeps it, others get ~2, ~3."""
    ordered = sorted(listed, key=_order)
    taken = {one.document_id for one in ordered}
    count: Counter[str] = Counter()
    apart: list[Listed] = []
    for one in ordered:
        count[one.document_id] += 1
        if count[one.document_id] == 1:
            apart.append(one)
            continue
        number = count[one.document_id]
        while (name := f"{one.document_id}~{number}") in taken:
            number += 1
        taken.add(name)
        warnings = (*one.warnings, "duplicate_id")
        apart.append(replace(one, document_id=name, warnings=warnings))
    return tuple(sorted(apart, key=lambda one: one.document_id))


def _problem(source: str, code: str, message: str, document_id: str | None = None) -> ReadError:
    return ReadError(source=source, code=code, message=message, document_id=document_id)
