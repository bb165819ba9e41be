"""An explanation in plain lines: the fact, its slots with their words, and what gave way."""

from __future__ import annotations

import json
from collections.abc import Iterator

from extract.report.explain import COMPOSITE, Considered, Explanation
from extract.resolve import Reason
from schemas import FactBase

_CONTEXT, _LONGEST = 40, 160
_FULL_SUPPORT = 3
_REASONS: dict[Reason, str] = {
    "unsupported": "nothing in the text supports it",
    "shorter": "shorter than {winner}",
    "less_supported": "as long as {winner}, less supported",
    "later": "as long and as well supported as {winner}, but later",
    "rule_order": "the same words as {winner}, whose rule sorts first",
    "kind_order": "a {kind} gives way to {winner}",
    "longer_kind": "a {kind} gives way to a longer {winner_kind}: {winner}",
}


def explained(explanation: Explanation) -> str:
    """The explanation as text, for a terminal or a file."""
    return "\n".join(
        [
            *(f"note: {change}" for change in explanation.changes),
            *_head(explanation),
            "",
            *_slots(explanation),
            "",
            *_considered(explanation),
            "",
        ]
    )


def _head(explanation: Explanation) -> Iterator[str]:
    fact, candidate = explanation.fact, explanation.candidate
    support = f", support {candidate.support} of {_FULL_SUPPORT}" if candidate else ""
    measured = "not measured" if fact.confidence is None else f"{fact.confidence:g}"
    yield f"{fact.kind} {fact.id}"
    yield f"  in          {fact.document_id}, article {fact.article}, [{fact.start}, {fact.end})"
    yield f"  words       {_snippet(explanation, fact.start, fact.end)}"
    yield f"  found by    {fact.method}{support}"
    yield f"  confidence  {measured}"
    if fact.warnings:
        yield f"  warnings    {', '.join(fact.warnings)}"


def _slots(explanation: Explanation) -> Iterator[str]:
    fact = explanation.fact
    said = fact.model_dump(mode="json", exclude_defaults=True, exclude=set(FactBase.model_fields))
    said.pop("kind", None)
    places = {slot.slot for slot in fact.evidence}
    yield "slots"
    for name, value in said.items():
        several = isinstance(value, list) and any(isinstance(one, dict) for one in value)
        for one in value if several else [value]:
            yield f"  {name} = {json.dumps(one, ensure_ascii=False)}"
        yield from _evidence(explanation, name)
        if fact.kind in COMPOSITE and name not in places:
            yield "    follows from the other slots; no words of its own"
    for name in sorted(places - said.keys()):
        yield f"  {name}"
        yield from _evidence(explanation, name)


def _evidence(explanation: Explanation, slot: str) -> Iterator[str]:
    for words in explanation.fact.evidence:
        if words.slot == slot:
            yield f"    {_snippet(explanation, words.start, words.end)}"
            for one in explanation.considered:
                if one.fact and one.kind not in COMPOSITE and _overlap(one, words.start, words.end):
                    yield f"      {_named(explanation, one)} by {one.rule}"


def _considered(explanation: Explanation) -> Iterator[str]:
    fact = explanation.fact
    used = [(slot.start, slot.end) for slot in fact.evidence] if fact.kind in COMPOSITE else []
    beside = [
        one
        for one in explanation.considered
        if one.fact and not any(_overlap(one, start, end) for start, end in used)
    ]
    gave_way = [one for one in explanation.considered if one.reason]
    if beside:
        title = "evidence of no slot" if fact.kind in COMPOSITE else "also stand"
        yield f"in the same words, {title}"
        yield from (f"  {_named(explanation, one)} by {one.rule}" for one in beside)
    yield "considered and dropped" if gave_way else "considered and dropped: nothing"
    for one in gave_way:
        yield f"  {_named(explanation, one)} by {one.rule}: {_why(explanation, one)}"


def _why(explanation: Explanation, one: Considered) -> str:
    words = _REASONS[one.reason] if one.reason else ""
    if one.winner is None:
        return words
    winner = (
        "this fact"
        if _is(one.winner, explanation.candidate)
        else f"{_named(explanation, one.winner)} by {one.winner.rule}"
    )
    return words.format(kind=one.kind, winner=winner, winner_kind=one.winner.kind)


def _is(one: Considered, other: Considered | None) -> bool:
    return other is not None and all(
        getattr(one, name) == getattr(other, name) for name in ("kind", "start", "end", "rule")
    )


def _named(explanation: Explanation, one: Considered) -> str:
    words = _flat(explanation.text[one.start : one.end])
    return f"{one.kind} “{_short(words)}” [{one.start}, {one.end})"


def _snippet(explanation: Explanation, start: int, end: int) -> str:
    text = explanation.text
    before = _flat(text[max(0, start - _CONTEXT) : start])
    after = _flat(text[end : end + _CONTEXT])
    left = "…" if start > _CONTEXT else ""
    right = "…" if end + _CONTEXT < len(text) else ""
    return f"{left}{before}[{_short(_flat(text[start:end]))}]{after}{right}"


def _flat(text: str) -> str:
    """``text`` on one line, a space kept at either end."""
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _overlap(one: Considered, start: int, end: int) -> bool:
    return one.start < end and start < one.end
