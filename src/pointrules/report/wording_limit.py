"""Limits as a ruleset writes them, and what they did to an amount."""

from datetime import date
from fractions import Fraction

from pointrules.ledger.entry import Adjustment
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import number_text, simplified
from pointrules.model.period import MonthDay, Period
from pointrules.model.scan import Counted, Direction, LetThrough, OwnerKind
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_matter import matter_words
from pointrules.report.wording_period import EVERY, stretch_words
from pointrules.report.wording_quantity import points_words, size_of
from pointrules.source.language import Language

_OWNERS = {OwnerKind.CATEGORY: "类别", OwnerKind.GROUP: "同组", OwnerKind.ACCOUNT: "账户"}


def limit_words(limit: Limit, language: Language) -> str:
    """`每月最多加 12 分`, `每年最多 3 次`, `合计最多 60 分`, `每次最多加 8 分（超出不计）`."""
    let_through, period = _parts(limit)
    most = number_text(let_through.maximum)
    net = let_through.direction is Direction.NET and let_through.counted is Counted.POINTS
    if language is Language.EN:
        words = _english(let_through, period, net=net)
        refuses = " (beyond is not counted)"
    else:
        if let_through.counted is Counted.TIMES:
            words = f"{EVERY[language][period]}最多 {most} 次"
        elif net:
            every = "" if period is Period.EVER else EVERY[language][period]
            words = f"{every}合计最多 {most} 分"
        else:
            verb = "加" if let_through.direction is Direction.GAIN else "扣"
            words = f"{EVERY[language][period]}最多{verb} {most} 分"
        refuses = "（超出不计）"
    # A limit on times never cuts an amount in two, so there refusing is all that it can do.
    if limit.beyond is Beyond.REFUSE and let_through.counted is Counted.POINTS:
        words += refuses
    return matter_words(limit.scan, language) + words


def balance_words(adjustment: Adjustment, language: Language) -> str:
    """`余额 13 分`, and what a flag keeps out of it that counts as well."""
    entered = points_words(
        simplified(Fraction(adjustment.used) - Fraction(adjustment.withheld)), language
    )
    chinese = language is Language.ZH
    said = f"余额 {entered}" if chinese else f"the balance is {entered}"
    if not adjustment.withheld:
        return said
    used = points_words(adjustment.used, language)
    withheld = points_words(adjustment.withheld, language)
    if chinese:
        return f"{said}，连同判定期间没有记入的 {withheld}，共 {used}"
    return f"{said}, and {withheld} kept out of it by a flag make {used}"


def owned_limit_words(limit: Limit, language: Language) -> str:
    """A limit and whose it is: `第 3.1 条每月最多加 12 分`, `类别「环境卫生」每年最多加 60 分`."""
    owner, rule = limit.scan.owner, limit_words(limit, language)
    if owner.kind is OwnerKind.CLAUSE:
        reference = clause_reference(owner.name, language)
        if language is Language.EN:
            return f"{reference}: {rule}"
        return f"{reference}{rule}" if reference.endswith("条") else f"{reference} {rule}"
    if language is Language.EN:
        return f"{owner.kind.value} “{owner.name}”: {rule}"
    return f"{_OWNERS[owner.kind]}「{owner.name}」{rule}"


def counted_before_words(
    limit: Limit, adjustment: Adjustment, day: date, year_start: MonthDay, language: Language
) -> str:
    """What the limit had counted so far: `7 月已加 10 分`; empty for a single record."""
    used = adjustment.used
    let_through, period = _parts(limit)
    if period is Period.RECORD:
        return ""
    chinese = language is Language.ZH
    when = stretch_words(period, day, year_start, language)
    if let_through.direction is Direction.NET and let_through.counted is Counted.POINTS:
        held = number_text(used)
        if period is Period.EVER:
            return balance_words(adjustment, language)
        return f"{when}已有 {held} 分" if chinese else f"{held} {when}"
    size = number_text(size_of(used))
    if let_through.counted is Counted.TIMES:
        return f"{when}已有 {size} 次" if chinese else f"{size} {when}"
    verb = "加" if let_through.direction is Direction.GAIN else "扣"
    return f"{when}已{verb} {size} 分" if chinese else f"{size} {when}"


def _parts(limit: Limit) -> tuple[LetThrough, Period]:
    transfer, window = limit.scan.transfer, limit.scan.window
    assert isinstance(transfer, LetThrough), "a limit lets points or times through"
    assert isinstance(window, Period), "a limit runs over a calendar period"
    return transfer, window


def _english(let_through: LetThrough, period: Period, *, net: bool) -> str:
    every = EVERY[Language.EN][period]
    if let_through.counted is Counted.TIMES:
        times = "time" if let_through.maximum == 1 else "times"
        return f"{every} at most {number_text(let_through.maximum)} {times}"
    points = points_words(let_through.maximum, Language.EN)
    if net:
        return f"{'' if period is Period.EVER else f'{every} '}altogether at most {points}"
    verb = "add" if let_through.direction is Direction.GAIN else "deduct"
    return f"{every} at most {verb} {points}"
