"""Grades on the wire."""

from pydantic import Field

from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.model.roll_up import RollUpKind
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject


class WireMemberPoints(WireModel):
    """What one member has."""

    member: WireSubject
    points: NumberText


class WireRollUp(WireModel):
    """Members' points read for whom they belong to, at as_of."""

    kind: RollUpKind
    members: tuple[WireMemberPoints, ...]


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
    roll_up: WireRollUp | None = Field(
        description="where the account is the members' and the grade of whom they belong to"
    )


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
        roll_up=None
        if held.grade.roll_up is None
        else WireRollUp(
            kind=held.grade.roll_up.kind,
            members=tuple(
                WireMemberPoints(
                    member=WireSubject(kind=item.member.kind, id=item.member.id),
                    points=number_text(item.points),
                )
                for item in held.members
            ),
        ),
    )
