"""Numbers that count people without a noun: "another 22", "places for 15", "46 of them"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.compose.clauses import Clause, once
from extract.find.passage import Candidate
from extract.knowledge.counting import small_numbers

_MORE = frozenset(
    {"another", "further", "additional", "again", "for", "all", "altogether", "total", "them"}
    | {"best", "ablest", "top", "most", "strongest", "finest", "youngest", "oldest"}
)
_GROUPS = (
    "delegation", "team", "group", "class", "batch", "party", "intake", "cohort", "squad",
    "mission", "audience", "crowd", "turnout", "gathering",
)  # fmt: skip
_CUES = _MORE.union(_GROUPS)


@cache
def _more() -> re.Pattern[str]:
    numbers = "|".join([*sorted(small_numbers(20), key=len, reverse=True), r"\d{1,4}"])
    return re.compile(
        r"(?=[a-z,(])(?:"  # told at once wherever none of them can begin
        r"\b(?:another|(?:a\s+)?further|additional|again|places\s+for|(?:and|or)\s+for|,\s+for)\s+"
        rf"(?:some\s+|about\s+)?(?P<number>{numbers})(?=\s*[.,;:)]|\s*$"
        r"|\s+(?:in|at|on|from|will|are|were|of\s+them|came|come|have|had|took|follow(?:ed)?|to|and"
        r"|more|later|this|last|next)\b)"
        rf"|\b(?:{'|'.join(_GROUPS)})\s+of\s+"
        rf"(?P<group>{numbers})(?=\s*[.,;:)]|\s*$|\s+(?:was|were|is|are|will|had|has|from|led|went"
        r"|came|travelled|visited|toured|met|spent|attended|who)\b)"
        rf"|\bthe\s+(?P<those>{numbers})(?=\s+(?:were|are|will|went|flew|met|travelled|spent|learned|learnt)\b)"
        rf"|\bthe\s+(?P<best>{numbers})(?=\s+(?:best|ablest|top|most|strongest|finest|youngest|oldest)\b)"
        rf"|[,(]\s+(?P<all>{numbers})(?=\s+(?:in\s+all|altogether|in\s+total|of\s+them)\s*[,.;)]))",
        re.IGNORECASE,
    )


@once
def more_people(clause: Clause) -> Sequence[Candidate]:
    """Numbers without a noun that count people as those before: "another 22", "and for 15"."""
    words = clause.words
    if words.isdisjoint(small_numbers(20)) and (
        words.isdisjoint(_CUES) or not any(map(str.isdecimal, words))
    ):
        return []
    found = []
    for match in _more().finditer(clause.text):
        group = str(match.lastgroup)
        start, end = clause.start + match.start(group), clause.start + match.end(group)
        if any(one.start < end and start < one.end for one in clause.mentions):
            continue
        number = match.group(group).lower()
        value = float(number) if number.isdigit() else float(small_numbers(20)[number])
        fields = {"value": value, "unit": "participant", "dimension": "count", "comparator": "="}
        found.append(Candidate("quantity", start, end, "rule:activity.more", fields))
    return found
