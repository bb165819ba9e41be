"""Candidates of kind date."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_dates(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind date in one passage."""
    return []
