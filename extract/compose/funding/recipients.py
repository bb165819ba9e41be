"""What is paid for, as a noun phrase; "the initiative" and "it" go back to what was named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.clauses import Clause, once
from extract.compose.funding.payment import Payment

Recipient = tuple[int, int, str]

_VERB_OF_THING = frozenset({"verb", "verb_support", "compound"})
_VERB_OF_MONEY = frozenset({"verb_money", "verb_gift", "continued", "loose", "gapped", "verb_cash"})
LIMIT = 140  # characters; more is a sentence, not a phrase
_OPENING = re.compile(
    r"(?:(?:in|at|under|for|during|since)\s[^,]{1,40}?(?:,\s*|\s(?=the\s)))?", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?P<phrase>[^,;]{2,140}?)(?:\s*\([^()]{1,60}\))?(?:,\s+(?:for|in|of|on|at|with|worth)\s[^,]{1,50})?,?\s+(?:is|are|was|were|has|have|had|will|which|that|who|cost|costs|took|takes)\b"
    r"|(?P<short>[^,;]{2,80}?),\s+(?=(?:co-?)?(?:fund|financ|sponsor|paid|donat|gift|support))"
)
_CONDITION = (
    r"\b(?:subject\s+to|pending|contingent\s+(?:up)?on|conditional\s+(?:up)?on|depending\s+on"
    r"|(?:provided|providing)\s+that|on\s+(?:the\s+)?condition|unless|if|once)\b"
)
_PHRASE = (
    r"(?P<phrase>[^,.;:()]{2,140}?)(?=\s*(?:[,.;:()]|$)"
    r"|\s(?:is|are|was|were|has|have|had|will|would|can|may|ends|starts|began|opened|closed"
    r"|include|includes|at present|currently"
    r"|while|which|that|who|since|with|and|in|as|by|from|at|within|under|until|through)\s"
    rf"|\s{_CONDITION})"
)
_OBJECT = re.compile(r"\s*" + _PHRASE, re.IGNORECASE)
_PURPOSE = re.compile(
    rf"(?:{_CONDITION}[^,.;]{{1,60}},|(?!{_CONDITION})[^.;]|\.(?=\d)){{0,80}}?"
    r"\b(?:for|to|into|towards?|in support of)\s+" + _PHRASE,
    re.IGNORECASE,
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
    r"|[Tt]ask [Ff]orces?|[Mm]ission|[Ff]acility|[Vv]isit|[Tt]our|[Ss]tudy|[Ss]urvey|[Rr]esearch"
    r"|[Ll]aboratory|[Ll]ab|[Cc]linic|[Ss]chool|[Aa]cademy|[Bb]uilding|[Cc]ourt ?room|[Nn]etwork"
    r"|[Hh]otline|[Ee]vent|[Ss]eminars?|[Ss]ymposium|[Ff]orum|[Rr]oundtable|[Ff]air|[Pp]hase|[Ee]xercise"
    r"|[Ee]xhibition|[Mm]entoring|[Ss]cheme|[Hh]all|[Pp]lay|[Ff]ilm|[Mm]anual|[Pp]ublication)"
)
_DEFINITE = re.compile(rf"(?:[\w-]+\s+){{0,2}}(?P<noun>{_THING})$")
_BEGINS = re.compile(rf"(?:[\w-]+\s+){{0,4}}?{_THING}\b")
_NAMED = re.compile(
    rf"(?:[A-Z][\w'’-]*\s+(?:(?:of|on|for|the|and|against|in|to)\s+){{0,2}}){{1,10}}(?=[A-Z]){_THING}(?![\w-])"
    rf"(?:\s+(?:for|on|of|against)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+(?:and\s+)?[A-Z][\w-]*){{0,5}})?"
)


_NOUN_PHRASE = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Tt]heir|[Tt]wo|[Tt]hree|[Tt]hese)\s+)"
    rf"(?P<phrase>(?:[\w'’-]+\s+){{0,4}}?{_THING})(?![\w-])(?!\s+(?:of\s+[A-Z]|[A-Z]))"
)
_RELATIVE = re.compile(
    r"(?P<phrase>[^,.;:()]{2,100}?)(?:\s*\([^()]{1,60}\))?,?\s+(?:(?:for|to|towards|into)\s+)?(?:which|that)\s+(?:the\s+)?"
    r"(?:(?:Governments?|Kingdom|Republic)\s+of\s+(?:the\s+)?)?$"
)
_CHANNEL_OF = re.compile(
    r"\b(?:through|via|by\s+way\s+of)\s+(?:its|their|his|her)\s+$", re.IGNORECASE
)
_CHANNEL = re.compile(
    r"\b(?:through|via|by\s+way\s+of|under)\s+(?:(?:its|their|the|his|her)\s+)?$", re.IGNORECASE
)
_NO_MORE = re.compile(r"\s*(?:$|[(,]|(?:and|with|together|as|in)\b)")
_GIFTS = frozenset({"gift", "kit_from", "verb_things", "verb_kit", "verb_gift"})
_MONEY = re.compile(
    r"(?:\w+\s+)?(?:costs?|bills?|money|funds?|funding|sum|amount|budget|expenses?|tab|price|fees?|rest"
    r"|remainder|balance|half|purpose|it)"
    r"|(?:half|part|most|all|some|thirds?|quarters?|fifths?|tenths?)\s+of\s+.*|(?:[A-Z]{1,3}\s?)?[$€£]?\s?\d.*|EUR\b.*|USD\b.*"
    r"|(?:this|it|that|these|there|he|she|we|they|what)\b.*",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"(?:be|open|behind|first\s+time|support|help|assist|become)\b.*|.*\b(?:is|are|become)\b.*",
    re.IGNORECASE,
)
_OPENING_REACH = 25  # characters within which a sentence names what it is about
_SENTENCES_BACK = 2  # sentences before the payment in which what is paid for may be named


def recipient_of(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """The phrase that names what the donor pays for; None where the text does not say."""
    if payment.pattern == "donor_list":
        return None
    told = _told(payment, clauses)
    if told is not None and not (
        _MONEY.fullmatch(told[2])
        or _NO_THING.fullmatch(told[2])
        or _is_body(told, payment, clauses)
    ):
        return told
    if payment.pattern in _GIFTS:
        return None
    if payment.pattern in {"rest", "rest_from"}:
        return None
    return _thing_before(payment, clauses) or _named_before(payment, clauses, None)


def _is_body(told: Recipient, payment: Payment, clauses: Sequence[Clause]) -> bool:
    """Whether the phrase begins with a body: who acts, not what is paid for."""
    if told[0] > payment.donor.start:
        return False
    near = clauses[max(0, payment.clause.index - 12) : payment.clause.index + 1]
    return any(
        one.start <= told[0] < one.end and _NO_MORE.match(told[2][one.end - told[0] :])
        for clause in near
        if clause.start <= told[0] < clause.end
        for one in clause.of("organisation")
    )


def _thing_before(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """The workshop, project, … told of before: "It was held in Bonn. Norway met the bill"."""
    own = payment.clause
    for clause in [own, *reversed(clauses[max(0, own.index - 6) : own.index])]:
        if own.sentence - clause.sentence > _SENTENCES_BACK:
            return None
        limit = min(payment.start, payment.donor.start) if clause is own else clause.end
        for match in _noun_phrases(clause):
            start, text = clause.start + match.start("phrase"), match.group("phrase")
            end = start + len(text)
            if end > limit or _covered(clause, start, end) or _MONEY.fullmatch(text):
                continue
            if clause is own or match.start() <= _OPENING_REACH:
                return start, end, text
            return _last_named(clause) or (start, end, text)
    return None


@once
def _noun_phrases(clause: Clause) -> Sequence[re.Match[str]]:
    return list(_NOUN_PHRASE.finditer(clause.text))


@once
def _titles(clause: Clause) -> Sequence[re.Match[str]]:
    """The projects and programmes a clause names by their titles."""
    return _titles_up_to(clause, len(clause.text))


def _titles_up_to(clause: Clause, limit: int) -> Sequence[re.Match[str]]:
    return list(_NAMED.finditer(clause.text, 0, max(0, limit)))


def _last_named(clause: Clause) -> Recipient | None:
    """The project or programme a clause names by its title, the last of several."""
    for match in reversed(_titles(clause)):
        start, text = _bare(clause.start + match.start(), match.group())
        if not _covered(clause, start, start + len(text)):
            return start, start + len(text), text
    return None


def _covered(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase is part of the name of a body, or what another acts through."""
    if _CHANNEL.search(clause.before(start, 30)):
        return True
    return any(one.start < end <= one.end for one in clause.of("organisation"))


def _told(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    relative = _antecedent(payment)
    if relative is not None:
        return relative
    behind = not payment.after or payment.pattern == "compound"
    phrase = _object(payment) if behind else _subject(payment)
    if phrase is None:
        return _named_before(payment, [payment.clause], None)
    start, text = phrase
    definite = _DEFINITE.fullmatch(text)
    if definite is not None:
        named = _named_before(payment, clauses, definite.group("noun"))
        if named is not None:
            return named
    if not text or _PRONOUN.fullmatch(text):
        return None
    return start, start + len(text), text


def _antecedent(payment: Payment) -> Recipient | None:
    """What "which Norway pays for" goes back to."""
    clause = payment.clause
    if payment.after and payment.pattern != "relative":
        return None
    found = _RELATIVE.search(clause.before(payment.donor.start, 140))
    if found is None:
        return None
    start = max(clause.start, payment.donor.start - 140) + found.start("phrase")
    start, text = _bare(start, found.group("phrase"))
    thing = _BEGINS.search(text)
    return (start, start + len(text), text) if thing and len(text.split()) <= 10 else None


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
    if payment.pattern in _VERB_OF_THING:
        pattern = _OBJECT
    elif payment.pattern in _VERB_OF_MONEY:
        pattern = _PURPOSE
    else:
        return None
    start = payment.donor.end if payment.pattern == "gapped" else payment.end
    found = pattern.match(clause.text, start - clause.start)
    if found is None or _NO_PHRASE.match(found.group("phrase")):
        return None
    return _bare(clause.start + found.start("phrase"), found.group("phrase"))


def _named_before(
    payment: Payment, clauses: Sequence[Clause], noun: str | None
) -> Recipient | None:
    """The named project the phrase goes back to: in this clause, or one or three before it."""
    wanted = noun.lower().rstrip("s") if noun else None
    own, behind = payment.clause, not payment.after
    back = reversed(clauses[max(0, own.index - 12) : own.index]) if len(clauses) > 1 else ()
    for clause in [own, *back]:
        first = min(payment.start, payment.donor.start) if behind else payment.start
        if wanted is None and own.index - clause.index > 3:
            break
        titles = _titles_up_to(clause, first - clause.start) if clause is own else _titles(clause)
        for match in reversed(titles):
            if _CHANNEL_OF.search(clause.text, max(0, match.start() - 30), match.start()):
                continue
            if wanted is None or wanted in match.group().lower():
                start, text = _bare(clause.start + match.start(), match.group())
                return start, start + len(text), text
    return None
