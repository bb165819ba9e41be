"""The time a document is written in, as far as it or its source says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a document or article was written: a day, or a whole month."""

    first: date
    last: date
    source: Literal["published", "document"]

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class DocumentTime:
    """What settles the year of a date that states none, read once a document.

    ``years`` are all the years the document states; ``day_first`` is how it writes 05/06/2019,
    None where it never shows.
    """

    anchor: Anchor | None = None
    datelines: Mapping[int, Anchor] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    day_first: bool | None = None

    def anchor_of(self, article: int) -> Anchor | None:
        """The article's own dateline, else what holds for the whole document."""
        return self.datelines.get(article, self.anchor)
