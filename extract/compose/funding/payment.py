"""A donor in a clause."""

from __future__ import annotations

from dataclasses import dataclass

from extract.compose.clauses import Clause
from extract.compose.names import Name
from extract.find.passage import Candidate


@dataclass(frozen=True, slots=True)
class Payment:
    """A donor in a clause, and the wording that makes it one."""

    clause: Clause
    start: int
    end: int
    pattern: str
    donor: Name
    amount: Candidate | None
    after: bool
    weak: bool = False
