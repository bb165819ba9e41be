"""Candidates of kind place."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_places(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind place in one passage."""
    return []
