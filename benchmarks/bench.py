"""``make bench``: our speed from file to facts.jsonl over spaCy's own, in one run.

Prints ratios (median of five, extremes in brackets); seconds differ between machines, ratios
hardly do. Nothing here is a test.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import spacy

from benchmarks.corpus import write_corpus
from extract import pipeline
from extract.batch import run as batch_run
from extract.batch.writers import OutputFolder
from extract.language import DEFAULT_MODELS, EntityModel, load_model

DOCUMENTS, ROUNDS = 500, 5


def main() -> None:
    """Generate the corpus, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder, output = Path(name, "in"), Path(name, "out")
        folder.mkdir()
        texts = write_corpus(folder, DOCUMENTS)
        words = sum(len(text.split()) for text in texts)
        print(f"{DOCUMENTS} generated bulletins, {words:,} words, median of {ROUNDS} rounds")
        # First, while this process is small: a child inherits the peak of what it was forked from.
        _start_up(folder, output)
        _throughput(folder, output, texts, words)
        _stages(folder, output)


def _throughput(folder: Path, output: Path, texts: list[str], words: int) -> None:
    name = next(name for name in DEFAULT_MODELS if spacy.util.is_package(name))
    bare, model = spacy.load(name), load_model()
    ours, spacys = [], []
    for _ in range(ROUNDS):
        spacys.append(_cpu_seconds(lambda: list(bare.pipe(texts, batch_size=64))))
        ours.append(_cpu_seconds(lambda: batch_run.run([folder], output, lambda: model)))
    ratios = [theirs / mine for theirs, mine in zip(spacys, ours, strict=True)]
    print(f"bare {name}, all components     {words / median(spacys):>8,.0f} words/s")
    print(f"unodc-facts, file to facts.jsonl        {words / median(ours):>8,.0f} words/s")
    print(f"ratio {median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})")


def _cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _stages(folder: Path, output: Path) -> None:
    """One run with a clock around each stage."""
    spent: dict[str, float] = defaultdict(float)

    def clocked(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            start, before = time.process_time(), sum(spent.values())
            try:
                return work(*arguments)
            finally:  # what stages within this one took is theirs
                within = sum(spent.values()) - before
                spent[stage] += time.process_time() - start - within

        return timed

    class ClockedModel(EntityModel):
        entities = clocked("model", EntityModel.entities)

    model = ClockedModel(load_model().path)
    model.entities("Loaded before the clock is read.")
    spent.clear()
    original = dict(vars(pipeline))
    for name in ("repair", "cut_articles", "resolve", "compose", "deliver", "_passages"):
        work = original[name]
        if name == "_passages":
            setattr(pipeline, name, clocked("words and sentences", lambda *a, w=work: list(w(*a))))
        else:
            setattr(pipeline, name, clocked(name.replace("cut_", ""), work))
    for name in ("learn_acronyms", "read_calendar"):
        setattr(pipeline, name, clocked("document context", original[name]))
    pipeline.FINDERS = tuple(
        clocked(finder.__name__.replace("_", " "), finder) for finder in original["FINDERS"]
    )
    write = OutputFolder.write_facts
    OutputFolder.write_facts = clocked("write", write)  # type: ignore[method-assign]
    total = _cpu_seconds(lambda: batch_run.run([folder], output, lambda: model))
    OutputFolder.write_facts = write  # type: ignore[method-assign]
    for name, value in original.items():
        setattr(pipeline, name, value)
    spent["the rest"] = total - sum(spent.values())
    print("share of time")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {stage:<22} {100 * seconds / total:5.1f} %")


def _start_up(folder: Path, output: Path) -> None:
    first = next(iter(sorted(folder.iterdir())))
    extract = ["extract", "-o", str(output)]
    print(f"start-up of --help       {_wall_seconds(['--help']):.2f} s")
    print(f"start-up and one bulletin {_wall_seconds([*extract, str(first)]):.2f} s")
    _wall_seconds([*extract, str(folder)], rounds=1)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the run    {peak:.0f} MB")


def _wall_seconds(arguments: list[str], rounds: int = ROUNDS) -> float:
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        command = [sys.executable, "-m", "extract.cli", *arguments]
        subprocess.run(command, check=True, capture_output=True, env=os.environ)
        seconds.append(time.perf_counter() - start)
    return median(seconds)


if __name__ == "__main__":
    main()
