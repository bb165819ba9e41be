"""Lists of names in a clause: "Japan, the European Union (EU) and Norway"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.compose.clauses import Clause, once
from extract.find.passage import Candidate
from extract.knowledge.activities import capitals

_WORDS_TOO = frozenset({"WHO"})  # in a line of capitals a word: "WHO PAYS"
LIMIT = 40  # names in one list
_LEAD = re.compile(
    r"(?:both|mainly|primarily|partly|jointly|largely|mostly|notably|namely|currently|inter alia"
    r"|including|the|its|our|governments?|republic|kingdom|state|peoples?|taxpayers|generous|of|by|from|a)\s+"
    r"|[:,]\s*|\s+",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:an?|the|another|one|two|three|four|five|six|several|some|many)\s+"
    r"(?:[a-z][\w-]*\s+){0,5}[a-z][\w-]*[,:]\s+(?=[A-Z]|the\s+[A-Z])"
)
_BRACKET = re.compile(r"\s*\([^()]{1,80}\)")
_WITH = re.compile(r",?\s+with\s+(?:(?:about|some|over|nearly|up\s+to)\s+)?")
_MORE_NAMES = re.compile(  # "and Norway.", not "and Norway runs it"
    r",?(?:\s+and)?\s+(?:(?:of|the|and)\s+|[A-Z][\w'’-]*(?:,?\s+|(?=[.;,]|$)))+(?:with\s|for\s|[.;,]|$)"
)
_THROUGH = re.compile(r",?\s+(?:through|via|under)\s+(?:its|their|the|his|her)?\s*", re.IGNORECASE)
_LINK = re.compile(
    r"\s*(?:,?\s*and,\s+for\s+[^,]{2,50},\s+(?:from|by)\s+"
    r"|,?\s*(?:and also|and in particular|and|as well as|together with|jointly with|along with"
    r"|alongside|in addition to|plus|&)\s+|,\s*|;\s*|\s*/\s*)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\bGovernment of (?:the )?$")
_OWNED = re.compile(
    r"['’]s?\s+[A-Z][\w-]+(?:\s+(?:(?:of|and|for|the|against)\s+){0,2}[A-Z][\w-]+){1,8}"
)
_OWNER = re.compile(r"['’]s?\s+")
_ONE_WORD = re.compile(r"[A-Z][\w'’-]{3,}(?=\s*(?:,|and\b|[.;]\s|$))")
_DANGLING = re.compile(r"(?:\s+(?:and|of|for|the|on|de|in|&))*\s*$")
_OWNER_OF = re.compile(r"(?:[A-Z][\w-]+\s+){0,3}[A-Z][\w-]+['’]s?\s+")
_UNKNOWN = re.compile(
    r"[A-Z][\w'’.-]*(?:\s+(?:(?:of|for|and|the|on|de|in|&)\s+){0,2}\(?[A-Z][\w'’.)-]*){1,9}"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a list: what it is, and the country it belongs to."""

    start: int
    end: int
    text: str
    country: str | None
    mention: Candidate | None = None


def outermost(mentions: Sequence[Candidate]) -> list[Candidate]:
    """Organisations and countries, without those that lie inside another."""
    kept: list[Candidate] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.kind not in {"organisation", "country"}:
            continue
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


@once
def names_in(clause: Clause) -> Sequence[Name]:
    """Every organisation and country named, "Federal Office of Germany" and "Kenya's X" as one."""
    names: list[Name] = []
    capitals = clause.text.isupper()
    for mention in outermost(clause.mentions):
        if capitals and clause.between(mention.start, mention.end) in _WORDS_TOO:
            continue
        name = name_of(clause, mention)
        last = names[-1] if names else None
        if last is not None and _in_bracket_of(clause, last, mention):
            continue
        if last is not None and last.mention is not None:
            between = clause.between(last.end, mention.start)
            if (
                mention.kind == "country"
                and last.mention.kind == "organisation"
                and _OF.fullmatch(between)
            ):
                text = clause.between(last.start, mention.end)
                names[-1] = Name(last.start, mention.end, text, name.country, last.mention)
                continue
            if (
                mention.kind == "organisation"
                and last.mention.kind == "country"
                and _OWNER.fullmatch(between)
            ):
                names[-1] = replace(name, country=name.country or last.country)
                continue
        government = (
            _GOVERNMENT.search(clause.before(mention.start)) if mention.kind == "country" else None
        )
        if government is not None and not is_demonym(name):
            start = mention.start - len(government.group())
            name = replace(name, start=start, text=clause.between(start, mention.end))
        owned = _OWNED.match(clause.text, name.end - clause.start)
        if owned is not None and mention.kind == "country" and not is_demonym(name):
            end = clause.start + owned.end()
            if not any(one.start < end and name.end < one.end for one in clause.of("organisation")):
                name = replace(name, end=end, text=clause.between(name.start, end))
        names.append(name)
    return names


def _in_bracket_of(clause: Clause, name: Name, mention: Candidate) -> bool:
    """Whether the mention is the acronym behind the name."""
    bracket = _BRACKET.match(clause.text, name.end - clause.start)
    return bracket is not None and mention.end <= clause.start + bracket.end()


def is_body(name: Name) -> bool:
    """Whether the name is an organisation's."""
    return name.mention is not None and name.mention.kind == "organisation"


def is_demonym(name: Name) -> bool:
    """Whether the name is an adjective: "Norwegian"."""
    mention = name.mention
    return mention is not None and mention.kind == "country" and mention.fields["form"] == "demonym"


def name_of(clause: Clause, mention: Candidate) -> Name:
    """The mention as a name, with the country it states or is."""
    country = mention.fields.get("iso3") or mention.fields.get("country")
    if mention.kind == "organisation" and country is None:
        inside = {
            other.fields["iso3"]
            for other in clause.of("country")
            if mention.start <= other.start and other.end <= mention.end
        }
        country = next(iter(inside)) if len(inside) == 1 else None
    text = clause.between(mention.start, mention.end)
    return Name(mention.start, mention.end, text, country, mention)


def names_after(clause: Clause, offset: int, unknown: bool = False) -> list[Name]:
    """The list of names that begins at ``offset``; ``unknown`` admits names nobody found."""
    names: list[Name] = []
    starting = {name.start: name for name in names_in(clause)}
    position = offset
    while len(names) < LIMIT:
        called = _CALLED.match(clause.text, position - clause.start)
        position = clause.start + called.end() if called else position
        position = _past_lead(clause, position, starting)
        name = starting.get(position)
        if name is None and unknown:
            name = _unknown_at(clause, position)
        if name is None or is_demonym(name):
            break
        names.append(name)
        position = _past_additions(clause, name.end, starting)
        link = _LINK.match(clause.text, position - clause.start)
        if link is None:
            break
        position = clause.start + link.end()
    return names


def _past_lead(clause: Clause, position: int, starting: Mapping[int, Name]) -> int:
    for _ in range(10):
        lead = None if position in starting else _LEAD.match(clause.text, position - clause.start)
        if lead is None:
            break
        position = clause.start + lead.end()
    owner = _OWNER_OF.match(clause.text, position - clause.start)
    owned = clause.start + owner.end() if owner is not None else -1
    return owned if position not in starting and owned in starting else position


def _unknown_at(clause: Clause, position: int) -> Name | None:
    offset = position - clause.start
    match = _UNKNOWN.match(clause.text, offset) or _ONE_WORD.match(clause.text, offset)
    if match is None:
        return None
    start, text = clause.start + match.start(), match.group().rstrip(".")
    known = min((one.start for one in names_in(clause) if start < one.start), default=clause.end)
    text = _DANGLING.sub("", text[: known - start])
    owns = text.endswith(("'s", "’s"))
    return None if owns else Name(start, start + len(text), text, None)


def unknown_before(clause: Clause, offset: int) -> list[Name]:
    """A capitalised name nobody found, as the subject of the verb at ``offset``."""
    match = _UNKNOWN_SUBJECT.search(clause.between(max(clause.start, offset - 120), offset))
    if match is None:
        return []
    start = max(clause.start, offset - 120) + match.start("name")
    return [Name(start, start + len(match.group("name")), match.group("name"), None)]


def capitals_in(clause: Clause) -> list[Name]:
    """The capitals named in the clause: each can stand for its government."""
    found = []
    for place in clause.of("place"):
        name = clause.between(place.start, place.end)
        country = capitals().get(name.casefold())
        if country is not None:
            found.append(Name(place.start, place.end, name, country, place))
    return found


def capital_before(clause: Clause, offset: int) -> list[Name]:
    """A capital that stands for its government, as the subject of the verb: "Oslo has given"."""
    names = [name for name in capitals_in(clause) if name.end <= offset]
    if not names or not _FILLER.fullmatch(clause.between(names[-1].end, offset)):
        return []
    return [] if _is_adverbial(clause, names[-1].start) else names[-1:]


def _past_additions(clause: Clause, position: int, starting: Mapping[int, Name]) -> int:
    """Behind an acronym in brackets and "through its Ministry of …"."""
    bracket = _BRACKET.match(clause.text, position - clause.start)
    if bracket is not None:
        position = clause.start + bracket.end()
    position = _past_sum(clause, position)
    through = _THROUGH.match(clause.text, position - clause.start)
    if through is not None:
        body = starting.get(clause.start + through.end())
        if body is not None:
            bracket = _BRACKET.match(clause.text, body.end - clause.start)
            return clause.start + bracket.end() if bracket else body.end
    return position


def _past_sum(clause: Clause, position: int) -> int:
    """Behind the sum of one donor among several: "Japan, with USD 850,000, and Norway"."""
    lead = _WITH.match(clause.text, position - clause.start) if "with" in clause.words else None
    at = clause.start + lead.end() if lead is not None else -1
    for one in clause.of("quantity"):
        if one.start == at and one.fields["dimension"] == "money":
            more = _MORE_NAMES.match(clause.text, one.end - clause.start)
            return one.end if more is not None else position
    return position


_UNKNOWN_SUBJECT = re.compile(
    r"(?:^|[.,;]\s+|\b(?:[Tt]he|and|while|which)\s+)(?P<name>(?!The\b)[A-Z][\w'’-]+"
    r"(?:\s+(?:(?:of|and|for|the|de|del|la)\s+){0,2}[A-Z][\w'’-]+){1,7})"
    r"(?:\s*\([^()]{1,60}\))?(?:\s+(?:has|have|had|also|generously|kindly|will)){0,2}\s+$"
)
_FILLER = re.compile(
    r"(?:\s*\([^()]{1,80}\))?(?:\s+in\s+[A-Z][\w-]+)?,?(?:\s+(?:which|who|that|has|have|had|is|are|was|were|will|also|again|today|yesterday"
    r"|formally|officially|generously|kindly|jointly|fully|partly|largely|now|already|recently|together|both"
    r"|in turn|currently"
    r"|continues|continue|offered|agreed|promised|pledged|decided|undertaken"
    r"|to|be|since|the|annually|so far|itself|for its part|would like to),?)"
    r"{0,6}\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\s*\([^()]{1,80}\))?"
    r"\s*(?:,?\s*and|,?\s*as well as|;|&|,?\s*together with|,?\s*jointly with|,?\s*along with|,)\s*"
    r"(?:(?:also|the|government|governments|of|by|from)\s+){0,4}$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\s*\([^()]{1,80}\))?\s+(?:and|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"\b(?:in|at|from|of|to|for|with|by|on|near|between|against)\s+(?:the\s+)?$", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:governments?|people|peoples|taxpayers|kingdom|republic|state)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def names_before(clause: Clause, offset: int) -> list[Name]:
    """The list of names that is the subject of the verb at ``offset``, in reading order."""
    names: list[Name] = []
    limit, gap = offset, _FILLER
    for name in reversed(names_in(clause)):
        if name.end > limit:
            continue
        if not gap.fullmatch(clause.between(name.end, limit)) or len(names) == LIMIT:
            break
        if is_demonym(name):
            break
        names.append(name)
        limit, gap = name.start, _JOINED
    while names and _is_adverbial(clause, names[-1].start):
        last = names.pop()
        while names and _AND.fullmatch(clause.between(last.end, names[-1].start)):
            last = names.pop()  # "given by Peru and Chile, was held": neither holds it
    return names[::-1]


def _is_adverbial(clause: Clause, start: int) -> bool:
    """Whether the name is where something happens, not who does it."""
    before = clause.before(start)
    return bool(_ADVERBIAL.search(before)) and not _PEOPLE.search(before)
