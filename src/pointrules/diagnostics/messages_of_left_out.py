"""Messages about what the language leaves out, each with what to do instead."""

from functools import partial

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import Message

_left_out = partial(Message, severity=Severity.ERROR)

MESSAGES_OF_LEFT_OUT = (
    _left_out(
        code="article-head",
        zh="“{found}”要写成条款和编号",
        en="“{found}” is written as 条款 and a number",
        help_zh="另起一行写，如：条款 7；词表、评议等的前面不写第几条",
        help_en="begin a line with it, as in 条款 7; before 词表, 评议 and the like write none",
        page_zh="每一条的开头写 条款 和编号，和村规民约的编号对得上，如 条款 7、条款 3.1。",
        page_en="A clause begins with 条款 and its number, the same as in the regulation.",
        wrong="条款 6 乱倒垃圾 的，每次 扣 2 分\n第七条 志愿服务 的，每次 加 2 分，不设上限",
        right="条款 6 乱倒垃圾 的，每次 扣 2 分\n条款 7 志愿服务 的，每次 加 2 分，不设上限",
    ),
    _left_out(
        code="repeat-unsaid",
        zh="只写“{found}”，看不出多长时间里的第几次起加重",
        en="“{found}” alone does not say from which time within which period more is taken",
        help_zh="写明多长时间、第几次起、几倍，如：1 年内 第 2 次起 加倍",
        help_en="write the period, the time and the factor, as in 1 年内 第 2 次起 加倍",
        page_zh="“再犯加倍”里的再犯，一年以前犯过的算不算，各人理解不同。写明多长时间里的第几次，"
        "才能照着数。",
        page_en="Whether an offence of more than a year ago makes the next one a repeat is for the "
        "village to say. With the period and the number anybody can count.",
        wrong="乱倒垃圾 的，每次 扣 5 分；再犯加倍；每年最多扣 40 分",
        right="乱倒垃圾 的，每次 扣 5 分；1 年内 第 2 次起 加倍；每年最多扣 40 分",
    ),
    _left_out(
        code="lottery-left-out",
        zh="“{found}”不能写成规则：靠运气的，没有人能核对",
        en="“{found}” cannot be a rule: what luck decides, nobody can check",
        help_zh="谁够格抽，写成资格：激励「抽奖资格」荣誉：资格 积分 余额 ≥ 20 分；抽奖另办",
        help_en="write who may draw as an eligibility (激励「…」荣誉：资格 …), and draw elsewhere",
        page_zh="同样的记录要得到同样的结果，重算才对得上。抽中什么不进台账，谁有资格抽可以写。",
        page_en="The same records must give the same result, or nobody can count again. What is "
        "drawn stays out of the ledger; who may draw can be said.",
        wrong="激励「抽奖」抽奖：20 分 一次",
        right="激励「抽奖资格」荣誉 按户：资格：积分 余额 ≥ 20 分",
    ),
    _left_out(
        code="transfer-left-out",
        zh="“{found}”不能写成规则：分不能从一户转给另一户",
        en="“{found}” cannot be a rule: points do not pass from one to another",
        help_zh="帮了忙的，按行为加分；受助的不扣分",
        help_en="award the one who helped by a behaviour, and take nothing from the one helped",
        page_zh="能转让的分就能买卖，贷款利率也跟着能买卖。一小时换一小时的互助，记成帮忙的人的行为。",
        page_en="Points that can be passed on can be sold, and a loan's rate with them. Help in "
        "exchange for help is recorded as the behaviour of whoever helped.",
        wrong="志愿服务 的，转让 1 分",
        right="志愿服务 的，每满 1 小时 加 1 分，每年最多加 50 分",
    ),
    _left_out(
        code="analogy-left-out",
        zh="“{found}”不能写成规则：没有写到的事，不能由程序去比照",
        en="“{found}” cannot be a rule: a program does not decide what is like what",
        help_zh="由评议的人定好比照哪一条，就按那一条的行为登记；常有的，下一版补一条",
        help_en="let people decide which clause is the model, and record that clause's behaviour",
        page_zh="类推由人来定：定了比照哪一条，就登记那一条的行为，事项里写明。也可以用“酌情”写出幅度。",
        page_en="Analogy is for people: record the behaviour of the model clause and say so in the "
        "matter. A range can be left to discretion.",
        wrong="志愿服务 的，比照 3.1 加 2 分",
        right="志愿服务 的，每次 加 2 分，每年最多加 50 分",
    ),
    _left_out(
        code="fine-left-out",
        zh="“{found}”不能写成规则：村里没有罚款的权力，积分只加减分",
        en="“{found}” cannot be a rule: a village has no power to fine; points are all there is",
        help_zh="改成扣分；事实上被有关部门处罚过的，登记成一种行为",
        help_en="take points away; that an authority has fined somebody can be a behaviour",
        page_zh="罚款由法律、法规规定，由有权的机关作出。“被行政处罚的”是事实，可以作行为的名称。",
        page_en="Fines need a law and an authority. That somebody has been fined is a fact and can "
        "be the name of a behaviour.",
        wrong="乱倒垃圾 的，罚款 50 元",
        right="乱倒垃圾 的，每次 扣 5 分，每年最多扣 40 分",
    ),
    _left_out(
        code="holidays-left-out",
        zh="“{found}”不能写成规则：天数按日历数，不看节假日",
        en="“{found}” cannot be a rule: days are counted by the calendar, holidays or not",
        help_zh="把天数写宽一些；确要顺延的，在截止以前登记",
        help_en="allow for more days, or enter what is late before the deadline",
        page_zh="放假安排每年另发通知，写进细则就要年年改；两个人拿着日历要数出同一个日子。",
        page_en="Holidays are announced anew each year. Two people with a calendar must find the "
        "same day.",
        wrong="评议：审核通过，公示满 3 天，遇节假日顺延 的，计分；按 发生日期 归期",
        right="评议：审核通过，公示满 5 天 的，计分；按 发生日期 归期",
    ),
)
