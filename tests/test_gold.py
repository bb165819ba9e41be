"""Accuracy on the gold corpora does not fall below its floors."""

from __future__ import annotations

import pytest

from extract.evaluate.floors import breaches, read_floors
from extract.language import EntityModel
from tests.raise_floors import CORPORA, FLOORS, measure


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_figure_falls_below_its_floor(corpus: str, model: EntityModel) -> None:
    assert breaches(measure(corpus, model), read_floors(FLOORS)) == []
