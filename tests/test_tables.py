"""Knowledge tables: how they are read, and what a mistake in one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import KnowledgeError
from extract.knowledge import tables
from extract.knowledge.tables import FOLDER, Row, digest, read_table


class Fruit(Row):
    name: str
    weight: int = 0
    aliases: tuple[str, ...] = ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    return tmp_path


def test_rows_comments_lists_and_empty_cells(folder: Path) -> None:
    (folder / "f.tsv").write_text(
        "# fruit\nname\tweight\taliases\napple\t3\tpomme | Apfel\n\npear\n", encoding="utf-8"
    )
    assert read_table("f.tsv", Fruit) == (
        Fruit(name="apple", weight=3, aliases=("pomme", "Apfel")),
        Fruit(name="pear"),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("apple\theavy", "knowledge/f.tsv:2: "),
        ("\t3", "knowledge/f.tsv:2: "),
        ("a\t1\tb\tc", "knowledge/f.tsv:2: 4 cells under 3 column names"),
    ],
)
def test_a_mistake_names_file_and_line(folder: Path, line: str, message: str) -> None:
    (folder / "f.tsv").write_text(f"name\tweight\taliases\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_table("f.tsv", Fruit)
    assert str(caught.value).startswith(message)


def test_the_digest_is_over_every_table(folder: Path) -> None:
    before = digest()
    (folder / "f.tsv").write_text("name\napple\n")
    after = digest()
    (folder / "notes.md").write_text("no table")
    assert before != after == digest()


@pytest.mark.parametrize(
    "name", sorted(item.name for item in FOLDER.iterdir() if item.name.endswith(".tsv"))
)
def test_every_table_explains_itself_and_is_clean(name: str) -> None:
    lines = FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# "), "begin with a comment that says what the table holds"
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(rows) == len(set(rows)), "a row stands twice"
    assert all(line == line.rstrip() or line.endswith("\t") for line in lines)
