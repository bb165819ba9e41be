"""``python -m extract.evaluate.calibrate OUT GOLD [OUT GOLD …]``: rewrite the confidence table.

Calibrate on gold that was open to the eye while tuning; judge it on gold that was not.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from extract.evaluate.calibration import by_method
from extract.evaluate.evaluate import evaluate_folder
from extract.evaluate.outcome import Outcome
from extract.knowledge import confidence

# A method with few facts is drawn towards its kind's share, as if it had this many more of them.
PRIOR_FACTS = 10


def confidence_rows(outcomes: list[Outcome]) -> list[tuple[str, int, float]]:
    """(method, facts, confidence) by method; a kind is what stands before the method's dot."""
    methods = by_method(outcomes)
    kinds: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for one in methods:
        kinds[_kind(one.label)].append((one.count, one.precision * one.count))
    rows = []
    for one in methods:
        held = kinds[_kind(one.label)]
        share = sum(right for _, right in held) / sum(count for count, _ in held)
        right = one.precision * one.count + PRIOR_FACTS * share
        rows.append((one.label, one.count, right / (one.count + PRIOR_FACTS)))
    return rows


def _kind(method: str) -> str:
    return method.partition(":")[2].partition(".")[0]


def main(arguments: list[str]) -> None:
    """Judge every pair of folders and write the table."""
    outcomes: list[Outcome] = []
    for output, gold in zip(arguments[::2], arguments[1::2], strict=True):
        outcomes += evaluate_folder(Path(output), Path(gold)).judgement.outcomes
    path = Path(confidence.__file__).with_name(confidence.TABLE)
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{method}\t{facts}\t{share:.3f}" for method, facts, share in confidence_rows(outcomes)]
    lines = [*head, "method\tfacts\tconfidence", *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
