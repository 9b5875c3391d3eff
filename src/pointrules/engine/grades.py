"""Grades held at a ledger's date."""

from pointrules.engine.offer_desk import OfferDesk
from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.grade import Grade
from pointrules.model.subject import Subject


def grades_held(desk: OfferDesk, subject: Subject) -> tuple[GradeHeld, ...]:
    """The grades of a subject, in the order of the ruleset."""
    return tuple(
        _grade_held(desk, grade, subject)
        for grade in desk.ruleset.grades
        if desk.ruleset.account(grade.account).subject_kind is subject.kind
    )


def _grade_held(desk: OfferDesk, grade: Grade, subject: Subject) -> GradeHeld:
    points = desk.points(subject, grade.account, grade.measure)
    return GradeHeld(grade, subject, points, grade.levels[grade.rank_at(points)])
