"""The seven kinds of mention: what a stretch of text names, in normal form."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from schemas.evidence import Alpha3, Edtf, FactBase
from schemas.values import (
    Comparator,
    CountryForm,
    DatePrecision,
    DateResolution,
    Dimension,
    DrugGroup,
    OrganisationType,
    PlaceType,
)


class Organisation(FactBase):
    """A proper-named body: the longest span that names one body, without a leading article."""

    kind: Literal["organisation"] = "organisation"
    name: str = Field(description="canonical full name")
    acronym: str | None = None
    organisation_id: str | None = Field(default=None, description="slug; known bodies only")
    organisation_type: OrganisationType | None = None
    country: Alpha3 | None = None


class Country(FactBase):
    """A country's name, official name, abbreviation or demonym."""

    kind: Literal["country"] = "country"
    name: str
    iso3: Alpha3
    iso2: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    m49: str | None = Field(default=None, pattern=r"^\d{3}$")
    form: CountryForm


class Place(FactBase):
    """A named place below the level of a country, or a region above it."""

    kind: Literal["place"] = "place"
    name: str
    place_type: PlaceType
    country: Alpha3 | None = None


class Person(FactBase):
    """A named person, with what the text says of them."""

    kind: Literal["person"] = "person"
    name: str
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None


class Date(FactBase):
    """A calendar expression; a year the text does not settle stays XXXX."""

    kind: Literal["date"] = "date"
    edtf: Edtf
    earliest: date | None = Field(default=None, description="first day it can mean; null: open")
    latest: date | None = Field(default=None, description="last day it can mean; null: open")
    precision: DatePrecision
    resolution: DateResolution = Field(description="what settled the year")


class Quantity(FactBase):
    """A number with a unit or a counted noun."""

    kind: Literal["quantity"] = "quantity"
    value: float = Field(description="the number as written; the lower end of a range")
    upper: float | None = Field(default=None, description="the upper end of a range")
    unit: str = Field(description="canonical code, ISO 4217, %, or singular counted noun")
    ucum: str | None = Field(default=None, description="UCUM code; null for money")
    dimension: Dimension
    comparator: Comparator = "="
    of: str | None = Field(default=None, description="what is measured, contained or shared")
    base_value: float | None = Field(default=None, description="value in base_unit")
    base_upper: float | None = Field(default=None, description="upper in base_unit")
    base_unit: str | None = Field(default=None, description="kg, L, ha, m, day, % or the unit")


class Substance(FactBase):
    """A drug, precursor or other controlled or seized substance."""

    kind: Literal["substance"] = "substance"
    name: str
    substance_id: str | None = None
    drug_group: DrugGroup | None = None
