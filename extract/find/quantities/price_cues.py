"""The wordings of prices: what was bought, valued, earned by or paid for with a sum."""

from __future__ import annotations

import re

from extract.find.quantities.cues import cue

PAID_FOR = cue(
    r"""\s(?:each\s|apiece\s|a\shead\s|per\s[a-z]+\s)?(?:for|towards|toward)\s(?=(?:the|a|an|its|their|this|that|these|those|each|every)\s
    |[a-z])"""
)
PAID_FROM = cue(
    r"""\s(?:a\syear\s|each\syear\s|annually\s|per\syear\s)?(?:from|on|in)\s(?=(?:the|their
    |its)\s[a-z]|[a-z])"""
)
MADE_FROM = cue(
    r"""\b(?:earn(?:s|ed|ing)?|made|mak(?:e|es|ing)|rais(?:e|ed)|received?|took\sin
    |generat(?:ed?|es)|spen[dt]s?|invest(?:s|ed)?|sav(?:es|ed)|profit(?:s|ed)?|income
    |revenues?)\b"""
)
COSTS = cue(
    r"""\b(?:(?:would|will|has|have|had|also|still|now|only|can|could|may|already)\s){0,4}
    (?:costs?(?!\ of\b)|costing|fetch(?:es|ed)?|(?:is|are|was|were)\ (?:sold|worth|valued|estimated
    |priced|bought|auctioned|put)(?:\ (?:for|at))?
    |(?:would|could|might|may|will)\ (?:have\ been|be|have)\ (?:worth|fetched|cost|sold\ for
    |brought\ in)
    |(?:is|are|was|were)\ (?:thought|believed|estimated|said|reported|reckoned)\ to\ be\ worth
    |(?:now\ )?brings?
    |chang(?:es?|ed)\ hands\ (?:for|at)|(?:trad|retail)(?:es?|s|ed)\ (?:for|at)
    |(?:is|are|was|were)\ paid\ at
    |(?:can|could|may|might)\ be\ (?:had|bought|sold|obtained)\ (?:for|at)
    |(?:led|leads?|follow(?:s|ed)?
    |(?:came|comes?|rank(?:s|ed)?|was|is)\ (?:first|second|third|next|last)),?\ (?:with|at)
    |(?:on\ offer|offered|available|quoted|obtained|obtainable|to\ be\ had)\ (?:for|at)
    |chang(?:es?|ed)\ owners?\ (?:for|at)
    |sold\ (?:for|at)|sells?\ (?:for|at)|went\ for|goes\ for|go\ for|c[ao]mes?\ to|amount(?:s
    |ed)?\ to|totall?(?:s|ed)|worth|valued\ at
    |priced\ at|stood\ at|stands?\ at|estimated\ at|brought\ in|bring\ in|doubled\ to
    |tripled\ to|ROSE(?:\ (?:by|to|from))?|reached|is|are|was|were)
    (?:\ (?:ABOUT|for|at|by|to|from|between|a|an|the|as\ (?:much|little)\ as|estimated|mere|average
    |total    |street\ value|value|of|well|up|half|third|quarter|fifth
    |tenth|[\d.,]+(?:\ per\ ?cent|%))){0,6}\s*$"""
)
# "paid for travel and lodging (US$ 96 500)".
# "Average fine per offender: Rs 50,000".
SUM_LABEL = re.compile(
    r"\b(?P<sum>fine|bail|bribe|ransom|reward|toll|salary|wage|fee|penalty|bounty|levy|rent)s?\b[^.:;\n]{0,80}:\s"
    r"(?:about\s|some\s)?$",
    re.IGNORECASE,
)
# "the marking machine (value: 18,000 euros)".
BRACKETED_VALUE = cue(
    r"""\s\((?:(?:estimated|total|market|street|book|insured|unit|approximate)\s){0,2}(?:value|price|cost|costs|budget|worth)
    (?:\sof)?[:,]?\s(?:ABOUT\s)?$"""
)
# "and the total value of the crop from $433 million": the verb was said.
VALUE_GAPPED = re.compile(
    r"\b(?:value|price|cost|worth)\sof\s(?:the\s|its\s|their\s|this\s)?(?P<thing>[a-z]+(?:\s[a-z]+)?)\s(?:from|at|to)\s$"
)
# "US$ 7.9 (2016: US$ 8.8)".
YEAR_BRACKET = cue(r"(?:\sa\s\w+|\sper\s\w+)?\s?\((?:in\s|against\s)?(?:19|20)\d\d:?\s(?:ABOUT\s)?")
# "to chang'aa at 35".
GOODS_AT = cue(
    r"\b(?:to|and|,|for|while|but)\s(?P<thing>[a-z][a-z'’-]+(?:\s[a-z'’-]+)?)\sat\s(?:ABOUT\s)?$"
)
COVERED = cue(
    r"""\b(?:pa(?:id|ys?|ying)\sfor|cover(?:s|ed|ing)?|bears?|bore|met|meets?|shares?|shared)\s
    (?P<thing>[^.;()]{3,80}?),?\s?\(?(?:ABOUT\s)?$"""
)
VALUED = cue(
    r"""[,\s](?:with|at|on|has|had|have)\ (?:an?|the|its)\ (?:(?!at\b|with\b|for\b)[\w-]+\ ){0,4}?
    (?:value|budget
    |price|cost|worth|turnover|volume)\ of
    (?:\ (?:ABOUT|between|up\ to)){0,3}\s*$"""
)
# "The laboratory was rebuilt" at a cost of.
DONE_AT = re.compile(
    r"\s(?:(?:has|have|had|will|would|could|may|might|is|are)\s)?(?:to\s)?(?:was|were|is|are|been|being|be)\s(?:[a-z]+ly\s)?"
    r"[a-z]+(?:ed|en|lt|ht|de|id|un|up)$"
)
SUM_OF = cue(r"\bof\s(?:(?:ABOUT|between|up\sto)\s){0,3}$")
FINED = cue(r"\bfined\s(?:[\w.]+\s){0,4}?(?:(?:ABOUT|between|a\stotal\sof)\s){0,3}$")
SUPPORTED_WITH = cue(
    r"""\b(?:support|fund|back|financ|assist|subsidi[sz]|sponsor|bought|buy|purchas|acquir|procur|built|renovat|equip
    |refurbish|furnish|endow)\w*\s(?P<thing>(?:the|an?|its|this|their
    |[A-Z])[^.;()]{3,80}?)\swith\s(?:ABOUT\s){0,2}$"""
)
# "one kilogram of paste at": the verb was said before.
# A verb that a subject must stand before, unlike "goods worth".
FINITE = re.compile(
    r"(?:would|will|has|have|had|still|now|cost|fetch|is|are|was|were|could|may|might|came|comes?|amount|total|stood|stands|reached"
    r"|rose|fell|grew|doubled|tripled)"
)
# "Losses reported to the police last year came to": the clause between tells which.
REDUCED = cue(
    r"""\s(?:[a-z]{2,}ed|[a-z]{4,}en|paid|made|lost|stolen|sent|won|taken|given|spent|held|found|brought|sold|bought|owed)
    (?:\s(?!(?:and|but|while|which|who|that|when)\b)[^\s,;:]+){0,12}\s?"""
)
LISTED_PRICE = cue(
    r"""(?:,|;|\band\b|\bfollowed\sby\b)\s(?:and\s)?
    (?:(?:an?|one|the|each)\s(?:[a-z]+\sof\s|of\s)?|of\s)?
    (?P<thing>(?!(?:followed|together|along|compared|beginning|starting|up|down|out)\b)
    [a-z][a-z -]{2,40}?)
    (?:\s(?:first|second|third|next|last))?\s(?:at|with|for)\s(?:ABOUT\s){0,2}$"""
)
LISTED_THING = cue(
    r"""(?:,|;|\band\b|\bwhile\b)\s(?:the\s|an?\s
    |its\s)(?P<thing>(?:[a-z-]+\s){1,4}?)(?:(?:another|a\sfurther|ABOUT)\s){0,2}$"""
)
TO_WHICH = cue(r"\b(?:to|for|towards|on|toward|in|through)\swhich\s[^.;]{0,140}$")
FOR_OPENING = cue(r"For\s(?=(?:the|a|an|this|each|every)\s)")
ASKED = cue(r"\b(?:ask|charg|demand|pay|paid|took|take|receiv|want|offer)\w*\s(?:\w+\s){0,2}$")
EARNED = cue(
    r"""\b(?:earn(?:s|ed)?|ma[dk]es?|takes?\shome|took\shome)\s(?:(?:ABOUT|between
    |an\saverage\sof|on\saverage)\s){0,2}$"""
)
PRICE_OF = re.compile(
    r"^(?:.*\b)?(?:price|cost|value|worth)s?\s(?:of|for|per)\s(?:(?:a|an|one|the|each)\s)?(?=\w)"
)
MEASURE_OF = re.compile(r"^(?:half\s)?(?:an?\s|one\s)?(\w+)\sof\s(?=\w)")
# "found in the luggage", "had not declared", "could give no account of": money is cash there.
SEIZED = re.compile(
    r"\b(?:seiz\w+|found|find|discover\w+|intercept\w+|confiscat\w+|recover\w+|undeclared|declar\w+|smuggl(?:e[sd]?|ing)\b|carr(?:y|ied"
    r"|ying)|contain\w*|conceal\w*|hid\w*|tucked|stuffed|wrapped|sewn|stitched|counted|taped|bundles?|suitcases?|luggage|impound"
    r"|account\sof|held|holding|yielded|caught|courier\w*|possession|strapped|pockets?|lining|detect\w+|loose|uncovered)\b"
)
# What speaks of a price, a gift or a debt there: no cash.
NO_CASH = re.compile(
    r"\b(?:worth|value[ds]?|price[ds]?|cost\w*|fetch\w*|sold|sell\w*|paid|pays?|paying|budget\w*|fund\w*|grant\w*|donat\w+"
    r"|contribut\w+|financ\w+|fine[ds]?|bribes?|profits?|income|market|street|in\sassets|propert\w+|in\s\w+\saccounts?|loss\w*"
    r"|lost|fraud\w*|laundered|loans?|debts?|earn\w*|invest\w*|project|programme|per|reward)\b"
)
CASH_NOUN = re.compile(r"\b(?:undeclared\s)?(?P<noun>cash|currency|banknotes|bills)\b")
# "Ask for a pound of coca and you will pay 27 bolivianos": words of buying beside goods.
BOUGHT = re.compile(
    r"\b(?:pay|paid|pays|buy|buys|bought|charge[sd]?|ask(?:s|ed)?|cheap\w*|expensive|afford|changes?\shands|trad(?:es|ed)"
    r"|retail\w*|goes\sfor|went\sfor|deal(?:s|er|ers)?)\b"
)
# "Price paid to recruiters for the journey to Italy, as told by victims: EUR 25,000".
PRICE_LABEL = re.compile(
    r"\b(?:[Pp]rices?|[Cc]osts?|[Ff]ees?)\s(?:paid\s)?(?:to\s[a-z]+\s)?(?:of|for|per)\s(?:an?\s|the\s)?"
    r"(?P<thing>[a-z][a-z -]{2,40}?)(?:\s(?:to|in|per|from|at|as)\s[^.:]{0,60})?"
    r"(?:,[^.:]{0,40})?:\s$"
)
PAID_WHOM = re.compile(
    r"\b(?:pa(?:id|ys?|ying)|owes?|owed|gives?|gave|hand(?:s|ed))\s(?:the|an?|his|her|their)\s(?P<whom>[a-z]+)\s$"
)
INVOLVING = re.compile(
    r"\b(?P<thing>[a-z]+s)\sinvolving\s(?:the\sequivalent\sof\s|a\stotal\sof\s)?$"
)
# "the mean sum was EUR 257", "at an average of 158 dollars": of what was last paid.
MEAN_SUM = re.compile(
    r"\b(?:(?:mean|average|median|total|typical|usual|highest|lowest|largest)\s(?:sum|amount|size|payment|figure|value|one)"
    r"|aggregate|average|sum|amount)\s(?:(?:paid|given|asked)\s)?(?:(?:was|is|were|of|stood\sat|came\sto|reached|at)\s)?"
    r"(?:(?:about|some|only|over|around|nearly)\s)?$"
)
