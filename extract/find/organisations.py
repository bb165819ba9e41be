"""Candidates of kind organisation."""

from __future__ import annotations

from extract.find.passage import Candidate, DocumentContext, Passage


def find_organisations(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind organisation in one passage."""
    return []
