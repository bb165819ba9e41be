"""Numbers joined to their units of measure or money, and to each other: ranges, compounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.quantities.beside import settled, sign_before, unit_behind
from extract.find.quantities.cues import BETWEEN, CHANGE, FROM, LISTED, PRICED, RANGED
from extract.find.quantities.figures import Figure
from extract.knowledge.counting import function_words, money_scales, nouns
from extract.knowledge.units import Unit

_SCALE_LETTER = re.compile(r"\s?([A-Za-z]{1,2})\b")
_TO = re.compile(r"\s?(?:-|‐|‑|–|—|\bto\b|\bup to\b)\s?")
_OR = re.compile(r"\s(?:to|or)\s")
_AND = re.compile(r"\s?\band\b\s?")
_PARTS_GAP = re.compile(r"\s?(?:,|\.|and|, and|&|of)?\s?")
_GLUED_PART = re.compile(r"\d+(?:[.,]\d+)?")
_WHOLE = Decimal(100)
_HALF_BEHIND = re.compile(r"\sand\sa\s(?P<part>half|quarter)\b")
_COMPOUNDS = (
    frozenset({"t", "kg", "g", "mg"}),
    frozenset({"lb", "oz"}),
    frozenset({"L", "mL"}),
    frozenset({"km", "m", "cm"}),
    frozenset({"ft", "mi"}),
    frozenset({"decade", "year", "month", "week", "day", "hour", "minute"}),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, or two as a range, with its unit once that is known."""

    start: int
    end: int
    first: int
    after: int
    low: Decimal
    high: Decimal | None = None
    unit: Unit | None = None
    scale: Decimal = Decimal(1)
    mantissa: Decimal = Decimal(0)
    spelled: bool = False
    rule: str = "rule:quantity.bare"
    figure: Figure | None = None
    signed: bool = False
    blocked: bool = False


def measured_amounts(text: str, figures: list[Figure]) -> list[Amount]:
    """The figures with the units beside them, ranges and compounds joined."""
    amounts = [_with_unit(text, figure) for figure in figures]
    return _joined(text, amounts)


def _with_unit(text: str, figure: Figure) -> Amount:
    numeral = figure.numeral
    amount = Amount(
        start=figure.start,
        end=figure.end,
        first=figure.first,
        after=figure.after,
        low=numeral.value,
        scale=numeral.scale,
        mantissa=numeral.mantissa,
        spelled=numeral.spelled,
        figure=figure,
    )
    if not numeral.spelled:
        amount = _with_sign(text, amount)
        amount = _with_scale_letter(text, amount)
    return _with_half(text, _with_suffix(text, amount))


def _with_half(text: str, amount: Amount) -> Amount:
    """ "A tonne and a half", "two kilos and a half": the half stands behind the unit."""
    half = _HALF_BEHIND.match(text, amount.end) if amount.unit is not None else None
    if half is None or amount.low != amount.low.to_integral_value():
        return amount
    part = Decimal("0.5") if half["part"] == "half" else Decimal("0.25")
    return replace(amount, low=amount.low + part * amount.scale, end=half.end())


def _with_sign(text: str, amount: Amount) -> Amount:
    """The amount with a sign or code of money before it: "US$ 5", "EUR 3.5", "Rs 50"."""
    hit = sign_before(text, amount.start)
    if hit is None:
        return amount
    unit, start = hit
    if unit is None:
        return replace(amount, start=start, blocked=True)
    return replace(amount, start=start, unit=unit, signed=True, rule="rule:quantity.money")


def _with_scale_letter(text: str, amount: Amount) -> Amount:
    """ "$12m", "€3 M", "50k euros"; without money only before a counted noun: "2.5 m tablets"."""
    match = _SCALE_LETTER.match(text, amount.end)
    scale = money_scales().get(match.group(1)) if match else None
    if match is None or scale is None or amount.scale != 1:
        return amount
    if len(match.group(1)) > 1 and not amount.signed:
        return amount
    scaled = replace(amount, scale=scale, low=amount.low * scale, end=match.end())
    if amount.signed:
        return scaled
    behind = unit_behind(text, match.end())
    if behind and (behind[0] is None or behind[0].dimension == "money"):
        return scaled
    word = re.compile(r"\s([a-z]+)\b").match(text, match.end())
    counted = word is not None and word.group(1) not in function_words()
    if (
        counted
        and word is not None
        and (
            word.group(1) in nouns()[0]
            or (match.group(1) in "mMkK" and word.group(1).endswith("s"))
        )
    ):
        return scaled
    return amount


def _with_suffix(text: str, amount: Amount) -> Amount:
    hit = unit_behind(text, amount.end)
    if hit is None:
        return amount
    unit, spelling, end = hit
    if unit is None:
        unit = settled(text, spelling, amount.start)
        if unit is None:
            return replace(amount, blocked=True, end=end)
    elif unit.code == "lb" and spelling.startswith("pound") and _is_price(text, amount.start):
        unit = settled(text, "pound", amount.start)
        if unit is None:
            return replace(amount, blocked=True, end=end)
    if amount.signed:
        same = unit.dimension == "money" and (unit == amount.unit or spelling.startswith("dollar"))
        return replace(amount, end=end) if same else amount
    if unit.dimension != "money" and amount.blocked:
        return amount
    kind = "money" if unit.dimension == "money" else "measure"
    return _with_glued_part(text, replace(amount, unit=unit, end=end, rule=f"rule:quantity.{kind}"))


def _with_glued_part(text: str, amount: Amount) -> Amount:
    """ "12kg900g": the second part stands in the same word."""
    match = _GLUED_PART.match(text, amount.end)
    hit = unit_behind(text, match.end()) if match else None
    if match is None or hit is None or hit[0] is None:
        return amount
    low = Decimal(match.group().replace(",", "."))
    part = replace(amount, start=match.start(), end=hit[2], low=low, unit=hit[0])
    return _as_compound(text, amount, part) or amount


def _is_price(text: str, start: int) -> bool:
    return PRICED.search(text, max(0, start - 60), start) is not None


def _joined(text: str, amounts: list[Amount]) -> list[Amount]:
    joined: list[Amount] = []
    for amount in amounts:
        previous = joined[-1] if joined else None
        if previous is not None:
            merged = _as_range(text, previous, amount) or _as_compound(text, previous, amount)
            if merged is not None:
                joined[-1] = merged
                continue
            if previous.unit is None:
                joined[-1] = _with_later_unit(text, previous, amount)
        joined.append(amount)
    return _with_listed(text, joined)


def _with_listed(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "104, 317 and 88 kg": the first of a list has the unit of its last."""
    for index in range(len(amounts) - 2, -1, -1):
        bare, later = amounts[index], amounts[index + 1]
        figure = bare.figure
        if bare.unit is not None or later.rule != "rule:quantity.unit_said_later":
            continue
        free = figure is not None and not (bare.blocked or figure.year or figure.labelled)
        if free and text[bare.end : later.start] == ", ":
            amounts[index] = replace(bare, unit=later.unit, rule=later.rule)
    return amounts


def _as_range(text: str, low: Amount, high: Amount) -> Amount | None:
    """Two amounts with "-", "to", "or", or "between … and" between them, as one."""
    if low.high is not None or high.high is not None or low.blocked or high.blocked:
        return None
    gap = text[low.end : high.start]
    if len(gap) > 8:
        return None
    before = text[max(0, low.start - 80) : low.start]
    if low.figure is not None and low.figure.year and not _is_plain(high):
        return None
    between = BETWEEN.search(before) is not None
    if not (_TO.fullmatch(gap) or (between and _AND.fullmatch(gap)) or _OR.fullmatch(gap)):
        return None
    if gap.strip() == "to" and _is_change(before, low):
        return None
    if low.unit is not None and low.unit != high.unit and not (low.signed and high.unit is None):
        return None
    start = low.low
    if low.scale == 1 and high.scale != 1 and low.mantissa < high.mantissa:
        start = low.low * high.scale
    if start >= high.low or (high.unit is None and low.unit is not None and not low.signed):
        return None
    unit = high.unit or low.unit
    rule = high.rule if high.unit else low.rule
    return replace(
        high, start=low.start, first=low.first, low=start, high=high.low, unit=unit,
        rule=rule, signed=low.signed or high.signed, figure=low.figure,
    )  # fmt: skip


def _is_plain(amount: Amount) -> bool:
    figure = amount.figure
    return figure is not None and figure.numeral.plain and not figure.year and not amount.signed


def _is_change(before: str, low: Amount) -> bool:
    """ "rose from 4 to 6 tonnes": two amounts, one before and one after."""
    if not FROM.search(before):
        return False
    if RANGED.search(before):
        return False
    change = CHANGE.search(before.rsplit("from", 1)[0])
    return change is not None or low.unit is not None


def _as_compound(text: str, large: Amount, small: Amount) -> Amount | None:
    """ "85 kilograms and 505 grams", "12kg900g", "2 years and 6 months" as one amount."""
    if large.unit is None or small.unit is None or large.high is not None:
        return None
    pair = {large.unit.code, small.unit.code}
    if len(pair) == 1 or not any(pair <= system for system in _COMPOUNDS):
        return None
    factor = small.unit.factor / large.unit.factor
    if factor >= 1 or small.low * factor >= 1 or large.low != large.low.to_integral_value():
        return None
    if not _PARTS_GAP.fullmatch(text, large.end, small.start):
        return None
    total = large.low + small.low * factor
    return replace(
        large, end=small.end, after=small.after, low=total, rule="rule:quantity.compound"
    )


def _with_later_unit(text: str, bare: Amount, later: Amount) -> Amount:
    """ "15 and 20 kg", "from 24 to 30 per cent": the unit is said once, at the end."""
    figure = bare.figure
    if later.unit is None or bare.blocked or figure is None or figure.year or figure.labelled:
        return bare
    gap = text[bare.end : later.start]
    if later.signed or not LISTED.fullmatch(gap):
        return bare
    if later.unit.dimension == "percent" and bare.low > _WHOLE >= later.low and " to " not in gap:
        return bare  # "some 500 or 58 per cent": of people, not a second share
    scale = later.scale if bare.scale == 1 and bare.mantissa < later.mantissa else Decimal(1)
    return replace(
        bare, low=bare.low * scale, unit=later.unit, rule="rule:quantity.unit_said_later"
    )


def article_amounts(text: str, words_at: list[tuple[int, int]]) -> list[Amount]:
    """ "a metric tonne of cocaine", "over a kilogram": one of a measure."""
    found: list[Amount] = []
    for start, index in words_at:
        hit = unit_behind(text, start + (2 if text[start + 1 : start + 2] == "n" else 1))
        if hit is None or hit[0] is None or hit[0].dimension not in {"mass", "volume", "area"}:
            continue
        unit, _, end = hit
        one = Amount(start, end, index, index + 1, Decimal(1), unit=unit, spelled=True,
                     rule="rule:quantity.article")  # fmt: skip
        found.append(_with_half(text, one))
    return found
