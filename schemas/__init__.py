"""What a fact is: the records of the contract, version 1, and their JSON Schemas."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from schemas.documents import ArticleRecord, DocumentRecord, RejectedRecord, RunRecord
from schemas.events import Activity, Funding, Seizure, Statement, Statistic
from schemas.evidence import SCHEMA_VERSION, Evidence, FactBase, Span
from schemas.mentions import Country, Date, Organisation, Person, Place, Quantity, Substance

Fact = Annotated[
    Organisation
    | Country
    | Place
    | Person
    | Date
    | Quantity
    | Substance
    | Seizure
    | Activity
    | Funding
    | Statistic
    | Statement,
    Field(discriminator="kind"),
]
FACT_ADAPTER: TypeAdapter[Fact] = TypeAdapter(Fact)
FACT_MODELS: dict[str, type[FactBase]] = {
    "organisation": Organisation,
    "country": Country,
    "place": Place,
    "person": Person,
    "date": Date,
    "quantity": Quantity,
    "substance": Substance,
    "seizure": Seizure,
    "activity": Activity,
    "funding": Funding,
    "statistic": Statistic,
    "statement": Statement,
}

__all__ = [
    "FACT_ADAPTER",
    "FACT_MODELS",
    "SCHEMA_VERSION",
    "Activity",
    "ArticleRecord",
    "Country",
    "Date",
    "DocumentRecord",
    "Evidence",
    "Fact",
    "FactBase",
    "Funding",
    "Organisation",
    "Person",
    "Place",
    "Quantity",
    "RejectedRecord",
    "RunRecord",
    "Seizure",
    "Span",
    "Statement",
    "Statistic",
    "Substance",
]
