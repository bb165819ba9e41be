"""A document's way to its facts, in numbered stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.articles import Article, cut_articles
from extract.compose import compose
from extract.compose.scene import Scene
from extract.errors import UnodcFactsError
from extract.find import FINDERS
from extract.find.dates.calendar import read_calendar
from extract.find.organisations.definitions import learn_acronyms
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.sentences import split_sentences
from extract.find.words import Words
from extract.language import EntityModel
from extract.read.source import SourceDocument
from extract.records import deliver
from extract.repair import RepairedText, repair
from extract.resolve import Dropped, resolve
from schemas import ArticleRecord, Fact, RejectedRecord

# A passage longer than this is cut at a paragraph: the model's memory grows with the text.
PASSAGE_LIMIT = 20_000
BATCH_CHARACTERS = 60_000

Stage = TypeVar("Stage")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave."""

    document: SourceDocument
    articles: tuple[ArticleRecord, ...]
    facts: tuple[Fact, ...]
    rejected: tuple[RejectedRecord, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A document's way to its facts: what stood, with the fact it became, and what gave way.

    Candidates are in the offsets of ``repaired``.
    """

    extraction: Extraction
    repaired: RepairedText
    delivered: tuple[tuple[Candidate, Fact], ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    document: SourceDocument
    repaired: RepairedText
    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]


def extract_stream(documents: Iterable[SourceDocument], model: EntityModel) -> Iterator[Extraction]:
    """The facts of each document, in the order given; memory is bounded by a batch of them."""
    batch: list[_Prepared | Extraction] = []
    size = 0
    for document in documents:
        batch.append(_guarded(_prepare, document, document))
        size += len(document.text)
        if size > BATCH_CHARACTERS:
            yield from _extract_batch(batch, model)
            batch, size = [], 0
    yield from _extract_batch(batch, model)


def trace(document: SourceDocument, model: EntityModel) -> Trace:
    """What ``extract_stream`` does with a document, with everything considered on the way."""
    prepared = _prepare(document)
    entities = model.entities(passage.text for passage in prepared.passages)
    passages = tuple(replace(passage, model_spans=next(entities)) for passage in prepared.passages)
    return _trace(replace(prepared, passages=passages))


def _guarded(
    stage: Callable[[Stage], Done], given: Stage, document: SourceDocument
) -> Done | Extraction:
    """Run a stage; a fault of ours loses one document, by name, and never the run."""
    try:
        return stage(given)
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


def _prepare(document: SourceDocument) -> _Prepared:
    repaired = repair(document.text)  # 1. damaged text -> repaired text
    articles = cut_articles(repaired.text)  # 2. -> articles
    passages = tuple(_passages(repaired.text, articles))
    return _Prepared(document, repaired, articles, passages)


def _extract_batch(
    batch: Sequence[_Prepared | Extraction], model: EntityModel
) -> Iterator[Extraction]:
    """Stages 3 to 8 of a batch; where the model fails on it, of each document by itself."""
    prepared = [one for one in batch if isinstance(one, _Prepared)]
    try:
        read = iter(_with_entities(prepared, model))  # 3. -> entities proposed by the model
    except Exception:  # noqa: BLE001
        read = None
    for one in batch:
        if isinstance(one, Extraction):
            yield one
        elif read is not None:
            yield _guarded(_extract, next(read), one.document)
        else:
            yield _guarded(
                lambda each: _extract(_with_entities([each], model)[0]), one, one.document
            )


def _with_entities(batch: Sequence[_Prepared], model: EntityModel) -> list[_Prepared]:
    entities = model.entities([passage.text for one in batch for passage in one.passages])
    return [
        replace(
            one,
            passages=tuple(
                replace(passage, model_spans=next(entities)) for passage in one.passages
            ),
        )
        for one in batch
    ]


def _extract(prepared: _Prepared) -> Extraction:
    return _trace(prepared).extraction


def _trace(prepared: _Prepared) -> Trace:
    document, repaired, articles = prepared.document, prepared.repaired, prepared.articles
    context = DocumentContext(  # 4. -> what the whole document settles
        published=document.published,
        title=document.title,
        acronyms=learn_acronyms(prepared.passages),
        calendar=read_calendar(prepared.passages, document.published),
    )
    candidates = [  # 5. -> candidates
        candidate.moved(passage.offset, passage.article)
        for passage in prepared.passages
        for find in FINDERS
        for candidate in find(passage, context)
    ]
    dropped: list[Dropped] = []
    mentions = resolve(candidates, dropped)  # 6. -> mentions
    scene = Scene(
        text=repaired.text,
        articles=articles,
        sentences=tuple(
            (start + passage.offset, end + passage.offset)
            for passage in prepared.passages
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
    )
    return Trace(extraction, repaired, delivered, tuple(dropped))


def _passages(text: str, articles: Iterable[Article]) -> Iterator[Passage]:
    for article in articles:
        start = article.start
        while start < article.end:
            end = _passage_end(text, start, article.end)
            stretch = text[start:end]
            first = start == article.start and article.headline is not None
            headline_end = article.headline_end - start if first else 0
            yield Passage(
                article=article.index,
                offset=start,
                text=stretch,
                headline_start=article.headline_start - start if first else 0,
                headline_end=headline_end,
                words=Words.of(stretch),
                sentences=_sentences(stretch, headline_end),
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
