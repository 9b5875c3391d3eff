"""What came out of a ruleset's examples (例), and why."""

from msgspec import Struct

from pointrules.ledger.entry import Entry
from pointrules.ledger.ledger import Ledger, LineOutcome
from pointrules.ledger.offer import Quote
from pointrules.model.example import Example, Expectation


class ExpectationResult(Struct, frozen=True):
    """An expectation and what came out instead or as well.

    `got` holds what stands in the expectation's place: points of each account entered, numbers of
    clauses, a grade's level, outcomes of lines. For limits and flags it is names that do apply.
    """

    expectation: Expectation
    is_met: bool
    got: tuple[str, ...]


class ExampleResult(Struct, frozen=True):
    """What an example gave.

    The rest says why: the ledger of the example's records, the entries and outcomes of those asked
    about, and the subject's quotes.
    """

    example: Example
    results: tuple[ExpectationResult, ...]
    ledger: Ledger
    entries: tuple[Entry, ...]
    outcomes: tuple[LineOutcome, ...]
    quotes: tuple[Quote, ...]

    @property
    def is_met(self) -> bool:
        """Whether all came out as expected."""
        return all(result.is_met for result in self.results)
