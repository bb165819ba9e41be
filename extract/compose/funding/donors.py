"""Who pays, by the wording of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.funding.amounts import in_kind, settled
from extract.compose.funding.apart import apart
from extract.compose.funding.gaps import gapped
from extract.compose.funding.gates import may_tell
from extract.compose.funding.loose import loose
from extract.compose.funding.needs import (
    Beside,
    countries_named,
    cue,
    is_implementer,
    is_met,
    pays_people,
    sums_of,
)
from extract.compose.funding.payment import Payment
from extract.compose.funding.sponsors import sponsors_before, subject_of_two
from extract.compose.funding.subjects import payers_before, without_subject
from extract.compose.funding.sums import compounds, sums_from, with_sums
from extract.compose.names import (
    Name,
    capital_before,
    names_after,
    unknown_before,
)
from extract.compose.wording import WordingIndex
from extract.knowledge.funding import PatternRow, patterns

_BASE_FORM = re.compile(
    r"(?:fund|finance|co-fund|co-finance|sponsor|pay|meet|cover|bear|share|carry|donate|give|grant"
    r"|contribute|provide|allocate|support|back|add|offer|award|put up|supply|lend"
    r"|deliver|stand|foot|settle|defray|send|spend)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:will|to|jointly|both|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_DOUBLE = re.compile(
    r"\b(?:not|never|nothing|hardly|impossible|could|cannot|would)\b.{0,40}\bwithout\b",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:worth|value|valued at|estimated at|for sale at)\s[^,;]{0,15}$", re.IGNORECASE
)
_MILLION = re.compile(r"million\b", re.IGNORECASE)  # of what is no money: "million pills"
_ON_LOAN = re.compile(r"\bon\s+$", re.IGNORECASE)
_IN_KIND = frozenset({"owes", "money_noun", "grant_from", "gift"})
_STEMS_FROM = re.compile(
    r"\bwhose\s[^,;:]{2,60}?\b(?:stems?|stemmed|comes?|came|(?:is|are|was|were)\s+(?:drawn|taken))\s+from\s",
    re.IGNORECASE,
)
_FURTHER = frozenset({"funded", "added"})  # needs: another donor was told of
_MOVED = frozenset({"money_from"})  # "arrived from": no gift where it is loot
_BRACKETED = re.compile(r"\([^()]{1,60}\)")
_CAPITAL_SUBJECT = frozenset({"verb", "verb_cost", "verb_money", "verb_cash", "verb_kit", "rest"})
_OPEN_SUBJECT = frozenset({"verb", "verb_gift", "verb_cost", "donor_is"})
_SPONSORS = _OPEN_SUBJECT | {"verb_share", "free"}
_OPEN_CLASS = frozenset({"passive", "money_noun", "donor_noun", "gift", "cost_by", "free"})
_GIVEN = frozenset({"verb_kit", "verb_things", "verb_money", "verb_cash"})
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@cache
def _wordings() -> WordingIndex[PatternRow]:
    return WordingIndex([(row, row.words) for row in patterns()])


def read_payments(clauses: Sequence[Clause]) -> Iterator[Payment]:
    """Every donor of an article, in reading order."""
    named = countries_named(clauses)
    last: list[Payment] = []  # of the last sentence in which somebody pays
    for clause in clauses:
        beside = last if last and last[-1].clause.sentence == clause.sentence else []
        near = any(0 <= clause.sentence - one.clause.sentence <= 1 for one in last)
        rows = _wordings().within(clause.words)
        worded = any(row.needs not in _FURTHER for row, _ in rows)
        if not beside and not may_tell(clause, near or worded):
            continue
        found = [*compounds(clause), *_by_wording(clause, clauses, named, near)]
        for further in (sums_from(clause), with_sums(clause, clauses, near), loose(clause, named)):
            starts = {payment.donor.start for payment in found}
            found += [one for one in further if one.donor.start not in starts]
        found += list(gapped(clause, [*beside, *found]))
        found = _without_sources(clause, found)
        if found:
            last = [*beside, *found]
        for payment in settled(clause, [one for one in found if one.clause is clause]):
            yield from apart(payment)
        for payment in found:
            if payment.clause is not clause:
                yield from settled(payment.clause, [payment])


def _without_sources(clause: Clause, found: list[Payment]) -> list[Payment]:
    """Without the fund in "Norway, whose EUR 3 million stem from the Climate Fund"."""
    stems = _STEMS_FROM.search(clause.text) if "whose" in clause.words else None
    if stems is None:
        return found
    end = clause.start + stems.end()
    return [one for one in found if not (one.after and 0 <= one.donor.start - end <= 40)]


def _by_wording(
    clause: Clause, clauses: Sequence[Clause], named: Mapping[str, set[int]], near: bool
) -> Iterator[Payment]:
    seen: set[int] = set()
    for row, pattern in _wordings().within(clause.words):
        if row.needs in _FURTHER and not (seen or near):
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


def _payments(
    clause: Clause, named: Mapping[str, set[int]], row: PatternRow, start: int, end: int
) -> list[Payment]:
    found = False
    if row.donor == "after":
        donors = names_after(clause, end, unknown=row.pattern in _OPEN_CLASS)
        donors = without_subject(clause, donors)
    else:
        donors = payers_before(clause, start) or subject_of_two(clause, start)
        if not donors and row.pattern in _OPEN_SUBJECT:
            donors = unknown_before(clause, start)
        if not donors and row.pattern in _SPONSORS:
            donors = sponsors_before(clause, start)
            found = bool(donors)
        if row.pattern in _CAPITAL_SUBJECT:
            donors = donors or capital_before(clause, start)
        if not _agrees(clause, donors, start):
            return []
        if row.pattern not in _OPEN_SUBJECT:
            donors = [donor for donor in donors if not is_implementer(donor)]
    found = found and not clause.text.isupper()
    donors = [donor for donor in _appositions(clause, donors) if found or _can_pay(clause, donor)]
    if not donors or not is_met(row.needs, Beside(clause, named, donors, end)):
        return []
    weak = row.needs in {"giver", "agency", "funded"}
    kind = in_kind(clause, row.pattern, (start, end)) if len(donors) == 1 else None
    return [
        Payment(
            clause=clause,
            start=start,
            end=end,
            pattern=row.pattern,
            donor=donor,
            amount=None if sums_of(clause) else kind,
            after=row.donor == "after",
            weak=weak or donor.mention is None,
        )
        for donor in donors
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
    hoped = cue("unreal").search(nearest)
    thanked = row.pattern == "thanks" and hoped is not None and hoped.group().lower() == "could"
    if hoped and not thanked and not _DOUBLE.search(before + clause.between(start, end)):
        return True
    if row.pattern in _IN_KIND and (
        _ON_LOAN.search(before) or cue("service").search(clause.between(start, end))
    ):
        return True
    lent = row.pattern == "free" and cue("service").search(" ".join(before.split()[-3:]))
    if lent or _counts_things(clause, start) or _WORTH.search(clause.between(start - 25, start)):
        return True
    if row.donor == "before" and pays_people(clause, end):
        return True
    if row.pattern in _GIVEN and _PASSIVE.search(before):
        return True
    if row.pattern in _MOVED and cue("dirty").search(clause.text):
        return True
    if cue("dirty").search(clause.between(start - 40, end + 10)):
        return True
    around = " ".join(before.split()[-3:]) if row.donor == "after" else clause.after(end, 25)
    return cue("crime").search(around) is not None


def _counts_things(clause: Clause, start: int) -> bool:
    """Whether the wording begins with a "million" of what is no money."""
    million = _MILLION.match(clause.text, start - clause.start) is not None
    return million and not any(one.start <= start < one.end for one in sums_of(clause))


def _agrees(clause: Clause, donors: Sequence[Name], start: int) -> bool:
    """Whether a base form can be a verb here: "Japan and Norway fund", not "Japan fund"."""
    if not _BASE_FORM.match(clause.text, start - clause.start):
        return True
    return len(donors) > 1 or bool(_AUXILIARY.search(clause.before(start)))


def _can_pay(clause: Clause, donor: Name) -> bool:
    """Not a person, nor a country that owns what follows ("Kenya's police")."""
    if donor.mention is None:
        return (
            not clause.text.isupper()
            and not any(
                mention.start < donor.end and donor.start < mention.end
                for mention in clause.of("person", "date", "quantity", "substance")
            )
            and not any(
                mention.start <= donor.start and donor.end <= mention.end
                for mention in clause.of("place")
            )
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
        beside = one_country and between.strip() in {",", "-", "–", ", the", "/"}
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
