"""Where a fact stands in its document: spans of the raw text, and what every fact carries."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Final = "1.0"

FactId = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Alpha3 = Annotated[
    str, Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3 (XKX: Kosovo)")
]
Edtf = Annotated[str, Field(description="ISO 8601-2 (EDTF): 2022-02-15, 2017-23, XXXX-05-20 …")]


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Span(Record):
    """A stretch of the document: ``texts/ID.txt[start:end] == text`` (code points)."""

    start: int = Field(ge=0, description="first code point of the stretch")
    end: int = Field(ge=0, description="one past its last code point")
    text: str = Field(description="the stretch itself, unrepaired")

    @model_validator(mode="after")
    def _text_fills_the_span(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"text of {len(self.text)} characters at [{self.start}, {self.end})")
        return self


class Evidence(Span):
    """Where one filled slot of a fact was read."""

    slot: str = Field(description='the field it fills, e.g. "value", "country", "restatement"')


class FactBase(Record):
    """What every fact carries, whatever its kind."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: FactId = Field(description="16 hex of a content hash: same text, same fact, same id")
    kind: str = Field(description="which record this is")
    document_id: str = Field(description="the document it was read in")
    article: int = Field(ge=0, description="index of the article in the document, from 0")
    text: str = Field(description="the mention; for a composite fact the stretch that states it")
    start: int = Field(ge=0, description="offset of text in texts/ID.txt, in code points")
    end: int = Field(ge=0, description="one past the last code point of text")
    evidence: tuple[Evidence, ...] = Field(default=(), description="where each slot was read")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="measured precision of the method; null: not measured"
    )
    method: str = Field(
        pattern=r"^(lexicon|rule|model):\S+$", description="which rule or pattern found it"
    )
    warnings: tuple[str, ...] = Field(default=(), description='e.g. "year_inferred"')

    @model_validator(mode="after")
    def _text_fills_the_span(self) -> FactBase:
        if self.end - self.start != len(self.text):
            raise ValueError(f"text of {len(self.text)} characters at [{self.start}, {self.end})")
        return self
