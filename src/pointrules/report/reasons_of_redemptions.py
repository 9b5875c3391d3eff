"""Words for what became of points that somebody wants to spend."""

from collections.abc import Mapping

from pointrules.records.reason import ReasonCode
from pointrules.source.language import Language

REASONS_OF_REDEMPTIONS: Mapping[ReasonCode, Mapping[Language, str]] = {
    ReasonCode.ACCOUNT_UNKNOWN: {
        Language.ZH: "细则里没有账户“{value}”，请改正[。是不是想写“{nearest}”？]",
        Language.EN: (
            "the ruleset has no account “{value}”; correct it[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.REDEMPTION_NOT_REPLACED: {
        Language.ZH: "“{refers_to}”是兑换，不能更正；请把它作废，再另登记一行兑换",
        Language.EN: (
            "“{refers_to}” is a redemption and cannot be replaced; void it and enter another"
        ),
    },
    ReasonCode.ACCOUNT_NOT_EXCHANGED: {
        Language.ZH: "账户“{account}”的分不能兑换，细则写的是从 {accounts} 扣；请改正账户",
        Language.EN: (
            "points of account “{account}” buy nothing; the ruleset takes from "
            "{accounts}; correct the account"
        ),
    },
    ReasonCode.POINTS_LAPSE: {
        Language.ZH: (
            "账户“{account}”的分有有效期，不能兑换：用掉的到期还要再扣一次；请另设长期有效的账户"
        ),
        Language.EN: (
            "points of account “{account}” lapse and cannot be spent, or they would go "
            "twice; keep an account whose points are valid for good"
        ),
    },
    ReasonCode.REDEEMED: {
        Language.ZH: "兑换[“{goods}”]已入账：账户“{account}”用去 {points} 分",
        Language.EN: (
            "redemption[ of “{goods}”] entered: {points} points spent from account “{account}”"
        ),
    },
    ReasonCode.AWAITS_CONFIRMATION: {
        Language.ZH: (
            "兑换[“{goods}”]等待审核：账户“{account}”用 {points} 分[，审核日期 {day} 还没有到]"
        ),
        Language.EN: (
            "redemption[ of “{goods}”] awaits review: {points} points from account "
            "“{account}”[, dated {day}]"
        ),
    },
    ReasonCode.BALANCE_EXCEEDED: {
        Language.ZH: "账户“{account}”余额 {balance} 分，不够兑换 {points} 分",
        Language.EN: "account “{account}” has {balance} points, too few to redeem {points}",
    },
}
