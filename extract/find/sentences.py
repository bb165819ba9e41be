"""Sentences of a passage, by rule: the model's own would cost a third of its speed."""

from __future__ import annotations

import re

UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())

# Words whose full stop never ends a sentence: what they introduce follows.
_INTRODUCES = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Drs?|Dra|Prof|St|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Const|Brig|Insp|Supt|Cmdr|Pol"
    r"|Hon|Rev|Amb|Sen|Gov|Engr|Barr|Adv|Arch|Eng|Ing|Lic|Ven|Fr|Smt|Md|Mohd|Mme|Sra?|No|Nos|Art|Arts|Fig|Figs|Vol|Ch|Sec"
    r"|paras?|pp?|Tel|Rs|vs|cf|approx|ca|e\.g|i\.e|H\.E|incl|est|Nr)|(?<![.\w])[A-Z])\.$"
)
# Words whose full stop may also end one: it does where an opener follows.
_SHORTENS = re.compile(
    r"(?:\b(?:Jr|Sr|etc|a\.m|p\.m|mln|bn|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue"
    r"|Wed|Thu|Fri|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Ave|al|Ph\.D)|\b[A-Z](?:\.[A-Z])+)\.$"
)
_LETTER_BEHIND_WORD = re.compile(r"[a-z]{3,} [A-Z]\.$")
# The leading character class is what makes the search fast; the rest looks back over it.
_BREAK = re.compile(
    r"[.!?…\n](?:"
    rf"(?<=[.!?…])(?<![.!?…].)(?P<stop>[.!?…]*+[\"”»’'“)\]]*+)\s++(?=[\"“«‘'(\[„`]*[{UPPER}0-9])"
    rf"|(?<=[a-z0-9%)][a-z0-9%)][.!?])(?P<glued>[\"”»’]?)(?=[\"“«]?[{UPPER}][a-z]+[ ,])"
    r"|(?<=\n)(?:\s*\n|(?=(?:(?:19|20)\d\d|[A-Z][^\n\t.,;]{1,30})\t\d)"
    r"|(?=[ \t]{0,40}(?:[•·▪●◦*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s)))"
)
_OPENER = re.compile(
    r"[\"“«(]|(?:The|It|Its|In|On|At|He|She|They|Their|There|This|That|These|Those|A|An|We|I|As|By|For"
    r"|From|To|With|Under|When|While|After|Before|During|Since|Some|Many|Most|More|All|Both|But"
    r"|And|However|According|Between|Over|Our|His|Her|If|Among|No|Not|One|Two|Such|Each)\b"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences of ``text``, without the white space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        kind = match.lastgroup
        end = match.end(kind) if kind else match.start()
        if text[match.start() : end] == "." and _is_abbreviation(text, end, match.end()):
            continue
        _append(spans, text, start, end)
        start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _is_abbreviation(text: str, end: int, following: int) -> bool:
    """Whether the full stop before ``end`` shortens a word and ends no sentence."""
    window = max(0, end - 14), end
    opens = _OPENER.match(text, following) is not None
    if _INTRODUCES.search(text, *window):
        # "hepatitis C. The …": a letter that no name needs may end a sentence after all.
        return not (opens and _LETTER_BEHIND_WORD.search(text, *window))
    return bool(_SHORTENS.search(text, *window)) and not opens


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    lead = len(stretch) - len(stretch.lstrip())
    stripped = stretch.strip()
    if stripped:
        spans.append((start + lead, start + lead + len(stripped)))
