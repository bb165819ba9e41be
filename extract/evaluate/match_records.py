"""Composite facts against gold: records by what identifies them, then their slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.evaluate.compare import (
    bare_edtf,
    plain,
    same_but_for_year,
    same_measure,
)
from extract.evaluate.gold import Entry, GoldDocument, as_list
from extract.evaluate.match_seizures import match_seizures
from extract.evaluate.outcome import Judgement, Outcome, Slot
from schemas import Activity, Fact, Funding, Statement, Statistic


def match_records(
    document: GoldDocument, facts: Sequence[Fact], headlines: Sequence[str | None]
) -> Judgement:
    """Judge the composite facts of one document, and its cut into articles."""
    judgement = Judgement()
    matchers = (match_seizures, _activities, _funding, _statistics, _statements)
    for matcher in matchers:
        for judged in matcher(document, facts):
            (judgement.slots if isinstance(judged, Slot) else judgement.outcomes).append(judged)  # type: ignore[arg-type]
    if "articles" in document.answers:
        judgement.outcomes += _headlines(document, headlines)
    return judgement


def _set_outcomes(
    row: str, document: GoldDocument, wanted: set[str], found: set[str]
) -> Iterator[Outcome]:
    name = document.document_id
    for what in sorted(wanted & found):
        yield Outcome(row, name, "hit", what)
    for what in sorted(wanted - found):
        yield Outcome(row, name, "missed", what, cause="missed")
    for what in sorted(found - wanted):
        yield Outcome(row, name, "spurious", what, cause="spurious")


def _headlines(document: GoldDocument, headlines: Sequence[str | None]) -> Iterator[Outcome]:
    # A headline of the answers is a surface: it keeps the hyphen of a word cut at a line's end.
    wanted = {_joined(entry["headline"]) for entry in document.entries("articles")}
    found = {_joined(headline) for headline in headlines if headline}
    return _set_outcomes("articles (headline)", document, wanted, found)


def _activities(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome]:
    gold = document.entries("activities")
    wanted = _activity_slots([entry for entry in gold if not entry.get("optional")])
    optional = _activity_slots([entry for entry in gold if entry.get("optional")])
    for entry in gold:
        for key in ("type", "date", "city", "country"):
            optional |= {f"{key}={plain(str(one))}" for one in as_list(entry.get(f"{key}_also"))}
    own = [
        {
            "type": fact.activity_type,
            "city": fact.city,
            "country": fact.country,
            "date": fact.date.edtf if fact.date else None,
            "participants": fact.participants,
            "participating_countries": list(fact.participating_countries),
        }
        for fact in facts
        if isinstance(fact, Activity)
    ]
    wanted = {_yearless(slot) for slot in wanted}
    found = {_yearless(slot) for slot in _activity_slots(own)}
    found -= {_yearless(slot) for slot in optional} - wanted
    return _set_outcomes("activities (slots)", document, wanted, found)


def _activity_slots(entries: Sequence[Mapping[str, Any]]) -> set[str]:
    slots = set()
    for entry in entries:
        for key in ("type", "city", "country", "date", "participants"):
            if entry.get(key) not in (None, "", []):
                slots.add(f"{key}={plain(str(entry[key]).removesuffix('.0'))}")
        slots |= {f"participating={one}" for one in entry.get("participating_countries") or []}
    return slots


def _yearless(slot: str) -> str:
    if not slot.startswith("date="):
        return slot
    return re.sub(r"\b\d{4}(?=-\d\d)|xxxx", "y", slot)


def _funding(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    """Donors as the reference measure judges them, which knows no optional ones; then the slots."""
    row, name = "funding (donors)", document.document_id
    own = [fact for fact in facts if isinstance(fact, Funding)]
    found = list(dict.fromkeys(plain(fact.donor) for fact in own))
    entries = {
        plain(one["donor"]): one for one in document.entries("funding") if not one.get("optional")
    }
    used: set[str] = set()
    for donor, entry in entries.items():
        hit = next(
            (one for one in found if one not in used and (donor in one or one in donor)), None
        )
        if hit is None:
            yield Outcome(row, name, "missed", donor, cause="missed")
            continue
        used.add(hit)
        yield Outcome(row, name, "hit", donor)
        yield from _funding_slots(name, entry, [one for one in own if plain(one.donor) == hit])
    for one in found:
        if one not in used:
            yield Outcome(row, name, "spurious", one, cause="spurious")


def _joined(text: str) -> str:
    """Plain, without the hyphens and spaces that lines were broken at."""
    return re.sub(r"(?<=\w)- (?=[a-z])", "", plain(text))


def _funding_slots(document: str, entry: Entry, facts: Sequence[Funding]) -> Iterator[Slot]:
    """What is paid for and how much, where the gold tells; one of the donor's records has it."""
    also = entry.get("recipient_also") or []
    if entry.get("recipient"):
        accepted = [_joined(one) for one in [entry["recipient"], *also] if one]
        told = [_joined(fact.recipient) for fact in facts if fact.recipient]
        right = any(said in one or one in said for said in accepted for one in told)
        right = right or (not told and None in also)
        what = f"{entry['donor']}: {accepted[0]} / {', '.join(told) or None}"
        yield Slot("funding: recipient", document, right, what)
    amount = entry.get("amount")
    if amount:
        told = [f"{one.amount.value:g} {one.amount.unit}" for one in facts if one.amount]
        wanted = f"{amount['value']:g} {amount['unit']}"
        what = f"{entry['donor']}: {wanted} / {', '.join(told) or None}"
        yield Slot("funding: amount", document, wanted in told, what)


def _statistics(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    if "statistics" not in document.answers:
        return
    row, name = "statistics (value+unit)", document.document_id
    whole = "statistics (value+unit+period+areas)"
    found = [fact for fact in facts if isinstance(fact, Statistic)]
    used: set[int] = set()
    for entry in sorted(document.entries("statistics"), key=lambda one: bool(one.get("optional"))):
        hits = [
            index
            for index, fact in enumerate(found)
            if index not in used
            and same_measure(entry, fact.value, fact.upper, fact.unit, fact.unit)
        ]
        shown = f"{entry['indicator']} = {entry['value']} {entry['unit']}"
        if not hits:
            if not entry.get("optional"):
                yield Outcome(row, name, "missed", shown, cause="missed")
                yield Outcome(whole, name, "missed", shown, cause="missed")
            continue
        best = max(hits, key=lambda index: sum(_period_and_areas(entry, found[index])))
        used.add(best)
        if entry.get("optional"):
            continue
        fact = found[best]
        yield Outcome(row, name, "hit", shown, fact.start, fact.end, rule=fact.method)
        period, areas = _period_and_areas(entry, fact)
        own = fact.period.edtf if fact.period else None
        said = f"{shown}: {entry.get('period')!r}, not {own!r}"
        yield Slot("statistics: period", name, period, said)
        said = f"{shown}: {entry.get('areas')!r}, not {fact.areas!r}"
        yield Slot("statistics: areas", name, areas, said)
        place = (fact.start, fact.end)
        if period and (areas or "areas" not in entry):
            yield Outcome(whole, name, "hit", shown, *place, rule=fact.method)
        else:  # said of another time or place: the figure is not found, and one too many is
            yield Outcome(whole, name, "missed", shown, *place, "wrong link", fact.method)
            yield Outcome(whole, name, "spurious", shown, *place, "wrong link", fact.method)
    for index, fact in enumerate(found):
        if index not in used:
            shown = f"{fact.indicator} = {fact.value:g} {fact.unit}"
            place = (fact.start, fact.end)
            yield Outcome(row, name, "spurious", shown, *place, cause="spurious", rule=fact.method)
            yield Outcome(whole, name, "spurious", shown, *place, "spurious", fact.method)


def _period_and_areas(gold: Entry, fact: Statistic) -> tuple[bool, bool]:
    # As the reference measure: null in a list of accepted periods is no further answer.
    periods = {bare_edtf(one) for one in as_list(gold.get("period"))} or {""}
    own = fact.period.edtf if fact.period else None
    same_period = bare_edtf(own) in periods or any(same_but_for_year(one, own) for one in periods)
    wanted = {plain(one) for one in gold.get("areas") or []}
    return same_period, {plain(one) for one in fact.areas} == wanted


def _statements(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    if "statements" not in document.answers:
        return
    row, name = "statements (quote)", document.document_id
    found = [fact for fact in facts if isinstance(fact, Statement)]
    used: set[int] = set()
    for entry in document.entries("statements"):
        start = _spoken(entry.get("start") or entry.get("quote") or "")[:3]
        hit = next(
            (
                index
                for index, fact in enumerate(found)
                if index not in used and start and start == _spoken(fact.quote)[: len(start)]
            ),
            None,
        )
        if hit is None:
            if not entry.get("optional"):
                yield Outcome(row, name, "missed", " ".join(start), cause="missed")
            continue
        used.add(hit)
        if entry.get("optional"):
            continue
        fact = found[hit]
        yield Outcome(row, name, "hit", " ".join(start), fact.start, fact.end, rule=fact.method)
        right = bool(set(_spoken(entry["speaker"])) & set(_spoken(fact.speaker)))
        said = f"{entry['speaker']!r}, not {fact.speaker!r}"
        yield Slot("statements: speaker", name, right, said)
    for index, fact in enumerate(found):
        if index not in used:
            place = (fact.start, fact.end)
            shown = fact.quote[:60]
            yield Outcome(row, name, "spurious", shown, *place, cause="spurious", rule=fact.method)


def _spoken(text: str | None) -> list[str]:
    return re.findall(r"\w+", plain(text))
