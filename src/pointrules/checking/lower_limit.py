"""上限 of clauses, categories and accounts."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pointrules.checking.lower_matter import AttributeOf, lower_matter
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import fits_precision, in_unit, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.scan import Counted, Direction, LetThrough, Owner, Per, Scan
from pointrules.model.unit import POINT, TIME
from pointrules.model.vocabulary import Attribute
from pointrules.syntax import tree


class LimitSetting(Struct, frozen=True):
    """Whose limits they are. `direction` is that of a clause, None for categories and accounts.

    `attribute_of` finds what 同一 names; None where records have no attribute in common.
    """

    owner: Owner
    direction: Direction | None
    accounts: tuple[Account, ...]
    attribute_of: AttributeOf | None


def lower_limits(
    parts: Sequence[object], setting: LimitSetting, scope: Scope
) -> tuple[Limit, ...] | None:
    """The limits among `parts`; None after saying what is wrong with one of them."""
    found: list[Limit] = []
    is_sound = True
    for index, part in enumerate(parts):
        match part:
            case tree.Limit() | tree.NetLimit():
                after = parts[index + 1] if index + 1 < len(parts) else None
                limit = lower_limit(part, setting, scope, refuses=isinstance(after, tree.Beyond))
                if limit is None or _is_repeated(limit, found, scope):
                    is_sound = False
                else:
                    found.append(limit)
            case tree.Beyond(span):
                before = parts[index - 1] if index else None
                if not isinstance(before, tree.Limit | tree.NetLimit):
                    scope.reporter.report("beyond-without-limit", span)
                    is_sound = False
            case _:
                pass
    return tuple(found) if is_sound else None


def lower_limit(
    limit: tree.Limit | tree.NetLimit, setting: LimitSetting, scope: Scope, *, refuses: bool
) -> Limit | None:
    """One limit."""
    key: tuple[Attribute, ...] = ()
    per = Per.SUBJECT
    if isinstance(limit, tree.NetLimit):
        period, direction = Period.EVER, Direction.NET
    else:
        period = limit.period
        refuses = refuses or limit.refuses
        directed = _direction(limit, setting, scope)
        if directed is None:
            return None
        direction = directed
        apart = _matter(limit, setting, scope)
        if apart is None:
            return None
        key, per = apart
        scope.reporter.uses_period(period, limit.span)
    is_of_times = limit.quantity.unit == TIME.symbol
    if limit.quantity.unit not in ("", POINT.symbol, TIME.symbol) or (
        is_of_times and (period is Period.RECORD or direction is Direction.NET)
    ):
        scope.reporter.report("limit-unit", limit.quantity.span, found=limit.quantity.unit)
        return None
    maximum: Number | None
    if is_of_times:
        maximum = in_unit(limit.quantity, TIME, scope)
        if maximum is not None:
            maximum = whole_number(maximum, limit.quantity.span, scope)
    else:
        maximum = in_unit(limit.quantity, POINT, scope)
        if maximum is not None and not fits_precision(
            maximum, setting.accounts, limit.quantity.span, scope
        ):
            return None
    if maximum is None:
        return None
    counted = Counted.TIMES if is_of_times else Counted.POINTS
    scan = Scan(setting.owner, period, key, LetThrough(counted, direction, maximum), per)
    return Limit(scan, Beyond.REFUSE if refuses else Beyond.CUT, limit.span)


def _matter(
    limit: tree.Limit, setting: LimitSetting, scope: Scope
) -> tuple[tuple[Attribute, ...], Per] | None:
    matter = limit.matter
    if matter.span is None:
        return (), Per.SUBJECT
    if limit.period is Period.RECORD:
        scope.reporter.report("limit-matter-each-time", matter.span)
        return None
    if matter.attributes and setting.attribute_of is None:
        scope.reporter.report("limit-matter-of-account", matter.span)
        return None
    return lower_matter(matter, setting.attribute_of or _nothing, setting.accounts, scope)


def _nothing(_: tree.Name) -> None:
    return None


def _direction(limit: tree.Limit, setting: LimitSetting, scope: Scope) -> Direction | None:
    given = setting.direction
    if given is None:
        if limit.direction is None:
            scope.reporter.report("limit-direction-missing", limit.span)
        return limit.direction
    if given is Direction.NET:
        # A clause that can give and take says of points which of the two it bounds.
        if limit.direction is None and limit.quantity.unit != TIME.symbol:
            scope.reporter.report("limit-direction-missing", limit.span)
            return None
        return limit.direction or given
    if limit.direction is not None and limit.direction is not given:
        words = {Direction.GAIN: "award", Direction.LOSS: "deduction"}
        scope.reporter.report(
            "limit-of-other-direction",
            limit.span,
            limited=words[limit.direction],
            clause=setting.owner.name,
            given=words[given],
        )
        return None
    return given


def _is_repeated(limit: Limit, others: Iterable[Limit], scope: Scope) -> bool:
    for other in others:
        if _what_it_counts(other) == _what_it_counts(limit):
            label = Label(other.origin, "first")
            scope.reporter.report("limit-twice", limit.origin, labels=(label,))
            return True
    return False


def _what_it_counts(limit: Limit) -> tuple[object, ...]:
    transfer = limit.scan.transfer
    if not isinstance(transfer, LetThrough):
        raise TypeError(transfer)
    scan = limit.scan
    return (scan.window, transfer.counted, transfer.direction, scan.key, scan.per)


def bounds_repeats(limit: Limit, direction: Direction) -> bool:
    """Whether a limit bounds what is given in `direction`, over more than one record."""
    transfer = limit.scan.transfer
    return (
        isinstance(transfer, LetThrough)
        and transfer.direction in (direction, Direction.NET)
        and limit.scan.window is not Period.RECORD
    )
