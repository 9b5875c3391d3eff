"""Grades held at a ledger's date."""

from pointrules.engine.grade_bound import grade_at
from pointrules.engine.offer_desk import OfferDesk, OfferMoment
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
    moment = OfferMoment(desk, subject)
    return grade_at(grade, subject, points, desk.ledger.flags, (moment.flagged, moment.day))
