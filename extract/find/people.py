"""Candidates of kind person.

A run of capitalised words is a person only with evidence beside it: an honorific or a rank, a
role before or after it, a verb of speech, an age, or a proposal of the model that a second cue
confirms. Who is found once is found again: later mentions by the same name or surname.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.find.passage import Candidate, DocumentContext, Passage, SlotSpan
from extract.find.people_cues import (
    Evidence,
    Surroundings,
    after_place_word,
    is_full,
    is_known,
    is_proposed,
    refused,
    weigh,
)
from extract.find.people_names import Cue, Segment, find_cues, read_segments
from extract.find.people_roles import Position, body_after, role_left, role_right

_JOINT = re.compile(r",?\s(?:and|&)\s|,\s|\s?/\s?")


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A segment with what speaks for it and what it is said to be."""

    segment: Segment
    evidence: Evidence | None
    position: Position | None

    @property
    def plural(self) -> bool:
        """Whether a title or role that stands with it counts for its neighbours too."""
        titles = any(cue.plural for cue in self.segment.titles)
        return titles or (self.position is not None and self.position.plural)


def find_people(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind person in one passage."""
    text = passage.text
    cues = find_cues(passage.words, text)
    near = _surroundings(passage, context)
    sightings: list[_Sighting] = []
    for sighting in _sightings(text, cues, near):
        previous = sightings[-1] if sightings else None
        if previous is not None and _joined(text, previous.segment, sighting.segment):
            previous, sighting = _share(previous, sighting, near)
            sightings[-1] = previous
        sightings.append(sighting)
    sightings = list(_seen_again(text, sightings))
    names = _full_names(text, sightings)
    return [_candidate(passage, sighting, names) for sighting in sightings if sighting.evidence]


def _surroundings(passage: Passage, context: DocumentContext) -> Surroundings:
    people = sorted(
        (span for span in passage.model_spans if span.label == "PERSON"), key=lambda s: s.end
    )
    return Surroundings(
        text=passage.text,
        lower_words=frozenset(word for word in passage.words.texts if word.islower()),
        proposals=people,
        proposal_ends=[span.end for span in people],
        acronyms=frozenset(context.acronyms),
    )


def _sightings(text: str, cues: Sequence[Cue], near: Surroundings) -> Iterator[_Sighting]:
    starts, ends = [cue.start for cue in cues], [cue.end for cue in cues]
    for segment in read_segments(text, cues):
        if refused(segment, text):
            continue
        left = role_left(text, segment, cues, bisect_right(ends, segment.lead))
        right = role_right(text, segment.end, cues, bisect_left(starts, segment.end))
        evidence = weigh(segment, near, left, right)
        yield _Sighting(segment, evidence, _choose(text, segment, left, right))


def _choose(
    text: str, segment: Segment, left: Position | None, right: Position | None
) -> Position | None:
    """What the person is: the apposition after the name says it best."""
    ranked = bool(segment.titles) and segment.titles[-1].kind in {"rank", "title"}
    chosen = right if right is not None and (left is None or ranked or right.named) else left
    if chosen is not None and chosen.organisation is not None:
        return chosen
    body = body_after(text, segment.end)
    if body is None:
        return chosen
    return replace(chosen, organisation=body) if chosen else Position(organisation=body)


def _joined(text: str, first: Segment, second: Segment) -> bool:
    gap = text[first.end : second.lead]
    return len(gap) < 12 and _JOINT.fullmatch(gap) is not None


def _share(
    first: _Sighting, second: _Sighting, near: Surroundings
) -> tuple[_Sighting, _Sighting]:
    """Two names side by side: what a plural says of one it says of both."""
    listed = Evidence("rule:person.list", 2)
    if first.evidence and first.plural:
        if second.evidence is None and is_full(second.segment):
            second = replace(second, evidence=listed)
        if second.position is None or second.position.role is None:
            second = replace(second, position=first.position)
    elif second.evidence and second.position and second.position.plural:
        if first.evidence is None and is_full(first.segment):
            first = replace(first, evidence=listed)
        if first.position is None or first.position.role is None:
            first = replace(first, position=second.position)
    elif first.evidence and second.evidence is None and is_full(second.segment):
        if is_known(second.segment) or is_proposed(second.segment, near):
            second = replace(second, evidence=listed)
    return first, second


def _seen_again(text: str, sightings: Sequence[_Sighting]) -> Iterator[_Sighting]:
    """The sightings, those without evidence confirmed by others of the same person."""
    sure = [s.segment for s in sightings if s.evidence]
    full = {" ".join(segment.words) for segment in sure if is_full(segment)}
    surnames = {segment.words[-1] for segment in sure if is_full(segment)}
    honoured = {segment.words[-1] for segment in sure if segment.honoured}
    for sighting in sightings:
        words = sighting.segment.words
        if sighting.evidence is None:
            again = " ".join(words) in full or (
                len(words) == 1
                and words[0] in surnames
                and not sighting.segment.neighboured
                and not after_place_word(text, sighting.segment.start)
            )
            if again:
                sighting = replace(sighting, evidence=Evidence("rule:person.again", 2))
            elif is_full(sighting.segment) and words[-1] in honoured:
                sighting = replace(sighting, evidence=Evidence("rule:person.surname", 2))
        yield sighting


def _full_names(text: str, sightings: Sequence[_Sighting]) -> dict[str, str | None]:
    """Surname -> full name, None where several people share it."""
    names: dict[str, str | None] = {}
    for sighting in sightings:
        segment = sighting.segment
        if sighting.evidence is None or not is_full(segment):
            continue
        name, surname = _name(text, segment), segment.words[-1].casefold()
        names[surname] = name if names.get(surname, name) == name else None
    return names


def _name(text: str, segment: Segment) -> str:
    return " ".join(text[segment.start : segment.end].split())


def _candidate(
    passage: Passage, sighting: _Sighting, names: dict[str, str | None]
) -> Candidate:
    text, segment, position = passage.text, sighting.segment, sighting.position
    name = _name(text, segment)
    if len(segment.words) == 1:
        name = names.get(name.casefold()) or name
    honorifics = [cue for cue in segment.titles if cue.kind == "honorific"]
    evidence = [SlotSpan("honorific", cue.start, cue.end) for cue in honorifics]
    role = position.role if position else None
    body = position.organisation if position else None
    evidence += [SlotSpan("role", role.start, role.end)] if role else []
    evidence += [SlotSpan("organisation", body.start, body.end)] if body else []
    assert sighting.evidence is not None
    return Candidate(
        kind="person",
        start=segment.start,
        end=segment.end,
        rule=sighting.evidence.rule,
        fields={
            "name": name,
            "honorific": " ".join(text[cue.start : cue.end] for cue in honorifics) or None,
            "role": role.text if role else None,
            "organisation": body.text if body else None,
        },
        support=sighting.evidence.support,
        evidence=tuple(evidence),
    )
