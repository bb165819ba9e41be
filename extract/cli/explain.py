"""``unodc-facts explain``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import ModelOption, errors_for_the_user


def explain(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `extract` wrote.")],
    fact_id: Annotated[
        str, typer.Argument(metavar="FACT_ID", help="A fact's id, or its first characters.")
    ],
    model: ModelOption = None,
) -> None:
    """Say why a fact is there: its rule, the words of each slot, and what was dropped for it.

    The document is run again from OUT/texts/; a change of text, knowledge, model or program since
    the run is noted. Give the --model that the run was given.
    """
    from extract.language import load_model
    from extract.report.explain import explain_fact
    from extract.report.wording import explained

    with errors_for_the_user():
        sys.stdout.write(explained(explain_fact(output, fact_id, lambda: load_model(model))))
