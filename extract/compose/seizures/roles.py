"""The part a named country or place plays: where it happened, on the route, or only beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extract.compose.seizures.keys import alternation, keys_of, words_in
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.seizures import routes, seizure_words, words_pattern

REACH = 60  # characters before a name read for its part
Role = Literal["at", "origin", "transit", "destination", "border", "nationality", "other"]

# From one name to the next of a list: "A, B and C", "A (B", "A and also in B".
_LIST = re.compile(
    r"\s*\)?\s*(?:,|/|\(|&)?\s*"
    r"(?:(?:and|or|as well as)\s(?:also\s)?(?:(?:in|to|from|for)\s)?)?(?:the\s)?"
)
_TO = re.compile(r"\bto\s+(?:the\s+)?(?:port\s+of\s+)?(?:addresses in\s+)?$")
_THEN_FOR = re.compile(
    r"(?:,\s[A-ZÀ-Þ][\w’'-]+)?,?\s(?:for|into|towards?)\s(?:the\s)?(?:port\sof\s)?"
)
_TO_NAME = re.compile(r"\b(?:to|for|with|by|against)\s+(?:the\s+)?$")
_FROM = re.compile(
    r"\bfrom\s+(?:the\s+)?(?:neighbou?ring\s+"
    r"|(?:[A-Z]\w+\s)?(?:port|city|coast|shores?|waters|province|region|district|town|island)\s+of\s+)?"
    r"(?:[A-ZÀ-Þ][\w’-]+(?:\s(?:del|de|la|el|al|[A-ZÀ-Þ][\w’-]+)){0,3}(?:,|\sin)\s)?$"
)
_FROM_LATER = re.compile(r"^\s+from\s")
_BORDER = r"\b(?:between|border with|borders with|bordering)\s(?:the\s)?$"
# "Mumbai, India, as the place of departure", "Durban was given as the final destination"
_TOLD_AFTER = re.compile(
    r"(?:,\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)?,?\s(?:was|is|being|as|were|are)\s"
    r"(?:(?:given|named|stated|listed|shown|declared|entered)\sas\s)?"
    r"(?:(?:the|its|their|his|her|final|intended|declared|stated|country|place|port|point|airport|of)\s){0,4}"
    r"(?:(?P<origin>origin|departure|loading|lading|shipment|embarkation|dispatch|despatch)"
    r"|destination|delivery|discharge|unloading|arrival)\b"
)
_OF_ANOTHER = re.compile(
    r"(?:[-‑]based\b|\s(?:[a-z-]+\s)?(?:ring|gang|gangs|cartel|network|syndicate|mafia|clan|trader|firm"
    r"|company|bank|supplier|dealer|broker|exporter|importer|office|newspaper|daily|conference"
    r"|university|hospital|workshop|seminar|meeting)\b)"
)
_THROUGH = re.compile(r"\b(?:through|across|via|by way of)\s(?:the\s)?(?:port\sof\s)?$")
_JOURNEYS = "journey|trip|voyage|travels|flight|passage|tour"
_SET_OUT = (
    r"\b(?:began|begun|begins|started|starting|beginning)\s(?:its|his|her|their|the)\s(?:\w+\s)?"
    rf"(?:{_JOURNEYS})\s(?:\w+\s){{0,3}}?(?:in|at)\s$"
)
# "22 tons of shrimp for Valencia", "vinegar for a cannery in Mary"
_GOODS_FOR = re.compile(
    r"\b(?:tons?|tonnes?|sacks?|bags|boxes|drums|crates|reefer|bales|barrels|cartons|kilos|kg|litres"
    r"|load|packets|parcels?|pieces)\b[^.;:,]{0,40}\sfor\s(?:an?\s[\w’'-]+(?:\s[\w’'-]+)?\sin\s)?(?:the\s)?$"
)
_ORIGIN = re.compile(r"\sorigin\b")
_MARKET = re.compile(r"\s(?:\w+\s)?(?:market|markets|buyers|customers|consumers|streets|dealers)\b")
_BOUND = re.compile(r"[-‐‑ ]bound\b")
_CARRIED_AFTER = re.compile(
    r"(?:[-–]\s?[A-ZÀ-Þ][\w’-]+)?\s(?:ferry|flight|train|bus|express|plane|coach)\b"
)
# What may stand between a word of the route and the name: "bound for ports in the".
_BETWEEN = (
    r"(?:\s+(?:the|a|[\w-]+\s+(?:coast|port|province|region|city|island)\s+of|ports?\s+of|ports?\s+in"
    r"|city\s+of|(?:an?\s|the\s|his\s|her\s)?(?!(?:was|were|is|are)\b)"
    r"[\w’-]+(?:\s(?!\w+ed\b)[\w’-]+)?\s(?:in|near)|markets?\s+in|addresses\s+in|buyers\s+in|(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+,)){0,3}\s*$"
)


def role_of(line: Line, mention: Candidate, before: tuple[Candidate, Role] | None) -> Role:
    """The part a mention plays in its line; ``before`` is the name before it, with its part."""
    lead = line.between(max(line.start, mention.start - REACH), mention.start)
    after = line.between(mention.end, mention.end + 40)
    if mention.kind == "country" and mention.fields.get("form") == "demonym":
        return "destination" if _BOUND.match(after) else _of_demonym(lead, after)
    if before is not None:
        listed = _of_neighbour(line, mention, *before)
        if listed is not None:
            return listed
    is_city = mention.kind == "place"
    return (
        _of_what_follows(after)
        or _of_works(lead)
        or _of_lead(lead)
        or _of_bare_preposition(lead, after, is_city=is_city)
    )


# "dismantled a laboratory in Bamako": it was seized there; "powder from a laboratory in Bamako"
_WORKS = re.compile(
    r"(?:(?P<source>\bfrom\s(?:an?|the)\s)(?:[\w-]+\s){0,3}?)?\b(?:laborator(?:y|ies)|labs?)\s"
    r"(?:in|at|near|outside)\s(?:the\s)?(?:(?:city|town|village|district|port)\sof\s)?$",
    re.IGNORECASE,
)
_SEIZED = re.compile(r"\b(?:seiz|recover|remov|confiscat|found\b)", re.IGNORECASE)


def _of_works(lead: str) -> Role | None:
    """The part of a town whose drug laboratory is told of, where no word makes it the source."""
    works = _WORKS.search(lead)
    if works is None or _of_lead(lead) not in {None, "other"}:
        return None
    if works["source"] and not _SEIZED.search(lead[: works.start()]):
        return "origin"
    is_raided = words_pattern("drug_works", r"\b(?:{})\b").search(lead[: works.end()])
    return "at" if is_raided or works["source"] else None


def told_role(line: Line, mention: Candidate) -> Role | None:
    """The part that a word of the route right before the name gives it, and nothing less."""
    return _of_lead(line.between(max(line.start, mention.start - REACH), mention.start))


def _of_what_follows(after: str) -> Role | None:
    if _BOUND.match(after):
        return "destination"
    if _CARRIED_AFTER.match(after) or _OF_ANOTHER.match(after):
        return "other"
    told = _TOLD_AFTER.match(after)
    if told is not None:
        return "origin" if told["origin"] else "destination"
    return None


def _of_lead(lead: str) -> Role | None:
    """The part that the nearest word of a route before the name gives it."""
    words = words_in(lead)
    nearest: tuple[int, Role] | None = None
    for role, keys, pattern in _lead_patterns():
        if words.isdisjoint(keys) or (role == "other" and nearest is not None):
            continue
        for match in pattern.finditer(lead):  # one at most: it reaches to the end of the lead
            if nearest is None or match.start() > nearest[0]:
                nearest = match.start(), role
    return nearest[1] if nearest else None


_FROM_SIDE = re.compile(r"\bfrom\s(?:the|its)\s(?:\w+\s)?$")
_SIDE = re.compile(
    r"\s(?:bank|side|shore|coast|territory|soil|border|province|city|town|port|village)\b"
)


def _of_demonym(lead: str, after: str) -> Role:
    if _FROM_SIDE.search(lead) and _SIDE.match(after):
        return "origin"
    if _ORIGIN.match(after) and not words_pattern("people", r"\b(?:{})\sof\s$").search(lead):
        return "origin"
    if _MARKET.match(after):
        return "destination"
    if words_pattern("people", r"(?:\s\w+)?\s(?:{})\b").match(after):
        return "nationality"
    if words_pattern("route_goods", r"\s(?:{})\b").match(after):
        return "origin"
    return (
        "at" if words_pattern("territory", r"(?:\s[\w-]+)?[\s-](?:{})\b").match(after) else "other"
    )


def _of_neighbour(line: Line, mention: Candidate, before: Candidate, role: Role) -> Role | None:
    """The part of the name before, in a list or "Vilnius in Lithuania"; "from A to B"."""
    gap = line.between(before.end, mention.start)
    if gap == ", " and mention.fields.get("iso3") == "CHN" and _iso3(before) in _OF_CHINA:
        return "other"  # "Hong Kong, China"
    if gap.strip() and _LIST.fullmatch(gap):
        return role
    inside = before.kind == "place" and mention.kind == "country"
    if inside and gap.strip() in {"in", "in the", "of", "of the"}:
        return role
    if role == "border" and gap == " to ":
        return role
    onward = role == "origin" and (_TO.search(gap) or _THEN_FOR.fullmatch(gap))
    return "destination" if onward else None


_OF_CHINA = frozenset({"HKG", "MAC", "TWN"})


def _iso3(mention: Candidate) -> str | None:
    found: str | None = mention.fields.get("iso3") or mention.fields.get("country")
    return found


# "a passenger from Lima" came from there; "a passenger from Peru" may be a Peruvian.
_TRAVELLER = re.compile(r"\b(?:passengers?|travell?ers?|couriers?|yachts?|stowaways?)\s+$")


# "on the road from Herat to Kandahar": where, and no route of the goods.
_ROAD = re.compile(
    r"\b(?:on|along|off|beside)\s(?:the|a)\s(?:[\w-]+\s)?(?:road|highway|motorway|track|trail|railway|line|stretch)"
    r"(?:\s(?:leading|running|going))?\sfrom\s(?:the\s)?$"
)


def _of_bare_preposition(lead: str, after: str, *, is_city: bool) -> Role:
    if is_city and _ROAD.search(lead):
        return "border"
    bare = _FROM.search(lead)
    if bare is not None:
        people = words_pattern("people", r"\b(?:{})\s+$").search(lead[: bare.start()])
        travels = is_city and _TRAVELLER.search(lead[: bare.start()])
        return "nationality" if people and not travels else "origin"
    if _THROUGH.search(lead) and not words_in(lead).isdisjoint(seizure_words()["moved"]):
        return "transit"
    if _GOODS_FOR.search(lead):
        return "destination"
    if _TO_NAME.search(lead):
        return "destination" if _FROM_LATER.search(after) else "other"
    return "at"


@cache
def _lead_patterns() -> tuple[tuple[Role, frozenset[str], re.Pattern[str]], ...]:
    """What the words before a name make of it, with the words it needs one of; the first counts."""
    borders = keys_of(("between", "border", "borders", "bordering"))
    told: list[tuple[Role, frozenset[str], re.Pattern[str]]] = [
        _listed("nationality", "national_of", r"\b(?:{})\s(?:of|in)\s(?:the\s)?$"),
        ("border", borders, re.compile(_BORDER, re.IGNORECASE)),
    ]
    for row in routes():
        pattern = re.compile(rf"\b(?:{alternation(row.words)}){_BETWEEN}", re.IGNORECASE)
        told.append((row.role, keys_of(row.words), pattern))
    leave = r"\b(?:{})\b[^.;:]{0,50}\b(?:for|to)\s(?:the\s)?$"
    start = (
        r"\b(?:{})\s(?:(?!(?:and|when|by)\b)[a-zà-þ’'-]+\s){0,4}?(?:in|at)\s(?:the\s)?"
        r"(?:port\sof\s)?$"
    )
    return (
        *told,
        _listed("destination", "leave_for", leave),
        _listed("origin", "starts", start),
        ("origin", keys_of(_JOURNEYS.split("|")), re.compile(_SET_OUT, re.IGNORECASE)),
        _listed("other", "seat_of", r"\b(?:{})\s(?:in|at|of)\s(?:the\s)?$"),
    )


def _listed(role: Role, name: str, frame: str) -> tuple[Role, frozenset[str], re.Pattern[str]]:
    return role, keys_of(seizure_words()[name]), words_pattern(name, frame)
