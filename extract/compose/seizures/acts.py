"""What a line says that did happen: triggers that hold, and figures and dates that do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.page import Line, Mark
from extract.find.passage import Candidate
from extract.knowledge.seizures import cues, words_pattern

_MODAL = re.compile(
    r"\b(?:will|would|can|could|may|might|should|must|shall|cannot|to be|not|never|if|whether)"
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
_NOUN_AFTER = re.compile(r"\s(?!at\b|in\b|on\b|by\b|from\b|and\b|with\b|a\b|an\b|the\b|\d)[a-z]")


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
    if _INFINITIVE.search(lead) and not _MANAGED.search(lead):
        return False
    if _MODAL.search(lead) or _NEGATED.search(lead):
        return False
    if line.has("unreal", start=clause, end=mark.start):
        return False
    surface = line.between(mark.start, mark.end)
    if row.side == "either" and surface[:1].islower() and _ADJECTIVE.search(lead):
        return not _NOUN_AFTER.match(line.between(mark.end, mark.end + 6))
    return True


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


def is_hedged(line: Line, acts: Sequence[Mark]) -> bool:
    return bool(acts) and any(
        mark.cue == "hedge" and 0 <= acts[0].start - mark.end <= 25 for mark in line.cues
    )


def is_of_other_act(line: Line, amount: Amount, acts: Sequence[Mark]) -> bool:
    """Whether the amount was grown, made, sold or burnt rather than seized."""
    others = [mark for mark in line.cues if mark.cue == "other_act"]
    if not others:
        return False
    nearest = min(_distance(mark, amount) for mark in others)
    if not line.has("enforcement"):  # "the search produced", but "farmers produced"
        words = {mark.start for mark in others}
        acts = [mark for mark in acts if mark.start not in words]
    return not acts or nearest < min(_distance(mark, amount) for mark in acts)


def _distance(mark: Mark, amount: Amount) -> int:
    return max(mark.start - amount.end, amount.start - mark.end, 0)


_TOLD_ON = r"\b(?:{})\b[^.;:]{0,32}$"


def is_open(date: Candidate) -> bool:
    """Whether a date is a time without an end or a beginning ("since 2014")."""
    edtf: str = date.fields["edtf"]
    return "/.." in edtf or "../" in edtf


def event_dates(line: Line) -> list[Candidate]:
    """Dates of the line but those of telling it or of a comparison ("fewer than in 2020")."""
    return [
        date
        for date in line.of("date")
        if not words_pattern("reporting", _TOLD_ON).search(
            line.between(max(line.start, date.start - 50), date.start)
        )
    ]


# --- where law enforcement is at work -------------------------------------------------------------

_QUOTES = "\"“„«‘'`"
_POSSIBLE = re.compile(
    r"\b(?:if|how(?! much| many)|would|could|can|might|may|should|whether)\b(?! only\b)"
    r"[^,;:.]{0,120}$",
    re.IGNORECASE,
)
DOSE = 0.0005  # kilograms: less is a dose
_POSSIBLE_AFTER = re.compile(
    r"[^,;:.]{0,60}\b(?:would|could|can|might|may|should)\s(?:have\s)?(?:be|been)\b"
)
SCENES = 2  # words of the scene that make one, where no word says law enforcement


def is_supposed(line: Line, amount: Amount) -> bool:
    """Whether the clause in front of the amount only says what could be."""
    if line.text.startswith("If ") or _POSSIBLE_AFTER.match(line.between(amount.end, line.end)):
        return True
    return _POSSIBLE.search(line.between(line.start, amount.start)) is not None


def may_tell(
    line: Line, acts: Sequence[Mark], before: Sequence[Line], after: Sequence[Line]
) -> bool:
    """Whether a line without a strong trigger may tell of a seizure at all."""
    if line.has("exercise") or (not acts and line.text[0] in _QUOTES):
        return False
    if acts and any(one.has("scene") for one in (line, *before[-3:], *after[:2])):
        return True
    near = (line, *before[-6 if acts else -3 :], *after[:2])
    if any(_is_policed(one) for one in near):
        return True
    return sum(mark.cue == "scene" for one in near for mark in one.cues) >= SCENES


def is_contraband(one: Amount, acts: Sequence[Mark]) -> bool:
    """Goods that need no strong word of seizing where law enforcement is at work."""
    if acts and not (one.role == "goods" and one.category == "non_drug_goods"):
        return True
    if one.base_unit == "kg" and (one.base_value or 0) < DOSE:
        return False
    return one.is_drug or one.name is None or one.category in {"wildlife", "weapon"}


def _is_policed(line: Line) -> bool:
    """Whether law enforcement is at work in the line: by a word, or by the name of a body."""
    if "policed" not in line.read:
        seizing = words_pattern("seizing_kinds", r"\b(?:{})\b")
        line.read["policed"] = line.has("enforcement") or any(
            seizing.search(str(body.fields["name"])) is not None for body in line.of("organisation")
        )
    policed: bool = line.read["policed"]
    return policed
