"""Acronyms as the document defines them, look-ahead included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.find.passage import Acronym, Passage


def learn_acronyms(passages: Sequence[Passage]) -> Mapping[str, Acronym]:
    """Acronyms with the long forms that stand before or behind their brackets."""
    return {}
