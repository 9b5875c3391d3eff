"""Reviewers who should have stood aside (回避): themselves concerned, or near relatives."""

from collections.abc import Iterable
from datetime import date

from pointrules.model.beneficiary import Relation
from pointrules.model.review import Kin, Recusal
from pointrules.model.subject import SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.review import ReviewStep


def reviewers_missing(approvals: Iterable[ReviewStep]) -> tuple[Reason, ...]:
    """Approvals that do not name their reviewers, so that nobody can tell."""
    return tuple(
        Reason(
            ReasonCode.REVIEWERS_MISSING,
            () if step.reviewed_by is None else (("body", step.reviewed_by),),
        )
        for step in approvals
        if not step.reviewers
    )


def not_aside(
    recusal: Recusal,
    approvals: Iterable[ReviewStep],
    concerned: tuple[str, ...],
    occurred_on: date,
    facts: Facts,
) -> Reason | None:
    """The first reviewer who is kin of a person concerned by the facts of the day of review."""
    for step in approvals:
        day = step.reviewed_on or occurred_on
        for reviewer in step.reviewers:
            for kin in recusal.kin:
                for person in concerned:
                    if _is_kin(reviewer, person, kin, day, facts):
                        arguments = [("reviewer", reviewer)]
                        if kin is not Kin.SELF:
                            arguments += [("person", person), ("kin", str(kin))]
                        return Reason(ReasonCode.REVIEWER_NOT_ASIDE, tuple(arguments))
    return None


def _is_kin(reviewer: str, person: str, kin: Kin, day: date, facts: Facts) -> bool:
    """Whether `reviewer` is the `kin` of `person`; what either's facts say is enough."""
    match kin:
        case Kin.SELF:
            return reviewer == person
        case Kin.SPOUSE:
            return _names(person, Relation.SPOUSE, reviewer, day, facts) or _names(
                reviewer, Relation.SPOUSE, person, day, facts
            )
        case Kin.PARENTS:
            return _names(person, Relation.PARENTS, reviewer, day, facts)
        case Kin.CHILDREN:
            return _names(reviewer, Relation.PARENTS, person, day, facts)
        case Kin.HOUSEHOLD:
            household = facts.household_of(person, day)
            return household is not None and facts.household_of(reviewer, day) == household


def _names(person: str, relation: Relation, other: str, day: date, facts: Facts) -> bool:
    return other in facts.related(SubjectKind.PERSON, person, relation, day)
