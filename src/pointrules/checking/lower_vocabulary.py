"""词表 and 参数: from names as they are declared to behaviours, attributes, units and amounts."""

from collections.abc import Iterable

from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import unit_of
from pointrules.model.unit import Unit
from pointrules.model.vocabulary import (
    Attribute,
    AttributeType,
    Behaviour,
    DateType,
    EnumeratedType,
    NumericType,
    TextType,
    Vocabulary,
    YesNoType,
)
from pointrules.syntax import tree

_KINDS: dict[str, AttributeType] = {
    "text": TextType(),
    "yes-no": YesNoType(),
    "date": DateType(),
}
_FEWEST_VALUES = 2


def lower_vocabularies(blocks: Iterable[tuple[tree.Vocabulary, bool]], scope: Scope) -> Vocabulary:
    """All vocabularies of the file as one. `scope` gets to know what their names mean.

    Flags come later: their effects name accounts and grades.
    """
    pairs = tuple(blocks)
    entries = [entry for vocabulary, _ in pairs for entry in vocabulary.entries]
    for entry in entries:
        if isinstance(entry, tree.NameList):
            _learn_names(entry, scope)
    roles: list[str] = []
    for entry in entries:
        if isinstance(entry, tree.NameList) and entry.kind == "roles":
            roles.extend(name.text.strip() for name in entry.names)
        elif isinstance(entry, tree.SubjectAttributes):
            _learn_subject_attributes(entry, scope)
    for vocabulary, is_whole in pairs:
        _learn_behaviours(vocabulary, scope, is_whole=is_whole)
    scope.learn_behaviours()
    return Vocabulary(
        tuple(scope.behaviours_by_name.values()),
        tuple(scope.household_attributes.values()),
        tuple(scope.person_attributes.values()),
        (),
        tuple(scope.deciders.values()),
        tuple(roles),
        tuple(
            (kind, tuple(attributes.values()))
            for kind, attributes in scope.collective_attributes.items()
            if attributes
        ),
    )


def _learn_names(entry: tree.NameList, scope: Scope) -> None:
    for name in entry.names:
        text = name.text.strip()
        key = key_of(text)
        if entry.kind == "units":
            scope.units[key] = Unit(text, text, f"things called {key}", counted=True)
        elif entry.kind == "flags":
            scope.flags[key] = text
        elif entry.kind == "deciders":
            scope.deciders[key] = text
        elif entry.kind == "roles":
            scope.roles[key] = text


def _learn_subject_attributes(entry: tree.SubjectAttributes, scope: Scope) -> None:
    table = scope.attributes_of(entry.kind)
    for attribute in entry.attributes:
        lowered = _attribute(attribute, scope)
        if lowered is not None:
            table.setdefault(key_of(lowered.name), lowered)


def _learn_behaviours(vocabulary: tree.Vocabulary, scope: Scope, *, is_whole: bool) -> None:
    before: tree.Behaviours | None = None
    for entry in vocabulary.entries:
        if isinstance(entry, tree.Behaviours):
            before = entry
            for behaviour in entry.items:
                lowered = _behaviour(behaviour, scope)
                scope.behaviours.setdefault(key_of(lowered.name), lowered)
        elif not isinstance(entry, tree.Aliases):
            before = None
        elif before is not None and len(before.items) == 1:
            _learn_aliases(before.items[0], entry, scope)
        elif is_whole or before is not None:
            scope.reporter.report("alias-of-many", entry.span, name=entry.names[0].text)


def _learn_aliases(behaviour: tree.Behaviour, entry: tree.Aliases, scope: Scope) -> None:
    old = scope.behaviours[key_of(behaviour.name.text)]
    aliases = (*old.aliases, *(name.text.strip() for name in entry.names))
    new = Behaviour(old.name, aliases, old.attributes, old.origin)
    for name in (old.name, *aliases):
        scope.behaviours[key_of(name)] = new


def _behaviour(behaviour: tree.Behaviour, scope: Scope) -> Behaviour:
    lowered = (_attribute(attribute, scope) for attribute in behaviour.attributes)
    attributes = tuple(attribute for attribute in lowered if attribute is not None)
    return Behaviour(behaviour.name.text.strip(), (), attributes, behaviour.name.span)


def _attribute(attribute: tree.Attribute, scope: Scope) -> Attribute | None:
    kind = _type(attribute, scope)
    if kind is None:
        return None
    return Attribute(attribute.name.text.strip(), kind, attribute.is_optional, attribute.span)


def _type(attribute: tree.Attribute, scope: Scope) -> AttributeType | None:
    match attribute.type:
        case tree.UnitType(symbol, span):
            unit = unit_of(symbol, span, scope)
            return None if unit is None else NumericType(unit)
        case tree.KindType(kind):
            return _KINDS[kind]
        case tree.ValuesType(values, span):
            if len(values) < _FEWEST_VALUES:
                scope.reporter.report(
                    "single-value-enumeration",
                    span,
                    name=attribute.name.text,
                    value=values[0].text,
                )
                return None
            names = dict.fromkeys(value.text.strip() for value in values)
            return EnumeratedType(tuple(names))
