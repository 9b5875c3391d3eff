"""What the parts of one clause need to know of it."""

from msgspec import Struct

from pointrules.checking.operands import record_attribute
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import directed, fits_precision, points_in
from pointrules.model.account import Account
from pointrules.model.number import Number
from pointrules.model.scan import Direction, Owner, OwnerKind
from pointrules.model.vocabulary import Attribute, Behaviour
from pointrules.source.source_file import Span
from pointrules.syntax import tree


class ClauseSetting(Struct, frozen=True):
    """A clause on its way into the model.

    `behaviours` is None where the condition could not be read; `accounts` is empty where they
    could not be found, which was reported. Nothing is missing from a clause that is not whole.
    """

    number: str
    scope: Scope
    is_whole: bool
    behaviours: tuple[Behaviour, ...] | None
    accounts: tuple[Account, ...]

    @property
    def owner(self) -> Owner:
        """The owner of the clause's counters."""
        return Owner(OwnerKind.CLAUSE, self.number)

    def record_attribute(self, name: tree.Name) -> Attribute | None:
        """An attribute that every record under this clause has."""
        key = self.scope.key(name, "attribute")
        if key is None or self.behaviours is None:
            return None
        names = [behaviour.name for behaviour in self.behaviours]
        return record_attribute(name, key, names, self.scope)

    def points(self, amount: tree.Amount, direction: Direction) -> Number | None:
        """An amount with its sign, fine enough for every account that the clause enters."""
        quantity = self.quantity(amount)
        points = None if quantity is None else points_in(quantity, self.scope)
        if points is None or not self.fits(points, amount.span):
            return None
        return directed(points, direction)

    def quantity(self, amount: tree.Amount) -> tree.Quantity | None:
        """An amount as it is written, or as its parameter says."""
        return self._parameter(amount) if isinstance(amount, tree.ParameterUse) else amount

    def fits(self, points: Number, span: Span) -> bool:
        """Whether every account that the clause enters can hold so fine an amount."""
        return fits_precision(points, self.accounts, span, self.scope)

    def _parameter(self, use: tree.ParameterUse) -> tree.Quantity | None:
        parameter = self.scope.parameters.get(key_of(use.name))
        if parameter is None:
            return None  # only declared parameters are read as such; another was reported
        written = parameter.quantity
        return tree.Quantity(written.number, written.unit, use.span)
