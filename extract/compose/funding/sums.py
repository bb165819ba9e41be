"""Donors beside a sum or a word for money: "EU-funded", "EUR 2 million from Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.compose.clauses import Clause
from extract.compose.funding.needs import cue, is_giver, sums_of
from extract.compose.funding.payment import Payment
from extract.compose.names import Name, is_body, is_demonym, names_after, names_before, names_in
from extract.find.passage import Candidate

_COMPOUND = re.compile(
    r"[-‐‑](?:co-?)?(?:funded|financed|sponsored|paid|backed|donated|supported)\b", re.IGNORECASE
)
_ADJECTIVE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:generous|own|annual|yearly|latest|first|second"
    r"|development|voluntary|special)\s+){0,2}"
    r"(?:(?:financial|material)\s+(?:support|assistance|aid|contribution|help|backing|aid)"
    r"|(?:development\s+)?aid|development\s+(?:assistance|cooperation)|funding|funds|money|financing|sponsorship|grants?|cash|contributions?|donations?|gifts?"
    r"|cheque|generosity|taxpayers?|largesse|purse|subsid(?:y|ies))\b"
    r"(?!\s+(?:launder|deal|transfer|chang|exchang|mule|market|supply|flow|trail|for\s+terror))",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:with|through|thanks to|by|using|from|of|on|out of|under|to|is|was|were|are|into)\s+"
    r"(?:(?:the|a|an|all|some|earlier|new|further|additional|another"
    r"|generous|recent|fresh|this|that)\s+){0,3}$"
    r"|,\s+(?:an?|another)\s+(?:generous\s+|recent\s+)?$",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"(?:[^.;:]|\.(?=\d)){0,50}?\b(?:pays|paid|pay|foots|footed|covers|covered|cover|finances"
    r"|financed|funds|funded|made possible"
    r"|makes possible|made it possible|allowed|allows|enabled|bought|built|went|goes|closes|closed"
    r"|keeps|kept|has been spent|had been spent|was spent|runs out|ran out)\b",
    re.IGNORECASE,
)

_IS_MONEY = re.compile(
    r"\b(?:money|funds|funding|half|third|quarter|rest|remainder|grant|sum|balance|share|cash)\s+"
    r"(?:is|was|are|were)\s+(?:all\s+|also\s+|mostly\s+|mainly\s+|entirely\s+)?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"^['’]s?(?=\s*(?:$|[.,;]))")
NEAR = 30  # characters between a word for money and the sum
_ENDS = re.compile(r"\s*(?:$|[.,;:)]|and\b|too\b|as well\b)")


def compounds(clause: Clause) -> Iterator[Payment]:
    """Like "EU-funded", "with Norwegian money"."""
    for donor in names_in(clause):
        after = clause.after(donor.end, 50)
        compound = _COMPOUND.match(after)
        match = compound or _ADJECTIVE.match(after)
        if match is None:
            if (
                (is_demonym(donor) or _OWNS.match(after))
                and _IS_MONEY.search(clause.before(donor.start))
                and _ENDS.match(_OWNS.sub("", after, count=1))
            ):
                yield Payment(clause, donor.start, donor.end, "adjective", donor, None, after=True)
            continue
        if compound is None and not (
            _MEANS.search(clause.before(donor.start))
            or _beside_sum(clause, donor, donor.end + match.end())
            or _PAYS.match(clause.after(donor.end + match.end(), 70))
        ):
            continue
        if cue("dirty").search(clause.text) or (is_body(donor) and not is_giver(donor)):
            continue
        pattern = "compound" if compound else "adjective"
        end = donor.end + match.end()
        yield Payment(clause, donor.start, end, pattern, donor, None, after=True)


def _beside_sum(clause: Clause, donor: Name, end: int) -> bool:
    """Like "a EUR 2 million Norwegian grant", "Norway's contribution of NOK 8 million"."""
    return any(
        one.end <= donor.start <= one.end + 1 or 0 <= one.start - end <= NEAR
        for one in sums_of(clause)
    )


_SUM_FROM = re.compile(
    r"(?:,\s(?:meant|intended|earmarked|set\s+aside|reserved|destined|spread|payable|for|or)\s[^,;()]{2,60},)?"
    r"\s+(?:(?:comes|came|will\s+come|stems)\s+(?=from\s)"
    r"|(?:(?:is|was|are|were|will be|has been)\s+)?(?:being\s+)?"
    r"(?:given|granted|provided|contributed|donated|paid|received|covered"
    r"|met|borne|pledged)\s+)?(?:from|by)\s",
    re.IGNORECASE,
)

_IN_BRACKET = re.compile(r",\s+(?:from\s+)?(?=(?:the\s+)?[A-Z][^()]{1,80}\))")


def _bracketed(clause: Clause, money: Candidate) -> re.Match[str] | None:
    """Like "(US$ 1.1 million, Sweden)"."""
    if not re.search(r"\(\s*$", clause.before(money.start, 4)):
        return None
    return _IN_BRACKET.match(clause.after(money.end, 100))


def sums_from(clause: Clause) -> Iterator[Payment]:
    """Like "bought with CAD 275,000 from the Government of Canada"."""
    for money in sums_of(clause):
        link = _SUM_FROM.match(clause.after(money.end, 110)) or _bracketed(clause, money)
        if link is None or clause.before(money.start, 6) == "worth ":
            continue
        if cue("crime").search(clause.text) or cue("dirty").search(clause.text):
            continue
        for donor in names_after(clause, money.end + link.end()):
            public = is_body(donor) or "," in link.group() or len(link.group().split()) > 1
            if is_giver(donor) and (public or donor.text.startswith("Government")):
                yield Payment(clause, money.start, money.end, "sum_from", donor, money, after=True)


_WITH_SUM = re.compile(
    r"\s*(?:\([^()]{1,60}\))?,?\s*(?:(?:is|was|comes|came|stands|ranks|follows|followed)\s+)?"
    r"(?:(?:first|second|third|fourth|fifth|next|last)\s+)?"
    r"(?:\(|:\s|with\s|whose\s+(?:(?:\w+\s+){1,2}of\s)?|,\s)"
    r"(?:(?:a|an|another|some|its|about|a\s+further|over|nearly)\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s+(?:(?:has|have|had|also|then)\s+){0,2}(?:joins?|joined|followed|follows|came\s+in|comes\s+in|helps"
    r"|helped|responded|supports?|supported|backs|backed|assists|assisted|answered)\b[^.;:,]{0,50}?\swith\s+"
    r"(?:(?:an?|its|their|another|further|first|second)\s+){1,2}(?:[a-z-]+\s+){0,2}"
    r"(?:grant|contribution|donation|gift|cheque|loan|instalment|pledge)\s+of\s+(?:(?:about|some|over|up\s+to)\s+)?$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|at|near|for|(?<!ahead )of|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_FOLLOWED = re.compile(r"\bfollowed\b[^.;:]{0,40}?\bby\s", re.IGNORECASE)


_GRANTS = frozenset(
    {"grant", "contribution", "donation", "gift", "cheque", "loan", "instalment", "pledge"}
)


def _talks_of_funds(clause: Clause, clauses: Sequence[Clause]) -> bool:
    last = clauses[max(0, clause.index - 1)]
    return any(cue("fund_talk").search(one.text) is not None for one in (clause, last))


def with_sums(clause: Clause, clauses: Sequence[Clause], told: bool) -> Iterator[Payment]:
    """Like "the first was Egypt, with half a million dollars, followed by Kenya", of a fund.

    ``told``: somebody paid in this sentence or the last.
    """
    sums = sums_of(clause)
    joins = sums and not clause.words.isdisjoint(_GRANTS)
    if not sums or not (told or joins or _talks_of_funds(clause, clauses)):
        return
    if cue("unreal").search(clause.text) or cue("dirty").search(clause.text):
        return
    ranked: list[Name] = []
    for donor in names_in(clause):
        money = next((one for one in sums if one.start >= donor.end), None)
        if (
            money is None
            or not is_giver(donor)
            or is_demonym(donor)
            or _IN.search(clause.before(donor.start, 20))
        ):
            continue
        between = clause.between(donor.end, money.start)
        if _WITH_SUM.fullmatch(between) or (
            _JOINS.fullmatch(between) and not clause.after(money.end, 6).startswith(" from")
        ):
            for one in names_before(clause, donor.end) or [donor]:
                ranked.append(one)
                yield Payment(clause, one.start, money.end, "with_sum", one, money, after=False)
    if ranked:
        yield from _followed(clause, ranked)


def _followed(clause: Clause, ranked: Sequence[Name]) -> Iterator[Payment]:
    """The donors behind "followed by" that were not told with a sum."""
    for match in _FOLLOWED.finditer(clause.text):
        for donor in names_after(clause, clause.start + match.end()):
            if donor not in ranked:
                yield Payment(clause, donor.start, donor.end, "with_sum", donor, None, after=False)
