"""Conditions of eligibility in words, as the ruleset has them."""

from typing import assert_never

from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import (
    AgeCompares,
    And,
    BehaviourIs,
    ComparesDate,
    ComparesDays,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    GradeCompares,
    IsAmong,
    IsOneOf,
    IsTrue,
    MeasureCompares,
    NoneTallied,
    NoRecordOf,
    Not,
    OnRegister,
    Operand,
    Or,
    PeriodsInARow,
    RecordsInARow,
    TallyCompares,
    exact_level,
)
from pointrules.model.period import Period
from pointrules.report.headings import HEADINGS
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_period import this_window
from pointrules.report.wording_quantity import attribute_value_words, points_words
from pointrules.source.language import Language

COMPARED = {
    Language.ZH: {
        Comparison.AT_LEAST: "不低于",
        Comparison.AT_MOST: "不超过",
        Comparison.ABOVE: "超过",
        Comparison.BELOW: "低于",
    },
    Language.EN: {
        Comparison.AT_LEAST: "at least",
        Comparison.AT_MOST: "at most",
        Comparison.ABOVE: "more than",
        Comparison.BELOW: "less than",
    },
}

_DAYS = {
    Language.ZH: {
        Comparison.AT_LEAST: "自 {} 起",
        Comparison.AT_MOST: "截至 {}",
        Comparison.ABOVE: "晚于 {}",
        Comparison.BELOW: "早于 {}",
    },
    Language.EN: {
        Comparison.AT_LEAST: "from {} on",
        Comparison.AT_MOST: "up to {}",
        Comparison.ABOVE: "after {}",
        Comparison.BELOW: "before {}",
    },
}


_THAN = {
    Language.ZH: {
        Comparison.AT_LEAST: "不早于",
        Comparison.AT_MOST: "不晚于",
        Comparison.ABOVE: "晚于",
        Comparison.BELOW: "早于",
    },
    Language.EN: {
        Comparison.AT_LEAST: "no earlier than",
        Comparison.AT_MOST: "no later than",
        Comparison.ABOVE: "later than",
        Comparison.BELOW: "earlier than",
    },
}

_AGES = {
    Comparison.AT_LEAST: "满",
    Comparison.AT_MOST: "不超过",
    Comparison.ABOVE: "超过",
    Comparison.BELOW: "不满",
}


def condition_words(condition: Condition, language: Language) -> str:
    """`星级 不低于 三星`, `没有 取消评优`."""
    match condition:
        case Not(item):
            return _not(item, language)
        case And(items):
            exact = exact_level(condition)
            if exact is not None:
                when = closed_day_words(exact.at, language)
                verb = "是" if language is Language.ZH else "is"
                return f"{exact.grade} {when}{verb} {exact.level}"
            joint = " 且 " if language is Language.ZH else " and "
            return joint.join(_inside(item, language) for item in items)
        case Or(items):
            joint = " 或 " if language is Language.ZH else " or "
            return joint.join(_inside(item, language) for item in items)
        case OnRegister() | TallyCompares() | NoneTallied() | PeriodsInARow() | RecordsInARow():
            msg = f"{type(condition).__name__} is asked by clauses, which have words of their own"
            raise AssertionError(msg)
        case _:
            return _atom(condition, language)


def _inside(item: Condition, language: Language) -> str:
    words = condition_words(item, language)
    if not isinstance(item, And | Or) or exact_level(item) is not None:
        return words
    return f"（{words}）" if language is Language.ZH else f"({words})"


def _not(item: Condition, language: Language) -> str:
    if isinstance(item, FlagIsOpen):
        return f"没有 {item.flag}" if language is Language.ZH else f"no {item.flag}"
    words = _inside(item, language)
    return f"非 {words}" if language is Language.ZH else f"not {words}"


def _atom(
    condition: BehaviourIs
    | IsOneOf
    | ComparesNumber
    | EqualsNumber
    | ComparesDate
    | ComparesDays
    | AgeCompares
    | IsTrue
    | FlagIsOpen
    | NoRecordOf
    | GradeCompares
    | MeasureCompares
    | IsAmong,
    language: Language,
) -> str:
    chinese = language is Language.ZH
    compared = COMPARED[language]
    joint = HEADINGS[language].joint
    match condition:
        case BehaviourIs(behaviours):
            names = joint.join(behaviours)
            return f"行为 是 {names}" if chinese else f"the behaviour is {names}"
        case IsOneOf(operand, values):
            verb = ("是" if len(values) == 1 else "属于") if chinese else "is"
            return f"{operand.attribute.name} {verb} {joint.join(values)}"
        case ComparesNumber(operand, comparison, bound):
            number = attribute_value_words(bound, operand.attribute, language)
            return f"{operand.attribute.name} {compared[comparison]} {number}"
        case EqualsNumber(operand, number):
            words = attribute_value_words(number, operand.attribute, language)
            return f"{operand.attribute.name} {'是' if chinese else 'is'} {words}"
        case ComparesDate() | ComparesDays() | AgeCompares():
            return _of_dates(condition, language)
        case IsTrue(operand):
            return operand.attribute.name
        case FlagIsOpen(flag):
            return f"有 {flag}" if chinese else f"{flag} is open"
        case NoRecordOf(behaviour, period):
            return _no_record(behaviour, period, language)
        case GradeCompares(grade, comparison, level):
            when = closed_day_words(condition.at, language)
            return f"{grade} {when}{compared[comparison]} {level}"
        case MeasureCompares(account, measure, comparison, bound):
            points, when = points_words(bound, language), closed_day_words(condition.at, language)
            return f"{account} {when}{MEASURES[language][measure]} {compared[comparison]} {points}"
        case IsAmong(board, last):
            return f"{board} 前 {last} 名" if chinese else f"{board}: top {last}"
        case _:
            assert_never(condition)


def _of_dates(condition: ComparesDate | ComparesDays | AgeCompares, language: Language) -> str:
    chinese = language is Language.ZH
    match condition:
        case ComparesDate(operand, comparison, day):
            name = _date_name(operand, language)
            return f"{name} {_DAYS[language][comparison].format(day.isoformat())}"
        case ComparesDays(operand, comparison, other, days):
            than = _date_name(other, language)
            if days:
                than += f" 后 {days} 天" if chinese else f" plus {days} days"
            return f"{_date_name(operand, language)} {_THAN[language][comparison]} {than}"
        case AgeCompares(operand, comparison, years):
            if chinese:
                return f"{operand.attribute.name} {_AGES[comparison]} {years} 年"
            return f"years since {operand.attribute.name} {COMPARED[language][comparison]} {years}"
        case _:
            assert_never(condition)


def _date_name(operand: Operand | None, language: Language) -> str:
    if operand is not None:
        return operand.attribute.name
    return "发生日期" if language is Language.ZH else "the date of occurrence"


_CLOSED_DAYS = {
    Language.ZH: {
        ClosedDay.EVE: "前一日",
        ClosedDay.MONTH: "上月末",
        ClosedDay.QUARTER: "上季末",
        ClosedDay.HALF_YEAR: "上个半年末",
        ClosedDay.YEAR: "上年末",
    },
    Language.EN: {
        ClosedDay.EVE: "the day before",
        ClosedDay.MONTH: "at the end of last month",
        ClosedDay.QUARTER: "at the end of last quarter",
        ClosedDay.HALF_YEAR: "at the end of last half-year",
        ClosedDay.YEAR: "at the end of last year",
    },
}


def closed_day_words(at: ClosedDay | None, language: Language) -> str:
    """`上年末 `, with the space that follows; nothing for the day itself."""
    return "" if at is None else f"{_CLOSED_DAYS[language][at]} "


def _no_record(behaviour: str, period: Period, language: Language) -> str:
    if language is Language.EN:
        when = "ever" if period is Period.EVER else this_window(period, language)
        return f"no {behaviour} {when}"
    when = "" if period is Period.EVER else f"{this_window(period, language)} "
    return f"{when}没有 {behaviour}"
