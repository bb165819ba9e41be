"""Donors by the part they play, whatever the words: who gives, or whom money comes from.

A body known to pay, or a country, that is the subject of a verb of paying, or stands behind "by" or
"from" in a clause about money, gives it. A country at large must be another than those the article
is about, unless a sum stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.funding.needs import (
    FEW_WORDS,
    Beside,
    cue,
    goods_behind,
    is_foreign,
    is_giver,
    is_implementer,
    is_state,
    pays_people,
    sums_of,
)
from extract.compose.funding.payment import Payment, Told
from extract.compose.funding.roles import EXPENSE, plays
from extract.compose.funding.subjects import (
    bridge,
    is_channel,
    is_part_of,
    payers_before,
    sources,
    verb_offset,
    without_subject,
)
from extract.compose.names import Name, capitals_in, is_body, is_demonym, names_after, names_in
from extract.compose.wording import at_word, branches
from extract.knowledge.funding import cues

REACH = 70  # characters between the name and what is said of it
_SOURCE = re.compile(
    r"\b(?:by|from)\s+(?:(?:the|both|our|its|a)\s+)?"
    r"(?:(?:ambassador|ambassadors|embassy|government|governments|people)\s+of\s+(?:the\s+)?"
    r"|[A-Z][\w-]+['’]s\s+)?$",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:offered|donated|supplied|provided|given|handed\s+over|bought|purchased|delivered|presented|lent"
    r"|gifted|furnished|contributed)(?:\s+\w+ly)?(?:\s+to\s[^,;:]{2,60})?\s*$",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:came|comes?)\s*$", re.IGNORECASE)
_REACHED = re.compile(
    r"\b(?:received?|receives|obtains?|obtained|gets?|got|accepted|secured?|acquired|took\s+delivery\s+of)"
    r"\s[^.;:]{0,60}$|\b(?:came|comes?|coming)\s+as\s+an?\s+\w+\s*$",
    re.IGNORECASE,
)
_NO_MEANS = re.compile(r"\b(?:worth|value|valued|on loan)\b", re.IGNORECASE)
_STILL_SUM = re.compile(r"(?:,?\s+(?!to\b|by\b|with\b)[\w'’-]+){0,5},?\s*")
_FINDS = re.compile(
    r"\b(?:found|finds|discovered|detected|carried|carrying|hidden|brought|stole|earned)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PUTS_AT = re.compile(r"put(?:s|ting)?\s+(?:[\w'’-]+\s+){1,5}at\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|of|near|at|to|for|through|around|outside|,)\s*(?:the\s+)?$", re.IGNORECASE
)
_NO_SUBJECT = re.compile(
    r"\b(?:at|to|on|in|by|from|with|near|outside|throughout|against|into)\s+(?:(?:the|both|our|its|a)\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:and|as well as)\s+(?:(?:the|government|kingdom|of)\s+){0,4}$", re.IGNORECASE
)
_NOT_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_NOT_HAVE = re.compile(
    r"\b(?:would|could)\b[^.;]{0,60}\bhave\b|\bnot\b[^.;]{0,60}\bwithout\b", re.IGNORECASE
)


@cache
def _pays() -> re.Pattern[str]:
    """A verb whose subject pays, right behind it; "soft" ones pay only where money follows."""
    return re.compile(
        rf"{bridge()}\s+(?:(?P<hard>{branches(sources('pay_verb'))}|(?:paid|pays|paying)(?=\s*(?:$|[.;:])))"
        rf"|(?P<soft>{branches(sources('give_verb'))}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _verb_words() -> frozenset[str]:
    """The first words of these verbs: a clause without any is not looked at."""
    verbs = (*cues()["pay_verb"], *cues()["give_verb"])
    return frozenset(verb.split()[0] for verb in verbs) | {"paid", "pays", "paying"}


@cache
def _money() -> re.Pattern[str]:
    words = at_word([*sources("money"), *sources("cost")])
    return re.compile(rf"{words}(?![\w-])", re.IGNORECASE)


@cache
def _given() -> re.Pattern[str]:
    """The end of a clause before "by": "was covered in full"."""
    verbs = at_word(sources("give_verb"))
    return re.compile(
        rf"{verbs}(?:\s+(?:in\s+full|in\s+part|\w+ly|again|together))?\s*$",
        re.IGNORECASE,
    )


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(rf"{at_word(sources('paid'))}(?![\w-])", re.IGNORECASE)


def loose(clause: Clause, named: Mapping[str, set[int]]) -> Iterator[Payment]:
    """The donors that no wording of the table tells."""
    names = [*names_in(clause), *capitals_in(clause)]
    if not names or cue("dirty").search(clause.text):
        return
    real = (
        _NOT_HAVE.search(clause.text) is not None and _NOT_WITHOUT.search(clause.text) is not None
    )
    verbs = not clause.words.isdisjoint(_verb_words())
    seen: set[int] = set()
    for name in names:
        if (
            name.start in seen
            or (is_demonym(name) and verb_offset(clause, name) == name.end)
            or is_implementer(name)
            or _is_where(clause, name)
        ):
            continue
        found = (
            (_gives(clause, name, real) if verbs else None)
            or plays(clause, name)
            or _source(clause, name, real)
        )
        if found is None:
            continue
        listed = (
            without_subject(clause, names_after(clause, name.start))
            if found.after
            else payers_before(clause, found.start)
        )
        for donor in listed or [name]:
            if donor.start not in seen and (found.plain or _pays_here(clause, named, donor)):
                seen.add(donor.start)
                yield Payment(
                    clause, found.start, found.end, "loose", donor, None, found.after, weak=True
                )


def _is_where(clause: Clause, name: Name) -> bool:
    """A capital that is no more than the place of something."""
    placed = name.mention is not None and name.mention.kind == "place"
    return placed and _WHERE.search(clause.before(name.start, 20)) is not None


def _pays_here(clause: Clause, named: Mapping[str, set[int]], donor: Name) -> bool:
    if re.match(r"['’]s?\s", clause.after(donor.end, 4)) and not EXPENSE.match(
        clause.after(donor.end, 30)
    ):
        return False
    beside = Beside(clause, named, [donor], donor.end)
    if donor.mention is not None and donor.mention.kind == "country":
        return bool(sums_of(clause)) or is_foreign(beside, donor)
    return (
        is_giver(donor)
        or is_foreign(beside, donor)
        or (donor.mention is not None and donor.mention.kind == "place")
    )


def _gives(clause: Clause, name: Name, real: bool) -> Told | None:
    """Subject of a verb of paying, or of giving with money behind it."""
    verb = _pays().match(clause.text, verb_offset(clause, name) - clause.start)
    if verb is None or is_channel(clause, name):
        return None
    of_country = verb.start() > name.end - clause.start
    if not of_country and is_part_of(clause, name):
        return None
    lead_in = _NO_SUBJECT.search(clause.before(name.start, 20))
    absolute = lead_in is not None and lead_in.group().lower().startswith("with")
    if lead_in and not of_country and not (absolute and "ing" in verb.group()):
        return None
    group = "hard" if verb.group("hard") else "soft"
    if _is_no_finite_verb(clause, name, verb, group):
        return None
    hoped = clause.before(name.start, 40) + verb.group() if " to " in verb.group() else verb.group()
    if not real and cue("unreal").search(hoped):
        return None
    start, end = clause.start + verb.start(group), clause.start + verb.end()
    if pays_people(clause, end):
        return None
    if group == "soft" and not (
        _money_behind(clause, end) or goods_behind(clause, end) or _rel_money(clause, name)
    ):
        return None
    return Told(start, end, after=False, plain=group == "hard" and is_state(name))


def _is_no_finite_verb(clause: Clause, name: Name, verb: re.Match[str], group: str) -> bool:
    """Whether the form cannot be what the name does: "is funded", "Japan fund", "puts it at"."""
    lead = verb.group()[: verb.start(group) - verb.start()].split()
    passive = bool(lead) and lead[-1].lower() in {"is", "are", "was", "were", "been", "be"}
    told = " ".join(verb.group(group).lower().split())
    if told in cues()["base_verb"] and not _takes_base(clause, name, lead):
        return True
    puts_at = _PUTS_AT.match(clause.text, verb.start(group)) is not None
    return puts_at or (passive and not told.split()[0].endswith("ing"))


def _takes_base(clause: Clause, name: Name, lead: Sequence[str]) -> bool:
    """Whether the base form can be a verb: "will fund", "Japan and Norway fund"."""
    if lead and lead[-1].lower() in {"will", "to", "shall", "would", "both", "jointly", "together"}:
        return True
    return _LISTED.search(clause.before(name.start, 30)) is not None


def _money_behind(clause: Clause, end: int) -> bool:
    """Whether what is given is money: a sum or a word for it, a few words on."""
    after = clause.after(end, REACH)
    offsets = [one.start - end for one in sums_of(clause) if 0 <= one.start - end < REACH]
    word = _money().search(after)
    offsets += [word.start()] if word else []
    return any(FEW_WORDS.fullmatch(after[:offset]) for offset in offsets)


def _rel_money(clause: Clause, name: Name) -> bool:
    """ "the EUR 500,000 that Ireland sent", "the EUR 500,000 Ireland sent"."""
    before = clause.before(name.start, 40)
    if any(0 <= name.start - one.end <= 1 for one in sums_of(clause)):
        return True
    return re.search(r"\b(?:that|which)\s+(?:the\s+)?$", before) is not None and _has_money(
        clause, name.start - 40, name.start
    )


def _source(clause: Clause, name: Name, real: bool) -> Told | None:
    """Behind "by" and a verb of paying, or behind "from" and money."""
    before = clause.before(name.start, REACH + 30)
    link = _SOURCE.search(before)
    if link is None:
        return None
    before = before[: link.start()]
    if not real and cue("unreal").search(before[-50:]):
        return None
    by = link.group().lower().startswith("by")
    told = list(_paid().finditer(before)) if by else []
    if told and len(before) - told[-1].end() <= REACH:
        return Told(clause.start, name.start, after=True, plain=is_state(name))
    near = before[-45:]
    handed = (_HANDED if by else _REACHED).search(before)
    if handed is None and is_body(name) and not by:
        handed = _CAME.search(before)
    if (
        handed is not None
        and is_state(name)
        and not is_demonym(name)
        and cue("kit").search(before) is not None
    ):
        return Told(clause.start, name.start, after=True, plain=True)
    if _NO_MEANS.search(near):
        return None
    if by and _given().search(before) and _has_money(clause, clause.start, name.start):
        return Told(clause.start, name.start, after=True)
    if not by and (_money().search(near) or _sum_beside(clause, name.start - len(link.group()))):
        return Told(clause.start, name.start, after=True)
    return None


def _sum_beside(clause: Clause, offset: int) -> bool:
    """Whether a sum that nobody found or hid stands right before "from"."""
    return any(
        0 <= offset - one.end <= 50
        and _STILL_SUM.fullmatch(clause.between(one.end, offset)) is not None
        and _FINDS.search(clause.before(one.start, 25)) is None
        for one in sums_of(clause)
    )


def _has_money(clause: Clause, start: int, end: int) -> bool:
    if any(start <= one.start < end for one in sums_of(clause)):
        return True
    return _money().search(clause.between(start, end)) is not None
