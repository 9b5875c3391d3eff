"""The names a ruleset declares: collected first, so that they can be used without spaces."""

from msgspec import Struct

from pointrules.source.folding import fold
from pointrules.syntax import tree


class DeclaredNames(Struct, frozen=True):
    """Names that may stand bare. Parameters and units are words of their own kind."""

    names: frozenset[str] = frozenset()
    parameters: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()

    def with_names(self, *names: str) -> "DeclaredNames":
        """These names and more."""
        more = {name for name in map(declared_form, names) if name}
        return DeclaredNames(self.names | more, self.parameters, self.units)

    def with_parameters(self, *names: str) -> "DeclaredNames":
        """These names and more parameters."""
        more = {name for name in map(declared_form, names) if name}
        return DeclaredNames(self.names, self.parameters | more, self.units)

    def with_units(self, *names: str) -> "DeclaredNames":
        """These names and more units."""
        more = {name for name in map(declared_form, names) if name}
        return DeclaredNames(self.names, self.parameters, self.units | more)


def declared_form(name: str) -> str:
    """A name as it is looked up: folded, without spaces around it."""
    return fold(name).strip()


def names_of_vocabulary(vocabulary: tree.Vocabulary, known: DeclaredNames) -> DeclaredNames:
    """`known` and all that the vocabulary declares."""
    names: list[str] = []
    units: list[str] = []
    for entry in vocabulary.entries:
        match entry:
            case tree.Behaviours(items):
                for behaviour in items:
                    names.extend((behaviour.name.text, *_of_attributes(behaviour.attributes)))
            case tree.SubjectAttributes(_, attributes):
                names.extend(_of_attributes(attributes))
            case tree.NameList("units", things):
                units.extend(thing.text for thing in things)
            case tree.Aliases(others) | tree.NameList(_, others):
                names.extend(other.text for other in others)
            case _:
                pass  # effects of flags use names, and declare none
    return known.with_names(*names).with_units(*units)


def _of_attributes(attributes: tuple[tree.Attribute, ...]) -> list[str]:
    names = []
    for attribute in attributes:
        names.append(attribute.name.text)
        if isinstance(attribute.type, tree.ValuesType):
            names.extend(value.text for value in attribute.type.values)
    return names


def names_of_grade(grade: tree.Grade, known: DeclaredNames) -> DeclaredNames:
    """`known` and the levels of the grade."""
    return known.with_names(*(band.level.text for band in grade.bands))
