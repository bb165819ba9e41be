"""Statistics: which figures are, for when and where; restatements, warnings, any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles import cut_articles
from extract.compose.scene import Scene
from extract.compose.statistics import compose_statistics
from extract.find import FINDERS
from extract.find.dates.calendar import read_calendar
from extract.find.organisations.definitions import learn_acronyms
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.knowledge.statistics import cue_rows, unit_classes
from extract.resolve import resolve
from tests.support import cases


def scene_of(text: str) -> Scene:
    """The scene of a text as the pipeline sets it, but for the model's entities."""
    articles = cut_articles(text)
    passages = [
        Passage(
            article=article.index,
            offset=article.start,
            text=text[article.start : article.end],
            headline_start=article.headline_start - article.start if article.headline else 0,
            headline_end=article.headline_end - article.start if article.headline else 0,
            words=Words.of(text[article.start : article.end]),
            sentences=split_sentences(text[article.start : article.end]),
        )
        for article in articles
    ]
    context = DocumentContext(
        acronyms=learn_acronyms(passages), calendar=read_calendar(passages, None)
    )
    found = [
        candidate.moved(passage.offset, passage.article)
        for passage in passages
        for find in FINDERS
        for candidate in find(passage, context)
    ]
    sentences = tuple(
        (start + passage.offset, end + passage.offset)
        for passage in passages
        for start, end in passage.sentences
    )
    return Scene(text, articles, sentences, tuple(resolve(found)), context)


def statistics(text: str) -> list[Candidate]:
    """The statistics of a text; "//" is a paragraph break."""
    return compose_statistics(scene_of(text.replace(" // ", "\n\n")))


def shown(candidate: Candidate) -> str:
    said = candidate.fields
    period = said["period"]["edtf"] if said["period"] else "-"
    areas = ",".join(sorted(said["areas"])) or "-"
    return f"{said['value']:.15g} {said['unit']} @ {period} @ {areas}"


@pytest.mark.parametrize(("text", "expected"), cases("statistics"))
def test_cases(text: str, expected: str) -> None:
    wanted = [] if expected == "-" else expected.split("; ")
    assert [shown(one) for one in statistics(text)] == wanted
