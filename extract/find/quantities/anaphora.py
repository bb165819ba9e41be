"""What an amount is of where its own clause does not say: the topic, the amounts before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import (
    AGAINST_LAST,
    APART,
    CLEARED,
    EQUAL,
    OF,
    OF_IT,
    PROVED_TO_BE,
    SOWN_WITH,
    THAT_IS,
    THEY_HELD,
)
from extract.find.quantities.goods import is_crop, is_food_crop
from extract.find.quantities.phrases import phrase_after
from extract.find.quantities.scene import Scene, is_bulk
from extract.find.quantities.topics import Topics
from extract.find.quantities.weighed import Weighed
from extract.knowledge.counting import nouns, plural_of, quantity_words
from extract.knowledge.countries import readings

_EMPTY = frozenset({"total", "overall", "which", "them", "whom", "amount", "it", "each"})
_TIMES = frozenset({"year", "month", "week", "day", "season", "decade", "quarter"})
_MASSES = frozenset({"mass", "volume"})
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s(?:same\s)?$")
_PER_AREA = re.compile(r"\s?(?:/\s?ha\b|(?:per|a|an|each)\shectare)")
# How many sentences back the goods may have been named.
_FAR = 12
_NEXT_REACH = 25
_MOST_LATER = 60  # amounts
_COMPARED = re.compile(r"\s(?:more|less|fewer)\sthan\b")


class Anaphora:
    """Answers what an amount is of from what was spoken of before it."""

    def __init__(self, passage: Passage, context: DocumentContext, amounts: list[Amount]) -> None:
        self.scene = Scene(passage, context, amounts)
        self.passage, self.text, self.goods = passage, passage.text, self.scene.goods
        self.topics, self.weighed = Topics(self.scene), Weighed(self.scene)
        self.stated: list[str | None] = []

    def _after_of(self, amount: Amount, limit: int) -> str | None:
        match = OF.match(self.text, amount.end)
        phrase = phrase_after(self.passage, match.end(), limit) if match else None
        if match is None or phrase is None or phrase.said in _EMPTY:
            return None
        if phrase.said.rsplit(maxsplit=1)[-1] in _TIMES:
            return None
        held = OF.match(self.text, phrase.end) if self._is_partitive(phrase.said, amount) else None
        phrase = (phrase_after(self.passage, held.end(), limit) if held else None) or phrase
        proved = PROVED_TO_BE.match(self.text, phrase.end)
        if proved and (name := self.goods.first_within(proved.end(), proved.end() + 40)):
            return name
        definite = _DEFINITE.search(self.text, match.end() - 1, phrase.start)
        said = self.scene.meant_by(phrase.said, amount.start) if definite else phrase.said
        head = said.rsplit(maxsplit=1)[-1]
        brand = self._noun(amount) == "form" and head.capitalize() not in readings()
        if self.scene.fitness.is_name(head) and not brand:
            return None
        return self.goods.opening(said, match.end()) if said == phrase.said else said

    def _is_partitive(self, said: str, amount: Amount) -> bool:
        """ "62 of the 800 canisters of coolant": packages of packages."""
        unit = amount.unit
        return unit is not None and plural_of(unit.code) == said and self._can_hold(amount)

    def _can_hold(self, amount: Amount) -> bool:
        unit = amount.unit
        held = unit is not None and unit.code in quantity_words("of_goods")
        return held or self._noun(amount) in {"package", "form"}

    def _noun(self, amount: Amount) -> str | None:
        noun = nouns()[1].get(amount.unit.code.casefold()) if amount.unit else None
        return noun.kind if noun else None

    def _equal(self, amount: Amount) -> str | None:
        """ "4,160 litres, or roughly 4.5 tonnes": one load in two measures."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit is None or amount.unit is None:
            return None
        holds = is_bulk(previous[0]) or self._can_hold(previous[0])
        gap = self.text[previous[0].end : amount.start]
        alike = previous[0].unit.dimension == amount.unit.dimension != "count"
        equal = EQUAL.fullmatch(gap) or (alike and AGAINST_LAST.search(gap)) or THAT_IS.search(gap)
        return previous[1] if holds and equal else None

    def _meant(self, amount: Amount, start: int, end: int) -> str | None:
        """What was last spoken of."""
        unit = amount.unit
        if unit is not None and unit.dimension == "area":
            return self._planted(amount, start, end)
        if unit is not None and unit.dimension == "count":
            if self._stands_apart(amount) or plural_of(unit.code) in self.goods.distinct:
                return None
            far = self._floor(amount, _FAR)
            form = self._noun(amount) == "form"
            return self._dosed(amount, end, far) if form else self._packed(amount, start, end, far)
        if _PER_AREA.match(self.text, amount.end):
            return self._yielded(amount)
        near = (
            self._carried_on(amount)
            or self.weighed.they_weigh(amount, start)
            or self.weighed.weight_of(amount, start)
            or self.weighed.apposed(amount, start)
            or self.weighed.overweight(amount, start)
            or self.goods.product_before(amount.start, start)
            or self.topics.in_sentence(amount, start)
            or self._goods_behind(amount, end)
        )
        topic = near or self.topics.topic(amount)
        if topic is not None:
            return topic or None
        return (
            self.goods.product_before(amount.start, self._floor(amount, _FAR))
            or self.weighed.proved_next(amount, end)
            or self.topics.in_sentence(amount, self._floor(amount, _FAR))
            or self._told_later(amount)
        )

    def _dosed(self, amount: Amount, end: int, far: int) -> str | None:
        """The drug tablets or pills are of, or the plant pieces are cut from."""
        cut = amount.unit is not None and amount.unit.code in quantity_words("of_goods")
        return (
            (self._carried(amount) if cut else None)
            or self.weighed.identified(amount, end)
            or self.goods.last_drug_before(amount.start, far)
            or self._goods_behind(amount, end)
            or self._told_later(amount)
            or self.weighed.proved_next(amount, end)
        )

    def _packed(self, amount: Amount, start: int, end: int, far: int) -> str | None:
        """What packages hold."""
        return (
            self._carried(amount)
            or self.goods.last_drug_before(amount.start, start)
            or self._drug_behind(amount, end)
            or self._mass_behind(amount, end)
            or self._told_next(amount, end)
            or self.goods.last_drug_before(amount.start, far)
            or self.goods.introduced(far, amount.start)
            or self.goods.only_one_before(amount.start)
            or self.weighed.proved_next(amount, end)
        )

    def _carried_on(self, amount: Amount) -> str | None:
        """ "7.6 t of it in Turkey", "51 tons in 2019 against two": as before."""
        again = OF_IT.match(self.text, amount.end) or _COMPARED.match(self.text, amount.end)
        if not amount.rule.endswith("said_before") and not again:
            previous = next(self.scene.earlier(amount), None)
            if previous is None or not self._weighs(previous[0]):
                return None
            of = OF.match(self.text, previous[0].end)
            begin = of.end() + len(previous[1] or "") if of else previous[0].end
            return None if self.goods.first_within(begin, amount.start) else previous[1]
        for other, said in self.scene.earlier(amount, 2):
            if self._weighs(other):
                return said
        return None

    def _weighs(self, amount: Amount) -> bool:
        return amount.unit is not None and amount.unit.dimension in _MASSES

    def _told_later(self, amount: Amount) -> str | None:
        """What a headline measures before anything is named: "7.5 tonnes in one Friday"."""
        if self.scene.sentence(amount.start) > 1 or amount.unit is None:
            return None
        first = bisect_left(self.scene.starts, self.scene.bounds(amount)[1])
        later = slice(first, first + _MOST_LATER)
        for other, said in zip(self.scene.amounts[later], self.stated[later], strict=True):
            alike = other.unit is not None and other.unit.dimension == amount.unit.dimension
            if said and alike and (is_bulk(other) or self._noun(other) == self._noun(amount)):
                return said
        return None

    def _floor(self, amount: Amount, back: int) -> int:
        """Where the sentence so many before that of the amount begins."""
        last = len(self.passage.sentences) - 1
        first = min(max(0, self.scene.sentence(amount.start) - back), last)
        return self.passage.sentences[first][0] if self.passage.sentences else 0

    def _mass_behind(self, amount: Amount, limit: int) -> str | None:
        """ "They opened 38 sacks and weighed 1,140 kg of khat"."""
        following = self.scene.following(amount)
        if following is None or following.start >= limit or not is_bulk(following):
            return None
        second = self.scene.following(following)
        if second is not None and second.start < limit and is_bulk(second):
            return None
        return self.stated[bisect_right(self.scene.starts, following.start) - 1]

    def _told_next(self, amount: Amount, limit: int) -> str | None:
        """ "30 packages. They contained 31 kilograms of cocaine"."""
        match = THEY_HELD.match(self.text, limit)
        following = self.scene.following(amount) if match else None
        if match is None or following is None or following.start - match.end() > _NEXT_REACH:
            return self.goods.first_within(match.end(), match.end() + 30) if match else None
        second = self.scene.following(following)
        if second is not None and self.scene.sentence(second.start) == self.scene.sentence(
            following.start
        ):
            return None
        return self.stated[bisect_right(self.scene.starts, following.start) - 1]

    def _stands_apart(self, amount: Amount) -> bool:
        """ "3 kg of khat and 40 pills": the goods before belong to the other amount."""
        previous = next(self.scene.earlier(amount), None)
        between = self.text[previous[0].end : amount.start] if previous else ""
        return APART.fullmatch(between) is not None

    def _planted(self, amount: Amount, start: int, end: int) -> str | None:
        """The crop on so much land: of this sentence, or of the land last measured."""
        sown = SOWN_WITH.match(self.text, amount.end)
        plant = phrase_after(self.passage, sown.end(), end) if sown else None
        if plant is not None and (is_food_crop(plant.said) or is_crop(plant.said)):
            return plant.said
        near = self.goods.crops.last_before(amount.start, start) or self._crop_behind(amount, end)
        if near is not None:
            return near
        title = self.text.rfind("\n", 0, len(self.text[:start].rstrip())) + 1
        told = (" ".join(self.text[begin : amount.start].split()) + " " for begin in (start, title))
        if any(CLEARED.fullmatch(one) for one in told):
            return "eradication"
        here = self.scene.sentence(amount.start)
        for other, said in self.scene.earlier(amount, 4):
            if other.unit is not None and other.unit.dimension == "area" and said:
                back = here - self.scene.sentence(other.start)
                since = self.goods.crops.last_before(amount.start, self._floor(amount, back - 1))
                return since if back > 0 and since is not None else said
        crop = self.goods.food_crops.last_before(
            amount.start, self._floor(amount, 1)
        ) or self.goods.crops.last_before(amount.start, self._floor(amount, 2))
        if crop is not None:
            return crop
        ground = (self._after_of(amount, end) or "").split()
        named = next((word for word in reversed(ground) if word in quantity_words("ground")), None)
        return named or self.goods.only_crop()

    def _yielded(self, amount: Amount) -> str | None:
        """What a field yields: the crop of the land last measured, if it is no drug crop."""
        harvested = self._harvest_behind(amount)
        if harvested is not None:
            return harvested
        for other, said in self.scene.earlier(amount, 2):
            if other.unit is not None and other.unit.dimension == "area" and said:
                if is_food_crop(said):
                    return said
                break
        return self.goods.harvest_before(amount.start)

    def _harvest_behind(self, amount: Amount) -> str | None:
        """ "At 4 tons per hectare, the farmers harvested 900 tons of coca leaf"."""
        following = self.scene.following(amount)
        if following is None or not self._weighs(following):
            return None
        if self.scene.sentence(following.start) != self.scene.sentence(amount.start):
            return None
        said = self.stated[bisect_right(self.scene.starts, following.start) - 1]
        return None if said is None or is_crop(said) else said

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
