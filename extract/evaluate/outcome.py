"""What a comparison yields: one outcome a gold answer or fact, and their counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Literal

Verdict = Literal["hit", "missed", "spurious"]
Cause = Literal["", "missed", "boundary", "wrong value", "wrong link", "spurious", "duplicate"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judged answer. ``row`` names the measure; ``what`` shows it; ``rule`` found it."""

    row: str
    document_id: str
    verdict: Verdict
    what: str
    start: int = 0
    end: int = 0
    cause: Cause = ""
    rule: str = ""
    near: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One judged slot of a matched record: right or wrong of those stated."""

    row: str
    document_id: str
    right: bool
    what: str = ""


@dataclass(slots=True)
class Judgement:
    """Everything an evaluation found out."""

    outcomes: list[Outcome] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    def extend(self, other: Judgement) -> None:
        self.outcomes += other.outcomes
        self.slots += other.slots
        self.documents += other.documents


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a row and what follows from them."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        found = self.hits + self.spurious
        return self.hits / found if found else 0.0

    @property
    def recall(self) -> float:
        wanted = self.hits + self.missed
        return self.hits / wanted if wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.hits + other.hits, self.spurious + other.spurious, self.missed + other.missed
        )


def scores(judgement: Judgement) -> dict[str, Score]:
    """Row -> score over all documents, rows in the order first met."""
    totals: dict[str, Score] = {}
    for row, documents in _scores_by_document(judgement.outcomes).items():
        totals[row] = sum(documents.values(), Score())
    return totals


def slot_scores(judgement: Judgement) -> dict[str, tuple[int, int]]:
    """Row -> (right, stated)."""
    totals: dict[str, tuple[int, int]] = {}
    for slot in judgement.slots:
        right, stated = totals.get(slot.row, (0, 0))
        totals[slot.row] = (right + slot.right, stated + 1)
    return totals


def intervals(
    judgement: Judgement, rounds: int = 500, seed: int = 1
) -> dict[str, tuple[float, float]]:
    """Row -> 95 % bootstrap interval of F1 over documents (seeded: same bytes every time)."""
    random = Random(seed)  # noqa: S311
    names = sorted(judgement.documents)
    samples = [random.choices(names, k=len(names)) for _ in range(rounds)]
    result = {}
    for row, documents in _scores_by_document(judgement.outcomes).items():
        values = sorted(
            sum((documents[name] for name in sample if name in documents), Score()).f1
            for sample in samples
        )
        result[row] = (values[int(0.025 * rounds)], values[min(int(0.975 * rounds), rounds - 1)])
    return result


def _scores_by_document(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Score]]:
    rows: dict[str, dict[str, Score]] = defaultdict(dict)
    one = {"hit": Score(hits=1), "spurious": Score(spurious=1), "missed": Score(missed=1)}
    for outcome in outcomes:
        documents = rows[outcome.row]
        held = documents.get(outcome.document_id, Score())
        documents[outcome.document_id] = held + one[outcome.verdict]
    return rows
