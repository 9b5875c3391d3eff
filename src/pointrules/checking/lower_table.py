"""Tables of points by one or two enumerated attributes."""

from collections.abc import Sequence
from itertools import product

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.limits import MAX_ROWS
from pointrules.checking.value_types import declared_here, enumerated_value
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.number import Number, number_text
from pointrules.model.value import Lookup, LookupRow
from pointrules.model.vocabulary import Attribute, EnumeratedType
from pointrules.source.source_file import Span
from pointrules.syntax import tree

MOST_ATTRIBUTES = 2
_MOST_CELLS_NAMED = 6


def lower_table(
    effect: tree.ByTable, rows: Sequence[tree.Row], setting: ClauseSetting
) -> Lookup | None:
    """A table; every cell is there, or what holds for the others is."""
    scope = setting.scope
    if len(effect.attributes) > MOST_ATTRIBUTES:
        scope.reporter.report("table-of-many", effect.attributes[MOST_ATTRIBUTES].span)
        return None
    found = [_enumerated(name, setting) for name in effect.attributes]
    attributes = tuple(attribute for attribute in found if attribute is not None)
    if len(attributes) < len(found):
        return None
    table = _Table(attributes, effect, setting)
    is_sound = True
    for row in rows:
        is_sound = table.takes(row) and is_sound
    if not is_sound or not rows:
        return None
    missing = table.missing()
    if missing and setting.is_whole:
        named = missing[:_MOST_CELLS_NAMED]
        rest = "…" if len(missing) > len(named) else ""
        cells = "、".join(" ".join(cell) for cell in named) + rest
        scope.reporter.report("table-cell-missing", effect.span, cells=cells)
    if missing:
        return None
    lowered = tuple(LookupRow(values, points) for values, points in table.points.items())
    return Lookup(attributes, lowered, table.otherwise, effect.span)


def _enumerated(name: tree.Name, setting: ClauseSetting) -> Attribute | None:
    attribute = setting.record_attribute(name)
    if attribute is None or isinstance(attribute.type, EnumeratedType):
        return attribute
    setting.scope.reporter.report(
        "not-an-enumerated-attribute",
        name.span,
        attribute=attribute.name,
        labels=(declared_here(attribute),),
    )
    return None


def report_row(row: tree.Row, setting: ClauseSetting) -> None:
    """Say that a row does not belong to what stands before it."""
    if not all(name.is_declared for name in _names_of(row)):
        return
    setting.scope.reporter.report("row-without-table", row.span, found=_words_of(row))


def _names_of(row: tree.Row) -> tuple[tree.Name, ...]:
    match row:
        case tree.NamedRow(name):
            return (name,)
        case tree.PairRow(first, second) | tree.GroupRow(first, second):
            return (first, second)
        case _:
            return ()


def _words_of(row: tree.Row) -> str:
    match row:
        case tree.NamedRow(name, quantity):
            return name.text if quantity is None else f"{name.text} {_quantity(quantity)}"
        case tree.PairRow(first, second, quantity) | tree.GroupRow(first, second, quantity):
            return f"{first.text} {second.text} {_quantity(quantity)}"
        case tree.StepRow(_, quantity) | tree.BracketRow(_, _, _, quantity):
            return f"… {_quantity(quantity)}"
        case tree.LinearRow(_, _, quantity):
            return f"… {_quantity(quantity)}"
        case tree.OtherwiseRow(quantity):
            return "其余" if quantity is None else f"其余 {_quantity(quantity)}"


def _quantity(quantity: tree.Quantity) -> str:
    return f"{number_text(quantity.number)} {quantity.unit}"


class _Table:
    """Cells as they are read; rows after `区级：…` go on with the same first value."""

    __slots__ = (
        "attributes",
        "effect",
        "group",
        "has_unknown_row",
        "otherwise",
        "places",
        "points",
        "setting",
    )

    def __init__(
        self, attributes: tuple[Attribute, ...], effect: tree.ByTable, setting: ClauseSetting
    ) -> None:
        self.attributes = attributes
        self.effect = effect
        self.setting = setting
        self.group: tree.Name | None = None
        self.points: dict[tuple[str, ...], Number] = {}
        self.places: dict[tuple[str, ...], Span] = {}
        self.otherwise: Number | None = None
        self.has_unknown_row = False

    def takes(self, row: tree.Row) -> bool:
        """Whether the row could be put into the table; says why not."""
        if not all(name.is_declared for name in _names_of(row)):
            self.has_unknown_row = True  # it may have been meant to open a group
            return False
        is_of_two = len(self.attributes) == MOST_ATTRIBUTES
        match row:
            case tree.NamedRow(name, quantity, span) if not is_of_two:
                return self._put((name,), quantity, span)
            case tree.NamedRow(name, quantity, span) if self.group is not None:
                return self._put((self.group, name), quantity, span)
            case tree.NamedRow() if is_of_two and self.has_unknown_row:
                return False
            case tree.GroupRow(first, second, quantity, span) if is_of_two:
                self.group = first
                return self._put((first, second), quantity, span)
            case tree.PairRow(first, second, quantity, span) if is_of_two:
                return self._put((first, second), quantity, span)
            case tree.OtherwiseRow(quantity, span):
                return self._put_otherwise(quantity, span)
            case _:
                report_row(row, self.setting)
                return False

    def _put(
        self, names: tuple[tree.Name, ...], quantity: tree.Quantity | None, span: Span
    ) -> bool:
        values: list[str] = []
        for name, attribute in zip(names, self.attributes, strict=True):
            kind = attribute.type
            listed = kind.values if isinstance(kind, EnumeratedType) else ()
            value = enumerated_value(name, attribute, listed, self.setting.scope)
            if value is None:
                return False
            values.append(value)
        if quantity is None:
            self.setting.scope.reporter.report("row-without-points", span, value=names[-1].text)
            return False
        points = self.setting.points(quantity, self.effect.direction)
        return points is not None and self._store(tuple(values), points, span)

    def _put_otherwise(self, quantity: tree.Quantity | None, span: Span) -> bool:
        direction = self.effect.direction
        points = 0 if quantity is None else self.setting.points(quantity, direction)
        if points is None:
            return False
        if self.otherwise is not None:
            self._report_twice(("其余",), span)
            return False
        self.otherwise = points
        self.places[("其余",)] = span
        return True

    def _store(self, cell: tuple[str, ...], points: Number, span: Span) -> bool:
        if cell in self.points:
            self._report_twice(cell, span)
            return False
        self.points[cell] = points
        self.places[cell] = span
        return True

    def _report_twice(self, cell: tuple[str, ...], span: Span) -> None:
        label = Label(self.places[cell], "first")
        self.setting.scope.reporter.report(
            "table-cell-twice", span, cell=" ".join(cell), labels=(label,)
        )

    def missing(self) -> list[tuple[str, ...]]:
        """The cells without points, none where the table says what holds for the others."""
        if self.otherwise is not None:
            return []
        listed = [
            attribute.type.values
            for attribute in self.attributes
            if isinstance(attribute.type, EnumeratedType)
        ]
        size = 1
        for values in listed:
            size *= len(values)
        if size > MAX_ROWS:
            span = self.effect.span
            self.setting.scope.reporter.report("too-many-rows", span, limit=str(MAX_ROWS))
            return []
        return [cell for cell in product(*listed) if cell not in self.points]
