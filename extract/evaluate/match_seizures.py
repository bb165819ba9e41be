"""Seizures against gold: items one to one, then the slots of their records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.evaluate.compare import (
    base_measure,
    close,
    plain,
    same_but_for_year,
    same_measure,
    same_substance,
)
from extract.evaluate.gold import Entry, GoldDocument, as_list
from extract.evaluate.outcome import Outcome, Slot
from schemas import Fact, Seizure
from schemas.values import SeizedItem

AMOUNT_TOLERANCE = 2e-3


def match_seizures(document: GoldDocument, facts: Sequence[Fact]) -> Iterator[Outcome | Slot]:
    """Items by substance and amount, then the slots of the seizures they are items of."""
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
