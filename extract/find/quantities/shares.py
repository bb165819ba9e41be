"""What a share or a change in per cent is of: the group, the part of it, the thing that changed.

How careful readers answer each construction, and so do the rules:

* "12 per cent of the inmates smoke", "Of the inmates, 12 per cent …": the group (inmates).
* "Women made up 12 per cent of the inmates", "… were women": the part among the group; where
  the group was told before ("Women accounted for 12 per cent"), it is taken from there.
* "Prices rose by 12 per cent", "a fall of 12 per cent", "12 per cent more": what changed.
* "Purity stood at 12 per cent", "a rate of 12 per cent": the quality or rate itself, with its
  group where one is named ("HIV prevalence among inmates").
* "against 40 per cent in 2016", "the figure for Uganda was", "Malta had the lowest (7 per cent)",
  "Towns (29 per cent)": years, countries, ranks and towns have no group of their own; the share
  is of what the share before it was of.
* "12 per cent of them": people before the rooms and places that held them; "the share of
  Customs": what all together seized.

Where no group is told or was spoken of, nothing is said.
"""

from __future__ import annotations

from extract.find.quantities.amounts import Amount
from extract.find.quantities.brackets import Brackets
from extract.find.quantities.changes import Changes
from extract.find.quantities.cues import LISTED, OF
from extract.find.quantities.fractions import FRACTION
from extract.find.quantities.groups import Groups
from extract.find.quantities.overhead import whole_over
from extract.find.quantities.pairs import verb_follows
from extract.find.quantities.phrases import (
    phrase_after,
    phrase_before,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.scene import Scene
from extract.find.quantities.share_cues import (
    AMONGST,
    APPOSED,
    ARE_BEHIND,
    AT_BEHIND,
    BY_BEFORE,
    FOR_IT_WAS,
    FOUND_SHARE,
    IT_WAS,
    LABEL_LEAD,
    SHARE_LABEL,
    THAT_OF,
    TO_END,
    VERB_BEHIND,
)
from extract.find.quantities.spoken import is_share
from extract.knowledge.counting import nouns, quantity_words


class Shares:
    """Reads what amounts in per cent, and fractions, are of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.groups = Groups(scene)
        self.changes = Changes(scene, self.groups)
        self.brackets = Brackets(scene, self.groups)

    def of(self, amount: Amount) -> str | None:
        """What the share is of, what part of what it is, or what changed by it."""
        start, end = self.scene.bounds(amount)
        return (
            self._second_end(amount)
            or self._of_group(amount, start, end)
            or self._by_frame(amount, start, end)
            or self._of_places(amount)
        )

    def _of_places(self, amount: Amount) -> str | None:
        """ "Half of the countries lack data; 17 per cent …": countries where they were shared."""
        if amount.unit == FRACTION:
            return None
        told = (said for other, said in self.scene.earlier(amount) if is_share(other))
        return next(told, None)

    def _by_frame(self, amount: Amount, start: int, end: int) -> str | None:
        """The first fit of what changed, the part named, what was said before."""
        return self.scene.first_fit(
            amount,
            (
                lambda: self._that_of(amount, start),
                lambda: self.changes.changed(amount, start, end),
                lambda: self._shared_with_next(amount, end),
                lambda: self._of_part(amount, start, end),
                lambda: self.groups.of_name(amount, start),
                lambda: self.groups.said_alike(amount, end),
                lambda: self._as_it_was(amount),
                lambda: self._stated(amount, start, end),
                lambda: self._last_said(amount, start),
                lambda: self._before_that(amount),
            ),
        )

    def _that_of(self, amount: Amount, start: int) -> str | None:
        """ "The number of women rose by 53 per cent, that of men by 20": number of men."""
        match = THAT_OF.search(self.text, max(start, amount.start - 60), amount.start)
        said = self.scene.carried(amount) if match else None
        if match is None or said is None or " of " not in said:
            return None
        return f"{said.split(' of ')[0]} of {match['part'].strip().lower()}"

    def _as_it_was(self, amount: Amount) -> str | None:
        """ "One year ago it was 53 per cent": of what the share before was of."""
        window = max(0, amount.start - 60)
        if not IT_WAS.search(self.text, window, amount.start):
            return None
        if FOR_IT_WAS.search(self.text, window, amount.start):
            return None
        for other, said in self.scene.earlier(amount, 2):
            if other.unit == amount.unit:
                return said
        return None

    def _second_end(self, amount: Amount) -> str | None:
        """ "dropped from 31% to 24%": what the first end was of."""
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit != amount.unit:
            return None
        return previous[1] if TO_END.fullmatch(self.text, previous[0].end, amount.start) else None

    def _before_that(self, amount: Amount) -> str | None:
        """What the shares of the last sentence were of; of the land where land is shared."""
        for other, said in self.scene.earlier(amount, 1):
            area = other.unit is not None and other.unit.dimension == "area"
            if said and (area or is_share(other)):
                return said
        return None

    def _of_group(self, amount: Amount, start: int, end: int) -> str | None:
        """The group that is named, with the part of it or what is said of the share."""
        groups = self.groups
        whole = groups.whole(amount, start, end)
        if whole is None:
            return None
        part = groups.part(amount, start, end) or self.brackets.part(amount, start)
        if part != whole:
            groups.remember(amount, whole)
        if part is not None and groups.divides(part):
            return _joined(part, whole)
        return groups.said_of(amount, whole, end)

    def _of_part(self, amount: Amount, start: int, end: int) -> str | None:
        """The part that is named, of the group last spoken of."""
        part = self.groups.part(amount, start, end)
        if part is None:
            return None
        before = self.scene.carried(amount) or ""
        if heading := whole_over(self.text, amount.start):
            return _joined(part, heading)
        if not self.groups.divides(part) and " among " not in before:
            return part
        return _joined(part, self.groups.last_whole(amount, part))

    def _shared_with_next(self, amount: Amount, end: int) -> str | None:
        """ "48% and 28% of drug deaths"."""
        following = self.scene.following(amount)
        if following is None or following.unit != amount.unit:
            return None
        if not LISTED.fullmatch(self.text, amount.end, following.start):
            return None
        match = OF.match(self.text, following.end)
        phrase = whole_phrase_after(self.passage, match.end(), end) if match else None
        return phrase.said if phrase else None

    def _stated(self, amount: Amount, start: int, end: int) -> str | None:
        """The subject of "stood at 7 per cent", what stands before the bracket, "among boys"."""
        if amount.unit == FRACTION:
            asserted = ARE_BEHIND.match(self.text, amount.end)
            return self.groups.last_whole(amount, None) if asserted else None
        subject = (
            self._labelled(amount, start)
            or self.changes.state_subject(amount, start)
            or self.brackets.of(amount, start)
        )
        among = AMONGST.match(self.text, amount.end)
        if among:
            group = phrase_after(self.passage, among.end(), end)
            subject = subject or self.scene.carried(amount)
            if group is not None and subject is not None:
                return f"{subject.split(' among ')[0]} among {group.said}"
            return group.said if group else subject
        return subject

    def _labelled(self, amount: Amount, start: int) -> str | None:
        """ "Share of victims rescued abroad: 31.5%"; "… elected members, at 6.3 per cent"."""
        if self.text[amount.start - 2 : amount.start] == ": ":
            label = SHARE_LABEL.search(
                self.text[max(start, amount.start - 120) : amount.start].lower()
            )
            return label["group"] if label else self._label(amount, start)
        told = FOR_IT_WAS.search(self.text, max(start, amount.start - 80), amount.start)
        if told:
            return told["group"]
        if APPOSED.search(self.text, max(start, amount.start - 24), amount.start):
            named = self.groups.share_named(amount, start)
            if named is not None:
                return named
        behind = AT_BEHIND.search(self.text, max(start, amount.start - 24), amount.start)
        phrase = phrase_before(self.passage, behind.start(), start) if behind else None
        if phrase and phrase.said.split()[-1] in nouns()[0]:
            return phrase.said
        first = self.scene.opening(start, amount.start) if behind else None
        return first.said if first and first.said.split()[-1] in nouns()[0] else None

    def _by_again(self, amount: Amount, start: int) -> str | None:
        """ "… fell by 18 per cent in the north and by 33 per cent in the south"."""
        for other, said in self.scene.earlier(amount):
            if is_share(other) and BY_BEFORE.search(self.text, start, other.start):
                return said
        return None

    def _label(self, amount: Amount, start: int) -> str | None:
        """ "Conviction rate: 12 per cent"; "Women: 3.1 per cent" of the defendants counted."""
        floor = max(start, self.text.rfind("\n", start, amount.start) + 1, amount.start - 80)
        said = subject_before(self.passage, amount.start - 2, floor)
        if said is None or not LABEL_LEAD.fullmatch(self.text, floor, said.start):
            return None
        noun = nouns()[0].get(said.said)
        if noun is not None and noun.kind == "person":
            return _joined(said.said, self.groups.last_whole(amount, said.said))
        for other, whole in self.scene.earlier(amount, 1):
            if is_share(other) and OF.match(self.text, other.end):
                return _joined(said.said, whole)
        return said.said

    def _last_said(self, amount: Amount, start: int) -> str | None:
        """What the last share of the sentence was of, the group last spoken of, the opening."""
        if amount.unit == FRACTION:
            return None
        if group := self.groups.opening(amount, start) or self._acting(amount):
            return group
        if BY_BEFORE.search(self.text, max(start, amount.start - 20), amount.start):
            return self._by_again(amount, start) or self.groups.last_whole(amount, None)
        for other, said in self.scene.earlier(amount):
            if is_share(other) and said:
                return said
        return (
            whole_over(self.text, amount.start)
            or self.groups.clause_subject(amount)
            or self.groups.last_whole(amount, None)
            or self._opened(amount, start)
            or self._found(amount, start)
            or self._counted_before(amount)
        )

    def _opened(self, amount: Amount, start: int) -> str | None:
        """The people or the rate that the sentence opens with."""
        opening = self.scene.opening(start, amount.start)
        head = opening.said.rsplit(maxsplit=1)[-1] if opening else ""
        known = nouns()[0].get(head)
        told = head in quantity_words("rate") or (known is not None and known.kind == "person")
        return opening.said if opening and told else None

    def _counted_before(self, amount: Amount) -> str | None:
        """ "The court heard 112 cases and 91 per cent ended in a conviction"."""
        if not verb_follows(self.text, amount.end):
            return None
        for other, said in self.scene.earlier(amount):
            things = other.unit is not None and other.unit.dimension == "count"
            if things and not self.groups.acts(other):
                return self.scene.thing(other, said)
        return None

    def _acting(self, amount: Amount) -> str | None:
        """ "Only 39 per cent said …": of the people counted before."""
        if VERB_BEHIND.match(self.text, amount.end) is None:
            return None
        group = (
            self.groups.clause_subject(amount)
            or self.groups.last_whole(amount, None)
            or self.groups.far_whole(amount)
        )
        if group is not None:
            self.groups.remember(amount, group)
        return group

    def _found(self, amount: Amount, start: int) -> str | None:
        """ "Nobody confesses to heroin. The survey found 0.1 per cent"."""
        found = FOUND_SHARE.search(self.text, max(start, amount.start - 40), amount.start)
        before = self.scene.sentence(amount.start) - 1
        floor = self.passage.sentences[before][0] if found and before >= 0 else start
        return self.scene.goods.last_before(amount.start, floor)


def _joined(part: str | None, whole: str | None) -> str | None:
    """ "adult women among detected victims"."""
    if part is None or whole is None or part == whole:
        return part or whole
    return f"{part} among {whole}"
