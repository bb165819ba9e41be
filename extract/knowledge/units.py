"""Units of measure and money, and the spellings that mean them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.knowledge.tables import Row, read_table
from schemas.values import Dimension

_SPACES = re.compile(r"[\s-]+")
# From this length on a spelling also stands for its plural in -s.
_PLURAL_FROM = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: a measure, a currency or a counted noun."""

    code: str
    dimension: Dimension
    ucum: str | None
    base_unit: str
    factor: Decimal = Decimal(1)


class UnitRow(Row):
    """A row of units.tsv."""

    unit: str
    dimension: Dimension
    ucum: str | None = None
    base_unit: str
    factor: Decimal
    forms: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    example: str
    counter_example: str | None = None


class CurrencyRow(Row):
    """A row of currencies.tsv."""

    code: str
    forms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spellings:
    """What may stand beside a number: spellings in any case, and those exact as written."""

    folded: dict[str, Unit]
    exact: dict[str, Unit]


@cache
def unit_rows() -> tuple[UnitRow, ...]:
    """The rows of units.tsv."""
    return read_table("units.tsv", UnitRow)


@cache
def currency_rows() -> tuple[CurrencyRow, ...]:
    """The rows of currencies.tsv."""
    return read_table("currencies.tsv", CurrencyRow)


def fold(spelling: str) -> str:
    """A spelling without case, full stops and kinds of space."""
    return _SPACES.sub(" ", spelling.replace(".", "")).strip().casefold()


def _with_plural(form: str) -> tuple[str, ...]:
    return (form, form + "s") if len(form) >= _PLURAL_FROM else (form,)


@cache
def units() -> dict[str, Unit]:
    """Every unit of measure by its code."""
    return {
        row.unit: Unit(row.unit, row.dimension, row.ucum, row.base_unit, row.factor)
        for row in unit_rows()
    }


@cache
def spellings() -> Spellings:
    """Every spelling that settles its unit or currency by itself."""
    folded: dict[str, Unit] = {}
    exact: dict[str, Unit] = {}
    for row in unit_rows():
        folded |= {f: units()[row.unit] for form in row.forms for f in _with_plural(fold(form))}
        exact |= dict.fromkeys(row.exact, units()[row.unit])
    for money in currency_rows():
        unit = currency(money.code)
        folded |= {f: unit for form in money.forms for f in _with_plural(fold(form))}
        exact |= dict.fromkeys(money.signs, unit)
    return Spellings(folded, exact)


@cache
def signs() -> dict[str, tuple[tuple[str, str], ...]]:
    """(sign, code) by the sign's last character, longest sign first; shared ones with code ''."""
    found: dict[str, set[tuple[str, str]]] = {}
    for row in currency_rows():
        for sign in row.signs:
            found.setdefault(sign[-1], set()).add((sign, row.code))
        for sign in row.shared:
            if sign[0].isupper():
                found.setdefault(sign[-1], set()).add((sign, ""))
    return {
        last: tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
        for last, pairs in sorted(found.items())
    }


@cache
def currency(code: str) -> Unit:
    """The currency of an ISO 4217 code as a unit."""
    return Unit(code, "money", None, code)


@cache
def shared_money() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Names several currencies bear -> (code, pattern of the words of the text that say which)."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in currency_rows():
        if not row.hints:
            continue
        pattern = re.compile(rf"\b(?:{'|'.join(re.escape(hint) for hint in row.hints)})\b")
        for name in row.shared:
            for form in _with_plural(fold(name)):
                found.setdefault(form, []).append((row.code, pattern))
    return {name: tuple(pairs) for name, pairs in sorted(found.items())}
