"""Candidates of kind country."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_countries(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind country in one passage."""
    return []
