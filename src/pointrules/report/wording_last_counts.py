"""以最后一次为准: which record stood before, and what this one leaves of it."""

from datetime import date

from pointrules.ledger.entry import Adjustment
from pointrules.model.clause import LastCounts
from pointrules.model.number import number_text
from pointrules.model.period import MonthDay, Period
from pointrules.report.wording_matter import matter_words
from pointrules.report.wording_period import EVERY, stretch_words
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language


def last_counts_words(
    last_counts: LastCounts,
    adjustment: Adjustment,
    day: date,
    year_start: MonthDay,
    language: Language,
) -> str:
    """`同一 项目 每月 1 次，以最后一次为准：本次 3 分，7 月的记录 r1 已得 5 分，3 − 5 = -2 分`."""
    window = last_counts.scan.window
    assert isinstance(window, Period), "the last record of a calendar period counts"
    matter = matter_words(last_counts.scan, language)
    when = stretch_words(window, day, year_start, language)
    this = points_words(adjustment.before, language)
    stood = points_words(adjustment.used, language)
    used = number_text(adjustment.used)
    if adjustment.used < 0:
        used = f"({used})" if language is Language.EN else f"（{used}）"
    left = f"{number_text(adjustment.before)} − {used} = {points_words(adjustment.after, language)}"
    if language is Language.EN:
        rule = f"{matter}{EVERY[language][window]} one time, the last one counts"
        return f"{rule}: this is {this}, record {adjustment.rival} had {stood} {when}: {left}"
    rule = f"{matter}{EVERY[language][window]} 1 次，以最后一次为准"
    return f"{rule}：本次 {this}，{when}记录 {adjustment.rival} 已计 {stood}，{left}"
