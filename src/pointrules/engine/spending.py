"""Redemptions: what is spent leaves the account on its day, whatever the balance."""

from collections.abc import Iterable, Sequence
from functools import partial

from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.book import Book
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.ledger import LineOutcome, Outcome, named_subjects
from pointrules.model.number import Number, number_text, simplified
from pointrules.records.log import Log
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.redemption import Redemption, RedemptionRequest


def add_spending(agenda: Agenda, redemptions: Iterable[Redemption], book: Book) -> None:
    """Let each confirmed redemption be entered, after the records of its day."""
    for redemption in redemptions:
        agenda.add(
            redemption.occurred_on,
            Phase.SPENDING,
            0,
            redemption.subject.id,
            partial(_enter, redemption, book),
        )


def _enter(redemption: Redemption, book: Book) -> None:
    book.enter(
        Entry(
            redemption.subject,
            redemption.account,
            redemption.occurred_on,
            EntryKind.SPENDING,
            -redemption.points,
            redemption.edition,
            None,
            None,
            None,
            (),
            redemption,
        )
    )


def redemption_outcomes(log: Log, entries: Sequence[Entry]) -> list[LineOutcome]:
    """Confirmed ones are entered; of the others it is said if the balance does not suffice."""
    outcomes = [
        _outcome(
            redemption,
            Outcome.SCORED,
            _redeemed(redemption),
        )
        for redemption in log.redemptions
    ]
    outcomes.extend(
        _outcome(request.redemption, Outcome.PENDING, _awaited(request, entries))
        for request in log.requests
    )
    return outcomes


def _redeemed(redemption: Redemption) -> Reason:
    told = [("account", redemption.account), ("points", number_text(redemption.points))]
    if redemption.goods is not None:
        told.append(("goods", redemption.goods))
    return Reason(ReasonCode.REDEEMED, tuple(told))


def _awaited(request: RedemptionRequest, entries: Sequence[Entry]) -> Reason:
    redemption, awaited = request.redemption, request.awaited
    balance: Number = simplified(
        sum(
            entry.points
            for entry in entries
            if entry.account == redemption.account and entry.subject == redemption.subject
        )
    )
    if redemption.points <= balance:
        return awaited
    arguments = (
        ("account", redemption.account),
        ("points", number_text(redemption.points)),
        ("balance", number_text(balance)),
    )
    exceeded = Reason(ReasonCode.BALANCE_EXCEEDED, arguments)
    return Reason(awaited.code, awaited.arguments, (*awaited.more, exceeded))


def _outcome(redemption: Redemption, outcome: Outcome, reason: Reason) -> LineOutcome:
    return LineOutcome(
        redemption.at,
        redemption.id,
        outcome,
        reason,
        named_subjects(redemption.household, redemption.person, redemption.collective, ()),
        redemption.occurred_on,
        None,
        redemption.occurred_on,
    )
