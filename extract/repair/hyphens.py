"""Does a hyphen at a line end belong to its word, or did the line end put it there?"""

from __future__ import annotations

import re
from functools import cached_property

from extract.knowledge.words import (
    country_words,
    hyphen_partners,
    is_word,
    joining_words,
)

DROP = ""
KEEP = "-"
SUSPENDED = "- "

# Words as written within a line, hyphenated ones whole, the two halves of broken ones left out.
_BROKEN = re.compile(r"-[ \t]*[\n\f]\s*[^\W\d_]*")
_WRITTEN = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")


class Vocabulary:
    """The words a document writes unbroken; read off it when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(_WRITTEN.findall(_BROKEN.sub("-", self._text).lower()))

    def has(self, form: str) -> bool:
        """Whether the document writes ``form`` (lower case) within a line."""
        return form in self._forms

    def knows(self, word: str) -> bool:
        """Whether ``word`` (lower case) is a common word or one of the document."""
        return is_word(word) or word in self._forms


def at_line_end(left: str, right: str, vocabulary: Vocabulary) -> str:
    """What stands between the halves of a word broken at a line end: DROP, KEEP or SUSPENDED.

    Typesetters mostly break words that have no hyphen, so without evidence it is dropped.
    """
    half = left.rpartition("-")[2]
    if right in hyphen_partners("prefix").get(half.lower(), ()):
        return KEEP
    if right.lower() in joining_words("suspended"):
        return SUSPENDED
    if not half or not half.isalpha() or len(half) < 2 or not right[:1].isalpha():
        return KEEP
    joined = (half + right).lower()
    if half.isupper() and right.isupper():
        return DROP if _is_broken_capitals(half.lower(), right.lower(), vocabulary) else KEEP
    if right[0].isupper() or half.isupper():
        return KEEP
    if vocabulary.has(joined):
        return DROP
    if vocabulary.has(f"{left}-{right}".lower()) or vocabulary.has(f"{half}-{right}".lower()):
        return KEEP
    return KEEP if is_compound(half.lower(), right.lower(), vocabulary) else DROP


def is_compound(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether ``left-right`` (lower case) is a word that is written with its hyphen."""
    if right in (partners := hyphen_partners("prefix").get(left, frozenset())):
        return True
    if left in joining_words("tens"):
        return right in joining_words("units")
    if is_word(left + right):
        return False
    if "*" in partners:
        return True
    if left in hyphen_partners("prefix") and not partners:
        return vocabulary.knows(right)
    if right in hyphen_partners("suffix"):
        return vocabulary.knows(left)
    if partners or len(left) < 3 or len(right) < 3 or right in joining_words("ending"):
        return False
    return is_word(left) and is_word(right)


def is_left_over(left: str, right: str) -> bool:
    """Whether a line end left the hyphen that now stands within a line ("Turk-menistan").

    The joined form must be a country or a longish common word, one half must be no word.
    """
    joined = (left + right).lower()
    if not right.islower() or joined in hyphen_partners("prefix"):
        return False
    if joined in country_words():
        return True
    halves_are_words = is_word(left.lower()) and is_word(right)
    is_prefix = left.lower() in hyphen_partners("prefix")
    return len(joined) > 5 and is_word(joined) and not halves_are_words and not is_prefix


def before_space(left: str, right: str, vocabulary: Vocabulary) -> str | None:
    """The same for ``left- right`` within a line; None where the space may be meant."""
    small, other = left.lower(), right.lower()
    if other in joining_words("suspended"):
        return None
    prefixes = hyphen_partners("prefix")
    hyphenated = vocabulary.has(f"{small}-{other}") or (
        small in prefixes and is_compound(small, other, vocabulary)
    )
    if right[0].isupper():
        # "Guinea- Bissau", "Counter- Terrorism", but "Vienna- The" and "VIENNA- Farmers".
        return KEEP if hyphenated or (small in prefixes and prefixes[small] <= {"*"}) else None
    joined = small + other
    if vocabulary.has(joined) or (is_word(joined) and not (is_word(small) and is_word(other))):
        return DROP
    if hyphenated or (other in hyphen_partners("suffix") and is_word(small)):
        return KEEP
    return None


def _is_broken_capitals(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether two capital halves are a broken word of a headline, not acronyms ("UNODC-WCO")."""
    if vocabulary.knows(left + right):
        return True
    is_long = max(len(left), len(right)) > 5
    return is_long and not vocabulary.knows(left) and not vocabulary.knows(right)
