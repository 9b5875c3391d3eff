"""Words for the named sums over an account's entries."""

from pointrules.model.measure import Measure
from pointrules.source.language import Language

MEASURES = {
    Language.ZH: {
        Measure.BALANCE: "余额",
        Measure.PERIOD: "本期",
        Measure.LIFETIME: "历年累计",
        Measure.GAINS: "累计加分",
        Measure.MONTH: "本月得分",
        Measure.QUARTER: "本季得分",
        Measure.YEAR: "本年得分",
        Measure.LOSSES: "累计扣分",
        Measure.MONTH_LOSSES: "本月累计扣分",
        Measure.YEAR_LOSSES: "本年累计扣分",
    },
    Language.EN: {
        Measure.BALANCE: "balance",
        Measure.PERIOD: "this period",
        Measure.LIFETIME: "all-time total",
        Measure.GAINS: "total of awards",
        Measure.MONTH: "points of this month",
        Measure.QUARTER: "points of this quarter",
        Measure.YEAR: "points of this year",
        Measure.LOSSES: "total of deductions",
        Measure.MONTH_LOSSES: "deductions of this month",
        Measure.YEAR_LOSSES: "deductions of this year",
    },
}
