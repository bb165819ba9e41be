"""Gold answers as facts: a perfect output to judge, and a damaged one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extract.evaluate.gold import (
    GoldDocument,
    GoldSpan,
    as_list,
    mention_spans,
    occurrences,
    quantity_spans,
)
from schemas import FACT_ADAPTER, Fact

# The damage: every nth mention of all is left out, moved, misread or doubled.
LEFT_OUT, MOVED, MISREAD, DOUBLED = 7, 5, 6, 9


def facts_of(document: GoldDocument) -> list[Fact]:
    """The facts a perfect program would deliver."""
    return [_fact(document, number, span) for number, span in enumerate(_spans(document))]


def damaged(facts: list[Fact], text: str) -> list[Fact]:
    """The same facts with every kind of error in them, always the same."""
    result = []
    for number, fact in enumerate(facts, start=1):
        if number % LEFT_OUT == 0:
            continue
        changed: dict[str, Any] = {}
        if number % MOVED == 0 and fact.end - fact.start > 6:
            changed = {"end": fact.end - 4, "text": text[fact.start : fact.end - 4]}
        if number % MISREAD == 0:
            changed |= _misread(fact)
        result.append(FACT_ADAPTER.validate_python({**fact.model_dump(), **changed}))
        if number % DOUBLED == 0:
            result.append(fact)
    return result


def _misread(fact: Fact) -> dict[str, Any]:
    wrong: dict[str, dict[str, Any]] = {
        "country": {"iso3": "AQQ"},
        "date": {"edtf": "1066-10-14"},
        "quantity": {"value": 13.0, "of": None},
        "seizure": {"country": None, "authority": None, "origin": ()},
        "statistic": {"value": 13.0},
        "funding": {"donor": "nobody at all"},
        "statement": {"speaker": "Nobody"},
        "activity": {"city": "Atlantis", "participants": 13},
    }
    return wrong.get(fact.kind, {})


def _spans(document: GoldDocument) -> Iterator[tuple[str, int, int, dict[str, Any]]]:
    text = document.text

    def located(kind: str, spans: list[GoldSpan]) -> Iterator[tuple[str, int, int, dict[str, Any]]]:
        for span in spans:
            yield kind, span.start, span.end, _mention_fields(kind, span)

    for key, kind in (
        ("organisations", "organisation"),
        ("countries", "country"),
        ("dates", "date"),
        ("people", "person"),
    ):
        yield from located(kind, mention_spans(text, document.entries(key)))
    yield from located("quantity", quantity_spans(text, document.entries("quantities")))
    for entry in document.entries("seizures"):
        yield "seizure", 0, 1, _seizure_fields(dict(entry))
    for entry in document.entries("activities"):
        yield "activity", 0, 1, _activity_fields(dict(entry))
    for entry in document.entries("funding"):
        start, end = occurrences(text, entry["donor"])[0]
        yield "funding", start, end, {"donor": entry["donor"]}
    for entry in document.entries("statistics"):
        yield "statistic", 0, 1, _statistic_fields(dict(entry))
    for entry in document.entries("statements"):
        quote = (entry.get("start") or entry["quote"]).split("…")[0].strip()
        yield "statement", 0, 1, {"quote": quote, "speaker": entry["speaker"]}


def _mention_fields(kind: str, span: GoldSpan) -> dict[str, Any]:
    entry = span.entry
    match kind:
        case "country":
            return {"name": entry["iso3"], "iso3": entry["iso3"], "form": "name"}
        case "date":
            value = (as_list(entry["value"]) or ["2000"])[0]
            return {"edtf": value, "precision": "day", "resolution": "explicit"}
        case "quantity":
            return {
                "value": entry["value"],
                "upper": entry.get("max"),
                "unit": entry["unit"],
                "dimension": "count",
                "of": entry.get("of"),
            }
        case _:
            return {"name": entry["text"]}


def _seizure_fields(entry: dict[str, Any]) -> dict[str, Any]:
    detail = entry.get("detail") or {}
    return {
        "items": [
            {key: item.get(key) for key in ("substance", "value", "unit")}
            for item in entry["items"]
        ],
        "country": entry.get("country"),
        "place": entry.get("place"),
        "date": {"edtf": entry["date"]} if entry.get("date") else None,
        "origin": entry.get("origin") or [],
        "destination": entry.get("destination") or [],
        "transit": detail.get("transit") or [],
        "authority": entry.get("authority"),
        "transport_mode": detail.get("transport_mode"),
        "arrested": detail.get("arrested"),
        "concealment": detail.get("concealment"),
    }


def _activity_fields(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "activity_type": entry["type"],
        "city": entry.get("city"),
        "country": entry.get("country"),
        "date": {"edtf": entry["date"]} if entry.get("date") else None,
        "participants": entry.get("participants"),
        "participating_countries": entry.get("participating_countries") or [],
    }


def _statistic_fields(entry: dict[str, Any]) -> dict[str, Any]:
    period = as_list(entry.get("period"))
    return {
        "indicator": entry["indicator"],
        "value": entry["value"],
        "upper": entry.get("max"),
        "unit": entry["unit"],
        "period": {"edtf": period[0]} if period else None,
        "areas": entry.get("areas") or [],
    }


def _fact(document: GoldDocument, number: int, span: tuple[str, int, int, dict[str, Any]]) -> Fact:
    kind, start, end, fields = span
    return FACT_ADAPTER.validate_python(
        {
            "id": f"{number:016x}",
            "kind": kind,
            "document_id": document.document_id,
            "article": 0,
            "text": document.text[start:end],
            "start": start,
            "end": end,
            "method": "rule:gold",
            **fields,
        }
    )
