"""例: what is given as spent."""

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import above_zero, day_within_reach, fits_precision
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.example import ExampleSpending
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.unit import POINT
from pointrules.syntax import tree


def lower_example_spending(given: tree.GivenSpending, scope: Scope) -> ExampleSpending | None:
    """Points that leave an account; None after saying what is wrong with them."""
    key = scope.key(given.account, "account")
    account = None if key is None else scope.accounts.get(key)
    points = above_zero(given.quantity, POINT, scope)
    is_reached = day_within_reach(given.day, scope)
    if account is None or points is None or not is_reached:
        return None
    if not fits_precision(points, (account,), given.quantity.span, scope):
        return None
    subject = _subject(given.who, account)
    if subject is None:
        scope.reporter.report(
            "example-spender-missing",
            given.span,
            account=account.name,
            labels=(Label(account.origin, "account"),),
        )
        return None
    who = given.who
    if isinstance(who, tree.Collective):
        return ExampleSpending(
            "", None, given.day.day, account.name, subject, points, given.span, subject
        )
    return ExampleSpending(
        who.household, who.person, given.day.day, account.name, subject, points, given.span
    )


def _subject(who: tree.Who | tree.Collective, account: Account) -> Subject | None:
    if isinstance(who, tree.Collective):
        return Subject(who.kind, who.id) if who.kind is account.subject_kind else None
    if account.subject_kind is SubjectKind.HOUSEHOLD:
        return Subject(SubjectKind.HOUSEHOLD, who.household)
    if account.subject_kind is SubjectKind.PERSON and who.person is not None:
        return Subject(SubjectKind.PERSON, who.person)
    return None
