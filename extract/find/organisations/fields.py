"""The fields of an organisation: canonical name, acronym, slug, type and country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.find.countries.finder import iso3_of
from extract.find.organisations.acronyms import Use
from extract.find.organisations.grammar import Name, names
from extract.find.organisations.labelled import Labelled
from extract.find.organisations.lexicon import bodies_by_name, name_key
from extract.find.organisations.marks import Marks, bare, is_short, mark, possessive
from extract.find.organisations.support import owned_by_country
from extract.find.words import Words
from extract.knowledge.organisations import Body

Fields = Mapping[str, Any]

_INNER_BRACKET = re.compile(r" ?\(([^()]{2,12})\)")
_INTERNATIONAL = frozenset({"un_body", "intergovernmental"})


def body_fields(body: Body) -> Fields:
    """The fields of a known body."""
    return {
        "name": body.name,
        "acronym": body.acronym,
        "organisation_id": body.id,
        "organisation_type": body.type,
        "country": body.country,
    }


def built_fields(marks: Marks, name: Name) -> Fields:
    """The fields of a name found by its build; those of the known body where it is one."""
    surface = " ".join(_words(marks, name))
    inner = _INNER_BRACKET.search(surface)
    acronym = inner.group(1) if inner and is_short(inner.group(1)) else None
    canonical = _INNER_BRACKET.sub("", surface) if acronym else surface
    owner = marks.word(name.first)
    if possessive(owner) and name.first in marks.bodies:
        canonical = bare(owner) + canonical[len(owner) :]
    body = bodies_by_name().get(name_key(canonical))
    if body is not None:
        return body_fields(body)
    if acronym is None and marks.word(name.last) == "(" and is_short(marks.word(name.last + 1)):
        acronym = marks.word(name.last + 1) if marks.word(name.last + 2) == ")" else None
    parent = bodies_by_name().get(name_key(marks.word(name.first)))
    international = parent is not None and parent.type in _INTERNATIONAL
    return {
        "name": canonical,
        "acronym": acronym,
        "organisation_id": None,
        "organisation_type": _type(name, parent),
        "country": None if international else _country_of(marks, name),
    }


def labelled_fields(marks: Marks, name: Labelled, end: int) -> Fields:
    """The fields of a name that the words beside it tell to be a body."""
    surface = " ".join(marks.text[marks.starts[name.first] : end].split())
    body = bodies_by_name().get(name_key(surface))
    if body is not None:
        return body_fields(body)
    short = name.last - name.first == 1 and surface.isupper()
    return {
        "name": surface,
        "acronym": surface if short else None,
        "organisation_type": name.type,
        "country": _country(marks, name.first, name.last),
    }


def _words(marks: Marks, name: Name) -> list[str]:
    """The words of a name as a text without damage has them."""
    stretch = marks.text[name.start : name.end]
    pieces: list[str] = []
    reached = 0
    for index in range(name.first, name.last):
        cut = marks.starts[index] - name.start
        if index > name.first and cut == reached and _is_glued(marks, index):
            pieces.append(" ")
        else:
            pieces.append(stretch[reached:cut])
        reached = min(marks.ends[index] - name.start, len(stretch))
        pieces.append(stretch[cut:reached])
    return "".join(pieces).split()


def _is_glued(marks: Marks, index: int) -> bool:
    return marks.word(index)[0].isalpha() and marks.word(index - 1)[-1].isalpha()


def _type(name: Name, parent: Body | None) -> str:
    if parent is not None and parent.type == "un_body" and name.head.type != "unit":
        return "un_body"
    return name.head.type


def _country_of(marks: Marks, name: Name) -> str | None:
    """The country in a name, or the one whose possessive stands before it."""
    owner = marks.country_ends[name.first] if owned_by_country(marks, name.first) else name.first
    return _country(marks, name.first, name.last) or _country(marks, owner, name.first)


def _country(marks: Marks, first: int, last: int) -> str | None:
    """The first country a name states."""
    for start in range(first, last):
        end = marks.countries.get(start)
        if end is not None:
            code = iso3_of(bare(marks.text[marks.starts[start] : marks.ends[end - 1]]))
            if code:
                return code
    return None


def _known_body(acronym: str, long_form: str) -> Body | None:
    """The body of the long form, or the one of this acronym whose name ends it.

    "Department of State Bureau of International Narcotics … (INL)" is INL.
    """
    whole = bodies_by_name().get(name_key(long_form))
    words = long_form.split()
    if whole is not None:
        return whole
    for start in range(1, len(words) - 1):
        body = bodies_by_name().get(name_key(" ".join(words[start:])))
        if body is not None and body.acronym == acronym:
            return body
    return None


def use_fields(use: Use) -> Fields:
    """The fields of an acronym or of the long form it stands for."""
    if use.long_form is None:
        return {"name": use.acronym, "acronym": use.acronym}
    body = _known_body(use.acronym, use.long_form)
    if body is not None:
        return body_fields(body)
    marks = mark(use.long_form, Words.of(use.long_form))
    whole = [name for name in names(marks) if name.start == 0 and name.end == len(use.long_form)]
    if whole:
        return {**built_fields(marks, whole[0]), "acronym": use.acronym}
    return {
        "name": use.long_form,
        "acronym": use.acronym,
        "country": _country(marks, 0, len(marks)),
    }
