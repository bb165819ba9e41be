"""The groups a text has spoken of: whom "them" means, whose share is told next."""

from __future__ import annotations

from extract.find.quantities.amounts import Amount
from extract.find.quantities.fractions import FRACTION
from extract.find.quantities.scene import Scene
from extract.find.quantities.share_cues import (
    CLAUSE_ENDS,
    PART_BEHIND,
    PART_LABEL,
    PLACE_LEAD,
    TOLD_OF_THEM,
)
from extract.knowledge.counting import Noun, function_words, nouns, quantity_words

# How many sentences a group stays the one spoken of.
_WHOLE_REACH = 3
_PLURAL_PRONOUNS = frozenset({"them", "these", "those", "whom", "which"})

# "Qatar's figure", "the number": these are told of counts and measures too.
_OF_COUNTS = frozenset({"figure", "number", "level"})


class Spoken:
    """Remembers the groups shares are of, and finds the one a pronoun or nothing points to."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.wholes: list[tuple[int, str]] = []

    def meant(self, amount: Amount, pronoun: str) -> str | None:
        """The group a pronoun means: people or things counted, or the thing measured."""
        plural = pronoun in _PLURAL_PRONOUNS
        if plural and (subject := self.clause_subject(amount)):
            return subject
        passed: str | None = None
        for other, said in self.scene.earlier(amount, 1):
            if is_share(other):
                if not said:
                    continue
                of_part = plural and " among " in said and self._together(other, amount)
                if of_part or other.unit == FRACTION:
                    return said
                passed = passed or said
                break
            if other.unit is None or other.unit.dimension == "duration":
                continue
            things = other.unit.dimension == "count"
            if things and (not plural or self._passed_over(other, amount)):
                passed = passed or (self.scene.thing(other, said) if plural else None)
                continue
            named = said is not None and said.endswith("s") and is_group(said)
            if plural and not things and not named:
                continue
            thing = self.scene.thing(other, said)
            if thing is not None:
                return thing
        return self.last_whole(amount, None) or passed or self.scene.antecedent(amount.start)

    def clause_subject(self, amount: Amount) -> str | None:
        """ "Hospitals fared worst: 21 per cent of them", "Calls doubled; 60 per cent came …"."""
        start, _ = self.scene.bounds(amount)
        if any(other.unit is not None for other, _ in self.scene.earlier(amount)):
            return None
        mark = CLAUSE_ENDS.search(self.text, max(start, amount.start - 60), amount.start)
        opening = self.scene.opening(start, mark.start()) if mark else None
        if opening is None or not is_group(opening.said):
            return None
        head = opening.said.rsplit(maxsplit=1)[-1]
        noun = nouns()[0].get(head)
        acts = head in quantity_words("measure") | quantity_words("source") or (
            noun and noun.singular in _actors()
        )
        return None if acts or opening.said.startswith("per ") else opening.said

    def _passed_over(self, other: Amount, amount: Amount) -> bool:
        """Whether "them" goes on to a group before: past actors, places and rooms to people."""
        if self.acts(other):
            return True
        code = other.unit.code if other.unit else ""
        noun = nouns()[1].get(code)
        if noun is not None and noun.kind == "person":
            return False
        placed = PLACE_LEAD.search(self.text, max(0, other.start - 30), other.start)
        if not placed and code not in quantity_words("room") and not self._tells_people(amount):
            return False
        return any(
            self._is_people(one) and self._together(one, other)
            for one, _ in self.scene.earlier(other)
        )

    def _tells_people(self, amount: Amount) -> bool:
        """ "… and a third of them are women": said of people."""
        told = TOLD_OF_THEM.match(self.text, amount.end)
        noun = nouns()[0].get(told["noun"]) if told else None
        return noun is not None and noun.kind == "person"

    def _is_people(self, amount: Amount) -> bool:
        noun = nouns()[1].get(amount.unit.code) if amount.unit else None
        return noun is not None and noun.kind == "person"

    def _together(self, one: Amount, other: Amount) -> bool:
        """Whether two amounts stand in one sentence."""
        return self.scene.sentence(one.start) == self.scene.sentence(other.start)

    def said_before(self, amount: Amount) -> str | None:
        """What the share told last was of, in this sentence or the two before."""
        shares = (said for other, said in self.scene.earlier(amount, 2) if is_share(other))
        return next((said for said in shares if said), None)

    def figure_of(self, amount: Amount, figure: str) -> str | None:
        """What "the share", "the corresponding figure" or "the rate" is of."""
        head = figure.rsplit(maxsplit=1)[-1]
        for other, said in self.scene.earlier(amount, 2):
            if is_share(other) and said:
                return said
            counts = other.unit is not None and other.unit.dimension != "duration"
            thing = self.scene.thing(other, said) if counts else None
            if thing is not None and head in _OF_COUNTS and not self.acts(other):
                return thing
        group = self.last_whole(amount, None)
        return group or (self.scene.last_thing(amount) if head == "share" else None)

    def acts(self, amount: Amount) -> bool:
        """ "the authorities of 85 countries": none of which a share is."""
        code = amount.unit.code if amount.unit else ""
        return code in _actors()

    def remember(self, amount: Amount, whole: str) -> None:
        """Keep the group as the one spoken of."""
        self.wholes.append((self.scene.sentence(amount.start), whole))

    def last_whole(self, amount: Amount, part: str | None) -> str | None:
        """The group last spoken of, in this sentence or the one before."""
        here = self.scene.sentence(amount.start)
        if self.wholes and here - self.wholes[-1][0] <= _WHOLE_REACH:
            return self.wholes[-1][1]
        young: str | None = None
        things: str | None = None
        for other, _ in self.scene.earlier(amount, 1):
            noun = nouns()[1].get(other.unit.code) if other.unit else None
            if noun is not None and self._divisible(noun):
                things = things or self.scene.counted(other)
            if noun is None or noun.kind != "person" or self._is_part(other):
                continue
            if noun.singular in quantity_words("part"):
                young = young or self.scene.counted(other)
                continue
            group = self.scene.counted(other)
            return group if group != part else None
        return (young or things) if part is None else None

    def _is_part(self, amount: Amount) -> bool:
        """ "Foreigners among them: 268": a part of the group told before."""
        return (
            PART_BEHIND.match(self.text, amount.end) is not None
            or PART_LABEL.search(self.text, max(0, amount.start - 30), amount.start) is not None
        )

    def far_whole(self, amount: Amount) -> str | None:
        """The people last counted, a few sentences back: "… Only 39 per cent said"."""
        for other, _ in self.scene.earlier(amount, _WHOLE_REACH):
            noun = nouns()[1].get(other.unit.code) if other.unit else None
            named = noun is not None and noun.kind == "person" and not self._is_part(other)
            if named and noun is not None and noun.singular not in quantity_words("part"):
                return self.scene.counted(other)
        return None

    def _divisible(self, noun: Noun) -> bool:
        """Cases, vehicles or households: what shares are told of beside people."""
        return noun.kind in {"event", "vehicle", "weapon"} or noun.singular in quantity_words(
            "earner"
        )


def is_share(amount: Amount) -> bool:
    """Whether an amount is in per cent, or a fraction in words."""
    unit = amount.unit
    return unit is not None and (unit.dimension == "percent" or unit == FRACTION)


def is_figure(said: str) -> bool:
    """ "the share", "the corresponding figure", "Bahrain's figure": no thing of its own."""
    *before, head = said.split()
    known = quantity_words("degree") | quantity_words("blank")
    return head in quantity_words("figure") and all(
        word in known or word.endswith(("'s", "’s", "s'", "s’")) for word in before
    )


def is_measured(said: str) -> bool:
    """ "output", "prices", "number of victims": a noun of how much there is."""
    heads = {phrase.rsplit(maxsplit=1)[-1] for phrase in (said, said.partition(" of ")[0])}
    return not is_figure(said) and not heads.isdisjoint(
        quantity_words("measure") | quantity_words("rate") | quantity_words("gauge")
    )


def _actors() -> frozenset[str]:
    return quantity_words("actor") | quantity_words("place")


def is_group(said: str) -> bool:
    """Whether a phrase is a plural: what a part of a group can be."""
    head = said.rsplit(maxsplit=1)[-1]
    return head in nouns()[0] or (head.endswith("s") and head not in function_words())
