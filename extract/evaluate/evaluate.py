"""One evaluation: a folder of output against a folder of gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.batch.readers import read_documents, read_facts
from extract.batch.writers import DOCUMENTS
from extract.errors import UsageError
from extract.evaluate.gold import GoldDocument, corpus_sha256, load_gold
from extract.evaluate.match_mentions import match_mentions
from extract.evaluate.match_records import match_records
from extract.evaluate.outcome import (
    Judgement,
    Outcome,
    Score,
    intervals,
    scores,
    slot_scores,
)
from schemas import Fact


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation says: rows of counts, slots, and every outcome behind them."""

    corpus_sha256: str
    documents: int
    rows: Mapping[str, Score]
    intervals: Mapping[str, tuple[float, float]]
    slots: Mapping[str, tuple[int, int]]
    judgement: Judgement

    def figure(self, row: str) -> float | None:
        """F1 of a row, or the share right of a slot; None where the corpus has no such row."""
        if row in self.rows:
            return self.rows[row].f1
        if row in self.slots:
            right, stated = self.slots[row]
            return right / stated
        return None

    def errors(self, row: str | None = None) -> list[Outcome]:
        """Outcomes that are not hits, of one row or all."""
        return [
            outcome
            for outcome in self.judgement.outcomes
            if outcome.verdict != "hit" and row in (None, outcome.row)
        ]


def evaluate_folder(output: Path, gold: Path) -> Evaluation:
    """Judge ``output/facts.jsonl`` against ``gold``.

    Raises UsageError for what cannot be read, and where no gold document is in the output.
    """
    documents, facts = load_gold(gold), _facts_by_document(output)
    if facts and not any(document.document_id in facts for document in documents):
        raise UsageError(
            f"none of the {len(documents)} gold documents is in {output.as_posix()}; "
            "extract the texts of the gold first"
        )
    return evaluate(documents, facts, _headlines_by_document(output))


def evaluate(
    gold: Sequence[GoldDocument],
    facts: Mapping[str, Sequence[Fact]],
    headlines: Mapping[str, Sequence[str | None]] | None = None,
) -> Evaluation:
    """Judge facts by document id; a document without facts counts with all it misses."""
    judgement = Judgement()
    for document in gold:
        judgement.documents.append(document.document_id)
        own = facts.get(document.document_id, ())
        judgement.extend(match_mentions(document, own))
        heads = (headlines or {}).get(document.document_id, ())
        judgement.extend(match_records(document, own, heads))
    return Evaluation(
        corpus_sha256=corpus_sha256(gold),
        documents=len(gold),
        rows=scores(judgement),
        intervals=intervals(judgement),
        slots=slot_scores(judgement),
        judgement=judgement,
    )


def _facts_by_document(output: Path) -> dict[str, list[Fact]]:
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in read_facts(output):
        facts[fact.document_id].append(fact)
    return facts


def _headlines_by_document(output: Path) -> dict[str, list[str | None]]:
    """Headlines by document id; none where facts alone were kept."""
    if not (output / DOCUMENTS).exists():
        return {}
    return {
        record.document_id: [article.headline for article in record.articles]
        for record in read_documents(output)
    }
