"""The whole that a heading over shares names: "Victims by region", "Suspects" over bullets."""

from __future__ import annotations

from extract.find.quantities.cues import last_match
from extract.find.quantities.share_cues import BY_KIND, OVER_BULLETS
from extract.knowledge.counting import nouns

# How far below its heading a share may stand.
_REACH = 400


def whole_over(text: str, position: int) -> str | None:
    """What the heading over a position says all shares below are of."""
    floor = max(0, position - _REACH)
    found = last_match(BY_KIND, text, floor, position)
    if found:
        return found["whole"].lower()
    over = OVER_BULLETS.search(text, floor, position)
    whole = over["whole"].partition(" by ")[0].lower() if over else ""
    return whole if whole and whole.split()[-1] in nouns()[0] else None
