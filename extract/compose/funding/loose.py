"""Donors by the part they play, whatever the words: who gives, or whom money comes from.

A body known to pay, or a country, that is the subject of a verb of paying, or stands behind "by" or
"from" in a clause about money, gives it. A country at large must be another than those the article
is about, unless a sum stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.funding.needs import FEW_WORDS, Beside, cue, is_foreign, is_giver, sums_of
from extract.compose.funding.payment import Payment
from extract.compose.names import Name, capitals_in, is_demonym, names_after, names_in
from extract.compose.wording import at_word, branches
from extract.knowledge.funding import Cue, cues

REACH = 70  # characters between the name and what is said of it
_SOURCE = re.compile(r"\b(?:by|from)\s+(?:(?:the|both|our|its|a)\s+)?$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:donors?|funders?|sponsors?|benefactors?|financiers?|sources|contributors)"
    r"(?:\s+(?:of|for|behind)\s[^,.;:]{1,50})?(?:,|:|\s[–—-])\s+(?:(?:the|namely|both)\s+)*$",
    re.IGNORECASE,
)
_IS_DONOR = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+(?:\w+\s+){0,3}(?:donors?|funders?|sponsors?|benefactors?)\b"
    r"(?!\s+(?:conference|meeting|community|countr|round))",
    re.IGNORECASE,
)
_EXPENSE = re.compile(r"['’]s?\s+(?:own\s+)?(?:expense|cost|account|charge)\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|of|near|at|to|for|through|around|outside|,)\s*(?:the\s+)?$", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|to|on)\s+(?:the\s+)?$", re.IGNORECASE)
_HELPERS = (
    r"(?:\s*\([^()]{1,60}\))?,?(?:\s+(?:which|who|that|has|have|had|will"
    r"|would|is|are|was|were|been|again|also"
    r"|already|now|then|since|itself|alone|together|both|once|decided"
    r"|agreed|offered|continues|continued"
    r"|promised|undertaken|begun|recently|generously|kindly|jointly|alone|to|in turn|for its part"
    r"|be|so far|\w+ly),?){0,6}"
)
_NOT_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_NOT_HAVE = re.compile(
    r"\b(?:would|could)\b[^.;]{0,60}\bhave\b|\bnot\b[^.;]{0,60}\bwithout\b", re.IGNORECASE
)


@cache
def _sources(name: Cue) -> list[str]:
    ordered = sorted(cues()[name], key=lambda word: (-len(word), word))
    return [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]


@cache
def _pays() -> re.Pattern[str]:
    """A verb whose subject pays, right behind it; "soft" ones pay only where money follows."""
    return re.compile(
        rf"{_HELPERS}\s+(?:(?P<hard>{branches(_sources('pay_verb'))})"
        rf"|(?P<soft>{branches(_sources('give_verb'))}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _money() -> re.Pattern[str]:
    words = at_word([*_sources("money"), *_sources("cost")])
    return re.compile(rf"{words}(?![\w-])", re.IGNORECASE)


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(rf"{at_word(_sources('paid'))}(?![\w-])", re.IGNORECASE)


def loose(clause: Clause, named: Mapping[str, set[int]]) -> Iterator[Payment]:
    """The donors that no wording of the table tells."""
    names = [*names_in(clause), *capitals_in(clause)]
    if not names or cue("dirty").search(clause.text):
        return
    real = (
        _NOT_HAVE.search(clause.text) is not None and _NOT_WITHOUT.search(clause.text) is not None
    )
    seen: set[int] = set()
    for name in names:
        if name.start in seen or is_demonym(name) or _is_where(clause, name):
            continue
        found = _gives(clause, name, real) or _plays(clause, name) or _source(clause, name, real)
        if found is None:
            continue
        listed = names_after(clause, name.start) if found[1] else []
        for donor in listed or [name]:
            if donor.start not in seen and _pays_here(clause, named, donor):
                seen.add(donor.start)
                yield _payment(clause, donor, found[0], found[1])


def _is_where(clause: Clause, name: Name) -> bool:
    """A capital that is no more than the place of something."""
    placed = name.mention is not None and name.mention.kind == "place"
    return placed and _WHERE.search(clause.before(name.start, 20)) is not None


def _payment(clause: Clause, donor: Name, at: int, after: bool) -> Payment:
    sums = sums_of(clause)
    amount = sums[0] if len(sums) == 1 else None
    return Payment(
        clause, min(at, donor.start), max(at, donor.end), "loose", donor, amount, after, weak=True
    )


def _pays_here(clause: Clause, named: Mapping[str, set[int]], donor: Name) -> bool:
    if re.match(r"['’]s?\s", clause.after(donor.end, 4)) and not _EXPENSE.match(
        clause.after(donor.end, 30)
    ):
        return False
    beside = Beside(clause, named, [donor], donor.end)
    if donor.mention is not None and donor.mention.kind == "country":
        return bool(sums_of(clause)) or is_foreign(beside, donor)
    return (
        is_giver(donor)
        or is_foreign(beside, donor)
        or (donor.mention is not None and donor.mention.kind == "place")
    )


def _gives(clause: Clause, name: Name, real: bool) -> tuple[int, bool] | None:
    """Subject of a verb of paying, or of giving with money behind it."""
    verb = _pays().match(clause.text, name.end - clause.start)
    if (
        verb is None
        or _SOURCE.search(clause.before(name.start, 20))
        or _AT.search(clause.before(name.start, 20))
    ):
        return None
    group = "hard" if verb.group("hard") else "soft"
    lead = verb.group()[: verb.start(group) - verb.start()].split()
    passive = bool(lead) and lead[-1].lower() in {"is", "are", "was", "were", "been", "be"}
    if passive and not verb.group(group).endswith("ing"):
        return None
    if not real and cue("unreal").search(verb.group()):
        return None
    start, end = clause.start + verb.start(group), clause.start + verb.end()
    if group == "soft" and not (_money_behind(clause, end) or _rel_money(clause, name)):
        return None
    return start, False


def _money_behind(clause: Clause, end: int) -> bool:
    """Whether what is given is money: a sum or a word for it, a few words on."""
    after = clause.after(end, REACH)
    offsets = [one.start - end for one in sums_of(clause) if 0 <= one.start - end < REACH]
    word = _money().search(after)
    offsets += [word.start()] if word else []
    return any(FEW_WORDS.fullmatch(after[:offset]) for offset in offsets)


def _rel_money(clause: Clause, name: Name) -> bool:
    """ "the EUR 500,000 that Ireland sent"."""
    before = clause.before(name.start, 40)
    return re.search(r"\b(?:that|which)\s+(?:the\s+)?$", before) is not None and _has_money(
        clause, name.start - 40, name.start
    )


def _plays(clause: Clause, name: Name) -> tuple[int, bool] | None:
    """Called the donor, or what is done is done at its expense."""
    if _ROLE.search(clause.before(name.start, 90)):
        return name.start, True
    if _EXPENSE.match(clause.after(name.end, 30)) and _AT.search(clause.before(name.start, 12)):
        return name.start, True
    if _IS_DONOR.match(clause.after(name.end, 90)) and not _AT.search(
        clause.before(name.start, 12)
    ):
        return name.start, False
    return None


def _source(clause: Clause, name: Name, real: bool) -> tuple[int, bool] | None:
    """Behind "by" and a verb of paying, or behind "from" and money."""
    before = clause.before(name.start, REACH + 30)
    link = _SOURCE.search(before)
    if link is None:
        return None
    before = before[: link.start()]
    if not real and cue("unreal").search(before[-50:]):
        return None
    by = link.group().lower().startswith("by")
    told = list(_paid().finditer(before)) if by else []
    if told and len(before) - told[-1].end() <= REACH:
        return clause.start, True
    near = before[-45:]
    if not by and (_money().search(near) or _has_money(clause, name.start - 50, name.start)):
        return clause.start, True
    return None


def _has_money(clause: Clause, start: int, end: int) -> bool:
    if any(start <= one.start < end for one in sums_of(clause)):
        return True
    return _money().search(clause.between(start, end)) is not None
