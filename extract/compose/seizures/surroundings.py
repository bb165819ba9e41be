"""The lines around an event that a careful reader would draw on for its slots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.compose.seizures.geography import Spot, read_spots
from extract.compose.seizures.merging import Event
from extract.compose.seizures.page import Line
from extract.find.passage import Candidate
from extract.knowledge.seizures import geography_words

FOLLOWING = 6  # lines after the last that states an event
LEADING = 4  # lines before the first
# "CHIANG RAI, Thailand - ", "Panama, 6 June 2021."
_DATELINE = re.compile(r"[^.;:!?–—|-]{0,70}?\s?(?:[-–—|]+\s|\(\w+\)|\d{4}[.:]?\s|$)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines of an article, and which event states which."""

    lines: Sequence[Line]
    owners: dict[int, int]  # index of a line -> number of the event that states it
    events: Sequence[Event]

    def near(self, event: Event) -> list[Line]:
        """Lines that go on about the event, then those that lead up to it."""
        first, last = event.drafts[0].line, max(draft.line.index for draft in event.drafts if
                                                draft.line.index - event.drafts[0].line.index <= FOLLOWING)  # fmt: skip
        following: list[Line] = []
        anchor = self.lines[last]
        for line in self.lines[last + 1 : last + 1 + FOLLOWING]:
            if line.heading or line.index in self.owners or line.paragraph > anchor.paragraph + 1:
                break
            if event.aggregate and line.paragraph > anchor.paragraph:
                break
            following.append(line)
        leading: list[Line] = []
        for line in reversed(self.lines[max(0, first.index - LEADING) : first.index]):
            if line.heading or line.index in self.owners:
                break
            if line.paragraph < first.paragraph - (0 if event.aggregate else 2):
                break
            leading.append(line)
        return leading[:1] + following + leading[1:] if leading and self._same_paragraph(leading[0], first) else following + leading

    @staticmethod
    def _same_paragraph(one: Line, other: Line) -> bool:
        return one.paragraph == other.paragraph

    def context(self, event: Event) -> list[Line]:
        """Headings above the event, the article's lead, and what its paragraph said before."""
        first = event.drafts[0].line
        before = [line for line in self.lines[: first.index] if line.section == first.section]
        same = [line for line in reversed(before) if line.paragraph == first.paragraph]
        headings = [line for line in before if line.heading]
        lead = [line for line in before if not line.heading][:2]
        return [*same, *headings, *lead]

    def dateline(self) -> tuple[int, int] | None:
        """The stretch of the article's dateline."""
        for line in [line for line in self.lines if not line.heading][:2]:
            match = _DATELINE.match(line.text)
            if match and (_is_place_first(line, match) or line.text[:1].isdigit()):
                return line.start, line.start + match.end()
        return None

    def dateline_country(self) -> Spot | None:
        """The country of the dateline, unless it is where the publisher sits."""
        stretch = self.dateline()
        if stretch is None:
            return None
        seats = geography_words()["seats"]
        for line in self.lines:
            if line.start == stretch[0]:
                spots = [one for one in read_spots(line) if one.end <= stretch[1]]
                if any(one.text.lower() in seats for one in spots):
                    return None
                return next((one for one in spots if one.country), None)
        return None

    def is_event_date(self, found: Candidate, *, aggregate: bool) -> bool:
        """Whether a date may be that of a seizure: not the dateline's, not open-ended."""
        stretch = self.dateline()
        if stretch is not None and stretch[0] <= found.start and found.end <= stretch[1]:
            return False
        edtf = found.fields["edtf"]
        if "/.." in edtf or "../" in edtf:
            return aggregate
        return True


def _is_place_first(line: Line, match: re.Match[str]) -> bool:
    starts = [one.start for one in line.of("place", "country", "date")]
    return any(line.start <= start < line.start + max(match.end(), 1) for start in starts)


