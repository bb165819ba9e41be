"""Who pays, by the wording of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.funding.loose import loose
from extract.compose.funding.needs import Beside, countries_named, cue, is_met, sums_of
from extract.compose.funding.payment import Payment
from extract.compose.funding.sums import compounds, sums_from, with_sums
from extract.compose.names import (
    Name,
    capital_before,
    names_after,
    names_before,
    unknown_before,
)
from extract.compose.wording import WordingIndex
from extract.find.passage import Candidate
from extract.knowledge.funding import PatternRow, patterns

_BASE_FORM = re.compile(
    r"(?:fund|finance|co-fund|co-finance|sponsor|pay|meet|cover|bear|share|carry|donate|give|grant"
    r"|contribute|provide|allocate|support|back|add|offer|award|put up|supply|lend"
    r"|deliver|stand|foot|settle|defray|send|spend)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:will|to|jointly|both|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_COMPOUNDS = ("-funded", "-financed", "-sponsored", "-paid", "-backed", "-donated", "-supported")
_BRACKETED = re.compile(r"\([^()]{1,60}\)")
_CAPITAL_SUBJECT = frozenset({"verb", "verb_cost", "verb_money", "verb_cash", "verb_kit", "rest"})
_OPEN_SUBJECT = frozenset({"verb", "verb_gift", "verb_cost"})
_OPEN_CLASS = frozenset({"passive", "money_noun", "donor_noun", "gift"})


@cache
def _wordings() -> WordingIndex[PatternRow]:
    return WordingIndex([(row, row.words) for row in patterns()])


@cache
def _all_words() -> frozenset[str]:
    means = {
        "funding",
        "funds",
        "money",
        "financing",
        "financial",
        "sponsorship",
        "grant",
        "grants",
        "contribution",
        "contributions",
        "donation",
        "donations",
        "gift",
        "cash",
        "cheque",
        "generosity",
        "taxpayers",
    }
    return frozenset(means) | _wordings().words


def _may_tell(clause: Clause) -> bool:
    """A cheap first look: most clauses say nothing of funding."""
    return (
        not _all_words().isdisjoint(clause.words)
        or ("-" in clause.text and any(word.endswith(_COMPOUNDS) for word in clause.words))
        or bool(sums_of(clause))
    )


def read_payments(clauses: Sequence[Clause]) -> Iterator[Payment]:
    """Every donor of an article, in reading order."""
    told: set[int] = set()
    named = countries_named(clauses)
    for clause in clauses:
        if not _may_tell(clause):
            continue
        found = [*compounds(clause), *_by_wording(clause, clauses, named, told)]
        starts = {payment.donor.start for payment in found}
        found += [one for one in sums_from(clause) if one.donor.start not in starts]
        starts |= {payment.donor.start for payment in found}
        found += [one for one in with_sums(clause, clauses) if one.donor.start not in starts]
        starts |= {payment.donor.start for payment in found}
        found += [one for one in loose(clause, named) if one.donor.start not in starts]
        for payment in found:
            told.add(clause.sentence)
            yield payment


def _by_wording(
    clause: Clause, clauses: Sequence[Clause], named: Mapping[str, set[int]], told: set[int]
) -> Iterator[Payment]:
    seen: set[int] = set()
    for row, pattern in _wordings().within(clause.words):
        if row.needs == "funded" and not (seen or clause.sentence in told):
            continue
        for match in pattern.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            if _inside_name(clause, start, end) or _is_unreal(clause, row, start, end):
                continue
            for payment in _payments(clause, named, row, start, end):
                if payment.donor.start not in seen:
                    seen.add(payment.donor.start)
                    yield payment
            if match.group().endswith(":"):
                yield from _listed(clause, clauses)
            if seen and row.needs == "money":
                yield from _gapped(clause, end, seen)


def _gapped(clause: Clause, end: int, seen: set[int]) -> Iterator[Payment]:
    """Like "Norway gives EUR 4 million and Denmark EUR 2 million": the verb is left out."""
    for money in sums_of(clause):
        if money.start < end:
            continue
        donors = names_before(clause, money.start)
        if len(donors) == 1 and donors[0].start > end and donors[0].start not in seen:
            seen.add(donors[0].start)
            donor = donors[0]
            yield Payment(clause, donor.start, money.end, "gapped", donor, money, after=False)


def _payments(
    clause: Clause, named: Mapping[str, set[int]], row: PatternRow, start: int, end: int
) -> list[Payment]:
    if row.donor == "after":
        donors = names_after(clause, end, unknown=row.pattern in _OPEN_CLASS)
    else:
        donors = names_before(clause, start)
        if not donors and row.pattern in _OPEN_SUBJECT:
            donors = unknown_before(clause, start)
        if row.pattern in _CAPITAL_SUBJECT:
            donors = donors or capital_before(clause, start)
        if not _agrees(clause, donors, start):
            return []
    donors = [donor for donor in _appositions(clause, donors) if _can_pay(clause, donor)]
    if not donors or not is_met(row.needs, Beside(clause, named, donors, end)):
        return []
    amounts = _amounts(clause, row, donors, (start, end))
    return [
        Payment(
            clause=clause,
            start=start,
            end=end,
            pattern=row.pattern,
            donor=donor,
            amount=amount,
            after=row.donor == "after",
            weak=row.needs in {"giver", "agency", "funded"} or donor.mention is None,
        )
        for donor, amount in zip(donors, amounts, strict=True)
    ]


def _inside_name(clause: Clause, start: int, end: int) -> bool:
    return any(
        mention.start < end and start < mention.end and mention.start <= start
        for mention in clause.of("organisation", "person")
    )


def _is_unreal(clause: Clause, row: PatternRow, start: int, end: int) -> bool:
    """Whether nobody pays, not yet or not at all, or a crime is paid for."""
    before = clause.before(start, 50)
    nearest = re.split(r"[,:(–—]", before)[-1]
    if cue("unreal").search(nearest):
        return True
    if cue("dirty").search(clause.between(start - 40, end + 10)):
        return True
    around = " ".join(before.split()[-3:]) if row.donor == "after" else clause.after(end, 25)
    return cue("crime").search(around) is not None


def _agrees(clause: Clause, donors: Sequence[Name], start: int) -> bool:
    """Whether a base form can be a verb here: "Japan and Norway fund", not "Japan fund"."""
    if not _BASE_FORM.match(clause.text, start - clause.start):
        return True
    return len(donors) > 1 or bool(_AUXILIARY.search(clause.before(start)))


def _can_pay(clause: Clause, donor: Name) -> bool:
    """Not a person, nor a country that owns what follows ("Kenya's police")."""
    if donor.mention is None:
        return not any(
            mention.start < donor.end and donor.start < mention.end
            for mention in clause.of("person", "date", "quantity", "substance")
        )
    owns = re.match(r"['’]s?\s", clause.after(donor.end, 4))
    return donor.mention.kind == "organisation" or owns is None


def _appositions(clause: Clause, donors: Sequence[Name]) -> list[Name]:
    """One donor each: "Canada, Global Affairs Canada", "the Bureau of X, Department of State"."""
    joined: list[Name] = []
    for index, donor in enumerate(donors):
        last = joined[-1] if joined else None
        between = _BRACKETED.sub("", clause.between(last.end, donor.start)) if last else ""
        one_country = (
            last is not None and last.country is not None and donor.country == last.country
        )
        is_last = index == len(donors) - 1
        beside = one_country and between.strip() in {",", "-", "–", ", the"}
        if (
            beside
            and last is not None
            and last.mention is not None
            and (last.mention.kind == "country" or (is_last and len(donors) == 2))
        ):
            joined[-1] = _spanning(clause, last, donor)
            continue
        joined.append(donor)
    return joined


def _spanning(clause: Clause, first: Name, last: Name) -> Name:
    text = clause.between(first.start, last.end)
    return Name(first.start, last.end, text, first.country or last.country, first.mention)


def _listed(clause: Clause, clauses: Sequence[Clause]) -> Iterator[Payment]:
    """The entries behind a semicolon of "Donors: A; B, its agency; C"."""
    for other in clauses[clause.index + 1 :]:
        if other.sentence != clause.sentence:
            return
        names = names_after(other, other.start, unknown=True)
        if names:
            donor = _spanning(other, names[0], names[-1])
            yield Payment(other, other.start, other.end, "donor_list", donor, None, after=True)


def _amounts(
    clause: Clause, row: PatternRow, donors: Sequence[Name], wording: tuple[int, int]
) -> list[Candidate | None]:
    """What each donor gives: the only sum of the clause, or the sum that stands by each."""
    sums = sums_of(clause)
    if len(donors) == 1:
        if len(sums) == 1:
            return [sums[0]]
        behind = [one for one in sums if 0 <= one.start - wording[1] <= 25]
        if behind and row.donor == "before":
            return [behind[0]]
        return [_in_kind(clause, row, wording) if not sums else None]
    ends = [donor.start for donor in donors[1:]] + [clause.end]
    by_donor = [
        [one for one in sums if donor.end <= one.start < end]
        for donor, end in zip(donors, ends, strict=True)
    ]
    if all(len(own) == 1 for own in by_donor):
        return [own[0] for own in by_donor]
    return [None] * len(donors)


def _in_kind(clause: Clause, row: PatternRow, wording: tuple[int, int]) -> Candidate | None:
    """The things given: "donated five vans", "36 radios were a gift of"."""
    things = [
        one
        for one in clause.of("quantity")
        if one.fields["dimension"] in {"count", "mass", "volume"}
    ]
    if row.pattern in {"verb_gift", "continued"}:
        return next((one for one in things if 0 <= one.start - wording[1] <= 3), None)
    if row.pattern == "gift":
        before = [one for one in things if one.end <= wording[0]]
        return before[-1] if before else None
    return None
