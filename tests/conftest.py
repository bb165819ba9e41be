"""Fixtures that several tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

from extract.language import EntityModel, load_model

# No test is timed: a busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def model() -> EntityModel:
    """The default spaCy pipeline, loaded once."""
    return load_model()
