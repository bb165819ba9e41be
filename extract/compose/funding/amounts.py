"""How much each donor gives: the sum that stands by it, or the one the donors give together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.compose.clauses import Clause
from extract.compose.funding.needs import sums_of
from extract.compose.funding.payment import Payment
from extract.find.passage import Candidate

NEAR = 45  # characters from a donor to the sum that is its own
_SHARES = frozenset({"rest", "gapped", "verb_share"})
_KIND_WORDS = frozenset({"verb_gift", "continued"})
_BESIDE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s*(?:\(|,\s*|:\s*|,?\s*with\s+|,\s+which\s+)(?:\w+\s+){0,3}"
)
_NUMBER = re.compile(
    r"\s*(?:another\s+|a\s+further\s+|some\s+|about\s+)?(?P<number>\d[\d.,]*)(?!\S)"
)
_SHARED = re.compile(r"\s*(?:in\s+(?:total|all)|together|altogether|each|jointly)\b")
_ONE_VERB = re.compile(r"(?:\s*\([^()]{1,40}\))?(?:\s+(?:has|have|had|will))?\s+[a-z]+(?=\s)")
_SCALE = re.compile(r"\b(?:(?P<thousand>thousand)|(?P<million>million|mln|mn|m)|(?:bn|billion))\b")


def settled(clause: Clause, found: Sequence[Payment]) -> list[Payment]:
    """The payments of a clause, each with its sum where the words leave no doubt."""
    ordered = sorted(found, key=lambda one: one.donor.start)
    sums = sums_of(clause)
    if not sums:
        return ordered
    groups = [list(group) for _, group in groupby(ordered, key=_together)]
    return [
        payment
        for index, group in enumerate(groups)
        for payment in _with_sums(clause, group, sums, _window(clause, groups, index))
    ]


def _together(payment: Payment) -> tuple[str, int, int]:
    return payment.pattern, payment.start if payment.pattern != "loose" else -1, payment.end


def _window(clause: Clause, groups: Sequence[Sequence[Payment]], index: int) -> tuple[int, int]:
    """Where a group's sum may stand: behind the last group, before the next."""
    start, end = clause.start, clause.end
    group = groups[index]
    if index:
        last = groups[index - 1][-1]
        start = last.donor.end if last.after else group[0].donor.start
    if index + 1 < len(groups):
        following = groups[index + 1][0]
        end = following.start if following.after and not group[0].after else following.donor.start
        end = max(end, group[-1].donor.end)
    return start, end


def _with_sums(
    clause: Clause, group: list[Payment], sums: Sequence[Candidate], window: tuple[int, int]
) -> list[Payment]:
    own = [_own_sum(clause, payment, sums) for payment in group]
    if any(own) and (len(group) == 1 or len([one for one in own if one]) > 1):
        return [
            replace(payment, amount=payment.amount or one)
            for payment, one in zip(group, own, strict=True)
        ]
    alone = _of_one(clause, group, own)
    if alone is not None:
        return [
            replace(payment, amount=payment.amount or (alone if own[index] is alone else None))
            for index, payment in enumerate(group)
        ]
    here = [one for one in sums if window[0] <= one.start < window[1]]
    behind = [one for one in here if 0 <= one.start - group[-1].end <= 3 * NEAR]
    chosen = here[0] if len(here) == 1 else None
    if chosen is None and behind and not group[0].after:
        chosen = behind[0]
    if group[0].pattern in _SHARES or _is_elliptic(clause, group[-1]):
        chosen = None
    return [
        replace(payment, amount=payment.amount or _left_out(clause, payment) or chosen)
        for payment in group
    ]


def _of_one(
    clause: Clause, group: Sequence[Payment], own: Sequence[Candidate | None]
) -> Candidate | None:
    """The sum beside one donor with others behind it: "Japan (USD 850,000) and Norway"."""
    for payment, money, following in zip(group, own, group[1:], strict=False):
        if money is not None and payment.donor.end <= money.start < following.donor.start:
            shared = clause.between(money.end, following.donor.start)
            return None if _SHARED.match(shared) else money
    return None


def _is_elliptic(clause: Clause, payment: Payment) -> bool:
    return _left_out(clause, payment) is not None


def _left_out(clause: Clause, payment: Payment) -> Candidate | None:
    """The bare number behind the verb: "of which Qatar gave 2.1"."""
    if not payment.after:
        return elliptic(clause, payment.end)
    verb = _ONE_VERB.match(clause.text, payment.donor.end - clause.start)
    if verb is None or payment.pattern not in {"money_that", "relative"}:
        return None
    return elliptic(clause, clause.start + verb.end())


def _own_sum(clause: Clause, payment: Payment, sums: Sequence[Candidate]) -> Candidate | None:
    """Like "Germany (EUR 500,000)", "Norway, EUR 2 million"."""
    for money in sums:
        if 0 <= money.start - payment.donor.end <= NEAR and _BESIDE.fullmatch(
            clause.between(payment.donor.end, money.start)
        ):
            return money
    return None


def elliptic(clause: Clause, offset: int) -> Candidate | None:
    """The bare number at ``offset`` as a sum: "of the EUR 3 million Qatar gave 2.1"."""
    match = _NUMBER.match(clause.text, offset - clause.start)
    before = [one for one in sums_of(clause) if one.end <= offset]
    if match is None or not before or any(_covers(one, clause, match) for one in clause.mentions):
        return None
    number = match.group("number").rstrip(".,")
    value = _value(number)
    scale = _SCALE.search(clause.between(before[-1].start, before[-1].end).lower())
    if value is None or (value < 1_000 and scale is None):
        return None
    if value < 1_000 and scale is not None:
        value *= 1e3 if scale["thousand"] else 1e6 if scale["million"] else 1e9
    start = clause.start + match.start("number")
    return Candidate(
        kind="quantity",
        start=start,
        end=start + len(number),
        rule="rule:funding.ellipsis",
        fields={"value": value, "unit": before[-1].fields["unit"], "dimension": "money"},
    )


def _covers(mention: Candidate, clause: Clause, match: re.Match[str]) -> bool:
    at = clause.start + match.start("number")
    return mention.kind in {"quantity", "date"} and mention.start <= at < mention.end


def _value(number: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", number):
        return float(re.sub(r"[,.]", "", number))
    return float(number.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", number) else None


def in_kind(clause: Clause, pattern: str, wording: tuple[int, int]) -> Candidate | None:
    """The things given: "donated five vans", "36 radios were a gift of"."""
    things = list(_things(clause))
    if pattern in _KIND_WORDS:
        return next((one for one in things if 0 <= one.start - wording[1] <= 3), None)
    if pattern == "gift":
        before = [one for one in things if one.end <= wording[0]]
        return before[-1] if before else None
    return None


def _things(clause: Clause) -> Iterator[Candidate]:
    for one in clause.of("quantity"):
        if one.fields["dimension"] in {"count", "mass", "volume"}:
            yield one
