"""Words for how the review of a record stands."""

from collections.abc import Mapping

from pointrules.records.reason import ReasonCode
from pointrules.source.language import Language

REASONS_OF_REVIEW: Mapping[ReasonCode, Mapping[Language, str]] = {
    ReasonCode.REJECTED_BY_REVIEW: {
        Language.ZH: "[{body} {stage}：]审核未通过[（{day}）]",
        Language.EN: "rejected by review[ ({day})][: {body}, {stage}]",
    },
    ReasonCode.AWAITS_REVIEW: {
        Language.ZH: "等待审核[，审核日期 {day} 还没有到]",
        Language.EN: "awaits review[, which is dated {day}]",
    },
    ReasonCode.REVIEW_DATE_MISSING: {
        Language.ZH: "已审核，但没有填审核日期，请补填",
        Language.EN: "reviewed, but the date of review is empty; fill it in",
    },
    ReasonCode.REVIEWED_BEFORE_OCCURRENCE: {
        Language.ZH: "审核日期 {value} 早于发生日期 {day}，请检查两个日期",
        Language.EN: (
            "the date of review, {value}, is before the date of occurrence, {day}; check both"
        ),
    },
    ReasonCode.ENTERED_BEFORE_REVIEW: {
        Language.ZH: "登记日期 {value} 早于审核日期 {day}，请检查两个日期",
        Language.EN: (
            "the date of entry, {value}, is before the date of review, {day}; check both"
        ),
    },
    ReasonCode.STAGE_MISSING: {
        Language.ZH: "缺 {body} {stage}[，日期 {day} 还没有到]",
        Language.EN: "not reviewed by {body} yet ({stage})[, which is dated {day}]",
    },
    ReasonCode.STAGE_TOO_EARLY: {
        Language.ZH: (
            "{body} {stage}的日期 {day} 早于前一环节的 {value}，请改正日期，或重新{stage}"
        ),
        Language.EN: (
            "{body} ({stage}) is dated {day}, before {value}, the stage before it; "
            "correct the date, or review it again"
        ),
    },
    ReasonCode.REVIEWED_BY_OTHER: {
        Language.ZH: "“{value}”不是审核单位，应是 {bodies}；请改正[。是不是想写“{nearest}”？]",
        Language.EN: (
            "“{value}” does not review; {bodies} do; correct it[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.REVIEWERS_MISSING: {
        Language.ZH: "[{body}的]审核没有写审核人，无法核对回避，请补填",
        Language.EN: (
            "the review[ of {body}] does not name its reviewers, who may have to stand "
            "aside; fill them in"
        ),
    },
    ReasonCode.REVIEWER_NOT_ASIDE: {
        Language.ZH: "审核人“{reviewer}”应当回避：[是“{person}”的{kin}][{own}]；请换人审核",
        Language.EN: (
            "reviewer “{reviewer}” has to stand aside: [{kin} of “{person}”][{own}]; let "
            "somebody else review it"
        ),
    },
    ReasonCode.NOTICE_MISSING: {
        Language.ZH: "还没有公示，应公示满 {days} 天",
        Language.EN: "not on public notice yet, which lasts {days} full days",
    },
    ReasonCode.NOTICE_NOT_OVER: {
        Language.ZH: "公示还差 {days} 天，{day} 起计分",
        Language.EN: "days of notice still missing: {days}; it counts from {day}",
    },
    ReasonCode.NOTICED_BEFORE_OCCURRENCE: {
        Language.ZH: "公示日期 {value} 早于发生日期 {day}，请检查两个日期",
        Language.EN: (
            "the date of the notice, {value}, is before the date of occurrence, {day}; check both"
        ),
    },
    ReasonCode.OBJECTION_OPEN: {
        Language.ZH: "异议未决[：“{objection}”]；处理以后，“异议”一栏改写 成立 或 不成立",
        Language.EN: (
            "an objection is open[: “{objection}”]; once it is settled, write upheld or "
            "dismissed under objection"
        ),
    },
    ReasonCode.OBJECTION_UPHELD: {
        Language.ZH: "异议成立，不计分",
        Language.EN: "an objection was upheld, so it does not count",
    },
    ReasonCode.FILED_TOO_LATE: {
        Language.ZH: "{value} 才登记，申报期限到 {day} 为止",
        Language.EN: "entered on {value}, after {day}, the last day for filing it",
    },
    ReasonCode.REVIEWS: {
        Language.ZH: "审核记录“{refers_to}”，已经生效",
        Language.EN: "a step of the review of “{refers_to}”, in effect",
    },
}
