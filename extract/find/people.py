"""Candidates of kind person."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_people(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind person in one passage."""
    return []
