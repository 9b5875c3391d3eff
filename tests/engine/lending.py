"""A grade and a loan as a village has them."""

from fractions import Fraction

from engine.building import NOWHERE, POINTS
from pointrules.model.grade import Grade, GradeBand
from pointrules.model.loan import Loan, LowestRate, NoLowestRate, RateRounding, RoundedStage
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.schedule import Linear

STARS = Grade(
    "星级",
    POINTS,
    Measure.BALANCE,
    (
        GradeBand(120, inclusive=False, level="三星"),
        GradeBand(140, inclusive=False, level="四星"),
    ),
    "二星",
    NOWHERE,
)


def loan(*, full_steps: bool = False, floor: Number | None = None) -> Loan:
    """5 % less 0.1 percentage points per 100 points, the cut rounded down to 0.01."""
    return Loan(
        name="村民积分贷",
        eligibility=None,
        base_rate=5,
        account=POINTS,
        measure=Measure.BALANCE,
        cut=Linear(0, 100, Fraction(1, 10), full_steps=full_steps, rounding=None),
        rounding=RateRounding(RoundedStage.CUT, Rounding(RoundingMode.DOWN, Fraction(1, 100))),
        largest_cut=None,
        lowest_rate=NoLowestRate("公开报道未说明") if floor is None else LowestRate(floor),
        line=None,
        valid_days=30,
        origin=NOWHERE,
    )
