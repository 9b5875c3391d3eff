"""What a settlement reads of records: counts, sums, means, shares, absences, rows of periods."""

from fractions import Fraction

from msgspec import Struct

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_schedule import (
    ValueTails,
    lower_rounding,
    lower_steps,
    report_reached,
)
from pointrules.checking.lower_situation import lower_tallied, streak_length
from pointrules.checking.lower_table import report_row
from pointrules.checking.reading import SettledLeaf
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import (
    above_zero,
    directed,
    in_unit,
    is_multiple,
    points_in,
    unit_of_attribute,
    whole_number,
)
from pointrules.model.condition import (
    Condition,
    NoneTallied,
    OnRegister,
    PeriodsInARow,
    Tally,
    TallyCompares,
    TallyKind,
)
from pointrules.model.number import Number, number_text
from pointrules.model.period import Period
from pointrules.model.schedule import Linear, Schedule
from pointrules.model.settlement import (
    ByTally,
    SettledWhen,
    SettlesByAttribute,
    SettlesEach,
    SettlesOn,
    SettlesYearly,
)
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import PERCENT, TIME, Unit
from pointrules.model.vocabulary import NumericType
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_ALL = 100  # per cent
_OF_PARTS = (TallyKind.SHARE, TallyKind.MEAN)
_LENGTHS = (
    Period.DAY,
    Period.WEEK,
    Period.MONTH,
    Period.QUARTER,
    Period.HALF_YEAR,
    Period.YEAR,
)


class SettledReading(Struct, frozen=True):
    """Where a settlement's condition stands: whose it is, and when it is settled."""

    scope: Scope
    kind: SubjectKind
    when: SettledWhen

    @property
    def settled_period(self) -> Period | None:
        """The period that is over; None where a day is settled that ends none."""
        match self.when:
            case SettlesEach(period):
                return period
            case SettlesYearly():
                return Period.YEAR
            case SettlesOn() | SettlesByAttribute():
                return None


def lower_leaf(leaf: SettledLeaf, place: SettledReading) -> Condition | None:
    """What only a settlement can ask; None after saying what is wrong with it."""
    match leaf:
        case tree.OnRegister():
            return _on_register(leaf, place)
        case tree.Tallies(period, tally, bounded, span):
            if not _fits_window(period, span, place):
                return None
            return _compares(tally, bounded, period, span, place)
        case tree.NoneOf():
            return _none_of(leaf, place)
        case tree.InARow():
            return _in_a_row(leaf, place)


def _on_register(leaf: tree.OnRegister, place: SettledReading) -> Condition | None:
    if leaf.word == "at-end":
        return OnRegister(None, leaf.span)
    if leaf.word != "period":
        period = Period(leaf.word)
        place.scope.reporter.uses_period(period, leaf.span)
        return OnRegister(period, leaf.span)
    if place.settled_period is None:
        place.scope.reporter.report("register-without-period", leaf.span)
        return None
    return OnRegister(place.settled_period, leaf.span)


def _fits_window(period: Period, span: Span, place: SettledReading) -> bool:
    """Whether the window is as long as what is settled: of a year, 本月 would be December."""
    place.scope.reporter.uses_period(period, span)
    if isinstance(place.when, SettlesEach) and period is not Period.EVER:
        settled = place.when.period
        if _LENGTHS.index(period) < _LENGTHS.index(settled):
            place.scope.reporter.report("settlement-window", span)
            return False
    return True


def _compares(
    written: tree.Tally, bounded: tree.Bounded, period: Period, span: Span, place: SettledReading
) -> TallyCompares | None:
    tallied = lower_tally(written, place.scope)
    if tallied is None:
        return None
    tally, unit = tallied
    bound = in_unit(bounded.quantity, unit, place.scope)
    if bound is None:
        return None
    if tally.kind is TallyKind.COUNT and whole_number(bound, bounded.span, place.scope) is None:
        return None
    if tally.kind is TallyKind.SHARE and bound > _ALL:
        place.scope.reporter.report("share-above-all", bounded.span, found=number_text(bound))
        return None
    return TallyCompares(tally, period, bounded.comparison, bound, span)


def lower_tally(written: tree.Tally, scope: Scope) -> tuple[Tally, Unit] | None:
    """A tally, and the unit of its number."""
    tallied = lower_tallied(written.behaviour, written.pairs, scope)
    if tallied is None:
        return None
    behaviour, matching = tallied
    if written.is_share:
        if matching is None:
            scope.reporter.report("share-without-part", written.span, behaviour=behaviour.name)
            return None
        return Tally(behaviour.name, matching, TallyKind.SHARE, None, written.span), PERCENT
    if written.summed is None:
        return Tally(behaviour.name, matching, TallyKind.COUNT, None, written.span), TIME
    free = ClauseSetting("", scope, True, (behaviour,), ())  # noqa: FBT003
    attribute = free.record_attribute(written.summed)
    unit = None if attribute is None else unit_of_attribute(attribute, written.summed, scope)
    if attribute is None or unit is None:
        return None
    kind = TallyKind.MEAN if written.is_mean else TallyKind.SUM
    return Tally(behaviour.name, matching, kind, attribute, written.span), unit


def _none_of(leaf: tree.NoneOf, place: SettledReading) -> Condition | None:
    period = leaf.period
    if period is None:
        if place.settled_period is not None:
            behaviour = leaf.name.text
            place.scope.reporter.report("none-without-period", leaf.span, behaviour=behaviour)
            return None
        period = Period.EVER
    elif not _fits_window(period, leaf.span, place):
        return None
    return _none_in(leaf, period, place)


def _none_in(leaf: tree.NoneOf, period: Period, place: SettledReading) -> NoneTallied | None:
    tallied = lower_tallied(leaf.name, leaf.pairs, place.scope)
    if tallied is None:
        return None
    behaviour, matching = tallied
    tally = Tally(behaviour.name, matching, TallyKind.COUNT, None, leaf.span)
    return NoneTallied(tally, period, leaf.span)


def _in_a_row(leaf: tree.InARow, place: SettledReading) -> Condition | None:
    length = streak_length(leaf.count, leaf.span, place.scope)
    settled = place.when.period if isinstance(place.when, SettlesEach) else None
    if leaf.period is None or leaf.period is not settled:
        place.scope.reporter.report("streak-of-periods", leaf.span)
        return None
    each: TallyCompares | NoneTallied | None
    if isinstance(leaf.each, tree.NoneOf):
        if leaf.each.period is not None:
            place.scope.reporter.report("streak-of-periods", leaf.span)
            return None
        each = _none_in(leaf.each, settled, place)
    else:
        each = _compares(leaf.each.tally, leaf.each.bounded, settled, leaf.each.span, place)
    if each is None or length is None:
        return None
    return PeriodsInARow(length, settled, each, leaf.span)


# ---- as the number of a schedule


def lower_by_tally(
    effect: tree.ByTally, tails: ValueTails, place: SettledReading, setting: ClauseSetting
) -> ByTally | None:
    """按 本月 志愿服务 时长 合计 加：…"""
    tallied = lower_tally(effect.tally, setting.scope)
    if tallied is None or not _fits_window(effect.period, effect.span, place):
        return None
    tally, unit = tallied
    if tails.reached is not None:
        report_reached(tails.reached, setting)
        return None
    first = tails.rows[0]
    takes_steps = effect.is_stepped or effect.is_progressive
    if isinstance(first, tree.LinearRow) is takes_steps:
        setting.scope.reporter.report("tally-rows", first.span)
        return None
    schedule: Schedule | None
    if isinstance(first, tree.LinearRow):
        for row in tails.rows[1:]:
            report_row(row, setting)
        schedule = None if tails.rows[1:] else _linear(first, tally, unit, effect, tails, setting)
    elif effect.is_progressive and tally.kind in _OF_PARTS:
        setting.scope.reporter.report("tally-rows", first.span)
        return None
    else:
        as_sum = tree.ByRunningSum(None, None, effect.is_progressive, effect.direction, effect.span)
        schedule = lower_steps(as_sum, tally.summed, unit, tails, setting)
    return None if schedule is None else ByTally(tally, effect.period, schedule, effect.span)


def _linear(  # noqa: PLR0913, PLR0917
    row: tree.LinearRow,
    tally: Tally,
    unit: Unit,
    effect: tree.ByTally,
    tails: ValueTails,
    setting: ClauseSetting,
) -> Linear | None:
    step = above_zero(row.step, unit, setting.scope)
    rounding, is_readable = lower_rounding(tails.rounding, setting)
    per_step: Number | None
    if row.is_full:
        per_step = setting.points(row.quantity, effect.direction)
    else:
        written = points_in(row.quantity, setting.scope)
        per_step = None if written is None else directed(written, effect.direction)
    if step is None or per_step is None or not is_readable:
        return None
    if row.is_full:
        if tails.rounding is not None:
            setting.scope.reporter.report("rounding-without-fraction", tails.rounding.span)
            return None
    elif rounding is None and tally.kind in _OF_PARTS:
        # Whatever the account takes: thirds end in no decimals.
        setting.scope.reporter.report("quotient-rounding-missing", effect.span)
        return None
    elif rounding is None and not _is_surely_whole(tally, step, per_step, setting):
        if setting.is_whole:
            setting.scope.reporter.report("rounding-missing", effect.span, why="proportional-value")
        return None
    return Linear(0, step, per_step, row.is_full, rounding)


def _is_surely_whole(tally: Tally, step: Number, per_step: Number, setting: ClauseSetting) -> bool:
    if tally.summed is not None:
        kind = tally.summed.type
        if not (isinstance(kind, NumericType) and kind.unit.counted):
            return False
    each = Fraction(per_step) / step
    return all(is_multiple(each, account.precision) for account in setting.accounts)
