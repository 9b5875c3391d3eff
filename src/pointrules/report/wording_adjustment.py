"""Each stage that changed an amount, told so that a villager can check it by hand."""

from datetime import date
from typing import assert_never

from pointrules.ledger.entry import (
    Adjustment,
    JudgedFirst,
    KeptAtZero,
    Lapsed,
    NothingWithdrawn,
    PrecededBy,
    ReleasedFrom,
    Replaced,
    StoppedAtCeiling,
    StoppedAtFloor,
)
from pointrules.model.clause import BestOf, Escalation, LastCounts
from pointrules.model.limit import Beyond, Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number, number_text
from pointrules.model.period import MonthDay
from pointrules.model.scan import Counted, LetThrough
from pointrules.model.subject import SubjectKind
from pointrules.report.headings import HEADINGS
from pointrules.report.wording_beneficiary import multiplier_words
from pointrules.report.wording_best_of import best_of_words
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_flag import flag_cause_words
from pointrules.report.wording_ladder import occurrence_words
from pointrules.report.wording_last_counts import last_counts_words
from pointrules.report.wording_limit import balance_words, counted_before_words, owned_limit_words
from pointrules.report.wording_quantity import points_words, size_of
from pointrules.source.language import Language

_DOUBLE = 2
_COUNTED_FOR = {
    Language.ZH: {SubjectKind.PERSON: "按个人：", SubjectKind.HOUSEHOLD: "按户："},
    Language.EN: {
        SubjectKind.PERSON: "for the person: ",
        SubjectKind.HOUSEHOLD: "for the household: ",
    },
}


def adjustment_words(
    adjustment: Adjustment,
    *,
    day: date,
    year_start: MonthDay,
    looked_up: str | None,
    language: Language,
) -> str:
    """One stage, with the amount before and after.

    `day` is the date that ruled the record's periods. `looked_up` is what the clause's table was
    asked (省级), for best-of to name; None where there is none. A count that is not of the entry's
    own subject is told with whose it is.
    """
    if isinstance(adjustment.cause, ReleasedFrom):
        return flag_cause_words(adjustment.cause, language)  # it changes no amount
    match adjustment.cause:
        case Limit() as limit:
            words = _limit(limit, adjustment, day, year_start, language)
        case Escalation() as escalation:
            words = _escalation(escalation, adjustment, language)
        case BestOf() as best_of:
            words = best_of_words(best_of, adjustment, looked_up, language)
        case LastCounts() as last_counts:
            words = last_counts_words(last_counts, adjustment, day, year_start, language)
        case Multiplier() as multiplier:
            words = multiplier_words(multiplier, adjustment, language)
        case Replaced(clauses):
            words = _replaced(clauses, adjustment, language)
        case PrecededBy(clause):
            words = _preceded(clause, language)
        case StoppedAtFloor(_, floor):
            words = _floor(floor, adjustment, language)
        case KeptAtZero() | JudgedFirst() | NothingWithdrawn() as cause:
            words = flag_cause_words(cause, language)
        case Lapsed(last_day):
            if language is Language.ZH:
                words = f"有效期到 {last_day}，入账时已过期，不计"
            else:
                words = f"valid up to {last_day}, lapsed before it was entered"
        case StoppedAtCeiling(_, ceiling):
            words = _ceiling(ceiling, adjustment, language)
        case _:
            assert_never(adjustment.cause)
    if adjustment.counted_for is not None:
        words = f"{_COUNTED_FOR[language][adjustment.counted_for.kind]}{words}"
    return f"{words}{_change(adjustment, language)}"


def _change(adjustment: Adjustment, language: Language) -> str:
    if isinstance(adjustment.cause, StoppedAtFloor) and adjustment.after == adjustment.before:
        return ""  # it tells why nothing was cut
    change = f"{number_text(adjustment.before)} → {number_text(adjustment.after)}"
    return f"（{change}）" if language is Language.ZH else f" ({change})"


def _preceded(clause: str, language: Language) -> str:
    reference = clause_reference(clause, language)
    if language is Language.ZH:
        return f"{reference}优先，本条不计"
    return f"{reference} goes before this one, which does not count"


def _limit(
    limit: Limit, adjustment: Adjustment, day: date, year_start: MonthDay, language: Language
) -> str:
    rule = owned_limit_words(limit, language)
    counted = counted_before_words(limit, adjustment, day, year_start, language)
    due = points_words(size_of(adjustment.before), language)
    outcome = _outcome(limit, adjustment, language)
    if language is Language.ZH:
        verb = "应扣" if adjustment.before < 0 else "应加"
        parts = [f"{verb} {due}；{rule}", *([counted] if counted else []), outcome]
        return "，".join(parts)
    due = f"{due} {'off ' if adjustment.before < 0 else ''}due"
    parts = [f"{due}; {rule}", *([counted] if counted else []), outcome]
    return ", ".join(parts)


def _outcome(limit: Limit, adjustment: Adjustment, language: Language) -> str:
    transfer = limit.scan.transfer
    assert isinstance(transfer, LetThrough), "a limit lets points or times through"
    if adjustment.after == 0:
        if transfer.counted is Counted.TIMES or limit.beyond is Beyond.REFUSE:
            return "不计" if language is Language.ZH else "not counted"
        if language is Language.EN:
            return "nothing more"
        return "不再扣分" if adjustment.before < 0 else "不再加分"
    return _only(adjustment.before, adjustment.after, language)


def _only(before: Number, after: Number, language: Language) -> str:
    size = points_words(size_of(after), language)
    if language is Language.EN:
        return f"only {size}{' off' if before < 0 else ''}"
    return f"只{'扣' if before < 0 else '加'} {size}"


def _escalation(escalation: Escalation, adjustment: Adjustment, language: Language) -> str:
    ordinal = adjustment.used
    factor: Number = 1
    for step in escalation.steps:
        if ordinal >= step.ordinal:
            factor = step.factor
    window = occurrence_words(escalation.scan, language)
    sum_words = (
        f"{number_text(size_of(adjustment.before))} × {number_text(factor)} = "
        f"{points_words(size_of(adjustment.after), language)}"
    )
    if language is Language.EN:
        return f"number {number_text(ordinal)}{window}, {number_text(factor)} times: {sum_words}"
    fold = "加倍" if factor == _DOUBLE else f"按 {number_text(factor)} 倍计"
    return f"{window}第 {number_text(ordinal)} 次，{fold}：{sum_words}"


def _replaced(clauses: tuple[str, ...], adjustment: Adjustment, language: Language) -> str:
    given = points_words(adjustment.used, language)
    sum_words = f"{number_text(adjustment.before)} − {number_text(adjustment.used)}"
    joint = HEADINGS[language].joint
    replaced = joint.join(clause_reference(clause, language) for clause in clauses)
    if language is Language.ZH:
        left = "" if adjustment.after else "，不足的按 0 分计，已得的不收回"
        return f"替代{replaced}，同期已得 {given}：{sum_words}{left}"
    left = "" if adjustment.after else ", not below 0: what was given stays"
    return f"in place of {replaced}, which gave {given} in the same period: {sum_words}{left}"


def _floor(floor: Number, adjustment: Adjustment, language: Language) -> str:
    balance = balance_words(adjustment, language)
    if language is Language.EN:
        stop = "nothing is left" if floor == 0 else f"{points_words(floor, language)} are left"
        if adjustment.after == 0:
            return f"taken until {stop}: {balance}, nothing more"
        if adjustment.after == adjustment.before:
            return f"taken until {stop}: {balance}, which is enough"
        outcome = _only(adjustment.before, adjustment.after, language)
        return f"taken until {stop}: {balance}, {outcome}"
    rule = "扣完为止" if floor == 0 else f"扣到 {points_words(floor, language)}为止"
    if adjustment.after == 0:
        return f"{rule}：账户{balance}，不再扣分"
    if adjustment.after == adjustment.before:
        return f"{rule}：账户{balance}，够扣"
    return f"{rule}：账户{balance}，{_only(adjustment.before, adjustment.after, language)}"


def _ceiling(ceiling: Number, adjustment: Adjustment, language: Language) -> str:
    balance, full = balance_words(adjustment, language), points_words(ceiling, language)
    if language is Language.EN:
        only = _only(adjustment.before, adjustment.after, language)
        outcome = only if adjustment.after else "nothing more"
        return f"filled up to {full}: {balance}, {outcome}"
    outcome = _only(adjustment.before, adjustment.after, language)
    if not adjustment.after:
        outcome = "不再加分"
    return f"加满 {full}为止：账户{balance}，{outcome}"
