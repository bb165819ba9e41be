"""Funding: who pays for what, apart from who organises and who carries out."""

from __future__ import annotations

from extract.compose.clauses import read_clauses
from extract.compose.funding.donors import read_payments
from extract.compose.funding.payment import Payment
from extract.compose.funding.recipients import recipient_of
from extract.compose.scene import Scene
from extract.find.passage import Candidate, SlotSpan

MEMORY = 40  # records of one donor that a further one is compared with

__all__ = ["compose_funding"]


def compose_funding(scene: Scene) -> list[Candidate]:
    """One record for each donor and what it pays for; told twice, it is one."""
    found: list[Candidate] = []
    for article in scene.articles:
        clauses = read_clauses(scene, article)
        told: dict[str, list[Candidate]] = {}
        for payment in read_payments(clauses):
            candidate = _record(payment, recipient_of(payment, clauses), article.index)
            records = told.setdefault(_donor_key(payment), [])
            if not any(_restates(candidate, record) for record in records[-MEMORY:]):
                records.append(candidate)
        found += [record for records in told.values() for record in records]
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


def _restates(record: Candidate, told: Candidate) -> bool:
    """A donor named again for the same thing, or for nothing new, is the same funding."""
    recipients = {record.fields["recipient"], told.fields["recipient"]}
    if len(recipients) == 1:
        return True
    return None in recipients and (
        record.fields["amount"] is None or record.fields["amount"] == told.fields["amount"]
    )
