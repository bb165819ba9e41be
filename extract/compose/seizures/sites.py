"""Places that the words themselves give away, and the kind of location a line names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.compose.seizures.keys import alternation, keys_of, words_in
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.places import place_names
from extract.knowledge.seizures import locations, seizure_words
from schemas.values import LocationType


@cache
def _heads() -> tuple[tuple[str, LocationType], ...]:
    """Every head of a place with its type, longest first."""
    heads = [(head, row.location_type) for row in locations() for head in row.heads]
    return tuple(sorted(heads, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _head_pattern() -> re.Pattern[str]:
    heads = alternation(head for head, _ in _heads())
    return re.compile(rf"\b({heads})s?\b", re.IGNORECASE)


@cache
def _head_keys() -> frozenset[str]:
    return keys_of((head for head, _ in _heads()), "s")


@cache
def _head_types() -> dict[str, LocationType]:
    return {head.lower(): kind for head, kind in reversed(_heads())}


def head_type(text: str) -> LocationType | None:
    """The type of location a place's own name tells: its last head word counts."""
    found = list(_head_pattern().finditer(text))
    return _head_types()[found[-1].group(1).lower()] if found else None


def _named_heads() -> list[str]:
    return [head for row in locations() if row.named for head in row.heads]


@cache
def _site_keys() -> frozenset[str]:
    return keys_of(_named_heads()) | keys_of(_OF_HEADS.split("|"))


@cache
def _site_pattern() -> re.Pattern[str]:
    name = r"[\"“«'‘]?[A-ZÀ-Þ][\w’'-]+[\"”»'’]?"
    return re.compile(
        rf"(?P<name>{name}(?:[ -](?:(?:de|del|la|al|el|of)[ -])?{name}){{0,3}})"
        r"(?:['’]s?)? "
        rf"(?:(?:international|customs|sea|dry|air|road|land|cargo|main|river|central|new) ){{0,2}}"
        rf"(?P<head>(?i:{alternation(_named_heads())}))\b(?! (?i:{_NOT_SITES}))"
    )


_NOT_SITES = (
    "control|liaison|authorit|communication|unit|officer|project|programme|staff|security|police"
)
_OF_HEADS = "port|seaport|harbour|airport|port city|checkpoint"
_OF_SITE = re.compile(
    rf"\b(?i:{_OF_HEADS}) of "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
)
_OPENERS = re.compile(r"^(?:The|At|In|On|From|Near|This|An?|During|Officers|Police|Customs)\s")


# Words before "of", "to" and "around" that make what is behind them a place.
_BESIDE = re.compile(
    r"\b(?:close to|around|(?:outskirts|(?:north|south)?(?:east|west)|north|south|village|town"
    r"|island|district|coast|suburb|hamlet|settlement|port|neighbourhood|quarter|bay|shores|waters"
    r"|vicinity) of)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    # A boundary in front would have every letter tried; looking back from the word does not.
    r"(?:[Aa]t(?<!\w[Aa]t)|[Nn]ear(?<!\w[Nn]ear)|[Oo]ff(?<!\w[Oo]ff)|[Oo]utside(?<!\w[Oo]utside)"
    r"|[Ii]n(?<!\w[Ii]n)|[Oo]n(?<!\w[Oo]n)(?= the island of)"
    r"|(?P<link>of(?<!\wof)|to(?<!\wto)|[Aa]round)) "
    r"(?:the )?(?:island of |village of |town of )?(?:the )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+"
    r"(?:(?: (?:de|del|da|do|la|el|al|of))? ?(?:(?<= )|(?<=-))[A-ZÀ-Þ][\w’'-]+){0,2})"
)
_LONGEST_BESIDE = 20
_LABEL = re.compile(
    r"(?:[-–—•*]\s)?(?P<name>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,3})"
    r"(?P<country>,\s[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3})?:\s"
)


def read_label(line: Line) -> Candidate | None:
    """The place that a line opens with, as of a list by place: "NUWEIBA, Egypt: …"."""
    match = None if line.heading else _LABEL.match(line.text)
    if match is None or not (match["country"] or match["name"].isupper()):
        return None
    start, end = line.start + match.start("name"), line.start + match.end("name")
    inside = [one for one in line.of("country", "place") if one.start < line.start + match.end()]
    countries = {one.fields.get("country") or one.fields.get("iso3") for one in inside} - {None}
    if len(countries) != 1 or line.of("organisation", "person")[:1] == inside[:1]:
        return None
    fields = {"name": match["name"], "place_type": "city", "country": countries.pop()}
    return Candidate("place", start, end, "rule:seizure.label", fields)


def find_sites(line: Line) -> Iterator[Candidate]:
    """Named sites that the words themselves give away: "Mombasa port", "at Point Lisas"."""
    known = [(one.start, one.end) for one in line.of("place")]
    taken = [(one.start, one.end) for one in line.mentions]
    for match in _NAMED.finditer(line.text):
        if match["link"] and not _BESIDE.search(
            line.text, max(0, match.end("link") - _LONGEST_BESIDE), match.end("link")
        ):
            continue
        start, end = line.start + match.start("name"), line.start + match.end("name")
        is_action = not words_in(match["name"]).isdisjoint(seizure_words()["actions"])
        if not is_action and not any(first < end and start < last for first, last in taken):
            yield Candidate(
                "place",
                start,
                end,
                "rule:seizure.named",
                {"name": match.group("name"), "place_type": "other"},
            )
    for pattern in (_site_pattern(), _OF_SITE) if line.holds(_site_keys()) else ():
        for match in pattern.finditer(line.text):
            start, end = line.start + match.start(), line.start + match.end()
            if opener := _OPENERS.match(match.group()):
                start += opener.end()
            if (
                "head" in pattern.groupindex
                and not line.between(start, line.start + match.start("head")).strip()
            ):
                continue
            if any(first <= start and end <= last for first, last in known):
                continue
            inside = [one for one in line.of("place", "country") if start <= one.start < end]
            countries = {one.fields.get("country") or one.fields.get("iso3") for one in inside} - {
                None
            }
            country = countries.pop() if len(countries) == 1 else None
            yield Candidate(
                "place", start, end, "rule:seizure.site",
                {"name": line.between(start, end), "place_type": "other", "country": country},
            )  # fmt: skip


@cache
def _weak() -> re.Pattern[str]:
    names = sorted(
        (form for form, name in place_names().items() if name.weak and len(name.countries) == 1),
        key=lambda form: (-len(form), form),
    )
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, names))})(?![\w’'-])(?! [A-ZÀ-Þ])")


@cache
def _weak_keys() -> frozenset[str]:
    return keys_of(form for form, name in place_names().items() if name.weak)


def find_weak(line: Line) -> Iterator[Candidate]:
    """Cities whose name is also a word or a person's: only a word of the route makes them one."""
    if not line.holds(_weak_keys()):
        return
    taken = [(one.start, one.end) for one in line.mentions]
    for match in _weak().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if not any(first < end and start < last for first, last in taken):
            country = place_names()[match.group()].countries[0]
            fields = {"name": match.group(), "place_type": "city", "country": country, "weak": True}
            yield Candidate("place", start, end, "rule:seizure.weak", fields)


def location_type_in(line: Line) -> tuple[LocationType, int, int] | None:
    """The kind of location that a bare noun of the line says."""
    if not line.holds(_head_keys()):
        return None
    bodies = [(one.start, one.end) for one in line.of("organisation", "person")]
    for match in _head_pattern().finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if any(first < end and start < last for first, last in bodies):
            continue
        lead = line.between(max(line.start, start - 30), start)
        if any(mark.start <= start < mark.end for mark in line.triggers):
            continue
        if _AT.search(lead):
            return _head_types()[match.group(1).lower()], start, end
    return None


_AT = re.compile(
    r"\b(?:at|in|on|inside|outside|near|off|from|of|entered)\s+(?:(?:the|a|an|his|her|their|its|one)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}$|\bs?earch(?:ed|ing)?\s+(?:of\s+)?(?:the|a)\s+$"
)
