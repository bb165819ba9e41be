"""An article as lines with their figures, dates and cues: what every other step reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.articles import Article
from extract.compose.clauses import Clause, read_clauses
from extract.compose.scene import Scene
from extract.find.passage import Candidate
from extract.find.words import Phrase, PhraseIndex, Words
from extract.knowledge.seizures import triggers
from extract.knowledge.statistics import CueRow, cue_rows, statistic_words

DIMENSIONS = {
    "percent": "percent",
    "area": "area",
    "mass": "mass",
    "volume": "mass",
    "count": "count",
    "money": "money",
}
FRACTION = "fraction"
_CONVERTED = re.compile(r"\s*\(\s*(?:about |approximately |or |some )?")
_MOST_FIGURES = 100  # in a clause of prose; more are a dump of data
_LEAD = 2  # paragraphs: headline, dateline and lead
_DATELINE_LENGTH, _LONGEST_DATELINE = 60, 120
_DATELINE = re.compile(r".{0,120}?(?:\s--?\s|\s?[–—]\s?|\s\|\s|\(UN Information Service\)\s?)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of statistic_cues.tsv in the text; None: a trigger of a seizure."""

    start: int
    end: int
    row: CueRow | None


@dataclass(slots=True)
class Figure:
    """A number with its unit, and the line it stands in.

    ``change``, and ``compared`` with another, once it was asked for.
    """

    start: int
    end: int
    value: float
    upper: float | None
    unit: str
    dimension: str
    comparator: str
    of: str | None
    line: Line
    rule: str = ""
    change: bool | None = None
    compared: bool | None = None


@dataclass(slots=True)
class Line:
    """A clause with what was read off it; offsets are into the document.

    ``gathers``: it sums up over a time, ``compares``: two times, once either was asked for.
    ``timed``: its figures are of a period, its own or the one summed up before it.
    ``title``: of a table; ``row``: the title of the table it is a row of. ``goes_on``: a list that
    the next line continues.
    """

    index: int
    paragraph: int
    body: int
    clause: Clause
    goes_on: bool
    lead: bool = False
    title: bool = False
    row: str = ""
    dateline: str | None = None
    figures: list[Figure] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    gathers: bool | None = None
    compares: bool = False
    timed: bool = False

    def of(self, *kinds: str) -> list[Candidate]:
        """The mentions of these kinds behind the dateline, in reading order."""
        found = self.clause.of(*kinds)
        if self.body <= self.clause.start:
            return found
        return [one for one in found if one.start >= self.body]

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the document."""
        return self.clause.between(start, end)


@cache
def _cue_index() -> PhraseIndex[CueRow | None]:
    phrases: dict[str, CueRow | None] = {
        form: None for row in triggers() if row.strength == "strong" for form in row.forms
    }
    rows = [(word, row) for row in cue_rows() for word in row.words]
    return PhraseIndex([*phrases.items(), *rows], fold=str.lower)


def read_page(scene: Scene, article: Article) -> list[Line]:
    """The lines of an article; cues are read only where figures stand."""
    lines: list[Line] = []
    paragraph, last_end = 0, article.start
    for clause in read_clauses(scene, article):
        if clause.start > last_end and "\n" in scene.text[last_end : clause.start]:
            paragraph += 1
        goes_on = scene.text[clause.end : clause.end + 1] == ";" or clause.text.endswith((";", ":"))
        line = Line(len(lines), paragraph, _body(clause), clause, goes_on, paragraph <= _LEAD)
        line.dateline = _place_of_dateline(line)
        line.figures = _figures(line)
        lines.append(line)
        last_end = clause.end
    _read_cues([line for line in lines if line.figures], scene, article)
    return lines


def _body(clause: Clause) -> int:
    """Where the text begins behind a dateline: "VIENNA, 18 June (UNODC) - Farmers …"."""
    dates = clause.of("date")
    dated = bool(dates) and dates[0].start - clause.start < _LONGEST_DATELINE
    match = _DATELINE.match(clause.text) if dated or clause.text[:4].isupper() else None
    if match is None:
        return clause.start
    end = clause.start + match.end()
    if any(one.end <= end for one in clause.of("quantity")):
        return clause.start
    return end if clause.text[:4].isupper() or dates[0].end <= end else clause.start


def _place_of_dateline(line: Line) -> str | None:
    """The country a dateline names, unless it is where a headquarters stands."""
    dates = line.clause.of("date")
    if line.paragraph > _LEAD + 2 or not dates:
        return None
    limit = line.body if line.body > line.clause.start else line.clause.start + _DATELINE_LENGTH
    if not any(one.start < limit for one in dates):
        return None
    text = line.clause.between(line.clause.start, limit)
    if any(name.lower() in text.lower() for name in statistic_words()["headquarters"]):
        return None
    for one in line.clause.of("country", "place"):
        if one.end <= limit and one.start - line.clause.start < _DATELINE_LENGTH // 2:
            return one.fields.get("iso3") or one.fields.get("country")
    return None


def _figures(line: Line) -> list[Figure]:
    """The figures of a line; "(516,450 acres)" behind hectares says the same again."""
    figures: list[Figure] = []
    for mention in line.of("quantity"):
        if mention.fields["dimension"] not in DIMENSIONS:
            continue
        figure, last = _figure(mention, line), figures[-1] if figures else None
        if last is None or not _says_again(figure, last):
            figures.append(figure)
    return figures if len(figures) <= _MOST_FIGURES else []


def _says_again(figure: Figure, last: Figure) -> bool:
    if last.dimension != figure.dimension or last.unit == figure.unit:
        return False
    between = figure.line.between(last.end, figure.start)
    return figure.dimension != "count" and _CONVERTED.fullmatch(between) is not None


def _figure(mention: Candidate, line: Line) -> Figure:
    said = mention.fields
    part = said["unit"] == FRACTION
    return Figure(
        start=mention.start,
        end=mention.end,
        value=said["value"],
        upper=said.get("upper"),
        unit=said["unit"],
        dimension="percent" if part else DIMENSIONS[said["dimension"]],
        comparator=said.get("comparator") or "=",
        of=said.get("of"),
        line=line,
        rule=mention.rule,
    )


def _read_cues(lines: Sequence[Line], scene: Scene, article: Article) -> None:
    words = Words.of(scene.text[article.start : article.end]) if lines else Words((), (), ())
    for line in lines:
        left, right = line.clause.start - article.start, line.clause.end - article.start
        phrases = _cue_index().find(words.within(left, right))
        line.cues = _cues(line.clause, phrases, article.start)


def _cues(clause: Clause, phrases: Sequence[Phrase[CueRow | None]], offset: int) -> list[Cue]:
    """The cues of a clause, but for words of names ("Passenger and Cargo Control Programme")."""
    names = [(one.start, one.end) for one in clause.of("organisation", "person")]
    found: list[Cue] = []
    for phrase in phrases:
        start, end = phrase.start + offset, phrase.end + offset
        if not any(left <= start and end <= right for left, right in names):
            found += [Cue(start, end, row) for row in phrase.values]
    return found
