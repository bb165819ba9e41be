"""The unit or sign of money written beside a number."""

from __future__ import annotations

import re
from functools import cache

from extract.knowledge.units import Unit, currency, fold, shared_money, signs, spellings

_WORD = r"[^\W\d_](?:[^\W\d_.]|[.'’](?=[^\W\d_]))*[²³]?"
_GAP = r"[^\S\n]{0,2}\n?[^\S\n]?(?:(?:gross|net|dry|metric)\s(?!ton)(?=[a-z]))?|\s?[-‐‑]\s?"
_FIRST = re.compile(rf"(?:{_GAP})(?:(?P<sign>[%％$€£¥₦₹₱฿₸₽₺₴])|(?P<word>{_WORD}))")
_NEXT = re.compile(rf"\.?(?:[^\S\n]{{1,2}}|[^\S\n]?\n|-){_WORD}")
_OPEN_S = re.compile(r"\(s\)|\(es\)")
_SIGN_GAP = re.compile(r"\.?[ \u00a0\u202f]?$")
# "West African CFA franc BCEAO": so many words may follow the first.
_MORE_WORDS = 5


def unit_behind(text: str, position: int) -> tuple[Unit | None, str, int] | None:
    """The unit written at ``position``: itself (None: a shared money name), spelling and end."""
    match = _FIRST.match(text, position)
    if match is None:
        return None
    if match["sign"]:
        unit = spellings().exact.get(match["sign"])
        return (unit, match["sign"], match.end("sign")) if unit else None
    start, ends = match.start("word"), [match.end("word")]
    opening = fold(match["word"]).split(" ")[0]
    if opening not in _openings():
        return None
    while len(ends) <= _MORE_WORDS and (following := _NEXT.match(text, ends[-1])):
        ends.append(following.end())
    for end in reversed(ends):
        hit = _spelled_unit(text, start, end)
        if hit is not None:
            return hit
    return None


@cache
def _openings() -> frozenset[str]:
    """The first words of every spelling."""
    table = spellings()
    every = (*table.folded, *(fold(sign) for sign in table.exact), *shared_money())
    return frozenset(re.split(r"[ 23$²³]", spelling)[0] for spelling in every if spelling) | {
        re.split(r" ", spelling)[0] for spelling in every if spelling
    }


def _spelled_unit(text: str, start: int, end: int) -> tuple[Unit | None, str, int] | None:
    table = spellings()
    if text[end : end + 1] in {"2", "3"} and text[start:end].lower() in {"m", "km"}:
        end += 1
    if text[end : end + 1] == "$":
        end += 1
    spelling = text[start:end]
    folded = fold(spelling)
    unit = table.exact.get(spelling)
    if unit is None and len(folded) > 1:
        unit = table.folded.get(folded)
    if unit is not None:
        plural = _OPEN_S.match(text, end)
        return unit, folded, plural.end() if plural else end
    return (None, folded, end) if folded in shared_money() else None


def sign_before(text: str, start: int) -> tuple[Unit | None, int] | None:
    """The sign or code of money before ``start`` and where it begins; None as the unit: unclear."""
    gap = _SIGN_GAP.search(text, max(0, start - 2), start)
    for end in (start, gap.start() if gap else start):
        for sign, code in signs().get(text[end - 1], ()) if end else ():
            left = end - len(sign)
            if left < 0 or text[left:end] != sign or (left and text[left - 1].isalnum()):
                continue
            return (currency(code) if code else settled(text, fold(sign), left)), left
    return None


def settled(text: str, name: str, position: int) -> Unit | None:
    """The one currency of a shared name that the words near it, else of the text, point to."""
    shared = shared_money().get(name, ())
    for start, end in (*_around(text, position), (0, len(text))) if shared else ():
        codes = {code for code, hints in shared if hints.search(text, start, end)}
        if len(codes) == 1:
            return currency(codes.pop())
    return None


def _around(text: str, position: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The sentence, roughly, and the paragraph at a position."""
    opened, closed = text.rfind("\n\n", 0, position), text.find("\n\n", position)
    first, last = opened + 2 if opened >= 0 else 0, closed if closed >= 0 else len(text)
    before, after = text.rfind(". ", first, position), text.find(". ", position, last)
    start, end = before + 2 if before >= 0 else first, after if after >= 0 else last
    return (start, end), (first, last)
