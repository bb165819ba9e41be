"""The wordings that tie an amount to a range, to a unit said elsewhere, or to what it measures."""

from __future__ import annotations

import re

_ABOUT = (
    r"(?:just|only|about|around|some|nearly|almost|over|under|more\ than|less\ than|fewer\ than"
)
_ABOUT += r"|an\ estimated|approximately|roughly|up\ to|at\ least|already)"
_ROSE = r"(?:rose|risen|fell|fallen|grew|grown|increased|decreased|declined|dropped|jumped|climbed"
_ROSE += r"|went|gone)"


def _cue(pattern: str, *, any_case: bool = False) -> re.Pattern[str]:
    filled = pattern.replace("ABOUT", _ABOUT).replace("ROSE", _ROSE)
    return re.compile(filled, re.VERBOSE | (re.IGNORECASE if any_case else re.NOFLAG))


# Before an amount: words of price, of change, of a span.
PRICED = _cue(
    r"""\b(?:worth|cost\w*|valued?|price\w*|paid|pay\w*|fined?|fines?|bribes?|cash|laundered
    |sold\ for|money|amounted|euros?|dollars)\b""",
    any_case=True,
)
CHANGE = _cue(
    r"""\b(?:from|ROSE|go|goes|rise|rising|increas\w+|growth|grow\w*|fall\w*|declin\w+|decreas\w+
    |drop\w*|reduc\w+|expand\w*|jump\w*|climb\w*|shr[aiu]nk\w*|chang\w+|up|down|plummet\w*|soar\w*
    |doubl\w+|tripl\w+|surg\w+|improv\w+|lower\w*|rais\w+)\b"""
)
RANGED = _cue(r"\b(?:rang\w+|vary\w*|varie[sd]|between|anywhere|somewhere)\b")
BETWEEN = _cue(r"\bbetween\s+(?:\w+\s+)?$", any_case=True)
FROM = _cue(r"\bfrom\s+(?:\w+\s+){0,3}$", any_case=True)

# Between two numbers that share the unit said last.
LISTED = _cue(r"\s(?:and|or|to)\s(?:ABOUT\s)?")

# Between an amount and a bare number that shares its unit, and behind the bare number.
COMPARED = _cue(
    r"""\b(?:against|with|to|from|than|versus|vs\.?|and|but|or|by|reach(?:ed|ing)|was|were|only|just)
    \s+(?:ABOUT\s+)?$"""
)
CONTRAST = _cue(r"\b(?:compared|against|versus|vs|than|from|down|up|and|while|but|to)\b")
PLACED = _cue(
    r"""\s+(?:in|during|for|by|at|on|from|the\ (?:previous|following|year)|last|this
    |a\ year|one\ year|(?:a|one)\ (?:year|month)\ (?:earlier|before|ago))\b
    |\s*(?:[.;)]|,(?!\d)|$)"""
)
TIMED = _cue(r"\s+(?:in|during|for|by)\s+[A-Z0-9]|\s+(?:the|last|this|a|one)\ ")
NUMBER_OF = _cue(r"\b(?:number|numbers|total|count|tally)\s+of\s+((?:[A-Za-z-]+\s){1,7})")
HAS_COME_TO = _cue(
    r"""\b(?:reach(?:ed|es|ing)?
    |(?:ROSE|stood|stands|amounted|amounts|came|down|up)\ (?:by\ \S+(?:\ per\ cent)?\ )?(?:to|at)
    |was|were|is|are|has\ been|totall?ed|exceed(?:ed|s)|hit|passed|at)
    \s+(?:ABOUT\s+){0,2}$"""
)
# "Cases rose from 120 in 2015": the subject is what is counted.
SUBJECT_OF_CHANGE = _cue(
    r"""([A-Za-z]+)\s(?:(?:have|has|had)\s)?ROSE\s(?:(?:up|down|sharply|steadily|slightly)\s)?
    (?:from|to)\s(?:ABOUT\s)?$"""
)

# Behind an amount: what it is of.
OF = _cue(r"[.)]?\s?(?:\([^()]{1,40}\)\s?)?of\s+(?:approximately\s+|about\s+)?(?=\D)")
WORTH_OF = _cue(r"\s?(?:worth|'s\ worth)\s+of\s+")
HOLDING = _cue(
    r"""\s?(?:,\s)?(?:which\s)?
    (?:with|contain(?:ing|ed|s)|fill(?:ed|s)\ with|full\ of|laden\ with|loaded\ with|holding
    |packed\ with|(?:suspected|believed)\ to\ (?:be|contain)|identified\ as|carrying)\s+"""
)
WERE = _cue(
    r"""\s(?:of\ (?:them|these|those|which|whom)\s)?
    (?:(?:were|are|was|is)\s+(?!\w+ed\b|\w+en\b)|(?:of\ it\s)?c[ao]mes?\sfrom\s
    |consist(?:s|ed)?\sof\s)"""
)
IN_CASH = _cue(r"\s(?:in|of)\s(?:undeclared\s|foreign\s)?(cash|banknotes|currency)\b")
AGED = _cue(r"[\s-]olds?\b|\s+of\s+age\b")
JOINED = _cue(r",?\s(?:and|plus|or|in)\s|\s?\(|\s?/\s?")

# Before an amount: the verb whose subject it measures, and the gap behind a label.
SHARE_VERB = _cue(
    r"""\s?\b(?:account(?:s|ed|ing)?\ for|ma[dk](?:e|es|ing)\ up|represent(?:s|ed|ing)?
    |constitut(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|form(?:s|ed|ing)|stood\ at|stands\ at
    |reach(?:es|ed|ing)?|(?:amount|total)\w*(?:\ to)?|ROSE|go|goes|(?:has|have|had)\ ROSE
    |fetched|costs?|weigh(?:ed|ing|s)?|worth|valued\ at|was\ worth|sold\ (?:for|at)|ha[sd]\ been
    |was|were|is|are|supplied|supplies|supply)
    (?:\ (?:ABOUT|by|to|at|from|for|a|an|the|up|down|estimated|between|as\ much\ as|still|now|total
    |value|of))*\s*$"""
)
MONEY_CUE = _cue(
    r"""\b(?:worth|value[ds]?|fetch\w*|price\w*|sold|sell\w*|cost\w*|total\ amount|gross
    |income\ from|proceeds\ from|street|cash|banknotes)\b"""
)
LABEL_GAP = _cue(
    r"""\s?(?:[:(–—-]|weighing|totall?ing|amounting\ to
    |with\ a\ (?:total\ |gross\ |net\ )?weight\ of
    |in\ the\ amount\ of|\(?a\ total\ of|,)?\s?(?:ABOUT)?\s?"""
)
