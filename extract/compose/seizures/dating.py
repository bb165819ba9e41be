"""When a seizure happened: the date of its own line, else of the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.compose.seizures.acts import event_dates, is_open
from extract.compose.seizures.days import as_date
from extract.compose.seizures.events import Event
from extract.compose.seizures.page import Line
from extract.compose.seizures.slots import Slots
from extract.compose.seizures.surroundings import Surroundings, is_of_other_act
from extract.find.passage import Candidate


def fill_date(
    slots: Slots, event: Event, around: Surroundings, before: Candidate | None = None
) -> None:
    """The date of an event; a total beside another total is of the same time."""
    for dates in _date_sources(event, around):
        usable = [_closed(around.line_at(date.start), date) for date in dates]
        usable = [date for date in usable if event.aggregate or not is_open(date)]
        usable = _uncompared(event, usable, around)
        if not usable:
            continue
        best = _best(event, usable)
        if event.aggregate:
            line = around.line_at(best.start)
            best = _same_months(line, _with_next_year(line, best), before)
        value = {key: best.fields.get(key) for key in ("edtf", "earliest", "latest")}
        edtf = str(best.fields["edtf"])
        if event.aggregate and around.is_since(best) and "/" not in edtf:
            value |= {"edtf": f"{edtf}/..", "latest": None}
        slots.put("date", value, best.start, best.end)
        if best.fields.get("resolution") not in {"explicit", None}:
            slots.warnings.add("year_inferred")
        return
    if before is None or not (event.aggregate and before.fields.get("aggregate")):
        return
    first, last = event.drafts[0].line, around.line_at(before.start)
    told = _borrowed(event, last)[:1] if 0 < first.index - last.index <= 1 else []
    for date in told if last.paragraph == first.paragraph else []:
        value = {key: date.fields.get(key) for key in ("edtf", "earliest", "latest")}
        slots.put("date", value, date.start, date.end)


_WHEN = re.compile(r",\swhen\s")


def _closed(line: Line, one: Candidate) -> Candidate:
    """ "The largest since 2014, when 2 kg were found": what was found then was found in 2014."""
    edtf = str(one.fields["edtf"])
    if edtf.endswith("/..") and _WHEN.match(line.text, one.end - line.start):
        return as_date(one.start, one.end, edtf.removesuffix("/.."))
    return one


# "against 22 in 2018", "up from 96 kg last year", "as compared with the same months of 2015"
_COMPARED = re.compile(
    r"\b(?:against|versus|than\s(?:in|during|the)|(?:compared|comparison)\s(?:with|to)"
    r"|(?:up|down)\s(?:on|from))\s[^;()]{0,60}$"
)


def _uncompared(event: Event, dates: Sequence[Candidate], around: Surroundings) -> list[Candidate]:
    """Dates without those of what a total is only compared with."""
    found = []
    for date in dates:
        line = around.line_at(date.start)
        ends = [
            end for item in event.items for _, end in item.spans if line.start < end <= date.start
        ]
        lead = line.between(min(ends, default=line.start), date.start)
        lasting = event.aggregate or date.fields.get("precision") == "year"
        if not (lasting and _COMPARED.search(lead)):
            found.append(date)
    return found


def _best(event: Event, dates: Sequence[Candidate]) -> Candidate:
    """Of the dates of one line, the one nearest to what happened, or to the figure of a total."""
    first = event.drafts[0]
    at = first.acts[0].start if first.acts else first.region[0]
    spans = [span for item in event.items[:1] for span in item.spans[:1]]
    if spans and first.region[0] <= spans[0][0] < first.region[1]:
        at = spans[0][0]
    fine = {"day", "month"}

    def rank(date: Candidate) -> tuple[bool, bool, int, int]:
        of_a_kind = date.fields.get("precision") in fine
        later = date.start > at and _NEXT.search(first.line.between(at, date.start)) is not None
        unlike = of_a_kind if event.aggregate else date.fields.get("precision") != "day"
        return unlike, later, abs(date.start - at), date.start

    return min(dates, key=rank)


_SAME_MONTHS = re.compile(
    r"\b(?:same|corresponding|comparable)\s(?:period|months|quarter|half|half-year|stretch|time|span)"
    r"(?:\s(?:of|in))?(?:\sthe)?\s$"
)
_MONTHS = re.compile(r"\d{4}(-\d\d)(?:/\d{4}(-\d\d))?")


def _same_months(line: Line, one: Candidate, before: Candidate | None) -> Candidate:
    """ "In the same months of 2013": those of the total it is compared with."""
    year = str(one.fields["edtf"])
    lead = line.between(max(line.start, one.start - 40), one.start)
    if not year.isdigit() or not _SAME_MONTHS.search(lead):
        return one
    told = [str(date.fields["edtf"]) for date in line.of("date") if date.start < one.start]
    if before is not None and before.fields.get("date"):
        told.insert(0, str(before.fields["date"]["edtf"]))
    months = next(filter(None, map(_MONTHS.fullmatch, reversed(told))), None)
    if months is None:
        return one
    ends = [f"{year}{month}" for month in months.groups() if month]
    return as_date(one.start, one.end, "/".join(ends))


_AND_YEAR = re.compile(r" and (\d{4})\b(?!,\d)")


def _with_next_year(line: Line, one: Candidate) -> Candidate:
    """ "In 2016 and 2017": a total is of both years."""
    year = str(one.fields["edtf"])
    further = _AND_YEAR.match(line.text, one.end - line.start)
    if one.fields.get("precision") != "year" or not further or not year.isdigit():
        return one
    if int(further[1]) != int(year) + 1:
        return one
    return as_date(one.start, line.start + further.end(), f"{year}/{further[1]}")


# Before a date of the next clause, or of a figure that is only compared.
_NEXT = re.compile(
    r"\b(?:against|from|compared|than)\b"
    r"|[;,]\s(?:and\s|while\s)?(?:(?:on|in)\s(?:the\s)?(?:night\sof\s)?)?$"
)


_PERIOD = re.compile(
    r"\b(?:reporting period|period under review|reported period|period covered|review period"
    r"|(?:during|in|over) (?:the|this) period|[Ss]eized (?:in|during|over) the year"
    r"|reporting year|(?:the|this) quarter)\b"
)


def _date_sources(event: Event, around: Surroundings) -> Iterator[list[Candidate]]:
    """Dates by line, the surest line first."""
    first, *others = event.drafts
    last = max(draft.line.index for draft in event.drafts)
    yield first.dates
    leading = [line for line in around.near(event) if line.index < last]
    yield from (_borrowed(event, line) for line in leading)
    for draft in others:
        yield draft.dates
    if any(_tells_time(draft.line) for draft in event.drafts):
        return
    for line in around.near(event):
        yield _borrowed(event, line)
    if _PERIOD.search(first.line.text) or any(_PERIOD.search(one.text) for one in leading):
        yield from (line.of("date") for line in around.context(event) if line.heading)
    if not event.aggregate and not event.is_apart:
        for line in around.context(event):
            if line.has("enforcement") or line.triggers:
                yield _borrowed(event, line)


def _tells_time(line: Line) -> bool:
    """Whether the line tells a time by other words than a date ("last month"), and means it."""
    return any(
        mark.cue == "relative_time" and not _COMPARED.search(line.between(line.start, mark.start))
        for mark in line.cues
    )


def _borrowed(event: Event, line: Line) -> list[Candidate]:
    """Dates of a line beside the event; a total lasts longer than a day or a month."""
    if is_of_other_act(line):
        return []
    unfit = {"season", "day", "month"} if event.aggregate else {"season"}
    if line.index > event.lines[-1].index:
        unfit = unfit | {"year"}  # "the unit, set up in 2018": the year of something else
    return [date for date in event_dates(line) if date.fields.get("precision") not in unfit]
