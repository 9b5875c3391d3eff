"""Words for points of members that are read for whom they belong to."""

from collections.abc import Sequence

from pointrules.ledger.rolled_up import MemberPoints
from pointrules.model.number import Number, number_text
from pointrules.model.roll_up import RollUp, RollUpKind
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language


def rolled_account_words(account: str, roll_up: RollUp | None, language: Language) -> str:
    """`成员平均 积分`, `户主 积分`, or the account alone."""
    if roll_up is None:
        return account
    if roll_up.kind is RollUpKind.HEAD:
        return f"户主 {account}" if language is Language.ZH else f"{account} of the head"
    return f"成员平均 {account}" if language is Language.ZH else f"mean of members' {account}"


def rolled_points_words(
    points: Number, roll_up: RollUp | None, members: Sequence[MemberPoints], language: Language
) -> str:
    """`(30 + 20 + 11) ÷ 3 ≈ 20.3 分`: the sum that anyone can do again."""
    said = points_words(points, language)
    if roll_up is None or roll_up.kind is RollUpKind.HEAD or not members:
        return said
    parts = " + ".join(
        number_text(item.points) if item.points >= 0 else f"({number_text(item.points)})"
        for item in members
    )
    total = sum(item.points for item in members)
    sign = "=" if points * len(members) == total else "≈"
    return f"({parts}) ÷ {len(members)} {sign} {said}"
