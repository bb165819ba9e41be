"""What a share or a change in per cent is of: the group, the part of it, the thing that changed."""

from __future__ import annotations

from extract.find.quantities.amounts import Amount
from extract.find.quantities.changes import Changes
from extract.find.quantities.cues import LISTED, OF
from extract.find.quantities.fractions import FRACTION
from extract.find.quantities.groups import Groups
from extract.find.quantities.phrases import (
    phrase_after,
    phrase_before,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.scene import Scene
from extract.find.quantities.share_cues import (
    AMONGST,
    ARE_BEHIND,
    BY_BEFORE,
    OPENED,
    OVERTAKE,
    VERB_BEHIND,
    VERSUS,
)
from extract.knowledge.counting import nouns


class Shares:
    """Reads what amounts in per cent, and fractions, are of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage
        self.groups = Groups(scene)
        self.changes = Changes(scene, self.groups)

    def of(self, amount: Amount) -> str | None:
        """What the share is of, what part of what it is, or what changed by it."""
        start, end = self.scene.bounds(amount)
        return (
            self._of_group(amount, start, end)
            or self.changes.changed(amount, start, end)
            or self._shared_with_next(amount, end)
            or self._of_part(amount, start, end)
            or self.groups.of_name(amount, start)
            or self.groups.said_alike(amount, end)
            or self._by_frame(amount, start, end)
        )

    def _of_group(self, amount: Amount, start: int, end: int) -> str | None:
        """The group that is named, with the part of it or what is said of the share."""
        groups = self.groups
        whole = groups.whole(amount, start, end)
        if whole is None:
            return None
        part = groups.part(amount, start, end)
        if part != whole:
            groups.remember(amount, whole)
        if part is not None and groups.divides(part):
            return _joined(part, whole)
        return groups.said_of(amount, whole, end)

    def _of_part(self, amount: Amount, start: int, end: int) -> str | None:
        """The part that is named, of the group last spoken of."""
        part = self.groups.part(amount, start, end)
        if part is None or not self.groups.divides(part):
            return part
        return _joined(part, self.groups.last_whole(amount, part))

    def _by_frame(self, amount: Amount, start: int, end: int) -> str | None:
        """What the sentence is about, or the one before."""
        if amount.unit == FRACTION:
            asserted = ARE_BEHIND.match(self.text, amount.end)
            return self.groups.last_whole(amount, None) if asserted else None
        return self._stated(amount, start, end) or self._last_said(amount, start)

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
        subject = self.changes.state_subject(amount, start) or self._bracketed(amount, start)
        among = AMONGST.match(self.text, amount.end)
        if among:
            group = phrase_after(self.passage, among.end(), end)
            subject = subject or self.scene.carried(amount)
            if group is not None and subject is not None:
                return f"{subject.split(' among ')[0]} among {group.said}"
            return group.said if group else subject
        return subject

    def _bracketed(self, amount: Amount, start: int) -> str | None:
        """ "10 municipalities (5 per cent)", "X has overtaken Y (51 per cent against 33)"."""
        opening = OPENED.search(self.text, max(start, amount.start - 30), amount.start)
        following = self.scene.following(amount)
        if opening is None:
            return self._second_of_pair(amount, start)
        if following and VERSUS.fullmatch(self.text, amount.end, following.start):
            verb = OVERTAKE.search(self.text, max(start, opening.start() - 120), opening.start())
            if verb:
                subject = subject_before(self.passage, verb.start(), start)
                return subject.said if subject else None
        phrase = phrase_before(self.passage, opening.start(), start)
        return phrase.said if phrase else None

    def _second_of_pair(self, amount: Amount, start: int) -> str | None:
        previous = next(self.scene.earlier(amount), None)
        if previous is None or previous[0].unit != amount.unit:
            return None
        if not VERSUS.fullmatch(self.text, previous[0].end, amount.start):
            return None
        opening = self.text.rfind("(", max(start, previous[0].start - 30), previous[0].start)
        verb = OVERTAKE.search(self.text, max(start, opening - 120), max(opening, start))
        phrase = phrase_after(self.passage, verb.end(), opening) if verb else None
        return phrase.said if phrase else previous[1]

    def _last_said(self, amount: Amount, start: int) -> str | None:
        """What the last share of the sentence was of, the group last spoken of, the opening."""
        if VERB_BEHIND.match(self.text, amount.end) and (
            group := self.groups.last_whole(amount, None)
        ):
            return group
        if BY_BEFORE.search(self.text, max(start, amount.start - 20), amount.start):
            return self.groups.last_whole(amount, None)
        for other, said in self.scene.earlier(amount):
            if other.unit is not None and other.unit.dimension == "percent" and said:
                return said
        group = self.groups.last_whole(amount, None)
        if group is not None:
            return group
        opening = self.scene.opening(start, amount.start)
        known = nouns()[0].get(opening.said.split()[-1]) if opening else None
        if opening is not None and known is not None and known.kind == "person":
            return opening.said
        return self.scene.goods.last_before(amount.start, start)


def _joined(part: str | None, whole: str | None) -> str | None:
    """ "adult women among detected victims"."""
    if part is None or whole is None or part == whole:
        return part or whole
    return f"{part} among {whole}"
