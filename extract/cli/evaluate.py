"""``unodc-facts evaluate``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import errors_for_the_user

EXIT_BREACH = 1


def evaluate(
    gold: Annotated[Path, typer.Option("--gold", metavar="DIR", help="Folder of ID.txt, ID.json.")],
    output: Annotated[
        Path | None, typer.Argument(metavar="[OUT]", help="Folder that `extract` wrote.")
    ] = None,
    thresholds: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", help="Floors by row; exit 1 when one is missed."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Earlier JSON report: show what was gained and lost."),
    ] = None,
    report: Annotated[
        str, typer.Option("--format", metavar="text|markdown|json|junit", help="Form of report.")
    ] = "text",
    to: Annotated[
        Path | None, typer.Option("-o", metavar="FILE", help="Write the report there.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only lint the gold.")] = False,
) -> None:
    """Measure extracted facts against gold answers."""
    from extract.evaluate.evaluate import evaluate_folder
    from extract.evaluate.floors import breaches, changes, read_baseline, read_floors
    from extract.evaluate.gold import lint_gold
    from extract.evaluate.reports import REPORTS, write_report

    if report not in REPORTS:
        raise typer.BadParameter(f"no format {report!r}; there are: {', '.join(REPORTS)}")
    with errors_for_the_user():
        if check:
            problems = list(lint_gold(gold))
            typer.echo("\n".join([*problems, f"{len(problems)} problems"]))
            raise typer.Exit(EXIT_BREACH if problems else 0)
        if output is None:
            raise typer.BadParameter("OUT is missing: the folder that `extract` wrote")
        floors = read_floors(thresholds) if thresholds else None
        held = read_baseline(baseline) if baseline else None
        evaluation = evaluate_folder(output, gold)
        problems = breaches(evaluation, floors) if floors else []
        changed = list(changes(evaluation, held)) if held else []
        written = REPORTS[report](evaluation, problems, changed)
    if to:
        with errors_for_the_user():
            write_report(to, written)
    else:
        sys.stdout.write(written)
    if problems:
        typer.echo("\n".join(problems), err=True)
        raise typer.Exit(EXIT_BREACH)
