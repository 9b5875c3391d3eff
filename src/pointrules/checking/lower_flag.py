"""Flags that a clause opens, and until when."""

from collections.abc import Sequence

from msgspec import Struct

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_situation import behaviour_named
from pointrules.checking.value_types import duration, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.flag import (
    ClearsFlag,
    FlagEnd,
    OpensFlag,
    UntilCleared,
    UntilNextPeriodEnd,
    UntilPeriodEnd,
    UntilRecordOf,
)
from pointrules.model.number import number_text
from pointrules.model.period import Duration, DurationUnit, Period
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree

DURATION_UNITS = {"天": DurationUnit.DAY, "个月": DurationUnit.MONTH, "年": DurationUnit.YEAR}


class WrittenFlag(Struct, frozen=True):
    """A flag with the end that stands after it, if one does."""

    row: tree.NamedRow
    end: tree.FlagEnd | None


def lower_flags(
    written: Sequence[WrittenFlag], kinds: Sequence[SubjectKind], setting: ClauseSetting
) -> tuple[OpensFlag, ...] | None:
    """The flags of a clause, for every kind of subject whose accounts it enters."""
    found: list[OpensFlag] = []
    is_sound = True
    for item in written:
        key = setting.scope.key(item.row.name, "flag")
        flag = None if key is None else setting.scope.flags.get(key)
        end = _end(item, setting)
        if flag is None or end is None:
            is_sound = False
            continue
        earlier = next((other for other in found if other.flag == flag), None)
        if earlier is not None:
            label = Label(earlier.origin, "first")
            setting.scope.reporter.report("part-twice", item.row.span, part="flag", labels=(label,))
            is_sound = False
        found.extend(OpensFlag(flag, end, kind, item.row.span) for kind in kinds)
    return tuple(found) if is_sound else None


def _end(item: WrittenFlag, setting: ClauseSetting) -> FlagEnd | None:
    reporter = setting.scope.reporter
    quantity = item.row.quantity
    if quantity is not None and item.end is not None:
        label = Label(quantity.span, "first")
        reporter.report("part-twice", item.end.span, part="flag-end", labels=(label,))
        return None
    if quantity is not None:
        return lower_duration(quantity, setting)
    if item.end is None:
        if setting.is_whole and item.row.name.is_declared:
            reporter.report("flag-end-missing", item.row.span, flag=item.row.name.text)
        return None
    match item.end.end:
        case Period() as period:
            reporter.uses_period(period, item.end.span)
            return UntilPeriodEnd(period)
        case tree.NextEnd(period):
            reporter.uses_period(period, item.end.span)
            return UntilNextPeriodEnd(period)
        case tree.DayOf(names):
            behaviours = [behaviour_named(name, setting.scope) for name in names]
            known = tuple(behaviour.name for behaviour in behaviours if behaviour is not None)
            return UntilRecordOf(known) if len(known) == len(names) else None
        case tree.Withdrawn():
            return UntilCleared()
        case tree.Day(day):
            return day


def lower_clears(
    written: Sequence[tree.Clears],
    instead: tree.Instead | None,
    kinds: Sequence[SubjectKind],
    setting: ClauseSetting,
) -> tuple[ClearsFlag, ...] | None:
    """The flags that a clause withdraws; `instead` is what stands in their place."""
    found: dict[str, tree.Name] = {}
    is_sound = True
    for item in written:
        for name in item.flags:
            key = setting.scope.key(name, "flag")
            flag = None if key is None else setting.scope.flags.get(key)
            if flag is None:
                is_sound = False
            elif flag in found:
                label = Label(found[flag].span, "first")
                setting.scope.reporter.report("part-twice", name.span, part="flag", labels=(label,))
                is_sound = False
            else:
                found[flag] = name
    if not is_sound:
        return None
    is_replaced = instead is not None
    return tuple(
        ClearsFlag(flag, kind, is_replaced, name.span)
        for flag, name in found.items()
        for kind in kinds
    )


def lower_duration(quantity: tree.Quantity, setting: ClauseSetting) -> Duration | None:
    """How long a flag stays open: 1 年, 6 个月, 30 天."""
    if not quantity.unit:
        return None
    unit = DURATION_UNITS.get(quantity.unit)
    reporter = setting.scope.reporter
    if unit is None:
        reporter.report("unit-clash", quantity.span, found=quantity.unit, wanted="天、个月、年")
        return None
    count = whole_number(quantity.number, quantity.span, setting.scope)
    if count is None:
        return None
    if count <= 0:
        number = f"{number_text(quantity.number)} {quantity.unit}"
        reporter.report("negative-number", quantity.span, number=number)
        return None
    return duration(count, unit, quantity.span, setting.scope)
