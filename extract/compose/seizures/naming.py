"""What seized goods are called: the item fields of a substance or of other goods."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extract.find.passage import Candidate
from extract.find.substances import goods_index, substance_named
from extract.find.words import Words
from extract.knowledge.counting import number_words
from extract.knowledge.seizures import seizure_words
from extract.knowledge.substances import goods_names, substance_names


def of_substance(mention: Candidate) -> dict[str, Any]:
    """The item fields of a substance mention."""
    name: str = mention.fields["name"]
    group = mention.fields.get("drug_group")
    return {
        "name": name if name.isupper() else name.lower(),
        "substance_id": mention.fields.get("substance_id"),
        "drug_group": group,
        "category": "precursor" if group == "Precursors" else "drug",
    }


def of_name(name: str) -> dict[str, Any] | None:
    """The item fields of goods named by ``name``; None where it names nothing to seize."""
    substance = substance_named(name)
    if substance is not None:
        return {
            "name": name,
            "substance_id": substance.substance_id,
            "drug_group": substance.drug_group,
            "category": substance.category,
        }
    found = goods_index().find(Words.of(name))
    if found:
        return {"name": name, "category": found[-1].values[0].category}
    return {"name": name, "category": "wildlife"} if name in _short_names() else None


@cache
def _short_names() -> frozenset[str]:
    """What parts of animals are called for short: "scales" of pangolins, "horns", "skins"."""
    heads = (
        name.rsplit(" ", 1) for name, goods in goods_names().items() if goods.category == "wildlife"
    )
    return frozenset(f"{head[-1]}{end}" for head in heads if len(head) > 1 for end in ("", "s"))


@cache
def substance_heads() -> frozenset[str]:
    """Last words of the names of substances that have two: "the anhydride" is one named before."""
    names = (name.lower().split() for name in substance_names())
    return frozenset(words[-1] for words in names if len(words) > 1)


def counted_name(text: str) -> str:
    """What is counted, without the number: "527 rounds" -> rounds."""
    return " ".join(
        word for word in text.lower().split() if word.isalpha() and word not in number_words()
    )


_MEDICINES = frozenset({"tablets", "pills", "tabs", "vials", "ampoules", "ampules", "injections"})


def is_medicine(quantity: Candidate) -> bool:
    """Whether tablets, vials or the like are counted."""
    return f"{quantity.fields['unit']}s" in _MEDICINES


def own_form(text: str) -> dict[str, Any] | None:
    """Medicines that the words before their form tell apart: "54,000 fake slimming pills"."""
    name = counted_name(text)
    *kinds, head = name.split() or [""]
    if head not in _MEDICINES or not any(
        kind.isalpha() and kind not in seizure_words()["plain_forms"] for kind in kinds
    ):
        return None
    return {"name": name, "category": "drug"}


_AGENT = re.compile(r"[a-z]{3}(?:er|or|ist)s$")  # "26 firearms examiners"


def counted_goods(text: str) -> dict[str, Any] | None:
    """Goods that are counted themselves ("800,000 false cigarette marks")."""
    found = goods_index().find(Words.of(text))
    if not found or (found[-1].end < len(text) and _AGENT.search(text)):
        return None
    name = text[found[0].start :].lower()
    return {"name": name, "category": found[-1].values[0].category}


def any_drugs() -> dict[str, Any]:
    """The item fields of drugs that are not told apart."""
    return of_name("drugs") or {"name": "drugs", "category": "drug"}
