"""One run: inputs -> output folder."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extract.batch.writers import OutputFolder
from extract.errors import ReadError, UsageError
from extract.knowledge.tables import digest
from extract.language import EntityModel, guess_language
from extract.pipeline import Extraction, extract_stream
from extract.read.inputs import MAX_CHARACTERS, Listed, list_inputs, read_listed
from extract.read.source import SourceDocument
from schemas import SCHEMA_VERSION, DocumentRecord, RejectedRecord, RunRecord

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a user may choose of a run."""

    published: date | None = None
    max_characters: int = MAX_CHARACTERS


@dataclass(slots=True)
class RunSummary:
    """What a run came to."""

    documents: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    passed_over: int = 0
    problems: list[str] = field(default_factory=list)


def program_version() -> str:
    """The installed version of unodc-facts."""
    try:
        return version("unodc-facts")
    except PackageNotFoundError:
        return "0+unknown"


def run(
    inputs: Sequence[Path],
    output: Path,
    load: Callable[[], EntityModel],
    options: RunOptions | None = None,
    progress: Progress | None = None,
) -> RunSummary:
    """Extract every document under ``inputs`` into the folder ``output``.

    ``progress`` is told characters done and characters in all. Raises UsageError when nothing
    can be read or the folder cannot be written; the previous output then stands untouched.
    """
    chosen = options or RunOptions()
    listing = list_inputs(inputs, leave_out=output)
    if not listing.documents:
        places = ", ".join(path.as_posix() for path in inputs)
        none = f"no .txt, .md or .jsonl file in {places} (an output folder is no input)"
        reasons = "; ".join(map(str, listing.problems)) or none
        raise UsageError(f"nothing to read: {reasons}")
    summary = RunSummary(passed_over=listing.passed_over)
    problems = [problem.record() for problem in listing.problems]
    with OutputFolder(output) as folder:
        model = load()
        run_record = _run_record(model)
        documents = _read_all(listing.documents, chosen, problems)
        for done, extraction in enumerate(extract_stream(documents, model), start=1):
            record = _document_record(extraction, run_record)
            folder.write_facts(extraction.facts)
            folder.write_document(record, extraction.document.text)
            problems.extend(extraction.rejected)
            summary.documents += 1
            summary.facts.update(record.fact_counts)
            if progress:
                progress(done, len(listing.documents))
        problems.sort(key=lambda one: (one.source, one.code, one.message))
        folder.write_rejected(problems)
        if not summary.documents:
            reasons = "; ".join(map(_described, problems))
            raise UsageError(f"nothing to read: {reasons}")
    summary.rejected.update(problem.code for problem in problems)
    summary.problems = [_described(problem) for problem in problems]
    return summary


def _described(problem: RejectedRecord) -> str:
    return f"{problem.source}: {problem.message} [{problem.code}]"


def _read_all(
    listed: Sequence[Listed], options: RunOptions, problems: list[RejectedRecord]
) -> Iterator[SourceDocument]:
    for one in listed:
        try:
            yield read_listed(one, options.published, options.max_characters)
        except ReadError as problem:
            problems.append(problem.record())


def _run_record(model: EntityModel) -> RunRecord:
    return RunRecord(
        version=program_version(),
        schema_version=SCHEMA_VERSION,
        model=model.name,
        model_version=model.version,
        model_sha256=model.sha256,
        knowledge_sha256=digest(),
    )


def _document_record(extraction: Extraction, run_record: RunRecord) -> DocumentRecord:
    document = extraction.document
    language = guess_language(document.text)
    warnings = [*document.warnings, *extraction.warnings]
    if language is None:
        warnings.append("language_not_english")
    counts = Counter(fact.kind for fact in extraction.facts)
    return DocumentRecord(
        document_id=document.document_id,
        source=document.source,
        media_type=document.media_type,
        sha256=hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        title=document.title,
        published=document.published,
        url=document.url,
        language=language,
        articles=extraction.articles,
        fact_counts=dict(sorted(counts.items())),
        warnings=tuple(warnings),
        run=run_record,
    )
