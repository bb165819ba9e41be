"""Lines that come again: running heads, and the contents that announce the headlines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from extract.articles.run_in import taken_apart
from extract.articles.stretches import MAX_HEADLINE, Kind, Stretch
from extract.knowledge.headings import whole_line
from extract.repair.lines import running_head

KEY_WORDS = 3
MIN_ENTRY = 12
# Lines that begin alike: more than a newsletter has.
MAX_ENTRIES = 20

_PAGE_FIRST = re.compile(r"(?:p\.\s?)?[0-9]{1,3}[.):]?\s+|[-–—•°*]\s+")
_PAGE_LAST = re.compile(r"[\s.…·_–—-]*(?<![\w,.])(?:p(?:age|\.)?\s?)?[0-9]{1,3}$")
_LEADERS = " .…·_\t"


def with_contents(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches with the entries of a table of contents and running heads marked.

    A headline that a line of the contents announces is taken apart from the body it runs into.
    """
    _set_repeated(stretches)
    _set_listed(stretches)
    return list(_announced(stretches))


def _set_repeated(stretches: list[Stretch]) -> None:
    heads = [
        running_head(stretch.text) if stretch.kind in {Kind.HEADLINE, Kind.ASIDE} else ""
        for stretch in stretches
    ]
    counts = Counter(head for head in heads if head)
    contents = _again_later(stretches, heads, counts)
    listed = {heads[index] for index in contents}
    for index, stretch in enumerate(stretches):
        if index in contents:
            stretch.kind = Kind.CONTENTS
        elif counts[heads[index]] > 1 and not (
            heads[index] in listed and counts[heads[index]] == 2
        ):
            stretch.kind = Kind.ASIDE


def _again_later(stretches: list[Stretch], heads: list[str], counts: Counter[str]) -> set[int]:
    """The lines of a run that all come again later."""
    entries: set[int] = set()
    seen: set[str] = set()
    run: list[int] = []
    for index, stretch in enumerate(stretches):
        if stretch.kind is Kind.BODY:
            run = []
            continue
        if counts[heads[index]] > 1 and heads[index] not in seen:
            seen.add(heads[index])
            run.append(index)
            if len(run) > 1:
                entries.update(run)
    return entries


def _set_listed(stretches: list[Stretch]) -> None:
    """Mark the lines with page numbers below a heading such as "In this issue"."""
    is_list = False
    for stretch in stretches:
        if stretch.kind is Kind.SECTION:
            is_list = whole_line("contents").match(stretch.text.lower().strip(" :")) is not None
        elif stretch.kind is Kind.BODY:
            is_list = False
        elif is_list and (_PAGE_FIRST.match(stretch.text) or _PAGE_LAST.search(stretch.text)):
            stretch.kind = Kind.CONTENTS


def _announced(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    entries: dict[str, list[tuple[str, Stretch]]] = defaultdict(list)
    above: Stretch | None = None
    for stretch in stretches:
        at = 0
        if stretch.kind is not Kind.BODY:
            for entry in _entries(stretch):
                entries[_key(entry)].append((entry, stretch))
        elif entries:
            at, line = _entry_length(stretch.text, entries.get(_key(stretch.text), ()))
            if line is not None and line is not above:
                line.kind = Kind.CONTENTS
            else:
                at = 0
        yield from taken_apart(stretch, at)
        above = stretch


def _entries(stretch: Stretch) -> set[str]:
    """What a line may announce: its text with and without numbers at its ends."""
    text = stretch.text
    if not MIN_ENTRY <= len(text) < MAX_HEADLINE or "\t" in text.strip():
        return set()
    first = _PAGE_FIRST.match(text)
    texts = {text, text[first.end() :] if first else text}
    texts |= {_PAGE_LAST.sub("", each[-MAX_HEADLINE:]) for each in texts}
    texts = {each.strip(_LEADERS) for each in texts}
    return {each for each in texts if len(each) >= MIN_ENTRY and each.count(" ") + 1 >= KEY_WORDS}


def _key(text: str) -> str:
    return " ".join(text[:MAX_HEADLINE].lower().split()[:KEY_WORDS])


def _entry_length(text: str, entries: Sequence[tuple[str, Stretch]]) -> tuple[int, Stretch | None]:
    """The length of the longest of ``entries`` that ``text`` begins with, and its line."""
    fitting = [(len(entry), line) for entry, line in entries[:MAX_ENTRIES] if _begins(text, entry)]
    return max(fitting, key=lambda found: found[0], default=(0, None))


def _begins(text: str, entry: str) -> bool:
    """Whether ``text`` is ``entry`` and, behind it, a sentence."""
    if text[: len(entry)].lower() != entry.lower():
        return False
    rest = text[len(entry) :]
    follows = rest.lstrip().lstrip("\"“‘'«»")[:1]
    return rest[:1] == " " and (follows.isupper() or follows.isdigit())
