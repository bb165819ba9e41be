"""What a unit is to seized goods: their own measure, their packing, money, or nothing."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from extract.knowledge.counting import nouns
from extract.knowledge.seizures import item_nouns, seizure_words
from extract.knowledge.substances import goods_names

Role = Literal["measure", "form", "package", "goods", "money", "unmeasured"]


def role_of(fields: Any) -> Role | None:
    """The part of a quantity in a seizure; None where it has none."""
    dimension = fields["dimension"]
    if dimension in {"mass", "volume"}:
        return "measure"
    if dimension == "money":
        return "money"
    if dimension != "count" or fields["unit"] == "fraction":
        return None
    unit = fields["unit"]
    if unit in seizure_words()["loads"] and fields.get("of") in _wares():
        return "package"
    listed = item_nouns().get(unit)
    if listed is not None:
        return listed if listed != "nothing" else None
    noun = nouns()[1].get(unit.casefold())
    kind = noun.kind if noun else None
    if kind == "package":
        return "package"
    if kind == "form":
        return "form"
    return "goods" if kind in {"weapon", "wildlife", "vehicle", "thing", None} else None


@cache
def _wares() -> frozenset[str]:
    """Goods that come by the container: "487 containers of counterfeit goods"."""
    return frozenset(
        f"{name}{end}"
        for name, goods in goods_names().items()
        if goods.category == "non_drug_goods"
        for end in ("", "s")
    )
