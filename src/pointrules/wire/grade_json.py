"""Grades on the wire."""

from pydantic import Field

from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject


class WireGrade(WireModel):
    """A level held, and the measure it was read from."""

    subject: WireSubject
    grade: str
    account: str
    measure: Measure
    points: NumberText
    level: str
    by_points: str = Field(description="the level that the points alone would give")
    bound_by: str | None = Field(description="the flag that keeps the grade down")


def wire_grade(held: GradeHeld) -> WireGrade:
    """A level as it crosses the border."""
    return WireGrade(
        subject=WireSubject(kind=held.subject.kind, id=held.subject.id),
        grade=held.grade.name,
        account=held.grade.account,
        measure=held.grade.measure,
        points=number_text(held.points),
        level=held.level,
        by_points=held.by_points,
        bound_by=None if held.bound_by is None else held.bound_by.flag,
    )
