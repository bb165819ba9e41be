"""Candidates -> validated facts: offsets back to the source, evidence, content-hash ids."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from extract.find.passage import Candidate
from extract.knowledge.confidence import confidences
from extract.read.source import SourceDocument
from extract.repair import RepairedText
from schemas import FACT_ADAPTER, Fact, RejectedRecord


def deliver(
    candidate: Candidate, document: SourceDocument, repaired: RepairedText
) -> Fact | RejectedRecord:
    """The candidate as a fact of the contract, or the reason it cannot be one."""
    start, end = repaired.source_span(candidate.start, candidate.end)
    payload: dict[str, Any] = {
        "kind": candidate.kind,
        "document_id": document.document_id,
        "article": candidate.article,
        "text": document.text[start:end],
        "start": start,
        "end": end,
        "evidence": _evidence(candidate, document, repaired),
        "method": candidate.rule,
        "confidence": confidences().get(candidate.rule),
        "warnings": sorted(set(candidate.warnings)),
        **candidate.fields,
    }
    payload["id"] = _content_id(payload)
    try:
        return FACT_ADAPTER.validate_python(payload)
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


def _content_id(payload: Mapping[str, Any]) -> str:
    """16 hex of a hash over what the fact says and where; not over how it was found."""
    said = {
        key: value
        for key, value in payload.items()
        if key not in {"method", "confidence", "warnings", "evidence"}
    }
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
