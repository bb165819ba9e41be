"""What lets a bare number take the unit of the amount before it: the wording between the two."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extract.find.quantities.amounts import Amount
from extract.find.quantities.chained import WHOLE, fits, is_rate, is_rated, lists_shares
from extract.find.quantities.licence_cues import (
    BRACKET_YEAR,
    BROKEN_DOWN,
    CHANGED_TO,
    CLAUSE_OPENS,
    COORDINATED,
    DONE_THEN,
    EACH_TIME,
    ENDS,
    FIGURE_WAS,
    FOLLOWED_WITH,
    FROM,
    FROM_TO,
    FURTHER,
    GAPPED,
    GROUP_GAP,
    GROUP_LEAD,
    MORE,
    MORE_THAN,
    OF_HEADS,
    OF_LISTED,
    OF_MONEY,
    OF_PRONOUN,
    OF_STUFF,
    OF_WHICH,
    OF_WHOM,
    OR_ELSE,
    PLACED,
    PREPOSITION,
    PRICED_AT,
    RANGE_OF,
    SAME_LEAD,
    THE_EARLIER,
    TIME_LEAD,
    VERB_BEFORE,
    YEAR_LABEL,
    YEARS_LISTED,
)
from extract.find.quantities.pairs import Pair, stands_alone, verb_follows, with_unit
from extract.knowledge.counting import function_words, nouns, quantity_words, word_classes

_THAT_FIGURE = frozenset({"it", "this", "figure", "number", "total", "area", "output", "count"})
_TIMES = frozenset({"in", "on", "this", "last", "the", "a"})
_LARGE = 1_000_000
_NEAR = 80
# A number so many times smaller than the one before is of another kind.
_FAR_LESS = 1000


def licensed(pair: Pair, *, nearest: bool = True) -> Amount | None:
    """The bare number with the unit of the amount before, where the wording says they are alike.

    An amount that is not the nearest needs wording that fits it and not the nearer ones.
    """
    if is_rate(pair.said) and (pair.bare.high or pair.bare.low) > WHOLE:
        return None
    if stands_alone(pair.text, pair.bare.end) and fits(pair):
        done = _completed(pair, scaled=pair.near and not is_rated(pair))
        return done if done.low * _FAR_LESS > pair.said.low else None
    return _by_nearest(pair) if nearest else None


def _by_nearest(pair: Pair) -> Amount | None:
    """The number with the unit of the amount right before it."""
    if lists_shares(pair):
        return _completed(pair, scaled=False)
    if BRACKET_YEAR.match(pair.text, pair.bare.end):
        return _completed(pair, scaled=True) if YEARS_LISTED.fullmatch(pair.between) else None
    if not stands_alone(pair.text, pair.bare.end):
        return None
    if any(test(pair) for test in _ACROSS) or (pair.near and any(test(pair) for test in _WITHIN)):
        return _completed(pair, scaled=False)
    if _is_timed(pair) or (pair.near and any(test(pair) for test in _SCALED)):
        return _completed(pair, scaled=True)
    return None


def _completed(pair: Pair, *, scaled: bool) -> Amount:
    if scaled:
        return with_unit(pair.bare, pair.said)
    return replace(pair.bare, unit=pair.said.unit, rule="rule:quantity.unit_said_before")


def _is_further(pair: Pair) -> bool:
    return FURTHER.search(pair.before) is not None and not is_rate(pair.said)


def _is_of_them(pair: Pair) -> bool:
    match = OF_PRONOUN.match(pair.text, pair.bare.end)
    if match is None or pair.said.unit is None or is_rate(pair.said):
        return False
    counted = pair.said.unit.dimension in {"count", "area"}
    return counted == bool(match.group(1)) or match.group().endswith("which")


def _is_more(pair: Pair) -> bool:
    larger = pair.bare.scale > 1 and pair.bare.scale == pair.said.scale
    alike = pair.said.low / WHOLE < pair.bare.low < pair.said.low * WHOLE
    match = MORE.match(pair.text, pair.bare.end)
    return match is not None and (larger or (pair.near and alike))


def _is_more_than(pair: Pair) -> bool:
    return MORE_THAN.match(pair.text, pair.bare.end) is not None


def _is_labelled_year(pair: Pair) -> bool:
    return YEAR_LABEL.search(pair.before) is not None


def _is_changed(pair: Pair) -> bool:
    if not FROM_TO.fullmatch(pair.between):
        return False
    return FROM.search(pair.text, max(0, pair.said.start - 30), pair.said.start) is not None


def _is_rated(pair: Pair) -> bool:
    if pair.said.unit is None or pair.said.unit.dimension == "percent":
        return False
    each = EACH_TIME.match(pair.text, pair.bare.end)
    return each is not None and OR_ELSE.search(pair.before) is not None


def _is_of_which(pair: Pair) -> bool:
    if is_rate(pair.said):
        return False
    match = OF_WHICH.search(pair.between)
    if match is None or match.start() >= 40:
        return False
    ends = ENDS.match(pair.text, pair.bare.end) or PLACED.match(pair.text, pair.bare.end)
    return ends is not None


def _is_timed(pair: Pair) -> bool:
    """ "12 tonnes in 2009; in 2008, 9", "Five years earlier the figure had been 31 million"."""
    if not ENDS.match(pair.text, pair.bare.end):
        return False
    if FIGURE_WAS.search(pair.before):
        return True
    return pair.near and TIME_LEAD.search(pair.before) is not None


def _is_gapped(pair: Pair) -> bool:
    if len(pair.between) > 140 or not ENDS.match(pair.text, pair.bare.end):
        return False
    return GAPPED.fullmatch(pair.between) is not None


def _opens_group(pair: Pair) -> bool:
    """ "Of 40 canisters, 12 were empty", "20 people, of whom six pleaded guilty"."""
    if not verb_follows(pair.text, pair.bare.end):
        return False
    if OF_WHOM.search(pair.between):
        return True
    opened = GROUP_LEAD.search(pair.text, max(0, pair.said.start - 20), pair.said.start)
    return opened is not None and GROUP_GAP.fullmatch(pair.between) is not None


def _opens_clause(pair: Pair) -> bool:
    """ "Eighteen boxes were opened; 11 held cigarettes"; a person may open the next sentence."""
    if pair.said.unit is None or pair.said.unit.dimension != "count":
        return False
    noun = nouns()[1].get(pair.said.unit.code.casefold())
    if noun is None or noun.kind in {None, "abstract"} or pair.said.low < pair.bare.low:
        return False
    if not pair.near and noun.kind != "person":
        return False
    opens = CLAUSE_OPENS.search(pair.before) is not None
    return opens and verb_follows(pair.text, pair.bare.end)


def _is_done_to_people(pair: Pair) -> bool:
    """ "7,000 people came out. The police have freed 4,000 since May"."""
    unit = pair.said.unit
    noun = nouns()[1].get(unit.code.casefold()) if unit else None
    if noun is None or noun.kind != "person":
        return False
    verb = VERB_BEFORE.search(pair.before)
    return verb is not None and verb.group(1) in quantity_words("person_verb")


def _is_sum(pair: Pair) -> bool:
    """ "USD 12 billion … the profit reached 2.1 billion": large, and the words speak of money."""
    unit = pair.said.unit
    if unit is None or unit.dimension != "money" or pair.bare.scale < _LARGE:
        return False
    before = pair.before
    return OF_MONEY.search(before) is not None and OF_HEADS.search(before) is None


def _is_broken_down(pair: Pair) -> bool:
    if pair.said.low < pair.bare.low or not BROKEN_DOWN.fullmatch(pair.between):
        return False
    return PLACED.match(pair.text, pair.bare.end) is not None


def _is_changed_to(pair: Pair) -> bool:
    match = CHANGED_TO.search(pair.before)
    if match is None:
        return False
    return (pair.near or match["who"] in _THAT_FIGURE) and DONE_THEN.match(
        pair.text, pair.bare.end
    ) is not None


def _is_range(pair: Pair) -> bool:
    closed = pair.text.startswith(")", pair.bare.end)
    return closed and RANGE_OF.search(pair.before) is not None


def _is_earlier(pair: Pair) -> bool:
    if not THE_EARLIER.search(pair.before):
        return False
    return DONE_THEN.match(pair.text, pair.bare.end) is not None


def _is_of_other(pair: Pair) -> bool:
    """ "12 kg of heroin, 4 of opium": the measure is said once."""
    unit = pair.said.unit
    if unit is None or unit.dimension not in {"mass", "volume", "area"}:
        return False
    between = OF_LISTED.fullmatch(pair.between)
    return between is not None and OF_STUFF.match(pair.text, pair.bare.end) is not None


def _is_following(pair: Pair) -> bool:
    return FOLLOWED_WITH.search(pair.between) is not None


def _is_parallel(pair: Pair) -> bool:
    """ "US$ 3.50 on the market of Villa and 4.10 on that of Sacaba"."""
    following = PREPOSITION.match(pair.text, pair.bare.end)
    if following is None or not COORDINATED.search(pair.between):
        return False
    word = following.group(1)
    alike = _TIMES if word in _TIMES else {word}
    region = pair.text[max(pair.floor, pair.said.start - _NEAR) : pair.bare.start]
    return any(f" {one} " in region for one in alike)


def _is_led_alike(pair: Pair) -> bool:
    lead = SAME_LEAD.search(pair.before)
    if lead is None or not ENDS.match(pair.text, pair.bare.end):
        return False
    earlier = SAME_LEAD.search(pair.text, max(0, pair.said.start - 40), pair.said.start)
    same = earlier is not None and earlier.group(1) == lead.group(1)
    return same and re.search(r"(?:,|;|\band)\s", pair.between) is not None


def _is_priced(pair: Pair) -> bool:
    if pair.said.unit is None or pair.said.unit.dimension != "money":
        return False
    return PRICED_AT.search(pair.before) is not None


def _has_same_verb(pair: Pair) -> bool:
    verb = VERB_BEFORE.search(pair.before)
    if verb is None:
        return False
    first = verb.group(1).split()[0]
    if first in function_words() and first not in _HAVING and word_classes()[first] != "verb":
        return False
    earlier = VERB_BEFORE.search(pair.text, max(0, pair.said.start - 60), pair.said.start)
    return (
        earlier is not None
        and earlier.group(1) == verb.group(1)
        and ENDS.match(pair.text, pair.bare.end) is not None
    )


_HAVING = frozenset({"had", "has", "have"})
_Test = Callable[[Pair], bool]
_ACROSS: tuple[_Test, ...] = (
    _is_further, _is_of_them, _is_more, _is_changed_to, _opens_clause, _is_done_to_people, _is_sum,
)  # fmt: skip
_WITHIN: tuple[_Test, ...] = (
    _is_more_than, _is_rated, _is_broken_down, _is_range, _is_earlier, _opens_group,
    _is_of_other,
)  # fmt: skip
_SCALED: tuple[_Test, ...] = (
    _is_labelled_year, _is_changed, _is_of_which, _is_gapped, _is_following, _is_parallel,
    _is_led_alike, _is_priced, _has_same_verb,
)  # fmt: skip
