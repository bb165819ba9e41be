"""An event as a record, and whether it is one at all."""

from __future__ import annotations

import re
from typing import Any

from extract.compose.activities.cueing import cue, says
from extract.compose.activities.events import GATHERINGS, Event
from extract.compose.activities.naming import name_span
from extract.compose.activities.origins import region_members, stated_count
from extract.compose.activities.people import distinct
from extract.compose.activities.sighting import Sighting
from extract.compose.clauses import Clause
from extract.compose.names import Name
from extract.find.passage import Candidate, SlotSpan

NOUN_ENOUGH = 3
RICH = 5
_PARTLY = re.compile(r"\b(?:including|among|such as|notably)\b", re.IGNORECASE)


def is_concrete(event: Event) -> bool:
    """Whether enough is said of the event for it to be one, and not talk of such events."""
    if event.type is None:
        return False
    if event.parallel and event.held:
        return True
    nouns = [one for one in event.sightings if one.noun is not None]
    score = _score(event)
    several = all(one.many for one in nouns)
    if several and event.sightings[0].noun is None:
        return _verb_is_enough(event, score)
    if several:
        return event.held and score >= NOUN_ENOUGH + 1 and event.date is not None
    return score >= NOUN_ENOUGH


def _score(event: Event) -> int:
    """How much is said of it."""
    score = 2 * (event.date is not None) + 2 * (event.participants is not None)
    if event.spot is not None:
        score += 2 if event.spot.city is not None else 1
    score += event.held + bool(event.parties.organisers) + (len(event.countries) > 1)
    score += event.in_heading + (len(event.sightings) > 1)
    return score


def _verb_is_enough(event: Event, score: int) -> bool:
    if event.sightings[0].pattern in {"publish", "announce", "dated"}:
        return True
    if event.sightings[0].pattern == "operation":
        return event.date is not None
    if event.type in GATHERINGS:
        online = any(says(one.clause, "virtual") for one in event.sightings)
        return event.date is not None and (event.spot is not None or online)
    return score >= 2 or (event.in_heading and event.type == "launch")


def is_rich(event: Event) -> bool:
    """Whether the sentences around say so much of what a noun names that it must be one."""
    nouns = [one for one in event.sightings if one.noun is not None and not one.general]
    if event.type is None or not event.sightings:
        return False
    if not nouns:
        taught = event.sightings[0].pattern in {"learn", "again"} and event.participants is not None
        return _score(event) >= (RICH - 1 if taught else RICH) and event.date is not None
    return any(not one.many for one in nouns) and _score(event) >= RICH


def record_of(event: Event, article: int) -> Candidate:
    """The event as a candidate, every slot with its evidence."""
    main = _main(event)
    evidence = [SlotSpan("activity_type", main.start, main.end)]
    evidence += [
        SlotSpan("restatement", one.start, one.end) for one in event.sightings if one is not main
    ]
    fields: dict[str, Any] = {
        "activity_type": event.type,
        "realis": "planned" if event.planned else "actual",
    }
    _put_name(main, fields, evidence)
    _put_when_and_where(event, fields, evidence)
    warnings = _put_people(event, fields, evidence)
    _put_parties(event, fields, evidence)
    mode = _mode(event)
    if mode is not None:
        fields["mode"] = mode
    pattern = main.pattern if main.noun in {None, "one"} else f"noun.{event.type}"
    return Candidate(
        kind="activity",
        start=main.clause.start,
        end=main.clause.end,
        rule=f"rule:activity.{pattern}",
        fields=fields,
        support=3 if main.noun is not None else 2,
        evidence=tuple(dict.fromkeys(evidence)),
        warnings=tuple(warnings),
        article=article,
    )


def _main(event: Event) -> Sighting:
    """The sighting that stands for the event: the first in the text proper that names its type."""
    body = [one for one in event.sightings if not one.clause.heading] or event.sightings
    named = [one for one in body if one.noun is not None and one.type == event.type]
    return (named or body)[0]


def _put_name(main: Sighting, fields: dict[str, Any], evidence: list[SlotSpan]) -> None:
    span = name_span(main)
    if span is not None:
        fields["name"] = main.clause.between(*span)
        evidence.append(SlotSpan("name", *span))


def _put_when_and_where(event: Event, fields: dict[str, Any], evidence: list[SlotSpan]) -> None:
    if event.date is not None:
        fields["date"] = {key: event.date.fields.get(key) for key in ("edtf", "earliest", "latest")}
        evidence.append(SlotSpan("date", event.date.start, event.date.end))
    spot = event.spot
    if spot is None:
        return
    if spot.city is not None:
        fields["city"] = _surface(event, spot.city)
        evidence.append(SlotSpan("city", spot.city.start, spot.city.end))
    if spot.country is not None and spot.country_span is not None:
        fields["country"] = spot.country
        evidence.append(SlotSpan("country", *spot.country_span))


def _surface(event: Event, city: Candidate) -> str:
    if city.fields.get("capital"):
        return str(city.fields["name"])
    for clause in event.clauses:
        text = clause.between(city.start, city.end)
        if text and clause.start <= city.start and not text.isupper():
            return text
    return str(city.fields["name"])


def _put_people(event: Event, fields: dict[str, Any], evidence: list[SlotSpan]) -> list[str]:
    warnings: list[str] = []
    count = event.participants
    if count is not None:
        fields["participants"] = count.fields["value"]
        fields["participants_comparator"] = count.fields.get("comparator", "=")
        evidence.append(SlotSpan("participants", count.start, count.end))
    countries = list(distinct(event.countries))
    evidence += [SlotSpan("participating_countries", one.start, one.end) for one in event.countries]
    for body in event.bodies:
        if body.country is not None and body.country not in countries:
            countries.append(body.country)
            evidence.append(SlotSpan("participating_countries", body.start, body.end))
    stated = [number for clause in event.clauses if (number := stated_count(clause))]
    partly = any(_PARTLY.search(clause.text) for clause in event.clauses)
    if len(countries) > 1 and stated and not partly and len(countries) != stated[0]:
        warnings.append("count_disagrees")
    if not countries:
        countries = _of_region(event.clauses, evidence)
    if countries:
        fields["participating_countries"] = tuple(countries)
    return warnings


def _of_region(clauses: list[Clause], evidence: list[SlotSpan]) -> list[str]:
    for clause in clauses:
        members = region_members(clause)
        if members:
            evidence.append(SlotSpan("participating_countries", clause.start, clause.end))
            return list(members)
    return []


def _put_parties(event: Event, fields: dict[str, Any], evidence: list[SlotSpan]) -> None:
    for slot, names in (
        ("organisers", event.parties.organisers),
        ("partners", event.parties.partners),
    ):
        named: dict[str, Name] = {}
        for name in names:
            named.setdefault(name.text, name)
        if named:
            fields[slot] = tuple(named)
            evidence += [SlotSpan(slot, name.start, name.end) for name in named.values()]


def _mode(event: Event) -> str | None:
    texts = [one.clause for one in event.sightings]
    if any(cue("hybrid").search(clause.text) for clause in texts):
        return "hybrid"
    for one in event.sightings:
        around = one.clause.between(one.start - 40, one.end + 40)
        if cue("virtual").search(around):
            return "virtual"
    return None
