"""What a sum of money is for where no price is told: what is funded, lost, earned or bought."""

from __future__ import annotations

import re

from extract.find.quantities.amounts import Amount
from extract.find.quantities.cues import cue
from extract.find.quantities.phrases import (
    Stretch,
    phrase_after,
    phrase_before,
    subject_before,
    whole_phrase_after,
)
from extract.find.quantities.scene import Scene
from extract.knowledge.counting import nouns, quantity_words

# "two scanners, worth EUR 410,000", "the vehicles, bought for USD 47,500", "a price tag of".
_PARTICIPLE = cue(
    r"""[,(]?\s?\(?\b(?:together\s|now\s|each\s|then\s)?(?:worth|valued\sat|priced\sat|costing|estimated\sat|totall?ing|averaging
    |(?:bought|purchased|acquired|procured|obtained|built|rebuilt|sold|auctioned|leased|hired|funded|financed|restored
    |refurbished|equipped|donated|delivered|installed|supplied)\s(?:for|with|at(?:\sa\s(?:total\s)?cost\sof)?)
    |with\s(?:an?|the)\s(?:[a-z]+\s){0,3}?price\stag\sof)
    \s(?:(?:ABOUT|an?|the|estimated|total|of|over|between|up\sto|together|another|more\sthan)\s){0,4}$"""
)
# "The workshop was funded by Norway (USD 30,000)".
_FUNDED = cue(
    r"""\b(?:[Tt]he|[Tt]his|[Tt]hese|[Aa]n?|[Ii]ts|[Bb]oth|[Aa]ll)\s
    (?P<thing>[a-z][a-z0-9 -]{2,50}?)(?:,\s[^,.;]{2,30},)?\s(?:was|were|is
    |are|(?:has|have|had)\ been)\s(?:being\s)?(?:\w+ly\s|also\s)?(?:financed|funded|paid|sponsored
    |supported|covered
    |made\spossible|met|co-financed|co-funded|underwritten|bankrolled)\b[^.]{0,200}$"""
)
# "received USD 3.2 million": the project whose money it is.
_RECEIVED = cue(
    r"""\b(?:(?:has|have|had|will|is|was)\s)?(?:also\s|now\s)?(?:receiv(?:ed?|es|ing)|got|gets|obtain(?:ed|s)
    |been\s(?:given|granted|awarded|allotted|allocated)|given|granted|awarded|allotted|secured|attracted|benefited\sfrom)
    \s(?:(?:ABOUT|a\stotal\sof|another|an\sadditional|a\sfurther|a\sgrant\sof)\s){0,3}$"""
)
_GAVE = cue(
    r"""\b(?:contribut\w+|donat\w+|allocat\w+|giv(?:e|es|ing)|gave|given|grant(?:ed|s)?|pledg\w+|commit\w*|earmark\w+|provid\w+
    |add(?:ed|s)?|devot\w+|invest\w*|put|channell?ed|disburs\w+|set\saside|transferred|spent|spends?)
    \s(?:(?:ABOUT|a\stotal\sof|another|an\sadditional|a\sfurther|up\sto)\s){0,3}$"""
)
_TO_THING = re.compile(
    r"\s(?:to|towards?|into|on)\s(?=(?:the|this|its|a|an|their|these|both)\s[a-z]|[a-z])"
)
# "the banks lost PGK 26 million to fraud".
_LOST = cue(
    r"""\b(?:los(?:t|es?|ing)|cheated|swindled|defrauded|robbed|bilked|conned|tricked|parted\swith)\s(?:out\s)?(?:of\s)?
    (?:(?:ABOUT|between|an\sestimated|a\stotal\sof|up\sto)\s){0,3}$"""
)
_LOSE = re.compile(r"\blos(?:t|es?|ing)\b")
_TO = re.compile(
    r"\s(?:a\syear\s|each\syear\s|annually\s|in\s(?:19|20)\d\d\s)?(?:to|through|in)\s(?=(?:the\s)?[a-z])"
)
# "trafficking in drugs brought an average of US$ 12 billion a year into the country".
_YIELDED = cue(
    r"""\b(?:(?:has|have|had|can|could|may|might|will|would)\s)?(?:brought|brings?|bring|generat(?:ed|es?)|yield(?:ed|s)?|net(?:ted|s)
    |earn(?:ed|s)|fetch(?:ed|es)|raised|produced|swallow(?:ed|s)|cost|costs|absorb(?:ed|s)|consum(?:ed|es))
    \s(?P<whom>(?:them|him|her|it|us)\s|(?:the|its|his|her|their|an?)\s(?!average|estimated|total)(?:[a-z]+\s){1,3}
    |[A-Z]\w+(?:['’]s)?\s(?:[a-z]+\s){0,2}|(?!some|less)(?:[a-z]+\s){0,2}[a-z]+s\s)?(?:in\s)?
    (?:(?:ABOUT|an\saverage\sof|between|an\sestimated|a\stotal\sof|up\sto|as\smuch\sas)\s){0,3}$"""
)
# "US$ 2.6 million left the country in 2020 for cannabis": what the money went for.
_WENT_FOR = re.compile(
    r"\s(?:a\syear\s)?(?:left|leaves?|went|goes|go|flow(?:ed|s)|changed\shands|(?:was|were|is|are|has\sbeen|have\sbeen"
    r"|will\sbe|had\sbeen)\s(?:\w+ly\s)?(?:paid|spent|set\saside|earmarked|allocated|needed|required|budgeted|raised|used"
    r"|provided|pledged|invested|committed))\b[^.;,()]{0,50}?\s(?:for|on|towards)\s(?=[a-z])"
)
# "took some US$ 400 million a year from ivory"; "and 230 million from rhino horn".
_TAKEN = cue(
    r"""\b(?:t[ao]ken?|takes|took|gets?|got|derive[sd]?|draw[ns]?|drew|reap(?:s|ed)?|pocket(?:s|ed)|mak(?:e|es|ing)|made|earn\w*
    |profit\w*|gain\w*|and|or)\s(?:in\s)?(?:(?:ABOUT|between|an\sestimated|a\stotal\sof|up\sto)\s){0,3}$"""
)
_FROM_GOODS = re.compile(
    r"\s(?:(?:a|per|each|every)\s[a-z]+\s|annually\s|each\s)?from\s(?=(?:the\s|their\s)?[a-z])"
)
_COMMON = re.compile(r"(?:ing|[ts]ion|crime|ment|ism|ry|cy|fraud|trade|theft|s)$")
SAME_AMOUNT = frozenset(
    {
        "quantity",
        "amount",
        "weight",
        "load",
        "kilo",
        "kilogram",
        "same",
        "same quantity",
        "same amount",
    }
)
# "an estimate for ivory – FCFA 1.4 milliard", "the bill for the course: EUR 5,000".
_ESTIMATE = cue(
    r"""\b(?:estimates?|figure|bill|budget|costs?|price|value|damage|fee|fund|income|outlay)
    \s(?:for|of|from)\s
    (?P<thing>(?:the\s|its\s|this\s)?[a-z][a-z -]{2,40}?)\s?
    (?:–|—|-|:|,|\(|at)\s?(?:ABOUT\s){0,2}$"""
)
_RANGE = cue(r"\((?:range|between|from)?:?\s?(?:ABOUT\s)?$")
_INFINITIVE = re.compile(
    r"\s?(?:To\s[a-z]+|(?!During|According|Including|Following|Bring)[A-Z][a-z]+ing)\s"
)
# "Migrant smuggling: a business", "Logging has become an industry".
_COPULA = re.compile(
    r"(?::|\s(?:is|are|was|were|remains?|remained|became|becomes?|(?:has|have|had)\sbecome))\s(?:now\s|still\s|also\s)?"
    r"(?:an?|the)\s(?:[a-z-]+\s)?$"
)
_COSTS = cue(r"\bcosts?\s(?:(?:the|its)\s\w+\s)?(?:ABOUT\s){0,2}$")


class Purposes:
    """Reads what sums are for from the verb that moves the money."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text, self.passage = scene, scene.text, scene.passage

    def worth(self, amount: Amount, start: int) -> str | None:
        """What stands before "worth", "bought for": a count, or the noun phrase."""
        costs = _COSTS.search(self.text, max(start, amount.start - 40), amount.start)
        opening = _INFINITIVE.match(self.text, start, amount.start) if costs else None
        if opening:
            held = phrase_after(self.passage, opening.end(), amount.start)
            return held.said if held else None
        match = _PARTICIPLE.search(self.text, max(start, amount.start - 70), amount.start)
        if match is None:
            return None
        position = match.start()
        for other, said in self.scene.earlier(amount):
            if not self.text[other.end : position].strip(" ,("):
                return self.scene.thing(other, said)
        phrase = phrase_before(self.passage, position, start)
        if phrase is None or _is_name(self.text, phrase):
            return None
        return self._trade(phrase, start)

    def _trade(self, phrase: Stretch, start: int) -> str:
        """ "Migrant smuggling is a business worth": which business, where that is said."""
        if phrase.said.rsplit(maxsplit=1)[-1] not in quantity_words("trade"):
            return phrase.said
        copula = _COPULA.search(self.text, max(start, phrase.start - 40), phrase.start)
        if copula is None:
            return phrase.said
        read = phrase_before if self.text[copula.start()] == ":" else subject_before
        subject = read(self.passage, copula.start(), start)
        return subject.said if subject else phrase.said

    def carried(self, amount: Amount) -> str | None:
        """ "4.10 on that of Sacaba": a number that takes its unit takes what that was for."""
        bracketed = _RANGE.search(self.text, max(0, amount.start - 24), amount.start)
        if not amount.rule.endswith("said_before") and not bracketed:
            return None
        for other, said in self.scene.earlier(amount):
            if other.unit == amount.unit:
                return said
        return None

    def moved(self, amount: Amount, start: int, end: int) -> str | None:
        """What the money was taken from, lost to, given to or went for."""
        text, window = self.text, max(start, amount.start - 90)
        if _TAKEN.search(text, window, amount.start):
            source = self._behind(_FROM_GOODS.match(text, amount.end), end)
            if source is not None:
                return source
        if _LOST.search(text, window, amount.start):
            lost = self._behind(_TO.match(text, amount.end), end)
            return lost or ("losses" if _LOSE.search(text, window, amount.start) else None)
        if _GAVE.search(text, window, amount.start):
            given = self._behind(_TO_THING.match(text, amount.end), end)
            if given is not None and not _is_body(given):
                return given
        return self._behind(_WENT_FOR.match(text, amount.end), end)

    def told(self, amount: Amount, start: int) -> str | None:
        """The thing that received, yielded or was funded with the sum."""
        text, window = self.text, max(start, amount.start - 110)
        estimate = _ESTIMATE.search(text, window, amount.start)
        if estimate:
            return estimate["thing"].strip()
        received = _RECEIVED.search(text, window, amount.start)
        if received:
            subject = subject_before(self.passage, _past_brackets(text, received.start()), start)
            if subject and subject.said.split()[-1] in quantity_words("funded"):
                return subject.said
        yielded = _YIELDED.search(text, window, amount.start)
        if yielded:
            subject = subject_before(self.passage, yielded.start(), start)
            source = subject and (yielded["whom"] or not _is_earner(subject.said))
            if subject and source and not _is_name(text, subject):
                return (
                    text[subject.start : self._whole_end(subject, yielded.start())].strip().lower()
                )
        funded = _FUNDED.search(text, max(start, amount.start - 300), amount.start)
        return funded["thing"] if funded else None

    def flow(self, subject: Stretch, verb: int) -> str:
        """ "the inflow from opiates": with what flows."""
        if subject.said.split()[-1] not in quantity_words("flow"):
            return subject.said
        return self.text[subject.start : self._whole_end(subject, verb)].strip().lower()

    def _whole_end(self, subject: Stretch, verb: int) -> int:
        """ "trafficking in heroin and cocaine": with the phrase that says in what."""
        behind = self.text[subject.end : verb]
        return (
            verb
            if re.fullmatch(r"\s(?:in|from|of|with)\s[a-z][a-z ,]{2,60}", behind)
            else subject.end
        )

    def _behind(self, match: re.Match[str] | None, end: int) -> str | None:
        phrase = whole_phrase_after(self.passage, match.end(), end) if match else None
        if phrase is None or phrase.said in SAME_AMOUNT or self.text[phrase.start].isupper():
            return None
        return phrase.said


def _past_brackets(text: str, position: int) -> int:
    """Before "(TAD/RER J05)" that ends at a position."""
    before = text[:position].rstrip() if position < 80 else text[position - 80 : position].rstrip()
    if not before.endswith(")") or "(" not in before:
        return position
    return position - (len(text[max(0, position - 80) : position]) - before.rfind("("))


def _is_name(text: str, phrase: Stretch) -> bool:
    """Whether the last word has a capital, and not only because a sentence opens with it."""
    last = text[phrase.start : phrase.end].rsplit(maxsplit=1)[-1]
    common = " " not in phrase.said and _COMMON.search(phrase.said) is not None
    return last[:1].isupper() and not common


def _is_body(said: str) -> bool:
    """Whether money is given to people or bodies, which it is not for."""
    head = said.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    noun = nouns()[0].get(head) or nouns()[1].get(head)
    return noun is not None and noun.kind in {"person", "body"}


def _is_earner(said: str) -> bool:
    head = said.rsplit(maxsplit=1)[-1]
    noun = nouns()[0].get(head)
    return head in quantity_words("earner") or (noun is not None and noun.kind == "person")
