"""Why a line did not count, and what to do about it."""

import re
from collections.abc import Mapping

from pointrules.model.beneficiary import Relation
from pointrules.model.review import Kin, StageWord
from pointrules.model.subject import SubjectKind
from pointrules.records.columns import FACT_COLUMNS, RECORD_COLUMNS
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.report.wording_beneficiary import RELATIONS, SUBJECT_KINDS
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_review import KIN, STAGES
from pointrules.source.language import Language

# A piece in brackets is said only if the reason has all of its arguments; the rest must be there.
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_ARGUMENT = re.compile(r"\{(\w+)\}")

_ZH: Mapping[ReasonCode, str] = {
    ReasonCode.FIELD_MISSING: "缺少“{column}”，请补填",
    ReasonCode.FIELD_UNREADABLE: "“{column}”一栏的“{value}”读不懂：{expected}",
    ReasonCode.KIND_UNKNOWN: (
        "没有“{value}”这种类型；应写 记录、作废、更正、审核 或 兑换[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.STATUS_UNKNOWN: (
        "没有“{value}”这种审核状态；应写 待审核、审核通过 或 未通过[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.COLUMNS_DIFFER: "这一行比表头多出“{value}”，请检查逗号和引号",
    ReasonCode.BEHAVIOUR_UNKNOWN: (
        "词表里没有行为“{value}”；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.ATTRIBUTE_UNKNOWN: (
        "词表里没有“{attribute}”这一项；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.ATTRIBUTE_MISSING: (
        "[行为“{behaviour}”][{clause}]要填“{attribute}”，这里空着，请补填"
    ),
    ReasonCode.ATTRIBUTE_NOT_OF_BEHAVIOUR: (
        "行为“{behaviour}”没有“{attribute}”这一项，这里填了“{value}”"
        "；请清空，或检查行为是否填错[。是不是想填在“{nearest}”？]"
    ),
    ReasonCode.ATTRIBUTE_UNREADABLE: "“{attribute}”的“{value}”读不懂：{expected}[（单位：{unit}）]",
    ReasonCode.VALUE_NOT_LISTED: (
        "“{attribute}”没有“{value}”这一项；请按词表改正[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.NO_EDITION_IN_FORCE: (
        "{day} 没有施行中的细则"
        "[；最近的版本 {version} 自 {first_day} 起施行][，到 {last_day} 为止]"
        "；请检查日期，或补上当时的版本"
    ),
    ReasonCode.HOUSEHOLD_UNKNOWN: (
        "户情表里没有“{household}”这一户[（“{person}”登记在这一户）]；请改正，或在户情表里登记"
    ),
    ReasonCode.PERSON_UNKNOWN: "户情表里没有“{person}”这个人；请改正，或在户情表里登记",
    ReasonCode.SUBJECT_MISSING: "没有填是哪一户、哪一人，请补填",
    ReasonCode.SUBJECT_NOT_LISTED: (
        "[户“{household}”][人“{person}”][组“{group}”][组织“{organisation}”][村“{village}”]"
        "在 {day} 不在册；请检查日期，或改正户情表"
    ),
    ReasonCode.PERSON_WITHOUT_HOUSEHOLD: (
        "[{clause}按户计分，][“{person}”在 {day} ]不属于任何一户；请检查日期，或在户情表里登记"
    ),
    ReasonCode.PERSON_OF_OTHER_HOUSEHOLD: (
        "“{person}”在 {day} 不是“{household}”的人，而是“{expected}”的；请改正其中一项"
    ),
    ReasonCode.PERSON_MISSING: "[账户“{account}”][{clause}]按人计分，这里没有填是哪一人，请补填",
    ReasonCode.COLLECTIVE_UNKNOWN: "户情表里没有“{value}”这个{kind}；请改正，或在户情表里登记",
    ReasonCode.ROLE_UNKNOWN: (
        "词表里没有角色“{value}”；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.PARTY_TWICE: "当事人“{value}”写了两次，请删去一次",
    ReasonCode.PARTY_MISSING: "{clause}计给当事人[（{roles}）]，这里没有填，请补填",
    ReasonCode.PARTY_UNFIT: (
        "{clause}计给{role}“{subject}”，可是记入的账户都不是按{kind}的，请检查当事人"
    ),
    ReasonCode.OUTSIDE_POPULATION: (
        "{clause}记入的账户“{account}”限定了对象，[户“{household}”][人“{person}”][组“{group}”]"
        "[组织“{organisation}”][村“{village}”]在 {day} 不在其中；请检查日期，或改正户情表"
    ),
    ReasonCode.POPULATION_UNKNOWN: (
        "账户“{account}”限什么人，要看[户“{household}”][人“{person}”][组“{group}”]"
        "[组织“{organisation}”][村“{village}”]的“{attribute}”，{day} 没有登记；请在户情表里登记"
    ),
    ReasonCode.SUBJECT_KIND_MISSING: "{clause}按{kind}计分，这里没有填是哪一{kind}，请补填",
    ReasonCode.RELATION_MISSING: (
        "{clause}要看[户“{household}”][人“{person}”]的“{relation}”，{day} 没有登记；"
        "请在户情表里登记"
    ),
    ReasonCode.RELATED_UNKNOWN: (
        "[户“{household}”][人“{person}”]在 {day} 登记的“{relation}”是“{value}”，"
        "户情表里没有，或当日不在册；请改正户情表"
    ),
    ReasonCode.ID_HAS_OTHER_CONTENT: (
        "编号“{value}”与{line}相同，内容却不同；请换一个编号，或登记更正"
    ),
    ReasonCode.REFERENCE_UNKNOWN: "没有编号为“{refers_to}”的记录，请检查要作废或更正的编号",
    ReasonCode.REFERENCE_NOT_A_RECORD: (
        "“{refers_to}”不是记录，也不是兑换，不能作废、更正或审核；审核写错了的，另登记一行审核"
    ),
    ReasonCode.ALREADY_VOIDED: "“{refers_to}”已经作废或更正过了（{line}），不必再登记",
    ReasonCode.VOIDED: "已被{line}[（{record}）]作废",
    ReasonCode.VOIDS: "作废记录“{refers_to}”",
    ReasonCode.REPLACED: "已更正，以{line}[（{record}）]为准",
    ReasonCode.REPEATED: "与{line}完全相同，只计一次",
    ReasonCode.REJECTED_BY_REVIEW: "[{body} {stage}：]审核未通过[（{day}）]",
    ReasonCode.STAGE_MISSING: "缺 {body} {stage}[，日期 {day} 还没有到]",
    ReasonCode.STAGE_TOO_EARLY: (
        "{body} {stage}的日期 {day} 早于前一环节的 {value}，请改正日期，或重新{stage}"
    ),
    ReasonCode.REVIEWED_BY_OTHER: (
        "“{value}”不是审核单位，应是 {bodies}；请改正[。是不是想写“{nearest}”？]"
    ),
    ReasonCode.REVIEWERS_MISSING: "[{body}的]审核没有写审核人，无法核对回避，请补填",
    ReasonCode.REVIEWER_NOT_ASIDE: (
        "审核人“{reviewer}”应当回避：[是“{person}”的{kin}][{own}]；请换人审核"
    ),
    ReasonCode.AWAITS_REVIEW: "等待审核[，审核日期 {day} 还没有到]",
    ReasonCode.REVIEW_DATE_MISSING: "已审核，但没有填审核日期，请补填",
    ReasonCode.NOTICE_MISSING: "还没有公示，应公示满 {days} 天",
    ReasonCode.NOTICE_NOT_OVER: "公示还差 {days} 天，{day} 起计分",
    ReasonCode.NOTICED_BEFORE_OCCURRENCE: "公示日期 {value} 早于发生日期 {day}，请检查两个日期",
    ReasonCode.OBJECTION_OPEN: (
        "异议未决[：“{objection}”]；处理以后，“异议”一栏改写 成立 或 不成立"
    ),
    ReasonCode.OBJECTION_UPHELD: "异议成立，不计分",
    ReasonCode.FILED_TOO_LATE: "{value} 才登记，申报期限到 {day} 为止",
    ReasonCode.REVIEWS: "审核记录“{refers_to}”，已经生效",
    ReasonCode.ACCOUNT_UNKNOWN: "细则里没有账户“{value}”，请改正[。是不是想写“{nearest}”？]",
    ReasonCode.REDEMPTION_NOT_REPLACED: (
        "“{refers_to}”是兑换，不能更正；请把它作废，再另登记一行兑换"
    ),
    ReasonCode.ACCOUNT_NOT_EXCHANGED: (
        "账户“{account}”的分不能兑换，细则写的是从 {accounts} 扣；请改正账户"
    ),
    ReasonCode.POINTS_LAPSE: (
        "账户“{account}”的分有有效期，不能兑换：用掉的到期还要再扣一次；请另设长期有效的账户"
    ),
    ReasonCode.REDEEMED: "兑换[“{goods}”]已入账：账户“{account}”用去 {points} 分",
    ReasonCode.AWAITS_CONFIRMATION: (
        "兑换[“{goods}”]等待审核：账户“{account}”用 {points} 分[，审核日期 {day} 还没有到]"
    ),
    ReasonCode.BALANCE_EXCEEDED: "账户“{account}”余额 {balance} 分，不够兑换 {points} 分",
    ReasonCode.ENTERED_BEFORE_REVIEW: "登记日期 {value} 早于审核日期 {day}，请检查两个日期",
    ReasonCode.REVIEWED_BEFORE_OCCURRENCE: "审核日期 {value} 早于发生日期 {day}，请检查两个日期",
    ReasonCode.CONDITION_UNKNOWN: (
        "{clause}要看“{attribute}”，当日没有登记，无法判断；请在户情表里登记"
    ),
    ReasonCode.PAST_UNKNOWN: (
        "{clause}要看“{name}”以前的情况，当时没有，无法判断；请核对户情表和当时的细则"
    ),
    ReasonCode.DECIDED_MISSING: "{clause}要由[{decider}]裁量，这里没有填裁量的分数和裁量人，请补填",
    ReasonCode.DECIDED_OUT_OF_RANGE: (
        "{clause}只能裁量 {lowest} 到 {highest} 分，这里填了 {decided} 分，请重新裁量"
    ),
    ReasonCode.DECIDED_BY_OTHER: "{clause}应由{decider}裁量，这里填的是“{decided_by}”，请改正",
    ReasonCode.DECIDED_UNASKED: "没有条款要裁量这一条，请清空裁量的分数和裁量人",
    ReasonCode.AMOUNT_TOO_FINE: (
        "[{clause}]得 {points} 分，账户“{account}”只记到 {precision} 分，请核对数量"
    ),
    ReasonCode.CLOCK_BEFORE_OCCURRENCE: ("“{attribute}”{value} 早于发生日期 {day}，请检查两个日期"),
    ReasonCode.READ_AT_SETTLEMENT: "本身不计分，{clause}结算时会统计到它，不用处理",
    ReasonCode.NOTHING_TALLIED: (
        "[{first_day} 至 ]{last_day} 没有“{behaviour}”的记录，算不出占比，不加不扣；"
        "如有漏记，请补登记录"
    ),
    ReasonCode.NOTHING_AVERAGED: (
        "[{first_day} 至 ]{last_day} 没有可以算平均的“{behaviour}”，“{attribute}”没有平均，"
        "不加不扣；如有漏记，请补登记录"
    ),
    ReasonCode.TALLIED_ATTRIBUTE_MISSING: (
        "记录 {record}“{behaviour}”没有填“{attribute}”，无法统计，不加不扣；请补填"
    ),
    ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN: (
        "{day} 的“{attribute}”没有登记，无法判断，不加不扣；请在户情表里登记"
    ),
    ReasonCode.SETTLED_WITHOUT_HOUSEHOLD: (
        "“{person}”在 {day} 不属于任何一户，不加不扣；请在户情表里登记"
    ),
    ReasonCode.NO_CLAUSE_MATCHES: "没有条款给[行为“{behaviour}”的]这种情形计分",
    ReasonCode.FACT_OVERLAPS: (
        "[户“{household}”][人“{person}”]的“{attribute}”与{line}的日期重叠，"
        "这里写的是“{value}”；请改正其中一行"
    ),
    ReasonCode.ENDS_BEFORE_IT_BEGINS: "止 {last_day} 不晚于起 {first_day}，请检查两个日期",
    ReasonCode.ENTERED_BEFORE_OCCURRENCE: "登记日期 {value} 早于发生日期 {day}，请检查两个日期",
}

_EN: Mapping[ReasonCode, str] = {
    ReasonCode.FIELD_MISSING: "“{column}” is empty; fill it in",
    ReasonCode.FIELD_UNREADABLE: "“{value}” in column “{column}” cannot be read: {expected}",
    ReasonCode.KIND_UNKNOWN: (
        "there is no kind “{value}”; "
        "write record, void, replace, review or redeem[; did you mean “{nearest}”?]"
    ),
    ReasonCode.STATUS_UNKNOWN: (
        "there is no status “{value}”; "
        "write pending, approved or rejected[; did you mean “{nearest}”?]"
    ),
    ReasonCode.COLUMNS_DIFFER: (
        "“{value}” is beyond the last column; check commas and quotation marks"
    ),
    ReasonCode.BEHAVIOUR_UNKNOWN: (
        "the vocabulary has no behaviour “{value}”; "
        "correct it, or declare it in the ruleset[; did you mean “{nearest}”?]"
    ),
    ReasonCode.ATTRIBUTE_UNKNOWN: (
        "the vocabulary has no attribute “{attribute}”; "
        "correct it, or declare it in the ruleset[; did you mean “{nearest}”?]"
    ),
    ReasonCode.ATTRIBUTE_MISSING: (
        "[behaviour “{behaviour}”][{clause}] needs “{attribute}”, which is empty; fill it in"
    ),
    ReasonCode.ATTRIBUTE_NOT_OF_BEHAVIOUR: (
        "behaviour “{behaviour}” has no “{attribute}”, which holds “{value}”"
        "; empty it, or check the behaviour[; did you mean “{nearest}”?]"
    ),
    ReasonCode.ATTRIBUTE_UNREADABLE: (
        "“{value}” for “{attribute}” cannot be read: {expected}[ (unit: {unit})]"
    ),
    ReasonCode.VALUE_NOT_LISTED: (
        "“{attribute}” has no value “{value}”; see the vocabulary[; did you mean “{nearest}”?]"
    ),
    ReasonCode.NO_EDITION_IN_FORCE: (
        "no edition was in force on {day}"
        "[; the nearest one, {version}, is in force from {first_day}][ to {last_day}]"
        "; check the date, or add the edition of that time"
    ),
    ReasonCode.HOUSEHOLD_UNKNOWN: (
        "no facts name household “{household}”[, of which “{person}” is a member]; "
        "correct it, or register it"
    ),
    ReasonCode.PERSON_UNKNOWN: "no facts name person “{person}”; correct it, or register it",
    ReasonCode.SUBJECT_MISSING: "neither household nor person is given; fill one in",
    ReasonCode.SUBJECT_NOT_LISTED: (
        "[household “{household}” ][person “{person}” ][group “{group}” ]"
        "[organisation “{organisation}” ][village “{village}” ]is not listed on {day}; "
        "check the date, or correct the facts"
    ),
    ReasonCode.PERSON_WITHOUT_HOUSEHOLD: (
        "[{clause} is for households, and this person][“{person}”] belongs to no household"
        "[ on {day}]; check the date, or register it"
    ),
    ReasonCode.PERSON_OF_OTHER_HOUSEHOLD: (
        "“{person}” does not belong to “{household}” on {day} but to “{expected}”; "
        "correct one of them"
    ),
    ReasonCode.PERSON_MISSING: (
        "[account “{account}”][{clause}] is for persons, and no person is given; fill it in"
    ),
    ReasonCode.COLLECTIVE_UNKNOWN: (
        "no facts name the {kind} “{value}”; correct it, or register it in the facts"
    ),
    ReasonCode.ROLE_UNKNOWN: (
        "the vocabulary has no role “{value}”; "
        "correct it, or declare it in the ruleset[; did you mean “{nearest}”?]"
    ),
    ReasonCode.PARTY_TWICE: "the party “{value}” stands here twice; delete one",
    ReasonCode.PARTY_MISSING: (
        "{clause} is for parties[ ({roles})], and none is named here; fill them in"
    ),
    ReasonCode.PARTY_UNFIT: (
        "{clause} is for {role} “{subject}”, but none of its accounts is kept by {kind}; "
        "check the parties"
    ),
    ReasonCode.OUTSIDE_POPULATION: (
        "{clause} enters “{account}”, which is not for[ household “{household}”]"
        "[ person “{person}”][ group “{group}”][ organisation “{organisation}”]"
        "[ village “{village}”] as it is on {day}; check the date, or correct the facts"
    ),
    ReasonCode.POPULATION_UNKNOWN: (
        "whom “{account}” is for depends on the “{attribute}” of[ household “{household}”]"
        "[ person “{person}”][ group “{group}”][ organisation “{organisation}”]"
        "[ village “{village}”], which nobody registered for {day}; register it"
    ),
    ReasonCode.SUBJECT_KIND_MISSING: (
        "{clause} gives points by {kind}, and none is named here; fill it in"
    ),
    ReasonCode.RELATION_MISSING: (
        "{clause} needs the {relation} of[ household “{household}”][ person “{person}”], which "
        "the facts do not name on {day}; register it"
    ),
    ReasonCode.RELATED_UNKNOWN: (
        "the {relation} of[ household “{household}”][ person “{person}”] on {day} is “{value}”, "
        "who is not listed then; correct the facts"
    ),
    ReasonCode.ID_HAS_OTHER_CONTENT: (
        "{line} has the same id “{value}” with other content; use another id, "
        "or enter a replacement"
    ),
    ReasonCode.REFERENCE_UNKNOWN: (
        "there is no record “{refers_to}”; check the id to be voided or replaced"
    ),
    ReasonCode.REFERENCE_NOT_A_RECORD: (
        "“{refers_to}” is neither record nor redemption and cannot be voided, replaced or reviewed"
        "; where a review is wrong, enter another"
    ),
    ReasonCode.ALREADY_VOIDED: (
        "“{refers_to}” is voided or replaced already ({line}); nothing to enter"
    ),
    ReasonCode.VOIDED: "voided by {line}[ ({record})]",
    ReasonCode.VOIDS: "voids record “{refers_to}”",
    ReasonCode.REPLACED: "replaced by {line}[ ({record})]",
    ReasonCode.REPEATED: "the same as {line}; counted once",
    ReasonCode.REJECTED_BY_REVIEW: "rejected by review[ ({day})][: {body}, {stage}]",
    ReasonCode.STAGE_MISSING: "not reviewed by {body} yet ({stage})[, which is dated {day}]",
    ReasonCode.STAGE_TOO_EARLY: (
        "{body} ({stage}) is dated {day}, before {value}, the stage before it; correct the date, "
        "or review it again"
    ),
    ReasonCode.REVIEWED_BY_OTHER: (
        "“{value}” does not review; {bodies} do; correct it[; did you mean “{nearest}”?]"
    ),
    ReasonCode.REVIEWERS_MISSING: (
        "the review[ of {body}] does not name its reviewers, who may have to stand aside; "
        "fill them in"
    ),
    ReasonCode.REVIEWER_NOT_ASIDE: (
        "reviewer “{reviewer}” has to stand aside: [{kin} of “{person}”][{own}]; "
        "let somebody else review it"
    ),
    ReasonCode.AWAITS_REVIEW: "awaits review[, which is dated {day}]",
    ReasonCode.REVIEW_DATE_MISSING: "reviewed, but the date of review is empty; fill it in",
    ReasonCode.NOTICE_MISSING: "not on public notice yet, which lasts {days} full days",
    ReasonCode.NOTICE_NOT_OVER: "days of notice still missing: {days}; it counts from {day}",
    ReasonCode.NOTICED_BEFORE_OCCURRENCE: (
        "the date of the notice, {value}, is before the date of occurrence, {day}; check both"
    ),
    ReasonCode.OBJECTION_OPEN: (
        "an objection is open[: “{objection}”]; once it is settled, "
        "write upheld or dismissed under objection"
    ),
    ReasonCode.OBJECTION_UPHELD: "an objection was upheld, so it does not count",
    ReasonCode.FILED_TOO_LATE: "entered on {value}, after {day}, the last day for filing it",
    ReasonCode.REVIEWS: "a step of the review of “{refers_to}”, in effect",
    ReasonCode.ACCOUNT_UNKNOWN: (
        "the ruleset has no account “{value}”; correct it[; did you mean “{nearest}”?]"
    ),
    ReasonCode.REDEMPTION_NOT_REPLACED: (
        "“{refers_to}” is a redemption and cannot be replaced; void it and enter another"
    ),
    ReasonCode.ACCOUNT_NOT_EXCHANGED: (
        "points of account “{account}” buy nothing; the ruleset takes from {accounts}; "
        "correct the account"
    ),
    ReasonCode.POINTS_LAPSE: (
        "points of account “{account}” lapse and cannot be spent, or they would go twice; "
        "keep an account whose points are valid for good"
    ),
    ReasonCode.REDEEMED: (
        "redemption[ of “{goods}”] entered: {points} points spent from account “{account}”"
    ),
    ReasonCode.AWAITS_CONFIRMATION: (
        "redemption[ of “{goods}”] awaits review: {points} points from account “{account}”"
        "[, dated {day}]"
    ),
    ReasonCode.BALANCE_EXCEEDED: (
        "account “{account}” has {balance} points, too few to redeem {points}"
    ),
    ReasonCode.ENTERED_BEFORE_REVIEW: (
        "the date of entry, {value}, is before the date of review, {day}; check both"
    ),
    ReasonCode.REVIEWED_BEFORE_OCCURRENCE: (
        "the date of review, {value}, is before the date of occurrence, {day}; check both"
    ),
    ReasonCode.CONDITION_UNKNOWN: (
        "{clause} depends on “{attribute}”, which is not registered for that day; register it"
    ),
    ReasonCode.PAST_UNKNOWN: (
        "{clause} depends on what “{name}” was on an earlier day, which is not known; "
        "check the facts and the ruleset of that day"
    ),
    ReasonCode.DECIDED_MISSING: (
        "{clause} leaves the points to a decision[ of {decider}]; fill in points and decider"
    ),
    ReasonCode.DECIDED_OUT_OF_RANGE: (
        "{clause} allows {lowest} to {highest} points, not {decided}; decide again"
    ),
    ReasonCode.DECIDED_BY_OTHER: (
        "{clause} is decided by {decider}, not by “{decided_by}”; correct it"
    ),
    ReasonCode.DECIDED_UNASKED: "no clause asks for a decision here; empty points and decider",
    ReasonCode.AMOUNT_TOO_FINE: (
        "[{clause} gives ]{points} points, but account “{account}” is kept to {precision}; "
        "check the quantity"
    ),
    ReasonCode.CLOCK_BEFORE_OCCURRENCE: (
        "“{attribute}” {value} is before the date of occurrence, {day}; check both dates"
    ),
    ReasonCode.READ_AT_SETTLEMENT: (
        "scores nothing by itself; {clause} looks at it when it is settled, nothing to do"
    ),
    ReasonCode.NOTHING_TALLIED: (
        "no record of “{behaviour}” [from {first_day} ]to {last_day}, so there is no share; "
        "enter what was forgotten"
    ),
    ReasonCode.NOTHING_AVERAGED: (
        "no record of “{behaviour}” to average [from {first_day} ]to {last_day}, so “{attribute}” "
        "has no mean; enter what was forgotten"
    ),
    ReasonCode.TALLIED_ATTRIBUTE_MISSING: (
        "record {record} of “{behaviour}” has no “{attribute}”, so nothing can be tallied; "
        "fill it in"
    ),
    ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN: (
        "“{attribute}” is not known for {day}; enter it into the table of facts"
    ),
    ReasonCode.SETTLED_WITHOUT_HOUSEHOLD: (
        "“{person}” belongs to no household on {day}; enter it into the table of facts"
    ),
    ReasonCode.NO_CLAUSE_MATCHES: "no clause scores this[ “{behaviour}”]",
    ReasonCode.FACT_OVERLAPS: (
        "“{attribute}” of[ household “{household}”][ person “{person}”] overlaps with {line}, "
        "while this says “{value}”; correct one of them"
    ),
    ReasonCode.ENDS_BEFORE_IT_BEGINS: (
        "until, {last_day}, is not after from, {first_day}; check both dates"
    ),
    ReasonCode.ENTERED_BEFORE_OCCURRENCE: (
        "the date of entry, {value}, is before the date of occurrence, {day}; check both"
    ),
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

_SENTENCES = {Language.ZH: _ZH, Language.EN: _EN}


def reason_words(reason: Reason, language: Language) -> str:
    """The sentence of a reason, its arguments filled in; further reasons follow it."""
    joint = "；" if language is Language.ZH else "; "
    return joint.join(_sentence(part, language) for part in (reason, *reason.more))


def _sentence(reason: Reason, language: Language) -> str:
    sentence = _SENTENCES[language][reason.code]
    arguments = _spoken(reason, language)
    missing = needed_arguments(reason.code) - arguments.keys()
    assert not missing, f"reason {reason.code} lacks {', '.join(sorted(missing))}"

    said = []
    for index, part in enumerate(_OPTIONAL.split(sentence)):
        is_optional = index % 2 == 1
        if not is_optional or arguments.keys() >= set(_ARGUMENT.findall(part)):
            said.append(part.format_map(arguments))
    return "".join(said)


def needed_arguments(code: ReasonCode) -> frozenset[str]:
    """The arguments that a reason of this code must have."""
    return frozenset(_ARGUMENT.findall(_OPTIONAL.sub("", _ZH[code])))


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
    if "stage" in arguments:
        arguments["stage"] = STAGES[language][StageWord(arguments["stage"])]
    if "kin" in arguments:
        arguments["kin"] = KIN[language][Kin(arguments["kin"])]
    elif reason.code is ReasonCode.REVIEWER_NOT_ASIDE:
        arguments["own"] = "是当事人本人" if language is Language.ZH else "it is about themselves"
    if "line" in arguments:
        arguments["line"] = place_words(arguments["line"], language)
    if "clause" in arguments:
        arguments["clause"] = clause_reference(arguments["clause"], language)
    if reason.code in _UNREADABLE and "expected" in arguments:
        arguments["expected"] = _EXPECTED[language][Expected(arguments["expected"])]
    return arguments
