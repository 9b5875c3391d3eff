"""Names of an invented village, on purpose unlucky ones, and the blocks that declare them."""

from collections.abc import Mapping
from functools import cache

from pointrules.source.source_file import source_file
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.parse_dsl import parse_ruleset

DECLARATIONS = """\
词表
  行为 垃圾分类（等次：优秀、良好、差；结果：合格、不合格；事项：文本）
  行为 参加会议（时长：小时；迟到分钟：分钟；会议日：日期，可不填），又称 开会
  行为 及时上报、扣分整改、「志愿 服务」、「𠮷日」、A级评定、「3月雷锋日」
  行为 捐款（金额：元；数量：筐）
  行为 比赛（层级：区级、市级；名次：第一、第二；「队（组）」：文本）
  户（人口：人；低保：是否；入户日：日期；小组：一组、二组）
  人（党员：是否）
  判定 取消评优、一票否决
  评议人 评议会
  角色 书记、主任
  单位 筐、「袋（大）」

参数「单次分值」：5 分
参数「标准（一）」：2 分

账户「积分」按户：期末清零
账户「兑换积分」按户：长期累积
账户「信用 分」按人：长期累积

类别「环境卫生」：记入 积分
类别「true」：记入 积分

等级「星级」按 积分 本期：100 分起 五星，60 分起 三星，其余 一星

榜单「红榜」按 积分 本期 前 10 名
激励「村民积分贷」贷款 基准利率 5%
激励「积分超市」兑换 1 分 抵 1 元
激励「年底分红」分红 总额 5 万元
"""

BEHAVIOURS = (
    "垃圾分类",
    "参加会议",
    "捐款",
    "比赛",
    "及时上报",
    "扣分整改",
    "志愿 服务",
    "𠮷日",
    "A级评定",
    "3月雷锋日",
    "开会",
)
ATTRIBUTES = (
    "等次",
    "结果",
    "事项",
    "时长",
    "迟到分钟",
    "会议日",
    "金额",
    "数量",
    "层级",
    "名次",
    "队(组)",
    "人口",
    "低保",
    "入户日",
    "小组",
    "党员",
)
VALUES = ("优秀", "良好", "差", "合格", "不合格", "区级", "市级", "第一", "第二", "一组", "二组")
FLAGS = ("取消评优", "一票否决")
DECIDERS = ("评议会",)
ROLES = ("书记", "主任")
ACCOUNTS = ("积分", "兑换积分", "信用 分")
CATEGORIES = ("环境卫生", "true")
GRADES = ("星级",)
LEVELS = ("五星", "三星", "一星")
BOARDS = ("红榜",)
LOANS = ("村民积分贷",)
EXCHANGES = ("积分超市",)
POOLS = ("年底分红",)
PARAMETERS = ("单次分值", "标准(一)")
OWN_UNITS = ("筐", "袋(大)")

NAMED_IN_HEADS = (*ACCOUNTS, *GRADES, *CATEGORIES, *BOARDS, *LOANS, *EXCHANGES, *POOLS)
"""All that a vocabulary can use, which is read before its own names are known."""

NAMES = (
    *BEHAVIOURS,
    *ATTRIBUTES,
    *VALUES,
    *FLAGS,
    *DECIDERS,
    *ROLES,
    *LEVELS,
    *NAMED_IN_HEADS,
)

EXPECTED: Mapping[tuple[str, int], tuple[str, ...]] = {
    ("clause", 0): CATEGORIES,
    ("amendment", 0): CATEGORIES,
    ("entered", 0): ACCOUNTS,
    ("entered", 1): ACCOUNTS,
    ("situation", 0): BEHAVIOURS,
    ("pair", 0): ATTRIBUTES,
    ("pair", 1): VALUES,
    ("points_guard", 0): ACCOUNTS,
    ("account_amount", 0): ACCOUNTS,
    ("by_table", 0): ATTRIBUTES,
    ("by_table", 1): ATTRIBUTES,
    ("by_running_sum", 0): ATTRIBUTES,
    ("discretion", 0): DECIDERS,
    ("by_whom", 0): DECIDERS,
    ("stage", 0): DECIDERS,
    ("granted", 0): FLAGS,
    ("also_flag", 0): FLAGS,
    ("clears", 0): FLAGS,
    ("clears", 1): FLAGS,
    ("open_deductions", 0): FLAGS,
    ("flag_end", 0): BEHAVIOURS,
    ("flag_end", 1): BEHAVIOURS,
    ("named_row", 0): (*FLAGS, *VALUES),
    ("pair_row", 0): VALUES,
    ("pair_row", 1): VALUES,
    ("group_row", 0): VALUES,
    ("group_row", 1): VALUES,
    ("given_to", 0): ROLES,
    ("multiplied", 0): ATTRIBUTES,
    ("tally", 0): BEHAVIOURS,
    ("tally", 1): ATTRIBUTES,
    ("none_of", 0): (*FLAGS, *BEHAVIOURS),
    ("bare", 0): (*FLAGS, "低保", "党员"),
    ("behaviour_is", 0): BEHAVIOURS,
    ("behaviour_is", 1): BEHAVIOURS,
    ("is_", 0): ATTRIBUTES,
    ("is_", 1): VALUES,
    ("is_not", 0): ATTRIBUTES,
    ("is_not", 1): VALUES,
    ("compares", 0): (*ATTRIBUTES, *GRADES),
    ("compares", 1): (*LEVELS, *ATTRIBUTES),
    ("compares_days", 0): ("会议日", "入户日"),
    ("compares_days", 1): ("会议日", "入户日"),
    ("settles_by", 0): ("会议日", "入户日"),
    ("validity_clock", 0): ("会议日", "入户日"),
    ("measures", 0): ACCOUNTS,
    ("past_compares", 0): GRADES,
    ("past_compares", 1): LEVELS,
    ("past_is", 0): GRADES,
    ("past_is", 1): LEVELS,
    ("ranked", 0): BOARDS,
    ("grade", 0): ACCOUNTS,
    ("board_measure", 0): ACCOUNTS,
    ("board_group", 0): ("小组",),
    ("rate_measure", 0): ACCOUNTS,
    ("rate_table", 0): ACCOUNTS,
    ("line_by_points", 0): ACCOUNTS,
    ("pool_measure", 0): ACCOUNTS,
    ("purse", 0): ACCOUNTS,
    ("discount", 0): GRADES,
    ("discount_row", 0): LEVELS,
    ("event", 0): BEHAVIOURS,
    ("party", 0): ROLES,
    ("decided", 0): DECIDERS,
    ("given_spending", 0): ACCOUNTS,
    ("given_measure", 0): ACCOUNTS,
    ("expects_points", 0): ACCOUNTS,
    ("expects_name", 0): (*FLAGS, *GRADES),
    ("expects_name", 1): LEVELS,
    ("expects_measure", 0): ACCOUNTS,
    ("expects_place", 0): BOARDS,
    ("expects_rate", 0): LOANS,
    ("expects_line", 0): LOANS,
    ("expects_ineligible", 0): LOANS,
    ("expects_eligible", 0): LOANS,
    ("expects_price", 0): EXCHANGES,
    ("expects_share", 0): POOLS,
    ("same", 0): ATTRIBUTES,
    ("same", 1): ATTRIBUTES,
    ("holds_gains", 0): ACCOUNTS,
    ("clears_points", 0): ACCOUNTS,
    ("lowers_points", 0): ACCOUNTS,
    ("bounds_grade", 0): GRADES,
    ("validity_row", 0): VALUES,
    ("validity_of_entries", 0): ATTRIBUTES,
    ("lasting_row", 0): VALUES,
}
"""Which names make sense in a production, at the nth place; elsewhere any may stand."""


@cache
def declared() -> DeclaredNames:
    """What `DECLARATIONS` declare."""
    got = parse_ruleset(source_file("declarations.points", DECLARATIONS))
    assert not got.diagnostics, [(item.code, item.arguments) for item in got.diagnostics]
    return got.names
