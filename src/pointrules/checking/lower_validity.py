"""有效期: how long entries count, of a clause, a category or an account."""

from collections.abc import Sequence

from msgspec import Struct, field

from pointrules.checking.bands import are_monotone, is_lower_bound
from pointrules.checking.lower_flag import DURATION_UNITS
from pointrules.checking.lower_matter import AttributeOf
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import (
    declared_here,
    duration,
    enumerated_value,
    points_in,
    whole_number,
)
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.condition import Comparison
from pointrules.model.number import Number, number_text
from pointrules.model.validity import (
    FixedValidity,
    Lasts,
    LevelValidity,
    SizeBand,
    SizeValidity,
    Validity,
    ValidityRule,
)
from pointrules.model.vocabulary import Attribute, DateType, EnumeratedType
from pointrules.source.source_file import Span
from pointrules.syntax import tree


class WrittenValidity(Struct):
    """What one clause, category or account says of validity, as it is collected."""

    validity: tree.EntryValidity | None = None
    clock: tree.ValidityClock | None = None
    rows: list[tree.ValidityRow] = field(default_factory=list)

    @property
    def takes_rows(self) -> bool:
        """Whether rows may follow: one stands in it already."""
        return self.validity is not None and self.validity.row is not None


def written_validity(parts: Sequence[object], scope: Scope) -> WrittenValidity:
    """What the parts of an account or a category say of it."""
    written = WrittenValidity()
    for part in parts:
        if isinstance(part, tree.EntryValidity):
            if written.validity is None:
                written.validity = part
            else:
                label = Label(written.validity.span, "first")
                scope.reporter.report(
                    "part-twice", part.span, part="entry-validity", labels=(label,)
                )
        elif isinstance(part, tree.ValidityRow):
            written.rows.append(part)
    return written


def validity_row(tail: object) -> tree.ValidityRow | None:
    """A row of a clause as one of its validity; None where it tells points and not a time."""
    match tail:
        case tree.ValidityRow():
            return tail
        case tree.NamedRow(name, quantity, span) if _is_time(quantity):
            return tree.ValidityRow(name, None, quantity, span)
        case tree.StepRow(bounded, quantity, span) if _is_time(quantity):
            return tree.ValidityRow(None, bounded, quantity, span)
        case tree.OtherwiseRow(quantity, span) if _is_time(quantity):
            return tree.ValidityRow(None, None, quantity, span)
        case _:
            return None


def _is_time(quantity: tree.Quantity | None) -> bool:
    return quantity is not None and quantity.unit in DURATION_UNITS


def lower_validity(
    written: WrittenValidity, attribute_of: AttributeOf | None, scope: Scope, *, is_whole: bool
) -> tuple[Validity | None, bool]:
    """The validity, and whether it could be read; `attribute_of` is None for an account."""
    validity, clock = written.validity, written.clock
    first = validity or clock
    if not written.takes_rows and written.rows:
        name = written.rows[0].name
        if name is None or name.is_declared:  # an unknown name was reported already
            scope.reporter.report("validity-row-stray", written.rows[0].span)
        return None, False
    if first is None:
        return None, True
    rule: ValidityRule | None = None
    is_sound = True
    if validity is not None:
        rule = _rule(validity, written.rows, attribute_of, scope, is_whole=is_whole)
        is_sound = rule is not None
    runs_from: Attribute | None = None
    if clock is not None and attribute_of is not None:
        runs_from = attribute_of(clock.attribute)
        if runs_from is not None and not isinstance(runs_from.type, DateType):
            labels = (declared_here(runs_from),)
            scope.reporter.report(
                "validity-clock-not-a-date",
                clock.attribute.span,
                attribute=runs_from.name,
                labels=labels,
            )
            runs_from = None
        is_sound = is_sound and runs_from is not None
    return (Validity(rule, runs_from, first.span), True) if is_sound else (None, False)


def _rule(
    validity: tree.EntryValidity,
    others: Sequence[tree.ValidityRow],
    attribute_of: AttributeOf | None,
    scope: Scope,
    *,
    is_whole: bool,
) -> ValidityRule | None:
    if validity.row is None:
        lasts = _lasts(validity.quantity, scope)
        return FixedValidity(lasts.lasts) if lasts is not None else None
    rows = (validity.row, *others)
    if validity.attribute is not None:
        if attribute_of is None:
            scope.reporter.report("validity-level-of-account", validity.span)
            return None
        attribute = attribute_of(validity.attribute)
        return None if attribute is None else _by_level(validity, rows, attribute, scope, is_whole)
    return _by_size(validity, rows, scope, is_whole)


class _Length(Struct, frozen=True):
    """A length that could be read; None in it is for good."""

    lasts: Lasts


def _lasts(quantity: tree.Quantity | None, scope: Scope) -> _Length | None:
    if quantity is None:
        return _Length(None)
    if not quantity.unit:
        return None
    unit = DURATION_UNITS.get(quantity.unit)
    report = scope.reporter.report
    if unit is None:
        report("unit-clash", quantity.span, found=quantity.unit, wanted="天、个月、年")
        return None
    count = whole_number(quantity.number, quantity.span, scope)
    if count is None:
        return None
    if count <= 0:
        report(
            "step-not-positive",
            quantity.span,
            number=f"{number_text(quantity.number)} {quantity.unit}",
        )
        return None
    lasts = duration(count, unit, quantity.span, scope)
    return None if lasts is None else _Length(lasts)


# ---- 按 级别


def _by_level(
    validity: tree.EntryValidity,
    rows: Sequence[tree.ValidityRow],
    attribute: Attribute,
    scope: Scope,
    is_whole: bool,  # noqa: FBT001
) -> LevelValidity | None:
    report = scope.reporter.report
    if not isinstance(attribute.type, EnumeratedType):
        span = validity.span if validity.attribute is None else validity.attribute.span
        report(
            "not-an-enumerated-attribute",
            span,
            attribute=attribute.name,
            labels=(declared_here(attribute),),
        )
        return None
    values = attribute.type.values
    found: dict[str, Lasts] = {}
    places: dict[str, Span] = {}
    is_sound = True
    for row in rows:
        if row.bounded is not None:
            report("validity-row-stray", row.span)
            return None
        value = "其余"
        if row.name is not None:
            named = enumerated_value(row.name, attribute, values, scope)
            if named is None:
                return None
            value = named
        length = _lasts(row.quantity, scope)
        if value in found:
            label = Label(places[value], "first")
            report("table-cell-twice", row.span, cell=value, labels=(label,))
            is_sound = False
        elif length is None:
            is_sound = False
        else:
            found[value], places[value] = length.lasts, row.span
    missing = [] if "其余" in places else [value for value in values if value not in found]
    if not is_sound or missing:
        if is_sound and is_whole:
            report("validity-level-missing", validity.span, levels="、".join(missing))
        return None
    otherwise = found.pop("其余", None)
    return LevelValidity(attribute, tuple(found.items()), otherwise, "其余" in places)


# ---- 10 分以上


def _by_size(
    validity: tree.EntryValidity,
    rows: Sequence[tree.ValidityRow],
    scope: Scope,
    is_whole: bool,  # noqa: FBT001
) -> SizeValidity | None:
    report = scope.reporter.report
    bands: list[SizeBand] = []
    bounds: list[tuple[Number, Span]] = []
    below: _Length | None = None
    for row in rows:
        if row.name is not None:
            if row.name.is_declared:
                report("validity-row-stray", row.span)
            return None
        length = _lasts(row.quantity, scope)
        if length is None:
            return None
        if row.bounded is None:
            if below is not None:
                report("part-twice", row.span, part="otherwise", labels=())
                return None
            below = length
            continue
        if not is_lower_bound(row.bounded, scope.reporter):
            return None
        lower = points_in(row.bounded.quantity, scope)
        if lower is None:
            return None
        is_inclusive = row.bounded.comparison is Comparison.AT_LEAST
        bands.append(SizeBand(lower, is_inclusive, length.lasts))
        bounds.append((lower, row.bounded.span))
    if not are_monotone(bounds, scope.reporter):
        return None
    if below is None:
        if is_whole:
            report("validity-otherwise-missing", validity.span)
        return None
    return SizeValidity(tuple(sorted(bands, key=lambda band: band.lower)), below.lasts)
