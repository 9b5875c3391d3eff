"""The ruleset as its author wrote it: one frozen class per production, each with its span.

Names are not resolved here and units not compared: a tree says what stands where, no more. Nodes
are compared by identity: two clauses in the same words are still two.
"""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

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


class Text(Struct, frozen=True, eq=False):
    """Quoted words; pieces in a row are joined."""

    text: str
    span: Span


class Name(Struct, frozen=True, eq=False):
    """A declared name where it is used; one that is not declared was reported already."""

    text: str
    span: Span
    is_declared: bool


class NewName(Struct, frozen=True, eq=False):
    """A name where it is declared."""

    text: str
    span: Span
    is_quoted: bool


class ClauseNumber(Struct, frozen=True, eq=False):
    """The number of a clause or a version; text, so that 3.10 is not 3.1."""

    text: str
    span: Span


class Quantity(Struct, frozen=True, eq=False):
    """A number with its unit; the unit is '' where an unreadable one was reported already."""

    number: Number
    unit: str
    span: Span


class Day(Struct, frozen=True, eq=False):
    """A date."""

    day: date
    span: Span


# ---- 细则, 年度, 评议


class Version(Struct, frozen=True, eq=False):
    """版本 2023.1"""

    number: ClauseNumber
    span: Span


class InForce(Struct, frozen=True, eq=False):
    """自 2023-06-01 起施行"""

    day: Day
    span: Span


class InForceUntil(Struct, frozen=True, eq=False):
    """至 2024-05-31 止"""

    day: Day
    span: Span


class Basis(Struct, frozen=True, eq=False):
    """依据「…」"""

    text: Text
    span: Span


class Passed(Struct, frozen=True, eq=False):
    """通过「村民会议」2023-05-20"""

    body: Text
    day: Day
    span: Span


class Attendance(Struct, frozen=True, eq=False):
    """应到、实到、赞成 so many people"""

    kind: Literal["ENTITLED", "PRESENT", "IN_FAVOUR"]
    quantity: Quantity
    span: Span


class Filed(Struct, frozen=True, eq=False):
    """备案「…」2023-05-25"""

    authority: Text
    day: Day
    span: Span


class UsesTemplate(Struct, frozen=True, eq=False):
    """沿用「县标准」2020.1"""

    title: Text
    version: ClauseNumber
    span: Span


EditionPart: TypeAlias = (
    Version | InForce | InForceUntil | Basis | Passed | Attendance | Filed | UsesTemplate
)


class Edition(Struct, frozen=True, eq=False):
    """细则「…」"""

    title: Text
    parts: tuple[EditionPart, ...]
    span: Span


class Year(Struct, frozen=True, eq=False):
    """年度 自 1月1日 起"""

    start: MonthDay
    span: Span


class Approved(Struct, frozen=True, eq=False):
    """审核通过"""

    span: Span


class Notice(Struct, frozen=True, eq=False):
    """公示满 3 天"""

    length: Quantity
    span: Span


class NoObjection(Struct, frozen=True, eq=False):
    """无未决异议"""

    span: Span


class Stage(Struct, frozen=True, eq=False):
    """评分组 初审: a declared body, or one that is quoted"""

    body: Name | Text
    word: StageWord
    span: Span


class Stages(Struct, frozen=True, eq=False):
    """经 评分组 初审、乡镇 复核 通过"""

    stages: tuple[Stage, ...]
    span: Span


class Recuses(Struct, frozen=True, eq=False):
    """审核人 须回避 本人、配偶，违者 退回; each of `kin` with its place"""

    kin: tuple[tuple[Kin, Span], ...]
    refuses: bool
    span: Span


Requirement: TypeAlias = Approved | Stages | Notice | NoObjection


class CountsWhen(Struct, frozen=True, eq=False):
    """审核通过，公示满 3 天，无未决异议 的，计分"""

    requirements: tuple[Requirement, ...]
    span: Span


class FilingDeadline(Struct, frozen=True, eq=False):
    """申报期限 30 天; `gains_only` where it says 加分 申报期限"""

    length: Quantity
    gains_only: bool
    span: Span


class RulingDateIs(Struct, frozen=True, eq=False):
    """按 发生日期 归期"""

    kind: RulingDate
    span: Span


ReviewPart: TypeAlias = CountsWhen | RulingDateIs | FilingDeadline | Recuses


class Review(Struct, frozen=True, eq=False):
    """评议：…"""

    parts: tuple[ReviewPart, ...]
    span: Span


# ---- 词表, 参数


class UnitType(Struct, frozen=True, eq=False):
    """时长：小时"""

    unit: str
    span: Span


class KindType(Struct, frozen=True, eq=False):
    """小组：文本"""

    kind: Literal["text", "yes-no", "date"]
    span: Span


class ValuesType(Struct, frozen=True, eq=False):
    """等次：优秀、良好"""

    values: tuple[NewName, ...]
    span: Span


class Attribute(Struct, frozen=True, eq=False):
    """An attribute with its type; `is_optional` where it says 可不填."""

    name: NewName
    type: UnitType | KindType | ValuesType
    is_optional: bool
    span: Span


class Behaviour(Struct, frozen=True, eq=False):
    """One behaviour of a list."""

    name: NewName
    attributes: tuple[Attribute, ...]
    span: Span


class Behaviours(Struct, frozen=True, eq=False):
    """行为 …、…"""

    items: tuple[Behaviour, ...]
    span: Span


class Aliases(Struct, frozen=True, eq=False):
    """又称 …: further names of the behaviour before it"""

    names: tuple[NewName, ...]
    span: Span


class SubjectAttributes(Struct, frozen=True, eq=False):
    """户（人数：人）"""

    kind: SubjectKind
    attributes: tuple[Attribute, ...]
    span: Span


class NameList(Struct, frozen=True, eq=False):
    """判定, 评议人, 角色 or 单位 with the names it declares"""

    kind: Literal["flags", "deciders", "roles", "units"]
    names: tuple[NewName, ...]
    span: Span


class HoldsGains(Struct, frozen=True, eq=False):
    """暂停加分, 兑换积分 暂停加分: what the flags declared before it do"""

    account: Name | None
    span: Span


class LowersPoints(Struct, frozen=True, eq=False):
    """本期清零, 余额清零 (to None), 本期降至 60 分"""

    account: Name | None
    measure: Measure
    to: Quantity | None
    span: Span


class BoundsGrade(Struct, frozen=True, eq=False):
    """等级不高于 三星, 星级 不高于 三星"""

    grade: Name | None
    comparison: Comparison
    level: NewName
    span: Span


FlagEffect: TypeAlias = HoldsGains | LowersPoints | BoundsGrade
VocabularyEntry: TypeAlias = Behaviours | Aliases | SubjectAttributes | NameList | FlagEffect


class Vocabulary(Struct, frozen=True, eq=False):
    """词表"""

    entries: tuple[VocabularyEntry, ...]
    span: Span


class Adjustable(Struct, frozen=True, eq=False):
    """可在 2 到 5 分 之间自定"""

    lowest: Quantity
    highest: Quantity
    span: Span


class Parameter(Struct, frozen=True, eq=False):
    """参数「单次分值」：5 分"""

    name: Text
    quantity: Quantity
    adjustable: Adjustable | None
    span: Span


# ---- 账户, 类别, 上限


class AccountStart(Struct, frozen=True, eq=False):
    """1月1日 起算; 每月 1 日 起算, 每季 起算: what is not written is None"""

    every: Period | None
    start: MonthDay | None
    day: Number | None
    span: Span


class Base(Struct, frozen=True, eq=False):
    """基础 100 分"""

    quantity: Quantity
    span: Span


class NewcomerBase(Struct, frozen=True, eq=False):
    """新户基础 50 分"""

    quantity: Quantity
    span: Span


class ProRata(Struct, frozen=True, eq=False):
    """当月起 按月折算"""

    first: MonthsFrom | None
    span: Span


class Precision(Struct, frozen=True, eq=False):
    """精确到 0.1 分"""

    quantity: Quantity
    span: Span


class RunningFloor(Struct, frozen=True, eq=False):
    """扣完为止"""

    span: Span


class ClosingFloor(Struct, frozen=True, eq=False):
    """期末 低于 0 分 按 0 分计"""

    below: Quantity
    to: Quantity
    span: Span


class ClosingCeiling(Struct, frozen=True, eq=False):
    """期末 高于 120 分 按 120 分计"""

    above: Quantity
    to: Quantity
    span: Span


class PeriodEnd(Struct, frozen=True, eq=False):
    """期末清零, 期末 正分清零, 期末 负分清零, 期末结转 50%, 长期累积"""

    kind: Literal["RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP"]
    share: Quantity | None
    span: Span


class CarryAtMost(Struct, frozen=True, eq=False):
    """期末 最多结转 100 分"""

    quantity: Quantity
    span: Span


class Debts(Struct, frozen=True, eq=False):
    """欠分全部结转, 欠分不结转, 欠分同样折算"""

    carry: DebtCarry
    span: Span


class Limit(Struct, frozen=True, eq=False):
    """每月最多加 12 分; `direction` is None where the author wrote neither 加 nor 扣"""

    matter: "Matter"
    period: Period
    direction: Direction | None
    quantity: Quantity
    refuses: bool
    span: Span


class Matter(Struct, frozen=True, eq=False):
    """同一 项目, 按人, 按人 同一 项目; `span` is None where nothing is written"""

    attributes: tuple[Name, ...]
    by_person: bool
    span: Span | None


class LastCounts(Struct, frozen=True, eq=False):
    """以最后一次为准, of the limit before it"""

    span: Span


class NetLimit(Struct, frozen=True, eq=False):
    """合计最多 60 分"""

    quantity: Quantity
    span: Span


class Beyond(Struct, frozen=True, eq=False):
    """超出不计, of the limit before it"""

    span: Span


class Entered(Struct, frozen=True, eq=False):
    """记入 积分、兑换积分"""

    accounts: tuple[Name, ...]
    span: Span


class BestOf(Struct, frozen=True, eq=False):
    """同一 事项 取最高; `period` where it says 本年内"""

    period: Period | None
    matter: Matter
    span: Span


class OpenDeductions(Struct, frozen=True, eq=False):
    """未整改 的 扣分 结转"""

    flag: Name
    span: Span


class Rounding(Struct, frozen=True, eq=False):
    """舍去到 0.1 分"""

    mode: RoundingMode
    quantity: Quantity
    span: Span


class Bounded(Struct, frozen=True, eq=False):
    """≥ 2 小时, 2 小时以上"""

    comparison: Comparison
    quantity: Quantity
    span: Span


class ValidityRow(Struct, frozen=True, eq=False):
    """国家级 5 年, 10 分以上 2 年, 其余 长期有效

    Neither name nor bound is 其余; no quantity is 长期有效.
    """

    name: Name | None
    bounded: Bounded | None
    quantity: Quantity | None
    span: Span


class EntryValidity(Struct, frozen=True, eq=False):
    """有效期 1 年, 长期有效, 有效期 按 级别：…, 有效期：…: the last two have their first row"""

    quantity: Quantity | None
    attribute: Name | None
    row: ValidityRow | None
    span: Span


class ValidityClock(Struct, frozen=True, eq=False):
    """自 拆除日期 之日起"""

    attribute: Name
    span: Span


class RunningCeiling(Struct, frozen=True, eq=False):
    """加满 100 分 为止"""

    quantity: Quantity
    span: Span


class BareBound(Struct, frozen=True, eq=False):
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


class Continues(Struct, frozen=True, eq=False):
    """接续 3.1, and of a category 接续「环境整治」"""

    predecessor: ClauseNumber | Text
    span: Span


class Afresh(Struct, frozen=True, eq=False):
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


class Account(Struct, frozen=True, eq=False):
    """账户「积分」按户：…"""

    name: Text
    subject_kind: SubjectKind
    population: "Restriction | None"
    parts: tuple[AccountPart, ...]
    span: Span


class Category(Struct, frozen=True, eq=False):
    """类别「环境卫生」：…"""

    name: Text
    parts: tuple[CategoryPart, ...]
    span: Span


class ClauseGroup(Struct, frozen=True, eq=False):
    """同组「同一荣誉」：3.1、3.2、5.1；同一 事项 取最高"""

    name: Text
    clauses: tuple[ClauseNumber, ...]
    best_of: BestOf
    span: Span


# ---- conditions


class YesNo(Struct, frozen=True, eq=False):
    """是, 否 as a value"""

    is_yes: bool
    span: Span


PairValue: TypeAlias = Name | Text | Day | YesNo | Quantity | Bounded


class Pair(Struct, frozen=True, eq=False):
    """等次 优秀"""

    attribute: Name
    value: PairValue
    span: Span


class Situation(Struct, frozen=True, eq=False):
    """卫生检查 等次 优秀"""

    behaviour: Name
    pairs: tuple[Pair, ...]
    span: Span


class BehaviourIs(Struct, frozen=True, eq=False):
    """行为 是 …, 行为 属于 …、…"""

    behaviours: tuple[Name, ...]
    is_negated: bool
    span: Span


class Is(Struct, frozen=True, eq=False):
    """等次 是 优秀, 等次 不是 差、合格"""

    attribute: Name
    values: tuple[Name | Text | Quantity, ...]
    is_negated: bool
    span: Span


class Compares(Struct, frozen=True, eq=False):
    """时长 ≥ 2 小时, 星级 不低于 三星, 到期日 ≥ 2023-07-01"""

    attribute: Name
    comparison: Comparison
    bound: Quantity | Name | Day
    span: Span


class DaysAfter(Struct, frozen=True, eq=False):
    """后 7 天"""

    quantity: Quantity
    span: Span


class ComparesDays(Struct, frozen=True, eq=False):
    """答复日 不晚于 发生日期 后 7 天, 发生日期 不晚于 期限"""

    left: Name | RulingDate
    comparison: Comparison
    other: Name | RulingDate
    after: DaysAfter | None
    span: Span


class Occurred(Struct, frozen=True, eq=False):
    """发生日期 ≥ 2023-07-01"""

    kind: RulingDate
    comparison: Comparison
    day: Day
    span: Span


class NoneOf(Struct, frozen=True, eq=False):
    """没有 取消评优, 本年 没有 乱倒垃圾, 本年 没有 卫生检查 等次 差"""

    period: Period | None
    name: Name
    pairs: tuple[Pair, ...]
    span: Span


class OnRegister(Struct, frozen=True, eq=False):
    """全年在册, 期末在册 (at-end), 全期在册 (period)"""

    word: str
    span: Span


class Tally(Struct, frozen=True, eq=False):
    """垃圾检查 结果 合格 占比, 志愿服务 时长 合计, 月评 分数 平均, 志愿服务 次数 (no `summed`)"""

    behaviour: Name
    pairs: tuple[Pair, ...]
    summed: Name | None
    is_share: bool
    is_mean: bool
    span: Span


class Tallies(Struct, frozen=True, eq=False):
    """本月 志愿服务 次数 ≥ 3 次"""

    period: Period
    tally: Tally
    bounded: Bounded
    span: Span


class TallyIs(Struct, frozen=True, eq=False):
    """A tally with its bound, of periods that the words before it name"""

    tally: Tally
    bounded: Bounded
    span: Span


class InARow(Struct, frozen=True, eq=False):
    """连续 3 个月 …; `period` is None for 连续 2 次"""

    count: Number
    period: Period | None
    each: TallyIs | NoneOf
    span: Span


class Bare(Struct, frozen=True, eq=False):
    """低保, 取消评优: a yes/no attribute or a flag"""

    name: Name
    span: Span


class Measures(Struct, frozen=True, eq=False):
    """积分 历年累计 ≥ 100 分, 积分 上年末 余额 ≥ 100 分"""

    account: Name
    at: ClosedDay | None
    measure: Measure
    bounded: Bounded
    span: Span


class PastGrade(Struct, frozen=True, eq=False):
    """星级 上年末 不低于 四星; 星级 前一日 是 四星、五星 (comparison None)"""

    grade: Name
    at: ClosedDay
    comparison: Comparison | None
    levels: tuple[Name | Text, ...]
    is_negated: bool
    span: Span


class Ranked(Struct, frozen=True, eq=False):
    """红榜 前 3 名"""

    board: Name
    rank: Number
    span: Span


class Not(Struct, frozen=True, eq=False):
    """非 …"""

    item: "Condition"
    span: Span


class And(Struct, frozen=True, eq=False):
    """… 且 …"""

    items: "tuple[Condition, ...]"
    span: Span


class Or(Struct, frozen=True, eq=False):
    """… 或 …"""

    items: "tuple[Condition, ...]"
    span: Span


Condition: TypeAlias = (
    BehaviourIs
    | Is
    | Compares
    | ComparesDays
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


class Unscored(Struct, frozen=True, eq=False):
    """不计分，因为「…」; the reason is missed where it is meant, not in the grammar"""

    reason: Text | None
    span: Span


class ByWhom(Struct, frozen=True, eq=False):
    """由 评议会, 由「红白理事会」"""

    who: Name | Text
    span: Span


class Manual(Struct, frozen=True, eq=False):
    """人工评议，由 评议会，因为「…」"""

    by_whom: ByWhom | None
    reason: Text | None
    span: Span


class Draft(Struct, frozen=True, eq=False):
    """待定，因为「…」: a clause that is not worked out yet"""

    reason: Text | None
    span: Span


class SituationGuard(Struct, frozen=True, eq=False):
    """卫生检查 等次 优秀 且 低保 的"""

    situation: Situation
    conditions: tuple[Condition, ...]
    span: Span


class AnyGuard(Struct, frozen=True, eq=False):
    """有下列情形之一的：…、…"""

    situations: tuple[Situation, ...]
    span: Span


class WhenGuard(Struct, frozen=True, eq=False):
    """当 … 时"""

    condition: Condition
    span: Span


class PointsGuard(Struct, frozen=True, eq=False):
    """积分 本年累计扣分 达到 10 分 的: points at a day's end, whatever record moved them"""

    account: Name
    measure: Measure
    bounded: Bounded
    span: Span


class StreakGuard(Struct, frozen=True, eq=False):
    """连续 2 次 卫生检查 等次 差 的; `period` is None for 次"""

    count: Number
    period: Period | None
    situation: Situation
    span: Span


RecordGuard: TypeAlias = SituationGuard | AnyGuard | WhenGuard | StreakGuard
Guard: TypeAlias = RecordGuard | PointsGuard


class ParameterUse(Struct, frozen=True, eq=False):
    """单次分值 in place of an amount"""

    name: str
    span: Span


Amount: TypeAlias = Quantity | ParameterUse


class Constant(Struct, frozen=True, eq=False):
    """每次 加 5 分"""

    direction: Direction
    amount: Amount
    span: Span


class PerQuantity(Struct, frozen=True, eq=False):
    """每满 1 小时 加 2 分"""

    is_full: bool
    quantity: Quantity
    direction: Direction
    amount: Amount
    span: Span


class Running(Struct, frozen=True, eq=False):
    """本年累计, 历年累计"""

    period: Period
    span: Span


class ByTable(Struct, frozen=True, eq=False):
    """按 级别 加：…; its rows, the first one too, are tails of the sentence"""

    attributes: tuple[Name, ...]
    direction: Direction
    span: Span


class ByRunningSum(Struct, frozen=True, eq=False):
    """按 本年累计 金额 累进 加：…; `attribute` is None for 次数"""

    running: Running | None
    attribute: Name | None
    is_progressive: bool
    direction: Direction
    span: Span


class ByTally(Struct, frozen=True, eq=False):
    """按 本月 志愿服务 时长 合计 加：…; its rows, the first one too, are tails of the sentence"""

    period: Period
    tally: Tally
    is_stepped: bool
    is_progressive: bool
    direction: Direction
    span: Span


class Discretion(Struct, frozen=True, eq=False):
    """由 评议会 酌情 加 1 到 5 分, 由 评议会 酌情 扣 10 分 到 加 5 分"""

    decider: Name
    direction: Direction
    upper_direction: Direction
    lowest: Quantity
    highest: Quantity
    span: Span


class NamedRow(Struct, frozen=True, eq=False):
    """国家级 100 分, or a flag that opens, with its duration or without"""

    name: Name
    quantity: Quantity | None
    span: Span


class PairRow(Struct, frozen=True, eq=False):
    """区级 第一 5 分"""

    first: Name
    second: Name
    quantity: Quantity
    span: Span


class GroupRow(Struct, frozen=True, eq=False):
    """区级：第一 5 分; the rows after it belong to the same group"""

    first: Name
    second: Name
    quantity: Quantity
    span: Span


class StepRow(Struct, frozen=True, eq=False):
    """10 小时起 2 分"""

    bounded: Bounded
    quantity: Quantity
    span: Span


class BracketRow(Struct, frozen=True, eq=False):
    """0 元起 每满 100 元 1 分"""

    bounded: Bounded
    is_full: bool
    step: Quantity
    quantity: Quantity
    span: Span


class LinearRow(Struct, frozen=True, eq=False):
    """每满 4 小时 1 分"""

    is_full: bool
    step: Quantity
    quantity: Quantity
    span: Span


class OtherwiseRow(Struct, frozen=True, eq=False):
    """其余 1 分, 其余 不加分 (None)"""

    quantity: Quantity | None
    span: Span


class ByRole(Struct, frozen=True, eq=False):
    """按 角色 扣：…; its rows, the first one too, are tails of the sentence"""

    direction: Direction
    span: Span


class AccountAmount(Struct, frozen=True, eq=False):
    """积分 加 5 分: what one account gets, others having amounts of their own"""

    account: Name
    direction: Direction
    amount: Amount
    span: Span


class Receiver(Struct, frozen=True, eq=False):
    """本人, 户主, 配偶, 各方, or a role (a name)"""

    who: Name | str
    span: Span


class GivenTo(Struct, frozen=True, eq=False):
    """计给 户主, 计给 书记、主任; with `first_only` 计给 配偶 或 父母"""

    receivers: tuple[Receiver, ...]
    first_only: bool
    span: Span


class Multiplied(Struct, frozen=True, eq=False):
    """乘 人数, 乘 在册人数 (None)"""

    attribute: Name | None
    span: Span


Row: TypeAlias = LinearRow | NamedRow | PairRow | GroupRow | StepRow | BracketRow | OtherwiseRow


class LadderStep(Struct, frozen=True, eq=False):
    """一年内 第 2 次 扣 5 分, 第 3 次起 每次 扣 10 分, 第 1 次 警告; there no `amount`"""

    window: "Rolling | Calendar | StillValid | None"
    of_kind: bool
    ordinal: Number
    is_onward: bool
    is_warning: bool
    direction: Direction | None
    amount: Amount | None
    span: Span


class AlsoFlag(Struct, frozen=True, eq=False):
    """并 取消评优"""

    row: NamedRow
    span: Span


class NextEnd(Struct, frozen=True, eq=False):
    """次年末"""

    period: Period
    span: Span


class DayOf(Struct, frozen=True, eq=False):
    """整改验收 之日"""

    behaviours: tuple[Name, ...]
    span: Span


class Withdrawn(Struct, frozen=True, eq=False):
    """撤销为止"""

    span: Span


class FlagEnd(Struct, frozen=True, eq=False):
    """至 本年末, 至 2024-06-30, 至 整改验收 之日: when the flag before it closes"""

    end: Period | NextEnd | Day | DayOf | Withdrawn
    span: Span


class Clears(Struct, frozen=True, eq=False):
    """撤销 一票否决"""

    flags: tuple[Name, ...]
    span: Span


class Instead(Struct, frozen=True, eq=False):
    """改扣 60 分: what replaces the effect of the flag that is withdrawn"""

    amount: Amount
    span: Span


class JudgedFirst(Struct, frozen=True, eq=False):
    """直接判级优先"""

    span: Span


Effect: TypeAlias = (
    Constant
    | PerQuantity
    | ByTable
    | ByRunningSum
    | ByRole
    | AccountAmount
    | Discretion
    | LadderStep
    | NamedRow
    | Clears
    | ByTally
)


class Unlimited(Struct, frozen=True, eq=False):
    """不设上限"""

    span: Span


class StillValid(Struct, frozen=True, eq=False):
    """有效期内"""

    span: Span


class Rolling(Struct, frozen=True, eq=False):
    """一年内"""

    count: Number
    unit: DurationUnit
    span: Span


class Calendar(Struct, frozen=True, eq=False):
    """本年内"""

    period: Period
    span: Span


class Escalation(Struct, frozen=True, eq=False):
    """一年内 同类 第 2 次起 加倍; `window` is None where it continues the one before it"""

    window: Rolling | Calendar | StillValid | None
    of_kind: bool
    ordinal: Number
    factor: Number
    span: Span


class Adds(Struct, frozen=True, eq=False):
    """与 4.1 可叠加"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


class Precedes(Struct, frozen=True, eq=False):
    """优先于 4.1"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


class Replaces(Struct, frozen=True, eq=False):
    """替代 20.1"""

    numbers: tuple[ClauseNumber, ...]
    span: Span


class Reached(Struct, frozen=True, eq=False):
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


class Sentence(Struct, frozen=True, eq=False):
    """Guard, effect, and whatever follows after commas"""

    guard: Guard
    effect: Effect
    tails: tuple[Tail, ...]
    span: Span


class SettlesEach(Struct, frozen=True, eq=False):
    """每月 结算"""

    period: Period
    span: Span


class SettlesYearly(Struct, frozen=True, eq=False):
    """每年 1月15日 结算; `period` is the word before the day, which must be 每年"""

    period: Period
    day: MonthDay
    span: Span


class SettlesBy(Struct, frozen=True, eq=False):
    """截至 2024-06-30, 截至 整改期限 (a date attribute)"""

    day: Day | Name
    span: Span


class Settlement(Struct, frozen=True, eq=False):
    """A sentence evaluated at a date; `condition` is None where it asks nothing"""

    when: SettlesEach | SettlesYearly | SettlesBy
    condition: Condition | None
    effect: Effect
    tails: tuple[Tail, ...]
    span: Span


class Clause(Struct, frozen=True, eq=False):
    """条款 3.1 「…」 归入 环境卫生 …"""

    number: ClauseNumber
    text: Text | None
    category: Name | None
    body: Unscored | Manual | Draft | Sentence | Settlement
    span: Span


# ---- 等级, 激励


class Rolled(Struct, frozen=True, eq=False):
    """成员平均, 村 平均, 户主: points of members, read for whom they belong to"""

    kind: Literal["mean", "head"]
    subject_kind: SubjectKind | None
    span: Span


class Measured(Struct, frozen=True, eq=False):
    """按 积分 本期, 按 成员平均 积分 本期，四舍五入到 0.1 分"""

    account: Name
    measure: Measure
    rolled: Rolled | None
    rounding: Rounding | None
    span: Span


class Band(Struct, frozen=True, eq=False):
    """超过 160 分 五星"""

    bounded: Bounded
    level: NewName
    span: Span


class OtherwiseBand(Struct, frozen=True, eq=False):
    """其余 二星"""

    level: NewName
    span: Span


class Grade(Struct, frozen=True, eq=False):
    """等级「星级」按 积分 本期：…"""

    name: Text
    measured: Measured
    bands: tuple[Band | OtherwiseBand, ...]
    span: Span


# ---- 榜单


class BoardMeasure(Struct, frozen=True, eq=False):
    """按 积分 本期"""

    measured: Measured
    span: Span


class BoardGroup(Struct, frozen=True, eq=False):
    """在 小组 内"""

    attribute: Name
    span: Span


class BoardTop(Struct, frozen=True, eq=False):
    """前 10 名 (unit None), 前 10%; 后 3 名"""

    is_top: bool
    number: Number
    unit: str | None
    span: Span


class BoardTies(Struct, frozen=True, eq=False):
    """并列同名次"""

    ties: Ties
    span: Span


class BoardShare(Struct, frozen=True, eq=False):
    """不足 1 户 进一"""

    bounded: Bounded
    mode: RoundingMode
    span: Span


class BoardBound(Struct, frozen=True, eq=False):
    """高于 0 分 的"""

    bounded: Bounded
    span: Span


class Restriction(Struct, frozen=True, eq=False):
    """限 低保"""

    condition: Condition
    span: Span


BoardPart: TypeAlias = (
    BoardMeasure | BoardGroup | BoardTop | BoardTies | BoardShare | BoardBound | Restriction
)


class Board(Struct, frozen=True, eq=False):
    """榜单「红榜」按 积分 本期 前 10 名，并列同名次"""

    name: Text
    parts: tuple[BoardPart, ...]
    span: Span


# ---- 激励


class Eligibility(Struct, frozen=True, eq=False):
    """资格：…; None for 资格 不限"""

    condition: Condition | None
    span: Span


class BaseRate(Struct, frozen=True, eq=False):
    """基准利率 5%"""

    quantity: Quantity
    span: Span


class RateMeasure(Struct, frozen=True, eq=False):
    """按 积分 历年累计"""

    measured: Measured
    span: Span


class RateStart(Struct, frozen=True, eq=False):
    """从 0 分起"""

    quantity: Quantity
    span: Span


class RateCut(Struct, frozen=True, eq=False):
    """每 100 分 降 0.1 个百分点"""

    is_full: bool
    step: Quantity
    cut: Quantity
    span: Span


class InProportion(Struct, frozen=True, eq=False):
    """按比例"""

    span: Span


class RateRounding(Struct, frozen=True, eq=False):
    """降幅舍去到 0.01 个百分点, 利率四舍五入到 0.01%"""

    of_cut: bool
    mode: RoundingMode
    quantity: Quantity
    span: Span


class LargestCut(Struct, frozen=True, eq=False):
    """降幅最多 1 个百分点"""

    quantity: Quantity
    span: Span


class LowestRate(Struct, frozen=True, eq=False):
    """最低利率 3.85%"""

    quantity: Quantity
    span: Span


class NoLowestRate(Struct, frozen=True, eq=False):
    """不设下限，因为「…」"""

    reason: Text
    span: Span


class LineBand(Struct, frozen=True, eq=False):
    """120 分起 10 万元, 85 分起 15 到 20 万元; of a rate 80 分起 4.5%

    `least` is None where there is one amount; its unit is that of `quantity` where it has none.
    """

    bounded: Bounded
    least: Quantity | None
    quantity: Quantity
    span: Span


class RateTable(Struct, frozen=True, eq=False):
    """利率 按 积分 本期：…; further bands follow as parts of their own"""

    measured: Measured
    band: LineBand
    span: Span


class RateDecided(Struct, frozen=True, eq=False):
    """利率 由「…」核定"""

    decider: Text
    span: Span


class LineByPoints(Struct, frozen=True, eq=False):
    """额度 按 积分 本期：…; further bands follow as parts of their own"""

    measured: Measured
    band: LineBand
    span: Span


class LineDecided(Struct, frozen=True, eq=False):
    """额度 由「…」核定"""

    decider: Text
    span: Span


class Validity(Struct, frozen=True, eq=False):
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
    | RateDecided
    | LineByPoints
    | LineBand
    | LineDecided
    | Validity
)


class Loan(Struct, frozen=True, eq=False):
    """激励「村民积分贷」贷款 …"""

    name: Text
    parts: tuple[LoanPart, ...]
    span: Span


class Worth(Struct, frozen=True, eq=False):
    """1 分 抵 1 元"""

    points: Quantity
    yuan: Quantity
    span: Span


class Purse(Struct, frozen=True, eq=False):
    """兑换积分 余额"""

    account: Name
    measure: Measure
    span: Span


class PurseOrder(Struct, frozen=True, eq=False):
    """依次 (parts empty), 各半, 按 1 比 3"""

    parts: tuple[Number, ...]
    span: Span


class Purses(Struct, frozen=True, eq=False):
    """从 兑换积分 余额 扣"""

    purses: tuple[Purse, ...]
    order: PurseOrder | None
    span: Span


class OpenDays(Struct, frozen=True, eq=False):
    """每月 5 日、25 日 开放"""

    period: Period
    days: tuple[Number, ...]
    span: Span


class OpenWeekdays(Struct, frozen=True, eq=False):
    """每周五 开放; Monday is 0"""

    weekdays: tuple[int, ...]
    span: Span


class OpenEdge(Struct, frozen=True, eq=False):
    """每季度 最后 3 天 开放"""

    period: Period
    at_end: bool
    quantity: Quantity
    span: Span


class OpenSeason(Struct, frozen=True, eq=False):
    """每年 1月10日 到 1月20日 开放"""

    period: Period
    first: MonthDay
    last: MonthDay
    span: Span


class OpenSpan(Struct, frozen=True, eq=False):
    """2024-01-10 到 2024-01-20 开放"""

    first: date
    last: date
    span: Span


class OpenAlways(Struct, frozen=True, eq=False):
    """随时 开放"""

    span: Span


class LeastBalance(Struct, frozen=True, eq=False):
    """余额满 30 分"""

    quantity: Quantity
    span: Span


class LeastEach(Struct, frozen=True, eq=False):
    """每次至少 10 分"""

    quantity: Quantity
    span: Span


class ExchangeLimit(Struct, frozen=True, eq=False):
    """每月最多 50 分"""

    period: Period
    quantity: Quantity
    span: Span


class Price(Struct, frozen=True, eq=False):
    """「盐」2 分"""

    good: Text
    quantity: Quantity
    span: Span


class Prices(Struct, frozen=True, eq=False):
    """价目：「盐」2 分; more prices follow as parts of their own"""

    price: Price
    span: Span


class TopUp(Struct, frozen=True, eq=False):
    """不够的 按 1 分 补 1 元"""

    points: Quantity
    yuan: Quantity
    span: Span


class DiscountRow(Struct, frozen=True, eq=False):
    """四星 九折"""

    level: Name
    tenths: Number
    span: Span


class Discount(Struct, frozen=True, eq=False):
    """按 星级：四星 九折; more rows follow as parts of their own"""

    grade: Name
    row: DiscountRow
    span: Span


class DiscountRounding(Struct, frozen=True, eq=False):
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


class Exchange(Struct, frozen=True, eq=False):
    """激励「积分超市」兑换 …"""

    name: Text
    parts: tuple[ExchangePart, ...]
    span: Span


class Honour(Struct, frozen=True, eq=False):
    """激励「星级文明户」荣誉：资格 …"""

    name: Text
    subject: SubjectKind | None
    parts: tuple[Eligibility, ...]
    span: Span


class PoolTotal(Struct, frozen=True, eq=False):
    """总额 5 万元"""

    quantity: Quantity
    span: Span


class PoolMeasure(Struct, frozen=True, eq=False):
    """按 积分 本年得分 分配"""

    measured: Measured
    span: Span


class PoolRounding(Struct, frozen=True, eq=False):
    """舍去到 1 元"""

    mode: RoundingMode
    quantity: Quantity
    span: Span


class PoolRemainder(Struct, frozen=True, eq=False):
    """余款 留存, 余款 归 最高者"""

    is_kept: bool
    span: Span


class PoolTies(Struct, frozen=True, eq=False):
    """并列按编号"""

    ties: Ties
    span: Span


PoolPart: TypeAlias = (
    Eligibility | PoolTotal | PoolMeasure | PoolRounding | PoolRemainder | PoolTies
)


class Pool(Struct, frozen=True, eq=False):
    """激励「年底分红」分红 …"""

    name: Text
    parts: tuple[PoolPart, ...]
    span: Span


# ---- 例


class Collective(Struct, frozen=True, eq=False):
    """组「一组」, 村「白果村」"""

    kind: SubjectKind
    id: str
    span: Span


class Who(Struct, frozen=True, eq=False):
    """「张家」, 「张家」的「张三」"""

    household: str
    person: str | None
    span: Span


class Party(Struct, frozen=True, eq=False):
    """书记「王家」的「王五」, 组织者 组织「读书会」"""

    role: Name
    who: Who | Collective
    span: Span


class Parties(Struct, frozen=True, eq=False):
    """当事人 书记「王家」的「王五」、主任「赵家」的「赵六」"""

    items: tuple[Party, ...]
    span: Span


class Decided(Struct, frozen=True, eq=False):
    """由 评议会 酌情 加 3 分"""

    decider: Name
    direction: Direction
    quantity: Quantity
    span: Span


class Event(Struct, frozen=True, eq=False):
    """「张家」2023-07-03 卫生检查 等次 优秀"""

    who: Who | Collective
    day: Day
    behaviour: Name
    pairs: tuple[Pair, ...]
    parties: Parties | None
    decided: Decided | None
    span: Span


class GivenFacts(Struct, frozen=True, eq=False):
    """「张家」人数 4 人"""

    who: Who | Collective
    pairs: tuple[Pair, ...]
    span: Span


class GivenRelation(Struct, frozen=True, eq=False):
    """「张家」户主「张三」, 「张家」的「张三」父母「张一」、「张二」"""

    who: Who
    relation: str
    persons: tuple[str, ...]
    span: Span


class GivenMeasure(Struct, frozen=True, eq=False):
    """「李家」积分 历年累计 583 分, 村「白果村」村庄分 本期 90 分"""

    who: Who | Collective
    account: Name
    measure: Measure
    quantity: Quantity
    span: Span


class GivenSpending(Struct, frozen=True, eq=False):
    """「张家」2023-09-05 从 积分 兑换 20 分"""

    who: Who | Collective
    day: Day
    account: Name
    quantity: Quantity
    span: Span


class GivenListed(Struct, frozen=True, eq=False):
    """「李家」自 2023-12-01 起 在册; `since` is None for all along"""

    who: Who | Collective
    since: Day | None
    span: Span


class SettledOn(Struct, frozen=True, eq=False):
    """截至 2023-12-31"""

    day: Day
    span: Span


class ExpectsPoints(Struct, frozen=True, eq=False):
    """加 2 分, 积分 加 2 分, 不加分 (quantity None)"""

    account: Name | None
    direction: Direction
    quantity: Quantity | None
    span: Span


class ExpectsClause(Struct, frozen=True, eq=False):
    """依据 3.1"""

    number: ClauseNumber
    span: Span


class ExpectsLimit(Struct, frozen=True, eq=False):
    """因为 每月最多加 12 分"""

    limit: Limit
    span: Span


class ExpectsName(Struct, frozen=True, eq=False):
    """取消评优 (a flag), 星级 三星 (a grade and its level)"""

    name: Name
    level: Name | None
    span: Span


class ExpectsMeasure(Struct, frozen=True, eq=False):
    """积分 余额 112 分"""

    account: Name
    measure: Measure
    quantity: Quantity
    span: Span


class ExpectsPlace(Struct, frozen=True, eq=False):
    """红榜 第 1 名"""

    board: Name
    rank: Number
    span: Span


class ExpectsRate(Struct, frozen=True, eq=False):
    """村民积分贷 利率 4.42%"""

    loan: Name
    quantity: Quantity
    span: Span


class ExpectsLine(Struct, frozen=True, eq=False):
    """村民积分贷 额度 10 万元"""

    loan: Name
    quantity: Quantity
    span: Span


class ExpectsIneligible(Struct, frozen=True, eq=False):
    """村民积分贷 不符合资格"""

    loan: Name
    span: Span


class ExpectsEligible(Struct, frozen=True, eq=False):
    """星级文明户 符合资格"""

    incentive: Name
    span: Span


class ExpectsPrice(Struct, frozen=True, eq=False):
    """积分超市 「盐」2 分"""

    exchange: Name
    good: Text
    quantity: Quantity
    span: Span


class ExpectsShare(Struct, frozen=True, eq=False):
    """年底分红 1200 元"""

    pool: Name
    quantity: Quantity
    span: Span


class ExpectsNoMatch(Struct, frozen=True, eq=False):
    """不计分"""

    span: Span


class ExpectsRefusal(Struct, frozen=True, eq=False):
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


class Example(Struct, frozen=True, eq=False):
    """例「…」假如 … 当 … 那么 …"""

    title: Text
    givens: tuple[Given, ...]
    asked: tuple[Event, ...]
    settled_on: SettledOn | None
    expectations: tuple[Expectation, ...]
    span: Span


# ---- 沿用: what a village changes of a template, and how far it may


class Amendment(Struct, frozen=True, eq=False):
    """修改 条款 3.1 …: the whole clause anew"""

    clause: Clause
    span: Span


class Deletion(Struct, frozen=True, eq=False):
    """删除 条款 4，因为「…」"""

    numbers: tuple[ClauseNumber, ...]
    reason: Text | None
    span: Span


class Locked(Struct, frozen=True, eq=False):
    """不得修改 条款 9、10, or 只可修改 条款 3: all others are locked"""

    is_open: bool
    numbers: tuple[ClauseNumber, ...]
    span: Span


class OwnCount(Struct, frozen=True, eq=False):
    """最多 5 项, 加分最多 5 项; `direction` is None where both are counted together"""

    direction: Direction | None
    number: Number
    span: Span


class OwnAmount(Struct, frozen=True, eq=False):
    """每项最多 2 分, 每项最多扣 2 分; `direction` is None where it bounds both"""

    direction: Direction | None
    quantity: Quantity
    span: Span


class OwnUnbounded(Struct, frozen=True, eq=False):
    """不限"""

    span: Span


class OwnClauses(Struct, frozen=True, eq=False):
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


class Block(Struct, frozen=True, eq=False):
    """A block; where `is_whole` is False, parts of it were unreadable and were reported."""

    node: BlockNode
    is_whole: bool


class Article(Struct, frozen=True, eq=False):
    """An article of the regulation that a ruleset in Markdown stands in: 第三条, and its words.

    `number` and `title` are the heading as it is written, `is_chapter` says that it is 第二章;
    `words` are what stands under it up to the next heading, cut where rules stand between.
    `span` goes from heading to heading.
    """

    number: str
    title: str
    level: int
    is_chapter: bool
    heading: Span
    words: tuple[Text, ...]
    span: Span


class RulesetSyntax(Struct, frozen=True, eq=False):
    """The blocks of one file that could be read, in order.

    `lost_names` were declared somewhere in a part that could not be read, `lost_clauses` are the
    numbers of clauses that could not: what they mean is not known, and not to be complained about.
    `articles` are those of the regulation, where the file is one.
    """

    file: str
    blocks: tuple[Block, ...]
    lost_names: frozenset[str]
    lost_clauses: frozenset[str]
    is_whole: bool
    articles: tuple[Article, ...] = ()
