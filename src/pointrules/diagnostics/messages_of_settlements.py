"""Messages about settlement clauses (结算): when they are due and what they can ask and give."""

from functools import partial

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_YEAR = "条款 12 每年 结算：全年在册 且 本年 没有 纠纷 的，加 10 分"
_MONTH = "条款 13 每月 结算：本月 垃圾检查 结果 合格 占比 不低于 90% 的，加 2 分"
_HOURS = "条款 15 每月 结算：按 本月 志愿服务 时长 合计 加：每满 4 小时 1 分，每月最多 10 分"
_STREAK = "条款 16 每月 结算：连续 3 个月 垃圾检查 结果 合格 占比 不低于 90% 的，加 5 分"
_DEADLINE = "条款 17 截至 2024-06-30 没有 整改验收 的，扣 10 分"


_error = partial(Message, severity=Severity.ERROR)

MESSAGES_OF_SETTLEMENTS = (
    _error(
        code="settlement-condition-elsewhere",
        zh="次数、合计、平均、占比和在册，只有结算的条款能问",
        en="only a clause that is settled can ask for counts, sums, means, shares and the register",
        help_zh="条款写成：每月 结算：…，或 每年 结算：…",
        help_en="write the clause as 每月 结算：… or 每年 结算：…",
        page_zh="一条记录只说一件事。要把一段时间里的记录合起来看，等这段时间结束，用结算的条款。",
        page_en="A record tells of one thing. What the records of some time come to is known when "
        "that time is over: write a clause that is settled.",
        wrong="当 行为 是 垃圾检查 且 本月 垃圾检查 次数 ≥ 3 次 时 每次 加 2 分，不设上限",
        right="条款 14 每月 结算：本月 垃圾检查 次数 ≥ 3 次 的，加 2 分",
    ),
    _error(
        code="settlement-register-missing",
        zh="没有做某事就能满足的条件，要写明谁算在内",
        en="a condition that those meet who did nothing must say who is meant",
        help_zh="加上：全年在册 且 …，或 期末在册 且 …",
        help_en="add 全年在册 且 … or 期末在册 且 …",
        page_zh="12 月 1 日才迁入的户，全年当然没有纠纷。写“全年在册”就不给它，写“期末在册”就给。"
        "细则不写明，年底就要争。",
        page_en="A household that moved in on 1 December had no quarrel all year. 全年在册 leaves "
        "it out, 期末在册 takes it in. The ruleset must say which.",
        wrong="条款 12 每年 结算：本年 没有 纠纷 的，加 10 分",
        right=_YEAR,
    ),
    _error(
        code="settlement-value",
        zh="条款 {clause} 在结算时没有记录可读，分数要写成定数，或按次数、合计、平均、占比",
        en="clause {clause} is settled without a record: give points, or go by a tally",
        help_zh="写 加 10 分，或 按 本月 志愿服务 时长 合计 加：每满 4 小时 1 分",
        help_en="write 加 10 分, or 按 本月 志愿服务 时长 合计 加：每满 4 小时 1 分",
        page_zh="结算看的是一段时间，不是一条记录，所以没有属性可查表，也没有人当场裁量。",
        page_en="A settlement looks at a stretch of time and not at a record: there is no "
        "attribute to look up, and nobody decides on the spot.",
        wrong="条款 15 每月 结算：全月在册 的，每满 4 小时 加 1 分",
        right=_HOURS,
    ),
    _error(
        code="settlement-part",
        zh="这一部分说的是记录，结算的条款里没有意义",
        en="this part is about records and means nothing in a clause that is settled",
        help_zh="删去；要分先后的，用 替代",
        help_en="leave it out; where one settlement stands for another, write 替代",
        page_zh="加倍、取最高、可叠加、优先于，比的都是一条条记录。结算一期只给一次，没有可比的。",
        page_en="Doubling, best-of, stacking and precedence compare records. A settlement gives "
        "once a period, and there is nothing to compare.",
        wrong="条款 14 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分；本年内 第 2 次起 加倍",
        right="条款 14 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分",
    ),
    _error(
        code="settlement-limit-each-time",
        zh="结算一期只给一次，每次最多 没有意义",
        en="a settlement gives once a period, so a limit each time means nothing",
        help_zh="改写 每年最多 …，或直接把分数写小",
        help_en="write 每年最多 …, or make the points fewer",
        page_zh="“每次最多”限的是一条记录。结算没有记录，要限就限一年、一季给多少。",
        page_en="每次最多 bounds a single record. A settlement has none: bound the year or the "
        "quarter.",
        wrong="条款 14 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分，每次最多 3 分",
        right="条款 14 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分，每年最多 30 分",
    ),
    _error(
        code="settlement-flag-end",
        zh="判定“{flag}”从结算的次日起，那时这一期已经过完",
        en="the flag “{flag}” begins on the day after the settlement, when the period is over",
        help_zh="写多长时间，如 1 年、3 个月，或写到哪一天",
        help_en="say for how long, such as 1 年 or 3 个月, or until which day",
        page_zh="结算在一期的最后一天，它开出的判定从次日起。到“本年末”为止，就一天也没有。",
        page_en="A settlement comes on the last day of its period and its flags begin on the "
        "next. Until the end of this year there is no day left.",
        wrong="条款 12 每年 结算：本年 纠纷 次数 ≥ 3 次 的，取消评优，至 本年末",
        right="条款 12 每年 结算：本年 纠纷 次数 ≥ 3 次 的，取消评优 1 年",
    ),
    _error(
        code="settlement-each-day",
        zh="结算按周、月、季、半年或年，不按日",
        en="clauses are settled by week, month, quarter, half-year or year, not by day",
        help_zh="写 每周 结算 或 每月 结算；一天一次的事写成记录的条款",
        help_en="write 每周 结算 or 每月 结算; for what happens daily write a clause on records",
        page_zh="一天里的事，一条记录就说清了：用“… 的，每次 加 … 分，每日最多 …”。",
        page_en="What happens in a day a record tells: write … 的，每次 加 … 分，每日最多 ….",
        wrong="条款 14 每日 结算：本日 志愿服务 次数 ≥ 1 次 的，加 1 分",
        right="条款 14 每周 结算：本周 志愿服务 次数 ≥ 1 次 的，加 1 分",
    ),
    _error(
        code="settlement-day-of-year",
        zh="写明月日的结算一年一次，前面写 每年",
        en="a settlement on a day of the calendar comes once a year: write 每年",
        help_zh="写：每年 1月15日 结算：…",
        help_en="write 每年 1月15日 结算：…",
        page_zh="“1月15日”一年只有一天。每月的结算在每月最后一天，不用写日子。",
        page_en="15 January comes once a year. What is settled each month is settled on its last "
        "day, which need not be said.",
        wrong="条款 18 每月 1月15日 结算：加 15 分",
        right="条款 18 每年 1月15日 结算：加 15 分",
    ),
    _error(
        code="settlement-window",
        zh="结算的一期比这里看的时间长，只会看到最后一段",
        en="the period settled is longer than what is looked at: only its last part would be seen",
        help_zh="看同样长的时间，或改成更短的一期结算",
        help_en="look at as long a time, or settle a shorter period",
        page_zh="每年结算时写“本月”，看到的只有最后一个月。"
        "要看全年就写“本年”，要逐月看就写“每月 结算”。",
        page_en="Settled each year, 本月 would be the last month alone. Write 本年 for the whole "
        "year, or 每月 结算 to look at every month.",
        wrong="条款 14 每年 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分",
        right="条款 14 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 5 分",
    ),
    _error(
        code="streak-of-periods",
        zh="连续几期，要和结算的一期同样长",
        en="a row is of periods as long as the one settled",
        help_zh="每月 结算 写 连续 3 个月，每季 结算 写 连续 2 个季度；每期条件里不再写 本月、本季",
        help_en="每月 结算 takes 连续 3 个月, 每季 结算 takes 连续 2 个季度, without 本月 inside",
        page_zh="一期一期往回数：这一期、上一期、再上一期。断了就重新数；给过分也重新数。",
        page_en="Periods are counted back, this one, the one before, and so on. A break begins "
        "anew, and so does having been paid.",
        wrong=_STREAK.replace("每月", "每季"),
        right=_STREAK,
    ),
    _error(
        code="streak-of-records",
        zh="记录的条款里，连续的是 次；连续几个月要用结算",
        en="in a clause on records a row is of times; rows of months are settled",
        help_zh="写 连续 2 次 …，或写：每月 结算：连续 3 个月 …",
        help_en="write 连续 2 次 …, or 每月 结算：连续 3 个月 …",
        page_zh="记录一条一条来，能数的是连续几次。一个月怎么样，到月底才知道。",
        page_en="Records come one by one, so rows of times can be counted. How a month was is "
        "known at its end.",
        wrong="条款 16 连续 3 个月 卫生检查 等次 差 的，扣 5 分",
        right="条款 16 连续 3 次 卫生检查 等次 差 的，扣 5 分",
    ),
    _error(
        code="streak-too-short",
        zh="连续 {found} 不成连续，至少是 2",
        en="{found} in a row is no row: at least 2",
        help_zh="写 2 以上的整数，或不写连续",
        help_en="write a whole number from 2 on, or no row at all",
        page_zh="只看一次或一个月，直接写条件就行。",
        page_en="For a single time or month, write the condition alone.",
        wrong="条款 16 连续 1 次 卫生检查 等次 差 的，扣 5 分",
        right="条款 16 连续 2 次 卫生检查 等次 差 的，扣 5 分",
    ),
    _error(
        code="share-without-part",
        zh="“{behaviour}”里哪些的占比，要写出来",
        en="of “{behaviour}”, the share of which must be said",
        help_zh="写 结果 合格 占比 一类",
        help_en="such as 结果 合格 占比",
        page_zh="占比是一部分记录在全部里占多少。不写哪一部分，就总是全部。",
        page_en="A share is how much of all the records some of them are. Without saying which, "
        "it is always all.",
        wrong="条款 13 每月 结算：本月 垃圾检查 占比 不低于 90% 的，加 2 分",
        right=_MONTH,
    ),
    _error(
        code="share-above-all",
        zh="占比最多是 100%，这里写了 {found}%",
        en="a share is at most 100%, and here it is {found}%",
        help_zh="改成 100% 以内",
        help_en="write at most 100%",
        page_zh="一部分不会多过全部。",
        page_en="A part is never more than the whole.",
        wrong=_MONTH.replace("90%", "190%"),
        right=_MONTH,
    ),
    _error(
        code="quotient-rounding-missing",
        zh="平均、占比常常除不尽，没有写得的分怎么取整",
        en="a mean or a share seldom comes out even, and how the points are rounded is not said",
        help_zh="加上：四舍五入到 1 分，或：舍去到 0.1 分",
        help_en="add 四舍五入到 1 分 or 舍去到 0.1 分",
        page_zh="92、88、91 三个分数的平均是 90 又三分之一。记 90 分还是 90.3 分，要写明；"
        "账户精确到 0.1 分也记不下三分之一。",
        page_en="The mean of 92, 88 and 91 is 90 and a third. Whether 90 or 90.3 is entered is "
        "said; an account kept to 0.1 cannot hold a third either.",
        wrong="条款 15 每月 结算：按 本月 志愿服务 时长 平均 加：每 1 小时 2 分，每年最多 20 分",
        right="条款 15 每月 结算：按 本月 志愿服务 时长 平均 加：每 1 小时 2 分，"
        "四舍五入到 1 分，每年最多 20 分",
    ),
    _error(
        code="tally-rows",
        zh="分数的写法和“加”前面的词对不上",
        en="the points are not written as the word before 加 asks",
        help_zh="加：每满 4 小时 1 分；分档 加：4 小时起 1 分；累进 加：0 小时起 每满 4 小时 1 分",
        help_en="加：每满 4 小时 1 分; 分档 加：4 小时起 1 分; 累进 加：0 小时起 每满 4 小时 1 分",
        page_zh="不写分档、累进，就是一个比例：每满多少加多少。一档一档的写“分档”，"
        "各段比例不同的写“累进”；平均和占比没有累进。",
        page_en="Without 分档 or 累进 it is one rate: so much for every so much. Steps are "
        "written with 分档, rates by brackets with 累进; means and shares have no brackets.",
        wrong=_HOURS.replace("每满 4 小时 1 分", "4 小时起 1 分"),
        right=_HOURS,
    ),
    _error(
        code="register-without-period",
        zh="截至某一天的结算不是哪一期，说不出“全期”",
        en="a settlement at a date ends no period, so there is no 全期",
        help_zh="写 全年在册 或 期末在册",
        help_en="write 全年在册 or 期末在册",
        page_zh="“全期在册”看的是结算的这一期。到日子结算一次的条款没有期，要写明看一年还是一季。",
        page_en="全期在册 is about the period settled. What is settled once at a date has none: "
        "say whether the year or the quarter is meant.",
        wrong="条款 17 截至 2024-06-30 全期在册 且 没有 整改验收 的，扣 10 分",
        right="条款 17 截至 2024-06-30 全年在册 且 没有 整改验收 的，扣 10 分",
    ),
    _error(
        code="deadline-not-a-date",
        zh="“{attribute}”不是日期，不能作截止日",
        en="“{attribute}” is no date and cannot be a deadline",
        help_zh="在词表里登记成 日期，或直接写一天",
        help_en="declare it as 日期 in the vocabulary, or write the day",
        page_zh="截至后面写一天，或者写户、人的一个日期属性，各户到各户的日子结算。",
        page_en="After 截至 comes a day, or a date attribute of households or persons: each is "
        "settled on its own day.",
        wrong="户（片区：一组、二组）\n条款 17 截至 片区 没有 整改验收 的，扣 10 分",
        right="户（整改期限：日期）\n条款 17 截至 整改期限 没有 整改验收 的，扣 10 分",
    ),
    _error(
        code="record-in-settlement",
        zh="结算时没有哪一条记录，不能读记录的行为、日期和属性",
        en="a settlement is not about a record: it has no behaviour, date or attribute of one",
        help_zh="写次数、合计、平均、占比，或：本年 没有 …",
        help_en="write a count, a sum or a share, or 本年 没有 …",
        page_zh="结算看一段时间里的许多记录。要看其中一部分，"
        "写“本月 垃圾检查 结果 合格 次数 ≥ 3 次”。",
        page_en="A settlement looks at many records. To look at some of them, write 本月 垃圾检查 "
        "结果 合格 次数 ≥ 3 次.",
        wrong="条款 13 每月 结算：行为 是 垃圾检查 的，加 2 分",
        right="条款 13 每月 结算：本月 垃圾检查 次数 ≥ 1 次 的，加 2 分",
    ),
    _error(
        code="attribute-of-other-settled",
        zh="“{attribute}”不是结算对象的属性",
        en="“{attribute}” is no attribute of whom the clause settles",
        help_zh="改用这种对象的属性，或记入别的账户",
        help_en="use an attribute of that kind of subject, or enter another account",
        page_zh="按户的账户，结算的是户；户里有几个人，说不清读哪一个人的属性。",
        page_en="A clause for accounts of households settles households, and it is not clear "
        "which member's attribute would be read.",
        wrong="人（党员：是否）\n条款 12 每年 结算：党员 的，加 10 分",
        right="户（党员户：是否）\n条款 12 每年 结算：党员户 的，加 10 分",
    ),
    _error(
        code="replaces-outside-settlement",
        zh="替代只能写在结算的条款里",
        en="only clauses that are settled can write 替代",
        help_zh="记录的条款之间，用 优先于 或 取最高",
        help_en="between clauses on records write 优先于 or 取最高",
        page_zh="替代减去的是同一期里别的结算已经给的分。一条记录没有期。",
        page_en="替代 takes off what another settlement gave in the same period. A record has "
        "no period.",
        wrong="条款 3 志愿服务 的，每次 加 2 分，替代 2，不设上限",
        right="条款 3 志愿服务 的，每次 加 2 分，优先于 2，不设上限",
    ),
    _error(
        code="replaces-no-settlement",
        zh="条款 {clause} 替代的 {number} 不是另一条同样加减、同样对象的结算条款",
        en="clause {clause} replaces {number}, which is no other settlement of the same direction "
        "and subjects",
        help_zh="写结算条款的编号",
        help_en="name clauses that are settled",
        page_zh="季度之星替代月度之星：从季度的分里减去这一季月度已得的。两条都要是结算条款。",
        page_en="The star of the quarter takes the place of those of the months: what the months "
        "gave in the quarter is taken off. Both must be settled.",
        wrong="条款 2 志愿服务 的，每次 加 2 分，不设上限\n"
        "条款 3 每季 结算：本季 志愿服务 次数 ≥ 9 次 的，加 80 分，替代 2",
        right="条款 2 每月 结算：本月 志愿服务 次数 ≥ 3 次 的，加 50 分\n"
        "条款 3 每季 结算：本季 志愿服务 次数 ≥ 9 次 的，加 80 分，替代 2",
    ),
    _error(
        code="best-of-with-settlement",
        zh="类别“{category}”同一事项只取最高，结算的条款 {clause} 没有事项",
        en="of the category “{category}” only the best of a matter counts, and clause {clause}, "
        "which is settled, has none",
        help_zh="把这一条放到别的类别",
        help_en="put the clause under another category",
        page_zh="取最高比的是同一件事的几条记录。结算看一段时间，不是一件事。",
        page_en="Best-of compares records of one matter. A settlement looks at a stretch of time.",
        wrong="类别「公益」：记入 积分；同一 事项 取最高\n条款 12 归入 公益 每年 结算：加 10 分",
        right="类别「公益」：记入 积分\n条款 12 归入 公益 每年 结算：加 10 分",
        labels=(LabelText("other", "取最高写在这里", "best-of is said here"),),
    ),
    _error(
        code="settlement-outside-edition",
        zh="条款 {clause} 在 {day} 结算，那天本版本没有施行",
        en="clause {clause} is settled on {day}, when this edition is not in force",
        help_zh="改日期，或写进那天施行的版本",
        help_en="change the day, or write the clause into the edition of that day",
        page_zh="结算按当天施行的版本。别的版本写了也不算。",
        page_en="The edition of the day settles; what another says of it never counts.",
        wrong="版本 2023.1，自 2023-06-01 起施行\n" + _DEADLINE.replace("2024-06-30", "2022-06-30"),
        right="版本 2023.1，自 2023-06-01 起施行\n" + _DEADLINE,
    ),
)
