"""Warnings: shares of one whole and parts of a total that come to too much, what is projected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.statistics.dating import is_change, is_foreseen
from extract.compose.statistics.page import Figure

_PARTS = re.compile(
    r"\b(?:including|of which|of whom|among them|comprising|consisting of|made up of)\b"
)
_OF = re.compile(r"\s+of\s+(?:the\s+|all\s+)?(\w+)")
_TOLERANCE = 1.005
_MOST = 100.5


def warn(figures: Sequence[Figure]) -> dict[int, tuple[str, ...]]:
    """Start of a figure -> its warnings."""
    by_line: dict[int, list[Figure]] = {}
    for figure in figures:
        by_line.setdefault(figure.line.index, []).append(figure)
    found: dict[int, tuple[str, ...]] = {}
    for group in by_line.values():
        if len(group) > 1:
            found |= dict.fromkeys(_over_100(group), ("percentages_over_100",))
            found |= dict.fromkeys(_disagreeing(group), ("parts_disagree",))
    for figure in figures:
        if is_foreseen(figure, "projected"):
            found[figure.start] = (*found.get(figure.start, ()), "projected")
    return found


def _over_100(group: Sequence[Figure]) -> list[int]:
    """The shares of one whole that come to more than all of it."""
    wholes: dict[str, list[Figure]] = {}
    for figure in group:
        if figure.dimension == "percent" and figure.unit == "%" and not is_change(figure):
            line = figure.line
            if re.search(
                r"\b(?:from|to)\s+(?:\S+\s){0,2}$", line.between(figure.start - 30, figure.start)
            ):
                continue
            behind = _OF.match(line.between(figure.end, figure.end + 40))
            wholes.setdefault(behind.group(1) if behind else "", []).append(figure)
    return [
        figure.start
        for shares in wholes.values()
        if len(shares) > 1 and sum(share.value for share in shares) > _MOST
        for figure in shares
    ]


def _disagreeing(group: Sequence[Figure]) -> list[int]:
    """A total whose parts, listed behind "including", come to more than it."""
    total, parts = group[0], [one for one in group[1:] if one.unit == group[0].unit]
    if not parts or total.dimension == "percent":
        return []
    if not _PARTS.search(total.line.between(total.end, parts[0].start)):
        return []
    return [total.start] if sum(part.value for part in parts) > total.value * _TOLERANCE else []
