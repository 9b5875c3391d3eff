"""The nodes of the review (评议)."""

from pointrules.model.review import Kin, RulingDate, StageWord
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children
from pointrules.syntax.tokens import Token


def _review(c: Children) -> tree.Review:
    return tree.Review(c.nodes(), c.span)


def _counts_when(c: Children) -> tree.CountsWhen:
    return tree.CountsWhen(c.nodes(), c.span)


def _approved(c: Children) -> tree.Approved:
    return tree.Approved(c.span)


def _stages(c: Children) -> tree.Stages:
    return tree.Stages(c.all(tree.Stage), c.span)


def _stage(c: Children) -> tree.Stage:
    names = c.names()
    body = names[0] if names else c.one(tree.Text)
    return tree.Stage(body, StageWord(str(c.token("STAGE").value)), c.span)


def _recusal(c: Children) -> tree.Recuses:
    kin = tuple(
        (Kin(str(item.value)), c.span_of(item))
        for item in c.items
        if isinstance(item, Token) and item.terminal == "KIN"
    )
    return tree.Recuses(kin, str(c.token("CONSEQUENCE").value) == "refuse", c.span)


def _notice(c: Children) -> tree.Notice:
    return tree.Notice(c.one(tree.Quantity), c.span)


def _no_objection(c: Children) -> tree.NoObjection:
    return tree.NoObjection(c.span)


def _filing_deadline(c: Children) -> tree.FilingDeadline:
    return tree.FilingDeadline(c.one(tree.Quantity), c.has("OF_AWARDS"), c.span)


def _ruling_date(c: Children) -> tree.RulingDateIs:
    return tree.RulingDateIs(RulingDate(str(c.token("DATE_KIND").value)), c.span)


REVIEW_BUILDERS: Builders = {
    "review": _review,
    "counts_when": _counts_when,
    "approved": _approved,
    "stages": _stages,
    "stage": _stage,
    "recusal": _recusal,
    "notice": _notice,
    "no_objection": _no_objection,
    "filing_deadline": _filing_deadline,
    "ruling_date": _ruling_date,
}
