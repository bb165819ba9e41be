"""The five composite kinds: what the mentions add up to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.evidence import Alpha3, FactBase
from schemas.values import (
    ActivityMode,
    ActivityType,
    Amount,
    Comparator,
    DateValue,
    LocationType,
    Period,
    Realis,
    SeizedItem,
    TransportMode,
)


class Seizure(FactBase):
    """One seizure event, or a stated total over several (aggregate)."""

    kind: Literal["seizure"] = "seizure"
    date: DateValue | None = Field(default=None, description="never the publication date")
    country: Alpha3 | None = Field(default=None, description="never taken from the route")
    city: str | None = None
    place: str | None = Field(default=None, description="the most specific named place")
    location_type: LocationType | None = None
    items: tuple[SeizedItem, ...] = ()
    transport_mode: TransportMode | None = None
    conveyance: str | None = Field(default=None, description="the vehicle as written")
    concealment: str | None = Field(default=None, description="how it was hidden, as written")
    cover_load: str | None = None
    origin: tuple[Alpha3, ...] = ()
    transit: tuple[Alpha3, ...] = ()
    destination: tuple[Alpha3, ...] = ()
    authority: str | None = Field(default=None, description="who seized")
    reported_by: str | None = Field(default=None, description="who reported it")
    arrested: int | None = Field(default=None, ge=0)
    aggregate: bool = Field(default=False, description="a total over several seizures")
    cases: int | None = Field(default=None, ge=0, description="how many, where stated")


class Activity(FactBase):
    """A concrete event held or announced."""

    kind: Literal["activity"] = "activity"
    activity_type: ActivityType
    name: str | None = None
    mode: ActivityMode | None = None
    city: str | None = None
    country: Alpha3 | None = None
    date: DateValue | None = None
    participants: float | None = Field(default=None, ge=0)
    participants_comparator: Comparator | None = None
    participating_countries: tuple[Alpha3, ...] = ()
    organisers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    realis: Realis = "actual"


class Funding(FactBase):
    """Who pays for what; never who organises or implements it."""

    kind: Literal["funding"] = "funding"
    donor: str
    donor_country: Alpha3 | None = None
    recipient: str | None = None
    amount: Amount | None = None


class Statistic(FactBase):
    """A figure that says how much of something there is, was or changed."""

    kind: Literal["statistic"] = "statistic"
    indicator: str
    value: float
    upper: float | None = None
    unit: str
    comparator: Comparator = "="
    period: Period | None = None
    areas: tuple[str, ...] = Field(default=(), description="alpha-3 codes or region names")
    excluded_areas: tuple[str, ...] = ()
    source: str | None = None


class Statement(FactBase):
    """A direct quotation with its speaker."""

    kind: Literal["statement"] = "statement"
    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    quote: str
