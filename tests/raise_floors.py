"""``python -m tests.raise_floors``: measure the gold folders and raise ``floors.toml``.

A floor is never lowered here: a fall is for a person to judge, in a commit that says why.
"""

from __future__ import annotations

from pathlib import Path

from extract.evaluate.evaluate import Evaluation, evaluate
from extract.evaluate.floors import Floors, read_floors
from extract.evaluate.gold import load_gold
from extract.language import EntityModel, load_model
from extract.pipeline import extract_stream
from extract.read.source import SourceDocument

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.toml"
CORPORA = ("seeds", "bulletins", "seen", "unseen")
# What one more error in a small corpus may cost without a word.
MARGIN = 0.005
HEAD = """\
# The least figures a change may reach on each gold corpus: F1 of a row, share right of a slot.
# Raised by `python -m tests.raise_floors`; lowered only by hand, with the reason in the commit.
"""


def measure(corpus: str, model: EntityModel) -> Evaluation:
    """Extract and judge one gold folder."""
    gold = load_gold(GOLD / corpus)
    documents = (
        SourceDocument(one.document_id, f"{one.document_id}.txt", "text/plain", one.text)
        for one in gold
    )
    results = {result.document.document_id: result for result in extract_stream(documents, model)}
    return evaluate(
        gold,
        {name: result.facts for name, result in results.items()},
        {name: [one.headline for one in result.articles] for name, result in results.items()},
    )


def raised(evaluation: Evaluation, held: Floors | None) -> dict[str, float]:
    """Each row's figure less the margin, or the floor it has, whichever is higher."""
    old = held.rows if held else {}
    rows = {}
    for row in (*evaluation.rows, *evaluation.slots):
        figure = max(0.0, (evaluation.figure(row) or 0.0) - MARGIN)
        rows[row] = max(old.get(row, 0.0), int(figure * 1000) / 1000)
    return rows


def main() -> None:
    """Measure every corpus and write the file."""
    model = load_model()
    held = {one.corpus: one for one in read_floors(FLOORS)} if FLOORS.exists() else {}
    parts = [HEAD]
    for corpus in CORPORA:
        evaluation = measure(corpus, model)
        lines = [f"[{corpus}]", f'sha256 = "{evaluation.corpus_sha256}"', f"[{corpus}.floors]"]
        lines += [
            f'"{row}" = {least}' for row, least in raised(evaluation, held.get(corpus)).items()
        ]
        parts.append("\n".join(lines) + "\n")
    FLOORS.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
