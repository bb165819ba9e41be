"""Times told by others: "a year earlier", "the same period of 2008", "the first half of the year".

They become dates of their line like those that are written out, counted from the last time stated
before them: in the line, its paragraph, or its article; parts of a year of no number are of the
year the article was written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.compose.statistics.dating import is_base, whole_year
from extract.compose.statistics.page import Line
from extract.compose.statistics.yearless import completed, dated, months_before, of_last
from extract.find.passage import Candidate
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import statistic_words

_PART = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|final)\s+(?:(?P<count>\w{1,8})\s+)?"
    r"(?P<part>quarter|half|months|semester|trimester)\b(?!\s+since)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"\s+of\s+(?:(?P<told>that|the\s+same)|the(?:\s+current)?|this)\s+year\b", re.IGNORECASE
)
_SAME = re.compile(
    r"\b(?:the\s+(?:same|corresponding|equivalent|comparable)|that(?!\s+time\s+last)|those)\s+(?:\w+\s+)?"
    r"(?P<unit>years?|period|months?|quarter|half|span|interval|stretch|season|time)\b",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"(?<!in the )(?<!over the )(?<!during the )(?<!for the )(?<!those )(?<!past )(?<!last )"
    r"\b(?:(?P<count>\w{1,9})\s+(?P<unit>years?|decades?|months)\s+"
    r"(?P<side>earlier|later|before|after|previously|on(?=[\s,.;]))"
    r"|(?:previous|preceding|prior)\s+(?:year|season)|twelvemonth\s+before)\b"
    r"|\bthe\s+(?:previous|preceding|prior)\s+(?:season|one)\b"
    r"|\bthe\s+year\s+(?P<next>before|previous|preceding|after)\b"
    r"|\b(?:the\s+)?(?P<coming>following|next)\s+year\b",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(
    r"\b(?:(?:ever\s+)?since\s+(?:then|that\s+(?:year|time|date))|from\s+then\s+on"
    r"|(?P<far>so\s+far(?!\s+this)|to\s+date|up\s+to\s+now|until\s+now|by\s+now))\b",
    re.IGNORECASE,
)
_SPAN_TO = re.compile(
    r"\bthe\s+(?P<count>\w{1,9})\s+years\s+(?:up\s+to|to|until|through|ending\s+in)\s+$"
)
_AGO = re.compile(
    r"\b(?P<count>\w{1,9})\s+years\s+ago\b|\b(?<!the )[Ll]ast\s+year\b(?!\s+(?:for|of|in)\b)"
)
_SAME_YEARS = re.compile(
    r"\b(?:the\s+same|those|these|the)\s+(?P<count>\w{3,5})\s+years\b(?!\s+(?:ago|earlier|before|later|up|to|after|since))",
    re.IGNORECASE,
)
_BY = re.compile(r"\b[Bb]y\s+(?:the\s+)?(?:end\s+of\s+)?$")
_THAT = re.compile(r"\s+that\b")
_OF = re.compile(r"\s*,?\s+(?:of|in|for)\s+(?:the\s+)?$|\s+$")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d\d")
_TWO_YEARS = re.compile(r"(\d{4})/(\d{4})")
_MONTHS = {"quarter": 3, "trimester": 3, "half": 6, "semester": 6}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_AHEAD = frozenset({"later", "after", "on"})


@cache
def _triggers() -> frozenset[str]:
    """Words one of which stands in every time told by another."""
    return frozenset(statistic_words()["relative_time"])


@dataclass(frozen=True, slots=True)
class Now:
    """When the article was written and the times it stated.

    ``day``, where known; ``year``: of the day, or the latest stated so far; ``known``: the last
    time stated; ``opened``: since when things are told in this paragraph; ``stated``: the last two.
    """

    day: date | None
    year: str
    known: str | None
    opened: str | None
    stated: tuple[str, ...] = ()


def with_relative(line: Line, now: Now) -> list[Candidate]:
    """The dates of a line, those told by others among them."""
    dates = line.of("date")
    if now.day and any(one.fields["edtf"].startswith("XXXX-") for one in dates):
        dates = [completed(line, one, now.day) for one in dates]
    if line.clause.words.isdisjoint(_triggers()):
        return dates
    found = [_of_span(line, of_last(line, one, now.day), now) for one in dates]
    found = sorted([*found, *months_before(line, found)], key=lambda one: one.start)
    for read in (_parts, _same, _ago, _shifts, _since):
        for one in list(read(line, found, now)):
            free = [kept for kept in found if kept.end <= one.start or kept.start >= one.end]
            found = sorted([*free, one], key=lambda kept: kept.start)
    return found


def _ago(line: Line, dates: Sequence[Candidate], now: Now) -> Iterator[Candidate]:
    """ "Three years ago the share was …", "Last year it was …": counted from the article."""
    if not now.year or not (line.clause.words & {"ago", "last"}):
        return
    for match in _AGO.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        count = _number(match["count"]) if match["count"] else 1
        if count and count < 10 and not any(one.start < end and start < one.end for one in dates):
            yield dated(start, end, f"{int(now.year) - count:04d}")


def _of_span(line: Line, said: Candidate, now: Now) -> Candidate:
    """ "the ten years up to 2003"; "(on the road since 2008.) By 30 June it had …"."""
    edtf, ahead = said.fields["edtf"], line.between(max(line.body, said.start - 40), said.start)
    span = _SPAN_TO.search(ahead)
    count = _number(span["count"]) if span else None
    if span is not None and count and _YEAR.fullmatch(edtf):
        start = said.start - len(ahead) + span.start()
        return dated(start, said.end, f"{int(edtf) - count:04d}/{edtf}")
    if (
        now.opened
        and _BY.search(ahead)
        and not line.clause.words.isdisjoint(("had", "has", "have"))
    ):
        edtf = edtf if "-06" in edtf else whole_year(said)  # the middle of a year is no year
        day = edtf.replace("XXXX", now.year) if now.year else edtf
        end = day if day[:4].isdecimal() and "/" not in day and day > now.opened else ".."
        fields = {"edtf": f"{now.opened}/{end}", "precision": "interval"}
        return Candidate("date", said.start, said.end, "rule:date.told_by_another", fields)
    return said


def _parts(line: Line, dates: Sequence[Candidate], now: Now) -> Iterator[Candidate]:
    for match in _PART.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        if any(one.start < end and start < one.end for one in dates):
            continue
        months = _months(match)
        following = next((one for one in dates if one.start >= end), None)
        of = _OF_YEAR.match(line.clause.text, match.end())
        year = None
        if following is not None and _OF.fullmatch(line.between(end, following.start)):
            year, end = following.fields["edtf"], following.end
        elif of is not None and of["told"]:
            year = (_before(line, dates, start) or now.known or "")[:4]
        elif of or match["which"].lower() not in {"last", "final"}:
            year = now.year
        if months and year and re.fullmatch(r"\d{4}", year):
            yield dated(start, end, f"{year}-{months[0]:02d}/{year}-{months[1]:02d}")


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    which, part = match["which"].lower(), match["part"].lower()
    if part == "months":
        count = _number(match["count"])
        if count is None or not 1 < count < 12 or which not in {"first", "last", "final"}:
            return None
        return (1, count) if which == "first" else (13 - count, 12)
    if match["count"]:
        return None
    length = _MONTHS[part]
    place = _ORDINALS.get(which, 12 // length)
    return (length * (place - 1) + 1, length * place) if place * length <= 12 else None


def _same(line: Line, dates: Sequence[Candidate], now: Now) -> Iterator[Candidate]:
    """ "in the same period", "in the same period of 2008", "those years"."""
    for match in _SAME.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        base = _before(line, dates, start) or now.known
        several = _SAME_YEARS.match(line.clause.text, match.start())
        count = _number(several["count"]) if several else None
        if count and base and _YEAR.fullmatch(base) and count < 10:
            yield dated(start, end, _span(base, count, now.stated))
            continue
        if base is None or any(one.start < end and start < one.end for one in dates):
            continue
        following = next((one for one in dates if one.start >= end), None)
        near = following is not None and _OF.fullmatch(line.between(end, following.start))
        if following is not None and near:
            year = following.fields["edtf"]
            if not re.fullmatch(r"\d{4}", year):
                continue
            end, base = following.end, _moved(base, int(year)) or year
        else:
            other = _SHIFT.match(line.clause.text, match.end() + 1) or _SHIFT.match(
                line.clause.text, min(match.end() + 4, len(line.clause.text))
            )
            if other is not None:
                end, base = line.clause.start + other.end(), _shifted(base, other) or ""
        if base and match["unit"].startswith("year") and _MONTH.fullmatch(base):
            yield dated(start, end, base[:4])  # "in October 2015 …, in the course of that year"
        elif base and ("-" in base or end > line.clause.start + match.end()):
            yield dated(start, end, base)


def _span(last: str, count: int, stated: Sequence[str]) -> str:
    """So many years: those between the last two stated, or up to the last."""
    years = sorted(one for one in stated if _YEAR.fullmatch(one))
    if len(years) == 2 and int(years[1]) - int(years[0]) in {count - 1, count}:
        return "/".join(years)
    return f"{int(last) - count + 1:04d}/{last}"


def _moved(edtf: str, year: int) -> str | None:
    """The same months of another year; None: it has no months, or those of two years."""
    years = set(_YEAR.findall(edtf))
    if len(years) != 1 or "-" not in edtf:
        return None
    return _YEAR.sub(f"{year:04d}", edtf)


def _shifts(line: Line, dates: Sequence[Candidate], now: Now) -> Iterator[Candidate]:
    chain: str | None = None
    for match in _SHIFT.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        if any(one.start < end and start < one.end for one in dates):
            continue
        that = _THAT.match(line.clause.text, match.end()) is not None
        stated = _before(line, dates, start, compared=that) or now.known
        edtf = _shifted((chain if that else None) or stated, match)
        if edtf is not None:
            chain = edtf
            yield dated(start, end, edtf)


def _shifted(base: str | None, match: re.Match[str]) -> str | None:
    years = set(_YEAR.findall(base or ""))
    count = _years(match)
    if base is None or count is None or base.startswith("X"):
        return None
    two = _TWO_YEARS.fullmatch(base)
    season = two is not None and int(two[2]) - int(two[1]) == 1
    if two is not None and not (match["side"] or season):
        return None
    if two is not None:
        return f"{int(two[1]) - count:04d}/{int(two[2]) - count:04d}"
    if len(years) != 1:
        return None
    ahead = (match["side"] or match["next"] or match["coming"] or "").lower()
    forward = ahead in _AHEAD or match["coming"] is not None
    year = int(years.pop()) + (count if forward else -count)
    if not 1800 < year < 2200:
        return None
    return (_moved(base, year) if "/" in base and ".." not in base else None) or f"{year:04d}"


def _since(line: Line, dates: Sequence[Candidate], now: Now) -> Iterator[Candidate]:
    """ "Since then 61 containers have been stopped": since the last time stated."""
    for match in _SINCE_THEN.finditer(line.clause.text):
        start, end = (line.clause.start + at for at in match.span())
        known = None if match["far"] else _before(line, dates, start) or now.known
        base = known or now.opened
        if base is not None and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", base):
            fields = {"edtf": f"{base[:7]}/..", "precision": "interval"}
            yield Candidate("date", start, end, "rule:date.told_by_another", fields)


def _years(match: re.Match[str]) -> int | None:
    if not match["unit"]:
        return 1
    count, unit = _number(match["count"]), match["unit"].lower()
    if unit == "months":
        return count // 12 if count and count % 12 == 0 else None
    years = count * 10 if count and unit.startswith("decade") else count
    return years if years and years < 100 else None


def _number(word: str) -> int | None:
    word = word.lower() if word else ""
    if word.isdecimal() and len(word) < 3:
        return int(word)
    row = number_words().get("one" if word in {"a", "the", "some"} else word)
    return int(row.value) if row and row.value < 100 else None


def _before(
    line: Line, dates: Sequence[Candidate], offset: int, *, compared: bool = False
) -> str | None:
    """The last time the line states in front of an offset, what is compared with if asked."""
    for one in reversed(dates):
        edtf = one.fields["edtf"]
        if one.end <= offset and edtf[:1].isdecimal() and (compared or not is_base(one, line)):
            return str(edtf)
    return None
