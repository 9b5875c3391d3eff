"""The desk at which grades, boards and incentives are asked for, at a ledger's date."""

from collections.abc import Sequence
from dataclasses import replace

from pointrules.engine.boards import ranking
from pointrules.engine.grades import grades_held
from pointrules.engine.judgement import History
from pointrules.engine.loans import loan_quotes
from pointrules.engine.offer_desk import Given, OfferDesk
from pointrules.ledger.ledger import Ledger
from pointrules.ledger.measures import by_account
from pointrules.ledger.offer import Offers, Quote
from pointrules.model.ruleset import edition_on
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts
from pointrules.records.record import Record
from pointrules.records.roster import Roster


def all_offers(desk: OfferDesk, subjects: Sequence[Subject]) -> Offers:
    """Everything that `subjects` have and may have."""
    return Offers(
        tuple(held for subject in subjects for held in grades_held(desk, subject)),
        tuple(desk.rankings.values()),
        tuple(quote for subject in subjects for quote in quotes(desk, subject)),
    )


def quotes(desk: OfferDesk, subject: Subject) -> tuple[Quote, ...]:
    """What every incentive offers a subject, in the order of the ruleset."""
    return loan_quotes(desk, subject)


def offer_desk(
    ledger: Ledger, facts: Facts, records: Sequence[Record], given: Given | None = None
) -> OfferDesk | None:
    """The desk of `ledger`, made from `facts` and `records`; None where no edition is in force."""
    ruleset = edition_on(ledger.editions, ledger.as_of)
    if ruleset is None:
        return None
    accounts = by_account(ledger.entries)
    desk = OfferDesk(
        ledger, ruleset, facts, History(records), accounts, given or {}, roster=Roster(facts)
    )
    if not ruleset.boards:
        return desk
    return replace(desk, rankings={board.name: ranking(desk, board) for board in ruleset.boards})
