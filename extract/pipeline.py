"""A document's way to its facts, in numbered stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.articles import Article, cut_articles, lost_figures
from extract.compose import compose
from extract.compose.scene import Scene
from extract.errors import UnodcFactsError
from extract.find import FINDERS
from extract.find.dates.calendar import read_calendar
from extract.find.organisations.definitions import learn_acronyms
from extract.find.organisations.settling import settle_names
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.language import EntityModel, Proposals
from extract.read.source import SourceDocument
from extract.records import deliver
from extract.repair import RepairedText, repair
from extract.resolve import Dropped, resolve
from schemas import ArticleRecord, Fact, RejectedRecord

# A passage longer than this is cut at a paragraph: memory grows with it.
PASSAGE_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave."""

    document: SourceDocument
    articles: tuple[ArticleRecord, ...]
    facts: tuple[Fact, ...]
    rejected: tuple[RejectedRecord, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A document's way to its facts: what stood, with the fact it became, and what gave way.

    Candidates are in the offsets of ``repaired``.
    """

    extraction: Extraction
    repaired: RepairedText
    delivered: tuple[tuple[Candidate, Fact], ...]
    dropped: tuple[Dropped, ...]


def extract_stream(documents: Iterable[SourceDocument], model: EntityModel) -> Iterator[Extraction]:
    """The facts of each document, in the order given and one document at a time."""
    for document in documents:
        yield _extract(document, model)


def _extract(document: SourceDocument, model: EntityModel) -> Extraction:
    """The facts of a document; a fault of ours loses this one, by name, and never the run."""
    try:
        return trace(document, model).extraction
    except UnodcFactsError:  # a mistake in the knowledge is the user's to mend, not the document's
        raise
    except Exception as error:  # noqa: BLE001
        fault = RejectedRecord(
            source=document.source,
            document_id=document.document_id,
            stage="find",
            code="internal_error",
            message=f"{type(error).__name__}: {error}",
        )
        return Extraction(document, (), (), (fault,))


def trace(document: SourceDocument, model: EntityModel) -> Trace:
    """What ``extract_stream`` does with a document, with everything considered on the way."""
    repaired = repair(document.text)  # 1. damaged text -> repaired text
    articles = cut_articles(repaired.text)  # 2. -> articles
    passages = tuple(_passages(repaired.text, articles, model))  # 3. -> words and sentences
    context = DocumentContext(  # 4. -> what the whole document settles
        published=document.published,
        title=document.title,
        acronyms=learn_acronyms(passages),
        calendar=read_calendar(passages, document.published),
    )
    candidates = [  # 5. -> candidates
        candidate.moved(passage.offset, passage.article)
        for passage in passages
        for find in FINDERS
        for candidate in find(passage, context)
    ]
    dropped: list[Dropped] = []
    mentions = settle_names(resolve(candidates, dropped))  # 6. -> mentions
    scene = Scene(
        text=repaired.text,
        articles=articles,
        sentences=tuple(
            (start + passage.offset, end + passage.offset)
            for passage in passages
            for start, end in passage.sentences
        ),
        mentions=tuple(mentions),
        context=context,
    )
    composed = compose(scene)  # 7. -> composite facts
    records = [
        (found, deliver(found, document, repaired)) for found in (*mentions, *composed)
    ]  # 8. -> facts
    delivered = tuple((found, one) for found, one in records if not isinstance(one, RejectedRecord))
    facts = {fact.id: fact for _, fact in delivered}
    extraction = Extraction(
        document=document,
        articles=tuple(_article_record(article, repaired) for article in articles),
        facts=tuple(sorted(facts.values(), key=lambda fact: (fact.start, fact.kind, fact.id))),
        rejected=tuple(one for _, one in records if isinstance(one, RejectedRecord)),
        warnings=("figure_without_data",) if lost_figures(repaired.text) else (),
    )
    return Trace(extraction, repaired, delivered, tuple(dropped))


def _passages(text: str, articles: Iterable[Article], model: EntityModel) -> Iterator[Passage]:
    for article in articles:
        start = article.start
        while start < article.end:
            end = _passage_end(text, start, article.end)
            stretch = text[start:end]
            first = start == article.start and article.headline is not None
            headline_end = article.headline_end - start if first else 0
            sentences = _sentences(stretch, headline_end)
            yield Passage(
                article=article.index,
                offset=start,
                text=stretch,
                headline_start=article.headline_start - start if first else 0,
                headline_end=headline_end,
                words=Words.of(stretch),
                sentences=sentences,
                proposals=Proposals(stretch, sentences, model.entities),
            )
            start = end


def _sentences(text: str, headline_end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage; a headline run into the text ends one."""
    body = split_sentences(text[headline_end:])
    return (
        *split_sentences(text[:headline_end]),
        *((start + headline_end, end + headline_end) for start, end in body),
    )


def _passage_end(text: str, start: int, end: int) -> int:
    """Where a passage that begins at ``start`` ends: at a paragraph, a line, a space, or hard."""
    if end - start <= PASSAGE_LIMIT:
        return end
    limit = start + PASSAGE_LIMIT
    for mark in ("\n\n", "\n", " "):
        cut = text.rfind(mark, start + PASSAGE_LIMIT // 2, limit)
        if cut > start:
            return cut + len(mark)
    return limit


def _article_record(article: Article, repaired: RepairedText) -> ArticleRecord:
    start, end = repaired.source_span(article.start, article.end)
    return ArticleRecord(index=article.index, headline=article.headline, start=start, end=end)
