"""Acronyms that stand for bodies: those the document defines, and those its wording betrays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.find.organisations.grammar import names
from extract.find.organisations.lexicon import bodies_by_name, name_key
from extract.find.organisations.marks import Marks, is_short, mark
from extract.find.organisations.words import is_name_word, is_topic
from extract.find.passage import DocumentContext, Passage
from extract.find.words import PhraseIndex, Words
from extract.knowledge.organisations import heads, words_of
from extract.knowledge.words import is_word

_LOOKALIKES = str.maketrans({"I": "l", "l": "I", "O": "0", "0": "O"})
_SENTENCE_ENDS = frozenset({"", ".", "!", "?"})
_MIXED = re.compile(r"[A-Z]*[a-z][A-Za-z]*")


@dataclass(frozen=True, slots=True)
class Use:
    """An acronym, or its long form, where it is used."""

    start: int
    end: int
    acronym: str
    long_form: str | None
    rule: str
    support: int = 3
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def names_body(long_form: str) -> bool:
    """Whether a long form names a body: a known one, or one built like a name of a body."""
    if name_key(long_form) in bodies_by_name():
        return True
    return long_form[:1].isupper() and (
        _is_one_name(long_form) or _is_one_name(_with_capitals(long_form))
    )


@cache
def _lower_heads() -> frozenset[str]:
    return frozenset(last.lower() for last in heads())


def _with_capitals(text: str) -> str:
    """A name written in small letters with the capitals it lacks."""
    return " ".join(
        word if word in words_of("small") else word[:1].upper() + word[1:] for word in text.split()
    )


def _is_one_name(text: str) -> bool:
    if not any(word.lower() in _lower_heads() for word in text.split()):
        return False
    marks = mark(text, Words.of(text))
    return any(name.start == 0 and name.end == len(text) for name in names(marks))


def defined_uses(passage: Passage, context: DocumentContext) -> Iterator[Use]:
    """Where a passage uses an acronym the document defines as a body, or its long form."""
    phrases: list[tuple[str, Use]] = []
    for acronym, entry in sorted(context.acronyms.items()):
        if not names_body(entry.long_form):
            continue
        use = Use(0, 0, acronym, entry.long_form, "rule:organisation.defined_acronym")
        phrases.append((acronym, use))
        phrases.append((entry.long_form, use))
        phrases += [(variant, _variant(use)) for variant in _variants(acronym)]
    if not phrases:
        return
    for phrase in PhraseIndex(phrases).find(passage.words):
        use = phrase.values[0]
        rule = use.rule
        if passage.text[phrase.start : phrase.end] == use.long_form:
            rule = "rule:organisation.defined_name"
        yield Use(
            phrase.start, phrase.end, use.acronym, use.long_form, rule, use.support, use.warnings
        )


def _variants(acronym: str) -> tuple[str, ...]:
    """What an acronym with small letters looks like when a scanner confuses I and l."""
    if not _MIXED.fullmatch(acronym):
        return ()
    return tuple(
        sorted(
            acronym[:index] + letter.translate(_LOOKALIKES) + acronym[index + 1 :]
            for index, letter in enumerate(acronym)
            if index and letter in "Il"
        )
    )


def _variant(use: Use) -> Use:
    return Use(
        0, 0, use.acronym, use.long_form, "rule:organisation.ocr_variant", 2, ("ocr_variant",)
    )


def betrayed_uses(
    marks: Marks, context: DocumentContext, taken: Mapping[int, int]
) -> Iterator[Use]:
    """Acronyms without a definition that act like bodies: "the XYZ of Ghana", "XYZ officers"."""
    units = words_of("unit")
    capitals = [i for i, word in enumerate(marks.texts) if word.isupper() or word in units]
    for index in capitals:
        word = marks.texts[index]
        if word in units and _is_town(marks, index + 1):
            yield Use(
                marks.starts[index],
                marks.ends[index + 1],
                f"{word} {marks.word(index + 1)}",
                None,
                "rule:organisation.unit_town",
                2,
            )
        if (
            word.isupper()
            and 3 <= len(word) <= 8
            and word.isalpha()
            and index not in taken
            and index not in marks.flat
            and index not in marks.countries
            and word not in words_of("abbreviation")
            and word.capitalize() not in words_of("stop")
            and word not in context.acronyms
            and not _among_capitals(marks, index)
        ):
            following = marks.word(index + 1)
            article = marks.word(index - 1) in {"the", "The"}
            if (
                following in words_of("staff")
                or (article and (following in words_of("verb") or _of_country(marks, index)))
                or (not is_word(word.lower()) and _is_actor(marks, index, article=article))
            ):
                yield Use(
                    marks.starts[index],
                    marks.ends[index],
                    word,
                    None,
                    "rule:organisation.undefined_acronym",
                    2,
                    ("unresolved_acronym",),
                )


def _is_town(marks: Marks, index: int) -> bool:
    return (
        marks.joined(index)
        and is_name_word(marks, index)
        and not (is_topic(marks.word(index)) or is_short(marks.word(index)) or index in marks.flat)
    )


def _is_actor(marks: Marks, index: int, *, article: bool) -> bool:
    """Whether the acronym is who acts: "XYZ seized …", "seized by XYZ", "officers of XYZ"."""
    before, following = index - 1 - article, marks.word(index + 1)
    acts = following in words_of("verb")
    if acts and marks.word(before) in _SENTENCE_ENDS:
        return True
    if following[:1].islower() and not acts and following not in words_of("behind"):
        return False
    match marks.word(before):
        case "by":
            return marks.word(before - 1) in words_of("verb")
        case "of" | "from" | "for" | "at":
            return marks.word(before - 1).lower() in words_of("staff")
        case "to":
            return marks.word(before - 1) in {"according", "According"}
        case _:
            return False


def _of_country(marks: Marks, index: int) -> bool:
    following = index + 2 + (marks.word(index + 2) == "the")
    return marks.word(index + 1) == "of" and following in marks.countries


def _among_capitals(marks: Marks, index: int) -> bool:
    """Whether a neighbour is a longer word in capitals: a heading, not an acronym."""
    return any(
        len(word) > 3 and word.isupper() and not is_short(word[:12])
        for word in (marks.word(index - 1), marks.word(index + 1))
    )
