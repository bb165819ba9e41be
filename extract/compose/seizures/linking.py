"""Amounts of one line -> items: containers, second measures, parts and restatements attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.compose.seizures.amounts import Amount, is_generic
from extract.compose.seizures.measures import (
    agree,
    alike,
    compared_amount,
    more_exact,
    plain_amount,
)
from extract.compose.seizures.page import Line
from extract.knowledge.seizures import seizure_words, words_pattern

# Between two measures of the same goods: "1,198,000 tablets, or 108 kg", "2,024 tabs (264 g".
_SECOND = r"[^,;]{0,40}?(?:\(|\b(?:{})\b)[^;]{0,40}"
_PART = re.compile(
    r"\b(?:includ|among\s(?:them|these|those|which)|of which|of these|of this|consisting|made up"
    r"|compris|namely)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:and|plus|another|further|additional|also|as well as)\b\s*$", re.IGNORECASE
)


RECENT = 30  # items that an amount can still say more of


def link(line: Line, amounts: Sequence[Amount], context: Amount | None) -> list[Amount]:
    """The items of a line; amounts without a name take that of their neighbours or context."""
    items: list[Amount] = []
    for amount in _named(line, amounts, context):
        recent = items[-RECENT:]
        if not any(_joined(line, item, amount, recent) for item in reversed(recent)):
            first = len(items) - len(recent)
            held = next((i for i, item in enumerate(recent, first) if _holds(item, amount)), None)
            if held is None:
                items.append(amount)
            else:
                items[held] = pack(_multiplied(line, items[held], amount), items[held])
    return [item for item in items if item.role != "money" or not _is_value(item, items)]


_COORDINATED = re.compile(
    r"[\s,]*(?:(?:and|or|plus|then|about|some|nearly|another|a|further|over|well|as|to)\b\s*)*"
)


def _named(line: Line, amounts: Sequence[Amount], context: Amount | None) -> list[Amount]:
    named: list[Amount] = []
    for index, amount in enumerate(amounts):
        if amount.name is None:
            rest = amounts[index : index + RECENT]
            later = next((one for one in rest if one.name and _can_name(one, amount)), None)
            near = later is not None and _is_coordinated(line, rest, later)
            order = (later, context) if near else (context, later)
            source = (named[-1] if named else None) or order[0] or order[1]
            if source is None or source.category == "money":
                continue
            amount = renamed(amount, source)  # noqa: PLW2901
        named.append(amount)
    return named


def _is_coordinated(line: Line, amounts: Sequence[Amount], later: Amount) -> bool:
    """Whether the amounts up to the one with a name are one list: "15 kg and 20 kg of opium"."""
    if later.role != amounts[0].role:
        return True
    chain = amounts[: amounts.index(later) + 1]
    return all(
        _COORDINATED.fullmatch(line.between(one.end, other.start)) for one, other in pairwise(chain)
    )


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


def _joined(line: Line, item: Amount, amount: Amount, items: Sequence[Amount]) -> bool:
    """Attach ``amount`` to the item if it is more of what is said about it."""
    if not alike(item, amount):
        return is_generic(amount) and _is_sum(items, amount) and _in_all(line, amount)
    gap = line.between(item.end, amount.start)
    if _is_packing(item, amount, gap):
        return True
    if _is_sum(items, amount) and _in_all(line, amount):
        return True
    if (
        item.role in {"form", "goods", "measure"}
        and amount.role == "measure"
        and (
            item.unit != amount.unit
            and _is_second(gap)
            and _fits(item, amount, 0.15 if "(" in gap else 0.05)
        )
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


_BRACKET = re.compile(r"[^.;,()]{0,40}\((?:[^.;()]{0,20}\s)?")
_OR = re.compile(r"(?:\sof(?:\s[\w-]+){1,2})?,?\s(?:or|that is|i\.e\.)\s(?:[a-z]+\s){0,2}")
_IN_ALL = re.compile(
    r"(?:\sof (?:\w+ )?\w+)?\s(?:in all|in total|altogether|all told|in sum|together|combined)\b"
)


def _is_content(item: Amount, gap: str) -> bool:
    """Whether packs as they are sold are counted first: "9,600 packets of tramadol (96,000 …)"."""
    told_again = _BRACKET.fullmatch(gap) or _OR.fullmatch(gap)
    return item.unit in seizure_words()["packs"] and told_again is not None


def _is_packing(item: Amount, amount: Amount, gap: str) -> bool:
    """Attach what the item was packed in, or what its packages or pieces held or weighed."""
    if amount.role == "package" and item.role in {"measure", "form"}:
        pack(item, amount)
    elif (
        amount.role in {"form", "goods"} and item.role == "package" and _is_content(item, gap)
    ) or (amount.role == "form" and item.role == "measure" and _BRACKET.fullmatch(gap)):
        item.equivalent.append(plain_amount(amount))
        item.spans.append((amount.start, amount.end))
    elif amount.role == "measure" and item.unit == "piece" and _is_second(gap):
        weigh(item, amount)
    else:
        return False
    return True


def weigh(item: Amount, weight: Amount) -> None:
    """Make the weight the item's own measure, its pieces a packing."""
    item.containers.append(plain_amount(item))
    for name in ("role", "value", "upper", "unit", "comparator", "base_value", "base_unit"):
        setattr(item, name, getattr(weight, name))
    item.spans.append((weight.start, weight.end))


def _is_sum(items: Sequence[Amount], amount: Amount) -> bool:
    """Whether the amount adds up those before it: "12 kg and 8 kg of heroin, 20 kg in all"."""
    parts = [
        one
        for one in items
        if one.unit == amount.unit and (alike(one, amount) or (one.is_drug and is_generic(amount)))
    ]
    total = sum(one.value or 0 for one in parts)
    return len(parts) > 1 and abs(total - (amount.value or 0)) <= 0.02 * total


def _in_all(line: Line, amount: Amount) -> bool:
    """Whether the amount is said to sum up: "20 kg in all", "216 kg of drugs altogether"."""
    return _IN_ALL.match(line.between(amount.end, line.end)) is not None


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


def _fits(item: Amount, amount: Amount, margin: float) -> bool:
    """Whether two measures can be of the same goods: of different kind, or nearly equal."""
    if item.base_unit != amount.base_unit:
        return True
    first, second = item.base_value or 0, amount.base_value or 0
    return abs(first - second) <= margin * max(first, second)


_BRACKET_CLOSED = re.compile(r"\([^()]*\)\s*(?:[,;]|and\b)")


def _is_second(gap: str) -> bool:
    if _BRACKET_CLOSED.search(gap):
        return False  # "4,000 tablets (9 kg), 30 kg": the next entry
    return len(gap) < 90 and words_pattern("second_measure", _SECOND).search(gap) is not None


def _holds(item: Amount, amount: Amount) -> bool:
    """Whether the item is what ``amount`` was packed in: "44 capsules containing 430 g"."""
    return (
        item.role == "package"
        and amount.role in {"measure", "form"}
        and alike(item, amount)
        and amount.start - item.end < 160
    )


_TIMES = re.compile(r"\s?(?:[x×@à]|at)\s?")


def _multiplied(line: Line, package: Amount, amount: Amount) -> Amount:
    """The amount in all packages, where that in one is given: "20 cartons x 1 kg"."""
    times = package.value
    if (
        times is None
        or amount.value is None
        or not _TIMES.fullmatch(line.between(package.end, amount.start))
    ):
        return amount
    base = amount.base_value
    return replace(
        amount,
        value=amount.value * times,
        base_value=None if base is None else base * times,
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
