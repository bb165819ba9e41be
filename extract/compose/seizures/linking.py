"""Amounts of one line -> items: containers, second measures, parts and restatements attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.compose.seizures.amounts import Amount, is_generic
from extract.compose.seizures.measures import (
    agree,
    alike,
    compared_amount,
    more_exact,
    plain_amount,
)
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import words_pattern

# Between two measures of the same goods: "1,198,000 tablets, or 108 kg", "2,024 tabs (264 g".
_SECOND = r"[^,;]{0,40}?(?:\(|\b(?:{})\b)[^;]{0,40}"
_PART = re.compile(
    r"\b(?:includ|among|of which|of these|of this|consisting|made up|compris|namely)", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:and|plus|another|further|additional|also|as well as)\b\s*$", re.IGNORECASE
)


def link(line: Line, amounts: Sequence[Amount], context: Amount | None) -> list[Amount]:
    """The items of a line; amounts without a name take that of their neighbours or context."""
    items: list[Amount] = []
    for amount in _named(amounts, context):
        if not any(_joined(line, item, amount) for item in reversed(items)):
            held = next((i for i, item in enumerate(items) if _holds(item, amount)), None)
            if held is None:
                items.append(amount)
            else:
                items[held] = pack(amount, items[held])
    return [item for item in items if item.role != "money" or not _is_value(item, items)]


def _named(amounts: Sequence[Amount], context: Amount | None) -> list[Amount]:
    named: list[Amount] = []
    for index, amount in enumerate(amounts):
        if amount.name is None:
            later = next(
                (one for one in amounts[index:] if one.name and _can_name(one, amount)), None
            )
            source = (named[-1] if named else None) or later or context
            if source is not None and source.category == "money":
                continue
            if source is None:
                continue
            amount = renamed(amount, source)  # noqa: PLW2901
        named.append(amount)
    return named


def _can_name(one: Amount, amount: Amount) -> bool:
    """Whether a later amount may name an earlier: "15 kg and 20 kg of opium", "24 parcels …"."""
    return one.unit == amount.unit or (amount.role == "package" and one.role == "measure")


def renamed(amount: Amount, source: Amount) -> Amount:
    """The amount, being of the same goods as ``source``."""
    return replace(
        amount,
        name=source.name,
        substance_id=source.substance_id,
        drug_group=source.drug_group,
        category=source.category,
    )


def _joined(line: Line, item: Amount, amount: Amount) -> bool:
    """Attach ``amount`` to the item if it is more of what is said about it."""
    if not alike(item, amount):
        return False
    gap = line.between(item.end, amount.start)
    if amount.role == "package" and item.role in {"measure", "form"}:
        pack(item, amount)
        return True
    if (
        item.role in {"form", "goods", "measure"}
        and amount.role == "measure"
        and (item.unit != amount.unit and _is_second(gap) and _fits(item, amount))
    ):
        item.equivalent.append(plain_amount(amount))
        item.spans.append((amount.start, amount.end))
        return True
    if (
        amount.role == item.role
        and _PART.search(gap)
        and (amount.base_value or 0) <= (item.base_value or 0)
    ):
        return True
    if agree(item, amount):
        return not _MORE.search(gap) and restate(item, amount)
    return _is_other_figure(item, amount, gap) and _disagree(item, amount)


_LISTING = re.compile(r"\b(?:and|plus|another|further|also|in)\b|,\s*$", re.IGNORECASE)


def _is_other_figure(item: Amount, amount: Amount, gap: str) -> bool:
    """Whether another source puts the same goods at a figure nearby."""
    if item.role != amount.role or item.base_unit != amount.base_unit or _LISTING.search(gap):
        return False
    first, second = item.base_value or 0, amount.base_value or 0
    return min(first, second) >= 0.7 * max(first, second) > 0


def _disagree(item: Amount, amount: Amount) -> bool:
    item.disagrees = True
    item.also.append(compared_amount(amount))
    item.spans.append((amount.start, amount.end))
    return True


def _fits(item: Amount, amount: Amount) -> bool:
    """Whether two measures can be of the same goods: of different kind, or nearly equal."""
    if item.base_unit != amount.base_unit:
        return True
    first, second = item.base_value or 0, amount.base_value or 0
    return abs(first - second) <= 0.05 * max(first, second)


def _is_second(gap: str) -> bool:
    return len(gap) < 90 and words_pattern("second_measure", _SECOND).search(gap) is not None


def _holds(item: Amount, amount: Amount) -> bool:
    """Whether the item is what ``amount`` was packed in: "44 capsules containing 430 g"."""
    return (
        item.role == "package"
        and amount.role in {"measure", "form"}
        and alike(item, amount)
        and amount.start - item.end < 160
    )


def pack(item: Amount, package: Amount) -> Amount:
    """The item with its containers."""
    item.containers.append(plain_amount(package))
    item.containers += package.containers
    item.spans.append((package.start, package.end))
    return item


def restate(item: Amount, other: Amount) -> bool:
    """Keep the exacter figure as the item's own, the other as a restatement. Always true."""
    if more_exact(other, item):
        rough = compared_amount(item)
        for name in ("value", "upper", "unit", "comparator", "base_value", "base_unit"):
            setattr(item, name, getattr(other, name))
    else:
        rough = compared_amount(other)
    same = {"value": item.value, "unit": item.unit}
    if {key: rough[key] for key in same} != same and rough not in item.also:
        item.also.append(rough)
    if (not item.substance_id and other.substance_id) or (
        is_generic(item) and not is_generic(other)
    ):
        item.name, item.substance_id = other.name, other.substance_id
        item.drug_group, item.category = other.drug_group, other.category
    return True


def _is_value(money: Amount, items: Sequence[Amount]) -> bool:
    """Whether the money is what other goods of the line are worth."""
    return any(item is not money and alike(item, money) and item.role != "money" for item in items)
