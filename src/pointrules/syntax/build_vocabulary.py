"""The nodes of the vocabulary (词表)."""

from collections.abc import Callable
from typing import Literal, cast

from pointrules.model.condition import Comparison
from pointrules.model.measure import Measure
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _vocabulary(c: Children) -> tree.Vocabulary:
    return tree.Vocabulary(c.nodes(), c.span)


def _behaviours(c: Children) -> tree.Behaviours:
    return tree.Behaviours(c.all(tree.Behaviour), c.span)


def _behaviour(c: Children) -> tree.Behaviour:
    attributes = next((item for item in c.nodes() if isinstance(item, _Attributes)), None)
    return tree.Behaviour(
        c.one(tree.NewName), attributes.items if attributes is not None else (), c.span
    )


def _aliases(c: Children) -> tree.Aliases:
    return tree.Aliases(c.all(tree.NewName), c.span)


class _Attributes:
    """The bracketed list of attributes, on its way into a behaviour or subject."""

    __slots__ = ("items", "span")

    def __init__(self, items: tuple[tree.Attribute, ...], span: Span) -> None:
        self.items = items
        self.span = span


def _attributes(c: Children) -> _Attributes:
    return _Attributes(c.all(tree.Attribute), c.span)


def _holds_gains(c: Children) -> tree.HoldsGains:
    return tree.HoldsGains(next(iter(c.names()), None), c.span)


def _lowers_points(c: Children) -> tree.LowersPoints:
    measure = Measure(str(c.token("CLEARS_POINTS", "LOWERED_TO").value))
    to = c.optional(tree.Quantity)
    return tree.LowersPoints(next(iter(c.names()), None), measure, to, c.span)


def _bounds_grade(c: Children) -> tree.BoundsGrade:
    comparison = c.optional_token("COMPARE")
    return tree.BoundsGrade(
        next(iter(c.names()), None),
        Comparison.AT_MOST if comparison is None else Comparison(str(comparison.value)),
        c.one(tree.NewName),
        c.span,
    )


def _subject_attributes(c: Children) -> tree.SubjectAttributes:
    kind = SubjectKind(str(c.token("SUBJECT").value))
    return tree.SubjectAttributes(kind, c.one(_Attributes).items, c.span)


def _attribute(c: Children) -> tree.Attribute:
    kind = c.one(tree.UnitType, tree.KindType, tree.ValuesType)
    return tree.Attribute(
        c.one(tree.NewName),
        cast("tree.UnitType | tree.KindType | tree.ValuesType", kind),
        c.has("OPTIONAL"),
        c.span,
    )


def _attribute_unit(c: Children) -> tree.UnitType:
    return tree.UnitType(str(c.token("UNIT").value), c.span)


def _attribute_kind(c: Children) -> tree.KindType:
    kind = cast("Literal['text', 'yes-no', 'date']", str(c.token("TYPE").value))
    return tree.KindType(kind, c.span)


def _attribute_values(c: Children) -> tree.ValuesType:
    return tree.ValuesType(c.all(tree.NewName), c.span)


def _name_list(
    kind: Literal["flags", "deciders", "roles", "units"],
) -> Callable[[Children], tree.NameList]:
    def build(c: Children) -> tree.NameList:
        return tree.NameList(kind, c.all(tree.NewName), c.span)

    return build


VOCABULARY_BUILDERS: Builders = {
    "vocabulary": _vocabulary,
    "behaviours": _behaviours,
    "behaviour": _behaviour,
    "aliases": _aliases,
    "subject_attributes": _subject_attributes,
    "attributes": _attributes,
    "attribute": _attribute,
    "attribute_unit": _attribute_unit,
    "attribute_kind": _attribute_kind,
    "attribute_values": _attribute_values,
    "flags": _name_list("flags"),
    "holds_gains": _holds_gains,
    "clears_points": _lowers_points,
    "lowers_points": _lowers_points,
    "bounds_grade": _bounds_grade,
    "deciders": _name_list("deciders"),
    "roles": _name_list("roles"),
    "units": _name_list("units"),
}
