"""Funding: who pays for what, apart from who organises and who carries out."""

from __future__ import annotations

from extract.compose.clauses import read_clauses
from extract.compose.funding.donors import Payment, read_payments
from extract.compose.funding.recipients import recipient_of
from extract.compose.scene import Scene
from extract.find.passage import Candidate, SlotSpan
from extract.knowledge.funding import cues

__all__ = ["compose_funding"]


def compose_funding(scene: Scene) -> list[Candidate]:
    """One record for each donor and what it pays for; a restatement is evidence, no record."""
    found: list[Candidate] = []
    for article in scene.articles:
        lowered = scene.text[article.start : article.end].lower()
        if not any(stem in lowered for stem in cues()["stem"]):
            continue
        clauses = read_clauses(scene, article)
        records: dict[tuple[str, str | None], Candidate] = {}
        for payment in read_payments(clauses):
            candidate = _record(payment, recipient_of(payment, clauses), article.index)
            key = (_donor_key(payment), candidate.fields["recipient"])
            if key not in records:
                records[key] = candidate
        found += _without_restatements(list(records.values()))
    return found


def _donor_key(payment: Payment) -> str:
    mention = payment.donor.mention
    name = mention.fields["name"] if mention is not None else payment.donor.text
    return str(name).casefold()


def _record(payment: Payment, recipient: tuple[int, int, str] | None, article: int) -> Candidate:
    donor = payment.donor
    evidence = [SlotSpan("donor", donor.start, donor.end)]
    if donor.country is not None:
        evidence.append(SlotSpan("donor_country", donor.start, donor.end))
    if recipient is not None:
        evidence.append(SlotSpan("recipient", recipient[0], recipient[1]))
    amount = payment.amount
    if amount is not None:
        evidence.append(SlotSpan("amount", amount.start, amount.end))
    return Candidate(
        kind="funding",
        start=min(donor.start, payment.start),
        end=max(donor.end, payment.end),
        rule=f"rule:funding.{payment.pattern}",
        fields={
            "donor": donor.text,
            "donor_country": donor.country,
            "recipient": recipient[2] if recipient is not None else None,
            "amount": None
            if amount is None
            else {"value": amount.fields["value"], "unit": amount.fields["unit"]},
        },
        support=2 if payment.weak else 3,
        evidence=tuple(evidence),
        article=article,
    )


def _without_restatements(records: list[Candidate]) -> list[Candidate]:
    """A donor named again without a recipient of its own is the same funding."""
    kept: list[Candidate] = []
    for record in records:
        donor = str(record.fields["donor"]).casefold()
        told = [one for one in kept if str(one.fields["donor"]).casefold() == donor]
        if told and (record.fields["recipient"] is None or record.fields["amount"] is None):
            if record.fields["recipient"] in {None, *(one.fields["recipient"] for one in told)}:
                continue
        kept.append(record)
    return kept
