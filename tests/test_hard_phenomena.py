"""Every hard phenomenon of the two seed bulletins, on the seeds and on sentences of our own."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from extract.batch.run import run
from extract.language import EntityModel
from extract.repair import repair
from tests.support import CASES

SEEDS = Path(__file__).parent / "gold" / "seeds"
NAMES = {"A": "000_ca0f0f5d4b10eaec", "B": "004_6e0e7f88433579fe"}
ROWS = tomllib.loads((CASES / "hard_phenomena.toml").read_text(encoding="utf-8"))["row"]
CHECKS = [check for row in ROWS for check in row["check"]]
NOTHING: tuple[object, ...] = (None, "", [], {})


@dataclass
class Read:
    """What a run delivered of one document."""

    text: str
    document: dict[str, Any] = field(default_factory=dict)
    facts: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, model: EntityModel) -> dict[str, Read]:
    """One run over the seeds and all our own texts: document id -> what was read."""
    folder = tmp_path_factory.mktemp("hard")
    lines = [
        *(
            {"id": name, "text": (SEEDS / f"{name}.txt").read_bytes().decode()}
            for name in NAMES.values()
        ),
        *(
            {"id": document_id(check), "text": check["text"], "published": check.get("published")}
            for check in CHECKS
            if "text" in check
        ),
    ]
    source = folder / "texts.jsonl"
    source.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert not run([source], folder / "out", lambda: model).rejected
    found = {line["id"]: Read(str(line["text"])) for line in lines}
    for line in delivered(folder / "out" / "documents.jsonl"):
        found[line["document_id"]].document = line
    for line in delivered(folder / "out" / "facts.jsonl"):
        found[line["document_id"]].facts.append(line)
    return found


def delivered(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def document_id(check: dict[str, Any]) -> str:
    """A seed's name, or the number of a text of our own."""
    return NAMES[check["seed"][0]] if "seed" in check else f"own-{CHECKS.index(check)}"


def looked_at(check: dict[str, Any], read: Read) -> list[dict[str, Any]]:
    """The facts of the document, or of its article: "B4" is the fourth of seed B."""
    article = check.get("seed", "")[1:]
    return [fact for fact in read.facts if not article or fact["article"] == int(article) - 1]


def fits(expected: Any, actual: Any, slot: str = "") -> bool:
    """Whether a fact has what is expected of it, as the head of the table says."""
    if expected == "-":
        return actual in NOTHING
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            fits(value, actual.get(name), name) for name, value in expected.items()
        )
    if isinstance(expected, list):
        if slot == "evidence":
            return all(any(fits(one, other) for other in actual) for one in expected)
        return len(expected) == len(actual) and all(map(fits, expected, actual))
    if isinstance(expected, str) and expected.startswith("…"):
        return isinstance(actual, str) and expected[1:] in actual
    return bool(expected == actual)


def complaints(check: dict[str, Any], read: Read) -> list[str]:
    """What a check expects and does not find."""
    facts = looked_at(check, read)
    counted = Counter(fact["kind"] for fact in facts)
    repaired = repair(read.text).text
    return [
        *(f"no {one}" for one in check.get("has", ()) if not any(fits(one, f) for f in facts)),
        *(f"a {one}" for one in check.get("lacks", ()) if any(fits(one, f) for f in facts)),
        *(
            f"{counted[kind]} of {kind}, not {count}"
            for kind, count in check.get("count", {}).items()
            if counted[kind] != count
        ),
        *(f"not repaired: {one}" for one in check.get("repaired", ()) if one not in repaired),
        *([] if fits(check.get("document", {}), read.document) else [f"not {check['document']}"]),
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            id=f"{row['number']:02} {row['title']}",
            marks=pytest.mark.xfail(
                "fails" in row, reason=row.get("fails", ""), raises=AssertionError, strict=True
            ),
        )
        for row in ROWS
    ],
)
def test_row(row: dict[str, Any], library: dict[str, Read]) -> None:
    missed = [complaints(check, library[document_id(check)]) for check in row["check"]]
    if "fails" in row and any(missed) and not all(missed):
        pytest.fail("a part of this row holds by now: it belongs in a row that does not fail")
    assert list(chain.from_iterable(missed)) == []


def test_no_row_is_left_out() -> None:
    assert [number for number in range(1, 76) if all(number != row["number"] for row in ROWS)] == []
    assert [row["number"] for row in ROWS] == sorted(row["number"] for row in ROWS)
    known = {"number", "title", "fails", "beyond", "check"}
    assert all(set(row) <= known for row in ROWS)
    known = {"seed", "text", "published", "has", "lacks", "count", "repaired", "document"}
    assert all(set(check) <= known and len(check) > 1 for check in CHECKS)


@pytest.mark.parametrize("seed", NAMES.values())
def test_what_cannot_be(seed: str, library: dict[str, Read]) -> None:
    """Part 6.7: what no run may deliver of the seeds."""
    read = library[seed]
    for fact in read.facts:
        for span in (fact, *fact["evidence"]):
            assert read.text[span["start"] : span["end"]] == span["text"]
        assert 0 not in [fact.get(slot) for slot in ("participants", "cases", "arrested", "value")]
        if fact["kind"] == "date" and fact["resolution"] != "explicit":
            assert fact["edtf"].startswith("XXXX") or "year_inferred" in fact["warnings"]
        if fact["kind"] == "seizure" and fact["country"]:
            where = [one["start"] for one in fact["evidence"] if one["slot"] == "country"]
            routed = ("origin", "transit", "destination")
            route = [one["start"] for one in fact["evidence"] if one["slot"] in routed]
            assert where
            assert not set(where) & set(route)
    amounts = [
        json.dumps([fact["items"], fact["country"], fact["date"], fact["place"]])
        for fact in read.facts
        if fact["kind"] == "seizure"
    ]
    assert len(amounts) == len(set(amounts))
