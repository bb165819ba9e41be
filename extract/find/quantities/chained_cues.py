"""The wordings that tie a bare number to one kind of the amounts told before it."""

from __future__ import annotations

import re

from extract.find.quantities.cues import cue
from extract.find.quantities.licence_cues import NAME

# "(28.5)", "(18 vs. 16.3 per cent)": what may follow a number in brackets.
CLOSES = re.compile(r"\)|\s(?:vs\.?|versus|against|compared|as\sagainst)\s")
BRACKET_LABEL = re.compile(r"[\w)’']\s\($")
AS_MANY = re.compile(r"\b(?:as\s(?:many|much)\s|than\b|exceed|compared|against|twice|double)")
RANKED = re.compile(
    r"\b(?:rates?|shares?|prevalence|proportion|percentage|highest|lowest|higher|lower|followed|first|ahead|behind"
    r"|than|most|least|per\scent)\b|%"
)
# "the corresponding figure had been 226 million", "Qatar's stood at 31", "in Peru it was 12,000".
FIGURE_TOLD = cue(
    rf"""(?:\b(?:figure|number|total|count|tally|toll|sum|rate|share|proportion|area|output|average|mean|level)
    (?:\s(?:for|in)\s{NAME})?
    |\b[A-Z]\w+['’]s|\b[Ii]n\s{NAME},?\s(?:it|they|there))\s(?:(?:still|only|already|then|now)\s)?
    (?:was|were|is|are|had\ been|has\ been|st(?:ood|ands?)\ at|stayed\ at|remained\ at|remained
    |came\ to|reached
    |amounted\ to|ROSE\s(?:by\s)?[\d.,]+(?:\ per\ ?cent|%|\ percent)\ to|ROSE\ to)
    \s(?:ABOUT\s){{0,2}}$"""
)
# "29 per cent more than the 6,341 of the year before", "an increase over the 5,466 of 2014".
THE_OTHER = cue(
    r"\b(?:than|over|on|against|from|below|above|with|to|past|exceed\w*|beat\w*)\sthe\s(?:ABOUT\s)?$"
)
OF_THEN = re.compile(
    r"\s(?:or\sso\s)?(?:\w+ed\s|found\s)?(?:of|in|for|from|during)\s(?:(?:19|20)\d\d|(?:the|a)\s(?:year|previous|first"
    r"|second|last|same|month|preceding)|last|that)\b"
)
# "he would already have paid 4,000", "to which Germany and Norway added 310,000".
PAID = cue(
    r"""\b(?:paid|pays?|added|gave|contributed|pledged|provided|spent|put\ up|donated|granted
    |cost|costs|charged
    |asked|earned|fetched|received|stayed\ at)\s(?:ABOUT\s){0,2}$"""
)
TAKEN_BY = cue(r"\b(?:taken|used|consumed|smoked|injected|chewed|tried)\sby\s(?:ABOUT\s){0,2}$")
PER_SO_MANY = re.compile(
    r"\s(?:for\severy|per|in\severy)\s(?:1[0, ]{2,9}|hundred|thousand|million|a\s[hm])"
)
COUNTED_BY = cue(
    r"""\b[A-Z][\w'’-]+\s(?:alone\s|itself\s)?(?:counted|recorded|reported|registered|logged|listed|saw|identified
    |notified|seized|detected|found|had|has)\s(?:ABOUT\s){0,2}$"""
)
LABEL_ONLY = re.compile(
    r"(?:^|[.;(\n]\s?)(?!(?:Tel|Phone|Contact|Fax|Page|Room|Box|Code|Ref|No|Issue|Volume|Vol)\b)[A-Z(a-z][^.;:()]{1,60}:\s$"
)
TO_BE_EXACT = re.compile(r",?\sto\sbe\s(?:exact|precise)\b")
HALF_APPOSED = cue(
    r"\b(?:half|thirds?|quarters?|most|majority|minority|all)(?:\sof\s\w+)?,\s(?:or\s)?(?:ABOUT\s)?$"
)
# "…, men 21, girls 20 and boys the remaining eight"; "knives in 9.6"; "Oceania the rest, 0.2".
PART_GAP = cue(
    rf"""(?:\sof\s[^.;:()]{{2,40}}?|\s(?:were|was|are|had|in|at)\s[^.;:(),]{{2,40}}?)?
    (?:,\s(?:and\s|but\s|while\s)?|\sand\s|;\s)
    (?:the\s)?(?:[a-z][a-z-]+|{NAME})(?:\s[a-z-]+)?
    \s(?:(?:in|for|at|by|with|the\ remaining|the\ other)\s|the\ rest,\s)?(?:ABOUT\s)?"""
)
SECOND = cue(
    r"\b(?:the|a)\s(?:second|third|fourth|fifth|other|latter|former|last|next|remaining)(?:\sone)?,?\s(?:ABOUT\s)?$"
)
SET_AGAINST = cue(
    r"""\b(?:as\sagainst|against|(?:up|down)\sfrom|compared\s(?:with|to)|versus|vs\.?|as\sopposed\sto|after)\s
    (?:(?:an?|the)\s(?:\w+\s)?(?:estimate|average|total|figure|number|rate)\sof\s|(?:ABOUT|only|the)\s){0,2}$"""
)
# "were MDMA, 21 methamphetamine, 9 ketamine".
LISTED_SHARES = re.compile(r"\s(?:(?:were|was|are|is|for|of)\s)?[\w-]+(?:\s[\w-]+)?(?:,|,?\sand)\s")
LISTED_SHARE = re.compile(
    r"\s(?!years?\b|months?\b|days?\b)[\w-]+(?:\s[\w-]+)?\s?(?:[.;,)]|$|\sand\s\d)"
)
# "25 dirhams per kilogram of raw plant and 1,400 for a kilogram of powder".
FOR_EACH = re.compile(r"\s(?:for\s(?:an?|one|each|every)|per|an?|each)(?=\s[a-z])")
AVERAGE_OF = cue(r"\b(?:average|mean|median|maximum|total)\sof\s(?:ABOUT\s)?$")
TOGETHER = re.compile(r"\s(?:together|each|apiece|more|too|between\sthem|as\swell)\b")
