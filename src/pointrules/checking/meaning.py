"""What could be understood of a file, for the checks that look at more than one block."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from pointrules.model.account import Account, Category
from pointrules.model.clause import ClauseGroup, ScoringClause, SettlementClause
from pointrules.model.edition import Edition
from pointrules.model.example import Example
from pointrules.model.flag import OpensFlag
from pointrules.model.incentive import Incentive
from pointrules.model.trigger import TriggerClause
from pointrules.model.validity import Validity
from pointrules.model.vocabulary import Vocabulary
from pointrules.source.source_file import Span
from pointrules.syntax import tree


class Meaning(Struct, frozen=True):
    """Blocks that were read whole and have their meaning; what is wrong elsewhere was reported.

    `scoring` holds the clauses of which category and accounts are sound too, `settlements` those
    settled at a date.
    """

    syntax: tree.RulesetSyntax
    written: Mapping[Span, tree.Clause]
    edition: Edition | None
    vocabulary: Vocabulary
    accounts: tuple[Account, ...]
    categories: tuple[Category, ...]
    groups: tuple[ClauseGroup, ...]
    scoring: tuple[ScoringClause, ...]
    settlements: tuple[SettlementClause, ...]
    triggers: tuple[TriggerClause, ...]
    incentives: tuple[Incentive, ...]
    examples: tuple[Example, ...]

    @property
    def has_all_sentences(self) -> bool:
        """Whether every clause that does something was understood."""
        kinds = tree.Sentence | tree.Settlement
        sentences = sum(isinstance(item.body, kinds) for item in self.written.values())
        understood = len(self.scoring) + len(self.settlements) + len(self.triggers)
        return self.syntax.is_whole and understood == sentences

    def opened_flags(self) -> Iterator[OpensFlag]:
        """The flags that clauses open, wherever they do."""
        for scoring in self.scoring:
            yield from scoring.flags
        for settlement in self.settlements:
            yield from settlement.flags
        for trigger in self.triggers:
            yield from trigger.flags

    def category(self, name: str | None) -> Category | None:
        """The category of that name, if it has one."""
        return next((item for item in self.categories if item.name == name), None)

    def groups_of(self, clause: ScoringClause) -> tuple[ClauseGroup, ...]:
        """The groups (同组) that name the clause."""
        return tuple(group for group in self.groups if clause.number in group.clauses)

    def validity(
        self, clause: ScoringClause | SettlementClause, account: Account
    ) -> Validity | None:
        """How long its entries in the account are valid: the nearest of the three says."""
        category = self.category(clause.category)
        outer = None if category is None else category.validity
        said = (clause.validity, outer, account.validity)
        return next((item for item in said if item is not None and item.rule is not None), None)

    def number_span(self, clause: ScoringClause | SettlementClause) -> Span:
        """Where the number of a clause stands."""
        return self.written[clause.origin].number.span

    def sentence(self, clause: ScoringClause) -> tree.Sentence:
        """The clause as it is written."""
        body = self.written[clause.origin].body
        if not isinstance(body, tree.Sentence):
            raise TypeError(body)
        return body


def clauses_as_written(syntax: tree.RulesetSyntax) -> Mapping[Span, tree.Clause]:
    """The clauses of a file by their places."""
    nodes = (block.node for block in syntax.blocks)
    return {node.span: node for node in nodes if isinstance(node, tree.Clause)}
