"""Short names of bodies that a document also names in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from extract.find.passage import Candidate

_LINKS = ("of ", "under ", "in ", "at ", "within ")


def settle_names(mentions: Iterable[Candidate]) -> list[Candidate]:
    """The mentions, each short name of a body with the whole name and the country of its long form.

    An acronym is looked up in the whole document, a name that lacks its last words in its article.
    Where two long forms fit, none is taken.
    """
    kept = list(mentions)
    bodies = [one for one in kept if one.kind == "organisation"]
    placed = [one for one in bodies if one.fields.get("country")]
    if not placed:
        return kept
    by_opening: dict[str, list[Candidate]] = {}
    for one in placed:
        by_opening.setdefault(_opening(one.fields), []).append(one)
    settled = {
        id(one): replace(one, fields={**one.fields, **long})
        for one in bodies
        if one.fields.get("organisation_id") is None
        and (long := _long_form(one, by_opening.get(_opening(one.fields), ())))
    }
    return [settled.get(id(one), one) for one in kept]


def _opening(fields: Mapping[str, Any]) -> str:
    return str(fields["name"]).partition(" ")[0].lower()


def _long_form(short: Candidate, candidates: Iterable[Candidate]) -> Mapping[str, Any] | None:
    """The name and the country of the one longer name that ``short`` can stand for."""
    name, country = str(short.fields["name"]).lower() + " ", short.fields.get("country")
    found = {
        str(one.fields["name"]): one.fields
        for one in candidates
        if str(one.fields["name"]).lower().startswith(name)
        and str(one.fields["name"])[len(name) :].startswith(_LINKS)
        and country in (None, one.fields["country"])
        and (one.article == short.article or _same_acronym(short, one))
    }
    if len(found) != 1:
        return None
    [(whole, fields)] = found.items()
    return {
        "name": whole,
        "country": fields["country"],
        "organisation_id": fields.get("organisation_id"),
    }


def _same_acronym(one: Candidate, other: Candidate) -> bool:
    acronym = one.fields.get("acronym")
    return acronym is not None and acronym == other.fields.get("acronym")
