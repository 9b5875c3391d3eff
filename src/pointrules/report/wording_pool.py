"""Pools in words: shares with their arithmetic, and where the remainder goes."""

from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.pool import Pool, Remainder
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words
from pointrules.report.wording_schedule import rounding_words
from pointrules.source.language import Language


def share_lines(share: PoolShare, language: Language) -> list[str]:
    """From the points to the money; the eligibility is told apart."""
    chinese = language is Language.ZH
    points = points_words(share.points, language)
    measure = MEASURES[language][share.pool.measure]
    name = f"{share.pool.account} {measure}" if chinese else f"{share.pool.account}, {measure}"
    lines = [f"按 {name}：{points}" if chinese else f"by {name}: {points}"]
    if share.points < 0:
        lines.append("低于 0 分，按 0 分算" if chinese else "below 0, counted as 0")
    if not share.of_points:
        lines.append("没有人有分，不分" if chinese else "nobody has points, nothing is divided")
        return lines
    parts = (share.pool.total, share.counted, share.of_points)
    asked = "{} × {} ÷ {}".format(*map(number_text, parts))
    cut = _yuan(share.cut, language)
    if share.cut == share.exact:
        lines.append(f"{asked} = {cut}")
    else:
        rounded = _rounded(share.pool, language)
        lines.append(f"{asked}，{rounded}：{cut}" if chinese else f"{asked}, {rounded}: {cut}")
    if share.extra:
        extra = _yuan(share.extra, language)
        said = f"余款 {extra}归分最高的这一户" if chinese else f"and the remainder of {extra}"
        lines.append(said)
    return lines


def short_share_words(share: PoolShare, language: Language) -> str:
    """One cell of a table: the money."""
    return _yuan(simplified(share.yuan), language)


def division_words(division: PoolDivision, language: Language) -> str:
    """`总额 50000 元 = 各户合计 49998 元 + 余款 2 元（留存）`."""
    pool, chinese = division.pool, language is Language.ZH
    shares = simplified(pool.total - division.kept)
    total, paid, kept = (_yuan(number, language) for number in (pool.total, shares, division.kept))
    if chinese:
        said = f"总额 {total} = 分出 {paid} + 留存 {kept}"
        if pool.remainder is Remainder.TO_HIGHEST and division.of_points:
            said += f"（其中余款 {_yuan(division.remainder, language)} 归最高者）"
        return said
    said = f"total {total} = divided {paid} + kept {kept}"
    if pool.remainder is Remainder.TO_HIGHEST and division.of_points:
        said += f" (the remainder of {_yuan(division.remainder, language)} goes to the highest)"
    return said


def _rounded(pool: Pool, language: Language) -> str:
    return rounding_words(pool.rounding, "元" if language is Language.ZH else "yuan", language)


def _yuan(yuan: Number, language: Language) -> str:
    return f"{number_text(yuan)} {'元' if language is Language.ZH else 'yuan'}"
