"""A text with its facts marked: in colour on a terminal, in brackets elsewhere."""

from __future__ import annotations

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


def value_of(fact: Fact | FactBase) -> str:
    """The normal form of a mention, short."""
    match fact:
        case Country():
            return fact.iso3
        case Date():
            return fact.edtf
        case Quantity():
            sign = "" if fact.comparator == "=" else fact.comparator
            upper = "" if fact.upper is None else f"–{fact.upper:g}"
            of = f" of {fact.of}" if fact.of else ""
            return f"{sign}{fact.value:.12g}{upper} {fact.unit}{of}"
        case Organisation() | Person() | Place() | Substance():
            return fact.name
    said = fact.model_dump(exclude_defaults=True, exclude=set(FactBase.model_fields))
    return ", ".join(f"{name}: {value}" for name, value in said.items())


def marked_text(extraction: Extraction, *, colour: bool) -> Text:
    """The text of a document with every mention marked; of nested mentions the outer one."""
    text, marked, position = extraction.document.text, Text(), 0
    for fact in extraction.facts:
        if fact.kind not in STYLES or fact.start < position:
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


def table_of_facts(extraction: Extraction) -> Table:
    """Every fact of a document, nested and composite ones included."""
    table = Table("kind", "text", "value", "method", title=extraction.document.document_id)
    for fact in extraction.facts:
        surface = " ".join(fact.text.split())
        cells = (surface[:60], value_of(fact), fact.method)
        table.add_row(Text(fact.kind, style=STYLES.get(fact.kind, "")), *map(Text, cells))
    return table
