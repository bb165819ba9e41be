"""The wordings of prices: what was bought, valued, earned by or paid for with a sum."""

from __future__ import annotations

import re

from extract.find.quantities.cues import cue

PAID_FOR = cue(
    r"""\s(?:for|towards|toward)\s(?=(?:the|a|an|its|their|this|that|these|those|each|every)\s
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
    |sold\ (?:for|at)|sells?\ (?:for|at)|went\ for|goes\ for|go\ for|c[ao]mes?\ to|amount(?:s
    |ed)?\ to|totall?(?:s|ed)|worth|valued\ at
    |priced\ at|stood\ at|stands?\ at|estimated\ at|brought\ in|bring\ in|doubled\ to
    |tripled\ to|ROSE(?:\ (?:by|to|from))?|reached|is|are|was|were)
    (?:\ (?:ABOUT|for|at|by|to|from|between|a|an|the|as\ much\ as|estimated|mere|average|total
    |street\ value|value|of|well|up)){0,6}\s*$"""
)
# "paid for travel and lodging (US$ 96 500)".
COVERED = cue(
    r"""\b(?:pa(?:id|ys?|ying)\sfor|cover(?:s|ed|ing)?|bears?|bore|met|meets?|shares?|shared)\s
    (?P<thing>[^.;()]{3,80}?),?\s?\(?(?:ABOUT\s)?$"""
)
VALUED = cue(
    r"""[,\s](?:with|at|on|has|had|have)\ (?:an?|the|its)\ (?:[\w-]+\ ){0,4}?(?:value|budget
    |price|cost|worth|turnover|volume)\ of
    (?:\ (?:ABOUT|between|up\ to)){0,3}\s*$"""
)
SUM_OF = cue(r"\bof\s(?:(?:ABOUT|between|up\sto)\s){0,3}$")
FINED = cue(r"\bfined\s(?:[\w.]+\s){0,4}?(?:(?:ABOUT|between|a\stotal\sof)\s){0,3}$")
SUPPORTED_WITH = cue(
    r"""\b(?:support|fund|back|financ|assist|subsidi[sz]|sponsor
    |endow)\w*\s(?P<thing>(?:the|an?|its|this|their
    |[A-Z])[^.;()]{3,80}?)\swith\s(?:ABOUT\s){0,2}$"""
)
PUT_AT = cue(
    r"""\b(?:put|puts|estimate[sd]?|set)\s(?:the\s
    |its\s)?(?P<thing>[a-z][a-z -]{2,40}?)\sat\s(?:(?:ABOUT|between)\s){0,2}$"""
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
