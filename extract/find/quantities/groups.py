"""The group a share is of, and the part of the group that it is."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.clauses import relative_after
from extract.find.quantities.cues import OF, WERE, last_match
from extract.find.quantities.fractions import FRACTION
from extract.find.quantities.phrases import (
    Stretch,
    phrase_after,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.share_cues import (
    AFTER_COMMA,
    FOR_BEHIND,
    FOR_GROUP,
    IN_GROUP,
    LISTED_PART,
    NEW_LINE,
    NOUN_INSIDE,
    OF_NUMBER,
    OF_OPENING,
    OF_PRONOUN,
    OF_WHICH,
    ONLY_LEAD,
    RANKED_PART,
    SHARE_OF_GROUP,
    SHARED_BY,
    TOLD_ALREADY,
    WERE_DONE,
)
from extract.find.quantities.spoken import Spoken, is_group, is_share
from extract.knowledge.counting import nouns, quantity_words

_PRONOUNS = frozenset(
    {
        "them",
        "these",
        "those",
        "it",
        "which",
        "whom",
        "this",
        "that",
        "the total",
        "total",
        "all",
        "rest",
        "remainder",
        "others",
        "latter",
        "former",
    }
)
# "81 per cent of the crop", "half of the area": of what is grown.
_CROP = frozenset({"crop", "crops", "bush", "bushes", "area", "land", "plants"})


class Groups(Spoken):
    """Reads groups and their parts."""

    def whole(self, amount: Amount, start: int, end: int) -> str | None:
        """ "of the victims" behind the amount, or "Of the 448 murders …" at the opening."""
        match = OF.match(self.text, amount.end)
        clause = relative_after(self.passage, match.end(), end) if match else None
        if clause is not None:
            return self._told_already(amount, clause) or clause.said
        pronoun = OF_PRONOUN.match(self.text, amount.end)
        if pronoun:
            meant = self.meant(amount, pronoun.group(1) or pronoun.group(2))
            return meant if self.scene.fitness.fits(meant, "percent") else None
        if match is None and amount.unit != FRACTION:
            match = OF_NUMBER.match(self.text, amount.end)
        if match:
            phrase = whole_phrase_after(self.passage, match.end(), end)
            if phrase is None or phrase.said not in _CROP:
                return phrase.said if phrase else None
            lead = self.text[match.end() : phrase.start].strip()
            crop = self.scene.goods.only_crop() if lead in {"", "the", "this"} else None
            return crop or phrase.said
        if amount.unit == FRACTION:
            beside = phrase_after(self.passage, amount.end, end)
            if beside is not None and ONLY_LEAD.fullmatch(self.text, amount.end, beside.start):
                return beside.said
            return self._ratio(amount, start)
        return self._opened_with(amount, start)

    def _opened_with(self, amount: Amount, start: int) -> str | None:
        """ "Of the 448 murders recorded, 85.3%", "the study, of which Norway paid 75 per cent"."""
        opening = OF_OPENING.search(self.text, max(start, amount.start - 200), amount.start)
        if opening and not any(
            other.unit == amount.unit and other.start > opening.start()
            for other, _ in self.scene.earlier(amount)
        ):
            clause = relative_after(self.passage, opening.end(), amount.start)
            phrase = clause or whole_phrase_after(self.passage, opening.end(), amount.start)
            if phrase is not None and phrase.said not in _PRONOUNS:
                return (self._told_already(amount, clause) if clause else None) or phrase.said
            return self.meant(amount, "them")
        which = OF_WHICH.search(self.text, max(start, amount.start - 80), amount.start)
        if which is None:
            return None
        for other, said in self.scene.earlier(amount):
            if other.end <= which.start():
                return self.scene.thing(other, said)
        return None

    def _told_already(self, amount: Amount, clause: Stretch) -> str | None:
        """ "Of those who had such contact", "of those who do": of the people counted before."""
        if TOLD_ALREADY.search(clause.said) is None:
            return None
        return self.last_whole(amount, None) or self.far_whole(amount)

    def _ratio(self, amount: Amount, start: int) -> str | None:
        """ "one household in five", "For women the ratio was 1 in 18, for men 1 in 7"."""
        inside = NOUN_INSIDE.match(self.text, amount.start, amount.end)
        if inside:
            return inside.group(1)
        group = FOR_GROUP.search(self.text, max(start, amount.start - 60), amount.start)
        return group.group(1) if group else None

    def opening(self, amount: Amount, start: int) -> str | None:
        """ "In the general population the virus is rare, at 0.1 per cent"."""
        match = IN_GROUP.match(self.text, start)
        phrase = phrase_after(self.passage, match.end(), amount.start) if match else None
        noun = nouns()[0].get(phrase.said.rsplit(maxsplit=1)[-1]) if phrase else None
        people = phrase is not None and phrase.said.endswith("population")
        return phrase.said if phrase and (people or (noun and noun.kind == "person")) else None

    def said_of(self, amount: Amount, whole: str, end: int) -> str:
        """The group with what is said of its share: "victims trafficked for forced labour"."""
        done = WERE_DONE.match(self.text, self._past_group(amount, end), end)
        return f"{whole} {' '.join(done['done'].split()).lower()}" if done else whole

    def _past_group(self, amount: Amount, end: int) -> int:
        """Where "of the victims" behind an amount ends."""
        behind = OF.match(self.text, amount.end)
        phrase = whole_phrase_after(self.passage, behind.end(), end) if behind else None
        return phrase.end if phrase else amount.end

    def divides(self, part: str) -> bool:
        """Whether a subject can be a part of a group: a plural, or goods."""
        head = part.rsplit(maxsplit=1)[-1]
        noun = nouns()[0].get(head)
        if (noun.singular if noun else head) in quantity_words("place"):
            return False
        return is_group(part) or head != part or self.scene.goods.names_goods(part)

    def part(self, amount: Amount, start: int, end: int) -> str | None:
        """The part of the group: the subject of "made up", or the noun behind "were"."""
        verb = SHARED_BY.search(self.text, max(start, amount.start - 90), amount.start)
        if verb:
            return self._sharing(amount, verb, start)
        were = WERE.match(self.text, self._past_group(amount, end))
        if were:
            phrase = phrase_after(self.passage, were.end(), end)
            if phrase is None or not is_group(phrase.said):
                return None
            named = "from" not in were.group() or self.scene.goods.names_goods(phrase.said)
            return phrase.said if named else None
        beside = self._beside(amount, end)
        return beside or self._listed(amount, start)

    def _sharing(self, amount: Amount, verb: re.Match[str], start: int) -> str | None:
        """The subject of "made up"; of ", accounting for" none is sure."""
        subject = subject_before(self.passage, verb.start(), start)
        if subject is None or self._is_name(subject):
            return None
        if AFTER_COMMA.search(self.text, verb.start() - 2, verb.end()):
            return None
        told = next((o for o, _ in self.scene.earlier(amount) if is_share(o)), None)
        if told is not None and subject.start <= told.end + len(" of the "):
            return subject.said.rsplit(" and ", maxsplit=1)[-1]
        return subject.said

    def share_named(self, amount: Amount, start: int) -> str | None:
        """ "the proportion of girls over the last period (15 per cent)": girls."""
        told = next((one.end for one, _ in self.scene.earlier(amount) if is_share(one)), start)
        named = last_match(SHARE_OF_GROUP, self.text, told, amount.start)
        phrase = whole_phrase_after(self.passage, named.end(), amount.start) if named else None
        return phrase.said if phrase and is_group(phrase.said) else None

    def of_name(self, amount: Amount, start: int) -> str | None:
        """ "Saudi Arabia alone was responsible for 67 per cent": of what was spoken of."""
        if not SHARED_BY.search(self.text, max(start, amount.start - 90), amount.start):
            return None
        return self.last_whole(amount, None) or self.scene.last_thing(amount)

    def _beside(self, amount: Amount, end: int) -> str | None:
        """ "(32 per cent women)", "70 per cent of them girls"."""
        pronoun = OF_PRONOUN.match(self.text, amount.end)
        position = pronoun.end() if pronoun else amount.end
        if not self.text.startswith(" ", position):
            return None
        line = NEW_LINE.search(self.text, position, end)
        phrase = phrase_after(self.passage, position, line.start() if line else end)
        if (
            phrase is None
            or phrase.start != position + 1
            or phrase.said.split()[0] in quantity_words("no_part")
            or phrase.said.endswith("ly")
        ):
            return None
        first, *more = phrase.said.split()
        told = pronoun is not None or self.text[amount.start - 1] == "(" or not more
        apart = quantity_words("modifier") | quantity_words("part")
        named = first in apart or phrase.said in self.scene.goods.distinct
        if not told and not named:
            return None  # "4 per cent carry tyres"
        verb = first.endswith("ed")
        return None if verb or self.text[phrase.start].isupper() else phrase.said

    def _listed(self, amount: Amount, start: int) -> str | None:
        """ "… and young boys 15 per cent", "girls for 21 per cent": the verb was said before."""
        window = max(start, amount.start - 60)
        match = RANKED_PART.search(self.text, window, amount.start) or LISTED_PART.search(
            self.text, window, amount.start
        )
        if match is None or not any(is_share(o) for o, _ in self.scene.earlier(amount)):
            return None
        phrase = phrase_after(self.passage, match.start("part"), match.end("part"))
        if phrase is None or phrase.end < match.end("part") - 1:
            return None
        return phrase.said

    def _is_name(self, subject: Stretch) -> bool:
        """Whether a subject is a name, as of a place: "Shan State accounted for 88 per cent"."""
        words = self.text[subject.start : subject.end].split()
        head = words[-1]
        if len(words) > 1 or head[:1].islower():
            return head[:1].isupper()
        plural = head.lower() in nouns()[0] or head.endswith("s")
        return not plural and not self.scene.goods.names_goods(subject.said)

    def said_alike(self, amount: Amount, end: int) -> str | None:
        """ "… trafficked for sexual exploitation and 38 per cent for forced labour"."""
        match = FOR_BEHIND.match(self.text, amount.end)
        last = next((said for o, said in self.scene.earlier(amount) if o.unit == amount.unit), None)
        phrase = phrase_after(self.passage, match.end(), end) if match else None
        if match is None or last is None or phrase is None or f" {match.group(1)} " not in last:
            return None
        return f"{last.split(f' {match.group(1)} ')[0]} {match.group(1)} {phrase.said}"
