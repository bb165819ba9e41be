"""The name of an event: its quoted title, its proper name, or the phrase around the noun."""

from __future__ import annotations

import re

from extract.compose.activities.cueing import cue
from extract.compose.activities.heads import head_counts
from extract.compose.activities.sighting import Sighting
from extract.compose.activities.verbs import NAME_OF_OPERATION
from extract.compose.clauses import Clause

_QUOTED = r"[\"“«](?P<title>[^\"“”«»]{3,180})[\"”»]"
_TITLE_BEFORE = re.compile(rf"{_QUOTED}\s*(?:\([^()]{{1,20}}\)\s*)?$")
_TITLE_AFTER = re.compile(
    r"\s*(?:on|entitled|titled|called|named|under the title|,|:|-)?\s*(?:the\s+)?" + _QUOTED
)
_PHRASE = re.compile(
    r"(?:(?<=\s)|^)(?P<phrase>(?:(?!(?:the|this|that|a|an|its|their|his|her|our|of|in|on|at|by|with|to|and|for|from|was|is|has|have|had|completed|held|holds|hold|organi[sz]ed|hosted|hosts|conducted|attended|during|after|before|each|every|no|convened|ran|gave|also|today|which|will|as)\b)[\w'’./&-]+[\s]+){1,6})$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s+(?:on|about|for|of|against)\s+[^.;,:()]{3,110}")
_TOPIC = re.compile(r"\s+(?:on|about|against)\s+(?!\d)[^.;,:()]{3,110}")
_TOPIC_ENDS = re.compile(
    r"\s+(?:(?:for|with|by)\s+(?:an?|the|about|some|over|more than|up to)?\s*$"
    r"|(?:in|at|on|from|between|during|until|since|near|to|for|and|of)\s+(?:the\s+)?$)"
)
_NO_TOPIC = re.compile(
    r"\s+(?:by|held|hosted|organi[sz]ed|conducted|convened|attended|today|yesterday|tomorrow|this"
    r"|last|next|whose|with\s+the|together|jointly|funded|financed|supported)\b"
)
_PROPER = (
    r"(?P<title>(?!(?:The|An?|Its|Their)\s)(?:\d{4}\s+)?[A-Z][\w'’&/-]*"
    r"(?:\s+(?:(?:of|on|in|for|and|the|against)\s+){0,2}[A-Z][\w'’&/-]*|\s+\d{4}(?![\w-])){1,10})"
)
_LAUNCHED = re.compile(
    rf"\s+(?:of\s+)?(?:(?:the|its|their|a|an|this year['’]s"
    rf"|(?:[A-Z]\w+\s+){{0,2}}[A-Z]\w+['’]s?)\s+)?"
    rf"(?:(?:new|latest|first|second|third|annual|global|\w+th)\s+){{0,2}}{_PROPER}"
)
_LAUNCHED_QUOTED = re.compile(rf"\s+(?:of\s+)?(?:[a-z][\w'’-]*,?\s+){{0,6}}{_QUOTED}")
_IS_LAUNCHED = re.compile(
    rf"(?:^|[Tt]he\s+|[Ii]ts\s+|new\s+){_PROPER}(?:\s*\([^()]{{1,20}}\))?,?\s+"
    r"(?:(?:which|was|were|is|are|will|be|has|had|been|also|today|formally|officially)\s+){0,4}$"
)


def name_span(main: Sighting) -> tuple[int, int] | None:
    """Where the name stands that the sighting's clause gives the event."""
    if main.pattern == "proform":
        return None
    if main.pattern == "operation":
        return _operation(main)
    if main.type == "launch" and (launched := _launched(main)) is not None:
        return launched
    return _phrase(main) if main.noun is not None else None


def _operation(main: Sighting) -> tuple[int, int] | None:
    """ "Operation COCAIR III"; in a headline every word may have a capital."""
    name = NAME_OF_OPERATION.match(main.clause.text, main.end - main.clause.start)
    if name is None or main.clause.heading:
        return None
    return main.start, _before_days(main, main.start, main.clause.start + name.end())


def _launched(main: Sighting) -> tuple[int, int] | None:
    """ "Launched the World Drug Report 2018", "the Opium Survey was released": what is launched."""
    clause = main.clause
    if clause.heading:
        return None
    offset = main.end - clause.start
    found = _LAUNCHED.match(clause.text, offset) or _LAUNCHED_QUOTED.match(clause.text, offset)
    if found is None and main.noun is None:
        found = _IS_LAUNCHED.search(clause.text[: main.start - clause.start])
        found = None if found is not None and _launches(clause, found) else found
    if found is None:
        return None
    start = clause.start + found.start("title")
    end = _before_days(main, start, clause.start + found.end("title"))
    bodies = [one.start for one in clause.of("organisation", "person") if start < one.start < end]
    for body in bodies:
        if clause.between(start, body).endswith((" and ", " and the ")):
            end = min(end, body)
    for place in clause.of("place", "country"):  # "… in Persons" is its name, "… in Vienna" not
        if start < place.start < end and clause.between(start, place.start).endswith(" in "):
            end = place.start
    name = _LINK_AT_END.sub("", clause.between(start, end))
    whole = any(one.start == start and one.end >= start + len(name) for one in clause.of("person"))
    return None if whole or " " not in name else (start, start + len(name))


def _launches(clause: Clause, subject: re.Match[str]) -> bool:
    """Whether the words before the verb name who launches: "the Ministry today opened"."""
    last = clause.start + subject.end("title") - 1
    active = _IS.search(subject.group()[subject.end("title") - subject.start() :]) is None
    return active and any(
        one.start <= last < one.end for one in clause.of("organisation", "person", "country")
    )


_IS = re.compile(r"\b(?:was|were|is|are|be|been)\b")
_LINK_AT_END = re.compile(r"(?:\s+(?:of|on|in|for|and|the|against))*\s*$")


def _before_days(main: Sighting, start: int, end: int) -> int:
    """Where the name ends, a day behind it left out; the year of a report belongs to its name."""
    days = [one for one in main.clause.of("date") if one.fields["precision"] != "year"]
    cut = min([end, *(one.start for one in days if start < one.start < end)])
    return start + len(_LINK_AT_END.sub("", main.clause.between(start, cut)))


def _phrase(main: Sighting) -> tuple[int, int] | None:
    """The quoted title, else the noun phrase where it says more than the noun."""
    clause = main.clause
    after = _TITLE_AFTER.match(clause.text, main.end - clause.start)
    if after is not None:
        return clause.start + after.start("title"), clause.start + after.end("title")
    text = clause.between(clause.start, main.start)
    before = _TITLE_BEFORE.search(text[-220:])
    if before is not None:
        lead = main.start - len(text[-220:])
        return lead + before.start("title"), lead + before.end("title")
    start = main.start
    phrase = _PHRASE.search(text[-80:])
    if phrase is not None:
        start = main.start - len(phrase.group("phrase"))
    if start == main.start:
        return None
    capital = any(word[:1].isupper() for word in clause.between(start, main.start).split())
    subject = (_SUBJECT if capital else _TOPIC).match(clause.text, main.end - clause.start)
    return start, main.end if subject is None else _end_of_topic(main, subject.group())


def _end_of_topic(main: Sighting, subject: str) -> int:
    """Where the topic ends: before a verb, a day, a place, or the people it is for."""
    clause, length = main.clause, len(subject)
    for found in (cue("finite").search(subject), _NO_TOPIC.search(subject)):
        if found is not None:
            length = min(length, found.start())
    for one in [*clause.of("date", "place", "country"), *head_counts(clause)]:
        ends = _TOPIC_ENDS.search(clause.between(main.end, one.start))
        if one.start >= main.end and ends is not None and ends.start() < length:
            length = ends.start()
    return main.end + len(subject[:length].rstrip())
