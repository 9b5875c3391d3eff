"""The points-linked loan (村民积分贷)."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.condition import Condition
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding
from pointrules.model.schedule import Banded, Linear
from pointrules.source.source_file import Span


class RoundedStage(StrEnum):
    """What of a loan's rate is rounded: the cut (降幅), or the rate that results (利率)."""

    CUT = "cut"
    RATE = "rate"


class RateRounding(Struct, frozen=True):
    """Rounding of the cut or of the rate, in percentage points."""

    stage: RoundedStage
    rounding: Rounding


class LowestRate(Struct, frozen=True):
    """The rate never falls below `percent`."""

    percent: Number


class NoLowestRate(Struct, frozen=True):
    """The ruleset sets no lowest rate and says why; 0 % remains, since no rate is below it."""

    reason: str


class LineByPoints(Struct, frozen=True):
    """The credit line in yuan, by bands of a measure; `bands.below` is 0: no line.

    With `most` the line is a range (15 到 20 万元): `bands` give its lower end, `most` its upper.
    """

    account: str
    measure: Measure
    bands: Banded
    most: Banded | None = None


class RateTable(Struct, frozen=True):
    """The rate itself by bands of the measure, in percent; below them it is the base rate."""

    bands: Banded


class RateDecidedBy(Struct, frozen=True):
    """The rate is set by `decider`, outside the ruleset."""

    decider: str


class LineDecidedBy(Struct, frozen=True):
    """The credit line is set by `decider`, outside the ruleset."""

    decider: str


CreditLine: TypeAlias = LineByPoints | LineDecidedBy


class Loan(Struct, frozen=True):
    """A loan whose rate falls as points rise.

    Rates are in percent, cuts in percentage points. `cut` maps the measure to the cut before
    rounding; points below its start, debts of points too, cut nothing. A table names the rates
    themselves. `base_rate` and `lowest_rate` are None where others decide the rate; the measure is
    then that of the line, or it only says
    whose the account is. `largest_cut` is None where the
    ruleset names none. `eligibility` is None where it says 资格 不限.
    """

    name: str
    eligibility: Condition | None
    base_rate: Number | None
    account: str
    measure: Measure
    cut: Linear | RateTable | RateDecidedBy
    rounding: RateRounding | None
    largest_cut: Number | None
    lowest_rate: LowestRate | NoLowestRate | None
    line: CreditLine | None
    valid_days: int
    origin: Span
