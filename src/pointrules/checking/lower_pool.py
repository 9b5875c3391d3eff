"""激励 of kind 分红: how much, by which points, to what it is cut, and where the rest goes."""

from pointrules.checking.lower_eligibility import lower_eligibility
from pointrules.checking.lower_grade import measured_account
from pointrules.checking.parts import Parts
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import above_zero
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.board import Ties
from pointrules.model.condition import And, Condition, IsAmong, Not, Or
from pointrules.model.number import Rounding, RoundingMode
from pointrules.model.pool import Pool, Remainder
from pointrules.model.unit import YUAN
from pointrules.syntax import tree


def lower_pool(pool: tree.Pool, scope: Scope, *, is_whole: bool) -> Pool | None:
    """A pool; None after saying what is missing or wrong."""
    parts = Parts(pool.name, pool.parts, scope, is_whole=is_whole)
    measure = parts.only(tree.PoolMeasure, "measure", "pool-measure-missing")
    account = None if measure is None else measured_account(measure.measured, scope)
    kind = None if account is None else account.subject_kind
    eligible = lower_eligibility(parts, kind)
    if eligible is not None and eligible.condition is not None:
        _ties_are_said(eligible.condition, parts)
    total = parts.only(tree.PoolTotal, "pool-total", "pool-total-missing")
    yuan = None if total is None else above_zero(total.quantity, YUAN, scope)
    rounding = _rounding(parts)
    remainder = _remainder(parts)
    if (
        not parts.is_sound
        or measure is None
        or account is None
        or eligible is None
        or yuan is None
        or rounding is None
        or remainder is None
    ):
        return None
    return Pool(
        pool.name.text.strip(),
        eligible.condition,
        yuan,
        account.name,
        measure.measured.measure,
        rounding,
        remainder,
        pool.name.span,
    )


def _rounding(parts: Parts[tree.PoolPart]) -> Rounding | None:
    written = parts.only(tree.PoolRounding, "rounding", "pool-rounding-missing")
    if written is None:
        return None
    if written.mode is not RoundingMode.DOWN:
        # Rounded up, the shares would be more than there is.
        parts.wrong("pool-rounding-up", written.span)
        return None
    step = above_zero(written.quantity, YUAN, parts.scope)
    return None if step is None else Rounding(written.mode, step)


def _remainder(parts: Parts[tree.PoolPart]) -> Remainder | None:
    written = parts.only(tree.PoolRemainder, "remainder", "pool-remainder-missing")
    ties = parts.only(tree.PoolTies, "ties")
    if written is None:
        return None
    if written.is_kept:
        if ties is not None:
            parts.wrong("pool-ties-without-need", ties.span)
            return None
        return Remainder.KEPT
    if ties is None:
        parts.missing("pool-ties-missing")
        return None
    if ties.ties is not Ties.BY_ID:
        parts.wrong("pool-ties-shared", ties.span)
        return None
    return Remainder.TO_HIGHEST


def _ties_are_said(condition: Condition, parts: Parts[tree.PoolPart]) -> None:
    """Who gets money may not hang on a rank of which nobody said what equals get."""
    match condition:
        case And(items) | Or(items):
            for item in items:
                _ties_are_said(item, parts)
        case Not(item):
            _ties_are_said(item, parts)
        case IsAmong(name, _, origin):
            board = parts.scope.boards[key_of(name)]
            if board.ties is None:
                label = Label(board.origin, "board")
                parts.wrong("board-ties-of-money-missing", origin, label=label, board=name)
        case _:
            pass
