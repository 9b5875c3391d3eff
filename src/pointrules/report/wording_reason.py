"""Why a line did not count, and what to do about it."""

import re
from collections.abc import Mapping

from pointrules.model.beneficiary import Relation
from pointrules.model.review import Kin, StageWord
from pointrules.model.subject import SubjectKind
from pointrules.records.columns import FACT_COLUMNS, RECORD_COLUMNS
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.report.headings import HEADINGS
from pointrules.report.reasons_of_clauses import REASONS_OF_CLAUSES
from pointrules.report.reasons_of_lines import REASONS_OF_LINES
from pointrules.report.reasons_of_redemptions import REASONS_OF_REDEMPTIONS
from pointrules.report.reasons_of_review import REASONS_OF_REVIEW
from pointrules.report.reasons_of_subjects import REASONS_OF_SUBJECTS
from pointrules.report.wording_beneficiary import RELATIONS, SUBJECT_KINDS
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_review import KIN, STAGES
from pointrules.source.language import Language

# A piece in brackets is said only if the reason has all of its arguments; the rest must be there.
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_ARGUMENT = re.compile(r"\{(\w+)\}")

_SENTENCES: Mapping[ReasonCode, Mapping[Language, str]] = {
    **REASONS_OF_LINES,
    **REASONS_OF_SUBJECTS,
    **REASONS_OF_REVIEW,
    **REASONS_OF_REDEMPTIONS,
    **REASONS_OF_CLAUSES,
}


_EXPECTED = {
    Language.ZH: {
        Expected.DAY: "应写日期，如 2023-07-03",
        Expected.NUMBER: "应写数字",
        Expected.WHOLE_NUMBER: "应写整数",
        Expected.NUMBER_WITHOUT_COMMA: "数字中间不要用逗号",
        Expected.NOT_NEGATIVE: "不能小于 0",
        Expected.ABOVE_ZERO: "应大于 0",
        Expected.OTHER_UNIT: "单位不对",
        Expected.YES_NO: "应写 是 或 否",
        Expected.SUBJECT_KIND: "应写 户、人、组、组织 或 村",
        Expected.PARTIES: "应写 角色:人，几个之间用分号，如 书记:王五;主任:赵六",
        Expected.ONE_SUBJECT: "一行只写一个主体，写了组、组织或村就不写户和人",
        Expected.EMPTY: "这里应当空着",
    },
    Language.EN: {
        Expected.DAY: "write a date, such as 2023-07-03",
        Expected.NUMBER: "write a number",
        Expected.WHOLE_NUMBER: "write a whole number",
        Expected.NUMBER_WITHOUT_COMMA: "write numbers without commas",
        Expected.NOT_NEGATIVE: "it cannot be below 0",
        Expected.ABOVE_ZERO: "it must be above 0",
        Expected.OTHER_UNIT: "the unit is another",
        Expected.YES_NO: "write yes or no",
        Expected.SUBJECT_KIND: "write household, person, group, organisation or village",
        Expected.PARTIES: "write role:person, with semicolons between several",
        Expected.ONE_SUBJECT: "a line names one subject: a group, organisation or village stands "
        "without household and person",
        Expected.EMPTY: "it must be empty",
    },
}

_UNREADABLE = frozenset({ReasonCode.FIELD_UNREADABLE, ReasonCode.ATTRIBUTE_UNREADABLE})
_CHINESE_COLUMNS = {column.name: column.chinese for column in (*RECORD_COLUMNS, *FACT_COLUMNS)}


def reason_words(reason: Reason, language: Language) -> str:
    """The sentence of a reason, its arguments filled in; further reasons follow it."""
    joint = "；" if language is Language.ZH else "; "
    return joint.join(_sentence(part, language) for part in (reason, *reason.more))


def _sentence(reason: Reason, language: Language) -> str:
    sentence = _SENTENCES[reason.code][language]
    arguments = _spoken(reason, language)
    missing = needed_arguments(reason.code) - arguments.keys()
    assert not missing, f"reason {reason.code} lacks {', '.join(sorted(missing))}"

    said = []
    for index, part in enumerate(_OPTIONAL.split(sentence)):
        is_optional = index % 2 == 1
        if not is_optional or arguments.keys() >= set(_ARGUMENT.findall(part)):
            said.append(part.format_map(arguments))
    return "".join(said)


_YES_NO = {
    Language.ZH: {"yes": "是", "no": "否"},
    Language.EN: {"yes": "yes", "no": "no"},
}


def needed_arguments(code: ReasonCode) -> frozenset[str]:
    """The arguments that a reason of this code must have."""
    return frozenset(_ARGUMENT.findall(_OPTIONAL.sub("", _SENTENCES[code][Language.ZH])))


def place_words(line: str, language: Language) -> str:
    """`第 12 行`; a line of another file keeps the file's name."""
    if not line.isdigit():
        return f" {line} " if language is Language.ZH else line
    return f"第 {line} 行" if language is Language.ZH else f"line {line}"


def _spoken(reason: Reason, language: Language) -> dict[str, str]:
    """The arguments, with those that are names of ours put into words."""
    arguments = dict(reason.arguments)
    if "column" in arguments and language is Language.ZH:
        column = arguments["column"]
        arguments["column"] = _CHINESE_COLUMNS.get(column, column)
    if "kind" in arguments:
        arguments["kind"] = SUBJECT_KINDS[language][SubjectKind(arguments["kind"])]
    if "relation" in arguments:
        arguments["relation"] = RELATIONS[language][Relation(arguments["relation"])]
    if "relations" in arguments:
        named = (RELATIONS[language][Relation(item)] for item in arguments["relations"].split(","))
        arguments["relations"] = HEADINGS[language].joint.join(named)
    if "stage" in arguments:
        arguments["stage"] = STAGES[language][StageWord(arguments["stage"])]
    if "kin" in arguments:
        arguments["kin"] = KIN[language][Kin(arguments["kin"])]
    elif reason.code is ReasonCode.REVIEWER_NOT_ASIDE:
        arguments["own"] = "是当事人本人" if language is Language.ZH else "it is about themselves"
    if "line" in arguments:
        arguments["line"] = place_words(arguments["line"], language)
    if "clause" in arguments:
        clause = clause_reference(arguments["clause"], language)
        # 条款 E01 is parted from the Chinese words after it; 第 4.1 条 and 第三条 are not.
        arguments["clause"] = f"{clause} " if clause.startswith("条款") else clause
    if reason.code is ReasonCode.OUTSIDE_POPULATION and arguments.get("value") in _YES_NO[language]:
        arguments["value"] = _YES_NO[language][arguments["value"]]
    if reason.code in _UNREADABLE and "expected" in arguments:
        arguments["expected"] = _EXPECTED[language][Expected(arguments["expected"])]
    return arguments
