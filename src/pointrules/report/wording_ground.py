"""Words for the grounds of entries: what they rest on beside a record."""

from fractions import Fraction

from pointrules.ledger.entry import Entry
from pointrules.ledger.ground import (
    CarriedOf,
    Expired,
    FirstListed,
    Ground,
    MonthsLeft,
    OpenDeductions,
    Settled,
)
from pointrules.ledger.past_ground import PartOf, ReadOfThePast
from pointrules.model.account import Account
from pointrules.model.account_period import ProRata
from pointrules.model.number import Number, number_text, simplified
from pointrules.records.redemption import Redemption
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_flag_ground import flag_ground_words
from pointrules.report.wording_past import part_words, past_words
from pointrules.report.wording_quantity import points_words, signed_text
from pointrules.report.wording_schedule import rounded_words
from pointrules.report.wording_settlement import settled_words
from pointrules.source.language import Language


def ground_words(entry: Entry, ground: Ground, account: Account, language: Language) -> str:
    """Why there is this entry, and how its points came about."""
    match ground:
        case FirstListed(day):
            points = points_words(entry.points, language)
            if language is Language.ZH:
                return f"{day} 首次在册，新户基础分 {points}"
            return f"first listed on {day}, so the base for newcomers, {points}"
        case MonthsLeft():
            return _months_left(ground, account, language)
        case CarriedOf(balance):
            return _carried(entry.points, balance, account, language)
        case Settled():
            return settled_words(ground, language)
        case Redemption():
            return _redeemed(ground, language)
        case OpenDeductions():
            return _open_deductions(ground, language)
        case Expired():
            return _expired(ground, language)
        case ReadOfThePast(found):
            return past_words(found, language)
        case PartOf():
            return part_words(ground, language)
        case _:
            return flag_ground_words(ground, language)


def _redeemed(redemption: Redemption, language: Language) -> str:
    goods = "" if redemption.goods is None else redemption.goods
    who = "" if redemption.person is None else redemption.person
    if language is Language.ZH:
        joined = " ".join(word for word in (who, "兑换", goods) if word)
        return f"{joined}（记录 {redemption.id}）"
    joined = " ".join(word for word in (who, "redeemed", goods and f"for {goods}") if word)
    return f"{joined} (record {redemption.id})"


def _open_deductions(ground: OpenDeductions, language: Language) -> str:
    is_zh = language is Language.ZH
    of_records = [
        f"记录 {record_id} {signed_text(points)} 分"
        if is_zh
        else f"record {record_id} {signed_text(points)}"
        for record_id, points in ground.deductions
    ]
    if is_zh:
        return f"“{ground.flag}”还有效的扣分转入本期：{'、'.join(of_records)}"
    return f"deductions whose “{ground.flag}” is still open, brought in: {', '.join(of_records)}"


def _expired(ground: Expired, language: Language) -> str:
    points = signed_text(ground.points)
    is_zh = language is Language.ZH
    by = [clause_reference(ground.clause, language)] if ground.clause is not None else []
    if ground.record_id is not None:
        by.append(f"记录 {ground.record_id}" if is_zh else f"record {ground.record_id}")
    named = "".join(f"{item} " for item in by)
    if is_zh:
        return f"{named}{ground.day} 的 {points} 分有效期到 {ground.last_day}"
    return f"{named}of {ground.day}, {points}, was valid up to {ground.last_day}"


def _months_left(ground: MonthsLeft, account: Account, language: Language) -> str:
    rule = account.newcomers
    assert isinstance(rule, ProRata), "months count where the account says in proportion"
    raw = simplified(Fraction(account.base * ground.months, ground.of_months))
    base = points_words(account.base, language)
    sum_ = f"{base} × {ground.months}/{ground.of_months} = {points_words(raw, language)}"
    sum_ += rounded_words(raw, rule.rounding, language)
    if language is Language.ZH:
        return f"{ground.day} 起在册，{sum_}"
    return f"listed since {ground.day}, {sum_}"


def _carried(points: Number, balance: Number, account: Account, language: Language) -> str:
    rule = account.carry
    assert rule is not None, "a part is carried where the account says so"
    is_zh = language is Language.ZH
    said = (
        f"上期余额 {points_words(balance, language)}"
        if is_zh
        else (f"the last period's {points_words(balance, language)}")
    )
    if rule.share != 1:
        raw = simplified(balance * rule.share)
        said += f" × {number_text(rule.share * 100)}% = {points_words(raw, language)}"
        said += rounded_words(raw, rule.rounding, language)
    if rule.at_most is not None and points == rule.at_most:
        most = points_words(rule.at_most, language)
        said += f"，最多结转 {most}" if is_zh else f", at most {most}"
    came = points_words(points, language)
    return f"{said}，转入本期 {came}" if is_zh else f"{said}; {came} brought in"
