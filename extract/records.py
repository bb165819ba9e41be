"""Candidates -> validated facts: offsets back to the source, evidence, content-hash ids."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, cast

from pydantic import ValidationError

from extract.find.passage import Candidate
from extract.knowledge.confidence import confidences
from extract.read.source import SourceDocument
from extract.repair import RepairedText
from schemas import FACT_MODELS, Fact, FactBase, RejectedRecord

_NAMED = frozenset({"organisation", "country", "place", "person", "substance", "quantity", "date"})
# A hyphen in the middle of a line: what was cut at the end of one is no damage.
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])-[ \xa0]?(?=[^\W\d_])")
_UNKNOWN_ID = "0" * 16
_NOT_SAID = {"id", "schema_version", "article", "method", "confidence", "warnings", "evidence"}


def deliver(
    candidate: Candidate, document: SourceDocument, repaired: RepairedText
) -> Fact | RejectedRecord:
    """The candidate as a fact of the contract, or the reason it cannot be one."""
    start, end = repaired.source_span(candidate.start, candidate.end)
    warnings = {*candidate.warnings, *_warnings(candidate, document.text[start:end], repaired)}
    payload: dict[str, Any] = {
        "id": _UNKNOWN_ID,
        "kind": candidate.kind,
        "document_id": document.document_id,
        "article": candidate.article,
        "text": document.text[start:end],
        "start": start,
        "end": end,
        "evidence": _evidence(candidate, document, repaired),
        "method": candidate.rule,
        "confidence": confidences().get(candidate.rule),
        "warnings": sorted(warnings),
        **candidate.fields,
    }
    try:
        fact = FACT_MODELS[candidate.kind].model_validate(payload)
        # Frozen for all who get it; a copy would cost half as much as validating did.
        object.__setattr__(fact, "id", _content_id(fact))
        return cast("Fact", fact)
    except ValidationError as error:
        return RejectedRecord(
            source=document.source,
            document_id=document.document_id,
            stage="validate",
            code="invalid_record",
            message="; ".join(
                f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()
            ),
            candidate=json.loads(json.dumps(payload, default=str)),
        )


def _warnings(candidate: Candidate, source: str, repaired: RepairedText) -> Iterator[str]:
    """What the repair did inside a name that its reader should know."""
    if "-" in source and candidate.kind in _NAMED:
        hyphens = len(_INNER_HYPHEN.findall(source))
        stretch = repaired.text[candidate.start : candidate.end]
        if hyphens > len(_INNER_HYPHEN.findall(stretch)):
            yield "repaired_hyphen"


def _evidence(
    candidate: Candidate, document: SourceDocument, repaired: RepairedText
) -> list[dict[str, Any]]:
    spans = {
        (slot.slot, *repaired.source_span(slot.start, slot.end)) for slot in candidate.evidence
    }
    return [
        {"slot": slot, "start": start, "end": end, "text": document.text[start:end]}
        for slot, start, end in sorted(spans, key=lambda span: (span[1], span[2], span[0]))
    ]


def _content_id(fact: FactBase) -> str:
    """16 hex of a hash over what the fact says and where; not over how it was found.

    Fields at their default are left out, so that a field added later changes no id.
    """
    said = fact.model_dump_json(exclude=_NOT_SAID, exclude_defaults=True)
    return hashlib.sha256(f"{fact.kind}\0{said}".encode()).hexdigest()[:16]
