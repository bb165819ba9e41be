"""The wordings that let a bare number take the unit of the amount before it."""

from __future__ import annotations

import re

from extract.find.quantities.cues import cue

NAME = r"(?:the\s|its\s)?[A-Z][\w'’-]+(?:\s(?:of\s|and\s)?(?:the\s)?[A-Z][\w'’-]+){0,6}"
# "another 22", "a further 25", "the remaining five".
FURTHER = cue(
    r"""\b(?:another|(?:a|some)\ further|an?\ additional|further|additional|the\ other|(?:the|its
    |their)\ remaining)\s(?:ABOUT\s){0,2}$""",
    any_case=True,
)
# "(2006: 5,070)", "(previous year: 12)".
YEAR_LABEL = cue(
    r"""[(;,]\s?(?:in\s)?(?:(?:19|20)\d\d(?:[-/]\d\d)?|(?:previous|last|the\ year|year)
    \s(?:year|before|earlier)):\s?(?:ABOUT\s)?$"""
)
# "from 9 to 21": both ends of one change.
FROM_TO = cue(
    r"(?:\sof\s[a-z][a-z -]{2,30})?,?\s(?:in\s(?:19|20)\d\d\s|last\s\w+\s)?to\s(?:ABOUT\s){0,2}"
)
# "Of 40 canisters, 12 were empty".
GROUP_LEAD = cue(r"\b(?:[Oo]f|[Aa]mong)\s(?:the\s|these\s|those\s|its\s|all\s)?$")
GROUP_GAP = cue(r"(?:\s[a-z]+(?:\s[a-z]+){0,5})?,\s(?:ABOUT\s){0,2}")
OF_WHOM = cue(r"^[^.;:()\d]{0,60},?\sof\s(?:whom|which|them|these)\s(?:ABOUT\s){0,2}$")
CLAUSE_OPENS = cue(
    r"(?:^\s*|[;:–—]\s|,\s(?:and\s|but\s|while\s)?|\sand\s)(?:ABOUT\s){0,2}$", any_case=True
)
# Words of money near a bare "2.1 billion", and words of heads that it might count instead.
OF_MONEY = re.compile(
    r"\b(?:lost|losses|loss|profits?|proceeds|inflows?|outflows?|flows?|income|revenues?|earn\w*|spen[dt]\w*"
    r"|pa(?:id|ys?)|gave|cost\w*|worth|value[ds]?|budgets?|fund\w*|grants?|invest\w*|stol?en?|launder\w*"
    r"|damages?|fraud|sums?|turnover|trade|market|generat\w*|contribut\w*|debts?|assets?|money|seized"
    r"|confiscated|recovered|pledged|fines?)\b"
)
OF_HEADS = re.compile(
    r"\b(?:population|inhabitants|people|persons|users|users?|residents|citizens|passengers|visitors|tonnes|tons"
    r"|number|containers|tablets|cigarettes|litres)\b"
)
FROM = cue(r"\bfrom\s(?:ABOUT\s){0,2}$")
# "775 a day", "30 per month".
EACH_TIME = re.compile(r"\s(?:an?|per|every|each)\s(?:day|week|month|year|hour|night|minute)\b")
OR_ELSE = cue(r"(?:,?\sor|\s?\(|\s[–—-]|,?\sthat\sis,?|,\si\.e\.,?)\s?(?:ABOUT\s){0,2}$")
# "ten more than in 2006"; "5.6 billion more went astray".
MORE_THAN = re.compile(
    r"\s(?:more|fewer|less)\sthan\s(?:in|the|a|an|at|during|last|that|those|its)\b"
)
MORE = re.compile(
    r"\smore(?:\s(?:were|was|are|is|had|have|has|will|in|at|from|on|by|through|with|went|came|off|out|inside|behind|under"
    r"|near|aboard|across|during|after|to|for|between|among"
    r"|died|followed|fled|turned|lay|stood|and|while|but)\b|\s?[.;)]|,(?!\d)|$)"
)
# "in 2008, 1.2 million", "a year before only 2.1"; "the year before the figure had been 31".
_TIME = r"""(?:(?:in|for|during|over)\ (?:all\ of\ |the\ whole\ of\ )?(?:19|20)\d\d
    |(?:the|a|one|two|three|five|ten)\ (?:years?|months?)\ (?:before|earlier|previously)
    |(?:in|for|during)\ the\ (?:same|previous|preceding|corresponding)\ [a-z]+
    (?:\ [a-z]+){0,2}(?:\ (?:19|20)\d\d)?)"""
TIME_LEAD = cue(
    rf"(?:^|[;.,–—]|\band|\bbut|\bwhile|\bwhereas)\s{_TIME},?\s(?:(?:only|just|ABOUT)\s){{0,2}}$",
    any_case=True,
)
FIGURE_WAS = cue(
    rf"""{_TIME},?\s(?:it|the\ (?:figure|number|total|amount|quantity|tally|catch|haul))\s
    (?:was|were|had\ been|stood\ at|came\ to|amounted\ to)\s(?:(?:only|just|ABOUT)\s){{0,2}}$""",
    any_case=True,
)
# "of which the Fund gave 2.1", "of whom the Chinese numbered 4,860".
OF_WHICH = cue(r",?\s(?:\(|–\s)?of\s(?:which|whom)\s[^.;:()]{0,110}$")
# "eight of it in Sindh", "sixty of them are awaiting trial".
OF_PRONOUN = re.compile(r"\sof\s(?:(them|these|those|whom|which)|(it|this|that|which))\b")
# "Helmand had 12 prisons, Kandahar nine"; "31 prisoners, in the Kyrgyz Republic 14".
GAPPED = cue(
    rf"""(?:[^.;:()]{{0,90}}?(?:,\s?and|,|;|\sand|\swhile|\sbut)|[^.;:()]{{0,60}}[(:])\s?
    (?:(?:in|for|from|at|to|on)\s{NAME},?|{NAME}:?)\s(?:(?:another|a\ further|ABOUT)\s){{0,2}}"""
)
# "14 arrests, seven in Kenya and seven in Uganda"; "14 arrests: seven in Kenya".
BROKEN_DOWN = cue(r"(?:\s[^.;:,()\d]{1,50})?(?:,|:|\s?\(|\s[–—-])\s?(?:ABOUT\s){0,2}")
PLACED = re.compile(r"\s(?:in|at|from|on|by)\s(?:the\s)?[A-Z]")
# "it fell to 38", "and had dropped to 30 by June", "the figure has since dropped to 37,300".
CHANGED_TO = cue(
    r"""\b(?P<who>it|they|this|that|which|and|but|then|before|figure|number|total|area|output|count
    |level|harvest|crop)\s(?:(?:has|have|had|is|was)\s)?(?:(?:since|then|only|already|been|again
    |later|\w+ly)\s){0,2}(?:ROSE|falling|rising|dropping|climbing|growing|reach(?:ed|ing)|doubled
    |tripled|halved|cut|reduced|shrank|shrunk|soared|plunged|plummeted|slumped)
    (?:\s(?:back|again|up|down|further|\w+ly)){0,2},?(?:\s(?:to|from|by))?\s(?:ABOUT\s){0,2}$"""
)
# "(range: 3,900 to 7,600)".
RANGE_OF = cue(r"\((?:range|between|from|estimates?|interval)s?:?\s(?:of\s)?(?:ABOUT\s)?$")
# "than the 310 seized in 2012", "down from a peak of 40 in 2010".
THE_EARLIER = cue(
    r"""\b(?:(?:than|with|against|from|to|twice|double|exceed(?:s|ed|ing)|beat(?:s|ing)?)\sthe
    |(?:total|figure|peak|record|average|high|low|level|number|maximum|minimum)s?\sof)
    \s(?:ABOUT\s){0,2}$"""
)
DONE_THEN = cue(
    r"""\s(?:(?:\w+ed|found|held|made|taken|caught|sold|grown|brought|of)\s)?(?:in|during|for|by
    |last|the|a|two|three|between|(?:19|20)\d\d)\b|\s?(?:[.;)]|,(?!\d)|$)"""
)
# "300 officers (2012), 420 (2013) and 510 (2014)".
BRACKET_YEAR = re.compile(r"\s?\((?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\)")
YEARS_LISTED = cue(r"\s?\((?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\)(?:,|;|,?\sand)\s(?:ABOUT\s){0,2}")
# "12 kg of heroin, 4 of opium".
OF_LISTED = cue(r"\sof\s[a-z][a-z -]{1,40}(?:,\sand|,|;|\sand|\splus)\s(?:ABOUT\s){0,2}")
OF_STUFF = re.compile(r"\sof\s(?!the\b|these\b|those\b|them\b|which\b|whom\b|it\b)[a-z]{3}")
# "followed by the Yungas with 4".
FOLLOWED_WITH = cue(
    r"\b(?:followed|ahead|trailed|joined)\s(?:\w+ly\s)?(?:by|of)\s[^.;:()]{1,70}?\s(?:with|at|on)"
    r"\s(?:ABOUT\s){0,2}$"
)
# "400 a year from ivory … and 230 million from rhino horn".
COORDINATED = cue(r"(?:,|;|,?\sand|,?\sbut|,?\swhile|\sor)\s(?:ABOUT\s){0,2}$")
PREPOSITION = re.compile(
    r"\s(in|on|at|for|from|to|by|under|among|through|with|this|last|the(?=\s(?:next|following"
    r"|previous|year|month|day|week)\b)|a(?=\s(?:year|month|week|day)\b))\s"
)
# "accounted for 4 %, the under-18s for 1".
SAME_LEAD = cue(r"\b(for|at|with|by)\s(?:ABOUT\s){0,2}$")
# "went for 730 in 2017".
PRICED_AT = cue(
    r"""\b(?:(?:went|sold|sells?|goes|go|auctioned|bought|traded)\s(?:for|at)|costs?|fetch(?:ed|es)?
    |brought|brings?|worth|valued\sat|paid)\s(?:ABOUT\s){0,2}$"""
)
VERB_BEFORE = cue(r"\b([a-z]{3,}(?:\s(?:for|at|to))?)\s(?:(?:ABOUT|a\ total\ of|only)\s){0,2}$")
ENDS = re.compile(r"\s?(?:[.;:)]|,(?!\d)|$)|\s(?:and|or|but|while|respectively)\b")
WORD = re.compile(r"\s{1,2}([A-Za-z]+)(?!-)")
