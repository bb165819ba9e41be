"""What an amount measures, contains or is a share of: read off the syntax, then by anaphora."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.anaphora import Anaphora
from extract.find.quantities.cues import (
    AGED,
    COORDINATED_WITH,
    EACH_WITH,
    HIDDEN_IN,
    HOLDING,
    INSET,
    INSPECTED,
    JOINED,
    LABEL_GAP,
    OF,
    OF_BEHIND_INSET,
    PROVED,
    WERE_INSPECTED,
    WITH_EACH,
)
from extract.find.quantities.goods import is_crop, is_food_crop
from extract.find.quantities.phrases import phrase_after
from extract.find.quantities.prices import Prices
from extract.find.quantities.scene import is_bulk
from extract.find.quantities.shares import Shares
from extract.knowledge.counting import quantity_words

# Counted for themselves if nothing says what is in them: a case may be one of a court.
_MAY_HOLD = frozenset({"case", "substance", "kit"})
# Counts that are of whatever stands before the noun: "31 ivory items".
_OF_ANYTHING = frozenset({"item", "piece", "article"})
# What rounds are of, whatever weapons are listed beside them.
_ROUNDS = frozenset({"ammunition", "live ammunition", "munitions"})
_COLON = re.compile(r":\s")
# "ivory 40 kg; dried sea cucumbers 1.2 tonnes": a label at the head of an entry.
_IN_ROW = re.compile(r"(?:[:;•]|\n)\s?(?:[a-z]+\s){0,2}$")


class Measured(Anaphora):
    """Answers, for the amounts of one passage in reading order, what each is an amount of."""

    def __init__(self, passage: Passage, context: DocumentContext, amounts: list[Amount]) -> None:
        super().__init__(passage, context, amounts)
        self.shares, self.prices = Shares(self.scene), Prices(self.scene)
        self.same: dict[tuple[str, Decimal], str] = {}

    def each(self) -> list[str | None]:
        """What each amount is of; None where the unit is itself the thing."""
        for amount in self.scene.amounts:
            name = self._stated(amount, *self.scene.bounds(amount))
            self.stated.append(name)
            if name is not None and amount.unit is not None:
                self.same.setdefault((amount.unit.code, amount.low), name)
        for index, amount in enumerate(self.scene.amounts):
            self.scene.said.append(self._of(amount, self.stated[index]))
        return self.scene.said

    def _of(self, amount: Amount, stated: str | None) -> str | None:
        unit = amount.unit
        if unit is None or unit.dimension == "duration":
            return self._age(amount) if unit is not None else None
        if unit.dimension == "length":
            return self._after_of(amount, self.scene.bounds(amount)[1]) or self._coordinated(amount)
        if unit.dimension == "money":
            return self.prices.of(amount)
        if unit.dimension == "percent" or unit.code == "fraction":
            return self.shares.of(amount)
        if unit.dimension == "count" and not self._holds(amount):
            return None
        if unit.code == "round" and stated not in _ROUNDS:
            return "ammunition" if "ammunition" in self.passage.words.distinct_lower else None
        start, end = self.scene.bounds(amount)
        key = (unit.code, amount.low)
        if stated is not None:
            return stated
        found = (
            self.topics.row(amount, self.stated)
            or self._equal(amount)
            or self.same.get(key)
            or self._meant(amount, start, end)
        )
        again = any(said == found for _, said in self.scene.earlier(amount))
        return self.scene.resolved(found, amount.start) if found and not again else found

    def _coordinated(self, amount: Amount) -> str | None:
        """ "936 km of border with Benin and 400 km with Togo": the noun is said once."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit != amount.unit or not previous[1]:
            return None
        between = self.text[previous[0].end : amount.start]
        return previous[1] if COORDINATED_WITH.search(between) else None

    def _age(self, amount: Amount) -> str | None:
        return "age" if AGED.match(self.text, amount.end) else None

    def _holds(self, amount: Amount) -> bool:
        """Whether a counted noun can be of something: packages, doses, seizures."""
        noun = self._noun(amount)
        unit = amount.unit
        if unit is None:
            return False
        if noun in {"package", "form"} and unit.code not in _MAY_HOLD:
            return unit.code != "container" or not self._is_inspected(amount)
        if unit.code not in quantity_words("of_goods") | _MAY_HOLD:
            return False
        return self._says(amount)

    def _is_inspected(self, amount: Amount) -> bool:
        """ "The units inspected 611 containers": whatever they held."""
        before = INSPECTED.search(self.text, max(0, amount.start - 40), amount.start)
        if before is None and not WERE_INSPECTED.match(self.text, amount.end):
            return False
        return not self._says(amount)

    def _says(self, amount: Amount) -> bool:
        return self.stated[bisect_right(self.scene.starts, amount.start) - 1] is not None

    # by syntax

    def _stated(self, amount: Amount, start: int, end: int) -> str | None:
        """What the syntax of the sentence itself gives."""
        unit = amount.unit
        if unit is None or unit.dimension in {"money", "percent", "duration", "length"}:
            return None
        if unit.dimension == "count" and not self._can_hold(amount):
            return None
        found = (
            self._named_inside(amount)
            or self._predicated(amount, end)
            or self._hidden_in(amount, start, end)
            or self._after_of(amount, end)
            or self._behind_inset(amount, start, end)
            or self._beside(amount, end)
            or self._label_before(amount, start)
            or self._held(amount, end)
            or self._bracketed(amount)
            or self._behind_colon(amount, end)
            or self._with_it(amount, start)
            or self._shared_with_next(amount, end)
        )
        if found and unit.dimension == "area":
            return found if is_crop(found) or is_food_crop(found) else None
        return found

    def _named_inside(self, amount: Amount) -> str | None:
        """ "1.2 million methamphetamine tablets": a drug before the noun that is counted."""
        name, end = self.goods.drug_within(amount.start, amount.end)
        if name is None and amount.unit is not None and amount.unit.code in _OF_ANYTHING:
            name, end = self.goods.all.first_within(amount.start, amount.end)
        return name if end < amount.end and not _is_users(amount) else None

    def _hidden_in(self, amount: Amount, start: int, end: int) -> str | None:
        """ "2 kg of heroin, packed in 18 boxes of tea", "20 tins of tea containing opium"."""
        of = OF.match(self.text, amount.end)
        if of is None or self._noun(amount) != "package":
            return None
        phrase = phrase_after(self.passage, of.end(), end)
        if phrase is None or self._is_partitive(phrase.said, amount):
            return None
        if self.goods.drug_within(of.end(), phrase.end)[0]:
            return None
        held = HOLDING.match(self.text, phrase.end)
        if held:
            return self.goods.drug_within(held.end(), min(end, held.end() + 60))[0]
        hidden = HIDDEN_IN.search(self.text, max(start, amount.start - 40), amount.start)
        return self.goods.last_drug_before(amount.start, start) if hidden else None

    def _behind_inset(self, amount: Amount, start: int, end: int) -> str | None:
        """ "435,000 packs, or 8.7 million pieces, of cigarettes": said of both."""
        following = self.scene.following(amount)
        equal = following and INSET.fullmatch(self.text, amount.end, following.start)
        last = following if following and equal else amount
        opened = INSET.search(self.text, max(start, last.start - 30), last.start)
        closed = OF_BEHIND_INSET.match(self.text, last.end)
        phrase = phrase_after(self.passage, closed.end(), end) if opened and closed else None
        return phrase.said if phrase else None

    def _beside(self, amount: Amount, limit: int) -> str | None:
        """ "2 kg opium, 300 g heroin": the goods right behind, not those of the amount before."""
        if not is_bulk(amount) or self.text[amount.end : amount.end + 1] != " ":
            return None
        phrase = phrase_after(self.passage, amount.end, limit)
        name = self.goods.starting_at(phrase.start) if phrase else None
        between = self.text[amount.end : phrase.start] if phrase else ""
        return name if all(word.isalpha() for word in between.split()) else None

    def _predicated(self, amount: Amount, limit: int) -> str | None:
        """ "12 kg were heroin", "weighed 2.64 tonnes and was cocaine"."""
        match = PROVED.match(self.text, amount.end)
        if match is None:
            return None
        name = self.goods.first_within(match.end(), min(limit, match.end() + 40))
        phrase = phrase_after(self.passage, match.end(), limit) if name else None
        return name if phrase and name and phrase.said.startswith(name) else None

    def _held(self, amount: Amount, limit: int) -> str | None:
        """ "packages with cocaine", "14 packages, each with 2 kg of flour"."""
        each = EACH_WITH.match(self.text, amount.end)
        following = self.scene.following(amount)
        if each and following and each.end() >= following.start - 12:
            return self._after_of(following, limit)
        match = HOLDING.match(self.text, amount.end)
        if match is None:
            return None
        return self.goods.first_within(match.end(), min(limit, match.end() + 60))

    def _bracketed(self, amount: Amount) -> str | None:
        if not self.text.startswith(" (", amount.end):
            return None
        close = self.text.find(")", amount.end, amount.end + 60)
        return self.goods.first_within(amount.end + 2, close) if close > 0 else None

    def _behind_colon(self, amount: Amount, limit: int) -> str | None:
        """ "118 capsules: cocaine swallowed for the flight"."""
        match = _COLON.match(self.text, amount.end)
        if match is None:
            return None
        phrase = phrase_after(self.passage, match.end(), limit)
        name = self.goods.first_within(match.end(), match.end() + 40)
        return name if phrase and name and phrase.said.startswith(name) else None

    def _with_it(self, amount: Amount, floor: int) -> str | None:
        """ "opioids follow with 61 million": the label stands before the verb."""
        if _is_users(amount):
            return self._used(amount, floor)
        if not amount.rule.endswith("said_before"):
            return None
        match = WITH_EACH.search(self.text, max(floor, amount.start - 40), amount.start)
        names = self.goods.all
        index = bisect_right(names.starts, amount.start) - 1
        if match is None or index < 0 or amount.start - names.ends[index] > 20:
            return None
        return names.names[index] if names.starts[index] >= floor else None

    def _used(self, amount: Amount, floor: int) -> str | None:
        """ "Cannabis came first with 150 million users": what is used is the subject."""
        index = bisect_right(self.scene.starts, amount.start) - 2
        since = max(floor, self.scene.amounts[index].end) if index >= 0 else floor
        named = " user" in self.text[since : amount.start]  # "hemp users number 4 million"
        return None if named else self.goods.last_drug_before(amount.start, since)

    def _label_before(self, amount: Amount, floor: int) -> str | None:
        """ "Heroin: 12 kg", "cocaine (5 kg)", "cocaine 181 kg"."""
        name = self.goods.last_before(amount.start, floor)
        if name is None:
            return None
        names = self.goods.all
        index = bisect_right(names.starts, amount.start) - 1
        while index >= 0 and names.ends[index] > amount.start:
            index -= 1
        gap = self.text[names.ends[index] : amount.start]
        begin = names.starts[index]
        labels = begin in self.goods.drugs.starts or _IN_ROW.search(
            self.text, max(0, begin - 30), begin
        )
        if not gap.strip() and not labels:
            return None
        return name if len(gap) < 40 and LABEL_GAP.fullmatch(gap) else None

    def _shared_with_next(self, amount: Amount, limit: int) -> str | None:
        """ "33 tons and 360 liters of acid", "12.6 tonnes (211 sacks) of coffee"."""
        following = self.scene.following(amount)
        if following is None or following.unit is None:
            return None
        later = amount.rule == "rule:quantity.unit_said_later"
        if following.unit == amount.unit and not later:
            return None
        between = self.text[amount.end : following.start].strip(" ,")
        if between in {"in", "and", "plus", "or"} and not is_bulk(amount):
            return None
        joined = JOINED.fullmatch(self.text, amount.end, following.start)
        return self._after_of(following, limit) if joined else None


def _is_users(amount: Amount) -> bool:
    """Whether people are counted who take a drug: of "heroin users" the noun says it all."""
    return amount.unit is not None and amount.unit.code == "user"
