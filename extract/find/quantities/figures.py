"""The numbers of a passage: numerals with scale words, minus what only looks like a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from extract.find.quantities.dated import is_day_after_month, is_day_of_month
from extract.find.quantities.numerals import (
    ANCHOR_DIGITS,
    Numeral,
    is_year,
    marks_of,
    parse_marks,
    read_digits,
    read_words,
)
from extract.find.words import Words
from extract.knowledge.counting import labels, number_words
from extract.knowledge.units import signs, spellings

_SCALE_GAP = re.compile(r"(?:[^\S\n]{1,2}\n?|\n|-)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_RESTATED = re.compile(r"[^\S\n]?\(\s?([\w,.' -]{1,40}?)\s?\)")
_AND_A_HALF = re.compile(
    r"\s+and[\s-](?:a|one)[\s-](?:half|quarter)\b|\s+and[\s-]three[\s-]quarters\b"
)
_TIMES = re.compile(r"\s?[x×](?=\s[A-Za-z])")
_REST = re.compile(r"[^\S\n](\d{3})(?![\d.,])")
_ABBREVIATION_DOT = re.compile(r"\.(?=\s[a-z])")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_HYPHEN_HALF = re.compile(r"-(?=[a-z])")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
_CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|noon\b|GMT|UTC|CET\b|hrs\b(?=\s+(?:on|local)))"
)
_CODE_AFTER = re.compile(r"[/:]\d|-[A-Z]{1,4}\b(?!\$)|-\d+-\d|(?:st|nd|rd|th)\b|[\s-]?fold\b|\s?°")
_PER_CENT = re.compile(r"\s?(?:%|per\s?cent)")
_NAME_JOINTS = frozenset("/_=@#&+\\^§")
_ARTICLES = frozenset({"a", "an"})
_WEIGHED = re.compile(
    r"\s(?:kg|kilo\w*|tons?|tonnes?|metric tons?|grams?|grammes?|lit(?:re|er)s?)\b"
)
_QUARTERS = re.compile(r"\sof\san?(?=\s(?:[mb]illion|tonne|ton|kilo\w*|lit(?:re|er))\b)")
_LIST = re.compile(r"\s?(?:,|;|and|or|to|-|–|&|/|,\s?and)\s?")
_SPAN = re.compile(r"\s?(?:to|-|–|&|/)\s?")
_LEAST_SUM = 1000
_LEAST_GLUED = 100
_GLUED_SIGN = re.compile(r"[A-Z]\D{0,3}(?=\d)")
_DOZENS = frozenset({"dozen", "hundred", "scale"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its passage: the numeral, its words, and what it may not become.

    ``labelled`` numbers ("Unit 12") and those behind a hyphen take units of measure only;
    ``year`` numbers need more than a noun behind them.
    """

    numeral: Numeral
    first: int
    after: int
    labelled: bool = False
    year: bool = False

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.numeral.start

    @property
    def end(self) -> int:
        """Where the number ends, its scale word included."""
        return self.numeral.end


def find_figures(text: str, words: Words) -> list[Figure]:
    """Every number that could be a quantity, in reading order."""
    reader = _Reader(text, words)
    return reader.read()


@cache
def _starters() -> frozenset[str]:
    """The words that a number in words may begin with, in lower case, capitalised or capitals."""
    words = [word for word, row in number_words().items() if row.kind in {"unit", "teen", "ten"}]
    return frozenset(
        written
        for word in (*words, "a", "an", "half")
        for written in (word, word.capitalize(), word.upper())
    )


class _Reader:
    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self.marks = marks_of(text)
        self.figures: list[Figure] = []
        self.chained = _SPAN
        self.named_until = -1  # where the last number that is part of a name ended

    def read(self) -> list[Figure]:
        starters = _starters()
        free = 0
        for index, word in enumerate(self.words.texts):
            if index < free:
                continue
            digit = word[0] in ANCHOR_DIGITS
            if digit:
                figure = self._digits(index)
            elif word in starters:
                figure = self._spelled(index)
            elif word[-1] in ANCHOR_DIGITS and word[0].isupper():
                figure = self._behind_sign(index)
            else:
                continue
            if figure is None:
                continue
            free = max(index + 1, figure.after)
            checked = self._checked(figure)
            if checked is not None:
                self.figures.append(checked)
        return self.figures

    def _digits(self, index: int) -> Figure | None:
        numeral = read_digits(self.text, self.words.starts[index], self.marks)
        if numeral is None:
            return None
        return self._completed(numeral, index)

    def _behind_sign(self, index: int) -> Figure | None:
        """ "N85,000", "Rs500": a sum glued to its sign; "G20" and "R2" are names."""
        sign = _GLUED_SIGN.match(self.words.texts[index])
        letters = sign.group() if sign else ""
        if (letters, "") not in signs().get(letters[-1:], ()) and letters not in spellings().exact:
            return None
        numeral = read_digits(self.text, self.words.starts[index] + len(letters), self.marks)
        figure = self._completed(numeral, index) if numeral else None
        return figure if figure and figure.numeral.value >= _LEAST_GLUED else None

    def _spelled(self, index: int) -> Figure | None:
        texts, starts, ends = self.words.texts, self.words.starts, self.words.ends
        word = texts[index].lower()
        following = texts[index + 1].lower() if index + 1 < len(texts) else ""
        if word == "half":
            hyphened = _HYPHEN_HALF.match(self.text, ends[index])
            if following not in _ARTICLES and not hyphened:
                return None
            end = ends[index] if hyphened else ends[index + 1]
            half = Numeral(starts[index], end, Decimal("0.5"), spelled=True)
            return self._completed(half, index)
        if following in {"quarter", "quarters"}:
            return self._quarters(index)
        article = word in _ARTICLES
        row = number_words().get(following)
        if article and (row is None or row.kind not in _DOZENS):
            return None
        read = read_words(self.words, index, article=article)
        if read is None:
            return None
        end = ends[read.after - 1]
        numeral = Numeral(starts[index], end, read.mantissa, read.scale, spelled=True)
        return self._completed(numeral, index)

    def _quarters(self, index: int) -> Figure | None:
        """ "A quarter of a million", "three quarters of a tonne": parts of a scale or a unit."""
        match = _QUARTERS.match(self.text, self.words.ends[index + 1])
        parts = {"a": 1, "one": 1, "three": 3}.get(self.words.texts[index].lower())
        if match is None or parts is None:
            return None
        share = parts * _PARTS["quarter"]
        numeral = Numeral(self.words.starts[index], match.end(), share, spelled=True)
        return self._completed(numeral, index)

    def _completed(self, numeral: Numeral, first: int) -> Figure:
        """The numeral with halves, scale words and its restatement in brackets."""
        numeral = self._with_half(numeral)
        numeral = self._with_scale(numeral)
        times = None if numeral.spelled else _TIMES.match(self.text, numeral.end)
        if times:
            numeral = replace(numeral, end=times.end())
        restated = _RESTATED.match(self.text, numeral.end)
        if restated and self._same_value(restated.group(1), numeral):
            numeral = replace(numeral, end=restated.end(), plain=False)
        after = bisect_left(self.words.starts, numeral.end, lo=first)
        return Figure(numeral, first, after)

    def _with_half(self, numeral: Numeral) -> Numeral:
        match = _AND_A_HALF.match(self.text, numeral.end)
        if match is None:
            return numeral
        part = _PARTS[re.split(r"[\s-]", match.group())[-1]]
        return replace(numeral, mantissa=numeral.mantissa + part, end=match.end(), plain=False)

    def _with_scale(self, numeral: Numeral) -> Numeral:
        """The numeral with the scale words behind it: "20 thousand", "3 hundred million"."""
        table = number_words()
        while True:
            gap = _SCALE_GAP.match(self.text, numeral.end)
            word = _LETTERS.match(self.text, gap.end() if gap else numeral.end)
            row = table.get(word.group().lower()) if word else None
            if word is None or row is None or row.kind not in _DOZENS or row.value <= numeral.scale:
                return numeral
            dot = _ABBREVIATION_DOT.match(self.text, word.end())
            end = dot.end() if dot and len(word.group()) <= 3 else word.end()
            numeral = replace(numeral, scale=numeral.scale * row.value, end=end, plain=False)
            rest = _REST.match(self.text, numeral.end)
            if rest and row.value in {1000, 1_000_000} and not numeral.spelled:
                value = numeral.value + int(rest.group(1)) * row.value / 1000
                return replace(numeral, mantissa=value / row.value, scale=row.value, end=rest.end())

    def _same_value(self, written: str, numeral: Numeral) -> bool:
        if written[0] in ANCHOR_DIGITS:
            digits = "".join(written.split())
            value = parse_marks(digits) if re.fullmatch(r"\d[\d.,]*\d|\d", digits) else None
            return value == numeral.value
        read = read_words(Words.of(written), 0)
        return read is not None and read.mantissa * read.scale == numeral.value

    def _checked(self, figure: Figure) -> Figure | None:
        """The figure unless it belongs to a name, a date or a time of day."""
        numeral = figure.numeral
        if self._is_named(figure):
            label = self._previous_word(figure.first).lower()
            self.named_until = numeral.end
            self.chained = _LIST if label.endswith("s") and label in labels()[0] else self.chained
            return None
        self.chained = _SPAN
        written = self.text[numeral.start : numeral.end]
        if numeral.plain and (is_day_of_month(self.text, numeral) or _is_number_plate(written)):
            return None
        if _CLOCK.match(self.text, numeral.end):
            return None
        return replace(
            figure,
            labelled=self._previous_word(figure.first) in labels()[1]
            or self._follows_acronym(figure)
            or (numeral.plain and is_day_after_month(self.text, numeral)),
            year=numeral.plain and is_year(written),
        )

    def _is_named(self, figure: Figure) -> bool:
        text, start = self.text, figure.start
        if not figure.numeral.spelled and _CODE_AFTER.match(text, figure.end):
            return True
        before = text[start - 1] if start else ""
        if before == "+" and _PER_CENT.match(text, figure.end):
            return start > 1 and text[start - 2] not in " (\n"
        if before in _NAME_JOINTS and before:
            return True
        if before in {".", ":"} and start > 1 and not text[start - 2].isspace():
            return text[start - 2].isdigit() or before == "."
        if before in {"-", "‐", "‑"} and start > 1 and text[start - 2].isalnum():
            continues = self.figures and self.figures[-1].end == start - 1
            return not continues
        if self.named_until > 0 and self.chained.fullmatch(text, self.named_until, start):
            return True
        label = self._previous_word(figure.first)
        return (
            label.lower() in labels()[0]
            and not _is_sum(label, figure.numeral)
            and not _WEIGHED.match(text, figure.end)
        )

    def _follows_acronym(self, figure: Figure) -> bool:
        """ "ISO 9001", "COP 21": beside an acronym a number is a name, but not among capitals."""
        before = self.words.texts[figure.first - 1] if figure.first else ""
        if figure.numeral.spelled or not _ACRONYM.fullmatch(before):
            return False
        following = self.words.texts[figure.after : figure.after + 1]
        return not (following and following[0].isupper() and len(following[0]) > 3)

    def _previous_word(self, first: int) -> str:
        texts = self.words.texts
        if first >= 2 and texts[first - 1] == "." and len(texts[first - 2]) <= 4:
            return texts[first - 2]
        return texts[first - 1] if first else ""


def _is_sum(label: str, numeral: Numeral) -> bool:
    """ "COP 2.1 million": a code of money, though COP 21 is a conference."""
    return label in spellings().exact and numeral.value >= _LEAST_SUM


def _is_number_plate(written: str) -> bool:
    """ "0830" or "00442079460000": a time, a phone, a register number."""
    return (len(written) > 1 and written.startswith("0")) or len(written) > 9
