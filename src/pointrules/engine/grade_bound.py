"""Grades under flags: 星级 不高于 三星 keeps a level down that points would give."""

from collections.abc import Iterable, Sequence
from datetime import date

from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.flag import BoundsGrade
from pointrules.model.grade import Grade
from pointrules.model.number import Number
from pointrules.model.subject import Subject


def grade_at(
    grade: Grade,
    holder: Subject,
    points: Number,
    flags: Iterable[FlagInterval],
    on: tuple[Sequence[Subject], date],
) -> GradeHeld:
    """The grade that `points` give `holder`, kept down by the flags open on subjects on a day."""
    subjects, day = on
    by_points = grade.rank_at(points)
    rank, bound_by = by_points, None
    for flag in flags:
        if flag.subject not in subjects or not flag.covers(day):
            continue
        for effect in flag.effects:
            if not isinstance(effect, BoundsGrade) or effect.grade != grade.name:
                continue
            # An edition that renamed its levels bounds nothing by a flag of an older one.
            if effect.level in grade.levels and grade.levels.index(effect.level) < rank:
                rank, bound_by = grade.levels.index(effect.level), flag
    return GradeHeld(grade, holder, points, grade.levels[rank], grade.levels[by_points], bound_by)
