"""Periods, rolling windows and stretches of the calendar in words."""

from datetime import date

from pointrules.model.period import NEW_YEAR, Duration, DurationUnit, MonthDay, Period, period_of
from pointrules.model.scan import WhileValid, Window
from pointrules.source.language import Language

EVERY = {
    Language.ZH: {
        Period.RECORD: "每次",
        Period.DAY: "每日",
        Period.WEEK: "每周",
        Period.MONTH: "每月",
        Period.QUARTER: "每季度",
        Period.HALF_YEAR: "每半年",
        Period.YEAR: "每年",
        Period.EVER: "总共",
    },
    Language.EN: {
        Period.RECORD: "each time",
        Period.DAY: "each day",
        Period.WEEK: "each week",
        Period.MONTH: "each month",
        Period.QUARTER: "each quarter",
        Period.HALF_YEAR: "each half-year",
        Period.YEAR: "each year",
        Period.EVER: "ever",
    },
}
"""What a limit starts afresh with: 每月最多 …, each month at most …."""

_THIS = {
    Language.ZH: {
        Period.RECORD: "本次",
        Period.DAY: "本日",
        Period.WEEK: "本周",
        Period.MONTH: "本月",
        Period.QUARTER: "本季度",
        Period.HALF_YEAR: "本半年",
        Period.YEAR: "本年",
        Period.EVER: "历年",
    },
    Language.EN: {
        Period.RECORD: "this time",
        Period.DAY: "this day",
        Period.WEEK: "this week",
        Period.MONTH: "this month",
        Period.QUARTER: "this quarter",
        Period.HALF_YEAR: "this half-year",
        Period.YEAR: "this year",
        Period.EVER: "all-time",
    },
}

_SPAN_UNITS = {
    Language.ZH: {DurationUnit.DAY: "天", DurationUnit.MONTH: "个月", DurationUnit.YEAR: "年"},
    Language.EN: {DurationUnit.DAY: "day", DurationUnit.MONTH: "month", DurationUnit.YEAR: "year"},
}


def this_window(window: Window, language: Language) -> str:
    """What a running rule looks back over: `本年`, `一年内`, `30 天内`."""
    if isinstance(window, Period):
        return _THIS[language][window]
    if isinstance(window, WhileValid):
        return "有效期内" if language is Language.ZH else "while still valid"
    return rolling_words(window, language)


def rolling_words(duration: Duration, language: Language) -> str:
    """`一年内`, `6 个月内`, `within 30 days`."""
    unit = _SPAN_UNITS[language][duration.unit]
    if language is Language.EN:
        return f"within {duration.count} {unit}{'' if duration.count == 1 else 's'}"
    if duration.count == 1:
        return f"一{unit}内"
    return f"{duration.count} {unit}内"


def stretch_words(period: Period, day: date, year_start: MonthDay, language: Language) -> str:
    """The very period that `day` falls in, as people would name it: `7 月`, `2023 年`."""
    chinese = language is Language.ZH
    match period:
        case Period.RECORD:
            msg = "a single record has no stretch of days to name"
            raise AssertionError(msg)
        case Period.EVER:
            return "此前" if chinese else "until now"
        case Period.DAY:
            return "当日" if chinese else "that day"
        case Period.WEEK:
            return "当周" if chinese else "that week"
        case Period.MONTH:
            return f"{day.month} 月" if chinese else f"in {day.year}-{day.month:02}"
        case Period.QUARTER:
            quarter = (day.month + 2) // 3
            return f"第 {quarter} 季度" if chinese else f"in quarter {quarter} of {day.year}"
        case Period.HALF_YEAR:
            is_first = day.month <= 6  # noqa: PLR2004
            if chinese:
                return "上半年" if is_first else "下半年"
            return f"in the {'first' if is_first else 'second'} half of {day.year}"
        case Period.YEAR:
            if year_start == NEW_YEAR:
                return f"{day.year} 年" if chinese else f"in {day.year}"
            first = period_of(period, day, year_start).first
            return f"{first} 起的一年" if chinese else f"in the year from {first}"
