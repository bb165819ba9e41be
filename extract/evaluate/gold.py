"""Gold answers: one ``ID.txt`` and one ``ID.json`` a document; load them, lint them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import UsageError

Entry = Mapping[str, Any]
MENTION_KINDS = ("organisations", "countries", "quantities", "dates", "people")
COMPOSITE_KINDS = ("seizures", "activities", "funding")
ACTIVITY_TYPES = frozenset(
    {"conference", "training", "workshop", "meeting", "launch", "visit", "campaign", "other"}
)
APPROXIMATIONS = frozenset({"exact", "about", "over", "up_to"})
_PART = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?"
_EDTF = re.compile(rf"^(?:\.\.|{_PART})(?:/(?:\.\.|{_PART}))?$")


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """One occurrence of a gold entry in the text."""

    start: int
    end: int
    entry: Entry

    @property
    def optional(self) -> bool:
        return bool(self.entry.get("optional"))


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its answers."""

    document_id: str
    text: str
    answers: Mapping[str, Any]

    def entries(self, kind: str) -> list[Entry]:
        return list(self.answers.get(kind) or [])


def load_gold(folder: Path) -> list[GoldDocument]:
    """Every gold document below ``folder``, by id. Raises UsageError for what cannot be used."""
    documents = []
    for path in sorted(folder.glob("*.json")):
        text_path = path.with_suffix(".txt")
        try:
            answers = json.loads(path.read_text(encoding="utf-8"))
            text = text_path.read_bytes().decode("utf-8")
        except (OSError, ValueError) as error:
            raise UsageError(f"gold {path.name}: {error}") from error
        if not isinstance(answers, dict) or not isinstance(answers.get("id"), str):
            raise UsageError(f'gold {path.name}: "id" is missing or not a string')
        documents.append(GoldDocument(answers["id"], text, answers))
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder.as_posix()}")
    if not documents:
        raise UsageError(f"no gold (ID.json beside ID.txt) in {folder.as_posix()}")
    return sorted(documents, key=lambda document: document.document_id)


def corpus_sha256(documents: Iterable[GoldDocument]) -> str:
    """Digest of texts and answers: floors hold for one corpus."""
    total = hashlib.sha256()
    for document in documents:
        answers = json.dumps(document.answers, sort_keys=True, ensure_ascii=False)
        total.update(f"{document.document_id}\0{document.text}\0{answers}\0".encode())
    return total.hexdigest()


def occurrences(text: str, surface: str) -> list[tuple[int, int]]:
    """Where ``surface`` stands in ``text``, any white space for any white space."""
    pattern = r"\s+".join(re.escape(part) for part in surface.split())
    if surface[:1].isalnum():
        pattern = r"(?<![A-Za-z0-9])" + pattern
    if surface[-1:].isalnum():
        pattern += r"(?![A-Za-z0-9])"
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def mention_spans(text: str, entries: Iterable[Entry]) -> list[GoldSpan]:
    """Distinct surfaces -> their occurrences; the longest surface first, none overlapping."""
    taken: list[tuple[int, int]] = []
    spans = []
    for entry in sorted(entries, key=lambda entry: -len(entry["text"])):
        for start, end in occurrences(text, entry["text"]):
            if not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                spans.append(GoldSpan(start, end, entry))
    return sorted(spans, key=lambda span: (span.start, span.end))


def quantity_spans(text: str, entries: list[Entry]) -> list[GoldSpan]:
    """Quantities are listed one by one; one surface of several meanings is dealt out in order."""
    spans = []
    for entry in entries:
        found = occurrences(text, entry["text"])
        same = [other for other in entries if other["text"] == entry["text"]]
        if len(same) > 1:
            found = found[same.index(entry) :: len(same)] or found[:1]
        elif entry.get("times"):
            found = found[: entry["times"]]
        spans += [GoldSpan(start, end, entry) for start, end in found]
    return spans


def lint_gold(folder: Path) -> Iterator[str]:
    """What does not fit in a gold folder, a line each: ``ID: reason``."""
    for document in load_gold(folder):
        for problem in _problems(document):
            yield f"{document.document_id}: {problem}"


def _problems(document: GoldDocument) -> Iterator[str]:
    answers, flat = document.answers, " ".join(document.text.split())
    for kind in (*MENTION_KINDS, *COMPOSITE_KINDS):
        if kind not in answers:
            yield f"{kind} missing"
    for kind in MENTION_KINDS:
        seen: set[str] = set()
        for entry in document.entries(kind):
            surface = " ".join(str(entry.get("text", "")).split())
            if not surface or surface not in flat:
                yield f"{kind}: not in the text: {surface!r}"
            if kind in {"organisations", "countries"} and surface in seen:
                yield f"{kind}: listed twice: {surface!r}"
            seen.add(surface)
    yield from _value_problems(document)
    yield from _composite_problems(document, flat)


def _value_problems(document: GoldDocument) -> Iterator[str]:
    for entry in document.entries("countries"):
        if not re.fullmatch("[A-Z]{3}", str(entry.get("iso3"))):
            yield f"countries: no alpha-3 code: {entry}"
    for entry in document.entries("quantities"):
        if isinstance(entry.get("value"), bool) or not isinstance(entry.get("value"), int | float):
            yield f"quantities: value is not a number: {entry}"
        if not entry.get("unit"):
            yield f"quantities: no unit: {entry}"
        if entry.get("approx") not in APPROXIMATIONS:
            yield f"quantities: approx is none of {', '.join(sorted(APPROXIMATIONS))}: {entry}"
    for entry in document.entries("dates"):
        values = as_list(entry.get("value"))
        if not values and not entry.get("optional"):
            yield f"dates: no value: {entry}"
        yield from (f"dates: not EDTF: {value}" for value in values if not _EDTF.match(str(value)))


def _composite_problems(document: GoldDocument, flat: str) -> Iterator[str]:
    for kind in ("seizures", "activities"):
        for entry in document.entries(kind):
            if entry.get("date") and not _EDTF.match(entry["date"]):
                yield f"{kind}: date is not EDTF: {entry['date']}"
    for entry in document.entries("seizures"):
        if any("substance" not in item for item in entry.get("items") or [{}]):
            yield f"seizures: an item without substance: {entry}"
    for entry in document.entries("activities"):
        if entry.get("type") not in ACTIVITY_TYPES:
            yield f"activities: unknown type: {entry.get('type')}"
    yield from _surface_problems(document, flat)


def _surface_problems(document: GoldDocument, flat: str) -> Iterator[str]:
    for entry in document.entries("funding"):
        if " ".join(str(entry.get("donor")).split()) not in flat:
            yield f"funding: donor not in the text: {entry.get('donor')!r}"
        amount = entry.get("amount")
        if amount and not (isinstance(amount, dict) and {"value", "unit"} <= set(amount)):
            yield f"funding: amount is no value with a unit: {amount!r}"
    for entry in document.entries("statements"):
        start = str(entry.get("start") or entry.get("quote") or "").split("…")[0]
        if " ".join(start.split()) not in flat:
            yield f"statements: does not stand in the text: {start!r}"


def as_list(value: object) -> list[Any]:
    """A value, a list of values or nothing -> a list."""
    if value is None:
        return []
    return [one for one in value if one is not None] if isinstance(value, list) else [value]
