"""Donors whose verb is left out: "Norway gave EUR 4 million and Denmark six boats"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.compose.clauses import Clause
from extract.compose.funding.amounts import elliptic
from extract.compose.funding.needs import is_implementer
from extract.compose.funding.payment import Payment
from extract.compose.names import Name, capitals_in, names_in
from extract.find.passage import Candidate
from extract.knowledge.counting import small_numbers

_OPENS = re.compile(
    r"(?:^|[,;–—]|\b(?:and|while|whereas|but|plus|with)\b)\s*(?:(?:and|while|but)\s+)?"
    r"(?:(?:the|both|then|also|its|neighbouring|Governments?|of|Kingdom|Republic"
    r"|[A-Z][\w-]+['’]s?|[A-Z][a-z]{2,}(?:ese|ish|ian|i)|NGO)\s+){0,4}$"
)
_TOKENS = (
    r"(?:(?:also|only|just|about|around|some|nearly|almost|over|roughly|another|a|an|further|more"
    r"|than|up|to|additional)\s+){0,3}"
)
_OBJECT = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s+(?:of|in)\s+[A-Z]\w+)?(?P<comma>,)?\s+" + _TOKENS + r"(?:"
    r"(?P<number>[$€£]?\d|[A-Z]{1,3}[$€£]?\s?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|hundred|half|twice|as much)\b)"
    r"|(?P<rest>the\s+(?:rest|remainder|balance|other(?!\s+donor)|others|remaining|difference|second|third|last)\b"
    r"|half\b|what\s+(?:was|is)\s+(?:missing|left|lacking)\b|those\b|that\s+of\b|as\s+much\b)"
    r"|(?P<thing>(?:(?:for|to|towards|with)\s+)?(?:the|a|an|its|their|all)\s+"
    r"(?!largest|biggest|main|chief|principal|only|donor|host|neighbour|country|former)[a-z]|for\s+the\s+[A-Z]))",
)
_BARE_NUMBER = re.compile(r"(?P<number>[A-Za-z]+)(?=\s*(?:$|[.,;]|and\b))")
_MOST = 20  # larger numbers are written in digits
_RELATIVES = frozenset({"money_that", "relative"})  # the donor is behind the wording, its verb too
_MARKED = re.compile(r"(?:and|while|but)?\s*(?:the\s+)?$", re.IGNORECASE)


def gapped(clause: Clause, told: Sequence[Payment]) -> Iterator[Payment]:
    """The further donors of a sentence in which a subject pays, behind its verb."""
    subjects = [one for one in told if not one.after or one.pattern in _RELATIVES]
    if not subjects:
        return
    taken = {one.donor.start for one in told}
    behind = max((one.donor.end for one in subjects if one.clause is clause), default=clause.start)
    for name in [*names_in(clause), *capitals_in(clause)]:
        if name.start < behind or name.start in taken or is_implementer(name):
            continue
        found = _object(clause, name)
        if found is not None and _OPENS.search(clause.before(name.start, 60)):
            taken.add(name.start)
            yield _payment(clause, name, found, subjects[-1].amount)


def _object(clause: Clause, name: Name) -> re.Match[str] | None:
    """What the name gives; behind a comma ("France, two") only where the clause begins with it."""
    found = _OBJECT.match(clause.text, name.end - clause.start)
    if found is None or found.group("comma") is None:
        return found
    return found if _MARKED.match(clause.between(clause.start, name.start)) else None


def _payment(clause: Clause, name: Name, found: re.Match[str], last: Candidate | None) -> Payment:
    end = clause.start + found.end()
    amount = None
    if found["number"]:
        at = clause.start + found.start("number")
        amount = _measure(clause, at) or elliptic(clause, at) or _as_many(clause, at, last)
    return Payment(
        clause, name.start, end, "gapped", name, amount, after=False, weak=amount is None
    )


def _as_many(clause: Clause, offset: int, last: Candidate | None) -> Candidate | None:
    """The things that a bare number counts: "Canada donated four boats; France, two"."""
    bare = _BARE_NUMBER.match(clause.text, offset - clause.start)
    value = small_numbers(_MOST).get(bare["number"].lower()) if bare is not None else None
    if bare is None or value is None or last is None or last.fields["dimension"] != "count":
        return None
    end = clause.start + bare.end("number")
    return replace(last, start=offset, end=end, fields={**last.fields, "value": float(value)})


def _measure(clause: Clause, offset: int) -> Candidate | None:
    for one in clause.of("quantity"):
        if one.start <= offset < one.end and one.fields["dimension"] in {"money", "count"}:
            return one
    return None
