"""Floors a change may not fall below, and what it gained and lost against a baseline."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import UsageError
from extract.evaluate.evaluate import Evaluation


@dataclass(frozen=True, slots=True)
class Floors:
    """Least figures by row, and the digest of the corpus they were measured on, if given."""

    rows: dict[str, float]
    corpus_sha256: str | None = None


def read_floors(path: Path) -> Floors:
    """Read ``[floors]`` (row -> least figure) and ``corpus_sha256``. Raises UsageError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path.name}: {error}") from error
    unknown = sorted(set(table) - {"floors", "corpus_sha256"})
    rows = table.get("floors", {})
    if unknown or not isinstance(rows, dict):
        raise UsageError(f"{path.name}: only [floors] and corpus_sha256 belong here")
    for row, least in rows.items():
        if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
            raise UsageError(f"{path.name}: {row}: not a number from 0 to 1: {least!r}")
    return Floors({row: float(least) for row, least in rows.items()}, table.get("corpus_sha256"))


def breaches(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Every floor that is missed, a sentence each."""
    problems = []
    if floors.corpus_sha256 not in (None, evaluation.corpus_sha256):
        problems.append(
            "the floors were measured on another corpus: "
            f"{floors.corpus_sha256}, this one is {evaluation.corpus_sha256}"
        )
    for row, least in floors.rows.items():
        figure = evaluation.figure(row)
        if figure is None:
            problems.append(f"{row}: no such row; floor {least:.3f}")
        elif figure < least - 5e-4:
            problems.append(f"{row}: {figure:.3f} is below the floor {least:.3f}")
    return problems


def baseline_of(evaluation: Evaluation) -> dict[str, Any]:
    """What a baseline file holds: the hits, by row and document."""
    hits: dict[str, dict[str, list[str]]] = {}
    for outcome in evaluation.judgement.outcomes:
        if outcome.verdict == "hit":
            key = f"{outcome.what} @{outcome.start}"
            hits.setdefault(outcome.row, {}).setdefault(outcome.document_id, []).append(key)
    return {"corpus_sha256": evaluation.corpus_sha256, "hits": hits}


def read_baseline(path: Path) -> dict[str, Any]:
    """A baseline file: the ``baseline`` of a JSON report, or that part alone."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path.name}: {error}") from error
    held = held.get("baseline", held) if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(held.get("hits"), dict):
        raise UsageError(f"{path.name}: no baseline (write one with --format json)")
    return held


def changes(evaluation: Evaluation, baseline: dict[str, Any]) -> Iterator[str]:
    """What was gained (+) and lost (-) against the baseline: row, document id, answer."""
    now, before = baseline_of(evaluation)["hits"], baseline["hits"]
    for row in sorted(now.keys() | before.keys()):
        documents = now.get(row, {}).keys() | before.get(row, {}).keys()
        for name in sorted(documents):
            own = set(now.get(row, {}).get(name, ()))
            held = set(before.get(row, {}).get(name, ()))
            yield from (f"+ {row}  {name}  {what}" for what in sorted(own - held))
            yield from (f"- {row}  {name}  {what}" for what in sorted(held - own))
