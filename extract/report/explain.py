"""Why a fact is what it is: its rule, its words, and what was considered on the same ground.

A run keeps what it delivered, not what it passed over. So the document is run again, from the text
beside the facts, and every candidate is looked at; where text, knowledge, model or program are no
longer those of the run, that is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import zip_longest
from pathlib import Path

from extract.batch.readers import read_documents, read_facts, read_text
from extract.batch.run import program_version
from extract.errors import UsageError
from extract.find.passage import Candidate
from extract.knowledge.tables import digest
from extract.language import EntityModel
from extract.pipeline import Trace, trace
from extract.read.source import SourceDocument
from extract.resolve import Reason
from schemas import DocumentRecord, Fact, FactBase

COMPOSITE = frozenset({"seizure", "activity", "funding", "statistic", "statement"})
_SUGGESTED, _MOST_WRONG = 3, 4


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate on the ground of a fact: it stands (``fact``), or gave way (``reason``)."""

    kind: str
    start: int
    end: int
    rule: str
    support: int
    fact: Fact | None = None
    reason: Reason | None = None
    winner: Considered | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact, the text it stands in, and all that was considered where it stands."""

    fact: Fact
    document: DocumentRecord
    text: str
    candidate: Considered | None
    considered: tuple[Considered, ...]
    changes: tuple[str, ...]


def explain_fact(output: Path, fact_id: str, load: Callable[[], EntityModel]) -> Explanation:
    """Explain the fact of ``output`` whose id is, or alone begins with, ``fact_id``.

    Raises UsageError: no such folder, no such fact, several that begin so.
    """
    fact = _pick(read_facts(output), fact_id.strip().lower(), output)
    record = _record_of(output, fact)
    text = read_text(output, fact.document_id)
    model = load()
    traced = trace(_source(record, text), model)
    everything = list(_considered(traced))
    own = next((one for one in everything if one.fact and one.fact.id == fact.id), None)
    changes = list(_changes(record, text, model))
    if own is None:
        changes.append("run again, this fact is not found: run `unodc-facts extract` anew")
    others = (one for one in everything if one is not own and _shares_ground(one, fact))
    return Explanation(
        fact=fact,
        document=record,
        text=text,
        candidate=own,
        considered=tuple(sorted(others, key=lambda one: (one.start, one.end, one.kind, one.rule))),
        changes=tuple(changes),
    )


def _pick(facts: Iterable[Fact], fact_id: str, output: Path) -> Fact:
    found: list[Fact] = []
    ids: list[str] = []
    for fact in facts:
        ids.append(fact.id)
        if fact_id and fact.id.startswith(fact_id):
            found.append(fact)
    if not found:
        close = nsmallest(_SUGGESTED, ids, key=lambda one: (_differing(one, fact_id), one))
        close = [one for one in close if _differing(one, fact_id) <= _MOST_WRONG]
        hint = f"; close to it: {', '.join(close)}" if close else ""
        raise UsageError(f"no fact {fact_id!r} in {output.as_posix()}{hint}")
    exact = [fact for fact in found if fact.id == fact_id]
    if len(found) > 1 and not exact:
        some = ", ".join(fact.id for fact in found[:_SUGGESTED])
        more = ", …" if len(found) > _SUGGESTED else ""
        raise UsageError(f"{len(found)} facts begin with {fact_id!r}: {some}{more}")
    return (exact or found)[0]


def _differing(one: str, other: str) -> int:
    return sum(left != right for left, right in zip_longest(one, other))


def _record_of(output: Path, fact: Fact) -> DocumentRecord:
    for record in read_documents(output):
        if record.document_id == fact.document_id:
            return record
    raise UsageError(f"{output.as_posix()}: documents.jsonl has no {fact.document_id!r}")


def _source(record: DocumentRecord, text: str) -> SourceDocument:
    return SourceDocument(
        document_id=record.document_id,
        source=record.source,
        media_type=record.media_type,
        text=text,
        title=record.title,
        published=record.published,
        url=record.url,
    )


def _changes(record: DocumentRecord, text: str, model: EntityModel) -> Iterator[str]:
    run = record.run
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != record.sha256:
        yield "the text is no longer the one of this run (its SHA-256 differs)"
    if digest() != run.knowledge_sha256:
        yield "the knowledge tables have changed since this run"
    if model.sha256 != run.model_sha256:
        yield f"the model is not the one of this run ({run.model} {run.model_version})"
    if program_version() != run.version:
        yield f"the program is not the one of this run (it was {run.version})"


def _considered(traced: Trace) -> Iterator[Considered]:
    def seen(candidate: Candidate, fact: Fact | None = None) -> Considered:
        start, end = traced.repaired.source_span(candidate.start, candidate.end)
        return Considered(candidate.kind, start, end, candidate.rule, candidate.support, fact)

    for candidate, fact in traced.delivered:
        yield seen(candidate, fact)
    for dropped in traced.dropped:
        one = seen(dropped.candidate)
        winner = seen(dropped.winner) if dropped.winner else None
        yield Considered(
            one.kind,
            one.start,
            one.end,
            one.rule,
            one.support,
            reason=dropped.reason,
            winner=winner,
        )


def _shares_ground(one: Considered, fact: FactBase) -> bool:
    """Whether a candidate overlaps a mention, or lies where a composite fact was read."""
    spans = [(fact.start, fact.end)]
    if fact.kind in COMPOSITE:
        spans += [(slot.start, slot.end) for slot in fact.evidence]
    return any(one.start < end and start < one.end for start, end in spans)
