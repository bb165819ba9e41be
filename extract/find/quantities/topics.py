"""What a mass is of where nothing in its clause says so: rows told in the same order, the topic."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import cue
from extract.find.quantities.scene import Scene, names_package

# How many sentences what was measured stays what is spoken of.
_TOPIC_REACH = 6
# How many sentences back the row stands that another row repeats.
_ROW_REACH = 2
# How long a row is at most, and how many names are looked back on.
_LONGEST_ROW = 12
_MOST_NAMES = 60
_MASSES = frozenset({"mass", "volume"})
_JOINT = cue(r"\s?(?:[,;]|,?\sand|,?\splus)\s(?:ABOUT\s)?")
_NAME_JOINT = re.compile(r"(?:,|,?\sand|,?\sor)\s(?:of\s)?")
# "together with 3 kg of raw opium": told beside the thing spoken of.
_BESIDE = cue(
    r"""\b(?:together\swith|along\swith|alongside|as\swell\sas|plus|besides|beside|apart\sfrom|in\saddition\sto|aside\sfrom
    |not\sto\smention|next\sto|accompanied\sby)\s(?:ABOUT\s)?$"""
)
# "a lorry laden with fresh fish": what a vehicle was carrying where drugs were found.
_LADEN = re.compile(
    r"\b(?:laden\swith|load(?:ed|s)?\s(?:with|of)|full\sof|filled\swith|packed\swith|stacked\swith|piled\swith|carr(?:ying|ied)"
    r"|haul(?:ing|ed)|deliver(?:ing|ed)|transport(?:ing|ed)|moving|shipments?\sof|consignments?\sof|cargo\sof|truck\swith"
    r"|lorry\swith|container\s(?:with|of)|truck\sof|lorry\sof|trailer\s(?:with|of)|declared|filleting)\s(?:[\w-]+\s){0,3}$"
)
# "bananas, batteries and 137 kilos": told beside the amount, not what it is of.
_AND_ALSO = cue(r",?\s(?:and|plus|as\swell\sas)\s(?:ABOUT\s)?")
_ONE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Ee]very|[Ee]ach)\s(?:\w+\s)?$")


class Topics:
    """Reads rows of amounts and what was last measured."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.goods = scene, scene.text, scene.goods

    def row(self, amount: Amount, stated: list[str | None]) -> str | None:
        """ "heroin 4 kg, khat 3 t; in 2009 3 kg and 2 t": the same things in the same order."""
        index = bisect_left(self.scene.starts, amount.start)
        first, last = self._run(index, stated)
        if last - first < 1:
            return None
        named = self._named_row(first, last)
        if named is not None:
            return named[index - first]
        units = [one.unit for one in self.scene.amounts[first : last + 1]]
        floor = self.scene.sentence(amount.start) - _ROW_REACH
        found: set[tuple[str | None, ...]] = set()
        begins = range(first - len(units), max(-1, first - 4 * _LONGEST_ROW), -1)
        for begin in begins:
            if self.scene.sentence(self.scene.starts[begin]) < floor:
                break
            window = slice(begin, begin + len(units))
            names = tuple(stated[window])
            if [one.unit for one in self.scene.amounts[window]] == units and all(names):
                found.add(names)
        return found.pop()[index - first] if len(found) == 1 else None

    def _run(self, index: int, stated: list[str | None]) -> tuple[int, int]:
        """The first and last of the amounts listed around one, none of which says of what."""
        first = last = index
        floor, top = max(0, index - _LONGEST_ROW), min(len(stated) - 1, index + _LONGEST_ROW)
        while first > floor and self._joins(first - 1) and stated[first - 1] is None:
            first -= 1
        while last < top and self._joins(last) and stated[last + 1] is None:
            last += 1
        return first, last

    def _joins(self, index: int) -> bool:
        one, two = self.scene.amounts[index], self.scene.amounts[index + 1]
        return _JOINT.fullmatch(self.text, one.end, two.start) is not None

    def _named_row(self, first: int, last: int) -> tuple[str, ...] | None:
        """ "Seizures of heroin and cocaine came to 12 kg and 30 kg": as many names before."""
        names, begin = self.goods.all, self.scene.starts[first]
        floor = self.scene.bounds(self.scene.amounts[first])[0]
        index = bisect_left(names.starts, begin) - 1
        listed = [index]
        while len(listed) <= last - first + 1:
            left = listed[-1] - 1
            if left < 0 or names.starts[left] < floor:
                break
            if not _NAME_JOINT.fullmatch(self.text, names.ends[left], names.starts[left + 1]):
                break
            listed.append(left)
        if index < 0 or len(listed) != last - first + 1:
            return None
        return tuple(names.names[one] for one in reversed(listed))

    def in_sentence(self, amount: Amount, start: int) -> str | None:
        """The goods last named in the sentence; not the fish on the lorry that hid a drug."""
        names = self.goods.all
        index = bisect_left(names.starts, amount.start) - 1
        most = max(0, index - _MOST_NAMES)
        while index >= most and names.starts[index] >= start:
            ends = names.ends[index]
            if _AND_ALSO.fullmatch(self.text, ends, amount.start):
                return None
            if ends <= amount.start and not self._is_aside(index, amount):
                return names.names[index]
            index -= 1
        return None

    def _is_aside(self, index: int, amount: Amount) -> bool:
        """Whether goods are but the load of a vehicle, or one thing, where a drug is the topic."""
        names = self.goods.all
        if names.starts[index] in self.goods.drugs.starts:
            return False
        before = names.starts[index]
        if _ONE.search(self.text, max(0, before - 16), before):
            return True
        laden = _LADEN.search(self.text, max(0, before - 50), before)
        return laden is not None and self._drug_is_topic(amount)

    def _drug_is_topic(self, amount: Amount) -> bool:
        return next(
            (said in self.goods.drugs.names for _, said in self._measured(amount)),
            self.goods.last_drug_before(amount.start) is not None,
        )

    def _measured(self, amount: Amount) -> Iterator[tuple[Amount, str]]:
        """The amounts of goods before this one, the last first."""
        for other, said in self.scene.earlier(amount, _TOPIC_REACH):
            weighs = other.unit is not None and other.unit.dimension in _MASSES
            if said is None or names_package(said):
                continue
            if weighs or said in self.goods.drugs.names:
                yield other, said

    def topic(self, amount: Amount) -> str | None:
        """What was last measured, in the same kind of unit if it can be; or a drug named since.

        The empty string where several things were and nothing tells which is meant.
        """
        told = list(self._measured(amount))
        main = [one for one in told if not self._beside(one[0])] or told
        liquid = amount.unit is not None and amount.unit.dimension == "volume"
        if liquid:
            main = [
                one for one in main if one[0].unit and one[0].unit.dimension == "volume"
            ] or main
        if not main:
            return None
        other, said = main[0]
        here, there = self.scene.sentence(amount.start), self.scene.sentence(other.start)
        floor = self.scene.passage.sentences[there + 1][0] if here > there else amount.start
        since = self.goods.product_before(amount.start, floor)
        if since is None or (liquid and since in {name for _, name in told}):
            since = self._introduced(amount, floor)
        return since or self._only(amount, main, said)

    def _introduced(self, amount: Amount, floor: int) -> str | None:
        """Goods that came into the story since; not the load of a vehicle beside a drug."""
        name = self.goods.introduced(floor, amount.start)
        if name is None:
            return None
        index = self.goods.all.names.index(name, bisect_left(self.goods.all.starts, floor))
        return None if self._is_aside(index, amount) else name

    def _beside(self, amount: Amount) -> bool:
        return _BESIDE.search(self.text, max(0, amount.start - 30), amount.start) is not None

    def _only(self, amount: Amount, told: list[tuple[Amount, str]], said: str) -> str | None:
        """Of the things measured in one sentence the one most spoken of; "" if none is."""
        there = self.scene.sentence(told[0][0].start)
        rivals = {name for one, name in told if self.scene.sentence(one.start) == there}
        if len(rivals) == 1 or there == self.scene.sentence(amount.start):
            return said
        broadest = min(rivals, key=lambda name: (len(name), name))
        if all(name.endswith(broadest) for name in rivals):
            return broadest  # "opium" and "dry opium" are one
        here = bisect_right(self.goods.all.starts, amount.start)
        before = self.goods.all.names[max(0, here - _MOST_NAMES) : here]
        heads = {name: name.rsplit(maxsplit=1)[-1] for name in rivals}
        spoken = sorted(
            ((sum(one.endswith(heads[name]) for one in before), name) for name in rivals),
            reverse=True,
        )
        return spoken[0][1] if spoken[0][0] > spoken[1][0] else ""
