"""Statements: direct quotations with their speakers.

A quotation is one entry for each pair of marks: split by "he said" it is two, over several
paragraphs with the marks opened again it is one. Quoted names, titles and single words are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.articles import Article
from extract.compose.scene import Scene
from extract.compose.statements.patterns import TOLD_THAT
from extract.compose.statements.quotes import Quote, find_quotes
from extract.compose.statements.speakers import Listener, Voice
from extract.find.passage import Candidate, SlotSpan
from extract.knowledge.people import statement_words, verb_forms

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_WORDS = 2
_NAMING_REACH = 100
_FRAGMENT_WORDS = 4
_LONG_FRAGMENT = 5
_TOLD_WORDS = 3  # behind "that": "warned that “prices are falling”"
_SENTENCE_WORDS = 5


def compose_statements(scene: Scene) -> list[Candidate]:
    """Every direct quotation of the document."""
    fullest = _fullest(scene)
    return [found for article in scene.articles for found in _statements(scene, article, fullest)]


def _statements(
    scene: Scene, article: Article, fullest: Mapping[tuple[str, str], Candidate]
) -> list[Candidate]:
    text = scene.text
    quotes = [
        quote
        for quote in find_quotes(text, article.start, article.end)
        if len(_WORD.findall(text, quote.start, quote.end)) >= _LEAST_WORDS
    ]
    listener = Listener(scene, article.start, article.end)
    found: list[Candidate] = []
    last_end = article.start
    for number, whole in enumerate(quotes):
        quote = listener.completed(whole)
        head = listener.head_start(quote, last_end)
        if _is_named(text[max(head, quote.outer_start - _NAMING_REACH) : quote.outer_start]):
            continue
        following = quotes[number + 1].outer_start if number + 1 < len(quotes) else article.end
        voice = listener.voice(quote, last_end, following)
        headline = quote.outer_start < article.headline_end
        if not _is_said(text, quote, voice, head, headline=headline):
            continue
        listener.heard(quote, voice)
        last_end = quote.outer_end
        found.append(_candidate(scene.text, quote, voice, fullest, article.index))
    return found


def _is_named(head: str) -> bool:
    """Whether the words before the quotation say that it is a name or a title."""
    if re.search(r"[:,]\s*$", head) and _speaks().search(head):
        return False
    return _naming().search(head) is not None


def _is_said(text: str, quote: Quote, voice: Voice | None, head: int, *, headline: bool) -> bool:
    """Whether the quoted words are somebody's sentence and not a name or a scare quote."""
    words = [word for start, end in quote.parts for word in _WORD.findall(text, start, end)]
    if _is_title(words):
        return False
    finite = _has_clause(words)
    whole = words[0][:1].isupper() or words[0][:1].isdigit()
    if voice is not None and voice.explicit:
        if voice.attached and (whole or voice.rule == "carried_on"):
            return True
        named = voice.mention is not None and not whole
        that = finite and named and TOLD_THAT.search(text, head, quote.outer_start) is not None
        least = _TOLD_WORDS if that else _FRAGMENT_WORDS if finite else _LONG_FRAGMENT
        return len(words) >= least and (finite or named)
    if headline or not whole or not quote.closed or not quote.opened:
        return False
    ended = text[quote.end - 1] in ".!?…" or text[quote.outer_end : quote.outer_end + 1] in {
        ".",
        "",
    }
    if voice is not None:
        return ended
    opens = not text[head : quote.outer_start].strip()
    return ended and opens and finite and len(words) >= _SENTENCE_WORDS


def _is_title(words: list[str]) -> bool:
    """Whether most of the longer words have a capital: "Strengthening Families Programme"."""
    longer = [word for word in words[1:] if len(word) > 3]
    if len(words) < 4 and all(word[0].isupper() for word in words):
        return True
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) * 3 > len(longer) * 2


def _has_clause(words: list[str]) -> bool:
    """Whether a finite verb, or a pronoun with a word after it, is among the words."""
    finite, subjects = _finite_words(), _subject_words()
    if any(word.lower() in finite for word in words):
        return True
    return any(word.lower() in subjects for word in words[:-1])


def _candidate(
    text: str,
    quote: Quote,
    voice: Voice | None,
    fullest: Mapping[tuple[str, str], Candidate],
    article: int,
) -> Candidate:
    words = " ".join(text[start:end] for start, end in quote.parts)
    evidence = [SlotSpan("quote", start, end) for start, end in quote.parts]
    fields: dict[str, str | None] = dict.fromkeys(("speaker", "role", "organisation"))
    mention = voice.mention if voice is not None else None
    if mention is not None:
        named = mention
        if not mention.fields.get("role"):
            named = fullest.get((mention.kind, str(mention.fields["name"])), mention)
        fields |= {
            "speaker": _speaker(text, mention),
            "role": named.fields.get("role"),
            "organisation": named.fields.get("organisation"),
        }
        if mention.kind == "organisation":
            fields["organisation"] = fields["speaker"]
        evidence.append(SlotSpan("speaker", mention.start, mention.end))
        evidence += [slot for slot in named.evidence if slot.slot in {"role", "organisation"}]
    return Candidate(
        kind="statement",
        start=quote.start,
        end=quote.end,
        rule=f"rule:statement.{voice.rule if voice is not None else 'unattributed'}",
        fields={**fields, "quote": " ".join(words.split()).rstrip(",").rstrip()},
        support=3 if voice is not None and voice.explicit else 2,
        evidence=tuple(evidence),
        article=article,
    )


def _speaker(text: str, mention: Candidate) -> str:
    if mention.kind == "person":
        return str(mention.fields["name"])
    return " ".join(text[mention.start : mention.end].split())


def _fullest(scene: Scene) -> dict[tuple[str, str], Candidate]:
    """Of each person, by name, the first mention that states a role, else an organisation."""
    found: dict[tuple[str, str], Candidate] = {}
    for mention in scene.mentions:
        if mention.kind != "person":
            continue
        key = mention.kind, str(mention.fields["name"])
        if _told(mention) > _told(found.get(key)):
            found[key] = mention
    return found


def _told(mention: Candidate | None) -> int:
    if mention is None:
        return 0
    return 2 if mention.fields["role"] else 1 if mention.fields["organisation"] else 0


@cache
def _finite_words() -> frozenset[str]:
    return frozenset(statement_words("finite"))


@cache
def _subject_words() -> frozenset[str]:
    return frozenset(word.lower() for word in statement_words("subject"))


@cache
def _naming() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in statement_words("naming"))
    return re.compile(
        rf"\b(?:{words})(?:,|:|\s(?:of|on|is|was|as|were|the|reading|with))?\s*(?:the\s)?[(\[]?$",
        re.IGNORECASE,
    )


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(verb_forms('say'))})\b[^.:]{{0,60}}[:,]\s*$")
