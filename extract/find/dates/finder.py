"""Candidates of kind date."""

from __future__ import annotations

from extract.find.dates.edtf import Part, bounds, is_valid, precision, write_edtf
from extract.find.dates.join import join_points
from extract.find.dates.point import Point
from extract.find.dates.qualify import open_ended, qualify
from extract.find.dates.relative import find_relative
from extract.find.dates.scan import scan_points
from extract.find.dates.years import YearFinder, with_year
from extract.find.passage import Candidate, DocumentContext, Passage
from schemas.values import DatePrecision, DateResolution


def find_dates(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind date in one passage, in reading order."""
    text, time = passage.text, context.calendar
    points = [qualify(text, point) for point in scan_points(text, day_first=time.day_first)]
    points = [open_ended(text, point) for point in join_points(text, points)]
    years = YearFinder(passage, time, points)
    found = [_candidate(point, years) for point in points]
    found += [
        _record(relative.point, relative.point.low, None, relative.resolution)
        for relative in find_relative(passage, time, points)
    ]
    return sorted((each for each in found if each is not None), key=lambda each: each.start)


def _candidate(point: Point, years: YearFinder) -> Candidate | None:
    if point.low.year is not None:
        return _record(point, point.low, point.high, "explicit")
    settled = years.settle(point)
    if settled is None:
        return _record(point, point.low, point.high, "unresolved")
    low, high = with_year(point, settled.year)
    return _record(point, low, high, settled.resolution)


def _record(
    point: Point, low: Part, high: Part | None, resolution: DateResolution
) -> Candidate | None:
    """The candidate of a point whose year is settled as far as it can be."""
    edtf = write_edtf(low, high, is_open=point.is_open)
    if not is_valid(edtf):
        return None
    grain: DatePrecision = point.grain or precision(edtf)
    earliest, latest = (None, None) if low.year is None else bounds(edtf)
    inferred = resolution not in {"explicit", "unresolved"}
    return Candidate(
        kind="date",
        start=point.start,
        end=point.end,
        rule=f"rule:date.{point.rule}",
        fields={
            "edtf": edtf,
            "earliest": earliest,
            "latest": latest,
            "precision": grain,
            "resolution": resolution,
        },
        support=2 if inferred else 3,
        warnings=("year_inferred",) if inferred else (),
    )
