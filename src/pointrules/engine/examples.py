"""Runs the examples (例) of a ruleset through the engine: expected, got, and why."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, assert_never

from msgspec import Struct

from pointrules.engine.example_records import (
    example_facts,
    example_log,
    record_id,
    subject_named,
)
from pointrules.engine.grades import grades_held
from pointrules.engine.offer_desk import OfferDesk
from pointrules.engine.offers import offer_desk, quotes
from pointrules.engine.reference import evaluate
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.example_result import ExampleResult, ExpectationResult
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.ledger import Ledger, LineOutcome, Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Quote
from pointrules.ledger.pool_share import PoolShare
from pointrules.model.example import (
    Example,
    ExampleListed,
    ExampleMeasure,
    ExampleRecord,
    ExampleSpending,
    Expectation,
    ExpectsClause,
    ExpectsEligibility,
    ExpectsFlag,
    ExpectsGrade,
    ExpectsLimit,
    ExpectsLine,
    ExpectsMeasure,
    ExpectsNoMatch,
    ExpectsPlace,
    ExpectsPoints,
    ExpectsPrice,
    ExpectsRate,
    ExpectsRefusal,
    ExpectsShare,
)
from pointrules.model.limit import Limit, is_same_rule
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind

Got: TypeAlias = tuple[bool, tuple[str, ...]]


class _Asked(Struct, frozen=True):
    """What there is to hold expectations against."""

    ledger: Ledger
    desk: OfferDesk | None
    entries: tuple[Entry, ...]
    outcomes: tuple[LineOutcome, ...]
    last_day: date
    household: Subject | None
    person: Subject | None
    quotes: tuple[Quote, ...]
    is_settled: bool


def run_examples(ruleset: Ruleset) -> tuple[ExampleResult, ...]:
    """The results of all examples, in order."""
    return tuple(run_example(ruleset, example) for example in ruleset.examples)


def run_example(ruleset: Ruleset, example: Example) -> ExampleResult:
    """The result of one example; everyone it names is on the register throughout."""
    asked = _asked(ruleset, example)
    results = []
    for expectation in example.expectations:
        is_met, got = _held_against(expectation, asked)
        results.append(ExpectationResult(expectation, is_met, got))
    return ExampleResult(
        example, tuple(results), asked.ledger, asked.entries, asked.outcomes, asked.quotes
    )


def _asked(ruleset: Ruleset, example: Example) -> _Asked:
    facts = example_facts(example)
    log = example_log(ruleset, example)
    days = [item.occurred_on for item in example.records]
    days += [item.occurred_on for item in example.spent]
    as_of = example.settled_on or max(days, default=ruleset.edition.first_day)
    ledger = evaluate((ruleset,), facts, log, as_of)
    ids = {record_id(index) for index, item in enumerate(example.records) if item.is_asked_about}
    asked = [item for item in example.records if item.is_asked_about]
    given = {
        (
            item.collective or subject_named(item.household, item.person),
            item.account,
            item.measure,
        ): item.points
        for item in example.measures
    }
    desk = offer_desk(ledger, facts, log.records, given)
    household, person = _main_subjects(example)
    entries = [e for e in ledger.entries if e.record is not None and e.record.id in ids]
    if example.settled_on is not None:
        entries += [
            e
            for e in ledger.entries
            if e.kind is EntryKind.SETTLEMENT
            and e.day == example.settled_on
            and e.subject in (household, person)
        ]
    all_quotes: list[Quote] = []
    for subject in (household, person):
        if desk is not None and subject is not None:
            all_quotes.extend(quotes(desk, subject))
    return _Asked(
        ledger=ledger,
        desk=desk,
        entries=tuple(entries),
        is_settled=example.settled_on is not None,
        outcomes=tuple(item for item in ledger.outcomes if item.record_id in ids),
        last_day=example.settled_on or max((i.occurred_on for i in asked), default=as_of),
        household=household,
        person=person,
        quotes=tuple(all_quotes),
    )


def _main_subjects(example: Example) -> tuple[Subject | None, Subject | None]:
    """Whom the example is about: the last record asked about, else whoever it names first."""
    asked = [item for item in example.records if item.is_asked_about]
    given = [item for item in example.records if not item.is_asked_about]
    ranked: tuple[ExampleRecord | ExampleListed | ExampleMeasure | ExampleSpending, ...] = (
        *reversed(asked),
        *example.listed,
        *example.measures,
        *given,
        *example.spent,
    )
    if ranked:
        named = ranked[0]
        if named.collective is not None:
            return named.collective, None
        household = subject_named(named.household, None)
        person = None if named.person is None else subject_named(named.household, named.person)
        return household, person
    of_facts = {fact.subject.kind: fact.subject for fact in reversed(example.facts)}
    collective = next((of_facts[kind] for kind in COLLECTIVES if kind in of_facts), None)
    return of_facts.get(SubjectKind.HOUSEHOLD, collective), of_facts.get(SubjectKind.PERSON)


def _held_against(expectation: Expectation, asked: _Asked) -> Got:
    match expectation:
        case ExpectsPoints(account, points):
            return _points(asked, account, points)
        case ExpectsClause(number):
            return _clauses(asked.entries, number)
        case ExpectsLimit(limit):
            return _limits(asked.entries, limit)
        case ExpectsFlag(flag):
            return _flags(asked, flag)
        case ExpectsMeasure():
            return _measure(asked, expectation)
        case ExpectsGrade(grade, level):
            return _grade(asked, grade, level)
        case ExpectsPlace(board, rank):
            return _place(asked, board, rank)
        case ExpectsRate(loan, percent):
            return _quoted((quote.rate for quote in _loans(asked, loan)), percent)
        case ExpectsLine(loan, yuan):
            return _quoted((quote.line for quote in _loans(asked, loan)), yuan)
        case ExpectsEligibility(name, wanted):
            eligible = [quote.is_eligible for quote in asked.quotes if quote.name == name]
            return eligible == [wanted], ()
        case ExpectsPrice():
            return _price(asked, expectation)
        case ExpectsShare(name, yuan):
            shares = [q for q in asked.quotes if isinstance(q, PoolShare) and q.name == name]
            return _quoted((share.yuan for share in shares), yuan)
        case ExpectsNoMatch():
            return _outcome(asked, Outcome.UNMATCHED)
        case ExpectsRefusal():
            return _outcome(asked, Outcome.REFUSED)
        case _:
            assert_never(expectation)


def _points(asked: _Asked, account: str | None, expected: Number) -> Got:
    """In every account that the records enter, if none is named."""
    sums: dict[str, Number] = {}
    for entry in asked.entries:
        if account in (None, entry.account):
            sums[entry.account] = simplified(sums.get(entry.account, 0) + entry.points)
    if asked.is_settled and not sums:
        return expected == 0, ()
    is_met = bool(sums) and all(points == expected for points in sums.values())
    return is_met, tuple(number_text(points) for points in sums.values())


def _clauses(entries: Iterable[Entry], number: str) -> Got:
    """The clauses that gave points, or, where all gave 0, those that asked for some."""
    gave: dict[str, None] = {}
    asked: dict[str, None] = {}
    for entry in entries:
        if entry.clause is not None:
            asked[entry.clause.number] = None
            if entry.points:
                gave[entry.clause.number] = None
    numbers = tuple(gave or asked)
    return number in numbers, numbers


def _limits(entries: Iterable[Entry], expected: Limit) -> Got:
    cut_by = [
        adjustment.cause
        for entry in entries
        for adjustment in entry.adjustments
        if isinstance(adjustment.cause, Limit)
    ]
    is_met = any(is_same_rule(cause, expected) for cause in cut_by)
    return is_met, tuple(dict.fromkeys(cause.scan.owner.name for cause in cut_by))


def _flags(asked: _Asked, flag: str) -> Got:
    subjects = (asked.household, asked.person)
    is_open = tuple(
        interval.flag
        for interval in asked.ledger.flags
        if interval.subject in subjects
        # What the points of the last day opened begins on the next.
        and (interval.covers(asked.last_day) or interval.first_day > asked.last_day)
    )
    return flag in is_open, is_open


def _measure(asked: _Asked, expectation: ExpectsMeasure) -> Got:
    if asked.desk is None:
        return False, ()
    kind = asked.desk.ruleset.account(expectation.account).subject_kind
    subjects = (asked.household, asked.person)
    subject = next((item for item in subjects if item is not None and item.kind is kind), None)
    if subject is None:
        return False, ()
    points = asked.desk.points(subject, expectation.account, expectation.measure)
    return points == expectation.points, (number_text(points),)


def _grade(asked: _Asked, grade: str, level: str) -> Got:
    held: list[str] = []
    for subject in (asked.household, asked.person):
        if asked.desk is not None and subject is not None:
            grades = grades_held(asked.desk, subject)
            held.extend(item.level for item in grades if item.grade.name == grade)
    return level in held, tuple(held)


def _loans(asked: _Asked, name: str) -> list[LoanQuote]:
    return [q for q in asked.quotes if isinstance(q, LoanQuote) and q.name == name]


def _price(asked: _Asked, expectation: ExpectsPrice) -> Got:
    return _quoted(
        (
            item.price
            for quote in asked.quotes
            if isinstance(quote, ExchangeQuote) and quote.name == expectation.exchange
            for item in quote.goods
            if item.good.name == expectation.good
        ),
        expectation.points,
    )


def _place(asked: _Asked, board: str, rank: int) -> Got:
    held: list[int] = []
    if asked.desk is not None:
        for subject in (asked.household, asked.person):
            found = None
            if subject is not None:
                found = asked.desk.rankings[board].place_of(subject)
            if found is not None and found[1].is_on_board:
                held.append(found[1].rank)
    return rank in held, tuple(map(str, held))


def _quoted(quoted: Iterable[Number | None], expected: Number) -> Got:
    numbers = [number for number in quoted if number is not None]
    return expected in numbers, tuple(map(number_text, numbers))


def _outcome(asked: _Asked, expected: Outcome) -> Got:
    outcomes = [item.outcome for item in asked.outcomes]
    is_met = bool(outcomes) and all(outcome is expected for outcome in outcomes)
    return is_met, tuple(str(outcome) for outcome in outcomes)
