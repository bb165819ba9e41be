"""Two gifts of one donor in one clause: "a van given by Japan, which paid EUR 1 million to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.compose.funding.amounts import in_kind
from extract.compose.funding.needs import cue, sums_of
from extract.compose.funding.payment import Payment
from extract.compose.funding.phrases import Recipient, purpose
from extract.compose.funding.topics import THING

_WHICH = re.compile(
    r"(?:\s*\([^()]{1,60}\))?,\s+which\s+(?:(?:has|have|had|also|already|\w+ly)\s+){0,3}"
    r"(?P<verb>[a-z]+)\s+(?:\w+\s+){0,2}"
)
_GOES_TO = re.compile(r",?\s+(?:to|for|towards?|into)\s")
_SAME = re.compile(rf"(?:same\s+|whole\s+)?{THING}|it|them")  # "to the project": what was told


def apart(payment: Payment) -> Iterator[Payment]:
    """The payment; the sum of "which" behind its donor apart, where it goes to something else."""
    clause, amount, donor = payment.clause, payment.amount, payment.donor
    which = None
    if (
        payment.after
        and amount is not None
        and amount in sums_of(clause)
        and "which" in clause.words
    ):
        which = _WHICH.fullmatch(clause.text, donor.end - clause.start, amount.start - clause.start)
    if amount is None or which is None or not cue("give_verb").fullmatch(which["verb"]):
        yield payment
        return
    aim = _aim(payment, amount.start, amount.end)
    if aim is None or _SAME.fullmatch(aim[2]):
        yield payment
        return
    given = in_kind(clause, payment.pattern, (payment.start, payment.end))
    yield replace(payment, amount=given)
    start = clause.start + which.start("verb")
    end = clause.start + which.end("verb")
    yield Payment(clause, start, end, "verb_money", donor, amount, after=False)


def _aim(payment: Payment, start: int, end: int) -> Recipient | None:
    """What the sum is for, told right behind it."""
    clause = payment.clause
    behind = _GOES_TO.match(clause.text, end - clause.start)
    return purpose(clause, start) if behind is not None else None
