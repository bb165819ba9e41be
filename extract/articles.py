"""A document -> its articles: a newsletter is one document of several."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article: offsets into the repaired text, half-open; together they cover it."""

    index: int
    start: int
    end: int
    headline: str | None = None
    headline_start: int = 0
    headline_end: int = 0


def cut_articles(text: str) -> tuple[Article, ...]:
    """Cut a repaired text into articles at its headlines."""
    return (Article(0, 0, len(text)),)
