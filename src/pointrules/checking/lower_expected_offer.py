"""What an example expects of boards and incentives."""

from typing import TypeAlias

from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import in_unit, points_in, whole_number
from pointrules.model import example as model
from pointrules.model.exchange import Exchange
from pointrules.model.incentive import Incentive
from pointrules.model.number import Number
from pointrules.model.unit import PERCENT, YUAN
from pointrules.source.source_file import Span
from pointrules.syntax import tree

Expected: TypeAlias = (
    tree.ExpectsPlace
    | tree.ExpectsRate
    | tree.ExpectsLine
    | tree.ExpectsIneligible
    | tree.ExpectsEligible
    | tree.ExpectsPrice
    | tree.ExpectsShare
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
        case tree.ExpectsIneligible(name, span) | tree.ExpectsEligible(name, span):
            incentive = _incentive(name, scope, "loan", "exchange", "honour", "pool")
            if incentive is None:
                return None
            is_eligible = isinstance(item, tree.ExpectsEligible)
            return model.ExpectsEligibility(incentive.name, is_eligible, span)
        case tree.ExpectsPrice(name, good, quantity, span):
            exchange = _incentive(name, scope, "exchange")
            points = points_in(quantity, scope)
            if not isinstance(exchange, Exchange) or points is None:
                return None
            return _price(exchange, good, points, span, scope)
        case tree.ExpectsShare(name, quantity, span):
            pool = _incentive(name, scope, "pool")
            yuan = in_unit(quantity, YUAN, scope)
            if pool is None or yuan is None:
                return None
            return model.ExpectsShare(pool.name, yuan, span)


def _price(
    exchange: Exchange, good: tree.Text, points: Number, span: Span, scope: Scope
) -> model.ExpectsPrice | None:
    for item in exchange.goods:
        if key_of(item.name) == key_of(good.text):
            return model.ExpectsPrice(exchange.name, item.name, points, span)
    names = tuple(item.name for item in exchange.goods)
    scope.reporter.report("not-a-good", good.span, exchange=exchange.name, choices=names)
    return None


def _loan(name: tree.Name, scope: Scope) -> str | None:
    loan = _incentive(name, scope, "loan")
    return None if loan is None else loan.name


def _incentive(name: tree.Name, scope: Scope, *kinds: str) -> Incentive | None:
    key = scope.key(name, *kinds)
    return None if key is None else scope.incentives.get(key)
