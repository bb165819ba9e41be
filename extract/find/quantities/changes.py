"""What a change is of: "the area under poppy rose by 8 per cent", "34 per cent more"."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import LAST_WORD, last_match
from extract.find.quantities.groups import Groups
from extract.find.quantities.phrases import (
    Stretch,
    phrase_after,
    phrase_before,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.scene import Scene
from extract.find.quantities.share_cues import (
    ARTICLE,
    AVERAGE_OF,
    CHANGE_BEHIND,
    CHANGE_OF,
    CHANGED,
    COMPARED_BEHIND,
    FALLING,
    FIGURE_FOR,
    FIGURE_NAMED,
    IN_BEHIND,
    MORE_OF,
    RATE_OF,
    SHARE_BEFORE,
    SHARE_OF,
    STOOD_AT,
    UP_DOWN,
)
from extract.find.quantities.spoken import is_figure, is_group, is_measured
from extract.knowledge.counting import nouns

# How far a relative clause may reach.
_CLAUSE = 60


class Changes:
    """Reads what rose or fell, and the subject a share is stated of."""

    def __init__(self, scene: Scene, groups: Groups) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.groups = groups

    def changed(self, amount: Amount, start: int, end: int) -> str | None:
        """The thing that rose or fell by so much."""
        text, window = self.text, max(start, amount.start - 90)
        behind = CHANGE_BEHIND.match(text, amount.end)
        if behind:
            return self._named_by(amount, behind, end)
        rate = RATE_OF.search(text, window, amount.start)
        if rate:
            return rate["rate"]
        if AVERAGE_OF.search(text, window, amount.start):
            return self._opening_gauge(amount, start) or self.groups.figure_of(amount, "share")
        if FALLING.search(text, window, amount.start):
            opening = self.scene.opening(start, amount.start)
            return opening.said if opening else None
        verb = CHANGED.search(text, window, amount.start)
        if verb:
            return self._subject(amount, verb.start(), start) or self.scene.last_thing(amount)
        noun = CHANGE_OF.search(text, window, amount.start)
        if noun:
            return self._changed_noun(amount, noun, end)
        return self._compared(amount, start, end)

    def _named_by(self, amount: Amount, behind: re.Match[str], end: int) -> str | None:
        """ "a 23 per cent increase in the number of plots"."""
        if not behind.group().endswith((" in ", " of ")):
            return self._told_before(amount)
        phrase = whole_phrase_after(self.passage, behind.end(), end)
        return phrase.said if phrase else None

    def _changed_noun(self, amount: Amount, noun: re.Match[str], end: int) -> str | None:
        """ "a rise in prices of 4 per cent", "a drop of 4 per cent in prices", "a drop of …"."""
        if noun["thing"]:
            phrase = whole_phrase_after(self.passage, noun.start("thing"), noun.end("thing"))
            return phrase.said if phrase else None
        within = IN_BEHIND.match(self.text, amount.end)
        phrase = whole_phrase_after(self.passage, within.end(), end) if within else None
        if phrase is not None:
            return phrase.said
        return self._told_before(amount)

    def _told_before(self, amount: Amount) -> str | None:
        """What "a rise of 12 per cent" is of: the figure before it, or what is spoken of."""
        told = self._stood_before(amount) or self.scene.last_thing(amount)
        if told is not None:
            return told
        opening = self.scene.opening(self.scene.bounds(amount)[0], amount.start)
        return opening.said if opening and is_group(opening.said) else None

    def _stood_before(self, amount: Amount) -> str | None:
        """ "Output was 870 tons, a rise of 26 per cent": the subject of the figure before."""
        start, _ = self.scene.bounds(amount)
        for other, _ in self.scene.earlier(amount):
            window = max(start, other.start - 90)
            verb = CHANGED.search(self.text, window, other.start) or STOOD_AT.search(
                self.text, window, other.start
            )
            if verb:
                subject = subject_before(self.passage, verb.start(), start)
                return subject.said if subject and is_measured(subject.said) else None
        return None

    def _compared(self, amount: Amount, start: int, end: int) -> str | None:
        """ "down 29 per cent", "20 per cent more calls", "34 per cent more than in 2022"."""
        if UP_DOWN.search(self.text, max(start, amount.start - 30), amount.start):
            alone = next(self.scene.earlier(amount), None) is None
            return (
                self._figure_before(amount, start)
                or (self._opening_gauge(amount, start) if alone else None)
                or self.scene.last_thing(amount)
            )
        more = MORE_OF.match(self.text, amount.end)
        phrase = phrase_after(self.passage, more.end(), end) if more else None
        if phrase is not None:
            return phrase.said
        if COMPARED_BEHIND.match(self.text, amount.end) is None:
            return None
        alone = next(self.scene.earlier(amount), None) is None
        stated = self.state_subject(amount, start) if alone else None
        return stated or self.scene.last_thing(amount) or self.state_subject(amount, start)

    def _figure_before(self, amount: Amount, start: int) -> str | None:
        """ "a yield of 11.7 kg per hectare, lower by 22 per cent"."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None:
            return None
        begin = previous[0].start
        named = FIGURE_NAMED.search(self.text, max(start, begin - 40), begin)
        return named["name"] if named else None

    def _opening_gauge(self, amount: Amount, start: int) -> str | None:
        """ "Cultivation in Peru goes on rising, up 6 per cent": what the sentence opens with."""
        opening = self.scene.opening(start, amount.start)
        return opening.said if opening and is_measured(opening.said) else None

    def _subject(self, amount: Amount, verb: int, start: int) -> str | None:
        """The subject of a verb, pronouns resolved; of "the share of women" the women."""
        share_of = last_match(SHARE_BEFORE, self.text, start, verb)
        if share_of is not None and verb - share_of.end() < _CLAUSE:
            return share_of["group"].lower()
        subject = subject_before(self.passage, verb, start)
        if subject is None:
            return self._pronoun(amount, verb, start)
        if is_figure(subject.said):
            meant = self._of_figure(amount, subject.said)
            group = FIGURE_FOR.match(self.text, subject.end, verb)
            noun = nouns()[0].get(group["group"].split()[-1]) if group else None
            if group is None or noun is None or noun.kind != "person":
                return meant
            return group["group"] if is_figure(meant) else f"{group['group']} among {meant}"
        share = SHARE_OF.match(subject.said)
        if share is None:
            return self.scene.resolved(subject.said, subject.start)
        if self._of_name(subject):
            return self.scene.last_thing(amount)
        within = IN_BEHIND.match(self.text, subject.end)
        whole = whole_phrase_after(self.passage, within.end(), verb) if within else None
        part = ARTICLE.sub("", subject.said[share.end() :])
        return f"{part} among {whole.said}" if whole else part

    def _of_figure(self, amount: Amount, said: str) -> str:
        """What "the share" is of; "the rate" of people stays a rate."""
        group = self.groups.figure_of(amount, said)
        if group is None:
            return said
        noun = nouns()[0].get(group.rsplit(maxsplit=1)[-1])
        people = noun is not None and noun.kind == "person" and " among " not in group
        return f"rate among {group}" if people and said.endswith("rate") else group

    def _of_name(self, subject: Stretch) -> bool:
        """ "The share of Customs": of what all seized, not of the service."""
        last = self.text[subject.start : subject.end].rsplit(maxsplit=1)[-1]
        return last[:1].isupper() and last.lower() not in nouns()[0]

    def _pronoun(self, amount: Amount, verb: int, start: int) -> str | None:
        word = LAST_WORD.search(self.text, max(start, verb - 20), verb)
        said = word.group(1).lower() if word else ""
        if word and said in {"which", "that", "who"}:
            return self.scene.relative(word.start(), start)
        if word and said in {"and", "but"}:
            opening = self.scene.opening(start, word.start())
            return opening.said if opening else None
        if word and said in {"they", "it", "these", "those", "this", "both"}:
            return self.scene.carried(amount) or self.scene.antecedent(word.start())
        return None

    def state_subject(self, amount: Amount, start: int) -> str | None:
        verb = STOOD_AT.search(self.text, max(start, amount.start - 90), amount.start)
        if verb and verb.group().split()[0].endswith("ing"):
            phrase = phrase_before(self.passage, verb.start(), start)
            return phrase.said if phrase else None
        said = self._subject(amount, verb.start(), start) if verb else None
        return None if said and is_figure(said) and not said.endswith("rate") else said
