"""The names that a file declares in its vocabulary and grades, where they are declared."""

from collections.abc import Callable, Iterable, Iterator

from pointrules.checking.resolve import key_of
from pointrules.syntax import tree
from pointrules.syntax.spellings import spellings


def new_names(syntax: tree.RulesetSyntax) -> Iterator[tree.NewName]:
    """Every name that may be declared without quotes; accounts and the like are always quoted.

    Where a block could not be read whole, a name in it may have been cut at the wrong place.
    """
    for block in syntax.blocks:
        if not block.is_whole:
            continue
        if isinstance(block.node, tree.Vocabulary):
            for entry in block.node.entries:
                yield from _of_entry(entry)
        elif isinstance(block.node, tree.Grade):
            yield from (band.level for band in block.node.bands)


def names_with(
    syntax: tree.RulesetSyntax, terminals: Iterable[str], without: Callable[[str, str], str]
) -> Iterator[tuple[tree.NewName, str]]:
    """The names that are another name and a word of `terminals`, which `without` cuts off."""
    table = spellings().by_terminal
    words = [item.text for terminal in terminals for item in table[terminal]]
    names = list(new_names(syntax))
    known = {key_of(name.text) for name in names}
    for name in names:
        key = key_of(name.text)
        for word in words:
            rest = without(key, word)
            if rest != key and rest in known:
                yield name, word
                break


def _of_entry(entry: tree.VocabularyEntry) -> Iterator[tree.NewName]:
    match entry:
        case tree.Behaviours(items):
            for behaviour in items:
                yield behaviour.name
                yield from _of_attributes(behaviour.attributes)
        case tree.SubjectAttributes(_, attributes):
            yield from _of_attributes(attributes)
        case tree.Aliases(names) | tree.NameList(_, names):
            yield from names
        case _:
            pass  # effects of flags use names, and declare none


def _of_attributes(attributes: tuple[tree.Attribute, ...]) -> Iterator[tree.NewName]:
    for attribute in attributes:
        yield attribute.name
        kind = attribute.type
        if isinstance(kind, tree.ValuesType) and len(kind.values) > 1:  # one is no list of values
            yield from kind.values
