"""The model: found without being imported, read only where a rule asks, named when broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.errors import ModelError
from extract.language import EntityModel, ModelSpan, Proposals, load_model
from extract.pipeline import extract_stream
from extract.read.source import SourceDocument

TEXT = "Zorel Makin spoke. Then Tarim Osk left. Zorel Makin stayed."
SENTENCES = [(0, 18), (19, 39), (40, 59)]


class Counting(EntityModel):
    """A model that keeps what it was asked to read."""

    asked: list[str]

    def entities(self, text: str) -> tuple[ModelSpan, ...]:
        self.asked.append(text)
        return super().entities(text)


def asked_of(text: str, model: EntityModel) -> list[str]:
    counting = type("Fresh", (Counting,), {"asked": []})(model.path)
    list(extract_stream([SourceDocument("a", "a.txt", "text/plain", text)], counting))
    return list(counting.asked)


def test_a_sentence_is_read_once_and_in_the_offsets_of_the_text() -> None:
    asked = []

    def entities(sentence: str) -> tuple[ModelSpan, ...]:
        asked.append(sentence)
        return (ModelSpan(5, 14, "PERSON"), ModelSpan(0, 4, "ORG"))

    proposals = Proposals(TEXT, SENTENCES, entities)
    assert [TEXT[one.start : one.end] for one in proposals.holding("PERSON", 24, 33)] == [
        "Tarim Osk"
    ]
    assert not list(proposals.holding("PERSON", 19, 33))
    assert not list(proposals.holding("ORG", 24, 33))
    assert asked == ["Then Tarim Osk left."]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Officers in Kenya seized 12 kg of heroin on 3 May 2011.", []),
        ("Mr. Tolvo Mirtak of Kenya spoke. He thanked Brazil.", []),
        ("It rained in Kenya. Tolvo Mirtak said so. Then it stopped.", ["Tolvo Mirtak said so."]),
    ],
)
def test_only_sentences_in_doubt_are_read(text: str, asked: list[str], model: EntityModel) -> None:
    assert asked_of(text, model) == asked


def test_a_pipeline_that_cannot_load_says_which(tmp_path: Path, model: EntityModel) -> None:
    shutil.copy(model.path / "meta.json", tmp_path)
    broken = load_model(tmp_path.as_posix())
    assert broken.name == model.name
    with pytest.raises(ModelError, match=f"cannot load the pipeline in {tmp_path}"):
        broken.entities("Anything.")


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline 'no_such_pipeline': no installed"):
        load_model("no_such_pipeline")


def test_no_pipeline_says_how_to_install_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.language.DEFAULT_MODELS", ("no_such_pipeline",))
    monkeypatch.delenv("UNODC_FACTS_MODEL", raising=False)
    with pytest.raises(ModelError, match=r"looked for no_such_pipeline\); install one with: "):
        load_model()
