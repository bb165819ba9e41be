"""What single words tell about the name they stand in."""

from __future__ import annotations

import re
from functools import cache

from extract.find.organisations.marks import Marks, bare, is_short, possessive
from extract.knowledge.organisations import Head, heads, words_of

AND = frozenset({"and", "&"})
_ABSTRACT = re.compile(
    r"(?:[st]ion|ions|ment|ments|ity|ities|ism|ance|ence|ship|ics|ture|cy|logy|graphy|ness|fare|ery)$"
)
_GROUP = re.compile(r"(?:[eo]r|ist|[ae]nt)s['’]$")
_SUPPORTED = re.compile(r"[-‐‑](?:[a-z]+ed|led|run|based|wide|style|backed)$")


def is_name_word(marks: Marks, index: int) -> bool:
    """Whether the token can stand inside a name."""
    word = bare(marks.word(index))
    if not word[:1].isupper() or word in words_of("title") or _SUPPORTED.search(word):
        return False
    if word in words_of("stop"):
        return f"{word} {marks.word(index + 1)}" in words_of("place")
    return index not in marks.flat or _is_known(word)


def _is_known(word: str) -> bool:
    return (
        word in words_of("marker")
        or is_topic(word)
        or is_short(word)
        or word in words_of("generic")
    )


def is_topic(word: str) -> bool:
    """Whether bodies deal with what the word says."""
    word = word.rsplit("-", 1)[-1]
    return word in words_of("topic") or bool(_ABSTRACT.search(word))


def head_at(marks: Marks, index: int) -> Head | None:
    """The head noun that ends with the token at ``index``, the longest there is."""
    word = marks.word(index)
    group = heads().get(word) or heads().get(bare(word), ())
    for head in group:
        words = marks.texts[max(0, index + 1 - len(head.words)) : index]
        if tuple(word.replace("’", "'") for word in words) == head.words[:-1]:
            return head
    return None


def ends_in_head(marks: Marks, end: int, start: int = 0) -> bool:
    """Whether a head noun, singular or plural, that begins at ``start`` or later ends there."""
    head = head_at(marks, end - 1)
    if head is not None:
        return end - len(head.words) >= start
    return bare(marks.word(end - 1)) in plural_heads()


@cache
def plural_heads() -> frozenset[str]:
    """Head nouns of one word in the plural: they name kinds of bodies, not one."""
    singular = (last for last in heads() if len(heads()[last][-1].words) == 1)
    plural = {last[:-1] + "ies" if last.endswith("y") else last + "s" for last in singular}
    return frozenset(plural - {"Services"})


def is_plain(marks: Marks, index: int) -> bool:
    return is_name_word(marks, index) and not possessive(marks.word(index))


def takes_in(marks: Marks, index: int) -> bool:
    """Whether "in" at ``index`` belongs to "Trafficking in Persons"."""
    return (
        marks.word(index).lower() == "in"
        and bare(marks.word(index - 1)) in words_of("trade")
        and is_topic(marks.word(index + 1))
    )


def owns(word: str) -> bool:
    """Whether a possessive belongs to a name: "Prosecutor's Office", "Coffee Growers' Union"."""
    return word.replace("’", "'") in words_of("owner") or (
        word[:1].isupper() and _GROUP.search(word) is not None
    )


def is_title(word: str) -> bool:
    return bare(word) in words_of("title")
