"""One overlap order, applied once: which candidates become mentions.

1. Of candidates of one kind that overlap, the longer wins, then the better supported, then the
   earlier, then the one whose rule sorts first.
2. Between kinds, ``ORDER`` says which kind gives way to which; every pair not named there may
   overlap (a country inside an organisation, a substance inside a quantity).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extract.find.passage import Candidate

Reason = Literal[
    "unsupported", "shorter", "less_supported", "later", "rule_order", "kind_order", "longer_kind"
]

# (winner, loser, only a longer one wins), applied in this order.
ORDER: tuple[tuple[str, str, bool], ...] = (
    ("person", "date", True),  # "Theresa May", "Onu Friday"
    ("date", "person", True),
    ("date", "quantity", False),
    ("organisation", "person", False),  # a foundation named after a person
    ("organisation", "substance", False),  # a narcotics board
    ("person", "country", False),  # "Chad Wilson"
    ("person", "place", False),
    ("place", "country", True),  # "Panama City"
    ("country", "place", True),  # "Hong Kong, China"
)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that did not stand, what it gave way to, and by which clause of the order."""

    candidate: Candidate
    winner: Candidate | None
    reason: Reason


def resolve(
    candidates: Iterable[Candidate], dropped: list[Dropped] | None = None
) -> list[Candidate]:
    """The candidates that stand, sorted by start, kind and end; ``dropped`` takes the others."""
    lost: list[Dropped] = [] if dropped is None else dropped
    by_kind: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.support > 0:
            by_kind.setdefault(candidate.kind, []).append(candidate)
        else:
            lost.append(Dropped(candidate, None, "unsupported"))
    kept = {kind: _without_overlaps(group, lost) for kind, group in by_kind.items()}
    for winner, loser, longer_only in ORDER:
        if winner in kept and loser in kept:
            reason: Reason = "longer_kind" if longer_only else "kind_order"
            kept[loser] = _clear_of(kept[loser], kept[winner], reason, lost)
    mentions = [candidate for group in kept.values() for candidate in group]
    return sorted(mentions, key=lambda c: (c.start, c.kind, c.end))


def _without_overlaps(candidates: list[Candidate], lost: list[Dropped]) -> list[Candidate]:
    ordered = sorted(candidates, key=lambda c: (-(c.end - c.start), -c.support, c.start, c.rule))
    kept: list[Candidate] = []
    owner: dict[int, Candidate] = {}
    for candidate in ordered:
        ground = range(candidate.start, candidate.end)
        if owner.keys().isdisjoint(ground):
            owner.update(dict.fromkeys(ground, candidate))
            kept.append(candidate)
        else:
            winner = next(owner[offset] for offset in ground if offset in owner)
            lost.append(Dropped(candidate, winner, _reason(candidate, winner)))
    return kept


def _reason(candidate: Candidate, winner: Candidate) -> Reason:
    """The first clause of the order within a kind that puts ``winner`` before ``candidate``."""
    if candidate.end - candidate.start < winner.end - winner.start:
        return "shorter"
    if candidate.support < winner.support:
        return "less_supported"
    return "later" if candidate.start > winner.start else "rule_order"


def _clear_of(
    losers: list[Candidate], winners: list[Candidate], reason: Reason, lost: list[Dropped]
) -> list[Candidate]:
    owner = {offset: winner for winner in winners for offset in range(winner.start, winner.end)}

    def beaten_by(candidate: Candidate) -> Candidate | None:
        for offset in range(candidate.start, candidate.end):
            winner = owner.get(offset)
            if winner is not None and (
                reason == "kind_order"
                or winner.end - winner.start > candidate.end - candidate.start
            ):
                return winner
        return None

    kept: list[Candidate] = []
    for candidate in losers:
        if (winner := beaten_by(candidate)) is None:
            kept.append(candidate)
        else:
            lost.append(Dropped(candidate, winner, reason))
    return kept
