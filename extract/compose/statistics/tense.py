"""Whose time a clause speaks of: in the present, or in somebody's own words."""

from __future__ import annotations

import re

from extract.compose.statistics.page import Figure, Line

VERBS = (
    r"(?:had|has|have|was|were|is|are|did|fell|took|made|went|stood|held|found|grew|lost|came|got"
    r"|paid|rose|spent|drew|saw|left|met|sent|led|won|shrank|sank|gave|began|became|ran|\w{3,}ed)"
)
IN_CLAUSE = r"(?:[^,;:()]|,(?=\d))"
_ASIDE = re.compile(
    rf",\s{IN_CLAUSE}{{3,120}}?,(?=\s{VERBS}\b)"
    rf"|,\s(?:\w+\s){{1,3}}of\s(?:it|them|which|whom)\b{IN_CLAUSE}{{0,90}}?,(?=\s)"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|fell|took|made|sold|went|stood|held|found|grew|lost|came|brought|got|gave"
    r"|paid|rose|spent|bought|drew|sank|shrank|knew|saw|left|said|told|met|sent|kept|meant|began"
    r"|became|ran|led|put up|caught|drove|fled|won|broke|chose|ate|hid|wrote|shot|dealt)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|do|does|can|costs?|needs?|takes?|makes?|lives?|stands?|sells?|goes|fetch(?:es)?"
    r"|accounts?|holds?|pays?|brings?|charges?|earns?|asks?|comes?|lies?|remains?|stays?|reach(?:es)?"
    r"|spends?|grows?|yields?|gets?|gives?|hosts?|consumes?|injects?|carr(?:y|ies)|suffers?|has|have"
    r"|contains?|covers?|represents?|makes? up|ranks?|exceeds?|houses?|serves?|passes|handles?)\b"
)
_PRICE = re.compile(
    r"\b(?:costs?|sells?|fetch(?:es)?|asks?|charges?|pays?|goes\s+for|go\s+for|is\s+worth|changes\s+hands|sold\s+at)\b"
)
_ONE_COST = re.compile(r"(?:An?|One|The|Each)\s(?:[^\s,.;]+\s){1,6}?cost\b")
_PERFECT = re.compile(
    r"\b(?:has|have)\s+(?:\w+ly\s+|also\s+|been\s+|now\s+)?\w+(?:ed|en|n|t|wn|ll|sk|ng)\b"
)


def without_asides(gap: str) -> str:
    """Text without what stands between a subject and its verb: "27 tons, a fifth more, went"."""
    return _ASIDE.sub("", gap) if gap.count(",") > 1 else gap


def is_present(line: Line) -> bool:
    """Whether the clause is in the present: "A litre costs 350 dollars"."""
    text = line.clause.text
    match = _PRESENT.search(text) if not _PAST.search(text) else None
    return match is not None and not (
        match.group() in {"has", "have"} and _PERFECT.match(text, match.start())
    )


def is_price(line: Line) -> bool:
    """Whether the clause tells a price of the day: "A litre costs 350 dollars"."""
    text = line.clause.text
    past = _PAST.search(text) or _ONE_COST.match(text)
    return past is None and _PRICE.search(text) is not None


def is_quoted(figure: Figure) -> bool:
    """Whether the figure is in somebody's own words."""
    line = figure.line
    ahead = line.between(line.clause.start, figure.start)
    if ahead.count("“") > ahead.count("”") or ahead.count("«") > ahead.count("»"):
        return True
    return ahead.count('"') % 2 == 1
