"""Flags in words: from when to when, what opened and closed them, what they do to points."""

from typing import TypeAlias, assert_never

from pointrules.ledger.entry import JudgedFirst, KeptAtZero, NothingWithdrawn, ReleasedFrom
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.grade_held import GradeHeld
from pointrules.model.flag import BoundsGrade, FlagEffect, HoldsGains, LowersPoints, UntilRecordOf
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language

FlagCause: TypeAlias = KeptAtZero | ReleasedFrom | JudgedFirst | NothingWithdrawn
"""What flags do to amounts that are on their way."""


def flag_words(flag: FlagInterval, language: Language) -> str:
    """A flag, its days, what opened it, what it does, and the record that closed it."""
    opened = opened_by_words(flag.clause, flag.record_id, language)
    effects = [effect_words(effect, language) for effect in flag.effects]
    if language is Language.ZH:
        said = f"{flag.flag}：{_days(flag, language)}（{opened}）"
        if effects:
            said += f"，{'，'.join(effects)}"
        if flag.closed_by is not None:
            said += f"；由记录 {flag.closed_by} 撤销"
        return said
    said = f"{flag.flag}: {_days(flag, language)} ({opened})"
    if effects:
        said += f", {', '.join(effects)}"
    if flag.closed_by is not None:
        said += f"; withdrawn by record {flag.closed_by}"
    return said


def opened_by_words(clause: str, record_id: str | None, language: Language) -> str:
    """`第 9 条，记录 z1`; points and settlements open flags without a record."""
    reference = clause_reference(clause, language)
    if record_id is None:
        return reference
    if language is Language.ZH:
        return f"{reference}，记录 {record_id}"
    return f"{reference}, record {record_id}"


def until_words(flag: FlagInterval, language: Language) -> str:
    """Until when a flag lasts: a day, or the record that it waits for."""
    if flag.last_day is not None:
        return f"至 {flag.last_day}" if language is Language.ZH else f"to {flag.last_day}"
    if isinstance(flag.end, UntilRecordOf):
        if language is Language.ZH:
            return f"至 {'、'.join(flag.end.behaviours)} 之日"
        return f"until {', '.join(flag.end.behaviours)} takes place"
    return "至 撤销为止" if language is Language.ZH else "until it is withdrawn"


def _days(flag: FlagInterval, language: Language) -> str:
    if flag.last_day is not None and flag.last_day < flag.first_day:
        if language is Language.ZH:
            return f"{flag.first_day} 当天撤销"
        return f"withdrawn on the day itself, {flag.first_day}"
    until = until_words(flag, language)
    if flag.last_day is None:
        return (
            f"{flag.first_day} 起，{until}"
            if language is Language.ZH
            else (f"from {flag.first_day} {until}")
        )
    return f"{flag.first_day} {until}"


def effect_words(effect: FlagEffect, language: Language) -> str:
    """One effect, as a vocabulary declares it."""
    index = 0 if language is Language.ZH else 1
    match effect:
        case HoldsGains(accounts):
            said = ("暂停加分", "gains held")[index]
        case LowersPoints(accounts, measure, to):
            name = MEASURES[language][measure]
            if to == 0:
                said = f"{name}清零" if index == 0 else f"{name} to 0"
            else:
                points = points_words(to, language)
                said = f"{name}降至 {points}" if index == 0 else f"{name} lowered to {points}"
        case BoundsGrade(grade, level):
            return f"{grade} 不高于 {level}" if index == 0 else f"{grade} at most {level}"
        case _:
            assert_never(effect)
    if not accounts:
        return said
    return f"{'、'.join(accounts)} {said}" if index == 0 else f"{', '.join(accounts)}: {said}"


def grade_bound_words(held: GradeHeld, language: Language) -> str:
    """`；按分是 五星，一票否决（第 9 条）期间不高于 三星`; nothing where no flag bounds."""
    flag = held.bound_by
    if flag is None:
        return ""
    opened = opened_by_words(flag.clause, flag.record_id, language)
    if language is Language.ZH:
        return f"；按分是 {held.by_points}，{flag.flag}（{opened}）期间不高于 {held.level}"
    return f"; {held.by_points} by points, at most {held.level} under {flag.flag} ({opened})"


def flag_cause_words(cause: FlagCause, language: Language) -> str:
    """What a flag did to an amount, or to its day."""
    match cause:
        case KeptAtZero(flag, clause):
            reference = clause_reference(clause, language)
            if language is Language.ZH:
                return f"{flag}（{reference}）没有结束，只记 0 分"
            return f"{flag} ({reference}) is not over, entered as 0"
        case ReleasedFrom(flag, due_on):
            if language is Language.ZH:
                return f"{due_on} 应记，{flag} 期间没有记，现在补记"
            return f"due on {due_on}, kept back by {flag}, entered now"
        case JudgedFirst(clause):
            reference = clause_reference(clause, language)
            if language is Language.ZH:
                return f"{reference}直接判级优先，同一件事不另扣分"
            return f"{reference} judges first, nothing is deducted besides"
        case NothingWithdrawn(flags):
            if language is Language.ZH:
                return f"没有打开的 {'、'.join(flags)} 可撤销，不改扣"
            return f"no {', '.join(flags)} was open to withdraw, nothing is deducted instead"
        case _:
            assert_never(cause)
