"""Where law enforcement is at work: what a line may tell without a strong word of seizing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.seizures.acts import event_dates
from extract.compose.seizures.amounts import Amount
from extract.compose.seizures.page import Line, Mark
from extract.knowledge.seizures import words_pattern

_QUOTES = "\"“„«‘'`"
_POSSIBLE = re.compile(
    r"\b(?:if|how(?! much| many)|would|could|can|might|(?-i:may)|should|whether|rumou?red"
    r"|supposed to|tip that|told that|warned that|said to (?:hold|contain|carry)|claimed to"
    r"|(?:denied|dismissed) (?:reports|rumours|claims)|there (?:was|were|is) no)\b"
    r"(?! only\b)"
    r"[^,;:.]{0,120}$",
    re.IGNORECASE,
)
DOSE = 0.0005  # kilograms: less is a dose
_POSSIBLE_AFTER = re.compile(
    r"(?:(?!\b(?:nobody|no one|none)\b)[^,;:.]){0,60}"
    r"\b(?:(?:can|may)\s(?:have\s)?(?:be|been)\b|(?:would|could|might|should)\s)"
)
SCENES = 2  # words of the scene that make one, where no word says law enforcement


def is_supposed(line: Line, amount: Amount) -> bool:
    """Whether the clause in front of the amount only says what could be."""
    if line.text.startswith("If ") or _POSSIBLE_AFTER.match(line.between(amount.end, line.end)):
        return True
    return _POSSIBLE.search(line.between(line.start, amount.start)) is not None


_LEARNT = re.compile(
    r"\b(?:drawn up|learn\w*|taught|trained|practised|acquired|developed|prepared|made|drafted"
    r"|tested|after|since|following|thanks to)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def _is_exercise(line: Line) -> bool:
    """Whether the line tells of training: not of what was found with what had been learnt."""
    return any(
        mark.cue == "exercise"
        and not (event_dates(line) and _LEARNT.search(line.between(mark.start - 60, mark.start)))
        and not _is_studied(line, mark)
        for mark in line.cues
    )


_WHICH = re.compile(r"\b(?:which|that)\s[^,;]*$")


def _is_studied(line: Line, exercise: Mark) -> bool:
    """Whether a day's find was only studied: "with the 9 t that customs found on 3 May 2019"."""
    days = [one.start for one in event_dates(line) if one.fields.get("precision") == "day"]
    return any(
        exercise.end < act.start < day and _WHICH.search(line.between(exercise.end, act.start))
        for act in line.triggers
        for day in days
    )


def may_tell(
    line: Line, acts: Sequence[Mark], before: Sequence[Line], after: Sequence[Line]
) -> bool:
    """Whether a line without a strong trigger may tell of a seizure at all."""
    if _is_exercise(line) or (not acts and _is_idle(line)):
        return False
    if acts and any(one.has("scene") for one in (line, *before[-3:], *after[:2])):
        return True
    near = (line, *before[-6 if acts else -3 :], *after[:2])
    if any(_is_policed(one) for one in near):
        return True
    return sum(mark.cue == "scene" for one in near for mark in one.cues) >= SCENES


_IDLE = re.compile(
    r"\?\s*$|\b(?:paid|pays?|bought|buys?|sold|sells?|price[sd]?|costs?|averages?|average|consum\w+|donated|equipped)\b"
    r"|\b[Ee]ach\b[^.;]{0,40}\breceived\b"
)


def _is_idle(line: Line) -> bool:
    """Whether a line without a trigger asks, quotes or speaks of trade: it tells of no seizure."""
    return line.text[0] in _QUOTES or _IDLE.search(line.text) is not None


def is_contraband(line: Line, one: Amount, acts: Sequence[Mark]) -> bool:
    """Goods that need no strong word of seizing where law enforcement is at work."""
    lawful = one.category == "non_drug_goods"
    if lawful and one.role == "measure" and _only_took(line, acts):
        return _ILLICIT.search(line.between(one.start - 12, one.end + 24)) is not None
    if acts and not (one.role == "goods" and lawful):
        return True
    if acts and _ILLICIT.search(line.between(one.start - 12, one.end + 24)):
        return True
    if one.base_unit == "kg" and (one.base_value or 0) < DOSE:
        return False
    if one.is_drug and one.role == "form" and one.substance_id is None:
        return False  # "50,000 iodine tablets"
    return one.is_drug or one.name is None or one.category in {"wildlife", "weapon"}


def _only_took(line: Line, acts: Sequence[Mark]) -> bool:
    """Whether someone, who need not enforce the law, took lawful goods: who buys does."""
    kinds = {mark.trigger.trigger for mark in acts if mark.trigger}
    return bool(kinds) and kinds <= {"taken"} and not _is_policed(line)


def _is_policed(line: Line) -> bool:
    """Whether law enforcement is at work in the line: by a word, or by the name of a body."""
    if "policed" not in line.read:
        seizing = words_pattern("seizing_kinds", r"\b(?:{})\b")
        line.read["policed"] = line.has("enforcement") or any(
            seizing.search(str(body.fields["name"])) is not None for body in line.of("organisation")
        )
    policed: bool = line.read["policed"]
    return policed


FOUND = frozenset({"found", "discovery", "stopped", "hidden", "yielded"})
LOAD = 0.1  # kilograms: what no one has by chance
_ILLICIT = re.compile(
    r"\b(?:stolen|smuggled|illegal|illicit|counterfeit|fake|forged|false|falsified|undeclared|looted"
    r"|poached|contraband|pirated|unlicensed|trafficked|untaxed|protected|undocumented)\b",
    re.IGNORECASE,
)


def tells_itself(
    line: Line, acts: Sequence[Mark], amounts: Sequence[Amount], context: Amount | None
) -> bool:
    """Whether the goods alone show that who found them enforced the law: a load of drugs.

    ``context`` is what amounts without a name are of.
    """
    if _is_exercise(line) or line.has("other_act") or line.text[0] in _QUOTES:
        return False
    if not any(mark.trigger and mark.trigger.trigger in FOUND for mark in acts):
        return False
    return any(
        one.base_unit == "kg"
        and (one.base_value or 0) >= LOAD
        and (one.is_drug or (one.name is None and context is not None and context.is_drug))
        for one in amounts
    )
