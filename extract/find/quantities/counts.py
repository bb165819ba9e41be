"""The noun a bare number counts: found by closed classes of words, without a tagger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.find.words import Words
from extract.knowledge.counting import Noun, function_words, nouns, number_words, quantity_words
from extract.knowledge.units import Unit

# How many words may stand between a number and the noun it counts.
REACH = 9
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ans|ese|[a-z]{2}is|vars|inos)$")
_INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]+s$")
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|news|series|'s)$")
_PARTITIVE = re.compile(
    r"\s+of\s+(?:the|these|those|its|their|our|his|her|all|all the|[A-Z]\w+['’]s|[a-z]+['’]s)\b"
    r"|\s+of\s+(?=\d)(?!(?:19|20)\d\d\b)"
)
_FELLOWS = re.compile(
    r"(?P<more>(?:,\s(?:[a-z]+\s){0,3}[a-z]+s){0,4}),?\sand\s(?P<last>(?:[a-z]+\s){0,3}?[a-z]+s)\b"
)
# "schoolchildren", "policewomen", "townspeople".
_COMPOUND_PLURAL = re.compile(r"([a-z]{3,})(children|women|men|people)$")
_COMPOUND_SINGULAR = {"children": "child", "women": "woman", "men": "man", "people": "person"}
_NOT_COMPOUND = frozenset({"specimen", "regimen", "abdomen", "acumen"})
_BLANK_LINE = "\n\n"
_QUOTES = frozenset('"“”«»‘')


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: where it ends, its head and whether it is in the table."""

    end: int
    noun: Noun
    head_start: int


def counted_noun(
    text: str, words: Words, position: int, after: int, *, one: bool = False
) -> Counted | None:
    """The noun phrase behind a number that ends at ``position``, before word ``after``."""
    return _Phrase(text, words, position, after, one=one).head()


def with_fellows(text: str, found: Counted) -> Counted:
    """ "40 teachers, psychologists and youth leaders": one phrase, and of three kinds persons."""
    match = _FELLOWS.match(text, found.end)
    if match is None or found.noun.kind != "person":
        return found
    kinds = [part for part in (match["more"] or "").split(",") if part.strip()]
    heads = [part.split()[-1] for part in (*kinds, match["last"])]
    numbered = any(word in number_words() for word in match.group().split())
    if numbered or not all(_is_person(head) for head in heads):
        return found
    noun = Noun("person", "person") if kinds else found.noun
    return Counted(match.end(), noun, found.head_start)


def _is_person(plural: str) -> bool:
    known = nouns()[0].get(plural.lower())
    return known is not None and known.kind == "person"


def partitive_at(text: str, position: int) -> int | None:
    """Where the noun phrase of "10 of the …" begins, if one does."""
    match = _PARTITIVE.match(text, position)
    return match.end() if match else None


def singular(word: str) -> Noun | None:
    """The noun a plural belongs to: by the table, or by rule where it looks like a plural."""
    known = nouns()[0].get(word.casefold())
    if known is not None:
        return known
    if _INITIALS.match(word):
        return Noun(word[:-1])
    if _DEMONYM.match(word):
        return Noun(word.removesuffix("s").lower(), "person")
    if not word.islower() or len(word) < 4:
        return None
    if not word.endswith("s"):
        return _compound(word)
    if _NO_PLURAL.search(word):
        return None
    if word in function_words():
        return None
    return Noun(_singular_by_rule(word))


def _compound(word: str) -> Noun | None:
    """ "schoolchildren", "policewomen": plurals without an s."""
    match = _COMPOUND_PLURAL.match(word)
    if match is None or word in _NOT_COMPOUND:
        return None
    return Noun(match.group(1) + _COMPOUND_SINGULAR[match.group(2)], "person")


def _singular_by_rule(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


class _Phrase:
    def __init__(self, text: str, words: Words, position: int, after: int, *, one: bool) -> None:
        self.text, self.words = text, words
        self.position, self.after, self.one = position, after, one
        self.found: Counted | None = None

    def head(self) -> Counted | None:
        """The head of the phrase, if it counts as one."""
        text, position = self.text, self.position
        if position >= len(text) or not text[position].isspace():
            return None
        texts, starts, ends = self.words.texts, self.words.starts, self.words.ends
        index, previous_end, linked, seen = self.after, position, False, 0
        while index < len(texts) and seen < REACH:
            if _BLANK_LINE in text[previous_end : starts[index]]:
                break
            word = texts[index]
            previous_end = ends[index]
            if not word[0].isalpha():
                if not self._passes(index, seen):
                    break
                linked = word == ","
                index += 2 if word == "'" and texts[index + 1 : index + 2] == ("s",) else 1
            elif (not seen and self._is_skipped(index)) or self._joins(index, seen, linked):
                index += 1
            elif self._ends(index):
                break
            else:
                seen += 1
                if self._settles(index):
                    break
                index += 1
        return self.found

    def _ends(self, index: int) -> bool:
        """Whether a function word or the next number ends the phrase."""
        lower = self.words.texts[index].lower()
        if lower in function_words():
            return not self._is_joined(index)
        return lower in number_words() and not self._hyphenated(index)

    def _joins(self, index: int, seen: int, linked: bool) -> bool:
        """ "police and customs officers": the phrase goes on behind "and"."""
        joint = self.words.texts[index].lower() in {"and", "or"}
        return joint and not self.found and seen > 0 and not linked

    def _is_skipped(self, index: int) -> bool:
        """ "19 fewer firearms", "six other countries": the noun stands behind."""
        if self.words.texts[index].lower() not in quantity_words("before_noun"):
            return False
        following = self.words.texts[index + 1 : index + 2]
        return bool(following) and following[0].lower() not in function_words()

    def _is_joined(self, index: int) -> bool:
        """Whether a function word is part of a compound or a noun: "off-road", "40 sets of"."""
        if self._glued_behind(index) or self._hyphenated(index):
            return True
        known = nouns()[0].get(self.words.texts[index].lower())
        return (
            known is not None
            and index == self.after
            and self.words.texts[index + 1 : index + 2] == ("of",)
        )

    def _passes(self, index: int, seen: int) -> bool:
        """Whether a mark may stand inside the phrase: hyphens, quotes, possessives, list commas."""
        mark = self.words.texts[index]
        if self.found is not None and mark != "-":
            return False
        if mark[0].isdigit():  # "three AR-15 rifles", "20 Erimin 5 pills"
            glued = index > 2 and self._glued_behind(index) and self._glued_ahead(index - 2)
            return glued or self._is_in_name(index, seen)
        if mark in {"-", "/"}:
            return index > 0 and self._glued_ahead(index - 1) and self._glued_ahead(index)
        if mark == "'":
            return seen > 0
        if mark in _QUOTES or mark == "&":
            return True
        return mark == "," and seen > 0 and self._list_goes_on(index)

    def _is_in_name(self, index: int, seen: int) -> bool:
        """Whether a number is the end of a brand: a capitalised word before, its form behind."""
        brand, number, form = (*self.words.texts[index - 1 : index + 2], "", "")[:3]
        known = nouns()[0].get(form.lower())
        return (
            seen == 1
            and len(number) < 4
            and brand.istitle()
            and (known is not None and known.kind == "form")
        )

    def _list_goes_on(self, index: int) -> bool:
        """ "15 police, customs and border officers": a comma, a word or two, then "and"."""
        following = self.words.texts[index + 1 : index + 4]
        return any(word in {"and", "or"} for word in following[1:]) and following[0].islower()

    def _settles(self, index: int) -> bool:
        """Take the word as head where it is one; true where the phrase cannot go on."""
        texts = self.words.texts
        word = texts[index]
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if following == "'" and self._glued_ahead(index):
            return False
        noun = nouns()[1].get(word.lower()) if self.one else singular(word)
        if self._hyphenated(index):
            return False
        if noun is None or self._is_first_of_pair(index):
            return self.found is not None
        self.found = Counted(self.words.ends[index], noun, self.words.starts[index])
        gap = self.text[self.words.ends[index] : self.words.ends[index] + 2]
        if not following[:1].isalpha() or _BLANK_LINE in gap:
            return following != "-"
        return not self._goes_on(word, index + 1)

    def _goes_on(self, word: str, index: int) -> bool:
        """Whether a plural is only the first half of the name: "customs officers"."""
        following = self.words.texts[index]
        if following.lower() in function_words():
            return False
        if singular(following) is not None:
            return True
        if self.one and following.lower() in nouns()[1]:
            return True  # "one ecstasy tablet"
        behind = self.words.texts[index + 1] if index + 1 < len(self.words.texts) else ""
        return word.lower() in quantity_words("first_half") and behind.lower() in nouns()[0]

    def _is_first_of_pair(self, index: int) -> bool:
        """ "police and customs officers": the first word is no head though it is a plural."""
        texts = self.words.texts
        word = texts[index].lower()
        if word in quantity_words("never_head"):
            return True
        if word not in quantity_words("first_half") or texts[index + 1 : index + 2] not in (
            ("and",),
            ("or",),
            (",",),
        ):
            return False
        for later in texts[index + 2 : index + 6]:
            if not later[0].isalpha() or later.lower() in function_words() - {"and"}:
                return False
            known = nouns()[0].get(later.lower())
            if known is not None and later.lower() not in quantity_words("first_half"):
                return True
        return False

    def _hyphenated(self, index: int) -> bool:
        return (
            index + 1 < len(self.words.texts)
            and self.words.texts[index + 1] == "-"
            and self._glued_ahead(index)
            and self._glued_ahead(index + 1)
        )

    def _glued_ahead(self, index: int) -> bool:
        starts, ends = self.words.starts, self.words.ends
        return index + 1 < len(starts) and ends[index] == starts[index + 1]

    def _glued_behind(self, index: int) -> bool:
        starts, ends = self.words.starts, self.words.ends
        return (
            index > 0 and ends[index - 1] == starts[index] and self.words.texts[index - 1] in "-/"
        )


def count_unit(noun: Noun) -> Unit:
    """The unit of a count of a noun."""
    return Unit(noun.singular, "count", f"{{{noun.singular}}}", noun.singular)
