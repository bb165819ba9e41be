"""What a sum of money is for: what was bought, valued, earned by or paid for."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.beside import unit_behind
from extract.find.quantities.cues import EQUAL, IN_CASH, LAST_WORD, MONEY_CUE, WORTH_OF
from extract.find.quantities.payments import LOAD_REACH, PAYMENT, Payments
from extract.find.quantities.phrases import (
    phrase_after,
    phrase_before,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.price_cues import (
    ASKED,
    BOUGHT,
    COSTS,
    DONE_AT,
    FINED,
    FINITE,
    FOR_OPENING,
    MADE_FROM,
    PAID_FOR,
    PAID_FROM,
    REDUCED,
    SUM_OF,
    SUPPORTED_WITH,
    TO_WHICH,
    VALUED,
    YEAR_BRACKET,
)
from extract.find.quantities.priced import goods_priced, is_dose, is_measure
from extract.find.quantities.purposes import SAME_AMOUNT, Purposes
from extract.find.quantities.scene import Scene, names_package
from extract.find.quantities.valuations import Valuations
from extract.knowledge.counting import nouns, number_words, quantity_words
from extract.knowledge.units import units

_PER = re.compile(r"\s?/\s?|\s(?:per|a|an|each|(?:for|the)\s(?:(?:a|each|every|one|single)\s)?)\s?")
# How many sentences back goods may have been weighed that a kilo is priced of.
_FAR_LOAD = 6
_SOLD = re.compile(r"\b(?:fetch|sold|sell|street)")
_DETERMINED = re.compile(r"\b(?:an?|the|its|their|this|one|two|three|\d+|of)\s$")
_OF = re.compile(r"\sof\s")


class Prices:
    """Reads what amounts of money are for."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.purposes = Purposes(scene)
        self.payments, self.valuations = Payments(scene), Valuations(scene)

    def of(self, amount: Amount) -> str | None:
        """What the money is for, by the syntax of the sentence; None where it does not say."""
        start, end = self.scene.bounds(amount)
        found = self._behind(amount, end) or self.scene.first_fit(
            amount,
            (
                lambda: self._same_as_last(amount),
                lambda: self.valuations.part(amount, end),
                lambda: self.payments.worded(amount, start),
                lambda: self.valuations.valued(amount, start),
                lambda: self.purposes.worth(amount, start),
                lambda: self._rated(amount, start, end),
                lambda: self._valued(amount, start),
                lambda: self._bought(amount, start),
                lambda: self._named_sum(amount, start),
                lambda: self.payments.covered(amount, start),
                lambda: self._purpose(amount, start, end),
                lambda: self._given_to(amount, start),
                lambda: self.valuations.beside(amount, start),
                lambda: self.valuations.listed(amount),
                lambda: self.purposes.moved(amount, start, end),
                lambda: self.purposes.carried(amount),
                lambda: self.purposes.told(amount, start),
                lambda: self._paired(amount),
                lambda: self.payments.earned(amount, start),
                lambda: self.payments.mean(amount, start),
                lambda: self._priced_goods(amount, start, end),
                lambda: self.payments.cash(amount, start, end),
                lambda: self.payments.chained(amount),
            ),
        )
        if found is not None and (found in quantity_words("price") or is_measure(found)):
            reach = LOAD_REACH if is_measure(found) else 1
            dose = self.scene.last_dose(amount, found) if is_dose(found) else None
            named = self._paired(amount) or dose or self._last_bulk(amount, reach)
            found = named or self.payments.spoken_of(amount) or self._antecedent(found, start)
            if not self.scene.fitness.fits(found, "money"):
                return None
        return self.scene.resolved(found, amount.start, bulk=False) if found else None

    def _antecedent(self, found: str, start: int) -> str | None:
        return None if is_measure(found) else self.scene.antecedent(start) or found

    def _behind(self, amount: Amount, end: int) -> str | None:
        worth = WORTH_OF.match(self.text, amount.end)
        if worth:
            phrase = phrase_after(self.passage, worth.end(), end)
            return phrase.said if phrase else None
        cash = IN_CASH.match(self.text, amount.end)
        return cash.group(1) if cash else None

    def _same_as_last(self, amount: Amount) -> str | None:
        """ "MDL 6.4 million (about EUR 320,000)": one sum in two currencies."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit is None or previous[0].unit.dimension != "money":
            return None
        gap = self.text[previous[0].end : amount.start]
        return previous[1] if EQUAL.fullmatch(gap) or YEAR_BRACKET.fullmatch(gap) else None

    def _rated(self, amount: Amount, start: int, end: int) -> str | None:
        """ "US$ 94 per kilogram of dry opium"; the goods may be the subject: "opium fetched …"."""
        per = _PER.match(self.text, amount.end)
        unit_end = self._measure_end(per.end()) if per else None
        if unit_end is None:
            return None
        of = _OF.match(self.text, unit_end)
        phrase = phrase_after(self.passage, of.end(), end) if of else None
        if phrase is not None:
            return phrase.said
        goods = self.scene.goods
        word = self.text[per.end() : unit_end] if per else ""
        return (
            self._bought(amount, start, only_goods=True)
            or (self.scene.last_dose(amount, word) if is_dose(word) else None)
            or goods.last_before(amount.start, start)
            or self._last_bulk(amount)
            or goods.first_within(amount.end, end)
            or goods.last_drug_before(amount.start)
            or self._last_bulk(amount, _FAR_LOAD)
        )

    def _measure_end(self, position: int) -> int | None:
        """Where the measure or dose of "per kilogram", "a pill", "/g" ends."""
        hit = unit_behind(self.text, position)
        if hit and hit[0] is not None and hit[0].dimension in {"mass", "volume", "area"}:
            return hit[2]
        word = re.compile(r"[a-z]+").match(self.text, position)
        noun = nouns()[1].get(word.group()) if word else None
        return word.end() if word and noun and noun.kind in {"form", "package"} else None

    def _last_bulk(self, amount: Amount, back: int = 1) -> str | None:
        for other, said in self.scene.earlier(amount, back):
            goods = said and not names_package(said)
            if goods and other.unit and other.unit.dimension in {"mass", "volume", "money"}:
                return said
        return None

    def _valued(self, amount: Amount, start: int) -> str | None:
        """ "512 kg of cocaine with a street value of", "a project with a budget of"."""
        match = VALUED.search(self.text, max(start, amount.start - 80), amount.start)
        if match is None:
            return None
        at = match.group().lstrip(" ,").startswith("at ")
        near = phrase_before(self.passage, match.start(), start) if at else None
        named = near is not None and _DETERMINED.search(self.text, start, near.start)
        thing = near.said if near and named else None
        if thing is None or not self.scene.fitness.fits(thing, "money"):
            done = DONE_AT.search(self.text, start, match.start()) if at else None
            position = done.start() if done else match.start()
            thing = self._thing_before(amount, position, start)
        if thing and not self.scene.fitness.fits(thing, "money"):
            near = phrase_before(self.passage, match.start(), start)
            thing = near.said if near else None
        if "budget" not in match.group():
            return thing
        return f"budget of {thing}" if thing else "budget"

    def _bought(self, amount: Amount, start: int, *, only_goods: bool = False) -> str | None:
        """The subject of "costs", "fetched", "was sold for", "rose by"; the noun before "worth"."""
        verb = COSTS.search(self.text, max(start, amount.start - 90), amount.start)
        if verb is None:
            return None
        said = self._told_of(verb, start) or self._thing_before(amount, verb.start(), start)
        if said is None:
            return None
        goods = goods_priced(said)
        known = nouns()[0].get(goods.split()[-1])
        if known is not None and known.kind == "person":  # "ransoms paid to pirates came to"
            paid = PAYMENT.search(self.text, start, verb.start())
            goods = paid.group().lower() if paid else goods
        if only_goods and goods == said and not self.scene.goods.names_goods(said):
            return None
        return goods

    def _told_of(self, verb: re.Match[str], start: int) -> str | None:
        """ "Bribes paid to officials in 2020 came to": a subject with a clause of its own."""
        opening = self.scene.opening(start, verb.start()) if FINITE.match(verb.group()) else None
        if opening is None or not REDUCED.fullmatch(self.text, opening.end, verb.start()):
            return None
        return opening.said if self.scene.fitness.fits(opening.said, "money") else None

    def _thing_before(self, amount: Amount, position: int, start: int) -> str | None:
        """The noun phrase before a position; of an amount, what it is of; pronouns resolved."""
        subject = subject_before(self.passage, position, start)
        if subject is not None:
            for other, said in self.scene.earlier(amount):
                if other.start <= subject.start < other.end:
                    return self.scene.thing(other, said)
            return self.purposes.flow(subject, position)
        word = LAST_WORD.search(self.text, max(start, position - 20), position)
        said_word = word.group(1).lower() if word else ""
        if word and said_word in {"which", "that"}:
            for other, said in self.scene.earlier(amount):
                if not self.text[other.end : word.start()].strip(" ,"):
                    return self.scene.thing(other, said)
            return self.scene.relative(word.start(), start)
        if word and said_word in {"and", "but", "or"}:
            opening = self.scene.opening(start, position)
            return opening.said if opening else None
        if word and said_word in {"it", "they", "both", "each", "this"}:
            sold = _SOLD.search(self.text, position, amount.start)
            reach = _FAR_LOAD if sold else LOAD_REACH
            return self._last_bulk(amount, reach) or self.scene.antecedent(word.start())
        return None

    def _named_sum(self, amount: Amount, start: int) -> str | None:
        """ "a fine of", "was fined", "share the costs, MDL 6.4 million", "supports X with"."""
        text, window = self.text, max(start, amount.start - 110)
        if FINED.search(text, window, amount.start):
            return "fine"
        supported = SUPPORTED_WITH.search(text, window, amount.start)
        if supported:
            phrase = whole_phrase_after(
                self.passage, supported.start("thing"), supported.end("thing")
            )
            return phrase.said if phrase else None
        of = SUM_OF.search(text, window, amount.start)
        if of:
            phrase = phrase_before(self.passage, of.start(), start)
        else:
            before = text[window : amount.start].rstrip()
            if not before.endswith((",", "(", ":", "–")):
                return None
            position = window + len(before) - 1
            phrase = subject_before(self.passage, position, start)
        if phrase is None:
            return None
        head = phrase.said.split(" of ")[0].split()[-1]
        single = {head, head.removesuffix("s"), head.removesuffix("ies") + "y"}
        return None if single.isdisjoint(quantity_words("sum")) else phrase.said

    def _purpose(self, amount: Amount, start: int, end: int) -> str | None:
        """ "paid US$ 800 for the crossing", "earned 2,900 dollars from coca leaf"."""
        match = PAID_FOR.match(self.text, amount.end)
        if match is None and MADE_FROM.search(
            self.text, max(start, amount.start - 60), amount.start
        ):
            match = PAID_FROM.match(self.text, amount.end)
        if match and self.text.startswith("the same ", match.end()):
            return self._last_bulk(amount)
        phrase = whole_phrase_after(self.passage, match.end(), end) if match else None
        if phrase is None or self.text[phrase.start].isupper():
            return None
        if phrase.said.split()[-1].removesuffix("s") in units():
            return None
        return phrase.said if phrase.said not in SAME_AMOUNT else self._last_bulk(amount)

    def _given_to(self, amount: Amount, start: int) -> str | None:
        """ "the programme, to which Japan gives", "For the boat smugglers ask"."""
        which = TO_WHICH.search(self.text, max(start, amount.start - 160), amount.start)
        if which:
            said = self.scene.relative(which.start(), start)
            if said is None or said.split()[-1] not in number_words():
                return said
            near = phrase_before(self.passage, which.start(), start)
            return near.said if near else None
        opening = FOR_OPENING.match(self.text, start)
        asks = ASKED.search(self.text, max(start, amount.start - 60), amount.start)
        if opening is None or asks is None:
            return None
        phrase = phrase_after(self.passage, opening.end(), amount.start)
        if phrase is None or " " not in phrase.said:
            return phrase.said if phrase else None
        asked = asks.start() <= phrase.end + 1  # "For the journey smugglers charge"
        return phrase.said.rsplit(maxsplit=1)[0] if asked else phrase.said

    def _paired(self, amount: Amount) -> str | None:
        """Another price of the same thing: "US$ 3 in Bogotá, US$ 60 in Miami"."""
        for other, said in self.scene.earlier(amount):
            if other.unit is None or other.unit.dimension not in {"money", "percent", "duration"}:
                return None
            if other.unit.dimension == "money" and said:
                return said
        return None

    def _priced_goods(self, amount: Amount, start: int, end: int) -> str | None:
        """Goods of the sentence, where its words speak of a price."""
        window = (max(start, amount.start - 200), min(end, amount.end + 200))
        if not MONEY_CUE.search(self.text, *window) and not BOUGHT.search(self.text, *window):
            return None
        goods = self.scene.goods
        return goods.last_before(amount.start, start) or goods.first_within(amount.end, end)
