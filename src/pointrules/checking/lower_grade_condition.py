"""Conditions on grades, measures and boards: of an offer's day, or of a day that is over."""

from pointrules.checking.junctions import any_of
from pointrules.checking.reading import Reading
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import points_in, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model import condition as model
from pointrules.model.board import Board, TopRanks
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import Comparison
from pointrules.model.grade import Grade
from pointrules.model.period import Period
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span
from pointrules.syntax import tree


def lower_is_grade(condition: tree.Is, place: Reading) -> model.Condition | None:
    """星级 是 三星、四星, of the day of an offer."""
    items: list[model.Condition | None] = []
    for value in condition.values:
        at_least, at_most = (
            lower_grade_compares(condition.attribute, comparison, value, condition.span, place)
            for comparison in (Comparison.AT_LEAST, Comparison.AT_MOST)
        )
        if at_least is None or at_most is None:
            return None
        items.append(model.And((at_least, at_most), condition.span))
    return any_of(items, condition.span)


def lower_measures(condition: tree.Measures, place: Reading) -> model.Condition | None:
    """积分 本期 不低于 60 分, of an offer's day or of a day that is over."""
    scope = place.scope
    if place.offer_subject is None and condition.at is None:
        scope.reporter.report("grade-in-clause", condition.span)
        return None
    key = scope.key(condition.account, "account")
    account = None if key is None else scope.accounts.get(key)
    bound = points_in(condition.bounded.quantity, scope, signed=True)
    scope.reporter.uses_measure(condition.measure, condition.span)
    if account is None or bound is None:
        return None
    _uses_year(condition.at, condition.span, scope)
    if place.offer_subject is not None and not is_of_subject(
        account.name, place.offer_subject, condition.account.span, scope
    ):
        return None
    return model.MeasureCompares(
        account.name,
        condition.measure,
        condition.bounded.comparison,
        bound,
        condition.span,
        condition.at,
    )


def _uses_year(at: ClosedDay | None, span: Span, scope: Scope) -> None:
    if at is ClosedDay.YEAR:
        scope.reporter.uses_period(Period.YEAR, span)


def lower_past_grade(condition: tree.PastGrade, place: Reading) -> model.Condition | None:
    """星级 上年末 不低于 四星: a clause may read what is over."""
    scope = place.scope
    key = scope.key(condition.grade, "grade")
    grade = None if key is None else scope.grades.get(key)
    if grade is None:
        return None
    _uses_year(condition.at, condition.span, scope)
    kind = place.offer_subject
    if kind is not None and not is_grade_of(grade, kind, condition.grade.span, scope):
        return None
    comparisons = (
        (Comparison.AT_LEAST, Comparison.AT_MOST)
        if condition.comparison is None
        else (condition.comparison,)
    )
    items: list[model.Condition] = []
    for written in condition.levels:
        level = level_named(written, grade, scope)
        if level is None:
            return None
        rank, span = grade.levels.index(level), condition.span
        top = len(grade.levels) - 1
        parts = tuple(
            model.GradeCompares(grade.name, comparison, level, rank, span, condition.at, top)
            for comparison in comparisons
        )
        items.append(parts[0] if len(parts) == 1 else model.And(parts, span))
    found = any_of(items, condition.span)
    if found is None or not condition.is_negated:
        return found
    return model.Not(found, condition.span)


def lower_ranked(condition: tree.Ranked, place: Reading) -> model.Condition | None:
    """红榜 前 10 名, of an offer's day."""
    scope = place.scope
    if place.offer_subject is None or not place.reads_boards:
        scope.reporter.report("board-in-clause", condition.span)
        return None
    key = scope.key(condition.board, "board")
    board = None if key is None else scope.boards.get(key)
    last = whole_number(condition.rank, condition.span, scope)
    if board is None or last is None:
        return None
    if last <= 0:
        scope.reporter.report("step-not-positive", condition.span, number=str(last))
        return None
    if isinstance(board.top, TopRanks) and last > board.top.last:
        scope.reporter.report(
            "rank-beyond-board",
            condition.span,
            board=board.name,
            last=str(board.top.last),
            labels=(Label(board.origin, "board"),),
        )
        return None
    if not is_grade_of(board, place.offer_subject, condition.board.span, scope):
        return None
    return model.IsAmong(board.name, last, condition.span)


def is_grade_of(held: Grade | Board, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    """Whether the grade or board is one of subjects of the kind that the offer is for."""
    if held.roll_up is None:
        return is_of_subject(held.account, kind, span, scope)
    return _is_of_kind(held.name, held.roll_up.subject_kind, kind, span, scope)


def is_of_subject(account: str, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    """Whether the account is kept for subjects of the kind that the offer is for."""
    return _is_of_kind(account, scope.accounts[key_of(account)].subject_kind, kind, span, scope)


def _is_of_kind(name: str, found: SubjectKind, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    if found is kind:
        return True
    scope.reporter.report(
        "person-points-to-household",
        span,
        account=name,
        kind=found.value,
        wanted=kind.value,
        choices=tuple(item.name for item in scope.accounts.values() if item.subject_kind is kind),
    )
    return False


def lower_grade_compares(
    name: tree.Name,
    comparison: Comparison,
    bound: tree.Name | tree.Text | tree.Quantity | tree.Day,
    span: Span,
    place: Reading,
) -> model.Condition | None:
    """星级 不低于 三星, of the day of an offer."""
    scope = place.scope
    if place.offer_subject is None or place.settled is not None:
        scope.reporter.report("grade-in-clause", span)
        return None
    grade = scope.grades.get(key_of(name.text))
    if grade is None:
        return None
    level = level_named(bound, grade, scope)
    if level is None:
        return None
    if not is_grade_of(grade, place.offer_subject, name.span, scope):
        return None
    rank = grade.levels.index(level)
    return model.GradeCompares(grade.name, comparison, level, rank, span)


def level_named(
    written: tree.Name | tree.Text | tree.Quantity | tree.Day, grade: Grade, scope: Scope
) -> str | None:
    """The level of the grade, as its block writes it."""
    if isinstance(written, tree.Name | tree.Text):
        for level in grade.levels:
            if key_of(level) == key_of(written.text):
                return level
        if isinstance(written, tree.Name) and (
            not written.is_declared or key_of(written.text) in scope.lost_names
        ):
            return None
    scope.reporter.report("not-a-level", written.span, grade=grade.name, choices=grade.levels)
    return None
