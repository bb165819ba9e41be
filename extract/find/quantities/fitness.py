"""Whether a noun phrase can be what an amount is of: by the class of its head."""

from __future__ import annotations

from extract.find.passage import Passage
from extract.find.quantities.goods import Goods
from extract.knowledge.counting import nouns, quantity_words, word_classes
from extract.knowledge.countries import readings

_STUFF = frozenset({"mass", "volume", "count", "area"})
_PARTICIPLE_FROM = 5
_SHARES = frozenset({"share", "rate", "proportion", "price", "prices", "budget", "costs"})
_TIMES = frozenset({"year", "month", "week", "day", "time", "somebody", "years", "months"})
_ED_NOUNS = frozenset({"seed", "weed", "speed", "breed", "shed", "accused", "deceased", "injured"})


class Fitness:
    """Tells things from places, bodies, measures and stray verbs; looks each word up once."""

    def __init__(self, passage: Passage, goods: Goods) -> None:
        self.passage, self.goods = passage, goods
        self._names: dict[str, bool] = {}
        self._opening = {start for start, _ in passage.sentences}

    def fits(self, said: str | None, dimension: str) -> bool:
        """Whether an amount of this dimension can be of what is said."""
        if not said:
            return False
        named = said.split(" among ")[0]
        phrase = named.split(" of ")[0]
        head = phrase.rsplit(maxsplit=1)[-1]
        if word_classes().get(head) == "pronoun" or head in _TIMES:
            return False
        if named in self.goods.distinct or " of " in named:
            return not self.is_name(head)
        if dimension == "money" and (phrase in quantity_words("price") or head == "costs"):
            return True
        if head in quantity_words("measure"):
            return dimension == "percent" and (" " in phrase or head in _SHARES)
        participle = phrase.endswith("ed") and len(phrase) >= _PARTICIPLE_FROM and phrase == head
        if participle and head not in _ED_NOUNS:
            return False
        noun = nouns()[0].get(head) or nouns()[1].get(head)
        single = noun.singular if noun else head
        if dimension == "percent" and single in quantity_words("actor") | quantity_words("place"):
            return not self.goods.distinct.isdisjoint(phrase.split()[:-1])  # "coca area"
        person = noun is not None and noun.kind == "person"
        return not (dimension in _STUFF and person) and not self.is_name(head)

    def is_name(self, head: str) -> bool:
        """Whether a word is written with a capital wherever no sentence opens with it."""
        known = self._names.get(head)
        if known is None:
            known = self._names[head] = self._looked_up(head)
        return known

    def _looked_up(self, head: str) -> bool:
        words = self.passage.words
        written = head.capitalize()
        if head in words.distinct or written not in words.distinct:
            return False
        if head in nouns()[0] or head in nouns()[1] or head in self.goods.distinct:
            return False
        if any(head in name.split() for name in self.goods.distinct):
            return False
        if written in readings():
            return True
        return any(
            word == written and words.starts[index] not in self._opening
            for index, word in enumerate(words.texts)
        ) and not self._in_heading(written)

    def _in_heading(self, written: str) -> bool:
        """Whether every word around one of its places has a capital: a title, not a name."""
        words = self.passage.words
        index = words.texts.index(written)
        around = [word for word in words.texts[max(0, index - 2) : index + 3] if len(word) > 3]
        return len(around) > 2 and all(word[0].isupper() for word in around)
