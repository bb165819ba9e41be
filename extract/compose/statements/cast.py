"""The people and bodies of an article, as those who may speak in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.compose.scene import Scene
from extract.compose.statements.patterns import ROLE
from extract.find.passage import Candidate
from extract.knowledge.people import title_gender

# How many people back "he" or "the Minister" may reach.
_MEMORY = 40


class Cast:
    """Who is named in [start, end) of a document, in reading order."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self._people = list(scene.within(start, end, "person"))
        self._bodies = list(scene.within(start, end, "organisation"))
        self._people_starts = [person.start for person in self._people]
        self._body_starts = [body.start for body in self._bodies]
        self._genders = _genders(self._people)

    def person_within(self, start: int, end: int, *, last: bool = False) -> Candidate | None:
        """The first person named in [start, end), or the last."""
        found = _within(self._people, self._people_starts, start, end)
        return (found[-1] if last else found[0]) if found else None

    def body_within(self, start: int, end: int) -> Candidate | None:
        """The last body named in [start, end)."""
        found = _within(self._bodies, self._body_starts, start, end)
        return found[-1] if found else None

    def before(self, offset: int) -> Sequence[Candidate]:
        """The people last named before ``offset``, the latest first."""
        place = bisect_left(self._people_starts, offset)
        return self._people[max(0, place - _MEMORY) : place][::-1]

    def by_role(self, words: str, offset: int) -> Candidate | None:
        """Whom "the Minister" means: the last person before with that role."""
        match = ROLE.search(words.rstrip() + " ")
        if match is None:
            return None
        head = match.group(1).split()[-1].lower()
        for person in self.before(offset):
            if head in str(person.fields.get("role") or "").lower().split():
                return person
        return None

    def fits(self, person: Candidate, pronoun: str) -> bool:
        """Whether no honorific of the person contradicts "he" or "she"."""
        wanted = {"he": "m", "she": "f"}.get(pronoun.lower())
        return wanted is None or self._genders.get(str(person.fields["name"])) in {None, wanted}


def _within(
    mentions: Sequence[Candidate], starts: Sequence[int], start: int, end: int
) -> Sequence[Candidate]:
    """The mentions, sorted by ``starts``, that lie inside [start, end)."""
    found = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    return [mention for mention in found if mention.end <= end]


def _genders(people: Sequence[Candidate]) -> dict[str, str | None]:
    """What honorifics tell of each name; None where they contradict each other."""
    genders: dict[str, str | None] = {}
    for person in people:
        name = str(person.fields["name"])
        told = title_gender(str(person.fields.get("honorific") or ""))
        if told is not None:
            genders[name] = told if genders.get(name, told) == told else None
    return genders
