"""Who or what a sentence with a figure is about, where only its subject says so."""

from __future__ import annotations

import re

from extract.compose.statistics.page import Figure

ABOUT = r"(?:(?:about|around|some|nearly|almost|only|over|an?|estimated|more\sthan|just|up\sto)\s)*"
NAME = (
    r"(?!(?:of|they|it|these|those|this|that|he|she|we|which|who|whom|and|in|among|by)\b)[\w'’-]+"
)
_SUBJECT = re.compile(
    rf"(?:^|[,;:]\s|\d\s)(?:[Tt]he\s)?({NAME}(?:\s{NAME}){{0,2}})(?:\s(?:in|of|by|for)\s[^,;:\d]{{1,40}})?"
    rf"\s(?:was|is|stood\sat|reached|came\sto|averaged|amounted\sto)\s{ABOUT}$"
)
_PER_PERSON = re.compile(r"\s(per\s(?:person|head|capita|inhabitant|user|adult))\b")
_LONGEST = 90


def told(figure: Figure) -> str:
    """The subject of the sentence, where nothing else names an amount: "Use was 3 g a person"."""
    line = figure.line
    found = _SUBJECT.search(line.between(max(line.body, figure.start - _LONGEST), figure.start))
    rate = _PER_PERSON.match(line.between(figure.end, figure.end + 20))
    if found is None:
        return f"amount {rate.group(1)}" if rate else ""
    said = in_sentence(figure, found.group(1))
    return f"{said} {rate.group(1)}" if rate else said


def in_sentence(figure: Figure, said: str) -> str:
    """The words without the capital of a sentence's first word; that of a name stays."""
    named = figure.line.clause.of("country", "place", "organisation", "person")
    first = {figure.line.between(one.start, one.end).split()[0] for one in named}
    article, _, rest = said.partition(" ")
    if article == "The":
        return f"the {rest}"
    kept = article in first or any(map(str.isupper, said[1:]))
    return said if kept else said[0].lower() + said[1:]
