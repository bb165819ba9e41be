"""What a figure measures, in words of the text: "opium production", "share of the victims".

A count is named by its noun and what is said of it, a share by its whole and its part, a mass, an
area or a sum by what it is of and a topic that fits its unit. What the clause does not say is taken
from the figure before it, and never made up.
"""

from __future__ import annotations

import re
from functools import cache

from extract.compose.clauses import Clause, once
from extract.compose.statistics.dating import behind, is_change
from extract.compose.statistics.insets import resumed, whom
from extract.compose.statistics.page import Figure
from extract.compose.statistics.subjects import ABOUT, NAME, in_sentence, told
from extract.compose.wording import WordingIndex
from extract.knowledge.counting import number_words
from extract.knowledge.statistics import IndicatorRow, indicator_rows, unit_classes

_LONGEST = 90
_TAIL = 70  # characters read of what is said of a counted noun
_BEFORE_NOUN = (" of", " from")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
# Where what is said of a noun ends: another clause, a comparison, a rate.
_STOP = re.compile(
    r"[.,;:()\[\]–—\"“”«»\n]"
    r"|\s(?:and|but|while|whereas|compared|against|as|than|up|down|worldwide|globally|each|every|per|a\syear"
    r"|annually|today|alone|so\sfar|last|this|that\syear|when|where|because|after|before|since|until|during)\b"
)
_ADVERB = re.compile(r"\s(?:worldwide|globally|annually|today|alone|each\syear|every\syear)$")
_DANGLING = re.compile(
    r"\s+(?:in|of|to|for|the|an?|was|were|is|are|has|have|had|been|be|by|from|on|at|with|that|which|who|over|under"
    r"|between|and|some|about|only|its|their|into|across|through|throughout|within|around|also|not|more|such|including)$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\bnumber\sof\s(?:the\s)?(.{3,140}?)\s(?:(?:has|have|had|already|now)\s)*"
    r"(?:was|were|is|are|reached|rose|fell|grew|stood|stands|came|went|increased|decreased|dropped|climbed|to)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b((?:(?!(?:[Tt]he|[Aa]n?)\s)[\w-]+\s){0,2}\b(?:rates?|prevalence|ratio|incidence|purity|occupancy|coverage)"
    r"(?:\s(?:of|among|in)\s[^,.;:()\d]{3,50}?)?)\s"
    r"(?:(?:has|had|already|now)\s)*"
    r"(?:was|is|of|stood at|stands at|reached|came to|remained at|at|to|rose to|fell to)\s"
    r"(?:(?:about|around|some|nearly|almost|only|over|an estimated)\s)*$"
)
_OF_WHOLE = re.compile(r"\s+of\s+(?:all\s+)?(the\s+)?")
_PRONOUN = re.compile(
    r"\s+(?:of|among)\s+(?:all\s+)?(?:them|whom|which|these|those|it|us|this|that)\b"
)
_VERB = re.compile(
    r"\s+(?=(?:was|were|is|are|had|have|has|did|do|said|reported|used|lived|live|paid|took|came|come|tested)\b)"
)
_SHARE_VERB = (
    r"(?:made|make|makes|making)\sup|account(?:s|ed|ing)?\sfor|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)"
    r"|compris(?:e|es|ed|ing)|form(?:s|ed|ing)?"
)
_PART = re.compile(
    rf"(?:^|[,;:]\s|\b(?:and|while|but|whereas|with|that|year|among|by)\s)(?:the\s)?"
    rf"((?:{NAME}\s){{0,3}}{NAME}),?(?:\s(?:which|who|that))?\s(?:{_SHARE_VERB})\s{ABOUT}$"
)
_OF_TITLE = re.compile(
    r"^[^:]*:\s|,.*|\s*\(.*|\s*:\s*$"
)  # "Looking back: seizures (kg), 2001-2003"
# Words behind a noun that say more of it, not of the verb before it ("brought 12 cases to court").
_GOES_ON = re.compile(
    r"\s(?!(?:to|for|from|into|at|by|in|through|via|over|across|after|before|within)\s)[a-z]"
)


@cache
def _rows() -> WordingIndex[IndicatorRow]:
    return WordingIndex([(row, row.words) for row in indicator_rows()])


def indicator(figure: Figure, level: str | None, group: str = "") -> str:
    """A short name of what is measured; empty where the clause does not say.

    ``level`` is what the figures just before it measure, which a change without a topic changes;
    ``group`` who was counted last, of whom it may be a part.
    """
    if figure.line.row:
        return _short(_OF_TITLE.sub("", figure.line.row))
    if figure.dimension == "count":
        return _short(_counted(figure, group))
    if is_change(figure):
        return _short(_changed(figure, level))
    if figure.dimension == "percent":
        return _short(_share(figure, group))
    return _short(_measured(figure))


def _short(words: str) -> str:
    """In one line, and cut at a word."""
    said = " ".join(words.split())
    if len(said) <= _LONGEST:
        return said
    return said[: _LONGEST + 1].rpartition(" ")[0] or said[:_LONGEST]


# --- masses, areas, sums --------------------------------------------------------------------------


def _measured(figure: Figure) -> str:
    topic = _nearest(figure, "topic")
    noun = figure.of or ""
    if topic is None and figure.dimension == "area":
        return f"area of {noun}" if noun else ""
    return _named(topic.name if topic else "", noun) or told(figure)


def _changed(figure: Figure, level: str | None) -> str:
    direction = _nearest(figure, "direction")
    topic = _nearest(figure, "topic")
    said = figure.of is not None and figure.of.split()[-1] in figure.line.clause.text.lower()
    words = _named(topic.name if topic else "", figure.of or "") if topic or said else ""
    words = words or level or figure.of or ""
    if direction is None:
        return words
    return f"{direction.name} {words}" if words else direction.name.removesuffix(" in")


def _named(topic: str, noun: str) -> str:
    heads = set(topic.removesuffix(" of").removesuffix(" from").split())
    words = noun.split()
    if not heads.isdisjoint((*words, *(f"{word}s" for word in words))):
        return noun
    earner = unit_classes().get(noun.rpartition(" ")[2])
    if topic == "income from" and earner is not None and earner.kind == "people":
        return f"{noun} income"  # not what it is from
    if topic.endswith(_BEFORE_NOUN):
        return f"{topic} {noun}" if noun else topic.rsplit(" ", 1)[0]
    return f"{noun} {topic}".strip()


def _nearest(figure: Figure, part: str) -> IndicatorRow | None:
    """The indicator word of the clause that fits the unit and stands nearest to the figure."""
    best: tuple[int, IndicatorRow] | None = None
    clause = figure.line.clause
    left, right = figure.start - clause.start, figure.end - clause.start
    for start, end, row in _words_of(clause):
        if row.part == part and (part == "direction" or figure.dimension in row.of):
            distance = left - end if end <= left else start - right
            if best is None or distance < best[0]:
                best = (distance, row)
    return best[1] if best else None


@once
def _words_of(clause: Clause) -> tuple[tuple[int, int, IndicatorRow], ...]:
    """The indicator words of a clause, which all its figures ask for."""
    return tuple(
        (match.start(), match.end(), row)
        for row, pattern in _rows().within(clause.words)
        for match in pattern.finditer(clause.text)
    )


# --- shares ---------------------------------------------------------------------------------------


def _share(figure: Figure, group: str) -> str:
    """ "share of women among the victims", "share of prisoners that had used drugs"."""
    line = figure.line
    rate = _RATE.search(line.between(line.body, figure.start))
    if rate is not None:
        return _cut(figure, line.body + rate.start(1), rate.group(1))
    after = behind(figure, _LONGEST)
    part = _part(figure)
    pronoun, whole = _PRONOUN.match(after), _OF_WHOLE.match(after)
    if pronoun is not None:
        of = _DANGLING.sub("", figure.of or group) if whom(figure) else ""
        return f"share of {of}"[: None if of else 5] + _predicate(figure, pronoun.end())
    if whole is None:
        of = figure.of or ""
        if " among " in of:
            return f"share of {of}"
        return f"share of {part or of}{_predicate(figure, 0)}" if part or of else ""
    inset = resumed(figure)
    if inset is not None and not part:
        told = inset[0][whole.end() :]  # "Pakistanis" are kept
        noun = _cut(figure, figure.end + whole.end(), told, joint=True) or told.strip()
        said = _cut(figure, inset[1], figure.line.between(inset[1], inset[1] + _TAIL))
        return f"share of {noun} that {said}" if noun and " " in said else f"share of {noun}"
    said = after[whole.end() :]
    verb = _VERB.search(said)
    noun = _cut(
        figure, figure.end + whole.end(), said[: verb.start()] if verb else said, joint=True
    )
    if part:
        return f"share of {part} among {whole.group(1) or ''}{noun}"
    if verb is None or _STOP.search(_ADVERB.sub("", f" {said[: verb.start()]}")):
        return f"share of {noun}" if noun else ""
    return f"share of {noun}{_predicate(figure, whole.end() + verb.start())}" if noun else ""


def _predicate(figure: Figure, offset: int) -> str:
    """What the part of a share does, so many characters behind the figure: "that were women"."""
    after = behind(figure, _LONGEST)
    verb = _VERB.match(after, offset)
    if verb is None:
        return ""
    said = _cut(figure, figure.end + verb.end(), after[verb.end() :])
    return f" that {said}" if " " in said else ""


def _part(figure: Figure) -> str:
    """What makes up the share, before a verb of making up."""
    line = figure.line
    found = _PART.search(line.between(max(line.body, figure.start - 90), figure.start))
    if found is None or any(map(str.isdigit, found.group(1))):
        return ""
    part = found.group(1)
    return in_sentence(figure, part)


# --- counts ---------------------------------------------------------------------------------------


def counted_noun(figure: Figure) -> str:
    """The noun of a count in the words of the text, without its number."""
    said = figure.line.between(figure.start, figure.end).split()
    return " ".join(w for w in said if _WORD.fullmatch(w) and not _is_numeral(w.lower()))


def _counted(figure: Figure, group: str) -> str:
    """The counted noun as the text has it and what is said of it: "victims of homicide"."""
    line = figure.line
    noun = counted_noun(figure)
    part = 0 if noun or not group else whom(figure)
    if part:
        return f"{group} {_cut(figure, part, line.between(part, part + _TAIL))}".strip()
    if not noun:
        told = list(_NUMBER_OF.finditer(line.between(line.body, figure.start)))
        return _cut(figure, line.body + told[-1].start(1), told[-1].group(1)) if told else ""
    after = line.between(figure.end, figure.end + _TAIL)
    if len(after) == _TAIL:
        after = after.rpartition(" ")[0]
    said = _cut(figure, figure.end, after) if _GOES_ON.match(after) else ""
    inset = None if said else resumed(figure)
    if inset is not None:  # "or about 275 million people, used drugs"
        said = _cut(figure, inset[1], line.between(inset[1], inset[1] + _TAIL))
    noun = f"{noun} {said}".strip()
    return f"{noun} ({figure.of})" if figure.of and figure.of not in noun.lower() else noun


def _cut(figure: Figure, start: int, words: str, *, joint: bool = False) -> str:
    """The words up to where they speak of something else, a time, a place or a figure.

    ``joint``: "and" goes on with the same noun phrase.
    """
    stop = next(
        (one for one in _STOP.finditer(f" {words}") if not joint or one.group() != " and"), None
    )
    end = len(words) if stop is None else max(0, stop.start() - 1)
    cut = [
        one.start - start
        for one in figure.line.clause.of("date", "country", "place", "quantity")
        if start <= one.start < start + end
    ]
    kept = words[: min([end, *cut])].strip()
    bare = _DANGLING.sub("", f" {kept}").strip()
    if cut and bare == kept:  # "prisoners shared 18,000 places"
        bare = kept.rpartition(" ")[0]
    while bare != kept:
        kept, bare = bare, _DANGLING.sub("", f" {bare}").strip()
    return kept


def _is_numeral(word: str) -> bool:
    return all(part in number_words() for part in word.split("-"))
