"""The load that covered the goods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.compose.seizures.keys import keys_of
from extract.compose.seizures.page import Line


@dataclass(frozen=True, slots=True)
class Cover:
    """A load as named, and where the phrase begins that says what it was to the goods."""

    text: str
    start: int
    end: int
    begin: int


_GOODS = r"(?:[A-ZÀ-Þ][a-zà-þ]+ |[\"“«‘'])?(?P<cover>[a-z-]{3,20}(?: [a-z-]{3,20}){0,2})"
_LOADS = "shipment|consignment|load|cargo|container|containers|reefer|reefers|wagonload|lorryload"
_PACKS = "truckload|sacks|bags|boxes|cartons"
_CARRIERS = "truck|lorry|vehicle|van|trailer|car|wagon|ship|vessel|boat"
_LAYERS = "(?:first )?(?:rows?|pallets|load|cargo|shipment|bags|sacks|boxes|layers?)"
_ABOVE = "under|beneath|among|amongst|behind|between|amid"
_SAID = (
    "declared|disguised|passed off|mislabelled|mislabeled|manifested|camouflaged|described|marked"
    "|labelled|labeled|misdeclared|invoiced|billed|consigned"
)


def _opening(words: str) -> str:
    """The words as they may also open a sentence."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split("|"))


_COVERS = (
    re.compile(rf"\b(?:{_SAID}) as {_GOODS}"),
    re.compile(
        rf"\b(?:{_opening(_LOADS)}|{_PACKS})"
        rf" (?:of|with|loaded with|carrying|containing) {_GOODS}"
    ),
    re.compile(
        rf"\b(?:{_CARRIERS})s? "
        rf"(?:of|with|loaded with|transporting|carrying|laden with) {_GOODS}"
    ),
    re.compile(
        rf"\b(?:{_opening(_ABOVE)}) "
        rf"(?:\d+ |the |a (?={_LAYERS} of)|{_LAYERS} of ){{1,4}}{_GOODS}"
    ),
)
_NOT_COVER = re.compile(
    r"\b(?:the|this|its|year|month|week|kind|pillow|cab|wheel|driver|drugs?|supervision|control|name|guise|country|law|project"
    r"|framework|leadership|which|suspects?|those|same|programme|auspices|was|were|are|is|and|or|that)\b"
    r"|\b(?:seat|floor|wall|panel|ceiling|partition|bulkhead|dashboard|bumper|lining|roof|hatch"
    r"|compartment|bed|building)s?\b"
)


@cache
def _cover_keys() -> frozenset[str]:
    """Words one of which every match of the patterns above holds."""
    return keys_of("|".join((_LOADS, _PACKS, _CARRIERS, _ABOVE, _SAID)).split("|"), "s")


def read_cover(line: Line) -> Cover | None:
    """The load that covered the goods; never the goods themselves."""
    if not line.holds(_cover_keys()):
        return None
    seized = [(one.start, one.end) for one in line.of("substance", "quantity", "country")]
    seized += [
        (thing.start, thing.end) for thing in line.goods if thing.category != "non_drug_goods"
    ]
    for pattern in _COVERS:
        for match in pattern.finditer(line.text):
            text = re.split(
                r"\s(?:from|bound|in|on|at|to|for|with|into|near|lay|being|that|exported|arriving|coming|heading|destined|and|or|which|when|by|inside|aboard|behind|under|beneath|below|among|between)\b",
                match.group("cover"),
            )[0]
            start = line.start + match.start("cover")
            end = start + len(text)
            if _NOT_COVER.search(text) or any(
                first < end and start < last for first, last in seized
            ):
                continue
            return Cover(text, start, end, line.start + match.start())
    return None
