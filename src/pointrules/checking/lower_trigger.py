"""A clause that looks at points (积分 累计 低于 0 分), which can only open flags."""

from pointrules.checking.clause_parts import ClauseParts
from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_flag import lower_flags
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in
from pointrules.model.trigger import TriggerClause
from pointrules.syntax import tree

_OF_FLAGS = (tree.NamedRow, tree.AlsoFlag, tree.FlagEnd)


def lower_trigger(  # noqa: PLR0913
    clause: tree.Clause,
    guard: tree.PointsGuard,
    category: str | None,
    parts: ClauseParts,
    scope: Scope,
    *,
    is_whole: bool,
) -> TriggerClause | None:
    """A clause that looks at points: it can only open flags."""
    sentence = clause.body
    if not isinstance(sentence, tree.Sentence):
        raise TypeError(sentence)
    scope.reporter.uses_measure(guard.measure, guard.span)
    key = scope.key(guard.account, "account")
    account = None if key is None else scope.accounts.get(key)
    bound = points_in(guard.bounded.quantity, scope, signed=True)
    stray = next((tail for tail in sentence.tails if not isinstance(tail, _OF_FLAGS)), None)
    unfit = [
        *([] if isinstance(sentence.effect, tree.NamedRow) else [sentence.effect.span]),
        *([] if stray is None else [stray.span]),
        *(row.span for row in parts.rows),
    ]
    if unfit:
        scope.reporter.report("points-open-flags-only", unfit[0], clause=clause.number.text)
        return None
    if account is None or bound is None:
        return None
    setting = ClauseSetting(clause.number.text, scope, is_whole, None, (account,))
    flags = lower_flags(parts.flags, (account.subject_kind,), setting)
    if flags is None or not parts.is_sound:
        return None
    return TriggerClause(
        clause.number.text,
        None if clause.text is None else clause.text.text,
        category,
        account.name,
        guard.measure,
        guard.bounded.comparison,
        bound,
        flags,
        clause.span,
    )
