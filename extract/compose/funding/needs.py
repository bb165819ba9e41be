"""What a wording needs beside it to say who pays: money, a body known to pay, a thing given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.compose.clauses import Clause
from extract.compose.names import Name, is_body
from extract.compose.wording import at_word
from extract.find.passage import Candidate
from extract.knowledge.counting import nouns
from extract.knowledge.funding import Cue, Need, cues

FEW_WORDS = re.compile(r"(?:\s+(?!(?:worth|on|about|in)\b)[\w'’-]+){0,7}?\s*[$€£]?\s*$")
_PASSIVE_GOES_ON = re.compile(
    r"\s*(?:by|under|through|from|within|via|since|until)\b|\s*(?:[,.;:)]|$)", re.IGNORECASE
)

_HELPERS = re.compile(
    r"\s*(?:\([^()]{1,40}\))?\s*(?:(?:has|have|had|will|also|already|recently|itself)\s+){0,3}",
    re.IGNORECASE,
)


@cache
def cue(cue: Cue) -> re.Pattern[str]:
    """Any of the cue's words, at word boundaries."""
    words = at_word([re.escape(word) for word in cues()[cue]], joined_by=r"\w")
    return re.compile(rf"{words}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """A wording in its clause, the countries of its article, and the donors it would have."""

    clause: Clause
    named: Mapping[str, set[int]]
    donors: Sequence[Name]
    end: int


def is_met(need: Need | None, beside: Beside) -> bool:
    """Whether what the wording needs stands beside it."""
    return need is None or _NEEDS[need](beside)


def _project(beside: Beside) -> bool:
    after = beside.clause.after(beside.end, 100)
    thing = cue("project").search(after)
    near = thing is not None and FEW_WORDS.fullmatch(after[: thing.start()]) is not None
    return near and _giver(beside)


def _agency(beside: Beside) -> bool:
    return _giver(beside) and all(
        _is_agency(donor) or is_foreign(beside, donor) for donor in beside.donors
    )


def _things(beside: Beside) -> bool:
    return all(is_giver(donor) for donor in beside.donors) and any(
        0 <= thing.start - beside.end <= 3 and _is_thing(thing)
        for thing in beside.clause.of("quantity")
    )


def _giver(beside: Beside) -> bool:
    return all(is_giver(donor) or _is_foreign_body(beside, donor) for donor in beside.donors)


def _is_foreign_body(beside: Beside, donor: Name) -> bool:
    """A ministry or office of a State the article is not about."""
    named = cue("ministry").search(donor.text) is not None
    return named and donor.country is not None and is_foreign(beside, donor)


def _kit(beside: Beside) -> bool:
    after = beside.clause.after(beside.end, 60)
    goods = cue("kit").search(after)
    return (
        goods is not None
        and FEW_WORDS.fullmatch(after[: goods.start()]) is not None
        and _giver(beside)
    )


def _gives(beside: Beside) -> bool:
    last = beside.donors[-1]
    behind = cue("gives").search(beside.clause.after(last.end, 40))
    return (
        behind is not None
        and _HELPERS.fullmatch(beside.clause.after(last.end, behind.start())) is not None
        and _giver(beside)
    )


def _object(beside: Beside) -> bool:
    return _PASSIVE_GOES_ON.match(beside.clause.after(beside.end, 100)) is None


def _sum(beside: Beside) -> bool:
    after = beside.clause.after(beside.end, 100)
    word = cue("money").search(after)
    offsets = [word.start()] if word else []
    offsets += [
        money.start - beside.end for money in sums_of(beside.clause) if money.start >= beside.end
    ]
    return any(FEW_WORDS.fullmatch(after[:offset]) for offset in offsets if offset < 80)


def _told(_: Beside) -> bool:
    return True


_NEEDS: dict[Need, Callable[[Beside], bool]] = {
    "money": _sum,
    "giver": _giver,
    "agency": _agency,
    "project": _project,
    "object": _object,
    "things": _things,
    "kit": _kit,
    "cash": lambda beside: _sum(beside) and _giver(beside),
    "gives": _gives,
    "funded": _told,
}


def is_giver(donor: Name) -> bool:
    """Whether the donor is a country, a government or a body known to pay."""
    if donor.mention is None or donor.mention.kind == "country":
        return donor.mention is not None
    names = f"{donor.text} {donor.mention.fields['name']}"
    return cue("giver").search(names) is not None


def _is_thing(quantity: Candidate) -> bool:
    noun = nouns()[1].get(str(quantity.fields["unit"]).casefold())
    return noun is not None and noun.kind in {"thing", "vehicle"}


def countries_named(clauses: Sequence[Clause]) -> dict[str, set[int]]:
    """The countries an article names, by clause; -1 stands for a place of theirs."""
    named: dict[str, set[int]] = {}
    for clause in clauses:
        for mention in clause.of("country", "place"):
            code = mention.fields.get("iso3", mention.fields.get("country"))
            if code is not None:
                index = -1 if mention.kind == "place" else clause.index
                named.setdefault(code, set()).add(index)
    return named


def is_foreign(beside: Beside, donor: Name) -> bool:
    """Whether the article is about other countries than the donor's own."""
    own = {beside.clause.index}
    about = {code for code, indexes in beside.named.items() if indexes - own}
    return bool(about) and donor.country not in about


def _is_agency(donor: Name) -> bool:
    """A body whose business is giving, not a country or its government at large."""
    return is_body(donor) and not donor.text.startswith("Government")


def sums_of(clause: Clause) -> list[Candidate]:
    """The amounts of money in the clause."""
    return [one for one in clause.of("quantity") if one.fields["dimension"] == "money"]
