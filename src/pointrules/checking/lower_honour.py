"""激励 of kind 荣誉: a title for whoever is eligible."""

from pointrules.checking.lower_eligibility import lower_eligibility
from pointrules.checking.parts import Parts
from pointrules.checking.resolve import Scope
from pointrules.model.honour import Honour
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree


def lower_honour(honour: tree.Honour, scope: Scope, *, is_whole: bool) -> Honour | None:
    """An honour; None after saying what is missing or wrong."""
    parts = Parts(honour.name, honour.parts, scope, is_whole=is_whole)
    kind = honour.subject or _only_kind(scope)
    if kind is None:
        parts.missing("honour-subject-missing")
    eligible = lower_eligibility(parts, kind, "honour-eligibility-missing")
    if eligible is not None and eligible.condition is None:
        parts.wrong("honour-for-everyone", honour.name.span, name=honour.name.text.strip())
    if not parts.is_sound or kind is None or eligible is None or eligible.condition is None:
        return None
    return Honour(honour.name.text.strip(), kind, eligible.condition, honour.name.span)


def _only_kind(scope: Scope) -> SubjectKind | None:
    """The kind of subject that all accounts are for."""
    kinds = {account.subject_kind for account in scope.accounts.values()}
    return kinds.pop() if len(kinds) == 1 else None
