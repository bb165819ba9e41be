"""What the sentences around an event add to it: day, town and countries told elsewhere.

A narrative names the place in one sentence, the people in the next and the event in a third. The
clauses from the event before to the event behind are its territory; what it lacks is taken from
there, the nearest clause first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.compose.activities.cueing import any_of, cue, is_crime, is_off, says, words_of
from extract.compose.activities.datelines import Dateline
from extract.compose.activities.events import GATHERINGS, Event, add_people
from extract.compose.activities.people import country_lists, is_counted
from extract.compose.activities.subjects import is_in_several
from extract.compose.activities.when import LONGEST, own_dates
from extract.compose.activities.where import SEAT_OF_BODY, Spot, town_of_site, with_country
from extract.compose.clauses import Clause
from extract.find.passage import Candidate
from extract.knowledge.activities import capital_of

BEFORE = 3  # clauses in front of the first word for an event that can belong to it
CLOSE = 3  # clauses a town, a number or a list of countries can be away
BEHIND = 4  # clauses behind the last
NEAR = 6  # clauses a day or a list of countries can be away from the word for the event
SHORT = 16  # clauses; a text of one event and no more than these is all its territory
_ORIGIN = re.compile(
    r"\b(?:from|via|of|for|towards|born in|based in|office in|ambassador to"
    r"|not in|than in|and)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and)\s*")  # "from Herat, Balkh and Kabul"
_SPEAKS = re.compile(
    r"\s+(?:has|had|have|will|said|is|was|gave|gives|paid|pays)\b"
    r"|\s+(?:Convention|Declaration|Protocol|Agreement|Process|Group)"
)
_CAPITAL = re.compile(r"\s+capital\b(?!\s+(?:flight|market|punish|crime))", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:since|every|each year|yearly|annually|until now|so far|more than \d+ years|in all of)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\s*,?\s*(?:(?:have|has|had|will|all|jointly|also|both)\s+){0,2}"
    r"(?:fund|financ|pay|paid|gave|give|contribut|pledg|donat|support|sponsor|cover|provid|back)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|hopes? to|plans? to|intends? to|aims? to"
    r"|(?:is|are)\s+(?:now\s+|also\s+|all\s+)?(?:to|due|set to|expected|planned|scheduled)"
    r"|expected to|planned for|scheduled for|due (?:in|on|by))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:it|they|this|these|both|participants|trainees)\b", re.IGNORECASE)
_HAVE = re.compile(
    r"\s*,?\s+(?:(?:have|has|had)\s+(?:no|yet|their|its|a|an|the|so far|never|not|\d)"
    r"|report(?:ed|s)?|record(?:ed|s)?|saw|account(?:ed|s)?|remain(?:ed|s)?)\b",
    re.IGNORECASE,
)


def complete_by_scenery(
    events: Sequence[Event], clauses: Sequence[Clause], dateline: Dateline | None
) -> None:
    """Add to every event what the clauses of its territory say."""
    told = [clause for clause in clauses if not _is_apart(clause)] if events else []
    known = [event for event in events if _says_anything(event)]
    for event in events:
        if event.parallel:
            continue
        rivals = [one for one in known if one is not event]
        near = _territory(event, len(events) == 1, rivals, clauses, told)
        head = dateline.end if dateline is not None else 0
        if event.date is None or event.date.fields["precision"] in {"year", "month", "season"}:
            event.date = _date_in(event, near, head) or event.date
        if is_in_several(event):
            continue
        if event.spot is None or event.spot.city is None:
            event.spot = _there(event, clauses) or event.spot
        if event.spot is None or event.spot.city is None:
            event.spot = _spot_in(event, near, _home(event, dateline)) or event.spot
        if event.type in GATHERINGS and len(event.countries) < 2:
            add_people(event, _countries_in(event, near), ())


def _territory(
    event: Event,
    alone: bool,
    rivals: Sequence[Event],
    clauses: Sequence[Clause],
    told: Sequence[Clause],
) -> list[Clause]:
    """The clauses about the event alone: its own first, then the nearest."""
    own = {one.clause.index for one in event.sightings}
    others = {one.clause.index for other in rivals for one in other.sightings}
    first, last = event.first_body, max(event.last, event.first_body)
    if alone and len(clauses) <= SHORT:
        low, high = 0, len(clauses)
    else:
        low, high = max(0, first - BEFORE), min(len(clauses), last + BEHIND)
        low = max([low, *(k + 1 for k in others if k < first)])
        high = min([high, *(k for k in others if k > last)])
    reach = [
        one
        for one in told
        if low <= one.index < high and (one.index not in others or one.index in own)
    ]
    reach.sort(
        key=lambda one: (one.index not in own, one.heading, abs(one.index - first), one.index)
    )
    return reach


def _says_anything(event: Event) -> bool:
    """Whether more is known of it than its name: "UNODC fitted out two workshops" is no event."""
    return any((event.date, event.spot, event.countries, event.held))


def _is_apart(clause: Clause) -> bool:
    """Whether the clause tells of a crime, of what did not happen, or of things in general."""
    return is_crime(clause, clause.start) or is_off(clause)


def _date_in(event: Event, near: Sequence[Clause], head: int) -> Candidate | None:
    """The nearest day; a month only where no day is told."""
    months: list[Candidate] = []
    for clause in near:
        if clause.heading or _GENERAL.search(clause.text):
            continue
        for found in own_dates(clause):
            if found.start < head or _is_long(found) or _distance(event, clause) > NEAR:
                continue
            if event.date is not None and not _within(event.date, found):
                continue
            if _is_later(event, clause, found):
                continue
            if found.fields["precision"] in {"day", "interval"}:
                return found
            months.append(found)
    return months[0] if months else None


def _is_later(event: Event, clause: Clause, found: Candidate) -> bool:
    """Whether the day is that of a plan of others, told beside what has taken place."""
    if event.planned or clause in event.clauses or _GOES_ON.match(clause.text):
        return False
    return _AHEAD.search(clause.between(clause.start, found.start)) is not None


def _is_long(found: Candidate) -> bool:
    """Whether a stretch is no event's but a period's."""
    first, last = found.fields.get("earliest"), found.fields.get("latest")
    return first is not None and last is not None and (last - first).days > LONGEST


def _distance(event: Event, clause: Clause) -> int:
    """How many clauses lie between the words for the event and the clause."""
    return min((abs(one.clause.index - clause.index) for one in event.sightings), default=0)


def _within(coarse: Candidate, fine: Candidate) -> bool:
    first, last = coarse.fields.get("earliest"), coarse.fields.get("latest")
    start, end = fine.fields.get("earliest"), fine.fields.get("latest")
    if first is None or last is None or start is None or end is None:
        return str(fine.fields["edtf"])[5:7] == str(coarse.fields["edtf"])[5:7]
    return bool(first <= start and end <= last)


def _home(event: Event, dateline: Dateline | None) -> Spot | None:
    """The town of the dateline, where an event without a town of its own is."""
    if dateline is None or dateline.agency or event.planned or event.type == "visit":
        return None
    if all(one.many for one in event.sightings):
        return None
    spot, own = dateline.spot, event.spot
    other = spot is not None and own is not None and own.country not in {None, spot.country}
    return None if other else spot


_THERE = re.compile(
    r"(?<!from )\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|can|may|would|to)\b)"
)


def _there(event: Event, clauses: Sequence[Clause]) -> Spot | None:
    """The town of the sentence before, where the event is said to be "there"."""
    for clause in event.clauses:
        if "there" not in clause.words or not _THERE.search(clause.text):
            continue
        for before in reversed(clauses[max(0, clause.index - 2) : clause.index]):
            spots = list(_any_town(before))
            if spots:
                return _only(spots)[0] if _only(spots) else None
    return None


def _spot_in(event: Event, near: Sequence[Clause], home: Spot | None) -> Spot | None:
    country = event.spot.country if event.spot is not None else None
    if event.spot is not None and _is_listed(event):
        return None
    if any(says(one.clause, "virtual") for one in event.sightings):
        return None
    own = _only([spot for clause in event.clauses for spot in _any_town(clause)])
    if own and event.spot is None and not event.in_heading:
        return own[0]
    if home is not None:
        return home
    for spot in _only([spot for clause in near for spot in _any_town(clause)]):
        if country is None or spot.country in {country, None}:
            return spot
    return None


def _is_listed(event: Event) -> bool:
    """Whether the event's own words name several towns: it is held in each."""
    own = [spot for clause in event.clauses for spot in _any_town(clause)]
    return len(own) > 1 and not _only(own)


def _only(spots: Sequence[Spot]) -> Sequence[Spot]:
    """The one town all of them are; none where several are named."""
    names = {str(spot.city.fields["name"]).casefold() for spot in spots if spot.city is not None}
    return spots[:1] if len(names) == 1 else ()


def _any_town(clause: Clause) -> Iterator[Spot]:
    """Towns named in any way but as where somebody is from; "the Omani capital"."""
    bodies = clause.of("organisation", "person")
    origin = -1  # where the town that people come from, last told of, ends
    for site in clause.of("place"):
        place = site if site.fields["place_type"] == "city" else town_of_site(clause, site)
        listed = origin >= 0 and _LISTED.fullmatch(clause.between(origin, site.start))
        if place is None or listed or _ORIGIN.search(clause.before(site.start, 24)):
            origin = site.end
            continue
        if SEAT_OF_BODY.search(clause.before(place.start)):
            continue
        name, after = str(place.fields["name"]), clause.after(place.end, 20)
        if name in words_of("seat") or _SPEAKS.match(after):
            continue
        if not any(one.start <= place.start and place.end <= one.end for one in bodies):
            yield with_country(clause, place)
    for country in clause.of("country"):
        capital = capital_of().get(str(country.fields["iso3"]))
        link = _CAPITAL.match(clause.text, country.end - clause.start)
        if country.fields["form"] == "demonym" and link is not None and capital is not None:
            end = clause.start + link.end()
            fields = {
                "name": capital,
                "place_type": "city",
                "country": country.fields["iso3"],
                "capital": True,
            }
            town = replace(country, kind="place", end=end, fields=fields)
            yield Spot(town, str(country.fields["iso3"]), (country.start, country.end))


_IN = re.compile(r"\bin\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _not_there() -> re.Pattern[str]:
    words = any_of(words_of("absent") | words_of("teacher") | words_of("crime"))
    return re.compile(
        rf"(?<![\w-])(?:{words}|between|border|borders|prisons|invited but|interviews?|route|routes"
        r"|funds|law|laws|cases|contribution|not|nor|neither|trafficked"
        r"|produced|exported|money)(?![\w-])[^;]{0,50}$",
        re.IGNORECASE,
    )


def _countries_in(event: Event, near: Sequence[Clause]) -> list[Candidate]:
    """The countries told of in a list of three or more, or as the origin of the people counted."""
    found: list[Candidate] = []
    for clause in near:
        if (
            _distance(event, clause) > CLOSE
            or clause.heading
            or cue("money_talk").search(clause.text)
            or (clause not in event.clauses and says(clause, "goods"))
        ):
            continue
        for run in country_lists(clause):
            named = [one for one in run.countries if one.fields["form"] != "demonym"]
            elsewhere = clause not in event.clauses and _IN.search(run.before)
            if len(named) > 2 and not (
                elsewhere
                or _not_there().search(run.before)
                or _PAY.match(run.after)
                or _HAVE.match(run.after)
            ):
                found += named
            else:
                found += [one for one in run.countries if is_counted(clause, one)]
        if found:
            break
    return found
