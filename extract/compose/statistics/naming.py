"""Areas as a line names them: lists of countries and regions, and words for the world."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extract.compose.statistics.dating import cue
from extract.compose.statistics.page import Line
from extract.find.passage import Candidate

WORLD = "world"
_MOST = 60  # areas read of a line
_LIST_GAP = 20
_LIST = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+as well as|,?\s+or|\s*&|/)\s*(?:(?:in|the|The|of|with)\s+){0,3}$"
)
_INSIDE = re.compile(r",?\s+(?:the\s+)?$")
_ROUTE = re.compile(
    r"\b(?:to|into|towards|via|through|against|like|than|unlike|with"
    r"|(?<!figure )(?<!figures )(?<!number )(?<!total )(?<!rate )(?<!that )(?<!those )(?<!, )for)"
    r"\s+(?:the\s+)?$"
)
_TRANSIT = re.compile(r"\b(?:via|through)\s+(?:the\s+)?$")
_COMPASS = re.compile(r"\b(?:Central|(?:North|South|East|West)(?:ern)?)\s$")
_ORIGIN = re.compile(r"\b[Ff]rom\s+(?:the\s+)?$")
_REGION_ADJECTIVE = re.compile(
    r"\b(?:(?:North|South|East|West|Central|Southern|Northern|Eastern|Western|Latin|South-East|Southeast)\s)?"
    r"(?:Asian|African|American|European)(?=\s+(?:countries|states|States|nations|republics|police|prisons"
    r"|courts|markets?|farmers|women|men|adults|users)\b)"
)
_NAMED_AREAS = ("route", "Crescent", "western Balkans")
_CONTINENTAL = ("Asian", "African", "American", "European")
_TITLE = re.compile(
    r"\s+(?:[A-Z]\w+\s+){0,2}(?:[Ss]urvey|[Rr]eport|[Aa]ssessment|[Pp]rogramme|[Pp]roject|[Ss]trategy|[Bb]order)\b"
)
_ALONE = re.compile(
    r"s?(?:\s*[,.;:)(]|$|\s+\d|\s+(?:with|and|or|were|was|are|is|had|have|has|who|whose|whom|in|from|to|at|by|for"
    r"|as|made|came|numbered|among|on|account)\b)"
)
_SAYS = re.compile(r",?\s+(?:said|says|told|announced|reckons|estimates)\b")
_GIVES = re.compile(
    r"(?:,[^,.;]{1,60},)?\s+(?:which\s+|that\s+|jointly\s+|also\s+)?(?:(?:has|have|had|will|is|are)\s+)?(?:also\s+)?"
    r"(?:financ|fund(?:s|ed|ing)?\b|sponsor|donat|contribut|pa(?:y|ys|id|ying)\s+for|set\s+aside|pledg|bears?\s|bore\s"
    r"|f[ou]ot(?:s|ed)?\s+the|put\s+up|provided\s+(?:the\s+)?(?:funds|funding|money)|underwr)"
)
_OPENS = re.compile(r"(?:In|Across|Throughout|Over|All over)\s+(?:the\s+)?(?:whole\s+of\s+)?")
_VERB = re.compile(r"\s(?!and\b|or\b|as\b)[a-z]")
_SELF = re.compile(r"\b(?:countries|states|parts) of (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Areas named in one list.

    ``route``: where something goes, and ``transit``: on its way; ``origin``: where it comes from,
    or who does (``people``);
    ``official``: a government or part of a title.
    """

    start: int
    end: int
    areas: tuple[str, ...]
    each: tuple[tuple[int, int, str], ...] = ()
    world: bool = False
    route: bool = False
    origin: bool = False
    people: bool = False
    transit: bool = False
    official: bool = False
    excluded: bool = False


def read_names(line: Line) -> list[Names]:
    """The lists of areas a line names behind its dateline, in reading order."""
    text = line.clause.text
    if not line.of("country", "place") and not _holds(text, _NAMED_AREAS + _CONTINENTAL):
        return list(_world(line))
    groups: list[list[tuple[int, int, str]]] = []
    ends: list[int] = []
    for one in islice(_areas(line), _MOST):
        start, end, area = one
        group = groups[-1] if groups else None
        near = group is not None and start - ends[-1] < 2 * _LIST_GAP
        gap = line.between(ends[-1], start) if near else ""
        if group is None or not gap:
            groups.append([one])
            ends.append(end)
        elif _is_listed(line, group, one, gap):
            group.append(one)
            ends[-1] = end
        elif _is_inside(group, area, gap):
            ends[-1] = end
        else:
            groups.append([one])
            ends.append(end)
    lists = [_judged(line, group, end) for group, end in zip(groups, ends, strict=True)]
    world = list(_world(line))
    return sorted([*lists, *world], key=lambda names: names.start) if world else lists


def _is_listed(
    line: Line, group: Sequence[tuple[int, int, str]], one: tuple[int, int, str], gap: str
) -> bool:
    """Whether the name goes on with a list; not so in "In East Africa, Kenya made 41 seizures"."""
    if len(gap) >= _LIST_GAP or not _LIST.fullmatch(gap):
        return False
    opens = len(group) == 1 and len(group[0][2]) != 3 and gap.strip() == ","
    if not opens or not _OPENS.fullmatch(line.between(line.body, group[0][0])):
        return True
    return _VERB.match(line.between(one[1], one[1] + 12)) is None


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _is_inside(group: Sequence[tuple[int, int, str]], area: str, gap: str) -> bool:
    """Whether the name says where the last one lies: "Lima, Peru", "countries of the region"."""
    areas = {one[2] for one in group}
    if area == group[-1][2] and _INSIDE.fullmatch(gap):
        return True
    return len(areas) > 1 and _SELF.search(gap) is not None


def _areas(line: Line) -> Iterator[tuple[int, int, str]]:
    """Countries, regions and the countries of places, those inside other names left out."""
    named = line.of("country", "place")
    text = line.clause.text
    adjectives = [
        (line.clause.start + match.start(), -line.clause.start - match.end(), _noun(match.group()))
        for match in (_REGION_ADJECTIVE.finditer(text) if _holds(text, _CONTINENTAL) else ())
    ]
    on_route = _holds(text, _NAMED_AREAS)
    if not named and not adjectives and not on_route:
        return
    bodies = [one for one in line.clause.mentions if one.kind in {"organisation", "person"}]
    free_from = 0
    found = [(one.start, -one.end, _area(one, line)) for one in named] + adjectives
    if on_route:
        found += [
            (line.clause.start + match.start(), -line.clause.start - match.end(), match.group())
            for match in cue("route_area").finditer(line.clause.text)
        ]
    if any(one.fields.get("place_type") == "region" for one in named):
        found += [
            (line.clause.start + match.start(), -line.clause.start - match.end(), match.group())
            for match in cue("joint_region").finditer(line.clause.text)
        ]
    for start, back, area in sorted(one for one in found if one[0] >= line.body):
        inside = any(body.start <= start and -back <= body.end for body in bodies)
        if area and start >= free_from and not inside:
            free_from = -back
            yield start, -back, area


def _noun(adjective: str) -> str:
    """ "Central Asian" -> "Central Asia", "European" -> "Europe"."""
    return adjective[: -2 if adjective.endswith("European") else -1]


def _area(mention: Candidate, line: Line) -> str:
    """A country's code, or a region's name, in the letter case of the text."""
    if mention.kind == "country":
        return str(mention.fields["iso3"])
    if mention.fields["place_type"] == "region":
        name, said = str(mention.fields["name"]), line.between(mention.start, mention.end)
        part = _COMPASS.search(line.between(mention.start - 10, mention.start))
        said = part.group() + said if part else said  # "the Central Mediterranean"
        return name if said.isupper() else " ".join(said.split())
    return mention.fields.get("country") or ""


def _judged(line: Line, group: Sequence[tuple[int, int, str]], end: int) -> Names:
    start = group[0][0]
    ahead = line.between(max(line.body, start - 40), start)
    behind = line.between(end, end + 40)
    excluded = _ends_with("except", ahead)
    people = _is_people(line, start, end, behind)
    return Names(
        start,
        end,
        tuple(dict.fromkeys(area for _, _, area in group)),
        tuple(group),
        route=_ROUTE.search(ahead) is not None and not behind.startswith(", where "),
        origin=_ORIGIN.search(ahead) is not None or people or _is_of_goods(line, start),
        transit=_TRANSIT.search(ahead) is not None,
        people=people,
        excluded=excluded,
        official=excluded
        or _SAYS.match(behind) is not None
        or _GIVES.match(behind) is not None
        or _TITLE.match(behind) is not None
        or _ends_with("our_government", ahead),
    )


def _is_people(line: Line, start: int, end: int, behind: str) -> bool:
    """ "of whom the Chinese numbered 4,860": people of a country, wherever they are."""
    said = next((one for one in line.of("country") if one.start == start), None)
    if said is None or said.end != end or "demonym" not in said.rule:
        return False
    return _ALONE.match(behind) is not None


def _is_of_goods(line: Line, start: int) -> bool:
    """ "Afghan opiates worth a billion": where goods come from, wherever they are."""
    if "trafficked" not in line.clause.words and "smuggled" not in line.clause.words:
        return False
    said = next((one for one in line.of("country") if one.start == start), None)
    if said is None or "demonym" not in said.rule:
        return False
    end = said.end + 1
    return any(one.start == end for one in line.of("substance"))


def _ends_with(name: str, ahead: str) -> bool:
    match = cue(name).search(ahead)
    return match is not None and ahead[match.end() :].strip() in {"", "the"}


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


def framed(line: Line, names: Sequence[Names]) -> Names | None:
    """The region a sentence opens with where the rest names bodies by their towns only:
    "Across West Africa, the units of Cotonou, Dakar and Lomé reported 29 seizures"."""
    first, rest = (names[0], names[1:]) if len(names) > 1 else (None, ())
    if first is None or len(first.areas) != 1 or len(first.areas[0]) == 3:
        return None
    if not _OPENS.fullmatch(line.between(line.body, first.start)):
        return None
    if not line.between(first.end, first.end + 1).startswith(","):
        return None
    countries = {one.start for one in line.of("country")}
    towns = all(
        len(one.each) > 1 and countries.isdisjoint(at for at, _, _ in one.each) for one in rest
    )
    return first if towns else None
