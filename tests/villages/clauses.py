"""Clauses of generated villages, as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hypothesis import strategies as st

from villages.features import Feature, Mix

BEHAVIOURS = ("甲", "乙", "丙")
_SCORED = ("甲", "甲", "乙", "乙", "丙")
ROLES = ("书记", "主任")
DECIDER = "评议会"


@dataclass(frozen=True)
class Books:
    """The accounts that clauses may enter, by kind; `lapsing` ones take what has a validity."""

    households: tuple[str, ...]
    persons: tuple[str, ...]
    lapsing: tuple[str, ...]


@st.composite
def guards(draw: st.DrawFn, behaviour: str, mix: Mix) -> str:
    """Whom or what it is about."""
    plain = f"{behaviour} 的，"
    said = [
        f"{behaviour} 级别 省级 的，",
        f"{behaviour} 级别 县级 的，",
        f"{behaviour} 且 时长 ≥ 2 小时 的，",
        f"{behaviour} 且 低保 的，",
        f"当 行为 是 {behaviour} 且 （低保 或 时长 不足 2 小时） 时 ",
        f"{behaviour} 且 本月 没有 丙 的，",
        f"连续 2 次 {behaviour} 级别 县级 的，",
        f"{behaviour} 且 积分 前一日 余额 ≥ 5 分 的，",
        f"{behaviour} 且 星级 上年末 不低于 中 的，",
        f"{behaviour} 且 人数 ≥ 3 人 的，",
    ]
    if Feature.FLAGS in mix:
        said += [f"{behaviour} 且 没有 取消评优 的，", f"{behaviour} 且 暂停加分 的，"] * 2
    return draw(st.sampled_from([plain] * 2 * len(said) + said))


@st.composite
def limits(draw: st.DrawFn, word: str, mix: Mix, *, by_person: bool) -> list[str]:
    """Up to two limits of a clause that adds (加) or takes (扣)."""
    said = [
        f"每月最多{word} 6 分",
        f"每年最多{word} 12 分",
        f"每半年最多{word} 10 分，超出不计",
        "每月最多 2 次",
        f"每次最多{word} 4 分",
        f"每周最多{word} 5 分",
        f"总共最多{word} 30 分",
        "每季度最多 3 次",
    ]
    if Feature.SCANS in mix:
        said += [f"同一 事项 每年最多{word} 8 分", "同一 级别 每月 1 次"] * 2
        if by_person:
            said += [f"按人 每年最多{word} 7 分"] * 3
    count = draw(st.sampled_from([1, 1, 0, 2]))
    return draw(st.lists(st.sampled_from(said), min_size=count, max_size=count, unique=True))


@st.composite
def ends_of_flags(draw: st.DrawFn) -> str:
    """Until when a flag is open."""
    return draw(
        st.sampled_from(
            [
                "，至 本年末",
                "，至 本月末",
                "，至 次月末",
                " 2 个月",
                " 40 天",
                "，至 2023-09-30",
                "，至 整改 之日",
                "，至 撤销为止",
            ]
        )
    )


@st.composite
def flag_tails(draw: st.DrawFn, mix: Mix) -> str:
    """What a clause opens besides."""
    if Feature.FLAGS not in mix or draw(st.integers(0, 4)):
        return ""
    flag = draw(st.sampled_from(["取消评优", "暂停加分", "一票否决"]))
    return f"；并 {flag}{draw(ends_of_flags())}"


_PLAIN = ("每次 {0} 5 分", "每次 {0} 3 分", "每满 1 小时 {0} 2 分")
_BY_LEVEL = "按 级别 {0}：省级 8 分，市级 4 分，其余 不{0}分"
_RUNNING = (
    "按 本年累计 时长 分档 {0}：2 小时起 2 分，5 小时起 6 分，取最高档",
    "按 历年累计 时长 累进 {0}：0 小时起 每满 2 小时 1 分，4 小时起 每满 1 小时 1 分",
    "按 本月累计 次数 分档 {0}：2 次起 3 分，3 次起 4 分，各档累加",
)
_LADDERS = (
    "一年内 第 1 次 警告，第 2 次 扣 5 分，第 3 次起 每次 扣 7 分",
    "本年 同类 第 1 次 不扣分，第 2 次起 每次 扣 4 分",
)
_REPEATS = ("一年内 第 2 次起 加倍", "本年内 第 2 次起 加倍，第 3 次起 按 3 倍")
_RECEIVERS = ("户主", "本人、配偶", "父母", "本人、本户", "书记、主任", "各方", "本户")


class _Kind(StrEnum):
    """What is particular about a clause."""

    VALUE = "value"
    RUNNING = "running"
    LADDER = "ladder"
    LAST = "last"
    DISCRETION = "discretion"
    ROLES = "roles"
    BY_ACCOUNT = "by-account"
    GIVEN = "given"
    LAPSING = "lapsing"


_KINDS = {
    Feature.SCANS: [_Kind.LADDER, *[_Kind.LAST] * 6, _Kind.LADDER],
    Feature.DISCRETION: [_Kind.DISCRETION] * 3,
    Feature.WHO: [_Kind.ROLES, _Kind.BY_ACCOUNT, *[_Kind.GIVEN] * 4],
    Feature.VALIDITY: [_Kind.LAPSING] * 4,
}
_COMPARABLE = {_Kind.VALUE, _Kind.LADDER, _Kind.GIVEN, _Kind.DISCRETION, _Kind.LAPSING}
_ALONE = {_Kind.BY_ACCOUNT, _Kind.LAST, _Kind.ROLES, _Kind.LAPSING}
"""Those that no category with limits takes."""


@st.composite
def values(draw: st.DrawFn, kind: _Kind, word: str, books: Books) -> list[str]:
    """What a clause gives, and what belongs to that."""
    pick = st.sampled_from
    repeats = [draw(pick(_REPEATS))] if draw(st.integers(0, 3)) == 0 else []
    plain = draw(pick([*_PLAIN, _BY_LEVEL])).format(word)
    match kind:
        case _Kind.RUNNING:
            return [draw(pick(_RUNNING)).format(word)]
        case _Kind.LADDER:
            return [draw(pick(_LADDERS))]
        case _Kind.DISCRETION:
            return [f"由 {DECIDER} 酌情 加 1 到 5 分"]
        case _Kind.ROLES:
            return [f"按 角色 {word}：书记 5 分，主任 3 分"]
        case _Kind.BY_ACCOUNT:
            rows = zip([*books.households, *books.persons], (5, 2, 3), strict=False)
            return ["，".join(f"{name} {word} {points} 分" for name, points in rows)]
        case _Kind.GIVEN:
            times = draw(pick([[], [], ["乘 人数"], ["乘 在册人数"]]))
            return [plain, *times, *repeats, f"计给 {draw(pick(_RECEIVERS))}"]
        case _Kind.LAPSING:
            lasts = draw(pick(["有效期 1 年", "有效期 3 个月", "有效期 20 天"]))
            clock = draw(pick(["", "", "", "，自 拆除日期 之日起"]))
            while_valid = draw(pick([[], [], ["有效期内 第 2 次起 加倍"]]))
            return [plain, lasts + clock, *while_valid]
        case _Kind.LAST:
            return [plain]
        case _:
            return [plain, *repeats]


@st.composite
def names_of(draw: st.DrawFn, kind: _Kind, books: Books) -> list[str]:
    """The accounts that a clause enters."""
    if kind is _Kind.LAPSING:
        return [draw(st.sampled_from(books.lapsing))]
    names = [*books.households, *books.households, *books.persons]
    return draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))


@st.composite
def bounds_of(  # noqa: PLR0913, PLR0917
    draw: st.DrawFn, kind: _Kind, word: str, names: Sequence[str], mix: Mix, books: Books
) -> list[str]:
    """Best-of and limits."""
    of_households = set(names) <= set(books.households)
    said = []
    if kind in _COMPARABLE and draw(st.integers(0, 3)) == 0:
        best = ["同一 事项 取最高", "本年内 同一 事项 取最高", "同一 级别 取最高"]
        if Feature.SCANS in mix and of_households:
            best.append("按人 同一 事项 取最高")
        said.append(draw(st.sampled_from(best)))
    by_person = of_households and kind in {_Kind.VALUE, _Kind.LADDER}
    bounds = draw(limits(word, mix, by_person=by_person))
    if kind is _Kind.LAST:
        last = draw(st.sampled_from(["每季最多 1 次", "每年最多 1 次", "同一 事项 每年最多 1 次"]))
        bounds = [item for item in bounds if " 次" not in item]
        bounds.append(f"{last}，以最后一次为准")
    if all("每次" in item for item in bounds) and bounds:
        bounds.append(f"每年最多{word} 11 分")
    if word == "加" and not bounds:
        bounds.append("不设上限")
    return [*said, *bounds]


@st.composite
def scoring(draw: st.DrawFn, number: str, mix: Mix, books: Books, earlier: Sequence[str]) -> str:
    """A clause that gives or takes points for a record."""
    guard = draw(guards(draw(st.sampled_from(_SCORED)), mix))
    kinds = [_Kind.VALUE, _Kind.VALUE, _Kind.RUNNING]
    for feature in sorted(mix):
        kinds += _KINDS.get(feature, [])
    kind = draw(st.sampled_from(kinds))
    word = draw(st.sampled_from(["加", "加", "扣"]))
    word = {_Kind.LADDER: "扣", _Kind.DISCRETION: "加"}.get(kind, word)
    names = draw(names_of(kind, books))
    parts = [*draw(values(kind, word, books)), *draw(bounds_of(kind, word, names, mix, books))]
    if kind is not _Kind.BY_ACCOUNT:
        parts.append(f"记入 {'、'.join(names)}")
    ahead = draw(st.sampled_from([None, None, None, *earlier]))
    if ahead is not None:
        parts.append(f"优先于 {ahead}")
    if others := [item for item in earlier if item != ahead]:
        parts.append(f"与 {'、'.join(others)} 可叠加")
    belongs = kind not in _ALONE and draw(st.integers(0, 3)) == 0
    head = f"条款 {number} 归入 公益" if belongs else f"条款 {number}"
    return f"{head}\n  {guard}{'；'.join(parts)}{draw(flag_tails(mix))}。"


@st.composite
def settling(draw: st.DrawFn, number: str, books: Books, earlier: Sequence[tuple[str, str]]) -> str:
    """A clause that is settled at a date."""
    b = draw(st.sampled_from(BEHAVIOURS))
    said = [
        f"每月 结算：本月 {b} 次数 ≥ 2 次 的，加 5 分，每年最多加 8 分",
        f"每月 结算：本月 {b} 级别 省级 占比 不低于 50% 的，加 2 分",
        f"每月 结算：按 本月 {b} 时长 合计 加：每满 2 小时 1 分，每年最多加 4 分",
        f"每周 结算：本周 {b} 次数 ≥ 1 次 的，加 1 分",
        f"每季 结算：按 本季 {b} 时长 合计 分档 加：2 小时起 2 分，4 小时起 6 分",
        f"每半年 结算：期末在册 且 本半年 没有 {b} 的，加 4 分",
        f"每年 结算：全年在册 且 本年 没有 {b} 的，加 9 分",
        f"每月 结算：连续 2 个月 {b} 级别 省级 占比 不低于 50% 的，加 5 分",
        f"每月 结算：全月在册 且 连续 2 个月 没有 {b} 的，加 3 分，每年最多加 7 分",
        f"截至 2023-06-30 没有 {b} 且 低保 的，扣 5 分",
        f"截至 整改期限 没有 {b} 的，扣 4 分",
        "每年 1月15日 结算：积分 余额 ≥ 5 分 的，加 3 分",
        f"每年 结算：积分 余额 ≥ 5 分 且 本年 {b} 次数 ≥ 1 次 的，扣 3 分",
        f"每季 结算：本季 {b} 级别 县级 次数 ≥ 1 次 的，扣 3 分，每年最多扣 6 分",
        f"每季 结算：本季 {b} 时长 合计 ≥ 3 小时 且 没有 取消评优 的，加 8 分",
        f"每月 结算：本月 {b} 次数 ≥ 2 次 的，取消评优 2 个月",
        f"每月 结算：本月 {b} 次数 ≥ 2 次 的，暂停加分 40 天",
    ]
    body = draw(st.sampled_from(said))
    if body in said[15:]:
        return f"条款 {number}\n  {body}{'，记入 积分' if books.persons else ''}。"
    of_households = any(word in body for word in ("积分", "整改期限", "低保"))
    names = books.households[: draw(st.sampled_from([1, 2]))]
    if books.persons and not of_households and draw(st.booleans()):
        names = books.persons
    entered = f"记入 {'、'.join(names)}"
    alike = [other for other, words in earlier if words == entered]
    replaces = ""
    if alike and "截至" not in body and draw(st.integers(0, 2)) == 0:
        replaces = f"，替代 {draw(st.sampled_from(alike))}"
    belongs = " 归入 公益" if draw(st.integers(0, 3)) == 0 else ""
    return f"条款 {number}{belongs}\n  {body}，{entered}{replaces}。"


@st.composite
def flagging(draw: st.DrawFn, number: str, books: Books) -> str:
    """A clause that opens or withdraws flags, or does so for points."""
    end = draw(ends_of_flags())
    flag = draw(st.sampled_from(["一票否决", "暂停加分", "取消评优"]))
    measure = draw(st.sampled_from(["本年累计扣分", "余额", "累计扣分"]))
    entered = f"，记入 {books.households[0]}"
    whose = entered if books.persons else ""
    said = [
        f"违建 的，{flag}{end}{whose}",
        f"违建 的，{flag}{end}{whose}",
        f"违建 的，{flag}{end}{whose}；直接判级优先",
        f"违建 的，每次 扣 6 分，每年最多扣 9 分{entered}；并 {flag}{end}",
        f"积分 {measure} 达到 6 分 的，{flag}{end}",
    ]
    return f"条款 {number}\n  {draw(st.sampled_from(said))}。"


@st.composite
def clearing(draw: st.DrawFn, number: str, books: Books) -> str:
    """A clause that withdraws flags, perhaps putting points in their place."""
    entered = f"，记入 {books.households[0]}"
    whose = entered if books.persons else ""
    said = [
        f"撤销 一票否决、暂停加分、取消评优{whose}",
        f"撤销 一票否决，改扣 6 分{entered}",
        f"撤销 一票否决{whose}",
        f"每次 加 2 分，不设上限{entered}；并 撤销 暂停加分、一票否决",
    ]
    return f"条款 {number}\n  验收 的，{draw(st.sampled_from(said))}。"
