"""An article as lines: sentences with their mentions, triggers and cues, read in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from extract.articles import Article
from extract.compose.scene import Scene
from extract.compose.seizures.keys import words_in
from extract.compose.seizures.vocabulary import GOODS, TRIGGERS, vocabulary
from extract.find.passage import Candidate
from extract.find.words import Words
from extract.knowledge.seizures import Cue, TriggerRow, cues

LONGEST = 2_000  # characters of a line
BULLETS = "-–—•*·▪■●◦"  # a line that begins with one is an entry of a list
HEADING_LENGTH = 120  # characters; a longer line without a full stop is a damaged sentence


Spanned = TypeVar("Spanned", "Mark", "Thing", Candidate)


@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger or a cue in the text."""

    start: int
    end: int
    trigger: TriggerRow | None = None
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A name of goods other than drugs."""

    start: int
    end: int
    name: str
    category: str


@dataclass(slots=True)
class Line:
    """A sentence, heading or list entry; offsets are into the document."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int = 0
    section: int = 0
    heading: bool = False
    mentions: list[Candidate] = field(default_factory=list)
    goods: list[Thing] = field(default_factory=list)
    triggers: list[Mark] = field(default_factory=list)
    cues: list[Mark] = field(default_factory=list)
    read: dict[str, Any] = field(default_factory=dict)  # what was made of it already
    _words: frozenset[str] | None = None
    _kinds: dict[tuple[str, ...], list[Candidate]] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Candidate]:
        """The mentions of these kinds, in reading order."""
        found = self._kinds.get(kinds)
        if found is None:
            found = [mention for mention in self.mentions if mention.kind in kinds]
            self._kinds[kinds] = found
        return found

    def take(self, mentions: Iterable[Candidate]) -> None:
        """These mentions in place of its own."""
        self.mentions = sorted(mentions, key=lambda one: (one.start, one.end))
        self._kinds.clear()

    def holds(self, keys: frozenset[str]) -> bool:
        """Whether one of the words, in lower case, stands in the line."""
        if self._words is None:
            self._words = words_in(self.text)
        return not self._words.isdisjoint(keys)

    def has(self, *wanted: Cue, start: int | None = None, end: int | None = None) -> bool:
        """Whether a cue of these kinds stands in the line (or between two offsets of it)."""
        first = self.start if start is None else start
        last = self.end if end is None else end
        return any(
            mark.cue in wanted and mark.start >= first and mark.end <= last for mark in self.cues
        )

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the document."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


def read_lines(scene: Scene, article: Article) -> list[Line]:
    """The lines of an article that may tell of a seizure; none where no trigger stands."""
    text = scene.text[article.start : article.end]
    found = vocabulary().find(Words.of(text))
    first = bisect_left(scene.mentions, article.start, key=lambda mention: mention.start)
    last = bisect_left(scene.mentions, article.end, key=lambda mention: mention.start)
    mentions = scene.mentions[first:last]
    kinds = {mention.kind for mention in mentions}
    if TRIGGERS not in found and "substance" not in kinds and "quantity" not in kinds:
        return []
    at = article.start
    lines = _lines(scene, article)
    marks = [Mark(at + start, at + end, row) for start, end, row in found.get(TRIGGERS, ())]
    cue_marks = [
        Mark(at + start, at + end, cue=cue)
        for table in cues()
        for start, end, cue in found.get(table, ())
    ]
    things = [
        Thing(at + start, at + end, text[start:end].lower(), category)
        for start, end, category in found.get(GOODS, ())
    ]
    cue_marks.sort(key=lambda mark: (mark.start, mark.end))
    for line, mark in _filed(lines, marks):
        line.triggers.append(mark)
    for line, mark in _filed(lines, cue_marks):
        line.cues.append(mark)
    for line, thing in _filed(lines, things):
        line.goods.append(thing)
    for line, mention in _filed(lines, mentions):
        line.mentions.append(mention)
    return lines


def _lines(scene: Scene, article: Article) -> list[Line]:
    lines: list[Line] = []
    paragraph, section, last_end = 0, 0, article.start
    first = bisect_left(scene.sentences, (article.start, 0))
    last = bisect_left(scene.sentences, (article.end, 0))
    for start, end in _pieces(scene.text, scene.sentences[first:last]):
        text = scene.text[start:end]
        if "\n\n" in scene.text[last_end:start] or "\n \n" in scene.text[last_end:start]:
            paragraph += 1
        in_headline = start < article.headline_end and end > article.headline_start
        heading = in_headline or _is_heading(scene.text, start, end)
        opens = heading and not (lines and _FURNITURE.search(text))
        if opens and not (lines and lines[-1].heading):
            section += 1
        lines.append(Line(len(lines), start, end, text, paragraph, section, heading))
        last_end = end
    return lines


def _pieces(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, cut at a space where no one would write them so long."""
    for start, end in sentences:
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space if space > start else start + LONGEST
            yield start, cut
            start = cut  # noqa: PLW2901
        yield start, end


# A page's running head or foot between two halves of a story: "Bulletin No. 7 | June 2012  4".
_FURNITURE = re.compile(
    r"^(?:[Pp]age )?\d{1,3}$|\b(?:Issue|Vol(?:ume|\.)?|No\.|Page)\s?\d{1,4}\b"
    r"|\|\s*(?:Page\s)?\d{1,3}$"
)
_CLOSED = re.compile(r"[.!?:;,…]['\"”»’)\]]*$")


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short paragraph of its own without closing punctuation."""
    if end - start > HEADING_LENGTH or text[start].islower() or text[start] in BULLETS:
        return False
    if _CLOSED.search(text[start:end]):
        return False
    opens = not text[:start].strip() if start < 3 else text[start - 1] == "\n"
    return opens and text[end : end + 1] in {"", "\n"}


def _filed(lines: list[Line], spans: Iterable[Spanned]) -> Iterator[tuple[Line, Spanned]]:
    """Each span with the line it begins in; both in reading order."""
    index = 0
    for span in spans:
        while index < len(lines) and lines[index].end <= span.start:
            index += 1
        if index == len(lines):
            return
        if span.start >= lines[index].start:
            yield lines[index], span
