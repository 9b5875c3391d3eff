"""The nodes of an account (账户)."""

from typing import Literal, TypeAlias, cast

from pointrules.model.account_period import DebtCarry, MonthsFrom
from pointrules.model.period import MonthDay, Period
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _account(c: Children) -> tree.Account:
    name, *parts = c.nodes()
    kind = SubjectKind(str(c.token("SUBJECT").value))
    population = c.optional(tree.Restriction)
    parts = [part for part in parts if part is not population]
    return tree.Account(name, kind, population, tuple(parts), c.span)


def _account_start(c: Children) -> tree.AccountStart:
    every, start = c.optional_token("EVERY"), c.optional_token("MONTHDAY")
    return tree.AccountStart(
        None if every is None else Period(str(every.value)),
        None if start is None else cast("MonthDay", start.value),
        c.number() if c.has("NUMBER") else None,
        c.span,
    )


def _base(c: Children) -> tree.Base:
    return tree.Base(c.one(tree.Quantity), c.span)


def _newcomer_base(c: Children) -> tree.NewcomerBase:
    return tree.NewcomerBase(c.one(tree.Quantity), c.span)


def _pro_rata(c: Children) -> tree.ProRata:
    first = c.optional_token("MONTHS_FROM")
    return tree.ProRata(None if first is None else MonthsFrom(str(first.value)), c.span)


def _precision(c: Children) -> tree.Precision:
    return tree.Precision(c.one(tree.Quantity), c.span)


def _running_floor(c: Children) -> tree.RunningFloor:
    return tree.RunningFloor(c.span)


def _closing_floor(c: Children) -> tree.ClosingFloor:
    below, to = c.all(tree.Quantity)
    return tree.ClosingFloor(below, to, c.span)


def _closing_ceiling(c: Children) -> tree.ClosingCeiling:
    above, to = c.all(tree.Quantity)
    return tree.ClosingCeiling(above, to, c.span)


_EndKind: TypeAlias = Literal["RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP"]


def _period_end(c: Children) -> tree.PeriodEnd:
    kind = c.token("RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP").terminal
    return tree.PeriodEnd(cast("_EndKind", kind), c.optional(tree.Quantity), c.span)


def _carry_at_most(c: Children) -> tree.CarryAtMost:
    return tree.CarryAtMost(c.one(tree.Quantity), c.span)


def _debts(c: Children) -> tree.Debts:
    return tree.Debts(DebtCarry(str(c.token("DEBTS").value)), c.span)


def _open_deductions(c: Children) -> tree.OpenDeductions:
    return tree.OpenDeductions(c.names()[0], c.span)


def _net_limit(c: Children) -> tree.NetLimit:
    return tree.NetLimit(c.one(tree.Quantity), c.span)


def _running_ceiling(c: Children) -> tree.RunningCeiling:
    return tree.RunningCeiling(c.one(tree.Quantity), c.span)


ACCOUNT_BUILDERS: Builders = {
    "account": _account,
    "account_start": _account_start,
    "base": _base,
    "newcomer_base": _newcomer_base,
    "pro_rata": _pro_rata,
    "closing_ceiling": _closing_ceiling,
    "carry_at_most": _carry_at_most,
    "debts": _debts,
    "open_deductions": _open_deductions,
    "precision": _precision,
    "running_floor": _running_floor,
    "closing_floor": _closing_floor,
    "period_end": _period_end,
    "net_limit": _net_limit,
    "running_ceiling": _running_ceiling,
}
