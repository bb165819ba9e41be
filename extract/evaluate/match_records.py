"""Composite facts against gold: records by what identifies them, then their slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.evaluate.compare import (
    bare_edtf,
    base_measure,
    close,
    plain,
    same_but_for_year,
    same_measure,
    same_substance,
)
from extract.evaluate.gold import Entry, GoldDocument, as_list
from extract.evaluate.outcome import Judgement, Outcome, Slot
from schemas import Activity, Fact, Funding, Seizure, Statement, Statistic
from schemas.values import SeizedItem

AMOUNT_TOLERANCE = 2e-3


def match_records(
    document: GoldDocument, facts: Sequence[Fact], headlines: Sequence[str | None]
) -> Judgement:
    """Judge the composite facts of one document, and its cut into articles."""
    judgement = Judgement()
    matchers = (_seizures, _activities, _funding, _statistics, _statements)
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
    wanted = {plain(entry["headline"]) for entry in document.entries("articles")}
    found = {plain(headline) for headline in headlines if headline}
    return _set_outcomes("articles (headline)", document, wanted, found)


# --- seizures -------------------------------------------------------------------------------------


def _seizures(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    row, name = "seizure items (substance+amount)", document.document_id
    gold = document.entries("seizures")
    wanted = [(item, seizure) for seizure in gold for item in seizure["items"]]
    found = [(item, fact) for fact in facts if isinstance(fact, Seizure) for item in fact.items]
    used: set[int] = set()
    for item, seizure in wanted:
        hit = next(
            (
                index
                for index, (own, _) in enumerate(found)
                if index not in used and _same_item(item, own)
            ),
            None,
        )
        optional = seizure.get("optional") or item.get("optional")
        shown = f"{item['substance']} {item.get('value')} {item.get('unit')}"
        if hit is None:
            if not optional:
                yield Outcome(row, name, "missed", shown, cause="missed")
            continue
        used.add(hit)
        fact = found[hit][1]
        if not optional:
            yield Outcome(row, name, "hit", shown, fact.start, fact.end, rule=fact.method)
        yield from _seizure_slots(name, seizure, fact)
    excused = _second_measures(gold)
    for index, (own, fact) in enumerate(found):
        amount = (own.value, None, own.unit, str(own.unit))
        if index in used or any(same_measure(one, *amount) for one in excused):
            continue
        shown = f"{own.substance} {own.value} {own.unit}"
        yield Outcome(
            row, name, "spurious", shown, fact.start, fact.end, cause="spurious", rule=fact.method
        )


def _second_measures(gold: list[Entry]) -> list[Mapping[str, Any]]:
    """Equivalents and packings: measures of gold items that are no items of their own."""
    listed = [
        one
        for seizure in gold
        for holder in (seizure, *seizure["items"])
        for key in ("equivalent", "packed_in")
        for one in as_list(holder.get(key))
    ]
    return [one for one in listed if isinstance(one, dict)]


def _same_item(gold: Entry, own: SeizedItem) -> bool:
    if not same_substance(gold["substance"], own.substance):
        return False
    if gold.get("value") is None:
        return True
    if own.value is None or not own.unit:
        return False
    dimension, value = base_measure(own.value, own.unit)
    for amount in [gold["value"], *as_list(gold.get("also"))]:
        gold_dimension, gold_value = base_measure(amount, gold["unit"])
        counts = gold_dimension.startswith("count:") and dimension.startswith("count:")
        if close(gold_value, value, AMOUNT_TOLERANCE) and (dimension == gold_dimension or counts):
            return True
    return False


def _seizure_slots(name: str, gold: Entry, fact: Seizure) -> Iterator[Slot]:
    def slot(key: str, right: bool, own: object) -> Slot:
        return Slot(f"seizures: {key}", name, right, f"{gold.get(key)!r}, not {own!r}")

    if gold.get("country"):
        yield slot("country", fact.country == gold["country"], fact.country)
    if gold.get("date"):
        accepted = as_list(gold["date"]) + as_list(gold.get("date_also"))
        own = fact.date.edtf if fact.date else None
        yield slot("date", any(same_but_for_year(one, own) for one in accepted), own)
    if gold.get("place"):
        own = " ".join(part for part in (fact.place, fact.city) if part)
        stated = " ".join([gold["place"], *as_list(gold.get("place_also"))])
        yield slot("place", bool(_words(stated, 4) & _words(own, 4)), own)
    for key in ("origin", "destination"):
        if gold.get(key):
            yield slot(key, set(gold[key]) == set(getattr(fact, key)), getattr(fact, key))
    if gold.get("authority"):
        stated = " ".join([gold["authority"], *as_list(gold.get("authority_also"))])
        right = bool(_words(stated, 3) & _words(fact.authority or "", 3))
        yield slot("authority", right, fact.authority)
    yield from _detail_slots(name, gold.get("detail") or {}, fact)


def _detail_slots(name: str, detail: Mapping[str, Any], fact: Seizure) -> Iterator[Slot]:
    def slot(key: str, right: bool, own: object) -> Slot:
        return Slot(f"seizures: {key}", name, right, f"{detail.get(key)!r}, not {own!r}")

    if detail.get("transport_mode"):
        right = detail["transport_mode"] == fact.transport_mode
        yield slot("transport_mode", right, fact.transport_mode)
    if detail.get("transit"):
        yield slot("transit", set(detail["transit"]) == set(fact.transit), fact.transit)
    if detail.get("arrested") is not None:
        yield slot("arrested", detail["arrested"] == fact.arrested, fact.arrested)
    if detail.get("concealment"):
        stated_words = _words(detail["concealment"], 4)
        common = stated_words & _words(fact.concealment or "", 4)
        right = len(common) * 2 >= len(stated_words) > 0
        yield slot("concealment", right, fact.concealment)


def _words(text: str, length: int) -> set[str]:
    return set(re.findall(rf"\w{{{length},}}", plain(text)))


# --- activities and funding -----------------------------------------------------------------------


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


def _funding(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome]:
    row, name = "funding (donors)", document.document_id
    gold = [plain(one["donor"]) for one in document.entries("funding") if not one.get("optional")]
    own = [plain(fact.donor) for fact in facts if isinstance(fact, Funding)]
    found = list(dict.fromkeys(own))
    used: set[int] = set()
    for donor in dict.fromkeys(gold):
        hit = next(
            (
                index
                for index, one in enumerate(found)
                if index not in used and (donor in one or one in donor)
            ),
            None,
        )
        if hit is None:
            yield Outcome(row, name, "missed", donor, cause="missed")
        else:
            used.add(hit)
            yield Outcome(row, name, "hit", donor)
    for index, one in enumerate(found):
        if index not in used:
            yield Outcome(row, name, "spurious", one, cause="spurious")


# --- statistics and statements --------------------------------------------------------------------


def _statistics(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    if "statistics" not in document.answers:
        return
    row, name = "statistics (value+unit)", document.document_id
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
    for index, fact in enumerate(found):
        if index not in used:
            shown = f"{fact.indicator} = {fact.value:g} {fact.unit}"
            place = (fact.start, fact.end)
            yield Outcome(row, name, "spurious", shown, *place, cause="spurious", rule=fact.method)


def _period_and_areas(gold: Entry, fact: Statistic) -> tuple[bool, bool]:
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
