"""Words for what is wrong with a line by itself, or with what it refers to."""

from collections.abc import Mapping

from pointrules.records.reason import ReasonCode
from pointrules.source.language import Language

REASONS_OF_LINES: Mapping[ReasonCode, Mapping[Language, str]] = {
    ReasonCode.FIELD_MISSING: {
        Language.ZH: "缺少“{column}”，请补填",
        Language.EN: "“{column}” is empty; fill it in",
    },
    ReasonCode.FIELD_UNREADABLE: {
        Language.ZH: "“{column}”一栏的“{value}”读不懂：{expected}",
        Language.EN: "“{value}” in column “{column}” cannot be read: {expected}",
    },
    ReasonCode.KIND_UNKNOWN: {
        Language.ZH: (
            "没有“{value}”这种类型；应写 记录、作废、更正、审核 或 兑换[。是不是想写“{nearest}”？]"
        ),
        Language.EN: (
            "there is no kind “{value}”; write record, void, replace, review or redeem[; "
            "did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.STATUS_UNKNOWN: {
        Language.ZH: "没有“{value}”这种审核状态；应写 待审核、审核通过 或 未通过",
        Language.EN: "there is no status “{value}”; write pending, approved or rejected",
    },
    ReasonCode.COLUMNS_DIFFER: {
        Language.ZH: "这一行比表头多出“{value}”，请检查逗号和引号",
        Language.EN: "“{value}” is beyond the last column; check commas and quotation marks",
    },
    ReasonCode.BEHAVIOUR_UNKNOWN: {
        Language.ZH: (
            "词表里没有行为“{value}”；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
        ),
        Language.EN: (
            "the vocabulary has no behaviour “{value}”; correct it, or declare it in the "
            "ruleset[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.ATTRIBUTE_UNKNOWN: {
        Language.ZH: (
            "词表里没有“{attribute}”这一项；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
        ),
        Language.EN: (
            "the vocabulary has no attribute “{attribute}”; correct it, or declare it in "
            "the ruleset[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.ATTRIBUTE_MISSING: {
        Language.ZH: "[行为“{behaviour}”][{clause}]要填“{attribute}”，这里空着，请补填",
        Language.EN: (
            "[behaviour “{behaviour}”][{clause}] needs “{attribute}”, which is empty; fill it in"
        ),
    },
    ReasonCode.ATTRIBUTE_NOT_OF_BEHAVIOUR: {
        Language.ZH: (
            "行为“{behaviour}”没有“{attribute}”这一项，这里填了“{value}”；请清空，"
            "或检查行为是否填错[。是不是想填在“{nearest}”？]"
        ),
        Language.EN: (
            "behaviour “{behaviour}” has no “{attribute}”, which holds “{value}”; empty "
            "it, or check the behaviour[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.ATTRIBUTE_UNREADABLE: {
        Language.ZH: "“{attribute}”的“{value}”读不懂：{expected}[（单位：{unit}）]",
        Language.EN: "“{value}” for “{attribute}” cannot be read: {expected}[ (unit: {unit})]",
    },
    ReasonCode.VALUE_NOT_LISTED: {
        Language.ZH: ("“{attribute}”没有“{value}”这一项；请按词表改正[。是不是想写“{nearest}”？]"),
        Language.EN: (
            "“{attribute}” has no value “{value}”; see the vocabulary[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.NO_EDITION_IN_FORCE: {
        Language.ZH: (
            "{day} 没有施行中的细则[；最近的版本 {version} 自 {first_day} 起施行][，"
            "到 {last_day} 为止]；请检查日期，或补上当时的版本"
        ),
        Language.EN: (
            "no edition was in force on {day}[; the nearest one, {version}, is in force "
            "from {first_day}][ to {last_day}]; check the date, or add the edition of "
            "that time"
        ),
    },
    ReasonCode.ENTERED_BEFORE_OCCURRENCE: {
        Language.ZH: "登记日期 {value} 早于发生日期 {day}，请检查两个日期",
        Language.EN: (
            "the date of entry, {value}, is before the date of occurrence, {day}; check both"
        ),
    },
    ReasonCode.ID_HAS_OTHER_CONTENT: {
        Language.ZH: "编号“{value}”与{line}相同，内容却不同；请换一个编号，或登记更正",
        Language.EN: (
            "{line} has the same id “{value}” with other content; use another id, or "
            "enter a replacement"
        ),
    },
    ReasonCode.REFERENCE_UNKNOWN: {
        Language.ZH: "没有编号为“{refers_to}”的记录，请检查要作废或更正的编号",
        Language.EN: "there is no record “{refers_to}”; check the id to be voided or replaced",
    },
    ReasonCode.REFERENCE_NOT_A_RECORD: {
        Language.ZH: (
            "“{refers_to}”不是记录，也不是兑换，不能作废、更正或审核；审核写错了的，另登记一行审核"
        ),
        Language.EN: (
            "“{refers_to}” is neither record nor redemption and cannot be voided, "
            "replaced or reviewed; where a review is wrong, enter another"
        ),
    },
    ReasonCode.ALREADY_VOIDED: {
        Language.ZH: "“{refers_to}”已经作废或更正过了（{line}），不必再登记",
        Language.EN: "“{refers_to}” is voided or replaced already ({line}); nothing to enter",
    },
    ReasonCode.VOIDED: {
        Language.ZH: "已被{line}[（{record}）]作废",
        Language.EN: "voided by {line}[ ({record})]",
    },
    ReasonCode.VOIDS: {
        Language.ZH: "作废记录“{refers_to}”",
        Language.EN: "voids record “{refers_to}”",
    },
    ReasonCode.REPLACED: {
        Language.ZH: "已更正，以{line}[（{record}）]为准",
        Language.EN: "replaced by {line}[ ({record})]",
    },
    ReasonCode.REPEATED: {
        Language.ZH: "与{line}完全相同，只计一次",
        Language.EN: "the same as {line}; counted once",
    },
    ReasonCode.FACT_OVERLAPS: {
        Language.ZH: (
            "[户“{household}”][人“{person}”]的“{attribute}”与{line}的日期重叠，"
            "这里写的是“{value}”；请改正其中一行"
        ),
        Language.EN: (
            "“{attribute}” of[ household “{household}”][ person “{person}”] overlaps "
            "with {line}, while this says “{value}”; correct one of them"
        ),
    },
    ReasonCode.ENDS_BEFORE_IT_BEGINS: {
        Language.ZH: "止 {last_day} 不晚于起 {first_day}，请检查两个日期",
        Language.EN: "until, {last_day}, is not after from, {first_day}; check both dates",
    },
}
