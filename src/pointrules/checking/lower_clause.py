"""条款: guard, effect and everything that follows after commas."""

from pointrules.checking.clause_accounts import accounts_of_clause
from pointrules.checking.clause_parts import is_unlimited_and_limited, parts_of
from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_guard import lower_guard
from pointrules.checking.lower_schedule import ValueTails
from pointrules.checking.lower_scoring import lower_scoring
from pointrules.checking.lower_settlement import WrittenSettlement, lower_settlement
from pointrules.checking.lower_trigger import lower_trigger
from pointrules.checking.resolve import Scope
from pointrules.model.account import Category
from pointrules.model.clause import Clause, DraftClause, ManualClause, UnscoredClause
from pointrules.syntax import tree


def lower_clause(clause: tree.Clause, scope: Scope, *, is_whole: bool) -> Clause | None:
    """A clause; None after saying what is wrong with it."""
    category: Category | None = None
    is_sound = True
    if clause.category is not None:
        key = scope.key(clause.category, "category")
        category = None if key is None else scope.categories.get(key)
        is_sound = category is not None
    number = clause.number.text
    text = None if clause.text is None else clause.text.text
    name = None if category is None else category.name
    match clause.body:
        case tree.Unscored(reason):
            if reason is None:
                if is_whole:
                    scope.reporter.report("reason-missing", clause.body.span)
                return None
            unscored = UnscoredClause(number, text, name, reason.text, clause.span)
            return unscored if is_sound else None
        case tree.Manual(by_whom, reason):
            why = None if reason is None else reason.text
            who = None if by_whom is None else _decider(by_whom, scope)
            is_sound = is_sound and (by_whom is None or who is not None)
            return ManualClause(number, text, name, who, why, clause.span) if is_sound else None
        case tree.Draft(reason):
            scope.reporter.report("clause-to-be-settled", clause.number.span, clause=number)
            why = None if reason is None else reason.text
            return DraftClause(number, text, name, why, clause.span) if is_sound else None
        case tree.Sentence(guard):
            parts = parts_of(clause.body, scope)
            if isinstance(guard, tree.PointsGuard):
                trigger = lower_trigger(clause, guard, name, parts, scope, is_whole=is_whole)
                return trigger if is_sound else None
            guarded = lower_guard(guard, number, scope)
            accounts = accounts_of_clause(clause, category, parts, scope, is_whole=is_whole)
            setting = ClauseSetting(
                number,
                scope,
                is_whole,
                None if guarded is None else guarded.behaviours,
                accounts or (),
            )
            lowered = lower_scoring(clause, name, parts, guarded, setting)
            return lowered if is_sound and accounts is not None else None
        case tree.Settlement():
            parts = parts_of(clause.body, scope)
            accounts = accounts_of_clause(clause, category, parts, scope, is_whole=is_whole)
            setting = ClauseSetting(number, scope, is_whole, (), accounts or ())
            written = WrittenSettlement(
                text,
                name,
                clause.body,
                ValueTails(parts.rows, parts.rounding, parts.reached, ()),
                parts.limits,
                parts.flags,
                parts.validity,
                clause.span,
            )
            settled = lower_settlement(written, setting)
            if parts.unlimited is not None and settled is not None:
                is_sound = not is_unlimited_and_limited(parts, settled.limits, setting) and is_sound
            return settled if is_sound and parts.is_sound and accounts is not None else None


def _decider(by_whom: tree.ByWhom, scope: Scope) -> str | None:
    """Who decides: a declared decider, or a body that is quoted."""
    who = by_whom.who
    if isinstance(who, tree.Text):
        return who.text
    key = scope.key(who, "decider")
    return None if key is None else scope.deciders.get(key)
