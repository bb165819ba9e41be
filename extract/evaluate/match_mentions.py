"""Mentions against gold: greedy, one to one, in reading order; optional gold counts for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extract.evaluate.compare import (
    accepted_surfaces,
    plain,
    same_date,
    same_measure,
    same_substance,
    trimmed,
)
from extract.evaluate.gold import GoldDocument, GoldSpan, as_list, mention_spans, quantity_spans
from extract.evaluate.outcome import Cause, Judgement, Outcome, Slot
from schemas import Country, Date, Fact, Organisation, Person, Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """A fact as a span to be judged, trimmed of what scoring ignores."""

    start: int
    end: int
    fact: Fact


MentionKind = type[Organisation] | type[Country] | type[Quantity] | type[Date] | type[Person]
Right = Callable[[GoldSpan, Found], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the report: its name, when a pair is right, and what a wrong overlap is."""

    name: str
    right: Right
    wrong: Cause


def match_mentions(document: GoldDocument, facts: Sequence[Fact]) -> Judgement:
    """Judge the mentions of one document."""
    text, judgement = document.text, Judgement()
    kinds: tuple[MentionKind, ...] = (Organisation, Country, Quantity, Date, Person)
    found = {
        kind: [
            Found(*trimmed(text, fact.start, fact.end), fact)
            for fact in sorted(facts, key=lambda fact: fact.start)
            if isinstance(fact, kind)
        ]
        for kind in kinds
    }

    def judge(gold: list[GoldSpan], kind: MentionKind, *rows: Row) -> None:
        for row in rows:
            judgement.outcomes += _outcomes(document, gold, found[kind], row)

    organisations = mention_spans(text, document.entries("organisations"))
    judge(
        organisations,
        Organisation,
        Row("organisations (overlap)", _anything, "spurious"),
        Row("organisations (exact)", lambda g, f: _same_surface(text, g, f), "boundary"),
    )
    countries = mention_spans(text, document.entries("countries"))
    judge(countries, Country, Row("countries", _same_country, "wrong value"))
    judgement.outcomes += _country_set(document, found[Country])
    quantities = quantity_spans(text, document.entries("quantities"))
    measured = Row("quantities (value+unit)", lambda g, f: _same_amount(text, g, f), "wrong value")
    judge(quantities, Quantity, Row("quantities (found)", _anything, "spurious"), measured)
    judgement.slots += _measured_of(document, quantities, found[Quantity])
    dates = mention_spans(text, document.entries("dates"))
    judge(
        dates,
        Date,
        Row("dates (found)", _anything, "spurious"),
        Row("dates (value)", _same_edtf, "wrong value"),
    )
    people = mention_spans(text, document.entries("people"))
    found[Person] = _without_surnames(document, people, found[Person])
    judge(people, Person, Row("people", _anything, "spurious"))
    return judgement


def _outcomes(
    document: GoldDocument, gold: list[GoldSpan], found: list[Found], row: Row
) -> Iterable[Outcome]:
    used: set[int] = set()

    def outcome(verdict: str, span: GoldSpan | Found, cause: Cause, near: list[str]) -> Outcome:
        rule = span.fact.method if isinstance(span, Found) else ""
        return Outcome(
            row=row.name,
            document_id=document.document_id,
            verdict=verdict,  # type: ignore[arg-type]
            what=_shown(document.text, span),
            start=span.start,
            end=span.end,
            cause=cause,
            rule=rule,
            near="; ".join(near),
            confidence=span.fact.confidence if isinstance(span, Found) else None,
        )

    for span in gold:
        hit = next(
            (
                index
                for index, one in enumerate(found)
                if index not in used and _overlap(span, one) and row.right(span, one)
            ),
            None,
        )
        if hit is not None:
            used.add(hit)
            if not span.optional:
                yield outcome("hit", found[hit], "", [])
        elif not span.optional:
            near = [_shown(document.text, one) for one in found if _overlap(span, one)]
            yield outcome("missed", span, row.wrong if near else "missed", near)
    for index, one in enumerate(found):
        overlapped = [span for span in gold if _overlap(span, one)]
        if index in used or any(span.optional for span in overlapped):
            continue
        near = [_shown(document.text, span) for span in overlapped]
        cause: Cause = "spurious"
        if overlapped:
            cause = row.wrong if row.wrong != "spurious" else "duplicate"
        yield outcome("spurious", one, cause, near)


def _overlap(one: GoldSpan | Found, other: GoldSpan | Found) -> bool:
    return one.start < other.end and other.start < one.end


def _shown(text: str, span: GoldSpan | Found) -> str:
    surface = " ".join(text[span.start : span.end].split())
    if isinstance(span, GoldSpan):
        values = [span.entry.get(key) for key in ("iso3", "value", "max", "unit")]
        said = [str(value) for value in values if value is not None]
    else:
        fact = span.fact
        said = [
            str(getattr(fact, key))
            for key in ("iso3", "edtf", "value", "upper", "unit")
            if getattr(fact, key, None) is not None
        ]
    return f"{surface} = {' '.join(said)}" if said else surface


def _anything(_: GoldSpan, __: Found) -> bool:
    return True


def _same_surface(text: str, gold: GoldSpan, found: Found) -> bool:
    accepted = accepted_surfaces(text, gold.start, gold.end, gold.entry.get("alt"))
    return " ".join(text[found.start : found.end].split()).rstrip(".") in accepted


def _same_country(gold: GoldSpan, found: Found) -> bool:
    return isinstance(found.fact, Country) and gold.entry["iso3"] == found.fact.iso3


def _same_amount(text: str, gold: GoldSpan, found: Found) -> bool:
    fact = found.fact
    surface = text[found.start : found.end]
    return isinstance(fact, Quantity) and same_measure(
        gold.entry, fact.value, fact.upper, fact.unit, surface
    )


def _same_edtf(gold: GoldSpan, found: Found) -> bool:
    accepted = as_list(gold.entry.get("value")) + as_list(gold.entry.get("value_outside_text"))
    return isinstance(found.fact, Date) and same_date(accepted, found.fact.edtf)


def _country_set(document: GoldDocument, found: list[Found]) -> Iterable[Outcome]:
    """Countries as a set of the document, however often each is named."""
    entries = document.entries("countries")
    wanted = {entry["iso3"] for entry in entries if not entry.get("optional")}
    optional = {entry["iso3"] for entry in entries if entry.get("optional")}
    named = {one.fact.iso3 for one in found if isinstance(one.fact, Country)}
    row, name = "countries (document set)", document.document_id
    for iso3 in sorted(wanted | (named - optional)):
        if iso3 in wanted and iso3 in named:
            yield Outcome(row, name, "hit", iso3)
        elif iso3 in wanted:
            yield Outcome(row, name, "missed", iso3, cause="missed")
        else:
            yield Outcome(row, name, "spurious", iso3, cause="spurious")


def _measured_of(
    document: GoldDocument, gold: list[GoldSpan], found: list[Found]
) -> Iterable[Slot]:
    """What is measured: judged where the amount is right."""
    for span in gold:
        if span.optional or not span.entry.get("of"):
            continue
        for one in found:
            if _overlap(span, one) and _same_amount(document.text, span, one):
                of = one.fact.of if isinstance(one.fact, Quantity) else None
                right = bool(of) and same_substance(span.entry["of"], of)
                shown = f"{_shown(document.text, span)}: {span.entry['of']!r}, not {of!r}"
                yield Slot("quantities: of", document.document_id, right, shown)
                break


def _without_surnames(
    document: GoldDocument, gold: list[GoldSpan], found: list[Found]
) -> list[Found]:
    """Leave out later mentions by a part of the name: neither rewarded nor punished."""
    titles = {"mr", "ms", "mrs", "dr", "h", "e"}
    names = [set(re.findall(r"\w+", plain(span["text"]))) for span in document.entries("people")]

    def is_part(one: Found) -> bool:
        words = set(re.findall(r"\w+", plain(document.text[one.start : one.end]))) - titles
        return bool(words) and any(words < name for name in names)

    return [one for one in found if any(_overlap(span, one) for span in gold) or not is_part(one)]
