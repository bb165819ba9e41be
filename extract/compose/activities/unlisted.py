"""Towns that no table knows: "in La Asunta, Bolivia", "at the academy in Manyani"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.words import is_word

_NAME = r"[A-Z][\w'’-]+(?:\s+(?:(?:de|la|del|do|da|el|al|of|the)\s+){0,2}[A-Z][\w'’-]+)"
_BEFORE_COUNTRY = re.compile(rf"\b(?:in|at|to|near)\s+(?P<name>{_NAME}{{0,4}}),\s+(?:the\s+)?$")
_ALONE = re.compile(
    r"\b(?:in|at|[Ii]n|[Aa]t)\s+(?:(?:the\s+)?(?:town|city|village|port|district)\s+of\s+)?"
    r"(?P<name>[A-Z][a-z'’]+(?:-[A-Za-z][a-z'’]+)*(?:\s+[A-Z][a-z'’]+(?:-[A-Za-z][a-z'’]+)*){0,2})(?P<behind>['’]?)"
    r"(?=[.,;:)]|\s*\(|\s+[a-z\d]|\s*$)"
)
_NO_TOWN = frozenset(
    {"parliament", "congress", "ramadan", "internet", "islam", "christmas", "easter", "annex"}
)


def towns_before_countries(clause: Clause) -> list[Candidate]:
    """A name the tables do not know, before its country."""
    taken = clause.of("place", "organisation", "person", "date", "country")
    found = []
    for country in clause.of("country"):
        before = clause.before(country.start, 80)
        if country.fields["form"] == "demonym" or not before.rstrip().endswith((",", "the")):
            continue
        match = _BEFORE_COUNTRY.search(before)
        if match is None:
            continue
        start = max(clause.start, country.start - 80) + match.start("name")
        end = start + len(match.group("name"))
        if any(
            mention.start < end
            and start < mention.end
            and not (mention.kind == "place" and mention.start == start and mention.end < end)
            for mention in taken
        ):
            continue
        found.append(_town(country, start, end, clause, country.fields["iso3"]))
    return found


def town_alone(clause: Clause, offset: int) -> Candidate | None:
    """The capitalised name behind "in" or "at" that nothing else is, nearest to ``offset``."""
    found = []
    for match in _ALONE.finditer(clause.text):
        start, end = clause.start + match.start("name"), clause.start + match.end("name")
        words = match.group("name").lower().split()
        if any(is_word(word) or word in _NO_TOWN for word in words):
            continue
        if any(one.start < end and start < one.end for one in clause.mentions):
            continue
        found.append(_town(None, start, end, clause, None))
    return min(found, key=lambda one: (abs(one.start - offset), one.start), default=None)


def unlisted_town(clause: Clause, start: int, end: int) -> Candidate:
    """The stretch as a town of which no more is known."""
    return _town(None, start, end, clause, None)


def _town(
    like: Candidate | None, start: int, end: int, clause: Clause, country: str | None
) -> Candidate:
    fields = {"name": clause.between(start, end), "place_type": "city", "country": country}
    if like is None:
        return Candidate("place", start, end, "rule:activity.town", fields)
    return replace(like, kind="place", start=start, end=end, fields=fields)
