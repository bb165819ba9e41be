"""Tables -> CSV and XLSX files; the same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import UsageError

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

XLSX_COMMAND = "python -m pip install openpyxl"
DATE_FORMAT = "DD/MM/YYYY"
# Excel knows no day before 1900, and takes 29 February of that year for one.
_FIRST_EXCEL_YEAR = 1901
_LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)

Cell = str | int | Decimal | date | None


class Sheet(NamedTuple):
    """Column names and the rows under them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write one table as UTF-8 CSV: days as DD/MM/YYYY, nothing for None."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows([_as_text(cell) for cell in row] for row in sheet.rows)
    _write(path, text.getvalue().encode("utf-8"))


def xlsx_is_possible() -> bool:
    """Whether the library that writes XLSX is installed."""
    return find_spec("openpyxl") is not None


def write_xlsx(path: Path, sheets: Mapping[str, Sheet]) -> None:
    """Write tables as the sheets of one workbook. Raises UsageError without openpyxl."""
    if not xlsx_is_possible():
        raise UsageError(f"{path.name}: XLSX needs openpyxl; install it with: {XLSX_COMMAND}")
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    workbook.properties.creator = "unodc-facts"
    workbook.properties.created = _EPOCH
    for title, sheet in sheets.items():
        page = workbook.create_sheet(title)
        page.freeze_panes = "A2"
        page.append([_as_cell(page, name) for name in sheet.columns])
        for row in sheet.rows:
            page.append([_as_cell(page, cell) for cell in row])
    packed = io.BytesIO()
    workbook.save(packed)
    _write(path, _without_times(packed))


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.strftime("%d/%m/") + f"{cell.year:04}"
        case Decimal():
            return f"{cell.normalize():f}"
    return str(cell)


def _as_cell(page: WriteOnlyWorksheet, cell: Cell) -> object:
    from openpyxl.cell import WriteOnlyCell

    match cell:
        case date() if cell.year >= _FIRST_EXCEL_YEAR:
            dated = WriteOnlyCell(page, value=cell)
            dated.number_format = DATE_FORMAT
            return dated
        case Decimal():
            return float(cell)
        case str() | date():
            text = _NOT_IN_XML.sub(" ", _as_text(cell))[:_LONGEST_CELL]
            written = WriteOnlyCell(page, value=text)
            written.data_type = "s"  # a text that begins with "=" is no formula
            return written
    return cell


def _without_times(packed: io.BytesIO) -> bytes:
    """The same archive with no trace of when it was written."""
    plain = io.BytesIO()
    fixed = _EPOCH.isoformat().encode() + b"Z"
    with zipfile.ZipFile(packed) as given, zipfile.ZipFile(plain, "w") as taken:
        for entry in sorted(given.namelist()):
            content = given.read(entry)
            if entry == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + fixed, content)
            name = zipfile.ZipInfo(entry, _ZIP_TIME)
            taken.writestr(name, content, compress_type=zipfile.ZIP_DEFLATED)
    return plain.getvalue()


def _write(path: Path, content: bytes) -> None:
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"cannot write {path.as_posix()}: {reason}") from error
