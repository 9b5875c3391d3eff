"""Entries that a flag made or kept back, in words."""

from typing import assert_never

from pointrules.ledger.flag_ground import (
    EndAgain,
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
        case LapsedWithPeriod(flag, closed_by, taken_by, taken, taken_on, left, kept, ends):
            points = points_words(taken, language)
            taker = "" if taken_by == flag else f"{taken_by} "
            if kept is None:
                what = f"{taker}{taken_on} 收走的 {points}"
            else:
                record = "" if kept.record_id is None else f"记录 {kept.record_id} "
                what = f"{record}{taken_on} 应记的 {points}"
            if not any(end.left_together or end.left_without for end in ends):
                why = "已随期末清零，不退回"
            else:
                rest = points_words(left, language)
                returned = f"退回 {rest}" if kept is None else f"补记 {rest}"
                why = "；".join((*map(_chinese_end, ends), returned))
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
        case LapsedWithPeriod(flag, closed_by, taken_by, taken, taken_on, left, kept, ends):
            points = points_words(taken, language)
            rest = points_words(left, language)
            taker = "" if taken_by == flag else f" by {taken_by}"
            what = f"taken{taker} on {taken_on}"
            if kept is not None:
                record = "" if kept.record_id is None else f" of record {kept.record_id}"
                what = f"due on {taken_on}{record}"
            return (
                f"{flag} withdrawn by record {closed_by}; the {points} {what} were of an earlier "
                f"period, of which {rest} are left"
                f"{_english_ends(ends)}"
            )
        case _:
            assert_never(ground)


def _chinese_end(end: EndAgain) -> str:
    language = Language.ZH
    without, left_without, together, left_together = (
        points_words(item, language)
        for item in (end.without, end.left_without, end.together, end.left_together)
    )
    return (
        f"{end.last_day} 期末，没有它余额 {without}、转下期 {left_without}，"
        f"有它余额 {together}、转下期 {left_together}"
    )


def _english_ends(ends: tuple[EndAgain, ...]) -> str:
    language = Language.EN
    return "".join(
        f"; at the end of {end.last_day} the balance was {points_words(end.without, language)}, "
        f"of which {points_words(end.left_without, language)} went on; with them it had been "
        f"{points_words(end.together, language)}, of which "
        f"{points_words(end.left_together, language)} had"
        for end in ends
    )
