"""Which headlines begin an article of their own, and the text cut at them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from extract.articles.contents import with_contents
from extract.articles.newsletter import is_newsletter, is_report, set_briefs, set_single, set_tables
from extract.articles.run_in import split_run_in
from extract.articles.stretches import (
    Kind,
    Stretch,
    has_dateline,
    is_issue,
    is_masthead,
    is_numbered,
    points_back,
    read_stretches,
    without_number,
)

# An item of a newsletter may be shorter than what is an article in a text like any other.
MIN_NEWS_WORDS, MIN_BODY_WORDS = 12, 20
MIN_LEAD_WORDS = 8
_BREAKS = frozenset({Kind.OTHER, Kind.CONTENTS})


@dataclass(frozen=True, slots=True)
class Article:
    """One article: offsets into the repaired text, half-open; together they cover it."""

    index: int
    start: int
    end: int
    headline: str | None = None
    headline_start: int = 0
    headline_end: int = 0


@dataclass(slots=True)
class _Opening:
    """A headline with prose below it: where an article may begin."""

    headline: Stretch
    start: int
    body: list[Stretch]

    @property
    def words(self) -> int:
        """How many words of prose stand below; none if they begin with a scrap."""
        if self.body[0].words < MIN_LEAD_WORDS:
            return 0
        return sum(stretch.words for stretch in self.body)

    @property
    def stands_alone(self) -> bool:
        """Whether the prose below does not go on from the prose above."""
        return self.headline.text[-1] in "?!" or not points_back(self.body[0].text)


def cut_articles(text: str) -> tuple[Article, ...]:
    """Cut a repaired text into articles at its headlines.

    A text is cut only where it reads like a newsletter: the sub-headings of one press item or
    report begin no article.
    """
    stretches = with_contents(read_stretches(text))
    newsletter = is_newsletter(stretches)
    if newsletter:
        stretches = list(split_run_in(stretches))
        set_briefs(stretches)
        set_tables(stretches)
        set_single(stretches)
    openings = _openings(stretches)
    first = openings[0] if openings and _is_first(stretches, openings[0]) else None
    later = [
        opening for opening in openings[1 if first else 0 :] if opening.words >= MIN_NEWS_WORDS
    ]
    if is_report(stretches):
        later = []
    elif newsletter:
        later = _newsletter_articles(later)
    else:
        later = _news_items(first, openings, later)
    # The text before the first later article is an article, with a headline or without.
    heads = [first.headline if first else None, *(opening.headline for opening in later)]
    starts = [0, *(opening.start for opening in later)]
    ends = [*starts[1:], len(text)]
    return tuple(
        _article(index, start, end, head)
        for index, (start, end, head) in enumerate(zip(starts, ends, heads, strict=True))
    )


def _article(index: int, start: int, end: int, headline: Stretch | None) -> Article:
    if headline is None:
        return Article(index, start, end)
    numbering = without_number(headline.text)
    text = " ".join(headline.text[numbering:].split())
    return Article(index, start, end, text, headline.start + numbering, headline.end)


def _is_first(stretches: list[Stretch], opening: _Opening) -> bool:
    """Whether no prose stands above the first headline."""
    return not any(
        stretch.kind is Kind.BODY and stretch.end <= opening.start for stretch in stretches
    )


def _openings(stretches: list[Stretch]) -> list[_Opening]:
    """Each headline that has prose below it, with nothing but asides and datelines between."""
    openings: list[_Opening] = []
    run: list[Stretch] = []
    for index, stretch in enumerate(stretches):
        if stretch.kind is Kind.BODY:
            if run:
                headline = _choose(run, is_first=not openings)
                start = _start(stretches, index, headline)
                openings.append(_Opening(headline, start, []))
            if openings:
                openings[-1].body.append(stretch)
            run = []
        elif stretch.kind is Kind.HEADLINE:
            run = [] if _is_title(stretch, stretches[:index]) else [*run, stretch]
        elif not openings and stretch.kind is Kind.ASIDE and is_issue(stretch.text):
            run = []  # what stands above was the newsletter's title
        elif stretch.kind in _BREAKS or (stretch.kind is Kind.SECTION and openings):
            run = []
    return openings


def _is_title(line: Stretch, above: list[Stretch]) -> bool:
    """Whether a line is a newsletter's title: it holds the issue, or one above begins like it."""
    return is_masthead(line.text) and (
        is_issue(line.text)
        or any(
            one.kind is not Kind.BODY and one.text.lower().startswith(line.text.lower())
            for one in above
        )
    )


def _start(stretches: list[Stretch], index: int, headline: Stretch) -> int:
    """Where the article of ``headline`` begins: with the date and kicker lines above it."""
    while stretches[index] is not headline:
        index -= 1
    while index and stretches[index - 1].kind is Kind.ABOVE:
        index -= 1
    return stretches[index].start


def _choose(run: list[Stretch], is_first: bool) -> Stretch:
    """The headline among lines that look like one and stand one below the other."""
    mastheads = [index for index, line in enumerate(run[:-1]) if is_masthead(line.text)]
    run = run[mastheads[-1] + 1 :] if mastheads else run
    rest = [
        line
        for line, below in zip(run, [*run[1:], None], strict=True)
        if below is None or not _is_capital_kicker(line, below)
    ]
    if len(rest) == 1:
        return rest[0]
    upper, lower = rest[0], rest[-1]
    if upper.words < 4 <= lower.words:
        return lower  # a kicker above the headline
    if is_first or lower.words > 1.6 * upper.words:
        return upper  # a line of summary below the headline
    return lower  # a caption above the headline


def _is_capital_kicker(line: Stretch, below: Stretch) -> bool:
    return line.is_capitals and line.words < 6 and not below.is_capitals


def _newsletter_articles(openings: list[_Opening]) -> list[_Opening]:
    """The openings that begin an article of a newsletter."""
    capitals = [opening.headline.is_capitals for opening in openings]
    in_style = 2 * sum(capitals) > len(capitals) > 1
    return [
        opening
        for opening in openings
        if opening.stands_alone or (in_style and opening.headline.is_capitals)
    ]


def _news_items(
    first: _Opening | None, openings: list[_Opening], later: list[_Opening]
) -> list[_Opening]:
    """The openings that begin an item where nothing says newsletter; none in a press item."""
    items = [o for o in later if o.stands_alone and o.words >= MIN_BODY_WORDS]
    if not items or all(is_numbered(opening.headline.text) for opening in items):
        return []
    dated = [has_dateline(opening.body[0].text) for opening in items]
    if 2 * sum(dated) > len(dated):
        return items
    if first is not None and has_dateline(first.body[0].text):
        return []
    is_long = median(opening.headline.words for opening in items) >= 5
    is_most = 5 * len(items) >= 3 * (len(openings) - (first is not None))
    return items if len(items) > 1 and is_long and is_most else []
