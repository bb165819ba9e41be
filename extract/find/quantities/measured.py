"""What an amount measures, contains or is a share of: read off the syntax, then by anaphora."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import (
    AGAINST_LAST,
    AGED,
    APART,
    EACH_WITH,
    EQUAL,
    HOLDING,
    JOINED,
    LABEL_GAP,
    OF,
    WITH_EACH,
)
from extract.find.quantities.goods import is_crop
from extract.find.quantities.phrases import phrase_after
from extract.find.quantities.prices import Prices
from extract.find.quantities.scene import Scene, is_bulk
from extract.find.quantities.shares import Shares
from extract.knowledge.counting import nouns, quantity_words

_EMPTY = frozenset({"total", "overall", "which", "them", "whom", "amount", "it", "each"})
_MASSES = frozenset({"mass", "volume"})
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s(?:same\s)?$")
_PER_AREA = re.compile(r"\s?(?:/\s?ha\b|(?:per|a|an|each)\shectare)")
# How many sentences back the goods may have been named.
_FAR = 12
_COLON = re.compile(r":\s")


class Measured:
    """Answers, for the amounts of one passage in reading order, what each is an amount of."""

    def __init__(self, passage: Passage, context: DocumentContext, amounts: list[Amount]) -> None:
        self.scene = Scene(passage, context, amounts)
        self.passage, self.text, self.goods = passage, passage.text, self.scene.goods
        self.shares, self.prices = Shares(self.scene), Prices(self.scene)
        self.same: dict[tuple[str, Decimal], str] = {}
        self.stated: list[str | None] = []

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
            return self._after_of(amount, self.scene.bounds(amount)[1])
        if unit.dimension == "money":
            return self.prices.of(amount)
        if unit.dimension == "percent" or unit.code == "fraction":
            return self.shares.of(amount)
        if unit.dimension == "count" and not self._holds(amount):
            return None
        start, end = self.scene.bounds(amount)
        key = (unit.code, amount.low)
        if stated is not None:
            return stated
        found = self._equal(amount) or self.same.get(key) or self._meant(amount, start, end)
        return self.scene.resolved(found, amount.start) if found else None

    def _age(self, amount: Amount) -> str | None:
        return "age" if AGED.match(self.text, amount.end) else None

    def _holds(self, amount: Amount) -> bool:
        """Whether a counted noun can be of something: packages, doses, seizures."""
        noun = self._noun(amount)
        if noun is None:
            return False
        if noun in {"package", "form"}:
            return True
        unit = amount.unit
        if unit is None or unit.code not in quantity_words("of_goods"):
            return False
        return self.stated[bisect_right(self.scene.starts, amount.start) - 1] is not None

    def _noun(self, amount: Amount) -> str | None:
        noun = nouns()[1].get(amount.unit.code.casefold()) if amount.unit else None
        return noun.kind if noun else None

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
            or self._after_of(amount, end)
            or self._label_before(amount, start)
            or self._held(amount, end)
            or self._bracketed(amount)
            or self._behind_colon(amount, end)
            or self._with_it(amount, start)
            or self._shared_with_next(amount, end)
        )
        if found and unit.dimension == "area":
            return found if is_crop(found) else None
        return found

    def _can_hold(self, amount: Amount) -> bool:
        unit = amount.unit
        held = unit is not None and unit.code in quantity_words("of_goods")
        return held or self._noun(amount) in {"package", "form"}

    def _named_inside(self, amount: Amount) -> str | None:
        """ "1.2 million methamphetamine tablets": a drug before the noun that is counted."""
        name, end = self.goods.drug_within(amount.start, amount.end)
        return name if end < amount.end else None

    def _after_of(self, amount: Amount, limit: int) -> str | None:
        match = OF.match(self.text, amount.end)
        phrase = phrase_after(self.passage, match.end(), limit) if match else None
        if match is None or phrase is None or phrase.said in _EMPTY:
            return None
        definite = _DEFINITE.search(self.text, match.end() - 1, phrase.start)
        said = self.scene.resolved(phrase.said, amount.start) if definite else phrase.said
        return self.goods.opening(said, match.end()) if said == phrase.said else said

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
        if not amount.rule.endswith("said_before"):
            return None
        match = WITH_EACH.search(self.text, max(floor, amount.start - 40), amount.start)
        names = self.goods.all
        index = bisect_right(names.starts, amount.start) - 1
        if match is None or index < 0 or amount.start - names.ends[index] > 20:
            return None
        return names.names[index] if names.starts[index] >= floor else None

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
        if not gap.strip() and names.starts[index] not in self.goods.drugs.starts:
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

    # by anaphora

    def _equal(self, amount: Amount) -> str | None:
        """ "4,160 litres, or roughly 4.5 tonnes": one load in two measures."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit is None or amount.unit is None:
            return None
        holds = is_bulk(previous[0]) or self._can_hold(previous[0])
        gap = self.text[previous[0].end : amount.start]
        alike = previous[0].unit.dimension == amount.unit.dimension != "count"
        equal = EQUAL.fullmatch(gap) or (alike and AGAINST_LAST.search(gap))
        return previous[1] if holds and equal else None

    def _meant(self, amount: Amount, start: int, end: int) -> str | None:
        """What was last spoken of."""
        unit = amount.unit
        if unit is not None and unit.dimension == "area":
            return self._planted(amount, start, end)
        if unit is not None and unit.dimension == "count":
            if self._stands_apart(amount):
                return None
            far = self._floor(amount, _FAR)
            if self._noun(amount) == "form":
                return self.goods.last_drug_before(amount.start, far) or self._goods_behind(
                    amount, end
                )
            return (
                self._carried(amount)
                or self.goods.last_drug_before(amount.start, start)
                or self._drug_behind(amount, end)
                or self._mass_behind(amount, end)
                or self.goods.last_drug_before(amount.start, far)
            )
        if _PER_AREA.match(self.text, amount.end):
            return self.goods.harvest_before(amount.start)
        return (
            self.goods.product_before(amount.start, start)
            or self.goods.last_before(amount.start, start)
            or self._goods_behind(amount, end)
            or self.goods.product_before(amount.start, self._floor(amount, _FAR))
            or self.goods.last_before(amount.start, self._floor(amount, _FAR))
        )

    def _floor(self, amount: Amount, back: int) -> int:
        """Where the sentence so many before that of the amount begins."""
        first = max(0, self.scene.sentence(amount.start) - back)
        return self.passage.sentences[first][0] if self.passage.sentences else 0

    def _mass_behind(self, amount: Amount, limit: int) -> str | None:
        """ "They opened 38 sacks and weighed 1,140 kg of khat"."""
        following = self.scene.following(amount)
        if following is None or following.start >= limit or not is_bulk(following):
            return None
        second = self.scene.following(following)
        if second is not None and second.start < limit and is_bulk(second):
            return None
        return self._after_of(following, limit)

    def _stands_apart(self, amount: Amount) -> bool:
        """ "3 kg of khat and 40 pills": the goods before belong to the other amount."""
        previous = next(self.scene.earlier(amount), None)
        between = self.text[previous[0].end : amount.start] if previous else ""
        return APART.fullmatch(between) is not None

    def _planted(self, amount: Amount, start: int, end: int) -> str | None:
        """The crop on so much land: of this sentence, or of the land last measured."""
        near = self.goods.crops.last_before(amount.start, start) or self._crop_behind(amount, end)
        if near is not None:
            return near
        for other, said in self.scene.earlier(amount, 4):
            if other.unit is not None and other.unit.dimension == "area" and said:
                return said
        crop = self.goods.crops.last_before(amount.start, self._floor(amount, 2))
        if crop is not None:
            return crop
        ground = self._after_of(amount, end)
        return ground if ground in quantity_words("ground") else None

    def _crop_behind(self, amount: Amount, end: int) -> str | None:
        return self.goods.crops.first_within(amount.end, end)[0]

    def _drug_behind(self, amount: Amount, limit: int) -> str | None:
        following = self.scene.following(amount)
        stop = min(following.start if following else limit, limit)
        return self.goods.drug_within(amount.end, stop)[0]

    def _goods_behind(self, amount: Amount, limit: int) -> str | None:
        """The first goods named behind the amount, if before the next amount."""
        following = self.scene.following(amount)
        stop = following.start if following else limit
        return self.goods.first_within(amount.end, min(stop, limit))

    def _carried(self, amount: Amount) -> str | None:
        """What the last mass of the sentence was of."""
        for other, said in self.scene.earlier(amount):
            if said and other.unit is not None and other.unit.dimension in _MASSES:
                return said
        return None
