"""The lines of a repaired text and what each is: headline, body, or something beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from extract.knowledge.calendar import month_pattern
from extract.knowledge.headings import anywhere, heading_words, line_start, whole_line
from extract.knowledge.words import country_words
from extract.repair.lines import is_page_number

MIN_LINE = 4
MAX_HEADLINE = 200
MAX_HEADLINE_WORDS = 26


class Kind(Enum):
    """What a line is to the cutting of articles."""

    HEADLINE = "headline"  # looks like one
    BODY = "body"  # prose
    ABOVE = "above"  # a date, a place and date, a kicker: goes with the headline below it
    ASIDE = "aside"  # page furniture, captions, bylines, rows: stands anywhere, says nothing
    SECTION = "section"  # heads a part of an article
    CONTENTS = "contents"  # announces an article further down
    OTHER = "other"  # list items, contacts, scraps


@dataclass(slots=True)
class Stretch:
    """A line of the repaired text; a paragraph is one line there."""

    start: int
    end: int
    text: str
    kind: Kind

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_capitals(self) -> bool:
        """Whether it is written in capitals throughout."""
        return self.text.isupper()


_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?][\"“”‘’«»'´`)\]]*(?:(?<=\D)[0-9]{1,2})?$")
_INNER_END = re.compile(r"[a-z0-9)][.!?][\"”’»')]? +[A-Z]")
_MONTH = rf"{month_pattern()}\.?"
_DAY = (
    rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?(?:\s?[-–]\s?[0-3]?[0-9])?\s(?:of\s)?{_MONTH}"
    rf"|{_MONTH}(?:\s[0-3]?[0-9])?)"
)
_HAS_NUMBER = re.compile(r"[0-9]|(?i:issue|number|volume|edition) ")
# What a cell of a title line holds: a month, or a number and a year.
_ISSUE_CELL = re.compile(
    rf"[0-9]{{1,3}}\s?/\s?[12][0-9]{{3}}|(?:{_MONTH}(?:\s?[–/-]\s?{_MONTH})?,?\s)[12][0-9]{{3}}"
)
# The months or the season of an issue.
_PERIOD = re.compile(
    rf"\b(?:{_MONTH}\s?[–/-]\s?{_MONTH}|(?i:spring|summer|autumn|winter"
    rf"|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))\s(?:quarter|semester|half))(?:\sof)?)"
    rf",?\s[12][0-9]{{3}}\b|\bQ[1-4]\s?[/-]?\s?[12][0-9]{{3}}\b"
)
_COUNTED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_DATE = (
    rf"(?:{_DAY},?\s[12][0-9]{{3}}|[0-3]?[0-9][./][01]?[0-9][./](?:[12][0-9])?[0-9]{{2}}"
    r"|[12][0-9]{3}-[01][0-9]-[0-3][0-9])"
)
_NAME = r"[A-ZÀ-Þ(][\w’'.)/-]{0,30}"
_NAMES = rf"{_NAME}(?:\s(?:{_NAME}|and|of|the|de|la|da|do|el|al|du|des)){{0,4}}"
_PLACE = rf"{_NAMES}(?:,\s{_NAMES}){{0,2}}"
_DATE_LINE = re.compile(
    rf"(?:(?:{_PLACE}\s?[,–—:|-]\s?)?\(?{_DATE}\)?(?:\s?[,–—:|-]\s?{_PLACE})?|{_PLACE}\s?[–—-]+)$"
)
# A place, a date, or both, and a dash before the first sentence.
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}\s?[,(–—-]\s?)?{_DAY}(?:,?\s[12][0-9]{{3}})?\)?(?:,\s{_PLACE})?"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ .'-]{3,30}(?:,\s[A-Z][\w .-]{2,30})?)"
    r"\s?(?:\([^)]{2,40}\)\s?)?(?:[–—:.|]|-)-?\s"
)
_BYLINE = re.compile(
    r"(?:(?:text|story|photos?|written|posted|published|reported|compiled)\s)?by:?\s", re.IGNORECASE
)
_NUMBERED = re.compile(r"[0-9]{1,2}[.)]\s+")
_MARKUP = re.compile(r"#{1,6}\s+(?=\S)")
_ITEM = re.compile(
    r"[•●▪■◦‣·°*►➢✓▶❖§–—-]\s*\S|\([0-9a-z]{1,3}\)\s|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?\s[A-Z]"
)
_CONTACT = re.compile(
    r"\S@\S|https?:|www\.|\b(?:tel|fax|phone|telephone|mobile|e-?mail|website|twitter|facebook)\b\.?:",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"[A-Z][^!?]{3,60},$")
_YEARS_LAST = re.compile(r",\s(?:[12][0-9]{3}(?:\s?[-–/]\s?[0-9]{2,4})?|by\s.{1,30})$")
_CREDIT = re.compile(
    r"\b(?:photo|image|picture)s?(?:\scredit|\scourtesy)?\s?(?::|/|by\b|of\b)|\bcredits?:"
    r"|^\W?(?:photo\b|(?:from )?left to right|from (?:the )?left)"
)
_UNODC = r"(?:UNODC|(?i:United Nations))(?:\s(?:Office\son\sDrugs\sand\sCrime|\(UNODC\)))*,?\s"
_LEVEL = r"(?:Sub-?[Rr]egional|Regional|Country|Liaison|REGIONAL|COUNTRY)\s"
_OFFICE = re.compile(
    rf"(?:{_UNODC}|(?={_LEVEL}(?i:office|centre|center)\s))"
    rf"(?:{_LEVEL}|(?:Field|Project|Programme|National)\s){{0,3}}"
    r"(?:Office|Centre|Center|Representation|OFFICE|CENTRE|CENTER|Programme|in|IN)\b"
    r"(?:\s(?:for|in|of|the|and|to|on|&|FOR|IN|THE|AND|[A-Z][\w-]*,?|\([A-Z-]{2,12}\))){1,10}"
    r"(?:\s[12][0-9]{3})?$"
)
_CODE = re.compile(r"[0-9/]")
_NUMBER_WORD = re.compile(r"\W{1,3}(?:no|nr|n°|number|ref)$")
_QUOTES = "\"“”«»‘'"
_NUMBERS = " 0123456789.,:;!?–—-|/()#"


def read_stretches(text: str) -> list[Stretch]:
    """The lines of ``text``, each with its kind."""
    found: list[Stretch] = []
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line[0])
            found.append(Stretch(start, start + len(line), line, _kind(line)))
    return found


def is_masthead(text: str) -> bool:
    """Whether a line is a newsletter's title or issue line, or the name of an office."""
    small = text.lower()
    if len(text) > MAX_HEADLINE or _SENTENCE_END.search(text):
        return False
    if is_issue(text):
        return True
    if anywhere("masthead").search(small):
        return len(text.split()) < 13
    return _OFFICE.match(text) is not None


def is_issue(text: str) -> bool:
    """Whether a line has the number or the months of an issue."""
    if not _HAS_NUMBER.search(text):
        return False
    small = text.lower()
    if len(text) > MAX_HEADLINE or is_sentence(text) or anywhere("single").search(small):
        return False
    cells = re.split(r"[\t|]|\s[•·]\s", text)
    if len(cells) > 1 and any(_ISSUE_CELL.fullmatch(cell.strip()) for cell in cells):
        return True
    return _issue().search(small) is not None or _PERIOD.search(text) is not None


@cache
def _issue() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(heading_words("issue")))
    return re.compile(
        rf"\b(?:{words})\.?\s?(?:[0-9]{{1,4}}|{_COUNTED}|[ivx]{{1,6}})\b(?![,.][0-9])"
    )


def is_date_line(text: str) -> bool:
    """Whether a line is a date, a place and date, or a place and its country."""
    if len(text) >= MAX_HEADLINE:
        return False
    kicker, _, rest = text.partition(", ")
    if rest and whole_line("kicker").match(kicker.lower()):
        text = rest
    place, comma, country = text.rpartition(", ")
    if comma and country.lower() in country_words() and place.istitle() and place.count(" ") < 3:
        return True
    return _DATE_LINE.match(text) is not None


def dateline_length(text: str) -> int:
    """How long the place or date and the dash are that ``text`` begins with, as a news item."""
    match = _DATELINE.match(text[:120])
    return match.end() if match else 0


def has_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place or a date and a dash, as a news item does."""
    return dateline_length(text) > 0


def points_back(text: str) -> bool:
    """Whether a paragraph begins as the continuation of another does."""
    return line_start("back").match(text[:60].lower()) is not None


def without_number(text: str) -> int:
    """How many characters of numbering or of markup ("## ") a headline begins with."""
    match = _NUMBERED.match(text) or _MARKUP.match(text)
    return match.end() if match else 0


def is_numbered(text: str) -> bool:
    """Whether a headline begins with its number."""
    return _NUMBERED.match(text) is not None


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(line) is not None


def _kind(line: str) -> Kind:
    if len(line) > MAX_HEADLINE:
        return Kind.BODY
    if len(line) < MIN_LINE:
        return Kind.ASIDE if is_page_number(line) else Kind.OTHER
    if _is_no_text(line):
        return Kind.ASIDE
    small = line.lower().replace("’", "'")
    if kind := _kind_by_phrase(line, _NUMBER_WORD.sub("", small.strip(_NUMBERS))):
        return kind
    if is_item(line) or (_CONTACT.search(line) and not is_sentence(line)):
        return Kind.OTHER
    if (_BYLINE.match(line) and not _SENTENCE_END.search(line)) or _is_caption(line, small):
        return Kind.ASIDE
    return _kind_by_form(line)


def _kind_by_form(line: str) -> Kind:
    if is_sentence(line):
        return Kind.BODY
    if _looks_like_headline(line):
        return Kind.HEADLINE
    # Prose that was cut off, or ends in a mark that no sentence ends with.
    return Kind.BODY if len(line) > 80 and _INNER_END.search(line) else Kind.OTHER


def _is_no_text(line: str) -> bool:
    """Whether a line is a page number, a row, a salutation or a code."""
    if is_page_number(line) or any(mark in line for mark in "\t|©") or _SALUTATION.match(line):
        return True
    return " " not in line and _CODE.search(line) is not None


def _kind_by_phrase(line: str, bare: str) -> Kind | None:
    if is_date_line(line) or whole_line("kicker").match(bare):
        return Kind.ABOVE
    if any(whole_line(role).match(bare) for role in ("section", "report", "contents")):
        return Kind.SECTION
    return None


def is_sentence(line: str) -> bool:
    """Whether a line is prose to its end."""
    return line.count(" ") > 3 and _SENTENCE_END.search(line) is not None and line[-1] not in "?!"


def _is_caption(line: str, small: str) -> bool:
    label = line_start("caption").match(small)
    following = line[label.end() :] if label else ""
    if label and (following[:1] in {":", "."} or following.lstrip()[:1].isdigit()):
        return True
    if _YEARS_LAST.search(line):
        return True
    return _CREDIT.search(small) is not None


def _looks_like_headline(line: str) -> bool:
    markup = _MARKUP.match(line)
    line = line[markup.end() :] if markup else line
    words = line.split()
    if not 2 <= len(words) <= MAX_HEADLINE_WORDS or line[-1] in ".;:,-–—&/":
        return False
    first = line.lstrip(_QUOTES)[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    # A line that is quoted as a whole is a quotation set apart.
    if line[0] in _QUOTES and line[-1] in _QUOTES and len(words) > 6:
        return False
    letters = sum(map(str.isalpha, line))
    return letters > 6 and 2 * letters > len(line)
