"""Characters: one kind of space, hyphen and line end; what cannot be seen goes."""

from __future__ import annotations

import re
from functools import cache

from extract.repair.mapping import Edit, RepairedText

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_HYPHENS = "\u2010\u2011\u001e"
_LINE_ENDS = "\u000b\u0085\u2028\u2029"
_LINE_END_HYPHENS = "\u00ad\u0002\ufffe"

_INVISIBLE = (
    r"\x00-\x08\x0e-\x1d\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# The leading character class is what makes the search fast; the rest looks back over it.
_DAMAGE = re.compile(
    rf"[\rﬀﬁﬂﬃﬄﬅﬆ{_INVISIBLE}](?:"
    r"(?P<return>(?<=\r)\n?)"
    # The mark of a hyphen that stood at a line end; the line end itself may be gone.
    rf"|(?P<hyphen>(?<=\w[{_LINE_END_HYPHENS}])(?=[ \t]*[\r\n\f]))"
    r"|(?P<mark>(?<=\w[\u0002\ufffe])(?=\w))"
    # No word ends in these ligatures: the space behind one is damage ("ﬁ nancial").
    r"|(?P<split>(?<=[ﬁﬂﬃﬄ]) (?=[a-z]))"
    r"|(?P<ligature>(?<=[ﬀﬁﬂﬃﬄﬅﬆ]))"
    rf"|(?P<invisible>(?<=[{_INVISIBLE}])[{_INVISIBLE}]*))"
)
_CHANGED = {"return": "\n", "hyphen": "-", "mark": "-\n", "invisible": ""}


def unify_characters(text: str) -> RepairedText:
    """The text with plain spaces, hyphens, line feeds and letters."""
    table = _one_for_one()
    plain = _odd_character().sub(lambda match: table[match.group()], text)
    edits = (
        Edit(match.start(), match.end(), _replacement(match)) for match in _DAMAGE.finditer(plain)
    )
    return RepairedText(plain).edited(edits)


def _replacement(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    return _CHANGED[kind] if kind in _CHANGED else _LIGATURES[match.group()[0]]


@cache
def _odd_character() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_one_for_one()))}]")


@cache
def _one_for_one() -> dict[str, str]:
    table = dict.fromkeys(_SPACES, " ")
    table |= dict.fromkeys(_HYPHENS, "-")
    table |= dict.fromkeys(_LINE_ENDS, "\n")
    # Windows-1252 read as Latin-1 leaves its quotes and dashes among the controls.
    for code in range(0x80, 0xA0):
        character = bytes([code]).decode("cp1252", "ignore")
        if character and code != 0x85:
            table[chr(code)] = character
    return table
