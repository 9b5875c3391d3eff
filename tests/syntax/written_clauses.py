"""Generated clauses, spaced as `fmt` writes them, and other ways to put gaps between words."""

from hypothesis import strategies as st

from syntax.ruleset_texts import DECLARATIONS, parsed

_POINTS = st.integers(1, 120).map(lambda number: f"{number} 分")
_SIGNS = st.sampled_from(("加", "扣", "奖励", "扣除"))
_PERIODS = st.sampled_from(("每日", "每周", "每月", "每季度", "每半年", "每年", "每次", "总共"))
_DURATIONS = st.sampled_from(("30 天内", "6 个月内", "1 年内", "一年内", "本年内", "本月"))

_SITUATIONS = st.sampled_from(
    (
        "卫生检查 等次 优秀",
        "卫生检查 等次 优秀 且 低保",
        "卫生检查 等次 差 且 非 低保 且 人数 ≥ 4 人",
        "志愿服务 时长 ≥ 2 小时",
        "志愿服务 时长 2 小时以上",
        "表彰 级别 市级 事项「脱贫攻坚」",
        "比赛 层级 市级 名次 第一",
        "捐款 金额 不足 1000 元",
        "乱扔垃圾",
        "邻里互助 且 没有 取消评优",
        "纠纷 且 本年 没有 乱倒垃圾",
    )
)
_CONDITIONS = st.recursive(
    st.sampled_from(
        (
            "低保",
            "行为 是 志愿服务",
            "行为 属于 卫生检查、志愿服务、捐款",
            "行为 不是 纠纷",
            "时长 ≥ 2 小时",
            "时长 2 小时以上",
            "级别 是 国家级、省级",
            "小组 不是「一组」",
            "片区 属于 一组、二组",
            "星级 不低于 三星",
            "积分 历年累计 超过 100 分",
            "积分 余额 100 分以下",
            "没有 取消评优",
            "本年 没有 乱倒垃圾",
            "发生日期 ≥ 2023-07-01",
            "到账日 低于 2023-07-01",
        )
    ),
    lambda inner: st.one_of(
        inner.map(lambda item: f"非（{item}）"),
        st.tuples(inner, inner).map(lambda two: f"（{two[0]} 或 {two[1]}）"),
        st.tuples(inner, inner).map(lambda two: f"（{two[0]}）且（{two[1]}）"),
    ),
    max_leaves=4,
)
_GUARDS = st.one_of(
    _SITUATIONS.map(lambda situation: f"{situation} 的，"),
    _CONDITIONS.map(lambda condition: f"当 {condition} 时 "),
    st.just("有下列情形之一的：纠纷、乱倒垃圾、卫生检查 等次 差，"),
)
_EFFECTS = st.one_of(
    st.builds("{} {}".format, _SIGNS, _POINTS),
    st.builds("每次 {} {}".format, _SIGNS, _POINTS),
    st.builds("每次 {} 单次分值".format, _SIGNS),
    st.builds("每满 2 小时 {} {}".format, _SIGNS, _POINTS),
    st.builds("每 2 小时 {} {}".format, _SIGNS, _POINTS),
    st.builds("按 级别 {}：国家级 {}，省级 2 分，其余 不加分".format, _SIGNS, _POINTS),
    st.builds("按 层级、名次 {}：区级 第一 {}，市级 第二 3 分".format, _SIGNS, _POINTS),
    st.builds("按 层级、名次 {}：区级：第一 {}；市级：第一 3 分".format, _SIGNS, _POINTS),
    st.builds("按 本年累计 金额 累进 {}：0 元起 每满 9 元 {}".format, _SIGNS, _POINTS),
    st.builds("按 历年累计 时长 分档 {}：10 小时以上 {}，取最高档".format, _SIGNS, _POINTS),
    st.builds("按 次数 分档 {}：3 次起 {}，各档累加".format, _SIGNS, _POINTS),
    st.builds("由 评议会 酌情 {} 1 到 {}".format, _SIGNS, _POINTS),
    st.builds("由 评议会 酌情 扣 {} 到 加 {}".format, _POINTS, _POINTS),
    st.builds("第 1 次 警告，第 2 次起 每次 {} {}".format, _SIGNS, _POINTS),
    st.builds("{} 同类 第一次 不扣分，第二次 {} {}".format, _DURATIONS, _SIGNS, _POINTS),
    st.sampled_from(("取消评优，至 本年末", "取消评优 3 个月", "取消评优，至 2024-06-30")),
)
_TAILS = st.one_of(
    st.builds("{}最多{} {}".format, _PERIODS, _SIGNS, _POINTS),
    st.builds("{}最多 {}".format, _PERIODS, _POINTS),
    st.builds("{}最多 {} 次".format, _PERIODS, st.integers(1, 9)),
    st.builds("{}最多加 {}（超出不计）".format, _PERIODS, _POINTS),
    st.builds("{}最多加 {}，超出不计".format, _PERIODS, _POINTS),
    st.builds("{} 第 {} 次起 加倍".format, _DURATIONS, st.integers(2, 9)),
    st.builds("第 {} 次起 按 3 倍".format, st.integers(2, 9)),
    st.builds("{} 同类 第 {} 次起 加倍".format, _DURATIONS, st.integers(2, 9)),
    st.builds("同一 事项 {}最多{} {}".format, _PERIODS, _SIGNS, _POINTS),
    st.builds("按人 {}最多{} {}".format, _PERIODS, _SIGNS, _POINTS),
    st.builds("第 {} 次起 {} {}".format, st.integers(2, 9), _SIGNS, _POINTS),
    st.sampled_from(
        (
            "不设上限",
            "一年内 第二次起 翻倍",
            "每年封顶 二十 分",
            "同一 事项 取最高",
            "按人 同一 事项、级别 每月 1 次，以最后一次为准",
            "同一 事项 每季度 1 次",
            "按人 同一 事项 取最高",
            "按人 本年内 取最高",
            "每次 扣最重",
            "取最高",
            "最高 20 分",
            "本年内 同一 事项、级别 取最高",
            "与 4.1、第三条 可叠加",
            "优先于 （一）",
            "记入 积分、兑换积分",
            "舍去到 0.1 分",
            "四舍五入到 1 分",
            "并 取消评优 1 年",
        )
    ),
)
_HEADS = st.sampled_from(
    (
        "条款 3.1",
        "条款 3.1 「原文，二」",
        "条款 第三条 归入 公益",
        "条款 （一） 「文」 归入 环境卫生",
    )
)


@st.composite
def clauses(draw: st.DrawFn) -> str:
    """A clause that needs `DECLARATIONS` before it."""
    tails = draw(st.lists(_TAILS, max_size=4))
    ends = draw(st.lists(st.sampled_from("，；"), min_size=len(tails), max_size=len(tails)))
    tail = "".join(f"{end}{item}" for end, item in zip(ends, tails, strict=True))
    stop = draw(st.sampled_from(("", "。")))
    return f"{draw(_HEADS)}\n  {draw(_GUARDS)}{draw(_EFFECTS)}{tail}{stop}\n"


@st.composite
def tokens_with_gaps(draw: st.DrawFn, clause: str, gaps: st.SearchStrategy[str]) -> str:
    """The words of `clause` with drawn gaps between them; the head stays at its line's start."""
    tokens = parsed(DECLARATIONS + clause).tokens[-1]
    shift = len(DECLARATIONS)
    words = [clause[token.start - shift : token.end - shift] for token in tokens]
    return words[0] + " " + "".join(word + draw(gaps) for word in words[1:]) + "\n"
