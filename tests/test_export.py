"""Export: seizures in UNODC's own layout, from crafted facts to the bytes on disk."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.knowledge.countries import countries
from extract.knowledge.ids import (
    SubstanceRow,
    UnitRow,
    ids_codes,
    ids_regions,
    ids_substance,
    ids_units,
)
from extract.knowledge.substances import substance_names
from extract.knowledge.tables import read_table
from extract.knowledge.units import units
from extract.stores.ids import COLUMNS, SOURCE_COLUMNS, ids_table
from extract.stores.tables import Sheet, write_csv, write_xlsx
from schemas import FACT_ADAPTER, DocumentRecord, Fact, RunRecord
from schemas.values import DrugGroup, LocationType, TransportMode

runner = CliRunner()
HEROIN = {
    "substance": "heroin",
    "substance_id": "heroin",
    "drug_group": "Opioids",
    "category": "drug",
    "value": 12.0,
    "unit": "kg",
    "comparator": "=",
}
RUN = RunRecord(
    version="1",
    schema_version="1.0",
    model="m",
    model_version="1",
    model_sha256="0",
    knowledge_sha256="0",
)


def fact(kind: str, start: int, text: str, document: str = "news", **fields: Any) -> Fact:
    """A fact of ``document`` that stands at ``start``."""
    place = {"document_id": document, "article": 0, "start": start, "end": start + len(text)}
    said = {"id": f"{start:016x}", "kind": kind, "text": text, "method": "rule:test", **place}
    return FACT_ADAPTER.validate_python({**said, **fields})


def seizure(**fields: Any) -> Fact:
    return fact("seizure", 0, "Officers seized heroin.", **{"items": [HEROIN], **fields})


def item(**fields: Any) -> Fact:
    """A seizure of one item, heroin but for ``fields``."""
    return seizure(items=[{**HEROIN, **fields}])


def rows(*facts: Fact) -> list[dict[str, str]]:
    """The rows of the table as a reader of the CSV gets them."""
    table = ids_table(facts, {})
    return [dict(zip(COLUMNS, map(_text, row), strict=True)) for row in table.rows]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write facts as the folder that `extract` writes."""

    def folder(*facts: Fact) -> Path:
        output = tmp_path / "out"
        output.mkdir(exist_ok=True)
        lines = "".join(fact.model_dump_json() + "\n" for fact in facts)
        (output / "facts.jsonl").write_text(lines, encoding="utf-8", newline="")
        record = DocumentRecord(
            document_id="news",
            source="news.txt",
            media_type="text/plain",
            sha256="0",
            url="https://example.org/news",
            published=date(2021, 3, 2),
            run=RUN,
        )
        (output / "documents.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
        return output

    return folder


# --- the open lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "values"),
    [("location_type", LocationType), ("transport_mode", TransportMode), ("drug_group", DrugGroup)],
)
def test_every_code_of_ours_is_mapped(column: Any, values: Any) -> None:
    assert set(ids_codes(column)) - {None} == set(get_args(values))


def test_every_country_has_a_region_but_those_without_people() -> None:
    assert countries().keys() - ids_regions().keys() == {"ATA", "BVT"}
    assert ids_regions().keys() <= countries().keys()
    assert ids_regions()["PRT"].subregion == "West and Central Europe"


def test_every_measure_of_mass_and_volume_is_mapped_with_its_own_factor() -> None:
    for code, unit in units().items():
        if unit.dimension in {"mass", "volume"}:
            row = ids_units()[code]
            in_base = {"g": "0.001", "kg": "1", "lt": "1"}[row.ids_unit]
            assert float(row.factor) * float(in_base) == pytest.approx(float(unit.factor)), code


def test_counts_are_never_converted() -> None:
    assert {row.factor for row in read_table("ids_units.tsv", UnitRow) if len(row.units) > 1} == {1}


def test_no_unit_or_substance_is_mapped_twice() -> None:
    nouns = [unit for row in read_table("ids_units.tsv", UnitRow) for unit in row.units]
    substances = read_table("ids_substances.tsv", SubstanceRow)
    ids = [one for row in substances for one in row.substance_ids]
    names = [one for row in substances for one in row.names]
    for listed in (nouns, ids, names):
        assert len(listed) == len(set(listed))


def test_every_substance_of_the_list_is_one_we_know() -> None:
    known = {name.substance_id for name in substance_names().values()}
    rows = read_table("ids_substances.tsv", SubstanceRow)
    assert {one for row in rows for one in row.substance_ids} <= known


@pytest.mark.parametrize("row", read_table("ids_substances.tsv", SubstanceRow))
def test_what_stands_close_by_is_another_substance(row: SubstanceRow) -> None:
    if row.counter_example:
        found = substance_names().get(row.counter_example)
        named = ids_substance(row.counter_example, found.substance_id if found else None)
        assert named != row.ids_name


@pytest.mark.parametrize(
    ("name", "substance_id", "expected"),
    [
        ("cocaine", "cocaine", "Non-specified cocaine-type"),
        ("Cocaine HCl", "cocaine", "Cocaine hydrochloride (HCl, powder cocaine)"),
        ("ecstasy", "mdma", "Non-specified ecstasy-type substances"),
        ("MDMA", "mdma", "MDMA"),
        ("hashish", "cannabis-resin", "Cannabis resin (hashish)"),
        ("kush", "kush", None),
        ("blue pills", None, None),
    ],
)
def test_names_of_drugs(name: str, substance_id: str | None, expected: str | None) -> None:
    assert ids_substance(name, substance_id) == expected


# --- rows -----------------------------------------------------------------------------------------


def test_a_full_row() -> None:
    told = seizure(
        date={"edtf": "2022-02-05"},
        country="PRT",
        city="Lisbon",
        place="Lisbon",
        location_type="Airport",
        transport_mode="Airplane",
    )
    assert ids_table([told], {}).rows == [
        (
            1,
            date(2022, 2, 5),
            "Portugal",
            "PRT",
            "Europe",
            "West and Central Europe",
            "Lisbon",
            None,
            "Heroin",
            "kg",
            12,
            "Airport",
            "Airplane",
        )
    ]


def test_what_is_not_known_stays_open() -> None:
    (row,) = rows(seizure())
    assert [name for name, cell in row.items() if not cell] == [
        "Seizure Date",
        "Country/Territory of Seizure",
        "ISO3 Code",
        "Region",
        "Subregion",
        "City",
        "Administrative Region",
    ]
    assert row["Physical Seizure Location"] == "Data not available"
    assert row["Trafficking Mode of Transportation"] == "Data not available"


@pytest.mark.parametrize(
    ("edtf", "cell"),
    [
        ("2022-02-05", date(2022, 2, 5)),
        ("2022-02", "2022-02"),
        ("2017-23", "2017-23"),
        ("2015/2019", "2015/2019"),
        ("XXXX-05-20", "XXXX-05-20"),
        ("2022-02-05~", "2022-02-05~"),
        ("2021-02-30", "2021-02-30"),
    ],
)
def test_only_a_known_day_is_a_day(edtf: str, cell: object) -> None:
    table = ids_table([seizure(date={"edtf": edtf})], {})
    assert table.rows[0][1] == cell
    assert bool(table.notes) == isinstance(cell, str)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (85.505, "kg", ("kg", "85.505")),
        (3.0, "t", ("kg", "3000.0")),
        (75.0, "g", ("g", "75.0")),
        (500.0, "mg", ("g", "0.5000")),
        (2.0, "lb", ("kg", "0.907184740")),
        (360.0, "L", ("lt", "360.0")),
        (50.0, "mL", ("lt", "0.0500")),
        (7500.0, "vial", ("unit", "7500.0")),
        (1e6, "tablet", ("tablet/pill", "1000000.0")),
        (40.0, "plant", ("plant", "40.0")),
        (712.0, "package", ("package", "712.0")),
        (5.0, None, ("", "5.0")),
    ],
)
def test_units(value: float, unit: str | None, expected: tuple[str, str]) -> None:
    (row,) = rows(item(value=value, unit=unit))
    assert (row["Measurement Unit"], row["Quantity Seized"]) == expected


def test_what_no_list_knows_is_kept_and_counted() -> None:
    told = seizure(
        items=[{**HEROIN, "substance": "kush", "substance_id": "kush", "unit": "package"}],
        location_type="Land border",
        place="Mae Sai checkpoint",
    )
    table = ids_table([told], {})
    assert table.rows[0][8:12] == ("kush", "package", 12, "Land border")
    assert table.kept == {
        ("Drug/Substance", "kush"): 1,
        ("Measurement Unit", "package"): 1,
        ("Physical Seizure Location", "Land border"): 1,
    }


def test_a_place_of_unknown_kind_stands_by_name() -> None:
    (row,) = rows(seizure(place="Mae Sai checkpoint", city="Chiang Rai"))
    assert row["Physical Seizure Location"] == "Mae Sai checkpoint"
    (row,) = rows(seizure(place="Chiang Rai", city="Chiang Rai"))
    assert row["Physical Seizure Location"] == "Data not available"


def _province(start: int, country: str | None = "UZB") -> Fact:
    return fact(
        "place",
        start,
        "Surkhandarya\nProvince",
        name="Surkhandarya",
        place_type="province",
        country=country,
    )


@pytest.mark.parametrize(
    ("province", "expected"),
    [
        (_province(42), "Surkhandarya"),
        (_province(44), "Surkhandarya"),
        (_province(60), ""),  # words stand between
        (_province(10), ""),  # named before
        (_province(42, "TJK"), ""),  # in another country
        (_province(42, None), "Surkhandarya"),
    ],
)
def test_the_province_behind_the_city(province: Fact, expected: str) -> None:
    evidence = [{"slot": "city", "start": 34, "end": 40, "text": "Termez"}]
    told = seizure(country="UZB", city="Termez", place="Termez", evidence=evidence)
    (row,) = rows(told, province)
    assert row["Administrative Region"] == expected


def test_a_place_that_is_a_province() -> None:
    (row,) = rows(seizure(country="UZB", place="Surkhandarya Province"), _province(90))
    assert row["Administrative Region"] == "Surkhandarya Province"
    assert row["Physical Seizure Location"] == "Data not available"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (seizure(aggregate=True), "aggregate"),
        (seizure(items=[]), "seizure without goods"),
        (item(value=None), "item without amount"),
        (item(category="wildlife"), "item of non-drug goods"),
        (item(category="money"), "item of non-drug goods"),
        (item(category=None, drug_group=None, substance_id=None), "item of unknown goods"),
    ],
)
def test_what_is_left_out_is_counted(told: Fact, reason: str) -> None:
    table = ids_table([told], {})
    assert table.rows == []
    assert table.left_out == {reason: 1}


@pytest.mark.parametrize("told", [item(category="precursor"), item(category=None), item(value=0.0)])
def test_what_is_not_left_out(told: Fact) -> None:
    assert len(ids_table([told], {}).rows) == 1


def test_each_drug_of_a_seizure_is_a_row() -> None:
    cash = {"substance": "cash", "category": "money", "value": 100.0, "unit": "USD"}
    told = seizure(items=[HEROIN, cash, {**HEROIN, "substance": "opium", "substance_id": "opium"}])
    assert [row["Drug/Substance"] for row in rows(told, told)] == ["Heroin", "Opium"] * 2
    assert [row["Row Number"] for row in rows(told, told)] == ["1", "2", "3", "4"]


# --- files ----------------------------------------------------------------------------------------


def test_the_command_writes_both_and_counts(write: Callable[..., Path]) -> None:
    told = item(value=430.0, unit="g", upper=500.0, comparator="~")
    output = write(told, seizure(aggregate=True), seizure(aggregate=True), item(category="weapon"))
    result = runner.invoke(app, ["export", str(output), "--format", "ids"])
    assert result.exit_code == 0
    assert result.stdout == ""
    csv_path, xlsx_path = (output / "ids.csv").as_posix(), (output / "ids.xlsx").as_posix()
    assert result.stderr.splitlines() == [
        f"1 row written to {csv_path} and {xlsx_path} (ids-2024)",
        "left out: 2 aggregates, 1 item of non-drug goods",
        "1 × bound, range or round figure, written as one number",
    ]
    assert (output / "ids.csv").read_text(encoding="utf-8").splitlines() == [
        ",".join(COLUMNS),
        "1,,,,,,,,Heroin,g,430,Data not available,Data not available",
    ]


def test_kept_values_are_named(write: Callable[..., Path]) -> None:
    output = write(item(unit="bag"), item(unit="bag"), item(unit="sack"))
    result = runner.invoke(app, ["export", str(output)])
    assert (
        "kept as written, not in UNODC's lists: Measurement Unit 'bag' (2), "
        "Measurement Unit 'sack' (1)\n"
    ) in result.stderr


def test_the_workbook(write: Callable[..., Path], tmp_path: Path) -> None:
    told = seizure(date={"edtf": "2022-02-05"}, country="CIV", city="=1+1", place="=1+1")
    path = tmp_path / "table.XLSX"
    result = runner.invoke(app, ["export", str(write(told)), "-o", str(path)])
    assert result.exit_code == 0
    assert not (tmp_path / "out" / "ids.csv").exists()
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["IDS", "Sources"]
    head, row = workbook["IDS"].iter_rows()
    assert tuple(cell.value for cell in head) == COLUMNS
    assert row[1].value.date() == date(2022, 2, 5)
    assert row[1].number_format == "DD/MM/YYYY"
    assert row[2].value == "Côte d'Ivoire"
    assert (row[6].value, row[6].data_type) == ("=1+1", "s")
    assert row[10].value == 12
    head, row = workbook["Sources"].iter_rows(values_only=True)
    assert head == SOURCE_COLUMNS
    source = dict(zip(head, row, strict=True))
    assert source["URL"] == "https://example.org/news"
    assert source["Drug Group"] == "Opioids"
    assert source["Text"] == "Officers seized heroin."


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    sheet = Sheet(("a", "b"), [("x\x01\ufffe", date(1850, 1, 2)), (None, 3)])
    taken = []
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(tmp_path / name, {"S": sheet})
        taken.append((tmp_path / name).read_bytes())
    assert taken[0] == taken[1]
    with zipfile.ZipFile(io.BytesIO(taken[0])) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")
    page = openpyxl.load_workbook(tmp_path / "one.xlsx")["S"]
    assert list(page.iter_rows(min_row=2, values_only=True)) == [("x  ", "02/01/1850"), (None, 3)]


def test_csv_can_be_read_back(tmp_path: Path) -> None:
    sheet = Sheet(("a", "b"), [('say "hi", twice\nor so', date(2022, 2, 5))])
    write_csv(tmp_path / "t.csv", sheet)
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ['say "hi", twice\nor so', "05/02/2022"]


def test_a_line_separator_inside_a_text_is_no_end_of_line(write: Callable[..., Path]) -> None:
    output = write(fact("place", 0, "Ter\u2028mez", name="Termez", place_type="city"), seizure())
    assert runner.invoke(app, ["export", str(output)]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "unodc-facts: nowhere: no such folder\n"),
        (
            ["{empty}"],
            "no facts.jsonl in it; name a folder that `unodc-facts extract` wrote\n",
        ),
        (["{out}", "-o", "t.ods"], "unodc-facts: t.ods: name a file that ends in .csv or .xlsx\n"),
        (["{out}", "-o", "no/t.csv"], "unodc-facts: cannot write no/t.csv: No such file or dir"),
        (["{out}", "--format", "wco"], "no format 'wco'; there are: ids"),
        (["{bad}"], "unodc-facts: {bad}/facts.jsonl:1: Invalid JSON"),
    ],
)
def test_wrong_usage_says_what_is_wrong(
    arguments: list[str], message: str, tmp_path: Path, write: Callable[..., Path]
) -> None:
    folders = {name: tmp_path / name for name in ("empty", "bad")}
    for folder in folders.values():
        folder.mkdir()
    (folders["bad"] / "facts.jsonl").write_text("{\n")
    named = {name: folder.as_posix() for name, folder in folders.items()}
    named["out"] = write(seizure()).as_posix()
    result = runner.invoke(app, ["export", *(one.format(**named) for one in arguments)])
    assert result.exit_code == 2
    assert message.format(**named) in result.stderr


def test_without_openpyxl(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.stores.tables.find_spec", lambda name: None)
    output = write(seizure())
    result = runner.invoke(app, ["export", str(output)])
    assert result.exit_code == 0
    assert f"1 row written to {(output / 'ids.csv').as_posix()} (ids-2024)\n" in result.stderr
    command = "install it with: python -m pip install openpyxl\n"
    assert f"ids.xlsx not written: it needs openpyxl; {command}" in result.stderr
    asked = runner.invoke(app, ["export", str(output), "-o", str(output / "t.xlsx")])
    assert asked.exit_code == 2
    assert asked.stderr == f"unodc-facts: t.xlsx: XLSX needs openpyxl; {command}"
