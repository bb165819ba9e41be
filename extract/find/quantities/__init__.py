"""Candidates of kind quantity."""

from __future__ import annotations

from extract.find.quantities.finder import find_quantities

__all__ = ["find_quantities"]
