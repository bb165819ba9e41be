"""Floors a change may not fall below, and what it gained and lost against a baseline."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import UsageError
from extract.evaluate.evaluate import Evaluation

# Floors are written with three decimals.
TOLERANCE = 5e-4


@dataclass(frozen=True, slots=True)
class Floors:
    """Least figures by row: for any corpus, or for the one of the given digest."""

    rows: Mapping[str, float]
    corpus: str = ""
    sha256: str | None = None


def read_floors(path: Path) -> list[Floors]:
    """Floors of a TOML file. Raises UsageError.

    ``[floors]`` (row -> least figure) holds for any corpus; ``[NAME]`` with ``sha256`` and
    ``[NAME.floors]`` for the corpus of that digest alone.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path.name}: {error}") from error
    if not tables:
        raise UsageError(f"{path.name}: no floors in it")
    floors = []
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise UsageError(f"{path.name}: only tables belong here, not {name!r}")
        if name == "floors":
            floors.append(Floors(_checked(table, path.name)))
        else:
            rows = _checked(table.get("floors"), path.name)
            sha256 = table.get("sha256")
            if not isinstance(sha256, str):
                raise UsageError(f"{path.name}: [{name}] names no corpus: sha256 is missing")
            floors.append(Floors(rows, name, sha256))
    return floors


def _checked(rows: object, file: str) -> dict[str, float]:
    if not isinstance(rows, dict) or not rows:
        raise UsageError(f"{file}: no floors in it")
    for row, least in rows.items():
        if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
            raise UsageError(f"{file}: {row}: not a number from 0 to 1: {least!r}")
    return {row: float(least) for row, least in rows.items()}


def breaches(evaluation: Evaluation, floors: Sequence[Floors]) -> list[str]:
    """Every floor that is missed, a sentence each."""
    fitting = [one for one in floors if one.sha256 in (None, evaluation.corpus_sha256)]
    if not fitting:
        names = ", ".join(one.corpus for one in floors)
        return [f"no floors for this corpus ({evaluation.corpus_sha256}), only for {names}"]
    problems = []
    for row, least in (item for one in fitting for item in one.rows.items()):
        figure = evaluation.figure(row)
        if figure is None:
            problems.append(f"{row}: no such row; floor {least:.3f}")
        elif figure < least - TOLERANCE:
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
        raise UsageError(f"{path.name}: not a JSON report: {error}") from error
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
