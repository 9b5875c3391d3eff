"""How many records a second the reference engine scores, with full entries, on 40 clauses.

    python benchmarks/reference_engine.py [VILLAGES]

Workload: 40 clauses with conditions on a quantity, a level and dates, escalation, amounts per
quantity, level tables, best-of, a flag that stops awards, monthly limits per clause and yearly ones
per category; 100 households with 50 records each per village. Its numbers are invented.
"""
# ruff: noqa: INP001 - a folder of scripts, no package

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from pointrules.engine.reference import evaluate
from pointrules.model.account import Account, Category, PeriodEnd
from pointrules.model.clause import (
    BestOf,
    Escalation,
    EscalationStep,
    OpensFlag,
    ScoringClause,
    UntilPeriodEnd,
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
    Not,
    RecordAttribute,
)
from pointrules.model.edition import Edition
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
    Scan,
)
from pointrules.model.schedule import Linear
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.value import Constant, Lookup, LookupRow, PerQuantity, Value
from pointrules.model.vocabulary import (
    Attribute,
    AttributeValue,
    EnumeratedType,
    NumericType,
    TextType,
    Vocabulary,
)
from pointrules.records.facts import Facts, SubjectFacts
from pointrules.records.line import LineNumber
from pointrules.records.log import Log
from pointrules.records.record import Record
from pointrules.source.source_file import Span

NOWHERE = Span("benchmark", 0, 0)
LEVELS = ("国家级", "省级", "市级", "县级", "乡级")
HOURS = Attribute("时长", NumericType(UNITS["小时"]), optional=False, origin=NOWHERE)
LEVEL = Attribute("级别", EnumeratedType(LEVELS), optional=False, origin=NOWHERE)
MATTER = Attribute("事项", TextType(), optional=False, origin=NOWHERE)
BEHAVIOURS = 32
HOUSEHOLDS = 100
RECORDS_EACH = 50
FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2023, 12, 31)


def a_limit(kind: OwnerKind, name: str, window: Period, maximum: Number, way: Direction) -> Limit:
    """A cutting limit on points."""
    transfer = LetThrough(Counted.POINTS, way, maximum)
    return Limit(Scan(Owner(kind, name), window, (), transfer), Beyond.CUT, NOWHERE)


def a_value(index: int) -> Value:
    """Constant, per quantity, or from a table of levels, in turn."""
    if index % 4 == 1:
        schedule = Linear(0, 1, 2, full_steps=index % 8 == 1, rounding=None)
        return PerQuantity(HOURS, schedule, NOWHERE)
    if index % 4 == 2:  # noqa: PLR2004
        rows = tuple(LookupRow((level,), 10 - 2 * place) for place, level in enumerate(LEVELS))
        return Lookup((LEVEL,), rows, None, NOWHERE)
    return Constant(-5 if index % 4 == 3 else 5, None, NOWHERE)  # noqa: PLR2004


def a_condition(index: int, behaviour: str) -> Condition:
    """The behaviour alone, or with a quantity, a level, a month, or a flag not open."""
    named = BehaviourIs((behaviour,), NOWHERE)
    extra: dict[int, Condition] = {
        1: ComparesNumber(RecordAttribute(HOURS), Comparison.AT_LEAST, 2, NOWHERE),
        2: IsOneOf(RecordAttribute(LEVEL), LEVELS[:3], NOWHERE),
        3: ComparesDate(None, Comparison.AT_LEAST, date(2023, 3, 1), NOWHERE),
        4: Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE),
    }
    added = extra.get(index % 5)
    return named if added is None else And((named, added), NOWHERE)


def a_clause(index: int) -> ScoringClause:
    """Clause number `index`; eight behaviours have a second clause."""
    number, behaviour = f"{index + 1}", f"行为{index % BEHAVIOURS}"
    value = a_value(index)
    way = Direction.LOSS if index % 4 == 3 else Direction.GAIN  # noqa: PLR2004
    owner = Owner(OwnerKind.CLAUSE, number)
    rolling = Duration(1, DurationUnit.YEAR)
    flags = (OpensFlag("取消评优", UntilPeriodEnd(Period.YEAR), SubjectKind.HOUSEHOLD, NOWHERE),)
    return ScoringClause(
        number=number,
        text=None,
        category=f"类别{index % 4}",
        accounts=("积分",),
        behaviours=(behaviour,),
        condition=a_condition(index, behaviour),
        value=value,
        direction=way,
        escalation=Escalation(
            Scan(owner, rolling, (), Occurrences()), (EscalationStep(2, 2),), NOWHERE
        )
        if index % 8 == 3  # noqa: PLR2004
        else None,
        best_of=BestOf(Scan(owner, Period.EVER, (MATTER,), HighestSoFar()), NOWHERE)
        if index % 8 == 2  # noqa: PLR2004
        else None,
        limits=(a_limit(OwnerKind.CLAUSE, number, Period.MONTH, 12, way),),
        unlimited=False,
        stacking=(),
        flags=flags if index == 39 else (),  # noqa: PLR2004
        validity=None,
        origin=NOWHERE,
    )


def forty_clauses() -> Ruleset:
    """The ruleset of the workload."""
    categories = tuple(
        Category(
            name,
            ("积分",),
            (
                a_limit(OwnerKind.CATEGORY, name, Period.YEAR, 60, Direction.GAIN),
                a_limit(OwnerKind.CATEGORY, name, Period.YEAR, 60, Direction.LOSS),
            ),
            None,
            None,
            NOWHERE,
        )
        for name in (f"类别{index}" for index in range(4))
    )
    account = Account(
        name="积分",
        subject_kind=SubjectKind.HOUSEHOLD,
        period_start=NEW_YEAR,
        period_months=12,
        period_end=PeriodEnd.RESET,
        carry=None,
        base=100,
        newcomers=None,
        precision=Fraction(1, 2),
        running_floor=None,
        closing_floor=None,
        closing_ceiling=None,
        limits=(),
        validity=None,
        origin=NOWHERE,
    )
    return Ruleset(
        edition=Edition("四十条", "1", FIRST_DAY, None, (), None, None),
        digest="",
        year_start=NEW_YEAR,
        vocabulary=Vocabulary((), (), (), (), (), ()),
        accounts=(account,),
        categories=categories,
        clauses=tuple(a_clause(index) for index in range(40)),
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
        incentives=(),
        examples=(),
        successions=(),
        overlay=None,
    )


def records_of(chance: random.Random) -> Iterator[Record]:
    """The year of one village."""
    for number in range(HOUSEHOLDS * RECORDS_EACH):
        day = FIRST_DAY + timedelta(days=chance.randrange(365))
        attributes: dict[str, AttributeValue] = {
            "时长": Fraction(chance.randrange(1, 17), 2) if chance.random() < 1 / 4 else 3,
            "级别": chance.choice(LEVELS),
            "事项": f"事项{chance.randrange(10)}",
        }
        yield Record(
            id=f"r{number}",
            at=LineNumber("records.csv", number + 2),
            occurred_on=day,
            entered_on=day,
            rules_on=day,
            behaviour=f"行为{chance.randrange(BEHAVIOURS)}",
            household=f"户{number % HOUSEHOLDS:03}",
            person=None,
            attributes=attributes,
            decided=None,
            decided_by=None,
        )


def main(villages: int) -> None:
    """Score one village after another and print the rate over all."""
    ruleset = forty_clauses()
    always = SubjectFacts((Interval(FIRST_DAY, None),), {})
    facts = Facts({f"户{number:03}": always for number in range(HOUSEHOLDS)}, {}, "")
    seconds = 0.0
    records = entries = cut = 0
    for village in range(villages):
        chance = random.Random(village)  # noqa: S311
        log = Log(tuple(records_of(chance)), {}, (), (), (), 0, "")
        begun = time.process_time()
        ledger = evaluate((ruleset,), facts, log, LAST_DAY)
        seconds += time.process_time() - begun
        records += len(log.records)
        entries += len(ledger.entries)
        cut += sum(1 for entry in ledger.entries if entry.adjustments)
    print(f"{records} records, {entries} entries, {cut} with adjustments")
    print(f"{records / seconds:,.0f} records per CPU second, with full entries")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
