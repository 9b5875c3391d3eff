"""Exchanges in words: what points would buy, with the arithmetic."""

from fractions import Fraction

from pointrules.ledger.exchange_quote import ExchangeQuote, GoodQuote, SpendingRoom
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.opening import (
    AlwaysOpen,
    OpenDays,
    OpenEdge,
    Opening,
    OpenSeason,
    OpenSpan,
    OpenWeekdays,
)
from pointrules.model.period import MonthDay, Period
from pointrules.model.unit import POINT
from pointrules.report.wording_period import EVERY, this_window
from pointrules.report.wording_quantity import points_words
from pointrules.report.wording_schedule import rounding_words
from pointrules.source.language import Language

_WEEKDAYS = {
    Language.ZH: ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def exchange_lines(quote: ExchangeQuote, language: Language) -> list[str]:
    """From the balances to what can be had; the eligibility is told apart."""
    lines = [_balances(quote, language), _opening(quote, language)]
    lines += _least(quote, language)
    lines += [_room(room, language) for room in quote.rooms]
    lines.append(_usable(quote, language))
    lines += [_good(quote, item, language) for item in quote.goods]
    return lines


def short_exchange_words(quote: ExchangeQuote, language: Language) -> str:
    """One cell of a table: the points that may be spent, and when."""
    chinese = language is Language.ZH
    points = points_words(quote.usable, language)
    said = f"可用 {points}" if chinese else f"{points} to spend"
    if quote.is_open:
        return said
    if quote.next_open is None:
        return f"{said}，不再开放" if chinese else f"{said}, not open again"
    return f"{said}，{quote.next_open} 开放" if chinese else f"{said}, open on {quote.next_open}"


def _balances(quote: ExchangeQuote, language: Language) -> str:
    chinese = language is Language.ZH
    joint = "、" if chinese else ", "
    held = joint.join(
        f"{name} {'余额' if chinese else 'balance'} {points_words(balance, language)}"
        for name, balance in quote.balances
    )
    if len(quote.balances) == 1:
        return f"从 {held} 扣" if chinese else f"taken from {held}"
    parts = quote.exchange.parts
    if not parts:
        return f"从 {held} 依次扣" if chinese else f"taken in turn from {held}"
    ratio = (" 比 " if chinese else " to ").join(number_text(part) for part in parts)
    return f"从 {held} 按 {ratio} 扣" if chinese else f"taken as {ratio} from {held}"


def _opening(quote: ExchangeQuote, language: Language) -> str:
    chinese = language is Language.ZH
    joint = "；" if chinese else "; "
    days = joint.join(opening_words(item, language) for item in quote.exchange.openings)
    if quote.is_open:
        now = f"{quote.as_of} 开放" if chinese else f"open on {quote.as_of}"
    elif quote.next_open is None:
        now = "以后不再开放" if chinese else "not open again"
    elif chinese:
        now = f"{quote.as_of} 不开放，下次 {quote.next_open}"
    else:
        now = f"closed on {quote.as_of}, next open on {quote.next_open}"
    return f"开放：{days}（{now}）" if chinese else f"open: {days} ({now})"


def opening_words(opening: Opening, language: Language) -> str:
    """The days of an opening: `每月 5 日、25 日`."""
    chinese = language is Language.ZH
    match opening:
        case AlwaysOpen():
            return "随时" if chinese else "always"
        case OpenDays(days):
            if chinese:
                return "每月 " + "、".join(f"{day} 日" for day in days)
            return "each month on day " + ", ".join(map(str, days))
        case OpenWeekdays(weekdays):
            names = _WEEKDAYS[language]
            if chinese:
                return "每" + "、".join(names[day] for day in weekdays)
            return "each " + ", ".join(names[day] for day in weekdays)
        case OpenEdge(period, days, at_end):
            each = EVERY[language][period]
            if chinese:
                return f"{each}{'最后' if at_end else '前'} {days} 天"
            return f"{'last' if at_end else 'first'} {days} days, {each}"
        case OpenSeason(first, last):
            if chinese:
                return f"每年 {_month_day(first)}到 {_month_day(last)}"
            return f"each year from {first.month}/{first.day} to {last.month}/{last.day}"
        case OpenSpan(first_day, last_day):
            return f"{first_day} {'到' if chinese else 'to'} {last_day}"


def _month_day(day: MonthDay) -> str:
    return f"{day.month}月{day.day}日"


def _least(quote: ExchangeQuote, language: Language) -> list[str]:
    chinese = language is Language.ZH
    lines = []
    if quote.exchange.least_balance is not None:
        points = points_words(quote.exchange.least_balance, language)
        said = f"余额满 {points}才能兑换" if chinese else f"a balance of at least {points}"
        held = sum(max(balance, 0) for _, balance in quote.balances)
        if held < quote.exchange.least_balance:
            said += "，还不到" if chinese else ", not reached"
        lines.append(said)
    if quote.exchange.least_each is not None:
        points = points_words(quote.exchange.least_each, language)
        lines.append(f"每次至少 {points}" if chinese else f"at least {points} at once")
    return lines


def _room(room: SpendingRoom, language: Language) -> str:
    chinese = language is Language.ZH
    most, period = points_words(room.limit.points, language), room.limit.period
    if period is Period.RECORD:
        return f"每次最多 {most}" if chinese else f"at most {most} at once"
    used, left = points_words(room.used, language), points_words(room.room, language)
    each, this = EVERY[language][period], this_window(period, language)
    if chinese:
        return f"{each}最多 {most}：{this}已用 {used}，还可用 {left}"
    return f"at most {most} {each}: {used} spent {this}, {left} left"


def _usable(quote: ExchangeQuote, language: Language) -> str:
    chinese = language is Language.ZH
    points, worth = points_words(quote.usable, language), quote.exchange.worth
    said = f"可用 {points}" if chinese else f"{points} to spend"
    if worth is None:
        return said
    yuan = _yuan(quote.usable * worth, language)
    if chinese:
        return f"{said}，1 分 抵 {number_text(worth)} 元，抵 {yuan}"
    return f"{said}, each worth {_yuan(worth, language)}: {yuan}"


def _good(quote: ExchangeQuote, item: GoodQuote, language: Language) -> str:
    chinese = language is Language.ZH
    said = f"{item.good.name}{'：' if chinese else ': '}{_price(quote, item, language)}"
    joint = "，" if chinese else ", "
    if item.count:
        said += f"{joint}可换 {item.count} 份" if chinese else f"{joint}{item.count} can be had"
        if len(item.takes) > 1:
            takes = ("、" if chinese else ", ").join(
                f"{name} {points_words(points, language)}" for name, points in item.takes
            )
            said += f"（一份扣 {takes}）" if chinese else f" (one takes {takes})"
        return said
    if item.missing:
        missing = points_words(item.missing, language)
        said += f"{joint}还差 {missing}" if chinese else f"{joint}{missing} short"
    short = simplified(Fraction(item.price) - quote.usable)
    by_limit = item.missing != short and (not item.missing or item.cash is not None)
    if by_limit:
        usable = points_words(quote.usable, language)
        said += f"{joint}现在只能用 {usable}" if chinese else f"{joint}only {usable} to spend now"
    if item.cash is not None:
        yuan, rest = _yuan(item.cash, language), points_words(short, language)
        if chinese:
            said += f"，其余 {rest}可补 {yuan}" if by_limit else f"，可补 {yuan}"
        else:
            said += f", {yuan} in cash for the other {rest}" if by_limit else f", or {yuan} in cash"
    return said


def _price(quote: ExchangeQuote, item: GoodQuote, language: Language) -> str:
    full = points_words(item.good.points, language)
    if quote.factor == 1:
        return full
    factor, exact = number_text(quote.factor), points_words(item.exact, language)
    said = f"{full} × {factor} = {exact}"
    said = f"{quote.level} {said}"
    discount = quote.exchange.discount
    if discount is not None and discount.rounding is not None and item.exact != item.price:
        unit = POINT.symbol if language is Language.ZH else "point"
        rounded = rounding_words(discount.rounding, unit, language)
        price = points_words(item.price, language)
        said += f"，{rounded}：{price}" if language is Language.ZH else f", {rounded}: {price}"
    return said


def _yuan(yuan: Number, language: Language) -> str:
    return f"{number_text(yuan)} {'元' if language is Language.ZH else 'yuan'}"
