"""What a figure measures, in words of the text: "opium production", "share of the victims"."""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause, once
from extract.compose.statistics.dating import behind, is_change
from extract.compose.statistics.page import Figure
from extract.compose.wording import WordingIndex
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import IndicatorRow, indicator_rows

_LONGEST = 90
_BEFORE_NOUN = (" of", " from")
_WHOLE = re.compile(
    r"\s+of\s+(?:all\s+|the\s+)?([^,.;:()]{3,60}?)(?=\s+(?:was|were|is|are|had|have|has)\b|[,.;:()]|$)"
)
_PRONOUN = re.compile(
    r"\s+(?:of|among)\s+(?:all\s+)?(?:them|whom|which|these|those|it|us|this|that)\b"
)
_REST = re.compile(r"\s+((?:[^\s,.;:()]+\s?){1,6})")
_LEAD = re.compile(r"((?:[^\s,.;:()]+\s){1,5})$")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


@cache
def _rows() -> WordingIndex[IndicatorRow]:
    return WordingIndex([(row, row.words) for row in indicator_rows()])


def indicator(figure: Figure) -> str:
    """A short name of what is measured; empty where the clause does not say."""
    if figure.dimension == "count":
        return _short(_counted(figure))
    change = is_change(figure)
    direction = _nearest(figure, "direction") if change else None
    topic = _nearest(figure, "topic")
    if figure.dimension == "percent" and not change:
        return _short(_share(figure))
    words = _named(topic.name if topic else "", _known(figure))
    if direction is not None:
        words = f"{direction.name} {words}" if words else direction.name.removesuffix(" in")
    return _short(words)


def beside(figure: Figure) -> str:
    """The words in front of the figure, or behind it, where nothing says what it measures."""
    line = figure.line
    found = _LEAD.search(line.between(line.body, figure.start)) or _REST.match(behind(figure, 60))
    return _short(found.group(1)) if found else figure.unit


def _short(words: str) -> str:
    return " ".join(words.split())[:_LONGEST].strip()


def _known(figure: Figure) -> str:
    """What is measured, where the clause says it."""
    if figure.of and figure.of.split()[-1] in figure.line.clause.text.lower():
        return figure.of
    return ""


def _named(topic: str, noun: str) -> str:
    heads = set(topic.removesuffix(" of").removesuffix(" from").split())
    words = noun.split()
    if not heads.isdisjoint((*words, *(f"{word}s" for word in words))):
        return noun
    if topic.endswith(_BEFORE_NOUN):
        return f"{topic} {noun}" if noun else topic.rsplit(" ", 1)[0]
    return f"{noun} {topic}".strip()


def _share(figure: Figure) -> str:
    """ "share of the victims"; else what the share does: "share were trafficked for labour"."""
    after = behind(figure, _LONGEST)
    whole = _WHOLE.match(after)
    if _PRONOUN.match(after):
        return "share"
    if whole is not None:
        return f"share of {whole.group(1)}"
    if figure.of and _known(figure):
        return f"share of {figure.of}"
    rest = _REST.match(after)
    return f"share {rest.group(1)}" if rest else "share"


def _nearest(figure: Figure, part: str) -> IndicatorRow | None:
    """The indicator word of the clause that stands nearest to the figure."""
    best: tuple[int, IndicatorRow] | None = None
    clause = figure.line.clause
    left, right = figure.start - clause.start, figure.end - clause.start
    for start, end, row in _words_of(clause):
        if row.part == part:
            distance = left - end if end <= left else start - right
            if best is None or distance < best[0]:
                best = (distance, row)
    return best[1] if best else None


@once
def _words_of(clause: Clause) -> tuple[tuple[int, int, IndicatorRow], ...]:
    """The indicator words of a clause, which all its figures ask for."""
    return tuple(
        (match.start(), match.end(), row)
        for row, pattern in _rows().within(clause.words)
        for match in pattern.finditer(clause.text)
    )


def _counted(figure: Figure) -> str:
    """The counted noun as the text has it: "human trafficking victims"."""
    words = [
        word
        for word in figure.line.between(figure.start, figure.end).split()
        if _WORD.fullmatch(word) and not _is_numeral(word.lower())
    ]
    noun = " ".join(words) or figure.unit
    return f"{noun} ({figure.of})" if figure.of and figure.of not in noun else noun


def _is_numeral(word: str) -> bool:
    return all(part in number_words() for part in word.split("-"))
