"""Entries that a flag made or kept back, in words."""

from typing import assert_never

from pointrules.ledger.flag_ground import (
    FlagGround,
    LapsedWithPeriod,
    ReturnedByRepair,
    TakenByFlag,
)
from pointrules.report.wording_flag import opened_by_words
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language


def flag_ground_words(ground: FlagGround, language: Language) -> str:
    """One sentence that a villager can check."""
    return _chinese(ground) if language is Language.ZH else _english(ground)


def _chinese(ground: FlagGround) -> str:
    language = Language.ZH
    match ground:
        case TakenByFlag(flag, clause, record_id, measure, found, to):
            opened = opened_by_words(clause, record_id, language)
            what = f"{MEASURES[language][measure]} {points_words(found, language)}"
            how = "清零" if to == 0 else f"，降至 {points_words(to, language)}"
            return f"{flag}（{opened}），{what}{how}"
        case ReturnedByRepair(flag, closed_by, taken_by, taken, taken_on):
            points = points_words(taken, language)
            taker = "" if taken_by == flag else f"{taken_by} "
            return f"{flag} 由记录 {closed_by} 撤销，退回 {taker}{taken_on} 收走的 {points}"
        case LapsedWithPeriod(flag, closed_by, taken_by, taken, taken_on, left):
            points = points_words(taken, language)
            taker = "" if taken_by == flag else f"{taken_by} "
            rest = points_words(left, language)
            why = "已随期末清零，不退回" if left == 0 else f"按期末的办法还余 {rest}，退回 {rest}"
            what = f"{taker}{taken_on} 收走的 {points}"
            return f"{flag} 由记录 {closed_by} 撤销；{what}属于上一期，{why}"
        case _:
            assert_never(ground)


def _english(ground: FlagGround) -> str:
    language = Language.EN
    match ground:
        case TakenByFlag(flag, clause, record_id, measure, found, to):
            opened = opened_by_words(clause, record_id, language)
            what = f"{MEASURES[language][measure]}: {points_words(found, language)}"
            return f"{flag} ({opened}), {what}, lowered to {points_words(to, language)}"
        case ReturnedByRepair(flag, closed_by, taken_by, taken, taken_on):
            points = points_words(taken, language)
            taker = "" if taken_by == flag else f" by {taken_by}"
            returned = f"{points} taken{taker} on {taken_on} returned"
            return f"{flag} withdrawn by record {closed_by}, {returned}"
        case LapsedWithPeriod(flag, closed_by, taken_by, taken, taken_on, left):
            points = points_words(taken, language)
            rest = points_words(left, language)
            taker = "" if taken_by == flag else f" by {taken_by}"
            return (
                f"{flag} withdrawn by record {closed_by}; the {points} taken{taker} "
                f"on {taken_on} were of an earlier period, of which {rest} are left"
            )
        case _:
            assert_never(ground)
