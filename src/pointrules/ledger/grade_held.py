"""Grades held: the level that a measure gives at a date."""

from dataclasses import dataclass

from pointrules.model.grade import Grade
from pointrules.model.number import Number
from pointrules.model.subject import Subject


@dataclass(frozen=True, slots=True)
class GradeHeld:
    """The level that a measure of `points` gives."""

    grade: Grade
    subject: Subject
    points: Number
    level: str
