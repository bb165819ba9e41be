"""A word for an event, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.compose.clauses import Clause
from schemas.values import ActivityType

Reference = Literal["new", "bare", "definite", "other", "none"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word for an event, where it stands; ``noun`` is None for a verb."""

    clause: Clause
    start: int
    end: int
    type: ActivityType | None
    noun: str | None
    pattern: str
    reference: Reference
    many: bool = False

    @property
    def general(self) -> bool:
        """Whether the noun goes back to an event of any type: "the event"."""
        return self.type is None and self.noun is not None
