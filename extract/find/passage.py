"""What finders read and what they propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extract.find.dates.document_time import DocumentTime
from extract.find.words import Words
from extract.language import Proposals


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """An article (or, of a very long one, a part): its repaired text and what was read off it.

    Passages and contexts are told apart by identity, which lets finders share what they read.
    All offsets are into ``text``. ``offset`` is where the passage begins in the repaired text of
    the document; ``headline_end`` is 0 where the passage holds no headline.
    """

    article: int
    offset: int
    text: str
    headline_start: int = 0
    headline_end: int = 0
    words: Words = field(default=Words((), (), ()))
    sentences: tuple[tuple[int, int], ...] = ()
    proposals: Proposals = field(default_factory=lambda: Proposals("", (), lambda _: ()))


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym as the document defines it: the long form and where that stands."""

    acronym: str
    long_form: str


@dataclass(frozen=True, slots=True, eq=False)
class DocumentContext:
    """What the whole document settles for its parts; read before anything is found."""

    published: date | None = None
    title: str | None = None
    acronyms: Mapping[str, Acronym] = field(default_factory=dict)
    calendar: DocumentTime = field(default_factory=DocumentTime)


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """Where one slot of a candidate was read."""

    slot: str
    start: int
    end: int

    def moved(self, offset: int) -> SlotSpan:
        """The same slot in the coordinates of the document."""
        return SlotSpan(self.slot, self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal of a finder or a composer, naming the rule that made it.

    ``fields`` are the kind's own fields of the contract; ``start``/``end`` are offsets into the
    passage when it is proposed, into the repaired text of the document once it is resolved.
    ``support`` orders candidates of one span: 3 a strong lexicon entry or a full pattern,
    2 a pattern with a weak spot, 1 a model hit confirmed by one cue; 0 is never delivered.
    """

    kind: str
    start: int
    end: int
    rule: str
    fields: Mapping[str, Any]
    support: int = 3
    evidence: tuple[SlotSpan, ...] = ()
    warnings: tuple[str, ...] = ()
    article: int = 0

    def moved(self, offset: int, article: int) -> Candidate:
        """The same candidate in the coordinates of the document."""
        return Candidate(
            self.kind,
            self.start + offset,
            self.end + offset,
            self.rule,
            self.fields,
            self.support,
            tuple(
                SlotSpan(one.slot, one.start + offset, one.end + offset) for one in self.evidence
            ),
            self.warnings,
            article,
        )
