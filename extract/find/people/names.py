"""Runs of capitalised words read as titles, names and the words that are neither."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from extract.find.people.titles import CAPITALISED, Cue
from extract.find.sentences import UPPER
from extract.knowledge.people import given_names, not_names, particles, titles
from extract.knowledge.words import country_words

_POSSESSIVES = tuple(mark + ending for ending in ("s", "") for mark in "'’ʼ´`")
_LONGEST_NAME = 7

Sort = Literal["title", "stop", "function", "country", "caps", "initial", "particle", "name"]


class Token(NamedTuple):
    """A word of a run, without its possessive ending."""

    start: int
    end: int
    text: str
    sort: Sort
    possessive: bool = False
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that may be a name: the titles right before them, and their neighbours in the run."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]  # of the name, without its particles
    titles: tuple[Cue, ...] = ()
    before: Token | None = None
    rest: tuple[Token, ...] = ()

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def lead(self) -> int:
        """Where the titles begin, or the name itself."""
        return self.titles[0].start if self.titles else self.start

    @property
    def neighboured(self) -> bool:
        """Whether the run goes on beside it with words that are no name's."""
        beside = (self.before, *self.rest[:1])
        return any(t is not None and t.sort in {"stop", "country", "caps"} for t in beside)

    @property
    def honoured(self) -> bool:
        return any(cue.kind == "honorific" for cue in self.titles)


def read_segments(text: str, cues: Sequence[Cue]) -> Iterator[Segment]:
    """Every stretch of ``text`` that may be a name, in reading order."""
    starts = [cue.start for cue in cues]
    for run in _run_pattern().finditer(text):
        tokens = tuple(_tokens(run, cues, starts))
        yield from _segments(tokens)


@cache
def _run_pattern() -> re.Pattern[str]:
    def spaced(words: Sequence[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    rows = particles()
    loose = spaced([row.particle for row in rows if row.joined != "only"])
    joined = spaced([row.particle for row in rows if row.joined])
    forms = [form for row in titles() for form in (row.title, row.plural) if form]
    dotted = [form for form in forms if form.isalpha()]
    openers = f"{UPPER}{''.join(sorted({row.particle[0] for row in rows if row.joined}))}"
    # The looks ahead reject at once what most words are: small, and without a full stop.
    a_dotted = rf"(?=\w{{1,{max(map(len, dotted))}}}\.)(?:{spaced(dotted)})"
    item = (
        rf"(?:{a_dotted}\.(?=[ \xa0]{{0,2}}\w)|(?:[{UPPER}]\.[ -]?){{1,4}}(?<! )(?!\w)"
        rf"|[{UPPER}]\.(?=[{UPPER}])|(?<![\w'’-])(?:{joined})['’-]{CAPITALISED}|{CAPITALISED})"
    )
    nickname = rf"[ \xa0][\"“”][{UPPER}][^\"“”\n]{{0,20}}[\"“”](?=[ \xa0][{UPPER}])"
    spaced_gap = rf"[ \xa0]{{1,3}}(?:(?:{loose})[ \xa0]){{0,3}}"
    gap = rf"(?:{nickname}[ \xa0]|(?<=\.)[ \xa0]{{0,3}}|{spaced_gap})"
    return re.compile(rf"(?<![\w@#_-])(?=[{openers}])(?:{item})(?:{gap}(?:{item})){{0,24}}")


_WORD_OF_RUN = re.compile(rf"(?:[{UPPER}]\.[ -]?)+(?<! )|[^\s.]+\.?")


def _tokens(run: re.Match[str], cues: Sequence[Cue], starts: Sequence[int]) -> Iterator[Token]:
    for match in _WORD_OF_RUN.finditer(run.group()):
        start, text = run.start() + match.start(), match.group()
        place = bisect_right(starts, start) - 1
        cue = cues[place] if place >= 0 and cues[place].end > start else None
        if cue is not None:
            possessive = text.endswith(_POSSESSIVES)
            yield Token(start, start + len(text), text, "title", possessive, cue)
        elif text.endswith(_POSSESSIVES):
            bare = text[: -2 if text.endswith("s") else -1]
            yield Token(start, start + len(bare), bare, _sort(bare), possessive=True)
        else:
            yield Token(start, start + len(text), text, _sort(text))


@lru_cache(maxsize=1 << 14)
def _sort(word: str) -> Sort:
    if not word or word[0].islower():
        return "particle" if "-" not in word and "'" not in word and "’" not in word else "name"
    if len(word) == 1 or word.endswith("."):
        return "function" if word == "A" else "initial"
    if word in _function_words():
        return "function"
    if word in _stop_words():
        return "stop"
    if word.lower() in country_words():
        return "country"
    if word.isupper():
        return "caps"
    return "name"


@cache
def _function_words() -> frozenset[str]:
    return not_names("function")


@cache
def _stop_words() -> frozenset[str]:
    return not_names("calendar", "organisation", "topic", "geography", "headline")


def _segments(tokens: tuple[Token, ...]) -> Iterator[Segment]:
    index = 0
    chain: list[Cue] = []
    while index < len(tokens):
        token = tokens[index]
        if token.cue is not None and not _is_family_name(tokens, index, chain):
            if not chain or chain[-1] is not token.cue:
                chain.append(token.cue)
            index += 1
            if token.possessive:
                chain = []
            continue
        last = _name_end(tokens, index, chain)
        if last == index:
            chain, index = [], index + 1
            continue
        name = tokens[index:last]
        first = next(i for i, t in enumerate(tokens) if not chain or t.start >= chain[0].start)
        before = tokens[(first if chain else index) - 1] if (first if chain else index) else None
        words = tuple(token.text for token in name if token.sort != "particle")
        yield Segment(name, words, tuple(chain), before, tokens[last : last + 4])
        chain, index = [], last


def _name_end(tokens: Sequence[Token], first: int, chain: Sequence[Cue]) -> int:
    """The index after the last token of the name that begins at ``first``; ``first`` if none."""
    honoured = bool(chain) and chain[-1].kind == "honorific"
    index, words = first, 0
    while index < len(tokens) and words < _LONGEST_NAME:
        token = tokens[index]
        if not _continues(tokens, first, index, honoured=honoured, titled=bool(chain)):
            break
        index += 1
        words += token.sort != "particle"
        if token.possessive:
            break
    if index == first:
        return first
    while index > first and tokens[index - 1].sort == "particle":
        index -= 1
    only_initials = all(t.sort in {"initial", "particle"} for t in tokens[first:index])
    return first if only_initials else index


def _continues(
    tokens: Sequence[Token], first: int, index: int, *, honoured: bool, titled: bool
) -> bool:
    token, opens = tokens[index], index == first
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.sort in {"name", "initial"}:
        return True
    if token.sort == "particle":
        return titled or not opens
    if token.sort == "caps":
        if (following is not None and following.cue is not None) or token.text in _acronyms():
            return False
        if opens:
            surname = following if following is not None and following.sort == "caps" else None
            shouted = surname is not None and surname.text not in _acronyms()
            return honoured or (titled and shouted)
        return titled or tokens[first].text in given_names()
    if token.sort in {"country", "stop", "title"} and opens:
        return honoured or (token.text in given_names() and _is_surname(following))
    family = token.sort == "country" or token.text in _surnames()
    if family and index > first:
        return index == first + 1 and (titled or tokens[first].text in given_names())
    return False


def _is_family_name(tokens: Sequence[Token], index: int, chain: Sequence[Cue]) -> bool:
    """ "Mr. King": a role word that stands where only a name can."""
    alone = index + 1 == len(tokens)
    honoured = bool(chain) and chain[-1].kind == "honorific"
    return alone and honoured and tokens[index].text in _surnames()


def _is_surname(token: Token | None) -> bool:
    return token is not None and token.sort in {"name", "initial"}


@cache
def _acronyms() -> frozenset[str]:
    return not_names("acronym")


@cache
def _surnames() -> frozenset[str]:
    return not_names("surname")
