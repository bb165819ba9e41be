"""What a wording needs beside it to say who pays: money, a body known to pay, a thing given.

``is_met`` looks a need of the table up by its name; the other functions tell what a name is (a body
known to pay, a part of the Office) and how it stands to the article (a State it is not about).
"""

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
    r"\s*(?:\([^()]{1,40}\))?\s*(?:(?:has|have|had|is|are|will|also|already|recently|itself|generously|kindly|been|jointly|together|both|long)\s+){0,4}",
    re.IGNORECASE,
)

_BARE = re.compile(
    r"\s+(?:(?:another|a further|some|about)\s+)?\d[\d.,]*"
    r"(?:\s+(?:together|each|more|million)|\s*[.,;]|$)"
)
_THANKED_FOR = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+for\s+(?:(?:its|their|the|his|her|your|a|all|both)\s+)?(?:[\w-]+\s+){0,3}?(?:"
    r"(?P<money>(?:financial|monetary|generous|voluntary)\s+(?:[\w-]+\s+){0,2}?(?:contributions?|support"
    r"|assistance|help|aid|backing)|funding|funds|money|financing|co-financing|sponsoring|sponsorship"
    r"|grants?|donations?|donating|generosity|paying|gifts?)"
    r"|contributions?\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:programme|project|fund|budget|UNODC|Office)"
    r"|(?:continued|continuing|kind|steadfast)\s+support)\b",
    re.IGNORECASE,
)
_TO_PEOPLE = re.compile(
    r"\s+(?:(?:her|him|them|me|us(?!\s?[$\d])|you|each)\b(?!\s+of)|one\b(?=\s+(?:another|\d)|\s*[.,;])|(?:the\s+|its\s+|their\s+)?(?:farmers|growers"
    r"|couriers|smugglers|traffickers|sellers|suppliers|recruiters|agents|brokers|informants|victims)\b"
    r"|(?:a|the|no|another)\s+(?:\w+\s+)?(?:fine|fines|ransom|bribe|bribes|visit|tribute|penalty|price"
    r"|toll|tax|debt|deposit)\b|(?:bribes|fines|taxes|tribute|attention|ransoms?)\b|back\b)",
    re.IGNORECASE,
)


_PLACES = re.compile(
    r"\s+(?:(?:some|about|another|up\s+to|a\s+further|over|nearly|at\s+least)\s+)?"
    r"(?:\d[\d,]*|[a-z]+teen|ten|two|three|four|five|six|seven|eight|nine|eleven|twelve|twenty|thirty|forty"
    r"|fifty|several|free)\s+(?:(?:full|training|study|annual|free|paid|master['’]s)\s+){0,2}"
    r"(?:places|scholarships|fellowships|bursaries|seats|stipends|traineeships|internships)\b",
    re.IGNORECASE,
)


_PRICED = re.compile(
    r"\s+(?:an?|some|several|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty"
    r"|eleven|twelve)\s+(?:(?!cases\b)[\w-]+\s+){1,4}worth\s"
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
        bool(sums_of(beside.clause)) or _is_agency(donor) or is_foreign(beside, donor)
        for donor in beside.donors
    )


def _things(beside: Beside) -> bool:
    """A number of things, or of places on a course, right behind the verb."""
    clause, end = beside.clause, beside.end
    after = clause.after(end)
    given = goods_behind(clause, end) or _PLACES.match(after) or _PRICED.match(after)
    return bool(given) and all(map(is_giver, beside.donors))


def _giver(beside: Beside) -> bool:
    return all(is_giver(donor) or _is_foreign_body(beside, donor) for donor in beside.donors)


def _is_foreign_body(beside: Beside, donor: Name) -> bool:
    """A ministry or office of a State the article is not about."""
    named = cue("ministry").search(donor.text) is not None
    return named and donor.country is not None and is_foreign(beside, donor)


def _kit(beside: Beside) -> bool:
    return _near_kit(beside.clause, beside.end) and _giver(beside)


def _near_kit(clause: Clause, offset: int) -> bool:
    after = clause.after(offset, 60)
    goods = cue("kit").search(after)
    return goods is not None and FEW_WORDS.fullmatch(after[: goods.start()]) is not None


def goods_behind(clause: Clause, offset: int) -> bool:
    """Whether a number of things follows at once: "promised 14 speedboats"."""
    return any(
        0 <= thing.start - offset <= 3 and _is_thing(thing) for thing in clause.of("quantity")
    )


def _gives(beside: Beside, verbs: Cue) -> bool:
    last = beside.donors[-1]
    behind = cue(verbs).search(beside.clause.after(last.end, 40))
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


def _named(beside: Beside) -> bool:
    return not any(map(is_implementer, beside.donors))


def _told(_: Beside) -> bool:
    return True


def _added(beside: Beside) -> bool:
    """Money, goods or a number of things: no hall, no teacher."""
    clause, end = beside.clause, beside.end
    weighed = any(
        0 <= one.start - end <= 3 and one.fields["dimension"] in {"mass", "volume"}
        for one in clause.of("quantity")
    )
    goods = weighed or goods_behind(clause, end) or _near_kit(clause, end)
    return goods or _BARE.match(clause.after(end)) is not None or _sum(beside)


def _thanked(beside: Beside) -> bool:
    """Thanked for money, or by the word of what a body known to pay gave."""
    what = _THANKED_FOR.match(beside.clause.after(beside.donors[-1].end, 120))
    if what is None:
        return False
    return what["money"] is not None or _agency(beside)


_NEEDS: dict[Need, Callable[[Beside], bool]] = {
    "money": _sum,
    "giver": _giver,
    "agency": _agency,
    "project": _project,
    "object": _object,
    "things": _things,
    "kit": _kit,
    "cash": lambda beside: _sum(beside) and _giver(beside),
    "gives": lambda beside: _gives(beside, "gives"),
    "backs": lambda beside: _gives(beside, "backs"),
    "funded": _told,
    "added": _added,
    "named": _named,
    "thanked": _thanked,
}


def is_giver(donor: Name) -> bool:
    """Whether the donor is a country, a government or a body known to pay."""
    if donor.mention is None or donor.mention.kind == "country":
        return donor.mention is not None
    names = f"{donor.text} {donor.mention.fields['name']}"
    return cue("giver").search(names) is not None and cue("no_giver").search(names) is None


def is_state(name: Name) -> bool:
    """Whether the name is a State's, a government's or that of a body known to pay."""
    return name.mention is not None and (name.mention.kind == "country" or is_giver(name))


def pays_people(clause: Clause, offset: int) -> bool:
    """Whether what follows the verb says wages, a price or a penalty: "paid her", "paid a fine"."""
    if clause.before(offset, 4).lower().endswith("for"):
        return False
    return _TO_PEOPLE.match(clause.text, offset - clause.start) is not None


def is_implementer(donor: Name) -> bool:
    """Whether the name is the Office's own, or of a part of it: it spends what others give."""
    mention = donor.mention
    name = str(mention.fields.get("name", "")) if mention is not None else ""
    return name.startswith("United Nations Office on Drugs and Crime") or "UNODC" in donor.text


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
    """Whether the article is about other countries than the donor's own.

    A State that gives to many may be named again, if others are named more often.
    """
    own = {beside.clause.index}
    about = {code: len(indexes - own) for code, indexes in beside.named.items() if indexes - own}
    if donor.country not in about:
        return bool(about)
    gives = donor.country.lower() in cues()["donor_state"]
    return gives and about[donor.country] < max(about.values())


def _is_agency(donor: Name) -> bool:
    """A body whose business is giving, not a country or its government at large."""
    return is_body(donor) and not donor.text.startswith("Government")


def sums_of(clause: Clause) -> list[Candidate]:
    """The amounts of money in the clause."""
    return [one for one in clause.of("quantity") if one.fields["dimension"] == "money"]
