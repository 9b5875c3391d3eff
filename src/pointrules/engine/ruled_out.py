"""Conditions that the dated facts of a subject alone make false, whatever else they ask for."""

from datetime import date
from typing import TypeAlias

from pointrules.engine.population import SubjectMoment
from pointrules.engine.truth import truth
from pointrules.model.condition import (
    AgeCompares,
    And,
    ComparesDate,
    ComparesDays,
    ComparesNumber,
    Condition,
    EqualsNumber,
    IsOneOf,
    IsTrue,
    Not,
    Or,
)
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts

_OfFacts: TypeAlias = (
    IsOneOf | ComparesNumber | EqualsNumber | ComparesDate | ComparesDays | AgeCompares | IsTrue
)


def is_ruled_out(condition: Condition | None, subject: Subject, day: date, facts: Facts) -> bool:
    """Whether the facts of `subject` on `day` make a settlement's condition false."""
    match condition:
        case And(items):
            return any(is_ruled_out(item, subject, day, facts) for item in items)
        case Or(items):
            return all(is_ruled_out(item, subject, day, facts) for item in items)
        case Not(item) if not isinstance(item, _OfFacts):
            return False
        case (
            Not()
            | IsOneOf()
            | ComparesNumber()
            | EqualsNumber()
            | ComparesDate()
            | ComparesDays()
            | AgeCompares()
            | IsTrue()
        ):
            return truth(condition, SubjectMoment(subject, day, facts)) is False
        case _:
            return False
