"""The attributes that conditions and values read: of a record, or of a subject."""

from collections.abc import Collection

from pointrules.checking.reading import Reading, is_without_record
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import merged
from pointrules.model import condition as model
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import Attribute, Behaviour
from pointrules.syntax import tree


def operand_named(name: tree.Name, place: Reading) -> model.Operand | None:
    """The attribute of the record, else of the household, else of the person."""
    scope = place.scope
    key = scope.key(name, "attribute", *(f"{kind}-attribute" for kind in SubjectKind))
    if key is None:
        return None
    if scope.is_of_kind(name, "attribute"):
        if is_without_record(name.span, place):
            return None
        attribute = record_attribute(name, key, place.behaviours, scope)
        return None if attribute is None else model.RecordAttribute(attribute)
    for kind in SubjectKind:
        found = scope.attributes_of(kind).get(key)
        if found is not None:
            if place.offer_subject is SubjectKind.HOUSEHOLD and kind is SubjectKind.PERSON:
                code = "attribute-of-other-subject"
                if place.settled is not None:
                    code = "attribute-of-other-settled"
                scope.reporter.report(code, name.span, attribute=found.name)
                return None
            return model.SubjectAttribute(kind, found)
    return None


def operand_of_subject(
    name: tree.Name, kind: SubjectKind, scope: Scope
) -> model.SubjectAttribute | None:
    """An attribute of the subject, or of the household that a person belongs to."""
    operand = operand_named(name, Reading(scope, frozenset(), kind))
    return operand if isinstance(operand, model.SubjectAttribute) else None


def record_attribute(
    name: tree.Name, key: str, behaviours: Collection[str] | None, scope: Scope
) -> Attribute | None:
    """The attribute that every one of `behaviours` has; None after naming one that has it not."""
    if behaviours is None:
        return None
    found: list[Attribute] = []
    for behaviour in scope.behaviours_named(behaviours):
        owned = {key_of(item.name): item for item in behaviour.attributes}
        if key in owned:
            found.append(owned[key])
            continue
        if key in unreadable_attributes(behaviour, scope):
            return None
        scope.reporter.report(
            "attribute-not-of-behaviour",
            name.span,
            attribute=name.text,
            behaviour=behaviour.name,
            choices=tuple(item.name for item in behaviour.attributes),
        )
        return None
    return merged(found) if found else None


def unreadable_attributes(behaviour: Behaviour, scope: Scope) -> frozenset[str]:
    """The keys of attributes that it declares with a type that was reported already."""
    owner = key_of(behaviour.name)
    declared = {
        key
        for key, items in scope.declarations.items()
        if any(item.kind == "attribute" and key_of(item.owner) == owner for item in items)
    }
    return frozenset(declared - {key_of(attribute.name) for attribute in behaviour.attributes})
