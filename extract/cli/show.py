"""``unodc-facts show``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import ModelOption, PublishedOption, errors_for_the_user


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .txt, .md or .jsonl file.")],
    published: PublishedOption = None,
    model: ModelOption = None,
) -> None:
    """Show a text with its facts marked, in the terminal."""
    from rich.console import Console

    from extract.cli.marked import composed_facts, marked_text, table_of_mentions
    from extract.errors import UsageError
    from extract.language import load_model
    from extract.pipeline import extract_stream
    from extract.read.inputs import list_inputs, read_listed

    console = Console(highlight=False, soft_wrap=True)
    with errors_for_the_user():
        listing = list_inputs([file])
        for problem in listing.problems:
            typer.echo(f"unodc-facts: {problem}", err=True)
        if not listing.documents:
            raise UsageError(f"nothing to show in {file.as_posix()}")
        documents = [read_listed(listed, published) for listed in listing.documents]
        for extraction in extract_stream(documents, load_model(model)):
            console.print(marked_text(extraction, colour=console.is_terminal))
            console.print(table_of_mentions(extraction))
            for shown in composed_facts(extraction):
                console.print(shown)
