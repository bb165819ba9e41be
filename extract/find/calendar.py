"""What the document says of its own time: the years that year-less dates may inherit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extract.find.passage import Passage


def read_calendar(passages: Sequence[Passage], published: date | None) -> Any:
    """The time the document is written in, as far as it says."""
    return None
