"""What a sum is for by the words beside it: cash, payments, what was last priced."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import last_match
from extract.find.quantities.phrases import phrase_before, subject_before, whole_phrase_after
from extract.find.quantities.price_cues import (
    BRACKETED_VALUE,
    CASH_NOUN,
    COVERED,
    EARNED,
    GOODS_AT,
    INVOLVING,
    MEAN_SUM,
    NO_CASH,
    PAID_WHOM,
    PRICE_LABEL,
    SEIZED,
    SUM_LABEL,
    VALUE_GAPPED,
)
from extract.find.quantities.scene import Scene
from extract.knowledge.counting import quantity_words

# How many sentences back the load may have been weighed that "it" is worth.
LOAD_REACH = 3
# How many sentences bribes or fines stay what a mean sum is of.
_REACH = 6
PAYMENT = re.compile(
    r"\b(?:bribe|ransom|fine|fee|wage|salary|toll|loan|kickback|donation|grant)s?\b", re.IGNORECASE
)


class Payments:
    """Reads what sums are for that no price is told of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage

    def worded(self, amount: Amount, start: int) -> str | None:
        """ "Price paid for the journey: …", "pays the recruiter …", "19 cases involving …"."""
        before = self.text[max(start, amount.start - 120) : amount.start]
        label = PRICE_LABEL.search(before)
        if label:
            return label["thing"]
        told = SUM_LABEL.search(before)
        if told:
            return told["sum"].lower()
        value = BRACKETED_VALUE.search(before)
        if value:
            opening = max(start, amount.start - 120) + value.start()
            phrase = phrase_before(self.passage, opening, start)
            return phrase.said if phrase else None
        gapped = VALUE_GAPPED.search(before)
        if gapped:
            return gapped["thing"]
        at = GOODS_AT.search(before) if amount.rule.endswith("said_before") else None
        if at:
            return at["thing"]
        involved = INVOLVING.search(before)
        if involved:
            return involved["thing"]
        whom = PAID_WHOM.search(before)
        return whom["whom"] if whom else None

    def mean(self, amount: Amount, start: int) -> str | None:
        """ "The mean sum was EUR 257, from 104 euro in Serbia to EUR 381 in Croatia"."""
        mean = MEAN_SUM.search(self.text, max(start, amount.start - 50), amount.start)
        return self.payment(amount) if mean else None

    def cash(self, amount: Amount, start: int, end: int) -> str | None:
        """ "could give no account of CFA 87 million": money that is itself found or declared."""
        near = (max(start, amount.start - 70), min(end, amount.end + 40))
        if not SEIZED.search(self.text, start, end) or NO_CASH.search(self.text, *near):
            return None
        named = None
        for named in CASH_NOUN.finditer(self.text, max(0, start - 300), end):
            if named["noun"] == "cash":
                break
        return named["noun"] if named and named["noun"] == "currency" else "cash"

    def chained(self, amount: Amount) -> str | None:
        """What the last sum was for, where sums are told one after the other."""
        for other, said in self.scene.earlier(amount, LOAD_REACH):
            if other.unit is None or other.unit.dimension == "duration":
                continue
            told = other.unit.dimension == "money" and said is not None
            return said if told and said and not said.startswith("budget") else None
        return None

    def spoken_of(self, amount: Amount) -> str | None:
        """The goods last spoken of, else the payments: what has a price."""
        here = self.scene.sentence(amount.start)
        floor = self.passage.sentences[max(0, here - LOAD_REACH)][0]
        goods = self.scene.goods
        return (
            goods.last_drug_before(amount.start, floor)
            or goods.last_before(amount.start, floor)
            or self.payment(amount)
        )

    def payment(self, amount: Amount) -> str | None:
        """The bribes or fines last spoken of."""
        here = self.scene.sentence(amount.start)
        floor = self.passage.sentences[max(0, here - _REACH)][0]
        found = last_match(PAYMENT, self.text, floor, amount.start)
        return found.group().lower() if found else None

    def earned(self, amount: Amount, start: int) -> str | None:
        """ "A household made USD 2,040 a year": whose income it is."""
        verb = EARNED.search(self.text, max(start, amount.start - 60), amount.start)
        if verb is None:
            return None
        subject = subject_before(self.passage, verb.start(), start)
        head = subject.said.split(" of ")[0].split()[-1] if subject else ""
        return subject.said if subject and head in quantity_words("earner") else None

    def covered(self, amount: Amount, start: int) -> str | None:
        """ "The Government of Norway paid for travel and lodging (US$ 96 500)"."""
        match = COVERED.search(self.text, max(start, amount.start - 110), amount.start)
        if match is None or not self.text.startswith((",", " ("), match.end("thing")):
            return None
        phrase = whole_phrase_after(self.passage, match.start("thing"), match.end("thing"))
        return phrase.said if phrase else None
