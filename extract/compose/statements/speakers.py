"""Who speaks a quotation: read from the words around it, in the order writers use.

1. before it, in its own sentence: X said: “…”, according to X, “…”, X: “…”
2. after it: “…”, said X · “…”, X said · “…”, he added · “…” — X
3. nothing beside it: who spoke last in the paragraph, else the subject of the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from extract.compose.scene import Scene
from extract.compose.statements.cast import Cast
from extract.compose.statements.patterns import (
    ACCORDING,
    LEADS_IN,
    LINK,
    SURNAME,
    TOLD_THAT,
    act,
    group,
    naming,
    pronoun_after,
    pronoun_before,
    pronoun_next,
    pronoun_subject,
    said_inside,
    say,
    verb_after,
    verb_first,
)
from extract.compose.statements.quotes import Quote
from extract.find.passage import Candidate
from extract.knowledge.people import not_names

_REACH = 260
_OPEN_END = 1200


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a person or body found in the text, or somebody without a name.

    ``explicit`` is False where nothing beside the quotation says who speaks, ``attached`` where
    the verb of speech stands apart from it ("he said the “…” had").
    """

    mention: Candidate | None
    rule: str
    explicit: bool = True
    attached: bool = True


@dataclass
class Listener:
    """One article while its quotations are read in order."""

    scene: Scene
    start: int
    end: int
    cast: Cast = field(init=False)
    sentence_starts: list[int] = field(init=False)
    last: Candidate | None = None
    previous: Voice | None = None
    last_end: int = -1

    def __post_init__(self) -> None:
        self.cast = Cast(self.scene, self.start, self.end)
        self.sentence_starts = [start for start, _ in self.scene.sentences]

    def voice(self, quote: Quote, previous_end: int, next_start: int) -> Voice | None:
        """Who speaks ``quote``; None where nothing says that anyone does."""
        return (
            self._before(quote, previous_end)
            or self._after(quote, next_start)
            or self._carried(quote)
        )

    def heard(self, quote: Quote, voice: Voice | None) -> None:
        """Remember who spoke, for "he added" and for what stands beside nobody."""
        self.previous, self.last_end = voice, quote.outer_end
        if voice is not None and voice.mention is not None:
            self.last = voice.mention

    def completed(self, quote: Quote) -> Quote:
        """The quotation, ended or begun where one of its marks is missing."""
        text = self.scene.text
        start, end = quote.parts[-1]
        if not quote.opened:
            place = bisect_right(self.sentence_starts, end) - 1
            start = max(start, self.sentence_starts[place] if place >= 0 else start)
            return replace(quote, outer_start=start, parts=((start, end),))
        if quote.closed:
            return quote
        verb = said_inside().search(text, start, min(end, start + _OPEN_END))
        if verb is None:
            return quote
        stop = verb.start() + 1
        return replace(quote, outer_end=stop, parts=(*quote.parts[:-1], (start, stop)))

    def head_start(self, quote: Quote, previous_end: int) -> int:
        """Where the sentence that ``quote`` stands in begins."""
        place = bisect_right(self.sentence_starts, quote.outer_start) - 1
        start = self.sentence_starts[place] if place >= 0 else self.start
        return max(start, previous_end, self.start, quote.outer_start - 2 * _REACH)

    def _before(self, quote: Quote, previous_end: int) -> Voice | None:
        text = self.scene.text
        start = self.head_start(quote, previous_end)
        head = text[start : quote.outer_start]
        if self.previous is not None and self.last_end == start and LINK.fullmatch(head):
            split = head.rstrip().endswith((",", ";"))
            return replace(self.previous, rule="carried_on", explicit=True, attached=split)
        verbs = list(say().finditer(head))
        if not verbs or len(head) - verbs[-1].end() > 110:
            return self._introduced(start, quote.outer_start)
        verb = verbs[-1]
        joined = not head[verb.end() :].strip() or LEADS_IN.search(head)
        if not joined and len(head) - verb.end() > 60:
            return None
        after = self.cast.person_within(start + verb.end(), quote.outer_start)
        told = TOLD_THAT.search(head) is not None  # "reminded X that “…”": X listens
        if (
            after is not None
            and not told
            and self.cast.person_within(start, start + verb.start()) is None
        ):
            return Voice(after, "said_before")  # "…, said X, “…”"
        voice = self._subject(start, start + verb.start(), verb.group())
        return voice if voice is None or joined else replace(voice, attached=False)

    def _introduced(self, start: int, end: int) -> Voice | None:
        """Without a verb of speech: "Ana Ruiz put it so: “…”", "according to Ana Ruiz, “…”"."""
        text = self.scene.text
        head = text[start:end]
        if head.rstrip().endswith(":"):
            pronoun = pronoun_subject().match(head)
            person = self.cast.person_within(start, end)
            if person is None and pronoun is not None:
                return Voice(self._referent(start, pronoun.group(1)), "pronoun_before")
            return Voice(person, "colon") if person is not None else None
        person = self.cast.person_within(start, end, last=True)
        if person is None:
            return None
        led = ACCORDING.search(text[start : person.start])
        follows = re.fullmatch(r"[^:“”\"]{0,140},?\s*", text[person.end : end])
        return Voice(person, "according_to") if led and follows else None

    def _subject(self, start: int, verb: int, form: str) -> Voice | None:
        """The subject of the verb of speech at ``verb`` in the sentence from ``start``."""
        text = self.scene.text
        before = text[start:verb]
        pronoun = pronoun_before().search(before)
        person = self.cast.person_within(start, verb, last=not form.endswith("ing"))
        if pronoun is not None and (pronoun.group(1).lower() != "who" or person is None):
            return Voice(
                self._referent(start + pronoun.start(), pronoun.group(1)), "pronoun_before"
            )
        if person is not None:
            return Voice(person, "said_before")
        named = self.cast.by_role(before, start) or self.cast.body_within(start, verb)
        if named is None and naming().search(before) and not group().search(before):
            return None  # "the slogan said"
        return Voice(named, "said_before")

    def _after(self, quote: Quote, next_start: int) -> Voice | None:
        text = self.scene.text
        begin = quote.outer_end
        limit = min(next_start, begin + _REACH, self._sentence_end(begin))
        tail = text[begin:limit]
        verb = verb_first().match(tail)
        if verb is not None:
            return self._named_after(begin + verb.end(), limit)
        pronoun = pronoun_after().match(tail)
        if pronoun is not None:
            return Voice(self._referent(begin, pronoun.group(1)), "pronoun_after")
        return self._subject_after(quote, begin, limit)

    def _sentence_end(self, offset: int) -> int:
        """The end of the sentence that goes on, or begins, at ``offset``."""
        place = bisect_right(self.sentence_starts, offset + 1) - 1
        if place < 0:
            return self.end
        end = self.scene.sentences[place][1]
        if end <= offset + 1 and place + 1 < len(self.scene.sentences):
            end = self.scene.sentences[place + 1][1]
        return min(end, self.end)

    def _named_after(self, verb_end: int, limit: int) -> Voice:
        """The speaker after "…", said."""
        text = self.scene.text
        pronoun = pronoun_next().match(text, verb_end, limit)
        if pronoun is not None:
            return Voice(self._referent(verb_end, pronoun.group(1)), "pronoun_after")
        person = self.cast.person_within(verb_end, limit)
        if person is not None and person.start - verb_end < 200:
            return Voice(person, "said_after")
        role = self.cast.by_role(text[verb_end:limit].split(",")[0], verb_end)
        body = self.cast.body_within(verb_end, min(limit, verb_end + 80))
        return Voice(role or body or self._surname(verb_end, limit), "said_after")

    def _subject_after(self, quote: Quote, begin: int, limit: int) -> Voice | None:
        """ "…", X said and "…" — X."""
        text = self.scene.text
        person = self.cast.person_within(begin, limit)
        if person is not None and person.start - begin < 110:
            lead = text[begin : person.start]
            if lead.strip()[:1] in {"-", "–", "—", "~"}:
                return Voice(person, "signed")
            if not say().search(lead) and verb_after().match(text, person.end, limit):
                return Voice(person, "said_after") if self._attaches(quote, begin) else None
        clause = re.match(r"\s*,?\s*([^,.“”\"]{2,80}?)\s" + say().pattern, text[begin:limit])
        if clause is not None and self._attaches(quote, begin):
            words = clause.group(1)
            role = self.cast.by_role(words, begin)
            body = self.cast.body_within(begin, begin + clause.end(1))
            named = role or body or self._surname(begin + clause.start(1) - 1, begin + clause.end())
            detached = text[quote.end - 1 : quote.end] in ".!?…"
            if named or not detached or group().search(words):
                return Voice(named, "said_after")
        return None

    def _surname(self, start: int, end: int) -> Candidate | None:
        """One capitalised word beside the verb, where nobody else is named."""
        match = SURNAME.match(self.scene.text, start, end)
        if match is None or match.group(1) in not_names("function", "topic", "organisation"):
            return None
        known = (m for m in self.scene.mentions if m.start <= match.start(1) < m.end)
        if any(mention.kind in {"country", "organisation", "place"} for mention in known):
            return None
        fields = {"name": match.group(1), "role": None, "organisation": None}
        return Candidate("person", match.start(1), match.end(1), "rule:statement.surname", fields)

    def _attaches(self, quote: Quote, begin: int) -> bool:
        """Whether the words after the quotation belong to it, not to a sentence of their own."""
        text = self.scene.text
        inner = text[quote.end - 1 : quote.end]
        return (
            inner != "."
            or text[begin : begin + 1] in ",;"
            or not text[begin:].lstrip()[:1].isupper()
        )

    def _carried(self, quote: Quote) -> Voice | None:
        """Nothing beside it: the last speaker of the paragraph, or the sentence before."""
        text = self.scene.text
        goes_on = "\n\n" not in text[max(0, self.last_end) : quote.outer_start]
        if self.previous is not None and self.previous.mention is not None and goes_on:
            return Voice(self.previous.mention, "carried_on", explicit=False)
        place = bisect_right(self.sentence_starts, quote.outer_start) - 1
        if place < 1 or self.sentence_starts[place] < quote.outer_start - 3:
            return None
        start, end = self.scene.sentences[place - 1]
        if start < self.start or text[end : quote.outer_start].count("\n") > 2:
            return None
        person = self.cast.person_within(start, end)
        acts = act().search(text, start, end)
        if person is not None and acts is not None:
            return Voice(person, "sentence_before", explicit=False)
        pronoun = pronoun_subject().match(text, start, end)
        if pronoun is not None:
            referent = self._referent(start, pronoun.group(1))
            return Voice(referent, "sentence_before", explicit=False) if referent else None
        return None

    def _referent(self, offset: int, pronoun: str) -> Candidate | None:
        """Whom "he" means: who opened a sentence since, else the last speaker, else the last."""
        earlier = self.cast.before(offset)
        since = [p for p in earlier if p.start > self.last_end and self._opens_sentence(p)]
        last = [self.last] if self.last is not None and self.last.kind == "person" else []
        fitting = (p for p in (*since, *last, *earlier) if self.cast.fits(p, pronoun))
        return next(fitting, None)

    def _opens_sentence(self, person: Candidate) -> bool:
        place = bisect_right(self.sentence_starts, person.start) - 1
        return person.start - self.sentence_starts[place] < 60
