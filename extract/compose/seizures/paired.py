"""Rows read off in order: "For 2009 the same lines read 81 tons, 11.4 tons and 120 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.linking import renamed
from extract.compose.seizures.page import Line
from extract.find.quantities.numerals import is_year, read_digits
from extract.knowledge.counting import number_words

_ENTRY = re.compile(r"(?:[:,;(]|\band|\b[a-z]+)\s(?=\d)")
_SCALE = re.compile(r"\s(thousand|million|mln|billion)\b")
_END = re.compile(r"\s?(?:[.;)]|,(?!\d)|$)|\s(?:and|respectively)\b")


def paired(line: Line, amounts: Sequence[Amount], told: Sequence[Amount]) -> list[Amount] | None:
    """The amounts of a line that names no goods, each being of the item told in its place.

    None unless there are as many of them as items told before, in the same units.
    """
    if len(told) < 2 or line.of("substance") or line.goods:
        return None
    sums = _sums(line, amounts) if any(item.role == "money" for item in told) else []
    rows = sorted([*amounts, *_plain_numbers(line, amounts), *sums], key=lambda one: one.start)
    if len(rows) != len(told):
        return None
    found: list[Amount] = []
    for one, item in zip(rows, told, strict=True):
        if one.unit is None:
            found.append(_counted_as(item, one))
        elif one.unit == item.unit or (one.base_unit and one.base_unit == item.base_unit):
            found.append(renamed(one, item))
        else:
            return None
    return found


def _plain_numbers(line: Line, amounts: Sequence[Amount]) -> list[Amount]:
    """Numbers without a unit that stand as entries of a list."""
    taken = [(one.start, one.end) for one in amounts]
    taken += [(one.start, one.end) for one in line.of("date", "quantity")]
    found: list[Amount] = []
    for match in _ENTRY.finditer(line.text):
        number = read_digits(line.text, match.end())
        if number is None or is_year(line.text[match.end() : number.end]):
            continue
        scale = _SCALE.match(line.text, number.end)
        end = scale.end() if scale else number.end
        start, last = line.start + match.end(), line.start + end
        if _END.match(line.text, end) and not any(a < last and start < b for a, b in taken):
            value = float(number.value * (number_words()[scale[1]].value if scale else 1))
            found.append(Amount(start, last, "goods", None, value=value, spans=[(start, last)]))
    return found


def _sums(line: Line, amounts: Sequence[Amount]) -> list[Amount]:
    """Sums of money that were read as no amount: nothing in the line says that they were seized."""
    starts = {one.start for one in amounts}
    return [
        Amount(
            one.start,
            one.end,
            "money",
            None,
            value=one.fields["value"],
            unit=one.fields["unit"],
            spans=[(one.start, one.end)],
        )
        for one in line.of("quantity")
        if one.fields["dimension"] == "money" and one.start not in starts
    ]


def _counted_as(item: Amount, number: Amount) -> Amount:
    ratio = (item.base_value or 0) / item.value if item.value else 0.0
    return replace(
        renamed(number, item),
        role=item.role,
        unit=item.unit,
        base_value=(number.value or 0) * ratio if ratio else None,
        base_unit=item.base_unit if ratio else None,
    )
