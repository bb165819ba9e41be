"""Donors beside a sum or a word for money: "EU-funded", "EUR 2 million from Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.compose.clauses import Clause
from extract.compose.funding.needs import cue, is_giver, sums_of
from extract.compose.funding.payment import Payment
from extract.compose.names import Name, is_body, is_demonym, names_after, names_in

_COMPOUND = re.compile(
    r"[-‐‑](?:co-?)?(?:funded|financed|sponsored|paid|backed|donated|supported)\b", re.IGNORECASE
)
_ADJECTIVE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:generous|own|annual|yearly|latest|first|second"
    r"|development|voluntary|special)\s+){0,2}"
    r"(?:(?:financial|material)\s+(?:support|assistance|aid|contribution|help|backing)"
    r"|funding|funds|money|financing|sponsorship|grants?|cash|contributions?|donations?|gifts?"
    r"|cheque|generosity|taxpayers|largesse|purse|subsid(?:y|ies))\b"
    r"(?!\s+(?:launder|deal|transfer|chang|exchang|mule|market|supply|flow|trail|for\s+terror))",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:with|through|thanks to|by|using|from|of|on|out of|under|to|is|was|were|are|into)\s+"
    r"(?:(?:the|a|an|all|some|earlier|new|further|additional|another"
    r"|generous|recent|fresh|this|that)\s+){0,3}$",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"[^.;:]{0,40}?\b(?:pays|paid|pay|covers|covered|cover|finances"
    r"|financed|funds|funded|made possible"
    r"|makes possible|made it possible|allowed|allows|enabled|bought|built|went|goes|closes|closed"
    r"|keeps|kept|has been spent|had been spent|was spent|runs out|ran out)\b",
    re.IGNORECASE,
)


def compounds(clause: Clause) -> Iterator[Payment]:
    """Like "EU-funded", "with Norwegian money"."""
    for donor in names_in(clause):
        after = clause.after(donor.end, 50)
        compound = _COMPOUND.match(after)
        match = compound or _ADJECTIVE.match(after)
        if match is None:
            continue
        if compound is None and not (
            _MEANS.search(clause.before(donor.start))
            or _PAYS.match(clause.after(donor.end + match.end(), 70))
        ):
            continue
        if cue("dirty").search(clause.text) or (is_body(donor) and not is_giver(donor)):
            continue
        pattern = "compound" if compound else "adjective"
        end = donor.end + match.end()
        yield Payment(clause, donor.start, end, pattern, donor, None, after=True)


_SUM_FROM = re.compile(
    r"\s+(?:(?:(?:is|was|are|were|will be|has been)\s+)?(?:being\s+)?"
    r"(?:given|granted|provided|contributed|donated|paid|received|covered"
    r"|met|borne|pledged)\s+)?(?:from|by)\s",
    re.IGNORECASE,
)


def sums_from(clause: Clause) -> Iterator[Payment]:
    """Like "bought with CAD 275,000 from the Government of Canada"."""
    for money in sums_of(clause):
        link = _SUM_FROM.match(clause.after(money.end, 50))
        if link is None or cue("crime").search(clause.text):
            continue
        for donor in names_after(clause, money.end + link.end()):
            public = is_body(donor) or len(link.group().split()) > 1
            if is_giver(donor) and (public or donor.text.startswith("Government")):
                yield Payment(clause, money.start, money.end, "sum_from", donor, money, after=True)


_WITH_SUM = re.compile(
    r"\s*(?:\([^()]{1,60}\))?,?\s*(?:\(|:\s|(?:followed\s)?with\s|whose\s+(?:\w+\s+){1,2}of\s|,\s)"
    r"(?:(?:a|an|another|some|its|about|a\s+further|over|nearly)\s+)?$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"\bfollowed\b[^.;:]{0,40}?\bby\s", re.IGNORECASE)


def with_sums(clause: Clause, clauses: Sequence[Clause]) -> Iterator[Payment]:
    """Like "the first was Egypt, with half a million dollars, followed by Kenya", of a fund."""
    sums = sums_of(clause)
    if not sums:
        return
    last = clauses[max(0, clause.index - 1)]
    if cue("fund_talk").search(clause.text) is None and cue("fund_talk").search(last.text) is None:
        return
    if cue("unreal").search(clause.text) or cue("dirty").search(clause.text):
        return
    told: list[Name] = []
    for donor in names_in(clause):
        money = next((one for one in sums if one.start >= donor.end), None)
        if money is None or not is_giver(donor) or is_demonym(donor):
            continue
        if _WITH_SUM.fullmatch(clause.between(donor.end, money.start)):
            told.append(donor)
            yield Payment(clause, donor.start, money.end, "with_sum", donor, money, after=False)
    for match in _FOLLOWED.finditer(clause.text) if told else ():
        for donor in names_after(clause, clause.start + match.end()):
            if donor not in told:
                yield Payment(clause, donor.start, donor.end, "with_sum", donor, None, after=False)
