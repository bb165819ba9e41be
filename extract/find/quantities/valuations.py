"""What a sum is the value of: valued by somebody, listed under a price, a part of an income."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import cue
from extract.find.quantities.goods import is_crop, is_food_crop
from extract.find.quantities.phrases import (
    phrase_after,
    whole_phrase_after,
)
from extract.find.quantities.price_cues import COSTS, LISTED_PRICE, LISTED_THING
from extract.find.quantities.priced import goods_priced
from extract.find.quantities.scene import Scene
from extract.knowledge.counting import quantity_words

# "Customs put their value at", "UNODC estimates the turnover of the market at".
_PUT = cue(
    r"""\b(?:put(?:s|ting)?|estimat(?:e[sd]?|ing)|values?|valued|valuing|reckon(?:s|ed)?|assess(?:es|ed)?|sets?|price[sd])\s
    (?P<thing>[^.;:]{2,120}?)\sat\s(?:(?:ABOUT|between|a\stotal\sof)\s){0,2}$"""
)
_LOWER = re.compile(
    r"(?:[a-z][a-z'’-]*,?(?:\s|$)){0,13}(?!(?:in|of|to|from|for|the|by|on|at)\s)[a-z][a-z'’-]*"
)
_THEM = re.compile(r"(?:it|them|this|these)\b|(?:its|their|the)\s(?:[a-z]+\s)?worth$")
# "Farm-gate price of a kilogram of opium, 2013:", what stands above a list or a row.
_PRICE_HEAD = re.compile(
    r"\b(?:[Pp]rices?|[Cc]osts?|[Ff]ees?|[Vv]alue)\s(?:paid\s)?(?:of|for|per)\s(?P<thing>[^:.;]{2,100}):\s"
    r"(?P<rows>(?:(?!\n\n)[^.]|\.(?=\d)){0,250})$"
)
# "of which US$ 920 was opium money", "USD 600 came from poppy".
_MONEY_OF = re.compile(
    r"(?:\s\([^()]{1,40}\))?\s(?:was|were|is|are)\s(?:the\s)?(?P<thing>[a-z-]+)\s(?:money|income|earnings|proceeds|revenues?)\b"
)
_MONEY_FROM = re.compile(
    r"(?:\s\([^()]{1,40}\))?\s(?:(?:(?:was|were|is|are)\s)?(?:made|earned|raised|obtained|drawn|gained|derived)\s(?:from|with|through|by"
    r"|out\sof)|c[ao]mes?\sfrom|stem(?:s|med)\sfrom)\s(?=[a-z])"
)
_SOLD_FOR = cue(r"(?:\sof\s(?P<of>[a-z][a-z -]{2,40}?))?(?P<verb>\s(?:for|at))?\s(?:ABOUT\s){0,2}")


class Valuations:
    """Reads what sums are the value of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage

    def valued(self, amount: Amount, start: int) -> str | None:
        """ "puts the value of the load at", "puts it at": the object, or but "value"."""
        put = _PUT.search(self.text, max(start, amount.start - 140), amount.start)
        if put is None:
            return None
        if _THEM.match(put["thing"]):
            return "value"
        phrase = whole_phrase_after(self.passage, put.start("thing"), put.end("thing"))
        if phrase is None:
            return None
        if phrase.said.split(" of ")[0].split()[-1] not in quantity_words("flow"):
            return goods_priced(phrase.said)
        flows = _LOWER.match(self.text, phrase.start, put.end("thing"))
        return flows.group() if flows else phrase.said

    def listed(self, amount: Amount) -> str | None:
        """ "Price of a kilogram of heroin: Kenya US$ 20,000; Mali US$ 19,000"."""
        head = _PRICE_HEAD.search(self.text, max(0, amount.start - 380), amount.start)
        if head is None or "?" in head["rows"] or "!" in head["rows"]:
            return None
        phrase = whole_phrase_after(self.passage, head.start("thing"), head.end("thing"))
        return goods_priced(phrase.said) if phrase else None

    def part(self, amount: Amount, end: int) -> str | None:
        """ "of which US$ 920 was opium money", "USD 600 of it came from poppy"."""
        named = _MONEY_OF.match(self.text, amount.end, end)
        if named:
            return named["thing"] if self._is_source(named["thing"]) else None
        source = _MONEY_FROM.match(self.text, amount.end, end)
        phrase = phrase_after(self.passage, source.end(), end) if source else None
        return phrase.said if phrase and self._is_source(phrase.said) else None

    def _is_source(self, said: str) -> bool:
        """Whether money is made of it: goods, a trade, something done; no donor."""
        head = said.rsplit(maxsplit=1)[-1]
        return (
            self.scene.goods.names_goods(said)
            or is_crop(said)
            or is_food_crop(said)
            or head.endswith("ing")
            or head in quantity_words("trade") | quantity_words("flow")
        )

    def beside(self, amount: Amount, start: int) -> str | None:
        """ "The building costs 2 million, the equipment another 900,000": the verb was said."""
        sold = self._sold(amount)
        if sold is not None:
            return sold
        priced = LISTED_PRICE.search(self.text, max(start, amount.start - 70), amount.start)
        verb = COSTS.search(self.text, max(start, amount.start - 90), amount.start)
        if priced and verb is None and self._told_before(amount, priced.start()):
            return goods_priced(priced["thing"])
        match = LISTED_THING.search(self.text, max(start, amount.start - 60), amount.start)
        previous = next(self.scene.earlier(amount), None)
        if match is None or previous is None or previous[0].unit is None:
            return None
        if previous[0].unit.dimension != "money" or previous[0].end > match.start() + 1:
            return None
        phrase = phrase_after(self.passage, match.start("thing"), match.end("thing"))
        return phrase.said if phrase and phrase.end >= match.end("thing") - 1 else None

    def _told_before(self, amount: Amount, position: int) -> bool:
        """Whether a sum stands in the sentence before a position."""
        return any(
            other.end <= position and other.unit is not None and other.unit.dimension == "money"
            for other, _ in self.scene.earlier(amount)
        )

    def _sold(self, amount: Amount) -> str | None:
        """ "sold 45 tons of cacao for USD 140,000", "…, a hectare of poppy 4,500 dollars"."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit is None:
            return None
        other, said = previous
        match = _SOLD_FOR.fullmatch(self.text, other.end, amount.start)
        if match is None or previous[0].unit.dimension in {"money", "percent", "duration"}:
            return None
        if match["of"] is None:
            return self.scene.thing(other, said) if match["verb"] else None
        alike = said is not None and match["of"].lower().endswith(said)
        return said if alike else None
