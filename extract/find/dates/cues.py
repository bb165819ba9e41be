"""What the words beside a number or a name say: a date, or an amount, a code, a verb, a person."""

from __future__ import annotations

import re

from extract.knowledge.calendar import Reading, year_cues

# Words of a sentence that tells of what is to come.
FUTURE = re.compile(
    r"\b(?:will|shall|would|upcoming|forthcoming|scheduled|planned|plans?|expected|due|intends?"
    r"|to\s(?:be\s(?:held|launched|organi[sz]ed|released|published|convened)|take\splace))\b",
    re.IGNORECASE,
)
_REACH = 36
_TAIL = re.compile(
    r"(?:(?P<second>[\w$]+)(?:\W{1,3}|(?=\W)))?(?P<first>[\w$]+|[^\w\s.])\.?\s{0,3}$"
)
_HEAD = re.compile(
    r"(?:[^\S\n]{0,3}|[^\S\n]?\n[^\S\n]?)(?P<first>\w+|[^\w\s])(?:\s{1,3}(?P<second>\w+|[^\w\s]))?"
)
_NEAR_DIGITS_BEFORE = re.compile(r"[\d)][\s.-]$|[/\\-]$")
_NEAR_DIGITS_AFTER = re.compile(r"[-/]\w|[ .]\d{3}\b")
_QUALIFIER = re.compile(
    r"\b(?:early|mid|late|since|until|till|by|around|about|in|of|during|from|between|and|or|to|"
    r"through|for|before|after|last|next|this|end|beginning|throughout|every|each|as|on)"
    r"(?:[\s-]{1,3}|\s{1,3}(?:early|mid|late)[\s-]{1,3})$",
    re.IGNORECASE,
)
_SEASON_BEFORE = re.compile(
    r"\b(?:(?:in|during|by|since|until|over|for|throughout)\s{1,3}(?:the\s{1,3})?"
    r"(?:early\s{1,3}|late\s{1,3})?|this\s{1,3}|last\s{1,3}|next\s{1,3}|early\s{1,3}|late\s{1,3}|mid-)$",
    re.IGNORECASE,
)
_SEASON_AFTER = re.compile(r"\s{0,3}(?:[.,;:)]|$|training|course|months?\b|holidays?\b|break\b)")
_SEASON_MODIFIER = re.compile(r"\s{1,3}(?:training|courses?|semester|term)\b")
_PLACE_OR_NAME = re.compile(
    r"\s{1,3}(?:district|revolution|square|street|avenue|road|university|village|raion|movement)\b",
    re.IGNORECASE,
)
# A year that ends or begins a title, a bracket, a line: "World Drug Report 2015".
_TITLE_BEFORE_YEAR = re.compile(
    r"(?:[\[(“\"«]\s?|(?:[A-Z][\w’'-]*|[,;:|–—-])\s{1,3}|\n\s{0,3}|^\s{0,3})$"
)
_NAME_AFTER = re.compile(r"\s{1,3}[A-Z][a-z]")
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Judge|Minister|President)\.?\s{1,3}(?:\w+\s)?$")


def words_before(text: str, start: int, reach: int = _REACH) -> str:
    """What stands before ``start`` in its own paragraph, ``reach`` characters at most."""
    return text[max(0, start - reach) : start].rpartition("\n\n")[2]


def year_reading(text: str, start: int, end: int) -> Reading | None:
    """What the words beside the number at ``start``..``end`` say of it, None if they are silent."""
    tail = _TAIL.search(words_before(text, start))
    first, second = _pair(tail)
    before = _cue("before", first, second)
    if first == "," and _cue("before", second, "") == "date":  # "the Narcotics Act, 1985"
        before = "date"
    after = next_reading(text, end)
    if after == "number" or before == "number":
        return "number"
    if after == "measure":
        return "measure"
    if after == "count" and (before != "time" or text[end - 1] == "0"):
        return "count"
    if before is not None:
        return "date"
    return after


def next_reading(text: str, end: int) -> Reading | None:
    """What the word behind a number says of it."""
    first, second = _pair(_HEAD.match(text, end, end + _REACH))
    return _cue("after", first, second)


def _pair(match: re.Match[str] | None) -> tuple[str, str]:
    if match is None:
        return "", ""
    return match["first"].lower(), (match["second"] or "").lower()


def _cue(side: str, word: str, neighbour: str) -> Reading | None:
    cues = year_cues("before" if side == "before" else "after")
    return cues.get(f"{word}:{neighbour}") or cues.get(word)


def year_stands(text: str, start: int, end: int) -> bool | None:
    """Whether a bare four-digit number is a year; None: only beside another date."""
    if text[end : end + 1] == "\t" and text[max(0, start - 1) : start] in {"", "\n"}:
        return True  # the first cell of a row
    reading = year_reading(text, start, end)
    if reading in {"number", "measure", "count"}:
        return False
    before = words_before(text, start)
    if _NEAR_DIGITS_BEFORE.search(before[-3:]) or _NEAR_DIGITS_AFTER.match(text, end):
        return True if before.lower().endswith("mid-") else None
    if reading is not None:
        return True
    following = text[end : end + 3].lstrip(" ")
    if _TITLE_BEFORE_YEAR.search(before) and not following[:1].islower():
        return True
    return None


def bare_month_stands(text: str, start: int, end: int, *, needs_cue: bool) -> bool | None:
    """Whether a month without day or year is a date; None: only beside another date."""
    before = words_before(text, start)
    if _PLACE_OR_NAME.match(text, end) or (
        text[end : end + 1] == "-" and text[end + 1 :][:1].islower()
    ):
        return False
    cue = _QUALIFIER.search(before)
    if _TITLE_BEFORE.search(before):
        return False
    if not needs_cue:
        return True
    if cue is None:
        return None
    is_name = _NAME_AFTER.match(text, end) and cue.group().strip().lower() not in {"in", "since"}
    return None if is_name else True


def bare_season_stands(text: str, start: int, end: int, name: str) -> bool:
    """Whether a season without a year is a date."""
    if _SEASON_MODIFIER.match(text, end) and name == "summer":
        return True
    if not _SEASON_BEFORE.search(words_before(text, start)):
        return False
    return name.islower() and _SEASON_AFTER.match(text, end) is not None
