"""Groups told by a clause: "those who had dealt with an official", "those aged 15 to 64"."""

from __future__ import annotations

import re

from extract.find.passage import Passage
from extract.find.quantities.phrases import Stretch

# "those who had dealt with a public official during that period, …"
_RELATIVE = re.compile(
    r"(?:the\s|all\s)?((?:those|the\slatter)\s(?:(?:who|that|which)\s(?:(?:had|have|has|were|are|was|is|did|do)\s"
    r"(?:had\s|been\s)?)?[a-z]+(?:\s(?:with|by|in|to|for|on|from|of|a|an|the|drugs|heroin|cocaine|cannabis))?"
    r"|(?:aged|between)\s\d+(?:\s?(?:to|and|-|–)\s?\d+)?|\w+(?:ed|en)(?=\s(?:by|with|for|on)\b|,))"
    r"(?:\s(?!during\b|during\b|at\sleast\b|when\b|while\b|last\b|carry\b|carried\b|live[ds]?\b|had\b|have\b|has\b"
    r"|were\b|are\b|was\b|is\b|they\b|did\b|said\b|in\sthe\b|in\s(?:19|20)\d\d|that\b|who\b)[a-z-]+){0,8})"
)


def relative_after(passage: Passage, position: int, limit: int) -> Stretch | None:
    """The pronoun at a position with the clause that tells whom it means."""
    match = _RELATIVE.match(passage.text, position, limit)
    if match is None:
        return None
    return Stretch(match.start(1), match.end(1), " ".join(match[1].split()).lower())
