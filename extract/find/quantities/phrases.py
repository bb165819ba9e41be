"""Noun phrases beside an amount or a verb, by closed classes of words."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extract.find.passage import Passage
from extract.find.quantities.counts import singular
from extract.knowledge.counting import (
    function_words,
    nouns,
    number_words,
    quantity_words,
    word_classes,
)

_LONGEST = 6
_MOST_LINKS = 4
_QUOTES = frozenset("\"“‘«'")
# Prepositions that keep what is behind them part of the name: "area under poppy".
_NAMING = frozenset({"of", "under", "among", "per"})
_LINKING = frozenset(
    {"of", "under", "among", "in", "on", "from", "for", "with", "against", "at", "to", "between",
     "after", "during", "within", "across"}
)  # fmt: skip
# "All opiates together brought in", "the average price in 2019 was": what may end a subject.
_ADVERB = re.compile(
    r"(?:,?\s(?:together|alone|combined|alike|taken\stogether|all\stold|in\sall|worldwide)"
    r"|\s(?:in|for|of|during|by)\s(?:(?:early|late|mid|[A-Z][a-z]{2,8})[\s-])?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?)+$"
)
_COSTS = frozenset({"cost", "costs"})
_NOT_PARTICIPLES = frozenset({"seed", "weed", "speed", "hundred", "breed", "embed"})
_BARE_PARTICIPLES = frozenset({"hidden", "found", "bound", "taken", "stolen", "hid", "worth"})


class Stretch(NamedTuple):
    """A noun phrase: its span without the article, and the words in lower case."""

    start: int
    end: int
    said: str


def phrase_after(passage: Passage, position: int, limit: int) -> Stretch | None:
    """The noun phrase that begins at ``position``, articles and numbers before it left out."""
    words = passage.words
    index = bisect_left(words.starts, position)
    taken: list[int] = []
    while index < len(words.texts) and words.ends[index] <= limit and len(taken) < _LONGEST:
        word = words.texts[index]
        lower = word.lower()
        if not taken and (_leads(word) or _is_mark_inside(passage, index)):
            index += 1
            continue
        owner = taken and passage.text[: words.ends[taken[-1]]].endswith(("'s", "’s"))
        if owner and _leads(word):
            index += 1
            continue
        if not word[0].isalpha():
            glued = index + 1 < len(words.starts) and words.ends[index] == words.starts[index + 1]
            if not (word in {"-", "'"} and taken and _glued(passage, index) and glued):
                break
            index += 1
            continue
        done = taken and not words.texts[taken[-1]].endswith("ly") and _is_participle(lower)
        priced = taken and lower in _COSTS and words.texts[index + 1 : index + 2] != ("of",)
        ends = (lower in function_words() and word != "US") or done or priced
        if ends and not _behind_hyphen(passage, index):
            break
        taken.append(index)
        index += 1
        if _closes(passage, index):
            break
    return _stretch(passage, taken)


def whole_phrase_after(passage: Passage, position: int, limit: int) -> Stretch | None:
    """The noun phrase at ``position`` with what names it: "titles of the land"."""
    phrase = phrase_after(passage, position, limit)
    while phrase is not None:
        index = bisect_left(passage.words.starts, phrase.end)
        if passage.words.texts[index : index + 1] not in (("of",), ("under",)):
            return phrase
        further = phrase_after(passage, passage.words.ends[index], limit)
        if further is None or further.end - phrase.start > 90:
            return phrase
        phrase = _between(passage, phrase.start, further.end)
    return None


def phrase_before(passage: Passage, position: int, floor: int) -> Stretch | None:
    """The noun phrase that ends at ``position``, without articles."""
    words = passage.words
    index = bisect_left(words.starts, position) - 1
    taken: list[int] = []
    while index >= 0 and words.starts[index] >= floor and len(taken) < _LONGEST:
        word = words.texts[index]
        lower = word.lower()
        if not word[0].isalpha():
            joined = index + 1 < len(words.starts) and words.ends[index] == words.starts[index + 1]
            if not (taken and word in {"-", "'"} and _glued(passage, index) and joined):
                break
            index -= 1
            continue
        function = lower in function_words() and word != "US"
        if function or (taken and lower in quantity_words("lead")):
            break
        if taken and _is_participle(lower) and _is_verb(passage, index, floor):
            break
        taken.insert(0, index)
        index -= 1
    while taken and words.texts[taken[0]].lower() in quantity_words("lead"):
        taken.pop(0)
    return _stretch(passage, taken)


def subject_before(passage: Passage, position: int, floor: int) -> Stretch | None:
    """The head noun phrase, with what names it, of the chain that ends before a verb.

    "The fields in Badakhshan have grown": fields; "the income of a family": income of a family.
    """
    words = passage.words
    phrase = phrase_before(passage, _past_inset(passage, position, floor), floor)
    if phrase is None:
        last = bisect_left(words.starts, position) - 1
        if last < 0 or word_classes().get(words.texts[last]) != "adverb":
            return None
        phrase = phrase_before(passage, words.starts[last], floor)  # "prices worldwide fell"
    if phrase is None:
        return None
    chain = [phrase]
    while len(chain) <= _MOST_LINKS:
        chain[0] = _with_clause(passage, chain[0], floor)
        chain[0] = _with_first_half(passage, chain[0], floor)
        index = _before_lead(passage, bisect_left(words.starts, chain[0].start) - 1)
        if index < 0 or words.starts[index] < floor or words.texts[index].lower() not in _LINKING:
            break
        further = phrase_before(passage, words.starts[index], floor)
        if further is None and words.texts[index - 1].lower() == "those" and index > 0:
            return None if words.texts[index] != "of" else chain[0]
        if further is None:
            return _last_noun(passage, chain[0]) if len(chain) == 1 else _named(passage, chain)
        chain.insert(0, further)
    return _named(passage, chain)


def _with_clause(passage: Passage, phrase: Stretch, floor: int) -> Stretch:
    """ "people who inject drugs", "persons using drugs": with the noun its clause is said of."""
    words = passage.words
    index = bisect_left(words.starts, phrase.start) - 1
    acting = " " in phrase.said
    while index > 0 and word_classes().get(words.texts[index]) in {"verb", "auxiliary"}:
        acting, index = True, index - 1
    if index <= 0 or words.starts[index] < floor or not acting:
        return phrase
    if words.texts[index] not in {"who", "that", "which"} and not _is_using(words.texts[index + 1]):
        return phrase
    before = index if words.texts[index] in {"who", "that", "which"} else index + 1
    noun = phrase_before(passage, words.starts[before], floor)
    if noun is None or noun.said.rsplit(maxsplit=1)[-1] not in nouns()[0]:
        return phrase
    return _between(passage, noun.start, phrase.end)


def _is_using(word: str) -> bool:
    return word.endswith("ing") and word in function_words()


def _with_first_half(passage: Passage, phrase: Stretch, floor: int) -> Stretch:
    """ "trade in arms and drugs": both halves stand behind the preposition."""
    words = passage.words
    index = _before_lead(passage, bisect_left(words.starts, phrase.start) - 1)
    if index <= 0 or words.starts[index] < floor or words.texts[index] not in {"and", "or"}:
        return phrase
    half = phrase_before(passage, words.starts[index], floor)
    if half is None:
        return phrase
    link = _before_lead(passage, bisect_left(words.starts, half.start) - 1)
    linked = link >= 0 and words.starts[link] >= floor and words.texts[link].lower() in _LINKING
    return _between(passage, half.start, phrase.end) if linked else phrase


def _named(passage: Passage, chain: list[Stretch]) -> Stretch:
    """The head of a chain of phrases, with those behind it that are part of its name."""
    head = chain[0]
    for further in chain[1:]:
        between = passage.text[head.end : further.start].lower().split()
        if not between or between[0] not in _NAMING:
            break
        head = _between(passage, head.start, further.end)
    return head


def _last_noun(passage: Passage, phrase: Stretch) -> Stretch:
    """ "In Kenya cases …": nothing marks where the place ends and the subject begins."""
    last = max(phrase.said.rfind(" "), -1) + 1
    if not last or passage.text[phrase.start].islower():
        return phrase
    return _between(passage, phrase.end - (len(phrase.said) - last), phrase.end)


def _past_inset(passage: Passage, position: int, floor: int) -> int:
    """Before an inset that ends at ``position``: ", once over 70 per cent," or "(…)"."""
    floor = max(floor, position - 200)
    before = _ADVERB.sub("", passage.text[floor:position].rstrip())
    if before.endswith(")"):
        opening = before.rfind("(")
        return floor + opening if opening >= 0 else position
    if before.endswith(","):
        opening = before.rfind(",", 0, len(before) - 1)
        inner = before[:opening] if opening > 0 else before[:-1]
        return floor + len(_ADVERB.sub("", inner))
    return floor + len(before)


def _before_lead(passage: Passage, index: int) -> int:
    """The word before the articles and numbers that end at ``index``."""
    while index >= 0 and _leads(passage.words.texts[index]):
        index -= 1
    return index


def _leads(word: str) -> bool:
    lower = word.lower()
    return (
        lower in quantity_words("lead")
        or word in _QUOTES
        or word[0].isdigit()
        or lower in number_words()
    )


def _closes(passage: Passage, index: int) -> bool:
    """Whether the word before ``index`` is a plural that no other noun follows."""
    texts = passage.words.texts
    word = texts[index - 1].lower()
    if index >= len(texts) or texts[index] == "-":
        return False
    if word not in nouns()[0] and (
        singular(word) is None
        or word in quantity_words("first_half")
        or word in quantity_words("never_head")
    ):
        return False
    return texts[index].lower() not in nouns()[0]


def _is_verb(passage: Passage, index: int, floor: int) -> bool:
    """Whether a form in -ed stands behind a subject: "police seized goods", "he sold it"."""
    words = passage.words
    if index == 0 or words.starts[index - 1] < floor:
        return False
    before = words.texts[index - 1].lower()
    if not before[0].isalpha():
        return False
    if before not in function_words():
        return True
    return word_classes()[before] in {"pronoun", "auxiliary"}


def _is_mark_inside(passage: Passage, index: int) -> bool:
    """Whether a mark stands inside a number: "1,204"."""
    words = passage.words
    return (
        words.texts[index] in {",", "."}
        and _glued(passage, index)
        and words.texts[index - 1][-1:].isdigit()
        and words.texts[index + 1 : index + 2] != ()
        and words.starts[index + 1] == words.ends[index]
    )


def _glued(passage: Passage, index: int) -> bool:
    words = passage.words
    return index > 0 and words.ends[index - 1] == words.starts[index]


def _behind_hyphen(passage: Passage, index: int) -> bool:
    return index > 0 and passage.words.texts[index - 1] == "-" and _glued(passage, index)


def _is_participle(word: str) -> bool:
    if word.endswith("ed") and len(word) > 4:
        return word not in _NOT_PARTICIPLES
    return word in _BARE_PARTICIPLES


def _stretch(passage: Passage, taken: list[int]) -> Stretch | None:
    if not taken:
        return None
    return _between(passage, passage.words.starts[taken[0]], passage.words.ends[taken[-1]])


def _between(passage: Passage, start: int, end: int) -> Stretch:
    return Stretch(start, end, " ".join(passage.text[start:end].split()).lower())
