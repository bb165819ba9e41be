"""An article as clauses: sentences, cut at semicolons and bullets, with their mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from extract.articles import Article
from extract.compose.scene import Scene
from extract.find.passage import Candidate

CLAUSE_LENGTH = 2_500  # characters; bounds what is done for a clause
MARGIN = 20  # characters; white space a document may begin with
HEADING_LENGTH = 130  # characters; a longer line without a full stop is a damaged sentence
_CUT = re.compile(r";\s|[•°▪■●◦·]\s|\s\*\s")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENTRY = re.compile(r"[-–—*]\s")  # an entry of a list
_CLOSED = re.compile(r"[.!?:;,…]['\"”»’)\]]*$")

Found = TypeVar("Found")


@dataclass(slots=True)
class Clause:
    """A sentence, heading, list entry, or part of one; offsets are into the document.

    ``words`` are its words in lower case, each once; ``kept`` is what was read of it so far.
    """

    index: int
    sentence: int
    start: int
    end: int
    text: str
    heading: bool = False
    words: frozenset[str] = frozenset()
    mentions: list[Candidate] = field(default_factory=list)
    days: list[Candidate] = field(default_factory=list)  # "today", as add_days read it
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, *kinds: str) -> list[Candidate]:
        """The mentions of these kinds, in reading order."""
        found: list[Candidate] | None = self.kept.get(kinds)
        if found is None:
            found = [mention for mention in self.mentions if mention.kind in kinds]
            self.kept[kinds] = found
        return found

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the document."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def before(self, offset: int, length: int = 60) -> str:
        """The text that ends at an offset of the document."""
        right = offset - self.start
        return self.text[max(0, right - length) : max(0, right)]

    def after(self, offset: int, length: int = 60) -> str:
        """The text that begins at an offset of the document."""
        return self.between(offset, offset + length)


def once(read: Callable[[Clause], Found]) -> Callable[[Clause], Found]:
    """A reader that reads every clause once: nobody may change what it finds."""

    @wraps(read)
    def found(clause: Clause) -> Found:
        kept = clause.kept
        if read not in kept:
            kept[read] = read(clause)
        said: Found = kept[read]
        return said

    return found


def read_clauses(scene: Scene, article: Article) -> list[Clause]:
    """The clauses of an article in reading order, each with the mentions that lie in it.

    They are read once for all composers: nobody may change them.
    """
    clauses: list[Clause] | None = scene.clauses.get(article.index)
    if clauses is None:
        clauses = scene.clauses[article.index] = _read(scene, article)
    return clauses


def _read(scene: Scene, article: Article) -> list[Clause]:
    clauses: list[Clause] = []
    first = bisect_left(scene.sentences, (article.start, 0))
    last = bisect_left(scene.sentences, (article.end, 0))
    for number, (start, end) in enumerate(scene.sentences[first:last]):
        in_headline = start < article.headline_end and end > article.headline_start
        heading = in_headline or _is_heading(scene.text, start, end)
        for left, right in _parts(scene.text, start, end):
            text = scene.text[left:right]
            words = frozenset(WORD.findall(text.lower()))
            clauses.append(Clause(len(clauses), number, left, right, text, heading, words))
    _file_mentions(clauses, scene, article)
    return clauses


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for cut in _CUT.finditer(text, start, end):
        yield from _pieces(text, left, cut.start())
        left = cut.end()
    yield from _pieces(text, left, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch; a longer one than any sentence (a table, junk) at white space."""
    while end - start > CLAUSE_LENGTH:
        cut = text.rfind(" ", start + 1, start + CLAUSE_LENGTH)
        cut = cut if cut > start else start + CLAUSE_LENGTH
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short paragraph of its own without closing punctuation."""
    if end - start > HEADING_LENGTH or _CLOSED.search(text, start, end) or text[start].islower():
        return False
    if _ENTRY.match(text, start, end):
        return False
    opens = start == 0 or text[start - 1] == "\n" or (start < MARGIN and not text[:start].strip())
    return opens and text[end : end + 1] in {"", "\n"}


def _file_mentions(clauses: list[Clause], scene: Scene, article: Article) -> None:
    """Each mention goes to the clause it begins in; both are in reading order."""
    first = bisect_left(scene.mentions, article.start, key=lambda mention: mention.start)
    last = bisect_left(scene.mentions, article.end, key=lambda mention: mention.start)
    index = 0
    for mention in scene.mentions[first:last]:
        while index < len(clauses) and clauses[index].end <= mention.start:
            index += 1
        if index == len(clauses):
            return
        if mention.start >= clauses[index].start:
            clauses[index].mentions.append(mention)
