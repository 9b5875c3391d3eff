"""Conditions of eligibility and how they stand, in words."""

from collections.abc import Iterable

from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.model.condition import (
    ComparesNumber,
    EqualsNumber,
    GradeCompares,
    MeasureCompares,
    exact_level,
)
from pointrules.model.unit import POINT
from pointrules.model.vocabulary import NumericType
from pointrules.report.wording_condition import condition_words
from pointrules.source.language import Language

_STANDINGS = {
    Language.ZH: {
        Standing.MET: "符合",
        Standing.NOT_MET: "不符合",
        Standing.NOT_KNOWN: "无法判断",
    },
    Language.EN: {
        Standing.MET: "met",
        Standing.NOT_MET: "not met",
        Standing.NOT_KNOWN: "not known",
    },
}


def requirement_words(requirement: Requirement, language: Language) -> str:
    """`符合：星级 不低于 三星（现为 五星）`."""
    standing = _STANDINGS[language][requirement.standing]
    condition = condition_words(requirement.condition, language)
    if _is_without_grade(requirement):
        none = "（没有等级）" if language is Language.ZH else " (no grade)"
        colon = "：" if language is Language.ZH else ": "
        return f"{standing}{colon}{condition}{none}"
    if language is Language.ZH:
        when = "现" if requirement.found_on is None else f"{requirement.found_on} "
        found = f"（{when}为 {_found(requirement, language)}）"
        return f"{standing}：{condition}{found if requirement.found is not None else ''}"
    when = "found" if requirement.found_on is None else f"on {requirement.found_on}"
    found = f" ({when}: {_found(requirement, language)})"
    return f"{standing}: {condition}{found if requirement.found is not None else ''}"


def _is_without_grade(requirement: Requirement) -> bool:
    """Whether it asks today's grade of one whom the grade's account is not for."""
    asked = exact_level(requirement.condition) or requirement.condition
    return (
        isinstance(asked, GradeCompares)
        and asked.at is None
        and requirement.standing is Standing.NOT_MET
        and requirement.found is None
    )


def barred_words(
    requirements: Iterable[Requirement], language: Language, *, is_listed: bool
) -> str:
    """One cell of a table: what keeps somebody from an offer."""
    failed = [
        requirement_words(requirement, language)
        for requirement in requirements
        if requirement.standing is not Standing.MET
    ]
    if not is_listed:
        failed.append("不在册" if language is Language.ZH else "not on the register")
    return ("；" if language is Language.ZH else "; ").join(failed)


def _found(requirement: Requirement, language: Language) -> str:
    """What a condition was compared with; numbers come without their unit."""
    found = requirement.found or ""
    match requirement.condition:
        case MeasureCompares():
            unit = POINT
        case ComparesNumber(operand) | EqualsNumber(operand) if isinstance(
            operand.attribute.type, NumericType
        ):
            unit = operand.attribute.type.unit
        case _:
            return found
    return f"{found} {unit.symbol if language is Language.ZH else unit.english}"
