"""The value types that facts share: code lists, dates and measured amounts."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from schemas.evidence import Alpha3, Edtf, Record

Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
Dimension = Literal["mass", "volume", "area", "length", "money", "percent", "duration", "count"]
CountryForm = Literal["name", "official", "abbreviation", "demonym"]
PlaceType = Literal[
    "city", "province", "border_crossing", "port", "airport", "checkpoint", "region", "other"
]
DatePrecision = Literal[
    "day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"
]
DateResolution = Literal["explicit", "article", "document", "published", "session", "unresolved"]
ActivityType = Literal[
    "conference", "training", "workshop", "meeting", "launch", "visit", "campaign", "other"
]
ActivityMode = Literal["in_person", "virtual", "hybrid"]
Realis = Literal["actual", "planned"]
ItemCategory = Literal["drug", "precursor", "non_drug_goods", "money", "wildlife", "weapon"]
OrganisationType = Literal[
    "un_body",
    "intergovernmental",
    "government",
    "ministry",
    "agency",
    "law_enforcement",
    "judiciary",
    "embassy",
    "ngo",
    "academia",
    "company",
    "media",
    "fund",
    "unit",
    "other",
]
# The eleven groups of the seizure annex of the World Drug Report.
DrugGroup = Literal[
    "Opioids",
    "Cannabis-type drugs",
    "Amphetamine-type stimulants",
    "Cocaine-type",
    '"Ecstasy"-type substances',
    "Hallucinogens",
    "Sedatives and tranquillizers",
    "NPS",
    "Precursors",
    "Solvents and inhalants",
    "Any other drugs/substances",
]
# UNODC Individual Drug Seizures: "Trafficking Mode of Transportation".
TransportMode = Literal[
    "Airplane",
    "Car/motorcycle",
    "Vessel/boat",
    "Postal/Mail/Express Parcel",
    "Train/Bus",
    "Bicycle/on foot/walking",
    "Truck/lorry/van",
    "Other",
]
# UNODC Individual Drug Seizures: "Physical Seizure Location", and the land border it lacks.
LocationType = Literal[
    "Road/ Street/highway",
    "Private dwelling/Residence/Home/Private Garage",
    "Airport",
    "Post Office",
    "Prisons and other detention centers",
    "Other outdoor/open air sites/facilities",
    "Healthcare facilities/Pharmacies",
    "Territorial waters (seas, lakes, rivers, etc.)",
    "Seaport/Riverport station/Harbour",
    "Commercial premises",
    "Warehouse",
    "Railway/bus station",
    "Hotel",
    "International waters",
    "Schools, universities and libraries",
    "Land border",
]


class DateValue(Record):
    """A calendar expression as a slot of a composite fact."""

    edtf: Edtf
    earliest: date | None = Field(default=None, description="first day it can mean; null: open")
    latest: date | None = Field(default=None, description="last day it can mean; null: open")


class Period(Record):
    """The calendar time a figure is about."""

    edtf: Edtf


class Amount(Record):
    """A number with its unit: a canonical code, or a singular counted noun."""

    value: float
    unit: str


class ComparedAmount(Amount):
    """An amount with the comparator the text gives it."""

    comparator: Comparator = "="


class SeizedItem(Record):
    """One substance or good of a seizure, in the measure the text states first."""

    substance: str = Field(description="short lower-case common name")
    substance_id: str | None = Field(default=None, description="slug of a known substance")
    drug_group: DrugGroup | None = None
    category: ItemCategory | None = None
    value: float | None = Field(default=None, description="null: amount not stated")
    upper: float | None = Field(default=None, description="upper end of a range")
    unit: str | None = None
    comparator: Comparator | None = None
    base_value: float | None = Field(default=None, description="value in base_unit")
    base_unit: str | None = None
    also: tuple[ComparedAmount, ...] = Field(
        default=(), description="round figures and restatements of the same amount"
    )
    containers: tuple[Amount, ...] = Field(default=(), description="what it was packed in")
    equivalent: tuple[Amount, ...] = Field(
        default=(), description="second measures of the same goods"
    )


__all__ = [
    "ActivityMode",
    "ActivityType",
    "Alpha3",
    "Amount",
    "Comparator",
    "ComparedAmount",
    "CountryForm",
    "DatePrecision",
    "DateResolution",
    "DateValue",
    "Dimension",
    "DrugGroup",
    "Edtf",
    "ItemCategory",
    "LocationType",
    "OrganisationType",
    "Period",
    "PlaceType",
    "Realis",
    "SeizedItem",
    "TransportMode",
]
