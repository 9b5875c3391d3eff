"""How a subject stands to each condition of an incentive."""

from collections.abc import Iterable
from datetime import date

from pointrules.engine.offer_desk import OfferDesk, OfferMoment
from pointrules.engine.truth import truth
from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.model.condition import (
    And,
    ComparesDate,
    ComparesNumber,
    Condition,
    EqualsNumber,
    GradeCompares,
    IsAmong,
    IsOneOf,
    MeasureCompares,
    exact_level,
)
from pointrules.model.number import number_text
from pointrules.model.subject import Subject
from pointrules.model.vocabulary import AttributeValue


def requirements(
    desk: OfferDesk, eligibility: Condition | None, subject: Subject
) -> tuple[Requirement, ...]:
    """Each part of the eligibility; none where it is not restricted (不限)."""
    if eligibility is None:
        return ()
    moment = OfferMoment(desk, subject)
    parts: tuple[Condition, ...] = (eligibility,)
    if isinstance(eligibility, And) and exact_level(eligibility) is None:
        parts = eligibility.items
    return tuple(
        Requirement(part, _standing(part, moment), *_found(exact_level(part) or part, moment))
        for part in parts
    )


def _standing(condition: Condition, moment: OfferMoment) -> Standing:
    """Whoever has no grade, since its account is not for him, does not meet what asks for one."""
    holds = truth(condition, moment)
    asked = exact_level(condition) or condition
    if holds is None and isinstance(asked, GradeCompares) and asked.at is None:
        desk = moment.desk
        grade = next(item for item in desk.ruleset.grades if item.name == asked.grade)
        if desk.belongs(moment.subject, grade.account) is False:
            holds = False
    return {True: Standing.MET, False: Standing.NOT_MET, None: Standing.NOT_KNOWN}[holds]


def are_met(required: Iterable[Requirement]) -> bool:
    """Whether every part of an eligibility is known to hold."""
    return all(item.standing is Standing.MET for item in required)


def _found(condition: Condition, moment: OfferMoment) -> tuple[str | None, date | None]:
    """What a requirement was compared with, and of which closed day it is, if of any."""
    if not isinstance(condition, GradeCompares | MeasureCompares) or condition.at is None:
        return _found_now(condition, moment), None
    day, found = moment.found_then(condition)
    return _text(found), day


def _found_now(condition: Condition, moment: OfferMoment) -> str | None:
    """None where it is compared with no value, or the value is not known."""
    match condition:
        case GradeCompares():
            rank = moment.grade_rank(condition.grade)
            grade = next(
                item for item in moment.desk.ruleset.grades if item.name == condition.grade
            )
            return None if rank is None else grade.levels[rank]
        case MeasureCompares():
            points = moment.points(condition.account, condition.measure)
            return None if points is None else number_text(points)
        case IsAmong(board):
            rank = moment.rank(board)
            return None if rank is None else str(rank)
        case ComparesDate(operand=None):
            return moment.day.isoformat()
        case IsOneOf(operand) | ComparesNumber(operand) | EqualsNumber(operand):
            return _text(moment.value_of(operand))
        case ComparesDate(operand) if operand is not None:
            return _text(moment.value_of(operand))
        case _:
            return None


def _text(value: AttributeValue | None) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    return number_text(value)
