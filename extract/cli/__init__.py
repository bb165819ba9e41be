"""The command line: one short module a command, no logic."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from extract.cli.evaluate import evaluate
from extract.cli.explain import explain
from extract.cli.export import export
from extract.cli.extract import extract
from extract.cli.schema import schema
from extract.cli.show import show

app = typer.Typer(
    name="unodc-facts",
    help="Bulletins of the UN Office on Drugs and Crime -> facts a database can hold.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from extract.batch.run import program_version

        typer.echo(f"unodc-facts {program_version()}")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Bulletins of the UN Office on Drugs and Crime -> facts a database can hold."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a character shows "?" for it
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


app.command()(extract)
app.command()(show)
app.command()(schema)
app.command()(evaluate)
app.command()(export)
app.command()(explain)
