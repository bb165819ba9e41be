"""Headlines that run into the first sentence of their article on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extract.articles.stretches import Kind, Stretch, dateline_length, has_dateline
from extract.knowledge.counting import word_classes
from extract.knowledge.headings import heading_words
from extract.knowledge.words import country_words, is_word

MAX_WORDS = 16
MIN_WORDS = 3
MIN_CAPITALS = 15
MIN_LEAD = 12
MIN_PLURAL = 6
WINDOW = 400
# What is looked at of a lead: prose has small words there.
LEAD_WORDS, SMALL_WORDS = 14, 4

_TOKEN = re.compile(r"\S+")
_CLOSING = "'’%"
_OPENING = "\"“‘'«»„("
_STOPS = re.compile(r"[.!?;,:–—-][\"”’»')\]]*$|[\"”»)\]]$")
_ENDS = re.compile(r"[.!?;][\"”’»')\]]*$")
# What no headline ends with: what it belongs to would follow.
_UNFINISHED = frozenset({"preposition", "conjunction", "determiner", "auxiliary"})
_FINISHED = frozenset({"who", "whom", "what", "why", "how"})
_PLACE_AND_DATE = re.compile(r"[A-Z][^,]{2,40},(?:[^,]{2,30},)?\s[0-3]?[0-9]\s[A-Z][a-z]{2,8}\b")


def split_run_in(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, each headline that runs into its article taken apart from it."""
    above: Stretch | None = None
    for stretch in stretches:
        at = 0
        if stretch.kind is Kind.BODY and not (above and above.kind is Kind.HEADLINE):
            at = headline_length(stretch.text)
        yield from taken_apart(stretch, at)
        above = stretch


def taken_apart(stretch: Stretch, at: int) -> Iterator[Stretch]:
    """The headline that ends at ``at`` and the rest; the whole where ``at`` is 0."""
    if not at:
        yield stretch
        return
    text = stretch.text
    lead = at + len(text[at:]) - len(text[at:].lstrip())
    yield Stretch(stretch.start, stretch.start + at, text[:at], Kind.HEADLINE)
    yield Stretch(stretch.start + lead, stretch.end, text[lead:], Kind.BODY)


def headline_length(text: str) -> int:
    """The length of the headline that runs into the paragraph ``text``, 0 where none does."""
    first = text.lstrip(_OPENING)[:1]
    if not (first.isupper() or first.isdigit()):
        return 0
    words = list(_TOKEN.finditer(text, 0, WINDOW))
    split = _behind_capitals(text, words) or _at_opener(text, words)
    if not split or len(words) < split + MIN_LEAD or not _is_prose(words[split:]):
        return 0
    headline = text[: words[split - 1].end()]
    is_dateline = dateline_length(text) >= len(headline) or _PLACE_AND_DATE.match(text)
    return len(headline) if _is_whole(headline) and not is_dateline else 0


def _behind_capitals(text: str, words: list[re.Match[str]]) -> int:
    """How many words in capitals stand before a first one that is not."""
    count = 0
    for word in words[: MAX_WORDS + 2]:
        if word.group().upper() != word.group():
            break
        count += 1
    if not 0 < count < len(words):
        return 0
    if words[count - 1].group() in {"A", "I"}:
        count -= 1
    for split in range(MIN_WORDS, count):
        if _is_dateline(text, words[split - 1], words[split]):
            return split
    if count < MIN_WORDS or _STOPS.search(words[count - 1].group()):
        return 0
    letters = sum(map(str.isalpha, text[: words[count - 1].end()]))
    follows = words[count].group().lstrip(_OPENING)[:1]
    return count if letters >= MIN_CAPITALS and follows.isupper() else 0


def _at_opener(text: str, words: list[re.Match[str]]) -> int:
    """How many words stand before the one that can only begin a sentence."""
    for split, (before, word) in enumerate(pairwise(words[: MAX_WORDS + 1]), start=1):
        if _ENDS.search(before.group()):
            return 0
        if split < MIN_WORDS or split + 1 >= len(words) or _STOPS.search(before.group()):
            continue
        if not _may_end(before.group().lower()):
            continue
        if _opens(word.group(), before.group(), words[split + 1].group()):
            return split
        if _is_dateline(text, before, word):
            return split
    return 0


def _may_end(small: str) -> bool:
    """Whether a headline may end in a word."""
    if not (small[-1].isalnum() or small[-1] in _CLOSING) or small in heading_words("titled"):
        return False
    return small in _FINISHED or word_classes().get(small) not in _UNFINISHED


def _opens(word: str, before: str, after: str) -> bool:
    """Whether a capitalised word between ``before`` and ``after`` begins a sentence."""
    word = word.lstrip(_OPENING)
    if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
        return False
    small = word.lower().rstrip(",")
    if small.partition("-")[0] in heading_words("opener"):
        if after[0].islower() or after[0].isdigit():
            return True
        return small == "the" and after.lower().strip(".,'’s") not in heading_words("named")
    counted = before.lower() in heading_words("opener")  # "two Indians", "some Europeans"
    return before[0].islower() and after[0].islower() and not counted and _is_bare_plural(small)


def _is_bare_plural(small: str) -> bool:
    """Whether a word is a plural that may begin a sentence without an article ("Farmers")."""
    if len(small) < MIN_PLURAL or small in country_words() or small in heading_words("named"):
        return False
    return small.endswith("s") and small.isalpha() and is_word(small.removesuffix("s"))


def _is_dateline(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    name = word.group().strip(",-–—:.")
    if len(name) < 4 or not name.isupper() or not name.isalpha() or before.group().isupper():
        return False
    return has_dateline(text[word.start() : word.start() + 120])


def _is_prose(words: list[re.Match[str]]) -> bool:
    return sum(word.group()[0].islower() for word in words[:LEAD_WORDS]) >= SMALL_WORDS


def _is_whole(headline: str) -> bool:
    """Whether no quotation or bracket is left open."""
    pairs = (("“", "”"), ("(", ")"))
    even = headline.count('"') % 2 == 0
    return even and all(headline.count(a) == headline.count(b) for a, b in pairs)
