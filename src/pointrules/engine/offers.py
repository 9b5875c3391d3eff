"""The desk at which grades, boards and incentives are asked for, at a ledger's date."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from pointrules.engine.boards import ranking
from pointrules.engine.exchanges import exchange_quote
from pointrules.engine.grades import grades_held
from pointrules.engine.honours import honour_quote
from pointrules.engine.loans import loan_quote
from pointrules.engine.offer_desk import Given, OfferDesk
from pointrules.engine.pools import division
from pointrules.engine.record_moment import History
from pointrules.ledger.ledger import Ledger
from pointrules.ledger.measures import by_account
from pointrules.ledger.offer import Offers, Quote
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.exchange import Exchange
from pointrules.model.honour import Honour
from pointrules.model.incentive import Incentive
from pointrules.model.loan import Loan
from pointrules.model.measure import Measure
from pointrules.model.pool import Pool
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.record import Record
from pointrules.records.roster import Roster


def all_offers(desk: OfferDesk, subjects: Sequence[Subject]) -> Offers:
    """Everything that `subjects` have and may have."""
    return Offers(
        tuple(held for subject in subjects for held in grades_held(desk, subject)),
        tuple(desk.rankings.values()),
        tuple(quote for subject in subjects for quote in quotes(desk, subject)),
        desk.divisions,
    )


def quotes(desk: OfferDesk, subject: Subject) -> tuple[Quote, ...]:
    """What every incentive offers a subject, in the order of the ruleset."""
    found: list[Quote] = []
    for incentive in desk.ruleset.incentives:
        if subject_kind(incentive, desk.ruleset) is not subject.kind:
            continue
        if isinstance(incentive, Loan | Pool) and not desk.is_for(subject, incentive.account):
            continue
        if isinstance(incentive, Exchange) and not _may_spend(desk, incentive, subject):
            continue
        match incentive:
            case Loan():
                found.append(loan_quote(desk, incentive, subject))
            case Exchange():
                found.append(exchange_quote(desk, incentive, subject))
            case Honour():
                found.append(honour_quote(desk, incentive, subject))
            case Pool():
                found.append(desk.shares[incentive.name, subject])
            case _:
                assert_never(incentive)
    return tuple(found)


def _may_spend(desk: OfferDesk, exchange: Exchange, subject: Subject) -> bool:
    """Whether an account is for the subject, or holds what it earned while it was."""
    return any(
        desk.is_for(subject, name) or desk.points(subject, name, Measure.BALANCE)
        for name in exchange.accounts
    )


def subject_kind(incentive: Incentive, ruleset: Ruleset) -> SubjectKind:
    """Whom an incentive is for."""
    match incentive:
        case Honour():
            return incentive.subject_kind
        case Exchange():
            return ruleset.account(incentive.accounts[0]).subject_kind
        case Loan() | Pool():
            return ruleset.account(incentive.account).subject_kind


def offer_desk(
    ledger: Ledger, facts: Facts, records: Sequence[Record], given: Given | None = None
) -> OfferDesk | None:
    """The desk of `ledger`, made from `facts` and `records`; None where no edition is in force."""
    ruleset = edition_on(ledger.editions, ledger.as_of)
    if ruleset is None:
        return None
    accounts = by_account(ledger.entries)
    desk = OfferDesk(
        ledger.editions,
        ledger.as_of,
        ledger.subjects,
        ledger.flags,
        ruleset,
        facts,
        History(records),
        accounts,
        given or {},
        roster=Roster(facts),
    )
    if ruleset.boards:
        rankings = {board.name: ranking(desk, board) for board in ruleset.boards}
        desk = replace(desk, rankings=rankings)
    pools = [item for item in ruleset.incentives if isinstance(item, Pool)]
    if pools:
        divisions = tuple(division(desk, pool) for pool in pools)
        desk = replace(desk, divisions=divisions, shares=_by_subject(divisions))
    return desk


def _by_subject(
    divisions: Sequence[PoolDivision],
) -> dict[tuple[str, Subject], PoolShare]:
    return {
        (whole.pool.name, share.subject): share for whole in divisions for share in whole.shares
    }
