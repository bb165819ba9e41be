"""What goes on behind an inset, and what a part does of whom was counted before.

"5.6 per cent of adults, or about 275 million people, used drugs. 31 million of them fell ill."
"""

from __future__ import annotations

import re

from extract.compose.statistics.page import Figure
from extract.knowledge.counting import nouns, word_classes

_WHOM = re.compile(r"\s+(?:of|among)\s+(?:all\s+)?(?:them|whom|these|those)\b(?=\s+[a-z])")
_SAID_AGAIN = r"(?:or|that\sis(?:\sto\ssay)?|i\.e\.|equivalent\sto)"
_NOUN = r"(?P<noun>(?:(?!\sand\s[^\d])[^,;:.()]){0,80}?)"
_BEFORE_INSET = re.compile(
    rf"{_NOUN}(?:,\s{_SAID_AGAIN}\s(?=[^;:()]*?\d)[^;:()]{{3,90}}?,"
    r"|\s\((?=[^()]*\d)(?=[^()]*[a-z]{4})[^()]{3,60}\))\s+(?=[a-z])"
)
_OPENS_INSET = re.compile(rf"(?:,\s{_SAID_AGAIN}|\()(?:\s?[a-z]+){{0,3}}\s?$")
_CLOSES_INSET = re.compile(rf"{_NOUN}[,)]\s+(?=[a-z])")
_BROKEN = re.compile(r"[,;:.]")
_FIRST = re.compile(r"\s*([a-z][\w'’-]*)")
_REACH = 200
_NO_PREDICATE = frozenset({"compared", "based", "respectively", "up", "down", "more", "less"})


def whom(figure: Figure) -> int:
    """Where what the part does begins: behind "31 million of them"; 0 where it is no such part."""
    found = _WHOM.match(figure.line.between(figure.end, figure.end + _REACH))
    if found is None:
        return 0
    start = figure.end + found.end()
    return start if is_verb(figure, start) else 0


def resumed(figure: Figure) -> tuple[str, int] | None:
    """What stands between the figure and the end of its inset, or the one behind it, and where
    the sentence goes on with a verb."""
    line = figure.line
    behind = line.between(figure.end, figure.end + _REACH)
    ahead = line.between(max(line.body, figure.start - 40), figure.start)
    opened = _OPENS_INSET.search(ahead)
    if opened is not None and not _says_again(figure, figure.start - len(opened.group())):
        return None
    found = (_BEFORE_INSET if opened is None else _CLOSES_INSET).match(behind)
    if found is None or not is_verb(figure, figure.end + found.end()):
        return None
    return found["noun"], figure.end + found.end()


def _says_again(figure: Figure, opened: int) -> bool:
    """Whether the inset says another figure again: not "cannabis (244 million users) leads"."""
    line = figure.line
    other = next((one for one in reversed(line.figures) if one.end <= opened), None)
    return other is not None and not _BROKEN.search(line.between(other.end, opened))


def is_verb(figure: Figure, start: int) -> bool:
    """Whether a verb can stand there: no noun, no preposition, no "-ing"."""
    found = _FIRST.match(figure.line.between(start, start + 30))
    if found is None:
        return False
    word = found.group(1)
    known = word_classes().get(word)
    if word.endswith(("ing", "ly")) or word in _NO_PREDICATE:
        return False
    return known in {"verb", "auxiliary"} or (known is None and word not in nouns()[0])
