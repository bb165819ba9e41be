"""A run: the files it leaves, the same bytes every time, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from extract import pipeline
from extract.batch.run import RunOptions, run
from extract.batch.writers import text_file_name
from extract.errors import KnowledgeError, UsageError
from extract.language import EntityModel, ModelSpan
from extract.pipeline import extract_stream
from extract.read.source import SourceDocument
from schemas import FACT_ADAPTER, DocumentRecord, RejectedRecord

ROOT = Path(__file__).parent.parent
NEWS = "Seizure in Mombasa\n\nOn 3 May 2019 customs officers in Kenya seized 12 kg of heroin.\n"


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text(NEWS)
    (folder / "a.txt").write_text("Ghana and Togo met in Accra in June 2020.", encoding="utf-8-sig")
    (folder / "c.jsonl").write_text('{"id": "x/../y", "text": "Peru\\r\\nand Chile"}\nbroken\n')
    return folder


def test_the_files_of_the_contract(inputs: Path, tmp_path: Path, model: EntityModel) -> None:
    output = tmp_path / "out"
    summary = run([inputs], output, lambda: model)
    facts = [FACT_ADAPTER.validate_json(line) for line in lines(output / "facts.jsonl")]
    documents = [
        DocumentRecord.model_validate_json(line) for line in lines(output / "documents.jsonl")
    ]
    (rejected,) = [
        RejectedRecord.model_validate_json(line) for line in lines(output / "rejected.jsonl")
    ]
    assert [document.document_id for document in documents] == ["a", "b", "x/../y"]
    order = [(fact.document_id, fact.start, fact.kind, fact.id) for fact in facts]
    assert order == sorted(order)
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        text = (output / "texts" / text_file_name(fact.document_id)).read_bytes().decode()
        for span in (fact, *fact.evidence):
            assert text[span.start : span.end] == span.text
    assert (rejected.source, rejected.code) == ("c.jsonl:2", "invalid_json")
    assert summary.documents == 3
    assert summary.rejected == {"invalid_json": 1}
    assert sum(summary.facts.values()) == len(facts) > 0
    assert documents[1].run.model.startswith("en_core_web_sm")
    assert len(documents[1].run.model_sha256) == 64
    own = Counter(fact.kind for fact in facts if fact.document_id == "b")
    assert documents[1].fact_counts == own
    assert not list(output.glob("*.partial"))


def test_the_text_of_a_document_is_unchanged(
    inputs: Path, tmp_path: Path, model: EntityModel
) -> None:
    run([inputs], tmp_path / "out", lambda: model)
    texts = tmp_path / "out" / "texts"
    assert (texts / "b.txt").read_bytes() == (inputs / "b.txt").read_bytes()
    assert (texts / text_file_name("x/../y")).read_bytes() == b"Peru\r\nand Chile"


@pytest.mark.parametrize(
    ("document_id", "name"),
    [
        ("000_ca0f", "000_ca0f.txt"),
        ("a/b", "a%2Fb.txt"),
        ("..", "%2E..txt"),
        ("é ü", "é ü.txt"),
    ],
)
def test_text_file_names_are_safe(document_id: str, name: str) -> None:
    assert text_file_name(document_id) == name


def test_long_ids_keep_their_own_files() -> None:
    names = {text_file_name("é" * 300 + end) for end in "ab"}
    assert len(names) == 2
    assert all(len(name.encode()) <= 255 for name in names)


def test_a_second_run_replaces_the_first(inputs: Path, tmp_path: Path, model: EntityModel) -> None:
    output = tmp_path / "out"
    run([inputs], output, lambda: model)
    (output / "texts" / "mine.txt").write_text("not ours")
    run([inputs / "b.txt"], output, lambda: model)
    assert sorted(path.name for path in (output / "texts").iterdir()) == ["b.txt", "mine.txt"]
    assert len(lines(output / "documents.jsonl")) == 1


def test_a_failed_run_leaves_the_last_output(
    inputs: Path, tmp_path: Path, model: EntityModel
) -> None:
    output = tmp_path / "out"
    run([inputs], output, lambda: model)
    before = (output / "facts.jsonl").read_bytes()
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(UsageError) as caught:
        run([tmp_path / "empty.txt"], output, lambda: model)
    assert str(caught.value) == (
        "nothing to read: empty.txt: the file is empty (0 bytes) [empty_file]"
    )
    assert (output / "facts.jsonl").read_bytes() == before
    assert not list(output.glob("*.partial"))


def test_output_that_cannot_be_written(inputs: Path, tmp_path: Path, model: EntityModel) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(UsageError) as caught:
        run([inputs], blocked, lambda: model)
    assert str(caught.value) == f"cannot write to {blocked.as_posix()}/texts: Not a directory"


def test_a_file_in_the_way_of_the_output(inputs: Path, tmp_path: Path, model: EntityModel) -> None:
    output = tmp_path / "out"
    (output / "facts.jsonl").mkdir(parents=True)
    with pytest.raises(UsageError) as caught:
        run([inputs], output, lambda: model)
    assert str(caught.value) == f"cannot write to {output.as_posix()}/facts.jsonl: Is a directory"
    assert not list(output.glob("*.partial"))


def test_published_settles_only_documents_without_their_own(
    tmp_path: Path, model: EntityModel
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": "a", "text": "News from Lima."}\n'
        '{"id": "b", "text": "News from Lima.", "published": "2001-02-03"}\n'
    )
    run([path], tmp_path / "out", lambda: model, RunOptions(published=date(2019, 1, 2)))
    documents = [json.loads(line) for line in lines(tmp_path / "out" / "documents.jsonl")]
    assert [document["published"] for document in documents] == ["2019-01-02", "2001-02-03"]


def test_a_fault_of_ours_loses_one_document_by_name(
    model: EntityModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(passages: object) -> None:
        if "bad" in str(passages):
            raise ZeroDivisionError("made for this test")
        return {}

    monkeypatch.setattr(pipeline, "learn_acronyms", broken)
    documents = [
        SourceDocument(name, f"{name}.txt", "text/plain", f"{name} news from Kenya")
        for name in ("good", "bad", "fine")
    ]
    results = list(extract_stream(documents, model))
    assert [bool(result.rejected) for result in results] == [False, True, False]
    (rejected,) = results[1].rejected
    assert (rejected.code, rejected.message) == (
        "internal_error",
        "ZeroDivisionError: made for this test",
    )


def test_same_input_same_bytes(inputs: Path, tmp_path: Path) -> None:
    """Two processes that differ in hash seed, time zone, locale and input order."""
    environments = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    ]
    orders = [["a.txt", "b.txt", "c.jsonl"], ["c.jsonl", "b.txt", "a.txt"]]
    outputs = []
    for number, (environment, order) in enumerate(zip(environments, orders, strict=True)):
        output = tmp_path / f"out{number}"
        command = [sys.executable, "-m", "extract.cli", "extract"]
        command += [str(inputs / name) for name in order] + ["-o", str(output)]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False
        )
        assert done.returncode == 3, done.stderr
        outputs.append(
            {
                path.relative_to(output).as_posix(): path.read_bytes()
                for path in sorted(output.rglob("*"))
                if path.is_file()
            }
        )
    assert outputs[0] == outputs[1]


def test_a_mistake_in_the_knowledge_ends_the_run_with_its_place(
    inputs: Path, tmp_path: Path, model: EntityModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(passages: object) -> None:
        raise KnowledgeError("knowledge/units.tsv:3: no such dimension")

    monkeypatch.setattr(pipeline, "learn_acronyms", broken)
    with pytest.raises(KnowledgeError, match=r"knowledge/units\.tsv:3: no such dimension"):
        run([inputs], tmp_path / "out", lambda: model)
    assert not (tmp_path / "out" / "facts.jsonl").exists()


def test_a_run_that_fails_late_leaves_facts_and_texts_of_the_last(
    inputs: Path, tmp_path: Path, model: EntityModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    run([inputs], output, lambda: model)
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    (inputs / "a.txt").write_text("changed")
    (inputs / "0new.txt").write_text("new")

    def broken(passages: object) -> object:
        if "Mombasa" in str(passages):
            raise KnowledgeError("made for this test")
        return {}

    monkeypatch.setattr(pipeline, "learn_acronyms", broken)
    with pytest.raises(KnowledgeError):
        run([inputs], output, lambda: model)
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def test_a_fault_of_the_model_loses_one_document_by_name(model: EntityModel) -> None:
    class Failing(EntityModel):
        def entities(self, text: str) -> tuple[ModelSpan, ...]:
            if "bad" in text:
                raise ValueError("made for this test")
            return super().entities(text)

    failing = Failing(model.path)
    documents = [
        SourceDocument(
            name, f"{name}.txt", "text/plain", f"In Kenya, Tolvo Mirtak said {name} things."
        )
        for name in ("good", "bad", "fine")
    ]
    results = list(extract_stream(documents, failing))
    assert [[one.message for one in result.rejected] for result in results] == [
        [],
        ["ValueError: made for this test"],
        [],
    ]
    assert results[2].facts


def test_an_amount_too_large_for_a_number_is_refused(tmp_path: Path, model: EntityModel) -> None:
    (tmp_path / "a.txt").write_text("Officers seized 1" + ",000" * 110 + " kg of heroin in Kenya.")
    run([tmp_path / "a.txt"], tmp_path / "out", lambda: model)
    for line in lines(tmp_path / "out" / "facts.jsonl"):
        FACT_ADAPTER.validate_json(line)
