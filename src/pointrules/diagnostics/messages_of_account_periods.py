"""Messages about the periods of accounts: their calendar, bases of newcomers, what is carried."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_FIRST = LabelText("first", "第一次在这里", "first here")

MESSAGES_OF_ACCOUNT_PERIODS = (
    Message(
        code="account-calendar",
        severity=Severity.ERROR,
        zh="账户的一期不能这样起算",
        en="no period of an account begins so",
        help_zh="写：1月1日 起算、每半年 起算、每季 起算，或：每月 1 日 起算（1 到 28 日）",
        help_en="write 1月1日 起算, 每半年 起算, 每季 起算 or 每月 1 日 起算 (day 1 to 28)",
        page_zh="一期是一年、半年、一季或一个月。按年的要写从几月几日起；按月的可以写从几日起，"
        "29 日以后有的月份没有，所以到 28 日为止。半年和季度按日历。",
        page_en="A period is a year, half a year, a quarter or a month. A yearly one says its "
        "month and day; a monthly one may say its day, up to the 28th, which every month has. "
        "Half-years and quarters are those of the calendar.",
        wrong="账户「积分」按户：每月 31 日 起算，期末清零",
        right="账户「积分」按户：每月 1 日 起算，期末清零",
    ),
    Message(
        code="newcomers-twice",
        severity=Severity.ERROR,
        zh="新户的基础分写了两种办法",
        en="the base of newcomers is said in two ways",
        help_zh="留下“新户基础”或“按月折算”",
        help_en="keep 新户基础 or 按月折算",
        page_zh="期中才在册的户，要么得一个定数（新户基础），要么按余下的月份折算，不能两样都写。",
        page_en="Who is listed within the period gets either a fixed base or one in proportion "
        "to the months left, not both.",
        wrong="账户「积分」按户：1月1日 起算，基础 120 分，新户基础 50 分，"
        "当月起 按月折算，期末清零",
        right="账户「积分」按户：1月1日 起算，基础 120 分，新户基础 50 分，期末清零",
        labels=(_FIRST,),
    ),
    Message(
        code="newcomers-of-kept",
        severity=Severity.ERROR,
        zh="长期累积的账户不分期，没有期中才来的户",
        en="an account kept for good has no periods that anybody could come late to",
        help_zh="只写“基础”，或者让账户分期",
        help_en="write 基础 alone, or give the account periods",
        page_zh="新户基础和按月折算都是对一期说的：期初不在册、期中才在册的户少给。",
        page_en="新户基础 and 按月折算 speak of a period: who is not listed when it begins gets "
        "less.",
        wrong="账户「荣誉积分」按户：基础 100 分，新户基础 50 分，长期累积",
        right="账户「荣誉积分」按户：基础 100 分，长期累积",
    ),
    Message(
        code="pro-rata-without-base",
        severity=Severity.ERROR,
        zh="“按月折算”折算的是基础分，账户没有写基础分",
        en="what 按月折算 takes a part of, the base, is not there",
        help_zh="写上基础分，如：基础 120 分；或删去“按月折算”",
        help_en="say the base, as 基础 120 分, or delete 按月折算",
        page_zh="期中才在册的户，基础分按余下的月份给。没有基础分，就没有可折算的。",
        page_en="Who is listed within the period gets the base for the months left. Without a "
        "base there is nothing to take a part of.",
        wrong="账户「积分」按户：1月1日 起算，当月起 按月折算，期末清零",
        right="账户「积分」按户：1月1日 起算，基础 120 分，当月起 按月折算，期末清零",
    ),
    Message(
        code="pro-rata-month-missing",
        severity=Severity.ERROR,
        zh="“按月折算”没有写当月算不算",
        en="whether the month itself counts for 按月折算 is not said",
        help_zh="写：当月起 按月折算，或：次月起 按月折算",
        help_en="write 当月起 按月折算 or 次月起 按月折算",
        page_zh="9 月 10 日才在册的户，基础 120 分：含九月是四个月 40 分，不含是三个月 30 分。"
        "两种都有人用，所以要写明。",
        page_en="Listed on 10 September, with a base of 120 points a year: four months or 40 "
        "points with September, three months or 30 points without. Both are used, so it is said.",
        wrong="账户「积分」按户：1月1日 起算，基础 120 分，按月折算，期末清零",
        right="账户「积分」按户：1月1日 起算，基础 120 分，当月起 按月折算，期末清零",
    ),
    Message(
        code="carry-and-reset",
        severity=Severity.ERROR,
        zh="账户写了清零，又写结转多少",
        en="the account is reset, and yet says how much is carried",
        help_zh="写“期末结转”，或删去这一处",
        help_en="write 期末结转, or delete this part",
        page_zh="清零是一分也不带到下一期。要带一部分，写期末结转 50%，或期末 最多结转 100 分。",
        page_en="A reset carries nothing into the next period. To carry a part, write 期末结转 50% "
        "or 期末 最多结转 100 分.",
        wrong="账户「积分」按户：1月1日 起算，期末清零，期末 最多结转 100 分",
        right="账户「积分」按户：1月1日 起算，期末 最多结转 100 分",
        labels=(LabelText("first", "这里写的是清零", "the reset"),),
    ),
    Message(
        code="carry-above-all",
        severity=Severity.ERROR,
        zh="结转 {found}，比余额还多",
        en="to carry {found} is to carry more than there is",
        help_zh="写不超过 100% 的数；全部结转写：期末结转",
        help_en="write 100% at most; 期末结转 carries all",
        page_zh="期末结转是把余额的一部分带到下一期，最多是全部。",
        page_en="What is carried is a part of the balance, all of it at most.",
        wrong="期末结转 150%，舍去到 1 分",
        right="期末结转 50%，舍去到 1 分",
    ),
    Message(
        code="debts-missing",
        severity=Severity.ERROR,
        zh="只结转一部分，没有写欠分怎么办",
        en="a part is carried, and nothing is said of balances below 0",
        help_zh="写：欠分全部结转、欠分不结转，或：欠分同样折算",
        help_en="write 欠分全部结转, 欠分不结转 or 欠分同样折算",
        page_zh="期末结转 50%：余额 −20 分的户，下一期是欠 20 分、欠 10 分，还是不欠？三种都"
        "说得通，所以要写明。期末按 0 分计或扣完为止的账户没有欠分，不用写。",
        page_en="期末结转 50%: does a household at −20 begin with −20, −10 or 0? Each makes sense, "
        "so it is said. An account that is raised to 0 at its end, or never falls below, has no "
        "debts and need not say.",
        wrong="账户「积分」按户：1月1日 起算，期末结转 50%，舍去到 1 分",
        right="账户「积分」按户：1月1日 起算，期末结转 50%，舍去到 1 分，欠分全部结转",
    ),
    Message(
        code="open-deductions-without-reset",
        severity=Severity.ERROR,
        zh="“… 的 扣分 结转”是清零的例外，这个账户期末不清零",
        en="“… 的 扣分 结转” is an exception to a reset, and this account is not reset",
        help_zh="和期末清零或期末 正分清零写在一起，或删去这一句",
        help_en="write it with 期末清零 or 期末 正分清零, or delete it",
        page_zh="期末清零，判定还有效的扣分带到下一期：没有整改的，过年不能一笔勾销。"
        "全部结转或长期累积的账户，扣分本来就在。",
        page_en="A reset wipes all, but for deductions whose flag is still open: what is not "
        "repaired is not forgiven at the year's end. An account that is carried or kept has them "
        "anyhow.",
        wrong="账户「积分」按户：1月1日 起算，期末结转，未整改 的 扣分 结转",
        right="账户「积分」按户：1月1日 起算，期末清零，未整改 的 扣分 结转",
    ),
    Message(
        code="open-deductions-with-lowering",
        severity=Severity.ERROR,
        zh="账户“{account}”只清正分、又把没有结束的扣分带过去，就不能再由判定清分",
        en="the account “{account}” wipes gains only and excepts deductions: no flag may lower it",
        help_zh="写 期末清零，… 的 扣分 结转；或让判定只清别的账户",
        help_en="write 期末清零 with the exception, or let the flag lower other accounts only",
        page_zh="期末是欠分就照带，是正分就清掉、只带没有结束的扣分。整改在期末以后才到，"
        "退回的分会让那天从欠变成有余，哪一笔扣分带过、哪一笔没有，就说不准了。",
        page_en="A debt is carried as it is; gains are wiped and only open deductions kept. Points "
        "that a repair gives back later would turn the one into the other, and which deductions "
        "were carried could not be told.",
        wrong="判定 一票否决：本期清零\n"
        "账户「积分」按户：1月1日 起算，期末 正分清零，未整改 的 扣分 结转",
        right="判定 一票否决：本期清零\n"
        "账户「积分」按户：1月1日 起算，期末清零，未整改 的 扣分 结转",
    ),
    Message(
        code="closing-ceiling-raises",
        severity=Severity.ERROR,
        zh="“高于 {above} 分 按 {to} 分计”会把一些分数往上调",
        en="“高于 {above} 分 按 {to} 分计” would raise some balances",
        help_zh="后一个数不大于前一个数，如 高于 120 分 按 120 分计",
        help_en="the second number is not above the first, as in 高于 120 分 按 120 分计",
        page_zh="期末封顶是把太高的分数压下来。按的数比高于的数还大，介于两者之间的分数反而会涨。",
        page_en="A closing ceiling lowers what is too high. If the second number is the larger "
        "one, balances between the two would rise.",
        wrong="期末 高于 120 分 按 150 分计",
        right="期末 高于 120 分 按 120 分计",
    ),
    Message(
        code="closing-floor-above-ceiling",
        severity=Severity.ERROR,
        zh="期末的下限和封顶互相打架：补上去的又要压下来，或压下来的又要补",
        en="the closing floor and ceiling contradict each other",
        help_zh="让下限补到的分不高于封顶的线，封顶压到的分不低于下限的线",
        help_en="raise to no more than the ceiling, and lower to no less than the floor",
        page_zh="期末低于 60 分按 60 分计、高于 50 分按 50 分计，55 分的户先后都符合，没有答案。",
        page_en="With below 60 counts as 60 and above 50 counts as 50 there is no answer for 55.",
        wrong="期末 低于 60 分 按 60 分计，期末 高于 50 分 按 50 分计",
        right="期末 低于 60 分 按 60 分计，期末 高于 120 分 按 120 分计",
    ),
)
