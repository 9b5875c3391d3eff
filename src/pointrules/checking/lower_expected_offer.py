"""What an example expects of boards and incentives."""

from typing import TypeAlias

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import in_unit, whole_number
from pointrules.model import example as model
from pointrules.model.unit import PERCENT, YUAN
from pointrules.syntax import tree

Expected: TypeAlias = (
    tree.ExpectsPlace | tree.ExpectsRate | tree.ExpectsLine | tree.ExpectsIneligible
)


def lower_expected_offer(item: Expected, scope: Scope) -> model.Expectation | None:
    """An expectation of an offer; None after saying what is wrong with it."""
    match item:
        case tree.ExpectsPlace(name, number, span):
            key = scope.key(name, "board")
            board = None if key is None else scope.boards.get(key)
            rank = whole_number(number, span, scope)
            if board is None or rank is None:
                return None
            return model.ExpectsPlace(board.name, rank, span)
        case tree.ExpectsRate(loan, quantity, span):
            loan_name = _loan(loan, scope)
            percent = in_unit(quantity, PERCENT, scope)
            if loan_name is None or percent is None:
                return None
            return model.ExpectsRate(loan_name, percent, span)
        case tree.ExpectsLine(loan, quantity, span):
            loan_name = _loan(loan, scope)
            yuan = in_unit(quantity, YUAN, scope)
            if loan_name is None or yuan is None:
                return None
            return model.ExpectsLine(loan_name, yuan, span)
        case tree.ExpectsIneligible(loan, span):
            loan_name = _loan(loan, scope)
            return None if loan_name is None else model.ExpectsIneligible(loan_name, span)


def _loan(name: tree.Name, scope: Scope) -> str | None:
    key = scope.key(name, "loan")
    loan = None if key is None else scope.loans.get(key)
    return None if loan is None else loan.name
