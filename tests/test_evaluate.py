"""The scorer is code that can lie: crafted answers, known totals."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.errors import UsageError
from extract.evaluate.calibration import by_bin, expected_calibration_error
from extract.evaluate.compare import same_date, same_measure, same_substance, singular
from extract.evaluate.evaluate import Evaluation, evaluate
from extract.evaluate.floors import baseline_of, breaches, changes, read_floors
from extract.evaluate.gold import GoldDocument, lint_gold, load_gold
from extract.evaluate.reports import REPORTS
from schemas import FACT_ADAPTER, Fact
from tests.gold_facts import damaged, facts_of

GOLD = Path(__file__).parent / "gold"
TOTALS = json.loads((Path(__file__).parent / "fixtures" / "reference_totals.json").read_text())
MEASURE = Path(__file__).parents[2] / "shared" / "tools" / "measure"

# What the reference measure does not tell.
OWN_ROWS = (
    "articles (headline)",
    "funding: recipient",
    "funding: amount",
    "statistics (value+unit+period+areas)",
)
TEXT = (
    "The Ministry of Health of Peru seized 12 kg of cocaine in Lima on 3 May 2019 "
    "and 5 kg of opium."
)
ANSWERS: dict[str, Any] = {
    "id": "d",
    "organisations": [{"text": "Ministry of Health of Peru", "alt": ["Ministry of Health"]}],
    "countries": [{"text": "Peru", "iso3": "PER"}],
    "quantities": [
        {"text": "12 kg", "value": 12, "unit": "kg", "of": "cocaine", "approx": "exact"},
        {
            "text": "5 kg",
            "value": 5,
            "unit": "kg",
            "of": "opium",
            "approx": "exact",
            "optional": True,
        },
    ],
    "dates": [{"text": "3 May 2019", "value": ["2019-05-03", "XXXX-05-03"]}],
    "people": [],
    "seizures": [],
    "activities": [],
    "funding": [],
}
DOCUMENT = GoldDocument("d", TEXT, ANSWERS)


def fact(kind: str, surface: str, confidence: float | None = None, **fields: Any) -> Fact:
    start = TEXT.index(surface)
    return FACT_ADAPTER.validate_python(
        {
            "id": f"{start:016x}",
            "kind": kind,
            "document_id": "d",
            "article": 0,
            "text": surface,
            "start": start,
            "end": start + len(surface),
            "method": f"rule:{kind}.test",
            "confidence": confidence,
            **fields,
        }
    )


def judged(*facts: Fact) -> Evaluation:
    return evaluate([DOCUMENT], {"d": list(facts)})


def organisation(surface: str) -> Fact:
    return fact("organisation", surface, name=surface)


def quantity(surface: str, value: float, of: str | None = None) -> Fact:
    return fact("quantity", surface, value=value, unit="kg", dimension="mass", of=of)


def country(surface: str, iso3: str) -> Fact:
    return fact("country", surface, name=surface, iso3=iso3, form="name")


PERU, CHILE = country("Peru", "PER"), country("Peru", "CHL")
CASES = [
    ("countries", [PERU], (1, 0, 0), []),
    ("countries", [], (0, 0, 1), ["missed"]),
    ("countries", [CHILE], (0, 1, 1), ["wrong value", "wrong value"]),
    ("countries", [PERU, PERU], (1, 1, 0), ["wrong value"]),
    ("countries", [PERU, country("Lima", "PER")], (1, 1, 0), ["spurious"]),
    ("organisations (exact)", [organisation("Ministry of Health of Peru")], (1, 0, 0), []),
    ("organisations (exact)", [organisation("Ministry of Health")], (1, 0, 0), []),
    ("organisations (exact)", [organisation("The Ministry of Health")], (1, 0, 0), []),
    ("organisations (exact)", [organisation("Health of Peru")], (0, 1, 1), ["boundary"] * 2),
    ("organisations (overlap)", [organisation("Health of Peru")], (1, 0, 0), []),
    (
        "organisations (overlap)",
        [organisation("Ministry of Health"), organisation("Peru")],
        (1, 1, 0),
        ["duplicate"],
    ),
    ("quantities (value+unit)", [quantity("12 kg", 12)], (1, 0, 0), []),
    ("quantities (value+unit)", [quantity("12 kg", 13)], (0, 1, 1), ["wrong value"] * 2),
    ("quantities (value+unit)", [quantity("5 kg", 99)], (0, 0, 1), ["missed"]),
    ("quantities (value+unit)", [quantity("2019", 2019)], (0, 1, 1), ["missed", "spurious"]),
]


@pytest.mark.parametrize(("row", "facts", "counts", "causes"), CASES)
def test_counts_and_causes(
    row: str, facts: list[Fact], counts: tuple[int, int, int], causes: list[str]
) -> None:
    evaluation = judged(*facts)
    score = evaluation.rows.get(row)
    assert score is not None
    assert (score.hits, score.spurious, score.missed) == counts
    assert [outcome.cause for outcome in evaluation.errors(row)] == causes


def test_the_rule_and_the_snippet_stand_in_an_error() -> None:
    (missed, spurious) = judged(CHILE).errors("countries")
    assert (missed.what, missed.near) == ("Peru = PER", "Peru = CHL")
    assert (spurious.rule, spurious.start) == ("rule:country.test", TEXT.index("Peru"))


YIELD = {
    "indicator": "cocaine seized",
    "value": 12,
    "unit": "kg",
    "period": "2019",
    "areas": ["PER"],
}


def statistic(year: str | None, *areas: str) -> Fact:
    period = {"edtf": year} if year else None
    said = {"indicator": "cocaine", "value": 12, "unit": "kg", "period": period, "areas": areas}
    return fact("statistic", "12 kg", **said)


@pytest.mark.parametrize(
    ("found", "counts", "causes"),
    [
        ([statistic("2019", "PER")], (1, 0, 0), []),
        ([statistic("2018", "PER")], (0, 1, 1), ["wrong link"] * 2),
        ([statistic("2019")], (0, 1, 1), ["wrong link"] * 2),
        ([statistic(None, "PER")], (0, 1, 1), ["wrong link"] * 2),
        ([], (0, 0, 1), ["missed"]),
        ([statistic("2019", "PER"), statistic("2018", "PER")], (1, 1, 0), ["spurious"]),
    ],
)
def test_a_statistic_is_whole_with_its_period_and_areas(
    found: list[Fact], counts: tuple[int, int, int], causes: list[str]
) -> None:
    document = GoldDocument("d", TEXT, ANSWERS | {"statistics": [YIELD]})
    evaluation = evaluate([document], {"d": found})
    score = evaluation.rows["statistics (value+unit+period+areas)"]
    assert (score.hits, score.spurious, score.missed) == counts
    errors = evaluation.errors("statistics (value+unit+period+areas)")
    assert [outcome.cause for outcome in errors] == causes


@pytest.mark.parametrize(("of", "right"), [("cocaine", 1), ("opium", 0), (None, 0)])
def test_what_is_measured(of: str | None, right: int) -> None:
    assert judged(quantity("12 kg", 12, of)).slots["quantities: of"] == (right, 1)


@pytest.mark.parametrize(
    ("edtf", "hits"), [("2019-05-03", 1), ("XXXX-05-03", 1), ("2018-05-03", 0)]
)
def test_dates_by_value(edtf: str, hits: int) -> None:
    date = fact("date", "3 May 2019", edtf=edtf, precision="day", resolution="explicit")
    assert judged(date).rows["dates (value)"].hits == hits


@pytest.mark.parametrize("folder", ["seeds", "bulletins"])
@pytest.mark.parametrize("mode", ["perfect", "damaged"])
def test_totals_are_those_of_the_reference_measure(mode: str, folder: str, tmp_path: Path) -> None:
    gold = load_gold(GOLD / folder)
    facts = {one.document_id: facts_of(one) for one in gold}
    if mode == "damaged":
        facts = {one.document_id: damaged(facts[one.document_id], one.text) for one in gold}
    evaluation = evaluate(gold, facts)
    totals: dict[str, list[int]] = {
        row: [score.hits, score.spurious, score.missed] for row, score in evaluation.rows.items()
    }
    totals |= {row: list(counts) for row, counts in evaluation.slots.items()}
    for own in OWN_ROWS:
        totals.pop(own, None)
    assert totals == TOTALS[mode][folder]
    if mode == "perfect":
        allowed = {"countries (document set)"}  # a surface that stands only inside a longer one
        assert {row for row, score in evaluation.rows.items() if score.f1 < 1} <= {
            *allowed,
            "articles (headline)",
        }


@pytest.mark.skipif(not MEASURE.exists(), reason="the reference measure is not beside the project")
def test_totals_against_the_reference_measure_itself(tmp_path: Path) -> None:
    gold = load_gold(GOLD / "bulletins")
    facts = [fact for one in gold for fact in damaged(facts_of(one), one.text)]
    path = tmp_path / "facts.jsonl"
    path.write_text("".join(fact.model_dump_json() + "\n" for fact in facts))
    command = [MEASURE, path, GOLD / "bulletins"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for row, counts in TOTALS["damaged"]["bulletins"].items():
        told = "(tp {} fp {} fn {})" if len(counts) == 3 else "{}/{} ="
        (line,) = [line for line in printed.splitlines() if line[:36].strip() == row]
        assert told.format(*counts) in line


def test_floors(tmp_path: Path) -> None:
    evaluation = judged(PERU)
    path = tmp_path / "floors.toml"
    path.write_text('[floors]\n"countries" = 1.0\n"quantities: of" = 0\n"dates (value)" = 0.9\n')
    assert breaches(evaluation, read_floors(path)) == [
        "quantities: of: no such row; floor 0.000",
        "dates (value): 0.000 is below the floor 0.900",
    ]


def test_floors_of_named_corpora(tmp_path: Path) -> None:
    evaluation = judged(PERU)
    ours = evaluation.corpus_sha256
    path = tmp_path / "floors.toml"
    path.write_text('[other]\nsha256 = "0"\n[other.floors]\n"people" = 1.0\n')
    assert breaches(evaluation, read_floors(path)) == [
        f"no floors for this corpus ({ours}), only for other"
    ]
    with path.open("a") as file:
        file.write(f'[ours]\nsha256 = "{ours}"\n[ours.floors]\n"countries" = 1.0\n')
    assert breaches(evaluation, read_floors(path)) == []


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("floors = 3", "floors.toml: only tables belong here, not 'floors'"),
        ("[floors]", "floors.toml: no floors in it"),
        ("[floors]\npeople = 3", "floors.toml: people: not a number from 0 to 1: 3"),
        ("[ours]\nsha256 = '0'", "floors.toml: no floors in it"),
        ("", "floors.toml: no floors in it"),
        (
            "[ours.floors]\npeople = 1.0",
            "floors.toml: [ours] names no corpus: sha256 is missing",
        ),
    ],
)
def test_floors_that_are_none(tmp_path: Path, table: str, message: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(table)
    with pytest.raises(UsageError) as caught:
        read_floors(path)
    assert str(caught.value) == message


def test_gained_and_lost_against_a_baseline() -> None:
    baseline = baseline_of(judged(PERU))
    assert list(changes(judged(PERU), baseline)) == []
    place = TEXT.index("12 kg")
    assert list(changes(judged(quantity("12 kg", 12)), baseline)) == [
        "- countries  d  Peru = PER @26",
        "- countries (document set)  d  PER @0",
        f"+ quantities (found)  d  12 kg = 12.0 kg @{place}",
        f"+ quantities (value+unit)  d  12 kg = 12.0 kg @{place}",
    ]


def test_calibration() -> None:
    right = fact("country", "Peru", 0.9, name="Peru", iso3="PER", form="name")
    wrong = fact("country", "Lima", 0.8, name="Lima", iso3="PER", form="name")
    bins = by_bin(judged(right, wrong).judgement.outcomes)
    assert [(one.label, one.count, one.precision) for one in bins] == [
        ("0.8-0.9", 1, 0.0),
        ("0.9-1.0", 1, 1.0),
    ]
    assert expected_calibration_error(bins) == pytest.approx((0.8 + 0.1) / 2)
    assert expected_calibration_error(by_bin(judged(PERU).judgement.outcomes)) is None


def test_intervals_hold_the_figure_and_repeat() -> None:
    gold = load_gold(GOLD / "bulletins")
    facts = {one.document_id: damaged(facts_of(one), one.text) for one in gold}
    first, second = evaluate(gold, facts), evaluate(gold, facts)
    assert first.intervals == second.intervals
    low, high = first.intervals["countries"]
    assert 0 < low <= first.rows["countries"].f1 <= high < 1


@pytest.mark.parametrize("form", ["text", "markdown", "json", "junit"])
def test_reports_tell_row_error_and_breach(form: str) -> None:
    evaluation = judged(CHILE)
    report = REPORTS[form](evaluation, ["countries: 0.000 is below the floor 1.000"], ["+ gained"])
    assert "countries" in report
    assert "below the floor 1.000" in report
    if form == "json":
        parsed = json.loads(report)
        assert parsed["rows"]["countries"]["fp"] == 1
        assert parsed["errors"][0]["document_id"] == "d"
    if form == "junit":
        assert len(ET.fromstring(report).findall(".//failure")) == 1


@pytest.mark.parametrize(
    ("gold", "own", "same"),
    [
        ((12, None, "kg"), (12000, None, "g"), True),
        ((12, None, "kg"), (12, None, "g"), False),
        ((12, None, "kg"), (12, 14, "kg"), False),
        ((12, 14, "kg"), (12, 14, "kg"), True),
        ((5, None, "USD"), (5, None, "EUR"), False),
        ((7, None, "country"), (7, None, "countries"), True),
        ((7, None, "officer"), (7, None, "customs officer"), True),
        ((7, None, "officer"), (7, None, "boat"), False),
    ],
)
def test_measures(
    gold: tuple[float, float | None, str], own: tuple[float, float | None, str], same: bool
) -> None:
    entry = dict(zip(("value", "max", "unit"), gold, strict=True))
    assert same_measure(entry, *own, own[2]) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hashish", "cannabis resin", True),
        ("cocaine", "liquid cocaine", True),
        ("heroin", "opium", False),
        ("", "opium", False),
    ],
)
def test_substances(one: str, other: str, same: bool) -> None:
    assert same_substance(one, other) is same


def test_small_helpers() -> None:
    assert [singular(word) for word in ("countries", "boxes", "people", "glass")] == [
        "country",
        "box",
        "person",
        "glass",
    ]
    assert same_date(["2004/.."], "2004")
    assert not same_date(["2004"], "2005")


def test_the_linter_names_document_and_reason(tmp_path: Path) -> None:
    broken = {
        **ANSWERS,
        "organisations": [{"text": "Ministry of Magic"}],
        "countries": [{"text": "Peru", "iso3": "Peru"}],
        "dates": [{"text": "3 May 2019", "value": ["May"]}],
        "activities": [{"type": "party"}],
    }
    (tmp_path / "d.txt").write_text(TEXT)
    (tmp_path / "d.json").write_text(json.dumps(broken))
    assert list(lint_gold(tmp_path)) == [
        "d: organisations: not in the text: 'Ministry of Magic'",
        "d: countries: no alpha-3 code: {'text': 'Peru', 'iso3': 'Peru'}",
        "d: dates: not EDTF: May",
        "d: activities: unknown type: party",
    ]


@pytest.mark.parametrize(
    "folder", sorted(path.name for path in GOLD.iterdir() if list(path.glob("*.json")))
)
def test_our_gold_is_clean(folder: str) -> None:
    assert list(lint_gold(GOLD / folder)) == []


def test_the_command_exits_with_1_below_a_floor(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text("")
    (tmp_path / "floors.toml").write_text('[floors]\n"countries" = 0.5\n')
    arguments = ["evaluate", str(tmp_path), "--gold", str(GOLD / "seeds")]
    runner = CliRunner()
    assert runner.invoke(app, arguments).exit_code == 0
    result = runner.invoke(app, [*arguments, "--thresholds", str(tmp_path / "floors.toml")])
    assert result.exit_code == 1
    assert "countries: 0.000 is below the floor 0.500" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--gold", "nowhere", "OUT"], "no such folder: nowhere"),
        (["--gold", "EMPTY", "OUT"], "no gold (ID.json beside ID.txt) in "),
        (["--gold", "GOLD", "nowhere"], "nowhere: no such folder"),
        (["--gold", "GOLD"], "OUT is missing"),
        (["--gold", "GOLD", "OUT", "--format", "song"], "no format 'song'; there are: text,"),
        (["--gold", "GOLD", "OUT", "--thresholds", "BAD"], "bad.toml: "),
        (["--gold", "GOLD", "BROKEN"], "facts.jsonl:1: "),
        (["--gold", "GOLD", "OTHER"], "none of the 2 gold documents is in "),
        (["--gold", "GOLD", "OUT", "--baseline", "BAD"], "bad.toml: not a JSON report: "),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "facts.jsonl").write_text("")
    (tmp_path / "bad.toml").write_text("floors = [")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "facts.jsonl").write_text("{}\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "facts.jsonl").write_text(PERU.model_dump_json() + "\n")
    places = {
        "GOLD": str(GOLD / "seeds"),
        "OUT": str(tmp_path),
        "EMPTY": str(tmp_path / "broken"),
        "BAD": str(tmp_path / "bad.toml"),
        "BROKEN": str(tmp_path / "broken"),
        "OTHER": str(tmp_path / "other"),
    }
    command = ["evaluate", *(places.get(argument, argument) for argument in arguments)]
    result = CliRunner().invoke(app, command, env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert message in result.output
