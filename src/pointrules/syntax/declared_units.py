"""Units that a vocabulary declares (单位), as the types of its own attributes.

While a vocabulary is read its units are not known yet, so `数量：筐` reads as a list of one value.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from pointrules.syntax import tree
from pointrules.syntax.names import declared_form


def units_declared(vocabularies: Iterable[tree.Vocabulary]) -> frozenset[str]:
    """The units of all vocabularies, as they are looked up."""
    return frozenset(
        declared_form(name.text)
        for vocabulary in vocabularies
        for entry in vocabulary.entries
        if isinstance(entry, tree.NameList) and entry.kind == "units"
        for name in entry.names
    )


def with_declared_units(vocabulary: tree.Vocabulary, units: frozenset[str]) -> tree.Vocabulary:
    """The same, where a single value that is a declared unit is that unit."""
    if not units:
        return vocabulary
    return replace(vocabulary, entries=tuple(_entry(entry, units) for entry in vocabulary.entries))


def _entry(entry: tree.VocabularyEntry, units: frozenset[str]) -> tree.VocabularyEntry:
    match entry:
        case tree.Behaviours(items):
            return replace(
                entry,
                items=tuple(
                    replace(item, attributes=_attributes(item.attributes, units)) for item in items
                ),
            )
        case tree.SubjectAttributes(_, attributes):
            return replace(entry, attributes=_attributes(attributes, units))
        case _:
            return entry


def _attributes(
    attributes: tuple[tree.Attribute, ...], units: frozenset[str]
) -> tuple[tree.Attribute, ...]:
    return tuple(_attribute(attribute, units) for attribute in attributes)


def _attribute(attribute: tree.Attribute, units: frozenset[str]) -> tree.Attribute:
    kind = attribute.type
    if not isinstance(kind, tree.ValuesType) or len(kind.values) != 1:
        return attribute
    unit = declared_form(kind.values[0].text)
    if unit not in units:
        return attribute
    return replace(attribute, type=tree.UnitType(unit, kind.span))
