"""How mentions are found: one module a kind, each proposing candidates that name their rule."""

from __future__ import annotations

from collections.abc import Callable

from extract.find.countries.finder import find_countries
from extract.find.dates.finder import find_dates
from extract.find.organisations.finder import find_organisations
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.people.finder import find_people
from extract.find.places.finder import find_places
from extract.find.quantities import find_quantities
from extract.find.substances import find_substances

Finder = Callable[[Passage, DocumentContext], list[Candidate]]

FINDERS: tuple[Finder, ...] = (
    find_countries,
    find_places,
    find_organisations,
    find_people,
    find_dates,
    find_quantities,
    find_substances,
)
