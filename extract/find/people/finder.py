"""Candidates of kind person.

A run of capitalised words is a person only with evidence beside it: an honorific or a rank, a
role before or after it, a verb of speech, an age, or a proposal of the model that a second cue
confirms. Who is found once is found again: later mentions by the same name or surname.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from extract.find.passage import Candidate, DocumentContext, Passage, SlotSpan
from extract.find.people.bodies import body_after
from extract.find.people.cues import (
    Evidence,
    Surroundings,
    after_place_word,
    could_be_listed,
    is_full,
    is_known,
    likely_name,
    refused,
    weigh,
)
from extract.find.people.names import Segment, read_segments
from extract.find.people.roles import Position, role_left, role_right
from extract.find.people.titles import Cue, find_cues

_JOINT = re.compile(r",?\s(?:and|&)\s|,\s|\s?/\s?")


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A segment with what speaks for it and what it is said to be."""

    segment: Segment
    evidence: Evidence | None
    position: Position | None

    @property
    def plural(self) -> bool:
        """Whether a title or role that surely stands with it counts for its neighbours too."""
        if self.evidence is None or (self.evidence.support < 2 and not is_known(self.segment)):
            return False
        titles = any(cue.plural for cue in self.segment.titles)
        return titles or (self.position is not None and self.position.plural)


def find_people(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind person in one passage."""
    text = passage.text
    cues = find_cues(passage.words, text)
    near = _surroundings(passage, context)
    sightings: list[_Sighting] = []
    group: list[_Sighting] = []
    for sighting in _sightings(text, cues, near):
        if group and not _joined(text, group[-1].segment, sighting.segment):
            sightings += _share(group, near)
            group = []
        group.append(sighting)
    sightings += _share(group, near)
    sightings = list(_seen_again(text, sightings))
    names = _full_names(text, sightings)
    return [
        _candidate(text, sighting, sighting.evidence, names)
        for sighting in sightings
        if sighting.evidence is not None
    ]


def _surroundings(passage: Passage, context: DocumentContext) -> Surroundings:
    return Surroundings(
        text=passage.text,
        lower_words=frozenset(filter(str.islower, passage.words.distinct)),
        proposals=passage.proposals,
        acronyms=frozenset(context.acronyms),
    )


def _sightings(text: str, cues: Sequence[Cue], near: Surroundings) -> Iterator[_Sighting]:
    starts, ends, free = [cue.start for cue in cues], [cue.end for cue in cues], 0
    segments = [s for s in read_segments(text, cues) if not refused(s, text)]
    for segment, following in zip_longest(segments, segments[1:]):
        limit = following.lead if following and is_known(following) else len(text)
        left = role_left(text, segment, cues, bisect_right(ends, segment.lead), free)
        right = role_right(text, segment.end, cues, bisect_left(starts, segment.end), limit)
        evidence = weigh(segment, near, left, right)
        if evidence is not None:
            free = segment.end if right is None else right.end
        yield _Sighting(segment, evidence, _choose(text, left, right, segment.end))


def _choose(text: str, left: Position | None, right: Position | None, end: int) -> Position | None:
    """What the person is: a full role before the name, else the apposition after it."""
    chosen = right if right is not None and (left is None or left.bare) else left
    if chosen is not None and chosen.organisation is not None:
        return chosen
    body = body_after(text, end)
    if body is None or (chosen is right and chosen is not None):
        return chosen
    return replace(chosen, organisation=body) if chosen else Position(organisation=body)


def _joined(text: str, first: Segment, second: Segment) -> bool:
    gap = text[first.end : second.lead]
    return len(gap) < 12 and _JOINT.fullmatch(gap) is not None


def _share(group: Sequence[_Sighting], near: Surroundings) -> list[_Sighting]:
    """Names side by side: what a plural says of one, and that one is a name, holds for all."""
    shared = list(group)
    if len(shared) < 2:
        return shared
    plural = next((s for s in shared if s.plural), None)
    likely = [s.evidence is not None or likely_name(s.segment, near) for s in shared]
    named = plural is not None or any(s.evidence for s in shared) or len(shared) > 2
    mostly = named and len(shared) > 2 and sum(likely) * 2 >= len(shared)
    for index, one in enumerate(shared):
        fits = likely[index] or mostly or plural is not None
        if one.evidence is None and named and fits and could_be_listed(one.segment, near):
            shared[index] = replace(one, evidence=Evidence("rule:person.list", 2))
        if plural is not None and (one.position is None or one.position.role is None):
            shared[index] = replace(shared[index], position=plural.position)
    return shared


def _seen_again(text: str, sightings: Sequence[_Sighting]) -> Iterator[_Sighting]:
    """The sightings, those without evidence confirmed by others of the same person."""
    sure = [s.segment for s in sightings if s.evidence]
    full = {" ".join(segment.words) for segment in sure if is_full(segment)}
    surnames = {segment.words[-1] for segment in sure if is_full(segment)}
    honoured = {segment.words[-1] for segment in sure if segment.honoured}
    for sighting in sightings:
        segment, words = sighting.segment, sighting.segment.words
        alone = len(words) == 1 and words[0] in surnames and not segment.neighboured
        if sighting.evidence is not None:
            yield sighting
        elif " ".join(words) in full or (alone and not after_place_word(text, segment.start)):
            yield replace(sighting, evidence=Evidence("rule:person.again", 2))
        elif is_full(segment) and words[-1] in honoured:
            yield replace(sighting, evidence=Evidence("rule:person.surname", 2))


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
    text: str, sighting: _Sighting, why: Evidence, names: Mapping[str, str | None]
) -> Candidate:
    segment, position = sighting.segment, sighting.position
    name = _name(text, segment)
    if len(segment.words) == 1:
        name = names.get(name.casefold()) or name
    honorifics = [cue for cue in segment.titles if cue.kind == "honorific"]
    evidence = [SlotSpan("honorific", cue.start, cue.end) for cue in honorifics]
    role = position.role if position else None
    body = position.organisation if position else None
    evidence += [SlotSpan("role", role.start, role.end)] if role else []
    evidence += [SlotSpan("organisation", body.start, body.end)] if body else []
    return Candidate(
        kind="person",
        start=segment.start,
        end=segment.end,
        rule=why.rule,
        fields={
            "name": name,
            "honorific": " ".join(text[cue.start : cue.end] for cue in honorifics) or None,
            "role": role.text if role else None,
            "organisation": body.text if body else None,
        },
        support=why.support,
        evidence=tuple(evidence),
    )
