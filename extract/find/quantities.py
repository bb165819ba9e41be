"""Candidates of kind quantity."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_quantities(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind quantity in one passage."""
    return []
