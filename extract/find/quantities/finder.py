"""From numbers to quantities: unit or counted noun, comparator, and what is measured."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from extract.find.passage import Candidate, DocumentContext, Passage
from extract.find.quantities.amounts import Amount, article_amounts, measured_amounts
from extract.find.quantities.brands import counted_by_name
from extract.find.quantities.comparing import comparator_of
from extract.find.quantities.counts import count_unit, counted_noun, partitive_at, with_fellows
from extract.find.quantities.cues import OF_THESE
from extract.find.quantities.dated import follows_month
from extract.find.quantities.elided import with_elided_units
from extract.find.quantities.figures import find_figures
from extract.find.quantities.fractions import FRACTION, fractions
from extract.find.quantities.measured import Measured
from extract.find.words import Words
from extract.knowledge.counting import Noun, function_words, number_words
from extract.knowledge.units import Unit

_ARTICLES = frozenset({"a", "an", "A", "An"})
_BOUND = re.compile(r"\+|\s(?:or|and)\s(?:more|less|fewer)\b")
_ARE = re.compile(r"\s(?:were|are)\s(?!\w+ed\b|\w+en\b)|\s(?:were|are)\s(?=women\b|children\b)")
# "17.2 persons were murdered per 100,000 inhabitants".
_RATE = re.compile(r"(?:\s\w+){0,5}\s(?:per|for\severy)\s(?:\d|one |a )")
# Nouns of those who do, and of tools: "four instructors", "two dockers".
_AGENT = re.compile(r"[a-z]{3}(?:[^aeiou\W]er|[ts]or|ist)$")
_DOT_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DIVISIBLE = frozenset({"form", "package"})
# What is counted even where there is one: "one packet", "1 pistol".
_SINGLE = frozenset({"package", "form", "vehicle", "weapon"})
# Loose counts: small numbers in words of things no table knows ("two sides").
_LOOSE_BELOW = 13
_YEAR_JOINTS = frozenset(
    {"in", "since", "during", "until", "till", "by", "from", "of", "the", "for", "and"}
)
# "10 of the country's 195 municipalities": how far the owner may reach.
_OWNER_WORDS = 6


def find_quantities(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind quantity in one passage."""
    text = passage.text
    amounts = measured_amounts(text, find_figures(text, passage.words))
    counted = _all_counted(passage, amounts)
    complete = counted_by_name(passage, with_elided_units(passage, counted))
    complete = _with_fractions(passage, [*complete, *_articles(passage, complete)])
    complete.sort(key=lambda amount: (amount.start, amount.end))
    standing = [amount for amount in complete if amount.unit is not None]
    things = Measured(passage, context, standing).each()
    return [
        _candidate(passage, amount, of)
        for amount, of in zip(standing, things, strict=True)
        if of is not None or amount.unit != FRACTION
    ]


def _with_fractions(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts with the shares in words, bare numbers inside those left out."""
    shares = fractions(passage)
    if not shares:
        return amounts
    taken = [amount for amount in amounts if amount.unit is not None]
    kept = [
        share
        for share in shares
        if not any(one.start < share.end and share.start < one.end for one in taken)
    ]
    return [*taken, *kept]


def _all_counted(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts, bare ones with the noun they count; it may stand behind "266 one-kilo"."""
    done = [_counted(passage, amount) for amount in amounts]
    for index, amount in enumerate(done[:-1]):
        size = amounts[index + 1]
        bare = amount.unit is None and not amount.blocked
        if bare and _is_size(passage.text, amount, size):
            behind = replace(amount, end=size.end, after=size.after)
            found = counted_noun(
                passage.text, passage.words, behind.end, _word_at(passage, size.end)
            )
            if found is not None and found.noun.kind is not None:
                done[index] = replace(
                    amount, end=found.end, unit=count_unit(found.noun), rule="rule:quantity.count"
                )
    return done


def _is_size(text: str, amount: Amount, size: Amount) -> bool:
    """Whether a measure modifies the noun counted: "266 one-kilo packets"."""
    return (
        size.unit is not None
        and size.unit.dimension in {"mass", "volume", "length"}
        and text[amount.end : size.start] == " "
        and "-" in text[size.start : size.end]
    )


def _word_at(passage: Passage, position: int) -> int:
    return bisect_left(passage.words.starts, position)


def _counted(passage: Passage, amount: Amount) -> Amount:
    """A bare amount with the noun it counts."""
    figure = amount.figure
    if amount.unit is not None and amount.rule != "rule:quantity.unit_said_later":
        return _without_loose_measure(passage, amount)
    if amount.unit is not None or amount.blocked or figure is None or figure.labelled:
        return amount
    text, words = passage.text, passage.words
    amount = _as_whole_number(text, _past_bounds(text, amount))
    part = None if OF_THESE.match(text, amount.end) else partitive_at(text, amount.end)
    if part is not None:
        return _partitive(passage, amount, part)
    single = amount.low == 1 and amount.high is None
    found = counted_noun(text, words, amount.end, amount.after, one=single)
    if found is None:
        return _predicated(passage, amount)
    whole = amount.low == amount.low.to_integral_value()
    if not whole and found.noun.kind not in _DIVISIBLE and not _RATE.match(text, found.end):
        return replace(amount, blocked=True)
    found = with_fellows(text, found)
    if _is_loose(amount, found.noun) or _only_looks_counted(passage, amount, found.noun):
        return replace(amount, blocked=True)
    return replace(
        amount,
        end=found.end,
        after=bisect_left(words.starts, found.end),
        unit=count_unit(found.noun),
        rule="rule:quantity.count" if found.noun.kind else "rule:quantity.plural",
    )


def _predicated(passage: Passage, amount: Amount) -> Amount:
    """ "of whom 12 were minors": the noun stands behind the verb, and only people count."""
    match = _ARE.match(passage.text, amount.end)
    if match is None or (amount.spelled and amount.low < 2):
        return amount
    after = bisect_left(passage.words.starts, match.end())
    found = counted_noun(passage.text, passage.words, match.end() - 1, after)
    if found is None or found.noun.kind != "person" or found.head_start - match.end() > 20:
        return amount
    if found.noun.singular.endswith("ese"):
        return amount  # "4,860 were Chinese" says no noun
    return replace(amount, unit=count_unit(found.noun), rule="rule:quantity.predicate")


def _past_bounds(text: str, amount: Amount) -> Amount:
    """ "100+ participants", "five or more containers": the noun stands behind the bound."""
    match = _BOUND.match(text, amount.end)
    if match is None:
        return amount
    return replace(amount, end=match.end(), after=amount.after + len(Words.of(match.group()).texts))


def _as_whole_number(text: str, amount: Amount) -> Amount:
    """ "12.500 tablets": nobody counts thousandths, so the full stop marks thousands."""
    figure = amount.figure
    if figure is None or figure.numeral.spelled or amount.high is not None:
        return amount
    if amount.scale != 1 or not _DOT_THOUSANDS.fullmatch(text, figure.start, figure.end):
        return amount
    read_so = amount.low >= 1000  # as all numbers of the text are
    return amount if read_so else replace(amount, low=amount.low * 1000)


def _partitive(passage: Passage, amount: Amount, start: int) -> Amount:
    """ "10 of the country's 195 municipalities": the number alone, so that 195 stands too."""
    words = passage.words
    after = bisect_left(words.starts, start)
    for index in range(after, min(after + _OWNER_WORDS, len(words.texts))):
        if words.texts[index].lower() in function_words():
            break
        if words.texts[index][0].isdigit() or words.texts[index] in number_words():
            after = index + 1
            break
    end = words.ends[after - 1]
    found = counted_noun(passage.text, words, end, after)
    if found is None and amount.low != 1:
        return amount
    if found is None or found.noun.kind in {None, "abstract"} or amount.low == 1:
        return replace(amount, blocked=True)
    return replace(amount, unit=count_unit(found.noun), rule="rule:quantity.partitive")


def _is_loose(amount: Amount, noun: Noun) -> bool:
    if amount.low == 1 and amount.high is None:
        return noun.kind not in _SINGLE
    small = amount.spelled and amount.low < _LOOSE_BELOW
    if noun.kind is None and _AGENT.search(noun.singular):
        return False
    return small and noun.kind in {None, "abstract"}


def _only_looks_counted(passage: Passage, amount: Amount, noun: Noun) -> bool:
    """Years, and shares of a round number: "of every 10 victims", "one in five women"."""
    first = amount.first
    before = [word.lower() for word in passage.words.texts[max(0, first - 3) : first]]
    if before[-1:] in (["every"], ["per"]) or _is_share(before, amount):
        return True
    if _is_running_head(passage, amount):
        return True
    return amount.figure is not None and amount.figure.year and _is_year(passage, amount, noun)


def _is_share(before: list[str], amount: Amount) -> bool:
    """ "one in" or "seven out of" before the number."""
    joint = 2 if before[-2:] == ["out", "of"] else 1 if before[-1:] == ["in"] else 0
    above = before[-joint - 1] if joint and len(before) > joint else ""
    row = number_words().get(above)
    first = Decimal(above) if above.isascii() and above.isdigit() else row.value if row else None
    return first is not None and (joint == 2 or first < amount.low)


def _is_year(passage: Passage, amount: Amount, noun: Noun) -> bool:
    texts, first = passage.words.texts, amount.first
    before = texts[first - 1].lower() if first else ""
    named = texts[first + 1].istitle() if first + 1 < len(texts) else True
    if named or not before or noun.kind in {None, "event", "abstract"}:
        return True
    return before in _YEAR_JOINTS or follows_month(passage.text, amount.start)


def _is_running_head(passage: Passage, amount: Amount) -> bool:
    """ "2   MEKONG NOTES": the number of a page beside the running head."""
    text, words = passage.text, passage.words
    following = words.texts[amount.after] if amount.after < len(words.texts) else ""
    gap = text[amount.end : amount.end + 4]
    alone = not text[: amount.start].rstrip(" ") or text[: amount.start].rstrip(" ").endswith("\n")
    return (
        alone and not amount.spelled and following.isupper() and (len(following) > 3 or "  " in gap)
    )


def _without_loose_measure(passage: Passage, amount: Amount) -> Amount:
    """Half of nothing and loose single days are no quantities."""
    unit = amount.unit
    if unit is None:
        return amount
    single = amount.spelled and amount.low == 1 and amount.high is None
    if unit.dimension == "duration" and single and passage.text[amount.end : amount.end + 1] != "-":
        return replace(amount, unit=None, blocked=True)
    if unit.dimension == "money":
        return _as_whole_number(passage.text, amount)
    year = amount.figure is not None and amount.figure.year
    if year and unit.dimension == "duration":
        return replace(amount, unit=None, blocked=True)
    return amount


def _articles(passage: Passage, taken: list[Amount]) -> list[Amount]:
    """ "a tonne of ivory", "over a kilogram"; not "94 dollars a kilogram"."""
    words, text = passage.words, passage.text
    ends = {amount.end for amount in taken}
    at = [
        (words.starts[index], index)
        for index, word in enumerate(words.texts)
        if word in _ARTICLES and words.starts[index] - 1 not in ends
    ]
    inside = {amount.start for amount in taken}
    return [
        amount
        for amount in article_amounts(text, at)
        if amount.start not in inside
        and (text.startswith(" of ", amount.end) or comparator_of(passage, amount) != "=")
        and not any(other.start <= amount.start < other.end for other in taken)
    ]


def _candidate(passage: Passage, amount: Amount, of: str | None) -> Candidate:
    unit = amount.unit
    assert unit is not None  # noqa: S101
    fields = {
        "value": float(amount.low),
        "upper": None if amount.high is None else float(amount.high),
        "unit": unit.code,
        "ucum": unit.ucum,
        "dimension": unit.dimension,
        "comparator": comparator_of(passage, amount),
        "of": of,
        "base_value": _base(amount.low, unit),
        "base_upper": None if amount.high is None else _base(amount.high, unit),
        "base_unit": unit.base_unit,
    }
    return Candidate("quantity", amount.start, amount.end, amount.rule, fields)


def _base(value: Decimal, unit: Unit) -> float:
    return float(value * unit.factor)
