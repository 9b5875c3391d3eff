"""Grades held at a ledger's date."""

from msgspec.structs import replace

from pointrules.engine.grade_bound import grade_at
from pointrules.engine.offer_desk import OfferDesk, OfferMoment
from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.grade import Grade
from pointrules.model.subject import Subject


def grades_held(desk: OfferDesk, subject: Subject) -> tuple[GradeHeld, ...]:
    """The grades of a subject, in the order of the ruleset."""
    return tuple(
        held
        for grade in desk.ruleset.grades
        if desk.kind_of(grade) is subject.kind
        and desk.is_for(subject, grade.account)
        and (held := _grade_held(desk, grade, subject)) is not None
    )


def _grade_held(desk: OfferDesk, grade: Grade, subject: Subject) -> GradeHeld | None:
    """None where the measure is not known: a household without members has no mean."""
    reading = desk.read(subject, grade)
    if reading.points is None:
        return None
    moment = OfferMoment(desk, subject)
    on = (moment.flagged, moment.day)
    held = grade_at(grade, subject, reading.points, desk.flags, on)
    return replace(held, members=reading.members) if reading.members else held
