"""What the amounts of a passage stand in: sentences, goods, what was said of earlier ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from extract.find.passage import DocumentContext, Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.fitness import Fitness
from extract.find.quantities.goods import goods_in
from extract.find.quantities.phrases import Stretch, phrase_after, subject_before
from extract.knowledge.counting import nouns, plural_of, quantity_words, word_classes

# How many amounts are looked back on at most.
_MOST = 30
# How many sentences back a measured drug is what "the drug" means.
_DRUG_REACH = 3
# How many sentences back tablets were counted that "a tablet" is one of.
_DOSE_REACH = 4


class Scene:
    """The passage as the readers of ``of`` see it; ``said`` grows in reading order."""

    def __init__(self, passage: Passage, context: DocumentContext, amounts: list[Amount]) -> None:
        self.passage = passage
        self.text = passage.text
        self.goods = goods_in(passage, context)
        self.fitness = Fitness(passage, self.goods)
        self.amounts = amounts
        self.starts = [amount.start for amount in amounts]
        self.said: list[str | None] = []
        self._sentence_starts = [start for start, _ in passage.sentences]

    def sentence(self, position: int) -> int:
        """The number of the sentence at a position."""
        return bisect_right(self._sentence_starts, position) - 1

    def bounds(self, amount: Amount) -> tuple[int, int]:
        """The sentence of an amount; of the two it joins ("6 kg. 285 g."), from the first on."""
        first, last = self.sentence(amount.start), self.sentence(amount.end - 1)
        if first < 0:
            return 0, len(self.text)
        return self.passage.sentences[first][0], self.passage.sentences[last][1]

    def earlier(self, amount: Amount, back: int = 0) -> Iterator[tuple[Amount, str | None]]:
        """The amounts before this one with what they are of, so many sentences back at most."""
        here = self.sentence(amount.start)
        last = bisect_right(self.starts, amount.start) - 2
        for index in range(last, max(-1, last - _MOST), -1):
            other = self.amounts[index]
            if here - self.sentence(other.start) > back:
                return
            yield other, self.said[index]

    def following(self, amount: Amount) -> Amount | None:
        """The next amount of the passage."""
        index = bisect_right(self.starts, amount.start)
        return self.amounts[index] if index < len(self.amounts) else None

    def counted(self, amount: Amount) -> str:
        """The noun phrase a count counts, as it is written: "448 murders" -> murders."""
        phrase = phrase_after(self.passage, amount.start, amount.end)
        if phrase is not None:
            return phrase.said
        for other, _ in self.earlier(amount, 1):
            if other.unit == amount.unit:
                return self.counted(other)
        return plural_of(amount.unit.code) if amount.unit else ""

    def thing(self, amount: Amount, said: str | None) -> str | None:
        """What an earlier amount was about: what it was of, or the noun it counted."""
        if (
            amount.unit is None
            or amount.unit.dimension != "count"
            or amount.unit.code == "fraction"
        ):
            return said
        return said if is_container(amount) and said else self.counted(amount)

    def last_thing(self, amount: Amount) -> str | None:
        """What the last amount before was about: "3,600 tons of opium, six per cent more"."""
        for other, said in self.earlier(amount, 1):
            if other.unit is None or other.unit.dimension == "duration":
                continue
            thing = self.thing(other, said)
            if thing is not None and other.unit.dimension == "money":
                return thing if "price" in thing else f"price of {thing}"
            if thing is not None:
                return thing
            if other.unit.dimension == "area":
                return "hectares" if other.unit.code == "ha" else None
        return None

    def carried(self, amount: Amount) -> str | None:
        """What the last amount of the same unit in the sentence was of."""
        return next(
            (said for other, said in self.earlier(amount) if other.unit == amount.unit and said),
            None,
        )

    def last_dose(self, amount: Amount, dose: str) -> str | None:
        """What "a tablet" is one of: the drug last named with the word, or the doses counted."""
        drugs = self.goods.drugs
        last = bisect_right(drugs.starts, amount.start) - 1
        for index in range(last, max(-1, last - _MOST), -1):
            named = self.text.startswith(f" {dose}", drugs.ends[index])
            far = self.sentence(amount.start) - self.sentence(drugs.starts[index]) > _DOSE_REACH
            if far:
                break
            if named:
                return drugs.names[index]
        for other, said in self.earlier(amount, _DOSE_REACH):
            noun = nouns()[1].get(other.unit.code.casefold()) if other.unit else None
            if said and noun is not None and noun.kind == "form":
                return said
        return None

    def first_fit(self, amount: Amount, readers: Iterable[Callable[[], str | None]]) -> str | None:
        """The first candidate of a class that the amount can be of."""
        dimension = amount.unit.dimension if amount.unit else "count"
        for read in readers:
            said = read()
            if self.fitness.fits(said, dimension):
                return said
        return None

    def opening(self, start: int, end: int) -> Stretch | None:
        """The noun phrase a sentence opens with, behind "In Kenya, …" if it opens so."""
        phrase = phrase_after(self.passage, start, end)
        if phrase is not None:
            return phrase if word_classes().get(phrase.said) != "pronoun" else None
        comma = self.text.find(",", start, min(end, start + 60))
        return phrase_after(self.passage, comma + 1, end) if comma > 0 else None

    def antecedent(self, position: int) -> str | None:
        """Whom "it" or "they" at a position mean: the subject of this or the last sentence."""
        here = self.sentence(position)
        for number in (here, here - 1):
            if number < 0:
                return None
            start, end = self.passage.sentences[number]
            opening = self.opening(start, min(end, position))
            if opening is not None and opening.end < position:
                return opening.said
        return None

    def relative(self, position: int, floor: int) -> str | None:
        """What "which" at a position stands for: the noun phrase before it."""
        before = position
        while before > floor and self.text[before - 1] in " ,\n":
            before -= 1
        phrase = subject_before(self.passage, before, floor)
        return phrase.said if phrase else None

    def _measured_before(self, position: int) -> list[str]:
        """The drugs last measured, of this sentence and the three before, the last first."""
        last = bisect_right(self.starts, position) - 1
        here = self.sentence(position)
        return [
            said
            for index in range(min(last, len(self.said)) - 1, max(-1, last - _MOST), -1)
            if (said := self.said[index])
            and here - self.sentence(self.starts[index]) <= _DRUG_REACH
            and is_bulk(self.amounts[index])
            and said in self.goods.drugs.names
        ]

    def resolved(self, said: str, position: int, *, bulk: bool = True) -> str:
        """The drug that "the drug" or "the load" stands for, if one was named before."""
        if said not in quantity_words("stand_in") and said not in quantity_words("load"):
            return said
        named = self._named_before(position)
        if not named:
            return said
        if said in quantity_words("stand_in"):
            return named[0] if bulk or said in {"drug", "substance", "narcotic"} else said
        return f"{said} of {named[0]}"

    def meant_by(self, said: str, position: int) -> str:
        """The substance a definite noun stands for: "the resin", "this chemical"."""
        if said not in quantity_words("definite"):
            return self.resolved(said, position)
        named = self._named_before(position)
        alike = [name for name in named if name.endswith(f" {said}")]
        return next(iter(alike or named), said)

    def _named_before(self, position: int) -> list[str]:
        """The drugs last measured, else named, before a position, the last first."""
        generic = quantity_words("stand_in") | quantity_words("definite")
        named = [*self._measured_before(position), *self.goods.drugs_before(position)]
        return [name for name in named if name not in generic]


def is_container(amount: Amount) -> bool:
    """Whether a count is of packages or of doses."""
    noun = nouns()[1].get(amount.unit.code.casefold()) if amount.unit else None
    return noun is not None and noun.kind in {"package", "form"}


def names_package(said: str) -> bool:
    """ "one tonne of sacks": said of what holds the goods, not of goods."""
    noun = nouns()[0].get(said.rsplit(maxsplit=1)[-1])
    return noun is not None and noun.kind == "package"


def is_bulk(amount: Amount) -> bool:
    """Whether an amount is of a stuff: a mass, a volume, an area, or doses of it."""
    return amount.unit is not None and amount.unit.dimension in {"mass", "volume", "area"}
