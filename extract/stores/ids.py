"""Seizures -> UNODC's Individual Drug Seizures layout, version ``ids-2024``.

One row a drug item (precursors among them) of one seizure. Totals over several seizures belong to
another publication and are left out, as are goods that are no drugs and items without an amount.

Every column is written from an open list (``knowledge/ids_*.tsv``). What a list does not know is
written as the text has it, and counted. What nothing is known of is "Data not available" where the
list of the column has that value, else empty. In particular:

- *Seizure Date* is DD/MM/YYYY where the day is known; else what is known, in EDTF ("2017-06",
  "2015/2019", "XXXX-05-20"): a month is never turned into its first day.
- *Quantity Seized* is the value stated; other measures than the list's are converted ("3 t" is
  3000 kg), counts never. The layout has no column for "more than" or for the upper end of a range:
  they stand in the sheet of sources.
- *Administrative Region* is the province that the place of the seizure is, or that stands right
  behind it ("Termez, Surkhandarya Province").
- *Physical Seizure Location* is the kind of place; a named place whose kind is not known stands
  there by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby

from extract.knowledge.countries import countries
from extract.knowledge.ids import Column, ids_codes, ids_regions, ids_substance, ids_units
from schemas import DocumentRecord, Fact, Place, Seizure
from schemas.values import DateValue, SeizedItem

LAYOUT = "ids-2024"
COLUMNS = (
    "Row Number",
    "Seizure Date",
    "Country/Territory of Seizure",
    "ISO3 Code",
    "Region",
    "Subregion",
    "City",
    "Administrative Region",
    "Drug/Substance",
    "Measurement Unit",
    "Quantity Seized",
    "Physical Seizure Location",
    "Trafficking Mode of Transportation",
)
SOURCE_COLUMNS = (
    "Row Number",
    "Document",
    "Published",
    "URL",
    "Fact",
    "Drug Group",
    "Substance as Written",
    "Value",
    "Upper",
    "Unit as Written",
    "Comparator",
    "Warnings",
    "Text",
)
_DRUG, _UNIT = COLUMNS[8:10]
_TITLES: dict[Column, str] = {"location_type": COLUMNS[11], "transport_mode": COLUMNS[12]}
# "Termez, Surkhandarya", "Termez in Surkhandarya": no word stands between a place and its province.
_BESIDE = len(" in ")

Cell = str | int | Decimal | date | None
Row = tuple[Cell, ...]


@dataclass(slots=True)
class IdsTable:
    """The rows of the layout, where each came from, and what is to be said of them.

    ``kept`` counts, by column, values that UNODC's list does not have; ``notes`` what the layout
    cannot say.
    """

    rows: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    kept: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)


def ids_table(facts: Iterable[Fact], documents: Mapping[str, DocumentRecord]) -> IdsTable:
    """The table of the seizures among ``facts``, which come document by document."""
    table = IdsTable()
    for document_id, group in groupby(facts, key=lambda fact: fact.document_id):
        own = [fact for fact in group if isinstance(fact, Seizure | Place)]
        places = [fact for fact in own if isinstance(fact, Place)]
        for seizure in own:
            if isinstance(seizure, Seizure):
                _add(table, seizure, places, documents.get(document_id))
    return table


def _add(
    table: IdsTable, seizure: Seizure, places: list[Place], document: DocumentRecord | None
) -> None:
    if seizure.aggregate:
        table.left_out["aggregate"] += 1
        return
    if not seizure.items:
        table.left_out["seizure without goods"] += 1
        return
    around = None
    for item in seizure.items:
        if (reason := _reason_to_leave_out(item)) is not None:
            table.left_out[reason] += 1
            continue
        number = len(table.rows) + 1
        around = around or tuple(_circumstances(table, seizure, places))
        when_and_where, how = around[:7], around[7:]
        table.rows.append((number, *when_and_where, *_drug(table, item), *how))
        table.sources.append((number, *_source(seizure, item, document)))


def _reason_to_leave_out(item: SeizedItem) -> str | None:
    if item.category is None and item.drug_group is None and item.substance_id is None:
        return "item of unknown goods"
    if item.category not in {None, "drug", "precursor"}:
        return "item of non-drug goods"
    return "item without amount" if item.value is None else None


def _circumstances(table: IdsTable, seizure: Seizure, places: list[Place]) -> Iterator[Cell]:
    """What the rows of one seizure share: the columns before and after the drug's own."""
    country = countries().get(seizure.country or "")
    region = ids_regions().get(seizure.country or "")
    province = _province(seizure, places)
    yield _date(table, seizure.date)
    yield country.name if country else seizure.country
    yield seizure.country
    yield region.region if region else None
    yield region.subregion if region else None
    yield seizure.city
    yield province
    site = seizure.place if seizure.place not in {seizure.city, province} else None
    yield _code(table, "location_type", seizure.location_type, site)
    yield _code(table, "transport_mode", seizure.transport_mode)


def _date(table: IdsTable, when: DateValue | None) -> Cell:
    if when is None:
        return None
    try:
        return date.fromisoformat(when.edtf)
    except ValueError:
        table.notes["date not known to the day, written in EDTF"] += 1
        return when.edtf


def _province(seizure: Seizure, places: list[Place]) -> str | None:
    provinces = [
        place
        for place in places
        if place.place_type == "province" and place.country in {None, seizure.country}
    ]
    if seizure.place in {" ".join(place.text.split()) for place in provinces}:
        return seizure.place
    for slot in seizure.evidence:
        if slot.slot in {"city", "place"}:
            for place in provinces:
                if 0 <= place.start - slot.end <= _BESIDE:
                    return place.name
    return None


def _code(table: IdsTable, column: Column, value: str | None, text: str | None = None) -> str:
    """The list's code for ``value``; ``text`` is written where there is no value."""
    rows = ids_codes(column)
    row = rows.get(value)
    written = row.ids if row is not None and not (row.missing and text) else value or text or ""
    if row is None or row.unlisted or written == text:
        table.kept[_TITLES[column], written] += 1
    return written


def _drug(table: IdsTable, item: SeizedItem) -> tuple[Cell, Cell, Cell]:
    name = ids_substance(item.substance, item.substance_id)
    if name is None:
        table.kept[_DRUG, item.substance] += 1
    unit = ids_units().get(item.unit or "")
    if unit is None and item.unit is not None:
        table.kept[_UNIT, item.unit] += 1
    if item.upper is not None or item.comparator not in {None, "="}:
        table.notes["bound, range or round figure, written as one number"] += 1
    value = Decimal(repr(item.value))
    return (
        name or item.substance,
        unit.ids_unit if unit else item.unit,
        value * unit.factor if unit else value,
    )


def _source(seizure: Seizure, item: SeizedItem, document: DocumentRecord | None) -> Iterator[Cell]:
    group = ids_codes("drug_group").get(item.drug_group) if item.drug_group else None
    yield seizure.document_id
    yield document.published if document else None
    yield document.url if document else None
    yield seizure.id
    yield group.ids if group else item.drug_group
    yield item.substance
    yield Decimal(repr(item.value))
    yield None if item.upper is None else Decimal(repr(item.upper))
    yield item.unit
    yield item.comparator
    yield ", ".join(seizure.warnings)
    yield " ".join(seizure.text.split())
