"""``unodc-facts schema``."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def schema(
    name: Annotated[
        str, typer.Argument(metavar="[fact|document|rejected]", help="Which record.")
    ] = "fact",
) -> None:
    """Print the JSON Schema (2020-12) of a line of the output."""
    from schemas.publish import json_schemas

    published = json_schemas()
    if name not in published:
        raise typer.BadParameter(f"no schema {name!r}; there are: {', '.join(published)}")
    typer.echo(json.dumps(published[name], indent=2, ensure_ascii=False))
