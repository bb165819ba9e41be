"""Seizures: who seized what, how much, where, when, and from where to where.

One event, one record. Lines are read into drafts (``drafts``), drafts are merged into events
(``merging``), and an event takes its slots from the lines around it (``settle``).

Merge rules, within one article:

1. A draft tells of an earlier event if one of its items is an item of the event over again: the
   same goods (or a class and one of its kind) in the same amount, or in a round figure for it. The
   exacter figure is the item's own; the other goes to ``also`` and to the evidence as restatement.
2. It does not if both state dates, or countries of seizure, that exclude each other, or if it
   opens with a word for another seizure ("another", "a second").
3. Headings and the lead are read last: each of their items goes to the event it restates, so a
   lead over two seizures makes no third. What nothing repeats is an event of its own.
4. A draft that stands next to the last event and measures other goods, or none, goes on about it,
   unless the lines between give a day or a place of their own. More goods are further items,
   packages of the same goods its containers, a second measure its equivalent; amounts of one line
   that add up to an item are its parts and no items.
5. A draft that measures the same goods differently is another seizure, unless it has no trigger and
   stands in the same paragraph, or opens with "also".
6. Two amounts of one line that each have a date or a place of their own are two seizures.
7. A total ("since its launch …") never takes in a single seizure, nor the share of one country. A
   figure that is the sum of two or three others is their total; the sum of one event's own items
   is a restatement of it.
8. A total of another time that a total is compared with ("against 15 tonnes in 2021"), and the
   share of one place in it, are totals of their own, if that time or place is said.
"""

from __future__ import annotations

from extract.compose.scene import Scene
from extract.compose.seizures.days import add_days, written_on
from extract.compose.seizures.draft import Draft
from extract.compose.seizures.drafts import read_drafts
from extract.compose.seizures.merging import merge
from extract.compose.seizures.page import Line, read_lines
from extract.compose.seizures.settle import settle
from extract.compose.seizures.surroundings import Surroundings, take_dateline
from extract.find.passage import Candidate


def compose_seizures(scene: Scene) -> list[Candidate]:
    """Every seizure of the document, one record an event."""
    found: list[Candidate] = []
    for article in scene.articles:
        lines = read_lines(scene, article)
        dateline = take_dateline(lines)
        anchor = scene.context.calendar.anchor_of(article.index)
        add_days(lines, anchor.first if anchor and anchor.is_day else written_on(lines))
        drafts = _drafts(lines)
        if not drafts:
            continue
        events = merge(drafts, lines)
        around = Surroundings.of(lines, events, dateline)
        before: Candidate | None = None
        for event in sorted(events, key=lambda one: one.drafts[0].line.index):
            before = settle(event, around, article.index, before)
            found.append(before)
    return sorted(found, key=lambda one: (one.start, one.end))


def _drafts(lines: list[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    section: list[Line] = []
    for line in lines:
        if section and line.section != section[-1].section:
            section = []
        last = drafts[-1] if drafts else None
        after = [
            one for one in lines[line.index + 1 : line.index + 3] if one.section == line.section
        ]
        drafts += read_drafts(line, section, after, last)
        section.append(line)
    return drafts
