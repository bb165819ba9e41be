"""How goods were hidden and carried, and along which route, from the lines about their seizure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.compose.seizures.events import Event
from extract.compose.seizures.geography import Route, Spot, add_route, read_spots
from extract.compose.seizures.hiding import BESIDE, NEAR, OWN, Hiding, read_hidings
from extract.compose.seizures.manner import read_cover
from extract.compose.seizures.page import Line
from extract.compose.seizures.slots import Slots
from extract.compose.seizures.surroundings import Surroundings, share
from extract.compose.seizures.transport import Transport, read_container, read_transport
from extract.find.passage import SlotSpan

A_MONTH = 27  # days from the first of a month to its last, at least


def fill_manner(slots: Slots, event: Event, around: Surroundings) -> None:
    lines = [*event.lines, *around.near(event)]
    lines.sort(key=lambda line: line.heading)
    hidden = None if _is_long(event) else _hiding(event, lines, around)
    if hidden is not None:
        slots.put("concealment", hidden.text, hidden.start, hidden.end)
    for line in lines:
        cover = None if event.aggregate else read_cover(line)
        if cover is not None and not _is_item(cover.text, event):
            slots.put("cover_load", cover.text, cover.start, cover.end)
            slots.put("concealment", line.between(cover.begin, cover.end), cover.begin, cover.end)
    told = (
        event.lines
        if event.aggregate
        else [
            *(one for one in lines if not _found_nothing(one)),
            *(one for one in around.context(event) if one.heading),
        ]
    )
    goods = frozenset(span for item in event.items for span in item.spans)
    site = slots.fields.get("location_type")
    found = read_transport(told, site, goods)
    if not event.aggregate and site not in _DRY and (found is None or _only_met(found, event)):
        boxed = read_container(told, around.story(event), slots.fields.get("country"))
        found = boxed or found
    if found is None and not event.aggregate:
        found = _by_air(slots)
    if found is not None:
        slots.put("transport_mode", found.mode, found.start, found.end)
        slots.put("conveyance", found.thing, found.start, found.end)


def _is_long(event: Event) -> bool:
    """Whether it is the total of a month and more, or of many cases: those were hidden each in
    its own way."""
    dates = [one.fields for draft in event.drafts for one in draft.dates]
    days = [
        (date.fromisoformat(str(one["latest"])) - date.fromisoformat(str(one["earliest"]))).days
        for one in dates
        if one.get("earliest") and one.get("latest")
    ]
    many = any(draft.cases and draft.cases[0] > 1 for draft in event.drafts)
    return event.aggregate and (many or max(days, default=0) >= A_MONTH)


def _is_item(text: str, event: Event) -> bool:
    """Whether the load is the goods themselves: "a cargo of metallic mercury"."""
    names = [item.name.lower() for item in event.items if item.name]
    return any(text.lower() in name or name in text.lower() for name in names)


def _only_met(found: Transport, event: Event) -> bool:
    """Whether a lorry is named beside the story only: "the driver of the truck was arrested"."""
    on_road = found.mode in {"Truck/lorry/van", "Car/motorcycle"}
    return on_road and not any(line.start <= found.start < line.end for line in event.lines)


_AIR_BODY = re.compile(r"\b(?:[Aa]ir(?:port| [Cc]argo)|ACCUs?|JAITFs?|AIRCOP)\b")


def _by_air(slots: Slots) -> Transport | None:
    """What an airport's own body finds, or what is found at an airport, came or went by air."""
    at_airport = slots.fields.get("location_type") == "Airport"
    told = "location_type" if at_airport else "authority"
    if not at_airport and not _AIR_BODY.search(slots.fields.get("authority") or ""):
        return None
    spans = [one for one in slots.evidence if one.slot == told]
    return Transport("Airplane", spans[0].start, spans[0].end) if spans else None


_NOTHING = re.compile(
    r"\b(?:found|find|yielded|produced|revealed|uncovered|held|contained|carried|turned up)\s"
    r"(?:nothing|no\s(?:\w+\s)?(?:drugs?|contraband|weapons?|trace|goods)\b)"
    r"|\b(?:nothing|no\s(?:\w+\s)?(?:drugs?|contraband|weapons?))\s(?:\w+\s)?(?:was|were)\s"
    r"(?:found|seized|discovered|detected)"
    r"|\b(?:was|were)\s(?:found\s)?(?:empty|clean)\b(?=\s?[.;,]|$)",
    re.IGNORECASE,
)


def _found_nothing(line: Line) -> bool:
    """Whether a line beside the seizure tells of a search in vain, and measures no goods."""
    return not line.read.get("items") and _NOTHING.search(line.text) is not None


# Where a container stands that came by road, rail or air.
_DRY = frozenset(
    {"Airport", "Land border", "Railway/bus station", "Post Office", "Road/ Street/highway"}
)


def _hiding(event: Event, lines: Sequence[Line], around: Surroundings) -> Hiding | None:
    """The surest phrase of concealment, of the lines that state the event before all others."""
    goods = [span for item in event.items for span in item.spans]
    stating = {(one.index, one.paragraph) for one in event.lines}
    best: tuple[tuple[int, int], Hiding] | None = None
    for line in lines:
        own = (line.index, line.paragraph) in stating
        beside = any((line.index + step, line.paragraph) in stating for step in (-1, 1))
        mine = share(line, [one is event for one in around.homes.get(line.index, [])])[0]
        for found in read_hidings(line, mine, goods):
            rank = found.rank * 2 + (not own), found.start if own else 0
            if event.aggregate and found.rank > max(BESIDE):
                continue
            fits = found.rank in (OWN if own else BESIDE if beside else NEAR)
            if fits and (best is None or rank < best[0]):
                best = rank, found
    return best[1] if best else None


def fill_route(slots: Slots, event: Event, around: Surroundings) -> None:
    route = Route()
    for draft in event.drafts:
        add_route(route, draft.spots)
    context = [] if event.aggregate else around.context(event)
    for line in (*around.near(event), *context):
        if _may_route(event, line, around):
            _add_missing(route, _share(event, line, around))
    route.origin = route.origin or route.grown
    for slot in ("origin", "transit", "destination"):
        countries: dict[str, tuple[int, int]] = getattr(route, slot)
        if slot != "transit":
            countries = _abroad(countries, slots.fields.get("country"))
        slots.fields[slot] = list(countries)
        slots.evidence += [SlotSpan(slot, start, end) for start, end in countries.values()]
    lines = (*event.lines, *around.near(event))
    if any(
        line.has("perceived", start=max(line.start, start - 60), end=start)
        for line in lines
        for start, _ in route.origin.values()
        if line.start <= start < line.end
    ):
        slots.warnings.add("perceived_origin")


def _may_route(event: Event, line: Line, around: Surroundings) -> bool:
    """Whether a line beside the event may tell its route: no statistic, nor of others only."""
    homes = around.homes.get(line.index, [])
    if homes and not line.heading and not any(one is event for one in homes):
        return False
    return not any(one.fields["dimension"] == "percent" for one in line.of("quantity"))


def _abroad(countries: dict[str, tuple[int, int]], home: str | None) -> dict[str, tuple[int, int]]:
    """Where a route also names another country, a place of the country of seizure is on the way."""
    rest = {country: span for country, span in countries.items() if country != home}
    return rest or countries


def _add_missing(route: Route, spots: Sequence[Spot]) -> None:
    """File route countries only in parts of the route that are still unknown."""
    further = Route()
    add_route(further, spots)
    route.origin = route.origin or further.origin
    route.transit = route.transit or further.transit
    route.destination = route.destination or further.destination
    route.grown = route.grown or further.grown


def _share(event: Event, line: Line, around: Surroundings) -> list[Spot]:
    """The spots of a line; where it tells of two ("the first …, the second …"), the event's own."""
    events = around.homes.get(line.index, [])
    stretches = share(line, [one is event for one in events])
    return [
        spot
        for spot in read_spots(line)
        if any(start <= spot.start < end for start, end in stretches)
    ]
