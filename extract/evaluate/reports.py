"""An evaluation as text, Markdown, JSON or JUnit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from extract.errors import UsageError
from extract.evaluate.calibration import by_bin, by_method, expected_calibration_error
from extract.evaluate.evaluate import Evaluation
from extract.evaluate.floors import baseline_of
from extract.evaluate.outcome import Cause, Outcome

_CAUSES: tuple[Cause, ...] = (
    "missed",
    "boundary",
    "wrong value",
    "wrong link",
    "spurious",
    "duplicate",
)


def text_report(evaluation: Evaluation, problems: Sequence[str], changed: Sequence[str]) -> str:
    """Rows as the reference measure prints them, with intervals; errors grouped by cause."""
    lines = [f"{evaluation.documents} documents, corpus {evaluation.corpus_sha256[:12]}"]
    for row, score in evaluation.rows.items():
        low, high = evaluation.intervals[row]
        lines.append(
            f"{row:36s} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"  [{low:.3f}, {high:.3f}]  (tp {score.hits} fp {score.spurious} fn {score.missed})"
        )
    for row, (right, stated) in evaluation.slots.items():
        lines.append(f"{row:36s} {right}/{stated} = {right / stated:.3f}")
    lines += _calibration_lines(evaluation)
    lines += ["", "errors"]
    for row, cause, outcomes in _grouped(evaluation):
        lines.append(f"{row}: {cause} ({len(outcomes)})")
        lines += [f"  {_error_line(outcome)}" for outcome in outcomes]
    wrong = [slot for slot in evaluation.judgement.slots if not slot.right]
    for row in dict.fromkeys(slot.row for slot in wrong):
        held = [slot for slot in wrong if slot.row == row]
        lines.append(f"{row}: wrong link ({len(held)})")
        lines += [f"  {slot.document_id}  {slot.what}" for slot in held]
    lines += _section("against the baseline", changed) + _section("below the floors", problems)
    return "\n".join(lines) + "\n"


def markdown_report(evaluation: Evaluation, problems: Sequence[str], changed: Sequence[str]) -> str:
    """A table of rows, a table of slots, and errors folded away."""
    lines = [
        f"{evaluation.documents} documents, corpus `{evaluation.corpus_sha256[:12]}`",
        "",
        "| row | precision | recall | F1 | 95 % interval | tp | fp | fn |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row, score in evaluation.rows.items():
        low, high = evaluation.intervals[row]
        lines.append(
            f"| {row} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} "
            f"| {low:.3f}–{high:.3f} | {score.hits} | {score.spurious} | {score.missed} |"
        )
    lines += ["", "| slot | right | stated | share |", "|---|---|---|---|"]
    for row, (right, stated) in evaluation.slots.items():
        lines.append(f"| {row} | {right} | {stated} | {right / stated:.3f} |")
    causes = Counter(outcome.cause for outcome in evaluation.errors())
    lines += ["", "| cause | errors |", "|---|---|"]
    lines += [f"| {cause} | {causes[cause]} |" for cause in _CAUSES if causes[cause]]
    for title, held in (("Against the baseline", changed), ("Below the floors", problems)):
        if held:
            lines += ["", f"**{title}**", "", *(f"- {line}" for line in held)]
    return "\n".join(lines) + "\n"


def json_report(evaluation: Evaluation, problems: Sequence[str], changed: Sequence[str]) -> str:
    """Everything, for machines; its ``baseline`` serves a later ``--baseline``."""
    bins = by_bin(evaluation.judgement.outcomes)
    report = {
        "documents": evaluation.documents,
        "corpus_sha256": evaluation.corpus_sha256,
        "rows": {
            row: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "interval": evaluation.intervals[row],
                "tp": score.hits,
                "fp": score.spurious,
                "fn": score.missed,
            }
            for row, score in evaluation.rows.items()
        },
        "slots": {
            row: {"right": right, "stated": stated, "share": right / stated}
            for row, (right, stated) in evaluation.slots.items()
        },
        "calibration": {
            "expected_calibration_error": expected_calibration_error(bins),
            "methods": {
                one.label: {"facts": one.count, "precision": one.precision}
                for one in by_method(evaluation.judgement.outcomes)
            },
        },
        "errors": [
            {
                "row": outcome.row,
                "document_id": outcome.document_id,
                "cause": outcome.cause,
                "verdict": outcome.verdict,
                "what": outcome.what,
                "start": outcome.start,
                "end": outcome.end,
                "rule": outcome.rule,
                "near": outcome.near,
            }
            for outcome in evaluation.errors()
        ],
        "breaches": list(problems),
        "changes": list(changed),
        "baseline": baseline_of(evaluation),
    }
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def junit_report(evaluation: Evaluation, problems: Sequence[str], _: Sequence[str]) -> str:
    """One test case a row; a row below its floor is a failure."""
    rows = [*evaluation.rows, *evaluation.slots]
    suite = ET.Element(
        "testsuite", name="unodc-facts evaluate", tests=str(len(rows)), failures=str(len(problems))
    )
    for row in rows:
        case = ET.SubElement(suite, "testcase", classname="evaluate", name=row)
        for problem in problems:
            if problem.startswith(f"{row}:"):
                ET.SubElement(case, "failure", message=problem)
    for problem in problems:
        if not any(problem.startswith(f"{row}:") for row in rows):
            case = ET.SubElement(suite, "testcase", classname="evaluate", name="floors")
            ET.SubElement(case, "failure", message=problem)
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


Report = Callable[[Evaluation, Sequence[str], Sequence[str]], str]
REPORTS: dict[str, Report] = {
    "text": text_report,
    "markdown": markdown_report,
    "json": json_report,
    "junit": junit_report,
}


def write_report(path: Path, report: str) -> None:
    """Write a report. Raises UsageError where the file cannot be written."""
    try:
        path.write_text(report, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write to {path.as_posix()}: {error.strerror}") from error


def _calibration_lines(evaluation: Evaluation) -> list[str]:
    bins = by_bin(evaluation.judgement.outcomes)
    error = expected_calibration_error(bins)
    if error is None:
        return []
    lines = ["", "confidence   facts  stated  right"]
    lines += [
        f"{one.label:10s} {one.count:7d}   {one.confidence or 0:.3f}  {one.precision:.3f}"
        for one in bins
    ]
    return [*lines, f"expected calibration error {error:.3f}"]


def _grouped(evaluation: Evaluation) -> list[tuple[str, str, list[Outcome]]]:
    errors = evaluation.errors()
    return [
        (row, cause, held)
        for row in evaluation.rows
        for cause in _CAUSES
        if (held := [one for one in errors if one.row == row and one.cause == cause])
    ]


def _error_line(outcome: Outcome) -> str:
    sign = "-" if outcome.verdict == "missed" else "+"
    near = f"  (near: {outcome.near})" if outcome.near else ""
    rule = f"  [{outcome.rule}]" if outcome.rule else ""
    return f"{outcome.document_id}:{outcome.start}  {sign} {outcome.what}{near}{rule}"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *(f"  {line}" for line in lines)] if lines else []
