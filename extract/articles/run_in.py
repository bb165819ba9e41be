"""Headlines that run into the first sentence of their article on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.articles.openers import may_end, opens
from extract.articles.stretches import Kind, Stretch, dateline_length, is_masthead
from extract.knowledge.counting import word_classes

MAX_WORDS = 16
MIN_WORDS = 3
MIN_CAPITALS = 15
MIN_LEAD = 12
WINDOW = 400
# What is looked at of a lead: prose has small words there.
LEAD_WORDS, SMALL_WORDS = 14, 4

_TOKEN = re.compile(r"\S+")
_OPENING = "\"“‘'«»„("
_STOPS = re.compile(r"[.!?;,:–—-][\"”’»')\]]*$|[\"”»)\]]$")
_ENDS = re.compile(r"[.!?;][\"”’»')\]]*$")
_PLACE_AND_DATE = re.compile(
    r"[A-Z][\w’'./-]{1,30}(?:\s[A-Z][\w’'./-]{0,30}){0,3},(?:[^,]{2,30},)?\s[0-3]?[0-9]\s[A-Z][a-z]{2,8}\b"
)


def split_run_in(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, each headline that runs into its article taken apart from it."""
    above: Stretch | None = None
    for stretch in stretches:
        at = 0
        has_none = above is None or above.kind is not Kind.HEADLINE or is_masthead(above.text)
        if stretch.kind is Kind.BODY and has_none:
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
    written = [word.group() for word in words[: MAX_WORDS + 2]]
    small = _first_small(written)
    best = 0
    for split, (before, word, after) in enumerate(
        zip(written, written[1:], written[2:], strict=False), start=1
    ):
        if _ENDS.search(before) or (best and split > small):
            break
        if split < MIN_WORDS or _STOPS.search(before):
            continue
        is_opened = may_end(before) and opens(word, before, after)
        if is_opened or _is_dateline(text, words[split - 1], words[split]):
            # In a headline that capitalises its words the last such word is the one.
            best = split
    return best


def _first_small(written: list[str]) -> int:
    """Where the first small word stands that a headline in title case would capitalise."""
    for index, word in enumerate(written):
        if word[0].islower() and word not in word_classes():
            return index
    return len(written)


def _is_dateline(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether ``word`` begins a place or date and a dash, as in "NAIROBI, 3 May - "."""
    if before.group().isupper() or not (word.group()[0].isupper() or word.group()[0].isdigit()):
        return False
    found = dateline_length(text[word.start() : word.start() + 120])
    name = word.group().strip(",-–—:.")
    if len(name) > 3 and name.isupper() and name.isalpha():
        return found > 0 and word_classes().get(before.group()) not in {
            "preposition",
            "conjunction",
        }
    dated = text[word.start() : word.start() + found].rstrip()
    is_dated = dated[-1:] in {"-", "–", "—", ":"} and any(map(str.isdigit, dated))
    return is_dated and before.group()[0].islower() and may_end(before.group())


def _is_prose(words: list[re.Match[str]]) -> bool:
    return sum(word.group()[0].islower() for word in words[:LEAD_WORDS]) >= SMALL_WORDS


def _is_whole(headline: str) -> bool:
    """Whether no quotation or bracket is left open."""
    pairs = (("“", "”"), ("(", ")"))
    even = headline.count('"') % 2 == 0
    return even and all(headline.count(a) == headline.count(b) for a, b in pairs)
