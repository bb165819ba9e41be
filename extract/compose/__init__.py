"""What the mentions add up to: seizures, activities, funding, statistics, statements."""

from __future__ import annotations

from collections.abc import Callable

from extract.compose.activities import compose_activities
from extract.compose.funding import compose_funding
from extract.compose.scene import Scene
from extract.compose.seizures import compose_seizures
from extract.compose.statements import compose_statements
from extract.compose.statistics import compose_statistics
from extract.find.passage import Candidate

Composer = Callable[[Scene], list[Candidate]]

COMPOSERS: tuple[Composer, ...] = (
    compose_seizures,
    compose_activities,
    compose_funding,
    compose_statistics,
    compose_statements,
)


def compose(scene: Scene) -> list[Candidate]:
    """Every composite fact of the document."""
    return [candidate for composer in COMPOSERS for candidate in composer(scene)]
