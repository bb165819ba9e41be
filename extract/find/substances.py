"""Candidates of kind substance."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_substances(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind substance in one passage."""
    return []
