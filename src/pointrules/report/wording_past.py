"""Words for what a record's condition read of the past."""

from typing import assert_never

from pointrules.ledger.past_ground import PartOf, PastFact, PastGrade, PastPoints, RowOfRecords
from pointrules.report.headings import HEADINGS
from pointrules.report.wording_condition import closed_day_words
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language

_NONE_YET = {Language.ZH: "还没有", Language.EN: "none yet"}


def past_words(found: tuple[PastFact, ...], language: Language) -> str:
    """`上年末（2023-12-31）星级：四星；前一日（2024-03-02）荣誉 余额：100 分`."""
    return HEADINGS[language].semicolon.join(_fact(item, language) for item in found)


def part_words(part: PartOf, language: Language) -> str:
    """`张三的一份`, and what the condition read."""
    whose = f"{part.person}的一份" if language is Language.ZH else f"the part of {part.person}"
    if part.read is None:
        return whose
    return f"{whose}{HEADINGS[language].semicolon}{past_words(part.read.found, language)}"


def _fact(item: PastFact, language: Language) -> str:
    chinese = language is Language.ZH
    match item:
        case PastGrade(grade, at, day, level):
            what, found = grade, _NONE_YET[language] if level is None else level
        case PastPoints(account, measure, at, day, points):
            what = f"{account} {MEASURES[language][measure]}"
            found = _NONE_YET[language] if points is None else points_words(points, language)
        case RowOfRecords(behaviour, records):
            if chinese:
                return f"连续 {len(records)} 次 {behaviour}：记录 {'、'.join(records)}"
            return f"{len(records)} of {behaviour} in a row: records {', '.join(records)}"
        case _:
            assert_never(item)
    when = closed_day_words(at, language).strip()
    return f"{when}（{day}）{what}：{found}" if chinese else f"{when} ({day}) {what}: {found}"
