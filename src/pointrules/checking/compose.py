"""A template and what a village changes of it, put together as one tree before anything is lowered.

Every node keeps its span, so that a message finds its line in whichever of the two texts it is.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from pointrules.checking.lower_parameter import adjusted
from pointrules.checking.reporter import Reporter
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.diagnostic import Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.overlay import ChangeKind, ClauseChange, ParameterChange
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_TERMS = {tree.Year: "year", tree.Review: "review", tree.Account: "account"}


class Composed(Struct, frozen=True):
    """One tree out of two, and what differs; `own` are the village's own clauses by number."""

    syntax: tree.RulesetSyntax
    changes: tuple[ClauseChange, ...]
    parameters: tuple[ParameterChange, ...]
    own: dict[str, tree.Clause]


class _Work(Struct):
    """The template's clauses and parameters on the way to becoming the village's."""

    reporter: Reporter
    clauses: dict[str, tree.Clause]
    parameters: dict[str, tree.Parameter]
    locks: tuple[tree.Locked, ...]
    amended: dict[str, tree.Block] = field(default_factory=dict)
    deleted: dict[str, Span] = field(default_factory=dict)
    adjusted: dict[str, tree.Block] = field(default_factory=dict)
    own: dict[str, tree.Clause] = field(default_factory=dict)
    changes: list[ClauseChange] = field(default_factory=list)
    parameter_changes: list[ParameterChange] = field(default_factory=list)


def used_template(syntax: tree.RulesetSyntax) -> tree.UsesTemplate | None:
    """The template that 细则 says it uses."""
    for block in syntax.blocks:
        if isinstance(block.node, tree.Edition):
            for part in block.node.parts:
                if isinstance(part, tree.UsesTemplate):
                    return part
    return None


def is_template(syntax: tree.RulesetSyntax) -> bool:
    """Whether it says how far a village may change it; then some parts may be left to villages."""
    return any(_bounds(block.node) for block in syntax.blocks)


def _bounds(node: tree.BlockNode) -> bool:
    match node:
        case tree.OwnClauses() | tree.Locked():
            return True
        case tree.Parameter(adjustable=adjustable):
            return adjustable is not None
        case _:
            return False


def alone(syntax: tree.RulesetSyntax, reporter: Reporter) -> None:
    """Say what makes no sense in a ruleset that uses no template."""
    for block in syntax.blocks:
        if isinstance(block.node, tree.Amendment | tree.Deletion):
            reporter.report("amendment-without-template", block.node.span)


def compose(
    village: tree.RulesetSyntax, template: tree.RulesetSyntax, reporter: Reporter
) -> Composed:
    """The template as the village has it. What may not be changed is reported and left as it was.

    Left out are the template's own 细则, its bounds for villages, and its examples: they are told
    and run with the template itself.
    """
    nodes = [block.node for block in template.blocks]
    work = _Work(
        reporter,
        {node.number.text: node for node in nodes if isinstance(node, tree.Clause)},
        {key_of(node.name.text): node for node in nodes if isinstance(node, tree.Parameter)},
        tuple(node for node in nodes if isinstance(node, tree.Locked)),
    )
    said = {type(node): node for node in reversed(nodes)}
    kept = [block for block in village.blocks if _take(block, said, work)]
    editions = [block for block in kept if isinstance(block.node, tree.Edition)]
    others = [block for block in kept if not isinstance(block.node, tree.Edition)]
    return Composed(
        replace(village, blocks=(*editions, *_of_template(template, work), *others)),
        tuple(work.changes),
        tuple(work.parameter_changes),
        work.own,
    )


def _of_template(template: tree.RulesetSyntax, work: _Work) -> Iterator[tree.Block]:
    for block in template.blocks:
        match block.node:
            case tree.Edition() | tree.Example() | tree.Locked() | tree.OwnClauses():
                pass
            case tree.Clause(number):
                if number.text not in work.deleted:
                    yield work.amended.get(number.text) or _without_deleted(block, work)
            case tree.ClauseGroup(clauses=numbers):
                left = tuple(item for item in numbers if item.text not in work.deleted)
                if len(left) == len(numbers):
                    yield block
                elif len(left) > 1:  # of one clause nothing is left to choose from
                    yield replace(block, node=replace(block.node, clauses=left))
            case tree.Parameter(name):
                yield work.adjusted.get(key_of(name.text)) or _settled(block.node, block)
            case _:
                yield block


def _without_deleted(block: tree.Block, work: _Work) -> tree.Block:
    """A clause of the template that no longer names those that the village deletes."""
    clause = block.node
    if not work.deleted or not isinstance(clause, tree.Clause):
        return block
    body = clause.body
    if not isinstance(body, tree.Sentence | tree.Settlement):
        return block
    tails: list[tree.Tail] = []
    for tail in body.tails:
        if isinstance(tail, tree.Adds | tree.Precedes | tree.Replaces):
            left = tuple(item for item in tail.numbers if item.text not in work.deleted)
            if left:
                tails.append(replace(tail, numbers=left))
        else:
            tails.append(tail)
    return replace(block, node=replace(clause, body=replace(body, tails=tuple(tails))))


def _settled(parameter: tree.Parameter, block: tree.Block) -> tree.Block:
    """A parameter without its range, which was for villages and not for what follows."""
    return replace(block, node=replace(parameter, adjustable=None))


def _take(block: tree.Block, said: dict[type, tree.BlockNode], work: _Work) -> bool:
    """Whether a block of the village stands beside the template; others change it."""
    node = block.node
    match node:
        case tree.Amendment(clause):
            _amend(clause, block, work)
            return False
        case tree.Deletion(numbers, reason):
            for number in numbers:
                if _may_change(number, work):
                    work.deleted[number.text] = number.span
                    why = None if reason is None else reason.text
                    before = _words(work.clauses[number.text])
                    change = ClauseChange(ChangeKind.DELETED, number.text, before, None, why)
                    work.changes.append(change)
            return False
        case tree.Parameter(name) if key_of(name.text) in work.parameters:
            _adjust(node, block, work)
            return False
        case tree.Clause(number):
            return _is_own(node, number, work)
        case tree.ClauseGroup(clauses=numbers):
            _locked_among(numbers, work)  # of a group only the best counts
            return True
        case tree.Locked() | tree.OwnClauses():
            work.reporter.report("bounds-in-overlay", node.span)
            return False
        case tree.Year() | tree.Review() | tree.Account() if type(node) in said:
            there = said[type(node)]
            label = Label(there.span, "template")
            work.reporter.report(
                "said-by-template", node.span, part=_TERMS[type(node)], labels=(label,)
            )
            return False
        case _:
            return True


def _amend(clause: tree.Clause, block: tree.Block, work: _Work) -> None:
    number = clause.number
    if not _may_change(number, work):
        return
    _leaves_locked_alone(clause, work)
    work.amended[number.text] = tree.Block(clause, block.is_whole)
    before, after = _words(work.clauses[number.text]), _words(clause)
    work.changes.append(ClauseChange(ChangeKind.AMENDED, number.text, before, after, None))


def _may_change(number: tree.ClauseNumber, work: _Work) -> bool:
    """Whether the template has such a clause, lets it be changed, and it is changed but once."""
    text, report = number.text, work.reporter.report
    if text not in work.clauses:
        report(
            "amends-unknown-clause",
            number.span,
            number=text,
            choices=suggest(text, sorted(work.clauses)),
        )
        return False
    lock = _lock_on(text, work.locks)
    if lock is not None:
        report("clause-locked", number.span, number=text, labels=(Label(lock, "lock"),))
        return False
    first = work.deleted.get(text)
    if text in work.amended:
        node = work.amended[text].node
        first = node.number.span if isinstance(node, tree.Clause) else node.span
    if first is not None:
        report("amended-twice", number.span, number=text, labels=(Label(first, "first"),))
        return False
    return True


def _leaves_locked_alone(clause: tree.Clause, work: _Work) -> None:
    """A clause that goes before a locked one (优先于) or replaces it would undo it all the same."""
    body = clause.body
    for tail in body.tails if isinstance(body, tree.Sentence | tree.Settlement) else ():
        if isinstance(tail, tree.Precedes | tree.Replaces):
            _locked_among(tail.numbers, work)


def _locked_among(numbers: Iterable[tree.ClauseNumber], work: _Work) -> None:
    for number in numbers:
        lock = _lock_on(number.text, work.locks) if number.text in work.clauses else None
        if lock is not None:
            label = Label(lock, "lock")
            work.reporter.report("clause-locked", number.span, number=number.text, labels=(label,))


def _lock_on(number: str, locks: tuple[tree.Locked, ...]) -> Span | None:
    """Where the template says that a clause stays as it is; 只可修改 locks all others."""
    for lock in locks:
        if not lock.is_open and any(item.text == number for item in lock.numbers):
            return lock.span
    opened = [lock for lock in locks if lock.is_open]
    if opened and not any(item.text == number for lock in opened for item in lock.numbers):
        return opened[0].span
    return None


def _adjust(parameter: tree.Parameter, block: tree.Block, work: _Work) -> None:
    old = work.parameters[key_of(parameter.name.text)]
    if parameter.adjustable is not None:
        work.reporter.report("bounds-in-overlay", parameter.adjustable.span)
    if not adjusted(parameter, old, work.reporter):
        return
    work.adjusted[key_of(old.name.text)] = _settled(parameter, block)
    change = ParameterChange(old.name.text, old.quantity.span, parameter.quantity.span)
    work.parameter_changes.append(change)


def _is_own(clause: tree.Clause, number: tree.ClauseNumber, work: _Work) -> bool:
    there = work.clauses.get(number.text)
    if there is not None:
        label = Label(there.number.span, "template")
        work.reporter.report("clause-of-template", number.span, number=number.text, labels=(label,))
        return False
    _leaves_locked_alone(clause, work)
    if number.text not in work.own:
        work.own[number.text] = clause
        change = ClauseChange(ChangeKind.OWN, number.text, None, _words(clause), None)
        work.changes.append(change)
    return True


def _words(clause: tree.Clause) -> Span:
    """What stands behind its number."""
    return Span(clause.span.file, clause.number.span.end, clause.span.end)
