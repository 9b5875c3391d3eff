"""Values as a record or a fact carries them: 等次 优秀, 时长 2 小时, 低保 是."""

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import declared_here, enumerated_value, in_unit, whole_number
from pointrules.model.vocabulary import (
    Attribute,
    AttributeValue,
    DateType,
    EnumeratedType,
    NumericType,
    TextType,
    YesNoType,
)
from pointrules.syntax import tree


def lower_exact_value(pair: tree.Pair, attribute: Attribute, scope: Scope) -> AttributeValue | None:
    """The value of a pair that states a fact; None after saying why it cannot be one."""
    value = pair.value
    match attribute.type, value:
        case EnumeratedType(values), tree.Name() | tree.Text():
            return enumerated_value(value, attribute, values, scope)
        case TextType(), tree.Name() | tree.Text():
            return value.text
        case DateType(), tree.Day():
            return value.day
        case YesNoType(), tree.YesNo():
            return value.is_yes
        case NumericType(unit), tree.Quantity():
            number = in_unit(value, unit, scope)
            if number is not None and unit.counted:
                return whole_number(number, value.span, scope)
            return number
        case NumericType(), tree.Bounded():
            scope.reporter.report("exact-value-needed", value.span, attribute=attribute.name)
            return None
        case _:
            value_of_other_type(pair.attribute, value, attribute, scope)
            return None


def value_of_other_type(
    name: tree.Name, value: tree.PairValue, attribute: Attribute, scope: Scope
) -> None:
    """Say that the attribute takes values of another kind, unless the value was reported."""
    if isinstance(value, tree.Name) and not value.is_declared:
        return
    if isinstance(value, tree.Quantity) and not value.unit:
        return
    scope.reporter.report(
        "value-of-other-type",
        value.span,
        attribute=name.text,
        wanted=type_word(attribute),
        labels=(declared_here(attribute),),
    )


def type_word(attribute: Attribute) -> str:
    """The kind of value that an attribute has, as the table of terms names it."""
    match attribute.type:
        case EnumeratedType():
            return "enumerated"
        case NumericType():
            return "number"
        case TextType():
            return "text"
        case DateType():
            return "date"
        case YesNoType():
            return "yes-no"
