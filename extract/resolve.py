"""One overlap order, applied once: which candidates become mentions.

1. Of candidates of one kind that overlap, the longer wins, then the better supported, then the
   earlier, then the one whose rule sorts first.
2. Between kinds, ``BEATS`` says which kind may not stand on ground the other holds; every pair
   not named there may overlap (a country inside an organisation, a substance inside a quantity).
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.find.passage import Candidate

# winner -> kinds that give way to it where they overlap (longer or shorter, the winner stands).
BEATS: dict[str, frozenset[str]] = {
    "date": frozenset({"quantity", "person"}),
    "organisation": frozenset({"person", "substance"}),
    "person": frozenset({"country", "place"}),
    "place": frozenset(),
}
# kinds that give way only to a longer candidate of the winner: "Panama City" beats "Panama".
LONGER_BEATS: dict[str, frozenset[str]] = {
    "place": frozenset({"country"}),
    "country": frozenset({"place"}),
    "quantity": frozenset(),
}


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand, sorted by start, kind and end."""
    by_kind: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.support > 0:
            by_kind.setdefault(candidate.kind, []).append(candidate)
    kept = {kind: _without_overlaps(group) for kind, group in by_kind.items()}
    for winner, losers in BEATS.items():
        for loser in losers & kept.keys():
            kept[loser] = _clear_of(kept[loser], kept.get(winner, []), longer_only=False)
    for winner, losers in LONGER_BEATS.items():
        for loser in losers & kept.keys():
            kept[loser] = _clear_of(kept[loser], kept.get(winner, []), longer_only=True)
    mentions = [candidate for group in kept.values() for candidate in group]
    return sorted(mentions, key=lambda c: (c.start, c.kind, c.end))


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    ordered = sorted(candidates, key=lambda c: (-(c.end - c.start), -c.support, c.start, c.rule))
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in ordered:
        ground = range(candidate.start, candidate.end)
        if taken.isdisjoint(ground):
            taken.update(ground)
            kept.append(candidate)
    return kept


def _clear_of(
    losers: list[Candidate], winners: list[Candidate], *, longer_only: bool
) -> list[Candidate]:
    owner = {offset: winner for winner in winners for offset in range(winner.start, winner.end)}

    def gives_way(candidate: Candidate) -> bool:
        for offset in range(candidate.start, candidate.end):
            winner = owner.get(offset)
            if winner is not None and (
                not longer_only or winner.end - winner.start > candidate.end - candidate.start
            ):
                return True
        return False

    return [candidate for candidate in losers if not gives_way(candidate)]
