"""Which column of a regulation's table says what, by the words at its head."""

import re
from enum import StrEnum

from msgspec import Struct

from pointrules.model.scan import Direction
from pointrules.source.folding import fold


class Role(StrEnum):
    """What the cells of a column are for. What no word tells is a NOTE: kept, and not read."""

    NUMBER = "number"
    CATEGORY = "category"
    ITEM = "item"
    POINTS = "points"
    FULL_MARKS = "full marks"
    LIMIT = "limit"
    FREQUENCY = "frequency"
    NOTE = "note"


class Column(Struct, frozen=True):
    """A column with the words at its head. `allows_bare`: a number alone may be points there."""

    index: int
    head: str
    role: Role
    direction: Direction | None = None
    period: str | None = None
    allows_bare: bool = False


_WORDS: dict[Role, str] = {
    Role.NUMBER: "序号 编号 序 条款 条款号 条目 项次 代码 NO NO. 号",
    Role.CATEGORY: "类别 类型 大类 分类 板块 类目 领域 维度 项目类别 积分类别 指标类别 考核类别 "
    "评分类别 内容类别 评价类别 积分类型 项目分类 积分大类 一级指标",
    Role.ITEM: "项目 指标 内容 事项 行为 情形 小类 子项 名称 项目名称 项目内容 指标内容 具体内容 "
    "具体事项 具体行为 评分内容 评分项目 评分事项 积分内容 积分项目 积分事项 积分指标 "
    "考核内容 考核项目 考核指标 评价内容 评价指标 评价项目 评议内容 评议项目 加分项 "
    "加分项目 加分内容 加分事项 加分情形 加分指标 扣分项 扣分项目 扣分内容 扣分事项 "
    "扣分情形 扣分指标 减分项 减分项目 减分内容 减分事项 减分情形 减分指标 正面清单 "
    "负面清单 二级指标 三级指标",
    Role.POINTS: "分值 分数 积分 赋分 赋分值 积分值 积分分值 单项分值 奖励分值 加分 扣分 减分 "
    "加减分 加减分值 加扣分 加分值 扣分值 减分值 加分分值 扣分分值 减分分值 标准 "
    "评分标准 积分标准 赋分标准 计分标准 考核标准 评价标准 加分标准 扣分标准 减分标准 "
    "加减分标准 评分细则 加分细则 扣分细则 计分办法 评分办法 赋分办法 计分方式 "
    "积分规则 计分规则 奖分",
    Role.FULL_MARKS: "满分 标准分 基础分 权重 基本分 总分",
    Role.FREQUENCY: "频次 次数 频率 周期 限次 计分频次 积分频次 加分频次 "
    "计分周期 计分次数 评定周期",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}

_PERIOD = "每日|每天|日|每周|周|每月|月度|月|每季度|每季|季度|季|每半年|半年|每年|年度|全年|年"
_LIMIT = re.compile(
    rf"(?P<period>{_PERIOD})?(?:内|累计|积分|分值|加分|扣分|单项|最高|得分)*"
    r"(?:上限|封顶|最高分|最高限分|限额|最高分值|上限分值|封顶分|封顶分值|最高加分|最高扣分|上限分|限分)(?:分值|值|数)?"
)
PERIODS = {
    **dict.fromkeys(("每日", "每天", "日", "天"), "每日"),
    **dict.fromkeys(("每周", "周"), "每周"),
    **dict.fromkeys(("每月", "每个月", "当月", "月度", "月"), "每月"),
    **dict.fromkeys(("每季度", "每季", "季度", "季"), "每季度"),
    **dict.fromkeys(("每半年", "半年"), "每半年"),
    **dict.fromkeys(("每年", "每年度", "全年", "年度", "当年", "本年", "年内", "年"), "每年"),
}
"""Words for a period, and how the language writes it."""

_BRACKETS = re.compile(r"\(([^()]*)\)")
_PLAIN_UNITS = frozenset(
    (
        "分",
        "单位:分",
        "分/次",
        "分每次",
        "每次",
        "加分",
        "扣分",
        "减分",
        "+",
        "-",
        "加",
        "扣",
        "减",
        "±",
    )
)
_GAINS = re.compile(r"加分|奖分|正面清单|正向清单")
_LOSSES = re.compile(r"扣分|减分|负面清单|负向清单|倒扣")
_BOTH = re.compile(r"加减分|加扣分|加、?减|奖扣")


def plain(text: str) -> str:
    """Folded and without spaces, as words are compared."""
    return re.sub(r"\s+", "", fold(text))


def direction_of_heading(text: str) -> Direction | None:
    """Whether a heading says that what is below gives points, or takes them; None if not clear."""
    words = plain(text)
    if _BOTH.search(words):
        return None
    gains, losses = bool(_GAINS.search(words)), bool(_LOSSES.search(words))
    if gains is losses:
        return None
    return Direction.GAIN if gains else Direction.LOSS


def column_of(index: int, head: str, above: str = "") -> Column:
    """What a column is for; `above` is the heading that it shares with its neighbours."""
    words = plain(head)
    bracketed = _BRACKETS.findall(words)
    bare = _BRACKETS.sub("", words).strip(":")
    direction = direction_of_heading(words) or direction_of_heading(above)
    role = _ROLES.get(bare.upper())
    if role is None and above:
        upper = _BRACKETS.sub("", plain(above))
        if _ROLES.get(upper) is Role.POINTS and bare in ("加", "扣", "减", "奖", "+", "-"):
            role = Role.POINTS
            direction = Direction.GAIN if bare in ("加", "奖", "+") else Direction.LOSS
    limit = _LIMIT.fullmatch(bare)
    if limit is not None:
        period = limit["period"]
        role, period = Role.LIMIT, PERIODS[period] if period else None
    else:
        period = None
    allows_bare = role in (Role.POINTS, Role.LIMIT) and all(
        part in _PLAIN_UNITS for part in bracketed
    )
    return Column(index, head, role or Role.NOTE, direction, period, allows_bare)
