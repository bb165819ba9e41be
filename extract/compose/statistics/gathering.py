"""Lines that sum up: over months or years, since a time, by a day, or set beside another time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.statistics.dating import cue, is_across, is_from, is_masthead
from extract.compose.statistics.page import Line

_HAVE = frozenset({"has", "have", "had"})
_SINCE = re.compile(
    r"\b[Ss]ince\b(?!\s+(?:this\s|yesterday|today|last\s+(?:week|night)|\w+day\b|\d{4},\s+when\b))"
)
_RECORD = re.compile(r"\b(?:\w{3,}est|first|most|least|worst|record|only)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\b(?:in|over|during|within|across|throughout)\s+"
    r"(?:(?:the|its|their|these|those|this|that|just|only|barely|under|than|less|more|about|some"
    r"|nearly|almost|all|first|past|last|previous|preceding|same|latest|whole|entire|full|a)\s+){0,4}"
    r"(?:[\w-]{1,12}\s+(?:and\s+a\s+half\s+)?)?(?:years|months|quarters|decades|decade|quarter)\b"
    r"(?!['’]|\s+(?:of\s+(?:age|prison)|in\s+(?:prison|jail|office)|to\s+come|ahead|old))",
    re.IGNORECASE,
)
_VAGUE_SPAN = re.compile(r"\b(?:recent|next|coming|following|early|later)\s+\w+$", re.IGNORECASE)
_HEAD = 3  # lines
_SUMMARY = re.compile(
    r"\b(?:figures|numbers|results|statistics|overview|tally|summary|at a glance)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")
_GOES_ON = re.compile(
    r"(?:They|It|These|Among\s+(?:them|these)|Of\s+(?:these|them|this)|In\s+(?:all|total|addition)|Altogether|Another|Also"
    r"|Taken\s+together|The\s+(?:same\s+)?(?:seizures|units|interceptions|detentions|hauls?|total|officers|agency|arrests))\b"
)
_BY = re.compile(r"\b[Bb]y\s+(?:the\s+)?(?:(?:very\s+)?end\s+of\s+|early\s+|late\s+|mid-)?$")


def gathers(line: Line) -> bool:
    """Whether the line tells what came together over a time, not at one event."""
    words, text = line.clause.words, line.clause.text
    perfect = not _HAVE.isdisjoint(words)
    since = _SINCE.search(text) if perfect and "since" in words else None
    if since is not None and not _RECORD.search(text, 0, since.start()):
        return True
    if cue("sum_span").search(text):
        return True
    span = _SPAN.search(text)
    if span is not None and not _VAGUE_SPAN.search(span.group()):
        return True
    if not perfect or "by" not in words or "will" in words:
        return False
    dates = line.of("date")
    return any(_BY.search(line.between(line.body, one.start)) for one in dates)


def is_summary(lines: Sequence[Line]) -> bool:
    """Whether a headline says that all the article sums up a period: "2016 in figures"."""
    head = next((line for line in lines[:_HEAD] if line.clause.heading), None)
    if head is None or not _SUMMARY.search(head.clause.text) or is_masthead(head):
        return False
    return any(_YEARS.fullmatch(one.fields["edtf"]) for one in head.of("date"))


def goes_on_about(line: Line, before: Line | None) -> bool:
    """Whether the line goes on about what the one before sums up: "They found 16 tonnes"."""
    if before is None or before.paragraph != line.paragraph or not before.timed:
        return False
    return _GOES_ON.match(line.clause.text) is not None and not line.of("date")


def compares(line: Line) -> bool:
    """Whether a figure of the line is set beside one of the same unit and another time."""
    figures = line.figures
    return len(figures) > 1 and any(
        (is_from(one) or is_across(one))
        and any(other is not one and other.unit == one.unit for other in figures)
        for one in figures
    )
