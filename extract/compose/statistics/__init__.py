"""Statistics: figures that say how much of something there is, was or changed.

Every quantity is scored by its noun, the cues around it and the dates of its clause (``deciding``);
bare numbers that go on about a statistic get its unit (``elided``). Each then takes its period
(``periods``), areas (``areas``) and source (``sources``) from its clause, paragraph or article, and
restatements become evidence of one record (``restating``).
"""

from __future__ import annotations

from extract.articles import Article
from extract.compose.scene import Scene
from extract.compose.statistics.areas import read_areas
from extract.compose.statistics.checking import warn
from extract.compose.statistics.dating import is_change
from extract.compose.statistics.deciding import decide
from extract.compose.statistics.elided import complete
from extract.compose.statistics.indicators import indicator
from extract.compose.statistics.page import Figure, read_page
from extract.compose.statistics.periods import Time, read_periods
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
    if not rows and not any(line.figures for line in lines):
        return []
    chosen, survey = decide(lines)
    figures = sorted([*complete(lines, chosen), *rows], key=lambda figure: figure.start)
    if not figures:
        return []
    warnings = warn(figures)
    drafts = [
        Draft(
            _record(scene, figure, time, place, source),
            figure.line.index,
            figure.line.clause.heading and not figure.line.row,
        )
        for figure, time, place, source in zip(
            figures,
            read_periods(figures, lines, survey),
            read_areas(figures, lines),
            read_sources(figures, lines),
            strict=True,
        )
    ]
    return [
        Candidate(
            "statistic", one.start, one.end, one.rule, one.fields, 3, one.evidence,
            warnings.get(one.start, ()), article.index,
        )
        for one in merged(drafts)
    ]  # fmt: skip


def _record(
    scene: Scene, figure: Figure, time: Time | None, place: Place, source: Span | None
) -> Candidate:
    fields = {
        "indicator": indicator(figure),
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit,
        "comparator": figure.comparator,
        "period": {"edtf": time.edtf} if time else None,
        "areas": place.areas,
        "excluded_areas": place.excluded,
        "source": " ".join(scene.text[slice(*source)].split()) if source else None,
    }
    evidence = [SlotSpan("value", figure.start, figure.end)]
    if time and time.mention:
        evidence.append(SlotSpan("period", time.mention.start, time.mention.end))
    evidence += [SlotSpan("areas", start, end) for start, end in place.spans]
    if source:
        evidence.append(SlotSpan("source", *source))
    return Candidate(
        "statistic", figure.start, figure.end, _rule(figure), fields, evidence=tuple(evidence)
    )


def _rule(figure: Figure) -> str:
    if figure.line.row:
        return "rule:statistic.table"
    if not figure.rule:
        return "rule:statistic.unit_said_before"
    return f"rule:statistic.{'change' if is_change(figure) else figure.dimension}"
