"""Damaged text -> repaired text, with a map from every repaired position to the source."""

from __future__ import annotations

from extract.repair.characters import unify_characters
from extract.repair.hyphens import Vocabulary
from extract.repair.joins import join_lines
from extract.repair.mapping import RepairedText
from extract.repair.spaces import mend_words

__all__ = ["RepairedText", "repair"]


def repair(text: str) -> RepairedText:
    """Undo line breaks, hyphenation, page furniture inside sentences and stray spaces.

    In the repaired text paragraphs stand apart by an empty line; single line feeds are left
    between lines that are no prose: list items, table rows, addresses.
    """
    unified = unify_characters(text)
    vocabulary = Vocabulary(unified.text)
    joined = unified.edited(join_lines(unified.text, vocabulary))
    return joined.edited(mend_words(joined.text, vocabulary))
