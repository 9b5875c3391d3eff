"""Short ways to write rulesets, facts and records for tests of the engine."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from pointrules.engine.reference import evaluate
from pointrules.ledger.entry import Entry
from pointrules.ledger.ledger import Ledger, LineOutcome
from pointrules.model.account import Account, Category, PeriodEnd
from pointrules.model.clause import BestOf, Escalation, EscalationStep, ScoringClause, Stacking
from pointrules.model.condition import BehaviourIs, Condition
from pointrules.model.edition import Edition
from pointrules.model.flag import OpensFlag
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number
from pointrules.model.period import NEW_YEAR, Duration, DurationUnit, Interval, Period
from pointrules.model.review import Review, RulingDate
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import (
    Counted,
    Direction,
    HighestSoFar,
    LetThrough,
    Occurrences,
    Owner,
    OwnerKind,
    RunningSum,
    Scan,
)
from pointrules.model.schedule import Schedule
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.value import ByRunningSum, Constant, Value
from pointrules.model.vocabulary import (
    Attribute,
    AttributeType,
    AttributeValue,
    NumericType,
    TextType,
    Vocabulary,
)
from pointrules.records.facts import Facts, SubjectFacts, Timeline
from pointrules.records.line import LineNumber
from pointrules.records.log import Log
from pointrules.records.reason import ReasonCode
from pointrules.records.record import Record
from pointrules.source.source_file import Span

NOWHERE = Span("test", 0, 0)
POINTS = "积分"
ZHANG = Subject(SubjectKind.HOUSEHOLD, "张家")
LI = Subject(SubjectKind.HOUSEHOLD, "李家")
ALWAYS = Interval(date(2000, 1, 1), None)


def day(text: str) -> date:
    return date.fromisoformat(text)


def attribute(name: str, kind: AttributeType | None = None, *, optional: bool = False) -> Attribute:
    return Attribute(name, kind or TextType(), optional, NOWHERE)


HOURS = attribute("时长", NumericType(UNITS["小时"]))
YUAN = attribute("金额", NumericType(UNITS["元"]))
BOTTLES = attribute("瓶数", NumericType(UNITS["瓶"]))
MATTER = attribute("事项")


def constant(points: Number) -> Constant:
    return Constant(points, None, NOWHERE)


def of_clause(number: str) -> Owner:
    return Owner(OwnerKind.CLAUSE, number)


def of_category(name: str) -> Owner:
    return Owner(OwnerKind.CATEGORY, name)


def of_account(name: str) -> Owner:
    return Owner(OwnerKind.ACCOUNT, name)


def limit(  # noqa: PLR0913
    owner: Owner,
    window: Period,
    maximum: Number,
    *,
    direction: Direction = Direction.GAIN,
    counted: Counted = Counted.POINTS,
    beyond: Beyond = Beyond.CUT,
    key: tuple[Attribute, ...] = (),
) -> Limit:
    scan = Scan(owner, window, key, LetThrough(counted, direction, maximum))
    return Limit(scan, beyond, NOWHERE)


def best_of(owner: Owner, *key: Attribute, window: Period | Duration = Period.EVER) -> BestOf:
    return BestOf(Scan(owner, window, key, HighestSoFar()), NOWHERE)


def escalation(
    number: str, *steps: tuple[int, Number], window: Period | Duration | None = None
) -> Escalation:
    rolling = window or Duration(1, DurationUnit.YEAR)
    return Escalation(
        Scan(of_clause(number), rolling, (), Occurrences()),
        tuple(EscalationStep(ordinal, factor) for ordinal, factor in steps),
        NOWHERE,
    )


def cumulative(
    number: str, summed: Attribute | None, schedule: Schedule, window: Period = Period.YEAR
) -> ByRunningSum:
    return ByRunningSum(
        Scan(of_clause(number), window, (), RunningSum(summed, schedule)), None, NOWHERE
    )


def clause(  # noqa: PLR0913
    number: str,
    behaviour: str,
    value: Value | Number | None,
    *,
    accounts: tuple[str, ...] = (POINTS,),
    category: str | None = None,
    condition: Condition | None = None,
    direction: Direction = Direction.NET,
    limits: tuple[Limit, ...] = (),
    escalation: Escalation | None = None,
    best_of: BestOf | None = None,
    stacking: tuple[Stacking, ...] = (),
    flags: tuple[OpensFlag, ...] = (),
) -> ScoringClause:
    return ScoringClause(
        number=number,
        text=None,
        category=category,
        accounts=() if value is None else accounts,
        behaviours=(behaviour,),
        condition=condition or BehaviourIs((behaviour,), NOWHERE),
        value=constant(value) if isinstance(value, int | Fraction) else value,
        direction=direction,
        escalation=escalation,
        best_of=best_of,
        last_counts=None,
        limits=limits,
        unlimited=not limits,
        stacking=stacking,
        flags=flags,
        clears=(),
        judged_first=False,
        beneficiaries=(),
        multiplier=None,
        validity=None,
        origin=NOWHERE,
    )


def account(name: str = POINTS, **changes: object) -> Account:
    plain = Account(
        name=name,
        subject_kind=SubjectKind.HOUSEHOLD,
        period_start=None,
        period_months=12,
        period_end=PeriodEnd.KEEP,
        carry=None,
        open_flag=None,
        base=0,
        newcomers=None,
        precision=1,
        running_floor=None,
        running_ceiling=None,
        closing_floor=None,
        closing_ceiling=None,
        limits=(),
        validity=None,
        origin=NOWHERE,
    )
    return replace(plain, **changes)  # a shorthand of tests


def yearly(name: str = POINTS, **changes: object) -> Account:
    settings = {"period_start": NEW_YEAR, "period_end": PeriodEnd.RESET, **changes}
    return account(name, **settings)


def category(
    name: str, *limits: Limit, best_of: BestOf | None = None, accounts: tuple[str, ...] = (POINTS,)
) -> Category:
    return Category(name, accounts, limits, best_of, None, NOWHERE)


def ruleset(
    *clauses: ScoringClause,
    accounts: tuple[Account, ...] = (),
    categories: tuple[Category, ...] = (),
    first_day: str = "2023-01-01",
    version: str = "2023.1",
    **changes: object,
) -> Ruleset:
    plain = Ruleset(
        edition=Edition("测试细则", version, day(first_day), None, (), None, None),
        digest=version,
        year_start=NEW_YEAR,
        vocabulary=Vocabulary((), (), (), (), (), ()),
        accounts=accounts or (account(),),
        categories=categories,
        groups=(),
        clauses=clauses,
        review=Review(
            asks_approval=True,
            stages=(),
            notice_days=0,
            asks_no_objection=False,
            filing=None,
            recusal=None,
            ruling_date=RulingDate.OCCURRED,
            origin=NOWHERE,
        ),
        grades=(),
        boards=(),
        incentives=(),
        examples=(),
        successions=(),
        overlay=None,
    )
    return replace(plain, **changes)  # a shorthand of tests


def record(  # noqa: PLR0913
    record_id: str,
    occurred_on: str,
    behaviour: str,
    *,
    household: str | None = "张家",
    person: str | None = None,
    rules_on: str | None = None,
    decided: Number | None = None,
    decided_by: str | None = None,
    **attributes: AttributeValue,
) -> Record:
    occurred = day(occurred_on)
    return Record(
        id=record_id,
        at=LineNumber("records.csv", int(record_id.strip("rR") or 0) + 1),
        occurred_on=occurred,
        entered_on=occurred,
        rules_on=day(rules_on) if rules_on else occurred,
        behaviour=behaviour,
        household=household,
        person=person,
        attributes=attributes,
        decided=decided,
        decided_by=decided_by,
    )


def listed(
    subjects: Sequence[Subject] = (ZHANG, LI),
    *,
    spells: Mapping[Subject, tuple[Interval, ...]] | None = None,
    values: Mapping[tuple[Subject, str], AttributeValue] | None = None,
) -> Facts:
    """Facts of subjects that are always on the register, but for `spells`."""
    known: dict[SubjectKind, dict[str, SubjectFacts]] = {kind: {} for kind in SubjectKind}
    for subject in subjects:
        timelines = {
            name: Timeline((ALWAYS.first,), ((ALWAYS, value),))
            for (whose, name), value in (values or {}).items()
            if whose == subject
        }
        known[subject.kind][subject.id] = SubjectFacts(
            (spells or {}).get(subject, (ALWAYS,)), timelines
        )
    households, persons = known.pop(SubjectKind.HOUSEHOLD), known.pop(SubjectKind.PERSON)
    return Facts(households, persons, known, "facts")


def ledger_of(
    rules: Ruleset | tuple[Ruleset, ...],
    *records: Record,
    facts: Facts | None = None,
    as_of: str = "2024-12-31",
) -> Ledger:
    editions = rules if isinstance(rules, tuple) else (rules,)
    log = Log(records, {}, (), (), (), (), 0, "log")
    return evaluate(editions, facts or listed(), log, day(as_of))


def amounts(ledger: Ledger, name: str = POINTS, subject: Subject | None = None) -> list[Number]:
    """The points of all entries in an account, in order."""
    return [
        entry.points
        for entry in ledger.entries
        if entry.account == name and subject in (None, entry.subject)
    ]


def entry_of(ledger: Ledger, record_id: str, name: str = POINTS) -> Entry:
    """The entry of a record in an account."""
    (entry,) = (
        entry
        for entry in ledger.entries
        if entry.record is not None and entry.record.id == record_id and entry.account == name
    )
    return entry


def outcome_of(ledger: Ledger, record_id: str) -> LineOutcome:
    (outcome,) = (item for item in ledger.outcomes if item.record_id == record_id)
    return outcome


def refusal_of(ledger: Ledger, record_id: str) -> ReasonCode | None:
    reason = outcome_of(ledger, record_id).reason
    return None if reason is None else reason.code
