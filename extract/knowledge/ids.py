"""UNODC's Individual Drug Seizures layout: its code lists, and what of ours goes where."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table

Column = Literal["location_type", "transport_mode", "drug_group"]


class RegionRow(Row):
    """A row of ids_regions.tsv."""

    region: str
    subregion: str
    countries: tuple[str, ...]


class CodeRow(Row):
    """A row of ids_codes.tsv; a row without a value says what stands for nothing known."""

    column: Column
    value: str | None = None
    ids: str
    missing: bool = False
    unlisted: bool = False


class UnitRow(Row):
    """A row of ids_units.tsv."""

    ids_unit: str
    factor: Decimal
    units: tuple[str, ...]


class SubstanceRow(Row):
    """A row of ids_substances.tsv."""

    ids_name: str
    listed: bool = False
    substance_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    counter_example: str | None = None


@cache
def ids_regions() -> Mapping[str, RegionRow]:
    """Alpha-3 code -> its row."""
    rows = read_table("ids_regions.tsv", RegionRow)
    return {country: row for row in rows for country in row.countries}


@cache
def ids_codes(column: Column) -> Mapping[str | None, CodeRow]:
    """Our value -> its row; None -> the row for nothing known, where the list has one."""
    rows = read_table("ids_codes.tsv", CodeRow)
    return {row.value: row for row in rows if row.column == column}


@cache
def ids_units() -> Mapping[str, UnitRow]:
    """Our unit -> its row."""
    return {unit: row for row in read_table("ids_units.tsv", UnitRow) for unit in row.units}


def ids_substance(name: str, substance_id: str | None) -> str | None:
    """The list's name for an item, by its own name first; None where the list has none."""
    by_name, by_id = _substances()
    found = by_name.get(name.casefold())
    return found or (by_id.get(substance_id) if substance_id else None)


@cache
def _substances() -> tuple[Mapping[str, str], Mapping[str, str]]:
    rows = read_table("ids_substances.tsv", SubstanceRow)
    by_name = {name.casefold(): row.ids_name for row in rows for name in row.names}
    by_id = {one: row.ids_name for row in rows for one in row.substance_ids}
    return by_name, by_id
