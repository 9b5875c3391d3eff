"""Rulesets of generated villages: the head, accounts, categories, and clauses of all kinds."""

from hypothesis import strategies as st

from villages.clauses import (
    BEHAVIOURS,
    DECIDER,
    ROLES,
    Books,
    clearing,
    flagging,
    scoring,
    settling,
)
from villages.features import Feature, Mix

SECOND_DAYS = ("2023-07-01", "2023-10-16", "2024-01-01")


@st.composite
def accounts(draw: st.DrawFn, name: str, kind: str, mix: Mix) -> str:
    """An account without validity."""
    parts = []
    pick = st.sampled_from
    ends = ["期末清零", "期末 正分清零", "期末结转"]
    starts = ["1月1日 起算", "7月1日 起算", "1月10日 起算"]
    if Feature.PERIODS in mix:
        starts += ["每季 起算", "每月 1 日 起算", "每月 10 日 起算", "每半年 起算"] * 2
        ends += [
            "期末 负分清零",
            "期末结转 50%，舍去到 1 分，欠分全部结转",
            "期末结转 50%，舍去到 1 分，欠分不结转",
            "期末结转 50%，四舍五入到 1 分，欠分同样折算",
            "期末 最多结转 5 分",
        ]
        if Feature.FLAGS in mix:
            ends += ["期末清零，取消评优 的 扣分 结转"]
    is_kept = draw(pick([False, True] if Feature.PERIODS not in mix else [False, False, True]))
    parts.append("长期累积" if is_kept else draw(pick(starts)))
    if draw(pick([True, False])):
        parts.append("基础 10 分")
        if Feature.PERIODS in mix and not is_kept and draw(pick([True, False])):
            news = ["新户基础 4 分"]
            if not any("每月" in part for part in parts):
                news += ["次月起 按月折算，舍去到 1 分", "当月起 按月折算，舍去到 1 分"]
            parts.append(draw(pick(news)))
    may_owe = True
    if draw(st.integers(0, 3)) == 0:
        parts.append("扣完为止")
        may_owe = False
    elif not is_kept and draw(st.integers(0, 2)) == 0:
        parts.append("期末 低于 0 分 按 0 分计")
        may_owe = False
    if not is_kept and Feature.PERIODS in mix and draw(st.integers(0, 2)) == 0:
        parts.append("期末 高于 12 分 按 12 分计")
    if not is_kept:
        end = draw(pick(ends))
        if not may_owe:
            end = end.split("，欠分")[0]
            if end == "期末 负分清零":
                end = "期末结转"
        parts.append(end)
    if draw(st.integers(0, 3)) == 0:
        parts.append("加满 15 分 为止")
    bounds = ["每月最多加 7 分", "合计最多 14 分", "每年最多扣 9 分", "每日最多加 5 分"]
    if kind == "户" and Feature.SCANS in mix:
        bounds.append("按人 每月最多加 4 分")
    if draw(st.integers(0, 2)) == 0:
        parts.append(draw(pick(bounds)))
    return f"账户「{name}」按{kind}：{'，'.join(parts)}"


@st.composite
def succeeding(draw: st.DrawFn, clause: str) -> str:
    """A clause of a later edition, saying whose counters it goes on with."""
    number = clause.split(" ", 2)[1].split("\n", maxsplit=1)[0]
    if not {"甲", "乙", "丙"} & set(clause) or number == "9.9" or "分 的，" in clause:
        return clause
    return (
        clause.removesuffix("。") + f"；{draw(st.sampled_from([f'接续 {number}', '重新起算']))}。"
    )


@st.composite
def clauses_of(draw: st.DrawFn, mix: Mix, books: Books) -> list[str]:
    """A few clauses of each kind that the features bring."""
    pick = st.sampled_from
    clauses: list[str] = []
    numbers: list[str] = []
    settled: list[tuple[str, str]] = []
    for n in range(1, draw(pick([3, 2, 4])) + 1):
        clauses.append(draw(scoring(str(n), mix, books, numbers)))
        numbers.append(str(n))
    if Feature.SETTLEMENTS in mix:
        for n in range(1, draw(pick([2, 3, 1])) + 1):
            clauses.append(draw(settling(f"8.{n}", books, settled)))
            if "记入" in clauses[-1]:
                entered = clauses[-1][clauses[-1].index("记入") : -1].split("，")[0]
                settled.append((f"8.{n}", entered))
    if Feature.FLAGS in mix:
        last = draw(pick([2, 1]))
        clauses += [draw(flagging(f"9.{n}", books)) for n in range(1, last + 1)]
        clauses.append(draw(clearing("9.9", books)))
    return clauses


@st.composite
def groups_of(draw: st.DrawFn, mix: Mix, clauses: list[str]) -> list[str]:
    """The first two clauses in a group, where they can be compared."""
    comparable = not any("累计" in clause or "最后一次" in clause for clause in clauses[:2])
    if Feature.SCANS not in mix or not comparable or draw(st.booleans()):
        return []
    how = ["取最高", "同一 事项 取最高", "本年内 同一 级别 取最高"]
    return [f"同组「一组」：1、2；{draw(st.sampled_from(how))}"]


@st.composite
def reviews(draw: st.DrawFn, mix: Mix) -> str:
    """评议."""
    asked = [
        "审核通过 的，计分；按 发生日期 归期",
        "审核通过 的，计分；按 发生日期 归期",
        "审核通过 的，计分；按 登记日期 归期",
    ]
    if Feature.REVIEW in mix:
        asked = [
            "审核通过，公示满 3 天，无未决异议 的，计分；按 公示期满日期 归期",
            "审核通过，公示满 3 天 的，计分；按 发生日期 归期；申报期限 20 天",
            "审核通过 的，计分；按 审核日期 归期；加分 申报期限 1 个月",
            "经 评分组 初审、「三水镇」复核 通过，无未决异议 的，计分；按 审核日期 归期",
            "审核通过 的，计分；按 发生日期 归期；审核人 须回避 本人、配偶、同户，违者 退回",
        ]
    return f"评议：{draw(st.sampled_from(asked))}。"


@st.composite
def incentives(draw: st.DrawFn) -> list[str]:
    """One of each kind; what they give moves no point."""
    pick = st.sampled_from
    steps = draw(pick(["每满 10 分 降 0.1 个百分点", "每 10 分 降 0.1 个百分点，按比例"]))
    line = draw(pick(["3 分起 1 万元，8 分起 2 万元到 3 万元", "0 分起 5 万元"]))
    left = draw(pick(["余款 留存", "余款 归 最高者，并列按编号"]))
    bounds = draw(pick(["", "；每月最多 5 分", "；余额满 4 分", "；不够的 按 1 分 补 1.5 元"]))
    loan = (
        "激励「积分贷」贷款：资格：没有 取消评优；基准利率 5%；按 积分 历年累计，从 0 分起，"
        f"{steps}，降幅舍去到 0.01 个百分点；最低利率 3.85%；"
        f"额度 按 积分 余额：{line}；报价 30 天内有效"
    )
    shop = (
        "激励「超市」兑换：1 分 抵 1 元，从 积分 余额 扣；每月 5 日、25 日 开放"
        f"{bounds}；价目：「盐」2 分；「米」9 分；按 星级：高 九折；折后价 进位到 1 分"
    )
    honour = "激励「荣誉户」荣誉 按户：资格：星级 不低于 高 且 红榜 前 1 名"
    pool = f"激励「年底分红」分红：总额 1000 元，按 积分 本年得分 分配，舍去到 1 元，{left}"
    return [loan, shop, honour, pool]


COLLECTIVE_ACCOUNTS = (
    "账户「小组分」按组：长期累积，基础 10 分",
    "账户「村庄分」按村：1月1日 起算，期末清零",
)
COLLECTIVE_CLAUSES = (
    "条款 7.1 清洁日 的，每次 加 2 分；记入 积分、小组分；计给 本户、本组；每月最多加 3 分。",
    "条款 7.2 组评比 的，每次 加 1 分；记入 小组分；每年最多加 3 分。",
    "条款 7.3 村庄评比 的，每次 扣 3 分；记入 村庄分；每年最多扣 7 分。",
)


@st.composite
def rulesets(draw: st.DrawFn, mix: Mix, version: str, first_day: str, *, is_second: bool) -> str:
    """One edition."""
    pick = st.sampled_from
    written = [draw(accounts("积分", "户", mix))]
    households, persons, lapsing = ["积分"], [], []
    if draw(st.booleans()):
        written.append(draw(accounts("荣誉", "户", mix)))
        households.append("荣誉")
    if Feature.WHO in mix or draw(st.integers(0, 2)) == 0:
        limited = ""
        if Feature.WHO in mix:
            limited = draw(pick(["", " 限 出生日期 满 18 岁", " 限 非 外出"]))
        written.append(draw(accounts("个人", f"人{limited}", mix)))
        persons.append("个人")
    if Feature.VALIDITY in mix:
        validity = draw(pick(["", "，有效期：5 分以上 2 个月，其余 1 年", "，有效期 6 个月"]))
        written.append(f"账户「信用」按户：基础 10 分，长期累积{validity}")
        written.append("账户「口碑」按人：长期累积")
        lapsing += ["信用", "口碑"]
    books = Books(tuple(households), tuple(persons), tuple(lapsing))
    head = [
        "细则「杨柳村积分细则」",
        f"  版本 {version}，自 {first_day} 起施行",
        f"年度 自 {draw(pick(['1月1日', '1月1日', '4月1日']))} 起",
        "词表",
        *(
            f"  行为 {name}（时长：小时；级别：省级、市级、县级；事项：文本；拆除日期：日期，可不填）"  # noqa: E501
            for name in BEHAVIOURS
        ),
        "  行为 违建、验收、整改、清洁日、组评比、村庄评比",
        "  户（低保：是否；人数：人；整改期限：日期）",
        "  人（出生日期：日期；外出：是否）",
        f"  角色 {'、'.join(ROLES)}",
        f"  评议人 {DECIDER}、评分组",
        "  判定 取消评优",
        "  判定 暂停加分：" + draw(pick(["暂停加分", "积分 暂停加分"])),
    ]
    lowers = [
        "积分 本期清零",
        "积分 余额清零",
        "积分 本期降至 4 分",
        "积分 余额降至 3 分，暂停加分",
    ]
    if len(households) > 1:
        lowers.append("积分 本期清零，荣誉 余额清零")
    head.append(f"  判定 一票否决：{draw(pick(lowers))}")
    tails = ["每年最多加 15 分", "每月最多加 9 分；每年最多扣 8 分", "同一 事项 取最高"]
    if Feature.SCANS in mix:
        tails += ["同一 事项 每年最多加 9 分", "取最高"]
    if Feature.SETTLEMENTS in mix:
        tails = [item for item in tails if "取最高" not in item and "同一" not in item]
    clauses = draw(clauses_of(mix, books))
    numbered = clauses if not is_second else [draw(succeeding(clause)) for clause in clauses]
    written += [f"类别「公益」：{draw(pick(tails))}", *draw(groups_of(mix, clauses)), *numbered]
    written.append(draw(reviews(mix)))
    offers = [
        "等级「星级」按 积分 余额：10 分以上 高；3 分以上 中；其余 低",
        "榜单「红榜」按 积分 余额 前 2 名，并列同名次",
    ]
    if Feature.OFFERS in mix:
        offers += draw(incentives())
    if Feature.COLLECTIVES in mix:
        offers += [*COLLECTIVE_ACCOUNTS, *COLLECTIVE_CLAUSES]
    return "\n".join([*head, *written, *offers]) + "\n"
