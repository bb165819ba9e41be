"""What a donor pays for, as the words beside the payment state it.

Behind a verb of paying stands its object, or what the money or the bill is "for" or "of"; before a
participle ("funded by") the noun it belongs to, or the subject of the sentence; behind a sum its
purpose. Where none of them says it, ``topics`` tells what was talked of before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.clauses import Clause
from extract.compose.funding.beyond import ahead, behind_donors, channel
from extract.compose.funding.payment import Payment
from extract.compose.funding.phrases import (
    EXPENSE,
    PHRASE,
    Recipient,
    bare,
    is_means,
    object_at,
    phrase_at,
    phrase_before,
    purpose,
)
from extract.compose.funding.topics import BEGINS, THING, named_before
from extract.compose.names import names_in

_GIVING = frozenset({"verb_gift", "verb_things", "verb_kit", "verb_money", "verb_cash", "loose"})
_OF_THINGS = frozenset({"passive", "gift", "free", "adjective", "owes"})
_APPOSED = frozenset({"passive", "gift", "paid_by", "part_by"})
_THANKS = frozenset({"thanked", "acknowledged", "acknowledged_help"})
_LISTS = frozenset({"rest", "rest_from", "matched"})
_OPENING = re.compile(
    r"(?:(?:in|at|under|for|during|since)\s[^,]{1,40}?(?:,\s*|\s(?=the\s)))?", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?P<phrase>[^,;]{2,140}?)(?:\s*\([^()]{1,60}\))?(?:,\s+(?:for|in|of|on|at|with|worth)\s[^,]{1,50}"
    r"|,\s+[a-z][^,;]{2,80}(?=,))?,?\s+(?:is|are|was|were|has|have|had|will|which|that|who|to\s+be|took|takes|received|receives|costs?(?=\s+(?:[A-Z$€£\d]|about|some|an?\s)))\b"
    r"|(?P<short>[^,;]{2,80}?),\s+(?=(?:co-?)?(?:fund|financ|sponsor|paid|donat|gift|support|an?\s))",
)
_PURPOSE_OF_DONOR = re.compile(r"\b(?:of|to|for|behind)\s+" + PHRASE, re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?P<phrase>(?:[^,.;:()]|[,.](?=\d)){2,100}?)(?:\s*\([^()]{1,60}\))?,?\s+(?:(?:for|to|towards|into)\s+)?(?:which|that)\s+(?:the\s+)?"
    r"(?:(?:Governments?|Kingdom|Republic)\s+of\s+(?:the\s+)?|[A-Z][\w-]+['’]s?\s+)?$"
)
_COSTS = re.compile(r"^(?P<phrase>.{2,80}?)\s+costs?\s")
_DIRECT = re.compile(
    r"(?:\s*\([^()]{1,60}\))?,?(?:\s+(?:is|are|was|were|has|have|had|been|being|be|will|to\s+be))?"
    r"(?:\s+(?:\w+ly|jointly|also|now))*\s*$"
)
_PARTICIPLE = (
    r"(?:bought|built|purchased|procured|equipped|run|opened|held|made|set\s+up|financed|funded"
    r"|paid)"
)
_BELONGS = re.compile(
    r"(?:,?\s+(?:which|that)\s+(?:(?:is|are|was|were|has|have|had|been|being|be|will)\s+)+(?:\w+ly\s+)?"
    r"|,\s*)$"
)
_BOUGHT = re.compile(
    rf"(?<!\bis)(?<!are)(?<!was)(?<!were)(?<!been)(?<!being)\s+{_PARTICIPLE}(?:\s+(?:there|here|locally))?(?:\s+in\s+\d{{4}})?\s*$"
)
_GIVEN = re.compile(r"(?<=\w)\s+(?:donated|gifted|bequeathed)\s[^,;]{0,30}$")  # "a van donated by"
_MEANS_LEAD = re.compile(
    r"(?:^|,?\s)(?:(?:with|from|by|through|on|using|thanks\s+to|out\s+of)\s+(?:(?:an?|the|some|its)\s+)?|(?:an?|the|some|its)\s+)(?:(?:[a-z]+|[A-Z]+\s?[\d.,]+\s+(?:million|thousand))\s+){0,2}$",
)
_A_SUM = re.compile(r",?\s+an?\s")
_EXPENSE = re.compile(rf"(?<!\w){EXPENSE.pattern}$", re.IGNORECASE)
_TURN = re.compile(r",\s+(?:while|whereas|but)\s+")
_USED_FOR = re.compile(
    r",?\s+(?:(?:meant|intended|earmarked|set\s+aside|reserved|given|destined)\s+)?(?:for|to|towards?|into)\s"
    r"|,?\s+with\s+which\s+(?=the\s)"
)
_ENABLED = re.compile(
    r"[^.;:]{0,40}?\b(?:enabled|allowed|allows|enables|lets|made\s+it\s+possible\s+for)\s+(?=the\s|an?\s|\d)"
)
_ROLE = re.compile(
    r"(?:[\w'’-]+\s+){0,8}?(?:donors?|funders?|sponsors?|contributors?|backers?)\s+(?:of|to|for|behind)\s"
)
_NO_THING = re.compile(
    r"first\s+time\b.*|.*\b(?:is|are|become)\b.*|\d[\d,.]*|(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\s*(?:$|[(,]|(?:and|with|together|as|in)\b)")
_GOT = re.compile(
    r"\s*(?:\([^()]{1,60}\))?,?\s+(?:(?:has|have|had)\s+)?(?:had|received|receives|receive|got|obtained)\b"
)
_DEFINITE = re.compile(rf"(?:[\w-]+\s+){{0,2}}(?P<noun>{THING})$")
_LONG = 10  # words of what a relative clause goes back to
_MOST_WORDS = 8  # of a subject; more is a sentence, and its first noun is what is meant


# "a set of courses which is run by UNODC and | funded by Norway"
_RELATED = re.compile(r"\s(?:which|that)\s(?:is|are|was|were)\s[^,.;]{1,120}\sand\s*$")
_LAST_NOUN = re.compile(
    r"\b(?:the|an?|its)\s(?P<phrase>[\w'’-]+(?:\s(?!(?:aimed|designed|intended|meant|in|at|by|with|for|to)\b)"
    r"[\w'’-]+){0,8})"
)
# "within the framework of a joint project of FAO and UNEP with | financial support from"
_FRAMEWORK = re.compile(
    r"\bwithin\sthe\sframework\sof\s(?:the|an?)\s(?P<phrase>(?:[^,;.()]|,(?=\s[A-Z])){3,140}?)\swith\s(?:the\s)?(?:\w+\s)?$"
)


def stated(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """The phrase beside the payment that names what the donor pays for."""
    if payment.pattern in {"donor_list", *_LISTS}:
        return None
    readers = (
        (_antecedent, _behind)
        if not payment.after
        else (_antecedent, _between, ahead, _before, channel)
    )
    for read in readers:
        found = read(payment)
        if found is not None and _is_thing(found, payment, clauses):
            return _full(found, payment, clauses)
    return None


def _is_thing(found: Recipient, payment: Payment, clauses: Sequence[Clause]) -> bool:
    text = found[2]
    if not text or is_means(text) or _NO_THING.fullmatch(text):
        return False
    donor = payment.donor
    if any(found[:2] == (one.start, one.end) for one in payment.clause.of("country")):
        return False
    if found[0] < donor.end and donor.start < found[1]:
        return False
    return not _acts(found, payment, clauses)


def _full(found: Recipient, payment: Payment, clauses: Sequence[Clause]) -> Recipient:
    """The title of "the project", "the programme", where it was named before."""
    definite = _DEFINITE.fullmatch(found[2])
    if definite is None:
        return found
    return named_before(payment, clauses, definite["noun"]) or found


def _acts(found: Recipient, payment: Payment, clauses: Sequence[Clause]) -> bool:
    """Whether the phrase begins with a body: who acts, not what is paid for."""
    if found[0] > payment.donor.start:
        return False
    near = clauses[max(0, payment.clause.index - 12) : payment.clause.index + 1]
    for clause in near:
        if not clause.start <= found[0] < clause.end:
            continue
        for one in clause.of("organisation"):
            if one.start <= found[0] < one.end and _NO_MORE.match(found[2][one.end - found[0] :]):
                gets = _GOT.match(clause.text, found[1] - clause.start) is not None
                return not gets or "UNODC" in found[2]
    return False


def _antecedent(payment: Payment) -> Recipient | None:
    """What "which Norway pays for" goes back to; the kennels of "kennels cost a sum, which"."""
    clause = payment.clause
    if payment.after and payment.pattern != "relative":
        return None
    found = _RELATIVE.search(clause.before(payment.donor.start, 140))
    if found is None:
        return None
    start = max(clause.start, payment.donor.start - 140) + found.start("phrase")
    costs = _COSTS.match(found["phrase"])
    phrase = bare(start, costs["phrase"] if costs else found["phrase"])
    lead = list(re.finditer(r"\s(?:the|an?|its)\s+", phrase[2]))
    if len(phrase[2].split()) > _LONG and lead:
        phrase = bare(phrase[0] + lead[-1].end(), phrase[2][lead[-1].end() :])
    known = costs is not None or BEGINS.search(phrase[2]) is not None
    return phrase if known and len(phrase[2].split()) <= _LONG else None


def _behind(payment: Payment) -> Recipient | None:
    """The object of the verb; the purpose of the money."""
    clause = payment.clause
    if payment.pattern == "gapped":
        return _gapped(payment)
    enabled = _ENABLED.match(clause.text, payment.donor.end - clause.start)
    if enabled is not None and "whose" in enabled.group():
        return object_at(clause, clause.start + enabled.end(), gift=False)
    role = _ROLE.match(clause.text, payment.donor.end - clause.start)
    if role is not None:
        return object_at(clause, clause.start + role.end() - 1, gift=False)
    if payment.end == payment.donor.end:
        return None
    if payment.pattern == "with_sum" or (
        payment.amount and payment.amount.start >= payment.donor.end
    ):
        used = _used_for(payment)
        if used is not None or payment.pattern == "with_sum":
            return used
    expense = _EXPENSE.search(clause.between(payment.start, payment.end))
    if expense is not None:
        return phrase_at(clause, payment.start + expense.start())
    return object_at(clause, payment.end, gift=payment.pattern in _GIVING)


def _gapped(payment: Payment) -> Recipient | None:
    clause, amount = payment.clause, payment.amount
    if amount is not None and amount.fields["dimension"] == "money":
        return purpose(clause, amount.end)
    return object_at(clause, payment.donor.end, gift=True)


def _used_for(payment: Payment) -> Recipient | None:
    """What the sum is for, right behind it: "US$ 1.8 million, meant for training"."""
    clause, amount = payment.clause, payment.amount
    if amount is None or amount.fields["dimension"] != "money":
        return None
    used = _USED_FOR.match(clause.text, amount.end - clause.start)
    if used is None or not used.group().rstrip().endswith("which"):
        return purpose(clause, amount.start) if used else None
    return object_at(clause, clause.start + used.end(), gift=False)


def _between(payment: Payment) -> Recipient | None:
    """Between the money and its donor ("funds for the clinic came from"), or behind both."""
    clause = payment.clause
    if payment.pattern == "donor_noun":
        found = _PURPOSE_OF_DONOR.search(clause.between(payment.start, payment.end + 1))
        return bare(payment.start + found.start("phrase"), found["phrase"]) if found else None
    if payment.pattern == "compound":
        return object_at(clause, payment.end, gift=False)
    used = _used_for(payment)
    if used is not None or payment.pattern in _OF_THINGS:
        return used
    if payment.pattern == "cost_by":
        return _subject(payment) or object_at(clause, payment.start, gift=False)
    behind = behind_donors(payment)
    if behind is None and payment.pattern != "loose":
        inside = purpose(clause, payment.start, payment.donor.start - 4)
        names = [one.start for one in names_in(clause)] if inside else []
        return None if inside and any(inside[0] <= one < inside[1] for one in names) else inside
    return behind


def _before(payment: Payment) -> Recipient | None:
    """The noun a participle belongs to, or the subject of the sentence."""
    clause = payment.clause
    if payment.pattern in _THANKS:
        return None
    relative = _RELATED.search(clause.between(clause.start, payment.start))
    if relative is not None:
        nouns = list(_LAST_NOUN.finditer(clause.text, 0, relative.start()))
        return (
            bare(clause.start + nouns[-1].start("phrase"), nouns[-1]["phrase"]) if nouns else None
        )
    framework = _FRAMEWORK.search(clause.between(clause.start, payment.start))
    if framework is not None:
        return bare(clause.start + framework.start("phrase"), framework["phrase"])
    subject = _subject(payment)
    link = clause.between(subject[1], payment.start) if subject is not None else ""
    if subject is not None and _DIRECT.fullmatch(link):
        last = phrase_before(clause, payment.start) if link.strip() == "," else None
        return last or subject
    before = clause.between(clause.start, payment.start)
    lead = None if payment.pattern in _OF_THINGS - {"adjective"} else _MEANS_LEAD.search(before)
    before = before[: lead.start()] if lead is not None else before
    apposed = payment.pattern in _APPOSED if lead is None else _A_SUM.match(lead.group())
    belongs = _BOUGHT.search(before) or (_BELONGS.search(before) if apposed else None)
    if belongs is None and payment.pattern == "gift":
        belongs = _GIVEN.search(clause.between(clause.start, payment.end))
    found = phrase_before(clause, clause.start + belongs.start()) if belongs else None
    if found is not None and subject is not None and found[0] == subject[0]:
        found = subject  # "officers", not "officers received radios"
    return found or subject or named_before(payment, [clause], None)


def _subject(payment: Payment) -> Recipient | None:
    clause = payment.clause
    start = payment.donor.start if payment.pattern == "loose" else payment.start
    offset = start - clause.start
    turns = list(_TURN.finditer(clause.text, 0, offset))
    first = turns[-1].end() if turns else 0
    opening = _OPENING.match(clause.text, first)
    first = opening.end() if opening else first
    last = max(offset + 12, payment.end - clause.start)
    subject = _SUBJECT.match(clause.text, first, min(len(clause.text), last))
    group = "phrase" if subject is not None and subject["phrase"] else "short"
    if subject is None or subject.start(group) >= offset:
        return None
    found = bare(clause.start + subject.start(group), subject[group])
    if is_means(re.split(r"\s+for\s", found[2])[0]):
        return purpose(clause, found[0], start)
    thing = BEGINS.match(found[2]) if len(found[2].split()) > _MOST_WORDS else None
    return (found[0], found[0] + thing.end(), thing.group()) if thing else found
