"""``unodc-facts extract``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.common import EXIT_REJECTED, ModelOption, PublishedOption, errors_for_the_user

if TYPE_CHECKING:
    from extract.batch.run import RunSummary

_PROBLEMS_SHOWN = 20


def extract(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="INPUT...", help="Files (.txt, .md, .jsonl) and folders of them."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write to.")
    ] = Path("outputs"),
    published: PublishedOption = None,
    model: ModelOption = None,
    max_characters: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse a text longer than this.")
    ] = 10_000_000,
) -> None:
    """Extract facts into DIR: facts.jsonl, documents.jsonl, rejected.jsonl and texts/.

    Exit code 0: everything delivered; 3: delivered, with lines in rejected.jsonl; 2: wrong usage
    or nothing readable.
    """
    from extract.batch.run import RunOptions, run
    from extract.cli.progress import progress_bar
    from extract.language import load_model

    options = RunOptions(published=published, max_characters=max_characters)
    with errors_for_the_user(), progress_bar() as progress:
        summary = run(inputs, output, lambda: load_model(model), options, progress)
    _print_summary(summary, output)
    if summary.rejected:
        raise typer.Exit(EXIT_REJECTED)


def _print_summary(summary: RunSummary, output: Path) -> None:
    facts = sum(summary.facts.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(summary.facts.items()))
    lines = [
        f"{_counted(summary.documents, 'document')}, {_counted(facts, 'fact')}"
        + (f": {kinds}" if kinds else ""),
        f"written to {output.as_posix()}/",
    ]
    if summary.passed_over:
        lines.append(f"{_counted(summary.passed_over, 'file')} of other kinds passed over")
    if summary.rejected:
        lines.append(f"{sum(summary.rejected.values())} rejected (see rejected.jsonl):")
        lines += [f"  {problem}" for problem in summary.problems[:_PROBLEMS_SHOWN]]
        left = len(summary.problems) - _PROBLEMS_SHOWN
        lines += [f"  … and {left} more"] if left > 0 else []
    sys.stderr.write("\n".join(lines) + "\n")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
