from datetime import date
from fractions import Fraction

import pytest

from pointrules.ledger.entry import Adjustment, Cause, PrecededBy, StoppedAtFloor
from pointrules.model.clause import BestOf, Escalation, EscalationStep
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number
from pointrules.model.period import NEW_YEAR, Duration, DurationUnit, MonthDay, Period
from pointrules.model.scan import (
    Counted,
    Direction,
    HighestSoFar,
    Occurrences,
    Owner,
    OwnerKind,
    Scan,
    Window,
)
from pointrules.model.subject import Subject, SubjectKind
from pointrules.report.wording_adjustment import adjustment_words
from pointrules.report.wording_limit import limit_words
from pointrules.source.language import Language
from report.builders import AT, MATTER, account, limit

CLAUSE = Owner(OwnerKind.CLAUSE, "3.2")
CATEGORY = Owner(OwnerKind.CATEGORY, "环境卫生")
ACCOUNT = Owner(OwnerKind.ACCOUNT, "积分")
A_YEAR = Duration(1, DurationUnit.YEAR)


def told(  # noqa: PLR0913
    cause: Cause,
    used: Number,
    before: Number,
    after: Number,
    *,
    rival: str | None = None,
    looked_up: str | None = None,
    year_start: MonthDay = NEW_YEAR,
    language: Language = Language.ZH,
) -> str:
    return adjustment_words(
        Adjustment(cause, used, before, after, rival),
        day=date(2023, 7, 20),
        year_start=year_start,
        looked_up=looked_up,
        language=language,
    )


def escalation(window: Window, *steps: tuple[int, Number]) -> Escalation:
    scan = Scan(CLAUSE, window, (), Occurrences())
    return Escalation(scan, tuple(EscalationStep(*step) for step in steps), AT)


def best_of(window: Window = Period.EVER) -> BestOf:
    return BestOf(Scan(CATEGORY, window, (MATTER,), HighestSoFar()), AT)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (limit(Period.MONTH, 12), "每月最多加 12 分"),
        (limit(Period.YEAR, 40, Direction.LOSS), "每年最多扣 40 分"),
        (limit(Period.YEAR, 3, Direction.NET, counted=Counted.TIMES), "每年最多 3 次"),
        (limit(Period.RECORD, 8), "每次最多加 8 分"),
        (limit(Period.EVER, 100), "总共最多加 100 分"),
        (limit(Period.EVER, 60, Direction.NET), "合计最多 60 分"),
        (limit(Period.DAY, Fraction(1, 2)), "每日最多加 0.5 分"),
        (limit(Period.WEEK, 5), "每周最多加 5 分"),
        (limit(Period.QUARTER, 5), "每季度最多加 5 分"),
        (limit(Period.HALF_YEAR, 5), "每半年最多加 5 分"),
        (limit(Period.MONTH, 12, beyond=Beyond.REFUSE), "每月最多加 12 分（超出不计）"),
    ],
)
def test_limit_reads_as_the_ruleset_writes_it(written: Limit, words: str) -> None:
    assert limit_words(written, Language.ZH) == words


def test_limit_reads_as_the_english_ruleset_writes_it() -> None:
    yearly = limit(Period.YEAR, 40, Direction.LOSS)
    thrice = limit(Period.YEAR, 3, Direction.NET, counted=Counted.TIMES)
    assert limit_words(yearly, Language.EN) == "each year at most deduct 40 points"
    assert limit_words(thrice, Language.EN) == "each year at most 3 times"
    net = limit(Period.EVER, 60, Direction.NET)
    assert limit_words(net, Language.EN) == "altogether at most 60 points"


def test_monthly_limit_tells_what_the_month_had_and_what_is_left() -> None:
    assert (
        told(limit(Period.MONTH, 12), 10, 5, 2)
        == "应加 5 分；第 3.1 条每月最多加 12 分，7 月已加 10 分，只加 2 分（5 → 2）"
    )


def test_a_persons_own_limit_is_told_as_theirs() -> None:
    cut = Adjustment(
        limit(Period.MONTH, 12), 10, 5, 2, counted_for=Subject(SubjectKind.PERSON, "张宁")
    )
    chinese, english = (
        adjustment_words(
            cut, day=date(2023, 7, 20), year_start=NEW_YEAR, looked_up=None, language=language
        )
        for language in (Language.ZH, Language.EN)
    )
    assert chinese == (
        "按个人：应加 5 分；第 3.1 条每月最多加 12 分，7 月已加 10 分，只加 2 分（5 → 2）"
    )
    assert english == (
        "for the person: 5 points due; clause 3.1: each month at most add 12 points, "
        "10 in 2023-07, only 2 points (5 → 2)"
    )


def test_used_up_limit_of_a_category_gives_nothing_more() -> None:
    yearly = limit(Period.YEAR, 60, owner=CATEGORY)
    assert (
        told(yearly, 60, 5, 0)
        == "应加 5 分；类别「环境卫生」每年最多加 60 分，2023 年已加 60 分，不再加分（5 → 0）"
    )


def test_loss_limit_speaks_of_deductions() -> None:
    # 40 − 35 = 5 may still be taken.
    yearly = limit(Period.YEAR, 40, Direction.LOSS, owner=CLAUSE)
    assert (
        told(yearly, 35, -10, -5)
        == "应扣 10 分；第 3.2 条每年最多扣 40 分，2023 年已扣 35 分，只扣 5 分（-10 → -5）"
    )


def test_year_that_does_not_begin_in_january_names_its_first_day() -> None:
    yearly = limit(Period.YEAR, 40)
    words = told(yearly, 38, 5, 2, year_start=MonthDay(7, 1))
    assert "2023-07-01 起的一年已加 38 分，只加 2 分" in words


def test_limit_on_times_counts_times() -> None:
    thrice = limit(
        Period.YEAR,
        3,
        Direction.NET,
        counted=Counted.TIMES,
        owner=Owner(OwnerKind.CLAUSE, "10"),
    )
    assert (
        told(thrice, 3, 4, 0) == "应加 4 分；第 10 条每年最多 3 次，2023 年已有 3 次，不计（4 → 0）"
    )


def test_limit_of_a_single_record_has_nothing_used_before() -> None:
    assert told(limit(Period.RECORD, 8), 0, 10, 8) == (
        "应加 10 分；第 3.1 条每次最多加 8 分，只加 8 分（10 → 8）"
    )


def test_rejecting_limit_does_not_count_at_all() -> None:
    rejecting = limit(Period.MONTH, 12, beyond=Beyond.REFUSE)
    assert told(rejecting, 10, 5, 0) == (
        "应加 5 分；第 3.1 条每月最多加 12 分（超出不计），7 月已加 10 分，不计（5 → 0）"
    )


def test_net_limit_bounds_the_balance() -> None:
    net = limit(Period.EVER, 60, Direction.NET, owner=ACCOUNT)
    assert told(net, 55, 10, 5) == (
        "应加 10 分；账户「积分」合计最多 60 分，余额 55 分，只加 5 分（10 → 5）"
    )


def test_repeat_within_a_year_is_doubled() -> None:
    assert (
        told(escalation(A_YEAR, (2, 2)), 2, -5, -10)
        == "一年内第 2 次，加倍：5 × 2 = 10 分（-5 → -10）"
    )


def test_third_occurrence_takes_the_factor_of_its_step() -> None:
    # From the 2nd on 1.5 times, from the 3rd on 3 times: 4 × 3 = 12.
    steps = escalation(Period.YEAR, (2, Fraction(3, 2)), (3, 3))
    assert told(steps, 3, -4, -12) == "本年第 3 次，按 3 倍计：4 × 3 = 12 分（-4 → -12）"
    assert told(steps, 2, -4, -6) == "本年第 2 次，按 1.5 倍计：4 × 1.5 = 6 分（-4 → -6）"


def test_better_value_of_a_matter_adds_the_difference() -> None:
    assert (
        told(best_of(), 20, 60, 40, rival="r3", looked_up="省级")
        == "同一事项取最高：省级 60 分 − 记录 r3 应得 20 分 = 40 分（60 → 40）"
    )


def test_lower_value_of_a_matter_names_the_record_that_stands() -> None:
    assert (
        told(best_of(Period.YEAR), 60, 20, 0, rival="r4")
        == "本年内同一事项取最高：记录 r4 应得 60 分，本次 20 分不另计（20 → 0）"
    )
    assert told(best_of(A_YEAR), -20, -30, -10, rival="r4") == (
        "一年内同一事项扣最重：30 分 − 记录 r4 应扣 20 分 = 10 分（-30 → -10）"
    )


def test_clause_that_goes_before_is_named() -> None:
    assert told(PrecededBy("4.1"), 0, 5, 0) == "第 4.1 条优先，本条不计（5 → 0）"
    assert told(PrecededBy("第三条"), 0, 5, 0) == "第三条优先，本条不计（5 → 0）"


def test_deduction_stops_at_the_floor() -> None:
    empty = StoppedAtFloor(account(), 0)
    assert told(empty, 3, -5, -3) == "扣完为止：账户余额 3 分，只扣 3 分（-5 → -3）"
    assert told(empty, 0, -5, 0) == "扣完为止：账户余额 0 分，不再扣分（-5 → 0）"
    assert told(StoppedAtFloor(account(), 10), 12, -5, -2) == (
        "扣到 10 分为止：账户余额 12 分，只扣 2 分（-5 → -2）"
    )


@pytest.mark.parametrize(
    ("cause", "used", "before", "after", "words"),
    [
        (
            limit(Period.MONTH, 12),
            10,
            5,
            2,
            "5 points due; clause 3.1: each month at most add 12 points, 10 in 2023-07, \
only 2 points (5 → 2)",
        ),
        (
            escalation(A_YEAR, (2, 2)),
            2,
            -5,
            -10,
            "number 2 within 1 year, 2 times: 5 × 2 = 10 points (-5 → -10)",
        ),
        (
            best_of(),
            20,
            60,
            40,
            "only the best of the same 事项: 60 points − 20 points = 40 points (60 → 40)",
        ),
        (
            PrecededBy("4.1"),
            0,
            5,
            0,
            "clause 4.1 goes before this one, which does not count (5 → 0)",
        ),
        (
            StoppedAtFloor(account(), 0),
            3,
            -5,
            -3,
            "taken until nothing is left: the balance is 3 points, only 3 points off (-5 → -3)",
        ),
    ],
)
def test_every_cause_has_english_words(
    cause: Cause, used: Number, before: Number, after: Number, words: str
) -> None:
    assert told(cause, used, before, after, language=Language.EN) == words
