"""Small makers of ledgers by hand, for tests of what people and hosts read."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.ledger.entry import Adjustment, Entry, EntryKind, RunningQuantity, Valuation
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.ledger import Ledger, LineOutcome
from pointrules.ledger.loan_quote import LoanQuote, RateStep, RateStepKind
from pointrules.ledger.receipt import Receipt
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.account_period import ClosingFloor
from pointrules.model.clause import ScoringClause
from pointrules.model.condition import (
    BehaviourIs,
    Comparison,
    FlagIsOpen,
    GradeCompares,
    Not,
)
from pointrules.model.edition import Edition
from pointrules.model.flag import Flag
from pointrules.model.grade import Grade, GradeBand
from pointrules.model.limit import Beyond, Limit
from pointrules.model.loan import (
    LineByPoints,
    Loan,
    LowestRate,
    NoLowestRate,
    RateRounding,
    RoundedStage,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import NEW_YEAR, MonthDay, Period
from pointrules.model.review import Review, RulingDate
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Counted, Direction, LetThrough, Owner, OwnerKind, Scan
from pointrules.model.schedule import Band, Banded, Linear
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.value import Constant, Value
from pointrules.model.vocabulary import (
    Attribute,
    AttributeValue,
    Behaviour,
    EnumeratedType,
    NumericType,
    TextType,
    Vocabulary,
)
from pointrules.records.line import LineNumber
from pointrules.records.read_facts import RefusedFact
from pointrules.records.record import Record
from pointrules.source.source_file import Span

AT = Span("youyi.points", 0, 0)
RESULT = Attribute("等次", EnumeratedType(("优秀", "差")), optional=False, origin=AT)
HOURS = Attribute("时长", NumericType(UNITS["小时"]), optional=False, origin=AT)
YUAN = Attribute("金额", NumericType(UNITS["元"]), optional=False, origin=AT)
LEVEL = Attribute("级别", EnumeratedType(("省级", "市级", "县级")), optional=False, origin=AT)
MATTER = Attribute("事项", TextType(), optional=False, origin=AT)
ZHANG = Subject(SubjectKind.HOUSEHOLD, "张家")


def clause(
    number: str, text: str | None, behaviour: str, *limits: Limit, value: Value | None = None
) -> ScoringClause:
    return ScoringClause(
        number=number,
        text=text,
        category=None,
        accounts=("积分",),
        behaviours=(behaviour,),
        condition=BehaviourIs((behaviour,), AT),
        value=value or constant(5),
        direction=Direction.GAIN,
        escalation=None,
        best_of=None,
        last_counts=None,
        limits=limits,
        unlimited=not limits,
        stacking=(),
        flags=(),
        clears=(),
        judged_first=False,
        beneficiaries=(),
        multiplier=None,
        validity=None,
        origin=AT,
    )


def constant(points: Number, parameter: str | None = None) -> Constant:
    return Constant(points, parameter, AT)


def limit(  # noqa: PLR0913
    period: Period,
    maximum: Number,
    direction: Direction = Direction.GAIN,
    *,
    counted: Counted = Counted.POINTS,
    owner: Owner | None = None,
    beyond: Beyond = Beyond.CUT,
    key: tuple[Attribute, ...] = (),
) -> Limit:
    owned_by = owner or Owner(OwnerKind.CLAUSE, "3.1")
    scan = Scan(owned_by, period, key, LetThrough(counted, direction, maximum))
    return Limit(scan, beyond, AT)


def record(  # noqa: PLR0913
    record_id: str,
    day: date,
    behaviour: str,
    attributes: Mapping[str, AttributeValue] | None = None,
    *,
    person: str | None = None,
    rules_on: date | None = None,
) -> Record:
    return Record(
        id=record_id,
        at=LineNumber("records.csv", 2),
        occurred_on=day,
        entered_on=day,
        rules_on=rules_on or day,
        behaviour=behaviour,
        household="张家",
        person=person,
        attributes=attributes or {},
        decided=None,
        decided_by=None,
    )


def award(  # noqa: PLR0913
    ruling: ScoringClause,
    source: Record,
    points: Number,
    *adjustments: Adjustment,
    asked: Number | None = None,
    inputs: tuple[tuple[str, AttributeValue], ...] = (),
    running: RunningQuantity | None = None,
) -> Entry:
    assert ruling.value is not None
    valuation = Valuation(ruling.value, inputs, running, points if asked is None else asked)
    return Entry(
        subject=ZHANG,
        account="积分",
        day=source.rules_on,
        kind=EntryKind.AWARD,
        points=points,
        edition="2023.1",
        clause=ruling,
        record=source,
        valuation=valuation,
        adjustments=adjustments,
    )


def closing(kind: EntryKind, day: date, points: Number) -> Entry:
    return Entry(ZHANG, "积分", day, kind, points, "2023.1", None, None, None, ())


def account(
    period_end: PeriodEnd = PeriodEnd.RESET,
    *,
    name: str = "积分",
    kind: SubjectKind = SubjectKind.HOUSEHOLD,
) -> Account:
    return Account(
        name=name,
        subject_kind=kind,
        period_start=NEW_YEAR,
        period_months=12,
        period_end=period_end,
        carry=None,
        open_flag=None,
        base=100,
        newcomers=None,
        precision=1,
        running_floor=None,
        running_ceiling=None,
        closing_floor=ClosingFloor(0, 0),
        closing_ceiling=None,
        limits=(),
        validity=None,
        origin=AT,
    )


STARS = Grade(
    name="星级",
    account="积分",
    measure=Measure.PERIOD,
    bands=(
        GradeBand(120, inclusive=False, level="三星"),
        GradeBand(160, inclusive=False, level="五星"),
    ),
    otherwise="二星",
    origin=AT,
)

THREE_STARS = GradeCompares("星级", Comparison.AT_LEAST, "三星", 1, AT)
NOT_BARRED = Not(FlagIsOpen("取消评优", AT), AT)


def loan(*, full_steps: bool = False, lowest: LowestRate | None = None, line: bool = True) -> Loan:
    """基准利率 5%；每 100 分 降 0.1 个百分点，降幅舍去到 0.01 个百分点。"""
    bands = (Band(120, inclusive=True, value=100000), Band(160, inclusive=True, value=200000))
    return Loan(
        name="村民积分贷",
        eligibility=THREE_STARS,
        base_rate=5,
        account="积分",
        measure=Measure.LIFETIME,
        cut=Linear(0, 100, Fraction(1, 10), full_steps=full_steps, rounding=None),
        rounding=RateRounding(RoundedStage.CUT, Rounding(RoundingMode.DOWN, Fraction(1, 100))),
        largest_cut=None,
        lowest_rate=lowest or NoLowestRate("公开报道未说明"),
        line=LineByPoints("积分", Measure.PERIOD, Banded(bands, 0)) if line else None,
        valid_days=30,
        origin=AT,
    )


def quote_of_583() -> LoanQuote:
    """583 points: 5.83 steps, 0.583 off, cut to 0.58, so 5 − 0.58 = 4.42."""
    return LoanQuote(
        loan=loan(),
        subject=ZHANG,
        as_of=date(2023, 12, 31),
        requirements=(
            Requirement(THREE_STARS, Standing.MET, "五星"),
            Requirement(NOT_BARRED, Standing.MET, None),
        ),
        is_listed=True,
        is_eligible=True,
        points=583,
        steps=(
            RateStep(RateStepKind.STEPS, 583, Fraction(583, 100)),
            RateStep(RateStepKind.CUT, Fraction(583, 100), Fraction(583, 1000)),
            RateStep(RateStepKind.CUT_ROUNDED, Fraction(583, 1000), Fraction(58, 100)),
            RateStep(RateStepKind.RATE, Fraction(58, 100), Fraction(442, 100)),
        ),
        rate=Fraction(442, 100),
        line_points=683,
        line=200000,
        valid_until=date(2024, 1, 30),
    )


def refused_quote(subject: Subject = ZHANG) -> LoanQuote:
    return LoanQuote(
        loan=loan(),
        subject=subject,
        as_of=date(2023, 12, 31),
        requirements=(Requirement(THREE_STARS, Standing.NOT_MET, "二星"),),
        is_listed=True,
        is_eligible=False,
        points=107,
        steps=(),
        rate=None,
        line_points=None,
        line=None,
        valid_until=date(2024, 1, 30),
    )


def stars(level: str, points: Number, subject: Subject = ZHANG) -> GradeHeld:
    return GradeHeld(STARS, subject, points, level, level, None)


def ruleset(
    *clauses: ScoringClause,
    accounts: tuple[Account, ...] = (),
    year_start: MonthDay = NEW_YEAR,
) -> Ruleset:
    return Ruleset(
        edition=Edition(
            "友谊村积分管理细则", "2023.1", date(2023, 6, 1), None, ("友谊村村规民约",), None, None
        ),
        digest="e" * 64,
        year_start=year_start,
        vocabulary=Vocabulary(
            behaviours=(
                Behaviour("卫生检查", (), (RESULT,), AT),
                Behaviour("志愿服务", (), (HOURS,), AT),
                Behaviour("表彰", (), (LEVEL, MATTER), AT),
                Behaviour("乱倒垃圾", (), (), AT),
            ),
            household_attributes=(),
            person_attributes=(),
            flags=(Flag("取消评优", (), AT),),
            deciders=(),
            roles=(),
        ),
        accounts=accounts or (account(),),
        categories=(),
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
            origin=AT,
        ),
        grades=(STARS,),
        boards=(),
        incentives=(loan(),),
        examples=(),
        successions=(),
        overlay=None,
    )


def ledger(  # noqa: PLR0913
    *entries: Entry,
    edition: Ruleset | None = None,
    as_of: date = date(2023, 12, 31),
    known_at: date | None = None,
    subjects: tuple[Subject, ...] = (ZHANG,),
    outcomes: tuple[LineOutcome, ...] = (),
    flags: tuple[FlagInterval, ...] = (),
    refused_facts: tuple[RefusedFact, ...] = (),
    later_lines: int = 0,
) -> Ledger:
    return Ledger(
        editions=(edition or ruleset(),),
        as_of=as_of,
        known_at=known_at,
        subjects=subjects,
        entries=entries,
        flags=flags,
        held=(),
        outcomes=outcomes,
        not_settled=(),
        refused_facts=refused_facts,
        later_lines=later_lines,
        receipt=Receipt(
            "1", ("e" * 64,), "f" * 64, "a" * 64, as_of, known_at, "0123456789abcdef" * 4
        ),
    )
