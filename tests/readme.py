"""``python -m tests.readme``: put what the program really prints into the README."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from typer.testing import CliRunner

from extract.cli import app
from extract.cli.marked import composed_facts
from extract.language import load_model
from extract.pipeline import extract_stream
from extract.read.inputs import list_inputs, read_listed

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- shown: (?P<name>\w+) -->\n```\n)(?:.*?\n)??(```\n)", re.DOTALL)
_PYTHON = re.compile(r"```python\n(?P<code>.*?)```", re.DOTALL)


def shown_extract() -> str:
    """A run over the seeds, and its first fact."""
    with TemporaryDirectory() as name:
        output = Path(name)
        arguments = ["extract", str(ROOT / "seeds"), "-o", str(output)]
        printed = CliRunner().invoke(app, arguments).stderr.replace(name.strip(), "outputs")
        first = (output / "facts.jsonl").read_text(encoding="utf-8").splitlines()[0]
    return (
        f"$ unodc-facts extract seeds -o outputs\n{printed}"
        f"$ head -n 1 outputs/facts.jsonl\n{first}\n"
    )


def shown_seizure() -> str:
    """The first seizure of the newsletter, as `show` prints it."""
    listed = list_inputs([ROOT / "seeds"]).documents[1]
    (extraction,) = extract_stream([read_listed(listed)], load_model())
    seizures = [one for one in composed_facts(extraction) if one.plain.startswith("seizure")]
    console = Console(file=io.StringIO(), width=10_000, highlight=False)
    console.print(seizures[0])
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def shown_python() -> str:
    """What the Python example prints."""
    match = _PYTHON.search(README.read_text(encoding="utf-8"))
    assert match is not None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(match["code"], {})  # noqa: S102
    return printed.getvalue()


def refreshed(text: str) -> str:
    """The README with every shown block as the program prints it now."""
    shown = {"extract": shown_extract, "python": shown_python, "seizure": shown_seizure}
    return _BLOCK.sub(lambda match: match[1] + shown[match["name"]]() + match[3], text)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
