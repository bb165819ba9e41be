"""README and help tell the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app
from tests.readme import README, refreshed

ROOT = Path(__file__).parent.parent
TEXT = README.read_text(encoding="utf-8")
COMMANDS = sorted(
    command.callback.__name__ for command in app.registered_commands if command.callback
)


def test_what_the_readme_shows_is_what_is_printed() -> None:
    assert refreshed(TEXT) == TEXT, "run: python -m tests.readme"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"unodc-facts {command} " in TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_in_the_readme_exists(command: str) -> None:
    shown = " ".join(re.findall(rf"unodc-facts {command} [^\n`#]*", TEXT))
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", shown))
    help_text = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output
    for option in sorted(options):
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", help_text), f"no {option}"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_make_target_in_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)\b", TEXT):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"no make {target}"
