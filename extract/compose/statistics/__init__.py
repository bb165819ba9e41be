"""Statistics: figures that say how much of something there is, was or changed.

Every quantity is scored by its noun, the cues around it and the dates of its clause (``deciding``);
bare numbers that go on about a statistic get its unit (``elided``). Each then takes its period
(``periods``), areas (``areas``) and source (``sources``) from its clause, paragraph or article, and
restatements become evidence of one record (``restating``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.articles import Article
from extract.compose.scene import Scene
from extract.compose.statistics.areas import read_areas
from extract.compose.statistics.checking import warn
from extract.compose.statistics.dating import is_change
from extract.compose.statistics.deciding import decide
from extract.compose.statistics.elided import complete
from extract.compose.statistics.focus import Time
from extract.compose.statistics.indicators import counted_noun, indicator
from extract.compose.statistics.page import Figure, read_page
from extract.compose.statistics.periods import read_periods
from extract.compose.statistics.pointing import Place
from extract.compose.statistics.restating import Draft, merged
from extract.compose.statistics.sources import Span, read_sources
from extract.compose.statistics.tables import read_tables
from extract.find.passage import Candidate, SlotSpan


def compose_statistics(scene: Scene) -> list[Candidate]:
    """Every statistic of the document, one record a figure."""
    return [found for article in scene.articles for found in _of_article(scene, article)]


def _of_article(scene: Scene, article: Article) -> list[Candidate]:
    lines = read_page(scene, article)
    rows = read_tables(lines)
    chosen = decide(lines)
    figures = sorted([*complete(lines, chosen), *rows], key=lambda figure: figure.start)
    if not figures:
        return []
    warnings = warn(figures)
    anchor = scene.context.calendar.anchor_of(article.index)
    drafts: list[Draft] = []
    slots = zip(
        figures,
        _indicators(figures),
        read_periods(figures, lines, anchor.first if anchor else None),
        read_areas(figures, lines),
        read_sources(figures, lines),
        strict=True,
    )
    for figure, words, time, place, source in slots:
        fields = {
            "indicator": words,
            "value": figure.value,
            "upper": figure.upper,
            "unit": figure.unit,
            "comparator": figure.comparator,
            "period": {"edtf": time.edtf} if time else None,
            "areas": place.areas,
            "excluded_areas": place.excluded,
            "source": " ".join(scene.text[slice(*source)].split()) if source else None,
        }
        record = Candidate(
            "statistic",
            figure.start,
            figure.end,
            _rule(figure),
            fields,
            evidence=tuple(_evidence(figure, time, place, source)),
            warnings=warnings.get(figure.start, ()),
            article=article.index,
        )
        heading = figure.line.clause.heading and not figure.line.row
        drafts.append(Draft(record, figure.line.index, heading))
    return merged(drafts)


def _indicators(figures: Sequence[Figure]) -> list[str]:
    """What each figure measures: as its clause says, as the figure before it, or its unit."""
    found: list[str] = []
    said: dict[tuple[int, str, bool], str] = {}
    level, sentence = "", -1
    group, counted = "", -2  # who was counted last, and in which sentence
    for figure in figures:
        at = figure.line.clause.sentence
        change = is_change(figure)
        place = (figure.line.paragraph, figure.unit, change)
        near = level if at - sentence <= 1 else None
        of_whom = group if at - counted <= 1 else ""
        words, before = indicator(figure, near, of_whom), said.get(place, "")
        if figure.dimension == "count" and (noun := counted_noun(figure)):
            group, counted = noun, at
        elif of_whom:
            counted = at
        if figure.unit == "%" and words and before.startswith(f"{words} that "):
            words = before  # "…, against 27 per cent in 2019"
        words = words or before
        if words and not change:
            level, sentence = words, at
        said[place] = words
        found.append(words or ("share" if figure.unit == "%" and not change else figure.unit))
    return found


def _evidence(
    figure: Figure, time: Time | None, place: Place, source: Span | None
) -> Iterator[SlotSpan]:
    yield SlotSpan("value", figure.start, figure.end)
    if time and time.mention:
        yield SlotSpan("period", time.mention.start, time.mention.end)
    for start, end in place.spans:
        yield SlotSpan("areas", start, end)
    if source:
        yield SlotSpan("source", *source)


def _rule(figure: Figure) -> str:
    if figure.line.row:
        return "rule:statistic.table"
    if not figure.rule:
        return "rule:statistic.unit_said_before"
    return f"rule:statistic.{'change' if is_change(figure) else figure.dimension}"
