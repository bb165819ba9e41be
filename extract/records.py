"""Candidates -> validated facts: offsets back to the source, evidence, content-hash ids."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

from pydantic import ValidationError

from extract.find.passage import Candidate
from extract.knowledge.confidence import confidences
from extract.read.source import SourceDocument
from extract.repair import RepairedText
from schemas import FACT_MODELS, Fact, FactBase, RejectedRecord

_UNKNOWN_ID = "0" * 16
_NOT_SAID = {"id", "schema_version", "article", "method", "confidence", "warnings", "evidence"}


def deliver(
    candidate: Candidate, document: SourceDocument, repaired: RepairedText
) -> Fact | RejectedRecord:
    """The candidate as a fact of the contract, or the reason it cannot be one."""
    start, end = repaired.source_span(candidate.start, candidate.end)
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
        "warnings": sorted(set(candidate.warnings)),
        **candidate.fields,
    }
    try:
        fact = FACT_MODELS[candidate.kind].model_validate(payload)
        return cast("Fact", fact.model_copy(update={"id": _content_id(fact)}))
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


def _content_id(fact: FactBase) -> str:
    """16 hex of a hash over what the fact says and where; not over how it was found.

    Fields at their default are left out, so that a field added later changes no id.
    """
    said = fact.model_dump_json(exclude=_NOT_SAID, exclude_defaults=True)
    return hashlib.sha256(f"{fact.kind}\0{said}".encode()).hexdigest()[:16]
