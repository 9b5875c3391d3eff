"""Messages about what counters keep apart, and which of several records counts."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_FIRST = LabelText("first", "第一次在这里", "first here")
_OTHER = LabelText("other", "另一处在这里", "the other one is here")

MESSAGES_OF_SCANS = (
    Message(
        code="by-person-of-person",
        severity=Severity.ERROR,
        zh="账户“{account}”本来就按人记分，不用写 按人",
        en="the account “{account}” is kept for each person; 按人 says nothing new",
        help_zh="删去 按人",
        help_en="leave 按人 out",
        page_zh="按人 用在按户的账户里：一家几口人各算各的。账户本来按人，每个人已经分开。",
        page_en="按人 is for accounts of households: members count apart. In an account of persons "
        "they do already.",
        wrong="账户「积分」按人：长期累积\n条款 1\n  清渠 的，加 2 分，按人 每月最多加 5 分",
        right="账户「积分」按人：长期累积\n条款 1\n  清渠 的，加 2 分，每月最多加 5 分",
    ),
    Message(
        code="limit-matter-each-time",
        severity=Severity.ERROR,
        zh="每次 的上限只看一条记录，不能再写 同一 或 按人",
        en="a limit for each time looks at one record; 同一 and 按人 have no place there",
        help_zh="写明时段，如 同一 项目 每月最多加 5 分",
        help_en="name a period, as in 同一 项目 每月最多加 5 分",
        page_zh="同一 项目 说的是几条记录合在一起，所以要写明在多长时间里。",
        page_en="同一 项目 is about several records together, so it needs a period.",
        wrong="同一 项目 每次最多加 5 分",
        right="同一 项目 每月最多加 5 分",
    ),
    Message(
        code="limit-matter-of-account",
        severity=Severity.ERROR,
        zh="账户的上限不能按属性分开",
        en="a limit of an account cannot be kept by an attribute",
        help_zh="写在条款或类别里",
        help_en="write it in the clauses or in a category",
        page_zh="记进一个账户的有各种行为，不是每种都有这个属性。同一 … 写在条款或类别里；"
        "按人 可以写在账户里。",
        page_en="Many behaviours enter an account, and not all have the attribute. 同一 … belongs "
        "to a clause or a category; 按人 may stand in an account.",
        wrong="账户「积分」按户：长期累积；同一 项目 每月最多加 5 分",
        right="类别「环境」：同一 项目 每月最多加 5 分",
    ),
    Message(
        code="last-counts-without-limit",
        severity=Severity.ERROR,
        zh="以最后一次为准 前面没有写多长时间算一次",
        en="no limit of one time stands before 以最后一次为准",
        help_zh="写：每月最多 1 次，以最后一次为准",
        help_en="write 每月最多 1 次，以最后一次为准",
        page_zh="以最后一次为准 跟在 最多 1 次 的上限后面：这段时间里只算一次，后来的代替先前的。",
        page_en="以最后一次为准 follows a limit of one time: one record counts in that period, and "
        "a later one takes the place of an earlier one.",
        wrong="卫生检查 的，加 5 分，不设上限，以最后一次为准",
        right="卫生检查 的，加 5 分，每月最多 1 次，以最后一次为准",
    ),
    Message(
        code="last-counts-of-several",
        severity=Severity.ERROR,
        zh="只有 最多 1 次 才能 以最后一次为准",
        en="only a limit of one time can let the last one count",
        help_zh="改成 最多 1 次，或删去 以最后一次为准",
        help_en="write 最多 1 次, or leave 以最后一次为准 out",
        page_zh="几次都算的时候，说不清后来的代替哪一次。",
        page_en="Where several records count it is not clear which of them a later one replaces.",
        wrong="卫生检查 的，加 5 分，每月最多 2 次，以最后一次为准",
        right="卫生检查 的，加 5 分，每月最多 1 次，以最后一次为准",
    ),
    Message(
        code="last-counts-elsewhere",
        severity=Severity.ERROR,
        zh="以最后一次为准 只能写在条款里",
        en="only clauses can say 以最后一次为准",
        help_zh="移到条款里，跟在 最多 1 次 后面",
        help_en="move it to the clauses, behind 最多 1 次",
        page_zh="后来的记录代替先前的，说的是同一条条款的记录。不同条款的记录谁代替谁，"
        "用 取最高 或 优先于 说明。",
        page_en="A later record takes the place of an earlier one under the same clause. How "
        "clauses stand to each other is said by 取最高 or 优先于.",
        wrong="类别「环境」：每月最多加 1 次，以最后一次为准",
        right="条款 1 归入 环境\n  卫生检查 的，加 5 分，每月最多 1 次，以最后一次为准",
    ),
    Message(
        code="last-counts-with-best-of",
        severity=Severity.ERROR,
        zh="以最后一次为准 和 取最高 不能同时用在一条条款上",
        en="one clause cannot have both the last and the best one count",
        help_zh="留下一样",
        help_en="keep one of the two",
        page_zh="先 5 分后 3 分，以最后一次为准是 3 分，取最高是 5 分，两样不能都对。",
        page_en="After 5 and 3 points, the last one is 3 and the best one 5: it cannot be both.",
        wrong="卫生检查 的，按 等次 加：优 5 分，良 3 分；同一 项目 取最高；"
        "每月最多 1 次，以最后一次为准",
        right="卫生检查 的，按 等次 加：优 5 分，良 3 分；每月最多 1 次，以最后一次为准",
        labels=(_OTHER,),
    ),
    Message(
        code="last-counts-with-validity",
        severity=Severity.ERROR,
        zh="以最后一次为准 的分不能有有效期",
        en="points of which only the last ones count cannot lapse",
        help_zh="给这一条写 长期有效，或删去 以最后一次为准",
        help_en="write 长期有效 in the clause, or leave 以最后一次为准 out",
        page_zh="先 5 分后 3 分，流水是 5 和 −2。各到各的期：5 分先到期收回，−2 还没到，"
        "那几天就少了 2 分。",
        page_en="After 5 and 3 points the entries are 5 and −2, and each lapses on its own day: "
        "between the two days the household would be 2 short.",
        wrong="卫生检查 的，按 等次 加：优 5 分，良 3 分；每月最多 1 次，以最后一次为准；"
        "有效期 1 年",
        right="卫生检查 的，按 等次 加：优 5 分，良 3 分；每月最多 1 次，以最后一次为准；长期有效",
        labels=(_OTHER,),
    ),
    Message(
        code="last-counts-with-running-sum",
        severity=Severity.ERROR,
        zh="按累计计分的条款不能 以最后一次为准",
        en="a clause with a running sum cannot let only the last one count",
        help_zh="删去 以最后一次为准",
        help_en="leave 以最后一次为准 out",
        page_zh="累计是把每一次加起来，以最后一次为准是只留一次，两样合不到一起。",
        page_en="A running sum adds every record up; letting the last one count keeps only one.",
        wrong="捐款 的，按 本年累计 金额 累进 加：0 元起 每满 100 元 1 分；"
        "每年最多 1 次，以最后一次为准",
        right="捐款 的，按 本年累计 金额 累进 加：0 元起 每满 100 元 1 分；每年最多加 40 分",
    ),
    Message(
        code="matter-with-settlement",
        severity=Severity.ERROR,
        zh="条款 {clause} 是结算，管着它的上限却按 同一 或 按人 分开",
        en="clause {clause} is settled, and a limit over it keeps matters or persons apart",
        help_zh="把这一条放到别的类别，或把上限写在别的条款里",
        help_en="put the clause under another category, or the limit into the other clauses",
        page_zh="结算看一户一段时间，不是哪一个项目、哪一个人的事，不知道占谁的余地。",
        page_en="A settlement looks at a household over a time. It is of no matter and no person, "
        "so that nobody knows whose room it takes.",
        wrong="类别「公益」：按人 每年最多加 9 分\n条款 12 归入 公益 每年 结算：加 10 分",
        right="类别「公益」：每年最多加 60 分\n条款 12 归入 公益 每年 结算：加 10 分",
        labels=(LabelText("limit", "上限写在这里", "the limit is here"),),
    ),
    Message(
        code="best-of-without-matter",
        severity=Severity.ERROR,
        zh="没有写在什么范围里取最高",
        en="it is not said among what only the best counts",
        help_zh="写：同一 事项 取最高，或：本年内 取最高",
        help_en="write 同一 事项 取最高, or 本年内 取最高",
        page_zh="一条记录在一条条款里只得一个分，没有可比的。类别和同组里可以只写 取最高："
        "一条记录符合其中几条时，只算最高的一条。",
        page_en="Under one clause a record has one value, and nothing to compare it with. In a "
        "category or a group 取最高 may stand alone: of the clauses that one record meets, only "
        "the best counts.",
        wrong="表彰 的，加 5 分，取最高，每年最多加 20 分",
        right="表彰 的，加 5 分，同一 事项 取最高，每年最多加 20 分",
    ),
    Message(
        code="group-unknown-clause",
        severity=Severity.ERROR,
        zh="没有条款 {number}，不能编在同组里",
        en="there is no clause {number} to be in the group",
        help_zh="改成已有的条款编号",
        help_en="use the number of a clause that exists",
        page_zh="同组里写的是本细则条款的编号。编号是文字，3.1 和 3.10 是两个编号。",
        page_en="A group names clauses of this ruleset. Numbers are texts: 3.1 and 3.10 are two.",
        wrong="条款 3.1 …\n条款 5.1 …\n同组「荣誉」：3.1、5.2；同一 事项 取最高",
        right="条款 3.1 …\n条款 5.1 …\n同组「荣誉」：3.1、5.1；同一 事项 取最高",
        offer=Offer.MEANT,
    ),
    Message(
        code="group-clause-twice",
        severity=Severity.ERROR,
        zh="条款 {number} 在同组里写了两次",
        en="clause {number} stands twice in the group",
        help_zh="删去一个",
        help_en="leave one out",
        page_zh="每条条款在一组里写一次。写了两次，多半是另一条写错了编号。",
        page_en="Each clause stands once in a group. Most likely another one was meant.",
        wrong="同组「荣誉」：3.1、3.1；同一 事项 取最高",
        right="同组「荣誉」：3.1、5.1；同一 事项 取最高",
        labels=(_FIRST,),
    ),
    Message(
        code="group-of-unscored",
        severity=Severity.ERROR,
        zh="条款 {number} 的记录没有分，不能编在同组里",
        en="no record gets points under clause {number}, so it cannot be in a group",
        help_zh="从同组里删去",
        help_en="leave it out of the group",
        page_zh="同组是几条给分的条款，比的是记录的分。不计分、人工评议、只开判定和到期结算的条款没有"
        "记录的分可比。",
        page_en="Of a group only the best value of a record counts. Clauses that are not scored, "
        "decided by people, settled at a date or only open a flag have no such values.",
        wrong="条款 9 不计分，因为「由红白理事会登记」\n同组「荣誉」：3.1、9；同一 事项 取最高",
        right="同组「荣誉」：3.1、5.1；同一 事项 取最高",
    ),
    Message(
        code="group-of-one",
        severity=Severity.ERROR,
        zh="同组“{group}”只有一条条款",
        en="the group “{group}” has only one clause",
        help_zh="写上另外的条款，或把 取最高 写在这一条里",
        help_en="name the other clauses, or write 取最高 in the clause itself",
        page_zh="同组说的是几条条款之间只算最高的一条。",
        page_en="A group is for several clauses of which only the best counts.",
        wrong="同组「荣誉」：3.1；同一 事项 取最高",
        right="同组「荣誉」：3.1、5.1；同一 事项 取最高",
    ),
)
