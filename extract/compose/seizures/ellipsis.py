"""Numbers whose unit was said before: "another nine", "12 more were dug up", "and 388 in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.compose.seizures.amounts import Amount, read_amounts
from extract.compose.seizures.naming import of_substance
from extract.compose.seizures.page import Line, Mark, Thing
from extract.find.passage import Candidate
from extract.find.quantities.numerals import is_year, read_digits, read_words
from extract.find.words import Words
from extract.knowledge.counting import function_words, nouns, number_words
from extract.knowledge.seizures import words_pattern

BACK = 7  # lines that may have said the unit
FEW = 40  # characters that a pair of goods stands in
NEAR = 60  # characters between the act and the number
_NUMBER = r"(?=(?P<number>\d|[a-z]{3,}))"
_APPROXIMATELY = r"(?:about\s|some\s|nearly\s|almost\s|over\s|around\s|roughly\s)?"
_MORE_OF_IT = re.compile(
    r"\b(?P<lead>another|(?:a|yet a|still a)\sfurther|further|(?:an\s)?additional|an extra|a second"
    r"|(?:it|this time it|there)\s(?:was|were|had been))\s(?:another\s)?"
    + _APPROXIMATELY
    + _NUMBER,
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\band|,|;)\s(?:then\s)?" + _APPROXIMATELY + _NUMBER)
_MORE_BEHIND = re.compile(r"\smore\b")
_OF_THE_SAME = re.compile(r"\sof\s(?:the\ssame|these|those|them)\b(?:\s(?P<noun>[a-z]+))?")
_SAME_BEFORE = re.compile(r"(?<![\w.,-])(?=(?P<number>\d))")
_PLACED = re.compile(r"\s(?:in|at|on|from|near|off|by)\s")
_CLOSED = re.compile(r"\s?(?:[.;:)—–]|,(?!\d)|$)")
_NEXT_WORD = re.compile(r"\s([A-Za-z]+)\b")
_SCALE = re.compile(r"\s(thousand|million|mln|lakh|billion)\b")
_MORE_ONLY = re.compile(r"\s(?:another|a further|further|yet another|an additional)\s")
_IT_IS = re.compile(r"\b(?:it|there)\s(?:was|were|had been)\s")
_CUES = frozenset({"another", "further", "additional", "more", "same", "extra", "these", "those"})
_IT_WAS = " it was "
_COLON = re.compile(r"(?:\s\([a-z ]{3,20}\))?[:,]?\s(?=\d)")
_LABEL = re.compile(r"[a-z)][:,]?\s\d(?:[\d.,]*\d)?(?:\s(?:million|thousand|mln))?\s?(?:[;.,)]|$)")
_PAIRS = frozenset({"pair", "brace"})
_PAIR_OF = re.compile(r"\b(?:a|one)\s(?:pair|brace)\sof\s(?:[\w-]+\s)?$", re.IGNORECASE)


def may_elide(line: Line) -> bool:
    """Whether the line can give a number whose unit was said before: a cheap test."""
    if line.goods and (_LABEL.search(line.text) or line.holds(_PAIRS)):
        return True
    return line.holds(_CUES) or _IT_WAS in line.text


def elided(line: Line, acts: Sequence[Mark], before: Sequence[Line]) -> list[Amount]:
    """Amounts of what was measured before, where the line gives no more than a number."""
    if not may_elide(line) and not (acts and line.of("quantity")):
        return list(_of_another(line)) if line.of("quantity") else []
    taken = [(one.start, one.end) for one in line.of("date")]
    taken += [(one.start, one.end) for one in read_amounts(line)]
    taken += [(one.start, one.end) for one in line.of("quantity") if not _may_be(line, one, acts)]
    found: list[Amount] = []
    for start, end, value, unit in _numbers(line, acts):
        if any(first < end and start < last for first, last in taken):
            continue
        nearby = before
        if _IT_IS.search(line.between(start - 24, start)):
            nearby = [one for one in before[-1:] if one.paragraph == line.paragraph]
        head = _head(line, start, nearby)
        if head is None or words_pattern("arrest", r"\b(?:{})\b").search(
            line.between(end, end + 40)
        ):
            continue
        taken.append((start, end))
        found.append(_of_head(head, start, end, value, unit))
    return found + [
        one
        for one in (*_labelled(line), *_of_another(line))
        if not any(start < one.end and one.start < end for start, end in taken)
    ]


def _labelled(line: Line) -> Iterator[Amount]:
    """Goods with a number behind them, or in pairs: "rifles: 44", "a pair of rifles"."""
    for thing in line.goods:
        label = _COLON.match(line.text, thing.end - line.start)
        read = _read_number(line.text, label.end()) if label else None
        if label and read and _CLOSED.match(line.text, read[0]):
            if thing.name != _singular(thing.name):
                yield _counted(thing, line.start + label.end(), line.start + read[0], read[1])
        elif thing.category in {"weapon", "wildlife"}:
            lead = line.between(max(line.start, thing.start - FEW), thing.start)
            pair = _PAIR_OF.search(lead)
            if pair is not None:
                start = thing.start - len(lead) + pair.start()
                yield _counted(thing, start, thing.end, 2.0)


_NUMBER_OF = re.compile(r"(?:,|\band)\s" + _APPROXIMATELY + _NUMBER + r"[\w ,.]{1,20}?\sof\s$")


def _of_another(line: Line) -> Iterator[Amount]:
    """Numbers that share a unit, each of another drug: "70 ampoules of pethidine, 45 of …"."""
    for mention in line.of("substance"):
        lead = _NUMBER_OF.search(
            line.text, max(0, mention.start - line.start - FEW), mention.start - line.start
        )
        read = _read_number(line.text, lead.start("number")) if lead else None
        if lead is None or read is None or line.text[read[0] : lead.end()] != " of ":
            continue
        start = line.start + lead.start("number")
        head = next((one for one in reversed(read_amounts(line)) if one.end <= start), None)
        if head is not None and head.role in {"form", "measure", "package"}:
            shared = _of_head(head, start, line.start + read[0], read[1], None)
            yield replace(shared, **of_substance(mention))


def _counted(thing: Thing, start: int, end: int, value: float) -> Amount:
    return Amount(
        start,
        end,
        "goods",
        thing.name,
        category=thing.category,
        value=value,
        unit=_singular(thing.name),
        spans=[(start, end)],
    )


def _singular(name: str) -> str:
    *lead, last = name.split()
    known = nouns()[0].get(last)
    single = known.singular if known else last.removesuffix("s")
    return " ".join([*lead, single])


def _may_be(line: Line, quantity: Candidate, acts: Sequence[Mark]) -> bool:
    """Whether a count is of something that the number's own words do not say."""
    fields = quantity.fields
    if fields["dimension"] != "count" or " " in line.between(quantity.start, quantity.end):
        return False
    noun = nouns()[1].get(str(fields["unit"]).casefold())
    return (noun is None or noun.kind != "person") or any(
        _MORE_ONLY.fullmatch(line.between(act.end, quantity.start)) for act in acts
    )


def _numbers(line: Line, acts: Sequence[Mark]) -> Iterator[tuple[int, int, float, str | None]]:
    """Every number that may lack its unit: where it stands, its value, and a unit said with it."""
    text = line.text
    for pattern in (_MORE_OF_IT, _AND, _SAME_BEFORE):
        for match in pattern.finditer(text):
            read = _read_number(text, match.start("number"))
            if read is None:
                continue
            end, value = read
            more, same = _MORE_BEHIND.match(text, end), _OF_THE_SAME.match(text, end)
            if pattern is _AND and not (_PLACED.match(text, end) and _is_paired(line, match)):
                continue
            if pattern is _SAME_BEFORE and not (same or more):
                continue
            last = more.end() if more else end
            start = line.start + match.start("number")
            if not (same or _ends(line, last)) or not _is_object(
                line, start, line.start + last, acts
            ):
                continue
            yield start, line.start + end, value, same["noun"] if same else None


def _read_number(text: str, start: int) -> tuple[int, float] | None:
    """The number that begins at an offset of the text: its end and value."""
    if text[start].isdigit():
        number = read_digits(text, start)
        if number is None or (number.plain and is_year(text[start : number.end])):
            return None
        scale = _SCALE.match(text, number.end)
        if scale is None:
            return number.end, float(number.value)
        return scale.end(), float(number.value * number_words()[scale[1]].value)
    words = Words.of(text[start : start + 50])
    spelled = read_words(words, 0)
    if spelled is None:
        return None
    return start + words.ends[spelled.after - 1], float(spelled.mantissa * spelled.scale)


def _ends(line: Line, end: int) -> bool:
    """Whether no noun follows the number."""
    if _CLOSED.match(line.text, end):
        return True
    if any(mark.start == line.start + end + 1 for mark in line.triggers):
        return True
    word = _NEXT_WORD.match(line.text, end)
    return word is not None and word[1].lower() in function_words() - {"of", "to", "per"}


def _is_object(line: Line, start: int, end: int, acts: Sequence[Mark]) -> bool:
    """Whether an act of the line stands beside the number."""
    if _IT_IS.search(line.between(start - 24, start)):
        return True
    return any(
        (
            mark.end <= start
            and start - mark.end <= NEAR
            and ". " not in line.between(mark.end, start)
        )
        or 0 <= mark.start - end <= 24
        for mark in acts
    ) or any(one.end <= start for one in read_amounts(line))


def _is_paired(line: Line, match: re.Match[str]) -> bool:
    """Whether an amount just before has a place or time as the number has: "… and 388 in June"."""
    start = line.start + match.start()
    told = [one for one in read_amounts(line) if one.end <= start]
    if not told or start - told[-1].end > NEAR:
        return False
    return _PLACED.search(line.between(told[-1].end, start)) is not None


def _head(line: Line, start: int, before: Sequence[Line]) -> Amount | None:
    """The amount whose unit the number shares."""
    own = [one for one in read_amounts(line) if one.end <= start]
    if own:
        return own[-1]
    for source in reversed(before[-BACK:]):
        told = [
            one for one in read_amounts(source) if one.role in {"measure", "form", "goods", "money"}
        ]
        if told:
            return told[0]
    return None


def _of_head(head: Amount, start: int, end: int, value: float, noun: str | None) -> Amount:
    unit, ratio = head.unit, (head.base_value or 0) / head.value if head.value else 0.0
    counted = nouns()[0].get(noun) if noun else None
    if counted is not None and counted.kind == "form":
        unit = counted.singular
    return replace(
        head,
        start=start,
        end=end,
        value=value,
        upper=None,
        unit=unit,
        comparator=None,
        base_value=value * ratio if ratio else None,
        base_unit=head.base_unit if ratio else None,
        spans=[(start, end)],
        also=[],
        containers=[],
        equivalent=[],
    )
