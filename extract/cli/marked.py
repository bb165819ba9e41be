"""A text with its facts marked: in colour on a terminal, in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from extract.pipeline import Extraction
from schemas import Country, Date, Fact, FactBase, Organisation, Person, Place, Quantity, Substance

STYLES = {
    "organisation": "bold blue",
    "country": "bold green",
    "place": "green",
    "person": "bold magenta",
    "date": "yellow",
    "quantity": "bold red",
    "substance": "red",
}
_LONGEST_SURFACE = 60


def value_of(fact: Fact | FactBase) -> str:
    """The normal form of a mention, short."""
    match fact:
        case Country():
            return fact.iso3
        case Date():
            return fact.edtf
        case Quantity():
            sign = "" if fact.comparator == "=" else fact.comparator
            upper = "" if fact.upper is None else f"–{fact.upper:.12g}"
            of = f" of {fact.of}" if fact.of else ""
            return f"{sign}{fact.value:.12g}{upper} {fact.unit}{of}"
        case Organisation() | Person() | Place() | Substance():
            return fact.name
    return ""


def marked_text(extraction: Extraction, *, colour: bool) -> Text:
    """The text of a document with every mention marked; of nested mentions the outer one."""
    text, marked, position = extraction.document.text, Text(), 0
    mentions = [fact for fact in extraction.facts if fact.kind in STYLES]
    for fact in sorted(mentions, key=lambda fact: (fact.start, -fact.end)):
        if fact.start < position:
            continue
        marked.append(text[position : fact.start])
        surface = " ".join(fact.text.split())
        if colour:
            marked.append(surface, style=STYLES[fact.kind])
        else:
            marked.append(f"[{surface}|{fact.kind} {value_of(fact)}]")
        position = fact.end
    marked.append(text[position:])
    return marked


def table_of_mentions(extraction: Extraction) -> Table:
    """Every mention of a document, nested ones included."""
    table = Table("kind", "text", "value", "method", title=extraction.document.document_id)
    for fact in extraction.facts:
        if fact.kind in STYLES:
            cells = (_short(fact.text), value_of(fact), fact.method)
            table.add_row(Text(fact.kind, style=STYLES[fact.kind]), *map(Text, cells))
    return table


def composed_facts(extraction: Extraction) -> Iterator[Text]:
    """Each composite fact: the stretch that states it, then its filled slots, a line each."""
    for fact in extraction.facts:
        if fact.kind in STYLES:
            continue
        shown = Text(fact.kind, style="bold").append(f"  {_short(fact.text)}", style="dim")
        slots = fact.model_dump(
            mode="json", exclude_defaults=True, exclude=set(FactBase.model_fields)
        )
        for name, value in slots.items():
            shown.append(f"\n  {name}: {_said(value)}")
        for warning in fact.warnings:
            shown.append(f"\n  ! {warning}", style="yellow")
        yield shown


def _said(value: Any) -> str:
    match value:
        case {"edtf": edtf}:
            return str(edtf)
        case dict():
            return ", ".join(f"{name} {_said(one)}" for name, one in value.items())
        case list():
            return "; ".join(map(_said, value))
        case float():
            return f"{value:.12g}"
    return str(value)


def _short(text: str) -> str:
    surface = " ".join(text.split())
    over = len(surface) > _LONGEST_SURFACE
    return surface[: _LONGEST_SURFACE - 1] + "…" if over else surface
