"""How often each method was right: the confidence of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from extract.knowledge.tables import Row, read_table

TABLE = "confidence.tsv"


class ConfidenceRow(Row):
    """A method with its measured precision."""

    method: str
    facts: int
    confidence: float


@cache
def confidences() -> Mapping[str, float]:
    """Method -> measured precision; a method that was never measured is absent."""
    return {row.method: row.confidence for row in read_table(TABLE, ConfidenceRow)}
