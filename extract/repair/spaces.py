"""Within lines: stray and missing spaces, left-over hyphens, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.knowledge.words import joining_words
from extract.repair.hyphens import DROP, Vocabulary, before_space, is_left_over
from extract.repair.mapping import Edit

_LETTERS = r"[^\W\d_]"
# Marks inside a token that say: an address, a file or a code, not prose.
_CODE = re.compile(
    r"://|www\.|[@_\\=<>#{}~]|\.(?:org|com|net|int|gov|edu|eu|info|pdf|html?|aspx?|docx?|xlsx?)\b|^/",
    re.IGNORECASE,
)
_WIDE = re.compile(r" *\t[ \t]*| {2,}")
_SPACE = re.compile(r"\s")
MAX_TOKEN = 120


@cache
def _damage() -> re.Pattern[str]:
    titles = "|".join(sorted(joining_words("title")))
    glued = "|".join(sorted(joining_words("glued")))
    return re.compile(
        rf"(?P<wide>(?<=\S)(?: ?\t[ \t]*| {{2,}}(?:\t[ \t]*)?)(?=\S))"
        # "HIV/ AIDS", "HIV /AIDS"; "( UNODC )"; "crime ,"
        rf"|(?P<slash>(?<={_LETTERS}/) (?={_LETTERS})|(?<={_LETTERS}) (?=/{_LETTERS}))"
        r"|(?P<bracket>(?<=[(\[]) (?=\S)|(?<=\S) (?=[)\]]))"
        r"|(?P<mark>(?<=[\w)\]”’\"]) (?=[,;:!?.](?:\s|[\"”’)\]]|$)))"
        # "Counter- Terrorism", "Turk-menistan"
        rf"|(?<![^\W_])(?P<left>{_LETTERS}{{2,40}})(?P<hyphen>- ?)(?=(?P<right>{_LETTERS}{{2,40}}))"
        # "phase.Its", "(UNODC).The", "U.S.Department", "Ms.Twomey"
        r"|(?P<stop>(?:(?<=[a-z]{2})|(?<=[A-Z]{2})|(?<=[0-9]{2})|(?<=[)\]”\"’%]))[.!?](?=[A-Z][a-z]))"
        r"|(?P<initial>(?<=\b[A-Z]\.[A-Z])\.(?=[A-Z][a-z]{2}))"
        rf"|\b(?:{titles})(?P<title>\.)(?=[A-Z])"
        # "project,while", "Fiji:The"
        rf"|(?P<comma>(?:(?<={_LETTERS})|(?<=[)\]”’]))[,;](?={_LETTERS}{{2}})|(?<=[a-z]):(?=[A-Z][a-z]))"
        # "onDrugs", "andTuvalu"
        rf"|\b(?:{glued})(?P<glued>)(?=[A-Z][A-Za-z]{{2}})"
    )


def mend_words(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits that put spaces and hyphens in the lines of ``text`` right."""
    for match in _damage().finditer(text):
        kind = str(match.lastgroup)
        if kind == "right":
            edit = _mend_hyphen(text, match, vocabulary)
        elif kind == "wide":
            edit = Edit(match.start(), match.end(), _gap(text, match))
        else:
            edit = _mend_space(text, match, kind)
        if edit is not None:
            yield edit


def _mend_space(text: str, match: re.Match[str], kind: str) -> Edit | None:
    start, end = match.span(kind)
    if kind in {"slash", "bracket", "mark"}:
        if kind == "mark" and text[start - 1].isdigit() and text[end + 1 : end + 2].isdigit():
            return None
        return Edit(start, end, "")
    return None if _in_code(text, start) else Edit(end, end, " ")


def _mend_hyphen(text: str, match: re.Match[str], vocabulary: Vocabulary) -> Edit | None:
    left, hyphen, right = match.group("left", "hyphen", "right")
    start, end = match.span("hyphen")
    if hyphen == "-":
        left_over = right.islower() and is_left_over(left, right)
        return Edit(start, end, "") if left_over and not _in_code(text, start) else None
    kept = before_space(left, right, vocabulary)
    if kept is None:
        return None
    return Edit(start if kept == DROP else start + 1, end, "")


def _gap(text: str, match: re.Match[str]) -> str:
    """A tab between the cells of a table, a space between words."""
    gap = match.group()
    if "\t" not in gap and len(gap) < 4:
        return " "
    first = text.rfind("\n", max(0, match.start() - 200), match.start()) + 1
    last = text.find("\n", match.end(), match.end() + 200)
    line = text[first : last if last >= 0 else match.end() + 200]
    is_prose = len(line) > 200 or line.rstrip("\"”’»')")[-1:] in {".", "!", "?"}
    is_justified = 2 * len(_WIDE.findall(line)) > len(line.split())
    return " " if is_prose or is_justified else "\t"


def _in_code(text: str, position: int) -> bool:
    """Whether the unspaced stretch around ``position`` is an address, a file name or a code."""
    before = text[max(0, position - MAX_TOKEN) : position]
    after = text[position : position + MAX_TOKEN]
    token = _SPACE.split(before)[-1] + _SPACE.split(after, maxsplit=1)[0]
    return _CODE.search(token) is not None
