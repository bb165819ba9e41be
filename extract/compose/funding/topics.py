"""What was talked of before the payment: "the initiative" and "it" go back to what was named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.clauses import Clause, once
from extract.compose.funding.needs import sums_of
from extract.compose.funding.payment import Payment
from extract.compose.funding.phrases import Recipient, bare, is_means

THING = (
    r"(?:[Ii]nitiative|[Pp]rogrammes?|[Pp]rograms?|[Pp]rojects?|[Cc]ampaign|[Cc]entre|[Cc]enter"
    r"|[Ss]eries|[Cc]ourses?|[Tt]rainings?|[Ww]orkshops?|[Cc]onference|[Mm]eeting|[Ss]egment"
    r"|[Tt]ask [Ff]orces?|[Mm]ission|[Ff]acility|[Vv]isit|[Tt]our|[Ss]tudy|[Ss]urvey|[Rr]esearch"
    r"|[Ll]aboratory|[Ll]ab|[Cc]linic|[Ss]chool|[Aa]cademy|[Bb]uilding|[Cc]ourt ?room|[Nn]etwork"
    r"|[Hh]otline|[Ee]vent|[Ss]eminars?|[Ss]ymposium|[Ff]orum|[Rr]oundtable|[Ff]air|[Pp]hase|[Ee]xercise"
    r"|[Ee]xhibition|[Mm]entoring|[Ss]cheme|[Hh]all|[Pp]lay|[Ff]ilm|[Mm]anual|[Pp]ublication)"
)
BEGINS = re.compile(rf"(?:[\w-]+\s+){{0,4}}?{THING}\b")
_NAMED = re.compile(
    rf"(?:[A-Z][\w'’-]*\s+(?:(?:of|on|for|the|and|against|in|to)\s+){{0,2}}){{1,10}}(?=[A-Z]){THING}(?![\w-])"
    rf"(?:\s+(?:for|on|of|against)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+(?:and\s+)?[A-Z][\w-]*){{0,5}})?"
    rf"|\b(?:[Pp]roject|[Pp]rogramme|[Cc]ampaign|[Ii]nitiative)\s+[\"“«][^\"”»\n]{{4,120}}[\"”»]"
)
_NOUN_PHRASE = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Tt]heir|[Tt]wo|[Tt]hree|[Tt]hese)\s+)"
    rf"(?P<phrase>(?:[\w'’-]+\s+){{0,4}}?{THING})(?![\w-])(?!\s+(?:of\s+[A-Z]|[A-Z]))"
)
_APPOSED = re.compile(r"(?P<name>[A-Z][\w-]*[A-Z][\w-]*),\s+an?\s+$")
_CHANNEL = re.compile(
    r"\b(?:through|via|by\s+way\s+of|under)\s+(?:(?:its|their|the|his|her)\s+)?$", re.IGNORECASE
)
_CHANNEL_OF = re.compile(
    r"\b(?:through|via|by\s+way\s+of)\s+(?:its|their|his|her)\s+$", re.IGNORECASE
)
_GIFTS = frozenset({"gift", "verb_things", "verb_kit", "verb_gift", "rest", "rest_from"})
_SUBJECT = re.compile(
    r"(?P<phrase>(?:The\s+|An?\s+|This\s+)?[^,;:]{2,80}?)(?:\s*\([^()]{1,60}\))?\s+(?:is|are|was|were|has|have|will)\s"
    r"|(?P<acronym>[A-Z][\w.-]*[A-Z][\w.-]*)\s+[a-z]+s\s"
)
_BUDGET = re.compile(
    r"(?P<phrase>(?:The|Its|A|This)\s+[^,;:]{2,60}?)(?:\s*\([^()]{1,60}\)|,\s[^,;]{2,40},)?\s+"
    r"(?:(?:will|is|was|has)\s+[^;]{0,40}?)?(?:(?:a|whose)\s+budget|budgeted|costs?|worth)\b"
)
_PRONOUN = re.compile(r"(?:It|They)\b")
_OPENING_REACH = 25  # characters within which a sentence names what it is about
_MANY = 10  # words of a title
_FEW = 4  # words of "the block", "the new wing"
_SENTENCES_BACK = 2  # sentences before the payment in which what is paid for may be named


def referent(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """What a payment goes back to that does not say itself what it is for."""
    if payment.pattern in _GIFTS or payment.pattern == "donor_list":
        return None
    return (
        _of_pronoun(payment, clauses)
        or _priced(payment, clauses)
        or _thing_before(payment, clauses)
        or named_before(payment, clauses, None)
    )


def _of_pronoun(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """The subject of the sentence before "It is funded by", where it is a name."""
    own = payment.clause
    if _PRONOUN.match(own.text) is None or own.index == 0:
        return None
    last = clauses[own.index - 1]
    subject = _SUBJECT.match(last.text)
    if subject is None:
        return _last_named(last)
    told = subject["phrase"] or subject["acronym"]
    start, end, text = bare(last.start, told)
    named = told[0].isupper() and text[:1].isupper() and len(text.split()) <= _MANY
    thing = told.startswith("The ") and len(text.split()) <= _FEW
    if not (named or thing or BEGINS.fullmatch(text)):
        return _last_named(last)
    return None if _covered(last, start, end) else (start, end, text)


def _priced(payment: Payment, clauses: Sequence[Clause]) -> Recipient | None:
    """What the sentence before gives the budget of: "The scheme costs EUR 2 million. Norway …"."""
    own = payment.clause
    last = clauses[own.index - 1] if own.index else None
    found = _BUDGET.match(last.text) if last is not None and sums_of(last) else None
    if last is None or found is None:
        return None
    thing = bare(last.start + found.start("phrase"), found["phrase"])
    return None if is_means(thing[2]) or _covered(last, thing[0], thing[1]) else thing


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
            if end > limit or _covered(clause, start, end) or is_means(text):
                continue
            name = _APPOSED.search(clause.text, 0, match.start("phrase"))
            if name is not None:
                return (
                    clause.start + name.start("name"),
                    clause.start + name.end("name"),
                    name["name"],
                )
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
        found = bare(clause.start + match.start(), match.group())
        if not _covered(clause, found[0], found[1]):
            return found
    return None


def _covered(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase is part of the name of a body, or what another acts through."""
    if _CHANNEL.search(clause.before(start, 30)):
        return True
    return any(one.start < end <= one.end for one in clause.of("organisation"))


def named_before(payment: Payment, clauses: Sequence[Clause], noun: str | None) -> Recipient | None:
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
                return bare(clause.start + match.start(), match.group())
    return None
