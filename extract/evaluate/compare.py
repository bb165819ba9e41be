"""When two values mean the same: units, dates, substances, surfaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from extract.evaluate.gold import as_list

# unit -> (dimension, factor to the base unit)
UNITS: dict[str, tuple[str, float]] = {
    "mg": ("mass", 1e-6),
    "g": ("mass", 1e-3),
    "kg": ("mass", 1.0),
    "t": ("mass", 1e3),
    "lb": ("mass", 0.45359237),
    "oz": ("mass", 0.028349523125),
    "l": ("volume", 1.0),
    "ml": ("volume", 1e-3),
    "gallon": ("volume", 3.785411784),
    "ha": ("area", 1.0),
    "m2": ("area", 1e-4),
    "km2": ("area", 100.0),
    "km": ("length", 1e3),
    "m": ("length", 1.0),
    "mile": ("length", 1609.344),
    "%": ("percent", 1.0),
    "day": ("duration", 1.0),
    "week": ("duration", 7.0),
    "month": ("duration", 30.0),
    "year": ("duration", 365.0),
    "hour": ("duration", 1 / 24),
    "minute": ("duration", 1 / 1440),
}
IRREGULAR = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
}
SAME_SUBSTANCE: tuple[frozenset[str], ...] = (
    frozenset({"cannabis resin", "hashish", "charas"}),
    frozenset({"cannabis herb", "marijuana", "cannabis", "herbal cannabis"}),
    frozenset(
        {"meth", "methamphetamine", "crystal methamphetamine", "crystalline methamphetamine", "ice"}
    ),
    frozenset({"ecstasy", "mdma"}),
    frozenset({"drugs", "drug", "narcotic drugs", "narcotics", "illicit drugs"}),
)
_MONEY = re.compile(r"^[A-Z]{3}$")
_WEAK_WORDS = frozenset({"of", "the"})


def plain(text: str | None) -> str:
    """Lower case, single spaces."""
    return " ".join((text or "").split()).lower()


@cache
def singular(word: str) -> str:
    """A rough English singular, the same for both sides of a comparison."""
    word = word.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def base_measure(value: float, unit: str) -> tuple[str, float]:
    """(dimension, value in its base unit); a count's dimension is ``count:`` and its noun."""
    unit = unit.strip()
    if _MONEY.match(unit):
        return f"money:{unit}", float(value)
    key = unit.lower()
    if key not in UNITS:
        key = singular(key)
    if key in UNITS:
        dimension, factor = UNITS[key]
        return dimension, float(value) * factor
    words = re.split(r"[\s_-]+", key)
    return f"count:{singular(words[-1]) if words[-1] else ''}", float(value)


def close(one: float, other: float, tolerance: float = 1e-6) -> bool:
    """Equal within a relative tolerance."""
    return abs(one - other) <= tolerance * max(1.0, abs(one), abs(other))


def same_measure(
    gold: Mapping[str, Any], value: float | None, upper: float | None, unit: str | None, text: str
) -> bool:
    """Whether a predicted amount is the gold one; a count may be named by a more specific noun."""
    if value is None or not unit or gold.get("value") is None or not gold.get("unit"):
        return False
    gold_dimension, gold_value = base_measure(gold["value"], gold["unit"])
    dimension, own_value = base_measure(value, unit)
    if gold_dimension != dimension:
        if not (gold_dimension.startswith("count:") and dimension.startswith("count:")):
            return False
        if gold_dimension.split(":")[1] not in plain(text).replace("ies", "y"):
            return False
    if not close(gold_value, own_value):
        return False
    if gold.get("max") is None or upper is None:
        return gold.get("max") is None and upper is None
    gold_upper = base_measure(gold["max"], gold["unit"])[1]
    return close(gold_upper, base_measure(upper, unit)[1])


def bare_edtf(value: object) -> str:
    """An EDTF value without its marks of doubt."""
    return re.sub(r"[~?%]", "", str(value or "")).strip()


def same_date(accepted: list[Any], value: str | None) -> bool:
    """Whether a date is one of the accepted; an open end may be left out."""
    keys = {bare_edtf(one) for one in accepted}
    keys |= {key.removesuffix("/..") for key in keys}
    own = bare_edtf(value)
    return own in keys or own.removesuffix("/..") in keys


def same_but_for_year(one: object, other: object) -> bool:
    """Two EDTF values that agree where one leaves the year open."""
    first, second = bare_edtf(one), bare_edtf(other)
    if not first or not second:
        return False
    if first == second:
        return True
    if "XXXX" not in first and "XXXX" not in second:
        return False
    yearless = [re.sub(r"\d{4}(?=-)|XXXX", "Y", value) for value in (first, second)]
    return yearless[0] == yearless[1]


def same_substance(one: str | None, other: str | None) -> bool:
    """Whether two names mean one substance, or one is the other made more specific."""
    first, second = plain(one), plain(other)
    if first == second:
        return True
    if any(first in names and second in names for names in SAME_SUBSTANCE):
        return True
    words = [
        {singular(word) for word in re.findall(r"[a-z]+", name)} - _WEAK_WORDS
        for name in (first, second)
    ]
    return all(words) and (words[0] <= words[1] or words[1] <= words[0])


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without what scoring ignores: outer marks, an article, a possessive, a full stop."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".%)"):
        end -= 1
    if article := re.match(r"(?:the|The|THE)\s+", text[start:end]):
        start += article.end()
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    if text[start:end].endswith("."):
        end -= 1
    return start, end


def accepted_surfaces(text: str, start: int, end: int, alternatives: object) -> set[str]:
    """The surfaces that are exactly right for a gold span."""
    surfaces = {" ".join(text[start:end].split()).rstrip(".")}
    return surfaces | {" ".join(one.split()).rstrip(".") for one in as_list(alternatives)}
