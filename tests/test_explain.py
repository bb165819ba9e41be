"""Explain: why a fact is there, and what gave way to it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from extract.batch.run import run
from extract.cli import app
from extract.errors import UsageError
from extract.find.passage import Candidate
from extract.language import EntityModel
from extract.pipeline import extract_stream, trace
from extract.read.source import SourceDocument
from extract.report.explain import explain_fact
from extract.report.wording import explained
from extract.resolve import Dropped, resolve

runner = CliRunner()
BODY = "United Nations Office on Drugs and Crime"
NEWS = f"On 5 May 2021, the {BODY} said, Kenya had seized 12 kilo-\ngrams of heroin."


def candidate(kind: str, start: int, end: int, rule: str = "rule:a", support: int = 3) -> Candidate:
    return Candidate(kind, start, end, rule, {}, support)


COUNTRY = candidate("country", 4, 10)


@pytest.mark.parametrize(
    ("loser", "winner", "reason"),
    [
        (COUNTRY, candidate("country", 0, 10), "shorter"),
        (replace(COUNTRY, support=2), replace(COUNTRY, rule="rule:z"), "less_supported"),
        (COUNTRY, candidate("country", 2, 8), "later"),
        (replace(COUNTRY, rule="rule:b"), COUNTRY, "rule_order"),
        (COUNTRY, COUNTRY, "rule_order"),
        (COUNTRY, candidate("person", 8, 12), "kind_order"),
        (COUNTRY, candidate("place", 4, 15), "longer_kind"),
        (replace(COUNTRY, support=0), None, "unsupported"),
    ],
)
def test_why_a_candidate_gave_way(loser: Candidate, winner: Candidate | None, reason: str) -> None:
    dropped: list[Dropped] = []
    kept = resolve([loser, *([winner] if winner else [])], dropped)
    assert kept == ([winner] if winner else [])
    assert dropped == [Dropped(loser, winner, reason)]  # type: ignore[arg-type]


SPANS = st.builds(
    candidate,
    st.sampled_from(["date", "quantity", "person", "country", "place", "organisation"]),
    st.integers(0, 20),
    st.integers(21, 40),
    st.sampled_from(["rule:a", "rule:b"]),
    st.integers(0, 3),
)


@given(st.lists(SPANS, max_size=12))
def test_every_candidate_stands_or_is_accounted_for(candidates: list[Candidate]) -> None:
    dropped: list[Dropped] = []
    kept = resolve(candidates, dropped)
    assert kept == resolve(candidates)
    assert sorted([*kept, *(one.candidate for one in dropped)], key=repr) == sorted(
        candidates, key=repr
    )
    for one in dropped:
        if one.winner is not None:
            assert one.winner.start < one.candidate.end
            assert one.candidate.start < one.winner.end


@pytest.fixture(scope="module")
def output(model: EntityModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    run([folder / "news.txt"], folder / "out", lambda: model)
    return folder / "out"


def _facts(output: Path) -> list[dict[str, Any]]:
    lines = (output / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _id(output: Path, kind: str, text: str | None = None) -> str:
    facts = _facts(output)
    return next(f["id"] for f in facts if f["kind"] == kind and text in (None, f["text"]))


def _explain(output: Path, fact_id: str, model: EntityModel) -> str:
    return explained(explain_fact(output, fact_id, lambda: model))


def test_a_mention(output: Path, model: EntityModel) -> None:
    fact_id = _id(output, "organisation", BODY)
    lines = _explain(output, fact_id, model).splitlines()
    assert lines[0] == f"organisation {fact_id}"
    assert lines[1] == "  in          news, article 0, [19, 59)"
    assert lines[2] == (
        f"  words       On 5 May 2021, the [{BODY}] said, Kenya had seized 12 kilo- grams o…"
    )
    assert lines[3].startswith("  found by    lexicon:organisations.name, support 3")
    assert '  organisation_id = "unodc"' in lines
    dropped = lines[lines.index("considered and dropped") :]
    assert any("by rule:organisation.office: the same words as this fact" in one for one in dropped)
    assert any(one.endswith("a substance gives way to this fact") for one in dropped)


def test_offsets_are_those_of_the_text_as_it_came(output: Path, model: EntityModel) -> None:
    text = _explain(output, _id(output, "quantity"), model)
    assert "[12 kilo- grams] of heroin." in text
    assert "  value = 12.0\n" in text


def test_a_composite_fact_shows_who_found_each_slot(output: Path, model: EntityModel) -> None:
    fact = next(fact for fact in _facts(output) if fact["kind"] == "seizure")
    text = _explain(output, fact["id"], model)
    assert f"  found by    {fact['method']}, support" in text
    assert '  items = {"substance": "heroin"' in text
    assert "      quantity “12 kilo- grams” [83, 97) by rule:quantity." in text
    assert '  date = {"edtf": "2021-05-05"' in text
    assert "      date “5 May 2021” [3, 13) by rule:date." in text


def test_every_fact_can_be_explained(output: Path, model: EntityModel) -> None:
    for fact in _facts(output):
        explanation = explain_fact(output, fact["id"], lambda: model)
        assert explanation.fact.id == fact["id"]
        assert explanation.candidate is not None
        assert explanation.candidate.rule == fact["method"]
        assert explanation.changes == ()


def test_a_unique_beginning_of_an_id_will_do(output: Path, model: EntityModel) -> None:
    fact_id = _id(output, "quantity")
    short = next(
        fact_id[:length]
        for length in range(1, 17)
        if sum(fact["id"].startswith(fact_id[:length]) for fact in _facts(output)) == 1
    )
    assert explain_fact(output, f" {short.upper()} ", lambda: model).fact.id == fact_id


def test_an_id_that_is_not_there(output: Path) -> None:
    fact_id = _id(output, "quantity")
    wrong = fact_id[:-1] + ("0" if fact_id[-1] != "0" else "1")
    result = runner.invoke(app, ["explain", str(output), wrong])
    assert result.exit_code == 2
    assert result.stdout == ""
    expected = f"unodc-facts: no fact '{wrong}' in {output.as_posix()}; close to it: {fact_id}\n"
    assert result.stderr == expected


def test_no_suggestion_without_a_close_one(output: Path) -> None:
    result = runner.invoke(app, ["explain", str(output), "z" * 16])
    assert result.stderr == f"unodc-facts: no fact '{'z' * 16}' in {output.as_posix()}\n"


def test_an_empty_id_is_no_beginning_of_all(output: Path) -> None:
    result = runner.invoke(app, ["explain", str(output), ""])
    assert result.exit_code == 2
    assert "no fact ''" in result.stderr


def test_a_beginning_of_several(output: Path, tmp_path: Path) -> None:
    lines = [
        json.dumps({**fact, "id": f"ab{number:014x}"}) for number, fact in enumerate(_facts(output))
    ]
    (tmp_path / "facts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = runner.invoke(app, ["explain", str(tmp_path), "ab"])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"unodc-facts: {len(lines)} facts begin with 'ab': ab0000")
    assert result.stderr.endswith(", …\n")


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("facts.jsonl", "no facts.jsonl in it; name a folder that `unodc-facts extract` wrote"),
        ("documents.jsonl", "no documents.jsonl in it; name a folder"),
        ("texts/news.txt", "texts/news.txt: No such file or directory"),
    ],
)
def test_a_folder_that_is_not_whole(
    output: Path, tmp_path: Path, missing: str, message: str
) -> None:
    fact_id = _id(output, "quantity")
    copied = _copy(output, tmp_path)
    (copied / missing).unlink()
    result = runner.invoke(app, ["explain", str(copied), fact_id])
    assert result.exit_code == 2
    assert message in result.stderr


def test_no_such_folder(tmp_path: Path) -> None:
    result = runner.invoke(app, ["explain", str(tmp_path / "none"), "ab"])
    assert result.exit_code == 2
    assert result.stderr == f"unodc-facts: {(tmp_path / 'none').as_posix()}: no such folder\n"


def test_what_changed_since_the_run_is_said(
    output: Path, tmp_path: Path, model: EntityModel
) -> None:
    copied = _copy(output, tmp_path)
    record = json.loads((copied / "documents.jsonl").read_text(encoding="utf-8"))
    changed = {"knowledge_sha256": "0", "model_sha256": "0", "version": "0.0.1"}
    record["run"] |= changed
    (copied / "documents.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    text = NEWS.replace("12 kilo", "13 kilo")
    (copied / "texts" / "news.txt").write_text(text, encoding="utf-8")
    written = _explain(copied, _id(copied, "quantity"), model)
    model_name = f"{model.name} {model.version}"
    assert written.splitlines()[:5] == [
        "note: the text is no longer the one of this run (its SHA-256 differs)",
        "note: the knowledge tables have changed since this run",
        f"note: the model is not the one of this run ({model_name})",
        "note: the program is not the one of this run (it was 0.0.1)",
        "note: run again, this fact is not found: run `unodc-facts extract` anew",
    ]


def test_a_document_the_manifest_does_not_name(
    output: Path, tmp_path: Path, model: EntityModel
) -> None:
    copied = _copy(output, tmp_path)
    (copied / "documents.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"documents\.jsonl has no 'news'"):
        explain_fact(copied, _id(copied, "quantity"), lambda: model)


def _copy(output: Path, to: Path) -> Path:
    (to / "texts").mkdir()
    for name in ("facts.jsonl", "documents.jsonl", "texts/news.txt"):
        (to / name).write_bytes((output / name).read_bytes())
    return to


def test_the_command(output: Path) -> None:
    result = runner.invoke(app, ["explain", str(output), _id(output, "organisation", BODY)])
    assert result.exit_code == 0
    assert result.stdout.startswith("organisation ")
    assert result.stderr == ""


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_a_trace_ends_in_the_facts_of_a_run(text: str, model: EntityModel) -> None:
    document = SourceDocument("any", "any", "text/plain", text)
    traced = trace(document, model)
    (extraction,) = extract_stream([document], model)
    assert traced.extraction == extraction
    assert {fact.id for _, fact in traced.delivered} == {fact.id for fact in extraction.facts}
