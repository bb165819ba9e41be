"""An output folder -> files of one layout, and what is to be said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extract.batch.readers import read_documents, read_facts
from extract.batch.writers import DOCUMENTS
from extract.errors import UsageError
from extract.stores.ids import COLUMNS, LAYOUT, SOURCE_COLUMNS, IdsTable, ids_table
from extract.stores.tables import XLSX_COMMAND, Sheet, write_csv, write_xlsx, xlsx_is_possible

FORMATS = ("ids",)
ENDINGS = (".csv", ".xlsx")


def export_ids(output: Path, to: Path | None = None) -> list[str]:
    """Write the seizures of ``output`` in UNODC's layout: to one file, or beside the facts as both.

    Gives what the user should be told, a line each. Raises UsageError.
    """
    if to is not None and to.suffix.lower() not in ENDINGS:
        raise UsageError(f"{to.name}: name a file that ends in {' or '.join(ENDINGS)}")
    facts = read_facts(output)
    manifest = read_documents(output) if (output / DOCUMENTS).is_file() else iter(())
    documents = {record.document_id: record for record in manifest}
    table = ids_table(facts, documents)
    written = list(_write(table, [to] if to else [output / f"ids{end}" for end in ENDINGS], to))
    return [
        f"{_counted(len(table.rows), 'row')} written to {' and '.join(written)} ({LAYOUT})",
        *_said(table),
        *(
            [f"ids.xlsx not written: it needs openpyxl; install it with: {XLSX_COMMAND}"]
            if to is None and not xlsx_is_possible()
            else []
        ),
    ]


def _write(table: IdsTable, paths: list[Path], asked: Path | None) -> Iterator[str]:
    seizures = Sheet(COLUMNS, table.rows)
    for path in paths:
        if path.suffix.lower() == ".csv":
            write_csv(path, seizures)
        elif asked or xlsx_is_possible():
            sources = Sheet(SOURCE_COLUMNS, table.sources)
            write_xlsx(path, {"IDS": seizures, "Sources": sources})
        else:
            continue
        yield path.as_posix()


def _said(table: IdsTable) -> Iterator[str]:
    if table.left_out:
        yield f"left out: {_list(table.left_out)}"
    if table.kept:
        kept = sorted(table.kept.items(), key=lambda entry: (entry[0][0], -entry[1], entry[0][1]))
        values = ", ".join(f"{column} {value!r} ({count})" for (column, value), count in kept)
        yield f"kept as written, not in UNODC's lists: {values}"
    for note, count in sorted(table.notes.items()):
        yield f"{count} × {note}"


def _list(counts: Counter[str]) -> str:
    return ", ".join(_counted(count, what) for what, count in sorted(counts.items()))


def _counted(count: int, what: str) -> str:
    head, space, rest = what.partition(" ")
    return f"{count} {head}{'' if count == 1 else 's'}{space}{rest}"
