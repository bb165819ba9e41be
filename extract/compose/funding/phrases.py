"""Noun phrases beside a payment: what stands behind a verb, before a participle, in quotes."""

from __future__ import annotations

import re

from extract.compose.clauses import Clause
from extract.compose.funding.needs import cue, sums_of

Recipient = tuple[int, int, str]

_CONDITION = (
    r"(?:subject\s+to|pending|contingent\s+(?:up)?on|conditional\s+(?:up)?on|depending\s+on"
    r"|(?:provided|providing)\s+that|on\s+(?:the\s+)?condition|unless|if|once)\b"
)
_CONDITIONED = re.compile(rf",\s+{_CONDITION}[^,.;]{{1,60}},", re.IGNORECASE)
PHRASE = (
    r"(?P<phrase>(?:[^,.;:()]|(?<=\d)[,.](?=\d)){2,140}?)(?=\s*(?:[,.;:()]|$)"
    r"|\s(?:is|are|was|were|has|have|had|will|would|can|may|ends|starts|began|opened|closed"
    r"|include|includes|comes|came|goes|went|at present|currently|worth|to be"
    r"|while|which|that|who|since|with|and|in|as|by|from|at|within|under|until|through|so)\s"
    rf"|\s{_CONDITION})"
)
_PHRASE = re.compile(r"\s*" + PHRASE, re.IGNORECASE)
_NO_PHRASE = re.compile(
    r"(?:in|at|for|of|and|by|with|on|from|to|under|over|since|until|each|every|behind)\s|\d{4}\b(?!\s[a-z])"
    r"|(?:be|again|today|now|here|there|too|together)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\sto\s+[a-z]{3,}\s+(?=(?:the|an?|its|their|this|\d[\d,.]*)\s)")
_ARTICLE = re.compile(r"(?:-|the|a|an|this|these|its|their|all|both|such)\s+", re.IGNORECASE)
_QUOTED = re.compile(
    r"[\"“«](?P<phrase>[^\"“”«»\n]{4,120})[\"”»]|(?<!\w)['‘](?P<single>[A-Z][^'‘’\n]{8,110})['’](?!\w)"
)
_CALLED = re.compile(r"(?:[\w'’-]+\s+){0,6}?(?=[\"“«'‘])")
_PURPOSE = re.compile(
    r"\s(?:for|to|into|towards?|(?P<of>of)|behind|in\s+support\s+of)\s+(?=(?P<phrase>\S))",
    re.IGNORECASE,
)
_TURN = re.compile(
    rf",\s+and\s|,?\s+(?:and\s+the|while|but|whereas|who)\s|;|{_CONDITION}|\.\s", re.IGNORECASE
)
_SPECIFIC = (
    r"(?:(?!full|whole|total|other|remaining|all|entire|these|their|its|the|of|part|most|half|related"
    r"|estimated|additional|further|financial|generous|voluntary|annual|own|latest|first|second)[a-z-]+)"
)
EXPENSE = re.compile(
    rf"(?:{_SPECIFIC}\s+(?:costs?|fees|expenses|bills?)|(?:[\w-]+['’]s?\s+)?(?:salaries|wages|flights"
    r"|tuition|travel|tickets|airfares?|accommodation|upkeep|fuel|stipends|per\s+diems?))",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?:[\w'’-]+\s+){0,3}?(?:costs?|bills?|money|funds?|funding|financing|sum|amount|budget|expenses?|tab|price"
    r"|fees?|rest|remainder|balance|half|whole|bulk|purpose|grants?|contributions?|donations?|loans?|credit|resources|means"
    r"|cheque|instalment|share|support|salaries|wages|generosity|sponsorship|aid|assistance|backing"
    r"|difference|shortfall|gap|itself|themselves|invoice|everything|what|first|second|other|others|last"
    r"|the|its|their|this|donors?|funders?|sponsors?|contributors?)"
    r"|(?:half|part|most|all|some|bulk|\w+\s+(?:per\s?cent|thirds?|quarters?|fifths?)|third|quarter)"
    r"(?:\s+of\s.*)?|[A-Z]{0,3}\s?[$€£¥]?\s?\d.*\b(?:million|thousand|billion|per\s?cent)|\d+\s?%"
    r"|(?:of\s+)?(?:it|they|them|this|that|these|those|both|he|she|we|there|what|you|all)\b.*",
    re.IGNORECASE,
)
_DETERMINER = (
    r"(?:the|an?|this|these|its|their|our|another|some|several|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve|project|\d[\d,.]*)"
)
_STOP = (
    r"(?:is|are|was|were|be|been|has|have|had|will|to|with|by|from|at|in|into|under|through|that"
    r"|which|who|whose|and|or|as|while|where|when)"
)
_WORD = rf"(?!(?:{_STOP}|{_DETERMINER}|of|on|for|against|about)(?![\w-]))[\w'’/-]+"
_LAST = re.compile(
    rf"\b(?P<lead>{_DETERMINER})\s+(?P<phrase>(?:{_WORD}\s+){{0,5}}{_WORD}"
    rf"(?:\s+(?:of|on|for|against|about)\s+(?:{_DETERMINER}\s+)?(?:{_WORD}\s+){{0,5}}{_WORD})*)$",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"(?:\s*\([^()]{1,60}\))?,?\s+(?:worth|costs?|at\s+an?\s+(?:\w+\s+)?(?:cost|price)\s+of|costing|for)\s+[^,;]{2,40}$"
    r"|\s*\([^()]{1,60}\)$"
)


def is_means(text: str) -> bool:
    """Whether the words say money, a share of it, or go back to what was said."""
    return _MEANS.fullmatch(text) is not None and EXPENSE.fullmatch(text) is None


def bare(start: int, text: str) -> Recipient:
    """The phrase without its article and quotes."""
    article = _ARTICLE.match(text)
    lead = article.end() if article else 0
    kept = re.sub(r"['’]s?$|\s+worth\s.*$", "", text[lead:].strip().strip('"“”«»'))
    return start + lead, start + lead + len(kept), kept


def phrase_at(clause: Clause, offset: int) -> Recipient | None:
    """The noun phrase that begins at the offset; of a thing with a title in quotes, the title."""
    at = offset - clause.start
    called = _CALLED.match(clause.text, at + len(clause.text[at:]) - len(clause.text[at:].lstrip()))
    quoted = _QUOTED.match(clause.text, called.end()) if called is not None else None
    if quoted is not None:
        return _title(clause, quoted)
    found = _PHRASE.match(clause.text, at)
    if found is None or _NO_PHRASE.match(found.group("phrase")):
        return None
    start, end, text = bare(clause.start + found.start("phrase"), found.group("phrase"))
    return (start, end, text) if text else None


def _title(clause: Clause, quoted: re.Match[str]) -> Recipient:
    group = "phrase" if quoted["phrase"] else "single"
    text = quoted[group].rstrip(",. ")
    start = clause.start + quoted.start(group)
    return start, start + len(text), text


def purpose(clause: Clause, start: int, end: int | None = None) -> Recipient | None:
    """The first phrase behind "for", "to", "of", … from ``start`` on that is no money.

    It stands before the next comma; behind a sum a comma may come between.
    """
    text = _CONDITIONED.sub(lambda aside: " " * len(aside.group()), clause.text)
    first = max(0, start - clause.start - 1)
    last = min(len(text), first + 160) if end is None else end - clause.start
    turn = _TURN.search(text, first, last)
    last = turn.start() if turn else last
    comma = text.find(", ", first, last)
    for link in _PURPOSE.finditer(text, first, last):
        beyond = -1 < comma < link.start()
        if beyond and (link["of"] or not _sum_within(clause, first, comma)):
            break
        verb = _TO_DO.match(text, link.start())
        at = clause.start + (verb.end() if verb is not None else link.start("phrase"))
        if _in_name(clause, clause.start + link.start() + 1):
            continue
        found = phrase_at(clause, at)
        if found is None or is_means(found[2]) or is_measure(clause, found):
            continue
        return found
    return None


def _sum_within(clause: Clause, first: int, last: int) -> bool:
    return any(first <= one.start - clause.start < last for one in sums_of(clause))


def _in_name(clause: Clause, offset: int) -> bool:
    return any(one.start < offset < one.end for one in clause.of("organisation", "country"))


def is_measure(clause: Clause, found: Recipient) -> bool:
    """Whether the phrase is a sum of money or a time."""
    for one in sums_of(clause):
        if one.start < found[1] and found[0] < one.end and found[1] <= one.end + 8:
            return True
    return any(one.start <= found[0] and found[1] <= one.end + 1 for one in clause.of("date"))


def object_at(clause: Clause, offset: int, gift: bool) -> Recipient | None:
    """What the verb that ends at ``offset`` pays for.

    Its object, or what stands behind "for" or "of" where that is money or a bill; of a ``gift``
    first whom it is for: "donated 20 computers to the academy".
    """
    found = phrase_at(clause, offset)
    head = re.split(r"\s+(?:of|for|to|on|towards)\s", found[2])[0] if found is not None else ""
    if found is None or is_means(head) or is_measure(clause, found):
        return purpose(clause, offset)
    if EXPENSE.fullmatch(head):
        return found
    if gift:
        beyond = _PURPOSE.search(found[2])
        if beyond is not None:
            return phrase_at(clause, found[0] + beyond.start("phrase")) or found
        goods = cue("kit").search(head) is not None or _counted(clause, offset)
        return found if goods else purpose(clause, offset) or found
    return found


def _counted(clause: Clause, offset: int) -> bool:
    return any(
        0 <= one.start - offset <= 3 and one.fields["dimension"] == "count"
        for one in clause.of("quantity")
    )


def phrase_before(clause: Clause, offset: int) -> Recipient | None:
    """The last noun phrase before the offset: "a scanner (at a cost of …), | funded by"."""
    before = _PRICED.sub("", clause.before(offset, 200).rstrip(" ,\n"))
    end = offset - (len(clause.before(offset, 200)) - len(before))
    for quoted in _QUOTED.finditer(clause.text):
        if quoted.end() == end - clause.start:
            return _title(clause, quoted)
    found = _LAST.search(before)
    if found is None:
        return None
    kept = (
        "phrase"
        if found["lead"].lower() in {"the", "a", "an", "this", "its", "their", "our"}
        else "lead"
    )
    text = before[found.start(kept) :]
    last = end - len(text), end, text
    return None if is_means(text) or is_measure(clause, last) else last
