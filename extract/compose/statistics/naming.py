"""Areas as a line names them: lists of countries and regions, and words for the world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from extract.compose.statistics.dating import cue
from extract.compose.statistics.page import Line
from extract.find.passage import Candidate

WORLD = "world"
_MOST = 60  # areas read of a line
_LIST = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+as well as|,?\s+or|\s*&|/)\s*(?:(?:in|the|of|with)\s+){0,3}$"
)
_INSIDE = re.compile(r",?\s+(?:the\s+)?$")
_ROUTE = re.compile(
    r"\b(?:to|into|towards|via|through|against|like|than|unlike|for|with)\s+(?:the\s+)?$"
)
_ORIGIN = re.compile(r"\bfrom\s+(?:the\s+)?$")
_ROUTE_WORD = re.compile(r"route|Crescent")
_TITLE = re.compile(
    r"\s+(?:[A-Z]\w+\s+){0,2}(?:[Ss]urvey|[Rr]eport|[Aa]ssessment|[Pp]rogramme|[Pp]roject|[Ss]trategy|[Bb]order)\b"
)
_SELF = re.compile(r"\b(?:countries|states|parts) of (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Areas named in one list. ``route``: where something goes, ``origin``: comes
    from; ``official``: a government or part
    of a title."""

    start: int
    end: int
    areas: tuple[str, ...]
    each: tuple[tuple[int, int, str], ...] = ()
    world: bool = False
    route: bool = False
    origin: bool = False
    official: bool = False
    excluded: bool = False


def read_names(line: Line) -> list[Names]:
    """The lists of areas a line names behind its dateline, in reading order."""
    groups: list[Names] = []
    for start, end, area in islice(_areas(line), _MOST):
        last = groups[-1] if groups else None
        gap = line.between(last.end, start) if last else ""
        if last and start - last.end < 20 and _LIST.fullmatch(gap):
            areas = last.areas if area in last.areas else (*last.areas, area)
            groups[-1] = replace(last, end=end, areas=areas, each=(*last.each, (start, end, area)))
        elif last and (
            (_INSIDE.fullmatch(gap) and area == last.areas[-1])
            or (len(last.areas) > 1 and _SELF.search(gap) and start - last.end < 40)
        ):
            groups[-1] = replace(last, end=end)
        else:
            groups.append(Names(start, end, (area,), ((start, end, area),)))
    groups = [_judged(line, one) for one in groups] + list(_world(line))
    return sorted(groups, key=lambda names: names.start)


def _areas(line: Line) -> Iterator[tuple[int, int, str]]:
    """Countries, regions and the countries of places, those inside other names left out."""
    bodies = [one for one in line.clause.mentions if one.kind in {"organisation", "person"}]
    free_from = 0
    found = [(one.start, -one.end, _area(one, line)) for one in line.of("country", "place")]
    if _ROUTE_WORD.search(line.clause.text):
        found += [
            (line.clause.start + match.start(), -line.clause.start - match.end(), match.group())
            for match in cue("route_area").finditer(line.clause.text)
        ]
    if any(one.fields.get("place_type") == "region" for one in line.of("place")):
        found += [
            (line.clause.start + match.start(), -line.clause.start - match.end(), match.group())
            for match in cue("joint_region").finditer(line.clause.text)
        ]
    for start, back, area in sorted(found, key=lambda one: one[:2]):
        inside = any(body.start <= start and -back <= body.end for body in bodies)
        if area and start >= free_from and not inside:
            free_from = -back
            yield start, -back, area


def _area(mention: Candidate, line: Line) -> str:
    """A country's code, or a region's name, in the letter case of the text."""
    if mention.kind == "country":
        return str(mention.fields["iso3"])
    if mention.fields["place_type"] == "region":
        name, said = str(mention.fields["name"]), line.between(mention.start, mention.end)
        return said if said.lower() == name.lower() else name
    return mention.fields.get("country") or ""


def _judged(line: Line, names: Names) -> Names:
    ahead = line.between(max(line.body, names.start - 40), names.start)
    left_out = cue("except").search(ahead)
    excluded = bool(left_out and re.fullmatch(r"\s*(?:the\s+)?", ahead[left_out.end() :]))
    official = cue("our_government").search(ahead)
    titled = _TITLE.match(line.between(names.end, names.end + 40))
    return replace(
        names,
        route=bool(_ROUTE.search(ahead)),
        origin=bool(_ORIGIN.search(ahead)),
        excluded=excluded,
        official=excluded
        or bool(titled)
        or bool(official and re.fullmatch(r"\s*(?:the\s+)?", ahead[official.end() :])),
    )


def _world(line: Line) -> Iterator[Names]:
    text = line.clause.text
    folded = text.lower()
    if "world" not in folded and "global" not in folded:
        return
    names = [match.span() for match in cue("not_world").finditer(text)]
    bodies = [one for one in line.clause.mentions if one.kind == "organisation"]
    for match in cue("world").finditer(text):
        start = line.clause.start + match.start()
        named = any(left <= match.start() < right for left, right in names)
        if start >= line.body and not named and not any(b.start <= start < b.end for b in bodies):
            yield Names(start, start + len(match.group()), (WORLD,), world=True)
