"""Words that, behind the last word of a headline, can only begin a sentence."""

from __future__ import annotations

from extract.knowledge.counting import word_classes
from extract.knowledge.headings import heading_words
from extract.knowledge.words import (
    common_words_of,
    country_name_parts,
    country_words,
    is_word,
)

MIN_PLURAL = 6

_CLOSING = "'’%"
_OPENING = "\"“‘'«»„("
# What no headline ends with: what it belongs to would follow.
_UNFINISHED = frozenset({"preposition", "conjunction", "determiner", "auxiliary"})
_FINISHED = frozenset({"who", "whom", "what", "why", "how"})
_VERBS = frozenset({"auxiliary", "verb", "adverb"})
# Endings of verbs and adjectives: behind them a capital may be the object or the noun.
_NO_NOUN = (
    *("ed", "ing", "al", "ic", "ous", "ive", "ern", "ese", "ish", "ian", "ble", "ary", "ful"),
    *("ly", "less", "ite"),
)
# Endings of plurals that are people: other plurals are parts of names ("Solomon Islands").
_PEOPLE = ("ers", "ors", "ists")


def may_end(word: str) -> bool:
    """Whether a headline may end in ``word``."""
    small = word.lower()
    if not (small[-1].isalnum() or small[-1] in _CLOSING) or small in heading_words("titled"):
        return False
    return small in _FINISHED or word_classes().get(small) not in _UNFINISHED


def opens(word: str, before: str, after: str) -> bool:
    """Whether a capitalised word between ``before`` and ``after`` begins a sentence."""
    word = word.lstrip(_OPENING)
    small = word.lower().rstrip(",").replace("’", "'")
    if not word[:1].isupper():
        return False
    if small.partition("-")[0] in heading_words("opener") and (len(word) < 2 or word[1].islower()):
        return _is_opener(small, after)
    if small.endswith("'s"):
        return small.removesuffix("'s") in country_words() and _ends_before_country(before)
    return after[0].islower() and _is_subject(word, small, before, after)


def _is_opener(small: str, after: str) -> bool:
    if after[0].islower() or after[0].isdigit() or word_classes().get(small) == "preposition":
        return True
    return small == "the" and after.lower().strip(".,'’s") not in heading_words("named")


def _ends_before_country(word: str) -> bool:
    return _is_noun(word) or (word[0].isupper() and word.lower() not in country_name_parts())


def _is_subject(word: str, small: str, before: str, after: str) -> bool:
    """Whether a noun without an article begins a sentence: no name goes on with it."""
    if before[0].isupper():
        is_name = before.isupper() or not word[1:].islower()
        return not is_name and small.endswith(_PEOPLE) and _is_bare_plural(small)
    if not _is_noun(before):
        return False
    if small in country_words() or small in heading_words("body"):
        return _is_verb(after) or after == "and"
    return word[1:].islower() and (small in heading_words("subject") or _is_bare_plural(small))


def _is_noun(word: str) -> bool:
    """Whether a word is a small one that nothing can follow but the next sentence."""
    if not word.islower() or word in word_classes():
        return False
    if word in heading_words("opener") or word in heading_words("counted"):
        return False
    if word.endswith("ing") and word in common_words_of("drug") | common_words_of("crime"):
        return True
    if word in common_words_of("adjective") or word in common_words_of("verb"):
        return False
    return not word.endswith(_NO_NOUN)


def _is_verb(word: str) -> bool:
    return word.endswith("ed") or word_classes().get(word) in _VERBS


def _is_bare_plural(small: str) -> bool:
    """Whether a word is a plural that may begin a sentence without an article ("Farmers")."""
    if len(small) < MIN_PLURAL or small in heading_words("named"):
        return False
    return small.endswith("s") and small.isalpha() and is_word(small.removesuffix("s"))
