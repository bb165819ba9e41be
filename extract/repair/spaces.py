"""Within lines: stray and missing spaces, left-over hyphens, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.knowledge.words import joining_words
from extract.repair.hyphens import DROP, Vocabulary, before_space, is_left_over
from extract.repair.lines import MAX_ROW, is_row
from extract.repair.mapping import Edit

MAX_TOKEN = 120

_LETTER = r"[^\W\d_]"
# Marks inside a token that say: an address, a file or a code, not prose.
_CODE = re.compile(
    r"://|www\.|[@_\\=<>#{}~]|\.(?:org|com|net|int|gov|edu|eu|info|pdf|html?|aspx?|docx?|xlsx?)\b|^/",
    re.IGNORECASE,
)
# No English word goes on like this behind "of"; "oferta", "oficina" and "ofrece" are Spanish.
_OF = r"of[a-dghj-qsu-z][a-z]{2}"
_SPACE = re.compile(r"\s")
_LEFT_HALF = re.compile(rf"(?<![^\W_]){_LETTER}{{2,40}}$")
_RIGHT_HALF = re.compile(rf"{_LETTER}{{2,40}}")


@cache
def _damage() -> re.Pattern[str]:
    """One character, then by what stands around it the kind of damage; the group marks the place.

    The leading character class is what makes the search fast, and that spaces, of which there are
    most, are let go by a look at what stands beside them.
    """
    titles = "|".join(rf"(?<=\b{title}\.)" for title in sorted(joining_words("title")))
    glued = "|".join(rf"(?<=\b{word}[A-Z])" for word in sorted(joining_words("glued")))
    fused = "|".join(sorted(joining_words("fused")))
    longest = max(map(len, joining_words("fused")))
    return re.compile(
        r"[ \t.,;:!?A-Z-](?:"
        rf"(?<=[ \t])(?:(?=[ \t/)\],;:!?.]|[a-z]{{1,{longest}}}the\b|{_OF})"
        r"|(?<=\t)|(?<=[/(\[0-9].))(?:"
        r"(?P<wide>(?<=\S[ \t])(?:(?<=\t)[ \t]*|[ \t]+)(?=\S))"
        # as in "inthe Americas"
        rf"|(?P<fused>(?=(?:{fused})the\b))"
        # as in "2 kg ofopium"
        rf"|(?P<of>(?={_OF}))"
        # as in "HIV/ AIDS" or "HIV /AIDS", "( UNODC )", "crime ,"
        rf"|(?P<slash>(?<={_LETTER}/ )(?={_LETTER})|(?<={_LETTER} )(?=/{_LETTER}))"
        # as in "the 12 th Meeting"
        r"|(?P<ordinal>(?<=[0-9] )(?=(?:st|nd|rd|th)\b))"
        r"|(?P<bracket>(?<=[(\[] )(?=\S)|(?<=\S )(?=[)\]]))"
        rf"|(?P<mark>(?<=[\w)\]”’\"] )(?=[,;:!?.](?:\s|[\"”’)\]]|$)|[,;]{_LETTER}{{2}})))"
        # as in "Counter- Terrorism" or "Turk-menistan"
        rf"|(?<![ \t])(?:(?P<hyphen>(?<={_LETTER}{_LETTER}-) ?(?={_LETTER}{_LETTER}))"
        # as in "phase.Its" or "(UNODC).The", "U.S.Department", "Ms.Twomey"
        r"|(?<=[.!?])(?P<stop>(?:(?<=[a-z]{2}.)|(?<=[A-Z]{2}.)|(?<=[0-9]{2}.)|(?<=[)\]”\"’%].))"
        rf"(?=[A-Z][a-z])|(?<=\b[A-Z]\.[A-Z]\.)(?=[A-Z][a-z]{{2}})|(?:{titles})(?=[A-Z]))"
        # as in "project,while" or "Fiji:The"
        rf"|(?P<comma>(?:(?<={_LETTER}[,;])|(?<={_LETTER} [,;])|(?<=[)\]”’][,;]))"
        rf"(?={_LETTER}{{2}}|a )|(?:(?<=[0-9][,;])|(?<=[0-9] [,;]))(?=[a-z]{{3}})"
        r"|(?<=[a-z]:)(?=[A-Z][a-z]))"
        # as in "onDrugs" or "andTuvalu"
        rf"|(?P<glued>(?<=[a-z][A-Z])(?=[A-Za-z]{{2}})(?:{glued}))))"
    )


def mend_words(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits that put spaces and hyphens in the lines of ``text`` right."""
    rows = _Rows(text)
    for match in _damage().finditer(text):
        kind = str(match.lastgroup)
        start, end = match.span()
        edit: Edit | None = None
        if kind == "hyphen":
            edit = _mend_hyphen(text, start, end, vocabulary)
        elif kind == "wide":
            is_cell = ("\t" in match.group() or end - start > 3) and rows.has(start)
            edit = Edit(start, end, "\t" if is_cell else " ")
        elif kind in {"slash", "ordinal", "bracket", "mark"}:
            behind = text[end + 1 : end + 3].strip()
            if not (text[start - 1].isdigit() and behind[:1].isdigit()):
                edit = Edit(start, end, "")
        elif not _in_code(text, start if kind not in {"fused", "of"} else end):
            place = {"glued": start, "fused": text.find("the", end), "of": end + 2}.get(kind, end)
            edit = Edit(place, place, " ")
        if edit is not None:
            yield edit


def _mend_hyphen(text: str, start: int, end: int, vocabulary: Vocabulary) -> Edit | None:
    left = _LEFT_HALF.search(text, max(0, start - 41), start)
    right = _RIGHT_HALF.match(text, end)
    if left is None or right is None:
        return None
    if end - start == 1:
        left_over = right.group().islower() and is_left_over(left.group(), right.group())
        return Edit(start, end, "") if left_over and not _in_code(text, start) else None
    kept = before_space(left.group(), right.group(), vocabulary)
    if kept is None:
        return None
    return Edit(start if kept == DROP else start + 1, end, "")


class _Rows:
    """Tells of positions in ascending order whether they stand in a row of a table."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._is_row = False

    def has(self, position: int) -> bool:
        """Whether the line at ``position`` is one."""
        if position > self._end:
            earliest = max(0, position - MAX_ROW)
            start = max(earliest, self._text.rfind("\n", earliest, position) + 1)
            end = self._text.find("\n", position)
            self._end = end if end >= 0 else len(self._text)
            self._is_row = is_row(self._text[start : start + MAX_ROW + 1].partition("\n")[0])
        return self._is_row


def _in_code(text: str, position: int) -> bool:
    """Whether the unspaced stretch around ``position`` is an address, a file name or a code."""
    before = text[max(0, position - MAX_TOKEN) : position]
    after = text[position : position + MAX_TOKEN]
    token = _SPACE.split(before)[-1] + _SPACE.split(after, maxsplit=1)[0]
    return _CODE.search(token) is not None
