"""Sightings that tell of one event, put together: the rules of identity and of conflict.

A definite noun ("the workshop") goes back to the last event it can mean; a further one ("a second
workshop"), or one on another day or in another town, is another event; a verb beside a noun adds
nothing to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.compose.activities.cueing import cue
from extract.compose.activities.datelines import Dateline
from extract.compose.activities.parties import Parties
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.where import Spot
from extract.compose.clauses import Clause
from extract.compose.names import Name
from extract.find.passage import Candidate
from schemas.values import ActivityType

GATHERINGS = frozenset({"training", "workshop", "conference", "meeting"})
CEREMONIES = frozenset({"launch", "other"})
MEMORY = 40  # events back that a word can mean
PART_REACH = 5  # clauses between an event and the word for its opening or end
ASSEMBLY_REACH = 2  # clauses between people who come together and the noun for it
PRONOUN_REACH = 2  # clauses between a pronoun and the event it means


@dataclass(slots=True)
class Event:
    """An event as its sightings tell it."""

    sightings: list[Sighting]
    type: ActivityType | None
    typed_by_noun: bool
    date: Candidate | None = None
    spot: Spot | None = None
    participants: Candidate | None = None
    countries: list[Candidate] = field(default_factory=list)
    bodies: list[Name] = field(default_factory=list)
    parties: Parties = field(default_factory=Parties)
    held: bool = False
    planned: bool = False
    first: int = 0
    last: int = 0
    parallel: bool = False  # it goes on beside another, whose day and town are not its own
    label: Dateline | None = None  # the town and day its entry of a list begins with

    @property
    def in_heading(self) -> bool:
        """Whether a headline names it."""
        return any(one.clause.heading for one in self.sightings)

    @property
    def first_body(self) -> int:
        """The first clause under the headline that tells of it."""
        body = [one.clause.index for one in self.sightings if not one.clause.heading]
        return body[0] if body else self.first

    @property
    def clauses(self) -> list[Clause]:
        """The clauses that tell of it, each once."""
        return list({one.clause.index: one.clause for one in self.sightings}.values())


def add_sighting(events: list[Event], told: Event) -> None:
    """File what a sighting tells: with the event it means, or as an event of its own."""
    sighting = told.sightings[0]
    same = _meant(events, told, sighting)
    if same is None:
        definite = sighting.general and sighting.reference == "definite"
        if definite and told.date and told.spot and told.participants:
            told.type = _type_of_general(told)  # "The two-day event brought together 60 judges …"
        if not sighting.general or told.type is not None:
            events.append(told)
        return
    _merge(same, told)


def _meant(events: Sequence[Event], told: Event, sighting: Sighting) -> Event | None:
    """The last event that the sighting can mean."""
    if told.parallel:
        return None
    if sighting.pattern == "pronoun":
        return _meant_by_pronoun(events, told, sighting)
    for event in reversed(events[-MEMORY:]):
        possible = _same_kind(event, told, sighting) and not conflict(event, told)
        if possible and _means(event, told, sighting):
            return event
    return None


def _meant_by_pronoun(events: Sequence[Event], told: Event, sighting: Sighting) -> Event | None:
    """The event of the sentence before; what is put off takes the day it is put off to."""
    near = [one for one in events if 0 <= sighting.clause.index - one.last <= PRONOUN_REACH]
    if not near:
        return None
    event = near[-1]
    if cue("put_off").search(sighting.clause.text) is not None:
        event.date = told.date or event.date
    return None if conflict(event, told) else event


def _means(event: Event, told: Event, sighting: Sighting) -> bool:
    if _attends_it(event, sighting):
        return True
    if sighting.noun is not None and sighting.reference == "definite":
        assembled = event.sightings[0].pattern == "assembly" and event.type is None
        return not assembled or sighting.clause.index - event.last <= ASSEMBLY_REACH
    if sighting.clause is event.sightings[-1].clause and sighting.noun is None:
        return True
    if _is_series(event) and not sighting.many:
        return False
    if sighting.reference == "other":
        return _agrees(event, told, both=True)
    plain = told.date is None and told.spot is None and not sighting.many
    if event.type == told.type and plain:
        return True
    if all(one.clause.heading for one in event.sightings):
        return True
    alike = event.type == told.type or sighting.noun is None
    return alike and _agrees(event, told, both=False)


def _attends_it(event: Event, sighting: Sighting) -> bool:
    """ "Twenty officers will attend": the event just told, as the clause names no other."""
    near = 0 < sighting.clause.index - event.last <= PRONOUN_REACH
    named = event.typed_by_noun and event.type in GATHERINGS
    return near and named and sighting.pattern == "gather" and not _is_series(event)


def _is_series(event: Event) -> bool:
    """Whether several events were told of in one ("three workshops")."""
    nouns = [one for one in event.sightings if one.noun is not None and not one.clause.heading]
    return bool(nouns) and all(one.many for one in nouns)


def _same_kind(event: Event, told: Event, sighting: Sighting) -> bool:
    if _is_series(event) and not sighting.many and event.type != told.type:
        return False  # "The Committee met" is none of "61 courses"
    if sighting.general or event.type == told.type:
        return True
    if _is_part(event, sighting):
        return True
    if event.type in CEREMONIES and told.type in CEREMONIES:
        return sighting.noun is not None
    if sighting.noun is not None and sighting.reference == "definite" and not event.typed_by_noun:
        return event.type in GATHERINGS or event.type in {None, "visit"}
    return event.type in GATHERINGS and told.type in GATHERINGS


def _is_part(event: Event, sighting: Sighting) -> bool:
    """ "The opening ceremony was chaired by the Director": of the workshop just told."""
    if sighting.reference != "definite" or event.type not in GATHERINGS:
        return False
    noun = sighting.noun or ""
    near = sighting.clause.index - event.last <= PART_REACH
    return near and noun.startswith(("opening", "closing", "inaugural")) and event.typed_by_noun


def conflict(event: Event, told: Event) -> bool:
    """Whether two tellings differ on the day or the town."""
    if event.date is not None and told.date is not None and not _overlap(event.date, told.date):
        return True
    one, other = _city(event), _city(told)
    return one is not None and other is not None and one != other


def _city(event: Event) -> str | None:
    city = event.spot.city if event.spot is not None else None
    return str(city.fields["name"]).casefold() if city is not None else None


def _overlap(one: Candidate, other: Candidate) -> bool:
    first, last = one.fields.get("earliest"), one.fields.get("latest")
    start, end = other.fields.get("earliest"), other.fields.get("latest")
    if first is None or last is None or start is None or end is None:
        return str(one.fields["edtf"])[4:] == str(other.fields["edtf"])[4:]
    return bool(first <= end and start <= last)


def _agrees(event: Event, told: Event, both: bool) -> bool:
    """Whether two tellings share the day or the town (or both)."""
    day = event.date is not None and told.date is not None
    town = _city(event) is not None and _city(event) == _city(told)
    count = (
        event.participants is not None
        and told.participants is not None
        and event.participants.fields["value"] == told.participants.fields["value"]
    )
    return day and town if both else day or town or count


def add_people(event: Event, countries: Sequence[Candidate], bodies: Sequence[Name]) -> None:
    """Add who takes part; what is known already adds nothing."""
    codes = {country.fields["iso3"] for country in event.countries}
    event.countries += [one for one in countries if one.fields["iso3"] not in codes]
    known = {body.text for body in event.bodies}
    event.bodies += [one for one in bodies if one.text not in known]


def _merge(event: Event, told: Event) -> None:
    if len(event.sightings) < MEMORY:
        event.sightings += told.sightings
    gathers = event.type in GATHERINGS or event.type in {None, "visit"}
    if gathers and told.typed_by_noun and told.type is not None and _says_more(event, told):
        event.type, event.typed_by_noun = told.type, True
    if event.date is None or (told.date is not None and _finer(told.date, event.date)):
        event.date = told.date or event.date
    if event.spot is None or (event.spot.city is None and told.spot and told.spot.city):
        event.spot = told.spot or event.spot
    event.participants = event.participants or told.participants
    add_people(event, told.countries, told.bodies)
    if not event.parties.organisers:
        event.parties = Parties(
            told.parties.organisers, event.parties.partners or told.parties.partners
        )
    elif not event.parties.partners:
        event.parties = Parties(event.parties.organisers, told.parties.partners)
    if event.type is None and told.sightings[0].general:
        event.type = _type_of_general(event)
    event.held = event.held or told.held
    event.planned = event.planned and (told.planned or event.in_heading)
    event.last = told.last


def _type_of_general(event: Event) -> ActivityType:
    teaching = any(cue("teaching").search(one.clause.text) for one in event.sightings)
    return "training" if teaching else "meeting"


def _says_more(event: Event, told: Event) -> bool:
    """Whether the noun is the first for the event, or a conference was but called a meeting."""
    if told.type in CEREMONIES:
        return False
    return not event.typed_by_noun or (event.type == "meeting" and told.type == "conference")


def _finer(one: Candidate, other: Candidate) -> bool:
    order = {"interval": 0, "day": 0, "month": 1, "season": 2, "quarter": 2}
    fine, coarse = one.fields["precision"], other.fields["precision"]
    if (fine, coarse) == ("interval", "day"):  # all the days of what "ended today"
        return True
    return order.get(fine, 3) < order.get(coarse, 3)
