"""What an amount measures, contains or is a share of: read off the syntax, then by anaphora."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import (
    AGED,
    HOLDING,
    IN_CASH,
    JOINED,
    LABEL_GAP,
    MONEY_CUE,
    OF,
    SHARE_VERB,
    WERE,
    WORTH_OF,
)
from extract.find.quantities.goods import goods_in, is_crop
from extract.find.quantities.phrases import phrase_after, phrase_before
from extract.knowledge.counting import nouns, quantity_words

_GOODS_KINDS = frozenset({"package", "form"})
_EMPTY = frozenset({"total", "overall", "which", "them", "whom", "amount", "it", None})


class Measured:
    """Answers, for the amounts of one passage, what each is an amount of."""

    def __init__(self, passage: Passage, context: DocumentContext, amounts: list[Amount]) -> None:
        self.passage = passage
        self.goods = goods_in(passage, context)
        self.amounts = amounts
        self.starts = [amount.start for amount in amounts]
        self.sentence_starts = [start for start, _ in passage.sentences]
        self.said: dict[str, tuple[int, str]] = {}
        self.same: dict[tuple[str, Decimal], str] = {}
        self.stated = [self._stated(amount, *self._bounds(amount)) for amount in amounts]
        for amount, name in zip(amounts, self.stated, strict=True):
            if name is not None and amount.unit is not None:
                self.same.setdefault((amount.unit.code, amount.low), name)

    def of(self, amount: Amount) -> str | None:
        """What is measured; None where the unit is itself the thing."""
        unit = amount.unit
        if unit is None or unit.dimension in {"duration", "length"}:
            return self._age(amount) if unit is not None else None
        start, end = self._bounds(amount)
        if unit.dimension == "count" and not self._holds(amount):
            return None
        if unit.dimension == "money":
            return self._money(amount, start, end)
        key = (unit.code, amount.low)
        if unit.dimension == "percent":
            found = self._percent(amount, start, end)
        else:
            stated = self.stated[bisect_right(self.starts, amount.start) - 1]
            found = stated or self.same.get(key) or self._meant(amount, start, end)
        if found is not None:
            kind = "bulk" if unit.dimension in {"mass", "volume"} else unit.dimension
            self.said[kind] = (self._sentence(amount.start), found)
        return found

    def _age(self, amount: Amount) -> str | None:
        return "age" if AGED.match(self.passage.text, amount.end) else None

    def _holds(self, amount: Amount) -> bool:
        """Whether a counted noun can be of something: packages, doses, seizures."""
        unit = amount.unit
        noun = nouns()[1].get(unit.code.casefold()) if unit is not None else None
        if unit is None or noun is None:
            return False
        if noun.kind in _GOODS_KINDS:
            return True
        return (
            unit.code in quantity_words("of_goods")
            and OF.match(self.passage.text, amount.end) is not None
        )

    def _stated(self, amount: Amount, start: int, end: int) -> str | None:
        """What the syntax of the sentence itself gives."""
        found = (
            self._named_inside(amount)
            or self._after_of(amount, end)
            or self._label_before(amount, start)
            or self._held(amount, end)
            or self._bracketed(amount)
            or self._shared_with_next(amount, end)
        )
        if found and amount.unit is not None and amount.unit.dimension == "area":
            return found if is_crop(found) else None
        return found

    def _named_inside(self, amount: Amount) -> str | None:
        """ "1.2 million methamphetamine tablets": a drug before the noun that is counted."""
        name, end = self.goods.drug_within(amount.start, amount.end)
        return name if end < amount.end else None

    def _meant(self, amount: Amount, start: int, end: int) -> str | None:
        """What was last spoken of."""
        unit = amount.unit
        if unit is not None and unit.dimension == "area":
            return self.goods.last_crop_before(amount.start) or self._goods_behind(amount, end)
        if (
            unit is not None
            and unit.dimension == "count"
            and unit.code in quantity_words("of_goods")
        ):
            return None
        if unit is not None and unit.dimension == "count":
            return self._carried(amount, 0, "bulk") or self.goods.last_drug_before(amount.start)
        return (
            self.goods.last_drug_before(amount.start, start)
            or self.goods.last_before(amount.start, start)
            or self._goods_behind(amount, end)
            or self.goods.last_drug_before(amount.start)
            or self.goods.last_before(amount.start, 0)
        )

    def _percent(self, amount: Amount, start: int, end: int) -> str | None:
        text = self.passage.text
        were = WERE.match(text, amount.end)
        return (
            self._after_of(amount, end)
            or (phrase_after(self.passage, were.end(), end) if were else None)
            or self._subject(amount, start)
            or self._plain_left(amount, start)
            or self._carried(amount, 0)
            or self._opening(amount, start)
            or self.goods.last_before(amount.start, start)
            or self._carried(amount, 1)
            or self.goods.first_within(amount.end, end)
            or self.goods.last_before(amount.start, 0)
        )

    def _money(self, amount: Amount, start: int, end: int) -> str | None:
        text = self.passage.text
        worth = WORTH_OF.match(text, amount.end)
        if worth:
            return phrase_after(self.passage, worth.end(), end)
        cash = IN_CASH.match(text, amount.end)
        if cash:
            return cash.group(1)
        if not MONEY_CUE.search(text, start, end):
            return None
        return (
            self.goods.last_before(amount.start, start)
            or self.goods.first_within(amount.end, end)
            or self._subject(amount, start)
        )

    def _shared_with_next(self, amount: Amount, limit: int) -> str | None:
        """ "33 tons and 360 liters of acid": two measures of one thing."""
        index = bisect_right(self.starts, amount.start)
        if index >= len(self.amounts):
            return None
        following = self.amounts[index]
        later = amount.rule == "rule:quantity.unit_said_later"
        if following.unit is None or (following.unit == amount.unit and not later):
            return None
        gap = self.passage.text[amount.end : following.start]
        joined = JOINED.fullmatch(gap)
        return self._after_of(following, limit) if joined else None

    def _opening(self, amount: Amount, start: int) -> str | None:
        """The phrase a sentence opens with, where it is a plain plural: "Children went from …"."""
        phrase = phrase_after(self.passage, start, amount.start)
        index = bisect_right(self.starts, start - 1)
        earlier = self.amounts[index : bisect_right(self.starts, amount.start - 1)]
        if phrase is None or any(other.unit != amount.unit for other in earlier):
            return None
        known = nouns()[0].get(phrase.split()[-1])
        return phrase if known is not None and known.kind == "person" else None

    def _after_of(self, amount: Amount, limit: int) -> str | None:
        match = OF.match(self.passage.text, amount.end)
        phrase = phrase_after(self.passage, match.end(), limit) if match else None
        if match is None or phrase is None or phrase in _EMPTY:
            return None
        return self.goods.opening(phrase, match.end()) if _is_bulk(amount) else phrase

    def _held(self, amount: Amount, limit: int) -> str | None:
        match = HOLDING.match(self.passage.text, amount.end)
        if match is None:
            return None
        return self.goods.first_within(match.end(), min(limit, match.end() + 60))

    def _bracketed(self, amount: Amount) -> str | None:
        text = self.passage.text
        if not text.startswith(" (", amount.end):
            return None
        return self.goods.first_within(amount.end + 2, amount.end + 40)

    def _label_before(self, amount: Amount, floor: int) -> str | None:
        """ "Heroin: 12 kg", "cocaine (5 kg)", "cocaine 181 kg"."""
        name = self.goods.last_before(amount.start, floor)
        if name is None:
            return None
        index = bisect_right(self.goods.all.starts, amount.start) - 1
        while index >= 0 and self.goods.all.ends[index] > amount.start:
            index -= 1
        gap = self.passage.text[self.goods.all.ends[index] : amount.start]
        if not gap.strip() and self.goods.all.starts[index] not in self.goods.drugs.starts:
            return None
        return name if len(gap) < 40 and LABEL_GAP.fullmatch(gap) else None

    def _goods_behind(self, amount: Amount, limit: int) -> str | None:
        """The first goods named behind the amount, if before the next amount."""
        following = bisect_right(self.starts, amount.start)
        stop = self.starts[following] if following < len(self.starts) else limit
        return self.goods.first_within(amount.end, min(stop, limit))

    def _subject(self, amount: Amount, floor: int) -> str | None:
        """ "Adult men represented around 20 per cent": the phrase before the verb."""
        text = self.passage.text
        window = max(floor, amount.start - 90)
        verb = SHARE_VERB.search(text, window, amount.start)
        return phrase_before(self.passage, verb.start(), floor) if verb else None

    def _plain_left(self, amount: Amount, floor: int) -> str | None:
        """ "… and young boys 15 per cent": the words right before the number."""
        if amount.start - 1 < floor or self.passage.text[amount.start - 1] != " ":
            return None
        phrase = phrase_before(self.passage, amount.start, floor)
        if phrase is None or not self.passage.text[amount.start - 1 - len(phrase) :].startswith(
            phrase
        ):
            return None
        return phrase if phrase[-1] == "s" else None

    def _carried(self, amount: Amount, back: int, kind: str = "percent") -> str | None:
        """What the last amount of a kind was of, so many sentences back at most."""
        sentence, phrase = self.said.get(kind, (-9, ""))
        return phrase if self._sentence(amount.start) - sentence <= back else None

    def _sentence(self, position: int) -> int:
        return bisect_right(self.sentence_starts, position) - 1

    def _bounds(self, amount: Amount) -> tuple[int, int]:
        """The sentence of an amount; of the two it joins ("6 kg. 285 g."), from the first on."""
        first, last = self._sentence(amount.start), self._sentence(amount.end - 1)
        if first < 0:
            return 0, len(self.passage.text)
        return self.passage.sentences[first][0], self.passage.sentences[last][1]


def _is_bulk(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.dimension not in {"percent", "money"}
