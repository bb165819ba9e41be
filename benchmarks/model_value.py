"""``python -m benchmarks.model_value [CORPUS…]``: what the spaCy model adds to the rules, by kind.

Runs each gold corpus with all proposals of the model, with those of one label, and with none.
"""

from __future__ import annotations

import sys

from extract.language import EntityModel, ModelSpan, load_model
from tests.raise_floors import measure

ROWS = (
    "organisations (overlap)",
    "organisations (exact)",
    "countries",
    "people",
    "quantities (value+unit)",
    "dates (value)",
)


class OnlyLabels(EntityModel):
    """A model whose proposals of other labels are thrown away."""

    labels: frozenset[str] = frozenset()

    def entities(self, text: str) -> tuple[ModelSpan, ...]:
        return tuple(span for span in super().entities(text) if span.label in self.labels)


def only(model: EntityModel, *labels: str) -> EntityModel:
    """The model with proposals of these labels alone."""
    kept = type("Kept", (OnlyLabels,), {"labels": frozenset(labels)})
    narrowed: EntityModel = kept(model.path)
    return narrowed


def main(corpora: list[str]) -> None:
    """Print F1 by row and by what the model was allowed to propose."""
    model = load_model()
    runs = {
        "all": model,
        "PERSON": only(model, "PERSON"),
        "ORG": only(model, "ORG"),
        "none": only(model),
    }
    for corpus in corpora or ["unseen"]:
        figures = {name: measure(corpus, allowed) for name, allowed in runs.items()}
        print(f"{corpus:26s}" + "".join(f"{name:>8s}" for name in runs))
        for row in ROWS:
            cells = "".join(f"{one.rows[row].f1:8.3f}" for one in figures.values())
            print(f"{row:26s}{cells}")


if __name__ == "__main__":
    main(sys.argv[1:])
