"""The unit a bare number carries on from an amount before it: "in Almaty 8,000"."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import cue
from extract.knowledge.units import Unit

_MOST = 20
_LEAST = 10
# How many times larger one of two alike amounts may be.
_ALIKE = 400
_NEAR_ALIKE = 12
_SCALED_ALIKE = 5000
_WHOLE = 100
# How many sentences back a rate is looked for.
_BACK = 3
_LINKED = re.compile(r"(?:They|It|Of|That|This|These|Those|Another|The\s(?:other|rest))\b")
_LONGEST_GAP = 320

# Where the noun phrase ends with the number: a mark, a function word, a participle.
_ENDS = cue(
    r"""\s*(?:[.;:!?)–—]|,(?!\d)|-(?=\s)|$)|\s\((?!\d{1,3}\))
    |\s(?:in|for|of|from|to|at|on|by|during|and|or|but|nor|were|was|are|is|had|have|has|did|before
    |after|while|when|where|as|against|than|instead|with|without|across|among|under|respectively
    |only|last|this|the|each|a|an|per|compared|more|less|fewer|earlier|later|went|came|died
    |who|that|which|whom|it|they|through|between|held|led|got|fled|left
    |knew|said|took|paid|lost|won|gave|ran|still|also|now|ago|could|would|will|can|may|must
    |should|\w{3,}ed)\b"""
)
_SHARP_END = cue(r"\s*(?:[.;:!?)–—]|,(?!\d)|-(?=\s)|$)|\s(?:and|in|or|but)\b")
_OF_THEM = cue(r"\sof\s(?:them|these|those|whom|which)\b")
# Ages, numbers of pages and rooms, shares of a round number, phones.
_NO_FRAME = cue(
    r"""\b(?:aged?|ages|turned|born|page|room|zone|cell|line|flat|age\ of|who\ (?:is|was)|every|per
    |out\ of|one\ in|[Tt]el\.?|at\ least\ 1|article|rule|day|week|between|is\ only)\s(?:ABOUT\s)?$
    |[\d+]\s?$|(?:ns?|e[nd]|y)day\s$|\bunder\s$|[A-Z][\w'’-]+,\s$|["“'‘]$"""
)
_OF_BEFORE = cue(r"\b(\w+)\sof\s(?:the\s|ABOUT\s)?$")
_SUM_NOUNS = frozenset(
    {"total", "figure", "level", "rate", "record", "average", "peak", "high", "low", "instead",
     "share", "maximum", "minimum", "target", "half", "quarter", "third", "thirds", "that", "max"}
)  # fmt: skip
# "there were", "it held", "down to", "(2011: …": what the last sentence counted goes on.
_GOES_ON = cue(
    r"""(?:\b(?:was|were|is|are|be|been|had|has|have|saw|held|holds?|house[sd]|reached|at|to|from
    |against|another|further|recorded|counted|reported|registered|found|listed|took|took\ in
    |numbered|than|put\ it\ at|only|just|by|instead\ of|with|the|convicted|arrested|freed|detected
    |identified|totall?ed|exceeded|hit|passed|gave|showed|made|lost|killed)\s
    |\(\s?|:\s|[-–—]\s)(?:ABOUT\s)?$"""
)
_SPELLED_FRAME = cue(
    r"""(?:\b(?:another|with|for|from|at|to|was|were|and|women|men|girls|boys|children)\s
    |[,;]\s[A-Z][\w-]+\s)(?:ABOUT\s)?$"""
)
_PLACE_BEFORE = cue(r"\b(?:in|across|from|at|by)\s(?:all\s|the\s|its\s|ABOUT\s){0,2}$")
_DIGITS_BEHIND = re.compile(r"\s\d|\s?[:/]\d")


def carried_unit(text: str, bare: Amount, done: list[Amount], starts: list[int]) -> Unit | None:
    """The unit of the last amount that the bare one can be compared with; None without a frame."""
    here = bisect_right(starts, bare.start) - 1
    floor = starts[here] if here >= 0 else 0
    if not _has_frame(text, bare, floor):
        return None
    near = _donor(text, bare, done, floor)
    if near is not None:
        return near
    goes_on = _GOES_ON.search(text, max(floor, bare.start - 40), bare.start)
    if bare.spelled:
        return None
    most = _ALIKE if goes_on or _OF_THEM.match(text, bare.end) else _NEAR_ALIKE
    back = 1 if bare.low == bare.low.to_integral_value() else _BACK
    linked = _LINKED.match(text, floor) is not None
    return _donor(
        text, bare, done, starts[max(0, here - back)] if here >= 0 else 0, linked=linked, most=most
    )


def _has_frame(text: str, bare: Amount, floor: int) -> bool:
    if bare.high is None and bare.low < _LEAST and bare.low == bare.low.to_integral_value():
        framed = _SPELLED_FRAME.search(text, max(floor, bare.start - 40), bare.start)
        if framed is None or not _SHARP_END.match(text, bare.end):
            return False
    if not _ENDS.match(text, bare.end) or _DIGITS_BEHIND.match(text, bare.end):
        return False
    window = max(floor, bare.start - 40)
    if not text[floor : bare.start].strip() or _NO_FRAME.search(text, window, bare.start):
        return False
    of = _OF_BEFORE.search(text, window, bare.start)
    return of is None or of.group(1).lower() in _SUM_NOUNS


def _donor(
    text: str,
    bare: Amount,
    done: list[Amount],
    floor: int,
    *,
    linked: bool = False,
    most: int = _ALIKE,
) -> Unit | None:
    for said in reversed(done[-_MOST:]):
        if said.start < floor or bare.start - said.end > _LONGEST_GAP:
            return None
        unit = said.unit
        if unit is None or unit.dimension in {"duration", "length"}:
            continue
        scaled = said.scale == bare.scale != 1
        if not (linked or scaled) and "\n\n" in text[said.end : bare.start]:
            return None
        placed = _PLACE_BEFORE.search(text, max(0, said.start - 20), said.start)
        if unit.dimension == "count" and placed and not said.rule.endswith("before"):
            continue
        if _is_alike(said, bare, most):
            return unit
    return None


def _is_alike(said: Amount, bare: Amount, most: int) -> bool:
    """Whether the two numbers are of one kind: both decimals or not, of like size."""
    dimension = said.unit.dimension if said.unit else None
    whole = bare.low == bare.low.to_integral_value()
    if dimension == "percent":
        return bare.scale == 1 and bare.low <= _WHOLE
    if bare.low <= 0 or said.low <= 0:
        return False
    ratio = max(said.low / bare.low, bare.low / said.low)
    if dimension != "count":
        return ratio <= _SCALED_ALIKE
    chained = said.rule.endswith("before")
    if bare.spelled and bare.low < _LEAST and not chained:
        return False
    return ratio <= most and (whole or said.low != said.low.to_integral_value())
