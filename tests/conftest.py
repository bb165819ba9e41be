"""Fixtures that several tests share."""

from __future__ import annotations

import pytest

from extract.language import EntityModel, load_model


@pytest.fixture(scope="session")
def model() -> EntityModel:
    """The default spaCy pipeline, loaded once."""
    return load_model()
