"""Generated villages: rulesets of the model with facts and lines of a log that fit them.

Numbers, names and days are few, so that limits bite, matters meet and windows overlap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from engines import Engine
from pointrules.ledger.ledger import Ledger
from pointrules.model.account import Account, Category, PeriodEnd
from pointrules.model.account_period import ClosingFloor
from pointrules.model.clause import (
    BestOf,
    Escalation,
    EscalationStep,
    ScoringClause,
    Stacking,
    StackingKind,
)
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesDate,
    ComparesNumber,
    Comparison,
    Condition,
    FlagIsOpen,
    IsOneOf,
    IsTrue,
    NoRecordOf,
    Not,
    Or,
    RecordAttribute,
    SubjectAttribute,
)
from pointrules.model.edition import Edition
from pointrules.model.flag import Flag, OpensFlag, UntilPeriodEnd
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import NEW_YEAR, Duration, DurationUnit, Interval, MonthDay, Period
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
from pointrules.model.schedule import Band, Banded, Bracket, Linear, Progressive, Schedule
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.value import (
    ByRunningSum,
    Constant,
    Discretion,
    Lookup,
    LookupRow,
    PerQuantity,
    Value,
)
from pointrules.model.vocabulary import (
    Attribute,
    Behaviour,
    EnumeratedType,
    NumericType,
    TextType,
    Vocabulary,
    YesNoType,
)
from pointrules.records.facts import MEMBERSHIP, Facts, SubjectFacts, Timeline
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import Log, log_from
from pointrules.source.source_file import Span

NOWHERE = Span("generated", 0, 0)
_RULING_DATES = (RulingDate.OCCURRED, RulingDate.REVIEWED, RulingDate.ENTERED)
LEVELS = ("省级", "市级", "县级")
HOURS = Attribute("时长", NumericType(UNITS["小时"]), optional=False, origin=NOWHERE)
LEVEL = Attribute("级别", EnumeratedType(LEVELS), optional=False, origin=NOWHERE)
MATTER = Attribute("事项", TextType(), optional=True, origin=NOWHERE)
LOW_INCOME = Attribute("低保", YesNoType(), optional=False, origin=NOWHERE)
BEHAVIOURS = ("甲", "乙")
FLAGS = ("取消评优", "停止兑换")
DECIDER = "评议会"
HOUSEHOLDS = ("张家", "李家")
MEMBERS = {"张三": "张家", "张四": "张家", "李五": "李家"}
FIRST_DAY = date(2022, 6, 1)
SECOND_EDITION = date(2023, 4, 1)
LAST_DAY = date(2024, 2, 29)
HALF = Fraction(1, 2)

VOCABULARY = Vocabulary(
    tuple(Behaviour(name, (), (HOURS, LEVEL, MATTER), NOWHERE) for name in BEHAVIOURS),
    (LOW_INCOME,),
    (),
    tuple(Flag(name, (), NOWHERE) for name in FLAGS),
    (DECIDER,),
    (),
)

days = st.one_of(
    st.dates(FIRST_DAY, LAST_DAY),
    st.dates(date(2023, 3, 20), date(2023, 4, 10)),
    st.dates(date(2023, 12, 20), date(2024, 1, 15)),
)
points: st.SearchStrategy[Number] = st.sampled_from(
    [5, 8, 20, -20, -5, 2, 1, 0, HALF, Fraction(-3, 2)]
)
factors: st.SearchStrategy[Number] = st.sampled_from([2, Fraction(3, 2)])
precisions: st.SearchStrategy[Number] = st.sampled_from([HALF, HALF, 1])
maxima = st.sampled_from([10, 3, 25, 0])
windows = st.sampled_from(list(Period))
calendar_windows = st.sampled_from([Period.MONTH, Period.QUARTER, Period.YEAR, Period.EVER])
rolling_windows = st.builds(Duration, st.integers(1, 6), st.sampled_from(list(DurationUnit)))
any_windows = st.one_of(calendar_windows, rolling_windows)
keys = st.sampled_from([(), (LEVEL,), (MATTER,)])


@dataclass(frozen=True)
class Village:
    """Editions, facts and lines that belong together."""

    editions: tuple[Ruleset, ...]
    facts: Facts
    lines: tuple[RawLine, ...]

    def log(self, known_at: date | None = None) -> Log:
        """What the lines say."""
        return log_from(self.lines, self.editions, self.facts, known_at, LAST_DAY)

    def ledger(self, engine: Engine, as_of: date = LAST_DAY) -> Ledger:
        """The ledger that `engine` makes of it."""
        return engine(self.editions, self.facts, self.log(), as_of, None)


@st.composite
def limits_of(
    draw: st.DrawFn,
    owner: Owner,
    directions: tuple[Direction, ...] = (Direction.GAIN, Direction.LOSS),
) -> tuple[Limit, ...]:
    """Up to two limits."""
    drawn = []
    for _ in range(draw(st.sampled_from([1, 0, 2]))):
        direction = draw(st.sampled_from(directions))
        counted = Counted.POINTS
        if direction is not Direction.NET:
            counted = draw(st.sampled_from([Counted.POINTS, Counted.POINTS, Counted.TIMES]))
        window = draw(windows) if direction is not Direction.NET else Period.EVER
        maximum = draw(maxima)
        key = draw(keys) if owner.kind is OwnerKind.CLAUSE else ()
        scan = Scan(owner, window, key, LetThrough(counted, direction, maximum))
        drawn.append(Limit(scan, draw(st.sampled_from(list(Beyond))), NOWHERE))
    return tuple(drawn)


def best_of(owner: Owner) -> st.SearchStrategy[BestOf | None]:
    """None, or of one matter within any window."""
    scans = st.builds(Scan, st.just(owner), any_windows, keys, st.just(HighestSoFar()))
    return st.one_of(st.none(), st.builds(BestOf, scans, st.just(NOWHERE)))


@st.composite
def accounts(draw: st.DrawFn, name: str, kind: SubjectKind) -> Account:
    """An account that is reset, carried or kept, with any of the floors and limits."""
    period_end = draw(st.sampled_from(list(PeriodEnd)))
    starts = st.sampled_from([NEW_YEAR, MonthDay(1, 10), MonthDay(7, 1)])
    owner = Owner(OwnerKind.ACCOUNT, name)
    return Account(
        name=name,
        subject_kind=kind,
        period_start=None if period_end is PeriodEnd.KEEP else draw(starts),
        period_months=12,
        period_end=period_end,
        carry=None,
        open_flag=None,
        base=draw(st.sampled_from([0, 10])),
        newcomers=None,
        precision=draw(precisions),
        running_floor=draw(st.sampled_from([None, None, 0])),
        running_ceiling=None,
        closing_floor=draw(st.sampled_from([None, ClosingFloor(0, 0), ClosingFloor(20, 20)])),
        closing_ceiling=None,
        limits=draw(limits_of(owner, (Direction.GAIN, Direction.LOSS, Direction.NET))),
        validity=None,
        origin=NOWHERE,
    )


@st.composite
def conditions(draw: st.DrawFn, behaviour: str) -> Condition:
    """The behaviour, alone or with something more."""
    named = BehaviourIs((behaviour,), NOWHERE)
    leaves: list[Condition] = [
        ComparesNumber(RecordAttribute(HOURS), draw(st.sampled_from(Comparison)), 2, NOWHERE),
        IsOneOf(RecordAttribute(LEVEL), LEVELS[:2], NOWHERE),
        ComparesDate(None, draw(st.sampled_from(Comparison)), date(2023, 1, 1), NOWHERE),
        IsTrue(SubjectAttribute(SubjectKind.HOUSEHOLD, LOW_INCOME), NOWHERE),
        FlagIsOpen(draw(st.sampled_from(FLAGS)), NOWHERE),
        Not(FlagIsOpen(draw(st.sampled_from(FLAGS)), NOWHERE), NOWHERE),
        NoRecordOf(draw(st.sampled_from(BEHAVIOURS)), draw(calendar_windows), NOWHERE),
    ]
    added = draw(st.lists(st.sampled_from(leaves), max_size=2))
    if not added or draw(st.booleans()):
        return named
    more = Or(tuple(added), NOWHERE) if draw(st.booleans()) else And(tuple(added), NOWHERE)
    return And((named, more), NOWHERE)


@st.composite
def values(draw: st.DrawFn, owner: Owner) -> Value:
    """Any of the five kinds of value."""
    rounding = Rounding(RoundingMode.DOWN, HALF)
    full_steps = draw(st.booleans())
    linear = Linear(0, 2, draw(points), full_steps, None if full_steps else rounding)
    sums: list[Schedule] = [
        linear,
        Banded((Band(3, inclusive=True, value=2), Band(8, inclusive=False, value=5)), 0),
        Progressive((Bracket(0, 1, 1, full_steps=True), Bracket(5, 2, 1, full_steps=True)), None),
    ]
    scan = Scan(
        owner,
        draw(any_windows),
        draw(keys),
        RunningSum(draw(st.sampled_from([HOURS, None])), draw(st.sampled_from(sums))),
    )
    rows = tuple(LookupRow((level,), draw(points)) for level in LEVELS[:2])
    kinds: list[Value] = [
        Constant(draw(points), None, NOWHERE),
        Constant(draw(points), None, NOWHERE),
        PerQuantity(HOURS, linear, NOWHERE),
        Lookup((LEVEL,), rows, draw(points), NOWHERE),
        ByRunningSum(scan, None, NOWHERE),
        Discretion(DECIDER, -2, 5, NOWHERE),
    ]
    return draw(st.sampled_from(kinds))


@st.composite
def clauses(draw: st.DrawFn, number: str, names: tuple[str, ...]) -> ScoringClause:
    """A clause on one behaviour, entering one or more of the accounts."""
    owner = Owner(OwnerKind.CLAUSE, number)
    behaviour = draw(st.sampled_from(BEHAVIOURS))
    value = draw(st.one_of(values(owner), values(owner), values(owner), st.none()))
    is_simple = not isinstance(value, ByRunningSum)
    occurrences = Scan(owner, draw(any_windows), (), Occurrences())
    steps = (EscalationStep(2, draw(factors)), EscalationStep(3, 3))
    escalation = Escalation(occurrences, steps, NOWHERE)
    opens = OpensFlag(
        draw(st.sampled_from(FLAGS)),
        draw(st.one_of(rolling_windows, st.just(UntilPeriodEnd(Period.YEAR)), days)),
        SubjectKind.HOUSEHOLD,
        NOWHERE,
    )
    flags = draw(st.sampled_from([(), (), (opens,)])) if value is not None else (opens,)
    others = draw(st.sampled_from([(), (), ("1",), ("2",)]))
    stacking = (Stacking(StackingKind.PRECEDES, others, NOWHERE),) if others else ()
    entered = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return ScoringClause(
        number=number,
        text=None,
        category=draw(st.sampled_from([None, "类别"])),
        accounts=() if value is None else tuple(name for name in names if name in entered),
        behaviours=(behaviour,),
        condition=draw(conditions(behaviour)),
        value=value,
        direction=Direction.NET,
        escalation=draw(st.sampled_from([None, escalation])) if is_simple else None,
        best_of=draw(best_of(owner)) if is_simple else None,
        last_counts=None,
        limits=draw(limits_of(owner)),
        unlimited=False,
        stacking=tuple(item for item in stacking if number not in item.clauses),
        flags=flags,
        clears=(),
        judged_first=False,
        beneficiaries=(),
        multiplier=None,
        validity=None,
        origin=NOWHERE,
    )


@st.composite
def rulesets(draw: st.DrawFn, first_day: date = FIRST_DAY) -> Ruleset:
    """One edition with up to three accounts, a category and up to five clauses."""
    kept = [
        draw(accounts("积分", SubjectKind.HOUSEHOLD)),
        draw(accounts("荣誉", SubjectKind.HOUSEHOLD)),
        draw(accounts("个人", SubjectKind.PERSON)),
    ][: draw(st.sampled_from([1, 2, 3]))]
    names = tuple(account.name for account in kept)
    owner = Owner(OwnerKind.CATEGORY, "类别")
    category = Category("类别", names, draw(limits_of(owner)), draw(best_of(owner)), None, NOWHERE)
    numbers = [str(number) for number in range(1, draw(st.sampled_from([3, 5, 1])) + 1)]
    return Ruleset(
        edition=Edition("细则", first_day.isoformat(), first_day, None, (), None, None),
        digest=first_day.isoformat(),
        year_start=draw(st.sampled_from([NEW_YEAR, MonthDay(4, 1)])),
        vocabulary=VOCABULARY,
        accounts=tuple(kept),
        categories=(category,),
        groups=(),
        clauses=tuple(draw(clauses(number, names)) for number in numbers),
        review=Review(
            asks_approval=True,
            stages=(),
            notice_days=0,
            asks_no_objection=False,
            filing=None,
            recusal=None,
            ruling_date=draw(st.sampled_from(_RULING_DATES)),
            origin=NOWHERE,
        ),
        grades=(),
        boards=(),
        incentives=(),
        examples=(),
        successions=(),
        overlay=None,
    )


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Two households and their members; some come later, some attributes nobody registered."""
    whole = Interval(FIRST_DAY, None)
    households = {}
    for name in HOUSEHOLDS:
        listed = draw(st.sampled_from([whole, whole, whole, Interval(date(2023, 2, 1), None)]))
        low_income = draw(st.sampled_from([True, False, None]))
        timelines = {} if low_income is None else {LOW_INCOME.name: _always(low_income)}
        households[name] = SubjectFacts((listed,), timelines)
    persons = {
        name: SubjectFacts((whole,), {MEMBERSHIP: _always(household)})
        for name, household in MEMBERS.items()
    }
    return Facts(households, persons, {}, "facts")


def _always(value: bool | str) -> Timeline:  # noqa: FBT001
    return Timeline((FIRST_DAY,), ((Interval(FIRST_DAY, None), value),))


@st.composite
def fields(draw: st.DrawFn, line_id: str) -> Mapping[str, str]:
    """The cells of one record; now and then one that is wanting or does not fit."""
    occurred = draw(days)
    cells = {
        "id": line_id,
        "occurred_on": occurred.isoformat(),
        "entered_on": (occurred + timedelta(days=draw(st.integers(0, 40)))).isoformat(),
        "behaviour": draw(st.sampled_from([*BEHAVIOURS] * 8 + ["赶集"])),
        "status": draw(st.sampled_from(["approved"] * 12 + ["pending", "rejected"])),
        "时长": draw(st.sampled_from(["3", "2", "1", "0", "0.5"])),
        "级别": draw(st.sampled_from(LEVELS)),
    }
    if cells["status"] != "pending":
        reviewed = occurred + timedelta(days=draw(st.integers(0, 60)))
        cells["reviewed_on"] = reviewed.isoformat()
    if draw(st.integers(0, 9)) < 9:
        cells["事项"] = draw(st.sampled_from(["好人", "孝亲"]))
    if draw(st.booleans()):
        cells["person"] = draw(st.sampled_from(sorted(MEMBERS)))
    else:
        cells["household"] = draw(st.sampled_from(HOUSEHOLDS))
    if draw(st.integers(0, 5)) == 5:
        cells["decided"] = draw(st.sampled_from(["1", "5", "-2", "6"]))
        cells["decided_by"] = DECIDER
    return cells


@st.composite
def second_thoughts(
    draw: st.DrawFn, lines: Sequence[Mapping[str, str]]
) -> tuple[Mapping[str, str], ...]:
    """Up to four lines on `lines`: voids, replacements, repeats, and ids taken for something else.

    They may be about each other too, and wait for their review.
    """
    made: list[Mapping[str, str]] = []
    for number in range(draw(st.sampled_from([0, 2, 4])) if lines else 0):
        about = draw(st.sampled_from([*lines, *made]))
        cells: dict[str, str] = {}
        match draw(st.sampled_from(["replace", "void", "repeat", "replace", "contradict"])):
            case "void":
                status = draw(st.sampled_from(["approved", "approved", "pending"]))
                cells |= {"id": f"v{number}", "kind": "void", "status": status}
                cells |= {"refers_to": about["id"], "entered_on": draw(days).isoformat()}
            case "replace":
                cells |= draw(fields(f"v{number}"))
                cells |= {"kind": "replace", "refers_to": about["id"]}
            case "repeat":
                entered = date.fromisoformat(about["entered_on"])
                entered += timedelta(days=draw(st.sampled_from([0, 0, 9])))
                cells |= {**about, "entered_on": entered.isoformat()}
            case _:
                cells |= draw(fields(about["id"]))
        made.append(cells)
    return tuple(made)


@st.composite
def villages(draw: st.DrawFn, *, editions: int = 2) -> Village:
    """A village with up to `editions` editions and up to twenty records."""
    drawn = [draw(rulesets())]
    if editions > 1 and draw(st.booleans()):
        drawn.append(draw(rulesets(SECOND_EDITION)))
    count = draw(st.sampled_from([12, 20, 8, 1, 0]))
    recorded = [draw(fields(f"r{number:02}")) for number in range(count)]
    lines = tuple(
        RawLine(LineNumber("records.csv", number), cells)
        for number, cells in enumerate([*recorded, *draw(second_thoughts(recorded))], start=2)
    )
    return Village(tuple(drawn), draw(facts()), lines)
