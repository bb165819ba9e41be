"""Which names are one donor: "INL" and its full name, "Japan" and its Government, an embassy.

An article gives each donor one name, the one it is told with first, and the full name instead of
its acronym. An adjective ("a Danish grant") is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body, is_demonym, names_in

_ENVOY = re.compile(
    r"(?:(?:[A-Z][\w-]+|the)\s+){0,2}(?:Embassy|Delegation|High Commission|Permanent Mission)\b"
)
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-Z][\w&/-]{1,11})\)")


class Donors:
    """The donors of an article, and the name each is to have."""

    def __init__(self, clauses: Sequence[Clause], told: Sequence[Name]) -> None:
        self._spelled = _spelled_out(clauses)
        self._names: dict[str, Name] = {}
        for name in sorted(told, key=_stands_for):
            self._names.setdefault(self.key(name), self._full(name))

    def key(self, name: Name) -> str:
        """What is the same for two names of one donor."""
        full = self._full(name)
        if _stands_for(full):
            for key, one in self._names.items():
                if one.text in full.text or (full.country and key == f"state {full.country}"):
                    return key
        if is_demonym(full):
            return full.text.casefold()
        if full.country is not None and (not is_body(full) or _is_government(full)):
            return f"state {full.country}"
        mention = full.mention
        return str(mention.fields["name"] if mention is not None else full.text).casefold()

    def name(self, name: Name) -> Name:
        """The name that the donor is given wherever it pays."""
        return self._names[self.key(name)]

    def _full(self, name: Name) -> Name:
        return self._spelled.get(name.text, name)


def _stands_for(name: Name) -> bool:
    """Whether a capital, embassy or delegation stands for those who pay."""
    place = name.mention is not None and name.mention.kind == "place"
    return place or _ENVOY.match(name.text) is not None


def _is_government(name: Name) -> bool:
    return re.match(r"Governments?\b", name.text) is not None or name.text.endswith(" Government")


def _spelled_out(clauses: Sequence[Clause]) -> dict[str, Name]:
    """The acronyms that stand in brackets behind a name, each with that name."""
    found: dict[str, Name] = {}
    for clause in clauses:
        for name in names_in(clause) if "(" in clause.text else ():
            acronym = _ACRONYM.search(
                clause.text, name.start - clause.start, name.end - clause.start
            )
            acronym = acronym or _ACRONYM.match(clause.text, name.end - clause.start)
            if acronym is not None and is_body(name):
                found.setdefault(acronym["acronym"], name)
    return found
