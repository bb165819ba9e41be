"""Donors by the part they are given: "its donor, Norway", "Sweden is a sponsor"."""

from __future__ import annotations

import re

from extract.compose.clauses import Clause
from extract.compose.funding.needs import is_state, sums_of
from extract.compose.funding.payment import Told
from extract.compose.funding.subjects import is_part_of
from extract.compose.names import Name

_ROLE = re.compile(
    r"\b(?:donors?|funders?|sponsors?|benefactors?|financiers?|sources|contributors)"
    r"(?:\s+(?:of|for|behind)\s[^,.;:]{1,50})?(?:,|:|\s[–—-])\s+(?:(?:the|namely|both)\s+)*$",
    re.IGNORECASE,
)
_IS_DONOR = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,?\s+(?:[\w'’-]+\s+){0,6}?(?:is|are|was|were|been|remain|remains|remained"
    r"|become|becomes|became|joined|joins|as)|,|\s+[–—-])?\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:donors?|funders?|sponsors?|benefactors?|contributors?|backers?|financiers?)\b"
    r"(?!\s+(?:conference|meeting|community|countr|round|agenc))",
    re.IGNORECASE,
)
EXPENSE = re.compile(r"['’]s?\s+(?:own\s+)?(?:expense|cost|account|charge)\b", re.IGNORECASE)
_WHOSE_GIFT = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+whose\s+(?:(?:[a-z-]+|first|second|\d{4})\s+){0,3}?"
    r"(?:(?:contributions?|grants?|donations?|generosity|funding|funds|financing|sponsorship|subsidy"
    r"|subsidies|gifts?|largesse|money)\b(?!\s+(?:of\s+asylum|to\s+the\s+(?:debate|discussion|talks|fight)"
    r"|launder|(?:is|was|are)\s+(?:still\s+|yet\s+)?(?:expected|awaited|sought|to\s+be|uncertain|stolen|seized)))"
    r"|(?:support|assistance|help|aid|backing)\s+(?:has\s+)?(?:enabled|allowed|made\s+(?:it\s+)?possible|makes\s+(?:it\s+)?possible"
    r"|pays|paid|financed|funded|covered|sustained))",
    re.IGNORECASE,
)
_MAINSTAY = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+(?:(?:has|have|had)\s+)?(?:is|are|was|were|been|remains?|remained)\s+"
    r"(?:[\w'’-]+\s+){0,4}?(?:mainstays?|backbone|pillars?|lifeline|paymaster)\b",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\s+(?:is|are|was|were|has|have)\s+(?:still\s+|also\s+|now\s+)?(?:considering|weighing|thinking"
    r"|undecided|approached|asked|not\b|yet\s+to|declined|refused)",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|to|on)\s+(?:the\s+)?$", re.IGNORECASE)


def plays(clause: Clause, name: Name) -> Told | None:
    """Called the donor, or what is done is done at its expense."""
    if _UNDECIDED.match(clause.after(name.end)):
        return None
    if _ROLE.search(clause.before(name.start, 90)):
        return Told(name.start, name.start, after=True, plain=is_state(name))
    if _WHOSE_GIFT.match(clause.after(name.end, 90)) and not is_part_of(clause, name):
        return Told(name.start, name.end, after=False, plain=is_state(name))
    if _MAINSTAY.match(clause.after(name.end, 90)) and sums_of(clause):
        return Told(name.start, name.end, after=False, plain=is_state(name))
    if EXPENSE.match(clause.after(name.end, 30)) and _AT.search(clause.before(name.start, 12)):
        return Told(name.start, name.start, after=True, plain=is_state(name))
    if _IS_DONOR.match(clause.after(name.end, 90)) and not _AT.search(
        clause.before(name.start, 12)
    ):
        return Told(name.start, name.end, after=False, plain=is_state(name))
    return None
