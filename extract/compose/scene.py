"""What composers read: the whole document after resolving, in repaired coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.articles import Article
from extract.find.passage import Candidate, DocumentContext


@dataclass(frozen=True)
class Scene:
    """A document whose mentions are settled; all offsets are into ``text``.

    ``mentions`` are sorted by start; ``sentences`` are half-open spans in reading order;
    ``clauses`` keeps what read_clauses read of each article, once for all composers.
    """

    text: str
    articles: tuple[Article, ...]
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Candidate, ...]
    context: DocumentContext
    clauses: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)

    def within(self, start: int, end: int, *kinds: str) -> Iterator[Candidate]:
        """Mentions of the kinds (all, if none is named) that lie inside [start, end)."""
        for mention in self.mentions:
            if mention.start >= end:
                break
            inside = mention.start >= start and mention.end <= end
            if inside and (not kinds or mention.kind in kinds):
                yield mention
