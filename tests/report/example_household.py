"""The year of one invented household, worked out by hand; the documentation shows its statement.

100 + 5 + 5 + 2 + 8 − 5 − 10 + 20 + 40 = 165. Without the base 65 of all years: 0.65 steps of 0.1,
0.065 off, cut to 0.06, so 5 − 0.06 = 4.94 %.
"""

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from pointrules.ledger.entry import Adjustment, Entry, EntryKind
from pointrules.ledger.ledger import Ledger, LineOutcome, Outcome
from pointrules.ledger.loan_quote import RateStep, RateStepKind
from pointrules.ledger.offer import Offers
from pointrules.model.clause import BestOf, Escalation, EscalationStep
from pointrules.model.period import Duration, DurationUnit, Period
from pointrules.model.scan import HighestSoFar, Occurrences, Owner, OwnerKind, Scan
from pointrules.model.schedule import Linear
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Lookup, LookupRow, PerQuantity
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason, ReasonCode
from report.builders import (
    AT,
    HOURS,
    LEVEL,
    MATTER,
    ZHANG,
    award,
    clause,
    closing,
    constant,
    ledger,
    limit,
    quote_of_583,
    record,
    ruleset,
    stars,
)

MONTHLY = limit(Period.MONTH, 12)
EACH_TIME = limit(Period.RECORD, 8, owner=Owner(OwnerKind.CLAUSE, "4.1"))
DOUBLED = Escalation(
    Scan(Owner(OwnerKind.CLAUSE, "3.2"), Duration(1, DurationUnit.YEAR), (), Occurrences()),
    (EscalationStep(2, 2),),
    AT,
)
HIGHEST = BestOf(
    Scan(Owner(OwnerKind.CATEGORY, "表彰奖励"), Period.EVER, (MATTER,), HighestSoFar()), AT
)
TIDY = clause("3.1", "房前屋后干净整洁，检查优秀的加分", "卫生检查", MONTHLY)
LITTER = clause("3.2", "乱倒垃圾扣分，一年内再犯加倍", "乱倒垃圾", value=constant(-5))
HELP = clause(
    "4.1",
    None,
    "志愿服务",
    EACH_TIME,
    value=PerQuantity(HOURS, Linear(0, 1, 2, full_steps=True, rounding=None), AT),
)
PRAISE = clause(
    "5.1",
    "受到表彰",
    "表彰",
    value=Lookup((LEVEL,), (LookupRow(("省级",), 60), LookupRow(("县级",), 20)), None, AT),
)


def inspected(record_id: str, day: int, points: int, *adjustments: Adjustment) -> Entry:
    seen = record(record_id, date(2023, 7, day), "卫生检查", {"等次": "优秀"})
    return award(TIDY, seen, points, *adjustments, asked=5)


def praised(record_id: str, day: date, level: str, asked: int, *adjustments: Adjustment) -> Entry:
    seen = record(record_id, day, "表彰", {"级别": level, "事项": "好媳妇"})
    points = adjustments[-1].after if adjustments else asked
    return award(PRAISE, seen, points, *adjustments, asked=asked, inputs=(("级别", level),))


def line(
    number: int, record_id: str, outcome: Outcome, reason: Reason, subject: Subject = ZHANG
) -> LineOutcome:
    at = LineNumber("records.csv", number)
    return LineOutcome(at, record_id, outcome, reason, (subject,), date(2023, 8, 1), "卫生检查")


def ledger_of_the_year() -> Ledger:
    helped = record("r4", date(2023, 9, 2), "志愿服务", {"时长": 5}, person="张三")
    misspelt = Reason(
        ReasonCode.BEHAVIOUR_UNKNOWN, (("value", "卫生捡查"), ("nearest", "卫生检查"))
    )
    other = Subject(SubjectKind.HOUSEHOLD, "李家")
    return ledger(
        closing(EntryKind.BASE, date(2023, 6, 1), 100),
        inspected("r1", 3, 5),
        inspected("r2", 10, 5),
        inspected("r3", 20, 2, Adjustment(MONTHLY, used=10, before=5, after=2)),
        award(
            HELP,
            helped,
            8,
            Adjustment(EACH_TIME, used=0, before=10, after=8),
            asked=10,
            inputs=(("时长", 5),),
        ),
        award(LITTER, record("r5", date(2023, 9, 10), "乱倒垃圾"), -5),
        award(
            LITTER,
            record("r6", date(2023, 10, 8), "乱倒垃圾"),
            -10,
            Adjustment(DOUBLED, used=2, before=-5, after=-10),
            asked=-5,
        ),
        praised("r7", date(2023, 11, 1), "县级", 20),
        praised("r8", date(2023, 12, 1), "省级", 60, Adjustment(HIGHEST, 20, 60, 40, rival="r7")),
        edition=ruleset(TIDY, LITTER, HELP, PRAISE),
        outcomes=(
            line(11, "r10", Outcome.PENDING, Reason(ReasonCode.AWAITS_REVIEW)),
            line(12, "r11", Outcome.REFUSED, misspelt),
            line(13, "r12", Outcome.REFUSED, Reason(ReasonCode.SUBJECT_MISSING), other),
            line(
                14,
                "r13",
                Outcome.VOIDED,
                Reason(ReasonCode.VOIDED, (("line", "15"), ("record", "v1"))),
            ),
        ),
    )


def offers_of_the_year() -> Offers:
    quote = replace(
        quote_of_583(),
        points=65,
        steps=(
            RateStep(RateStepKind.STEPS, 65, Fraction(65, 100)),
            RateStep(RateStepKind.CUT, Fraction(65, 100), Fraction(65, 1000)),
            RateStep(RateStepKind.CUT_ROUNDED, Fraction(65, 1000), Fraction(6, 100)),
            RateStep(RateStepKind.RATE, Fraction(6, 100), Fraction(494, 100)),
        ),
        rate=Fraction(494, 100),
        line_points=165,
    )
    return Offers((stars("五星", 165),), (), (quote,))
