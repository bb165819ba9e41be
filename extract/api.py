"""The verbs of the package, for Python: texts in, validated facts out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache

from extract.errors import UnodcFactsError, without_surrogates
from extract.language import EntityModel, load_model
from extract.pipeline import extract_stream
from extract.read.jsonl import parse_published
from extract.read.source import SourceDocument
from schemas import Fact, RejectedRecord

cached_model = lru_cache(maxsize=2)(load_model)


def extract_text(
    text: str,
    *,
    document_id: str = "text",
    published: date | None = None,
    model: EntityModel | None = None,
) -> list[Fact]:
    """The facts of one text, in reading order, as validated records of the contract.

    >>> from extract import extract_text
    >>> facts = extract_text("Customs officers in Kenya seized 12 kilograms of heroin.")
    >>> [(fact.kind, fact.text) for fact in facts if fact.kind in {"country", "quantity"}]
    [('country', 'Kenya'), ('quantity', '12 kilograms')]
    """
    document = {"id": document_id, "text": text, "published": published}
    return list(extract_documents([document], model=model))


def extract_documents(
    documents: Iterable[Mapping[str, object]],
    *,
    model: EntityModel | None = None,
    on_rejected: Callable[[RejectedRecord], None] | None = None,
) -> Iterator[Fact]:
    """The facts of many documents ``{"id", "text", "title"?, "published"?, "url"?}``, in order.

    Raises TypeError for a document without ``id`` or ``text``, ValueError for a ``published`` that
    is not a date; UnodcFactsError for what could not be delivered, unless ``on_rejected`` takes it;
    ModelError when no spaCy pipeline is installed.
    """
    for extraction in extract_stream(map(_source, documents), model or cached_model()):
        for rejected in extraction.rejected:
            if on_rejected is None:
                raise UnodcFactsError(f"{rejected.source}: {rejected.message} [{rejected.code}]")
            on_rejected(rejected)
        yield from extraction.facts


def _source(document: Mapping[str, object]) -> SourceDocument:
    document_id, text = document.get("id"), document.get("text")
    if not isinstance(document_id, str) or not isinstance(text, str):
        raise TypeError('a document needs "id" and "text", both strings')
    published = document.get("published")
    if isinstance(published, str):
        published = parse_published(published)
    if isinstance(published, datetime):
        published = published.date()
    if published is not None and not isinstance(published, date):
        raise TypeError(f'"published" of {document_id} is not a date: {published!r}')
    title, url = document.get("title"), document.get("url")
    return SourceDocument(
        document_id=without_surrogates(document_id),
        source=without_surrogates(document_id),
        media_type="text/plain",
        text=without_surrogates(text),
        title=title if isinstance(title, str) else None,
        published=published,
        url=url if isinstance(url, str) else None,
    )
