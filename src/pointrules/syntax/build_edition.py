"""The nodes of an edition's head (细则) and of the year (年度)."""

from typing import Literal, cast

from pointrules.model.period import MonthDay
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _edition(c: Children) -> tree.Edition:
    title, *parts = c.nodes()
    return tree.Edition(title, tuple(parts), c.span)


def _version(c: Children) -> tree.Version:
    return tree.Version(c.clause_numbers()[0], c.span)


def _in_force(c: Children) -> tree.InForce:
    return tree.InForce(c.day(), c.span)


def _in_force_until(c: Children) -> tree.InForceUntil:
    return tree.InForceUntil(c.day(), c.span)


def _basis(c: Children) -> tree.Basis:
    return tree.Basis(c.one(tree.Text), c.span)


def _passed(c: Children) -> tree.Passed:
    return tree.Passed(c.one(tree.Text), c.day(), c.span)


def _attendance(c: Children) -> tree.Attendance:
    kind = c.token("ENTITLED", "PRESENT", "IN_FAVOUR").terminal
    return tree.Attendance(
        cast("Literal['ENTITLED', 'PRESENT', 'IN_FAVOUR']", kind), c.one(tree.Quantity), c.span
    )


def _filed(c: Children) -> tree.Filed:
    return tree.Filed(c.one(tree.Text), c.day(), c.span)


def _uses_template(c: Children) -> tree.UsesTemplate:
    return tree.UsesTemplate(c.one(tree.Text), c.clause_numbers()[0], c.span)


def _year(c: Children) -> tree.Year:
    return tree.Year(cast("MonthDay", c.token("MONTHDAY").value), c.span)


EDITION_BUILDERS: Builders = {
    "edition": _edition,
    "version": _version,
    "in_force": _in_force,
    "in_force_until": _in_force_until,
    "basis": _basis,
    "passed": _passed,
    "attendance": _attendance,
    "filed": _filed,
    "year": _year,
    "uses_template": _uses_template,
}
