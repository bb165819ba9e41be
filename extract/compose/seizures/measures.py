"""Amounts compared: the same goods, the same figure, the exacter of two."""

from __future__ import annotations

from typing import Any

from extract.compose.seizures.amounts import Amount


def alike(one: Amount, other: Amount) -> bool:
    """Whether two names are one thing: the same, or a short name and a longer one."""
    if one.key == other.key:
        return True
    if one.substance_id and other.substance_id:
        return False
    first, second = (set((amount.name or "").split()) for amount in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def agree(one: Amount, other: Amount) -> bool:
    """Whether two amounts can state one: equal, or one a round figure for the other."""
    first, second = _base(one), _base(other)
    if first is None or second is None or first[1] != second[1]:
        return False
    left, right = first[0], second[0]
    if abs(left - right) <= 2e-3 * max(left, right):
        return True
    rough, exact = (one, other) if _digits(one) <= _digits(other) else (other, one)
    bound, value = (left, right) if rough is one else (right, left)
    ratio = value / bound if bound else 0.0
    if rough.comparator in {">", ">="}:
        return 1.0 <= ratio <= 1.2
    if rough.comparator in {"<", "<="}:
        return 0.85 <= ratio <= 1.0
    if rough.comparator == "~" or exact.comparator == "~":
        return 0.85 <= ratio <= 1.15
    return _digits(rough) <= 2 < _digits(exact) and 0.95 <= ratio <= 1.05


def _base(amount: Amount) -> tuple[float, str] | None:
    if amount.value is None:
        return None
    if amount.base_value is not None and amount.base_unit:
        return amount.base_value, amount.base_unit
    return amount.value, amount.unit or ""


def _digits(amount: Amount) -> int:
    """Significant digits of the number: how exact it is."""
    number = f"{amount.value or 0:.6f}".rstrip("0").rstrip(".")
    return len(number.replace(".", "").strip("0")) or 1


def more_exact(one: Amount, other: Amount) -> bool:
    """Whether ``one`` states the figure more exactly than ``other``."""
    plain = (one.comparator in {None, "="}) - (other.comparator in {None, "="})
    return (_digits(one), plain) > (_digits(other), 0) if plain else _digits(one) > _digits(other)


def plain_amount(amount: Amount) -> dict[str, Any]:
    """Value and unit, for containers and equivalents."""
    return {"value": amount.value, "unit": amount.unit}


def compared_amount(amount: Amount) -> dict[str, Any]:
    """Value, unit and comparator, for restatements."""
    return {**plain_amount(amount), "comparator": amount.comparator or "="}
