"""What several tests share: tables of cases, and passages without a pipeline."""

from __future__ import annotations

from pathlib import Path

from extract.find.passage import Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words

CASES = Path(__file__).parent / "cases"


def cases(topic: str) -> list[tuple[str, ...]]:
    """The rows of a table of cases, comments and blank lines left out."""
    lines = (CASES / f"{topic}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def passage(text: str) -> Passage:
    """A passage of ``text`` as the pipeline cuts one, but for the model's entities."""
    return Passage(
        article=0, offset=0, text=text, words=Words.of(text), sentences=split_sentences(text)
    )
