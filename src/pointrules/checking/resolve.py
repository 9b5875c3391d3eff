"""Which name stands for what: one namespace for the whole ruleset."""

from collections.abc import Collection, Iterator

from msgspec import Struct, field

from pointrules.checking.reporter import Reporter
from pointrules.diagnostics.diagnostic import Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.account import Account, Category
from pointrules.model.board import Board
from pointrules.model.grade import Grade
from pointrules.model.incentive import Incentive
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.unit import UNITS, Unit
from pointrules.model.vocabulary import Attribute, Behaviour
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.names import declared_form

_PLACED_BY_OWNER = frozenset({"value", "level"})
"""Kinds that are always read with their attribute or grade, and so may return elsewhere."""

_ONE_VALUE = "one value"
"""A list of one is a mistake that is reported by itself; it disagrees with nothing."""


def key_of(name: str) -> str:
    """A name as it is compared: width of letters, case and spaces around it carry no meaning."""
    return declared_form(name).casefold()


class Declaration(Struct, frozen=True):
    """A name with its kind, a word of the table of terms; `owner` is what it belongs to, or ''."""

    kind: str
    name: str
    owner: str
    type_words: str
    span: Span


class Scope(Struct):
    """All that names stand for. It is filled while lowering goes on: names, vocabulary, accounts, …

    Only what could be lowered is in the tables; what is declared but missing there was reported.
    """

    reporter: Reporter
    lost_names: frozenset[str]
    lost_clauses: frozenset[str]
    is_whole: bool
    declarations: dict[str, list[Declaration]] = field(default_factory=dict)
    clause_numbers: set[str] = field(default_factory=set)
    units: dict[str, Unit] = field(default_factory=lambda: dict(UNITS))
    parameters: dict[str, tree.Parameter] = field(default_factory=dict)
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    behaviours_by_name: dict[str, Behaviour] = field(default_factory=dict)
    household_attributes: dict[str, Attribute] = field(default_factory=dict)
    person_attributes: dict[str, Attribute] = field(default_factory=dict)
    collective_attributes: dict[SubjectKind, dict[str, Attribute]] = field(
        default_factory=lambda: {kind: {} for kind in COLLECTIVES}
    )
    accounts: dict[str, Account] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    boards: dict[str, Board] = field(default_factory=dict)
    incentives: dict[str, Incentive] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    deciders: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def learn_behaviours(self) -> None:
        """Take the behaviours for complete: each is known once, under its own name."""
        self.behaviours_by_name = {item.name: item for item in self.behaviours.values()}

    def behaviours_named(self, names: Collection[str]) -> tuple[Behaviour, ...]:
        """The behaviours with these names of their own, in the order of the vocabulary."""
        if len(names) == 1:  # as of nearly every clause, and vocabularies may be long
            return tuple(self.behaviours_by_name[name] for name in names)
        return tuple(item for name, item in self.behaviours_by_name.items() if name in names)

    def attributes_of(self, kind: SubjectKind) -> dict[str, Attribute]:
        """The attributes that subjects of that kind have, by key."""
        if kind is SubjectKind.HOUSEHOLD:
            return self.household_attributes
        if kind is SubjectKind.PERSON:
            return self.person_attributes
        return self.collective_attributes[kind]

    def is_of_kind(self, name: tree.Name, kind: str) -> bool:
        """Whether the name is declared as `kind`, among other things perhaps."""
        found = self.declarations.get(key_of(name.text), ())
        return name.is_declared and any(item.kind == kind for item in found)

    def key(self, name: tree.Name, *wanted: str) -> str | None:
        """The key of a name that must be of one of the `wanted` kinds; None after saying it is not.

        A name that was reported already, or whose declaration could not be read, is passed over.
        """
        if not name.is_declared:
            return None  # what stands in its place is the parser's guess
        key = key_of(name.text)
        found = self.declarations.get(key, ())
        if any(item.kind in wanted for item in found):
            return key
        if key in self.lost_names:
            return None
        choices = suggest(name.text, self.names_of_kinds(*wanted))
        if found:
            self.reporter.report(
                "wrong-kind-of-name",
                name.span,
                name=name.text,
                kind=found[0].kind,
                wanted=wanted[0],
                choices=choices,
            )
        else:
            self.reporter.report(
                "unknown-name", name.span, name=name.text, kind=wanted[0], choices=choices
            )
        return None

    def names_of_kinds(self, *kinds: str) -> Iterator[str]:
        """All names declared as one of `kinds`."""
        for items in self.declarations.values():
            for item in items:
                if item.kind in kinds:
                    yield item.name
                    break


def scope_of(syntax: tree.RulesetSyntax, reporter: Reporter) -> Scope:
    """Collect every name that the file declares, and report those declared twice."""
    lost = frozenset(key_of(name) for name in syntax.lost_names)
    scope = Scope(reporter, lost, syntax.lost_clauses, syntax.is_whole)
    for block in syntax.blocks:
        if isinstance(block.node, tree.Clause):
            _declare_clause(block.node, scope)
        for declaration in _declarations(block.node):
            _declare(declaration, scope)
    return scope


def _declare_clause(clause: tree.Clause, scope: Scope) -> None:
    scope.clause_numbers.add(clause.number.text)


def _declare(new: Declaration, scope: Scope) -> None:
    key = key_of(new.name)
    others = scope.declarations.setdefault(key, [])
    clash = next((other for other in others if not _may_share(other, new)), None)
    if clash is not None:
        label = Label(clash.span, "first")
        scope.reporter.report("declared-twice", new.span, name=new.name, labels=(label,))
        return
    others.append(new)


def _may_share(one: Declaration, other: Declaration) -> bool:
    """Two behaviours may have the same attribute, two attributes the same value."""
    if (one.kind, one.owner) == (other.kind, other.owner):
        return False
    if one.kind in _PLACED_BY_OWNER and other.kind in _PLACED_BY_OWNER:
        return True
    if not one.kind == other.kind == "attribute":
        return False
    return one.type_words == other.type_words or _ONE_VALUE in (one.type_words, other.type_words)


def _declarations(node: tree.BlockNode) -> Iterator[Declaration]:
    match node:
        case tree.Vocabulary():
            for entry in node.entries:
                yield from _of_entry(entry)
        case tree.Parameter():
            yield _of_text("parameter", node.name)
        case tree.Account():
            yield _of_text("account", node.name)
        case tree.Category():
            yield _of_text("category", node.name)
        case tree.Loan():
            yield _of_text("loan", node.name)
        case tree.Exchange():
            yield _of_text("exchange", node.name)
        case tree.Honour():
            yield _of_text("honour", node.name)
        case tree.Pool():
            yield _of_text("pool", node.name)
        case tree.Board():
            yield _of_text("board", node.name)
        case tree.Grade():
            yield _of_text("grade", node.name)
            for band in node.bands:
                yield _of_new("level", band.level, owner=node.name.text)
        case _:
            pass


def _of_entry(entry: tree.VocabularyEntry) -> Iterator[Declaration]:
    match entry:
        case tree.Behaviours():
            for behaviour in entry.items:
                yield _of_new("behaviour", behaviour.name)
                for attribute in behaviour.attributes:
                    yield from _of_attribute("attribute", attribute, behaviour.name.text)
        case tree.Aliases():
            for name in entry.names:
                yield _of_new("behaviour", name)
        case tree.SubjectAttributes():
            for attribute in entry.attributes:
                yield from _of_attribute(f"{entry.kind.value}-attribute", attribute, "")
        case tree.NameList():
            kind = {"flags": "flag", "deciders": "decider", "roles": "role", "units": "unit"}
            for name in entry.names:
                yield _of_new(kind[entry.kind], name)
        case _:
            pass  # effects of flags declare nothing


def _of_attribute(kind: str, attribute: tree.Attribute, owner: str) -> Iterator[Declaration]:
    name = attribute.name
    yield Declaration(kind, name.text, owner, _type_words(attribute.type), name.span)
    if isinstance(attribute.type, tree.ValuesType):
        for value in attribute.type.values:
            yield _of_new("value", value, owner=f"{kind} {owner} {name.text}")


def _type_words(kind: tree.UnitType | tree.KindType | tree.ValuesType) -> str:
    """Attributes of one name agree if these do; lists of values may differ."""
    match kind:
        case tree.UnitType():
            return f"unit {kind.unit}"
        case tree.KindType():
            return kind.kind
        case tree.ValuesType():
            return "enumerated" if len(kind.values) > 1 else _ONE_VALUE


def _of_text(kind: str, text: tree.Text) -> Declaration:
    return Declaration(kind, text.text, "", "", text.span)


def _of_new(kind: str, name: tree.NewName, owner: str = "") -> Declaration:
    return Declaration(kind, name.text, owner, "", name.span)
