"""What a donor pays for, told behind it: whom it goes to, through what project, what follows."""

from __future__ import annotations

import re

from extract.compose.funding.payment import Payment
from extract.compose.funding.phrases import Recipient, bare, object_at, phrase_at
from extract.compose.funding.subjects import without_subject
from extract.compose.names import names_after

_GOES_TO = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s+(?:for\s+(?:funding|financing|sponsoring|supporting|paying\s+for)\s|(?:to|for)\s(?=(?:the|an?|its)\s))"
)
_FOR = re.compile(r"(?:\s*\([^()]{1,60}\))?\s+(?:for|to)\s+")
_THROUGH = re.compile(
    r"(?:\s*\([^()]{1,60}\))?,?\s+(?:through|under|within|via)\s+(?:the\s+|its\s+)?"
    r"(?P<phrase>[Pp]roject\s+[A-Z\d][\w/-]+|(?:[A-Z][\w.-]*\s+){1,6}(?:[Pp]roject|[Pp]rogramme)\b)"
)
_MAIN = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?P<gap>(?:[^.;:]|[.](?=\d)){0,60}?),\s+(?:"
    r"(?P<body>[A-Z][\w’'-]*(?:\s+(?:(?:of|and|on|the|for)\s+)*[A-Z][\w’'-]*){0,8}\s+(?:\([^()]{1,40}\),?\s+)?)?(?:has\s+|have\s+|had\s+|will\s+)?"
    r"(?P<verb>organi[sz]ed|held|bought|purchased|opened|built|delivered|ran|trained|set\s+up|launched|installed"
    r"|fitted\s+out|equipped|conducted|provided|handed\s+over|published|produced|printed|procured)(?=\s)"
    r"|(?P<phrase>(?:the|an?|two|three|four|five)\s+[^,.;:]{3,60}?)(?:\s*\([^()]{1,40}\))?(?:\s+of\s[^,.;:]{2,60}?)?\s+(?:is|are|was|were|has|have|had|will|can|could)\s)"
)
_LEAD = 45  # characters before a wording that begins the sentence


def _past_donors(payment: Payment) -> int:
    """Where the list of donors ends, in the text of the clause."""
    donors = without_subject(payment.clause, names_after(payment.clause, payment.donor.start))
    return (donors[-1] if donors else payment.donor).end - payment.clause.start


def behind_donors(payment: Payment) -> Recipient | None:
    clause = payment.clause
    past = _past_donors(payment)
    link = _GOES_TO.match(clause.text, past)
    if link is not None:
        return object_at(clause, clause.start + link.end(), gift=False)
    counted = _FOR.match(clause.text, past)  # "for 3,100 families", not "for three years"
    at = clause.start + counted.end() if counted is not None else -1
    number = any(
        one.start == at and one.fields["dimension"] == "count" for one in clause.of("quantity")
    )
    return phrase_at(clause, at) if number else None


def channel(payment: Payment) -> Recipient | None:
    """The project that the money goes through: "from Norway through project XAP/L09"."""
    clause = payment.clause
    through = _THROUGH.match(clause.text, _past_donors(payment))
    return bare(clause.start + through.start("phrase"), through["phrase"]) if through else None


def ahead(payment: Payment) -> Recipient | None:
    """What the sentence goes on to tell: "With funds from Norway, UNODC bought ten boats"."""
    clause = payment.clause
    ahead = _MAIN.match(clause.text, _past_donors(payment))
    late = payment.start - clause.start > _LEAD
    if ahead is None or (late and (ahead["body"] or ahead["phrase"] or ahead["gap"].strip())):
        return None
    if ahead["verb"]:
        return object_at(clause, clause.start + ahead.end(), gift=False)
    return bare(clause.start + ahead.start("phrase"), ahead["phrase"])
