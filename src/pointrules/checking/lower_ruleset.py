"""The blocks of one edition, given their meaning in the order in which they need each other."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from pointrules.checking.compose import is_template
from pointrules.checking.lower_account import lower_account
from pointrules.checking.lower_board import lower_board
from pointrules.checking.lower_category import completed_category, lower_category
from pointrules.checking.lower_clause import lower_clause
from pointrules.checking.lower_edition import lower_edition, lower_year
from pointrules.checking.lower_example import lower_example
from pointrules.checking.lower_flag_effect import lower_flag_effects
from pointrules.checking.lower_grade import lower_grade
from pointrules.checking.lower_group import lower_group
from pointrules.checking.lower_incentive import lower_incentive
from pointrules.checking.lower_parameter import check_adjustable
from pointrules.checking.lower_review import lower_review
from pointrules.checking.lower_succession import lower_successions
from pointrules.checking.lower_vocabulary import lower_vocabularies
from pointrules.checking.meaning import Meaning, clauses_as_written
from pointrules.checking.own_clauses import lower_own_clauses
from pointrules.checking.resolve import Scope, key_of
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Category
from pointrules.model.clause import Clause, ClauseGroup, ScoringClause, SettlementClause
from pointrules.model.edition import Edition
from pointrules.model.example import Example
from pointrules.model.exchange import Exchange
from pointrules.model.honour import Honour
from pointrules.model.loan import Loan
from pointrules.model.pool import Pool
from pointrules.model.review import Review
from pointrules.model.ruleset import Ruleset
from pointrules.model.trigger import TriggerClause
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_Block = TypeVar("_Block", bound=tree.BlockNode)
_Giving = TypeVar("_Giving", ScoringClause, SettlementClause)


def lower_ruleset(
    syntax: tree.RulesetSyntax, scope: Scope, digest: str
) -> tuple[Ruleset | None, Meaning]:
    """The whole, None where a part of it is missing; and all that could be understood."""
    return _Lowering(syntax, scope).lowered(digest)


class _Lowering:
    """The blocks of one file, taken in the order in which they need each other."""

    __slots__ = ("scope", "syntax")

    def __init__(self, syntax: tree.RulesetSyntax, scope: Scope) -> None:
        self.syntax = syntax
        self.scope = scope

    def of_kind(self, kind: type[_Block]) -> Iterator[tuple[_Block, bool]]:
        """The blocks of one kind, and whether all of each could be read."""
        for block in self.syntax.blocks:
            if isinstance(block.node, kind):
                yield block.node, block.is_whole

    def lowered(self, digest: str) -> tuple[Ruleset | None, Meaning]:
        scope = self.scope
        year = self.single(tree.Year)
        edition = self.edition()
        vocabulary = lower_vocabularies(self.of_kind(tree.Vocabulary), scope)
        review = self.review()
        for parameter, _ in self.of_kind(tree.Parameter):
            scope.parameters.setdefault(key_of(parameter.name.text), parameter)
            check_adjustable(parameter, scope.reporter)
        own = self.single(tree.OwnClauses)
        if own is not None:
            lower_own_clauses(own, scope)
        self.accounts()
        categories = self.categories()
        for grade, is_whole in self.of_kind(tree.Grade):
            lowered = lower_grade(grade, scope, is_whole=is_whole)
            if lowered is not None:
                scope.grades.setdefault(key_of(lowered.name), lowered)
        flags = lower_flag_effects(self.of_kind(tree.Vocabulary), scope)
        vocabulary = replace(vocabulary, flags=flags)
        clauses = self.clauses()
        for written, _ in self.of_kind(tree.Category):
            category = scope.categories.get(key_of(written.name.text))
            if category is not None and categories.get(category.name) is category:
                categories[category.name] = completed_category(category, written, clauses, scope)
        groups = self.groups(clauses)
        for board, is_whole in self.of_kind(tree.Board):
            ranked = lower_board(board, scope, is_whole=is_whole)
            if ranked is not None:
                scope.boards.setdefault(key_of(ranked.name), ranked)
        self.incentives()
        examples = self.examples()
        self.year_is_said(year)
        known = tuple(category for category in categories.values() if category is not None)
        meaning = Meaning(
            self.syntax,
            clauses_as_written(self.syntax),
            edition,
            vocabulary,
            tuple(scope.accounts.values()),
            known,
            groups,
            self.sound(clauses, known, ScoringClause),
            self.sound(clauses, known, SettlementClause),
            tuple(clause for clause in clauses if isinstance(clause, TriggerClause)),
            tuple(scope.incentives.values()),
            examples,
        )
        if (
            edition is None
            or review is None
            or not self.is_complete(clauses, known, groups, examples)
        ):
            return None, meaning
        ruleset = Ruleset(
            edition,
            digest,
            lower_year(year),
            vocabulary,
            tuple(scope.accounts.values()),
            known,
            groups,
            clauses,
            review,
            tuple(scope.grades.values()),
            tuple(scope.boards.values()),
            tuple(scope.incentives.values()),
            examples,
            lower_successions(
                [clause for clause, _ in self.of_kind(tree.Clause)],
                [category for category, _ in self.of_kind(tree.Category)],
                scope,
            ),
            None,
        )
        return ruleset, meaning

    def sound(
        self,
        clauses: tuple[Clause, ...],
        categories: tuple[Category, ...],
        kind: type[_Giving],
    ) -> tuple[_Giving, ...]:
        """The clauses of a kind of which everything is known that a check may ask for."""
        partial = {block.node.span for block in self.syntax.blocks if not block.is_whole}
        places = {account.name: account.origin for account in self.scope.accounts.values()}
        places |= {category.name: category.origin for category in categories}
        names = {
            name
            for name, place in places.items()
            if not any(_covers(span, place) for span in partial)
        }
        return tuple(
            clause
            for clause in clauses
            if isinstance(clause, kind)
            and clause.origin not in partial
            and (clause.category is None or clause.category in names)
            and names.issuperset(clause.accounts)
        )

    def is_complete(
        self,
        clauses: tuple[Clause, ...],
        categories: tuple[Category, ...],
        groups: tuple[ClauseGroup, ...],
        examples: tuple[Example, ...],
    ) -> bool:
        """Whether every block of the file was read whole and has its meaning."""
        scope = self.scope
        lowered = {
            tree.Account: len(scope.accounts),
            tree.Category: len(categories),
            tree.ClauseGroup: len(groups),
            tree.Clause: len(clauses),
            tree.Grade: len(scope.grades),
            tree.Board: len(scope.boards),
            **self.lowered_incentives(),
            tree.Example: len(examples),
        }
        return (
            self.syntax.is_whole
            and all(block.is_whole for block in self.syntax.blocks)
            and all(
                count == sum(isinstance(block.node, kind) for block in self.syntax.blocks)
                for kind, count in lowered.items()
            )
        )

    def incentives(self) -> None:
        """All incentives in the order of the text."""
        scope = self.scope
        for block in self.syntax.blocks:
            lowered = lower_incentive(block.node, scope, is_whole=block.is_whole)
            if lowered is not None:
                scope.incentives.setdefault(key_of(lowered.name), lowered)

    def lowered_incentives(self) -> Mapping[type, int]:
        """How many of each kind have their meaning."""
        found = Counter(type(incentive) for incentive in self.scope.incentives.values())
        return {
            tree.Loan: found[Loan],
            tree.Exchange: found[Exchange],
            tree.Honour: found[Honour],
            tree.Pool: found[Pool],
        }

    def single(self, kind: type[_Block]) -> _Block | None:
        """The one block of a kind that stands once in a file."""
        found = [node for node, _ in self.of_kind(kind)]
        for again in found[1:]:
            label = Label(_head(found[0]), "first")
            word = _WORDS[kind]
            self.scope.reporter.report("block-twice", _head(again), found=word, labels=(label,))
        return found[0] if found else None

    def edition(self) -> Edition | None:
        edition = self.single(tree.Edition)
        if edition is None:
            self.missing("edition-missing")
            return None
        is_whole = next(whole for node, whole in self.of_kind(tree.Edition) if node is edition)
        return lower_edition(edition, self.scope, is_whole=is_whole)

    def review(self) -> Review | None:
        review = self.single(tree.Review)
        if review is None:
            if any(self.of_kind(tree.Clause)):
                self.missing("review-missing")
            return None
        is_whole = next(whole for node, whole in self.of_kind(tree.Review) if node is review)
        return lower_review(review, self.scope, is_whole=is_whole)

    def missing(self, code: str) -> None:
        """Say that a block is not there, unless it may be one of those that could not be read.

        A template may leave accounts and review to the villages.
        """
        is_left = code in _LEFT_TO_VILLAGES and is_template(self.syntax)
        if self.syntax.is_whole and not is_left:
            blocks = self.syntax.blocks
            span = _head(blocks[0].node) if blocks else Span(self.syntax.file, 0, 0)
            self.scope.reporter.report(code, span)

    def accounts(self) -> None:
        scope = self.scope
        for account, is_whole in self.of_kind(tree.Account):
            lowered = lower_account(account, scope, is_whole=is_whole)
            if lowered is not None:
                scope.accounts.setdefault(key_of(lowered.name), lowered)
        if not any(self.of_kind(tree.Account)) and any(
            isinstance(clause.body, tree.Sentence) for clause, _ in self.of_kind(tree.Clause)
        ):
            self.missing("no-account")

    def categories(self) -> dict[str, Category | None]:
        found: dict[str, Category | None] = {}
        for category, _ in self.of_kind(tree.Category):
            lowered = lower_category(category, self.scope)
            if lowered is not None and lowered.name not in found:
                self.scope.categories.setdefault(key_of(lowered.name), lowered)
                found[lowered.name] = lowered
        return found

    def clauses(self) -> tuple[Clause, ...]:
        found: list[Clause] = []
        first: dict[str, Span] = {}
        for clause, is_whole in self.of_kind(tree.Clause):
            number = clause.number
            if number.text in first:
                label = Label(first[number.text], "first")
                self.scope.reporter.report(
                    "clause-twice", number.span, number=number.text, labels=(label,)
                )
            first.setdefault(number.text, number.span)
            lowered = lower_clause(clause, self.scope, is_whole=is_whole)
            if lowered is not None:
                found.append(lowered)
        return tuple(found)

    def groups(self, clauses: tuple[Clause, ...]) -> tuple[ClauseGroup, ...]:
        found: dict[str, ClauseGroup] = {}
        for group, _ in self.of_kind(tree.ClauseGroup):
            lowered = lower_group(group, clauses, self.scope)
            if lowered is not None and lowered.name in found:
                label = Label(found[lowered.name].origin, "first")
                self.scope.reporter.report(
                    "declared-twice", group.name.span, name=lowered.name, labels=(label,)
                )
            elif lowered is not None:
                found[lowered.name] = lowered
        return tuple(found.values())

    def examples(self) -> tuple[Example, ...]:
        lowered = (
            lower_example(example, self.scope, is_whole=is_whole)
            for example, is_whole in self.of_kind(tree.Example)
        )
        return tuple(example for example in lowered if example is not None)

    def year_is_said(self, year: tree.Year | None) -> None:
        """A rule that runs by the year needs to know when it begins."""
        uses = self.scope.reporter.year_uses
        if year is None and uses and self.syntax.is_whole:
            first = min(uses, key=lambda span: span.start)
            self.scope.reporter.report("year-missing", first)


_LEFT_TO_VILLAGES = ("no-account", "review-missing")


_WORDS: Mapping[type, str] = {
    tree.OwnClauses: "自设",
    tree.Year: "年度",
    tree.Edition: "细则",
    tree.Review: "评议",
}


def _head(node: tree.BlockNode) -> Span:
    """A place that stands for a whole block: its name or number, else its first words."""
    match node:
        case tree.Edition(title):
            return title.span
        case tree.Clause(number):
            return number.span
        case _:
            return node.span


def _covers(outer: Span, inner: Span) -> bool:
    return outer.file == inner.file and outer.start <= inner.start and inner.end <= outer.end
