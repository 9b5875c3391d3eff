"""A ruleset: one edition of a village's scoring rules, checked and ready to apply."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from pointrules.model.account import Account, Category
from pointrules.model.board import Board
from pointrules.model.clause import Clause, ClauseGroup, ScoringClause, SettlementClause
from pointrules.model.edition import Edition
from pointrules.model.example import Example
from pointrules.model.grade import Grade
from pointrules.model.incentive import Incentive
from pointrules.model.overlay import Overlay
from pointrules.model.period import MonthDay
from pointrules.model.review import Review
from pointrules.model.succession import Succession
from pointrules.model.trigger import TriggerClause
from pointrules.model.validity import ValidityRule
from pointrules.model.vocabulary import Vocabulary


class Ruleset(Struct, frozen=True):
    """Everything one edition says; names inside it resolve within it.

    `digest` is of its text, and of the template's where it uses one: `overlay` says what differs.
    """

    edition: Edition
    digest: str
    year_start: MonthDay
    vocabulary: Vocabulary
    accounts: tuple[Account, ...]
    categories: tuple[Category, ...]
    groups: tuple[ClauseGroup, ...]
    clauses: tuple[Clause, ...]
    review: Review
    grades: tuple[Grade, ...]
    boards: tuple[Board, ...]
    incentives: tuple[Incentive, ...]
    examples: tuple[Example, ...]
    successions: tuple[Succession, ...]
    overlay: Overlay | None

    @property
    def scoring_clauses(self) -> tuple[ScoringClause, ...]:
        """The clauses that score records."""
        return tuple(clause for clause in self.clauses if isinstance(clause, ScoringClause))

    @property
    def trigger_clauses(self) -> tuple[TriggerClause, ...]:
        """The clauses that open flags by points."""
        return tuple(clause for clause in self.clauses if isinstance(clause, TriggerClause))

    @property
    def settlement_clauses(self) -> tuple[SettlementClause, ...]:
        """The clauses that are settled at a date."""
        return tuple(clause for clause in self.clauses if isinstance(clause, SettlementClause))

    def account(self, name: str) -> Account:
        """The account of that name, which the ruleset is known to have."""
        return next(account for account in self.accounts if account.name == name)

    def category(self, name: str) -> Category:
        """The category of that name, which the ruleset is known to have."""
        return next(category for category in self.categories if category.name == name)

    def validity_of(
        self, clause: ScoringClause | SettlementClause | None, account: Account
    ) -> ValidityRule | None:
        """How long entries of a clause in an account are valid: the nearest says."""
        category = None if clause is None else clause.category
        said = (
            None if clause is None else clause.validity,
            None if category is None else self.category(category).validity,
            account.validity,
        )
        rules = (item.rule for item in said if item is not None)
        return next((rule for rule in rules if rule is not None), None)


def edition_on(editions: Sequence[Ruleset], day: date) -> Ruleset | None:
    """The edition in force on `day`; `editions` rise by their first days and do not overlap."""
    found = None
    for ruleset in editions:
        if ruleset.edition.first_day <= day:
            found = ruleset
    if found is None or (found.edition.last_day is not None and day > found.edition.last_day):
        return None
    return found
