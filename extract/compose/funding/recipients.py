"""What is paid for, as a noun phrase; "the initiative" and "it" go back to what was named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.clauses import Clause
from extract.compose.funding.payment import Payment

Recipient = tuple[int, int, str]

LIMIT = 140  # characters; more is a sentence, not a phrase
_OPENING = re.compile(
    r"(?:(?:in|at|under|for|during|since)\s[^,]{1,40}?(?:,\s*|\s(?=the\s)))?", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?P<phrase>[^,;]{2,140}?)(?:\s*\([^()]{1,60}\))?,?\s+(?:is|are|was|were|has|have|had|will|which|that|who|cost|costs|took|takes)\b"
    r"|(?P<short>[^,;]{2,80}?),\s+(?=(?:co-?)?(?:fund|financ|sponsor|paid|donat|gift|support))"
)
_PHRASE = (
    r"(?P<phrase>[^,.;:()]{2,140}?)(?=\s*(?:[,.;:()]|$)"
    r"|\s(?:is|are|was|were|include|includes|at present|currently"
    r"|while|which|that|who|since|with|and|in|as|by|from|at|within|under|until|through)\s)"
)
_OBJECT = re.compile(r"\s*" + _PHRASE, re.IGNORECASE)
_PURPOSE = re.compile(
    r"[^.;]{0,80}?\b(?:for|to|towards?|in support of)\s+" + _PHRASE, re.IGNORECASE
)
_DONOR_OF = re.compile(r"\b(?:of|to|for|behind)\s+" + _PHRASE, re.IGNORECASE)
_NO_PHRASE = re.compile(r"(?:in|at|for|of|and|by|with|on|from|to|under)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an|this|these|its|their|all|both|such)\s+", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:it|they|them|this|these|both|which|that|all|he|she|we|the|its)?", re.IGNORECASE
)
_THING = (
    r"(?:[Ii]nitiative|[Pp]rogrammes?|[Pp]rograms?|[Pp]rojects?|[Cc]ampaign|[Cc]entre|[Cc]enter"
    r"|[Ss]eries|[Cc]ourses?|[Tt]rainings?|[Ww]orkshops?|[Cc]onference|[Mm]eeting|[Ss]egment"
    r"|[Tt]ask [Ff]orces?|[Mm]ission|[Ff]acility)"
)
_DEFINITE = re.compile(rf"(?:[\w-]+\s+){{0,2}}(?P<noun>{_THING})$")
_BEGINS = re.compile(rf"(?:[\w-]+\s+){{0,4}}?{_THING}\b")
_NAMED = re.compile(
    rf"(?:[A-Z][\w'’-]*\s+(?:(?:of|on|for|the|and|against|in|to)\s+){{0,2}}){{1,10}}(?=[A-Z]){_THING}(?![\w-])"
    rf"(?:\s+(?:for|on|of|against)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+(?:and\s+)?[A-Z][\w-]*){{0,5}})?"
)


def recipient_of(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """The phrase that names what the donor pays for; None where the text does not say."""
    if payment.pattern == "donor_list":
        return None
    behind = not payment.after or payment.pattern == "compound"
    phrase = _object(payment) if behind else _subject(payment)
    if phrase is None:
        return _named_before(payment, clauses, None)
    start, text = phrase
    definite = _DEFINITE.fullmatch(text)
    if definite is not None or not text or _PRONOUN.fullmatch(text):
        named = _named_before(payment, clauses, definite.group("noun") if definite else None)
        if named is not None:
            return named
    if not text or _PRONOUN.fullmatch(text):
        return None
    return start, start + len(text), text


def _bare(start: int, text: str) -> tuple[int, str]:
    article = _ARTICLE.match(text)
    lead = article.end() if article else 0
    return start + lead, text[lead:].strip().strip('"“”«»')


def _subject(payment: Payment) -> tuple[int, str] | None:
    clause = payment.clause
    if payment.pattern == "donor_noun":
        found = _DONOR_OF.search(clause.between(payment.start, payment.end + 1))
        return (
            _bare(payment.start + found.start("phrase"), found.group("phrase")) if found else None
        )
    offset = payment.start - clause.start
    opening = _OPENING.match(clause.text)
    first = opening.end() if opening else 0
    subject = _SUBJECT.match(clause.text, first, min(len(clause.text), offset + 12))
    group = "phrase" if subject is not None and subject.group("phrase") else "short"
    if subject is None or subject.start(group) >= offset:
        return None
    start, text = _bare(clause.start + subject.start(group), subject.group(group))
    thing = _BEGINS.match(text) if len(text.split()) > 8 else None
    return start, thing.group() if thing else text


def _object(payment: Payment) -> tuple[int, str] | None:
    clause = payment.clause
    if payment.pattern in {"verb", "verb_support", "compound"}:
        pattern = _OBJECT
    elif payment.pattern in {"verb_money", "verb_gift", "continued"}:
        pattern = _PURPOSE
    else:
        return None
    found = pattern.match(clause.text, payment.end - clause.start)
    if found is None or _NO_PHRASE.match(found.group("phrase")):
        return None
    return _bare(clause.start + found.start("phrase"), found.group("phrase"))


def _named_before(
    payment: Payment, clauses: Sequence[Clause], noun: str | None
) -> Recipient | None:
    """The named project the phrase goes back to: in this clause, or one or three before it."""
    wanted = noun.lower().rstrip("s") if noun else None
    own = payment.clause
    for clause in [own, *reversed(clauses[max(0, own.index - 12) : own.index])]:
        limit = payment.start - clause.start if clause is own else len(clause.text)
        found = [match for match in _NAMED.finditer(clause.text) if match.start() < limit]
        for match in reversed(found):
            if wanted is None and own.index - clause.index > 3:
                continue
            if wanted is None or wanted in match.group().lower():
                start, text = _bare(clause.start + match.start(), match.group())
                return start, start + len(text), text
    return None
