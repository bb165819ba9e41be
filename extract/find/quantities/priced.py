"""What is priced: the goods in "price of a kilogram of heroin"; measures that stand for goods."""

from __future__ import annotations

from extract.find.quantities.beside import unit_behind
from extract.find.quantities.price_cues import MEASURE_OF, PRICE_OF
from extract.knowledge.counting import nouns

_DOSES = frozenset({"pill", "tablet", "capsule", "dose", "wrap", "joint", "ampoule"})


def is_dose(said: str) -> bool:
    """Whether a priced thing is one dose of what was counted: "a tablet costs"."""
    return said in _DOSES


def is_measure(said: str) -> bool:
    """Whether a priced thing is but a measure: "a kilogram fetches"."""
    hit = unit_behind(f" {said}", 0)
    return is_dose(said) or (hit is not None and hit[2] == len(said) + 1)


def goods_priced(said: str) -> str:
    """ "price of a kilogram of heroin", "gram of cocaine": the goods."""
    said = PRICE_OF.sub("", said, count=1) or said
    measure = MEASURE_OF.match(said)
    if measure:
        hit = unit_behind(" " + measure.group(1), 0)
        noun = nouns()[1].get(measure.group(1))
        if (hit and hit[0]) or (noun and noun.kind in {"form", "package"}):
            return said[measure.end() :]
    return said
