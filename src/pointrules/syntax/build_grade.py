"""The nodes of a grade (等级), and of points rolled up."""

from typing import cast

from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _rolled(c: Children) -> tree.Rolled:
    kind = c.optional_token("SUBJECT")
    return tree.Rolled(
        "head" if c.has("HEAD") else "mean",
        None if kind is None else SubjectKind(str(kind.value)),
        c.span,
    )


def _grade(c: Children) -> tree.Grade:
    bands = c.all(tree.Band, tree.OtherwiseBand)
    return tree.Grade(
        c.one(tree.Text),
        c.measured(),
        cast("tuple[tree.Band | tree.OtherwiseBand, ...]", bands),
        c.span,
    )


def _band(c: Children) -> tree.Band:
    return tree.Band(c.one(tree.Bounded), c.one(tree.NewName), c.span)


def _otherwise_band(c: Children) -> tree.OtherwiseBand:
    return tree.OtherwiseBand(c.one(tree.NewName), c.span)


GRADE_BUILDERS: Builders = {
    "rolled": _rolled,
    "grade": _grade,
    "band": _band,
    "otherwise_band": _otherwise_band,
}
