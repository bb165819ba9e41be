"""Candidates of kind place: cities, regions, border crossings, ports and the like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extract.find.countries.cues import is_person_title
from extract.find.countries.finder import find_countries
from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.places.patterns import Site, find_sites
from extract.find.words import Phrase, PhraseIndex
from extract.knowledge.places import PlaceName, not_names, place_names

_NEAR = 40
_LINK = re.compile(r"\s*(?:,\s*(?:in\s+)?|\s(?:in|of)\s+|\(\s*)(?:the\s+)?")
_IN = re.compile(r"\s(?:in|at|near)\s")
_LOCATIVE = re.compile(r"\b(?:in|at|from|to|near|via|through|of|and)\s+$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)[\s.-]*$")
_NEXT_WORD = re.compile(r"\s(\w+)")
_NAME_GOES_ON = re.compile(r"\s(?:de|del|da|do|dos)\s(?:(?:la|las|los)\s)?[A-Z]")


@cache
def place_index() -> PhraseIndex[PlaceName]:
    """Every known place, as written; weak and ambiguous names included."""
    return PhraseIndex(place_names().items())


class _Countries:
    """The countries a passage names, and where."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self._text = text
        self.named = {candidate.fields["iso3"] for candidate in candidates}
        self._candidates = candidates
        self.ending = {c.end: str(c.fields["iso3"]) for c in candidates}
        self._starting: dict[int, str] = {
            c.start: c.fields["iso3"] for c in candidates if c.fields["form"] != "demonym"
        }

    def spans(self, known: Sequence[Phrase[PlaceName]]) -> dict[tuple[int, int], Candidate]:
        """The countries by span, but for those a known place begins with ("Thai Nguyen")."""
        starts = {phrase.start for phrase in known}
        return {(c.start, c.end): c for c in self._candidates if c.start not in starts}

    def after(self, end: int) -> str | None:
        """The country that follows: "Osh, Kyrgyzstan", "Osh (Kyrgyzstan)", "Osh in …"."""
        link = _LINK.match(self._text, end)
        return self._starting.get(link.end()) if link else None


def find_places(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Every known place, and every name that a word beside it calls a place."""
    known = [
        phrase
        for phrase in place_index().find(passage.words)
        if not _reads_otherwise(passage.text, phrase)
    ]
    countries = _Countries(passage.text, find_countries(passage, context))
    found = [_known_place(passage, phrase, countries) for phrase in known]
    spans = {(phrase.start, phrase.end) for phrase in known}
    found += [
        _site(passage.text, site, known, countries)
        for site in find_sites(passage, countries.spans(known))
        if (site.start, site.end) not in spans
    ]
    return [candidate for candidate in found if candidate is not None]


def _reads_otherwise(text: str, phrase: Phrase[PlaceName]) -> bool:
    """Whether a city's name is the name of a text, a person or part of another name."""
    if phrase.values[0].place_type == "region":
        return False
    before = text[max(0, phrase.start - _NEAR) : phrase.start]
    after = _NEXT_WORD.match(text, phrase.end)
    last = _LAST_WORD.search(before)
    return (
        (after is not None and after.group(1) in not_names("followed_by"))
        or (last is not None and last.group(1) in not_names("prefix"))
        or _NAME_GOES_ON.match(text, phrase.end) is not None
        or is_person_title(before)
    )


def _known_place(
    passage: Passage, phrase: Phrase[PlaceName], countries: _Countries
) -> Candidate | None:
    name = phrase.values[0]
    stated = countries.after(phrase.end)
    country = _country(name, stated, countries)
    if name.weak:
        before = passage.text[max(0, phrase.start - _NEAR) : phrase.start]
        beside = stated is not None and (stated in name.countries or not name.countries)
        named = country in countries.named and _LOCATIVE.search(before) is not None
        if not (beside or named):
            return None
    detail = "city" if name.place_type == "city" else "place"
    return Candidate(
        kind="place",
        start=phrase.start,
        end=phrase.end,
        rule=f"lexicon:places.{detail}" + (".supported" if name.weak else ""),
        fields={"name": name.name, "place_type": name.place_type, "country": country},
        support=2 if name.weak else 3,
    )


def _country(name: PlaceName, stated: str | None, countries: _Countries) -> str | None:
    """The country of a known place: its only one, the one stated, or the only one named."""
    if len(name.countries) == 1:
        return name.countries[0]
    if stated is not None and (stated in name.countries or not name.countries):
        return stated if name.place_type != "region" else None
    named = [country for country in name.countries if country in countries.named]
    return named[0] if len(named) == 1 else None


def _site(
    text: str, site: Site, known: Sequence[Phrase[PlaceName]], countries: _Countries
) -> Candidate | None:
    """A place called one by the word beside its name, in the country the text says."""
    inside = [
        phrase.values[0]
        for phrase in _standing(known, site.name_start, site.name_end)
        if phrase.end - phrase.start == site.name_end - site.name_start or not phrase.values[0].weak
    ]
    is_region = any(name.place_type == "region" for name in inside)
    if not (site.is_name or is_region):
        return None
    country = (
        countries.after(site.end)
        or site.country
        or countries.ending.get(site.owner_end)
        or (_country(inside[0], None, countries) if inside else _city_after(text, site, known))
    )
    return Candidate(
        kind="place",
        start=site.start,
        end=site.end,
        rule=f"rule:place.{site.place_type}_{site.side}",
        fields={
            "name": site.name,
            "place_type": "region" if is_region else site.place_type,
            "country": None if is_region else country,
        },
    )


def _city_after(text: str, site: Site, known: Sequence[Phrase[PlaceName]]) -> str | None:
    """The country of the city a place is said to be in: "Luzira Prison in Kampala"."""
    link = _IN.match(text, site.end)
    if link is None:
        return None
    cities = _standing(known, link.end(), link.end() + _NEAR)
    if cities and cities[0].start == link.end() and len(cities[0].values[0].countries) == 1:
        return cities[0].values[0].countries[0]
    return None


def _standing(known: Sequence[Phrase[PlaceName]], start: int, end: int) -> list[Phrase[PlaceName]]:
    """The known places between ``start`` and ``end``."""
    first = bisect_left(known, start, key=lambda phrase: phrase.start)
    return [phrase for phrase in known[first : first + _NEAR] if phrase.end <= end]
