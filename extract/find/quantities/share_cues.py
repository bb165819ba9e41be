"""The wordings of shares and changes: groups and their parts, verbs and nouns of change."""

from __future__ import annotations

import re

from extract.find.quantities.cues import cue

SHARE_OF = re.compile(r"(?:\w+\s)?(?:share|proportion|percentage|portion|part)s?\sof\s")
ARTICLE = re.compile(r"^(?:the|all|its|their)\s")
OF_PRONOUN = cue(
    r"""\s?of(?:\s(?:the\s)?|(?=them\b|these\b|those\b))(?:(them|it|which|whom|latter|former)\b
    |(these|those|this|that|total|all|rest|remainder|others)(?=\s(?:were|are|was|is|have|had|has|in|at|on|from
    |came|who|with|\w+ed(?!\s(?:\w+\s)?[a-z]+s\b)|\w{2,}ing(?!\s[a-z]+s\b))\b
    |\s?[.,;:)]|$))"""
)
OF_OPENING = cue(
    r"""(?:\b(?:Of|Among|Out\sof)|(?:[;:,–—]|\b(?:and|but|while))\s(?:of|among|out\sof)
    (?=[^;:.]{3,120}?(?:,|\sthey\s\w+(?:\sup|\sfor)?)\s(?:ABOUT\s){0,2}$))
    \s(?:an?\stotal\sof\s(?=\d)|(?=the\s|these\s|those\s|all\s|them\b|whom\b|its\s|\d))"""
)

# "3 per cent of 3,525 male inmates".
OF_NUMBER = cue(r"\sof\s(?:(?:the|all|these|ABOUT)\s){0,2}[\d][\d.,]*\s(?=[a-z])")
# "Foreigners among them: 268": a part, not the whole.
PART_LABEL = re.compile(r"\b(?:among|of)\s(?:them|these|those|whom|which)[:,]?\s(?:\w+\s)?$")
PART_BEHIND = re.compile(r"\s(?:among|of)\s(?:them|these|those|whom)\b")
# "Hospitals fared worst: 21 per cent of them", "Calls doubled, and 60 per cent …".
CLAUSE_ENDS = cue(
    r"(?:\s?[:;]|\s[–—-]|,\s(?:and|but|yet|while|though|although|so))\s[^:;–—]{0,40}$"
)
# "1,200 farmers in 400 villages": the place, not who "they" are.
PLACE_LEAD = cue(
    r"\b(?:in|at|from|across|through|throughout|on|into)\s(?:the\s|ABOUT\s|all\s){0,2}$"
)
TOLD_OF_THEM = re.compile(
    r"(?:\sof\s\w+)?(?:\s(?:were|are|was|is|being))?\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\b"
)
# "One year ago it was 53 per cent", "in 2016 it had been 32.3".
IT_WAS = cue(
    r"""\b(?:it|this|that|the\s(?:figure|share|proportion|percentage|rate))\s(?:still\s|already\s|only\s)?(?:was|were|is
    |had\ been|has\ been|stood\ at|reached|came\ to|used\ to\ be)\s(?:ABOUT\s){0,2}$"""
)
IN_GROUP = re.compile(r"\s?(?:In|Among|Amongst|Within|Across)\s(?:the\s|all\s|its\s)?(?=[a-z])")
FOUND_SHARE = cue(
    r"""\b(?:found|finds|showed|shows|put\sit\sat|gave|recorded|measured|reported|yielded|came\sup\swith|arrived\sat)
    \s(?:ABOUT\s|only\s|just\s){0,2}$"""
)
# "of those who had such contact", "of those who did so": told in the sentence before.
TOLD_ALREADY = re.compile(r"\bsuch\b|\b(?:do|did|have|had|does)(?:\s(?:so|not))?$")
OF_WHICH = cue(r"\bof\s(?:which|whom)\s[^.;:]{0,60}$")
ONLY_LEAD = cue(r"\s(?:(?:the|its|their|these|those|all|our|his|her)\s)?(?:\d[\d,.]*\s)?")
NOUN_INSIDE = cue(r"\w+\s(?!in\b|out\b)([a-z]+)\s(?:in|out)\b")
FOR_GROUP = cue(
    r"""\b(?:[Ff]or|among|[Aa]mong)\s(?:the\s)?([a-z]+)(?:,?\sthe\s(?:ratio|rate|risk|odds
    |chance|figure
    |share)\s(?:was|is|stood\sat))?\s(?:ABOUT\s)?$"""
)
ARE_BEHIND = cue(r"\s(?:are|were|have|had)\b")
# "… were trafficked for sexual exploitation": what is said of the share.
WERE_DONE = cue(
    r"""\s(?:were|are|was|is|(?:have|has|had)\ been)\s(?P<done>(?:\w+ly\ )?
    (?!(?:wo)?men\b|children\b)\w{2,}(?:ed|en|ade
    |old|ound|ept)\b[^.,;:()]{0,60}?)
    (?=\s?[.,;:()]|\s(?:and|but|while|compared|against|than)\s|$)"""
)
VERB_BEHIND = cue(r",?\s(?:had|have|has|said|were|was|are|did|could|would|reported|felt|knew)\b")
FOR_BEHIND = re.compile(r"\s(for|in|by|with)\s(?=[a-z])")

# Verbs of change, with what may stand between them and their subject, and before the number.
_HELPER = r"""(?:(?:has|have|had|was|were|is|are|would|will|could|may|might|should)\s(?:been\s)?)?
    (?:(?:\w+ly|also|likewise|even|almost|then)\s)?(?:(?:expected|projected|estimated|forecast
    |set|likely|due|said|thought|found|reported)\sto\s(?:have\s)?)?"""
_BE = r"(?:was|were|is|are|went|ran|stayed|(?:has|have|had)\ been)"
CHANGED = cue(
    rf"""\b{_HELPER}(?:ROSE|shr[aiu]nk|narrowed|widened|shortened|worsened|eased|recovered
    |rebounded|shrunken|expanded|contracted|plunged|plummeted|soared
    |surged|slumped
    |reduced|cut|raised|lowered|improved|lengthened|sank|slipped|edged\s(?:up|down)|tripled
    |doubled|{_BE}\s(?:\w+ly\s|again\s|still\s)?(?:up|down|higher|lower))
    (?:\s(?:up|down|sharply|slightly|steadily|again|further|markedly|only|back))?
    (?:,\s[^,;.]{{2,40}},(?=\s(?:by|from|to)\b))?
    (?:\s(?:in|since)\s(?:19|20)\d\d(?=,?\s(?:by|from|to)\b))?
    (?:,?\s(?:by|from|to|between))?(?:\s(?:ABOUT|a|as\smuch\sas|further|another|full
    |mere)){{0,3}}\s*$"""
)
_CHANGE_NOUN = r"""(?:increase|rise|growth|jump|surge|gain|decrease|decline|drop|fall
    |reduction|cut|leap|change|loss|decline|downturn|upturn|slump|expansion)"""
CHANGE_OF = cue(
    rf"""\b{_CHANGE_NOUN}s?\s(?:in\s(?P<thing>[^.,;()]{{3,60}}?)\s)?(?:of|by)\s(?:(?:ABOUT|a
    |as\smuch\sas|between)\s){{0,3}}$"""
)
# "an occupancy rate of 266%", "a purity level of 40 per cent".
RATE_OF = cue(
    r"""\b(?:an?|the|its|their|with)\s(?P<rate>(?:[a-z-]+\s){0,3}(?:rate|prevalence|level|ratio|purity|turnout|coverage
    |occupancy|density|probability|risk|likelihood))s?\s(?:of|at)\s(?:ABOUT\s){0,2}$"""
)
# "more than twice the global average of 5 per cent", "a target of 20 per cent".
AVERAGE_OF = cue(
    r"""\b(?:average|mean|median|target|share|proportion|percentage|figure|peak|maximum|minimum)
    \sof\s(?:ABOUT\s){0,2}$"""
)
# "Hashish went the other way, falling by 12%".
FALLING = cue(
    r""",\s(?:falling|rising|dropping|growing|climbing|declining|jumping|increasing|decreasing|shrinking|soaring|plunging
    |expanding)\s(?:sharply\s|again\s|further\s)?(?:by\s)?(?:ABOUT\s)?$"""
)
CHANGE_BEHIND = cue(rf"\s(?:[\w-]+\s){{0,2}}?{_CHANGE_NOUN}s?\b(?:\s(?:in|of)\s(?=\D))?")
COMPARED_BEHIND = cue(
    r"\s(?:more|less|fewer|higher|lower|larger|smaller|greater|above|below|up|down|over)\b"
)
MORE_OF = cue(r"\s(?:more|less|fewer)\s(?!than\b|of\b|in\b)")
UP_DOWN = cue(
    r"""(?:(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)\b(?:(?:up|down)\s(?:by\s)?
    |(?:lower|higher|less|more|better|worse|larger|smaller|greater)\sby\s)(?:ABOUT\s)?
    |[+−–-])$"""
)

# "the figure for women was 48 per cent".
FIGURE_FOR = re.compile(r"\s(?:for|among|of)\s(?:the\s|all\s)?(?P<group>[a-z-]+(?:\s[a-z-]+)?)\s?$")
# "a yield of 11.7 kg per hectare, lower by 22 per cent": the figure that is named.
FIGURE_NAMED = cue(
    r"""\b(?P<name>yield|harvest|output|production|area|price|purity|tally|income|turnout|caseload|budget|capacity)s?\s(?:of|was
    |at|is|stood\sat|came\sto|reached)\s(?:ABOUT\s){0,2}$"""
)

SHARED_BY = cue(
    r"""\b(?:(?:also|still|now|only|together|alone|already|currently|almost|nearly|has|have
    |had|would|each)\s){0,4}
    (?:account(?:s|ed|ing)?\ for|ma[dk](?:e|es|ing)\ up|represent(?:s|ed|ing)?|constitut(?:e
    |es|ed|ing)
    |compris(?:e|es|ed|ing)|form(?:s|ed|ing)|suppl(?:y|ies|ied)|provid(?:e|es|ed)|produc(?:e|es|ed)
    |received?s?|h[eo]lds?|hold|responsible\ for)
    (?:\ (?:ABOUT|for|a|an|the|estimated|between|as\ much\ as|still|now|some|another|well
    |fully)){0,4}\s*$"""
)
STOOD_AT = cue(
    r"""\b(?:(?:stays?|stayed|remain(?:s|ed)?)\ (?:at|below|above|under|over)|stood\ at
    |stands?\ at|reach(?:es|ed|ing)?|amount(?:s|ed)?\ to|c[ao]mes?\ to|totall?(?:s|ed)
    |(?:ha[sd]|have)\ been
    |was|were|is|are|exceed(?:s|ed)|averag(?:es|ed)|hit|estimated\ at|put\ at|rang(?:es
    |ed|ing)\ (?:from|between))
    (?:\ (?:ABOUT|for|a|an|the|at|as\ high\ as|as\ low\ as|still|now|between|found\ to\ be
    |estimated|put)){0,4}\s*$"""
)
# "women were the majority of the victims, accounting for 55 per cent": who, is left open.
AFTER_COMMA = re.compile(r",\s(?:[a-z]+\s){0,2}?[a-z]+ing\b")
OPENED = cue(r"\((?:ABOUT\s)?$")
THAN_BEHIND = re.compile(r"\)\sthan\s(?P<other>[a-z]+)\b")
VERSUS = cue(r"\s?(?:against|to|versus|vs\.?|compared\s(?:with|to))\s(?:ABOUT\s)?")
OVERTAKE = cue(
    r"""\b(?:(?:has|have|had)\s)?(?:overtak(?:en|es?)|overtook|outnumber(?:s|ed)?|exceed(?:s
    |ed)?|surpass(?:es|ed)?|outstrip(?:s|ped)?|outweigh(?:s|ed)?)\s"""
)
LISTED_PART = cue(
    r"""(?:,\s(?:and|but|while)\b|,|\band\b|;|\bbut\b|\bwhile\b)\s(?P<part>(?:[a-z-]+\s){1,4}?)(?:(?:for|at|with|on
    |by)\s)?(?:ABOUT\s|another\s|a\sfurther\s|the\sremaining\s){0,2}$"""
)
# "Next are land registry staff with 26, then tax officers with 25".
RANKED_PART = cue(
    r"(?:,|\band\b|\bare\b|\bwere\b|\bcame\b|\bcome\b|;)\s(?:then\s|next\s)?(?P<part>(?:[a-z-]+\s){1,4}?)(?:with|at|on)\s(?:ABOUT\s)?$"
)
TO_END = cue(r"(?:\sin\s(?:19|20)\d\d)?,?\sto\s(?:ABOUT\s)?")
# "the share of 12 to 14-year-olds who had tried a cigarette dropped from".
SHARE_BEFORE = re.compile(
    r"\b(?:share|proportion|percentage|number|numbers|prevalence|rate)\sof\s(?:the\s|all\s)?"
    r"(?P<group>(?:\d+\sto\s)?[\w-]+(?:\s(?!who\b|that\b|which\b|with\b|in\b|on\b|among\b)[\w-]+){0,4})"
    r"(?=\s(?:who|that|which)\b)"
)
# "For cocaine it was 0.4 per cent".
FOR_IT_WAS = re.compile(
    r"\b(?:[Ff]or|[Aa]mong|[Oo]f|[Ii]n\sthe\scase\sof)\s(?:the\s)?(?P<group>[a-z][a-z-]+(?:\s[a-z-]+)?),?\s"
    r"(?:it|the\s(?:figure|share|rate|proportion))\s(?:was|is|stood\sat|came\sto)\s(?:\w+\s)?$"
)
# "the number of women rose by 53 per cent, that of men by 20 per cent".
THAT_OF = cue(
    r"""\b(?:that|those)\sof\s(?:the\s)?(?P<part>(?:[\w-]+\s){1,3}?)(?:by|at|to|was|were|stood\sat
    |ROSE(?:\sby)?)\s(?:ABOUT\s){0,2}$"""
)
SHARE_OF_GROUP = re.compile(
    r"\b(?:share|proportion|percentage|prevalence)\sof\s(?:the\s|all\s)?(?=[a-z])"
)
SHARE_LABEL = re.compile(
    r"\b(?:share|proportion|percentage)\sof\s(?:the\s|all\s)?(?P<group>[a-z][a-z-]+)\b[^.;]{0,80}:\s$"
)
# Where a line of its own begins: "more than 90 per cent male\nYoung men …".
NEW_LINE = re.compile(r"\n\s*(?:[•*·–—-]\s|[A-Z])")
AMOUNT_LABEL = re.compile(r"(?:^|[\n•*·–-])\s*(?P<said>[A-Z][a-z]+(?: [a-z]+){0,3}):\s$")
LABEL_LEAD = re.compile(r"[\s•*·–—-]*(?:(?:[Tt]he|[Aa]n?)\s)?")
# "stood elected representatives, at 6.3 per cent": ", at" behind a group.
AT_BEHIND = cue(r",\s(?:with|at)\s(?:ABOUT\s)?$")
# "the greatest proportion of victims from abroad, 70 per cent".
APPOSED = cue(r",\s(?:ABOUT\s)?$")
# "Victims by region", "Seizures by country": a heading names the whole.
BY_KIND = re.compile(
    r"(?:^|\n\s*|[.!?:]\s)(?P<whole>[A-Z][a-z]+(?:\s[a-z]+){0,3})\sby\s(?:sub-?)?(?:region|country|sex|gender|age|type|form"
    r"|province|district|department|sector|drug|nationality|area|year|age\sgroup)s?\b(?!,)"
)
# "Suspects, 2014-2016\n- more than 90 per cent male": a line over bullets names the whole.
OVER_BULLETS = re.compile(
    r"(?:^|\n)[ \t]*(?P<whole>[A-Z][a-z]+(?: [a-z]+){0,2})(?:[,:(][^\n]{0,40})?\n"
    r"(?:[ \t]*[•*·–-][ \t][^\n]*\n)*[ \t]*[•*·–-][ \t][^\n]*$"
)
AMONGST = cue(r"\samong(?:st)?\s(?=[a-z])")
IN_BEHIND = re.compile(r"\sin\s(?=[a-z])")
# "tobacco had been tried by 23 per cent": the group, not the thing.
BY_BEFORE = cue(r"\bby\s(?:ABOUT\s)?$")
