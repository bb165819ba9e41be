"""The noun a bare number counts where its own clause names it: as subject, group or apposition."""

from __future__ import annotations

import re

from extract.find.passage import Passage
from extract.find.quantities.amounts import Amount
from extract.find.quantities.counts import count_unit, singular
from extract.find.quantities.cues import AS_MANY, HAS_COME_TO, NUMBER_OF, PLACED, cue
from extract.find.quantities.phrases import phrase_before, subject_before
from extract.knowledge.counting import Noun, function_words, nouns, quantity_words
from extract.knowledge.units import Unit

# "Convictions went from 9", "Prosecutions doubled, to 64", "the Chinese numbered 4,860".
_CHANGES = cue(
    r"""\s(?:(?:have|has|had)\s)?(?:(?:more\sthan|almost|nearly)\s)?
    (?:number(?:ed)?|totall?ed|accounted\sfor|(?:ROSE\s(?:by\s)?[\d.,]+(?:%|\sper\s?cent)|ROSE|soared|surged|plunged|plummeted|slumped|shrank|swelled|doubled
    |tripled|quadrupled|trebled|halved)(?:\s(?:up|down|back|\w+ly|further|again)){0,2},?
    \s(?:from|to))\s(?:ABOUT\s){0,2}$"""
)
_WHICH = re.compile(r",?\s(?:which|that|who)$")
_TO = re.compile(r"\s(?:in\s(?:19|20)\d\d\s)?to\s")
# "from 53 million in 2018 to 30 million", whatever the verb.
_FROM_TO = cue(
    r"\bfrom\s(?:ABOUT\s)?\d[\d.,]*(?:\s(?:thousand|million|billion))?(?:\sin\s(?:19|20)\d\d)?\sto\s(?:ABOUT\s)?$"
)
# "nine of them women", "47 of whom minors".
_OF_THEM = re.compile(r"\sof\s(?:them|these|those|whom)\s(?:also\s|all\s|both\s)?")
_ONLY_THEM = re.compile(r"\sof\s(?:them|these|those)\b(?=\s?[.,;]|\s(?:by|in|at|to|from|on)\b)")
# "Of the people who inject drugs, some 25,000".
_OPENED = cue(
    r"\s?(?:Of|Among|Out\sof)\s(?:the|these|those|all)\s(?P<group>[^,;.:]{2,70}),\s(?:ABOUT\s){0,2}"
)
# "Deaths: 1,204", "Participants: 25": a label of its own.
_LABEL = cue(r"(?:^|[\n;.(•]\s{0,4})(?P<words>[A-Z][^.;:()•\n\d]{2,70}):\s(?:ABOUT\s)?$")
_LABEL_ENDS = re.compile(r"\s?(?:[.;(]|,(?!\d)|\n|$)|\s(?:in|of|from|by|and|up|down)\b")
_LISTED_FOR = cue(
    r"\baccounted\sfor\s[\d.,]+(?:,|;|,?\sand)\s(?:the\s)?(?P<noun>[a-z]+)\sfor\s(?:ABOUT\s)?$"
)
_LOWER = re.compile(r"\b[a-z-]+\b")
_WORD = re.compile(r"[a-z-]+")
_NEAR = 70


def noun_named_before(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "New substances are not. Member States had reported 166 of them": of the last sentence."""
    if not _ONLY_THEM.match(text, bare.end):
        return None
    for word in reversed(_LOWER.findall(text[max(0, floor - 160) : floor])):
        noun = nouns()[0].get(word)
        if noun is not None and noun.kind not in {"abstract", "body"}:
            return count_unit(noun)
    return None


def noun_of_clause(passage: Passage, bare: Amount, floor: int) -> Unit | None:
    """The unit of a bare number whose own clause says what it counts."""
    text = passage.text
    return (
        _of_them(text, bare)
        or _from_number_of(text, bare, floor)
        or _from_subject(passage, bare, floor)
        or _from_as_many(text, bare, floor)
        or _from_opening(text, bare, floor)
        or _from_label(text, bare)
        or _from_listed(text, bare, floor)
    )


def _of_them(text: str, bare: Amount) -> Unit | None:
    match = _OF_THEM.match(text, bare.end)
    if match is None:
        return None
    noun = _first_noun(_WORD.findall(text[match.end() : match.end() + 40])[:3])
    return count_unit(noun) if noun else None


def _first_noun(words: list[str]) -> Noun | None:
    """The first plural of the table, if no function word or participle stands before it."""
    for word in words:
        if word in function_words():
            return None
        noun = singular(word)
        if noun is not None and noun.kind is not None:
            return noun
    return None


def _from_subject(passage: Passage, bare: Amount, floor: int) -> Unit | None:
    text = passage.text
    if not PLACED.match(text, bare.end) and not _TO.match(text, bare.end):
        return None
    verb = _changes(text, bare, floor)
    if verb is None:
        return None
    which = _WHICH.search(text, max(floor, verb.start() - 10), verb.start())
    subject = (
        phrase_before(passage, which.start(), floor)
        if which
        else subject_before(passage, verb.start(), floor)
    )
    if subject is None:
        return None
    words = subject.said.removeprefix("number of ").split(" of ")[0].split()
    noun = singular(words[-1])
    return count_unit(noun) if noun is not None and noun.kind not in {None, "abstract"} else None


def _changes(text: str, bare: Amount, floor: int) -> re.Match[str] | None:
    return _CHANGES.search(text, max(floor, bare.start - _NEAR), bare.start)


def _from_number_of(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "The number of prisoners … has already reached 191 in Kyrgyzstan"."""
    if not PLACED.match(text, bare.end) and not _TO.match(text, bare.end):
        return None
    window = max(floor, bare.start - 250)
    if not (
        HAS_COME_TO.search(text, window, bare.start)
        or _changes(text, bare, floor)
        or _FROM_TO.search(text, max(floor, bare.start - _NEAR), bare.start)
        or (_TO.match(text, bare.end) and text.endswith("from ", floor, bare.start))
    ):
        return None
    for match in reversed(list(NUMBER_OF.finditer(text, window, bare.start))):
        for word in match.group(1).split():
            noun = singular(word)
            if noun is not None:
                return count_unit(noun)
    return None


def _from_as_many(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "twice as many people as it should: 3,113"."""
    match = AS_MANY.search(text, max(floor, bare.start - 120), bare.start)
    noun = singular(match.group(1)) if match else None
    return count_unit(noun) if noun is not None else None


def _from_label(text: str, bare: Amount) -> Unit | None:
    if text[bare.start - 2 : bare.start] != ": " or not _LABEL_ENDS.match(text, bare.end):
        return None
    match = _LABEL.search(text, max(0, bare.start - 80), bare.start)
    for word in _WORD.findall(match["words"].lower()) if match else ():
        if word in quantity_words("measure"):
            return None
        noun = nouns()[0].get(word)
        if noun is not None and noun.kind != "abstract":
            return count_unit(noun)
    return None


def _from_listed(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "Females accounted for 944, minors for 551"."""
    match = _LISTED_FOR.search(text, max(floor, bare.start - _NEAR), bare.start)
    if match is None or "%" in match.group() or not _LABEL_ENDS.match(text, bare.end):
        return None
    noun = nouns()[0].get(match["noun"])
    return count_unit(noun) if noun is not None and noun.kind == "person" else None


def _from_opening(text: str, bare: Amount, floor: int) -> Unit | None:
    """ "Of the people who inject drugs, some 25,000 live in Kyrgyzstan"."""
    match = _OPENED.fullmatch(text, floor, bare.start)
    noun = _first_noun(_WORD.findall(match["group"])[:3]) if match else None
    return count_unit(noun) if noun is not None and noun.kind == "person" else None
