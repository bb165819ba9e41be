"""``unodc-facts export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import errors_for_the_user


def export(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `extract` wrote.")],
    layout: Annotated[
        str, typer.Option("--format", metavar="ids", help="Layout to write; there is one: ids.")
    ] = "ids",
    to: Annotated[
        Path | None,
        typer.Option(
            "-o",
            metavar="FILE",
            help="A .csv or .xlsx file. Default: OUT/ids.csv and OUT/ids.xlsx.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write seizures in UNODC's Individual Drug Seizures layout, as CSV and XLSX.

    One row a drug item of one seizure, in the 13 columns of ids-2024. Totals, other goods and items
    without an amount are left out and counted. A date is DD/MM/YYYY where the day is known, else
    what is known (2017-06, XXXX-05-20). Values that UNODC's lists lack are kept as written, and
    counted. The XLSX has a second sheet: the fact, the words and the stated amount of each row.
    """
    from extract.stores.export import FORMATS, export_ids

    if layout not in FORMATS:
        raise typer.BadParameter(f"no format {layout!r}; there are: {', '.join(FORMATS)}")
    with errors_for_the_user():
        sys.stderr.write("\n".join(export_ids(output, to)) + "\n")
