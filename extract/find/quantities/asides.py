"""Goods named but not spoken of: what they replace, what is made of them, what hides them."""

from __future__ import annotations

import re

# Named, but not what is spoken of: "in place of poppy", "without which no heroin can be made".
_ASIDE = re.compile(
    r"\b(?:(?:declared|marked|labell?ed|listed|described|disguised|manifested|billed|invoiced|posing"
    r"|presented|registered|masked|camouflaged)\sas(?:\s(?:an?|the))?|(?:in\splace|instead|in\slieu)\sof|rather\sthan|other\sthan|\w{3,}er\sthan|(?:more|less)\s[a-z]+\sthan|unlike|replac\w+|alternatives?\sto"
    r"|without(?:\s\w+){0,3}|substitut\w+\sfor|addict\w+\sto|neither|not)\s(?:\w+\s)?$"
)
# What the goods spoken of are for: "needed to cook heroin", "the raw material of cocaine".
_MAKES = (
    r"(?:make|cook|produce|manufacture|refine|process|purify|extract|synthesi[sz]e|production"
    r"|synthesis|[a-z]+ing)"
)
_MADE_OF_IT = re.compile(
    r"\b(?:(?:precursors?|material|product|ingredients?|chemicals?|solvents?|reagents?|substances?)\s(?:of|for|in|to)"
    r"|(?:used|needed|required|necessary|essential|indispensable|serves?|destined|intended|meant)\s(?:[a-z]+ly\s)?(?:to|in|for|as))"
    rf"\s(?:(?:the|an?)\s)?(?:(?:illicit|illegal|clandestine)\s)?(?:{_MAKES}\s)?(?:of\s)?(?:[a-z]+\s)?$"
    r"|\b(?:from|with|without|through)\swhich\s(?:[a-z]+\s)?$"
    r"|\b(?:turn|convert|process|refin|transform|cook)\w*\s(?:[a-z]+\s){0,3}?into\s(?:[a-z]+\s)?$"
)
_PRECURSOR = re.compile(r"[\s-](?:precursors?|pre-precursors?)\b")
# What hides the goods: "under crates of onions", "among bananas", "in the tyres".
_COVER = re.compile(
    r"\b(?:under|beneath|underneath|behind|amid|among|amongst|between|below|inside)\s(?:(?:the|a|some|\d+)\s)?"
    r"(?:(?:crates|boxes|bags|sacks|layers?|loads?|bales|cartons|tins|piles?|cargo|consignment|rows)\sof\s)?(?:\w+\s)?$"
    r"|\bin\s(?:the|a|an|his|her|their|its)\s(?:\w+\s)?$"
)


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a thing is named beside the one spoken of: what it replaces, what is made of it."""
    if _ASIDE.search(text, max(0, start - 30), start):
        return True
    made = _MADE_OF_IT.search(text, max(0, start - 70), start)
    return made is not None or _PRECURSOR.match(text, end) is not None


def is_cover(text: str, start: int) -> bool:
    """Whether a thing is but what hides the goods."""
    return _COVER.search(text, max(0, start - 40), start) is not None
