"""What an amount is of by words beside its weight: appositions, dummies, tests, "they weigh"."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import THEY_WEIGH
from extract.find.quantities.phrases import phrase_after, phrase_before, subject_before
from extract.find.quantities.scene import Scene, is_bulk
from extract.knowledge.counting import nouns, quantity_words

_APPOSED = re.compile(r",\s(?:about\s|some\s)?$")
_APPOSITION_ENDS = re.compile(r"\sof\s(?:them|it),|\sin\sall,")
_WEIGHT_OF = re.compile(
    r"\b[Ww]eight\s(?:of|per)\s(?:(?:an?|each|one|every)\s)?(?P<thing>[a-z][^.;:]{2,60}?)"
    r"(?::|\s(?:is|was|rose\sto|fell\sto|stood\sat|came\sto|has\s[a-z]+\sto|at))\s(?:about\s|some\s|only\s|just\s)?$"
)
_TESTED = re.compile(
    r"\b(?:positive\sfor|found\sto\s(?:be|contain)|(?:identified|confirmed)\s(?:[a-z]+\s){0,3}as|(?:turned\sout|proved|confirmed|shown?|known"
    r"|suspected|believed)\sto\s(?:be|contain)|confirmed\sas|revealed|[Tt]ests?\sshowed(?:\s(?:it|them|the\s[a-z]+)\sto\sbe|\sthat\s(?:it|they)\s(?:was|were))?)\s(?:\w+\s)?"
)
_THE_GOODS = re.compile(r"\s*(?:The|This)\s(?:seized\s|hidden\s|illegal\s)?")
# "The cocaine came from Peru", not "The cocaine found next door".
_GOES_ON = re.compile(
    r"\s(?:was|were|is|are|had|has|have|came|comes|bore|originated|tested|belonged|turned|went)\b"
)
_LONGEST = 1_000  # characters of a sentence
_TEST_REACH = 130
# "a substitute load of 20 kg": what is sent in place of the drug.
_DUMMY = re.compile(
    r"\b(?P<load>(?:substitute|dummy|decoy|sham|fake|harmless|inert|placebo|imitation)\s"
    r"(?:load|cargo|consignment|shipment|powder|package|parcel|substance|batch))\s(?:of|weighing)\s(?:about\s|some\s)?$"
)
_WEIGHED = re.compile(
    r"\b(?:weigh(?:ed|s|ing)|(?:was|were|is|are|being|proved|turned\sout)(?:\sto\sbe)?)\s(?:about\s|some\s|over\s|nearly\s)?$"
)
_TOO_MUCH = re.compile(
    r"\s(?:too\s(?:much|heavy|little|light)|over\s?weight|in\sexcess|heavier|lighter|"
    r"(?:more|less)\sthan\s(?:they|it|the\s(?:papers|manifest)|declared|stated|shown))\b"
)


class Weighed:
    """Reads what is said of an amount right beside it, or of what was counted before it."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text = scene, scene.text
        self.passage, self.goods = scene.passage, scene.goods

    def weight_of(self, amount: Amount, start: int) -> str | None:
        """ "The average weight of a tusk was 4 kg", "Weight of a parcel, 2019: 190 grams"."""
        told = _WEIGHT_OF.search(self.text, max(start, amount.start - 120), amount.start)
        phrase = phrase_after(self.passage, told.start("thing"), amount.start) if told else None
        return phrase.said if phrase and self.scene.fitness.fits(phrase.said, "mass") else None

    def apposed(self, amount: Amount, start: int) -> str | None:
        """ "The tiles, 21 tonnes of them, will go back"; "the load, 1.2 tonnes, was hidden"."""
        before = _APPOSED.search(self.text, max(start, amount.start - 12), amount.start)
        if before is None or not _APPOSITION_ENDS.match(self.text, amount.end):
            return None
        phrase = phrase_before(self.passage, before.start(), start)
        if phrase is None or phrase.said.split()[-1] in quantity_words("load"):
            return None
        return phrase.said if self.scene.fitness.fits(phrase.said, "mass") else None

    def overweight(self, amount: Amount, start: int) -> str | None:
        """ "the pallets weighed 4 tonnes too much", "a dummy load of 20 kg": no drug is weighed."""
        dummy = _DUMMY.search(self.text, max(start, amount.start - 60), amount.start)
        if dummy:
            return dummy.group("load")
        verb = _WEIGHED.search(self.text, max(start, amount.start - 40), amount.start)
        if verb is None or not _TOO_MUCH.match(self.text, amount.end):
            return None
        subject = subject_before(self.passage, verb.start(), start)
        return subject.said if subject else None

    def they_weigh(self, amount: Amount, start: int) -> str | None:
        """ "867 tusks were found. They weigh 3.5 tonnes": what was counted last."""
        if not THEY_WEIGH.fullmatch(self.text, start, amount.start):
            return None
        for other, said in self.scene.earlier(amount, 1):
            if other.unit is None or other.unit.dimension != "count":
                continue
            thing = self.scene.thing(other, said)
            return thing if thing and self.goods.names_goods(thing) else None
        return None

    def identified(self, amount: Amount, limit: int) -> str | None:
        """ "The tablets passed for vitamins until a device identified them as MDMA"."""
        following = self.scene.following(amount)
        while following is not None and not (is_bulk(following) or _is_dose(following)):
            following = self.scene.following(following)
        stop = min(following.start, limit) if following else limit
        found = _TESTED.search(self.text, amount.end, stop)
        return self.goods.drug_within(found.end(), found.end() + 30)[0] if found else None

    def proved_next(self, amount: Amount, limit: int) -> str | None:
        """ "They weighed 611 kg. A test was positive for cocaine"."""
        named = _THE_GOODS.match(self.text, limit)
        name = self.goods.starting_at(named.end()) if named else None
        if named and name and _GOES_ON.match(self.text, named.end() + len(name)):
            return name
        first = max(amount.end, limit - _LONGEST)
        found = _TESTED.search(self.text, first, limit + _TEST_REACH)
        return self.goods.first_within(found.end(), found.end() + 30) if found else None


def _is_dose(amount: Amount) -> bool:
    noun = nouns()[1].get(amount.unit.code.casefold()) if amount.unit else None
    return noun is not None and noun.kind == "form"
