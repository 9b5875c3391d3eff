"""Grades held and loans quoted at a ledger's date, with every step of the arithmetic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from pointrules.engine.judgement import History
from pointrules.engine.truth import truth
from pointrules.ledger.ledger import Ledger
from pointrules.ledger.measures import Accounts, by_account, measure
from pointrules.ledger.offer import (
    GradeHeld,
    LoanQuote,
    RateStep,
    RateStepKind,
    Requirement,
    Standing,
)
from pointrules.model.condition import (
    And,
    ComparesDate,
    ComparesNumber,
    Condition,
    EqualsNumber,
    GradeCompares,
    IsOneOf,
    MeasureCompares,
    Operand,
    RecordAttribute,
)
from pointrules.model.grade import Grade
from pointrules.model.incentive import LineByPoints, Loan, LowestRate, RoundedStage
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, number_text, simplified
from pointrules.model.period import Period, period_of
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.schedule import Linear, schedule_value
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.record import Record

Given = Mapping[tuple[Subject, str, Measure], Number]
"""Measures taken as stated, by subject, account and measure: examples state them."""


@dataclass(frozen=True, slots=True)
class OfferDesk:
    """Everything that grades and loans are read from, at the ledger's date.

    `ruleset` is the edition of that date. `given` overrides what the entries say.
    """

    ledger: Ledger
    ruleset: Ruleset
    facts: Facts
    history: History
    accounts: Accounts
    given: Given = field(default_factory=dict)

    def points(self, subject: Subject, account_name: str, what: Measure) -> Number:
        """A measure of a subject."""
        stated = self.given.get((subject, account_name, what))
        if stated is not None:
            return stated
        account = self.ruleset.account(account_name)
        entries = self.accounts.get((subject, account_name), ())
        year_start = self.ruleset.year_start
        as_of = self.ledger.as_of
        return measure(entries, subject, account, what, as_of=as_of, year_start=year_start)


def offer_desk(
    ledger: Ledger, facts: Facts, records: Sequence[Record], given: Given | None = None
) -> OfferDesk | None:
    """The desk of `ledger`, made from `facts` and `records`; None where no edition is in force."""
    ruleset = edition_on(ledger.editions, ledger.as_of)
    if ruleset is None:
        return None
    accounts = by_account(ledger.entries)
    return OfferDesk(ledger, ruleset, facts, History(records), accounts, given or {})


def grades_held(desk: OfferDesk, subject: Subject) -> tuple[GradeHeld, ...]:
    """The grades of a subject, in the order of the ruleset."""
    return tuple(
        _grade_held(desk, grade, subject)
        for grade in desk.ruleset.grades
        if desk.ruleset.account(grade.account).subject_kind is subject.kind
    )


def loan_quotes(desk: OfferDesk, subject: Subject) -> tuple[LoanQuote, ...]:
    """The loans quoted to a subject, in the order of the ruleset."""
    return tuple(
        _quote(desk, loan, subject)
        for loan in desk.ruleset.incentives
        if desk.ruleset.account(loan.account).subject_kind is subject.kind
    )


def rate_steps(loan: Loan, points: Number) -> tuple[RateStep, ...]:
    """From points to the rate, step by step; the rate is what the last step gives."""
    steps = [RateStep(RateStepKind.STEPS, points, _steps(loan.cut, points))]
    cut = schedule_value(loan.cut, points)
    steps.append(RateStep(RateStepKind.CUT, steps[-1].after, cut))
    rounding = loan.rounding
    if rounding is not None and rounding.stage is RoundedStage.CUT:
        cut = _rounded(steps, RateStepKind.CUT_ROUNDED, cut, rounding.rounding)
    if loan.largest_cut is not None:
        before, cut = cut, min(cut, loan.largest_cut)
        steps.append(RateStep(RateStepKind.LARGEST_CUT, before, cut))
    rate = simplified(loan.base_rate - cut)
    steps.append(RateStep(RateStepKind.RATE, cut, rate))
    if rounding is not None and rounding.stage is RoundedStage.RATE:
        rate = _rounded(steps, RateStepKind.RATE_ROUNDED, rate, rounding.rounding)
    if isinstance(loan.lowest_rate, LowestRate):
        before, rate = rate, max(rate, loan.lowest_rate.percent)
        steps.append(RateStep(RateStepKind.LOWEST_RATE, before, rate))
    if rate < 0:
        steps.append(RateStep(RateStepKind.NOT_BELOW_ZERO, rate, 0))
    return tuple(steps)


def _quote(desk: OfferDesk, loan: Loan, subject: Subject) -> LoanQuote:
    """A quote; one who is not eligible is told the points, but neither rate nor line."""
    points = desk.points(subject, loan.account, loan.measure)
    requirements = _requirements(desk, loan, subject)
    is_listed = desk.facts.is_listed(subject, desk.ledger.as_of)
    is_eligible = is_listed and all(item.standing is Standing.MET for item in requirements)
    steps = rate_steps(loan, points) if is_eligible else ()
    line_points: Number | None = None
    line: Number | None = None
    if isinstance(loan.line, LineByPoints):
        line_points = desk.points(subject, loan.line.account, loan.line.measure)
        line = schedule_value(loan.line.bands, line_points) if is_eligible else None
    return LoanQuote(
        loan=loan,
        subject=subject,
        as_of=desk.ledger.as_of,
        requirements=requirements,
        is_listed=is_listed,
        is_eligible=is_eligible,
        points=points,
        steps=steps,
        rate=steps[-1].after if steps else None,
        line_points=line_points,
        line=line,
        valid_until=desk.ledger.as_of + timedelta(days=loan.valid_days),
    )


def _steps(cut: Linear, points: Number) -> Number:
    """How many steps `points` are above the start; below it none."""
    above = points - cut.start
    if above <= 0:
        return 0
    steps = Fraction(above) / cut.step
    return steps.numerator // steps.denominator if cut.full_steps else simplified(steps)


def _rounded(
    steps: list[RateStep], kind: RateStepKind, before: Number, rounding: Rounding
) -> Number:
    after = rounding.of(before)
    steps.append(RateStep(kind, before, after))
    return after


def _grade_held(desk: OfferDesk, grade: Grade, subject: Subject) -> GradeHeld:
    points = desk.points(subject, grade.account, grade.measure)
    return GradeHeld(grade, subject, points, grade.levels[grade.rank_at(points)])


def _requirements(desk: OfferDesk, loan: Loan, subject: Subject) -> tuple[Requirement, ...]:
    if loan.eligibility is None:
        return ()
    moment = OfferMoment(desk, subject)
    parts = loan.eligibility.items if isinstance(loan.eligibility, And) else (loan.eligibility,)
    standings = {True: Standing.MET, False: Standing.NOT_MET, None: Standing.NOT_KNOWN}
    return tuple(
        Requirement(part, standings[truth(part, moment)], _found(part, moment)) for part in parts
    )


@dataclass(frozen=True, slots=True)
class OfferMoment:
    """What the conditions of an offer read: a subject at the ledger's date."""

    desk: OfferDesk
    subject: Subject

    @property
    def day(self) -> date:
        """The date of the offer."""
        return self.desk.ledger.as_of

    @property
    def behaviour(self) -> str:
        """Offers are not about a record."""
        msg = "an offer's condition asks for the behaviour of a record"
        raise AssertionError(msg)

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """A dated attribute of the subject, or of the household that a person belongs to."""
        if isinstance(operand, RecordAttribute):
            msg = f"an offer's condition reads {operand.attribute.name} of a record"
            raise TypeError(msg)
        subject = self._of_kind(operand.kind)
        if subject is None:
            return None
        return self.desk.facts.value(subject.kind, subject.id, operand.attribute.name, self.day)

    def flag_is_open(self, flag: str) -> bool:
        """Whether the flag is open on the subject, or on a person's household."""
        subjects = [self._of_kind(kind) for kind in SubjectKind]
        return any(
            interval.flag == flag
            and interval.subject in subjects
            and interval.first_day <= self.day <= interval.last_day
            for interval in self.desk.ledger.flags
        )

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Whether there is a record of it in the period up to the offer's date."""
        days = period_of(period, self.day, self.desk.ruleset.year_start)
        who = (self.subject.kind, self.subject.id)
        return self.desk.history.has(who, behaviour, days, up_to=self.day)

    def grade_rank(self, grade: str) -> int | None:
        """The rank of the grade that the subject holds."""
        held = next(item for item in self.desk.ruleset.grades if item.name == grade)
        points = self.points(held.account, held.measure)
        return None if points is None else held.rank_at(points)

    def points(self, account: str, measure: Measure) -> Number | None:
        """A measure of the subject, or of a person's household; of a member it is not known."""
        subject = self._of_kind(self.desk.ruleset.account(account).subject_kind)
        return None if subject is None else self.desk.points(subject, account, measure)

    def _of_kind(self, kind: SubjectKind) -> Subject | None:
        if self.subject.kind is kind:
            return self.subject
        if kind is SubjectKind.PERSON:
            return None
        household = self.desk.facts.household_of(self.subject.id, self.day)
        return None if household is None else Subject(kind, household)


def _found(condition: Condition, moment: OfferMoment) -> str | None:
    """What a requirement was compared with; None where that is no value or is not known."""
    match condition:
        case GradeCompares():
            rank = moment.grade_rank(condition.grade)
            grade = next(
                item for item in moment.desk.ruleset.grades if item.name == condition.grade
            )
            return None if rank is None else grade.levels[rank]
        case MeasureCompares():
            points = moment.points(condition.account, condition.measure)
            return None if points is None else number_text(points)
        case ComparesDate(operand=None):
            return moment.day.isoformat()
        case IsOneOf(operand) | ComparesNumber(operand) | EqualsNumber(operand):
            return _text(moment.value_of(operand))
        case ComparesDate(operand) if operand is not None:
            return _text(moment.value_of(operand))
        case _:
            return None


def _text(value: AttributeValue | None) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    return number_text(value)
