"""Words for what a clause needs to know before it gives points, now or at a settlement."""

from collections.abc import Mapping

from pointrules.records.reason import ReasonCode
from pointrules.source.language import Language

REASONS_OF_CLAUSES: Mapping[ReasonCode, Mapping[Language, str]] = {
    ReasonCode.CONDITION_UNKNOWN: {
        Language.ZH: "{clause}要看“{attribute}”，当日没有登记，无法判断；请在户情表里登记",
        Language.EN: (
            "{clause} depends on “{attribute}”, which is not registered for that day; register it"
        ),
    },
    ReasonCode.PAST_UNKNOWN: {
        Language.ZH: (
            "{clause}要看“{name}”以前的情况，当时没有，无法判断；请核对户情表和当时的细则"
        ),
        Language.EN: (
            "{clause} depends on what “{name}” was on an earlier day, which is not "
            "known; check the facts and the ruleset of that day"
        ),
    },
    ReasonCode.DECIDED_MISSING: {
        Language.ZH: "{clause}要由[{decider}]裁量，这里裁量的分数和裁量人没有填全，请补填",
        Language.EN: (
            "{clause} leaves the points to a decision[ of {decider}]; fill in points and decider"
        ),
    },
    ReasonCode.DECIDED_OUT_OF_RANGE: {
        Language.ZH: (
            "{clause}只能裁量 {lowest} 到 {highest} 分，这里填了 {decided} 分，请重新裁量"
        ),
        Language.EN: ("{clause} allows {lowest} to {highest} points, not {decided}; decide again"),
    },
    ReasonCode.DECIDED_BY_OTHER: {
        Language.ZH: "{clause}应由{decider}裁量，这里填的是“{decided_by}”，请改正",
        Language.EN: "{clause} is decided by {decider}, not by “{decided_by}”; correct it",
    },
    ReasonCode.DECIDED_UNASKED: {
        Language.ZH: "没有条款要裁量这一条，请清空裁量的分数和裁量人",
        Language.EN: "no clause asks for a decision here; empty points and decider",
    },
    ReasonCode.AMOUNT_TOO_FINE: {
        Language.ZH: ("[{clause}]得 {points} 分，账户“{account}”只记到 {precision} 分，请核对数量"),
        Language.EN: (
            "[{clause} gives ]{points} points, but account “{account}” is kept to "
            "{precision}; check the quantity"
        ),
    },
    ReasonCode.CLOCK_BEFORE_OCCURRENCE: {
        Language.ZH: "“{attribute}”{value} 早于发生日期 {day}，请检查两个日期",
        Language.EN: (
            "“{attribute}” {value} is before the date of occurrence, {day}; check both dates"
        ),
    },
    ReasonCode.READ_AT_SETTLEMENT: {
        Language.ZH: "本身不计分，{clause}结算时会统计到它，不用处理",
        Language.EN: (
            "scores nothing by itself; {clause} looks at it when it is settled, nothing to do"
        ),
    },
    ReasonCode.READ_IN_A_ROW: {
        Language.ZH: "本身不计分，{clause}看连续 {count} 次，到这一次还没有满，不用处理",
        Language.EN: (
            "scores nothing by itself; {clause} asks for {count} in a row, which are not full "
            "yet, nothing to do"
        ),
    },
    ReasonCode.NOTHING_TALLIED: {
        Language.ZH: (
            "[{first_day} 至 ]{last_day} 没有“{behaviour}”的记录，算不出占比，不加不扣；"
            "如有漏记，请补登记录"
        ),
        Language.EN: (
            "no record of “{behaviour}” [from {first_day} ]to {last_day}, so there is no "
            "share; enter what was forgotten"
        ),
    },
    ReasonCode.NOTHING_AVERAGED: {
        Language.ZH: (
            "[{first_day} 至 ]{last_day} 没有可以算平均的“{behaviour}”，"
            "“{attribute}”没有平均，不加不扣；如有漏记，请补登记录"
        ),
        Language.EN: (
            "no record of “{behaviour}” to average [from {first_day} ]to {last_day}, so "
            "“{attribute}” has no mean; enter what was forgotten"
        ),
    },
    ReasonCode.TALLIED_ATTRIBUTE_MISSING: {
        Language.ZH: ("记录 {record}“{behaviour}”没有填“{attribute}”，无法统计，不加不扣；请补填"),
        Language.EN: (
            "record {record} of “{behaviour}” has no “{attribute}”, so nothing can be "
            "tallied; fill it in"
        ),
    },
    ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN: {
        Language.ZH: "{day} 的“{attribute}”没有登记，无法判断，不加不扣；请在户情表里登记",
        Language.EN: "“{attribute}” is not known for {day}; enter it into the table of facts",
    },
    ReasonCode.SETTLED_WITHOUT_HOUSEHOLD: {
        Language.ZH: "“{person}”在 {day} 不属于任何一户，不加不扣；请在户情表里登记",
        Language.EN: (
            "“{person}” belongs to no household on {day}; enter it into the table of facts"
        ),
    },
    ReasonCode.NO_CLAUSE_MATCHES: {
        Language.ZH: "没有条款给[行为“{behaviour}”的]这种情形计分",
        Language.EN: "no clause scores this[ “{behaviour}”]",
    },
}
