"""激励, of whichever kind."""

from pointrules.checking.lower_exchange import lower_exchange
from pointrules.checking.lower_honour import lower_honour
from pointrules.checking.lower_loan import lower_loan
from pointrules.checking.lower_pool import lower_pool
from pointrules.checking.resolve import Scope
from pointrules.model.incentive import Incentive
from pointrules.syntax import tree


def lower_incentive(node: tree.BlockNode, scope: Scope, *, is_whole: bool) -> Incentive | None:
    """An incentive; None where the block is none, or after saying what is wrong with it."""
    match node:
        case tree.Loan():
            return lower_loan(node, scope, is_whole=is_whole)
        case tree.Exchange():
            return lower_exchange(node, scope, is_whole=is_whole)
        case tree.Honour():
            return lower_honour(node, scope, is_whole=is_whole)
        case tree.Pool():
            return lower_pool(node, scope, is_whole=is_whole)
        case _:
            return None
