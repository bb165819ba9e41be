"""A donor in a clause, and what makes it one."""

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


@dataclass(frozen=True, slots=True)
class Told:
    """Where a wording begins and ends, and whether the donor is behind it.

    ``plain`` wordings leave no doubt: whoever is named pays, wherever the article is at home.
    """

    start: int
    end: int
    after: bool
    plain: bool = False
