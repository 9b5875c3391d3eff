"""What a settlement found, told so that a villager can count it over; and what was not known."""

from datetime import date
from fractions import Fraction
from typing import assert_never

from pointrules.ledger.entry import Valuation
from pointrules.ledger.ground import Measured, Observation, Settled, Tallied
from pointrules.ledger.ledger import NotSettled
from pointrules.ledger.past_ground import PastGrade
from pointrules.model.condition import NoneTallied, Tally, TallyCompares, TallyKind
from pointrules.model.number import Number, Rounding, RoundingMode, number_text, simplified
from pointrules.model.schedule import Progressive
from pointrules.model.settlement import ByTally
from pointrules.model.unit import PERCENT, TIME, Unit
from pointrules.model.vocabulary import NumericType
from pointrules.report.headings import HEADINGS
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_condition import COMPARED, closed_day_words, condition_words
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_past import past_words
from pointrules.report.wording_quantity import points_words, quantity_words
from pointrules.report.wording_reason import reason_words
from pointrules.report.wording_schedule import schedule_words
from pointrules.source.language import Language

_TO_CENTS = Rounding(RoundingMode.HALF_UP, Fraction(1, 100))
"""How near a mean that never ends is told, beside the exact fraction."""

NOT_SETTLED = {Language.ZH: "结算时情况不明（{} 条）", Language.EN: "not known at settlement ({})"}
"""The heading of the settlements that gave nothing because something was not known."""


FOR_SETTLEMENT = {Language.ZH: "留待结算统计（{} 条）", Language.EN: "read at settlement ({})"}
"""The heading of the records that score nothing by themselves."""


IN_A_ROW = {Language.ZH: "留着看连续几次（{} 条）", Language.EN: "read in a row ({})"}
"""The same of records of which several in a row are asked for."""


IN_A_ROW_OF_UNMATCHED = {
    Language.ZH: "无条款可依的行里有 {} 行留着看连续几次",
    Language.EN: "of the lines matching no clause, {} are read in a row",
}
FOR_SETTLEMENT_OF_UNMATCHED = {
    Language.ZH: "无条款可依的行里有 {} 行留待结算统计",
    Language.EN: "of the lines matching no clause, {} are read at settlement",
}
"""Said of the six numbers, since nothing is wrong with these lines."""


def settled_words(settled: Settled, language: Language) -> str:
    """Everything that was found, one after the other."""
    if not settled.found:
        return "结算" if language is Language.ZH else "settled"
    found = HEADINGS[language].semicolon.join(found_words(settled, language))
    return f"结算：{found}" if language is Language.ZH else f"settled: {found}"


def found_words(settled: Settled, language: Language) -> tuple[str, ...]:
    """What was found, each observation by itself; days are told once for those of one stretch."""
    told: list[str] = []
    last_days = ""
    for item in settled.found:
        days = _days(item.first, item.last, language) if isinstance(item, Tallied) else ""
        told.append(_observation(item, language, "" if days == last_days else days))
        last_days = days
    return tuple(told)


def not_settled_words(item: NotSettled, language: Language) -> str:
    """`2023-07-31 第 13 条：2023-07-01 至 2023-07-31 没有 垃圾检查，…`."""
    reference = clause_reference(item.clause.number, language)
    reason = reason_words(item.reason, language)
    return f"{item.day} {reference}{HEADINGS[language].colon}{reason}"


def by_tally_words(value: ByTally, valuation: Valuation, language: Language) -> str:
    """`每满 4 小时 1 分 × 2 = 2 分（时长合计 9 小时）`."""
    ((_, number),) = valuation.inputs
    assert isinstance(number, int | Fraction), "a tally comes to a number"
    how = schedule_words(value.schedule, number, _unit(value.tally), language)
    if isinstance(value.schedule, Progressive):
        how = f"累进：{how}" if language is Language.ZH else f"progressively: {how}"
    number_words = quantity_words(number, _unit(value.tally), language)
    if value.tally.kind is TallyKind.SHARE:
        number_words = number_text(simplified(Fraction(number) / 100))
    read = f"{_what(value.tally, language)} {number_words}"
    return f"{how}（{read}）" if language is Language.ZH else f"{how} ({read})"


def _observation(item: Observation, language: Language, days: str) -> str:
    match item:
        case Tallied():
            return _tallied(item, language, days)
        case Measured(asked, points):
            name = MEASURES[language][asked.measure]
            when = closed_day_words(asked.at, language)
            found = f"{asked.account} {when}{name} {points_words(points, language)}"
            bound = f"{COMPARED[language][asked.comparison]} {points_words(asked.bound, language)}"
            return f"{found}，{bound}" if language is Language.ZH else f"{found}, {bound}"
        case PastGrade():
            return past_words((item,), language)
        case _:
            assert_never(item)


def _tallied(item: Tallied, language: Language, days: str) -> str:
    chinese = language is Language.ZH
    asked, tally = item.asked, item.asked.tally
    if isinstance(asked, NoneTallied):
        found = f"没有 {_named(tally, language)}" if chinese else f"no {_named(tally, language)}"
        if item.matching:
            found = _counted(tally, item.matching, language)
        return f"{days}{found}"
    if tally.kind is TallyKind.SHARE:
        found = _share(item, tally, language)
    elif tally.kind is TallyKind.SUM:
        came = quantity_words(item.number, _unit(tally), language)
        joint = "，" if chinese else ", "
        counted = _counted(tally, item.matching, language)
        found = f"{counted}{joint}{_what(tally, language)} {came}"
    elif tally.kind is TallyKind.MEAN:
        found = _of_values(item, tally, language)
    else:
        found = _counted(tally, item.number, language)
    if isinstance(asked, TallyCompares):
        bound = quantity_words(asked.bound, _unit(tally), language)
        joint = "，" if chinese else ", "
        found += f"{joint}{COMPARED[language][asked.comparison]} {bound}"
    return f"{days}{found}"


def _share(item: Tallied, tally: Tally, language: Language) -> str:
    records = quantity_words(item.records, TIME, language)
    matching = quantity_words(item.matching, TIME, language)
    ratio = f"{item.matching}/{item.records}"
    assert tally.matching is not None, "a share is of those that match"
    which = condition_words(tally.matching, language)
    if language is Language.ZH:
        return f"{tally.behaviour} {records}，其中 {which} {matching}，占比 {ratio}"
    return f"{tally.behaviour} {records}, of these {which} {matching}, a share of {ratio}"


def _of_values(item: Tallied, tally: Tally, language: Language) -> str:
    """`月评 3 次，得分合计 271 分，除以 3，平均 271/3 分（约 90.33 分）`."""
    counted = _counted(tally, item.matching, language)
    total = simplified(item.number * Fraction(item.matching))
    summed = quantity_words(total, _unit(tally), language)
    mean = _mean(item.number, tally, language)
    assert tally.summed is not None, "a mean is of an attribute"
    if language is Language.ZH:
        total_words = f"{tally.summed.name}合计 {summed}"
        return f"{counted}，{total_words}，除以 {item.matching}，平均 {mean}"
    return f"{counted}, total {tally.summed.name} {summed}, divided by {item.matching}, mean {mean}"


def _mean(number: Number, tally: Tally, language: Language) -> str:
    words = quantity_words(number, _unit(tally), language)
    if "/" not in number_text(number):
        return words
    near = quantity_words(_TO_CENTS.of(number), _unit(tally), language)
    return f"{words}（约 {near}）" if language is Language.ZH else f"{words} (about {near})"


def _counted(tally: Tally, number: Number, language: Language) -> str:
    """`月评 3 次`, `月评（评委 是 组长）1 次`."""
    times = quantity_words(number, TIME, language)
    is_closed = tally.matching is not None and language is Language.ZH
    return f"{_named(tally, language)}{'' if is_closed else ' '}{times}"


def _named(tally: Tally, language: Language) -> str:
    if tally.matching is None:
        return tally.behaviour
    which = condition_words(tally.matching, language)
    if language is Language.ZH:
        return f"{tally.behaviour}（{which}）"
    return f"{tally.behaviour} ({which})"


def _what(tally: Tally, language: Language) -> str:
    chinese = language is Language.ZH
    match tally.kind:
        case TallyKind.COUNT:
            return "次数" if chinese else "count"
        case TallyKind.SHARE:
            return "占比" if chinese else "share"
        case TallyKind.SUM:
            assert tally.summed is not None, "a sum is of an attribute"
            return f"{tally.summed.name}合计" if chinese else f"total {tally.summed.name}"
        case TallyKind.MEAN:
            assert tally.summed is not None, "a mean is of an attribute"
            return f"{tally.summed.name}平均" if chinese else f"mean {tally.summed.name}"


def _unit(tally: Tally) -> Unit:
    if tally.kind is TallyKind.SHARE:
        return PERCENT
    if tally.summed is None:
        return TIME
    assert isinstance(tally.summed.type, NumericType), "only numbers are summed"
    return tally.summed.type.unit


def _days(first: date | None, last: date, language: Language) -> str:
    if first is None:
        return f"截至 {last} " if language is Language.ZH else f"up to {last}: "
    if language is Language.ZH:
        return f"{first} 至 {last} "
    return f"{first} to {last}: "
