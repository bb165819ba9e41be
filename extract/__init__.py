"""Facts from bulletins of the UN Office on Drugs and Crime: ``extract_text`` and its kin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.api import extract_documents, extract_text

__all__ = ["extract_documents", "extract_text"]


def __getattr__(name: str) -> Any:
    """Load the verbs at first use: ``--help`` need not pay for them."""
    if name in __all__:
        from extract import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
