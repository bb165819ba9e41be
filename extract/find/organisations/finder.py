"""Candidates of kind organisation: known bodies, built names, acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.find.countries.finder import country_phrases
from extract.find.organisations.acronyms import Use, betrayed_uses, defined_uses
from extract.find.organisations.fields import body_fields, built_fields, labelled_fields, use_fields
from extract.find.organisations.grammar import names
from extract.find.organisations.labelled import labelled_names
from extract.find.organisations.lexicon import Hit, find_bodies
from extract.find.organisations.marks import Marks, bare, mark, possessive, with_small_letters
from extract.find.passage import Candidate, DocumentContext, Passage


def find_organisations(passage: Passage, context: DocumentContext) -> list[Candidate]:
    """Candidates of kind organisation in one passage."""
    countries = country_phrases(passage)
    codes = frozenset(phrase.values[0].iso3 for phrase in countries if phrase.values[0].iso3)
    hits = find_bodies(passage, context, codes)
    known = [(hit.start, hit.end) for hit in hits]
    text = with_small_letters(passage.text, passage.sentences)
    marks = mark(text, passage.words, passage.sentences, known, countries)
    found = [_known(hit) for hit in hits]
    found += _built(marks)
    found += _labelled(marks)
    found += [_used(use) for use in defined_uses(passage, context)]
    found += [_used(use) for use in betrayed_uses(marks, context, marks.bodies)]
    return found


def _known(hit: Hit) -> Candidate:
    return Candidate(
        kind="organisation",
        start=hit.start,
        end=hit.end,
        rule=f"lexicon:organisations.{hit.detail}",
        fields=body_fields(hit.body),
        support=2 if hit.detail == "weak" else 3,
    )


def _built(marks: Marks) -> Iterator[Candidate]:
    for name in names(marks):
        yield Candidate(
            kind="organisation",
            start=name.start,
            end=name.end,
            rule=f"rule:organisation.{name.head.words[-1].lower()}",
            fields=built_fields(marks, name),
            support=name.support,
        )


def _labelled(marks: Marks) -> Iterator[Candidate]:
    for name in labelled_names(marks):
        start, end = marks.starts[name.first], marks.ends[name.last - 1]
        if possessive(marks.word(name.last - 1)):
            end = marks.starts[name.last - 1] + len(bare(marks.word(name.last - 1)))
        yield Candidate(
            kind="organisation",
            start=start,
            end=end,
            rule=name.rule,
            fields=labelled_fields(marks, name, end),
            support=2,
        )


def _used(use: Use) -> Candidate:
    candidate = Candidate(
        kind="organisation",
        start=use.start,
        end=use.end,
        rule=use.rule,
        fields=use_fields(use),
        support=use.support,
    )
    return replace(candidate, warnings=use.warnings) if use.warnings else candidate
