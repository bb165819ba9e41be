"""What a line says that did happen: triggers that hold, and figures and dates that do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.page import Line, Mark
from extract.find.passage import Candidate
from extract.knowledge.counting import function_words
from extract.knowledge.seizures import cues, words_pattern

_MODAL = re.compile(
    r"\b(?:will|would|can|could|(?-i:may)|might|should|must|shall|cannot|to be|not|never"
    r"|if|whether)"
    r"(?:\s+(?:be|have been|also|then|then be))?\s*$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+$", re.IGNORECASE)
_MANAGED = re.compile(
    r"\b(?:managed|able|helped|allowed|enabled|led|made it possible|permitted|contributed)"
    r"\s(?:[\w’'-]+\s){0,6}?to\s+$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\b(?:of|the|these|those|all|any|such|more|for|with|handling|destroy|storing|store|previously)\s+$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|without)\b(?:\s[\w’'-]+){0,4}\s*$", re.IGNORECASE
)
_LISTS = re.compile(  # "the seized drugs included 30 kg of heroin"
    r"\s(?:[a-z-]+\s){1,3}?(?:included?|includes|compris(?:ed?|es)|consist(?:ed|s)? of|were|was|are"
    r"|amounted to|came to|totalled)[:,]?\s(?:[a-z]+\s){0,4}(?=\d)"
)
_AT_MOST = re.compile(r"\s(?:[a-z]+\s)?(?:more than|over|above|in excess of)\s\d")
_NOT_YET = re.compile(
    r"\b(?:have|has|had|did|were|was)\s(?:not|never)\s(?:yet\s|even\s)?$|n[’']t\s$"
)
_NEXT_WORD = re.compile(r"\s([a-z]+)")


def is_actual(line: Line, mark: Mark) -> bool:
    """Whether the trigger tells of something that happened."""
    row = mark.trigger
    if row is None or any(
        one.start <= mark.start and mark.end <= one.end
        for one in line.of("organisation", "person", "place")
    ):
        return False
    clause = max(line.start, mark.start - 90)
    lead = line.between(clause, mark.start)
    if row.side != "noun" and _INFINITIVE.search(lead) and not _MANAGED.search(lead):
        return False
    if _MODAL.search(lead) or _NEGATED.search(lead):
        most = _AT_MOST.match(line.between(mark.end, mark.end + 30))  # "not seized more than 60 kg"
        return most is not None and _NOT_YET.search(lead) is not None
    if line.has("unreal", start=_clause_start(lead, clause), end=mark.start):
        return False
    surface = line.between(mark.start, mark.end)
    if _is_no_find(line, mark, lead) or (
        row.side == "noun"  # "the interdiction team"
        and words_pattern("ranks", r"\s(?:{})\b").match(line.between(mark.end, mark.end + 20))
    ):
        return False
    if row.side == "either" and surface[:1].islower() and _ADJECTIVE.search(lead):
        if opens_list(line, mark):
            return True
        after = _NEXT_WORD.match(line.between(mark.end, mark.end + 20))
        return after is None or after[1] in function_words()
    return True


_PERFECT = re.compile(r"\b(?:had|have|has)\s$")
_NOTHING = re.compile(r"\s(?:nothing|none|neither)\b")
_REPORTED = re.compile(r",\s(?:the\s|an?\s)?(?:[\w-]+\s){1,3}$")
_DEALT = frozenset({"smuggled", "trafficked"})


def _is_dealing(line: Line, mark: Mark) -> bool:
    """Whether the trigger tells of past dealings: "had smuggled"."""
    lead = line.between(max(line.start, mark.start - 6), mark.start)
    return (
        line.between(mark.start, mark.end).lower() in _DEALT and _PERFECT.search(lead) is not None
    )


def _is_no_find(line: Line, mark: Mark, lead: str) -> bool:
    """Whether the trigger tells of past dealings, of nothing found, or only of a finding:
    "had smuggled 6 t", "found nothing in 40 t of onions", "sold 900 tablets, inspectors found."."""
    surface, rest = line.between(mark.start, mark.end).lower(), line.between(mark.end, line.end)
    if _is_dealing(line, mark) or _NOTHING.match(rest):
        return True
    ends = rest.strip() in {"", "."} and surface in {"found", "discovered"}
    return ends and _REPORTED.search(lead) is not None and not _BEING.search(lead)


def opens_list(line: Line, mark: Mark) -> re.Match[str] | None:
    """What stands between the trigger and a list of what was seized: "seized drugs included"."""
    return _LISTS.match(line.between(mark.end, line.end))


_NEW_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:having|after|which|who|when|where|while|but|(?:and\s)?(?:has|have|had))\s"
)


def _clause_start(lead: str, start: int) -> int:
    """Where the clause at the end of ``lead`` begins."""
    cuts = [match.end() for match in _NEW_CLAUSE.finditer(lead)]
    return start + cuts[-1] if cuts else start


_SEIZURES = frozenset({"seizure", "seizures"})


@cache
def _trend() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in cues()["trend_verb"])
    return re.compile(rf"\bseizures?\b[^.;]{{0,90}}\b(?:{verbs})\b", re.IGNORECASE)


def is_trend(line: Line, acts: Sequence[Mark]) -> bool:
    """A national or world figure: a statistic, and no seizure of its own."""
    if line.has("trend") or (line.holds(_SEIZURES) and _trend().search(line.text)):
        return True
    if any(mark.trigger and mark.trigger.trigger == "seized" for mark in acts):
        return False
    return line.has("comparison") or any(
        one.fields["dimension"] == "percent" for one in line.of("quantity")
    )


def before_trend(line: Line, acts: Sequence[Mark]) -> int | None:
    """Where a clause on a trend begins behind one that says what was seized."""
    match = _trend().search(line.text) if line.holds(_SEIZURES) else None
    if match is None:
        return None
    start = line.start + match.start()
    told = any(mark.end < start and mark.trigger and mark.trigger.side != "noun" for mark in acts)
    return start if told else None


def is_hedged(line: Line, acts: Sequence[Mark]) -> bool:
    return bool(acts) and any(
        mark.cue == "hedge" and 0 <= acts[0].start - mark.end <= 25 for mark in line.cues
    )


def is_of_other_act(line: Line, amount: Amount, acts: Sequence[Mark]) -> bool:
    """Whether the amount was grown, made, sold or burnt rather than seized."""
    others = [mark for mark in line.cues if mark.cue == "other_act" and not _is_worth(line, mark)]
    if not others:
        return False
    if _is_governed(line, amount, acts, others):
        return False
    nearest = min(_distance(mark, amount) for mark in others)
    acts = [mark for mark in acts if mark.trigger and mark.trigger.trigger != "weighed"]
    if not (
        line.has("enforcement") or _SEARCHED.search(line.text)
    ):  # "the search produced", but "farmers produced"
        words = {mark.start for mark in others}
        acts = [mark for mark in acts if mark.start not in words]
    return not acts or nearest < min(_distance(mark, amount) for mark in acts)


_OF_SUM = re.compile(r"\sof\s(?:(?:about|some|over|around|nearly)\s)?")


def _is_worth(line: Line, mark: Mark) -> bool:
    """Whether the word only opens what an entry is worth: "with an estimated cost of $3,000"."""
    return any(
        one.fields["dimension"] == "money"
        and _OF_SUM.fullmatch(line.between(mark.end, one.start)) is not None
        for one in line.of("quantity")
        if mark.end < one.start
    )


_SEARCHED = re.compile(
    r"\b(?:search|searches|raid|raids|inspection|check|checks|patrol|sweep|operation)\b",
    re.IGNORECASE,
)
_BEING = re.compile(r"\b(?:was|were|been|be|being|is|are)\s(?:later\s|then\s|all\s)?$")


def _is_governed(line: Line, amount: Amount, acts: Sequence[Mark], others: Sequence[Mark]) -> bool:
    """Whether an act stands before the amount, and nothing else is said to have been done to it."""
    act = next((mark for mark in reversed(acts) if mark.end <= amount.start), None)
    if act is None or act.trigger is None or act.trigger.strength != "strong":
        return False
    return not any(
        act.end <= mark.start < amount.start
        or (mark.start >= amount.end and _BEING.search(line.between(amount.end, mark.start)))
        for mark in others
    )


_GOVERNED = re.compile(r"\s(?:[^.,;:()]{0,40}\s)?", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never)\s(?:been\s|yet\s)?$", re.IGNORECASE)


def is_of_no_act(line: Line, amount: Amount, acts: Sequence[Mark]) -> bool:
    """Whether the amount is the object of a trigger that did not happen ("to find 100 grams")."""
    for mark in line.triggers:
        carried = mark.trigger is not None and mark.trigger.trigger == "carried"
        if mark in acts or mark.trigger is None or (carried and not _is_dealing(line, mark)):
            continue  # "an attempt to smuggle 3 kg" was made
        if mark.end <= amount.start:
            if _GOVERNED.fullmatch(line.between(mark.end, amount.start)) and not any(
                mark.end <= act.start and act.end <= amount.start for act in acts
            ):
                return True
        elif _DENIED.search(line.between(amount.end, mark.start)):
            return not any(amount.end <= act.start < mark.start for act in acts)
    return False


def _distance(mark: Mark, amount: Amount) -> int:
    return max(mark.start - amount.end, amount.start - mark.end, 0)


_TOLD_ON = r"\b(?:{})\b(?:(?!\b(?:that|and|after|when|how|seizures|cases)\b|\d)[^.;:]){0,32}$"


def is_open(date: Candidate) -> bool:
    """Whether a date is a time without an end or a beginning ("since 2014")."""
    edtf: str = date.fields["edtf"]
    return "/.." in edtf or "../" in edtf


_LATER = frozenset({"after", "following"})
_SINCE_THEN = re.compile(  # "on 9 June, four days after the seizure": the day of something else
    r",?\s(?:(?:in|on|during)\s)?(?:[\w-]+\s){0,2}(?:hour|day|morning|night|week|month|year)s?\s"
    r"(?:after|following)\s(?:the|this|that|their|its)\s(?:[\w-]+\s)?"
    r"(?:seizures?|finds?|hauls?|raids?|arrests?|discovery|operation|interception|search|bust)\b"
)


def event_dates(line: Line) -> list[Candidate]:
    """Dates of the line but those of telling it or of a comparison ("fewer than in 2020")."""
    dates = line.of("date")
    if dates and line.holds(_LATER):
        dates = [date for date in dates if not _SINCE_THEN.match(line.text, date.end - line.start)]
    return [
        date
        for date in dates
        if not words_pattern("reporting", _TOLD_ON).search(
            line.between(max(line.start, date.start - 50), date.start)
        )
    ]
