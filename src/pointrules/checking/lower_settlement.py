"""结算: clauses that are settled at a date, and when."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_condition import lower_settled_condition
from pointrules.checking.lower_flag import WrittenFlag, lower_flags
from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.lower_schedule import ValueTails
from pointrules.checking.lower_tally import SettledReading, lower_by_tally, lower_leaf
from pointrules.checking.lower_validity import WrittenValidity, lower_validity
from pointrules.checking.lower_value import lower_value
from pointrules.checking.reading import Reading
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import day_within_reach
from pointrules.model.clause import SettlementClause
from pointrules.model.condition import (
    Comparison,
    Condition,
    NoneTallied,
    OnRegister,
    PeriodsInARow,
    SubjectAttribute,
    TallyCompares,
    leaves_of,
)
from pointrules.model.flag import OpensFlag, UntilPeriodEnd
from pointrules.model.limit import Limit
from pointrules.model.period import Period
from pointrules.model.scan import Direction
from pointrules.model.settlement import (
    ByTally,
    SettledWhen,
    SettlesByAttribute,
    SettlesEach,
    SettlesOn,
    SettlesYearly,
)
from pointrules.model.subject import SubjectKind
from pointrules.model.value import Constant
from pointrules.model.vocabulary import DateType
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_UNDERSTOOD = (
    tree.Limit,
    tree.Beyond,
    tree.Unlimited,
    tree.Entered,
    tree.Rounding,
    tree.Reached,
    tree.Replaces,
    tree.EntryValidity,
    tree.ValidityRow,
    tree.Continues,
    tree.Afresh,
    tree.FlagEnd,
    tree.AlsoFlag,
    tree.NamedRow,
    tree.PairRow,
    tree.GroupRow,
    tree.StepRow,
    tree.BracketRow,
    tree.LinearRow,
    tree.OtherwiseRow,
)
"""The tails that say something of a settlement; rows are asked for by what stands before them."""


class WrittenSettlement(Struct, frozen=True):
    """A settlement clause as it is written, its tails sorted by kind; `tails` are all of them."""

    text: str | None
    category: str | None
    body: tree.Settlement
    value_tails: ValueTails
    tails: Sequence[object]
    flags: Sequence[WrittenFlag]
    validity: WrittenValidity
    span: Span


def lower_settlement(written: WrittenSettlement, setting: ClauseSetting) -> SettlementClause | None:
    """A settlement clause; None after saying what is wrong with it."""
    scope, body = setting.scope, written.body
    kind = _subject_kind(setting)
    when = _when(body.when, kind, setting)
    if when is None or not setting.accounts:
        return None
    place = SettledReading(scope, kind, when)
    condition: Condition | None = None
    is_sound = True
    if body.condition is not None:
        condition = lower_settled_condition(
            body.condition,
            Reading(scope, frozenset(), kind, settled=lambda leaf: lower_leaf(leaf, place)),
        )
        is_sound = condition is not None
    is_sound = _has_no_stray_part(written.tails, setting) and is_sound
    is_sound = _says_who_is_listed(condition, when, scope) and is_sound
    flags = lower_flags(written.flags, (kind,), setting)
    is_sound = _lasts_beyond_the_day(flags or (), setting) and is_sound
    validity, has_validity = lower_validity(
        written.validity, None, scope, is_whole=setting.is_whole
    )
    is_sound = is_sound and has_validity
    value: Constant | ByTally | None = None
    limits: tuple[Limit, ...] | None = ()
    direction = Direction.NET
    if not isinstance(body.effect, tree.NamedRow):
        value = _value(written, place, setting)
        if isinstance(body.effect, tree.Constant | tree.ByTally):
            direction = body.effect.direction
        limits = _limits(written.tails, direction, setting)
        is_sound = is_sound and value is not None
    elif written.value_tails.rows or any(isinstance(t, tree.Limit) for t in written.tails):
        scope.reporter.report("points-missing", body.effect.span, clause=setting.number)
        is_sound = False
    if not is_sound or flags is None or limits is None:
        return None
    return SettlementClause(
        setting.number,
        written.text,
        written.category,
        () if value is None else tuple(account.name for account in setting.accounts),
        kind,
        when,
        condition,
        value,
        direction,
        limits,
        any(isinstance(tail, tree.Unlimited) for tail in written.tails),
        tuple(_replaced(written.tails)),
        flags,
        validity,
        written.span,
    )


def _subject_kind(setting: ClauseSetting) -> SubjectKind:
    """A person's, where it enters any person's account: the household's follow (R37)."""
    kinds = {account.subject_kind for account in setting.accounts}
    if SubjectKind.PERSON in kinds or not kinds:
        return SubjectKind.PERSON if kinds else SubjectKind.HOUSEHOLD
    return setting.accounts[0].subject_kind


# ---- when


def _when(
    when: tree.SettlesEach | tree.SettlesYearly | tree.SettlesBy,
    kind: SubjectKind,
    setting: ClauseSetting,
) -> SettledWhen | None:
    scope = setting.scope
    match when:
        case tree.SettlesEach(period, span):
            if period is Period.DAY:
                scope.reporter.report("settlement-each-day", span)
                return None
            scope.reporter.uses_period(period, span)
            return SettlesEach(period)
        case tree.SettlesYearly(period, day, span):
            if period is not Period.YEAR:
                scope.reporter.report("settlement-day-of-year", span)
                return None
            return SettlesYearly(day)
        case tree.SettlesBy(day) if isinstance(day, tree.Day):
            return SettlesOn(day.day) if day_within_reach(day, scope) else None
        case tree.SettlesBy(name):
            assert isinstance(name, tree.Name), "截至 takes a date or a name"
            return _by_attribute(name, kind, scope)


def _by_attribute(name: tree.Name, kind: SubjectKind, scope: Scope) -> SettledWhen | None:
    key = scope.key(name, f"{kind.value}-attribute")
    if key is None:
        return None
    of_person = kind is SubjectKind.PERSON
    table = scope.person_attributes if of_person else scope.household_attributes
    attribute = table.get(key)
    if attribute is None:
        return None
    if not isinstance(attribute.type, DateType):
        scope.reporter.report("deadline-not-a-date", name.span, attribute=attribute.name)
        return None
    return SettlesByAttribute(SubjectAttribute(kind, attribute))


# ---- what it gives


def _value(
    written: WrittenSettlement, place: SettledReading, setting: ClauseSetting
) -> Constant | ByTally | None:
    effect = written.body.effect
    match effect:
        case tree.Constant():
            value = lower_value(effect, written.value_tails, setting)
            return value if isinstance(value, Constant) else None
        case tree.ByTally():
            return lower_by_tally(effect, written.value_tails, place, setting)
        case _:
            setting.scope.reporter.report("settlement-value", effect.span, clause=setting.number)
            return None


def _limits(
    tails: Sequence[object], direction: Direction, setting: ClauseSetting
) -> tuple[Limit, ...] | None:
    """Its own limits. One for each time says nothing: each settlement gives once."""
    for tail in tails:
        if isinstance(tail, tree.Limit) and tail.period is Period.RECORD:
            setting.scope.reporter.report("settlement-limit-each-time", tail.span)
            return None
        if isinstance(tail, tree.Limit) and tail.matter.span is not None:
            # Who is settled is the subject itself: there is nothing to keep apart.
            setting.scope.reporter.report(
                "matter-with-settlement", tail.matter.span, clause=setting.number
            )
            return None
    limiting = LimitSetting(setting.owner, direction, setting.accounts, setting.record_attribute)
    return lower_limits(tails, limiting, setting.scope)


def _has_no_stray_part(tails: Sequence[object], setting: ClauseSetting) -> bool:
    stray = [tail for tail in tails if not isinstance(tail, _UNDERSTOOD)]
    for tail in stray[:1]:
        span: Span = tail.span  # type: ignore[attr-defined]
        setting.scope.reporter.report("settlement-part", span)
    return not stray


def _replaced(tails: Sequence[object]) -> Iterator[str]:
    for tail in tails:
        if isinstance(tail, tree.Replaces):
            for number in tail.numbers:
                yield number.text


def _lasts_beyond_the_day(flags: Sequence[OpensFlag], setting: ClauseSetting) -> bool:
    """A flag begins after the day settled, when the period that is over has no days left (R29)."""
    for opens in flags:
        if isinstance(opens.end, UntilPeriodEnd):
            setting.scope.reporter.report("settlement-flag-end", opens.origin, flag=opens.flag)
            return False
    return True


# ---- who is listed


def _says_who_is_listed(condition: Condition | None, when: SettledWhen, scope: Scope) -> bool:
    """What newcomers meet by not having been there must say whether it means them too (R36)."""
    if condition is None or isinstance(when, SettlesOn | SettlesByAttribute):
        return True
    leaves = list(leaves_of(condition))
    absence = next((leaf for leaf in leaves if _is_absence(leaf)), None)
    if absence is None or any(isinstance(leaf, OnRegister) for leaf in leaves):
        return True
    scope.reporter.report("settlement-register-missing", absence.origin)
    return False


def _is_absence(leaf: Condition) -> bool:
    match leaf:
        case NoneTallied():
            return True
        case TallyCompares(_, _, comparison):
            return comparison in (Comparison.AT_MOST, Comparison.BELOW)
        case PeriodsInARow(_, _, each):
            return _is_absence(each)
        case _:
            return False
