"""How far a stated confidence holds: reliability by bin and by method."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.evaluate.outcome import Outcome

BINS = 10
# The strictest row that judges each fact of a mention kind once.
JUDGING_ROWS = frozenset(
    {
        "organisations (exact)",
        "countries",
        "quantities (value+unit)",
        "dates (value)",
        "people",
    }
)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Facts of one bin or method: how many, how sure they claimed to be, how many were right."""

    label: str
    count: int
    confidence: float | None
    precision: float


def by_bin(outcomes: Iterable[Outcome]) -> list[Reliability]:
    """Facts that carry a confidence, in ten bins of it."""
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in _judged(outcomes):
        if outcome.confidence is not None:
            bins[min(int(outcome.confidence * BINS), BINS - 1)].append(outcome)
    return [
        _reliability(f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}", held)
        for number, held in sorted(bins.items())
    ]


def by_method(outcomes: Iterable[Outcome]) -> list[Reliability]:
    """Facts by the method that found them: what confidence is calibrated from."""
    methods: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in _judged(outcomes):
        methods[outcome.rule].append(outcome)
    return [_reliability(method, held) for method, held in sorted(methods.items())]


def expected_calibration_error(bins: Iterable[Reliability]) -> float | None:
    """Mean distance of confidence from precision, weighted by facts; None without confidences."""
    held = [one for one in bins if one.confidence is not None]
    total = sum(one.count for one in held)
    if not total:
        return None
    return sum(one.count * abs((one.confidence or 0) - one.precision) for one in held) / total


def _judged(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    return (one for one in outcomes if one.row in JUDGING_ROWS and one.verdict != "missed")


def _reliability(label: str, outcomes: list[Outcome]) -> Reliability:
    stated = [one.confidence for one in outcomes if one.confidence is not None]
    return Reliability(
        label=label,
        count=len(outcomes),
        confidence=sum(stated) / len(stated) if stated else None,
        precision=sum(one.verdict == "hit" for one in outcomes) / len(outcomes),
    )
