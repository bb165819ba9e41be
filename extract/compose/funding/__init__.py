"""Funding: who pays for what, apart from who organises and who carries out.

Each clause with a word of money is read in turn by ``donors`` (wordings of the table), ``sums``
("EU-funded", "EUR 2 million from Norway"), ``loose`` and ``roles`` (verbs of paying, the part of a
donor) and ``gaps`` (the verb left out). ``subjects`` finds the subject of a verb, ``needs`` says
what must stand beside a wording. ``amounts`` and ``recipients`` add how much and what for;
``identity`` gives a donor told under several names one name.
"""

from __future__ import annotations

from extract.compose.clauses import read_clauses
from extract.compose.funding.donors import read_payments
from extract.compose.funding.identity import Donors
from extract.compose.funding.payment import Payment
from extract.compose.funding.phrases import Recipient
from extract.compose.funding.recipients import stated
from extract.compose.funding.topics import referent
from extract.compose.names import Name
from extract.compose.scene import Scene
from extract.find.passage import Candidate, SlotSpan

_CONTINUED = frozenset({"donor_list", "rest", "rest_from"})  # what the last one paid for
MEMORY = 40  # records of one donor that a further one is compared with

__all__ = ["compose_funding"]


def compose_funding(scene: Scene) -> list[Candidate]:
    """One record for each donor and what it pays for; told twice, it is one."""
    found: list[Candidate] = []
    for article in scene.articles:
        clauses = read_clauses(scene, article)
        told: dict[str, list[Candidate]] = {}
        payments = list(read_payments(clauses))
        donors = Donors(clauses, [one.donor for one in payments])
        last: tuple[int, Recipient | None] | None = None
        for payment in payments:
            recipient = stated(payment, clauses)
            if recipient is None:
                behind = payment.clause.sentence - last[0] if last is not None else 2
                same = behind <= (payment.pattern in _CONTINUED) and not _in_kind(payment)
                recipient = last[1] if last is not None and same else None
                recipient = recipient or referent(payment, clauses)
            last = (payment.clause.sentence, recipient)
            donor = donors.name(payment.donor)
            candidate = _record(payment, donor, recipient, article.index)
            records = told.setdefault(donors.key(payment.donor), [])
            if not any(_restates(candidate, record) for record in records[-MEMORY:]):
                records.append(candidate)
        found += [record for records in told.values() for record in records]
    return found


def _in_kind(payment: Payment) -> bool:
    """Whether the donor gives things: they are its own gift."""
    return payment.amount is not None and payment.amount.fields["dimension"] != "money"


def _record(
    payment: Payment, donor: Name, recipient: tuple[int, int, str] | None, article: int
) -> Candidate:
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
        start=min(payment.donor.start, payment.start),
        end=max(payment.donor.end, payment.end),
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
