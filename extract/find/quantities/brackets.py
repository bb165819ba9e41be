"""What a share in brackets is of: "Cities (19 per cent)", "men … women (12 against 4)"."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import LISTED, cue
from extract.find.quantities.groups import Groups
from extract.find.quantities.phrases import Stretch, phrase_after, phrase_before, subject_before
from extract.find.quantities.scene import Scene
from extract.find.quantities.share_cues import (
    AMOUNT_LABEL,
    OPENED,
    OVERTAKE,
    THAN_BEHIND,
    VERSUS,
)
from extract.find.quantities.spoken import is_figure, is_share
from extract.knowledge.counting import nouns, number_words, quantity_words

_WORD = re.compile(r"[A-Za-z]+")
_TWO = 2
# How far a bracket may stand behind the two groups it compares.
_REACH = 120
# "prevalence was highest for the Police Service (53 per cent)".
_RATED = cue(
    r"""\b(?P<rate>rate|prevalence|share|proportion|percentage)\s(?:was|is|were|remains?|remained)\s
    (?:highest|lowest|higher|lower)\s(?:for|among)\s[^.;()]{0,80}?(?:\([^()]{1,30}\)[^.;()]{1,60})*$"""
)


class Brackets:
    """Reads shares told in brackets behind the group, the place or the rank they belong to."""

    def __init__(self, scene: Scene, groups: Groups) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.groups = groups

    def of(self, amount: Amount, start: int) -> str | None:
        """ "10 municipalities (5 per cent)", "X has overtaken Y (51 per cent against 33)"."""
        opening = OPENED.search(self.text, max(start, amount.start - 30), amount.start)
        if opening is None:
            return self._second_of_pair(amount, start)
        pair = self._pair(amount, start, opening.start())
        if pair is not None:
            return pair[0]
        previous = next(self.scene.earlier(amount), None)
        if previous and self.text[previous[0].end : opening.start()].isspace():
            return None if is_share(previous[0]) else self._of_amount(amount)
        return self._of_phrase(amount, start, opening.start())

    def part(self, amount: Amount, start: int) -> str | None:
        """ "Among the pupils girls (19 per cent) smoke less": the part of a group named."""
        opening = OPENED.search(self.text, max(start, amount.start - 30), amount.start)
        phrase = phrase_before(self.passage, opening.start(), start) if opening else None
        noun = nouns()[0].get(phrase.said) if phrase else None
        return phrase.said if phrase and noun and noun.singular in quantity_words("part") else None

    def _of_phrase(self, amount: Amount, start: int, opening: int) -> str | None:
        """What the phrase before a bracket says its share is of."""
        phrase = phrase_before(self.passage, opening, start)
        if phrase is None:
            return None
        if is_figure(phrase.said):
            return self.groups.said_before(amount) or phrase.said
        if self._ranks(phrase):
            return self.groups.said_before(amount)
        known = nouns()[0].get(phrase.said.rsplit(maxsplit=1)[-1])
        if known is None and (named := self.groups.share_named(amount, start)):
            return named
        rated = _RATED.search(self.text, max(start, opening - 160), opening)
        if rated:
            return f"{rated['rate']} among {phrase.said}"
        return self._compared(amount, start) or self._part(amount, phrase.said)

    def _compared(self, amount: Amount, start: int) -> str | None:
        """ "Men pay officials more (37 per cent) than women (26 per cent)": the subject."""
        than = THAN_BEHIND.match(self.text, amount.end)
        noun = nouns()[0].get(than["other"]) if than else None
        opening = self.scene.opening(start, amount.start) if noun is not None else None
        subject = nouns()[0].get(opening.said.rsplit(maxsplit=1)[-1]) if opening else None
        alike = noun is not None and subject is not None and noun.kind == subject.kind
        return opening.said if alike and opening else None

    def _part(self, amount: Amount, said: str) -> str:
        """ "girls (19 per cent)": among the people spoken of."""
        noun = nouns()[0].get(said.rsplit(maxsplit=1)[-1])
        if noun is None or noun.singular not in quantity_words("part"):
            return said
        whole = self.groups.last_whole(amount, said) or said
        people = nouns()[0].get(whole.rsplit(maxsplit=1)[-1])
        joins = people is not None and people.kind == "person" and " among " not in whole
        return f"{said} among {whole}" if joins and whole != said else said

    def _of_amount(self, amount: Amount) -> str | None:
        """ "Budget: US$ 67 million, of which US$ 39 million (59 per cent)": what was measured."""
        for other, said in self.scene.earlier(amount):
            label = AMOUNT_LABEL.search(self.text, max(0, other.start - 40), other.start)
            thing = self.scene.thing(other, said) or (label["said"].lower() if label else None)
            if thing is not None:
                return thing
        return None

    def _ranks(self, phrase: Stretch) -> bool:
        """ "Montenegro the lowest (4 per cent)", "Towns (29 per cent)": no group of its own."""
        words = phrase.said.split()
        place = words[-1] in quantity_words("town") | quantity_words("place")
        return words[-1] in quantity_words("degree") or words[-1] in number_words() or place

    def _second_of_pair(self, amount: Amount, start: int) -> str | None:
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit != amount.unit:
            return None
        opening = OPENED.search(self.text, max(start, previous[0].start - 30), previous[0].start)
        pair = self._pair(previous[0], start, opening.start()) if opening else None
        return pair[1] if pair else None

    def _pair(self, amount: Amount, start: int, opening: int) -> tuple[str, str | None] | None:
        """The two groups that the two shares of a bracket belong to, in the same order."""
        following = self.scene.following(amount)
        if following is None or following.unit != amount.unit:
            return None
        versus = VERSUS.fullmatch(self.text, amount.end, following.start)
        if not versus and not LISTED.fullmatch(self.text, amount.end, following.start):
            return None
        floor = max(start, opening - _REACH)
        people = self._people(self.text[floor:opening])
        verb = OVERTAKE.search(self.text, floor, opening) if versus else None
        if verb is None:
            return (people[0], people[1]) if people else None
        subject = subject_before(self.passage, verb.start(), start)
        behind = phrase_after(self.passage, verb.end(), opening)
        return (subject.said, behind.said if behind else None) if subject else None

    def _people(self, before: str) -> list[str]:
        """The two groups of people a clause compares, if it names just two."""
        for clause in (before, re.split(r"[,;]", before)[-1]):
            words = [word.lower() for word in _WORD.findall(clause)]
            people = [
                word for word in words if (noun := nouns()[0].get(word)) and noun.kind == "person"
            ]
            if len(people) == _TWO:
                return people
        return []
