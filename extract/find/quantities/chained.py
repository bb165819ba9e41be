"""Wordings by which a bare number can only mean one kind of the amounts told before it."""

from __future__ import annotations

from collections.abc import Callable

from extract.find.quantities.amounts import Amount
from extract.find.quantities.beside import unit_behind
from extract.find.quantities.chained_cues import (
    AS_MANY,
    AVERAGE_OF,
    BRACKET_LABEL,
    CLOSES,
    COUNTED_BY,
    FIGURE_TOLD,
    FOR_EACH,
    HALF_APPOSED,
    LABEL_ONLY,
    LISTED_SHARE,
    LISTED_SHARES,
    OF_THEN,
    PAID,
    PART_GAP,
    PER_SO_MANY,
    RANKED,
    SECOND,
    SET_AGAINST,
    TAKEN_BY,
    THE_OTHER,
    TO_BE_EXACT,
    TOGETHER,
)
from extract.find.quantities.licence_cues import DONE_THEN, ENDS, MORE
from extract.find.quantities.pairs import Pair

WHOLE = 100
_NEAR = 80
_LEAST_BARE = 10


def fits(pair: Pair) -> bool:
    """Whether the wording ties the bare number to this amount, if others stand between or not."""
    return any(test(pair) for test in _TESTS)


def is_rate(amount: Amount) -> bool:
    """Whether an amount is in per cent."""
    return amount.unit is not None and amount.unit.dimension == "percent"


def _is_bracketed(pair: Pair) -> bool:
    """ "Albania (28.5)", "opioids (62 million), amphetamines (27)", "men (18 vs. 16 per cent)"."""
    text, bare = pair.text, pair.bare
    if text[bare.start - 1 : bare.start] != "(" or not CLOSES.match(text, bare.end):
        return False
    before = BRACKET_LABEL.search(pair.before)
    if before is None:
        return False
    alike = pair.near and text[pair.said.start - 1 : pair.said.start] == "("
    if alike or (pair.near and AS_MANY.search(pair.between)):
        return True
    fraction = bare.low != bare.low.to_integral_value()
    return (
        is_rate(pair.said)
        and (fraction or (pair.near and bare.low >= _LEAST_BARE))
        and RANKED.search(pair.before) is not None
    )


def _is_figure_told(pair: Pair) -> bool:
    """ "The corresponding figure had been 226 million", "in Peru it was 12,000"."""
    told = FIGURE_TOLD.search(pair.before)
    return told is not None and (ENDS.match(pair.text, pair.bare.end) is not None or _is_then(pair))


def _is_then(pair: Pair) -> bool:
    return DONE_THEN.match(pair.text, pair.bare.end) is not None


def _is_the_earlier(pair: Pair) -> bool:
    """ "29 per cent more than the 6,341 of the year before"."""
    if is_rate(pair.said) or not pair.near or THE_OTHER.search(pair.before) is None:
        return False
    return OF_THEN.match(pair.text, pair.bare.end) is not None


def _is_paid(pair: Pair) -> bool:
    """ "In Tehran he would have paid 4,000", "to which Norway added 310,000"."""
    if pair.said.unit is None or pair.said.unit.dimension != "money":
        return False
    if FOR_EACH.match(pair.text, pair.bare.end) and pair.near:
        return _is_priced_each(pair)
    together = TOGETHER.match(pair.text, pair.bare.end) is not None
    return PAID.search(pair.before) is not None and (
        together or ENDS.match(pair.text, pair.bare.end) is not None or _is_then(pair)
    )


def _is_priced_each(pair: Pair) -> bool:
    """ "25 dirhams per kilogram of raw plant and 1,400 for a kilogram of powder"."""
    each = FOR_EACH.match(pair.text, pair.bare.end)
    hit = unit_behind(pair.text, each.end()) if each else None
    return hit is not None and hit[0] is not None and hit[0].dimension in {"mass", "volume"}


def _is_more_alike(pair: Pair) -> bool:
    """ "3.1 million tablets … Two men were held. Officers recovered 2.6 million more"."""
    alike = pair.said.low / WHOLE < pair.bare.low < pair.said.low * WHOLE
    large = pair.bare.low > WHOLE and not is_rate(pair.said)
    return alike and large and MORE.match(pair.text, pair.bare.end) is not None


def is_rated(pair: Pair) -> bool:
    """ "5,936 homicides, or 68 for every 100,000 inhabitants"."""
    counted = pair.said.unit is not None and pair.said.unit.dimension == "count"
    if counted and pair.near and AVERAGE_OF.search(pair.before):
        return pair.text.startswith((" per ", " a ", " each"), pair.bare.end)
    return counted and pair.near and PER_SO_MANY.match(pair.text, pair.bare.end) is not None


def _is_counted_by(pair: Pair) -> bool:
    """ "Canada counted 59 in the first half of that year"."""
    unit = pair.said.unit
    if unit is None or unit.dimension == "percent" or pair.between.count(". ") > 1:
        return False
    return COUNTED_BY.search(pair.before) is not None and _is_then(pair)


def _is_taken_by(pair: Pair) -> bool:
    """ "200 million users … cocaine, which was taken by 20 million"."""
    counted = pair.said.unit is not None and pair.said.unit.dimension == "count"
    return counted and TAKEN_BY.search(pair.before) is not None


def _is_label_chain(pair: Pair) -> bool:
    """ "Returned from Libya: 402 persons. From Mali: 87."."""
    if pair.text[pair.bare.start - 2 : pair.bare.start] != ": " or is_rate(pair.said):
        return False
    if pair.said.unit is None or pair.said.unit.dimension != "count":
        return False
    chained = pair.text[pair.said.start - 2 : pair.said.start] == ": "
    ends = ENDS.match(pair.text, pair.bare.end) or pair.text.startswith(" (", pair.bare.end)
    return bool(chained and ends) and LABEL_ONLY.search(pair.before) is not None


def _is_apposed(pair: Pair) -> bool:
    """ "more than half, 7.2 million, with hepatitis C"; "18,900 to be exact"."""
    if is_rate(pair.said) or not pair.near:
        return False
    if TO_BE_EXACT.match(pair.text, pair.bare.end):
        return True
    return HALF_APPOSED.search(pair.before) is not None and pair.text.startswith(",", pair.bare.end)


def _is_span_of_rates(pair: Pair) -> bool:
    """ "The others came in between 8 and 13"."""
    between = is_rate(pair.said) and pair.near and pair.bare.high is not None
    return (
        between
        and pair.before.endswith(("between ", "from "))
        and (ENDS.match(pair.text, pair.bare.end) is not None)
    )


def _is_part_gapped(pair: Pair) -> bool:
    """ "Women were 51 per cent, men 21, girls 20 and boys the remaining eight"; "knives in 9.6"."""
    if not is_rate(pair.said) or not pair.near or len(pair.between) > _NEAR:
        return False
    if ENDS.match(pair.text, pair.bare.end) is None or pair.bare.low > WHOLE:
        return False
    return PART_GAP.fullmatch(pair.between) is not None


def _is_ordinal_gapped(pair: Pair) -> bool:
    """ "The first carried 3.1 million tablets, the second 1.5 million"."""
    return (
        pair.near
        and ENDS.match(pair.text, pair.bare.end) is not None
        and (SECOND.search(pair.before) is not None)
    )


def _is_set_against(pair: Pair) -> bool:
    """ "702 kg against 518", "up from 19", "against an estimate of 15.9 million for 2008"."""
    if not pair.near:
        return False
    ends = ENDS.match(pair.text, pair.bare.end) is not None or _is_then(pair)
    return ends and SET_AGAINST.search(pair.before) is not None


def lists_shares(pair: Pair) -> bool:
    """ "38 per cent were MDMA, 21 methamphetamine, 9 ketamine": the noun stands behind."""
    if not is_rate(pair.said) or not pair.near or len(pair.between) > _NEAR:
        return False
    return (
        LISTED_SHARES.fullmatch(pair.between) is not None
        and LISTED_SHARE.match(pair.text, pair.bare.end) is not None
    )


_Test = Callable[[Pair], bool]
_TESTS: tuple[_Test, ...] = (
    _is_bracketed, _is_figure_told, _is_the_earlier, _is_paid, is_rated, _is_counted_by,
    _is_label_chain, _is_apposed, _is_span_of_rates, _is_part_gapped, _is_ordinal_gapped,
    _is_set_against, _is_taken_by, _is_more_alike,
)  # fmt: skip
