"""The lines around an event that a careful reader would draw on for its slots."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.compose.seizures.arrests import read_arrested
from extract.compose.seizures.events import Event
from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.seizures import seizure_words

_SINCE = re.compile(r"\b[Ss]ince\b[^.;,]{0,80}$")
FOLLOWING = 7  # lines after the last that states an event
LEADING = 5  # lines before the first
PROSE = 8  # words of a sentence with which an article may have begun
OPENING = 12  # lines that open a section, and as many before an event
# "CHIANG RAI, Thailand - ", "Panama, 6 June 2021. "
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ(][\w’'()-]*|\d{1,4}\)?|of|de|and)"
    r"(?:[ ,/]{1,2}(?:[A-ZÀ-Þ(][\w’'()-]*|\d{1,4}\)?|of|de|do|al|and|the|-|–)){0,9}"
    r"\s?(?:[-–—|:.]{1,3}(?:\s|$)|$)"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines of an article, and which events each of them is about."""

    lines: Sequence[Line]
    homes: dict[int, list[Event]]  # index of a line -> the events it tells of
    about: dict[int, list[Line]]  # id of an event -> lines it does not state but is about
    dateline: tuple[int, int] | None

    @classmethod
    def of(
        cls, lines: Sequence[Line], events: Sequence[Event], dateline: tuple[int, int] | None
    ) -> Surroundings:
        """Settle which events each line is about."""
        homes: dict[int, list[Event]] = {}
        for event in events:
            for index in {draft.line.index for draft in event.drafts}:
                homes.setdefault(index, []).append(event)
        stated = sorted(index for index in homes if not lines[index].heading)
        about: dict[int, list[Line]] = {id(event): [] for event in events}
        for line in lines:
            if line.index in homes or line.heading or line.has("funding"):
                continue
            neighbour = _home(line, lines, stated)
            if neighbour is not None:
                homes[line.index] = homes[neighbour]
                for event in homes[neighbour]:
                    about[id(event)].append(line)
        found = cls(lines, homes, about, dateline)
        found._share_lines(events)
        return found

    def _share_lines(self, events: Sequence[Event]) -> None:
        """Give a line about several events to all of them: "Both loads had been sent from …"."""
        shared: list[Event] = []
        told = {draft.line.index for event in events for draft in event.drafts}
        last: Line | None = None
        for line in self.lines:
            if line.index in told or line.heading:
                shared = []
                continue
            match = _ALL_OF_THEM.search(line.text)
            if match is not None:
                shared = _meant(match.group().lower(), line, events)
            elif last is None or last.paragraph != line.paragraph or not _GOES_ON.match(line.text):
                shared = []
            last = line
            mine = self.homes.setdefault(line.index, []) if shared else []
            for event in shared:
                if not any(one is event for one in mine):
                    self.homes[line.index] = mine = [*mine, event]
                    self.about[id(event)].append(line)

    def near(self, event: Event) -> list[Line]:
        """Lines about the event that do not state it: those of its paragraph first."""
        paragraphs = {draft.line.paragraph for draft in event.drafts}
        about = self.about[id(event)]
        if event.aggregate:
            return [line for line in about if line.paragraph in paragraphs]
        return sorted(about, key=lambda line: (line.paragraph not in paragraphs, line.index))

    def context(self, event: Event) -> list[Line]:
        """What the paragraph said before, headings above, and the lead of the section."""
        first = event.drafts[0].line
        own = {draft.line.index for draft in event.drafts}
        before = [line for line in self._section(first) if line.index not in own]
        same = [line for line in reversed(before) if line.paragraph == first.paragraph]
        headings = [line for line in before if line.heading]
        lead = [line for line in before if not line.heading][:2]
        return [*same, *headings, *lead]

    def line_at(self, offset: int) -> Line:
        """The line in which an offset stands."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda one: one.start) - 1)]

    def story(self, event: Event) -> Sequence[Line]:
        """All lines of the section that tells of the event."""
        section = event.drafts[0].line.section
        start = bisect_left(self.lines, section, key=lambda one: one.section)
        return self.lines[start : bisect_right(self.lines, section, key=lambda one: one.section)]

    def _section(self, line: Line) -> list[Line]:
        """The lines of the section before ``line``: its opening, and those just before."""
        start = bisect_left(self.lines, line.section, key=lambda one: one.section)
        opening = self.lines[start : min(line.index, start + OPENING)]
        return [*opening, *self.lines[max(start + OPENING, line.index - OPENING) : line.index]]

    def dateline_spots(self) -> list[Spot]:
        """The places of the dateline, unless it is where the publisher sits."""
        for line in self.lines:
            if self.dateline and line.start == self.dateline[0]:
                spots = [one for one in read_spots(line) if one.end <= self.dateline[1]]
                if not any(one.place_type for one in spots):
                    spots += _dateline_city(line, spots)
                seats = seizure_words()["seats"]
                return [] if any(one.text.lower() in seats for one in spots) else spots
        return []

    def only_country(self, event: Event) -> Spot | None:
        """The one country an article is about up to an event, if it is about one."""
        last = event.drafts[0].line
        here = [
            spot
            for line in (*self._section(last), last)
            for spot in read_spots(line)
            if spot.country and spot.role == "at" and not self.in_dateline(spot.start)
        ]
        return here[0] if here and len({spot.country for spot in here}) == 1 else None

    def is_since(self, found: Candidate) -> bool:
        """Whether a date opens a time that has not ended ("since it began in May 2013")."""
        line = self.line_at(found.start)
        return _SINCE.search(line.between(line.start, found.start)) is not None

    def in_dateline(self, start: int) -> bool:
        """Whether an offset lies in the dateline."""
        return self.dateline is not None and self.dateline[0] <= start < self.dateline[1]


_HELD = frozenset({"held", "took", "taken", "hold", "carried", "gave", "given"})


def is_of_other_act(line: Line) -> bool:
    """Whether a line beside an event gives the day and town of a meeting, a course or a verdict."""
    if not line.has("gathering"):
        return False
    told = any(
        mark.trigger
        and mark.trigger.side != "noun"
        # "a course was held", "took place", "carried out"
        and line.between(mark.start, mark.end).lower() not in _HELD
        for mark in line.triggers
    )
    return not told and _SEARCHED.search(line.text) is None


_SEARCHED = re.compile(
    r"\b(?:search|inspect|stopp|board|scann|examin|intercept|conceal|arrest|detain|raid|check)ed\b"
    r"|\bhidden\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"^(?:Both|All(?: (?:three|four|five|of them))?|Each(?: of them)?|Neither)\s"
    r"(?!the\b|in\b|this\b|that\b)"
    r"|\b(?:both|all three|all four) (?:the )?(?:finds|loads|consignments|seizures|shipments|cases"
    r"|hauls|parcels|containers|operations|interceptions|lots|boats|lorries|trucks|vessels)\b"
)
_GOES_ON = re.compile(r"(?:It|They|These|The (?:goods|drugs?|consignments?|loads?|parcels))\s")


def _meant(words: str, line: Line, events: Sequence[Event]) -> list[Event]:
    """The events that "both" or "all" speak of: those told before, else those told after."""
    near = [
        event
        for event in events
        if event.drafts[0].line.section == line.section and not event.aggregate
    ]
    before = [one for one in near if 0 < line.index - one.drafts[0].line.index <= FOLLOWING]
    after = [one for one in near if 0 < one.drafts[0].line.index - line.index <= LEADING]
    pair = words.startswith(("both", "neither"))
    told = before if len(before) > 1 else after if len(after) > 1 else []
    return told[-2:] if pair and told is before else told[:2] if pair else told


def _dateline_city(line: Line, spots: Sequence[Spot]) -> list[Spot]:
    """The city a dateline opens with, though no list of places knows it."""
    name = re.match(r"[^,(/–—-]{3,40}(?=,\s)", line.text)
    if name is None or not spots or spots[0].start < line.start + name.end():
        return []
    return [Spot(line.start, line.start + name.end(), name.group(), "at", spots[0].country, "city")]


def _home(line: Line, lines: Sequence[Line], stated: Sequence[int]) -> int | None:
    """The stating line that a line without a statement of its own goes with."""
    place = bisect_left(stated, line.index)
    before = stated[place - 1] if place else None
    after = stated[place] if place < len(stated) else None
    if before is not None and not _reaches(line, lines[before], FOLLOWING):
        before = None
    if after is not None and not _reaches(line, lines[after], LEADING):
        after = None
    if before is None or after is None:
        return before if after is None else after
    if lines[before].paragraph == line.paragraph == lines[after].paragraph:
        between = lines[before + 1 : line.index + 1]
        return after if any(_opens_a_setting(one) for one in between) else before
    if lines[before].paragraph == line.paragraph:
        return before
    another = line.has("separate") and read_arrested(line) is None  # not "a second suspect"
    if lines[after].paragraph == line.paragraph or another:
        return after
    return before


def _opens_a_setting(line: Line) -> bool:
    """Whether the line gives a place or a day of its own, not those of an arrest."""
    if read_arrested(line) is not None:
        return False
    days = [one for one in line.of("date") if one.fields.get("precision") == "day"]
    return (
        bool(days)
        or line.has("separate")
        or any(
            spot.role == "at" and spot.place_type not in {None, "region"}
            for spot in read_spots(line)
        )
    )


def _reaches(line: Line, stating: Line, most: int) -> bool:
    return (
        line.section == stating.section
        and abs(line.index - stating.index) <= most
        and abs(line.paragraph - stating.paragraph) <= 2
    )


def take_dateline(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where the article's dateline stands; its date is of the article, and taken off the line."""
    for line in lines[:4]:
        match = _DATELINE.match(line.text)
        if match is not None and match.end() == len(line.text) and _follows_prose(line, lines):
            return None  # "1 December, Ramtha.": the entry of a list by day
        if match is None or (line.heading and match.end() < len(line.text)):
            continue
        end = line.start + match.end()
        dated = any(one.start < end for one in line.of("date"))
        if match.group().rstrip().endswith(":") and line.triggers and not dated:
            continue  # a list by place: "NUWEIBA, Egypt: 3 kg were found"
        if any(one.start < end for one in line.of("place", "country")) and (
            not line.heading or dated
        ):
            line.read["dateline"] = end
            line.read["written"] = [one for one in line.of("date") if one.start < end]
            line.take(one for one in line.mentions if one.kind != "date" or one.start >= end)
            return line.start, end
    return None


def _follows_prose(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the article has begun before the line."""
    return any(not one.heading and len(one.text.split()) > PROSE for one in lines[: line.index])


_ORDINALS = re.compile(r"\b(?:[Tt]he (first|former|second|latter))\b")


def share(line: Line, mine: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches of a line about one of two events: "the first …, the second …; … both"."""
    marks = list(_ORDINALS.finditer(line.text)) if len(mine) == 2 else []
    if len(marks) < 2:
        return [(line.start, line.end)]
    first, second = line.start + marks[0].start(), line.start + marks[1].start()
    tail = line.text.find(";", marks[1].end())
    common = line.end if tail < 0 else line.start + tail
    own = (first, second) if mine[0] else (second, common)
    return [own, (common, line.end)]
