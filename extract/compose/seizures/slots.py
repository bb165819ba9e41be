"""The fields of a record under way, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extract.find.passage import SlotSpan


@dataclass(slots=True)
class Slots:
    """Fields of a record under way, with their evidence."""

    fields: dict[str, Any] = field(default_factory=dict)
    evidence: list[SlotSpan] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)

    def put(self, slot: str, value: object, start: int, end: int) -> None:
        """Fill a slot that is still empty."""
        if value is not None and self.fields.get(slot) is None:
            self.fields[slot] = value
            self.evidence.append(SlotSpan(slot, start, end))
