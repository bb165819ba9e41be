"""Names whose own words say nothing: a label, a country or a form of word tells they are bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from extract.find.organisations.marks import Marks, bare, is_demonym, is_short, possessive
from extract.find.organisations.words import AND, is_name_word, is_title, plural_heads
from extract.knowledge.organisations import heads, patterns, words_of
from schemas.values import OrganisationType

_QUOTES = frozenset('"“”«»„')
_CONNECTORS = frozenset({"of", "for", "without", "against"})
_POLICE = re.compile(r"[A-Z][a-z]{1,6}Pol")
_LONGEST = 7
_MOST = 8
_NEXT = frozenset({",", "and", "&"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A body known by what stands beside its name; tokens from ``first`` to ``last``."""

    first: int
    last: int
    type: OrganisationType
    rule: str


@cache
def _labels() -> Mapping[str, tuple[tuple[tuple[str, ...], OrganisationType], ...]]:
    """Labels by their last word, the longest first, with the type of body they tell of."""
    found: dict[str, list[tuple[tuple[str, ...], OrganisationType]]] = {}
    for row in patterns():
        if row.role == "label" and row.type:
            for phrase in row.words:
                words = tuple(phrase.split())
                found.setdefault(words[-1], []).append((words, row.type))
    return MappingProxyType(
        {last: tuple(sorted(group, key=lambda one: -len(one[0]))) for last, group in found.items()}
    )


@cache
def _plurals() -> Mapping[str, OrganisationType]:
    """Labels of one word in the plural."""
    return MappingProxyType(
        {
            word[:-1] + "ies" if word.endswith("y") else word + "s": kind
            for word, group in _labels().items()
            for words, kind in group
            if len(words) == 1 and kind != "other"
        }
    )


def labelled_names(marks: Marks) -> Iterator[Labelled]:
    """ "the charity Open Hands", "the network XYZ", "Vodafone Egypt", "NamPol"."""
    labels, plurals, brands = _labels(), _plurals(), words_of("brand")
    cues = _cues()
    if not cues.isdisjoint(marks.texts):
        for index in [index for index, word in enumerate(marks.texts) if word in cues]:
            word = marks.word(index)
            if word in labels:
                yield from _labelled(marks, index)
            elif word in plurals:
                yield from _listed(marks, index + 1, plurals[word])
            elif word in brands:
                yield from _branded(marks, index)
    if "Pol" in marks.text:
        for index, word in enumerate(marks.texts):
            if "Pol" in word and _POLICE.fullmatch(bare(word)):
                yield Labelled(
                    index, index + 1, "law_enforcement", "rule:organisation.police_portmanteau"
                )


@cache
def _cues() -> frozenset[str]:
    return frozenset(_labels()) | frozenset(_plurals()) | words_of("brand")


def _branded(marks: Marks, index: int) -> Iterator[Labelled]:
    end = marks.countries.get(index + 1)
    if end and marks.joined(index + 1) and not is_demonym(marks, index + 1):
        yield Labelled(index, end, "company", "rule:organisation.brand_country")


def _labelled(marks: Marks, index: int) -> Iterator[Labelled]:
    label = _label_at(marks, index)
    if label is not None:
        opening, kind = label
        name = _behind_label(marks, index + 1, kind)
        name = name or _before_label(marks, opening, index + 1, kind)
        if name is not None:
            yield name


def _label_at(marks: Marks, index: int) -> tuple[int, OrganisationType] | None:
    """Where the label that ends at ``index`` begins, and what it tells of."""
    for words, kind in _labels()[marks.word(index)]:
        opening = index + 1 - len(words)
        if marks.texts[max(0, opening) : index + 1] == words:
            return None if marks.word(opening - 1) in words_of("criminal") else (opening, kind)
    return None


def _behind_label(marks: Marks, start: int, kind: OrganisationType) -> Labelled | None:
    """The name at ``start``, right behind a label."""
    if marks.word(start) in _QUOTES:
        end = _quoted_end(marks, start + 1)
        return Labelled(start + 1, end, kind, "rule:organisation.quoted_label") if end else None
    if not marks.joined(start) or start - 1 in marks.flat:
        return None
    if kind == "other":
        fits = _is_acronym(marks, start)
        return Labelled(start, start + 1, kind, "rule:organisation.label") if fits else None
    return _named(marks, start, kind)


def _named(marks: Marks, start: int, kind: OrganisationType) -> Labelled | None:
    end = _name_end(marks, start)
    own = any(_is_own(marks, token) for token in range(start, end))
    return Labelled(start, end, kind, "rule:organisation.label") if own else None


def _before_label(marks: Marks, opening: int, end: int, kind: OrganisationType) -> Labelled | None:
    """The name in front of an apposition: "Open Hands, a Kenyan NGO"."""
    if kind == "other" or not _is_closed(marks, end):
        return None
    article = opening
    while article and opening - article < _LONGEST and marks.word(article) not in {"a", "an"}:
        article -= 1
    last = article - 1
    if marks.word(article) not in {"a", "an"} or marks.word(last) not in {",", "is", "was", "("}:
        return None
    first = last
    while first and last - first < _LONGEST and is_name_word(marks, first - 1):
        first -= 1
        if not marks.joined(first + 1):
            break
    bounded = first < last and not is_title(marks.word(first - 1))
    own = bounded and any(_is_own(marks, token) for token in range(first, last))
    return Labelled(first, last, kind, "rule:organisation.label_after") if own else None


def _is_closed(marks: Marks, index: int) -> bool:
    """Whether no noun follows that the label would belong to ("a charity worker")."""
    word = marks.word(index)
    return not word[:1].isalnum() or word in words_of("behind") or word in words_of("verb")


def _listed(marks: Marks, start: int, kind: OrganisationType) -> Iterator[Labelled]:
    """The names behind a label in the plural: "two NGOs, the Wildlife Society and ZARIM"."""
    index = start + (marks.word(start) in {",", ":", "–", "—", "-"})
    found: list[Labelled] = []
    last = False
    for _ in range(_MOST):
        index += marks.word(index) == "the"
        end = _name_end(marks, index)
        if end == index:
            return
        name = _named(marks, index, kind)
        found += [name] if name else []
        if last:
            break
        if marks.word(end) not in _NEXT:
            return
        index, last = end + 1, marks.word(end) in AND
        if marks.word(end) == "," and marks.word(index) in AND:
            index, last = index + 1, True
    if last:
        yield from found


def _quoted_end(marks: Marks, start: int) -> int:
    """The closing quotation mark of a short name that opens at ``start``; 0 where there is none."""
    if not marks.word(start)[:1].isupper():
        return 0
    for index in range(start + 1, min(start + _LONGEST, len(marks))):
        if marks.word(index) in _QUOTES:
            return index
    return 0


def _name_end(marks: Marks, start: int) -> int:
    end = start
    while end < len(marks) and end - start < _LONGEST and (end == start or marks.joined(end)):
        word = marks.word(end)
        goes_on = word in _CONNECTORS or word in words_of("latin")
        goes_on = goes_on or word in words_of("latin_article")
        if is_name_word(marks, end):
            end += 1
            if possessive(word):
                break
        elif end > start and goes_on and is_name_word(marks, end + 1):
            end += 2
        else:
            break
    return end


def _is_own(marks: Marks, index: int) -> bool:
    """Whether the token is a word of nothing but a name: no country, topic or kind of body."""
    word = bare(marks.word(index))
    return (
        word[:1].isupper()
        and word.removesuffix("s") not in words_of("title")
        and index not in marks.countries
        and index not in marks.regions
        and word not in words_of("topic")
        and word not in words_of("generic")
        and word not in words_of("abbreviation")
        and word not in words_of("other")
        and word not in heads()
        and word not in plural_heads()
    )


def _is_acronym(marks: Marks, index: int) -> bool:
    """Whether capitals alone stand there, and no noun behind them that they would qualify."""
    word, following = marks.word(index), marks.word(index + 1)
    alone = not following[:1].islower() or (
        following in words_of("verb") or following in words_of("behind")
    )
    return (
        alone
        and len(word) > 2
        and is_short(word)
        and word.isupper()
        and word.isalpha()
        and index not in marks.countries
        and word not in words_of("abbreviation")
    )
