"""Words of the trade that messages put in, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the trade."""

    zh: str
    en: str


TERMS: Mapping[str, Term] = MappingProxyType(
    {
        # kinds of names
        "account": Term("账户", "account"),
        "attribute": Term("属性", "attribute"),
        "board": Term("榜单", "board"),
        "behaviour": Term("行为", "behaviour"),
        "category": Term("类别", "category"),
        "clause": Term("条款", "clause"),
        "decider": Term("评议人", "decider"),
        "flag": Term("判定", "flag"),
        "grade": Term("等级", "grade"),
        "household-attribute": Term("户的属性", "household attribute"),
        "group-attribute": Term("组的属性", "group attribute"),
        "organisation-attribute": Term("组织的属性", "organisation attribute"),
        "village-attribute": Term("村的属性", "village attribute"),
        "incentive": Term("激励", "incentive"),
        "level": Term("等级的名称", "level of a grade"),
        "loan": Term("贷款", "loan"),
        "name": Term("名称", "name"),
        "parameter": Term("参数", "parameter"),
        "person-attribute": Term("人的属性", "person attribute"),
        "role": Term("角色", "role"),
        "unit": Term("单位", "unit"),
        "value": Term("取值", "value"),
        # kinds of quantities and values
        "date": Term("日期", "date"),
        "enumerated": Term("列举的取值", "one of the listed values"),
        "number": Term("数", "number"),
        "text": Term("文本", "text"),
        "yes-no": Term("是否", "yes or no"),
        # directions
        "award": Term("加分", "award"),
        "deduction": Term("扣分", "deduction"),
        # subjects
        "household": Term("户", "household"),
        "group": Term("组", "group"),
        "organisation": Term("组织", "organisation"),
        "village": Term("村", "village"),
        "person": Term("人", "person"),
        # parts of an edition and an account
        "base": Term("基础分", "base"),
        "basis": Term("依据", "basis"),
        "given-to": Term("计给", "credited to"),
        "multiplied": Term("乘", "multiplied by"),
        "best-of": Term("取最高", "best of"),
        "carry-at-most": Term("最多结转", "the most that is carried"),
        "closing-ceiling": Term("期末封顶", "closing ceiling"),
        "closing-floor": Term("期末低分处理", "closing floor"),
        "debts": Term("欠分怎么办", "what becomes of debts"),
        "enactment": Term("通过", "enactment"),
        "entered": Term("记入", "accounts entered"),
        "entry-validity": Term("有效期", "validity"),
        "validity-clock": Term("有效期从哪天起", "from when the validity runs"),
        "escalation": Term("加重", "escalation"),
        "filing": Term("备案", "filing"),
        "flag-effect": Term("判定的效果", "effect of a flag"),
        "instead": Term("改扣", "deduction instead"),
        "judged-first": Term("直接判级优先", "judged first"),
        "flag-end": Term("判定的期限", "end of the flag"),
        "in-force": Term("施行日期", "date in force"),
        "in-force-until": Term("失效日期", "last day in force"),
        "newcomer-base": Term("新户基础", "base for newcomers"),
        "period-end": Term("期末处理", "what happens at the period's end"),
        "precision": Term("精度", "precision"),
        "succession": Term("接续或重新起算", "going on or beginning afresh"),
        "pro-rata": Term("按月折算", "base in proportion to months"),
        "own-amount": Term("每项最多", "the most points of each"),
        "own-count": Term("最多几项", "the number of own clauses"),
        "review": Term("评议", "review"),
        "template": Term("沿用", "template used"),
        "year": Term("年度", "year"),
        "rounding": Term("取整", "rounding"),
        "filing-deadline": Term("申报期限", "filing deadline"),
        "notice": Term("公示", "public notice"),
        "recusal": Term("回避", "who stands aside"),
        "kin-self": Term("本人", "oneself"),
        "kin-spouse": Term("配偶", "spouse"),
        "kin-parents": Term("父母", "parents"),
        "kin-children": Term("子女", "children"),
        "kin-household": Term("同户", "own household"),
        "no-objection": Term("无未决异议", "no open objection"),
        "date-noticed": Term("公示期满", "the end of the notice"),
        "date-reviewed": Term("审核", "review"),
        "ruling-date": Term("归期", "ruling date"),
        "running-ceiling": Term("加满为止", "running ceiling"),
        "running-floor": Term("扣完为止", "running floor"),
        "approval": Term("审核通过的计分", "which records count"),
        "attendance": Term("票数", "votes"),
        "otherwise": Term("其余", "otherwise"),
        "reached": Term("各档怎样算", "how steps count"),
        "start": Term("起算", "start"),
        "title": Term("标题", "title"),
        "unlimited": Term("不设上限", "no limit"),
        "version": Term("版本", "version"),
        # parts of a loan
        "base-rate": Term("基准利率", "base rate"),
        "cut": Term("降幅", "cut"),
        "eligibility": Term("资格", "eligibility"),
        "largest-cut": Term("最大降幅", "largest cut"),
        "line": Term("额度", "credit line"),
        "lowest-rate": Term("最低利率", "lowest rate"),
        "last-counts": Term("以最后一次为准", "the last one counts"),
        "measure": Term("按哪一种积分", "measure"),
        "proportion": Term("按比例", "proportion"),
        # parts of a board
        "bound": Term("最低分", "least points"),
        "grouping": Term("分组", "grouping"),
        "restriction": Term("限定范围", "restriction"),
        "share": Term("名额取整", "rounding of the number of ranks"),
        "ties": Term("并列", "equals"),
        "top": Term("名次", "ranks"),
        "validity": Term("报价有效期", "validity of the quote"),
        # why points that lapse do not fit into an account
        "is-reset": Term("期末要清零", "is reset"),
        "is-carried-in-part": Term("期末不全部结转", "is not carried in full"),
        "is-raised-or-lowered": Term("期末要补平或封顶", "is raised or lowered at period end"),
        "stops-at-floor": Term("扣完为止", "never falls below its floor"),
        "is-lowered-by-flag": Term("会被判定清零或降分", "is lowered by a flag"),
        "is-bounded": Term("有合计最多的限制", "bounds its balance"),
        # why a fraction can arise
        "proportional-value": Term("按比例计分", "points in proportion"),
        "carried-share": Term("只结转一部分", "carrying a share"),
        "factor": Term("加重倍数", "the factor of an escalation"),
        "proportional-cut": Term("按比例降息", "a cut in proportion"),
    }
)
