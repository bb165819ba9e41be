"""Numbers as they are written: digits of every house style, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from extract.find.words import Words
from extract.knowledge.counting import NumberWordRow, number_words

_SPACED = re.compile(
    r"[1-9]\d{0,2}(?:([\u0020\u00a0\u2009\u202f])\d{3}(?!\d))(?:\1\d{3}(?!\d))*(?:[.,]\d{1,3}(?![\d.,]\d))?"
)
_MARKED = re.compile(r"\d+(?:[.,'’]\d+)*")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SPLIT_FRACTION = re.compile(r"\s([123])/([24])(?![\d/])")
_CONTINENTAL = re.compile(r"\d\.\d{3}\.\d{3}|\d\.\d{3},\d")
# It begins with what makes the search fast, and looks back over it.
_COMMA_DECIMALS = re.compile(
    r"\d(?<![\d.,]\d)(?<!\d[ \u00a0]\d)\d{0,2}[\u0020\u00a0\u202f]\d{3},\d{1,3}(?![\d,])"
)
# "66,1%" and no "66.1": a text with decimal commas and no decimal points.
_SHORT_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?!\d|[.,]\d)")
_SHORT_POINT = re.compile(r"\d\.\d{1,2}(?!\d|[.,]\d)")
_COMMA_THOUSANDS = re.compile(r"\d,\d{3},\d{3}|\d,\d{3}\.\d|\d,\d00(?![\d,])")
# "1313, 38 kg": a decimal comma with a stray space; what stands behind decides (see read_digits).
_LOOSE_DECIMALS = re.compile(r", (\d{2})(?=[^\S\n]?[^\W\d_])")

_OPEN_POINT = re.compile(r"(?:^|\s)\.$|^\.$")
ANCHOR_DIGITS = frozenset("0123456789½¼¾")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read: where it stands and its value, before and after its scale word."""

    start: int
    end: int
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    spelled: bool = False
    plain: bool = False

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.mantissa * self.scale


class Marks(NamedTuple):
    """What the marks in the numbers of one text mean, where the text itself shows it."""

    dot_thousands: bool = False
    comma_decimals: bool = False


_NOT_SHOWN = Marks()


def marks_of(text: str) -> Marks:
    """Whether full stops mark thousands ("1.234.567"), and commas decimals ("138 061,738 kg")."""
    decimals = _COMMA_DECIMALS.search(text) is not None and not _COMMA_THOUSANDS.search(text)
    thousands = _CONTINENTAL.search(text) is not None or (
        _SHORT_COMMA.search(text) is not None and _SHORT_POINT.search(text) is None
    )
    return Marks(thousands, decimals)


def parse_marks(digits: str, shown: Marks = _NOT_SHOWN) -> Decimal | None:
    """The value of digits with marks as the writer meant them; None where it cannot be one number.

    "1.478.4" is 1478.4, "3.287.21" 3287.21, "12,34,567" 1234567, "0,5" 0.5, "1.235,5" 1235.5.
    """
    digits = digits.replace("'", "").replace("’", "")
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return Decimal(digits)
    last = marks[-1]
    groups = re.split(r"[.,]", digits)
    whole, tail = groups[:-1], groups[-1]
    if len(marks) == 1:
        thousands = (
            len(tail) == 3
            and len(whole[0]) <= 3
            and not whole[0].startswith("0")
            and (shown.dot_thousands if last == "." else not shown.comma_decimals)
        )
        return Decimal(whole[0] + tail) if thousands else Decimal(f"{whole[0]}.{tail}")
    if any(len(group) not in (2, 3) for group in whole[1:]) or len(whole[0]) > 3:
        return None
    if len(set(marks)) == 1 and len(tail) == 3:
        return Decimal("".join(groups))
    if len(set(marks)) == 1 and last == "," and len(tail) != 3:
        return None  # "5,10,15": a list
    if marks.count(last) > 1 and len(set(marks)) > 1:
        return None
    return Decimal(f"{''.join(whole)}.{tail}")


def read_digits(text: str, start: int, shown: Marks = _NOT_SHOWN) -> Numeral | None:
    """The number in digits that begins at ``start``."""
    if text[start] in _VULGAR:
        return Numeral(start, start + 1, _VULGAR[text[start]])
    match = _SPACED.match(text, start) or _MARKED.match(text, start)
    if match is None:
        return None
    end = match.end()
    written = re.sub(r"\s", "", match.group())
    value = parse_marks(written, shown)
    if value is None:
        return None
    plain = written.isdigit() and len(written) == len(match.group())
    loose = _LOOSE_DECIMALS.match(text, end)
    if loose and _takes_loose_decimals(written):
        whole = written.replace(".", "").replace("'", "")
        return Numeral(start, loose.end(), Decimal(f"{whole}.{loose.group(1)}"))
    if end < len(text) and text[end] in _VULGAR:
        return Numeral(start, end + 1, value + _VULGAR[text[end]])
    fraction = _SPLIT_FRACTION.match(text, end)
    if fraction and plain:
        part = Decimal(fraction.group(1)) / Decimal(fraction.group(2))
        return Numeral(start, fraction.end(), value + part)
    if plain and _OPEN_POINT.match(text, max(0, start - 2), start):
        return Numeral(start - 1, end, Decimal(f"0.{written}"))
    return Numeral(start, end, value, plain=plain)


def _takes_loose_decimals(written: str) -> bool:
    """ "1313, 38 kg" and "1.883.322, 00 dollars", but not "In 2017, 38 kg" or "May 15, 38 kg"."""
    if "," in written:
        return False
    if "." in written:
        return re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written) is not None
    return len(written) >= 3 and not is_year(written)


def is_year(written: str) -> bool:
    """Whether four digits can be a year."""
    return len(written) == 4 and written.isdigit() and "1900" <= written <= "2099"


class _Sum:
    """Number words added up from left to right."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current = Decimal(0)
        self.kinds: list[str] = []
        self.smallest: Decimal | None = None

    def takes(self, row: NumberWordRow) -> bool:
        """Add a word if it can stand here."""
        last = self.kinds[-1] if self.kinds else None
        if row.kind in {"unit", "teen", "ten"}:
            follows_ten = row.kind == "unit" and last == "ten" and row.value > 0
            if not (follows_ten or last in {None, "hundred", "scale"}):
                return False
            self.current += row.value
        elif row.kind in {"hundred", "dozen"}:
            if last not in {"unit", "teen"}:
                return False
            self.current *= row.value
        else:
            if last in {None, "scale"} or (self.smallest and row.value >= self.smallest):
                return False
            self.total += self.current * row.value
            self.current, self.smallest = Decimal(0), row.value
        self.kinds.append(row.kind)
        return True


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number in words: its value over its one scale word, and the word behind it."""

    mantissa: Decimal
    scale: Decimal
    after: int


def read_words(words: Words, first: int, *, article: bool = False) -> SpelledNumber | None:
    """The number in words that begins at word ``first``; an ``article`` there counts as one."""
    table, texts = number_words(), words.texts
    added, index = _Sum(), first
    if article:
        added.takes(table["one"])
        index += 1
    while index < len(texts):
        row = table.get(texts[index].lower())
        if row is not None and added.takes(row):
            index += 1
            continue
        joint = texts[index].lower()
        following = table.get(texts[index + 1].lower()) if index + 1 < len(texts) else None
        if following is None or not added.kinds or row is not None:
            break
        hyphen = joint == "-" and _glued(words, index) and added.kinds[-1] == "ten"
        linked = joint == "and" and added.kinds[-1] in {"hundred", "scale"}
        if not (hyphen or linked or (joint == "-" and following.kind in {"hundred", "scale"})):
            break
        if not added.takes(following):
            break
        index += 2
    if not added.kinds:
        return None
    if added.kinds[-1] == "scale" and added.kinds.count("scale") == 1 and added.smallest:
        return SpelledNumber(added.total / added.smallest, added.smallest, index)
    return SpelledNumber(added.total + added.current, Decimal(1), index)


def _glued(words: Words, index: int) -> bool:
    return (
        words.ends[index - 1] == words.starts[index]
        and words.ends[index] == words.starts[index + 1]
    )
