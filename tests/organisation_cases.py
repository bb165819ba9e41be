"""What the tests of organisations and acronyms share."""

from __future__ import annotations

from pathlib import Path

from extract.find.organisations.definitions import learn_acronyms
from extract.find.organisations.finder import find_organisations
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.resolve import resolve

CASES = Path(__file__).parent / "cases"


def passage(text: str) -> Passage:
    """A passage made without the language model."""
    return Passage(
        article=0,
        offset=0,
        text=text,
        words=Words.of(text),
        sentences=split_sentences(text),
    )


def read_cases(name: str) -> list[tuple[str, str]]:
    """Text and expected value of each line of a case table."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(text, expected) for text, expected in pairs]


def found(text: str) -> list[Candidate]:
    """The organisations of a document of one passage."""
    part = passage(text)
    context = DocumentContext(acronyms=learn_acronyms([part]))
    return resolve(find_organisations(part, context))


def surfaces(text: str) -> list[str]:
    """Their names as the text writes them."""
    return [text[one.start : one.end] for one in found(text)]
