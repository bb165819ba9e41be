"""A scene without the pipeline's model, for the composers' tests."""

from __future__ import annotations

from extract.articles import cut_articles
from extract.compose.scene import Scene
from extract.find import FINDERS
from extract.find.dates.calendar import read_calendar
from extract.find.organisations.definitions import learn_acronyms
from extract.find.passage import DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.repair import repair
from extract.resolve import resolve


def scene_of(source: str) -> Scene:
    """The scene of a text as the pipeline sets it, but for the model's entities."""
    text = repair(source).text
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
    return Scene(text, tuple(articles), sentences, tuple(resolve(found)), context)
