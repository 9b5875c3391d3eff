"""Messages about points by ordinal, and about bounds that do not say when they hold."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_FIRST = LabelText("first", "前一级在这里", "the step before is here")
_OTHER = LabelText("other", "另一级在这里", "the other one is here")

MESSAGES_OF_LADDERS = (
    Message(
        code="ladder-gap",
        severity=Severity.ERROR,
        zh="没有写第 {missing} 次怎样",
        en="what happens the {missing}. time is not said",
        help_zh="补上 第 {missing} 次 …，不给分的写 警告、不扣分 或 不加分",
        help_en="add 第 {missing} 次 …; where nothing is given write 警告, 不扣分 or 不加分",
        page_zh="逐次计分要从第 1 次写起，中间不缺。前一级写 起（第 2 次起 …）就管到下一级为止。",
        page_en="Points by ordinal begin with the first time and leave none out. A step with 起 "
        "holds until the next one.",
        wrong="第 1 次 警告，第 3 次起 扣 10 分",
        right="第 1 次 警告，第 2 次 扣 5 分，第 3 次起 扣 10 分",
    ),
    Message(
        code="ladder-order",
        severity=Severity.ERROR,
        zh="第 {ordinal} 次写在了后面的次数之后",
        en="the {ordinal}. time does not come after the step before it",
        help_zh="按次数从小到大写，每次只写一遍",
        help_en="write the steps in rising order, each once",
        page_zh="逐次计分按次数从小到大写。倒过来或重复，多半是次数写错了。",
        page_en="Steps rise. Reversed or repeated, a number is likely wrong.",
        wrong="第 1 次 警告，第 1 次 扣 5 分，第 2 次起 扣 10 分",
        right="第 1 次 警告，第 2 次 扣 5 分，第 3 次起 扣 10 分",
        labels=(_FIRST,),
    ),
    Message(
        code="ladder-end-missing",
        severity=Severity.ERROR,
        zh="没有写第 {ordinal} 次以后怎样",
        en="what happens after the {ordinal}. time is not said",
        help_zh="最后一级写 起：第 {ordinal} 次起 …",
        help_en="write the last step with 起: 第 {ordinal} 次起 …",
        page_zh="最后一级要管以后的每一次，写 第 3 次起。以后不再扣的，写 第 3 次起 不扣分。",
        page_en="The last step holds for all later times and says so: 第 3 次起. If nothing more "
        "is taken, write 第 3 次起 不扣分.",
        wrong="第 1 次 警告，第 2 次 扣 5 分",
        right="第 1 次 警告，第 2 次起 扣 5 分",
    ),
    Message(
        code="ladder-of-both-signs",
        severity=Severity.ERROR,
        zh="逐次计分里又有加分又有扣分",
        en="points by ordinal both give and take",
        help_zh="分成两条条款",
        help_en="make two clauses of it",
        page_zh="一条条款要么加分要么扣分，上限、取最高才有所依。",
        page_en="A clause either gives or takes, so that limits and best-of know what they bound.",
        wrong="第 1 次 加 2 分，第 2 次起 扣 5 分",
        right="第 1 次 扣 2 分，第 2 次起 扣 5 分",
        labels=(_OTHER,),
    ),
    Message(
        code="ladder-without-points",
        severity=Severity.ERROR,
        zh="每一次都不给分",
        en="no step gives any points",
        help_zh="写上加几分或扣几分，或把条款写成 不计分，因为「…」",
        help_en="say what is given or taken, or make the clause 不计分，因为「…」",
        page_zh="每一次都只警告、不扣分的条款，没有分可计。",
        page_en="A clause that only ever warns has no points to score.",
        wrong="乱倒垃圾 的，第 1 次起 警告",
        right="乱倒垃圾 的，第 1 次 警告，第 2 次起 扣 5 分",
    ),
    Message(
        code="ladder-with-escalation",
        severity=Severity.ERROR,
        zh="逐次计分的条款不能再加倍",
        en="points by ordinal cannot be multiplied for repeats as well",
        help_zh="把加倍后的分写进各级",
        help_en="write the multiplied points into the steps",
        page_zh="逐次计分已经按第几次定了分，再加倍就说不清是几分。",
        page_en="The steps already say what each time gives; a factor on top would be unclear.",
        wrong="第 1 次 警告，第 2 次起 扣 5 分；一年内 第 3 次起 加倍",
        right="第 1 次 警告，第 2 次 扣 5 分，第 3 次起 扣 10 分",
    ),
    Message(
        code="ladder-step-without-ladder",
        severity=Severity.ERROR,
        zh="前面已经写了每次几分，这里又写第几次几分",
        en="the clause has its points already, and this step gives others",
        help_zh="从第 1 次写起：第 1 次 …，第 2 次起 …",
        help_en="begin with the first time: 第 1 次 …，第 2 次起 …",
        page_zh="逐次计分代替“每次 扣 5 分”，不写在它后面。只想加倍的，写 第 2 次起 加倍。",
        page_en="Points by ordinal stand in place of 每次 扣 5 分, not behind it. For a factor "
        "write 第 2 次起 加倍.",
        wrong="乱倒垃圾 的，每次 扣 5 分，第 3 次起 扣 10 分",
        right="乱倒垃圾 的，第 1 次起 扣 5 分，第 3 次起 扣 10 分",
    ),
    Message(
        code="bare-lowest",
        severity=Severity.ERROR,
        zh="最低 {points} 分说的是随时，还是到期末",
        en="it is not said whether the balance is kept at {points} at any time or at the end",
        help_zh="写 扣完为止，或：期末 低于 {points} 分 按 {points} 分计",
        help_en="write 扣完为止, or 期末 低于 {points} 分 按 {points} 分计",
        page_zh="先扣 10 分，再加 5 分：随时不低于 0 的，是 5 分；到期末才看的，−5 按 0 计，"
        "是 0 分。",
        page_en="After −10 and +5, a balance kept at 0 at any time is 5; one looked at at the end "
        "is 0.",
        wrong="账户「积分」按户：1月1日 起算，期末清零，最低 0 分",
        right="账户「积分」按户：1月1日 起算，期末清零，扣完为止",
    ),
    Message(
        code="bare-highest",
        severity=Severity.ERROR,
        zh="最高 {points} 分说的是余额、加分，还是期末",
        en="it is not said whether {points} bounds the balance, the awards or the end",
        help_zh="写 加满 {points} 分 为止，期末 高于 {points} 分 按 {points} 分计，"
        "或：每年最多加 {points} 分",
        help_en="write 加满 {points} 分 为止, 期末 高于 {points} 分 按 {points} 分计, "
        "or 每年最多加 {points} 分",
        page_zh="余额到了就不再加，写 加满 100 分 为止，扣了又有余地；一年加分的上限，"
        "写 每年最多加 100 分，扣了不还余地。",
        page_en="A balance that is full takes no more: 加满 100 分 为止, and a deduction makes "
        "room again. A limit on a year's awards is 每年最多加 100 分, and no deduction does.",
        wrong="账户「积分」按户：1月1日 起算，期末清零，最高 100 分",
        right="账户「积分」按户：1月1日 起算，期末清零，加满 100 分 为止",
    ),
    Message(
        code="bare-bound",
        severity=Severity.ERROR,
        zh="没有写 {points} 分管多长时间、管加分还是扣分",
        en="it is not said over what time {points} holds, and for awards or deductions",
        help_zh="写 每次最多加 {points} 分、每年最多扣 {points} 分 等",
        help_en="write 每次最多加 {points} 分, 每年最多扣 {points} 分 or the like",
        page_zh="条款和类别的上限要写明时段：每次、每月、每年。",
        page_en="A limit of a clause or category names its period: each time, month or year.",
        wrong="清渠 的，加 5 分，最高 20 分",
        right="清渠 的，加 5 分，每年最多加 20 分",
    ),
    Message(
        code="ceiling-below-base",
        severity=Severity.ERROR,
        zh="加满 {ceiling} 分 为止，比基础 {base} 分还少",
        en="the ceiling of {ceiling} is below the base of {base}",
        help_zh="改大上限，或改小基础分",
        help_en="raise the ceiling, or lower the base",
        page_zh="基础分照给，给了就已经满了，谁也加不上分。多半有一个数写错了。",
        page_en="The base is given in any case; the account would be full from the first day. One "
        "of the two numbers is likely wrong.",
        wrong="账户「积分」按户：1月1日 起算，期末清零，基础 100 分，加满 80 分 为止",
        right="账户「积分」按户：1月1日 起算，期末清零，基础 60 分，加满 80 分 为止",
    ),
)
