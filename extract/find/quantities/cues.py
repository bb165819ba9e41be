"""The wordings that tie an amount to a range, to a unit said elsewhere, or to what it measures."""

from __future__ import annotations

import re

_ABOUT = (
    r"(?:just|only|about|around|some|nearly|almost|over|under|more\ than|less\ than|fewer\ than"
)
_ABOUT += r"|an\ estimated|approximately|roughly|up\ to|at\ least|already)"
_ROSE = (
    r"(?:rose|risen|rises?|fell|fallen|falls?|grew|grown|grows?|increase[sd]?|decrease[sd]?"
    r"|decline[sd]?|drop(?:s|ped)?|jump(?:s|ed)?|climb(?:s|ed)?|went|gone|goes)"
)


def cue(pattern: str, *, any_case: bool = False) -> re.Pattern[str]:
    """A verbose pattern; ABOUT and ROSE in it stand for words that blur, and verbs of change."""
    filled = pattern.replace("ABOUT", _ABOUT).replace("ROSE", _ROSE)
    return re.compile(filled, re.VERBOSE | (re.IGNORECASE if any_case else re.NOFLAG))


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last place a pattern matches in a stretch."""
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


# Before an amount: words of price, of change, of a span.
PRICED = cue(
    r"""\b(?:worth|cost\w*|valued?|price\w*|paid|pay\w*|fined?|fines?|bribes?|cash|laundered
    |sold\ for|money|amounted|euros?|dollars)\b""",
    any_case=True,
)
CHANGE = cue(
    r"""\b(?:from|ROSE|go|goes|rise|rising|increas\w+|growth|grow\w*|fall\w*|declin\w+|decreas\w+
    |drop\w*|reduc\w+|expand\w*|jump\w*|climb\w*|shr[aiu]nk\w*|chang\w+|up|down|plummet\w*|soar\w*
    |doubl\w+|tripl\w+|surg\w+|improv\w+|lower\w*|rais\w+)\b"""
)
RANGED = cue(r"\b(?:rang\w+|vary\w*|varie[sd]|between|anywhere|somewhere)\b")
BETWEEN = cue(r"\bbetween\s+(?:\w+\s+)?$", any_case=True)
FROM = cue(r"\bfrom\s+(?:\w+\s+){0,3}$", any_case=True)

# Between two numbers that share the unit said last.
LISTED = cue(r"\s(?:and|or|to|vs\.?|versus)\s(?:ABOUT\s)?")

# Between an amount and a bare number that shares its unit, and behind the bare number.
COMPARED = cue(
    r"""\b(?:against|with|to|from|than|versus|vs\.?|and|but|or|by|reach(?:ed|ing)|was|were
    |only|just)
    \s+(?:ABOUT\s+)?$"""
)
CONTRAST = cue(r"\b(?:compared|against|versus|vs|than|from|down|up|and|while|but|to)\b")
PLACED = cue(
    r"""\s+(?:in|during|for|by|at|on|from|the\ (?:previous|following|year)|last|this
    |\w+\ (?:years?|months?)\ (?:later|earlier|before|ago)|a\ year|one\ year|(?:a
    |one)\ (?:year|month)\ (?:earlier|before|ago))\b
    |\s*(?:[.;)]|,(?!\d)|$)"""
)
TIMED = cue(
    r"""\s+(?:in|during|for|by)\s+(?:[A-Z0-9]|the\ (?:first|second|third|last|same|previous
    |whole|year|following|past))
    |\s+(?:the|last|this|a|one)\ |\s\w+\ (?:years?|months?)\ (?:later|earlier|before|ago)\b"""
)
YEAR_BEFORE = cue(
    r"""\b(?:(?:[Ii]n|[Bb]y|[Ff]or|[Uu]ntil)\ (?:19|20)\d\d|[Tt]he\ (?:year|month)\ before
    |[Tt]he\ previous\ \w+|\w+\ (?:years?|months?)\ (?:earlier|before|later|ago)|[Ll]ast\ \w+),?
    \ [^.;]{0,40}$"""
)
# "in 2018 it was 228", "there had been 24 in 2002".
PRONOUN_WAS = cue(
    r"""\b(?:it|they|there|figure|number|total|share|area|output)\s(?:(?:still|only)\s)?
    (?:was|were|is|are|had\ been|has\ been|have\ been|stood\ at|stands\ at|reached
    |came\ to)\s(?:ABOUT\s){0,2}$"""
)
INSTEAD = cue(r"^\s?,?\s?\(?(?:instead\ of|rather\ than|not|as\ against)\s(?:ABOUT\ |the\ ){0,2}$")
# "Nangarhar (18,904 ha), Helmand (15,371 ha) and Badakhshan (12,756)".
BRACKET_PAIR = cue(r"\)(?:,|;|,?\sand|\sor|,?\sfollowed\ by)\s[A-Z][\w\s.'’-]{1,40}\s\(")
# "34 from Uganda and 19 from Burundi".
PLACED_FROM = cue(r"\s(?:(?:were|came|are|come)\s)?(?:from|in)\s(?:the\s)?[A-Z]")
LISTED_PLACE = cue(
    r"""\s(?:(?:were|came|are|come|was)\s)?(?:from|in)\s(?:the\s)?[A-Z][\w\s.'’-]{1,40}(?:,|;
    |,?\sand)\s(?:ABOUT\s)?"""
)
# "opioids follow with 61 million, amphetamines with 30.7 million".
WITH_EACH = cue(r"\b[A-Za-z]+s?,?\s(?:with|at)\s(?:ABOUT\s)?$")
WERE_SUCH = cue(
    r"""\s(?:were|are|had|have|came|come|died|remain(?:ed)?|lived?|received|said
    |was)\s(?!(?:to|not\ to)\ (?:be|reach))"""
)
OF_THEM = cue(r"\b(?:[Oo]f|[Aa]mong)\s(?:them|these|those|whom),?\s(?:ABOUT\s)?$")
RELATIVE_FOR = cue(
    r"""\b(?:(?:built|designed|meant|intended|planned|made|room|places|space|capacity)\s(?:for
    |of)|hold|holds|held|holding
    |house[sd]?|housing|accommodate[sd]?)\s(?:ABOUT\s)?$"""
)
AS_MANY = cue(r"\bas\ many\ ([a-z]+)\ as\ [^.:;]{1,60}:\ (?:ABOUT\ )?$")
NUMBER_OF = cue(r"\b(?:number|numbers|total|count|tally)\s+of\s+((?:[A-Za-z-]+\s){1,7})")
HAS_COME_TO = cue(
    r"""\b(?:reach(?:ed|es|ing)?
    |(?:ROSE|stood|stands|amounted|amounts|came|down|up)\ (?:by\ \S+(?:\ per\ cent)?\ )?(?:to|at)
    |was|were|is|are|(?:has|have|had)\ been|totall?ed|exceed(?:ed|s)|hit|passed|at)
    \s+(?:ABOUT\s+){0,2}$"""
)
# The word right before a verb: a pronoun perhaps.
LAST_WORD = cue(r"\b(\w+),?\s*$")

# Behind an amount: what it is of.
OF = cue(
    r"[.)]?\s?(?:(?:\([^()]{1,40}\)|[-–—]\s[^-–—.;\d]{1,40}\s[-–—]|[-–—]{1,2})\s?)?of\s+"
    r"(?:approximately\s+|about\s+|[\d.]+\s?(?:per\s?cent|%)[\s-](?=pure))?(?=\D)"
)
WORTH_OF = cue(r"\s?(?:worth|'s\ worth)\s+of\s+")
HOLDING = cue(
    r"""\s?(?:,\s)?(?:which\s)?
    (?:with|contain(?:ing|ed|s)|fill(?:ed|s)\ with|full\ of|laden\ with|loaded\ with|holding
    |packed\ with|(?:suspected|believed)\ to\ (?:be|contain)|identified\ as|carrying)\s+"""
)
WERE = cue(
    r"""\s(?:of\ (?:them|these|those|which|whom)\s)?
    (?:(?:were|are|was|is)\s+(?!\w+ed\b|(?!(?:wo)?men\b|children\b)\w+en\b)
    |(?:of\ it\s)?c[ao]mes?\sfrom\s
    |consist(?:s|ed)?\sof\s)"""
)
# "hidden in 24 tins of peaches": the package holds the drug, whatever is printed on it.
HIDDEN_IN = cue(
    r"""\b(?:packed|hidden|conceal(?:ed|ing)|stashed|stuffed|secreted|tucked|sealed|baked|sewn|placed|distributed|stored|transported|carried|smuggled|shipped)\s(?:[a-z]+ly\s|away\s|up\s)?
    (?:in|inside|into|within)\s(?:ABOUT\s)?$"""
)
# "435,000 packs, or 8.7 million pieces, of cigarettes": one amount said twice.
INSET = cue(r",\s(?:(?:or|that\sis|i\.e\.|in\sall|together),?\s(?:ABOUT\s)?|ABOUT\s)$")
OF_BEHIND_INSET = re.compile(r",\sof\s(?=\D)")
# "The units inspected 611 containers".
_INSPECTED = r"(?:inspect|check|screen|scann|examin|profil|select|controll|search|process|mov)e?d"
INSPECTED = cue(
    rf"\b(?:{_INSPECTED}|inspects?|checks?|screens?|handles?|moves?)\s(?:ABOUT\s){{0,2}}$"
)
WERE_INSPECTED = cue(
    rf"\s(?:(?:which|that)\s)?(?:were|are|was|have\ been|had\ been)\s(?:[a-z]+ly\s)?{_INSPECTED}\b"
)
COORDINATED_WITH = cue(
    r"(?:,|;|\s(?:and|but|while))\s(?:[A-Z]\w+\s(?:has|had)\s)?(?:ABOUT\s){0,2}$"
)
# "four of these held timber": a pronoun, no group.
OF_THESE = cue(
    r"""\sof\s(?:these|those)(?=\s(?:were|are|was|is|had|have|has|held|came|come|went|died|will|did|could|led|took|left
    |fell|stood|live|\w+ed)\b|\s?[.,;)])"""
)
OF_IT = cue(r"\s(?:of|from)\s(?:it|this|that|these|them|which)\b")
PROVED = cue(
    r"""(?:,|\s[-–—])?\s(?:and\s|all\s(?:of\sit\s)?|(?:and\s)?which\s|(?:all\s)?of\s(?:which|it|them)\s)?(?:were|was|are|is|being|proved\sto\sbe|turned\sout\sto\sbe
    |tested\spositive\sfor|consisted\sof)\s(?:pure\s|all\s|found\sto\sbe\s|identified\sas\s)?"""
)
# "a white powder that proved to be cocaine".
PROVED_TO_BE = cue(
    r"""(?:,)?\s(?:(?:that|which)\s)?(?:(?:was|were)\s)?(?:later\s)?(?:proved\s(?:to\sbe|positive\sfor)|turned\sout\sto\sbe|found
    \sto\s(?:be|contain)|tested\s(?:positive\s)?(?:for|as)|identified\sas|confirmed\s(?:as|to\sbe)|(?:believed|suspected
    |thought)\sto\s(?:be|contain))\s"""
)
# "30 packages. They contained 31 kilograms of cocaine".
THEY_HELD = cue(
    r"""\s+(?:They|These|Each|All|Each\sof\sthem|All\sof\sthem|The\s[a-z]+)\s(?:were\sfound\sto\s|all\s|together\s)?(?:held
    |contain(?:ed|s)?|weighed|concealed|hid|were\sfull\sof|were\sfilled\swith|turned\sout\sto\s(?:hold|contain|be))\s"""
)
# "600 hectares with coffee and 200 with cacao".
SOWN_WITH = re.compile(r"\s(?:(?:are\s|were\s)?(?:now\s)?(?:planted|sown)\s)?(?:with|under)\s")
# "They weigh over 3.5 tonnes", "Together the bags weighed".
THEY_WEIGH = cue(
    r"""\s?(?:(?:Put\s)?[Tt]ogether,?\s|In\sall,?\s|[Aa]ll\s)?(?:[Tt]hey|[Tt]hese|[Tt]he\s[a-z]+s)\s(?:all\s|together\s)?
    weigh(?:s|ed)?\s(?:(?:ABOUT|a\stotal\sof)\s){0,2}"""
)
IN_CASH = cue(
    r"""(?:\s\([^()]{1,30}\)|\s(?:a|per|each|every)\s(?:year|month|week|day)|\sannually)?\s(?:in|of)\s((?:(?:unpaid|customs|import|excise|lost|undeclared|foreign|public|stolen|criminal|illicit|used|small|mixed|crisp|counterfeit|[\d,.]+-[a-z]+)\s)?
    (?:cash|banknotes|notes|bills|coins|currency|assets|aid|bribes|funds|assistance|damages|fines|losses
    |duties|taxes|tax|revenues?|tolls|levies|fees|interest|arrears|penalties|wages|salaries|compensation|bank\saccounts
    |accounts|deposits|cryptocurrency|cryptocurrencies|bitcoins?|jewellery|profits|grants|bonds|savings|donations|contributions|equipment))\b"""
)
AGED = cue(r"[\s-]olds?\b|\s+of\s+age\b")
EACH_WITH = cue(
    r""",?\s(?:and\s)?in\seach(?:\sof\s(?:them|these|which))?\s(?:ABOUT\s)?
    |,?\s(?:each|all|every\ one)\s(?:of\ (?:them|which)\s)?(?:with|containing|holding
    |weighing|of|filled\ with)
    \s(?:ABOUT\s)?"""
)
EQUAL = cue(
    r"""(?:,?\sor|,?\sequivalent\ to|,?\sequal\ to|,?\sthat\ is,?|,\si\.e\.,?|\s?\(|\s?=|\s?/
    |,?\s(?:which\s|together\s|in\ all\s)?(?:weigh(?:ing|ed|s)|totall?(?:ing|ed)))\s?
    (?:(?:ABOUT|a\ little|a\ total\ of|the\ equivalent\ of|equivalent\ to|equal\ to|approx\.?
    |or|i\.e\.,?)\s){0,4}"""
)
# "1,150 cartons with cigarettes of a known mark, that is 11.5 million pieces".
THAT_IS = cue(
    r"^[^.;:]{0,60},\s(?:that\sis|i\.e\.|in\sother\swords|or),?\s(?:ABOUT\s|a\stotal\sof\s){0,2}$"
)
# "Eradication, as reported by the ministry, amounted to 15,188 hectares".
CLEARED = cue(
    r"""\s?(?:[Tt]he\s)?[Ee]radication(?:,[^,.;:]{2,80},)?
    (?:\s(?:amounted\ to|came\ to|reached|totall?ed|stood\ at|was|covered|ran\ to|extended\ to
    |ROSE\ to|of))?
    :?\s(?:ABOUT\s|only\s|just\s){0,2}"""
)
# "97.5 kg of shabu, as against 61 kg": the same thing at another time or place.
AGAINST_LAST = cue(
    r"""\b(?:as\ against|against|compared\ (?:with|to)|(?:down|up)\ from|instead\ of
    |rather\ than|versus)\s
    (?:(?:ABOUT|the|only)\s){0,3}$"""
)
APART = cue(r"\sof\s[\w\s]{2,40}(?:,|,?\sand|,?\splus)\s(?:ABOUT\s)?")
JOINED = cue(r",?\s(?:and|plus|or|in)\s|\s?\(|\s?/\s?")

# Before an amount that is money, and the gap behind a label.
MONEY_CUE = cue(
    r"""\b(?:worth|value[ds]?|fetch\w*|price\w*|sold|sell\w*|cost\w*|total\ amount|gross
    |income\ from|proceeds\ from|street|cash|banknotes)\b"""
)
LABEL_GAP = cue(
    r"""(?:\s(?:ranked|came|was|is|remained|comes?)\s\w+(?=\s\())?\s?(?:[:(–—-]|weighing|totall?ing
    |amounting\ to
    |with\ a\ (?:total\ |gross\ |net\ )?weight\ of
    |in\ the\ amount\ of|\(?a\ total\ of|,)?\s?(?:ABOUT)?\s?"""
)
