"""The ruleset as its author wrote it: one frozen class per production, each with its span.

Names are not resolved here and units not compared: a tree says what stands where, no more. Nodes
are compared by identity; making comparison and printing for a hundred classes would take a tenth of
the time that `check` has.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from pointrules.model.account_period import DebtCarry, MonthsFrom
from pointrules.model.board import Ties
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import Comparison
from pointrules.model.measure import Measure
from pointrules.model.number import Number, RoundingMode
from pointrules.model.period import DurationUnit, MonthDay, Period
from pointrules.model.review import Kin, RulingDate, StageWord
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span

# ---- words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text:
    """Quoted words; pieces in a row are joined."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Name:
    """A declared name where it is used; one that is not declared was reported already."""

    text: str
    span: Span
    is_declared: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NewName:
    """A name where it is declared."""

    text: str
    span: Span
    is_quoted: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClauseNumber:
    """The number of a clause or a version; text, so that 3.10 is not 3.1."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantity:
    """A number with its unit; the unit is '' where an unreadable one was reported already."""

    number: Number
    unit: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Day:
    """A date."""

    day: date
    span: Span


# ---- 细则, 年度, 评议


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Version:
    """版本 2023.1"""

    number: ClauseNumber
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InForce:
    """自 2023-06-01 起施行"""

    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InForceUntil:
    """至 2024-05-31 止"""

    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Basis:
    """依据「…」"""

    text: Text
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Passed:
    """通过「村民会议」2023-05-20"""

    body: Text
    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attendance:
    """应到、实到、赞成 so many people"""

    kind: Literal["ENTITLED", "PRESENT", "IN_FAVOUR"]
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Filed:
    """备案「…」2023-05-25"""

    authority: Text
    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UsesTemplate:
    """沿用「县标准」2020.1"""

    title: Text
    version: ClauseNumber
    span: Span


EditionPart: TypeAlias = (
    Version | InForce | InForceUntil | Basis | Passed | Attendance | Filed | UsesTemplate
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edition:
    """细则「…」"""

    title: Text
    parts: tuple[EditionPart, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Year:
    """年度 自 1月1日 起"""

    start: MonthDay
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Approved:
    """审核通过"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Notice:
    """公示满 3 天"""

    length: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoObjection:
    """无未决异议"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stage:
    """评分组 初审: a declared body, or one that is quoted"""

    body: Name | Text
    word: StageWord
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stages:
    """经 评分组 初审、乡镇 复核 通过"""

    stages: tuple[Stage, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Recuses:
    """审核人 须回避 本人、配偶，违者 退回; each of `kin` with its place"""

    kin: tuple[tuple[Kin, Span], ...]
    refuses: bool
    span: Span


Requirement: TypeAlias = Approved | Stages | Notice | NoObjection


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountsWhen:
    """审核通过，公示满 3 天，无未决异议 的，计分"""

    requirements: tuple[Requirement, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FilingDeadline:
    """申报期限 30 天; `gains_only` where it says 加分 申报期限"""

    length: Quantity
    gains_only: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RulingDateIs:
    """按 发生日期 归期"""

    kind: RulingDate
    span: Span


ReviewPart: TypeAlias = CountsWhen | RulingDateIs | FilingDeadline | Recuses


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Review:
    """评议：…"""

    parts: tuple[ReviewPart, ...]
    span: Span


# ---- 词表, 参数


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitType:
    """时长：小时"""

    unit: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KindType:
    """小组：文本"""

    kind: Literal["text", "yes-no", "date"]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ValuesType:
    """等次：优秀、良好"""

    values: tuple[NewName, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attribute:
    """An attribute with its type; `is_optional` where it says 可不填."""

    name: NewName
    type: UnitType | KindType | ValuesType
    is_optional: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Behaviour:
    """One behaviour of a list."""

    name: NewName
    attributes: tuple[Attribute, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Behaviours:
    """行为 …、…"""

    items: tuple[Behaviour, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Aliases:
    """又称 …: further names of the behaviour before it"""

    names: tuple[NewName, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SubjectAttributes:
    """户（人数：人）"""

    kind: SubjectKind
    attributes: tuple[Attribute, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NameList:
    """判定, 评议人, 角色 or 单位 with the names it declares"""

    kind: Literal["flags", "deciders", "roles", "units"]
    names: tuple[NewName, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HoldsGains:
    """暂停加分, 兑换积分 暂停加分: what the flags declared before it do"""

    account: Name | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LowersPoints:
    """本期清零, 余额清零 (to None), 本期降至 60 分"""

    account: Name | None
    measure: Measure
    to: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoundsGrade:
    """等级不高于 三星, 星级 不高于 三星"""

    grade: Name | None
    comparison: Comparison
    level: NewName
    span: Span


FlagEffect: TypeAlias = HoldsGains | LowersPoints | BoundsGrade
VocabularyEntry: TypeAlias = Behaviours | Aliases | SubjectAttributes | NameList | FlagEffect


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vocabulary:
    """词表"""

    entries: tuple[VocabularyEntry, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Adjustable:
    """可在 2 到 5 分 之间自定"""

    lowest: Quantity
    highest: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parameter:
    """参数「单次分值」：5 分"""

    name: Text
    quantity: Quantity
    adjustable: Adjustable | None
    span: Span


# ---- 账户, 类别, 上限


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AccountStart:
    """1月1日 起算; 每月 1 日 起算, 每季 起算: what is not written is None"""

    every: Period | None
    start: MonthDay | None
    day: Number | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Base:
    """基础 100 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NewcomerBase:
    """新户基础 50 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProRata:
    """当月起 按月折算"""

    first: MonthsFrom | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Precision:
    """精确到 0.1 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RunningFloor:
    """扣完为止"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClosingFloor:
    """期末 低于 0 分 按 0 分计"""

    below: Quantity
    to: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClosingCeiling:
    """期末 高于 120 分 按 120 分计"""

    above: Quantity
    to: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PeriodEnd:
    """期末清零, 期末 正分清零, 期末 负分清零, 期末结转 50%, 长期累积"""

    kind: Literal["RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP"]
    share: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CarryAtMost:
    """期末 最多结转 100 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Debts:
    """欠分全部结转, 欠分不结转, 欠分同样折算"""

    carry: DebtCarry
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Limit:
    """每月最多加 12 分; `direction` is None where the author wrote neither 加 nor 扣"""

    matter: "Matter"
    period: Period
    direction: Direction | None
    quantity: Quantity
    refuses: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Matter:
    """同一 项目, 按人, 按人 同一 项目; `span` is None where nothing is written"""

    attributes: tuple[Name, ...]
    by_person: bool
    span: Span | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LastCounts:
    """以最后一次为准, of the limit before it"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NetLimit:
    """合计最多 60 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Beyond:
    """超出不计, of the limit before it"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entered:
    """记入 积分、兑换积分"""

    accounts: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BestOf:
    """同一 事项 取最高; `period` where it says 本年内"""

    period: Period | None
    matter: Matter
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenDeductions:
    """未整改 的 扣分 结转"""

    flag: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rounding:
    """舍去到 0.1 分"""

    mode: RoundingMode
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bounded:
    """≥ 2 小时, 2 小时以上"""

    comparison: Comparison
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ValidityRow:
    """国家级 5 年, 10 分以上 2 年, 其余 长期有效

    Neither name nor bound is 其余; no quantity is 长期有效.
    """

    name: Name | None
    bounded: Bounded | None
    quantity: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EntryValidity:
    """有效期 1 年, 长期有效, 有效期 按 级别：…, 有效期：…: the last two have their first row"""

    quantity: Quantity | None
    attribute: Name | None
    row: ValidityRow | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ValidityClock:
    """自 拆除日期 之日起"""

    attribute: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RunningCeiling:
    """加满 100 分 为止"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BareBound:
    """最低 0 分, 最高 100 分: it is not said whether at any time or at the end"""

    is_lowest: bool
    quantity: Quantity
    span: Span


AccountPart: TypeAlias = (
    AccountStart
    | Base
    | NewcomerBase
    | ProRata
    | Precision
    | RunningFloor
    | ClosingFloor
    | ClosingCeiling
    | PeriodEnd
    | CarryAtMost
    | Debts
    | OpenDeductions
    | Rounding
    | EntryValidity
    | ValidityRow
    | Limit
    | NetLimit
    | Beyond
    | LastCounts
    | RunningCeiling
    | BareBound
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Continues:
    """接续 3.1, and of a category 接续「环境整治」"""

    predecessor: ClauseNumber | Text
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Afresh:
    """重新起算"""

    span: Span


CategoryPart: TypeAlias = (
    Entered
    | Limit
    | Beyond
    | LastCounts
    | BestOf
    | Continues
    | Afresh
    | EntryValidity
    | ValidityRow
    | BareBound
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Account:
    """账户「积分」按户：…"""

    name: Text
    subject_kind: SubjectKind
    population: "Restriction | None"
    parts: tuple[AccountPart, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Category:
    """类别「环境卫生」：…"""

    name: Text
    parts: tuple[CategoryPart, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClauseGroup:
    """同组「同一荣誉」：3.1、3.2、5.1；同一 事项 取最高"""

    name: Text
    clauses: tuple[ClauseNumber, ...]
    best_of: BestOf
    span: Span


# ---- conditions


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class YesNo:
    """是, 否 as a value"""

    is_yes: bool
    span: Span


PairValue: TypeAlias = Name | Text | Day | YesNo | Quantity | Bounded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pair:
    """等次 优秀"""

    attribute: Name
    value: PairValue
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Situation:
    """卫生检查 等次 优秀"""

    behaviour: Name
    pairs: tuple[Pair, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BehaviourIs:
    """行为 是 …, 行为 属于 …、…"""

    behaviours: tuple[Name, ...]
    is_negated: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Is:
    """等次 是 优秀, 等次 不是 差、合格"""

    attribute: Name
    values: tuple[Name | Text | Quantity, ...]
    is_negated: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compares:
    """时长 ≥ 2 小时, 星级 不低于 三星, 到期日 ≥ 2023-07-01"""

    attribute: Name
    comparison: Comparison
    bound: Quantity | Name | Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Occurred:
    """发生日期 ≥ 2023-07-01"""

    kind: RulingDate
    comparison: Comparison
    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoneOf:
    """没有 取消评优, 本年 没有 乱倒垃圾, 本年 没有 卫生检查 等次 差"""

    period: Period | None
    name: Name
    pairs: tuple[Pair, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OnRegister:
    """全年在册, 期末在册 (at-end), 全期在册 (period)"""

    word: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tally:
    """垃圾检查 结果 合格 占比, 志愿服务 时长 合计, 志愿服务 次数 (no `summed`)"""

    behaviour: Name
    pairs: tuple[Pair, ...]
    summed: Name | None
    is_share: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tallies:
    """本月 志愿服务 次数 ≥ 3 次"""

    period: Period
    tally: Tally
    bounded: Bounded
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TallyIs:
    """A tally with its bound, of periods that the words before it name"""

    tally: Tally
    bounded: Bounded
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InARow:
    """连续 3 个月 …; `period` is None for 连续 2 次"""

    count: Number
    period: Period | None
    each: TallyIs | NoneOf
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bare:
    """低保, 取消评优: a yes/no attribute or a flag"""

    name: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Measures:
    """积分 历年累计 ≥ 100 分, 积分 上年末 余额 ≥ 100 分"""

    account: Name
    at: ClosedDay | None
    measure: Measure
    bounded: Bounded
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PastGrade:
    """星级 上年末 不低于 四星; 星级 前一日 是 四星、五星 (comparison None)"""

    grade: Name
    at: ClosedDay
    comparison: Comparison | None
    levels: tuple[Name | Text, ...]
    is_negated: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ranked:
    """红榜 前 3 名"""

    board: Name
    rank: Number
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not:
    """非 …"""

    item: "Condition"
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class And:
    """… 且 …"""

    items: "tuple[Condition, ...]"
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Or:
    """… 或 …"""

    items: "tuple[Condition, ...]"
    span: Span


Condition: TypeAlias = (
    BehaviourIs
    | Is
    | Compares
    | Occurred
    | NoneOf
    | Bare
    | Measures
    | Ranked
    | OnRegister
    | Tallies
    | InARow
    | PastGrade
    | Not
    | And
    | Or
)

# ---- 条款


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unscored:
    """不计分，因为「…」; the reason is missed where it is meant, not in the grammar"""

    reason: Text | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ByWhom:
    """由 评议会, 由「红白理事会」"""

    who: Name | Text
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Manual:
    """人工评议，由 评议会，因为「…」"""

    by_whom: ByWhom | None
    reason: Text | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Draft:
    """待定，因为「…」: a clause that is not worked out yet"""

    reason: Text | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SituationGuard:
    """卫生检查 等次 优秀 且 低保 的"""

    situation: Situation
    conditions: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnyGuard:
    """有下列情形之一的：…、…"""

    situations: tuple[Situation, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WhenGuard:
    """当 … 时"""

    condition: Condition
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsGuard:
    """积分 本年累计扣分 达到 10 分 的: points at a day's end, whatever record moved them"""

    account: Name
    measure: Measure
    bounded: Bounded
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StreakGuard:
    """连续 2 次 卫生检查 等次 差 的; `period` is None for 次"""

    count: Number
    period: Period | None
    situation: Situation
    span: Span


RecordGuard: TypeAlias = SituationGuard | AnyGuard | WhenGuard | StreakGuard
Guard: TypeAlias = RecordGuard | PointsGuard


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParameterUse:
    """单次分值 in place of an amount"""

    name: str
    span: Span


Amount: TypeAlias = Quantity | ParameterUse


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Constant:
    """每次 加 5 分"""

    direction: Direction
    amount: Amount
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PerQuantity:
    """每满 1 小时 加 2 分"""

    is_full: bool
    quantity: Quantity
    direction: Direction
    amount: Amount
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Running:
    """本年累计, 历年累计"""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ByTable:
    """按 级别 加：…; its rows, the first one too, are tails of the sentence"""

    attributes: tuple[Name, ...]
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BySum:
    """按 本年累计 金额 累进 加：…; `attribute` is None for 次数"""

    running: Running | None
    attribute: Name | None
    is_progressive: bool
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ByTally:
    """按 本月 志愿服务 时长 合计 加：…; its rows, the first one too, are tails of the sentence"""

    period: Period
    tally: Tally
    is_stepped: bool
    is_progressive: bool
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Discretion:
    """由 评议会 酌情 加 1 到 5 分, 由 评议会 酌情 扣 10 分 到 加 5 分"""

    decider: Name
    direction: Direction
    upper_direction: Direction
    lowest: Quantity
    highest: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NamedRow:
    """国家级 100 分, or a flag that opens, with its duration or without"""

    name: Name
    quantity: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PairRow:
    """区级 第一 5 分"""

    first: Name
    second: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GroupRow:
    """区级：第一 5 分; the rows after it belong to the same group"""

    first: Name
    second: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StepRow:
    """10 小时起 2 分"""

    bounded: Bounded
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BracketRow:
    """0 元起 每满 100 元 1 分"""

    bounded: Bounded
    is_full: bool
    step: Quantity
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LinearRow:
    """每满 4 小时 1 分"""

    is_full: bool
    step: Quantity
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OtherwiseRow:
    """其余 1 分, 其余 不加分 (None)"""

    quantity: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ByRole:
    """按 角色 扣：…; its rows, the first one too, are tails of the sentence"""

    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AccountAmount:
    """积分 加 5 分: what one account gets, others having amounts of their own"""

    account: Name
    direction: Direction
    amount: Amount
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Receiver:
    """本人, 户主, 配偶, 各方, or a role (a name)"""

    who: Name | str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenTo:
    """计给 户主, 计给 书记、主任"""

    receivers: tuple[Receiver, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Multiplied:
    """乘 人数, 乘 在册人数 (None)"""

    attribute: Name | None
    span: Span


Row: TypeAlias = LinearRow | NamedRow | PairRow | GroupRow | StepRow | BracketRow | OtherwiseRow


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LadderStep:
    """一年内 第 2 次 扣 5 分, 第 3 次起 每次 扣 10 分, 第 1 次 警告; there no `amount`"""

    window: "Rolling | Calendar | StillValid | None"
    of_kind: bool
    ordinal: Number
    is_onward: bool
    is_warning: bool
    direction: Direction | None
    amount: Amount | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AlsoFlag:
    """并 取消评优"""

    row: NamedRow
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NextEnd:
    """次年末"""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DayOf:
    """整改验收 之日"""

    behaviours: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Withdrawn:
    """撤销为止"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FlagEnd:
    """至 本年末, 至 2024-06-30, 至 整改验收 之日: when the flag before it closes"""

    end: Period | NextEnd | Day | DayOf | Withdrawn
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clears:
    """撤销 一票否决"""

    flags: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Instead:
    """改扣 60 分: what replaces the effect of the flag that is withdrawn"""

    amount: Amount
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JudgedFirst:
    """直接判级优先"""

    span: Span


Effect: TypeAlias = (
    Constant
    | PerQuantity
    | ByTable
    | BySum
    | ByRole
    | AccountAmount
    | Discretion
    | LadderStep
    | NamedRow
    | Clears
    | ByTally
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unlimited:
    """不设上限"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StillValid:
    """有效期内"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rolling:
    """一年内"""

    count: Number
    unit: DurationUnit
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Calendar:
    """本年内"""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Escalation:
    """一年内 同类 第 2 次起 加倍; `window` is None where it continues the one before it"""

    window: Rolling | Calendar | StillValid | None
    of_kind: bool
    ordinal: Number
    factor: Number
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Adds:
    """与 4.1 可叠加"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Precedes:
    """优先于 4.1"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Replaces:
    """替代 20.1"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reached:
    """取最高档, 各档累加"""

    is_highest: bool
    span: Span


Tail: TypeAlias = (
    Replaces
    | Limit
    | EntryValidity
    | ValidityRow
    | ValidityClock
    | Beyond
    | LastCounts
    | Unlimited
    | Escalation
    | BestOf
    | Adds
    | Precedes
    | Entered
    | Rounding
    | Reached
    | FlagEnd
    | AlsoFlag
    | LadderStep
    | BareBound
    | Continues
    | Afresh
    | Clears
    | Instead
    | JudgedFirst
    | GivenTo
    | Multiplied
    | AccountAmount
    | Row
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sentence:
    """Guard, effect, and whatever follows after commas"""

    guard: Guard
    effect: Effect
    tails: tuple[Tail, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SettlesEach:
    """每月 结算"""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SettlesYearly:
    """每年 1月15日 结算; `period` is the word before the day, which must be 每年"""

    period: Period
    day: MonthDay
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SettlesBy:
    """截至 2024-06-30, 截至 整改期限 (a date attribute)"""

    day: Day | Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Settlement:
    """A sentence evaluated at a date; `condition` is None where it asks nothing"""

    when: SettlesEach | SettlesYearly | SettlesBy
    condition: Condition | None
    effect: Effect
    tails: tuple[Tail, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clause:
    """条款 3.1 「…」 归入 环境卫生 …"""

    number: ClauseNumber
    text: Text | None
    category: Name | None
    body: Unscored | Manual | Draft | Sentence | Settlement
    span: Span


# ---- 等级, 激励


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rolled:
    """成员平均, 村 平均, 户主: points of members, read for whom they belong to"""

    kind: Literal["mean", "head"]
    subject_kind: SubjectKind | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Measured:
    """按 积分 本期, 按 成员平均 积分 本期，四舍五入到 0.1 分"""

    account: Name
    measure: Measure
    rolled: Rolled | None
    rounding: Rounding | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Band:
    """超过 160 分 五星"""

    bounded: Bounded
    level: NewName
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OtherwiseBand:
    """其余 二星"""

    level: NewName
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grade:
    """等级「星级」按 积分 本期：…"""

    name: Text
    measured: Measured
    bands: tuple[Band | OtherwiseBand, ...]
    span: Span


# ---- 榜单


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardMeasure:
    """按 积分 本期"""

    measured: Measured
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardGroup:
    """在 小组 内"""

    attribute: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardTop:
    """前 10 名 (unit None), 前 10%; 后 3 名"""

    is_top: bool
    number: Number
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardTies:
    """并列同名次"""

    ties: Ties
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardShare:
    """不足 1 户 进一"""

    bounded: Bounded
    mode: RoundingMode
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoardBound:
    """高于 0 分 的"""

    bounded: Bounded
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Restriction:
    """限 低保"""

    condition: Condition
    span: Span


BoardPart: TypeAlias = (
    BoardMeasure | BoardGroup | BoardTop | BoardTies | BoardShare | BoardBound | Restriction
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Board:
    """榜单「红榜」按 积分 本期 前 10 名，并列同名次"""

    name: Text
    parts: tuple[BoardPart, ...]
    span: Span


# ---- 激励


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Eligibility:
    """资格：…; None for 资格 不限"""

    condition: Condition | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BaseRate:
    """基准利率 5%"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RateMeasure:
    """按 积分 历年累计"""

    measured: Measured
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RateStart:
    """从 0 分起"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RateCut:
    """每 100 分 降 0.1 个百分点"""

    is_full: bool
    step: Quantity
    cut: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InProportion:
    """按比例"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RateRounding:
    """降幅舍去到 0.01 个百分点, 利率四舍五入到 0.01%"""

    of_cut: bool
    mode: RoundingMode
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LargestCut:
    """降幅最多 1 个百分点"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LowestRate:
    """最低利率 3.85%"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoLowestRate:
    """不设下限，因为「…」"""

    reason: Text
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LineBand:
    """120 分起 10 万元, 85 分起 15 到 20 万元; of a rate 80 分起 4.5%

    `least` is None where there is one amount; its unit is that of `quantity` where it has none.
    """

    bounded: Bounded
    least: Quantity | None
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RateTable:
    """利率 按 积分 本期：…; further bands follow as parts of their own"""

    measured: Measured
    band: LineBand
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LineByPoints:
    """额度 按 积分 本期：…; further bands follow as parts of their own"""

    measured: Measured
    band: LineBand
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LineDecided:
    """额度 由「…」核定"""

    decider: Text
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Validity:
    """报价 30 天内有效"""

    days: Number
    span: Span


LoanPart: TypeAlias = (
    Eligibility
    | BaseRate
    | RateMeasure
    | RateStart
    | RateCut
    | InProportion
    | RateRounding
    | LargestCut
    | LowestRate
    | NoLowestRate
    | RateTable
    | LineByPoints
    | LineBand
    | LineDecided
    | Validity
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Loan:
    """激励「村民积分贷」贷款 …"""

    name: Text
    parts: tuple[LoanPart, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Worth:
    """1 分 抵 1 元"""

    points: Quantity
    yuan: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Purse:
    """兑换积分 余额"""

    account: Name
    measure: Measure
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PurseOrder:
    """依次 (parts empty), 各半, 按 1 比 3"""

    parts: tuple[Number, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Purses:
    """从 兑换积分 余额 扣"""

    purses: tuple[Purse, ...]
    order: PurseOrder | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenDays:
    """每月 5 日、25 日 开放"""

    period: Period
    days: tuple[Number, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenWeekdays:
    """每周五 开放; Monday is 0"""

    weekdays: tuple[int, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenEdge:
    """每季度 最后 3 天 开放"""

    period: Period
    at_end: bool
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenSeason:
    """每年 1月10日 到 1月20日 开放"""

    period: Period
    first: MonthDay
    last: MonthDay
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenSpan:
    """2024-01-10 到 2024-01-20 开放"""

    first: date
    last: date
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenAlways:
    """随时 开放"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LeastBalance:
    """余额满 30 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LeastEach:
    """每次至少 10 分"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExchangeLimit:
    """每月最多 50 分"""

    period: Period
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Price:
    """「盐」2 分"""

    good: Text
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Prices:
    """价目：「盐」2 分; more prices follow as parts of their own"""

    price: Price
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TopUp:
    """不够的 按 1 分 补 1 元"""

    points: Quantity
    yuan: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DiscountRow:
    """四星 九折"""

    level: Name
    tenths: Number
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Discount:
    """按 星级：四星 九折; more rows follow as parts of their own"""

    grade: Name
    row: DiscountRow
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DiscountRounding:
    """折后价 进位到 1 分"""

    mode: RoundingMode
    quantity: Quantity
    span: Span


ExchangePart: TypeAlias = (
    Eligibility
    | Worth
    | Purses
    | OpenDays
    | OpenWeekdays
    | OpenEdge
    | OpenSeason
    | OpenSpan
    | OpenAlways
    | LeastBalance
    | LeastEach
    | ExchangeLimit
    | Prices
    | Price
    | TopUp
    | Discount
    | DiscountRow
    | DiscountRounding
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exchange:
    """激励「积分超市」兑换 …"""

    name: Text
    parts: tuple[ExchangePart, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Honour:
    """激励「星级文明户」荣誉：资格 …"""

    name: Text
    subject: SubjectKind | None
    parts: tuple[Eligibility, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PoolTotal:
    """总额 5 万元"""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PoolMeasure:
    """按 积分 本年得分 分配"""

    measured: Measured
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PoolRounding:
    """舍去到 1 元"""

    mode: RoundingMode
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PoolRemainder:
    """余款 留存, 余款 归 最高者"""

    is_kept: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PoolTies:
    """并列按编号"""

    ties: Ties
    span: Span


PoolPart: TypeAlias = (
    Eligibility | PoolTotal | PoolMeasure | PoolRounding | PoolRemainder | PoolTies
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pool:
    """激励「年底分红」分红 …"""

    name: Text
    parts: tuple[PoolPart, ...]
    span: Span


# ---- 例


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Collective:
    """组「一组」, 村「白果村」"""

    kind: SubjectKind
    id: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Who:
    """「张家」, 「张家」的「张三」"""

    household: str
    person: str | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Party:
    """书记「王家」的「王五」"""

    role: Name
    who: Who
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parties:
    """当事人 书记「王家」的「王五」、主任「赵家」的「赵六」"""

    items: tuple[Party, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Decided:
    """由 评议会 酌情 加 3 分"""

    decider: Name
    direction: Direction
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Event:
    """「张家」2023-07-03 卫生检查 等次 优秀"""

    who: Who | Collective
    day: Day
    behaviour: Name
    pairs: tuple[Pair, ...]
    parties: Parties | None
    decided: Decided | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenFacts:
    """「张家」人数 4 人"""

    who: Who | Collective
    pairs: tuple[Pair, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenRelation:
    """「张家」户主「张三」, 「张家」的「张三」父母「张一」、「张二」"""

    who: Who
    relation: str
    persons: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenMeasure:
    """「李家」积分 历年累计 583 分"""

    who: Who
    account: Name
    measure: Measure
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenSpending:
    """「张家」2023-09-05 从 积分 兑换 20 分"""

    who: Who
    day: Day
    account: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenListed:
    """「李家」自 2023-12-01 起 在册; `since` is None for all along"""

    who: Who
    since: Day | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SettledOn:
    """截至 2023-12-31"""

    day: Day
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsPoints:
    """加 2 分, 积分 加 2 分, 不加分 (quantity None)"""

    account: Name | None
    direction: Direction
    quantity: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsClause:
    """依据 3.1"""

    number: ClauseNumber
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsLimit:
    """因为 每月最多加 12 分"""

    limit: Limit
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsName:
    """取消评优 (a flag), 星级 三星 (a grade and its level)"""

    name: Name
    level: Name | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsMeasure:
    """积分 余额 112 分"""

    account: Name
    measure: Measure
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsPlace:
    """红榜 第 1 名"""

    board: Name
    rank: Number
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsRate:
    """村民积分贷 利率 4.42%"""

    loan: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsLine:
    """村民积分贷 额度 10 万元"""

    loan: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsIneligible:
    """村民积分贷 不符合资格"""

    loan: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsEligible:
    """星级文明户 符合资格"""

    incentive: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsPrice:
    """积分超市 「盐」2 分"""

    exchange: Name
    good: Text
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsShare:
    """年底分红 1200 元"""

    pool: Name
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsNoMatch:
    """不计分"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectsRefusal:
    """不予受理"""

    span: Span


Given: TypeAlias = Event | GivenFacts | GivenRelation | GivenMeasure | GivenListed | GivenSpending
Expectation: TypeAlias = (
    ExpectsPoints
    | ExpectsClause
    | ExpectsLimit
    | ExpectsName
    | ExpectsMeasure
    | ExpectsPlace
    | ExpectsRate
    | ExpectsLine
    | ExpectsIneligible
    | ExpectsEligible
    | ExpectsPrice
    | ExpectsShare
    | ExpectsNoMatch
    | ExpectsRefusal
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Example:
    """例「…」假如 … 当 … 那么 …"""

    title: Text
    givens: tuple[Given, ...]
    asked: tuple[Event, ...]
    settled_on: SettledOn | None
    expectations: tuple[Expectation, ...]
    span: Span


# ---- 沿用: what a village changes of a template, and how far it may


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Amendment:
    """修改 条款 3.1 …: the whole clause anew"""

    clause: Clause
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Deletion:
    """删除 条款 4，因为「…」"""

    numbers: tuple[ClauseNumber, ...]
    reason: Text | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Locked:
    """不得修改 条款 9、10, or 只可修改 条款 3: all others are locked"""

    is_open: bool
    numbers: tuple[ClauseNumber, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OwnCount:
    """最多 5 项, 加分最多 5 项; `direction` is None where both are counted together"""

    direction: Direction | None
    number: Number
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OwnAmount:
    """每项最多 2 分, 每项最多扣 2 分; `direction` is None where it bounds both"""

    direction: Direction | None
    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OwnUnbounded:
    """不限"""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OwnClauses:
    """自设 最多 5 项，每项最多 2 分"""

    parts: tuple[OwnCount | OwnAmount | OwnUnbounded, ...]
    span: Span


# ---- the whole


BlockNode: TypeAlias = (
    Edition
    | Year
    | Vocabulary
    | Parameter
    | Account
    | Category
    | ClauseGroup
    | Clause
    | Review
    | Grade
    | Board
    | Loan
    | Exchange
    | Honour
    | Pool
    | Example
    | Amendment
    | Deletion
    | Locked
    | OwnClauses
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Block:
    """A block; where `is_whole` is False, parts of it were unreadable and were reported."""

    node: BlockNode
    is_whole: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RulesetSyntax:
    """The blocks of one file that could be read, in order.

    `lost_names` were declared somewhere in a part that could not be read, `lost_clauses` are the
    numbers of clauses that could not: what they mean is not known, and not to be complained about.
    """

    file: str
    blocks: tuple[Block, ...]
    lost_names: frozenset[str]
    lost_clauses: frozenset[str]
    is_whole: bool
