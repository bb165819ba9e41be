"""What an amount measures, contains or is a share of: read off the syntax, then by anaphora."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.goods import goods_in, is_crop
from extract.find.quantities.phrases import phrase_after, phrase_before
from extract.knowledge.counting import nouns

_OF = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?of\s+(?:approximately\s+|about\s+)?(?=\D)")
_WORTH_OF = re.compile(r"\s?(?:worth|'s worth)\s+of\s+")
_HOLDING = re.compile(
    r"\s?(?:,\s)?(?:which\s)?(?:with|contain(?:ing|ed|s)|fill(?:ed|s) with|full of|laden with|loaded with"
    r"|holding|packed with|suspected to (?:be|contain)|believed to (?:be|contain)|identified as|carrying)\s+"
)
_WERE = re.compile(r"\s(?:of (?:them|these|those|which|whom)\s)?(?:(?:were|are|was|is)\s+(?!\w+ed\b|\w+en\b)|c[ao]mes?\sfrom\s|consist(?:s|ed)?\sof\s|of it came from\s)")
_SHARE_VERB = re.compile(
    r"\s?\b(?:account(?:s|ed|ing)? for|ma[dk](?:e|es|ing) up|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)"
    r"|compris(?:e|es|ed|ing)|form(?:s|ed|ing)|stood at|stands at|reach(?:es|ed|ing)?|(?:amount|total)\w*(?: to)?"
    r"|went|go|goes|rose|fell|grew|dropped|declined|decreased|increased|(?:has|have|had) (?:risen|fallen|grown"
    r"|dropped|declined|decreased|increased|jumped)|jumped|fetched|cost|costs|weigh(?:ed|ing|s)?|worth|valued at"
    r"|was worth|sold (?:for|at)|ha[sd] been|was|were|is|are|supplied|supplies|supply)"
    r"(?: (?:only|just|by|to|at|from|for|around|about|some|a|an|the|almost|nearly|over|more than|less than"
    r"|up|down|estimated|approximately|roughly|between|as much as|up to|still|now|nearly|total|value|of))*\s*$"
)
_GOODS_KINDS = frozenset({"package", "form"})
_SEIZED = frozenset(
    {"seizure", "haul", "bust", "load", "consignment", "shipment", "cargo", "plant", "piece", "item",
     "case", "article", "sample", "tree", "seedling"}
)  # fmt: skip
_MONEY_CUE = re.compile(
    r"\b(?:worth|value[ds]?|valued|fetch\w*|price\w*|sold|sell\w*|cost\w*|total amount|gross|income from"
    r"|proceeds from|street|cash|banknotes)\b"
)
_LABEL_GAP = re.compile(
    r"\s?(?:[:(–—-]|weighing|totall?ing|amounting to|with a (?:total |gross |net )?weight of|in the amount of"
    r"|\(?a total of|,)?\s?(?:about|around|over|more than|some|approximately|nearly|almost|up to)?\s?"
)
_EMPTY = frozenset({"total", "overall", "which", "them", "whom", "amount", "it", None})


class Measured:
    """Answers, for the amounts of one passage, what each is an amount of."""

    def __init__(self, passage: Passage, amounts: list[Amount]) -> None:
        self.passage = passage
        self.goods = goods_in(passage)
        self.amounts = amounts
        self.starts = [amount.start for amount in amounts]
        self.sentence_starts = [start for start, _ in passage.sentences]
        self.said: dict[str, tuple[int, str]] = {}
        self.same: dict[tuple[str, Decimal], str] = {}

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
            stated = self._stated(amount, start, end)
            found = stated or self.same.get(key) or self._meant(amount, start, end)
            if stated:
                self.same.setdefault(key, stated)
        if found is not None:
            self.said[unit.dimension] = (self._sentence(amount.start), found)
        return found

    def _age(self, amount: Amount) -> str | None:
        aged = re.compile(r"[\s-]olds?\b|\s+of\s+age\b").match(self.passage.text, amount.end)
        return "age" if aged else None

    def _holds(self, amount: Amount) -> bool:
        """Whether a counted noun can be of something: packages, doses, seizures."""
        unit = amount.unit
        noun = nouns()[1].get(unit.code.casefold()) if unit is not None else None
        if unit is None or noun is None:
            return False
        if noun.kind in _GOODS_KINDS:
            return True
        return unit.code in _SEIZED and _OF.match(self.passage.text, amount.end) is not None

    def _stated(self, amount: Amount, start: int, end: int) -> str | None:
        """What the syntax of the sentence itself gives."""
        found = (
            (self.goods.first_within(amount.start, amount.end) if amount.unit else None)
            or self._after_of(amount, end)
            or self._label_before(amount, start)
            or self._held(amount, end)
            or self._bracketed(amount)
            or self._shared_with_next(amount, end)
        )
        if found and amount.unit is not None and amount.unit.dimension == "area":
            return found if is_crop(found) else None
        return found

    def _meant(self, amount: Amount, start: int, end: int) -> str | None:
        """What was last spoken of."""
        unit = amount.unit
        if unit is not None and unit.dimension == "area":
            return self.goods.last_crop_before(amount.start) or self._goods_behind(amount, end)
        if unit is not None and unit.dimension == "count" and unit.code in _SEIZED:
            return None
        return (
            self.goods.last_before(amount.start, start)
            or self._goods_behind(amount, end)
            or self.goods.last_before(amount.start, 0)
            or (self._subject(amount, start) if unit and unit.dimension != "count" else None)
        )

    def _percent(self, amount: Amount, start: int, end: int) -> str | None:
        text = self.passage.text
        were = _WERE.match(text, amount.end)
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
        worth = _WORTH_OF.match(text, amount.end)
        if worth:
            return phrase_after(self.passage, worth.end(), end)
        if not _MONEY_CUE.search(text, start, end):
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
        if following.unit == amount.unit or following.unit is None:
            return None
        gap = self.passage.text[amount.end : following.start]
        joined = re.fullmatch(r",?\s(?:and|plus|or|in)\s|\s?\(|\s?/\s?", gap)
        return self._after_of(following, limit) if joined else None

    def _opening(self, amount: Amount, start: int) -> str | None:
        """The phrase a sentence opens with, where it is a plain plural: "Children went from …"."""
        phrase = phrase_after(self.passage, start, amount.start)
        if phrase is None or self._sentence(start) < 0:
            return None
        known = nouns()[0].get(phrase.split()[-1])
        return phrase if known is not None and known.kind == "person" else None

    def _after_of(self, amount: Amount, limit: int) -> str | None:
        match = _OF.match(self.passage.text, amount.end)
        phrase = phrase_after(self.passage, match.end(), limit) if match else None
        return None if phrase in _EMPTY else phrase

    def _held(self, amount: Amount, limit: int) -> str | None:
        match = _HOLDING.match(self.passage.text, amount.end)
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
        index = bisect_right(self.goods.starts, amount.start) - 1
        while index >= 0 and self.goods.ends[index] > amount.start:
            index -= 1
        gap = self.passage.text[self.goods.ends[index] : amount.start]
        return name if len(gap) < 40 and _LABEL_GAP.fullmatch(gap) else None

    def _goods_behind(self, amount: Amount, limit: int) -> str | None:
        """The first goods named behind the amount, if before the next amount."""
        following = bisect_right(self.starts, amount.start)
        stop = self.starts[following] if following < len(self.starts) else limit
        return self.goods.first_within(amount.end, min(stop, limit))

    def _subject(self, amount: Amount, floor: int) -> str | None:
        """ "Adult men represented around 20 per cent": the phrase before the verb."""
        text = self.passage.text
        window = max(floor, amount.start - 90)
        verb = _SHARE_VERB.search(text, window, amount.start)
        return phrase_before(self.passage, verb.start(), floor) if verb else None

    def _plain_left(self, amount: Amount, floor: int) -> str | None:
        """ "… and young boys 15 per cent": the words right before the number."""
        if amount.start - 1 < floor or self.passage.text[amount.start - 1] != " ":
            return None
        phrase = phrase_before(self.passage, amount.start, floor)
        if phrase is None or not self.passage.text[amount.start - 1 - len(phrase) :].startswith(phrase):
            return None
        return phrase if phrase[-1] == "s" else None

    def _carried(self, amount: Amount, back: int) -> str | None:
        """What the last share was of, so many sentences back at most."""
        sentence, phrase = self.said.get("percent", (-9, ""))
        return phrase if self._sentence(amount.start) - sentence <= back else None

    def _sentence(self, position: int) -> int:
        return bisect_right(self.sentence_starts, position) - 1

    def _bounds(self, amount: Amount) -> tuple[int, int]:
        index = self._sentence(amount.start)
        if index < 0:
            return 0, len(self.passage.text)
        return self.passage.sentences[index]
